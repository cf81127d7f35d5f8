//! Kinds of applicant: each is named once, and for each there is something left to be scored.

use super::{Report, element, ids};
use crate::criteria::kind::Kind;
use crate::criteria::structure::{Item, NotApplicable, Structure};

pub(super) fn check(pack: &Structure, report: &mut Report<'_>) {
    for (at, category) in pack.categories.iter().enumerate() {
        let items = element("/categories", at, "/items");
        for (at, item) in category.items.iter().enumerate() {
            check_named(&item.applies_to, &element(&items, at, "/applies_to"), report);
            let prompts = element(&items, at, "/prompts");
            for (at, prompt) in item.prompts.iter().enumerate() {
                check_named(&prompt.applies_to, &element(&prompts, at, "/applies_to"), report);
            }
        }
        if pack.scoring.not_applicable == NotApplicable::RedistributeInCategory {
            check_left(&mut category.items.iter(), &items, report);
        }
    }
    for (at, indicator) in pack.indicators.iter().enumerate() {
        check_named(&indicator.applies_to, &element("/indicators", at, "/applies_to"), report);
    }
    // Whatever becomes of the points, an applicant to whom nothing applies has no score.
    check_left(&mut pack.categories.iter().flat_map(|category| &category.items), "/categories", report);
}

fn check_named(kinds: &[Kind], pointer: &str, report: &mut Report<'_>) {
    ids::unique(&mut kinds.iter().map(|kind| kind.word()), pointer, report);
}

/// Where items have points, some of these points apply to each kind of applicant.
fn check_left(items: &mut dyn Iterator<Item = &Item>, pointer: &str, report: &mut Report<'_>) {
    let mut all = 0;
    let mut left = [0_u64; Kind::ALL.len()];
    for item in items.filter(|item| !item.bonus) {
        all += u64::from(item.points);
        for (left, kind) in left.iter_mut().zip(Kind::ALL) {
            if Kind::among(Some(kind), &item.applies_to) {
                *left += u64::from(item.points);
            }
        }
    }
    for (left, kind) in left.into_iter().zip(Kind::ALL) {
        if all > 0 && left == 0 {
            let tell = |points: &str| [kind.word(), ": ", points].concat();
            report.unusable(pointer, &tell("0"), &tell("1–"));
        }
    }
}
