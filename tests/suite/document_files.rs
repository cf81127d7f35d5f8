//! What stands in the files of Word documents themselves, field results included, as a reader finds it that never recounts:
//! previews, converters, WPS. Read as XML; nothing here asks a word processor.

use crate::documents::{SAMPLES, sample};
use crate::export::part;
use crate::samples::{BEIJING, day};
use crate::workbook_panel::session;
use award_kit::archive::Project;
use award_kit::assessment::Assessment;
use award_kit::criteria::Pack;
use award_kit::export::{Options, Target, Variant, comparison, export, minute};
use award_kit::language::Language;
use award_kit::report::Compared;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::sync::OnceLock;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/// Every Word document the kit makes of an assessment, by name.
fn made(pack: &Pack, assessment: &Assessment, language: Language) -> Vec<(String, Vec<u8>)> {
    let options = Options::new(language).dated(Some(day("2016-11-20")));
    let project = Project::new(assessment.clone());
    let of = |target| export(&project, pack, target, &options).expect("a document");
    let told_as = |variant| export(&project, pack, Target::Docx, &options.told_as(variant)).expect("a document");
    let blank = Assessment::blank(pack);
    let compared = Compared {
        before: &blank,
        after: assessment,
        name: "去年.json",
        note: "",
    };
    vec![
        ("draft".to_owned(), of(Target::Docx)),
        ("feedback".to_owned(), of(Target::Feedback)),
        ("defence".to_owned(), told_as(Variant::Defence)),
        ("site review".to_owned(), told_as(Variant::SiteReview)),
        (
            "minute".to_owned(),
            minute(&session(pack, assessment), pack, language, false).expect("a minute"),
        ),
        (
            "comparison".to_owned(),
            comparison(pack, &compared, language, options.draft_date).expect("a comparison"),
        ),
    ]
}

/// All documents of all samples in both languages, and those of a blank assessment; made once.
fn every_document(mut look: impl FnMut(&str, Language, &[u8])) {
    static ALL: OnceLock<Vec<(String, Language, Vec<u8>)>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut all = Vec::new();
        for &language in Language::ALL {
            for name in SAMPLES {
                let (pack, assessment) = sample(name, language);
                let named = |(kind, bytes)| (format!("{kind} of {name}.{}", language.tag()), language, bytes);
                all.extend(made(&pack, &assessment, language).into_iter().map(named));
            }
            let named = |(kind, bytes)| (format!("{kind} of nothing, {}", language.tag()), language, bytes);
            all.extend(made(&BEIJING, &Assessment::blank(&BEIJING), language).into_iter().map(named));
        }
        all
    });
    for (name, language, bytes) in all {
        look(name, *language, bytes);
    }
}

/// The drafts of the samples.
fn every_draft(mut look: impl FnMut(&str, Language, &[u8])) {
    every_document(|name, language, bytes| {
        if name.starts_with("draft of") && !name.contains("nothing") {
            look(name, language, bytes);
        }
    });
}

fn word<'a>(node: Node<'a, 'a>, name: &str) -> bool {
    node.has_tag_name((WORD, name))
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| word(*node, "t")).filter_map(|node| node.text()).collect()
}

fn style<'a>(paragraph: Node<'a, 'a>) -> &'a str {
    let named = paragraph.descendants().find(|node| word(*node, "pStyle"));
    named.and_then(|node| node.attribute((WORD, "val"))).unwrap_or_default()
}

/// Code and result of every field that stands within one paragraph.
fn fields(paragraph: Node<'_, '_>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let (mut depth, mut result) = (0, false);
    for node in paragraph.descendants() {
        match node.attribute((WORD, "fldCharType")) {
            Some("begin") => {
                depth += 1;
                result = false;
                found.push(Default::default());
            }
            Some("separate") => result = true,
            Some("end") => depth -= 1,
            _ => {}
        }
        let Some((code, told)) = found.last_mut().filter(|_| depth > 0) else {
            continue;
        };
        if word(node, "instrText") {
            code.push_str(node.text().unwrap_or_default());
        } else if word(node, "t") && result {
            told.push_str(node.text().unwrap_or_default());
        }
    }
    found
}

/// Which number stands where a caption's bookmark leads.
fn labels(tree: &Document<'_>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for paragraph in tree.descendants().filter(|node| word(*node, "p")) {
        let (mut open, mut told) = (None, String::new());
        for node in paragraph.descendants() {
            if word(node, "bookmarkStart") {
                open = node.attribute((WORD, "name")).filter(|name| name.starts_with("_Ref_"));
            } else if word(node, "bookmarkEnd") && open.is_some() {
                found.insert(open.take().unwrap_or_default().to_owned(), std::mem::take(&mut told));
            } else if word(node, "t") && open.is_some() {
                told.push_str(node.text().unwrap_or_default());
            }
        }
    }
    found
}

#[test]
fn captions_hold_the_number_a_recount_would_give_and_no_two_are_alike() {
    every_document(|name, language, bytes| {
        let content = part(bytes, "word/document.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        let parts = tree.descendants().filter(|node| word(*node, "p") && style(*node) == "Heading1").count();
        let (mut chapter, mut counts, mut seen) = (0, BTreeMap::<String, u32>::new(), Vec::new());
        for paragraph in tree.descendants().filter(|node| word(*node, "p")) {
            if style(paragraph) == "Heading1" {
                chapter += 1;
                if parts > 1 {
                    counts.clear();
                }
            }
            for (code, told) in fields(paragraph).iter().filter(|(code, _)| code.contains(" SEQ ")) {
                let identifier = code.split_whitespace().nth(1).expect("what is counted");
                let count = counts.entry(identifier.to_owned()).or_default();
                *count += 1;
                assert_eq!(*told, count.to_string(), "{name}: {}", text(paragraph));
                let label = if parts > 1 {
                    format!("{identifier} {chapter}-{count}")
                } else {
                    format!("{identifier} {count}")
                };
                let full = text(paragraph);
                let rest = full.strip_prefix(&label).unwrap_or_else(|| panic!("{name}: {full} is no {label}"));
                assert!(
                    rest.chars().count() > 1 && !rest.starts_with(|next: char| next.is_ascii_digit()),
                    "{name}: {full}"
                );
                assert_eq!(code.contains(r"\s 1"), parts > 1, "{name}: counted anew in every part, or through");
                assert!(!seen.contains(&label), "{name}: {label} twice");
                seen.push(label);
            }
        }
        let expected = language.words().report_caption_table().split(' ').next().expect("a word");
        assert!(
            !name.starts_with("minute of m") || seen.iter().filter(|label| label.starts_with(expected)).count() == 3,
            "{name}: {seen:?}"
        );
    });
}

#[test]
fn texts_refer_to_figures_and_tables_by_the_number_they_have() {
    every_document(|name, language, bytes| {
        let content = part(bytes, "word/document.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        let labels = labels(&tree);
        let mut references = Vec::new();
        for paragraph in tree.descendants().filter(|node| word(*node, "p")) {
            for (code, told) in fields(paragraph).into_iter().filter(|(code, _)| code.contains(" REF ")) {
                let place = code.split_whitespace().nth(1).expect("a bookmark").to_owned();
                assert_eq!(labels.get(&place), Some(&told), "{name}: {code}");
                references.push(told);
            }
        }
        // Every item with figures says where its data are, and the drawings are named.
        if name.starts_with("draft of") && !name.contains("nothing") {
            let figure = if language == Language::Zh { "图 4-1" } else { "Figure 4-1" };
            assert!(references.len() > 15 && references.iter().any(|told| told == figure), "{name}: {references:?}");
        }
    });
}

#[test]
fn contents_and_lists_stand_in_the_file_as_text_in_plain_fields() {
    every_document(|name, _, bytes| {
        let content = part(bytes, "word/document.xml");
        assert!(!content.contains("AlternateContent"), "{name}: readable only for some");
        let tree = Document::parse(&content).expect("well-formed XML");
        let count = |kind: &str| tree.descendants().filter(|node| node.attribute((WORD, "fldCharType")) == Some(kind)).count();
        assert_eq!(count("begin"), count("end"), "{name}");
        assert_eq!(count("begin"), count("separate"), "{name}: every field has a result");
        let texts = |wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
            let all = tree.descendants().filter(|node| word(*node, "p") && wanted(style(*node)));
            all.map(text).collect()
        };
        let listed = texts(&|style| style.starts_with("ToC"));
        let headings = texts(&|style| matches!(style, "Heading1" | "Heading2" | "Heading3"));
        if name.starts_with("draft") || name.starts_with("feedback") {
            assert_eq!(listed, headings, "{name}: the contents list the headings");
            let captions = texts(&|style| style == "Caption");
            let figures = texts(&|style| style == "FigureCaption");
            assert_eq!(texts(&|style| style == "TableofFigures"), [captions, figures].concat(), "{name}");
        }
        // Whoever counts pages is asked to, and nobody is told an empty number before.
        assert!(part(bytes, "word/settings.xml").contains(r#"<w:updateFields w:val="true" />"#), "{name}");
        assert!(!content.contains("PAGEREF"), "{name}");
        let anchors = tree
            .descendants()
            .filter(|node| word(*node, "hyperlink"))
            .filter_map(|node| node.attribute((WORD, "anchor")));
        for anchor in anchors {
            assert!(content.contains(&format!(r#"w:name="{anchor}""#)), "{name}: {anchor} leads nowhere");
        }
    });
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    every_document(|name, _, bytes| {
        let content = part(bytes, "word/document.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        let mut last = 0;
        for paragraph in tree.descendants().filter(|node| word(*node, "p")) {
            if let Some(level) = style(paragraph).strip_prefix("Heading").and_then(|level| level.parse::<u32>().ok()) {
                assert!(level <= last + 1, "{name}: from {last} to {level}: {}", text(paragraph));
                last = level;
            }
        }
    });
}

#[test]
fn tables_say_what_they_are_and_which_row_or_column_names_the_rest() {
    every_document(|name, _, bytes| {
        let content = part(bytes, "word/document.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        for table in tree.descendants().filter(|node| word(*node, "tbl")) {
            let of = |element: &str, attribute: &str| {
                let properties = table.children().find(|node| word(*node, "tblPr")).expect("properties");
                let found = properties.children().find(|node| word(*node, element));
                found.and_then(|node| node.attribute((WORD, attribute))).unwrap_or_default()
            };
            assert!(
                !of("tblCaption", "val").is_empty() && !of("tblDescription", "val").is_empty(),
                "{name}: {}",
                text(table)
            );
            let repeated = table.descendants().any(|node| word(node, "tblHeader"));
            assert_eq!(of("tblLook", "firstRow") == "1", repeated, "{name}");
            let named = repeated || of("tblLook", "firstColumn") == "1" || of("tblStyle", "val") == "LayoutTable";
            assert!(named, "{name}: nothing names the cells of {}", text(table));
        }
    });
}

/// A word processor breaks a word that is wider than its cell wherever the cell ends: `improvin|g`.
#[test]
fn no_word_is_wider_than_its_cell() {
    let clean = Options::new(Language::En).told_as(Variant::Submission);
    let submissions = SAMPLES.iter().map(|name| {
        let (pack, assessment) = sample(name, Language::En);
        let bytes = export(&Project::new(assessment), &pack, Target::Docx, &clean).expect("a document");
        (format!("submission of {name}"), bytes)
    });
    let mut seen = 0;
    let mut look = |name: &str, bytes: &[u8]| {
        let content = part(bytes, "word/document.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        for table in tree.descendants().filter(|node| word(*node, "tbl")) {
            let widths = table.descendants().filter(|node| word(*node, "gridCol"));
            let widths: Vec<usize> = widths
                .map(|node| node.attribute((WORD, "w")).expect("a width").parse().expect("a number"))
                .collect();
            let whole: usize = widths.iter().sum();
            for row in table.children().filter(|node| word(*node, "tr")) {
                let cells: Vec<Node<'_, '_>> = row.children().filter(|node| word(*node, "tc")).collect();
                for (cell, &width) in cells.iter().zip(&widths).filter(|_| cells.len() == widths.len() && cells.len() > 2) {
                    for paragraph in cell.descendants().filter(|node| word(*node, "p")) {
                        let told = text(paragraph);
                        let words = told.split(|character: char| character.is_whitespace() || "-–/".contains(character) || character >= '\u{2e80}');
                        let longest = words.map(|word| word.chars().count()).max().unwrap_or(0);
                        // Half the size of the text a character, which is what Times New Roman takes, and the margins of the cell.
                        let small = style(paragraph).ends_with("Small");
                        let needed = longest * if small { 85 } else { 100 } + 216;
                        assert!(needed <= width || width + 1 >= whole / 3, "{name}: {told:?} in {width} of {whole}");
                        seen += 1;
                    }
                }
            }
        }
    };
    every_document(|name, _, bytes| look(name, bytes));
    submissions.for_each(|(name, bytes)| look(&name, &bytes));
    assert!(seen > 10_000, "{seen}");
}

#[test]
fn the_register_of_evidence_lies_on_its_side_and_its_dates_are_whole() {
    every_draft(|name, language, bytes| {
        let content = part(bytes, "word/document.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        let sections: Vec<Node<'_, '_>> = tree.descendants().filter(|node| word(*node, "sectPr")).collect();
        let sides: Vec<bool> = sections
            .iter()
            .map(|section| section.children().any(|node| node.attribute((WORD, "orient")) == Some("landscape")))
            .collect();
        assert_eq!(sides, [false, true, false], "{name}");
        for (at, section) in sections.iter().enumerate() {
            let has = |name: &str| section.children().any(|node| word(node, name));
            assert!(has("headerReference") && has("footerReference"), "header and footer go on");
            assert_eq!(has("titlePg"), at == 0, "the cover alone has none");
        }
        // The heading of the part stands on the side that lies.
        let at = |range: std::ops::Range<usize>| range.start;
        let title = language.words().report_evidence();
        let heading = tree
            .descendants()
            .find(|node| word(*node, "p") && style(*node) == "Heading1" && text(*node) == title);
        let heading = at(heading.expect("the part").range());
        assert!(at(sections[0].range()) < heading && heading < at(sections[1].range()));
    });
}

#[test]
fn body_text_is_justified_and_indented_by_characters_and_hei_is_not_bold() {
    every_draft(|_, language, bytes| {
        let content = part(bytes, "word/styles.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        let styles: Vec<Node<'_, '_>> = tree.descendants().filter(|node| word(*node, "style")).collect();
        let body = styles
            .iter()
            .find(|node| node.attribute((WORD, "styleId")) == Some("BodyText"))
            .expect("body text");
        let of = |element: &str, attribute: &str| {
            let found = body.descendants().find(|node| word(*node, element));
            found.and_then(|node| node.attribute((WORD, attribute))).map(str::to_owned)
        };
        assert_eq!(of("jc", "val").as_deref(), Some("both"));
        let chinese = language == Language::Zh;
        assert_eq!(of("ind", "firstLineChars").as_deref(), chinese.then_some("200"));
        for style in &styles {
            let hei = style.descendants().any(|node| node.attribute((WORD, "eastAsia")) == Some("SimHei"));
            let bold = style.descendants().any(|node| word(node, "b"));
            assert!(!(chinese && hei && bold), "{:?}", style.attribute((WORD, "styleId")));
        }
        let core = part(bytes, "docProps/core.xml");
        let tag = if chinese { "zh-CN" } else { "en-GB" };
        assert!(core.contains(&format!("<dc:language>{tag}</dc:language>")), "{core}");
    });
}

/// Beside each other below a chart there is room for a few short words, and word processors cut or lay over each other what is
/// longer. So no name that was typed is in a legend, and the caption says in full whom the values are compared with.
#[test]
fn legends_are_a_few_short_words_and_captions_say_whom_a_chart_compares_with() {
    every_draft(|name, language, bytes| {
        let words = language.words();
        let benchmarks = [
            words.report_chart_competitor(),
            words.report_chart_sector(),
            words.report_chart_world(),
            words.report_figures_comparison(),
        ];
        let fixed = [
            words.report_chart_own(),
            words.report_figures_target(),
            words.report_chart_target_low(),
            words.report_chart_target_high(),
            words.report_chart_projected(),
            words.report_score_percent(),
        ];
        let (_, compared) = words.report_chart_compared().split_once("{name}").expect("a name");
        let compared = compared.replace("{whose}", "");
        let content = part(bytes, "word/document.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        let captions: Vec<String> = tree
            .descendants()
            .filter(|node| word(*node, "p") && style(*node) == "FigureCaption")
            .map(text)
            .collect();
        assert!(captions.len() > 9, "{name}: {} charts", captions.len());
        for (number, caption) in (1..).zip(&captions) {
            let chart = part(bytes, &format!("word/charts/chart{number}.xml"));
            let chart = Document::parse(&chart).expect("well-formed XML");
            let series = chart.descendants().filter(|node| node.has_tag_name((CHART, "tx")));
            let legend: Vec<String> = series
                .map(|series| {
                    series
                        .descendants()
                        .filter(|node| node.has_tag_name((CHART, "v")))
                        .filter_map(|node| node.text())
                        .collect()
                })
                .collect();
            let known = |entry: &String| fixed.contains(&entry.as_str()) || benchmarks.contains(&entry.as_str());
            assert!(!legend.is_empty() && legend.iter().all(known), "{name}: {legend:?}");
            let wide: usize = legend.iter().map(|entry| columns_of(entry)).sum();
            assert!(wide <= 44, "{name}: {wide} columns: {legend:?}");
            let compares = legend.iter().any(|entry| benchmarks.contains(&entry.as_str()));
            let told = caption.split_once(&compared).map(|(_, whose)| whose);
            assert_eq!(told.is_some_and(|whose| !whose.is_empty()), compares, "{name}: {caption}: {legend:?}");
        }
    });
}

/// Columns of a text in which a Chinese character takes two.
fn columns_of(text: &str) -> usize {
    text.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum()
}

/// Issue 15: 360 kB; the workbooks behind the charts were 312 kB of 498.
#[test]
fn a_document_with_all_its_charts_is_small() {
    every_draft(|name, _, bytes| assert!(bytes.len() < 360_000, "{name}: {} bytes", bytes.len()));
}

/// Ranges, dates and sizes as running text has them in each language: `40～50` and `2016年11月20日`, `40–50` and `20 November 2016`.
#[test]
fn numbers_ranges_dates_and_sizes_have_one_form_in_each_language() {
    every_document(|name, language, bytes| {
        let content = part(bytes, "word/document.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        for paragraph in tree.descendants().filter(|node| word(*node, "p")).map(text) {
            let signs: Vec<char> = paragraph.chars().collect();
            let digit = |at: Option<&char>| at.is_some_and(char::is_ascii_digit);
            let wrong = if language == Language::Zh { '–' } else { '—' };
            for (at, sign) in signs.iter().enumerate() {
                let between = digit(at.checked_sub(1).and_then(|before| signs.get(before))) && digit(signs.get(at + 1));
                assert!(*sign != wrong || !between, "{name}: {paragraph}");
            }
            let bytes: Vec<u8> = paragraph.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).collect();
            let dated = bytes.windows(10).any(|window| window == b"0000-00-00");
            assert!(!dated, "{name}: {paragraph}");
            assert!(!matches!(paragraph.as_str(), "S" | "M" | "L"), "{name}: a size");
        }
    });
    for (number, expected) in [
        ("0", "0"),
        ("870", "870"),
        ("4930", "4,930"),
        ("−61200.50", "−61,200.50"),
        ("1.000e-7", "1.000e-7"),
        ("", ""),
    ] {
        assert_eq!(award_kit::language::in_groups(number), expected);
    }
    assert_eq!(
        (Language::Zh.range("40", "50"), Language::En.range("40", "50")),
        ("40～50".into(), "40–50".into())
    );
}

/// One truth on the first page and at the foot of the table, with what it covers.
#[test]
fn the_total_of_a_minute_says_the_same_everywhere_and_what_it_covers() {
    every_document(|name, language, bytes| {
        if !name.starts_with("minute") {
            return;
        }
        let content = part(bytes, "word/document.xml");
        let tree = Document::parse(&content).expect("well-formed XML");
        let rows: Vec<Vec<String>> = tree
            .descendants()
            .filter(|node| word(*node, "tr"))
            .map(|row| row.children().filter(|node| word(*node, "tc")).map(text).collect())
            .collect();
        let title = language.words().minute_total();
        let told: Vec<&Vec<String>> = rows.iter().filter(|row| row[0].starts_with(title)).collect();
        assert_eq!(told.len(), 2, "{name}");
        let covers = |row: &[String]| -> Vec<String> {
            let all: String = row.concat();
            let inside = all.split_once(['（', '(']).map_or("", |(_, inside)| inside).to_owned();
            inside
                .split(|sign: char| !sign.is_ascii_digit())
                .filter(|digits| !digits.is_empty())
                .map(str::to_owned)
                .take(2)
                .collect()
        };
        assert_eq!(covers(told[0]).len(), 2, "{name}: {told:?}");
        assert_eq!(covers(told[0]), covers(told[1]), "{name}: {told:?}");
        let points = told[1].last().expect("the points");
        assert!(told[0][1].starts_with(&format!("{points} / ")), "{name}: {told:?}");
    });
}
