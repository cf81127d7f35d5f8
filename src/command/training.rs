//! Training for other programs: a trainee's copy against its reference with the rules missed, trainees side by side, and the certificate of
//! a record.

use super::answers::text;
use super::{Call, Failure, files, packs};
use crate::archive::{self, KeptTraining, open_scoring, read_training, subject_of};
use crate::criteria::{DEFAULT_PACK, Pack, built_in};
use crate::date::Date;
use crate::export;
use crate::panel::{
    Accuracy, Examined, GroupItem, Missed, MissedRule, Pull, REFERENCE_TOLERANCE, TrainingGroup, TrainingItem, missed_rules, training_groups, training_result,
};
use crate::report::say;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A copy against its case: `case` (its key), `same_case`, `title`, `trainee`, `tolerance`, `accuracy`, `items[] {id, number, reference, own,
/// offset, same_band}` and `missed[] {id, number, offset, rule, base, factors[], text[]}`, the farthest first. `rule` is `limit`, `median`,
/// `place_down`, `place_level`, `place_up` or `departs`, null where the reference has no bands; bands are ids; a factor has `factor`,
/// `reference`, `own`, `chosen` and `facts[]`, the ids of the questions that decide.
pub(super) fn result(case: &Path, copy: &Path, pack: Option<&Path>, tolerance: Option<u8>, call: Call<'_>, today: Date) -> Result<String, Failure> {
    let language = call.language;
    let (project, read) = files::assessment(case, pack, call)?;
    let refused = |error| files::in_file(copy, &say::read_error(language, &error), language);
    let copy_of = open_scoring(&files::bytes(copy, call)?)
        .and_then(|opened| opened.with_pack(&read))
        .map_err(refused)?;
    let interview = packs::interview(pack, language)?;
    let result = training_result(&read, &project.assessment, &copy_of.sheet);
    let examined = Examined {
        pack: &read,
        reference: &project.assessment,
        interview: Some(&interview),
        // Days and years count to the day of application, where there is one.
        on: project.assessment.eligibility.application_date.unwrap_or(today),
        tolerance: tolerance.unwrap_or(read.structure().scoring.step),
    };
    let missed = missed_rules(examined, &result);
    let of_item = |item: &TrainingItem| {
        let about = read.item(item.item);
        json!({
            "id": about.id,
            "number": about.number,
            "reference": item.reference.value(),
            "own": item.own.map(|own| own.value()),
            "offset": item.offset,
            "same_band": item.same_band,
        })
    };
    let told = missed
        .iter()
        .map(|missed| explained(&read, missed, &say::missed(&read, language, examined.on, missed)));
    Ok(text(json!({
        "case": &*result.case,
        "same_case": *copy_of.sheet.subject.key == *subject_of(&read, &project.assessment).key,
        "title": &*result.title,
        "trainee": &*copy_of.sheet.assessor,
        "tolerance": examined.tolerance,
        "accuracy": accuracy(result.accuracy),
        "items": result.items.iter().map(of_item).collect::<Vec<Value>>(),
        "missed": told.collect::<Vec<Value>>(),
    })))
}

fn explained(pack: &Pack, missed: &Missed<'_>, told: &[String]) -> Value {
    let (about, rubric) = (pack.item(missed.item), pack.rubric_of(missed.item));
    let band = |at: usize| rubric.bands.get(at).map(|band| band.id.as_str());
    let factor_id = |at: usize| rubric.factors.get(at).map(|factor| factor.id.as_str());
    let (rule, base) = match missed.rule {
        None => (None, None),
        Some(MissedRule::Limit { base, .. }) => (Some("limit"), band(base)),
        Some(MissedRule::Median { base }) => (Some("median"), band(base)),
        Some(MissedRule::Departs { .. }) => (Some("departs"), None),
        Some(MissedRule::Place { base, pull }) => {
            let place = match pull {
                Pull::Down => "place_down",
                Pull::Level => "place_level",
                Pull::Up => "place_up",
            };
            (Some(place), band(base))
        }
    };
    let factors = missed.factors.iter().map(|factor| {
        let facts = factor
            .facts
            .iter()
            .flat_map(|fact| fact.requirement.leaves())
            .filter_map(crate::criteria::Requirement::question);
        json!({
            "factor": factor_id(factor.factor),
            "reference": band(factor.reference),
            "own": band(factor.own),
            "chosen": factor.chosen,
            "facts": facts.collect::<Vec<&str>>(),
        })
    });
    json!({
        "id": about.id,
        "number": about.number,
        "offset": missed.offset,
        "rule": rule,
        "base": base,
        "factors": factors.collect::<Vec<Value>>(),
        "text": told,
    })
}

/// Records side by side: `tolerance` and `groups[]`, one for each case, those with the most trainees first: `case`, `title`, `trainees[]
/// {name, date, attempts, accuracy}` (`bias` is the mean shift), `items[] {id, reference, mean, spread, offsets {trainee: points}}`, and the
/// ids of items on which the trainees are `diverging` or `off_together`.
pub(super) fn group(records: &[PathBuf], tolerance: Option<u8>, call: Call<'_>) -> Result<String, Failure> {
    let read = records.iter().map(|file| Ok(record(file, call)?.record)).collect::<Result<Vec<_>, Failure>>()?;
    let tolerance = tolerance.unwrap_or(REFERENCE_TOLERANCE);
    let groups = training_groups(&read, tolerance);
    Ok(text(
        json!({ "tolerance": tolerance, "groups": groups.iter().map(of_group).collect::<Vec<Value>>() }),
    ))
}

fn of_group(group: &TrainingGroup) -> Value {
    let trainees = group.trainees.iter().map(|trainee| {
        json!({
            "name": &*trainee.name,
            "date": trainee.date.map(|date| date.to_string()),
            "attempts": trainee.attempts,
            "accuracy": accuracy(trainee.accuracy),
        })
    });
    let item = |item: &GroupItem| {
        let offsets = group.trainees.iter().zip(&item.offsets);
        let offsets = offsets.map(|(trainee, offset)| (trainee.name.to_string(), json!(offset)));
        json!({
            "id": &*item.item,
            "reference": item.reference,
            "mean": item.mean,
            "spread": item.spread,
            "offsets": offsets.collect::<serde_json::Map<String, Value>>(),
        })
    };
    let ids = |places: &[usize]| places.iter().map(|at| group.items[*at].item.to_string()).collect::<Vec<String>>();
    json!({
        "case": &*group.case,
        "title": &*group.title,
        "trainees": trainees.collect::<Vec<Value>>(),
        "items": group.items.iter().map(item).collect::<Vec<Value>>(),
        "diverging": ids(&group.diverging),
        "off_together": ids(&group.off_together),
    })
}

fn accuracy(found: Option<Accuracy>) -> Value {
    found.map_or(Value::Null, |found| {
        json!({
            "compared": found.compared,
            "bias": found.bias,
            "consistency": found.consistency,
            "within_step": found.within_step,
            "within_band": found.within_band,
        })
    })
}

/// Writes the certificate of a record.
pub(super) fn certificate(file: &Path, pack: Option<&Path>, output: &Path, call: Call<'_>) -> Result<String, Failure> {
    let language = call.language;
    let kept = record(file, call)?;
    let pack = match pack {
        Some(path) => packs::pack(path, language)?,
        None => built_in(DEFAULT_PACK).ok_or_else(|| Failure::of(language, "pack_not_built_in", &[("id", DEFAULT_PACK), ("edition", "")]))?,
    };
    let bytes = export::certificate(&kept, &pack, language).map_err(|error| Failure(error.sentence(language)))?;
    files::write(output, file, &bytes, call)?;
    Ok(String::new())
}

fn record(file: &Path, call: Call<'_>) -> Result<KeptTraining, Failure> {
    let refused = |error: archive::ReadError| files::in_file(file, &say::read_error(call.language, &error), call.language);
    read_training(&files::bytes(file, call)?).map_err(refused)
}
