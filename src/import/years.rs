//! Which years a table of an assessment is about.

use crate::assessment::{Assessment, Window};

/// The years asked for, else those that have a value, else three up to `last`.
pub fn years_of(assessment: &Assessment, last: i32) -> Option<Window> {
    let figures = &assessment.figures;
    let records = figures
        .indicators
        .iter()
        .map(|record| &record.values)
        .chain(figures.own.iter().map(|own| &own.record.values));
    let values = records.chain(figures.inputs.iter().map(AsRef::as_ref));
    let years: Vec<i32> = values.flat_map(|values| values.iter().map(|(year, _)| year)).collect();
    let first = years.iter().copied().min().unwrap_or(last - 2);
    let count = years.iter().copied().max().unwrap_or(last) - first + 1;
    let count = u8::try_from(count).unwrap_or(Window::MOST).clamp(3, Window::MOST);
    figures.window.or_else(|| Window::new(first.clamp(1900, 2100), count))
}
