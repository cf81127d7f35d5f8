//! What becomes of answers under another pack.

use super::figures::rule;
use super::quoting::{on_one_line, quoted};
use super::terms::item_name;
use crate::archive::{About, CarryKind, Left, Proposal, RatingFate};
use crate::criteria::{ItemSlot, Pack};
use crate::language::{Language, codes, fill};

/// How ids stand to each other, in a word: `更名`.
pub fn carry_kind(language: Language, kind: CarryKind) -> &'static str {
    language.words().by_code(&codes::CARRY, kind.code())
}

/// The word for items of which there is nothing to say: `条款不变`.
pub fn carry_same(language: Language) -> &'static str {
    language.words().by_code(&codes::CARRY, "same")
}

/// What a proposal does, in one sentence.
pub fn proposal(from: &Pack, to: &Pack, language: Language, proposal: &Proposal) -> String {
    let code = match (proposal.about, proposal.kind) {
        (About::Edition, _) => "edition_says",
        (_, CarryKind::Changed) => "changed_says",
        (_, CarryKind::Renamed) => "renamed_says",
        (_, CarryKind::Split) => "split_says",
        (_, CarryKind::Merged) => "merged_says",
        (_, CarryKind::Retired) => "retired_says",
        (_, CarryKind::New) => "new_says",
        (_, CarryKind::Revived) => "revived_says",
    };
    let names = |pack: &Pack, ids: &[String]| {
        let names: Vec<String> = ids.iter().map(|id| name(pack, language, proposal.about, id)).collect();
        names.join(language.words().term_list())
    };
    let (old, new) = (names(from, &proposal.from), names(to, &proposal.to));
    fill(language.words().by_code(&codes::CARRY, code), &[("from", &old), ("to", &new)])
}

/// What else there is to say of a proposal, a sentence each: what becomes of the rating, what is kept, what must be
/// checked, and the note of the lineage. Of one that is declined, only that.
pub fn proposal_details(from: &Pack, to: &Pack, language: Language, proposal: &Proposal) -> Vec<String> {
    let text = |code: &'static str| language.words().by_code(&codes::CARRY, code);
    if !proposal.accepted && proposal.declinable {
        return vec![text("declined").to_owned()];
    }
    let mut details = Vec::new();
    if let Some(code) = rating_code(proposal) {
        let percents: Vec<String> = proposal.ratings.iter().map(|percent| [&percent.to_string(), "%"].concat()).collect();
        details.push(fill(text(code), &[("percent", &percents.join(language.words().term_list()))]));
    }
    if proposal.kind == CarryKind::Retired && proposal.written {
        details.push(text("text_kept").to_owned());
    }
    for left in &proposal.left {
        let (code, name) = match left {
            Left::Prompt(id) => ("left_prompt", prompt(from, language, &proposal.from, id)),
            Left::Factor(id) => ("left_factor", factor(from, language, &proposal.from, id)),
            Left::Band(id) => ("left_band", factor(from, language, &proposal.from, id)),
        };
        details.push(fill(text(code), &[("name", &in_marks(language, &name))]));
    }
    for (pack, ids, owners, code) in [
        (from, &proposal.gone_prompts, &proposal.from, "gone_prompt"),
        (to, &proposal.new_prompts, &proposal.to, "new_prompt"),
    ] {
        for id in ids {
            details.push(fill(text(code), &[("name", &in_marks(language, &prompt(pack, language, owners, id)))]));
        }
    }
    details.extend(rules(from, to, language, proposal));
    for (holds, code) in [(proposal.joins, "joins"), (proposal.to_check, "to_check")] {
        if holds {
            details.push(text(code).to_owned());
        }
    }
    if let Some(note) = &proposal.note {
        details.push(fill(text("note"), &[("note", &on_one_line(language, note.text(language.tag())))]));
    }
    details
}

/// That a condition is judged by another rule than before.
fn rules(from: &Pack, to: &Pack, language: Language, proposal: &Proposal) -> Option<String> {
    let of = |pack: &Pack, ids: &[String]| match ids {
        [id] if proposal.about == About::Condition => Some(rule(language, &pack.condition(pack.condition_slot(id)?).rule)),
        _ => None,
    };
    let (old, new) = (of(from, &proposal.from)?, of(to, &proposal.to)?);
    let text = language.words().by_code(&codes::CARRY, "rule_changes");
    (old != new).then(|| fill(text, &[("from", &old), ("to", &new)]))
}

fn rating_code(proposal: &Proposal) -> Option<&'static str> {
    let item = proposal.about == About::Item;
    Some(match proposal.rating {
        RatingFate::Unrated => return None,
        RatingFate::NotAStep => "rating_not_a_step",
        RatingFate::Carried => {
            if item {
                "rating_carried"
            } else {
                "answer_carried"
            }
        }
        RatingFate::Differ => {
            if item {
                "rating_differ"
            } else {
                "answer_differ"
            }
        }
        RatingFate::Split => {
            if item {
                "rating_split"
            } else {
                "answer_split"
            }
        }
        RatingFate::Kept => {
            if item {
                "rating_kept"
            } else {
                "answer_kept"
            }
        }
        RatingFate::Restored => {
            if item {
                "rating_restored"
            } else {
                "answer_restored"
            }
        }
    })
}

/// Something by its name in a pack; by its id where the pack does not have it.
fn name(pack: &Pack, language: Language, about: About, id: &str) -> String {
    let words = pack.words(language.tag());
    let name = match about {
        About::Item => match pack.item_slot(id) {
            Some(slot) => return in_marks(language, &item_name(pack, language, slot)),
            None => "",
        },
        About::Condition => words.condition(id),
        About::SelfCheck => words.self_check(id),
        About::Edition => words.edition(id),
    };
    in_marks(language, if name.is_empty() { id } else { name })
}

fn in_marks(language: Language, name: &str) -> String {
    fill(language.words().by_code(&codes::CARRY, "name"), &[("name", name)])
}

fn slots<'a>(pack: &'a Pack, items: &'a [String]) -> impl Iterator<Item = ItemSlot> + 'a {
    items.iter().filter_map(|id| pack.item_slot(id))
}

/// A prompt of one of some items by number and short name, by its question where it has none, by its id where no item
/// has it.
fn prompt(pack: &Pack, language: Language, items: &[String], id: &str) -> String {
    let words = pack.words(language.tag());
    for slot in slots(pack, items) {
        let item = pack.item(slot);
        if let Some(prompt) = item.prompts.iter().find(|prompt| prompt.id == id) {
            return match &prompt.number {
                Some(number) => fill(
                    language.words().term_numbered(),
                    &[("number", number), ("name", words.prompt_name(&item.id, id))],
                ),
                None => quoted(language, words.prompt(&item.id, id)),
            };
        }
    }
    quoted(language, id)
}

fn factor(pack: &Pack, language: Language, items: &[String], id: &str) -> String {
    let words = pack.words(language.tag());
    for slot in slots(pack, items) {
        let rubric = pack.rubric_of(slot);
        if rubric.factors.iter().any(|factor| factor.id == id) {
            return words.factor(&rubric.id, id).to_owned();
        }
    }
    quoted(language, id)
}
