//! The cases that packs carry themselves (`criteria/*/cases.json`), told as people read them. What they come to is run as
//! `award-kit check` runs it.

use super::awards::award;
use super::given::Given;
use super::markdown::Wrong;
use super::run::Told;
use award_kit::report::say;
use award_kit::worked::{cases_of, run};

pub fn tell(given: &mut Given) -> Result<Told, Wrong> {
    let pack = award(given)?;
    let language = given.language;
    let cases = cases_of(pack.cases()).map_err(|faults| Wrong::at(0, format!("{}: {faults:?}", pack.id())))?;
    let broken = run(&pack, &cases);
    let mut told = Told::default();
    let day = |day: Option<_>| day.map_or_else(|| language.words().case_no_years().to_owned(), |day| say::date(language, day));
    for case in &cases.years {
        told.line(say::years_case(language, pack.view(), case), day(case.from));
    }
    for case in &cases.verdicts {
        told.line(say::verdict_case(language, pack.view(), case), say::verdict(language, case.verdict));
    }
    for case in &cases.totals {
        told.line(say::total_case(language, pack.view(), case), case.total.to_string());
    }
    for broken in &broken {
        told.line(broken.list().word(), say::broken_case(language, &pack, broken));
    }
    Ok(told)
}
