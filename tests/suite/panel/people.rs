//! Assessors for the tests of panels: sheets with ratings, written and read as files.

use crate::samples::{DEMO, percent};
use award_kit::archive::{Dropped, Gathering, Project, ScoringCopy, gather_files, subject_of, write_scoring};
use award_kit::assessment::{Assessment, ItemChange, ProfileText, text};
use award_kit::criteria::ItemSlot;
use award_kit::panel::{Arrival, Confidence, Panel, PanelAction, Sheet, SheetChange};
use std::rc::Rc;

/// The assessment that is judged: everything in it filled, so that whatever slips through can be seen.
pub fn judged() -> Assessment {
    crate::archive::filled(&DEMO)
}

/// An assessment of another organisation.
pub fn of_others() -> Assessment {
    let mut other = judged();
    let organisation = Rc::make_mut(&mut other.organisation);
    organisation.set_text(ProfileText::Name, text("天津虚构电器有限公司"));
    other
}

pub fn copy_of(assessment: &Assessment, assessor: &str) -> ScoringCopy {
    ScoringCopy::for_assessor(&DEMO, &Project::new(assessment.clone()), assessor, &[])
}

/// A copy with ratings in the order of the pack, handed back once.
pub fn filled_by(assessor: &str, ratings: &[Option<u8>]) -> ScoringCopy {
    rated(copy_of(&judged(), assessor), ratings).handed_back()
}

pub fn rated(mut copy: ScoringCopy, ratings: &[Option<u8>]) -> ScoringCopy {
    for (item, rating) in ratings.iter().enumerate() {
        let change = SheetChange::Item(ItemChange::Percent(rating.map(percent)));
        copy.sheet = copy.sheet.changed(ItemSlot(item), &change);
    }
    copy
}

/// With a word on every item.
pub fn with_words(mut copy: ScoringCopy, word: &str) -> ScoringCopy {
    for item in 0..copy.sheet.judgements.len() {
        let changes = [
            SheetChange::Item(ItemChange::Strengths(text(["强：", word].concat()))),
            SheetChange::Item(ItemChange::Opportunities(text(["弱：", word].concat()))),
            SheetChange::Item(ItemChange::Band { factor: 1, band: Some(1) }),
            SheetChange::Confidence(Some(Confidence::Medium)),
        ];
        for change in &changes {
            copy.sheet = copy.sheet.changed(ItemSlot(item), change);
        }
    }
    copy
}

pub fn bytes(copy: &ScoringCopy) -> Vec<u8> {
    write_scoring(copy, &DEMO).into_bytes()
}

pub fn gathered(files: &[(&str, Vec<u8>)]) -> Gathering {
    let files: Vec<Dropped<'_>> = files.iter().map(|(name, bytes)| Dropped { name, bytes }).collect();
    gather_files(&DEMO, None, &[], &files)
}

/// A panel with these ratings, a row for each assessor.
pub fn panel(rows: &[&[Option<u8>]]) -> Panel {
    let subject = subject_of(&DEMO, &judged());
    let sheets = rows.iter().enumerate().map(|(at, row)| {
        let name = format!("评审员 {}", at + 1);
        let sheet = rated(copy_of(&judged(), &name), row).sheet;
        Arrival {
            file: text([&name, ".json"].concat()),
            hash: text(format!("sha256:{at}")),
            sheet: Rc::<Sheet>::new(sheet),
        }
    });
    let action = PanelAction::Sheets(sheets.collect());
    action.apply(&DEMO, &Panel::new(&DEMO, subject)).expect("before consensus opens")
}
