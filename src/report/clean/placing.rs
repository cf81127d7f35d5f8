//! What the placeholders of an agency's template stand for: values that go into a line, and parts that take the place of a paragraph.
//! Parts come without titles of their own, as they stand under the agency's.
//!
//! | placeholder | stands for |
//! |---|---|
//! | `award`, `edition`, `date`, `receipt` | name of the award, edition of its criteria, day of application, receipt |
//! | `organisation.KEY` | a field of the profile by its name in the file: `organisation.name`, `organisation.environment`, `organisation.staff` |
//! | `applicant`, `units`, `profile`, `model`, `report`, `evidence` | a part of the clean submission |
//! | `item.NUMBER` | what was written to one item, with its figures: `item.4.1.2` |
//! | `commitment`, `contents`, `tables`, `figures` | letter of commitment, contents, lists of tables and figures |

use super::{applicant, commitment, day, evaluation, evidence};
use crate::assessment::{Assessment, ProfileText, without_undecided};
use crate::criteria::{ItemSlot, Pack};
use crate::language::{Language, grouped};
use crate::receipt::receipt;
use crate::report::caption::CaptionKind;
use crate::report::document::{Block, Document};
use crate::report::draft::{Draft, one_line};
use crate::report::pinned::Pinned;
use crate::report::submission::Options;
use crate::report::{model, say, units};
use std::ops::Range;

/// What a placeholder is replaced with.
#[derive(Debug, Clone, PartialEq)]
pub enum Placed {
    /// A value, empty where nothing was filled in; a line feed separates its paragraphs.
    Value(String),
    /// Blocks of the document, by position.
    Part(Range<usize>),
    /// A part, whose placeholder does not stand where a part can.
    Misplaced,
    /// No placeholder of this name is known.
    Unknown,
}

/// The parts a template asks for, in its order.
#[derive(Debug, Clone, PartialEq)]
pub struct Placing {
    /// All parts behind each other, so that tables and figures are numbered through.
    pub document: Document,
    /// For each name what it stands for.
    pub placed: Vec<Placed>,
    /// Titles of what was written and has no place in the template.
    pub unplaced: Vec<String>,
}

/// Finds what each name stands for; with each comes whether a part can stand there. A template without any part takes the whole submission at its end, as the part of one name more.
pub fn placing(pack: &Pack, assessment: &Assessment, language: Language, options: &Options, asked: &[(&str, bool)]) -> Placing {
    let code = receipt(pack, assessment).to_string();
    let assessment = &without_undecided(assessment);
    let mut draft = Draft::new(pack, assessment, language);
    let names: Vec<&str> = asked.iter().filter(|(_, is_place)| *is_place).map(|(name, _)| *name).collect();
    let mut placed: Vec<Placed> = asked.iter().map(|(name, is_place)| of(&mut draft, options, &code, name, *is_place)).collect();
    if !placed.iter().any(|placed| matches!(placed, Placed::Part(_))) {
        let begun = draft.blocks.len();
        draft.chapter = Some(0);
        for section in super::CLEAN_SECTIONS {
            super::part(&mut draft, section);
        }
        placed.push(Placed::Part(begun..draft.blocks.len()));
    }
    let unplaced = if placed.len() > asked.len() {
        Vec::new()
    } else {
        unplaced(&draft, asked, &names)
    };
    let document = Document {
        title: String::new(),
        author: one_line(assessment.organisation.text(ProfileText::Name)),
        language,
        header: String::new(),
        footer: String::new(),
        mark: String::new(),
        pinned: Pinned::of(&assessment.evidence),
        blocks: draft.blocks,
    };
    Placing { document, placed, unplaced }
}

fn of(draft: &mut Draft<'_>, options: &Options, code: &str, name: &str, is_place: bool) -> Placed {
    if name == "receipt" {
        return Placed::Value(code.to_owned());
    }
    if let Some(value) = value(draft, options, name) {
        return Placed::Value(value);
    }
    let (begun, before) = (draft.blocks.len(), draft.counted());
    match name {
        "applicant" => applicant::write(draft),
        "units" => units::given(draft),
        "profile" => applicant::profile(draft),
        "model" => model::given(draft),
        "report" => evaluation::write(draft),
        "evidence" => evidence::write(draft),
        "commitment" => commitment::sentences(draft),
        "contents" => draft.blocks.push(Block::Contents { title: String::new() }),
        "tables" => draft.blocks.push(Block::Captions {
            kind: CaptionKind::Table,
            title: String::new(),
        }),
        "figures" => draft.blocks.push(Block::Captions {
            kind: CaptionKind::Figure,
            title: String::new(),
        }),
        _ => match item(draft.pack, name) {
            Some(slot) => evaluation::within(draft, slot),
            None => return Placed::Unknown,
        },
    }
    if !is_place {
        // What is not put anywhere takes no number from what is.
        draft.blocks.truncate(begun);
        draft.count_from(before);
        return Placed::Misplaced;
    }
    Placed::Part(begun..draft.blocks.len())
}

/// The item of `item.4.1.2`.
fn item(pack: &Pack, name: &str) -> Option<ItemSlot> {
    let number = name.strip_prefix("item.")?;
    pack.items().find(|(_, item)| item.number == number).map(|(slot, _)| slot)
}

fn value(draft: &Draft<'_>, options: &Options, name: &str) -> Option<String> {
    let (language, organisation) = (draft.language, &draft.assessment.organisation);
    let key = match name {
        "award" => return Some(draft.pack_words.name().to_owned()),
        "edition" => return Some(draft.pack_words.edition_name().to_owned()),
        "date" => return Some(day(draft, options).map_or_else(String::new, |day| say::date(language, day))),
        _ => name.strip_prefix("organisation.")?,
    };
    if let Some(field) = ProfileText::from_key(key) {
        return Some(organisation.text(field).trim().to_owned());
    }
    let value = match key {
        "kind" => organisation.kind.map(|kind| say::kind(language, kind).to_owned()),
        "registration_date" => organisation.registration_date.map(|date| say::date(language, date)),
        "registration_place" => organisation.registration_place.map(|place| say::region(language, place)),
        "legal_status" => organisation.legal_status.map(|status| say::legal_status(language, status).to_owned()),
        "staff" => organisation.staff.map(grouped),
        "revenue" => organisation.revenue.map(grouped),
        "assets" => organisation.assets.map(grouped),
        _ => return None,
    };
    Some(value.unwrap_or_default())
}

/// What was written and stands under none of the names.
fn unplaced(draft: &Draft<'_>, asked: &[(&str, bool)], parts: &[&str]) -> Vec<String> {
    let words = draft.words;
    let has = |name: &str| parts.contains(&name);
    let fields = |keys: &[&str]| {
        keys.iter()
            .all(|key| asked.iter().any(|(name, _)| name.strip_prefix("organisation.") == Some(*key)))
    };
    let mut lost: Vec<String> = Vec::new();
    let written = |field: &ProfileText| !draft.assessment.organisation.text(*field).trim().is_empty();
    let mut missed_of = |topics: &[ProfileText]| {
        let missed = topics.iter().filter(|topic| written(topic) && !fields(&[topic.key()]));
        lost.extend(missed.map(|topic| say::profile_label(draft.language, topic.key()).to_owned()));
    };
    if !has("profile") {
        missed_of(&ProfileText::OVERVIEW);
    }
    if !has("model") {
        missed_of(&ProfileText::MODEL);
    }
    if !has("units") && draft.assessment.organisation.has_units() {
        lost.push(words.units_title().to_owned());
    }
    if !has("applicant") {
        let elsewhere = |field: &&ProfileText| ProfileText::OVERVIEW.contains(field) || ProfileText::MODEL.contains(field);
        let asked = ProfileText::ALL.iter().filter(|field| !elsewhere(field));
        let missed = asked.filter(|field| written(field) && !fields(&[field.key()]));
        lost.extend(missed.map(|field| say::profile_label(draft.language, field.key()).to_owned()));
    }
    if !has("report") {
        for (slot, found) in draft.pack.items() {
            let filled = !draft.assessment.item(slot).is_unanswered() || has_figures(draft, slot);
            if filled && !has(&["item.", &found.number].concat()) {
                lost.push(say::item_name(draft.pack, draft.language, slot));
            }
        }
    }
    if !has("evidence") && !draft.assessment.evidence.entries.is_empty() {
        lost.push(words.clean_evidence().to_owned());
    }
    lost
}

fn has_figures(draft: &Draft<'_>, slot: ItemSlot) -> bool {
    let mut readings = draft.results.indicators.iter();
    readings.any(|reading| reading.has_figure() && reading.place.is_some_and(|(item, _)| item == slot))
}
