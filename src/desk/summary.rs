//! How many of the files are what.

use super::line::{Line, State};
use std::collections::BTreeSet;

/// Counts over all lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    pub files: usize,
    pub unreadable: usize,
    pub altered: usize,
    /// Credit codes that more than one file has.
    pub repeated_codes: usize,
    /// Files that share a passage with one of another code.
    pub sharing: usize,
}

impl Summary {
    pub fn of(lines: &[impl AsRef<Line>]) -> Summary {
        let lines = || lines.iter().map(AsRef::as_ref);
        let count = |wanted: &dyn Fn(&Line) -> bool| lines().filter(|line| wanted(line)).count();
        let repeated = lines().filter(|line| !line.same_code.is_empty()).map(|line| &line.credit_code);
        Summary {
            files: lines().count(),
            unreadable: count(&|line| line.state == State::Unreadable),
            altered: count(&|line| line.state == State::Altered),
            repeated_codes: repeated.collect::<BTreeSet<&String>>().len(),
            sharing: count(&|line| !line.shared.is_empty()),
        }
    }
}
