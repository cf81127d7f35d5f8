//! What the cases of a pack come to now, and which of them it no longer fulfils.

use super::{Cases, TotalCase, YearsCase};
use crate::assessment::{Assessment, Percent};
use crate::criteria::Pack;
use crate::date::Date;
use crate::eligibility::judge;
use crate::scoring::{Points, score};
use std::rc::Rc;

/// A case that comes to something else than it says. Cases count from 1, in each of the two lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// The years are reached on another day; none where the edition asks for none.
    Years {
        case: usize,
        registered: Date,
        wanted: Option<Date>,
        found: Option<Date>,
    },
    Total {
        case: usize,
        wanted: Points,
        found: Points,
    },
    /// An edition or an item there is not, or a rating that the steps do not allow.
    Unknown {
        totals: bool,
        case: usize,
        what: String,
    },
}

/// Runs all cases of a pack; those that do not come to what they say.
pub fn run(pack: &Pack, cases: &Cases) -> Vec<Broken> {
    let years = cases.years.iter().enumerate().filter_map(|(at, case)| run_years(pack, at + 1, case));
    let totals = cases.totals.iter().enumerate().filter_map(|(at, case)| run_total(pack, at + 1, case));
    years.chain(totals).collect()
}

fn run_years(pack: &Pack, case: usize, asked: &YearsCase) -> Option<Broken> {
    let edition = match &asked.edition {
        None => pack.default_edition(),
        Some(id) => match pack.edition_slot(id) {
            Some(edition) => edition,
            None => return unknown(false, case, id),
        },
    };
    let mut assessment = Assessment::blank(pack);
    Rc::make_mut(&mut assessment.organisation).registration_date = Some(asked.registered);
    // On the day of its registration an organisation has none of the years.
    let found = judge(pack, &assessment, edition, Some(asked.registered), Date::MAX).first_eligible_on;
    (found != asked.from).then_some(Broken::Years {
        case,
        registered: asked.registered,
        wanted: asked.from,
        found,
    })
}

fn run_total(pack: &Pack, case: usize, asked: &TotalCase) -> Option<Broken> {
    let step = pack.structure().scoring.step;
    let mut assessment = Assessment::blank(pack);
    Rc::make_mut(&mut assessment.organisation).kind = asked.kind;
    if let Some((id, _)) = asked.ratings.iter().find(|(id, _)| pack.item_slot(id).is_none()) {
        return unknown(true, case, id);
    }
    for (slot, item) in pack.items() {
        let own = asked.ratings.iter().find(|(id, _)| *id == item.id).map(|(_, percent)| *percent);
        if let Some(value) = own.or(asked.others) {
            let Some(percent) = Percent::new(value, step) else {
                return unknown(true, case, &value.to_string());
            };
            Rc::make_mut(&mut assessment.items[slot.0]).percent = Some(percent);
        }
    }
    let found = score(pack, &assessment).total.points;
    (found != asked.total).then_some(Broken::Total {
        case,
        wanted: asked.total,
        found,
    })
}

fn unknown(totals: bool, case: usize, what: &str) -> Option<Broken> {
    Some(Broken::Unknown {
        totals,
        case,
        what: what.to_owned(),
    })
}
