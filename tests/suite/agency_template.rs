//! The agency's own template: its styles are used, its placeholders filled, also where Word has split them; what is unknown or has no
//! place is told; one that runs or fetches something is refused.

use crate::documents::sample;
use crate::export::part;
use crate::samples::day;
use award_kit::archive::{Project, write};
use award_kit::assessment::{Action, ProfileText, text};
use award_kit::command;
use award_kit::criteria::write_pack_file;
use award_kit::date::parse_date;
use award_kit::export::{FillError, Options, TemplateError, Told, fill_template};
use award_kit::language::Language;
use award_kit::worker::{Arguments, Given, Made, perform};
use roxmltree::Document;
use std::ffi::OsString;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// As WPS numbers its styles: ids say nothing, names do.
const STYLES: &str = concat!(
    r#"<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="4"><w:name w:val="heading 3"/><w:basedOn w:val="1"/></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="5"><w:name w:val="Body Text"/><w:basedOn w:val="1"/></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="6"><w:name w:val="caption"/><w:basedOn w:val="1"/></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Label"><w:name w:val="Address Label"/><w:basedOn w:val="1"/></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="8"><w:name w:val="Normal Table"/></w:style>"#,
    r#"<w:style w:type="table" w:styleId="9"><w:name w:val="Table Grid"/><w:basedOn w:val="8"/></w:style>"#,
);

fn types(main: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{main}+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>"#
    )
}

fn relations(inner: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>"#
    )
}

fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        writer.start_file(*name, options).expect("a part");
        writer.write_all(content.as_bytes()).expect("its content");
    }
    writer.finish().expect("a file").into_inner()
}

/// The parts of a template with a body and a header.
fn parts(body: &str, header: &str) -> Vec<(&'static str, String)> {
    let section = r#"<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>"#;
    vec![
        ("[Content_Types].xml", types("document.main")),
        (
            "_rels/.rels",
            relations(&format!(r#"<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/>"#)),
        ),
        (
            "word/document.xml",
            format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W} xmlns:r="{REL}"><w:body>{body}{section}</w:body></w:document>"#),
        ),
        (
            "word/_rels/document.xml.rels",
            relations(&format!(
                r#"<Relationship Id="rId1" Type="{REL}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{REL}/header" Target="header1.xml"/><Relationship Id="rId3" Type="{REL}/hyperlink" Target="http://example.invalid/" TargetMode="External"/>"#
            )),
        ),
        ("word/styles.xml", format!("<w:styles {W}>{STYLES}</w:styles>")),
        ("word/header1.xml", format!(r#"<w:hdr {W}><w:p><w:r><w:t>{header}</w:t></w:r></w:p></w:hdr>"#)),
    ]
}

fn line(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A template that asks for everything, as an agency would write it.
fn whole() -> Vec<u8> {
    let body = [
        // Word splits what was typed when spelling, language or looks change.
        r#"<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>申报单位：{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{organisation.</w:t></w:r><w:r><w:t>name}</w:t></w:r><w:r><w:t xml:space="preserve">}（{{organisation.credit_code}}） </w:t></w:r></w:p>"#,
        &line("{{ award }}，{{date}}"),
        &line("{{applicant}}"),
        &line("{{units}}"),
        r#"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>{{profile}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
        &line("{{model}}"),
        &line("{{report}}"),
        &line("{{evidence}}"),
        &line("本表由{{organisation.shoe_size}}填写。"),
        &line("第一段：{{report}}"),
        &line("电话：{{organisation.top_manager_phone}}"),
    ]
    .concat();
    packed(&parts(&body, "{{organisation.name}}"))
}

fn filled(name: &str, language: Language, template: &[u8]) -> Result<(Vec<u8>, Told), FillError> {
    let (pack, assessment) = sample(name, language);
    let options = Options::new(language).dated(Some(day("2016-11-20")));
    fill_template(&Project::new(assessment), &pack, &options, template)
}

#[test]
fn placeholders_are_filled_in_their_looks_also_where_word_has_split_them() {
    let (bytes, _) = filled("manufacturing", Language::Zh, &whole()).expect("filled");
    let (_, assessment) = sample("manufacturing", Language::Zh);
    let [name, code] = [ProfileText::Name, ProfileText::CreditCode].map(|field| assessment.organisation.text(field).to_string());
    let document = part(&bytes, "word/document.xml");
    let tree = Document::parse(&document).expect("well-formed XML");
    let text: String = tree
        .descendants()
        .filter(|node| node.tag_name().name() == "t")
        .filter_map(|node| node.text())
        .collect();
    assert!(text.contains(&format!("申报单位：{name}（{code}） ")), "{}", &text[..200]);
    assert!(text.contains("北京市人民政府质量管理奖，2016年12月2日"), "{}", &text[..300]);
    let head = part(&bytes, "word/header1.xml");
    assert!(head.contains(&name), "{head}");
    for answer in assessment.items.iter().flat_map(|item| item.answers()) {
        for line in answer.lines() {
            assert!(text.contains(line.trim()), "{line}");
        }
    }
}

#[test]
fn styles_of_the_template_are_used_by_name_and_only_missing_ones_are_added() {
    let (bytes, _) = filled("manufacturing", Language::Zh, &whole()).expect("filled");
    let (document, styles) = (part(&bytes, "word/document.xml"), part(&bytes, "word/styles.xml"));
    Document::parse(&styles).expect("well-formed XML");
    for own in ["Heading2", "Heading3", "BodyText", "Caption", "FigureCaption", "ReportTable", "Normal"] {
        assert!(
            !document.contains(&format!(r#"w:val="{own}""#)) && !styles.contains(&format!(r#"w:styleId="{own}""#)),
            "{own}"
        );
    }
    for theirs in [
        r#"<w:pStyle w:val="3""#,
        r#"<w:pStyle w:val="4""#,
        r#"<w:pStyle w:val="5""#,
        r#"<w:pStyle w:val="6""#,
        r#"<w:tblStyle w:val="9""#,
    ] {
        assert!(document.contains(theirs), "{theirs}");
    }
    // An id that is taken by a style of another purpose is left to it.
    assert!(document.contains(r#"<w:pStyle w:val="KitLabel""#) && styles.contains(r#"w:styleId="KitLabel""#));
    assert!(styles.contains(r#"<w:name w:val="Address Label"/>"#));
    // Every style that is asked for is there, once, and stands on one that is there.
    let tree = Document::parse(&styles).expect("well-formed XML");
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let ids: Vec<&str> = tree.descendants().filter_map(|node| node.attribute((word, "styleId"))).collect();
    let asked = |xml: &str| -> Vec<String> {
        let tree = Document::parse(xml).expect("well-formed XML");
        let names = ["pStyle", "tblStyle", "rStyle", "basedOn", "next", "link"];
        tree.descendants()
            .filter(|node| names.contains(&node.tag_name().name()))
            .filter_map(|node| node.attribute((word, "val")).map(str::to_owned))
            .collect()
    };
    for id in asked(&document).into_iter().chain(asked(&styles)) {
        assert_eq!(ids.iter().filter(|known| **known == id).count(), 1, "{id}");
    }
    assert!(!document.contains("EDEFF2"), "the template's table style shades");
}

#[test]
fn tables_and_figures_of_a_template_are_numbered_through_and_their_parts_are_in_the_package() {
    let (bytes, _) = filled("manufacturing", Language::Zh, &whole()).expect("filled");
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("图 1") || document.contains(">图 <"), "figures have numbers");
    let charts = document.matches("<c:chart ").count();
    assert!(charts > 3);
    let (types, relations) = (part(&bytes, "[Content_Types].xml"), part(&bytes, "word/_rels/document.xml.rels"));
    for number in 1..=charts {
        part(&bytes, &format!("word/charts/submission{number}.xml"));
        assert!(part(&bytes, &format!("word/charts/_rels/submission{number}.xml.rels")).contains(&format!("embeddings/submission{number}.xlsx")));
        assert!(types.contains(&format!("/word/charts/submission{number}.xml")) && relations.contains(&format!("charts/submission{number}.xml")));
    }
    assert!(types.find("Extension=\"xlsx\"").expect("workbooks have a type") < types.find("<Override").expect("overrides"));
    let ids: Vec<&str> = document
        .split("<w:bookmarkStart w:id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
    assert!(!document.contains("paraId") && !document.contains("Piece"));
}

#[test]
fn what_is_unknown_misplaced_empty_or_without_a_place_is_told_and_stands_as_it_stood() {
    let (pack, assessment) = sample("manufacturing", Language::Zh);
    let assessment = Action::Profile(ProfileText::TopManagerPhone, text("")).apply(&assessment);
    let options = Options::new(Language::Zh);
    let (bytes, told) = fill_template(&Project::new(assessment.clone()), &pack, &options, &whole()).expect("filled");
    assert_eq!(told.unknown, ["organisation.shoe_size"]);
    assert_eq!(told.misplaced, ["report"]);
    assert_eq!(told.empty, ["organisation.top_manager_phone"]);
    assert!(told.unplaced.is_empty() && !told.appended, "{told:?}");
    // What is not put anywhere brings no parts along.
    let charts = part(&bytes, "word/document.xml").matches("<c:chart ").count();
    assert_eq!(part(&bytes, "word/_rels/document.xml.rels").matches("charts/submission").count(), charts);
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("本表由{{organisation.shoe_size}}填写。") && document.contains("第一段：{{report}}"));
    assert_eq!(told.sentences(Language::Zh).len(), 3);

    // One clause alone: all others that were written are named.
    let body = [line("{{item.4.1.2}}"), line("{{organisation.environment}}")].concat();
    let (bytes, told) = fill_template(&Project::new(assessment), &pack, &options, &packed(&parts(&body, "x"))).expect("filled");
    let document = part(&bytes, "word/document.xml");
    assert!(
        told.unplaced.iter().any(|title| title.contains("4.1.3")) && !told.unplaced.iter().any(|title| title.contains("4.1.2 ")),
        "{told:?}"
    );
    assert!(
        told.unplaced.iter().any(|title| title == "证实性材料清单") && !document.contains("{{"),
        "{told:?}"
    );
    // A value of several paragraphs becomes as many.
    assert!(document.matches("<w:p>").count() > 3);
}

#[test]
fn template_without_places_is_followed_by_the_whole_submission() {
    let (bytes, told) = filled("service", Language::En, &packed(&parts(&line("Our cover"), "x"))).expect("filled");
    assert!(told.appended && told.unplaced.is_empty());
    let document = part(&bytes, "word/document.xml");
    let (cover, report) = (
        document.find("Our cover").expect("the cover"),
        document.find("Self-assessment report").expect("the report"),
    );
    let section = document.rfind("<w:sectPr>").expect("the template's section");
    assert!(cover < report && report < section && document.matches("<w:sectPr").count() == 1);
}

#[test]
fn a_paragraph_that_ends_a_section_keeps_ending_it() {
    let body = r#"<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr><w:r><w:t>{{report}}</w:t></w:r></w:p>"#;
    let (bytes, _) = filled("service", Language::Zh, &packed(&parts(body, "x"))).expect("filled");
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains(r#"<w:pgSz w:w="16838" w:h="11906"/>"#) && document.contains("4.1.2 高层领导的作用") && !document.contains("{{"));
}

#[test]
fn hostile_templates_are_refused_with_one_sentence() {
    let good = || parts(&line("{{report}}"), "x");
    let with = |name: &'static str, content: String| {
        let mut parts = good();
        parts.retain(|(known, _)| *known != name);
        parts.push((name, content));
        packed(&parts)
    };
    let relation = |inner: &str| with("word/_rels/document.xml.rels", relations(inner));
    let wild = |kind: &str| {
        relation(&format!(
            r#"<Relationship Id="rId9" Type="{REL}/{kind}" Target="file://server/share" TargetMode="External"/>"#
        ))
    };
    let body = |inner: &str| packed(&parts(inner, "x"));
    let cases = [
        ("nothing", Vec::new(), TemplateError::Unreadable),
        ("text", b"{{report}}".to_vec(), TemplateError::Unreadable),
        ("half a file", packed(&good())[..900].to_vec(), TemplateError::Unreadable),
        ("a zip of something else", packed(&[("a.txt", "a".to_owned())]), TemplateError::Unreadable),
        (
            "a workbook",
            with(
                "[Content_Types].xml",
                types("document.main").replace("wordprocessingml.document.main", "spreadsheetml.sheet.main"),
            ),
            TemplateError::Unreadable,
        ),
        ("macros", with("word/vbaProject.bin", "x".to_owned()), TemplateError::Active),
        (
            "macros by type",
            with(
                "[Content_Types].xml",
                types("document.main").replace("document.main", "document.macroEnabled.main"),
            ),
            TemplateError::Active,
        ),
        ("a control", with("word/activeX/activeX1.xml", "<x/>".to_owned()), TemplateError::Active),
        (
            "an embedded program",
            with("word/embeddings/oleObject1.bin", "x".to_owned()),
            TemplateError::Active,
        ),
        ("a linked template", wild("attachedTemplate"), TemplateError::External),
        ("a linked picture", wild("image"), TemplateError::External),
        ("a frame", wild("frame"), TemplateError::External),
        (
            "text of another kind",
            relation(&format!(r#"<Relationship Id="rId9" Type="{REL}/aFChunk" Target="a.html"/>"#)),
            TemplateError::External,
        ),
        (
            "a relation by entities",
            relation(&format!(
                r#"<Relationship Id="rId9" Type="{REL}/image" Target="file://a" TargetMode="Extern&#97;l"/>"#
            )),
            TemplateError::Unreadable,
        ),
        (
            "a field that fetches",
            body(r#"<w:p><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://a/b"</w:instrText></w:r></w:p>"#),
            TemplateError::External,
        ),
        (
            "a field that runs",
            body(r#"<w:p><w:r><w:instrText> DDEAUTO c:\\a "b"</w:instrText></w:r></w:p>"#),
            TemplateError::External,
        ),
        (
            "entities",
            with(
                "word/document.xml",
                format!(r#"<!DOCTYPE x [<!ENTITY a "b">]><w:document {W}><w:body>&a;</w:body></w:document>"#),
            ),
            TemplateError::Unreadable,
        ),
        ("broken markup", body("<w:p><w:r><w:t>{{report}}</w:r></w:t></w:p>"), TemplateError::Unreadable),
        ("too much", with("word/media/a.xml", " ".repeat(51_000_000)), TemplateError::TooLarge),
    ];
    for (name, bytes, error) in cases {
        assert_eq!(filled("service", Language::Zh, &bytes).map(|_| ()), Err(FillError::Template(error)), "{name}");
        for &language in Language::ALL {
            let sentence = error.sentence(language);
            assert!(sentence.ends_with(['.', '。']) && !sentence.contains('{'), "{sentence}");
        }
    }
    // Deep nesting takes no stack.
    let deep = [
        "<w:sdt><w:sdtContent>".repeat(100_000),
        line("{{award}}"),
        "</w:sdtContent></w:sdt>".repeat(100_000),
    ]
    .concat();
    assert!(filled("service", Language::Zh, &body(&deep)).is_ok());
}

#[test]
fn worker_and_command_line_fill_alike() {
    let (pack, assessment) = sample("service", Language::Zh);
    let project = Project::new(assessment);
    let options = Options::new(Language::Zh).dated(Some(day("2016-11-20")));
    let (expected, told) = fill_template(&project, &pack, &options, &whole()).expect("filled");
    let given = Arguments(vec![
        Given::Text(write_pack_file(&pack)),
        Given::Text(write(&project, &pack)),
        Given::Text("2016-11-20".to_owned()),
        Given::Bytes(whole()),
    ]);
    let made = perform("fill", Language::Zh, &given, &mut |_, _| {}).expect("filled");
    assert_eq!(made, Made::Parts(vec![expected.clone(), told.sentences(Language::Zh).join("\n").into_bytes()]));

    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("agency");
    std::fs::create_dir_all(&folder).expect("a folder");
    let [template, output] = ["template.docx", "out.docx"].map(|name| folder.join(name).display().to_string());
    std::fs::write(&template, whole()).expect("the template is written");
    let file = format!("{}/assets/samples/service.zh.json", env!("CARGO_MANIFEST_DIR"));
    let call = |more: &[&str]| {
        let base = [
            "award-kit",
            "export",
            &file,
            "--to",
            "docx",
            "--draft-date",
            "2016-11-20",
            "-o",
            &output,
            "--template",
            &template,
        ];
        command::run(base.iter().chain(more).map(OsString::from), parse_date("2016-11-20").expect("a day"))
    };
    let done = call(&["--variant", "submission"]);
    assert_eq!(done.status, 0, "{}", done.error);
    assert_eq!(std::fs::read(&output).expect("the file"), expected);
    let json: serde_json::Value = serde_json::from_str(&done.error).expect("JSON");
    assert_eq!(json["template"]["unknown"], serde_json::json!(["organisation.shoe_size"]));
    assert!(json["missing"].is_array());
    let refused = call(&[]);
    assert!(refused.status == 2 && refused.error.contains("--template"), "{}", refused.error);
}
