//! What the improvement plan lacks: actions that are late, and actions nobody sees to.

use super::Finding;
use crate::assessment::Assessment;
use crate::date::Date;

/// Of the actions that are open or being done, in the order of the plan; one that is late and without an owner is told
/// twice. Nothing is late while no day is known.
pub(super) fn improvement(assessment: &Assessment, today: Option<Date>, found: &mut Vec<Finding>) {
    for (at, action) in assessment.improvement.actions.iter().enumerate() {
        if !action.is_live() {
            continue;
        }
        let title = action.title.clone();
        if let Some(due) = action.due.filter(|_| today.is_some_and(|today| action.is_late(assessment.present_day(today)))) {
            found.push(Finding::ActionLate {
                action: at,
                title: title.clone(),
                due,
            });
        }
        if action.owner.trim().is_empty() {
            found.push(Finding::ActionWithoutOwner { action: at, title });
        }
    }
}
