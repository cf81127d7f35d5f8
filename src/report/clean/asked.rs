//! What is asked for before a submission is handed in: the findings that would leave a hole in it or a doubt about it. Findings
//! on scores and on the improvement plan concern the working draft alone.

use crate::findings::Finding;

/// Those of the findings that concern the clean submission, in their order.
pub fn asked_before(found: Vec<Finding>) -> Vec<Finding> {
    let concerns = |finding: &Finding| {
        !matches!(
            finding,
            Finding::ItemUnrated(_) | Finding::RatedAboveSuggestion { .. } | Finding::ActionLate { .. } | Finding::ActionWithoutOwner { .. }
        )
    };
    found.into_iter().filter(concerns).collect()
}
