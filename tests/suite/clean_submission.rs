//! The clean submission: what is handed in. It holds what was written and nothing the kit says of itself; its cover has the fields
//! of a form; its figures are few, stand behind their text and are referred to.

use crate::documents::{SAMPLES, as_text, sample, with_figures};
use crate::export::part;
use crate::samples::{BEIJING, day};
use award_kit::archive::Project;
use award_kit::assessment::{Action, Assessment, ItemChange, ProfileText, text};
use award_kit::command;
use award_kit::criteria::Pack;
use award_kit::date::parse_date;
use award_kit::export::{Options, StyleSet, Target, Variant, export};
use award_kit::language::Language;
use award_kit::report::{self, Block, Chart, Document, ParagraphStyle, Section, clean_submission};
use std::ffi::OsString;

fn told(pack: &Pack, assessment: &Assessment, language: Language) -> Document {
    let options = report::Options {
        draft_date: Some(day("2016-11-20")),
        section: None,
    };
    clean_submission(pack, assessment, language, &options)
}

fn every_sample(mut look: impl FnMut(&str, &Pack, &Assessment, Language, &Document)) {
    for &language in Language::ALL {
        for name in SAMPLES {
            let (pack, assessment) = sample(name, language);
            look(name, &pack, &assessment, language, &told(&pack, &assessment, language));
        }
    }
}

#[test]
fn nothing_of_the_kits_own_stands_in_a_clean_submission() {
    every_sample(|name, pack, assessment, language, document| {
        let words = language.words();
        let full = as_text(document);
        let hash = pack.hash();
        let bracketed = |status| words.report_status().replace("{text}", "").replace("{status}", status);
        let own = [
            words.report_form_no_field(),
            words.report_not_filled(),
            &bracketed(words.term_status_unverified()),
            &bracketed(words.term_status_published()),
            &bracketed(words.term_status_assumed()),
            words.report_completeness(),
            words.report_sources(),
            words.report_form_computed(),
            words.report_score_percent(),
            words.report_figures_say(),
            words.report_title(),
            hash,
            pack.words(language.tag()).disclaimer(),
        ];
        for text in own {
            assert!(!full.contains(text), "{name}: {text}");
        }
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading { text, .. } => Some(text.as_str()),
            _ => None,
        });
        let told_to_writers: Vec<&str> = pack
            .items()
            .flat_map(|(_, item)| item.prompts.iter().map(|prompt| pack.words(language.tag()).prompt(&item.id, &prompt.id)))
            .collect();
        let headings: Vec<&str> = headings.collect();
        assert!(headings.iter().all(|heading| !told_to_writers.contains(heading)), "{name}");
        let judging = [words.report_evaluation_strengths(), words.report_evaluation_opportunities()];
        assert!(headings.iter().all(|heading| !judging.contains(heading)), "{name}");
        let judged = assessment.items.iter().flat_map(|item| [&item.strengths, &item.opportunities, &item.remark]);
        for text in judged.filter(|text| text.chars().count() > 12) {
            assert!(!full.contains(&**text), "{name}: {text}");
        }
        assert!(
            document.blocks.iter().all(|block| !matches!(
                block,
                Block::Paragraph {
                    style: ParagraphStyle::Missing,
                    ..
                }
            )),
            "{name}"
        );
    });
}

#[test]
fn every_answer_and_every_profile_text_stands_in_it_word_for_word() {
    every_sample(|name, _, assessment, _, document| {
        let full = document.plain_text();
        let answers = assessment.items.iter().flat_map(|item| item.answers().map(|answer| answer.to_string()));
        let texts = ProfileText::ALL.iter().map(|field| assessment.organisation.text(*field).to_string());
        let titles = assessment.evidence.entries.iter().map(|entry| entry.title.to_string());
        for line in answers
            .chain(texts)
            .chain(titles)
            .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<String>>())
        {
            assert!(full.contains(line.trim()), "{name}: {line}");
        }
    });
}

#[test]
fn cover_has_the_fields_of_a_form_and_the_commitment_its_places_for_hand_and_seal() {
    every_sample(|name, _, assessment, language, document| {
        let words = language.words();
        let Some(Block::Cover(cover)) = document.blocks.first() else {
            panic!("{name}: a cover first")
        };
        let form: Vec<(&str, Option<&str>)> = cover.form.iter().map(|line| (line.label.as_str(), line.value.as_deref())).collect();
        let applicant = assessment.organisation.text(ProfileText::Name);
        assert_eq!(form[0], (words.clean_applicant_seal(), Some(&**applicant)));
        assert_eq!(form[1], (words.clean_recommender_seal(), None));
        assert!(form[2].0 == words.clean_date() && form[2].1.is_some(), "{name}: {form:?}");
        let letter = document.blocks.iter().position(|block| {
            matches!(
                block,
                Block::Paragraph {
                    style: ParagraphStyle::Title,
                    ..
                }
            )
        });
        let signed = document.blocks.iter().find_map(|block| match block {
            Block::Lines(lines) => Some(lines),
            _ => None,
        });
        assert_eq!(letter, Some(1), "{name}");
        assert!(
            signed.is_some_and(|lines| lines.len() == 3 && lines.iter().all(|line| line.value.is_none())),
            "{name}"
        );
    });
}

/// One table for each results item, with at most two charts right behind it, all of them named in the sentence before.
#[test]
fn figures_are_few_and_each_is_referred_to_before_it_stands() {
    every_sample(|name, _, _, language, document| {
        let charts: Vec<&Chart> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Chart(chart) => Some(chart),
                _ => None,
            })
            .collect();
        assert!((4..=16).contains(&charts.len()), "{name}: {}", charts.len());
        let mut said = String::new();
        let mut beside = 0;
        for block in &document.blocks {
            match block {
                Block::References(pieces) => said = pieces.iter().map(|piece| piece.told(language)).collect(),
                Block::Heading { level: 1..=3, .. } => {
                    said.clear();
                    beside = 0;
                }
                Block::Chart(chart) => {
                    beside += 1;
                    assert!(said.contains(&chart.caption.label.told(language)), "{name}: {} in {said}", chart.caption.text);
                    assert!(beside <= 2 && chart.series.len() > 1, "{name}: {}", chart.caption.text);
                }
                _ => {}
            }
        }
    });
}

#[test]
fn figures_are_told_with_target_trend_evidence_and_what_they_are_compared_with() {
    let text = as_text(&told(&BEIJING, &with_figures(), Language::Zh));
    assert!(
        text.contains(r#"["一次交验合格率（%）", "96.80", "97.10", "97.90", "98.60", "98.50", "改善", "E-32"]"#),
        "{text}"
    );
    assert!(
        text.contains(r#"["对比：同行 A 公司（竞争对手）", "—", "—", "94.10", "95.00", "", "", ""]"#),
        "{text}"
    );
    assert!(text.contains("2013 年没有数值（口径调整）。"), "{text}");
    assert!(text.contains("其他指标") && text.contains("班组自检率"), "{text}");
}

/// A part that nobody has written for is left out with its heading, and the parts behind it move up.
#[test]
fn blank_assessment_gives_cover_and_commitment_and_parts_are_numbered_as_they_stand() {
    for &language in Language::ALL {
        let blank = told(&BEIJING, &Assessment::blank(&BEIJING), language);
        assert!(!blank.blocks.iter().any(|block| matches!(block, Block::Heading { .. })), "{}", as_text(&blank));
    }
    let slot = BEIJING.items().next().expect("an item").0;
    let change = ItemChange::Answer {
        scope: 0,
        factor: 0,
        text: text("高层领导每年修订一次使命。"),
    };
    let written = Action::Item(slot, change).apply(&Assessment::blank(&BEIJING));
    let headings: Vec<String> = told(&BEIJING, &written, Language::Zh)
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 1, text } => Some(text.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(headings, ["一、自评报告"]);
}

#[test]
fn one_part_alone_can_be_told() {
    let (pack, assessment) = sample("service", Language::Zh);
    let options = report::Options {
        draft_date: None,
        section: Some(Section::Evidence),
    };
    let alone = clean_submission(&pack, &assessment, Language::Zh, &options).plain_text();
    assert!(alone.contains("证实性材料清单") && !alone.contains("自评报告\n"), "{alone}");
}

fn call(arguments: &[&str]) -> command::Finished {
    let all = ["award-kit"].iter().chain(arguments).map(OsString::from);
    command::run(all, parse_date("2016-11-20").expect("a day"))
}

fn sample_file(name: &str) -> String {
    format!("{}/assets/samples/{name}.json", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn command_line_writes_it_in_a_style_and_tells_what_is_missing_as_json() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("clean");
    std::fs::create_dir_all(&folder).expect("a folder");
    let output = folder.join("clean.docx").display().to_string();
    let done = call(&[
        "export",
        &sample_file("manufacturing.zh"),
        "--to",
        "docx",
        "--variant",
        "submission",
        "--style",
        "official",
        "--draft-date",
        "2016-11-20",
        "-o",
        &output,
    ]);
    assert_eq!(done.status, 0, "{}", done.error);
    let told: serde_json::Value = serde_json::from_str(&done.error).expect("JSON");
    assert!(told["missing"].is_array(), "{told}");
    let (pack, assessment) = sample("manufacturing", Language::Zh);
    let options = Options::new(Language::Zh)
        .dated(Some(day("2016-11-20")))
        .told_as(Variant::Submission)
        .in_style(StyleSet::from_name("official").expect("a set"));
    let expected = export(&Project::new(assessment), &pack, Target::Docx, &options).expect("a document");
    assert_eq!(std::fs::read(&output).expect("the file"), expected);

    let refused = call(&[
        "export",
        &sample_file("manufacturing.zh"),
        "--to",
        "docx",
        "--variant",
        "submission",
        "--section",
        "scores",
        "-o",
        &output,
    ]);
    assert!(
        refused.status == 2 && refused.error.contains("scores") && refused.error.ends_with('。'),
        "{}",
        refused.error
    );
    let unknown = call(&["export", &sample_file("manufacturing.zh"), "--to", "docx", "--style", "fancy", "-o", &output]);
    assert!(unknown.status == 2 && unknown.error.contains("official"), "{}", unknown.error);
}

#[test]
fn what_is_missing_is_asked_on_standard_error_and_not_printed() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("clean");
    std::fs::create_dir_all(&folder).expect("a folder");
    let (file, output) = (folder.join("blank.json").display().to_string(), folder.join("blank.md").display().to_string());
    std::fs::write(&file, call(&["new"]).output).expect("the file is written");
    let done = call(&["export", &file, "--to", "md", "--variant", "submission", "-o", &output]);
    let told: serde_json::Value = serde_json::from_str(&done.error).expect("JSON");
    let codes: Vec<&str> = told["missing"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|finding| finding["code"].as_str())
        .collect();
    assert!(codes.contains(&"profile_missing") && codes.contains(&"item_unanswered"), "{codes:?}");
    assert!(!codes.contains(&"item_unrated"), "scores are no part of it: {codes:?}");
    assert!(!std::fs::read_to_string(&output).expect("the file").contains("未填写"));
}

// Style sets.

/// Margins and text width of the first section, and the properties of a style, out of the file itself.
fn styled(set: &str, language: Language) -> (String, String) {
    let (pack, assessment) = sample("service", language);
    let options = Options::new(language)
        .told_as(Variant::Submission)
        .in_style(StyleSet::from_name(set).expect("a set"));
    let bytes = export(&Project::new(assessment), &pack, Target::Docx, &options).expect("a document");
    (part(&bytes, "word/document.xml"), part(&bytes, "word/styles.xml"))
}

fn style<'a>(styles: &'a str, id: &str) -> &'a str {
    let start = styles.find(&format!(r#"w:styleId="{id}""#)).unwrap_or_else(|| panic!("{id}"));
    let rest = &styles[start..];
    &rest[..rest.find("</w:style>").expect("an end")]
}

#[test]
fn official_documents_have_the_margins_lines_and_faces_of_official_documents() {
    let (document, styles) = styled("official", Language::Zh);
    // 37, 35, 28 and 26 mm in twentieths of a point.
    for margin in [r#"w:top="2098""#, r#"w:bottom="1984""#, r#"w:left="1587""#, r#"w:right="1474""#] {
        assert!(document.contains(margin), "{margin}");
    }
    assert!(styles.contains(r#"w:eastAsia="FangSong""#));
    let body = style(&styles, "BodyText");
    assert!(
        body.contains(r#"w:line="560""#) && body.contains(r#"w:lineRule="exact""#) && body.contains(r#"w:firstLineChars="200""#),
        "{body}"
    );
    let heading = style(&styles, "Heading1");
    assert!(heading.contains(r#"w:eastAsia="SimHei""#) && !heading.contains("<w:b "), "{heading}");
    assert!(style(&styles, "Title").contains("FZXiaoBiaoSong"));
}

/// How high a text is in a width, all in twentieths of a point: a Chinese character is as wide as it is high, any other sign
/// half of that, which is more than the faces of the sets need.
fn height(text: &str, size: usize, (width, first): (usize, usize), line: usize) -> usize {
    let halves: usize = text.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum();
    (first + halves * size * 5).div_ceil(width) * line
}

/// So that neither signatures nor an empty page come behind it.
#[test]
fn the_letter_of_commitment_fits_on_one_page_in_every_style_set() {
    for set in &StyleSet::ALL {
        for &language in Language::ALL {
            let document = told(&BEIJING, &Assessment::blank(&BEIJING), language);
            let look = set.of(language);
            let page = (16_838 - set.page.top - set.page.bottom) as usize;
            let width = (11_906 - set.page.left - set.page.right) as usize;
            let line = look.exact.map_or(look.size * 12 * look.line as usize / 240, |points| points as usize * 20);
            let letter = document.blocks.iter().skip(1).take_while(|block| !matches!(block, Block::PageBreak));
            let filled: usize = letter
                .map(|block| match block {
                    Block::Paragraph {
                        style: ParagraphStyle::Body,
                        text,
                    } => height(text, look.size, (width, look.first_line()), line) + look.after as usize,
                    // Room before the lines, and each 12 mm high, or more where its label takes three lines.
                    Block::Lines(lines) => 1440 + lines.iter().map(|line| height(&line.label, 28, (width / 2, 0), 340).max(680)).sum::<usize>(),
                    // The title, with the room around it.
                    _ => look.heading_sizes[0] * 15 + 600,
                })
                .sum();
            // And the paragraph that ends the page.
            assert!(
                filled > page / 3 && filled + line <= page,
                "{}, {}: {filled} of {page}",
                set.name,
                language.tag()
            );
        }
    }
}

#[test]
fn binding_leaves_25_mm_and_a_text_of_170_by_257_mm() {
    for &language in Language::ALL {
        let (document, styles) = styled("binding", language);
        let number = |name: &str| -> u32 {
            let rest = document.rsplit_once("<w:pgMar ").expect("margins").1;
            let rest = rest
                .split_once(&format!(r#" w:{name}=""#))
                .or_else(|| rest.split_once(&format!(r#"w:{name}=""#)))
                .expect("a margin")
                .1;
            rest.split('"').next().and_then(|number| number.parse().ok()).expect("a number")
        };
        let close = |twentieths: u32, millimetres: u32| (f64::from(twentieths) * 25.4 / 1440.0 - f64::from(millimetres)).abs() < 0.05;
        assert!(close(number("left"), 25) && close(11906 - number("left") - number("right"), 170) && close(16838 - number("top") - number("bottom"), 257));
        if language == Language::Zh {
            assert!(styles.contains(r#"w:eastAsia="SimSun""#) && styles.contains(r#"<w:sz w:val="24""#));
        }
    }
}

#[test]
fn every_style_set_keeps_tables_and_charts_between_its_margins() {
    for set in &StyleSet::ALL {
        for &language in Language::ALL {
            let (document, _) = styled(set.name, language);
            let text = 11906 - set.page.left - set.page.right;
            for table in document.split("<w:tblW w:w=\"").skip(1) {
                let wide: u32 = table.split('"').next().and_then(|number| number.parse().ok()).expect("a width");
                assert!(wide <= text, "{}: a table of {wide}", set.name);
            }
            for drawing in document.split("<wp:extent cx=\"").skip(1) {
                let wide: u32 = drawing.split('"').next().and_then(|number| number.parse().ok()).expect("a width");
                assert!(wide / 635 <= text, "{}: a chart of {wide}", set.name);
            }
        }
    }
}

#[test]
fn plain_style_is_the_one_documents_have_without_a_name() {
    assert_eq!(StyleSet::from_name("plain"), Some(StyleSet::PLAIN));
    assert_eq!(StyleSet::from_name(""), None);
    let options = Options::new(Language::Zh);
    assert_eq!(options, options.in_style(StyleSet::PLAIN).told_as(Variant::Draft));
}
