//! The draft submission, part by part. Nothing that was answered is left out, and what is missing says so.

use super::document::{Block, Document};
use super::draft::Draft;
use super::frame::Frame;
use super::section::Section;
use super::{
    completeness, eligibility_statement, evidence, form, improvement, model, profile, score_chart, score_reading, score_table, self_evaluation, sources, units,
};
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::date::Date;
use crate::eligibility::judge;
use crate::findings::findings;
use crate::language::Language;
use crate::scoring::score;

/// What the assessment itself does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// The day printed on the draft; none prints no day.
    pub draft_date: Option<Date>,
    /// One part alone; none for the whole submission.
    pub section: Option<Section>,
}

/// Writes the draft submission of an assessment. The same assessment, language and options give the same document.
///
/// A registration date counts as future where it lies after the draft date, or without one after the application date.
pub fn submission(pack: &Pack, assessment: &Assessment, language: Language, options: &Options) -> Document {
    let application = assessment.eligibility.application_date;
    let today = options.draft_date.or(application).unwrap_or(Date::MAX);
    let eligibility = judge(pack, assessment, assessment.eligibility.edition, application, today);
    let score = score(pack, assessment);
    let found = findings(pack, assessment, &eligibility);

    let mut draft = Draft::new(pack, assessment, language);
    let frame = Frame {
        title: draft.words.report_title(),
        header: draft.words.report_header(),
        header_dated: draft.words.report_header_dated(),
        notes: vec![draft.pack_words.disclaimer().to_owned()],
    };
    frame.begin(&mut draft, options.draft_date);
    for section in Section::ALL {
        draft.blocks.push(Block::Section(section));
        let begun = draft.blocks.len();
        let goes_on = matches!(section, Section::Units | Section::Model);
        if !goes_on && !matches!(section, Section::Improvement | Section::Evidence | Section::Completeness | Section::Sources) {
            draft.blocks.push(Block::PageBreak);
        }
        // Nobody has to write it, but who wants it alone wants to see what it asks for.
        let asked = options.section == Some(section);
        match section {
            Section::Form => form::write(&mut draft),
            Section::Units => units::write(&mut draft, asked),
            Section::Profile => profile::write(&mut draft),
            Section::Model => model::write(&mut draft, asked),
            Section::Eligibility => eligibility_statement::write(&mut draft, &eligibility),
            Section::Evaluation => self_evaluation::write(&mut draft, &score),
            Section::Scores => {
                score_table::write(&mut draft, &score);
                score_chart::write(&mut draft, &score);
                score_reading::reading(&mut draft, &score);
                score_reading::remarks(&mut draft, &score);
            }
            Section::Improvement => improvement::write(&mut draft),
            Section::Evidence => evidence::write(&mut draft),
            Section::Completeness => completeness::write(&mut draft, &found),
            Section::Sources => sources::write(&mut draft),
        }
        // A part nobody has to write leaves no mark where nothing of it is written.
        if draft.blocks.len() == begun {
            draft.blocks.pop();
        }
    }

    frame.finish(draft, options.draft_date).only(options.section)
}
