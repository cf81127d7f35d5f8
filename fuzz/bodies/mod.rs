//! What each fuzz target does with bytes: shared by the targets and by the test that replays the seeds (`tests/suite/fuzzed.rs`).
//!
//! Nothing panics, what opens is written and read again as the same, and what is refused is told in one line.

mod arrivals;
mod assessments;
mod documents;
pub mod mutation;
mod packs;
mod tables;

/// A target: its name, which is that of its seeds' folder in `seeds/`, and what it does.
pub type Body = (&'static str, fn(&[u8]));

pub const ALL: [Body; 11] = [
    ("pack_file", packs::pack_file),
    ("assessment_file", assessments::assessment_file),
    ("merge", assessments::merge),
    ("journal", assessments::journal),
    ("part", arrivals::part),
    ("scoring", arrivals::scoring),
    ("bundle", arrivals::bundle),
    ("locked", arrivals::locked),
    ("import", tables::import),
    ("draft", documents::draft),
    ("report", documents::report),
];

/// A sentence the user is told: on one line, and no whole file in it.
fn told(line: &str) {
    assert!(!line.contains(char::is_control) && line.chars().count() < 1_000, "{line}");
}
