//! Bytes read as an assessment under the default pack: nothing panics, and what opens is written and read again as the
//! same.
#![no_main]

mod mutation;

use award_kit::archive::{open_bytes, write};
use award_kit::criteria::{DEFAULT_PACK, Pack, built_in};
use award_kit::date::Date;
use award_kit::eligibility::judge;
use award_kit::findings::findings;
use award_kit::language::Language;
use award_kit::report::say;
use award_kit::scoring::score;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use std::hint::black_box;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| built_in(DEFAULT_PACK).expect("the default pack is built in"));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { mutation::mutate(data, size, max_size, seed) });

fuzz_target!(|bytes: &[u8]| {
    let project = match open_bytes(bytes).and_then(|opened| opened.with_pack(&PACK)) {
        Ok(project) => project,
        Err(error) => {
            for language in Language::ALL {
                let line = say::read_error(*language, &error);
                assert!(!line.contains(char::is_control) && line.chars().count() < 1_000, "{line}");
            }
            return;
        }
    };
    let written = write(&project, &PACK);
    let again = open_bytes(written.as_bytes()).and_then(|opened| opened.with_pack(&PACK));
    assert_eq!(again.as_ref(), Ok(&project));
    assert_eq!(write(&project, &PACK), written);
    let assessment = &project.assessment;
    black_box(score(&PACK, assessment));
    let eligibility = judge(
        &PACK,
        assessment,
        assessment.eligibility.edition,
        assessment.eligibility.application_date,
        Date::default(),
    );
    for finding in findings(&PACK, assessment, &eligibility) {
        black_box(say::finding(&PACK, Language::Zh, &finding));
    }
});
