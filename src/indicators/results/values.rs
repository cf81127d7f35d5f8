//! The series of every input and indicator, typed or computed by formula, and how exact each value is.

use super::counted::unit_counts;
use super::formula::{Quantity, measure};
use crate::assessment::{FigureBook, FigureRecord, FigureSlot, Yearly};
use crate::criteria::{Formula, IndicatorSlot, Operand, Pack};
use crate::indicators::Series;
use crate::indicators::typed::{decimals_of, room};

/// All values over the years that count.
pub(super) struct Values {
    /// The first and the last year that count; none where nothing is known of years.
    pub years: Option<(i32, i32)>,
    inputs: Vec<Series>,
    indicators: Vec<Series>,
    /// What the formula of each indicator gives, also where its values are typed; empty without a formula.
    by_formula: Vec<Series>,
    /// The same with its room, from the year before the first on: growth needs that year.
    measured: Vec<Vec<Option<Quantity>>>,
    own: Vec<Series>,
    /// The last digit typed of each input; none where it counts whole things, which are exact.
    input_digits: Vec<Option<i32>>,
    /// The last digit typed of each indicator.
    digits: Vec<i32>,
}

impl Values {
    pub fn of(pack: &Pack, book: &FigureBook) -> Values {
        let years = years(pack, book);
        let mut values = Values {
            years,
            inputs: Vec::with_capacity(book.inputs.len()),
            indicators: Vec::with_capacity(book.indicators.len()),
            by_formula: Vec::with_capacity(book.indicators.len()),
            measured: Vec::with_capacity(book.indicators.len()),
            own: book.own.iter().map(|own| series(&own.record.values, years)).collect(),
            input_digits: Vec::with_capacity(book.inputs.len()),
            digits: book.indicators.iter().map(|record| digits(&record.values)).collect(),
        };
        for (input, (_, named)) in book.inputs.iter().zip(pack.inputs()) {
            let whole = !input.is_empty() && unit_counts(pack, &named.unit);
            values.inputs.push(series(input, years).counting(whole));
            let exact = whole && input.iter().all(|(_, value)| value.fract() == 0.0);
            values.input_digits.push((!exact).then(|| digits(input)));
        }
        let Some((first, last)) = years else {
            values.indicators = vec![Series::default(); book.indicators.len()];
            values.by_formula = values.indicators.clone();
            return values;
        };
        // A formula names only what stands before it, so one pass computes all.
        for (slot, indicator) in pack.indicators() {
            let record = book.indicator(slot);
            let mut measured = Vec::new();
            let mut by_formula = Series::default();
            if let Some(formula) = &indicator.formula {
                let quantity = |id: &str, year: i32| values.quantity(pack, book, id, year);
                measured = (first - 1..=last).map(|year| measure(formula, year, &quantity)).collect();
                let value = |found: &Option<Quantity>| found.map(|found| found.value).filter(|value| value.abs() <= Series::LIMIT);
                by_formula = Series::new(first, measured.iter().skip(1).map(value)).unwrap_or_default();
            }
            let found = if is_computed(pack, book, slot) {
                by_formula.clone()
            } else {
                series(&record.values, years)
            };
            values.indicators.push(found);
            values.by_formula.push(by_formula);
            values.measured.push(measured);
        }
        values
    }

    /// The value of an input or indicator in a year and its room, also in the year before the first that counts. There what was typed of an
    /// indicator goes first, and where nothing was, its formula tells: growth of the first year asked for needs it either way.
    pub fn quantity(&self, pack: &Pack, book: &FigureBook, id: &str, year: i32) -> Option<Quantity> {
        match pack.operand(id)? {
            Operand::Input(slot) => {
                let value = *book.input(slot).at(year)?;
                let room = self.input_digits.get(slot.0)?.map_or(0.0, |digits| room(value, digits));
                Some(Quantity { value, room })
            }
            Operand::Indicator(slot) if is_computed(pack, book, slot) => self.measured(slot, year),
            Operand::Indicator(slot) => self.typed(book, slot, year).or_else(|| {
                let (first, _) = self.years?;
                self.measured(slot, year).filter(|_| year < first)
            }),
        }
    }

    /// The same, but where a year of an indicator is not typed its formula tells in every year.
    pub fn quantity_somehow(&self, pack: &Pack, book: &FigureBook, id: &str, year: i32) -> Option<Quantity> {
        self.quantity(pack, book, id, year).or_else(|| self.measured(pack.indicator_slot(id)?, year))
    }

    /// What was typed of an indicator in a year.
    pub fn typed(&self, book: &FigureBook, slot: IndicatorSlot, year: i32) -> Option<Quantity> {
        let value = *book.indicator(slot).values.at(year)?;
        let room = room(value, *self.digits.get(slot.0)?);
        Some(Quantity { value, room })
    }

    /// What the formula of an indicator gives, with its room.
    pub fn measured(&self, slot: IndicatorSlot, year: i32) -> Option<Quantity> {
        let at = usize::try_from(year - self.years?.0 + 1).ok()?;
        *self.measured.get(slot.0)?.get(at)?
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

fn digits(values: &Yearly<f64>) -> i32 {
    decimals_of(values.iter().map(|(_, value)| *value))
}

/// The window, or all years that have a value; of more than a series holds, the last. A first year in which only bases of growth have a
/// value, while others begin later, is the year before: revenue from 2012 on beside all else from 2013 on asks for 2013.
fn years(pack: &Pack, book: &FigureBook) -> Option<(i32, i32)> {
    if let Some(window) = book.window {
        return Some((window.first(), window.last()));
    }
    let ends = |values: &Yearly<f64>| Some((values.iter().next()?.0, values.iter().next_back()?.0));
    let of_record = |record: &FigureRecord| ends(&record.values);
    let records = book.indicators.iter().filter_map(|record| of_record(record));
    let own = book.own.iter().filter_map(|own| of_record(&own.record));
    let inputs = book.inputs.iter().filter_map(|input| ends(input));
    let all: Vec<(i32, i32)> = inputs.chain(records).chain(own).collect();
    let (first, last) = all.iter().copied().reduce(|(first, last), (early, late)| (first.min(early), last.max(late)))?;
    let bases = || pack.indicators().filter_map(|(_, indicator)| base(pack, indicator.formula.as_ref()?));
    let is_base = |operand: Operand| bases().any(|base| base == operand || feeds(pack, operand, base));
    let only_bases = all.iter().any(|(early, _)| *early == first + 1)
        && book.own.iter().all(|own| own.record.values.at(first).is_none())
        && pack
            .indicators()
            .all(|(slot, _)| book.indicator(slot).values.at(first).is_none() || is_base(Operand::Indicator(slot)))
        && pack
            .inputs()
            .all(|(slot, _)| book.input(slot).at(first).is_none() || is_base(Operand::Input(slot)));
    let first = if only_bases { first + 1 } else { first };
    Some((first.max(last - Series::LONGEST as i32 + 1), last))
}

/// What a growth is computed of.
fn base(pack: &Pack, formula: &Formula) -> Option<Operand> {
    match formula {
        Formula::Growth { of } | Formula::Fall { of } => pack.operand(of),
        _ => None,
    }
}

/// Whether an operand stands in the formula of a base.
fn feeds(pack: &Pack, operand: Operand, base: Operand) -> bool {
    let Operand::Indicator(slot) = base else { return false };
    let formula = pack.indicator(slot).formula.iter();
    formula.flat_map(|formula| formula.operands()).any(|(_, id)| pack.operand(id) == Some(operand))
}
