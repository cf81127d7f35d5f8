//! What the cases of a pack come to now, and which of them it no longer fulfils.

use super::write::{day, points};
use super::{Cases, TotalCase, VerdictCase, YearsCase};
use crate::assessment::{Assessment, Division, Percent};
use crate::criteria::{CaseList, ConditionSlot, EditionSlot, Pack, Rule};
use crate::date::Date;
use crate::eligibility::{Outcome, Verdict, judge};
use crate::scoring::{Points, score};
use serde_json::Value;
use std::rc::Rc;

/// A case that comes to something else than it says. Cases count from 1, in each of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// The years are reached on another day; none where the edition asks for none.
    Years {
        case: usize,
        registered: Date,
        wanted: Option<Date>,
        found: Option<Date>,
    },
    /// Another verdict; the conditions are those it rests on.
    Verdict {
        case: usize,
        wanted: Verdict,
        found: Verdict,
        conditions: Vec<ConditionSlot>,
    },
    Total {
        case: usize,
        wanted: Points,
        found: Points,
    },
    /// An edition, a condition or an item there is not, a place that is none, or a rating that the steps do not allow.
    Unknown {
        list: CaseList,
        case: usize,
        what: String,
    },
}

impl Broken {
    /// The list it stands in.
    pub fn list(&self) -> CaseList {
        match self {
            Broken::Years { .. } => CaseList::Years,
            Broken::Verdict { .. } => CaseList::Verdicts,
            Broken::Total { .. } => CaseList::Totals,
            Broken::Unknown { list, .. } => *list,
        }
    }
    /// Which case of its list it is, from 1.
    pub fn case(&self) -> usize {
        match self {
            Broken::Years { case, .. } | Broken::Verdict { case, .. } | Broken::Total { case, .. } | Broken::Unknown { case, .. } => *case,
        }
    }
    /// What it comes to now, as it would stand in the file; none where it cannot be run.
    pub fn found(&self) -> Option<Value> {
        match self {
            Broken::Years { found, .. } => Some(day(*found)),
            Broken::Verdict { found, .. } => Some(found.code().into()),
            Broken::Total { found, .. } => Some(points(*found)),
            Broken::Unknown { .. } => None,
        }
    }
}

/// Runs all cases of a pack; those that do not come to what they say.
pub fn run(pack: &Pack, cases: &Cases) -> Vec<Broken> {
    let years = cases.years.iter().enumerate().filter_map(|(at, case)| run_years(pack, at + 1, case));
    let verdicts = cases.verdicts.iter().enumerate().filter_map(|(at, case)| run_verdict(pack, at + 1, case));
    let totals = cases.totals.iter().enumerate().filter_map(|(at, case)| run_total(pack, at + 1, case));
    years.chain(verdicts).chain(totals).collect()
}

/// The edition a case is about; the one in force where it names none.
fn edition(pack: &Pack, named: Option<&String>) -> Option<EditionSlot> {
    named.map_or_else(|| Some(pack.default_edition()), |id| pack.edition_slot(id))
}

fn run_years(pack: &Pack, case: usize, asked: &YearsCase) -> Option<Broken> {
    let Some(edition) = edition(pack, asked.edition.as_ref()) else {
        return unknown(CaseList::Years, case, asked.edition.as_deref().unwrap_or_default());
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

fn run_verdict(pack: &Pack, case: usize, asked: &VerdictCase) -> Option<Broken> {
    let Some(edition) = edition(pack, asked.edition.as_ref()) else {
        return unknown(CaseList::Verdicts, case, asked.edition.as_deref().unwrap_or_default());
    };
    if let Some((id, _)) = asked.answers.iter().find(|(id, _)| pack.condition_slot(id).is_none()) {
        return unknown(CaseList::Verdicts, case, id);
    }
    let place = asked.place.as_deref().map(|code| Division::parse(code).ok_or(code));
    let place = match place.transpose() {
        Ok(place) => place,
        Err(code) => return unknown(CaseList::Verdicts, case, code),
    };
    let mut assessment = Assessment::blank(pack);
    let organisation = Rc::make_mut(&mut assessment.organisation);
    organisation.registration_date = asked.registered;
    organisation.registration_place = place;
    organisation.legal_status = asked.legal_status;
    let answers = &mut Rc::make_mut(&mut assessment.eligibility).conditions;
    for (condition, record) in pack.structure().eligibility.conditions.iter().zip(answers) {
        let own = asked.answers.iter().find(|(id, _)| *id == condition.id).map(|(_, answer)| *answer);
        let answered = matches!(condition.rule, Rule::Declared | Rule::FreeOf { .. });
        if let Some(answer) = own.or(asked.others.filter(|_| answered)) {
            record.answer = answer;
        }
    }
    let found = judge(pack, &assessment, edition, asked.applies, Date::MAX);
    let reason = match found.verdict {
        Verdict::Eligible => Outcome::Met,
        Verdict::NotEligible => Outcome::NotMet,
        Verdict::Undecided => Outcome::Undecided,
    };
    let conditions = found.conditions.iter().filter(|condition| condition.outcome == reason);
    (found.verdict != asked.verdict).then(|| Broken::Verdict {
        case,
        wanted: asked.verdict,
        found: found.verdict,
        conditions: conditions.map(|condition| condition.condition).collect(),
    })
}

fn run_total(pack: &Pack, case: usize, asked: &TotalCase) -> Option<Broken> {
    let step = pack.structure().scoring.step;
    let mut assessment = Assessment::blank(pack);
    Rc::make_mut(&mut assessment.organisation).kind = asked.kind;
    if let Some((id, _)) = asked.ratings.iter().find(|(id, _)| pack.item_slot(id).is_none()) {
        return unknown(CaseList::Totals, case, id);
    }
    for (slot, item) in pack.items() {
        let own = asked.ratings.iter().find(|(id, _)| *id == item.id).map(|(_, percent)| *percent);
        if let Some(value) = own.or(asked.others) {
            let Some(percent) = Percent::new(value, step) else {
                return unknown(CaseList::Totals, case, &value.to_string());
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

fn unknown(list: CaseList, case: usize, what: &str) -> Option<Broken> {
    Some(Broken::Unknown {
        list,
        case,
        what: what.to_owned(),
    })
}
