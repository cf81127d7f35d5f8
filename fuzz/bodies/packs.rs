//! Packs in one file.

#[allow(clippy::duplicate_mod, reason = "the workspace of the fuzz targets shares the file with the tests")]
#[path = "../../tests/suite/every_word.rs"]
mod every_word;

use super::told;
use award_kit::archive::{Project, open_bytes, write};
use award_kit::criteria::{EditionSlot, Fault, is_pack_file, read_pack_file, write_pack_file};
use award_kit::date::Date;
use award_kit::eligibility::judge;
use award_kit::language::Language;
use award_kit::report::{Options, say, submission};
use award_kit::scoring::score;
use std::hint::black_box;

const NAME: &str = "fuzzed.pack.json";

/// Every fault can be told, and a pack that loads is written and read again as the same, and used.
pub fn pack_file(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let pack = match read_pack_file(NAME, text) {
        Ok(pack) => pack,
        Err(faults) => return faulty(&faults),
    };
    assert!(is_pack_file(text));
    let written = write_pack_file(&pack);
    let again = read_pack_file(NAME, &written).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(again.hash(), pack.hash());
    assert_eq!(write_pack_file(&again), written);
    for language in pack.languages() {
        for text in every_word::every_word(&pack, pack.words(language)) {
            assert!(!text.trim().is_empty());
        }
    }
    // What uses a pack that loads does not panic either.
    let blank = Project::blank(&pack);
    let scored = score(&pack, &blank.assessment);
    assert!(scored.total.max.hundredths() > 0);
    for edition in 0..pack.structure().eligibility.editions.len() {
        black_box(judge(&pack, &blank.assessment, EditionSlot(edition), None, Date::default()));
    }
    for language in Language::ALL {
        black_box(submission(&pack, &blank.assessment, *language, &Options::default()));
    }
    let file = write(&blank, &pack);
    let opened = open_bytes(file.as_bytes()).and_then(|opened| opened.with_pack(&pack));
    assert_eq!(opened.as_ref(), Ok(&blank));
}

/// Every fault is there and is told in one line.
fn faulty(faults: &[Fault]) {
    assert!(!faults.is_empty());
    for fault in faults.iter().take(50) {
        for language in Language::ALL {
            told(&say::fault(*language, fault));
        }
    }
}
