//! The clean submission: the document that is handed in. Cover and letter of commitment as a form has them, the applicant, the
//! profile, the report clause by clause, the evidence; only what was written, and nothing the kit says of itself or of what
//! is missing, which is asked before ([`asked_before`]). Judgements stay in the working draft: scores, strengths, opportunities.

mod applicant;
mod asked;
mod commitment;
mod evaluation;
mod evidence;
mod placing;

pub use asked::asked_before;
pub use placing::{Placed, Placing, placing};

use super::document::{Block, Cover, Document};
use super::draft::{Draft, one_line, pair};
use super::pinned::Pinned;
use super::submission::Options;
use super::{Section, caption::CaptionKind, model, say, units};
use crate::assessment::{Assessment, ProfileText, without_undecided};
use crate::criteria::Pack;
use crate::date::Date;
use crate::language::{Language, fill};
use crate::receipt::receipt;

/// The parts of the clean submission, in the order they stand.
pub const CLEAN_SECTIONS: [Section; 6] = [
    Section::Form,
    Section::Units,
    Section::Profile,
    Section::Model,
    Section::Evaluation,
    Section::Evidence,
];

/// Writes the clean submission of an assessment. The same assessment, language and options give the same document.
pub fn clean_submission(pack: &Pack, assessment: &Assessment, language: Language, options: &Options) -> Document {
    let code = receipt(pack, assessment).to_string();
    let assessment = &without_undecided(assessment);
    let mut draft = Draft::new(pack, assessment, language);
    let words = draft.words;
    let name = one_line(assessment.organisation.text(ProfileText::Name));
    let mark = fill(words.clean_receipt(), &[("code", &code)]);
    cover(&mut draft, &name, &mark);
    commitment::write(&mut draft);
    draft.blocks.push(Block::PageBreak);
    draft.blocks.push(Block::Contents {
        title: words.report_contents().to_owned(),
    });
    let lists = [
        (CaptionKind::Table, words.report_list_tables()),
        (CaptionKind::Figure, words.report_list_figures()),
    ];
    let lists = lists.map(|(kind, title)| Block::Captions { kind, title: title.to_owned() });
    draft.blocks.extend(lists);
    draft.chapter = Some(0);
    for section in CLEAN_SECTIONS {
        part(&mut draft, section);
    }
    let header = if name.is_empty() {
        words.clean_title().to_owned()
    } else {
        fill(words.clean_header(), &[("organisation", &name)])
    };
    let document = Document {
        title: [draft.pack_words.name(), " · ", words.clean_title()].concat(),
        author: name,
        language,
        header,
        footer: words.report_page().to_owned(),
        mark,
        pinned: Pinned::of(&assessment.evidence),
        blocks: draft.blocks,
    };
    document.only(options.section)
}

/// The title page, with the receipt as `mark`.
fn cover(draft: &mut Draft<'_>, name: &str, mark: &str) {
    let words = draft.words;
    // Another day than that of application would be a wrong one under this label: its place stays empty.
    let day = draft.assessment.eligibility.application_date;
    let day = day.map_or_else(String::new, |day| say::date(draft.language, day));
    draft.blocks.push(Block::Cover(Cover {
        award: draft.pack_words.name().to_owned(),
        title: words.clean_title().to_owned(),
        organisation: String::new(),
        lines: vec![mark.to_owned()],
        form: vec![
            pair(words.clean_applicant_seal(), name),
            pair(words.clean_recommender_seal(), ""),
            pair(words.clean_date(), &day),
        ],
        notes: vec![words.clean_receipt_note().to_owned()],
        // The one thing that is said although nobody asked: what is invented must not be handed in.
        warning: draft.assessment.fictional.then(|| words.report_fictional().to_owned()),
    }));
}

/// The day of application, else that of writing.
fn day(draft: &Draft<'_>, options: &Options) -> Option<Date> {
    draft.assessment.eligibility.application_date.or(options.draft_date)
}

/// A part on a new page under the next number; nothing where nothing was written for it.
fn part(draft: &mut Draft<'_>, section: Section) {
    let words = draft.words;
    let before = (draft.blocks.len(), draft.chapter);
    let at = draft.chapter.unwrap_or_default() as usize;
    let title = match section {
        Section::Units => words.units_title(),
        Section::Profile => words.clean_profile(),
        Section::Model => words.organisation_model(),
        Section::Evaluation => words.clean_evaluation(),
        Section::Evidence => words.clean_evidence(),
        _ => words.clean_applicant(),
    };
    let number = words.clean_numerals().split(' ').nth(at).unwrap_or_default();
    draft.blocks.extend([Block::Section(section), Block::PageBreak]);
    draft.heading(1, fill(words.clean_part(), &[("number", number), ("name", title)]));
    let begun = draft.blocks.len();
    match section {
        Section::Units => units::given(draft),
        Section::Profile => applicant::profile(draft),
        Section::Model => model::given(draft),
        Section::Evaluation => evaluation::write(draft),
        Section::Evidence => evidence::write(draft),
        _ => applicant::write(draft),
    }
    if draft.blocks.len() == begun {
        draft.blocks.truncate(before.0);
        draft.chapter = before.1;
    }
}
