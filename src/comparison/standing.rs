//! One assessment judged and scored under other packs than its own.

use crate::archive::{About, CarryKind, Plan, Project, ReadError, carry, plan};
use crate::criteria::{Lineage, Pack, PackReference};
use crate::date::Date;
use crate::eligibility::{Eligibility, judge};
use crate::scoring::{Score, score};

/// How an assessment stands under one pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub pack: PackReference,
    /// Judged by the pack's default edition; under the assessment's own pack, by the edition it names.
    pub eligibility: Eligibility,
    pub score: Score,
    /// Items with the same id in both packs, whatever of their answers has a place.
    pub same: usize,
    /// Items that were renamed, split or merged, counted in this pack.
    pub moved: usize,
    /// Items only this pack has, by id, in its order.
    pub new: Vec<String>,
    /// Items only the assessment's own pack has, by id, in its order; their answers are kept.
    pub gone: Vec<String>,
    /// Conditions of the edition that only this pack has.
    pub new_conditions: Vec<String>,
    /// Conditions only the assessment's own pack has: those in force, and those that were answered.
    pub gone_conditions: Vec<String>,
}

/// How an assessment stands under its own pack, which comes first, and under others. The day of application is the
/// assessment's, else `today`.
///
/// Fails on no project that was read or made by the kit.
pub fn standings(project: &Project, pack: &Pack, others: &[&Pack], lineage: &Lineage, today: Date) -> Result<Vec<Standing>, ReadError> {
    let others = others.iter().map(|other| standing_under(project, pack, other, lineage, today));
    std::iter::once(Ok(standing(project, pack, today))).chain(others).collect()
}

/// How it stands under another pack: carried there as it is proposed, judged and scored. The dearest of them: whoever draws
/// many asks for one at a time.
pub fn standing_under(project: &Project, pack: &Pack, other: &Pack, lineage: &Lineage, today: Date) -> Result<Standing, ReadError> {
    let plan = plan(project, pack, other, lineage, "zh")?;
    let carried = carry(project, pack, other, &plan)?;
    Ok(under(&carried, other, &plan, today))
}

/// How it stands under its own pack.
pub fn standing(project: &Project, pack: &Pack, today: Date) -> Standing {
    let record = &project.assessment.eligibility;
    let application = record.application_date.or(Some(today));
    Standing {
        pack: pack.reference(),
        eligibility: judge(pack, &project.assessment, record.edition, application, today),
        score: score(pack, &project.assessment),
        same: pack.items().len(),
        moved: 0,
        new: Vec::new(),
        gone: Vec::new(),
        new_conditions: Vec::new(),
        gone_conditions: Vec::new(),
    }
}

fn under(carried: &Project, pack: &Pack, plan: &Plan, today: Date) -> Standing {
    let ids = |about: About, kinds: &[CarryKind]| -> Vec<String> {
        let found = plan
            .proposals
            .iter()
            .filter(|proposal| proposal.about == about && kinds.contains(&proposal.kind));
        found
            .flat_map(|proposal| if proposal.to.is_empty() { &proposal.from } else { &proposal.to })
            .cloned()
            .collect()
    };
    let application = carried.assessment.eligibility.application_date.or(Some(today));
    let moved = [CarryKind::Renamed, CarryKind::Split, CarryKind::Merged];
    let new = [CarryKind::New, CarryKind::Revived];
    Standing {
        pack: pack.reference(),
        eligibility: judge(pack, &carried.assessment, pack.default_edition(), application, today),
        score: score(pack, &carried.assessment),
        same: plan.unchanged.len() + ids(About::Item, &[CarryKind::Changed]).len(),
        moved: ids(About::Item, &moved).len(),
        new: ids(About::Item, &new),
        gone: ids(About::Item, &[CarryKind::Retired]),
        new_conditions: ids(About::Condition, &new),
        gone_conditions: ids(About::Condition, &[CarryKind::Retired]),
    }
}
