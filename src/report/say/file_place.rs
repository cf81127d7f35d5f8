//! The places of an assessment file in words: `/items/strategy.development/answers//approach` is `4.2.1 战略制定 · 方法`.

use super::quoting::{PLACE, quoted, shortened};
use super::terms::{item_name, profile_label};
use super::trouble::action_title;
use crate::assessment::{Assessment, NotePlace};
use crate::criteria::Pack;
use crate::json::{push, segment};
use crate::language::{Language, codes, fill};

/// A place by its JSON pointer. Own indicators, evidence and actions are named as the first of some assessments has them;
/// what nobody knows is quoted.
pub fn file_place(pack: &Pack, language: Language, pointer: &str, known: &[&Assessment]) -> String {
    let words = language.words();
    let pack_words = pack.words(language.tag());
    let parts: Vec<String> = pointer.split('/').skip(1).map(segment).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut told: Vec<String> = Vec::new();
    match parts.as_slice() {
        ["organisation", ..] => told.push(words.organisation_title().to_owned()),
        ["eligibility", "answers", id, ..] => told.push(named(language, id, pack_words.condition(id))),
        ["eligibility", "self_checks", id, ..] => told.push(named(language, id, pack_words.self_check(id))),
        ["eligibility", ..] => told.push(words.eligibility_title().to_owned()),
        ["items" | "targets", id, ..] => told.push(item(pack, language, id)),
        ["years"] => told.push(words.grid_title().to_owned()),
        ["inputs", id, ..] => told.push(named(language, id, pack_words.input(id))),
        ["indicators", id, ..] => told.push(named(language, id, pack_words.indicator(id))),
        ["own_indicators", id, ..] => {
            let mut own = known.iter().flat_map(|known| &known.figures.own);
            told.push(named(language, id, own.find(|own| *own.id == **id).map_or("", |own| &own.name)));
        }
        ["evidence", key, ..] => {
            let mut entries = known.iter().flat_map(|known| &known.evidence.entries);
            let entry = entries.find(|entry| *entry.key == **key);
            let (number, title) = entry.map_or((*key, ""), |entry| (&*entry.number, &*entry.title));
            let number = fill(words.register_details(), &[("number", &quoted(language, number))]);
            told.push(if title.is_empty() {
                number
            } else {
                [&number, " ", &quoted(language, title)].concat()
            });
        }
        ["actions", id, ..] => {
            let mut actions = known.iter().flat_map(|known| known.improvement.actions.iter().enumerate());
            let action = actions.find(|(_, action)| *action.id == **id);
            let title = action.map_or_else(|| (*id).to_owned(), |(at, action)| action_title(language, at, &action.title));
            told.extend([words.improvement_title().to_owned(), quoted(language, &title)]);
        }
        ["units", id, ..] => {
            let mut units = known.iter().flat_map(|known| &known.organisation.units);
            let name = units.find(|unit| *unit.id == **id).map_or("", |unit| unit.name.trim());
            told.extend([words.units_title().to_owned(), named(language, id, name)]);
        }
        ["road", id, ..] => told.extend([words.road_title().to_owned(), named(language, id, pack_words.stage(id))]),
        ["notes", id, ..] => {
            let mut notes = known.iter().flat_map(|known| known.notes.entries.iter().map(move |note| (known, note)));
            let about = notes.find(|(_, note)| *note.id == **id);
            told.push(words.notes_title().to_owned());
            told.push(about.map_or_else(|| quoted(language, id), |(known, note)| note_place(pack, language, known, &note.place)));
        }
        ["rules_off", code] => {
            // By code: the titles come with the rules, which are a part of their own.
            return [words.red_title(), " · ", &quoted(language, code)].concat();
        }
        ["not_placed"] | ["set_aside", "/not_placed"] => return words.drafts_not_placed_title().to_owned(),
        _ => return shortened(language, pointer, PLACE),
    }
    if let ["items", id, "answers", prompt, ..] = parts.as_slice()
        && !prompt.is_empty()
    {
        told.push(prompt_name(pack, language, id, prompt));
    }
    told.extend(field(pack, language, &parts));
    told.join(" · ")
}

/// What a note is about: `4.2.1 战略制定 · 方法`, `准时交付率 · 2015 年`.
pub fn note_place(pack: &Pack, language: Language, assessment: &Assessment, place: &NotePlace) -> String {
    let below = |parts: &[&str]| parts.iter().fold(String::new(), |pointer, part| push(&pointer, part));
    let pointer = match place {
        NotePlace::Item(item) => below(&["items", item]),
        NotePlace::Answer { item, prompt, factor } => below(&["items", item, "answers", prompt, factor]),
        NotePlace::Strengths(item) => below(&["items", item, "strengths"]),
        NotePlace::Opportunities(item) => below(&["items", item, "opportunities"]),
        NotePlace::Remark(item) => below(&["items", item, "remark"]),
        NotePlace::Figure { indicator, own, year } => {
            let (member, inside) = if *own {
                ("own_indicators", &["figures", "values"][..])
            } else {
                ("indicators", &["values"][..])
            };
            let year = year.map(|year| year.to_string());
            let inside = year.iter().flat_map(|year| inside.iter().copied().chain([year.as_str()]));
            below(&[member, indicator].into_iter().chain(inside).collect::<Vec<&str>>())
        }
    };
    file_place(pack, language, &pointer, &[assessment])
}

fn named(language: Language, id: &str, name: &str) -> String {
    quoted(language, if name.is_empty() { id } else { name })
}

/// An item as it is cited; its id where the pack does not have it.
pub(super) fn item(pack: &Pack, language: Language, id: &str) -> String {
    pack.item_slot(id).map_or_else(|| quoted(language, id), |slot| item_name(pack, language, slot))
}

/// A sub-clause by number and name, by its question where it has none.
fn prompt_name(pack: &Pack, language: Language, item: &str, id: &str) -> String {
    let words = pack.words(language.tag());
    let prompts = pack.item_slot(item).map_or(&[][..], |slot| &pack.item(slot).prompts);
    match prompts.iter().find(|prompt| prompt.id == id).map(|prompt| &prompt.number) {
        Some(Some(number)) => fill(language.words().term_numbered(), &[("number", number), ("name", words.prompt_name(item, id))]),
        Some(None) => quoted(language, words.prompt(item, id)),
        None => quoted(language, id),
    }
}

/// What it is of the thing a place is in; none where it is all of it.
fn field(pack: &Pack, language: Language, parts: &[&str]) -> Option<String> {
    let words = language.words();
    let factor = |item: &str, id: &str| {
        let rubric = pack.item_slot(item).map(|slot| pack.rubric_of(slot));
        let name = rubric.map_or("", |rubric| pack.words(language.tag()).factor(&rubric.id, id));
        named(language, id, name)
    };
    Some(match parts {
        ["items", _]
        | ["items", _, "answers", _]
        | [
            "indicators" | "own_indicators" | "inputs" | "evidence" | "actions" | "road" | "units" | "notes",
            _,
        ] => return None,
        ["items", item, "answers", _, id] => factor(item, id),
        ["items", item, "bands", id] => fill(words.item_band_of(), &[("factor", &factor(item, id))]),
        ["items", _, "interview"] => words.interview_title().to_owned(),
        ["items", _, "interview", id] => {
            let name = words.by_code(&codes::PLAIN_FACT, id);
            fill(words.member_interview(), &[("question", &quoted(language, name))])
        }
        ["inputs", _, year] => fill(words.member_year(), &[("year", &quoted(language, year))]),
        ["indicators", _, rest @ ..] | ["own_indicators", _, "figures", rest @ ..] => return figure(language, rest),
        [section, .., last] => member_label(language, section, last),
        _ => return None,
    })
}

fn figure(language: Language, parts: &[&str]) -> Option<String> {
    let words = language.words();
    let of_year = |text: &str, year: &str| fill(text, &[("year", &quoted(language, year))]);
    Some(match parts {
        ["values", year] => of_year(words.member_year(), year),
        ["gaps", year] => of_year(words.grid_gap(), year),
        ["benchmark", "values", year] => [words.grid_benchmark(), " · ", &of_year(words.member_year(), year)].concat(),
        ["benchmark", "name"] => words.grid_benchmark_name().to_owned(),
        [.., last] => member_label(language, "indicators", last),
        [] => return None,
    })
}

/// The label of a member of the file, as its page has it.
pub(super) fn member_label(language: Language, section: &str, member: &str) -> String {
    let words = language.words();
    let label = match (section, member) {
        ("organisation", key) => profile_label(language, key),
        ("eligibility", "edition") => words.eligibility_edition(),
        ("eligibility", "application_date") => words.eligibility_date(),
        ("eligibility", "answer") => words.member_answer(),
        ("eligibility", "evidence") => words.eligibility_evidence(),
        ("eligibility", "note") => words.self_check_note(),
        ("items", "percent") => words.ladder_label(),
        ("items", "strengths") => words.item_strengths(),
        ("items", "opportunities") => words.item_opportunities(),
        ("items", "evidence") => words.item_evidence(),
        ("items", "remark") => words.item_remark(),
        ("targets", _) => words.improvement_target(),
        ("years", _) => words.member_years(),
        ("indicators" | "own_indicators", member) => match member {
            "values" => words.grid_own_values(),
            "computed" => words.grid_computed(),
            "target" => words.grid_target(),
            "benchmark" => words.grid_benchmark(),
            "whose" => words.grid_whose(),
            "rank" => words.grid_rank(),
            "origins" => words.grid_origins(),
            "evidence" => words.grid_evidence(),
            "projected" => words.grid_projected(),
            "name" => words.grid_own_name(),
            "item" | "area" => words.grid_own_place(),
            "unit" => words.grid_unit(),
            "direction" => words.grid_own_aim(),
            "decimals" => words.grid_own_decimals(),
            "low" => words.grid_own_low(),
            "high" => words.grid_own_high(),
            "formula" => words.grid_own_formula(),
            other => other,
        },
        ("evidence", member) => match member {
            "number" => words.register_number(),
            "title" => words.register_name(),
            "kind" => words.register_kind(),
            "date" => words.register_date(),
            "valid_until" => words.register_valid_until(),
            "owner" => words.register_owner(),
            "confidentiality" => words.register_confidentiality(),
            "place" => words.register_place(),
            "file" => words.register_file(),
            other => other,
        },
        ("actions", member) => match member {
            "title" => words.improvement_action(),
            "item" => words.member_item(),
            "owner" => words.improvement_owner(),
            "start" => words.improvement_start(),
            "due" => words.improvement_due(),
            "status" => words.improvement_progress(),
            "days" => words.improvement_days(),
            "size" => words.improvement_size(),
            "gain" => words.improvement_gain(),
            "note" => words.improvement_note(),
            other => other,
        },
        ("units", member) => match member {
            "name" => words.units_name(),
            "relation" => words.units_relation(),
            "activity" => words.units_activity(),
            "employees" => words.units_employees(),
            "in_scope" => words.units_in_scope(),
            other => other,
        },
        ("notes", member) => match member {
            "text" => words.notes_text(),
            "author" => words.notes_author(),
            "day" => words.notes_day(),
            "done" => words.notes_done(),
            "item" => words.member_item(),
            other => other,
        },
        ("road", "day") => words.road_day(),
        ("road", "done") => words.road_done(),
        ("road", "note") => words.road_note(),
        (_, other) => other,
    };
    quoted(language, label)
}
