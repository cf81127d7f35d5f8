//! Hostile text in the documents beside the draft: feedback report, minute, template and the panel's sheet hold it as text, and
//! every part of their files stays well formed. The draft, the workbook's other sheets and the plain formats have theirs where
//! they are tested.

use crate::archive::filled;
use crate::export::{lines, paragraphs, written};
use crate::samples::{AWKWARD, BEIJING, DEMO, NEW, percent, slot};
use crate::workbook::{Reading, parts};
use crate::workbook_panel::{manufacturing, panel_of, with_panel};
use award_kit::archive::Project;
use award_kit::assessment::{Action, Assessment, ItemChange, OwnChange, OwnIndicator, OwnText, ProfileText, Window, text};
use award_kit::criteria::{ItemSlot, Pack};
use award_kit::export::{Options, Target, export, minute, template};
use award_kit::import::read_book;
use award_kit::language::Language;
use award_kit::panel::{Panel, PanelAction};
use std::rc::Rc;

const MORE: [&str; 8] = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "]]>&\"'",
    "<w:p/>",
    "&#0;",
    "{organisation}{page}",
];

/// Everything that is tried, a paragraph of 100,000 characters too.
fn contents() -> Vec<String> {
    let all = AWKWARD.iter().chain(&MORE).map(|content| (*content).to_owned());
    let mut all: Vec<String> = all.filter(|content| !content.trim().is_empty()).collect();
    all.push("质".repeat(100_000));
    all
}

/// Fails where a part is not well formed.
pub fn well_formed(bytes: &[u8], content: &str) {
    for (name, part) in parts(bytes, "").iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels")) {
        roxmltree::Document::parse(part).unwrap_or_else(|error| panic!("{name}: {error}: {content:.80}"));
    }
}

/// Fails where a line of a text does not stand among the paragraphs, as a whole or at the end of one.
fn told(found: &[String], content: &str, place: &str) {
    for line in lines(content) {
        let line = written(line);
        assert!(found.iter().any(|paragraph| paragraph.trim().ends_with(line.trim())), "{place}: {line:.80}");
    }
}

#[test]
fn the_feedback_report_holds_whatever_was_written() {
    let item = slot(&DEMO, "practice.direction");
    for content in contents() {
        let actions = [
            Action::Item(item, ItemChange::Strengths(text(&content))),
            Action::Item(item, ItemChange::Opportunities(text(&content))),
            Action::Item(item, ItemChange::AddEvidence(text(&content))),
            Action::Profile(ProfileText::Name, text(&content)),
        ];
        let assessment = actions.iter().fold(filled(&DEMO), |before, action| action.apply(&before));
        let bytes = export(&Project::new(assessment), &DEMO, Target::Feedback, &Options::new(Language::Zh)).expect("a report");
        well_formed(&bytes, &content);
        told(&paragraphs(&bytes), &content, "feedback");
    }
}

/// A panel whose assessors and agreements say this.
fn saying(pack: &Pack, assessment: &Assessment, content: &str) -> Panel {
    let ratings: [Option<u8>; 2] = [Some(45), Some(60)];
    let panel = panel_of(pack, assessment, &[(content, &ratings), ("乙", &ratings[1..])]);
    let steps = [
        PanelAction::Facilitator(text(content)),
        PanelAction::Absent(vec![text(content)]),
        PanelAction::Remark(text(content)),
        PanelAction::Open,
        PanelAction::Agree(ItemSlot(0), Some(percent(70))),
        PanelAction::Reason(ItemSlot(0), text(content)),
        PanelAction::Note(ItemSlot(1), text(content)),
    ];
    steps.iter().fold(panel, |panel, step| step.apply(pack, &panel).expect("a step"))
}

#[test]
fn the_minute_holds_whatever_was_written() {
    for content in contents() {
        let panel = saying(&DEMO, &filled(&DEMO), &content);
        for anonymous in [false, true] {
            let bytes = minute(&panel, &DEMO, Language::En, anonymous).expect("a minute");
            well_formed(&bytes, &content);
            told(&paragraphs(&bytes), &content, "minute");
        }
    }
}

#[test]
fn the_sheet_of_the_panel_holds_whatever_was_written_and_no_formula_more() {
    let (pack, assessment) = manufacturing();
    let formulas = |reading: &Reading| -> usize { reading.formulas.values().map(|range| range.used_cells().count()).sum() };
    let made = |content: &str| with_panel(&pack, &assessment, &saying(&pack, &assessment, content), false, Language::Zh);
    let harmless = formulas(&Reading::of(&made("甲")));
    for content in contents() {
        let bytes = made(&content);
        well_formed(&bytes, &content);
        let reading = Reading::of(&bytes);
        assert_eq!(formulas(&reading), harmless, "{content:.80}");
        let texts = reading.texts();
        assert!(texts.iter().all(|text| text.encode_utf16().count() <= 32_767));
        let begin: String = lines(&content).map(written).next().unwrap_or_default().trim().chars().take(1000).collect();
        assert!(texts.iter().any(|text| text.contains(&begin)), "{content:.80}");
    }
}

#[test]
fn the_template_holds_whatever_own_indicators_are_called_as_far_as_a_cell_can() {
    let years = Window::new(2013, 3).expect("a window");
    for content in contents() {
        let own = OwnIndicator {
            id: text("own-1"),
            name: text(&content),
            ..OwnIndicator::default()
        };
        let actions = [
            Action::AddOwn(NEW, Rc::new(own)),
            Action::Own(0, OwnChange::Text(OwnText::Unit, text(&content))),
            Action::Profile(ProfileText::Name, text(&content)),
        ];
        let assessment = actions.iter().fold(Assessment::blank(&BEIJING), |before, action| action.apply(&before));
        let bytes = template(&BEIJING, &assessment, Language::Zh, years).expect("a template");
        well_formed(&bytes, &content);
        let reading = Reading::of(&bytes);
        assert!(
            !reading
                .formulas
                .values()
                .any(|range| range.used_cells().any(|(_, _, formula)| content.contains(formula.as_str()))),
            "{content:.80}"
        );
        if content.encode_utf16().count() > 32_767 {
            // No cell holds it; a blank one erases nothing when the template comes back.
            continue;
        }
        // Control characters go the way spreadsheets write them, and come back when the template is read.
        let line = lines(&content).next().unwrap_or_default().trim().replace('\u{fffe}', "\u{fffd}");
        let read = read_book(&bytes).expect("the template is read").to_json();
        let told = serde_json::Value::String(line).to_string();
        assert!(read.contains(told.trim_matches('"')), "{content:.80}");
    }
}
