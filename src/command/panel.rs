//! Several assessors: copies to score, what the files that come back say together, and the minute.

use super::answers::{number, tally, text};
use super::{Call, Failure, files, packs};
use crate::archive::{self, Dropped, Gathering, MAX_BYTES, PanelRecord, ReadError, ScoringCopy, Unreadable, gather_files, open_panel, pack_named, subject_of};
use crate::assessment::{Assessment, text as text_of};
use crate::criteria::{DEFAULT_PACK, ItemSlot, Pack, PackReference, built_in};
use crate::export;
use crate::json::ToJson;
use crate::language::Language;
use crate::panel::{COVERAGE, ItemReading, Panel, PanelAction, PanelReading, Problem, Subject, read_panel};
use crate::report::say;
use crate::worker::sheets_of;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a copy is made for.
pub(super) struct CopyAsked<'a> {
    pub assessor: &'a str,
    pub items: &'a [String],
    /// A training case: without what its reference rests on.
    pub training: bool,
}

/// Writes a copy for one assessor: the kit's own file, or where the name ends in `.xlsx` or `.docx` a sheet or a paper worksheet to fill.
pub(super) fn scoring_copy(file: &Path, pack: Option<&Path>, asked: &CopyAsked<'_>, output: &Path, call: Call<'_>) -> Result<String, Failure> {
    let (language, assessor) = (call.language, asked.assessor);
    let (project, pack) = files::assessment(file, pack, call)?;
    if assessor.trim().is_empty() {
        return Err(Failure::of(language, "assessor_unnamed", &[]));
    }
    let slots = slots(&pack, asked.items, language)?;
    let copy = match asked.training {
        true => ScoringCopy::for_trainee(&pack, &project, assessor, &slots),
        false => ScoringCopy::for_assessor(&pack, &project, assessor, &slots),
    };
    let failed = |error: export::ExportError| Failure(error.sentence(language));
    let bytes = match output.extension().and_then(|ending| ending.to_str()) {
        Some("xlsx") => export::rating_sheet(&copy.sheet, &pack, language).map_err(failed)?,
        Some("docx") => export::worksheet(&copy.sheet, &pack, language).map_err(failed)?,
        _ => archive::write_scoring(&copy, &pack).into_bytes(),
    };
    files::write(output, file, &bytes, call)?;
    Ok(String::new())
}

/// Tables among the files as scoring copies of their assessors, where the assessment that is judged is named; what is to be said of them.
fn from_tables(asked: &Asked<'_>, contents: &mut Vec<(String, Vec<u8>)>, pack: Option<&Path>, call: Call<'_>) -> Result<Vec<Value>, Failure> {
    let is_table = |(name, _): &(String, Vec<u8>)| {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        matches!(ending.as_str(), "xlsx" | "xls" | "ods" | "csv")
    };
    let (Some(judged), true) = (asked.assessment, contents.iter().any(is_table)) else {
        return Ok(Vec::new());
    };
    let (project, pack) = files::assessment(judged, pack, call)?;
    let subject = subject_of(&pack, &project.assessment);
    let (tables, others) = std::mem::take(contents).into_iter().partition(is_table);
    *contents = others;
    let tables: Vec<(String, Vec<u8>)> = tables;
    let mut told = Vec::new();
    for (name, bytes) in tables {
        match sheets_of(&pack, &subject, &name, &bytes, call.language) {
            Ok((copies, refused)) => {
                contents.extend(
                    copies
                        .iter()
                        .map(|(name, copy)| (name.clone(), archive::write_scoring(copy, &pack).into_bytes())),
                );
                told.extend(
                    refused
                        .into_iter()
                        .map(|text| json!({ "file": name, "code": "cell", "counts": true, "text": text })),
                );
            }
            Err(text) => told.push(json!({ "file": name, "code": "table", "counts": false, "text": text })),
        }
    }
    Ok(told)
}

/// Items by their ids.
pub(super) fn slots(pack: &Pack, items: &[String], language: Language) -> Result<Vec<ItemSlot>, Failure> {
    let slot = |id: &String| pack.item_slot(id.trim()).ok_or_else(|| Failure::of(language, "no_item", &[("id", id)]));
    items.iter().map(slot).collect()
}

/// What is asked of some files.
pub(super) struct Asked<'a> {
    pub files: &'a [PathBuf],
    pub assessment: Option<&'a Path>,
    pub tolerance: Option<u8>,
    pub output: Option<&'a Path>,
}

/// What several assessors say together: `assessment {key, organisation}`, `pack {id, edition, hash}`, `tolerance`,
/// `assessors[] {name, file, rated, assigned}`, `items[] {id, number, points, n, asked, median, mean, min, max, sd, ratings
/// {assessor: percent}, treatment, proposal, calibrated_median, agreed}`, `by_disagreement` (ids), `alpha`, `icc` (ICC(2,1)), `icc_average`
/// (ICC(2,k)), `icc_of_all` where ratings are missing, `agreement` with what they stand on, `shifts[] {assessor, shift, items}`, `start {points, max}`, `start_unrounded`, `agreed
/// {points, max}`, `interval {coverage, low, high, lowest, highest, mean}` and `problems[] {file, code, counts, text}`. Numbers that are
/// not defined are null.
pub(super) fn panel(asked: &Asked<'_>, pack: Option<&Path>, call: Call<'_>) -> Result<String, Failure> {
    let language = call.language;
    let mut contents = Vec::with_capacity(asked.files.len());
    let mut too_large = Vec::new();
    for file in asked.files {
        let name = name_among(file, asked.files);
        match content(file, call)? {
            Ok(bytes) => contents.push((name, bytes)),
            Err(error) => too_large.push(Unreadable { file: text_of(name), error }),
        }
    }
    let of_tables = from_tables(asked, &mut contents, pack, call)?;
    let (record, pack, gathering) = match recorded(&contents, pack, language)? {
        Some((record, pack)) => (record, pack, Gathering::default()),
        None => gathered(asked, &contents, pack, call)?,
    };
    let mut panel = record.panel.clone();
    if let Some(points) = asked.tolerance {
        let fixed = PanelAction::Tolerance(points).apply(&pack, &panel);
        panel = fixed.map_err(|refused| Failure(say::refused(language, refused).to_owned()))?;
    }
    if let (Some(output), Some(first)) = (asked.output, asked.files.first()) {
        let record = PanelRecord {
            panel: panel.clone(),
            ..record
        };
        files::write(output, first, archive::write_panel(&record, &pack).as_bytes(), call)?;
    }
    let mut unreadable = gathering.unreadable;
    unreadable.extend(too_large);
    let mut problems = problems(&gathering.gathered.problems, &unreadable, language);
    problems.extend(of_tables);
    Ok(told(&pack, &panel, problems))
}

/// The file's name; with its folders where two are named alike.
fn name_among(file: &Path, all: &[PathBuf]) -> String {
    let alike = all.iter().filter(|other| other.file_name() == file.file_name()).count() > 1;
    match file.file_name() {
        Some(_) if !alike => files::name(file),
        _ => file.display().to_string(),
    }
}

/// The bytes of a file, of a bundle those of the assessment in it; one that is too large stops nothing.
fn content(file: &Path, call: Call<'_>) -> Result<Result<Vec<u8>, ReadError>, Failure> {
    let about = fs::metadata(file).map_err(|error| files::unreadable(file, &error, call.language))?;
    match files::content(file, call) {
        Err(failure) if files::is_locked(file) => Err(failure),
        Err(_) if about.is_file() && about.len() > MAX_BYTES => Ok(Err(ReadError::TooLarge { bytes: about.len() })),
        Err(_) => files::whole(file, MAX_BYTES, call.language).map(Ok),
        Ok(content) => Ok(Ok(content.assessment())),
    }
}

/// Writes the minute of a panel.
pub(super) fn minute(file: &Path, pack: Option<&Path>, anonymous: bool, output: &Path, call: Call<'_>) -> Result<String, Failure> {
    document(file, pack, output, call, &|panel, pack| export::minute(panel, pack, call.language, anonymous))
}

/// Writes the site-visit list of a panel.
pub(super) fn visits(file: &Path, pack: Option<&Path>, output: &Path, call: Call<'_>) -> Result<String, Failure> {
    document(file, pack, output, call, &|panel, pack| export::visits(panel, pack, call.language))
}

type Make<'a> = &'a dyn Fn(&Panel, &Pack) -> Result<Vec<u8>, export::ExportError>;

/// Writes a document made of the record of a panel.
fn document(file: &Path, pack: Option<&Path>, output: &Path, call: Call<'_>, make: Make<'_>) -> Result<String, Failure> {
    let language = call.language;
    let contents = [(file.display().to_string(), files::bytes(file, call)?)];
    let refused = |error: &ReadError| files::in_file(file, &say::read_error(language, error), language);
    let Some((record, pack)) = recorded(&contents, pack, language)? else {
        return Err(refused(&open_panel(&contents[0].1).err().unwrap_or(ReadError::NotPanel)));
    };
    let bytes = make(&record.panel, &pack).map_err(|error| Failure(error.sentence(language)))?;
    files::write(output, file, &bytes, call)?;
    Ok(String::new())
}

/// The record of a panel on an assessment under these criteria.
pub(super) fn record_of(file: &Path, pack: &Pack, call: Call<'_>) -> Result<PanelRecord, Failure> {
    let language = call.language;
    let refused = |error: ReadError| files::in_file(file, &say::read_error(language, &error), language);
    open_panel(&files::bytes(file, call)?).map_err(refused)?.with_pack(pack).map_err(refused)
}

/// The record of a panel, where a single file is one.
fn recorded(contents: &[(String, Vec<u8>)], pack: Option<&Path>, language: Language) -> Result<Option<(PanelRecord, Pack)>, Failure> {
    let [(name, bytes)] = contents else { return Ok(None) };
    let opened = match open_panel(bytes) {
        Err(ReadError::NotPanel | ReadError::Empty | ReadError::NotText | ReadError::NotJson { .. }) => return Ok(None),
        opened => opened,
    };
    let refused = |error: &ReadError| files::in_file(Path::new(name), &say::read_error(language, error), language);
    let opened = opened.map_err(|error| refused(&error))?;
    let pack = match pack {
        Some(path) => packs::pack(path, language)?,
        None => named(opened.pack(), language)?,
    };
    let record = opened.with_pack(&pack).map_err(|error| refused(&error))?;
    Ok(Some((record, pack)))
}

fn named(reference: &PackReference, language: Language) -> Result<Pack, Failure> {
    let values = [("id", reference.id.as_str()), ("edition", reference.edition.as_str())];
    built_in(&reference.id).ok_or_else(|| Failure::of(language, "pack_not_built_in", &values))
}

fn gathered(asked: &Asked<'_>, contents: &[(String, Vec<u8>)], pack: Option<&Path>, call: Call<'_>) -> Result<(PanelRecord, Pack, Gathering), Failure> {
    let language = call.language;
    let judged = asked.assessment.map(|file| files::assessment(file, pack, call)).transpose()?;
    let subject = judged.as_ref().map(|(project, pack)| subject_of(pack, &project.assessment));
    let pack = match (judged, pack) {
        (Some((_, pack)), _) => pack,
        (None, Some(path)) => packs::pack(path, language)?,
        (None, None) => most_named(contents, language)?,
    };
    let dropped: Vec<Dropped<'_>> = contents.iter().map(|(name, bytes)| Dropped { name, bytes }).collect();
    let gathering = gather_files(&pack, subject.as_ref(), &[], &dropped);
    let none = || Subject::of(&Assessment::blank(&pack), "");
    let subject = gathering.gathered.subject.clone().unwrap_or_else(none);
    let mut panel = Panel::new(&pack, subject);
    panel.sheets.clone_from(&gathering.gathered.sheets);
    let record = PanelRecord {
        kept: gathering.carried(&[]),
        ..PanelRecord::new(panel)
    };
    Ok((record, pack, gathering))
}

/// The pack most files name; of two with as many, the one whose key comes first.
fn most_named(contents: &[(String, Vec<u8>)], language: Language) -> Result<Pack, Failure> {
    let mut counts: BTreeMap<String, (usize, PackReference)> = BTreeMap::new();
    for reference in contents.iter().filter_map(|(_, bytes)| pack_named(bytes).ok()) {
        counts.entry(reference.key()).or_insert((0, reference)).0 += 1;
    }
    let most = counts.values().map(|(count, _)| *count).max();
    match counts.into_values().find(|(count, _)| Some(*count) == most) {
        Some((_, reference)) => named(&reference, language),
        None => packs::pack(Path::new(DEFAULT_PACK), language),
    }
}

fn problems(problems: &[Problem], unreadable: &[Unreadable], language: Language) -> Vec<Value> {
    let said = problems.iter().map(|problem| {
        json!({
            "file": &**problem.file(),
            "code": problem.code(),
            "counts": problem.counts(),
            "text": say::gathered(language, problem),
        })
    });
    let unread = unreadable.iter().map(|file| {
        json!({
            "file": &*file.file,
            "code": file.error.code(),
            "counts": false,
            "text": say::unreadable(language, file),
        })
    });
    said.chain(unread).collect()
}

fn told(pack: &Pack, panel: &Panel, problems: Vec<Value>) -> String {
    let reading = read_panel(pack, panel);
    let id = |at: &usize| pack.item(reading.items[*at].item).id.clone();
    let interval = reading.distribution.as_ref().map(|total| {
        let (low, high) = total.interval(COVERAGE);
        json!({
            "coverage": COVERAGE,
            "low": number(low),
            "high": number(high),
            "lowest": number(total.lowest),
            "highest": number(total.highest),
            "mean": total.mean(),
        })
    });
    text(json!({
        "assessment": { "key": &*panel.subject.key, "organisation": &*panel.subject.organisation },
        "pack": pack.reference().to_json(),
        "tolerance": panel.tolerance,
        "opened": panel.opened,
        "assessors": reading.assessors.iter().map(|assessor| json!({
            "name": &*assessor.name,
            "file": &*assessor.file,
            "rated": assessor.rated,
            "assigned": assessor.assigned,
        })).collect::<Vec<Value>>(),
        "items": reading.items.iter().map(|found| item(pack, &reading, found)).collect::<Vec<Value>>(),
        "by_disagreement": reading.by_disagreement.iter().map(id).collect::<Vec<String>>(),
        "alpha": reading.alpha.map(|alpha| alpha.value),
        "icc": reading.correlation.map(|found| found.single),
        "icc_average": reading.correlation.map(|found| found.average),
        "icc_of_all": reading.correlation_of_all.map(|found| json!({
            "single": found.single,
            "average": found.average,
            "ratings": found.ratings,
            "per_item": found.per_item,
        })),
        "agreement": agreement(&reading),
        "shifts": reading.assessors.iter().map(|assessor| json!({
            "assessor": &*assessor.name,
            "shift": assessor.shift.map(|shift| shift.mean),
            "items": assessor.shift.map_or(0, |shift| shift.items),
        })).collect::<Vec<Value>>(),
        "start": tally(reading.start),
        "start_unrounded": number(reading.start_plain),
        "agreed": tally(reading.agreed),
        "interval": interval,
        "problems": problems,
    }))
}

/// What alpha and the correlation stand on.
fn agreement(reading: &PanelReading) -> Value {
    json!({
        "alpha_items": reading.alpha.map_or(0, |alpha| alpha.items),
        "alpha_ratings": reading.alpha.map_or(0, |alpha| alpha.ratings),
        "uniform": reading.alpha.is_some_and(|alpha| alpha.uniform),
        "icc_items": reading.correlation.map_or(0, |found| found.items),
        "icc_left_out": reading.correlation.map_or(0, |found| found.left_out),
        "icc_assessors": reading.correlation.map_or(0, |found| found.assessors),
    })
}

fn item(pack: &Pack, reading: &PanelReading, found: &ItemReading) -> Value {
    let item = pack.item(found.item);
    let ratings = found.ratings.iter().map(|rating| {
        let name = reading
            .assessors
            .get(rating.assessor)
            .map_or_else(String::new, |assessor| assessor.name.to_string());
        (name, Value::from(rating.percent.value()))
    });
    let spread = found.spread;
    json!({
        "id": item.id,
        "number": item.number,
        "points": number(found.maximum.points().unwrap_or_default()),
        "n": found.ratings.len(),
        "asked": found.asked,
        "median": spread.map(|spread| spread.median.to_json()),
        "mean": spread.map(|spread| spread.mean.to_json()),
        "min": spread.map(|spread| spread.lowest),
        "max": spread.map(|spread| spread.highest),
        "sd": spread.and_then(|spread| spread.deviation).map(|deviation| deviation.to_json()),
        "ratings": ratings.collect::<serde_json::Map<String, Value>>(),
        "treatment": found.treatment.code(),
        "proposal": found.proposal.map(|percent| percent.value()),
        "calibrated_median": found.calibrated,
        "agreed": found.standing.percent().map(|percent| percent.value()),
    })
}
