//! Whether what was handed in belongs together: the receipt on the paper, the Word document, the bundle and the assessment, by the same
//! rules as the desk.

use super::answers::text;
use super::{Call, Failure, desking, files};
use crate::archive;
use crate::criteria::Pack;
use crate::date::Date;
use crate::desk::{Given, Line, State};
use crate::export::bundle::MAX_BUNDLE_BYTES;
use crate::language::{Language, codes, fill};
use crate::receipt::Receipt;
use crate::received::{Compared, Desk, compared};
use crate::report::say;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// How many passages of a document are told.
const TOLD: usize = 10;

/// One file with what became of it.
struct Seen {
    line: Line,
    bytes: Vec<u8>,
}

/// What was found: `belong_together` (null where there was nothing to compare), `text`, `files[]` with `file`, `given`, `state`,
/// `receipt`, `receipt_given`, `altered[]`, `unlisted[]`, `problem_text`; and `differences[] {file, other, parts, text}`, where `other` is a
/// file or null for the receipt typed.
pub(super) fn verify(paths: &[PathBuf], typed: Option<&str>, pack: Option<&Path>, call: Call<'_>, today: Date) -> Result<(String, u8), Failure> {
    let language = call.language;
    let typed = typed
        .map(|typed| Receipt::parse(typed).map_err(|slip| Failure(say::receipt_slip(language, &slip))))
        .transpose()?;
    let packs = desking::criteria(pack, call)?;
    let passphrases = call.passphrases();
    let desk = Desk {
        packs: &packs,
        passphrases: &passphrases,
        today,
        language,
    };
    let mut seen = Vec::new();
    for path in paths {
        let bytes = files::whole(path, MAX_BUNDLE_BYTES, language)?;
        let line = desk.read(&path.display().to_string(), &bytes).line;
        seen.push(Seen { line, bytes });
    }
    let mut differences = against_code(&seen, typed, language);
    differences.extend(against_each_other(&seen, language));
    differences.extend(documents(&seen, &desk));
    let sound = seen.iter().all(|seen| seen.line.state == State::Read);
    let alone = typed.is_none() && seen.len() == 1;
    let together = sound && differences.is_empty();
    let words = language.words();
    let told = match (together, alone) {
        (true, true) => words.verify_single(),
        (true, false) => words.verify_belong(),
        (false, _) => words.verify_differ(),
    };
    let answer = text(json!({
        "belong_together": if together && alone { Value::Null } else { together.into() },
        "text": told,
        "receipt": typed.map(|typed| typed.to_string()),
        "files": seen.iter().map(|seen| file(&seen.line)).collect::<Vec<Value>>(),
        "differences": differences,
    }));
    Ok((answer, u8::from(!together)))
}

fn file(line: &Line) -> Value {
    use crate::json::ToJson;
    json!({
        "file": line.file,
        "given": line.given.map(Given::code),
        "state": line.state.code(),
        "problem_text": line.problem_text,
        "organisation": line.organisation,
        "credit_code": line.credit_code,
        "receipt": line.receipt,
        "receipt_given": line.receipt_given,
        "altered": line.altered.to_json(),
        "unlisted": line.unlisted,
    })
}

fn receipt(line: &Line) -> Option<Receipt> {
    Receipt::parse(&line.receipt).ok()
}

/// Files that give another receipt than the one typed.
fn against_code(seen: &[Seen], typed: Option<Receipt>, language: Language) -> Vec<Value> {
    let Some(typed) = typed else { return Vec::new() };
    let words = language.words();
    let texts = (words.verify_code_other(), words.verify_code_other_in());
    let others = seen
        .iter()
        .filter_map(|seen| Some((&seen.line, receipt(&seen.line).filter(|found| *found != typed)?)));
    others.map(|(line, found)| differ(line, None, found, typed, texts, language)).collect()
}

/// Files that give another receipt than the first file that gives one.
fn against_each_other(seen: &[Seen], language: Language) -> Vec<Value> {
    let mut known = seen.iter().filter_map(|seen| Some((&seen.line, receipt(&seen.line)?)));
    let Some((first, own)) = known.next() else { return Vec::new() };
    let words = language.words();
    let texts = (words.verify_files_differ(), words.verify_files_differ_in());
    let others = known.filter(|(_, found)| *found != own);
    others
        .map(|(line, found)| differ(line, Some(&first.file), found, own, texts, language))
        .collect()
}

fn differ(line: &Line, other: Option<&str>, found: Receipt, wanted: Receipt, texts: (&str, &str), language: Language) -> Value {
    let words = language.words();
    let parts = found.differing(&wanted);
    let names: Vec<&str> = parts.iter().map(|part| words.by_code(&codes::RECEIPT_PART, part.code())).collect();
    let text = if names.is_empty() { texts.0 } else { texts.1 };
    let values = [
        ("file", line.file.as_str()),
        ("other", other.unwrap_or_default()),
        ("code", &found.to_string()),
        ("parts", &names.join(words.term_list())),
    ];
    json!({
        "file": line.file,
        "other": other,
        "parts": parts.iter().map(|part| part.code()).collect::<Vec<&str>>(),
        "text": fill(text, &values),
    })
}

/// What Word documents say against the assessment with the same receipt, else against the first one.
fn documents(seen: &[Seen], desk: &Desk<'_>) -> Vec<Value> {
    let assessments = || seen.iter().filter(|seen| matches!(seen.line.given, Some(Given::Assessment | Given::Bundle)));
    let mut differences = Vec::new();
    for document in seen.iter().filter(|seen| seen.line.given == Some(Given::Document)) {
        let same = assessments()
            .find(|seen| seen.line.receipt == document.line.receipt)
            .or_else(|| assessments().next());
        let Some(of) = same else { continue };
        let Some((pack, project)) = project(of, desk) else { continue };
        let Ok(found) = compared(pack, &project.assessment, &document.bytes) else {
            continue;
        };
        differences.extend(told(&document.line.file, &of.line.file, &found, desk.language));
    }
    differences
}

/// The assessment of a file that was read already.
fn project<'a>(seen: &Seen, desk: &Desk<'a>) -> Option<(&'a Pack, archive::Project)> {
    let bytes = desk.content_of(&seen.bytes)?;
    let opened = archive::open_bytes(&bytes).ok()?;
    let pack = desk.pack(opened.pack())?;
    Some((pack, opened.with_pack(pack).ok()?))
}

fn told(file: &str, other: &str, found: &Compared, language: Language) -> Vec<Value> {
    let words = language.words();
    let line = |text: &str, place: &str, passage: &str| {
        let passage = say::on_one_line(language, passage);
        json!({
            "file": file,
            "other": other,
            "parts": [],
            "text": fill(text, &[("file", file), ("place", place), ("text", &passage)]),
        })
    };
    let lacks = found.missing.iter().map(|(place, passage)| line(words.verify_document_lacks(), place, passage));
    let adds = found.added.iter().map(|passage| line(words.verify_document_adds(), "", passage));
    lacks.take(TOLD).chain(adds.take(TOLD)).collect()
}
