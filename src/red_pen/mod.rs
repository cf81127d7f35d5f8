//! The red pen: reads the report as an examiner would, and marks what an examiner would ask about.
//!
//! A rule is one file of `rules/` that explains itself: its code, its weight, why an examiner minds, a bad and a better example, and
//! what it says of a hit, in both languages. The page's help, `award-kit explain` and the documentation come from there. A rule reads
//! the sentences of a text by the language each is written in, and never the language of the screen. It would rather miss than be wrong.
//!
//! Knows pack and record; must not know the language chosen, JSON, the clock, the browser. Nothing of it is kept but which rules
//! are turned off and why, in the assessment itself.
//!
//! To add a rule: write its file, name it in [`RULES`]; the tests ask for the rest.

mod figures;
mod hit;
mod marks;
mod numbers;
mod passage;
mod report;
mod rule;
mod rules;
mod words;

pub use figures::{Compared, compared};
pub use hit::{Elsewhere, Hit, Value};
pub use passage::Part;
pub use rule::{Example, Rule, Said, Weight};
pub use rules::{RULES, rule};

use crate::assessment::{Assessment, Field};
use crate::criteria::Pack;
use crate::order;
use marks::Marks;
use report::Report;

/// All hits of the rules that are not turned off, in the order of the report: profile, then items; in a text from left to right.
///
/// 30,000 characters take a few milliseconds; whoever asks while somebody types waits for a pause.
pub fn red_pen(pack: &Pack, assessment: &Assessment) -> Vec<Hit> {
    let report = Report::of(pack, assessment);
    let mut hits = Vec::new();
    for rule in RULES {
        if assessment.rules_off.reason(rule.code).is_none() {
            (rule.find)(&report, &mut Marks { rule, hits: &mut hits });
        }
    }
    order::sort_by_key(&mut hits, |hit| (position(hit.place), hit.range.start));
    hits
}

/// Where a text stands in the report.
fn position(place: Field) -> (usize, usize, usize) {
    match place {
        Field::Answer { item, scope, factor } => (item.0 + 1, scope, factor),
        Field::Strengths(item) => (item.0 + 1, usize::MAX, 0),
        Field::Opportunities(item) => (item.0 + 1, usize::MAX, 1),
        _ => (0, 0, 0),
    }
}
