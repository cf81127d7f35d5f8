//! The answers other programs read: JSON with the members in a fixed order, points as numbers.

use crate::assessment::Assessment;
use crate::criteria::{Pack, differences as differences_between};
use crate::date::Date;
use crate::eligibility::{Doubt, Eligibility};
use crate::findings::Finding;
use crate::language::Language;
use crate::report::say;
use crate::scoring::{Points, Score, Tally};
use serde_json::{Value, json};

/// The score: `total`, `process` and `results` with `points` and `max`; `categories` and `items` with `id`, `number`,
/// `max`, `percent` and `points`, items also with `applies` and `bonus`; `unrated`; `range`; `bonus` with `points` and
/// `max`. Points and percent of an item are null while it is not rated.
///
/// An item that does not apply to the kind of applicant has `applies` false, `max` 0 and no points; its `percent` is
/// what the file holds. Bonus items count in the `bonus` at the end alone, not in `total`, `unrated` or `range`: the
/// `max` of the items whose `bonus` is false add up to the total's. A pack without bonus items has 0 of 0 there.
pub(super) fn score(pack: &Pack, score: &Score) -> String {
    let items = score.items.iter().map(|found| {
        let item = pack.item(found.item);
        json!({
            "id": item.id,
            "number": item.number,
            "max": number(found.maximum.points().unwrap_or_default()),
            "percent": found.percent.map(|percent| percent.value()),
            "points": found.points.map(number),
            "applies": found.maximum.applies(),
            "bonus": item.bonus,
        })
    });
    let mut told = json!({
        "total": tally(score.total),
        "process": tally(score.rubric(pack, "process")),
        "results": tally(score.rubric(pack, "results")),
        "categories": categories(pack, score),
        "items": items.collect::<Vec<Value>>(),
        "unrated": score.unrated,
        "range": { "low": number(score.range.0), "high": number(score.range.1) },
        "bonus": tally(score.bonus),
    });
    // Only where it has to be said.
    if pack.structure().scoring.points_unknown {
        told["points_unknown"] = true.into();
    }
    text(told)
}

/// The notes in their order: `open` and `done`, how many there are, and `notes[]` with `id`, `item` (its id, null where it belongs to none), `place`
/// (in words), `author`, `day`, `done` and `text`.
pub(super) fn notes(pack: &Pack, assessment: &Assessment, language: Language) -> String {
    let notes = &assessment.notes;
    let all = notes.entries.iter().map(|note| {
        json!({
            "id": &*note.id,
            "item": note.place.item(pack, assessment),
            "place": say::note_place(pack, language, assessment, &note.place),
            "author": &*note.author,
            "day": note.day.map(|day| day.to_string()),
            "done": note.done,
            "text": &*note.text,
        })
    });
    let all: Vec<Value> = all.collect();
    text(json!({ "open": notes.open(), "done": all.len() - notes.open(), "notes": all }))
}

/// The verdict: `verdict`, `edition`, `window` with `opens` and `closes` (days or null), `conditions` with `id`, `outcome`, `reason` (a code) and `text` (a sentence),
/// `first_eligible_on` (a day or null), `findings` with `code`, `place` (a JSON pointer into the file) and `text`.
pub(super) fn eligibility(pack: &Pack, eligibility: &Eligibility, language: Language) -> String {
    let conditions = eligibility.conditions.iter().map(|judged| {
        json!({
            "id": pack.condition(judged.condition).id,
            "outcome": judged.outcome.code(),
            "reason": judged.reason.code(),
            "text": say::reason(language, judged.reason),
        })
    });
    let edition = pack.edition_rules(eligibility.edition);
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let findings = eligibility.doubts.iter().map(|doubt| {
        let finding = Finding::Doubt(doubt.clone());
        json!({ "code": finding.code(), "place": place(doubt), "text": say::finding(pack, language, &finding) })
    });
    text(json!({
        "verdict": eligibility.verdict.code(),
        "edition": edition.id,
        "window": { "opens": day(edition.opens), "closes": day(edition.closes) },
        "conditions": conditions.collect::<Vec<Value>>(),
        "first_eligible_on": day(eligibility.first_eligible_on),
        "findings": findings.collect::<Vec<Value>>(),
    }))
}

/// What differs between two packs: `changes` with `place`, `label` (its name), `old` and `new` (plain values, empty where
/// there is nothing), `why` (from the record of adaptation, where the second pack was made from the first) and `source`
/// (the id the second pack cites).
pub(super) fn differences(from: &Pack, to: &Pack, language: Language) -> String {
    let record = to.structure().adapted.as_ref().filter(|adapted| adapted.from == from.reference());
    let packs = [to.view(), from.view()];
    let changes = differences_between(from.content(), to.content()).into_iter().map(|change| {
        let recorded = record.and_then(|record| record.changes.iter().find(|known| known.place == change.place));
        json!({
            "place": change.place,
            "label": say::place(language, &change.place, &packs),
            "old": change.old,
            "new": change.new,
            "why": recorded.map_or("", |recorded| &recorded.why),
            "source": change.source,
        })
    });
    text(json!({ "changes": changes.collect::<Vec<Value>>() }))
}

fn place(doubt: &Doubt) -> &'static str {
    match doubt {
        doubt if doubt.concerns_application() => "/eligibility/application_date",
        doubt if doubt.concerns_code() => "/organisation/credit_code",
        _ => "/organisation/registration_date",
    }
}

/// Points earned and possible.
pub(super) fn tally(tally: Tally) -> Value {
    json!({ "points": number(tally.points), "max": number(tally.max) })
}

/// The categories of a score.
pub(super) fn categories(pack: &Pack, score: &Score) -> Vec<Value> {
    let categories = score.categories.iter().map(|found| {
        let category = pack.category(found.category);
        json!({
            "id": category.id,
            "number": category.number,
            "max": number(found.tally.max),
            "percent": found.percent(),
            "points": number(found.tally.points),
        })
    });
    categories.collect()
}

/// Points as a JSON number, whole where they are whole: 27.5, 28.
pub(super) fn number(points: Points) -> Value {
    match points.hundredths() {
        hundredths if hundredths % 100 == 0 => (hundredths / 100).into(),
        _ => points.to_f64().into(),
    }
}

/// A finished answer.
pub(super) fn text(value: Value) -> String {
    format!("{value:#}\n")
}
