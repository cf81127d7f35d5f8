//! Tables from files: our template comes back as it was, texts in the encodings of Chinese spreadsheets, limits told in one sentence.

use crate::import_samples::plan_in_own_units as plan;
use crate::import_samples::{awkward_figures, figure, figures_of_every_kind, value};
use crate::samples::{AWKWARD, BEIJING, NEW, after, cases};
use award_kit::assessment::{
    Action, Assessment, FigureBook, FigureChange, FigureRecord, FigureSlot, FigureText, Goal, Origin, OwnIndicator, Whose, Window, text,
};
use award_kit::criteria::{Aim, IndicatorSlot, Kind};
use award_kit::export::template;
use award_kit::import::{Book, Cell, Mapping, Plan, Reason, Refused, TableError, read_book, years_of};
use award_kit::language::Language;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use std::rc::Rc;

fn window() -> Window {
    Window::new(2013, 3).expect("years")
}

fn made(assessment: &Assessment, language: Language) -> Vec<u8> {
    template(&BEIJING, assessment, language, window()).expect("a template")
}

pub fn read_into(assessment: &Assessment, bytes: &[u8]) -> Plan {
    let book = read_book(bytes).expect("a book");
    let mappings: Vec<Option<Mapping>> = book.tables.iter().map(|table| Some(Mapping::guess(table)).filter(Mapping::is_usable)).collect();
    plan(&BEIJING, assessment, &book, &mappings)
}

pub fn blank() -> Assessment {
    Assessment::blank(&BEIJING)
}

/// The figures alone, without the years asked for.
pub fn figures(assessment: &Assessment) -> FigureBook {
    FigureBook {
        window: None,
        ..(*assessment.figures).clone()
    }
}

/// The indicators whose figures differ.
fn differing(one: &Assessment, other: &Assessment) -> Vec<(FigureRecord, FigureRecord)> {
    let records = |assessment: &Assessment| {
        assessment
            .figures
            .indicators
            .iter()
            .map(|record| (**record).clone())
            .collect::<Vec<FigureRecord>>()
    };
    records(one).into_iter().zip(records(other)).filter(|(one, other)| one != other).collect()
}

#[test]
fn template_that_was_filled_comes_back_with_every_figure_in_both_languages() {
    for assessment in [figures_of_every_kind(), awkward_figures()] {
        for language in Language::ALL {
            let plan = read_into(&blank(), &made(&assessment, *language));
            assert_eq!((&plan.refused, &plan.unknown, &plan.conflicts), (&vec![], &vec![], &vec![]));
            let back = plan.action(false, NEW).apply(&blank());
            assert!(
                figures(&back) == figures(&assessment),
                "{}: {:?}",
                language.tag(),
                differing(&back, &assessment)
            );
            let again = read_into(&assessment, &made(&assessment, *language));
            assert_eq!(again.changes(true), 0, "what stands there already changes nothing");
        }
    }
}

#[test]
fn blank_template_of_every_kind_holds_no_figure_and_lists_the_kind_s_indicators() {
    for kind in Kind::ALL {
        let assessment = after(&BEIJING, &[Action::Kind(Some(kind))]);
        for language in Language::ALL {
            let bytes = made(&assessment, *language);
            let plan = read_into(&blank(), &bytes);
            assert_eq!(plan, Plan::default(), "{} {}", kind.word(), language.tag());
            let book = read_book(&bytes).expect("a book");
            let ids: Vec<String> = book.tables[0]
                .rows
                .iter()
                .skip(1)
                .map(|row| row.first().map_or_else(String::new, Cell::shown))
                .collect();
            let expected = BEIJING.indicators().filter(|(_, indicator)| Kind::among(Some(kind), &indicator.applies_to));
            let expected: Vec<&str> = expected.map(|(_, indicator)| indicator.id.as_str()).collect();
            assert_eq!(ids.iter().filter(|id| !id.is_empty()).collect::<Vec<&String>>(), expected);
        }
    }
}

#[test]
fn same_template_gives_the_same_bytes_and_says_no_time_of_day() {
    let make = || made(&figures_of_every_kind(), Language::Zh);
    let first = make();
    let elsewhere = std::thread::spawn(make).join();
    assert_eq!(first, elsewhere.expect("the other thread ends well"));
    let core = part(&first, "docProps/core.xml");
    assert!(core.contains("2000-01-01T00:00:00Z") && !core.contains("202"), "{core}");
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut content = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).expect("the part"), &mut content).expect("UTF-8");
    content
}

#[test]
fn template_has_frozen_headings_lists_to_choose_from_and_no_formula() {
    let bytes = made(&figures_of_every_kind(), Language::Zh);
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    roxmltree::Document::parse(&sheet).expect("well-formed XML");
    assert!(sheet.contains(r#"state="frozen""#) && sheet.contains("<dataValidations"));
    for words in ["竞争对手,同行业,国际先进", "企业,政府,消费者,新闻媒体,第三方机构", "lists!$A$1"] {
        assert!(sheet.contains(words), "{words}");
    }
    for at in 1..=4 {
        assert!(!part(&bytes, &format!("xl/worksheets/sheet{at}.xml")).contains("<f>"), "sheet {at}");
    }
    assert!(sheet.contains(r#"hidden="1""#), "the ids are hidden");
}

#[test]
fn text_in_any_usual_encoding_and_with_any_delimiter_gives_the_same_table() {
    let lines = [
        ["指标", "2014", "备注"],
        ["顾客满意度", "88.5", "甲, \"乙\""],
        ["", "", ""],
        ["员工满意度", "78", "两\n行"],
    ];
    let written = |delimiter: &str| {
        let cell = |cell: &&str| {
            if cell.contains([',', '"', '\n']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                (*cell).to_owned()
            }
        };
        let line = |line: &[&str; 3]| {
            if line.iter().all(|cell| cell.is_empty()) {
                "\r\n".to_owned()
            } else {
                line.iter().map(cell).collect::<Vec<String>>().join(delimiter) + "\r\n"
            }
        };
        lines.iter().map(line).collect::<String>()
    };
    let utf16 = |text: &str, mark: bool| {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.collect::<Vec<u16>>()
    };
    let little = |text: &str, mark| utf16(text, mark).iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<u8>>();
    let big = |text: &str, mark| utf16(text, mark).iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<u8>>();
    let expected: Vec<Vec<Cell>> = lines
        .iter()
        .map(|line| {
            if line.concat().is_empty() {
                Vec::new()
            } else {
                line.iter().map(|cell| Cell::text(cell)).collect()
            }
        })
        .collect();
    for delimiter in [",", ";", "\t"] {
        let text = written(delimiter);
        let marked = format!("sep={delimiter}\r\n{text}");
        for (name, bytes) in [
            ("UTF-8", text.clone().into_bytes()),
            ("UTF-8 with mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            ("UTF-16LE", little(&text, true)),
            ("UTF-16BE", big(&text, true)),
            ("UTF-16LE without mark", little(&text, false)),
            ("UTF-16BE without mark", big(&text, false)),
            ("GB 18030", gb18030(&text)),
            ("with Excel's line", marked.into_bytes()),
        ] {
            let book = read_book(&bytes).unwrap_or_else(|error| panic!("{name}, {delimiter:?}: {error:?}"));
            assert_eq!(book.tables.len(), 1);
            assert_eq!(book.tables[0].rows, expected, "{name}, {delimiter:?}");
        }
    }
}

/// The few characters of the test above in GB 18030 (GBK's two bytes), from the published table.
fn gb18030(text: &str) -> Vec<u8> {
    let table: [(char, [u8; 2]); 14] = [
        ('指', [0xd6, 0xb8]),
        ('标', [0xb1, 0xea]),
        ('备', [0xb1, 0xb8]),
        ('注', [0xd7, 0xa2]),
        ('顾', [0xb9, 0xcb]),
        ('客', [0xbf, 0xcd]),
        ('满', [0xc2, 0xfa]),
        ('意', [0xd2, 0xe2]),
        ('度', [0xb6, 0xc8]),
        ('甲', [0xbc, 0xd7]),
        ('乙', [0xd2, 0xd2]),
        ('员', [0xd4, 0xb1]),
        ('工', [0xb9, 0xa4]),
        ('两', [0xc1, 0xbd]),
    ];
    let mut bytes = Vec::new();
    for mark in text.chars() {
        match table.iter().find(|(known, _)| *known == mark) {
            Some((_, pair)) => bytes.extend(pair),
            None if mark == '行' => bytes.extend([0xd0, 0xd0]),
            None => bytes.push(u8::try_from(mark).expect("ASCII")),
        }
    }
    bytes
}

pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        writer.write_all(content).expect("it is written");
    }
    writer.finish().expect("a file").into_inner()
}

/// A workbook with one sheet of this XML.
fn workbook(sheet: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(r#"<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#);
    let related = |kind: &str, target: &str| {
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        format!(r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/{kind}" Target="{target}"/></Relationships>"#)
    };
    let (of_file, of_book) = (related("officeDocument", "xl/workbook.xml"), related("worksheet", "worksheets/sheet1.xml"));
    let sheet = format!(r#"<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>"#);
    zipped(&[
        ("_rels/.rels", of_file.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", of_book.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn files_that_are_no_table_or_too_large_are_refused_in_one_sentence() {
    let bomb = vec![b' '; 101_000_000];
    let long_row = format!("{}\n", ",".repeat(500));
    let unreadable = |result: &Result<Book, TableError>| matches!(result, Err(TableError::Unreadable));
    let far = workbook(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    let near = workbook(r#"<row r="1"><c r="B1"><v>1</v></c></row>"#);
    assert_eq!(read_book(&near).expect("a book").tables[0].rows, [[Cell::Empty, Cell::Number(1.0)]]);
    for (name, bytes, expected) in [
        ("bomb", zipped(&[("xl/workbook.xml", &bomb)]), Some(TableError::TooLarge)),
        ("one cell far away", far, Some(TableError::TooLarge)),
        ("too many columns", long_row.into_bytes(), Some(TableError::TooLarge)),
        ("too many rows", "1\n".repeat(20_001).into_bytes(), Some(TableError::TooLarge)),
        ("too many bytes", vec![b'1'; 20_000_001], Some(TableError::TooLarge)),
        ("nothing", Vec::new(), Some(TableError::Empty)),
        ("blank", b"\n\n".to_vec(), Some(TableError::Empty)),
        ("zeros", vec![0; 100], Some(TableError::Encoding)),
        ("no encoding", vec![0xff, 0xff, 0x81, 0xff], Some(TableError::Encoding)),
        ("a report", b"%PDF-1.7\n1 0 obj\n".to_vec(), None),
        ("rich text", b"{\\rtf1\\ansi 2014}".to_vec(), None),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), None),
        ("a packed file", b"\x1f\x8b\x08\0\0\0\0\0".to_vec(), None),
        (
            "a web page in one file",
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<table><tr><td>2014</td></tr></table>".to_vec(),
            None,
        ),
        (
            "a text document",
            b"<?xml version=\"1.0\"?><office:document><office:text/></office:document>".to_vec(),
            None,
        ),
        ("a zip of something", zipped(&[("a.txt", b"1")]), None),
        ("a cut zip", near[..near.len() / 2].to_vec(), None),
        ("an old file", [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat(), None),
    ] {
        let result = read_book(&bytes);
        match &expected {
            Some(error) => assert_eq!(result.as_ref().err(), Some(error), "{name}"),
            None => assert!(unreadable(&result), "{name}: {result:?}"),
        }
        for language in Language::ALL {
            let sentence = result.as_ref().expect_err(name).sentence(*language);
            assert!(!sentence.contains(['\n', '{']) && sentence.ends_with(['.', '。']), "{name}: {sentence}");
        }
    }
}

#[test]
fn years_of_a_table_are_those_asked_for_or_entered_or_the_last_three() {
    assert_eq!(years_of(&blank(), 2015), Window::new(2013, 3));
    assert_eq!(years_of(&figures_of_every_kind(), 2020), Window::new(2013, 3));
    let entered = after(&BEIJING, &[figure(&BEIJING, "debt-ratio", vec![value(2011, 50.0), value(2015, 51.0)])]);
    assert_eq!(years_of(&entered, 2020), Window::new(2011, 5));
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-1_000_000_i32..1_000_000, 0_u32..5).prop_map(|(number, decimals)| f64::from(number) / 10_f64.powi(decimals as i32)),
        (-1e15..1e15),
        Just(0.0),
        Just(f64::MIN_POSITIVE),
    ]
}

fn content() -> impl Strategy<Value = String> {
    prop_oneof![
        "[^\u{fffe}\u{ffff}]{1,12}",
        prop::sample::select(AWKWARD.to_vec()).prop_map(str::to_owned),
        "[=+@-][A-Z0-9()!|']{1,9}",
    ]
    .prop_filter("a blank text is none", |text| {
        !text.trim().is_empty() && !text.contains(['\u{fffe}', '\u{ffff}']) && text.chars().count() < 5000
    })
}

fn change() -> impl Strategy<Value = FigureChange> {
    let year = || 2010..2017_i32;
    let some = |number: f64| Some(number);
    prop_oneof![
        (year(), number()).prop_map(move |(year, number)| FigureChange::Value { year, value: some(number) }),
        (year(), number()).prop_map(move |(year, number)| FigureChange::BenchmarkValue { year, value: some(number) }),
        number().prop_map(|number| FigureChange::Target(Some(Goal::Value(number)))),
        (number(), number()).prop_map(|(one, other)| FigureChange::Target(Goal::within(one.min(other), one.max(other)))),
        number().prop_map(|number| FigureChange::Projected(Some(number))),
        prop::sample::select(Whose::ALL.to_vec()).prop_map(|whose| FigureChange::BenchmarkWhose(Some(whose))),
        prop::sample::select(Origin::ALL.to_vec()).prop_map(|origin| FigureChange::Origin(origin, true)),
        (any::<u32>(), any::<u32>()).prop_map(|rank| FigureChange::Rank(Some(rank))),
        (year(), content()).prop_map(|(year, reason)| FigureChange::Text(FigureText::Gap(year), text(reason))),
        content().prop_map(|name| FigureChange::Text(FigureText::BenchmarkName, text(name))),
        content().prop_map(|evidence| FigureChange::Text(FigureText::Evidence, text(evidence))),
    ]
}

fn own() -> impl Strategy<Value = OwnIndicator> {
    let place = prop::sample::select(vec![("results.processes", "process-quality"), ("", ""), ("gone.item", "gone-area")]);
    let direction = prop::sample::select(Aim::ALL.to_vec());
    let bounds = (prop::option::of(number()), prop::option::of(number()));
    (
        content(),
        prop::sample::select(vec!["", "%", "件", "万元"]),
        place,
        direction,
        0..=4_u8,
        bounds,
        prop::option::of(content()),
    )
        .prop_map(|(name, unit, (item, area), direction, decimals, (low, high), formula)| OwnIndicator {
            name: text(name),
            unit: text(unit),
            item: text(item),
            area: text(area),
            direction,
            decimals,
            low,
            high,
            formula: text(formula.unwrap_or_default()),
            ..OwnIndicator::default()
        })
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_figures_survive_the_template(
        kind in prop::option::of(prop::sample::select(Kind::ALL.to_vec())),
        own in prop::collection::vec(own(), 0..3),
        changes in prop::collection::vec((0..77_usize, change()), 0..30),
        of_own in prop::collection::vec((0..3_usize, change()), 0..10),
        inputs in prop::collection::vec((0..103_usize, 2010..2017_i32, number()), 0..8),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        // Two rows of one name are about one indicator, so that those of one's own are told apart by their names.
        let names: BTreeSet<&str> = own.iter().map(|own| own.name.trim()).collect();
        prop_assume!(names.len() == own.len());
        let input = |(at, year, value): (usize, i32, f64)| {
            let input = BEIJING.inputs().map(|(slot, _)| slot).nth(at).expect("an input");
            Action::Input { input, year, value: Some(value) }
        };
        let actions = [Action::Kind(kind)].into_iter()
            .chain(own.into_iter().map(|own| Action::AddOwn(NEW, Rc::new(own))))
            .chain(changes.into_iter().map(|(at, change)| Action::Figure(FigureSlot::Catalogue(IndicatorSlot(at)), change)))
            .chain(of_own.into_iter().map(|(at, change)| Action::Figure(FigureSlot::Own(at), change)))
            .chain(inputs.into_iter().map(input));
        let assessment = after(&BEIJING, &actions.collect::<Vec<Action>>());
        let plan = read_into(&blank(), &made(&assessment, language));
        // By chance a whole row of percentages may look like shares of one, which are asked for.
        let asked: Vec<&Refused> = plan.refused.iter().filter(|refused| refused.reason == Reason::Share).collect();
        prop_assert_eq!((plan.refused.len(), &plan.unknown, &plan.conflicts), (asked.len(), &vec![], &vec![]));
        prop_assume!(asked.is_empty());
        prop_assert_eq!(figures(&plan.action(false, NEW).apply(&blank())), figures(&assessment));
    }
}
