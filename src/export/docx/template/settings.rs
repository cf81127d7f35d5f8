//! Word is asked to bring page numbers and lists up to date when it opens the filled template.

use super::package::Package;

/// What may stand behind the request in the settings (ECMA-376 part 1, CT_Settings).
const BEHIND: [&str; 20] = [
    "<w:hdrShapeDefaults",
    "<w:footnotePr",
    "<w:endnotePr",
    "<w:compat",
    "<w:docVars",
    "<w:rsids",
    "<m:mathPr",
    "<w:attachedSchema",
    "<w:themeFontLang",
    "<w:clrSchemeMapping",
    "<w:doNotIncludeSubdocsInStats",
    "<w:captions",
    "<w:readModeInkLockDown",
    "<w:smartTagType",
    "<w:shapeDefaults",
    "<w:doNotEmbedSmartTags",
    "<w:decimalSymbol",
    "<w:listSeparator",
    "<w14:",
    "</w:settings>",
];

pub fn ask_for_update(package: &mut Package) {
    let Some(settings) = package.text("word/settings.xml") else { return };
    if settings.contains("<w:updateFields") {
        return;
    }
    if let Some(at) = BEHIND.iter().filter_map(|tag| settings.find(tag)).min() {
        let (before, after) = settings.split_at(at);
        let asked = [before, r#"<w:updateFields w:val="true"/>"#, after].concat();
        package.set("word/settings.xml", asked);
    }
}
