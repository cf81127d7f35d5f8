//! Laws of the workbook: whatever was rated, under whatever rules, the results beside the formulas are the kit's; whatever
//! was written stays text.

use crate::samples::{AWKWARD, BEIJING, DEMO, NEW, assessments, cases, ratings, slot};
use crate::workbook::{POINTS, Reading, parts, samples, xlsx};
use award_kit::assessment::{
    Action, Assessment, FigureChange, FigureSlot, FigureText, ItemChange, OwnChange, OwnIndicator, OwnText, Percent, ProfileText, text,
};
use award_kit::criteria::{Kind, Pack};
use award_kit::language::Language;
use award_kit::scoring::score;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::LazyLock;

/// Packs with both rounding rules, whole and fractional maxima, items that do not apply and bonus items.
pub static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let mut packs = vec![BEIJING.clone(), DEMO.clone()];
    for rounding in ["exact", "item_half_up"] {
        for rule in ["reduce", "redistribute", "redistribute_in_category"] {
            packs.push(demo(rounding, rule, false));
        }
        packs.push(demo(rounding, "redistribute", true));
    }
    packs
});

/// demo-mini with seven items in its first category, one of them for manufacturers only, so that shares are fractional for
/// others; one may be a bonus item.
fn demo(rounding: &str, rule: &str, bonus: bool) -> Pack {
    let mut content = DEMO.content().clone();
    let pack = &mut content.structure;
    pack["scoring"]["rounding"] = json!(rounding);
    pack["scoring"]["not_applicable"] = json!(rule);
    pack["categories"][0]["items"][0]["points"] = json!(37);
    pack["categories"][0]["items"][1]["points"] = json!(33);
    pack["categories"][0]["items"][0]["applies_to"] = json!(["manufacturing"]);
    if bonus {
        pack["categories"][0]["items"][1]["bonus"] = json!(true);
        pack["categories"][0]["points"] = json!(37);
        pack["scoring"]["total"] = json!(67);
        pack["maturity"] = json!([{ "id": "starting", "from": 0, "to": 34 }, { "id": "established", "from": 35, "to": 67 }]);
    }
    Pack::from_content(content).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// An assessment of a kind of applicant with ratings in steps of 5, taken in turn.
pub fn rated(pack: &Pack, kind: Option<Kind>, ratings: &[Option<u8>]) -> Assessment {
    let mut assessment = Assessment::blank(pack);
    Rc::make_mut(&mut assessment.organisation).kind = kind;
    for (item, rating) in assessment.items.iter_mut().zip(ratings.iter().cycle()) {
        Rc::make_mut(item).percent = rating.and_then(|rating| Percent::new(rating, 5));
    }
    assessment
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn cached_total_range_and_bonus_are_the_score(at in 0..10_usize, kind in select(&[None, Some(Kind::Manufacturing), Some(Kind::Service), Some(Kind::PublicWelfare)][..]), ratings in ratings(&BEIJING)) {
        let pack = &PACKS[at];
        let assessment = rated(pack, kind, &ratings);
        let reading = Reading::of(&xlsx(pack, &assessment, Language::Zh));
        let words = Language::Zh.words();
        let sheet = words.workbook_sheet_scores();
        let scored = score(pack, &assessment);
        let value = |name: &str, col: u32| reading.number(sheet, reading.row(sheet, 1, name), col);
        prop_assert_eq!(value(words.report_score_total(), POINTS), (scored.rated() > 0).then(|| scored.total.points.to_f64()));
        prop_assert_eq!(value(words.report_score_total(), 3), Some(scored.total.max.to_f64()));
        prop_assert_eq!(value(words.workbook_low(), 3), Some(scored.range.0.to_f64()));
        prop_assert_eq!(value(words.workbook_high(), 3), Some(scored.range.1.to_f64()));
        prop_assert_eq!(value(words.workbook_unrated(), 3), Some(scored.unrated as f64));
        for (rubric, tally) in pack.structure().rubrics.iter().zip(&scored.rubrics) {
            let points = value(pack.words("zh").rubric(&rubric.id), POINTS);
            prop_assert_eq!(points.unwrap_or_default(), tally.points.to_f64());
        }
        if scored.has_bonus() {
            prop_assert_eq!(value(words.term_bonus(), POINTS).unwrap_or_default(), scored.bonus.points.to_f64());
            let both = scored.total.points + scored.bonus.points;
            prop_assert_eq!(value(words.term_bonus_total(), POINTS).unwrap_or_default(), both.to_f64());
        }
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn any_assessment_becomes_a_workbook_that_reads_back_and_is_the_same_again(assessment in assessments(&BEIJING)) {
        let bytes = xlsx(&BEIJING, &assessment, Language::En);
        let reading = Reading::of(&bytes);
        let told = reading.texts();
        for item in &assessment.items {
            for line in item.opportunities.lines().map(str::trim).filter(|line| !line.is_empty()) {
                let line = written(line);
                prop_assert!(told.iter().any(|text| text.contains(line.trim())), "{:?} is missing", line);
            }
        }
        for (name, part) in parts(&bytes, "") {
            prop_assert!(roxmltree::Document::parse(&part).is_ok(), "{}", name);
        }
        prop_assert_eq!(bytes, xlsx(&BEIJING, &assessment, Language::En));
    }
}

/// What a line becomes in a cell.
fn written(line: &str) -> String {
    let line = line
        .split(['\r', '\u{2028}', '\u{2029}', '\u{85}'])
        .map(str::trim)
        .max_by_key(|line| line.len())
        .unwrap_or_default();
    let illegal = |character: char| (character < ' ' && !"\t\n\r".contains(character)) || character == '\u{fffe}' || character == '\u{ffff}';
    line.chars().map(|character| if illegal(character) { '\u{fffd}' } else { character }).collect()
}

/// An assessment with a text wherever a workbook shows one.
fn everywhere(content: &str) -> Assessment {
    let item = slot(&BEIJING, "leadership.governance");
    let own = OwnIndicator {
        id: text("own-1"),
        name: text(content),
        ..OwnIndicator::default()
    };
    let figure = |change| Action::Figure(FigureSlot::Own(0), change);
    let mut actions = vec![
        Action::Profile(ProfileText::Name, text(content)),
        Action::Item(item, ItemChange::AddEvidence(text(content))),
        Action::Item(item, ItemChange::Opportunities(text(content))),
        Action::Item(item, ItemChange::Remark(text(content))),
        Action::ConditionEvidence(award_kit::criteria::ConditionSlot(2), text(content)),
        Action::SelfCheckNote(award_kit::criteria::SelfCheckSlot(0), text(content)),
        Action::AddOwn(NEW, Rc::new(own)),
        Action::Own(0, OwnChange::Text(OwnText::Unit, text(content))),
        figure(FigureChange::Text(FigureText::BenchmarkName, text(content))),
        figure(FigureChange::Text(FigureText::Evidence, text(content))),
        figure(FigureChange::Text(FigureText::Gap(2013), text(content))),
    ];
    actions.extend((2014..=2016).map(|year| {
        figure(FigureChange::Value {
            year,
            value: Some(f64::from(year)),
        })
    }));
    Action::Several(actions).apply(&Assessment::blank(&BEIJING))
}

#[test]
fn text_that_begins_like_a_formula_stays_text_and_hostile_text_survives() {
    // Rows may move; which formulas there are must not change.
    let formulas = |reading: &Reading| -> BTreeSet<String> {
        let cells = reading.formulas.values().flat_map(|range| range.used_cells().map(|(_, _, formula)| formula));
        cells.map(|formula| formula.replace(|digit: char| digit.is_ascii_digit(), "")).collect()
    };
    let harmless = formulas(&Reading::of(&xlsx(&BEIJING, &everywhere("甲"), Language::Zh)));
    let hostile = [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "{=1}",
        "'=1",
        "<r><t>x</t></r>",
        "</t></si>",
        "_x0041_",
        "&P&\"x\"&K",
        "='得分'!A1",
        "=Sheet9!$A$1:$B$2",
        "internal:x",
        "https://例.example/",
    ];
    for content in hostile.iter().chain(AWKWARD).filter(|content| !content.trim().is_empty()) {
        let bytes = xlsx(&BEIJING, &everywhere(content), Language::Zh);
        for (name, part) in parts(&bytes, "") {
            roxmltree::Document::parse(&part).unwrap_or_else(|error| panic!("{name}: {error}: {content}"));
        }
        let reading = Reading::of(&bytes);
        let more: Vec<String> = formulas(&reading).difference(&harmless).cloned().collect();
        assert!(more.is_empty(), "{content}: {more:?}");
        let line = written(content.trim());
        let told = reading.texts();
        assert!(told.iter().filter(|text| text.contains(line.trim())).count() >= 5, "{content:?}: {line:?}");
        for (name, sheet) in parts(&bytes, "xl/worksheets/sheet") {
            let tree = roxmltree::Document::parse(&sheet).expect("XML");
            let typed = tree.descendants().filter(|node| node.tag_name().name() == "hyperlink");
            assert!(
                typed.into_iter().all(|link| link.attribute("location").is_some()),
                "{name}: a link leads out of the file"
            );
        }
    }
}

#[test]
fn a_text_longer_than_a_cell_is_split_in_lists_and_cut_with_a_sentence_elsewhere() {
    let long: String = (0..100_000).map(|at| char::from_u32(0x4e00 + at % 5000).expect("a character")).collect();
    let words = Language::Zh.words();
    let reading = Reading::of(&xlsx(&BEIJING, &everywhere(&long), Language::Zh));
    let sheet = words.workbook_sheet_improvement();
    let rows = reading.values[sheet].rows();
    let pieces: String = rows.skip(3).filter_map(|row| row.get(3)).map(ToString::to_string).collect();
    assert_eq!(pieces, long);
    let cut = reading.texts().into_iter().filter(|text| text.ends_with("自评文件）")).collect::<Vec<String>>();
    assert!(!cut.is_empty() && cut.iter().all(|text| text.encode_utf16().count() <= 32_767 && text.contains("全文共 1000")));
    assert!(reading.texts().iter().all(|text| text.encode_utf16().count() <= 32_767));
}

#[test]
fn a_header_holds_any_name_within_its_255_characters() {
    for name in ["&".repeat(300), "𠮷".repeat(300), "&P&N&D".repeat(40)] {
        let assessment = Action::Profile(ProfileText::Name, text(&name)).apply(&Assessment::blank(&DEMO));
        for (part, sheet) in parts(&xlsx(&DEMO, &assessment, Language::Zh), "xl/worksheets/sheet") {
            let tree = roxmltree::Document::parse(&sheet).expect("XML");
            let header = tree
                .descendants()
                .find(|node| node.tag_name().name() == "oddHeader")
                .and_then(|node| node.text());
            let header = header.unwrap_or_else(|| panic!("{part}: no header"));
            assert!(header.encode_utf16().count() <= 255, "{part}");
        }
    }
}

#[test]
fn samples_leave_no_figure_without_its_source() {
    for (pack, assessment, language) in samples() {
        let sheet = language.words().workbook_sheet_scores();
        let reading = Reading::of(&xlsx(&pack, &assessment, language));
        let sources = &reading.values[language.words().workbook_sheet_sources()];
        for row in reading.item_rows(sheet, &pack) {
            let number = reading.at(sheet, row, 8).to_string();
            assert!(
                sources.rows().any(|line| line.first().is_some_and(|cell| cell.to_string() == number)),
                "{number}"
            );
            assert!(!reading.at(sheet, row, 9).to_string().is_empty());
        }
    }
}
