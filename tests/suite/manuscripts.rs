//! Reports that were written elsewhere: what is read of a Word document, and where each piece goes.

use crate::samples::{BEIJING, cases};
use award_kit::criteria::{ItemSlot, Pack};
use award_kit::language::Language;
use award_kit::manuscript::{Block, Certainty, Manuscript, ManuscriptError, Paragraph, Piece, Place, read_manuscript, split};
use proptest::prelude::*;
use serde_json::Value;
use std::io::{Cursor, Write};

const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// A Word document of these parts below `word/`.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(format!("word/{name}"), zip::write::SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("a file").into_inner()
}

/// A Word document with this body.
fn document(body: &str) -> Vec<u8> {
    packed(&[("document.xml", &format!("<w:document {WORD}><w:body>{body}</w:body></w:document>"))])
}

fn read(bytes: &[u8]) -> Manuscript {
    read_manuscript(bytes).expect("a manuscript")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn texts(manuscript: &Manuscript) -> Vec<String> {
    manuscript.blocks.iter().map(Block::text).collect()
}

#[test]
fn text_is_read_as_word_shows_it() {
    for (what, body, expected) in [
        (
            "runs",
            r#"<w:p><w:r><w:t>质量</w:t></w:r><w:r><w:t xml:space="preserve"> 管理</w:t></w:r></w:p>"#,
            vec!["质量 管理"],
        ),
        (
            "a tab, a line end, a hyphen",
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>",
            vec!["a\tb\nc\u{2011}d"],
        ),
        (
            "a page break is no text",
            "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r><w:t>x</w:t></w:r></w:p>",
            vec!["x"],
        ),
        (
            "what is proposed to come is there, what is proposed to go is not",
            "<w:p><w:ins w:id=\"1\"><w:r><w:t>新</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>搬</w:t></w:r></w:moveFrom><w:r><w:t>文</w:t></w:r></w:p>",
            vec!["新文"],
        ),
        (
            "a field shows its result",
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF _1 </w:instrText></w:r><w:r><w:t>表 1</w:t></w:r></w:p>",
            vec!["表 1"],
        ),
        (
            "a control",
            "<w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>里</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            vec!["里"],
        ),
        (
            "a text box, once",
            "<w:p><w:r><w:t>外</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            vec!["框", "外"],
        ),
        (
            "a table",
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            vec!["指标\t\t\na\nb\t1\t2"],
        ),
        (
            "a table in a table is text of its cell",
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            vec!["x\ny"],
        ),
        (
            "a table of contents is left out",
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>4.1 领导 1</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:t>文</w:t></w:r></w:p>",
            vec!["文"],
        ),
        (
            "a body cut off in the middle",
            "<w:p><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后",
            vec!["前", "后"],
        ),
    ] {
        assert_eq!(texts(&read(&document(body))), expected, "{what}");
    }
}

#[test]
fn numbers_levels_and_notes_that_stand_elsewhere_in_the_file_are_read() {
    let styles = format!(
        r#"<w:styles {WORD}><w:style w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="own"><w:name w:val="我的标题"/><w:basedOn w:val="a2"/></w:style>
        <w:style w:styleId="a2"><w:name w:val="标题 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="t1"><w:name w:val="toc 1"/></w:style></w:styles>"#
    );
    let numbering = format!(
        r#"<w:numbering {WORD}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"#
    );
    let notes = format!(
        r#"<w:footnotes {WORD}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote></w:footnotes>"#
    );
    let paragraph = |style: &str, list: &str, text: &str| {
        let style = if style.is_empty() {
            String::new()
        } else {
            format!(r#"<w:pStyle w:val="{style}"/>"#)
        };
        let list = if list.is_empty() {
            String::new()
        } else {
            format!(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr>"#)
        };
        format!("<w:p><w:pPr>{style}{list}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body: String = [
        paragraph("t1", "", "领导 1"),
        paragraph("a1", "", "领导"),
        paragraph("own", "", "组织治理"),
        paragraph("own", "", "社会责任"),
        paragraph("a1", "", "战略"),
        paragraph("own", "", "制定"),
        paragraph("", "2", "甲"),
        paragraph("", "2", "乙"),
        paragraph("", "3", "丙"),
        r#"<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>"#.to_owned(),
    ]
    .concat();
    let body = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let read = read(&packed(&[
        ("document.xml", &body),
        ("styles.xml", &styles),
        ("numbering.xml", &numbering),
        ("footnotes.xml", &notes),
    ]));
    let told: Vec<(String, Option<u8>)> = read
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(Paragraph { text, level, .. }) => Some((text.clone(), *level)),
            Block::Table(_) => None,
        })
        .collect();
    let expected = [
        ("4 领导", Some(1)),
        ("4.1 组织治理", Some(2)),
        ("4.2 社会责任", Some(2)),
        ("5 战略", Some(1)),
        ("5.1 制定", Some(2)),
        ("（一） 甲", None),
        ("（二） 乙", None),
        ("（一） 丙", None),
        ("正文\n注文", None),
    ];
    assert_eq!(told, expected.map(|(text, level)| (text.to_owned(), level)));
    assert_eq!(read.contents, 1);
}

#[test]
fn what_is_no_manuscript_is_refused_with_a_sentence_in_both_languages() {
    let zip = |name: &str| {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(b"<x/>").expect("its content");
        zip.finish().expect("a file").into_inner()
    };
    let mut cut = document("<w:p><w:r><w:t>x</w:t></w:r></w:p>");
    cut.truncate(cut.len() / 2);
    let long = "字".repeat(400_001);
    let cases: [(&str, Vec<u8>, ManuscriptError); 8] = [
        ("a workbook", zip("xl/workbook.xml"), ManuscriptError::Other),
        ("any zip", zip("readme.txt"), ManuscriptError::Other),
        ("cut in half", cut, ManuscriptError::Unreadable),
        ("the old kind", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more".to_vec(), ManuscriptError::Binary),
        ("nothing", Vec::new(), ManuscriptError::Empty),
        ("a document of blanks", document("<w:p><w:r><w:t> </w:t></w:r></w:p>"), ManuscriptError::Empty),
        ("too long", long.into_bytes(), ManuscriptError::TooLarge),
        ("large once it is unpacked", document(&" ".repeat(50_000_001)), ManuscriptError::TooLarge),
    ];
    for (what, bytes, expected) in cases {
        let error = read_manuscript(&bytes).expect_err(what);
        assert_eq!(error, expected, "{what}");
        for language in Language::ALL {
            let sentence = error.sentence(*language);
            assert!(sentence.ends_with(['。', '.']) && !sentence.contains('{'), "{what}: {sentence}");
        }
    }
}

/// The answers of a worked sample by item, as paragraphs.
fn answers(name: &str) -> Vec<(ItemSlot, Vec<String>)> {
    let file: Value = serde_json::from_str(&std::fs::read_to_string(format!("assets/samples/{name}.json")).expect("a sample")).expect("its JSON");
    let of = |id: &str| {
        let answers = file["items"][id]["answers"].as_object().into_iter().flat_map(|scopes| scopes.values());
        let texts = answers.flat_map(|factors| factors.as_object().into_iter().flat_map(|factors| factors.values()));
        texts.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    BEIJING.items().map(|(slot, item)| (slot, of(&item.id))).collect()
}

/// A report, and of each of its blocks where a person would put it.
#[derive(Default)]
struct Report {
    body: String,
    places: Vec<Option<Place>>,
}

impl Report {
    /// A heading; where it goes does not matter where it is no text of an answer.
    fn heading(&mut self, look: &str, text: &str) {
        let properties = if look == "bold" { "<w:rPr><w:b/></w:rPr>".to_owned() } else { String::new() };
        let style = look
            .strip_prefix("level ")
            .map_or(String::new(), |level| format!(r#"<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>"#));
        self.body += &format!("<w:p>{style}<w:r>{properties}<w:t>{}</w:t></w:r></w:p>", escaped(text));
        self.places.push(None);
    }

    fn text(&mut self, place: Place, text: &str) {
        self.body += &format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(text));
        self.places.push(Some(place));
    }

    fn table(&mut self, place: Place, rows: &[&[&str]]) {
        let cell = |text: &&str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
        let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
        self.body += &format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>());
        self.places.push(Some(place));
    }

    /// Splits it and tells the share of characters that go where a person would put them, and the share of those elsewhere that are called certain.
    fn shares(&self) -> (f64, f64) {
        let manuscript = read(&document(&self.body));
        assert_eq!(manuscript.blocks.len(), self.places.len());
        let pieces = split(&BEIJING, &manuscript);
        let (mut all, mut right, mut wrongly_certain) = (0_u32, 0, 0);
        for piece in &pieces {
            for at in piece.blocks.clone() {
                let Some(place) = self.places[at] else { continue };
                let size = u32::try_from(manuscript.blocks[at].text().chars().count()).expect("a size");
                all += size;
                if place == piece.place {
                    right += size;
                } else {
                    wrongly_certain += if piece.certainty == Certainty::Certain { size } else { 0 };
                    eprintln!(
                        "{:?} instead of {place:?} ({:?}): {:.60}",
                        piece.place,
                        piece.certainty,
                        manuscript.blocks[at].text()
                    );
                }
            }
        }
        (f64::from(right) / f64::from(all), f64::from(wrongly_certain) / f64::from(all))
    }
}

const SAMPLES: [&str; 3] = ["manufacturing.zh", "service.zh", "public-welfare.zh"];

const OVERVIEW: &str = "本组织成立于 2003 年，注册地在北京，现有员工八百余人，主要顾客为轨道交通和医疗设备制造商。";

/// As the criteria number it, with sub-clauses of the writer's own and styles that say how high a heading stands.
fn by_clause(name: &str) -> Report {
    let words = BEIJING.words("zh");
    let mut report = Report::default();
    report.heading("level 0", "组织概述");
    report.text(Place::Overview, OVERVIEW);
    let mut category = None;
    for (slot, texts) in answers(name) {
        let item = BEIJING.item(slot);
        let of = BEIJING.category_of(slot);
        if category != Some(of) {
            category = Some(of);
            let number = item.number.rsplit_once('.').map_or("", |(number, _)| number);
            report.heading("level 0", &format!("{number} {}", words.category(&BEIJING.category(of).id)));
        }
        report.heading("level 1", &format!("{} {}", item.number, words.item(&item.id)));
        for (at, text) in texts.iter().enumerate() {
            if at == 1 {
                report.heading("level 2", &format!("{}.{at} 具体做法与成效", item.number));
            }
            report.text(Place::Item(slot), text);
        }
    }
    report
}

/// 一、（一）1. without styles, in bold; titles of the clauses with words around them.
fn by_chinese_numbers(name: &str) -> Report {
    let words = BEIJING.words("zh");
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut report = Report::default();
    report.heading("bold", "公司简介");
    report.text(Place::Overview, OVERVIEW);
    let (mut category, mut chapters, mut items) = (None, 0, 0);
    for (slot, texts) in answers(name) {
        let of = BEIJING.category_of(slot);
        if category != Some(of) {
            (category, chapters, items) = (Some(of), chapters + 1, 0);
            report.heading("bold", &format!("{}、{}", digits[chapters - 1], words.category(&BEIJING.category(of).id)));
        }
        items += 1;
        let title = words.item(&BEIJING.item(slot).id);
        let title = if items == 2 { format!("{title}情况") } else { title.to_owned() };
        report.heading("plain", &format!("（{}）{title}", digits[items - 1]));
        for (at, text) in texts.iter().enumerate() {
            report.heading("plain", &format!("{}. {}", at + 1, ["方法", "展开", "学习", "整合"][at % 4]));
            report.text(Place::Item(slot), text);
        }
    }
    report
}

/// Headings of the writer's own, and tables.
const FREE: [(&str, &str); 23] = [
    ("leadership.senior-leaders", "掌舵者的担当"),
    ("leadership.governance", "权责清晰的治理结构"),
    ("leadership.social-responsibility", "做负责任的单位"),
    ("strategy.development", "五年规划是怎样形成的"),
    ("strategy.deployment", "把规划变成行动"),
    ("customers.knowledge", "倾听顾客的声音"),
    ("customers.relationships", "与顾客长期相处"),
    ("resources.people", "人才是第一资源"),
    ("resources.finance", "精打细算的资金保障"),
    ("resources.knowledge", "信息系统与知识沉淀"),
    ("resources.technology", "技术是立身之本"),
    ("resources.infrastructure", "设施设备随时可用"),
    ("resources.partners", "与相关方共成长"),
    ("processes.design", "流程从需求出发"),
    ("processes.improvement", "流程越跑越顺"),
    ("measurement.analysis", "用数据说话"),
    ("measurement.innovation", "人人都来改进"),
    ("results.products", "产品和服务更好了"),
    ("results.customers", "顾客更满意了"),
    ("results.finance", "财务和市场的成绩单"),
    ("results.resources", "资源方面的成绩"),
    ("results.processes", "过程更快更稳"),
    ("results.leadership", "领导方面的成绩"),
];

fn by_free_headings(name: &str) -> Report {
    let mut report = Report::default();
    report.heading("bold", "我们是谁：企业概况");
    report.text(Place::Overview, OVERVIEW);
    for (slot, texts) in answers(name) {
        let id = BEIJING.item(slot).id.as_str();
        let title = FREE.iter().find(|(item, _)| *item == id).map_or("", |(_, title)| title);
        report.heading("level 0", title);
        for text in &texts {
            report.text(Place::Item(slot), text);
        }
        if id == "results.finance" {
            report.table(
                Place::Item(slot),
                &[
                    &["指标", "单位", "2013年", "2014年", "2015年"],
                    &["主营业务收入", "万元", "48300", "54600", "61200"],
                    &["利润总额", "万元", "4930", "5840", "6850"],
                ],
            );
        }
    }
    report
}

/// Makes a report of a sample.
type Shape = fn(&str) -> Report;

#[test]
fn pieces_go_where_a_person_would_put_them() {
    let shapes: [(&str, Shape, f64); 3] = [
        ("by clause", by_clause, 1.0),
        ("by 一、（一）", by_chinese_numbers, 1.0),
        ("free headings", by_free_headings, 0.95),
    ];
    for (shape, report, least) in shapes {
        for name in SAMPLES {
            let (right, wrongly_certain) = report(name).shares();
            eprintln!("{shape}, {name}: {:.1} %", 100.0 * right);
            assert!(right >= least, "{shape}, {name}: {:.1} % of the characters", 100.0 * right);
            assert!(wrongly_certain == 0.0, "{shape}, {name}: {wrongly_certain} called certain");
        }
    }
}

fn places(pack: &Pack, manuscript: &Manuscript) -> Vec<(String, bool, usize)> {
    let place = |piece: &Piece| match piece.place {
        Place::Item(slot) => pack.item(slot).id.clone(),
        Place::Overview => "overview".to_owned(),
        Place::Nowhere => String::new(),
    };
    split(pack, manuscript)
        .iter()
        .map(|piece| (place(piece), piece.certainty == Certainty::Certain, piece.blocks.len()))
        .collect()
}

#[test]
fn headings_as_people_write_them() {
    for (text, expected) in [
        ("4.1.2 高层领导的作用\n甲。", vec![("leadership.senior-leaders", true, 2)]),
        ("4.1.2高层领导的作用\n甲。", vec![("leadership.senior-leaders", true, 2)]),
        (
            "4.1 领导（110 分）\n4.1.3 组织治理（30分）\n甲。",
            vec![("leadership.senior-leaders", false, 1), ("leadership.governance", true, 2)],
        ),
        ("# 社会责任 (30 points)\n甲。", vec![("leadership.social-responsibility", true, 2)]),
        (
            "第一章 领导\n第一节 组织治理\n甲。",
            vec![("leadership.senior-leaders", false, 1), ("leadership.governance", true, 2)],
        ),
        (
            "# Leadership\n## Organisational governance\nText of some length.",
            vec![("leadership.senior-leaders", false, 1), ("leadership.governance", true, 2)],
        ),
        ("（二）社会责任\n甲。\n1. 具体做法\n乙。", vec![("leadership.social-responsibility", true, 4)]),
        // A list within a clause that happens to speak of another one stays.
        ("## 组织治理\n甲。\n### 概况\n乙。", vec![("leadership.governance", true, 4)]),
        ("Organisational profile\nWe are.", vec![("overview", true, 2)]),
        (
            "# Leadership\n## Governance\nThe board.",
            vec![("leadership.senior-leaders", false, 1), ("leadership.governance", false, 2)],
        ),
        ("# How strategy is developed\nText.", vec![("strategy.development", false, 2)]),
        ("# 4.3.3 Relationships with customers\nText.", vec![("customers.relationships", true, 2)]),
        ("没有标题的文字。", vec![("", false, 1)]),
        ("2014 年营业收入 4930 万元", vec![("", false, 1)]),
    ] {
        let expected: Vec<(String, bool, usize)> = expected
            .into_iter()
            .map(|(place, certain, blocks)| (place.to_owned(), certain, blocks))
            .collect();
        assert_eq!(places(&BEIJING, &read(text.as_bytes())), expected, "{text}");
    }
}

#[test]
fn of_more_pieces_than_there_may_be_the_last_one_holds_the_rest() {
    let lines: Vec<String> = (0..700).map(|at| format!("# {}\n甲。", ["组织治理", "社会责任"][at % 2])).collect();
    let manuscript = read(lines.join("\n").as_bytes());
    let pieces = split(&BEIJING, &manuscript);
    assert_eq!(pieces.len(), award_kit::manuscript::MOST_PIECES);
    let last = pieces.last().expect("a piece");
    assert_eq!((last.blocks.end, last.certainty), (manuscript.blocks.len(), Certainty::Likely));
}

/// Lines as they may stand in a report.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[一二三四]、[\\PC&&[^\t\n\r]]{0,9}",
        "（[一二]）\\PC{0,9}",
        "[1-9](\\.[1-9]){0,3} ?\\PC{0,12}",
        "#{1,4} \\PC{1,12}",
        "\\PC{0,40}。",
        Just("4.2.3 战略部署".to_owned()),
        Just("顾客满意".to_owned()),
        Just("指标\t2014年\t2015年".to_owned()),
    ]
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_block_is_in_exactly_one_piece(lines in proptest::collection::vec(line(), 1..40)) {
        let Ok(manuscript) = read_manuscript(lines.join("\n").as_bytes()) else { return Ok(()) };
        let pieces = split(&BEIJING, &manuscript);
        let mut next = 0;
        for piece in &pieces {
            prop_assert_eq!(piece.blocks.start, next);
            prop_assert!(piece.blocks.end > next);
            next = piece.blocks.end;
        }
        prop_assert_eq!(next, manuscript.blocks.len());
    }

    #[test]
    fn any_document_is_read_or_refused(body in "(<w:(p|r|t|tbl|tr|tc|del|sdt|pPr)>|</w:(p|r|t|tbl|tr|tc|del|sdt|pPr)>|[a-z一-三 ]{1,3}|<w:numId w:val=\"[0-9]\"/>|<w:gridSpan w:val=\"[0-9]{1,3}\"/>|<){0,60}") {
        if let Ok(manuscript) = read_manuscript(&document(&body)) {
            split(&BEIJING, &manuscript);
        }
    }
}
