//! What verification of one indicator knows of the rest: its formula, what was found of inputs, what a formula confirms.

use super::counted;
use super::finding::{FigureDoubt, FigureFinding, Subject};
use super::reading::IndicatorReading;
use super::values::Values;
use crate::assessment::{FigureBook, FigureSlot};
use crate::criteria::{Formula, Pack};

/// What names of a change over the year before hold.
const GROWTH: [&str; 6] = ["增长", "增幅", "增速", "同比", "growth", "Growth"];

/// What verification of one indicator knows of the rest.
pub(super) struct Context<'a> {
    pub pack: &'a Pack,
    pub book: &'a FigureBook,
    pub values: &'a Values,
    /// What was found of inputs.
    pub inputs: &'a [FigureFinding],
    /// Typed values that no formula confirms.
    pub mismatched: &'a [(Subject, i32)],
}

/// What is possible and how it is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub decimals: u8,
}

impl Context<'_> {
    fn formula(&self, slot: FigureSlot) -> Option<&Formula> {
        match slot {
            FigureSlot::Catalogue(slot) => self.pack.indicator(slot).formula.as_ref(),
            FigureSlot::Own(_) => None,
        }
    }

    /// Whether an indicator is a change over the year before, which may be anything: by its formula; an own one by its name.
    pub fn is_growth(&self, slot: FigureSlot) -> bool {
        match slot {
            FigureSlot::Catalogue(_) => matches!(self.formula(slot), Some(Formula::Growth { .. } | Formula::Fall { .. })),
            FigureSlot::Own(at) => self.book.own.get(at).is_some_and(|own| GROWTH.iter().any(|word| own.name.contains(word))),
        }
    }

    /// Whether an input of the formula was told in a year.
    pub fn rests_on_told(&self, subject: Subject, year: i32) -> bool {
        let Subject::Indicator(slot) = subject else { return false };
        let operands = self.formula(slot).map(Formula::operands).unwrap_or_default();
        operands.iter().any(|(_, id)| {
            let input = self.pack.input_slot(id).map(Subject::Input);
            input.is_some_and(|input| self.inputs.iter().any(|one| one.subject == input && one.year == Some(year)))
        })
    }

    /// Whether what stands there needs no doubt of its own: the formula gives the same, or an input of it was told.
    pub fn is_settled(&self, reading: &IndicatorReading, year: i32) -> bool {
        let subject = Subject::Indicator(reading.slot);
        let confirmed = !reading.computed && reading.by_formula.at(year).is_some() && !self.mismatched.contains(&(subject, year));
        confirmed || self.rests_on_told(subject, year)
    }

    /// Whether an indicator counts whole things.
    pub fn counts(&self, slot: FigureSlot) -> bool {
        match slot {
            FigureSlot::Catalogue(slot) => {
                let indicator = self.pack.indicator(slot);
                indicator.formula.is_none() && indicator.decimals == 0 && counted::unit_counts(self.pack, &indicator.unit)
            }
            FigureSlot::Own(at) => self.book.own.get(at).is_some_and(|own| own.decimals == 0 && counted::counts(&own.unit)),
        }
    }
}

/// What is possible of an indicator, and how it is shown.
pub(super) fn bounds(pack: &Pack, book: &FigureBook, slot: FigureSlot) -> Bounds {
    let (low, high, decimals) = match slot {
        FigureSlot::Catalogue(slot) => {
            let indicator = pack.indicator(slot);
            (indicator.low, indicator.high, indicator.decimals)
        }
        FigureSlot::Own(at) => book.own.get(at).map_or((None, None, 0), |own| (own.low, own.high, own.decimals)),
    };
    Bounds { low, high, decimals }
}

impl Bounds {
    /// Outside of what is possible, by more than rounding.
    pub fn excludes(&self, value: f64) -> bool {
        let room = 1e-9 * value.abs();
        self.low.is_some_and(|low| value < low - room) || self.high.is_some_and(|high| value > high + room)
    }
    pub fn impossible(&self, value: f64) -> FigureDoubt {
        FigureDoubt::ImpossibleValue {
            value,
            low: self.low,
            high: self.high,
        }
    }
}
