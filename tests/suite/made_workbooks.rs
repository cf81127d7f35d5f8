//! Small workbooks made for the tests of import, part by part, so that they can hold what no program of today writes.

use crate::import_files::zipped;

/// What a sheet holds, and what is said of it.
#[derive(Clone, Default)]
pub struct Made {
    /// What stands in `sheetData`.
    pub rows: String,
    /// Before and behind it: columns, joined cells.
    pub before: String,
    pub behind: String,
    /// The codes of formats; the first is style 1. A number is that of one that every reader knows without its code.
    pub formats: Vec<String>,
    /// It asks to be computed when it is opened, as programs say that write formulas with 0 for a result.
    pub uncomputed: bool,
    /// Texts shared, and how many the file says there are.
    pub strings: Option<(String, String)>,
    /// Further sheets: name, kind, content.
    pub others: Vec<(String, String, String)>,
    pub in_utf16: bool,
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Cells as they are written in a table: numbers, `=formula` without a result, `number@style`, `~` for nothing, else text.
pub fn rows(text: &str) -> String {
    let cell = |row: usize, (at, cell): (usize, &str)| {
        let cell = cell.trim();
        let place = format!("{}{}", (b'A' + at as u8) as char, row + 1);
        let (content, style) = cell.rsplit_once('@').unwrap_or((cell, "0"));
        match content {
            "" | "~" => String::new(),
            _ if content.starts_with('=') => format!(r#"<c r="{place}"><f>{}</f></c>"#, &content[1..]),
            _ if content.starts_with('#') => format!(r#"<c r="{place}" t="e"><v>{content}</v></c>"#),
            _ if content.parse::<f64>().is_ok() => format!(r#"<c r="{place}" s="{style}"><v>{content}</v></c>"#),
            _ => format!(r#"<c r="{place}" t="inlineStr"><is><t>{}</t></is></c>"#, escaped(content)),
        }
    };
    let row = |(row, line): (usize, &str)| {
        let hidden = line.ends_with("!hidden");
        let line = line.trim_end_matches("!hidden");
        let cells: String = line.split('|').enumerate().map(|place| cell(row, place)).collect();
        format!(r#"<row r="{}"{}>{cells}</row>"#, row + 1, if hidden { r#" hidden="1""# } else { "" })
    };
    text.split('\n').enumerate().map(row).collect()
}

pub fn made(made: &Made) -> Vec<u8> {
    let related = |list: &[(String, String, String)]| {
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        let one = |(id, kind, target): &(String, String, String)| format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#);
        format!(
            r#"<Relationships xmlns="{package}">{}</Relationships>"#,
            list.iter().map(one).collect::<String>()
        )
    };
    let owned = |id: &str, kind: &str, target: &str| (id.to_owned(), kind.to_owned(), target.to_owned());
    let mut relations = vec![owned("r1", "worksheet", "worksheets/sheet1.xml"), owned("rs", "styles", "styles.xml")];
    let mut sheets = r#"<sheet name="S" sheetId="1" r:id="r1"/>"#.to_owned();
    for (at, (name, kind, _)) in made.others.iter().enumerate() {
        let id = at + 2;
        relations.push((format!("r{id}"), kind.clone(), format!("others/{id}.xml")));
        sheets += &format!(r#"<sheet name="{name}" sheetId="{id}" r:id="r{id}"/>"#);
    }
    if made.strings.is_some() {
        relations.push(owned("rt", "sharedStrings", "sharedStrings.xml"));
    }
    let number = |at: usize, code: &str| code.parse::<usize>().unwrap_or(200 + at);
    let formats: String = (made.formats.iter().enumerate())
        .filter(|(_, code)| code.parse::<usize>().is_err())
        .map(|(at, code)| format!(r#"<numFmt numFmtId="{}" formatCode="{}"/>"#, 200 + at, escaped(code)))
        .collect();
    let styles: String = (made.formats.iter().enumerate())
        .map(|(at, code)| format!(r#"<xf numFmtId="{}"/>"#, number(at, code)))
        .collect();
    let styles = format!(
        r#"<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>"#
    );
    let sheet = format!(
        r#"<worksheet xmlns="{MAIN}">{}<sheetData>{}</sheetData>{}</worksheet>"#,
        made.before, made.rows, made.behind
    );
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets>{}</workbook>"#,
        if made.uncomputed { r#"<calcPr calcId="0" fullCalcOnLoad="1"/>"# } else { "" }
    );
    let mut parts = vec![
        ("_rels/.rels".to_owned(), related(&[owned("r1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml".to_owned(), book),
        ("xl/_rels/workbook.xml.rels".to_owned(), related(&relations)),
        ("xl/worksheets/sheet1.xml".to_owned(), sheet),
        ("xl/styles.xml".to_owned(), styles),
    ];
    if let Some((strings, count)) = &made.strings {
        parts.push((
            "xl/sharedStrings.xml".to_owned(),
            format!(r#"<sst xmlns="{MAIN}" count="{count}" uniqueCount="{count}">{strings}</sst>"#),
        ));
    }
    for (at, (_, _, content)) in made.others.iter().enumerate() {
        parts.push((format!("xl/others/{}.xml", at + 2), content.clone()));
    }
    let bytes = |text: &str| {
        if made.in_utf16 {
            let units = [0xfeff].into_iter().chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        } else {
            text.as_bytes().to_vec()
        }
    };
    let parts: Vec<(String, Vec<u8>)> = parts.into_iter().map(|(name, text)| (name, bytes(&text))).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zipped(&parts)
}
