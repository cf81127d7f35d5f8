//! A chart without a file format: labels, series and what it shows in a sentence, so that every exporter can draw it
//! and those who cannot see it get the same figures.

use super::caption::Caption;
use super::document::{Alignment, Column, Row, Table, Weight};
use super::say;
use crate::language::in_groups;

/// A chart with its data.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub caption: Caption,
    /// What it shows, in a sentence with its figures; for those who cannot see it.
    pub description: String,
    pub shape: ChartShape,
    /// What the labels are: `年份`, `Category`.
    pub axis: String,
    /// What is measured along the other axis: `%`.
    pub unit: String,
    /// Digits after the decimal point.
    pub decimals: u8,
    /// Years or categories.
    pub labels: Vec<String>,
    pub series: Vec<ChartSeries>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartShape {
    /// Values over the years.
    Lines,
    /// Values of categories around a centre.
    Radar,
    /// Values of categories side by side.
    Bars,
}

/// One line of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSeries {
    pub name: String,
    pub role: SeriesRole,
    /// A value for every label; none where there is none, which is not zero.
    pub values: Vec<Option<f64>>,
}

/// What the values of a series are; drawn so that they differ without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesRole {
    Own,
    Target,
    Benchmark,
    Projection,
}

impl Chart {
    /// The same figures as a table: a row for every label, a column for every series.
    pub fn table(&self) -> Table {
        let columns = std::iter::once((self.axis.as_str(), Alignment::Start)).chain(self.series.iter().map(|series| (series.name.as_str(), Alignment::End)));
        let columns = columns.map(|(title, alignment)| Column {
            title: title.to_owned(),
            width: 1,
            alignment,
        });
        let rows = self.labels.iter().enumerate().map(|(at, label)| {
            let values = self.series.iter().map(|series| self.number(series.values.get(at).copied().flatten()));
            Row {
                weight: Weight::Plain,
                cells: std::iter::once(label.clone()).chain(values).collect(),
            }
        });
        Table {
            caption: self.caption.clone(),
            entries: false,
            columns: columns.collect(),
            rows: rows.collect(),
        }
    }

    /// A value with the chart's digits; nothing where there is none.
    pub fn number(&self, value: Option<f64>) -> String {
        value.map_or_else(String::new, |value| in_groups(&say::figure_number(value, self.decimals)))
    }
}
