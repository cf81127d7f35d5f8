//! Characters and whole cells that are struck out or raised, in workbooks of every kind: no part of a figure, and no figure.

use crate::import_doubts::outcome;
use crate::import_files::zipped;
use crate::made_workbooks::{Made, made};
use crate::made_xls::{self, Sheet, cell, label, number, record, sheet, wide};
use award_kit::import::read_book;

fn told(name: &str, bytes: &[u8]) -> Vec<String> {
    outcome(&read_book(bytes).unwrap_or_else(|error| panic!("{name}: {error:?}")))
}

/// Fonts of the older workbooks: a plain one, one struck out, one raised, one lowered, and after the gap in their numbers, struck out again.
fn fonts() -> Vec<u8> {
    let font = |flags: u8, escapement: u8| {
        record(
            0x31,
            &[
                220, 0, flags, 0, 0xff, 0x7f, 0x90, 1, escapement, 0, 0, 0, 0, 0, 5, 0, b'A', b'r', b'i', b'a', b'l',
            ],
        )
    };
    [font(0, 0), font(8, 0), font(0, 1), font(0, 2), font(8, 0)].concat()
}

/// Styles 1 to 5 of these fonts.
fn styles() -> Vec<u8> {
    let style = |font: u16| {
        let mut content = vec![0; 20];
        content[..2].copy_from_slice(&font.to_le_bytes());
        record(0xe0, &content)
    };
    [0, 1, 2, 3, 5].into_iter().flat_map(style).collect()
}

fn counted(text: &str) -> Vec<u8> {
    (text.encode_utf16().count() as u16).to_le_bytes().to_vec()
}

fn runs(runs: &[(u16, u16)]) -> Vec<u8> {
    runs.iter().flat_map(|(at, font)| [at.to_le_bytes(), font.to_le_bytes()].concat()).collect()
}

/// A text among the shared ones, with runs.
fn shared(text: &str, of: &[(u16, u16)]) -> Vec<u8> {
    let count = (of.len() as u16).to_le_bytes();
    [
        &1_u32.to_le_bytes()[..],
        &1_u32.to_le_bytes(),
        &counted(text),
        &[9],
        &count,
        &wide(text),
        &runs(of),
    ]
    .concat()
}

const PLAIN: u16 = 0;
const STRUCK: u16 = 1;
const RAISED: u16 = 2;
const LOWERED: u16 = 3;
/// The fourth is left out.
const STRUCK_TOO: u16 = 5;

const RIGHT: &[&str] = &["B2 customer-satisfaction value:2014 91"];
const ASKED: &[&str] = &["B2 not_a_number"];
const STRUCK_OUT: &[&str] = &["B2 struck_out"];

fn satisfaction(figure: Vec<u8>) -> Sheet {
    sheet(vec![label(0, 0, "指标"), number(0, 1, 0, 2014.0), label(1, 0, "顾客满意度"), figure])
}

#[test]
fn runs_of_characters_in_older_workbooks_are_read_apart() {
    /// Name, text, from which letter on which font, style of the cell, and what becomes of it.
    type Case = (&'static str, &'static str, &'static [(u16, u16)], u16, &'static [&'static str]);
    let list: [Case; 12] = [
        ("a note", "911", &[(2, RAISED)], 0, ASKED),
        ("a note in front", "191", &[(0, RAISED), (1, PLAIN)], 0, ASKED),
        ("struck out", "9091", &[(0, STRUCK), (2, PLAIN)], 0, ASKED),
        ("struck out by a later font", "9091", &[(0, STRUCK_TOO), (2, PLAIN)], 0, ASKED),
        ("struck out by the cell's own font", "9091", &[(2, PLAIN)], 2, ASKED),
        ("the cell's own font, and another all over", "91", &[(0, PLAIN)], 2, RIGHT),
        ("two fonts that are alike", "91", &[(1, PLAIN)], 0, RIGHT),
        ("lowered", "91", &[(1, LOWERED)], 0, RIGHT),
        ("a run behind the end", "91", &[(9, STRUCK)], 0, RIGHT),
        ("a run of nothing", "91", &[(0, STRUCK), (0, PLAIN)], 0, RIGHT),
        ("a font that is not there", "91", &[(0, 99)], 0, RIGHT),
        ("the font that is left out", "91", &[(0, 4)], 0, RIGHT),
    ];
    for (name, text, of, style, expected) in list {
        let globals = [fonts(), styles()].concat();
        let among = [globals.clone(), record(0xfc, &shared(text, of))].concat();
        let cells = satisfaction(cell(0xfd, 1, 1, style, &[0; 4]));
        let file = |globals: &[u8], sheet: Sheet| made_xls::file("Workbook", &made_xls::stream(0x600, globals, &[sheet]));
        assert_eq!(told(name, &file(&among, cells)), expected, "{name}, shared");
        let count = (of.len() as u16).to_le_bytes();
        let own = [counted(text), vec![1], wide(text), count.to_vec(), runs(of)].concat();
        assert_eq!(
            told(name, &file(&globals, satisfaction(cell(0xd6, 1, 1, style, &own)))),
            expected,
            "{name}, in its cell"
        );
        // Excel 95: places and fonts of one byte.
        let short: Vec<u8> = of.iter().flat_map(|(at, font)| [*at as u8, *font as u8]).collect();
        let own = [counted(text), text.as_bytes().to_vec(), vec![of.len() as u8], short].concat();
        let gb = |row, text: &[u8]| cell(0x204, row, 0, 0, &[&(text.len() as u16).to_le_bytes(), text].concat());
        let cells = sheet(vec![
            gb(0, &[0xd6, 0xb8, 0xb1, 0xea]),
            number(0, 1, 0, 2014.0),
            gb(1, &[0xb9, 0xcb, 0xbf, 0xcd, 0xc2, 0xfa, 0xd2, 0xe2, 0xb6, 0xc8]),
            cell(0xd6, 1, 1, style, &own),
        ]);
        let globals = [record(0x42, &936_u16.to_le_bytes()), globals].concat();
        let stream = made_xls::stream(0x500, &globals, &[cells]);
        assert_eq!(told(name, &made_xls::file("Book", &stream)), expected, "{name}, Excel 95");
    }
    // A note at a name, and runs that go on in a further record.
    let text = shared("顾客满意度1", &[(5, RAISED)]);
    let strings = [record(0xfc, &text[..text.len() - 3]), record(0x3c, &text[text.len() - 3..])].concat();
    let cells = sheet(vec![
        label(0, 0, "指标"),
        number(0, 1, 0, 2014.0),
        cell(0xfd, 1, 0, 0, &[0; 4]),
        number(1, 1, 0, 91.0),
    ]);
    let stream = made_xls::stream(0x600, &[fonts(), styles(), strings].concat(), &[cells]);
    assert_eq!(told("a name", &made_xls::file("Workbook", &stream)), RIGHT);
}

#[test]
fn whole_cells_of_older_workbooks_that_are_struck_out_hold_no_figure() {
    let text = |style| cell(0x204, 1, 1, style, &[counted("91"), vec![1], wide("91")].concat());
    let formula = |style| cell(0x06, 1, 1, style, &[&91.0_f64.to_le_bytes()[..], &[0; 8]].concat());
    let list: [(&str, Vec<u8>, &[&str]); 9] = [
        ("a number", number(1, 1, 2, 91.0), STRUCK_OUT),
        ("a short number", cell(0x27e, 1, 1, 2, &made_xls::short(91, false)), STRUCK_OUT),
        ("a later font", number(1, 1, 5, 91.0), STRUCK_OUT),
        ("a formula", formula(2), STRUCK_OUT),
        ("a text", text(2), STRUCK_OUT),
        ("a raised number", number(1, 1, 3, 91.0), ASKED),
        ("a lowered number", number(1, 1, 4, 91.0), RIGHT),
        ("a plain text", text(1), RIGHT),
        (
            "several in a record",
            cell(0xbd, 1, 1, 2, &[&made_xls::short(91, false)[..], &[1, 0]].concat()),
            STRUCK_OUT,
        ),
    ];
    for (name, figure, expected) in list {
        let stream = made_xls::stream(0x600, &[fonts(), styles()].concat(), &[satisfaction(figure)]);
        assert_eq!(told(name, &made_xls::file("Workbook", &stream)), expected, "{name}");
    }
    // A name that is struck out is that of nothing.
    let name = cell(0x204, 1, 0, 2, &[counted("顾客满意度"), vec![1], wide("顾客满意度")].concat());
    let cells = sheet(vec![label(0, 0, "指标"), number(0, 1, 0, 2014.0), name, number(1, 1, 0, 91.0)]);
    let stream = made_xls::stream(0x600, &[fonts(), styles()].concat(), &[cells]);
    assert_eq!(told("a name", &made_xls::file("Workbook", &stream)), STRUCK_OUT);
    // A heading that is struck out is asked for.
    let heading = cell(0x204, 0, 1, 2, &[counted("2014年"), vec![1], wide("2014年")].concat());
    let cells = sheet(vec![
        label(0, 0, "指标"),
        heading,
        label(0, 2, "2013年"),
        label(1, 0, "顾客满意度"),
        number(1, 1, 0, 91.0),
        number(1, 2, 0, 90.0),
    ]);
    let stream = made_xls::stream(0x600, &[fonts(), styles()].concat(), &[cells]);
    assert_eq!(
        told("a heading", &made_xls::file("Workbook", &stream)),
        ["C2 customer-satisfaction value:2013 90", "ask B"]
    );
}

#[test]
fn whole_cells_of_newer_workbooks_and_open_documents_that_are_struck_out_hold_no_figure() {
    let newer = |font: &str, figure: &str| {
        let styles = format!(
            r#"<styleSheet><fonts><font><sz val="11"/></font><font>{font}</font></fonts><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>"#
        );
        let text = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
        let rows = format!(
            r#"<row r="1">{}<c r="B1"><v>2014</v></c></row><row r="2">{}{figure}</row>"#,
            text("A1", "指标"),
            text("A2", "顾客满意度")
        );
        let relation = |id: &str, kind: &str, target: &str| {
            format!(r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#)
        };
        let relations = |list: &str| format!("<Relationships>{list}</Relationships>");
        zipped(&[
            ("_rels/.rels", relations(&relation("r1", "officeDocument", "xl/workbook.xml")).as_bytes()),
            (
                "xl/workbook.xml",
                br#"<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#,
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relations(&(relation("r1", "worksheet", "sheet.xml") + &relation("r2", "styles", "styles.xml"))).as_bytes(),
            ),
            ("xl/sheet.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes()),
            ("xl/styles.xml", styles.as_bytes()),
        ])
    };
    let of_style = r#"<c r="B2" s="1"><v>91</v></c>"#;
    let text = r#"<c r="B2" s="1" t="str"><v>91</v></c>"#;
    let open = |properties: &str| {
        let style = format!(r#"<style:style style:name="ce1" style:family="table-cell"><style:text-properties {properties}/></style:style>"#);
        let text = |text: &str| format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#);
        let figure = r#"<table:table-cell table:style-name="ce1" office:value-type="float" office:value="91"><text:p>91</text:p></table:table-cell>"#;
        let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
        let rows = row(text("指标") + &text("2014年")) + &row(text("顾客满意度") + figure);
        let content = format!(
            "<office:document-content><office:automatic-styles>{style}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"S\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        zipped(&[("content.xml", content.as_bytes()), ("META-INF/manifest.xml", b"")])
    };
    let xml = |font: &str| {
        let text = |text: &str| format!(r#"<Cell><Data ss:Type="String">{text}</Data></Cell>"#);
        format!(
            r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><Font {font}/></Style></Styles><Worksheet ss:Name="S"><Table><Row>{}{}</Row><Row>{}<Cell ss:StyleID="s1"><Data ss:Type="Number">91</Data></Cell></Row></Table></Worksheet></Workbook>"#,
            text("指标"),
            text("2014年"),
            text("顾客满意度")
        )
        .into_bytes()
    };
    let page = |figure: &str| {
        format!("<meta charset=utf-8><style>.old {{ text-decoration: line-through }}</style><table><tr><td>指标<td>2014<tr><td>顾客满意度{figure}</table>")
            .into_bytes()
    };
    let list: [(&str, Vec<u8>, &[&str]); 18] = [
        ("newer: struck out", newer("<strike/>", of_style), STRUCK_OUT),
        ("newer: a text", newer("<strike/>", text), STRUCK_OUT),
        ("newer: not struck out", newer(r#"<strike val="0"/>"#, of_style), RIGHT),
        ("newer: raised", newer(r#"<vertAlign val="superscript"/>"#, of_style), ASKED),
        ("newer: lowered", newer(r#"<vertAlign val="subscript"/>"#, of_style), RIGHT),
        ("newer: another style", newer("<strike/>", r#"<c r="B2" s="0"><v>91</v></c>"#), RIGHT),
        ("open document: struck out", open(r#"style:text-line-through-style="solid""#), STRUCK_OUT),
        ("open document: not struck out", open(r#"style:text-line-through-style="none""#), RIGHT),
        ("open document: raised", open(r#"style:text-position="super 58%""#), ASKED),
        ("2003: struck out", xml(r#"ss:StrikeThrough="1""#), STRUCK_OUT),
        ("2003: not struck out", xml(r#"ss:StrikeThrough="0" ss:Bold="1""#), RIGHT),
        ("2003: raised", xml(r#"ss:VerticalAlign="Superscript""#), ASKED),
        ("a page: a cell by its style", page("<td style='text-decoration:line-through'>91"), STRUCK_OUT),
        ("a page: a cell by its class", page("<td class=old>91"), STRUCK_OUT),
        (
            "a page: letters by their style",
            page("<td><span style='text-decoration: line-through'>90</span>91"),
            ASKED,
        ),
        ("a page: letters by their class", page("<td><font class='old x'>90</font>91"), ASKED),
        ("a page: raised by its style", page("<td>91<span style='vertical-align:super'>1</span>"), ASKED),
        ("a page: underlined", page("<td><span style='text-decoration: underline'>9</span>1"), RIGHT),
    ];
    for (name, bytes, expected) in list {
        assert_eq!(told(name, &bytes), expected, "{name}");
    }
}

/// A piece of a text, and whether it is struck out.
type Piece = (bool, &'static str);

/// A table of four cells, the one at this row and column of pieces; as a newer workbook, an open document and an older workbook.
fn of_pieces(row: usize, column: usize, pieces: &[Piece]) -> [(&'static str, Vec<u8>); 3] {
    let plain = [["指标", "2014年"], ["顾客满意度", "91"]];
    let table = |cell: &dyn Fn(usize, usize, &[Piece]) -> String, line: &dyn Fn(usize, String) -> String| -> String {
        let own = |at: usize, of: usize| {
            if (at, of) == (row, column) {
                pieces.to_vec()
            } else {
                vec![(false, plain[at][of])]
            }
        };
        (0..2).map(|at| line(at, (0..2).map(|of| cell(at, of, &own(at, of))).collect())).collect()
    };
    let newer = made(&Made {
        rows: table(
            &|at, of, pieces| {
                let run = |(struck, text): &Piece| format!("<r><rPr>{}</rPr><t>{text}</t></r>", if *struck { "<strike/>" } else { "" });
                let runs: String = pieces.iter().map(run).collect();
                format!(r#"<c r="{}{}" t="inlineStr"><is>{runs}</is></c>"#, ["A", "B"][of], at + 1)
            },
            &|at, cells| format!(r#"<row r="{}">{cells}</row>"#, at + 1),
        ),
        ..Made::default()
    });
    let rows = table(
        &|_, _, pieces| {
            let span = |(struck, text): &Piece| {
                if *struck {
                    format!(r#"<text:span text:style-name="T1">{text}</text:span>"#)
                } else {
                    (*text).to_owned()
                }
            };
            let spans: String = pieces.iter().map(span).collect();
            format!(r#"<table:table-cell office:value-type="string"><text:p>{spans}</text:p></table:table-cell>"#)
        },
        &|_, cells| format!("<table:table-row>{cells}</table:table-row>"),
    );
    let style = r#"<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>"#;
    let content = format!(
        "<office:document-content><office:automatic-styles>{style}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"S\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let open = zipped(&[("content.xml", content.as_bytes()), ("META-INF/manifest.xml", b"")]);
    let rich = |at: u16, of: u16| {
        let text: String = pieces.iter().map(|(_, text)| *text).collect();
        let mut start = 0;
        let fonts: Vec<(u16, u16)> = pieces
            .iter()
            .map(|(struck, text)| {
                let run = (start, if *struck { STRUCK } else { PLAIN });
                start += text.encode_utf16().count() as u16;
                run
            })
            .collect();
        let count = (fonts.len() as u16).to_le_bytes().to_vec();
        cell(0xd6, at, of, 0, &[counted(&text), vec![1], wide(&text), count, runs(&fonts)].concat())
    };
    let own = |at: u16, of: u16| {
        if (usize::from(at), usize::from(of)) == (row, column) {
            rich(at, of)
        } else {
            label(at, of, plain[usize::from(at)][usize::from(of)])
        }
    };
    let cells = sheet(vec![own(0, 0), own(0, 1), own(1, 0), own(1, 1)]);
    let older = made_xls::file("Workbook", &made_xls::stream(0x600, &[fonts(), styles()].concat(), &[cells]));
    [("newer", newer), ("open document", open), ("older", older)]
}

#[test]
fn what_is_left_of_a_heading_or_name_counts_without_what_is_struck_out() {
    const OUT: bool = true;
    const LEFT: bool = false;
    let list: [(usize, usize, &[Piece], &[&str]); 14] = [
        (0, 1, &[(OUT, "2013年"), (LEFT, "2014年")], RIGHT),
        (0, 1, &[(OUT, "2013"), (LEFT, "2014")], RIGHT),
        (0, 1, &[(LEFT, "201"), (OUT, "3"), (LEFT, "4")], RIGHT),
        (0, 1, &[(OUT, "目标"), (LEFT, "2014年实际")], RIGHT),
        (0, 1, &[(LEFT, "2014年"), (OUT, "上半年")], RIGHT),
        (0, 1, &[(LEFT, "2014年（"), (OUT, "亿元"), (LEFT, "分）")], RIGHT),
        (0, 1, &[(OUT, "2014年实际"), (LEFT, "2014年目标")], &["B2 customer-satisfaction target 91"]),
        (1, 0, &[(OUT, "产品合格率"), (LEFT, "顾客满意度")], RIGHT),
        (1, 0, &[(LEFT, "顾客满意度"), (OUT, "目标")], RIGHT),
        (1, 0, &[(LEFT, "顾客满意度（"), (OUT, "%"), (LEFT, "分）")], RIGHT),
        (1, 0, &[(OUT, "顾客"), (LEFT, "满意度")], &["row 2 unknown_row"]),
        (1, 0, &[(OUT, "顾客满意度")], STRUCK_OUT),
        // A figure beside a struck out one is asked for all the same.
        (1, 1, &[(OUT, "90"), (LEFT, "91")], ASKED),
        (1, 1, &[(OUT, "91")], STRUCK_OUT),
    ];
    for (row, column, pieces, expected) in list {
        for (kind, bytes) in of_pieces(row, column, pieces) {
            assert_eq!(told(kind, &bytes), expected, "{kind}: {pieces:?}");
        }
    }
}
