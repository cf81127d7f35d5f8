//! The outline of a defence before a jury: a timetable, what to open with, the themes, for each category the points to make and the
//! figures that carry them, what comes next, and the questions to expect. All of it is taken from the assessment, each statement with
//! its source; what is missing is said to be missing.

mod figures;
mod points;

pub(super) use points::lines;

use super::document::{Alignment, Block, Document, ParagraphStyle};
use super::draft::{Draft, one_line};
use super::feedback::themes;
use super::frame::Frame;
use super::improvement::live_action;
use super::say;
use super::site_review::Questions;
use super::submission::Options;
use super::timetable::{self, Segment};
use crate::assessment::{Assessment, ProfileText};
use crate::criteria::{CategorySlot, ItemSlot, Pack};
use crate::language::{Language, fill};
use crate::order;
use crate::scoring::{Score, rank_actions, score};

/// Minutes where nobody says how many: what a notice of Shenzhen said in 2016 (domain facts 9.1). How long this award takes is not known.
pub const DEFENCE_MINUTES: u32 = 40;

/// Items whose first question is listed.
const ASKED: usize = 5;

/// Writes the outline for so many minutes, the default where none are given. The same assessment, language and options give the same
/// document; a part of the submission that the options name is none of this outline's.
pub fn defence(pack: &Pack, assessment: &Assessment, language: Language, options: &Options, minutes: Option<u32>) -> Document {
    let score = score(pack, assessment);
    let mut draft = Draft::new(pack, assessment, language);
    let words = draft.words;
    let frame = Frame {
        title: words.defence_title(),
        header: words.defence_header(),
        header_dated: words.defence_header_dated(),
        notes: vec![words.defence_note().to_owned()],
    };
    frame.begin(&mut draft, options.draft_date);
    draft.blocks.push(Block::PageBreak);
    let shares = times(&mut draft, &score, minutes);
    opening(&mut draft);
    draft.heading(1, words.defence_themes());
    themes::within(&mut draft, &score);
    draft.heading(1, words.defence_categories());
    draft.paragraphs(ParagraphStyle::Note, words.defence_chosen());
    let mut inner = shares.iter().skip(1);
    for slot in counted(&score) {
        category(&mut draft, &score, slot, inner.next().copied().unwrap_or_default());
    }
    closing(&mut draft, shares.last().copied().unwrap_or_default());
    questions(&mut draft, &score);
    frame.finish(draft, options.draft_date)
}

/// The categories with points, in the order of the pack.
pub(super) fn counted(score: &Score) -> Vec<CategorySlot> {
    let counted = score.categories.iter().filter(|category| category.tally.max.hundredths() > 0);
    counted.map(|category| category.category).collect()
}

/// The name of a category with its number.
pub(super) fn category_name(draft: &Draft<'_>, slot: CategorySlot) -> String {
    let category = draft.pack.category(slot);
    let name = draft.pack_words.category(&category.id);
    fill(draft.words.term_numbered(), &[("number", &category.number), ("name", name)])
}

/// Opening and closing weigh as much as the lightest category, which the document says of itself.
fn times(draft: &mut Draft<'_>, score: &Score, minutes: Option<u32>) -> Vec<u32> {
    let words = draft.words;
    draft.heading(1, words.defence_times());
    let given = minutes.unwrap_or(DEFENCE_MINUTES);
    let text = if minutes.is_some() {
        words.timetable_given()
    } else {
        words.defence_times_default()
    };
    let told = fill(text, &[("minutes", &given.to_string()), ("award", draft.pack_words.name())]);
    draft.paragraphs(ParagraphStyle::Body, &told);
    draft.paragraphs(ParagraphStyle::Note, words.defence_times_shares());
    let categories = counted(score);
    let max = |slot: CategorySlot| score.categories[slot.0].tally.max;
    let lightest = categories.iter().map(|slot| max(*slot).hundredths()).min().unwrap_or(1);
    let edge = |title: &str| Segment {
        title: title.to_owned(),
        weight: lightest,
        more: vec![draft.words.none().to_owned()],
    };
    let mut segments = vec![edge(words.defence_opening())];
    segments.extend(categories.iter().map(|&slot| Segment {
        title: category_name(draft, slot),
        weight: max(slot).hundredths(),
        more: vec![max(slot).to_string()],
    }));
    segments.push(edge(words.defence_closing()));
    let more = [(words.defence_points_of(), 12, Alignment::End)];
    timetable::write(draft, words.defence_times_caption(), given, &segments, &more)
}

/// Who speaks and by what model it is led: the first line of what the profile says of each.
fn opening(draft: &mut Draft<'_>) {
    let words = draft.words;
    draft.heading(1, words.defence_opening_part());
    let organisation = &draft.assessment.organisation;
    let facts = [ProfileText::Name, ProfileText::Industry, ProfileText::Products, ProfileText::Honours];
    let mut asked: Vec<ProfileText> = facts.into_iter().chain(ProfileText::OVERVIEW).collect();
    // Nobody has to have a model of management; one that is begun is told.
    if organisation.has_model() {
        asked.extend(ProfileText::MODEL);
    }
    let (mut told, mut missing): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
    for field in asked {
        let label = say::profile_label(draft.language, field.key());
        match points::lines(organisation.text(field)).first() {
            Some(line) => told.push(fill(words.term_within(), &[("whole", label), ("part", line)])),
            None => missing.push(label),
        }
    }
    draft.paragraphs(ParagraphStyle::Entry, &told.join("\n"));
    if !missing.is_empty() {
        let list = missing.join(words.term_list());
        draft.paragraphs(ParagraphStyle::Missing, &fill(words.defence_opening_missing(), &[("list", &list)]));
    }
}

fn category(draft: &mut Draft<'_>, score: &Score, slot: CategorySlot, minutes: u32) {
    let words = draft.words;
    let name = category_name(draft, slot);
    draft.heading(2, fill(words.defence_category(), &[("name", &name), ("n", &minutes.to_string())]));
    let most = minutes.max(1) as usize;
    let items: Vec<ItemSlot> = draft.pack.items_of(slot).filter(|item| score.items[item.0].maximum.applies()).collect();
    let strengths = points::of(draft, score, &items);
    let strong = figures::of(draft, &items);
    if strengths.is_empty() && strong.is_empty() {
        draft.paragraphs(ParagraphStyle::Missing, words.defence_no_points());
        return;
    }
    for (label, all) in [(words.defence_points(), &strengths), (words.defence_figures(), &strong)] {
        let chosen: Vec<&str> = all.iter().take(most).map(String::as_str).collect();
        draft.labelled(label, ParagraphStyle::Entry, &chosen.join("\n"));
    }
    let silent: Vec<String> = items
        .iter()
        .filter(|item| draft.assessment.item(**item).strengths.trim().is_empty())
        .map(|item| say::item_name(draft.pack, draft.language, *item))
        .collect();
    if !silent.is_empty() {
        let told = fill(words.defence_silent(), &[("list", &silent.join(words.term_list()))]);
        draft.paragraphs(ParagraphStyle::Missing, &told);
    }
    let left = strengths.len().saturating_sub(most) + strong.len().saturating_sub(most);
    if left > 0 {
        draft.paragraphs(ParagraphStyle::Note, &fill(words.defence_more(), &[("n", &left.to_string())]));
    }
}

/// What is being improved: actions that are to be done, those with the most for the effort first; without any the opportunities.
fn closing(draft: &mut Draft<'_>, minutes: u32) {
    let words = draft.words;
    draft.heading(1, words.defence_closing_part());
    let most = minutes.max(1) as usize;
    let actions = &draft.assessment.improvement.actions;
    let ranked = rank_actions(draft.pack, draft.assessment);
    let live = ranked
        .iter()
        .filter_map(|ranked| Some((ranked, actions.get(ranked.at).filter(|action| action.is_live())?)));
    let mut told: Vec<String> = live
        .map(|(ranked, action)| {
            let told = live_action(draft, ranked.at, action);
            match ranked.item {
                Some(item) => points::sourced(draft, &told, item, &[]),
                None => told,
            }
        })
        .collect();
    if told.is_empty() {
        for (slot, _) in draft.pack.items() {
            let lines = points::lines(&draft.assessment.item(slot).opportunities);
            told.extend(lines.first().map(|line| points::sourced(draft, line, slot, &[])));
        }
    }
    if told.is_empty() {
        draft.paragraphs(ParagraphStyle::Missing, words.defence_closing_none());
        return;
    }
    told.truncate(most);
    draft.paragraphs(ParagraphStyle::Entry, &told.join("\n"));
}

/// The first question to each of the items that lose the most points.
fn questions(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    draft.heading(1, words.defence_questions());
    let lost = |slot: ItemSlot| {
        let item = &score.items[slot.0];
        let max = item.maximum.points().unwrap_or_default().hundredths();
        max.saturating_sub(item.points.unwrap_or_default().hundredths())
    };
    let mut items: Vec<ItemSlot> = draft.pack.items().map(|(slot, _)| slot).filter(|slot| lost(*slot) > 0).collect();
    order::sort_by_key(&mut items, |slot| std::cmp::Reverse(lost(*slot)));
    let asked = Questions::of(draft, score);
    let first = items.iter().filter_map(|slot| {
        let question = asked.of_item(*slot).first()?;
        let name = say::item_name(draft.pack, draft.language, *slot);
        Some(fill(words.term_within(), &[("whole", &name), ("part", &one_line(question))]))
    });
    let told: Vec<String> = first.take(ASKED).collect();
    if told.is_empty() {
        draft.paragraphs(ParagraphStyle::Body, words.defence_questions_none());
        return;
    }
    draft.paragraphs(ParagraphStyle::Note, words.defence_questions_note());
    draft.paragraphs(ParagraphStyle::Entry, &told.join("\n"));
}
