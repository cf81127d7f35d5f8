//! The series of every input and indicator: typed, or computed by formula.

use super::formula::evaluate;
use crate::assessment::{FigureBook, FigureRecord, FigureSlot, Yearly};
use crate::criteria::{IndicatorSlot, Operand, Pack};
use crate::indicators::Series;

/// All values over the years that count.
pub(super) struct Values {
    /// The first and the last year that count; none where nothing is known of years.
    pub years: Option<(i32, i32)>,
    inputs: Vec<Series>,
    indicators: Vec<Series>,
    /// What the formula of each indicator gives, also where its values are typed; empty without a formula.
    by_formula: Vec<Series>,
    /// The same from the year before the first on, for the indicators whose values are computed: growth needs that year.
    computed: Vec<Vec<Option<f64>>>,
    own: Vec<Series>,
}

impl Values {
    pub fn of(pack: &Pack, book: &FigureBook) -> Values {
        let years = years(book);
        let mut values = Values {
            years,
            inputs: book.inputs.iter().map(|input| series(input, years)).collect(),
            indicators: Vec::with_capacity(book.indicators.len()),
            by_formula: Vec::with_capacity(book.indicators.len()),
            computed: Vec::with_capacity(book.indicators.len()),
            own: book.own.iter().map(|own| series(&own.record.values, years)).collect(),
        };
        let Some((first, last)) = years else {
            values.indicators = vec![Series::default(); book.indicators.len()];
            values.by_formula = values.indicators.clone();
            return values;
        };
        // A formula names only what stands before it, so one pass computes all.
        for (slot, indicator) in pack.indicators() {
            let record = book.indicator(slot);
            let mut computed = Vec::new();
            let mut by_formula = Series::default();
            if let Some(formula) = &indicator.formula {
                let value = |id: &str, year: i32| values.of_operand_at(pack, book, id, year);
                computed = (first - 1..=last).map(|year| evaluate(formula, year, &value)).collect();
                let within = computed.iter().skip(1).map(|value| value.filter(|value| value.abs() <= Series::LIMIT));
                by_formula = Series::new(first, within).unwrap_or_default();
            }
            if is_computed(pack, book, slot) {
                values.indicators.push(by_formula.clone());
            } else {
                values.indicators.push(series(&record.values, years));
                computed.clear();
            }
            values.by_formula.push(by_formula);
            values.computed.push(computed);
        }
        values
    }

    /// The value of an input or indicator in a year, also in the year before the first that counts.
    pub fn of_operand_at(&self, pack: &Pack, book: &FigureBook, id: &str, year: i32) -> Option<f64> {
        match pack.operand(id)? {
            Operand::Input(slot) => book.input(slot).at(year).copied(),
            Operand::Indicator(slot) if is_computed(pack, book, slot) => {
                let (first, _) = self.years?;
                let at = usize::try_from(year - first + 1).ok()?;
                *self.computed.get(slot.0)?.get(at)?
            }
            Operand::Indicator(slot) => book.indicator(slot).values.at(year).copied(),
        }
    }
    /// What an indicator's formula gives.
    pub fn by_formula(&self, slot: FigureSlot) -> Series {
        match slot {
            FigureSlot::Catalogue(slot) => self.by_formula[slot.0].clone(),
            FigureSlot::Own(_) => Series::default(),
        }
    }

    pub fn of_slot(&self, slot: FigureSlot) -> &Series {
        match slot {
            FigureSlot::Catalogue(slot) => &self.indicators[slot.0],
            FigureSlot::Own(at) => &self.own[at],
        }
    }
    pub fn of_operand(&self, operand: Operand) -> &Series {
        match operand {
            Operand::Input(slot) => &self.inputs[slot.0],
            Operand::Indicator(slot) => &self.indicators[slot.0],
        }
    }
}

/// Whether an indicator's values are computed.
pub(super) fn is_computed(pack: &Pack, book: &FigureBook, slot: IndicatorSlot) -> bool {
    pack.indicator(slot).formula.is_some() && book.indicator(slot).computed
}

/// Typed values in the years that count. What is beyond all bounds is no value; verification tells of it.
pub(super) fn series(values: &Yearly<f64>, years: Option<(i32, i32)>) -> Series {
    let Some((first, last)) = years.filter(|_| !values.is_empty()) else {
        return Series::default();
    };
    let at = |year| values.at(year).copied().filter(|value: &f64| value.abs() <= Series::LIMIT);
    Series::new(first, (first..=last).map(at)).unwrap_or_default()
}

/// The window, or all years that have a value; of more than a series holds, the last.
fn years(book: &FigureBook) -> Option<(i32, i32)> {
    if let Some(window) = book.window {
        return Some((window.first(), window.last()));
    }
    let ends = |values: &Yearly<f64>| Some((values.iter().next()?.0, values.iter().next_back()?.0));
    let of_record = |record: &FigureRecord| ends(&record.values);
    let records = book.indicators.iter().filter_map(|record| of_record(record));
    let own = book.own.iter().filter_map(|own| of_record(&own.record));
    let all = book.inputs.iter().filter_map(|input| ends(input)).chain(records).chain(own);
    let (first, last) = all.reduce(|(first, last), (early, late)| (first.min(early), last.max(late)))?;
    Some((first.max(last - Series::LONGEST as i32 + 1), last))
}
