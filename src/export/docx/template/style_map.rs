//! The kit's styles and the template's: a paragraph goes into the template's style of the same purpose, found by name, and what the
//! template has no style for brings its own.

use super::package::value;

/// Styles of the kit, and the names a template may have one of the same purpose under, the first that is there. Word and WPS write
/// the names of built-in styles in English whatever their language.
const NAMES: [(&str, &[&str]); 21] = [
    ("Heading1", &["heading 1", "标题 1"]),
    ("Heading2", &["heading 2", "标题 2"]),
    ("Heading3", &["heading 3", "标题 3"]),
    ("Heading4", &["heading 4", "标题 4"]),
    (
        "BodyText",
        &[
            "body text",
            "正文文本",
            "body text first indent",
            "正文首行缩进",
            "normal indent",
            "normal",
            "正文",
        ],
    ),
    ("Caption", &["caption", "题注"]),
    ("FigureCaption", &["figure caption", "图题", "caption", "题注"]),
    ("Title", &["title", "标题"]),
    ("ToC1", &["toc 1", "目录 1"]),
    ("ToC2", &["toc 2", "目录 2"]),
    ("ToC3", &["toc 3", "目录 3"]),
    ("TableofFigures", &["table of figures", "图表目录"]),
    ("ContentsTitle", &["toc heading", "目录标题"]),
    ("Entry", &["list paragraph", "列表段落"]),
    ("Label", &["label", "小标题"]),
    ("Note", &["note", "注"]),
    ("TableText", &["table text", "表格文字", "表格正文"]),
    ("TableTextSmall", &["table text small", "table text", "表格文字", "表格正文"]),
    ("TableHeading", &["table heading", "表头", "表格标题"]),
    ("TableHeadingSmall", &["table heading small", "table heading", "表头", "表格标题"]),
    ("ReportTable", &["report table", "表格", "table grid", "网格型"]),
];

/// A style as it stands in its part.
struct Style<'a> {
    id: &'a str,
    name: String,
    kind: &'a str,
    default: bool,
    markup: &'a str,
}

/// The markup in the template's styles, and the styles it lacks, ready to be added.
pub fn mapped(markup: &str, own: &str, template: &str) -> (String, String) {
    let (own, known) = (styles(own), styles(template));
    let mut names: Vec<(String, String)> = Vec::new();
    let mut added = String::new();
    let mut waiting: Vec<String> = used(markup);
    let table = target(&known, "ReportTable").is_some();
    while let Some(id) = waiting.pop() {
        if names.iter().any(|(from, _)| *from == id) {
            continue;
        }
        let to = match target(&known, &id) {
            Some(to) => to.to_owned(),
            None => {
                let Some(style) = own.iter().find(|style| style.id == id) else { continue };
                let to = if known.iter().any(|known| known.id == id) {
                    ["Kit", &id].concat()
                } else {
                    id.clone()
                };
                let name = named(style.markup, "name").unwrap_or_default();
                let taken = known.iter().any(|known| known.name == style.name);
                let markup = if taken {
                    style.markup.replacen(&format!(r#"w:val="{name}""#), &format!(r#"w:val="Kit {name}""#), 1)
                } else {
                    style.markup.to_owned()
                };
                waiting.extend(["basedOn", "next"].iter().filter_map(|tag| named(style.markup, tag)).map(str::to_owned));
                added.push_str(&markup.replacen(r#" w:default="1""#, "", 1));
                to
            }
        };
        names.push((id, to));
    }
    let mut out = renamed(markup, &names);
    if table {
        // The template's table style shades what it wants shaded.
        out = out.replace(r#"<w:shd w:val="clear" w:color="auto" w:fill="EDEFF2" />"#, "");
    }
    (out, renamed(&added, &names))
}

/// The template's style for one of the kit's; the default one for the style all others stand on.
fn target<'a>(known: &[Style<'a>], id: &str) -> Option<&'a str> {
    let default = |kind: &str| known.iter().find(|style| style.kind == kind && style.default).map(|style| style.id);
    match id {
        "Normal" => return default("paragraph"),
        "TableNormal" => return default("table"),
        _ => {}
    }
    let (_, names) = NAMES.iter().find(|(own, _)| *own == id)?;
    let kind = if id == "ReportTable" { "table" } else { "paragraph" };
    names
        .iter()
        .find_map(|name| known.iter().find(|style| style.kind == kind && style.name == *name))
        .map(|style| style.id)
}

fn styles(part: &str) -> Vec<Style<'_>> {
    const END: &str = "</w:style>";
    let pieces = part
        .match_indices("<w:style ")
        .filter_map(|(start, _)| Some(&part[start..start + part[start..].find(END)? + END.len()]));
    let styles = pieces.filter_map(|markup| {
        let tag = markup.split('>').next()?;
        Some(Style {
            id: value(tag, "w:styleId")?,
            name: named(markup, "name")?.to_lowercase(),
            kind: value(tag, "w:type")?,
            default: matches!(value(tag, "w:default"), Some("1" | "true" | "on")),
            markup,
        })
    });
    styles.collect()
}

/// The value of a child of a style: `Normal` of its `<w:basedOn w:val="Normal"/>`.
fn named<'a>(markup: &'a str, tag: &str) -> Option<&'a str> {
    let (_, rest) = markup.split_once(&["<w:", tag, " "].concat())?;
    value(rest.split('>').next()?, "w:val")
}

const REFERENCES: [&str; 6] = ["w:pStyle", "w:tblStyle", "w:rStyle", "w:basedOn", "w:next", "w:link"];

/// The styles a markup asks for.
fn used(markup: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in markup.split('<').filter(|tag| REFERENCES.iter().any(|name| tag.starts_with(name))) {
        if let Some(id) = value(tag.split('>').next().unwrap_or_default(), "w:val").filter(|id| !found.iter().any(|known| known == id)) {
            found.push(id.to_owned());
        }
    }
    found
}

fn renamed(markup: &str, names: &[(String, String)]) -> String {
    let to = |id: &str| names.iter().find(|(from, _)| from == id).map_or(id, |(_, to)| to.as_str()).to_owned();
    let mut out = String::with_capacity(markup.len());
    for (at, piece) in markup.split('<').enumerate() {
        if at > 0 {
            out.push('<');
        }
        let attribute = if piece.starts_with("w:style ") { "w:styleId" } else { "w:val" };
        let refers = piece.starts_with("w:style ") || REFERENCES.iter().any(|name| piece.starts_with(name));
        match value(piece.split('>').next().unwrap_or_default(), attribute).filter(|_| refers) {
            Some(id) => out.push_str(&piece.replacen(&format!(r#"{attribute}="{id}""#), &format!(r#"{attribute}="{}""#, to(id)), 1)),
            None => out.push_str(piece),
        }
    }
    out
}
