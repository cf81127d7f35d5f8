//! What must hold between figures, year by year.
//!
//! Figures may differ by what rounding makes of them and no further: half a unit of the last digit typed of each (`formula::measure`). *At most*
//! allows for it only where one side was typed with fewer digits than the other, because what is rounded alike keeps its order.
//!
//! Worked: 5.9 grown to 6.4 is 8.5 %, but between 6.7 and 10.3 % when each was rounded to one decimal; 9 fits, 12 does not.

use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::formula::{Quantity, measure};
use super::recomputed::fits;
use super::values::Values;
use crate::assessment::{FigureBook, FigureSlot};
use crate::criteria::{Formula, IdentityRule, Operand, Pack};
use crate::indicators::arithmetic::median;

/// What is found, and of which years and subjects it tells, also where the year named is another one.
#[derive(Default)]
pub(super) struct Broken {
    pub findings: Vec<FigureFinding>,
    pub told: Vec<(Subject, i32)>,
}

/// One identity with what it is checked on.
struct Check<'a> {
    pack: &'a Pack,
    book: &'a FigureBook,
    values: &'a Values,
    /// The position of the identity in the pack.
    at: usize,
}

/// The identities that do not hold, each with the first thing it names as the subject.
pub(super) fn broken(pack: &Pack, book: &FigureBook, values: &Values) -> Broken {
    let mut all = Broken::default();
    let Some((first, last)) = values.years else { return all };
    for (at, identity) in pack.structure().identities.iter().enumerate() {
        let check = Check { pack, book, values, at };
        let Some(subject) = identity.rule.operands().first().and_then(|(_, id)| check.subject(id)) else {
            continue;
        };
        match &identity.rule {
            IdentityRule::AtMost { left, right } => {
                for year in first..=last {
                    if let (Some(value), Some(most)) = (check.somehow(left, year), check.somehow(right, year)) {
                        let room = if value.room == most.room { 0.0 } else { value.room.max(most.room) };
                        check.above(value.value, most.value, room, (subject, year), &mut all);
                    }
                }
            }
            IdentityRule::SumAtMost { of, limit } => {
                for year in first..=last {
                    let sum = Formula::Sum { of: of.clone() };
                    if let Some(sum) = measure(&sum, year, &|id, at| check.now(id, at)) {
                        check.above(sum.value, *limit, sum.room, (subject, year), &mut all);
                    }
                }
            }
            IdentityRule::GrowthOf { growth, series } => check.growth(growth, series, &Formula::Growth { of: series.clone() }, &mut all),
            IdentityRule::FallOf { fall, series } => check.growth(fall, series, &Formula::Fall { of: series.clone() }, &mut all),
            IdentityRule::Ratio { result, top, bottom, per } => {
                let share = Formula::Share {
                    part: top.clone(),
                    whole: bottom.clone(),
                    per: *per,
                };
                for (year, value, expected) in check.unlike(result, &share) {
                    check.tell((subject, year), value, expected, &mut all);
                }
            }
        }
    }
    all
}

impl Check<'_> {
    fn subject(&self, id: &str) -> Option<Subject> {
        Some(match self.pack.operand(id)? {
            Operand::Input(slot) => Subject::Input(slot),
            Operand::Indicator(slot) => Subject::Indicator(FigureSlot::Catalogue(slot)),
        })
    }
    fn now(&self, id: &str, year: i32) -> Option<Quantity> {
        self.values.quantity(self.pack, self.book, id, year)
    }
    /// Inputs are compared also where nobody asked for the indicator that is computed from them.
    fn somehow(&self, id: &str, year: i32) -> Option<Quantity> {
        self.values.quantity_somehow(self.pack, self.book, id, year)
    }

    fn above(&self, value: f64, most: f64, room: f64, place: (Subject, i32), all: &mut Broken) {
        if value > most + room + 1e-9 * most.abs().max(value.abs()) {
            self.tell(place, value, most, all);
        }
    }

    fn tell(&self, (subject, year): (Subject, i32), value: f64, expected: f64, all: &mut Broken) {
        all.told.push((subject, year));
        all.findings.push(FigureFinding {
            subject,
            year: Some(year),
            doubt: FigureDoubt::BrokenIdentity {
                identity: self.at,
                value,
                expected,
            },
        });
    }

    /// The years in which something typed is not what a formula gives, with both.
    fn unlike(&self, result: &str, formula: &Formula) -> Vec<(i32, f64, f64)> {
        let (first, last) = self.values.years.unwrap_or((1, 0));
        let unlike = |year| {
            let (typed, expected) = (self.now(result, year)?, measure(formula, year, &|id, at| self.now(id, at))?);
            (!fits(typed, expected)).then_some((year, typed.value, expected.value))
        };
        (first..=last).filter_map(unlike).collect()
    }

    /// Growth that does not match its series. The year named is the one whose neighbour gives it away: where the growth of two years
    /// running does not fit, the series of the first of them is out; and where the growth of the second year looks like that of the others
    /// and what the series gives does not, the first year of the series is.
    ///
    /// Worked: series 15,800, 54,600, 61,200, typed growth 13.0 and 12.1 from the second year on. The series gives 245.6 % for the second; 13.0
    /// is like 12.1, so the first year is named, and 54,600 ÷ 1.13 = 48,319 is what it should be.
    fn growth(&self, growth: &str, series: &str, formula: &Formula, all: &mut Broken) {
        let unlike = self.unlike(growth, formula);
        let (Some(subject), Some(of)) = (self.subject(growth), self.subject(series)) else {
            return;
        };
        let sign = if matches!(formula, Formula::Fall { .. }) { -1.0 } else { 1.0 };
        let mut shared = None;
        for (at, &(year, value, expected)) in unlike.iter().enumerate() {
            if shared == Some(year) {
                all.told.push((subject, year));
                continue;
            }
            if unlike.get(at + 1).is_some_and(|next| next.0 == year + 1) {
                shared = Some(year + 1);
            } else if let Some(base) = self.first_year(growth, series, formula, (year, value, expected))
                && let Some(now) = self.now(series, year)
            {
                all.told.push((subject, year));
                self.tell((of, year - 1), base, now.value / (1.0 + sign * value / 100.0), all);
                continue;
            }
            self.tell((subject, year), value, expected, all);
        }
    }

    /// What stands in the year before, where that year is the one that is out.
    fn first_year(&self, growth: &str, series: &str, formula: &Formula, (year, value, expected): (i32, f64, f64)) -> Option<f64> {
        let checked = |at: i32| self.now(growth, at).is_some() && measure(formula, at, &|id, at| self.now(id, at)).is_some();
        let (first, last) = self.values.years?;
        if year - 1 < first || checked(year - 1) {
            return None;
        }
        let others: Vec<f64> = (first..=last)
            .filter(|at| *at != year && checked(*at))
            .filter_map(|at| Some(self.now(growth, at)?.value))
            .collect();
        let usual = median(&others)?;
        ((expected - usual).abs() > (value - usual).abs()).then_some(self.now(series, year - 1)?.value)
    }
}
