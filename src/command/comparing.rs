//! Two assessments compared.

use super::answers::{number, tally, text};
use super::{Call, Failure, files};
use crate::archive::{ReadError, open_bytes};
use crate::assessment::{FigureSlot, Progress};
use crate::comparison::{
    ActionDifference, Change, FigureDifference, ItemDifference, NextPoints, TallyChange, TextDifference, TextPlace, YearChange, brought, difference,
    next_points,
};
use crate::criteria::{ItemSlot, Lineage, Pack, Rubric};
use crate::date::Date;
use crate::export;
use crate::json::ToJson;
use crate::report::{Compared, say};
use crate::scoring::Points;
use serde_json::{Value, json};
use std::path::Path;

/// Whose the changes are that a draft shows, and of which day.
pub(super) struct Tracked<'a> {
    pub author: Option<&'a str>,
    pub date: Option<Date>,
}

/// What was gained and lost from one assessment to another: `carried` (whether the first was carried to the criteria of the
/// second), `total`, `rubrics[]`, `categories[]` with `before` and `after` (`{points, max}`) and `gained`; `items[] {id,
/// number, percent, points, gained, bands[], texts[], evidence_added, evidence_gone}`; `profile[]`, `figures[] {id, own, values[],
/// benchmark[], target, rank, other}`, `actions[] {item, title, before, after}`; and `next[] {id, from, to, gain, days}`: where the next points of the second are cheapest.
///
/// With an `output` a document is written there instead, without a day, so that it is the same every time.
/// With `tracked` that is the draft of the second, with what changed as insertions and deletions.
pub(super) fn compare(
    before: &Path,
    after: &Path,
    pack: Option<&Path>,
    output: Option<&Path>,
    tracked: Option<&Tracked<'_>>,
    call: Call<'_>,
) -> Result<String, Failure> {
    let language = call.language;
    let (later, pack_after) = files::assessment(after, pack, call)?;
    let refused = |error: &ReadError| files::in_file(before, &say::read_error(language, error), language);
    let opened = open_bytes(&files::bytes(before, call)?).map_err(|error| refused(&error))?;
    let pack_before = if opened.pack().key() == pack_after.key() {
        pack_after.clone()
    } else {
        files::assessment(before, None, call)?.1
    };
    let earlier = brought(opened, &pack_after, &pack_before, &Lineage::built_in(), language.tag()).map_err(|error| refused(&error))?;
    let carried = earlier.carried.is_some();
    let pack = &pack_after;
    if let (Some(output), Some(tracked)) = (output, tracked) {
        let revision = export::Revision::new(tracked.author, &later.assessment, language, tracked.date);
        let bytes = export::tracked(pack, &earlier.project.assessment, &later.assessment, revision, language);
        let bytes = bytes.map_err(|error| Failure(error.sentence(language)))?;
        files::write(output, after, &bytes, call)?;
        return Ok(String::new());
    }
    if let Some(output) = output {
        let name = before.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let compared = Compared {
            before: &earlier.project.assessment,
            after: &later.assessment,
            name: &name,
            note: "",
        };
        let bytes = if output.extension().is_some_and(|ending| ending == "md") {
            export::comparison_markdown(pack, &compared, language, None)
        } else {
            export::comparison(pack, &compared, language, None).map_err(|error| Failure(error.sentence(language)))?
        };
        files::write(output, after, &bytes, call)?;
        return Ok(String::new());
    }
    let found = difference(pack, &earlier.project.assessment, &later.assessment);
    let rubrics = pack.structure().rubrics.iter().zip(&found.rubrics);
    let next = next_points(pack, &later.assessment);
    let own = |at: usize| later.assessment.figures.own.get(at).map(|own| own.id.to_string());
    Ok(text(json!({
        "carried": carried,
        "total": change(&found.total),
        "rubrics": rubrics.map(|(rubric, tally)| named(&rubric.id, tally)).collect::<Vec<Value>>(),
        "categories": found.categories.iter().map(|(slot, tally)| named(&pack.category(*slot).id, tally)).collect::<Vec<Value>>(),
        "items": found.items.iter().map(|found| item(pack, found)).collect::<Vec<Value>>(),
        "profile": found.profile.iter().map(|text| written(pack, None, text)).collect::<Vec<Value>>(),
        "figures": found.figures.iter().map(|figure| figures(pack, figure, &own)).collect::<Vec<Value>>(),
        "actions": found.actions.iter().map(|action| actions(pack, action)).collect::<Vec<Value>>(),
        "next": next.iter().map(|next| step(pack, next)).collect::<Vec<Value>>(),
    })))
}

fn change(found: &TallyChange) -> Value {
    json!({ "before": tally(found.before), "after": tally(found.after), "gained": signed(found.gained()) })
}

fn named(id: &str, found: &TallyChange) -> Value {
    json!({ "id": id, "before": tally(found.before), "after": tally(found.after), "gained": signed(found.gained()) })
}

/// Signed hundredths as a number of points.
fn signed(hundredths: i64) -> Value {
    let points = number(Points::of_hundredths(hundredths.unsigned_abs()));
    match (hundredths < 0, points.as_f64()) {
        (true, Some(points)) => (-points).to_json(),
        _ => points,
    }
}

fn item(pack: &Pack, found: &ItemDifference) -> Value {
    let item = pack.item(found.item);
    let rubric = pack.rubric_of(found.item);
    json!({
        "id": item.id,
        "number": item.number,
        "percent": { "before": found.before.percent.map(|percent| percent.value()), "after": found.after.percent.map(|percent| percent.value()) },
        "points": { "before": found.before.points.map(number), "after": found.after.points.map(number) },
        "gained": signed(found.gained()),
        "bands": found.bands.iter().map(|(factor, change)| bands(rubric, *factor, change)).collect::<Vec<Value>>(),
        "texts": found.texts.iter().map(|text| written(pack, Some(found.item), text)).collect::<Vec<Value>>(),
        "evidence_added": found.evidence_added.iter().map(|reference| &**reference).collect::<Vec<&str>>(),
        "evidence_gone": found.evidence_gone.iter().map(|reference| &**reference).collect::<Vec<&str>>(),
    })
}

fn bands(rubric: &Rubric, factor: usize, change: &Change<Option<usize>>) -> Value {
    let band = |band: Option<usize>| band.and_then(|band| rubric.bands.get(band)).map(|band| band.id.as_str());
    let factor = rubric.factors.get(factor).map(|factor| factor.id.as_str());
    json!({ "factor": factor, "before": band(change.before), "after": band(change.after) })
}

/// A text with its place: `answers//approach`, `answers/a/approach`, `strengths`, or the name of a profile field.
fn written(pack: &Pack, item: Option<ItemSlot>, found: &TextDifference) -> Value {
    let place = match (found.place, item) {
        (TextPlace::Profile(field), _) => field.key().to_owned(),
        (TextPlace::Strengths, _) => "strengths".to_owned(),
        (TextPlace::Opportunities, _) => "opportunities".to_owned(),
        (TextPlace::Remark, _) => "remark".to_owned(),
        (TextPlace::Answer { .. }, None) => String::new(),
        (TextPlace::Answer { scope, factor }, Some(slot)) => {
            let prompts = &pack.item(slot).prompts;
            let prompt = scope.checked_sub(1).and_then(|at| prompts.get(at)).map_or("", |prompt| &prompt.id);
            let factor = pack.rubric_of(slot).factors.get(factor).map_or("", |factor| &factor.id);
            ["answers", prompt, factor].join("/")
        }
    };
    json!({ "place": place, "before": &*found.before, "after": &*found.after })
}

fn figures(pack: &Pack, found: &FigureDifference, own: &dyn Fn(usize) -> Option<String>) -> Value {
    let id = match found.slot {
        Some(FigureSlot::Catalogue(slot)) => Some(pack.indicator(slot).id.clone()),
        Some(FigureSlot::Own(at)) => own(at),
        None => None,
    };
    let years = |years: &[YearChange]| -> Vec<Value> {
        let year = |change: &YearChange| json!({ "year": change.year, "before": change.before.to_json(), "after": change.after.to_json() });
        years.iter().map(year).collect()
    };
    json!({
        "id": id,
        "own": &*found.own,
        "values": years(&found.values),
        "benchmark": years(&found.benchmark),
        "target": found.target,
        "rank": found.rank,
        "other": found.other,
    })
}

fn actions(pack: &Pack, found: &ActionDifference) -> Value {
    json!({
        "item": found.item.map(|slot| &pack.item(slot).id),
        "title": &*found.title,
        "before": found.before.map(Progress::word),
        "after": found.after.map(Progress::word),
    })
}

fn step(pack: &Pack, next: &NextPoints) -> Value {
    json!({
        "id": pack.item(next.item).id,
        "from": next.from.value(),
        "to": next.to.value(),
        "gain": number(next.gain),
        "days": next.days,
    })
}
