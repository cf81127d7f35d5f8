//! What to have ready for a site review: a timetable, for each item the questions its gaps lead to and the evidence it names, the
//! evidence by the place where it is kept, and what is still to be found out. Who comes, for how long and where to is not known of any
//! award beforehand, which the document says.

mod evidence;
mod open;
mod questions;

pub(super) use questions::Questions;

use super::defence::{category_name, counted};
use super::document::{Alignment, Block, Document, ParagraphStyle};
use super::draft::Draft;
use super::frame::Frame;
use super::say;
use super::submission::Options;
use super::timetable::{self, Segment};
use crate::assessment::{Assessment, links};
use crate::criteria::{CategorySlot, ItemSlot, Pack};
use crate::language::{Language, fill};
use crate::scoring::{Score, score};

/// Minutes where nobody says how many: six hours, as a notice of Shenzhen said in 2016 (domain facts 9.1).
pub const SITE_REVIEW_MINUTES: u32 = 360;

/// Writes what to have ready, for so many minutes, the default where none are given. The same assessment, language and options give
/// the same document; a part of the submission that the options name is none of this one's.
pub fn site_review(pack: &Pack, assessment: &Assessment, language: Language, options: &Options, minutes: Option<u32>) -> Document {
    let score = score(pack, assessment);
    let mut draft = Draft::new(pack, assessment, language);
    let words = draft.words;
    let frame = Frame {
        title: words.site_review_title(),
        header: words.site_review_header(),
        header_dated: words.site_review_header_dated(),
        notes: vec![words.site_review_note().to_owned()],
    };
    frame.begin(&mut draft, options.draft_date);
    draft.blocks.push(Block::PageBreak);
    let asked = Questions::of(&draft, &score);
    times(&mut draft, &score, &asked, minutes);
    items(&mut draft, &score, &asked);
    let links = links(assessment);
    evidence::by_place(&mut draft, &links);
    open::write(&mut draft, options);
    frame.finish(draft, options.draft_date)
}

fn times(draft: &mut Draft<'_>, score: &Score, asked: &Questions, minutes: Option<u32>) {
    let words = draft.words;
    draft.heading(1, words.site_review_times());
    let given = minutes.unwrap_or(SITE_REVIEW_MINUTES);
    let text = if minutes.is_some() {
        words.timetable_given()
    } else {
        words.site_review_times_default()
    };
    let told = fill(text, &[("minutes", &given.to_string()), ("award", draft.pack_words.name())]);
    draft.paragraphs(ParagraphStyle::Body, &told);
    draft.paragraphs(ParagraphStyle::Note, words.site_review_times_shares());
    let links = links(draft.assessment);
    let segments: Vec<Segment> = counted(score)
        .into_iter()
        .map(|slot| {
            let items: Vec<ItemSlot> = applying(draft, score, slot);
            let questions: usize = items.iter().map(|item| asked.of_item(*item).len()).sum();
            let places = evidence::places(draft, &links, &items).join(words.term_figure_separator());
            Segment {
                title: category_name(draft, slot),
                weight: score.categories[slot.0].tally.max.hundredths(),
                more: vec![questions.to_string(), if places.is_empty() { words.none().to_owned() } else { places }],
            }
        })
        .collect();
    let more = [
        (words.site_review_questions(), 10, Alignment::End),
        (words.site_review_places(), 36, Alignment::Start),
    ];
    timetable::write(draft, words.site_review_times_caption(), given, &segments, &more);
}

/// The items of a category that apply to the applicant's kind.
fn applying(draft: &Draft<'_>, score: &Score, slot: CategorySlot) -> Vec<ItemSlot> {
    draft.pack.items_of(slot).filter(|item| score.items[item.0].maximum.applies()).collect()
}

/// For each category its items with questions, each with the evidence it names; then those without any.
fn items(draft: &mut Draft<'_>, score: &Score, asked: &Questions) {
    let words = draft.words;
    draft.heading(1, words.site_review_items());
    let links = links(draft.assessment);
    let mut silent: Vec<String> = Vec::new();
    for at in 0..draft.pack.categories().len() {
        let slot = CategorySlot(at);
        let items = applying(draft, score, slot);
        if items.iter().any(|item| !asked.of_item(*item).is_empty()) {
            draft.heading(2, category_name(draft, slot));
        }
        for item in items {
            let name = say::item_name(draft.pack, draft.language, item);
            if asked.of_item(item).is_empty() {
                silent.push(name);
                continue;
            }
            draft.heading(3, name);
            draft.labelled(words.site_review_expected(), ParagraphStyle::Entry, &asked.of_item(item).join("\n"));
            evidence::of_item(draft, &links, item);
        }
    }
    if !silent.is_empty() {
        let told = fill(words.site_review_no_gaps(), &[("list", &silent.join(words.term_list()))]);
        draft.paragraphs(ParagraphStyle::Body, &told);
    }
}
