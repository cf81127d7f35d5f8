//! What a worker is asked to do off the main thread: one task at a time, a name with a language and arguments in, bytes or text or
//! one sentence out. A task is a file here and a line in [`perform`].
//!
//! Must not know: the browser, messages, threads. So every task is tested natively; `bin/worker.rs` puts it into messages.

mod arguments;
mod bundle;
mod certificate;
mod comparison;
mod criteria;
mod desk;
mod export;
mod filling;
mod lock;
mod minute;
mod ratings;
mod report;
mod returned;
mod tables;

pub use arguments::{Arguments, Given};
pub use ratings::sheets_of;

use crate::language::Language;

/// What a task has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    Bytes(Vec<u8>),
    Text(String),
    Parts(Vec<Vec<u8>>),
}

/// Told how much is done, of how much; seldom enough that telling costs nothing.
pub type Progress<'a> = &'a mut dyn FnMut(u32, u32);

/// Does a task, or says in one sentence why not.
///
/// | task | arguments | made |
/// |---|---|---|
/// | `export` | criteria as one file, assessment file, target, `YYYY-MM-DD` with or without the seconds since 1970 behind it or empty, part or empty, record of the panel or empty, `anonymous` or empty, variant or empty, style or empty, minutes of a meeting or empty | bytes |
/// | `bundle` | criteria as one file, assessment file, day as above or empty, record of the panel or empty, `anonymous` or empty, variant or empty, style or empty, evidence files | bytes |
/// | `unbundle` | a bundle | parts: the assessment's file, `{hashes, told}` as JSON, and the evidence files |
/// | `lock` | a file, passphrase, random bytes | parts: the locked file |
/// | `unlock` | a locked file, passphrase | parts: the file |
/// | `fill` | criteria as one file, assessment file, day as above or empty, an agency's template | parts: the document, and what is to be told of it as sentences, a line each |
/// | `minute` | criteria as one file, record of a panel, `anonymous` or empty | bytes |
/// | `visits` | criteria as one file, record of a panel | bytes |
/// | `certificate` | criteria as one file, record of a trainee | bytes |
/// | `rating-sheet`, `worksheet` | criteria as one file, assessment file, assessor, ids of items or empty | bytes |
/// | `ratings` | criteria as one file, assessment file, name of the file, a table | text: scoring copies and what is refused, as JSON |
/// | `compare` | criteria as one file, two assessment files, name of the first or empty, remark or empty, day or empty | bytes |
/// | `tracked` | criteria as one file, two assessment files, day or empty | bytes |
/// | `pack-difference` | `docx` or `html`, two packs each as one file | bytes |
/// | `pack-publish` | a pack as one file, the host's index or empty, `default` or empty | bytes |
/// | `template` | criteria as one file, assessment file, first year, number of years | bytes |
/// | `table` | a workbook or delimited text | text: the book as JSON |
/// | `split` | criteria as one file, assessment file, a report | text: its pieces with their places, as JSON |
/// | `begin` | criteria as one file, assessment file, a report, places of its pieces as JSON, a random number | text: the assessment's file |
/// | `return` | criteria as one file, assessment file, a draft that comes back, whose it is | text: both sides of a merge and what is told, as JSON |
/// | `desk-read` | today, passphrases as JSON, keys of criteria as JSON, those criteria each as one file, names of files as JSON, the files | parts: for each file its line as JSON, and what it is held against others by |
/// | `desk-gather` | for each file those two | parts: all lines in their order, as JSON lists of some of them each |
/// | `desk-save` | `xlsx` or `html`, those lists | bytes |
/// | `desk-open` | passphrases as JSON, a file | parts: the assessment's own file |
pub fn perform(task: &str, language: Language, arguments: &Arguments, progress: Progress<'_>) -> Result<Made, String> {
    match task {
        "export" => export::export(language, arguments).map(Made::Bytes),
        "bundle" => bundle::bundle(language, arguments, progress).map(Made::Bytes),
        "fill" => filling::fill(language, arguments).map(Made::Parts),
        "minute" => minute::minute(language, arguments).map(Made::Bytes),
        "visits" => minute::visits(language, arguments).map(Made::Bytes),
        "certificate" => certificate::certificate(language, arguments).map(Made::Bytes),
        "rating-sheet" => ratings::blank(language, arguments, false).map(Made::Bytes),
        "worksheet" => ratings::blank(language, arguments, true).map(Made::Bytes),
        "ratings" => ratings::read(language, arguments).map(Made::Text),
        "compare" => comparison::compare(language, arguments).map(Made::Bytes),
        "pack-difference" => criteria::difference(language, arguments).map(Made::Bytes),
        "pack-publish" => criteria::publish(language, arguments).map(Made::Bytes),
        "tracked" => comparison::tracked(language, arguments).map(Made::Bytes),
        "unbundle" => bundle::unbundle(language, arguments).map(Made::Parts),
        "desk-read" => desk::read(language, arguments, progress).map(Made::Parts),
        "desk-gather" => Ok(Made::Parts(desk::gather(arguments))),
        "desk-save" => desk::save(language, arguments).map(Made::Bytes),
        "desk-open" => desk::open(language, arguments).map(Made::Parts),
        "lock" => lock::lock(language, arguments).map(Made::Parts),
        "unlock" => lock::unlock(language, arguments).map(Made::Parts),
        "template" => tables::template(language, arguments).map(Made::Bytes),
        "table" => tables::table(language, arguments).map(Made::Text),
        "split" => report::told(language, arguments).map(Made::Text),
        "begin" => report::begun(language, arguments).map(Made::Text),
        "return" => returned::returned(language, arguments).map(Made::Text),
        _ => Err(crate::export::ExportError::Unavailable.sentence(language)),
    }
}
