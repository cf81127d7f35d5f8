//! What programs of twenty years write into tables beside what is usual, a small file for each kind; what each must come to stands beside
//! it. A kind more is a row more.

use crate::import_doubts::outcome;
use crate::import_files::zipped;
use crate::import_workbooks::compound;
use crate::made_workbooks::{Made, made};
use crate::made_xls::{self, Sheet, cell, label, number, record, sheet, short, upper, wide};
use award_kit::import::{TableError, read_book};

fn told(name: &str, bytes: &[u8]) -> Vec<String> {
    outcome(&read_book(bytes).unwrap_or_else(|error| panic!("{name}: {error:?}")))
}

const SATISFACTION: &str = "B2 customer-satisfaction value:2014 91";

/// The heading 指标, 2014.
fn head() -> Vec<u8> {
    [label(0, 0, "指标"), number(0, 1, 0, 2014.0)].concat()
}

#[test]
fn older_workbooks_hold_numbers_in_many_forms() {
    let revenue = |cell: Vec<u8>| sheet(vec![head(), label(1, 0, "主营业务收入"), cell]);
    let percent = |cell: Vec<u8>| sheet(vec![head(), label(1, 0, "产品合格率"), cell]);
    let formats = [made_xls::style(10), made_xls::format(200, "0\".\"0,\"万元\""), made_xls::format(201, "0.0\\%")].concat();
    let formula = |result: [u8; 8]| cell(0x06, 1, 1, 0, &[&result[..], &[0; 8]].concat());
    let text = [0, 0, 0, 0, 0, 0, 0xff, 0xff];
    let table: [(&str, Sheet, &str); 14] = [
        ("a number", revenue(number(1, 1, 0, 48300.5)), "B2 main-revenue value:2014 48300.5"),
        (
            "whole, short",
            revenue(cell(0x27e, 1, 1, 0, &short(48300, false))),
            "B2 main-revenue value:2014 48300",
        ),
        (
            "below zero, short",
            revenue(cell(0x27e, 1, 1, 0, &short(-5, false))),
            "B2 main-revenue value:2014 -5",
        ),
        (
            "hundredths, short",
            revenue(cell(0x27e, 1, 1, 0, &short(4_830_012, true))),
            "B2 main-revenue value:2014 48300.12",
        ),
        (
            "with a point, short",
            revenue(cell(0x27e, 1, 1, 0, &upper(0.75, false))),
            "B2 main-revenue value:2014 0.75",
        ),
        (
            "both, short",
            revenue(cell(0x27e, 1, 1, 0, &upper(1250.0, true))),
            "B2 main-revenue value:2014 12.5",
        ),
        (
            "several in one record",
            revenue(cell(0xbd, 1, 1, 0, &[&short(7, false)[..], &[1, 0]].concat())),
            "B2 main-revenue value:2014 7",
        ),
        ("a formula's number", revenue(formula(5.5_f64.to_le_bytes())), "B2 main-revenue value:2014 5.5"),
        (
            "a formula's text",
            revenue([formula(text), record(0x207, &[&[4, 0, 1][..], &wide("12.5")].concat())].concat()),
            "B2 main-revenue value:2014 12.5",
        ),
        ("a formula's error", revenue(formula([2, 0, 0x2a, 0, 0, 0, 0xff, 0xff])), "B2 not_a_number"),
        ("an error", revenue(cell(0x205, 1, 1, 0, &[0x07, 1])), "B2 not_a_number"),
        ("a format of percent", percent(number(1, 1, 1, 0.963)), "B2 conforming-rate value:2014 96.3"),
        (
            "a scale in the format",
            revenue(number(1, 1, 2, 483_000_000.0)),
            "B2 main-revenue value:2014 48300",
        ),
        (
            "a percent sign only shown",
            percent(number(1, 1, 3, 96.3)),
            "B2 conforming-rate value:2014 96.3",
        ),
    ];
    for (name, sheet, expected) in table {
        let stream = made_xls::stream(0x600, &formats, &[sheet]);
        assert_eq!(told(name, &made_xls::file("Workbook", &stream)), [expected], "{name}");
        assert_eq!(told(name, &made_xls::small_file("Workbook", &stream)), [expected], "{name}, small");
    }
}

#[test]
fn older_workbooks_share_texts_over_the_borders_of_records() {
    let text = |content: &str| [&(content.encode_utf16().count() as u16).to_le_bytes(), &[1][..], &wide(content)].concat();
    let count = |texts: u32| [texts.to_le_bytes(), texts.to_le_bytes()].concat();
    let further = |content: &[u8]| record(0x3c, content);
    // 指标 | 顾客满意度, cut in many ways.
    let cut = |first: &[u8], second: &[u8]| [record(0xfc, &[&count(2), &text("指标")[..], first].concat()), further(second)].concat();
    let whole = text("顾客满意度");
    let with = |flags: u8, middle: &[u8], end: &[u8]| [&[5, 0, 1 | flags][..], middle, &wide("顾客满意度"), end].concat();
    let table: [(&str, Vec<u8>); 8] = [
        ("in one", record(0xfc, &[count(2), text("指标"), whole.clone()].concat())),
        ("between two texts", cut(&[], &whole)),
        ("before the letters", cut(&whole[..3], &[&[1][..], &whole[3..]].concat())),
        ("within the letters", cut(&whole[..7], &[&[1][..], &whole[7..]].concat())),
        (
            "with runs of letters",
            record(0xfc, &[count(2), text("指标"), with(8, &[1, 0], &[0; 4])].concat()),
        ),
        (
            "with how it is spoken",
            record(0xfc, &[count(2), text("指标"), with(4, &[3, 0, 0, 0], &[9; 3])].concat()),
        ),
        (
            "with both",
            record(0xfc, &[count(2), text("指标"), with(12, &[1, 0, 3, 0, 0, 0], &[9; 7])].concat()),
        ),
        (
            "more than there are",
            record(0xfc, &[count(4_000_000_000), text("指标"), whole.clone()].concat()),
        ),
    ];
    for (name, strings) in table {
        let shared = |row, at: u32| cell(0xfd, row, 0, 0, &at.to_le_bytes());
        let cells = sheet(vec![shared(0, 0), number(0, 1, 0, 2014.0), shared(1, 1), number(1, 1, 0, 91.0), shared(2, 9)]);
        let bytes = made_xls::file("Workbook", &made_xls::stream(0x600, &strings, &[cells]));
        assert_eq!(told(name, &bytes), [SATISFACTION], "{name}");
    }
    // The letters' width may change at a border.
    let strings = [
        record(0xfc, &[&count(1)[..], &[6, 0, 0], b"Cust"].concat()),
        further(&[&[1][..], &wide("满意")].concat()),
    ]
    .concat();
    let bytes = made_xls::file("Workbook", &made_xls::stream(0x600, &strings, &[sheet(vec![cell(0xfd, 0, 0, 0, &[0; 4])])]));
    assert!(read_book(&bytes).expect("a book").to_json().contains("Cust满意"));
}

#[test]
fn older_workbooks_hide_join_and_hold_sheets_of_other_kinds() {
    let plain = || [head(), label(1, 0, "顾客满意度"), number(1, 1, 0, 91.0)].concat();
    let whole = |more: Vec<u8>| sheet(vec![plain(), more]);
    let of = |name, hidden, kind| Sheet {
        name,
        hidden,
        kind,
        records: plain(),
    };
    let row = |flags: u16, height: u16| {
        let content: Vec<u8> = [1, 0, 2, height, 0, 0, flags, 0].into_iter().flat_map(u16::to_le_bytes).collect();
        record(0x208, &content)
    };
    let column = |flags: u16, width: u16| {
        let content: Vec<u8> = [1, 1, width, 0, flags, 0].into_iter().flat_map(u16::to_le_bytes).collect();
        record(0x7d, &content)
    };
    let chart = [
        record(0x809, &[0, 6, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        number(1, 1, 0, 5.0),
        record(0x0a, &[]),
    ]
    .concat();
    let joined: Vec<u8> = [1_u16, 0, 0, 1, 2].into_iter().flat_map(u16::to_le_bytes).collect();
    let two = sheet(vec![
        label(0, 0, "指标"),
        label(0, 1, "2014年"),
        label(1, 1, "目标"),
        label(1, 2, "实际"),
        label(2, 0, "顾客满意度"),
        number(2, 1, 0, 90.0),
        number(2, 2, 0, 91.0),
        record(0xe5, &joined),
    ]);
    let table: [(&str, Vec<Sheet>, &[&str]); 8] = [
        ("a hidden row", vec![whole(row(0x20, 300))], &["B2 hidden"]),
        ("a row without height", vec![whole(row(0, 0))], &["B2 hidden"]),
        ("a row as ever", vec![whole(row(0x100, 300))], &[SATISFACTION]),
        ("a column as ever", vec![whole(column(0, 2000))], &[SATISFACTION]),
        ("a chart in the sheet", vec![whole(chart)], &[SATISFACTION]),
        ("hidden sheets", vec![of("H", 1, 0), sheet(vec![plain()]), of("V", 2, 0)], &[SATISFACTION]),
        (
            "macros and a chart beside it",
            vec![of("M", 0, 1), of("C", 0, 2), sheet(vec![plain()])],
            &[SATISFACTION],
        ),
        (
            "a heading joined over two columns",
            vec![two],
            &["B3 customer-satisfaction target 90", "C3 customer-satisfaction value:2014 91"],
        ),
    ];
    for (name, sheets, expected) in table {
        let bytes = made_xls::file("Workbook", &made_xls::stream(0x600, &[], &sheets));
        assert_eq!(told(name, &bytes), expected, "{name}");
    }
    for hidden in [column(1, 2000), column(0, 0)] {
        let bytes = made_xls::file("Workbook", &made_xls::stream(0x600, &[], &[whole(hidden)]));
        assert!(!told("a hidden column", &bytes).contains(&SATISFACTION.to_owned()));
    }
    // Excel 95, with texts in the code page the file names.
    let gb = |row, text: &[u8]| cell(0x204, row, 0, 0, &[&(text.len() as u16).to_le_bytes(), text].concat());
    let satisfaction = [0xb9, 0xcb, 0xbf, 0xcd, 0xc2, 0xfa, 0xd2, 0xe2, 0xb6, 0xc8];
    let cells = sheet(vec![
        gb(0, &[0xd6, 0xb8, 0xb1, 0xea]),
        number(0, 1, 0, 2014.0),
        gb(1, &satisfaction),
        number(1, 1, 0, 91.0),
    ]);
    let stream = made_xls::stream(0x500, &record(0x42, &936_u16.to_le_bytes()), &[cells]);
    assert_eq!(told("Excel 95", &made_xls::file("Book", &stream)), [SATISFACTION]);
}

#[test]
fn what_is_locked_is_said_to_be() {
    let file = |records: &[u8]| made_xls::file("Workbook", &made_xls::stream(0x600, records, &[sheet(vec![head()])]));
    let last = 0xffff_fffe;
    let package = compound(
        &[0xffff_fffd, last, last],
        &[("Root Entry", 5, last, 0), ("EncryptedPackage", 2, 2, 512)],
        &[7; 512],
    );
    let table = [
        ("by XOR", file(&record(0x2f, &[0, 0, 1, 2, 3, 4]))),
        ("by RC4", file(&record(0x2f, &[1, 0, 1, 0, 1, 0]))),
        ("a newer one in a container", package),
    ];
    for (name, bytes) in table {
        assert_eq!(read_book(&bytes), Err(TableError::Encrypted), "{name}");
    }
}

/// A sheet of the newer kind by what stands in its rows.
fn of_rows(rows: &str) -> Vec<u8> {
    made(&Made {
        rows: rows.to_owned(),
        strings: Some((
            "<si><t>指标</t></si><si><r><t>顾客</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">满意度</t></r></si>".to_owned(),
            "2".to_owned(),
        )),
        ..Made::default()
    })
}

#[test]
fn newer_workbooks_hold_cells_in_many_forms() {
    let first = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2014</v></c></row>"#;
    let second = |cell: &str| of_rows(&format!(r#"{first}<row r="2"><c r="A2" t="s"><v>1</v></c>{cell}</row>"#));
    let table: [(&str, Vec<u8>, &str); 11] = [
        ("a number", second(r#"<c r="B2" t="n"><v>91</v></c>"#), SATISFACTION),
        ("a formula's number", second(r#"<c r="B2"><f>90+1</f><v>91</v></c>"#), SATISFACTION),
        ("a formula's text", second(r#"<c r="B2" t="str"><f>"9"&amp;"1"</f><v>91</v></c>"#), SATISFACTION),
        ("a shared formula", second(r#"<c r="B2"><f t="shared" si="0"/><v>91</v></c>"#), SATISFACTION),
        ("with an exponent", second(r#"<c r="B2"><v>9.1E1</v></c>"#), SATISFACTION),
        ("spaces and line ends around", second("\n<c r=\"B2\">\n<v> 91 </v>\n</c>\n"), SATISFACTION),
        ("a prefix of names", second(r#"<x:c r="B2"><x:v>91</x:v></x:c>"#), SATISFACTION),
        (
            "set apart",
            second(r#"<c r="B2" t="inlineStr"><is><t><![CDATA[91]]></t></is></c>"#),
            SATISFACTION,
        ),
        (
            "no places",
            of_rows(r#"<row><c t="s"><v>0</v></c><c><v>2014</v></c></row><row><c t="s"><v>1</v></c><c><v>91</v></c></row>"#),
            SATISFACTION,
        ),
        ("a comment within", second(r#"<c r="B2"><!-- 90 --><v>9<!-- 0 -->1</v></c>"#), SATISFACTION),
        ("yes or no", second(r#"<c r="B2" t="b"><v>1</v></c>"#), "B2 not_a_number"),
    ];
    for (name, bytes, expected) in table {
        assert_eq!(told(name, &bytes), [expected], "{name}");
    }
}

#[test]
fn open_documents_hold_cells_in_many_forms() {
    let of = |head: &str, rows: &str, styles: &str| {
        let content = format!(
            "<office:document-content>{styles}<office:body><office:spreadsheet><table:table table:name=\"S\">{head}{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        zipped(&[("content.xml", content.as_bytes()), ("META-INF/manifest.xml", b"")])
    };
    let text = |text: &str| format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#);
    let year = r#"<table:table-cell office:value-type="float" office:value="2014"><text:p>2014</text:p></table:table-cell>"#;
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let first = row(&(text("指标") + year));
    let satisfied = r#"<table:table-cell office:value-type="float" office:value="91"><text:p>91</text:p></table:table-cell>"#;
    let second = |cell: &str| row(&(text("顾客满意度") + cell));
    let noted = r#"<table:table-cell office:value-type="float" office:value="91"><office:annotation><text:p>90</text:p></office:annotation><text:p>91</text:p></table:table-cell>"#;
    let typed = r#"<table:table-cell office:value-type="string" office:string-value="91"><text:p>9<text:span>1</text:span></text:p></table:table-cell>"#;
    let hidden = r#"<table:table-column table:number-columns-repeated="1"/><table:table-column table:visibility="collapse"/>"#;
    let flat = |rows: &str| {
        format!(
            "<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"x\"><office:body><office:spreadsheet><table:table table:name=\"S\">{rows}</table:table></office:spreadsheet></office:body></office:document>"
        )
        .into_bytes()
    };
    let table: [(&str, Vec<u8>, &[&str]); 8] = [
        ("as one text", flat(&(first.clone() + &second(satisfied))), &[SATISFACTION]),
        ("a number", of("", &(first.clone() + &second(satisfied)), ""), &[SATISFACTION]),
        ("a note at the cell", of("", &(first.clone() + &second(noted)), ""), &[SATISFACTION]),
        ("a number as text", of("", &(first.clone() + &second(typed)), ""), &[SATISFACTION]),
        (
            "rows in groups",
            of(
                "",
                &format!(
                    "<table:table-header-rows>{first}</table:table-header-rows><table:table-row-group>{}</table:table-row-group>",
                    second(satisfied)
                ),
                "",
            ),
            &[SATISFACTION],
        ),
        (
            "an error",
            of(
                "",
                &(first.clone()
                    + &second(
                        r#"<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>"#,
                    )),
                "",
            ),
            &["B2 not_a_number"],
        ),
        (
            "yes or no",
            of(
                "",
                &(first.clone()
                    + &second(r#"<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>"#)),
                "",
            ),
            &["B2 not_a_number"],
        ),
        (
            "money",
            of(
                "",
                &(first.clone()
                    + &row(&(text("主营业务收入（元）")
                        + r#"<table:table-cell office:value-type="currency" office:currency="CNY" office:value="483000000"><text:p>￥483,000,000.00</text:p></table:table-cell>"#))),
                "",
            ),
            &["B2 main-revenue value:2014 48300*"],
        ),
    ];
    for (name, bytes, expected) in table {
        assert_eq!(told(name, &bytes), expected, "{name}");
    }
    let told_hidden = told("a hidden column", &of(hidden, &(first.clone() + &second(satisfied)), ""));
    assert!(!told_hidden.contains(&SATISFACTION.to_owned()), "{told_hidden:?}");
}

#[test]
fn web_pages_and_workbooks_of_2003_hold_cells_in_many_forms() {
    let page = |rows: &str| format!("<html><head><meta charset=utf-8></head><body><table>{rows}</table></body></html>");
    let first = "<tr><td>指标</td><td>2014</td></tr>";
    let xml = |cell: &str| {
        let text = |text: &str| format!(r#"<Cell><Data ss:Type="String">{text}</Data></Cell>"#);
        format!(
            r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row>{}<Cell><Data ss:Type="Number">2014</Data></Cell></Row><Row>{}{cell}</Row></Table></Worksheet></Workbook>"#,
            text("指标"),
            text("顾客满意度")
        )
    };
    let table: [(&str, String, &[&str]); 13] = [
        ("ends left out", page("<tr><td>指标<td>2014<tr><td>顾客满意度<td>91"), &[SATISFACTION]),
        (
            "in capitals",
            page("<TR><TD>指标</TD><TD>2014</TD></TR><TR><TD>顾客满意度</TD><TD>91</TD></TR>"),
            &[SATISFACTION],
        ),
        (
            "spaces that do not break",
            page(&format!("{first}<tr><td>&nbsp;顾客满意度&nbsp;</td><td>&#160;91&nbsp;</td></tr>")),
            &[SATISFACTION],
        ),
        (
            "marked up",
            page(&format!("{first}<tr><td><b>顾客</b><font>满意度</font></td><td><span>91</span></td></tr>")),
            &[SATISFACTION],
        ),
        (
            "heads and bodies",
            page(&format!("<thead>{first}</thead><tbody><tr><th>顾客满意度</th><td>91</td></tr></tbody>")),
            &[SATISFACTION],
        ),
        (
            "a comment",
            page(&format!(
                "{first}<!-- <tr><td>顾客满意度</td><td>90</td></tr> --><tr><td>顾客满意度</td><td>91</td></tr>"
            )),
            &[SATISFACTION],
        ),
        (
            "a script",
            page(&format!(
                "{first}<SCRIPT>if(a<b){{x='<td>90</td></tr>'}}</Script ><tr><td>顾客满意度</td><td>91</td></tr>"
            )),
            &[SATISFACTION],
        ),
        (
            "a style",
            page(&format!("<style>td>a {{content:'<'}}</style>{first}<tr><td>顾客满意度</td><td>91</td></tr>")),
            &[SATISFACTION],
        ),
        (
            "over two columns",
            page(
                "<tr><td rowspan=2>指标</td><td colspan='2'>2014年</td></tr><tr><td>目标</td><td>实际</td></tr><tr><td>顾客满意度</td><td>90</td><td>91</td></tr>",
            ),
            &["B3 customer-satisfaction target 90", "C3 customer-satisfaction value:2014 91"],
        ),
        ("2003: a number", xml(r#"<Cell><Data ss:Type="Number">91</Data></Cell>"#), &[SATISFACTION]),
        (
            "2003: a comment at the cell",
            xml(
                r#"<Cell><Data ss:Type="Number">91</Data><Comment ss:Author="甲"><ss:Data xmlns="http://www.w3.org/TR/REC-html40">90</ss:Data></Comment></Cell>"#,
            ),
            &[SATISFACTION],
        ),
        (
            "2003: an error",
            xml(r#"<Cell><Data ss:Type="Error">#DIV/0!</Data></Cell>"#),
            &["B2 not_a_number"],
        ),
        ("2003: yes or no", xml(r#"<Cell><Data ss:Type="Boolean">1</Data></Cell>"#), &["B2 not_a_number"]),
    ];
    for (name, text, expected) in table {
        assert_eq!(told(name, text.as_bytes()), expected, "{name}");
    }
}
