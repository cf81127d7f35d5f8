//! Assessments: read, merged, and put together with a journal.

use super::told;
use award_kit::archive::journal::{Changes, Entry, Mark, Written, gather};
use award_kit::archive::{Project, ReadError, open_bytes, write};
use award_kit::criteria::{DEFAULT_PACK, Pack, built_in};
use award_kit::date::Date;
use award_kit::eligibility::judge;
use award_kit::findings::findings;
use award_kit::language::Language;
use award_kit::merge::{Sides, merge_files};
use award_kit::report::say;
use award_kit::scoring::score;
use serde_json::{Value, from_slice};
use std::hint::black_box;
use std::sync::LazyLock;

pub(super) static PACK: LazyLock<Pack> = LazyLock::new(|| built_in(DEFAULT_PACK).expect("the default pack is built in"));

pub(super) fn read(bytes: &[u8]) -> Result<Project, ReadError> {
    open_bytes(bytes).and_then(|opened| opened.with_pack(&PACK))
}

pub(super) fn refused(error: &ReadError) {
    for language in Language::ALL {
        told(&say::read_error(*language, error));
    }
}

/// What is kept is read again as the same.
pub(super) fn is_kept(project: &Project) {
    let written = write(project, &PACK);
    let again = read(written.as_bytes());
    assert_eq!(again.as_ref(), Ok(project));
    assert_eq!(write(project, &PACK), written);
}

/// Bytes read as an assessment under the default pack.
pub fn assessment_file(bytes: &[u8]) {
    let project = match read(bytes) {
        Ok(project) => project,
        Err(error) => return refused(&error),
    };
    is_kept(&project);
    let assessment = &project.assessment;
    black_box(score(&PACK, assessment));
    let record = &assessment.eligibility;
    let eligibility = judge(&PACK, assessment, record.edition, record.application_date, Date::default());
    for finding in findings(&PACK, assessment, &eligibility) {
        black_box(say::finding(&PACK, Language::Zh, &finding));
    }
}

/// The parts of a seed that holds several files as members of one object; each as its own bytes.
fn member(seed: &Value, name: &str) -> Option<Vec<u8>> {
    Some(seed.get(name)?.to_string().into_bytes())
}

/// `{ours, theirs, base?}`, each an assessment: the merge is kept, reads as the same, and takes in nothing new a second time.
pub fn merge(bytes: &[u8]) {
    let Ok(seed) = from_slice::<Value>(bytes) else { return };
    let project = |name: &str| read(&member(&seed, name)?).ok();
    let (Some(ours), Some(theirs)) = (project("ours"), project("theirs")) else {
        return;
    };
    let base = project("base");
    let (found, _) = match merge_files(&PACK, base.as_ref(), &ours, &theirs) {
        Ok(merged) => merged,
        Err(error) => return refused(&error),
    };
    let sides = Sides { ours: "甲", theirs: "乙" };
    match found.keeping_both(&PACK, sides) {
        Ok(kept) => is_kept(&kept),
        Err(error) => refused(&error),
    }
}

/// `{record, revision, writer, seq, entries: [{writer, seq, base, changes | whole}]}`: nothing of an entry is lost.
pub fn journal(bytes: &[u8]) {
    let Ok(seed) = from_slice::<Value>(bytes) else { return };
    let number = |of: &Value, name: &str| of.get(name).and_then(Value::as_u64).unwrap_or_default() as u32;
    let word = |of: &Value, name: &str| of.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mark = |of: &Value| Mark {
        writer: word(of, "writer"),
        seq: number(of, "seq"),
    };
    let entries = seed.get("entries").and_then(Value::as_array).cloned().unwrap_or_default();
    let entry = |of: &Value| Entry {
        mark: mark(of),
        base: number(of, "base"),
        written: match of.get("changes").and_then(Value::as_object) {
            Some(changes) => Written::Changes(Changes::clone(changes)),
            None => Written::Whole(word(of, "whole")),
        },
    };
    let entries: Vec<Entry> = entries.iter().take(20).map(entry).collect();
    // As text it can be anything; as an object it is a record.
    let record = seed
        .get("record")
        .map(|record| record.as_str().map_or_else(|| record.to_string(), str::to_owned));
    let count = entries.len();
    let gathered = gather(record.as_deref(), number(&seed, "revision"), &mark(&seed), entries);
    assert_eq!(gathered.taken.len() + gathered.others.len(), count);
    for entry in &gathered.others {
        black_box(entry.replayed(record.as_deref()));
    }
    if let Some(content) = gathered.content {
        match read(content.as_bytes()) {
            Ok(project) => is_kept(&project),
            Err(error) => refused(&error),
        }
    }
}
