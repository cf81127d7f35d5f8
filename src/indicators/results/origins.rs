//! The figures by the five origins of data: for which indicators each speaks, which claims rest on it alone, what lacks evidence.
//!
//! A claim is what is said to be ahead of others: better than the benchmark, or placed in the first quarter of the field.

use super::Results;
use super::reading::IndicatorReading;
use crate::assessment::{Assessment, FigureRecord, Origin};

/// What one origin speaks for: positions among all indicators that were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginReading {
    pub origin: Origin,
    /// The indicators with a figure it is named for.
    pub indicators: Vec<usize>,
    /// Of these, the claims that no other origin supports.
    pub alone: Vec<usize>,
    /// Of these, the ones without evidence.
    pub unproven: Vec<usize>,
}

/// The figures by origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginsReading {
    /// All five, in the order they are named in.
    pub origins: Vec<OriginReading>,
    /// The indicators with a figure for which no origin is named.
    pub unnamed: Vec<usize>,
}

/// Reads the figures by origin.
pub fn read_origins(assessment: &Assessment, results: &Results) -> OriginsReading {
    let with_figure = || {
        let all = results.indicators.iter().enumerate().filter(|(_, reading)| reading.has_figure());
        all.filter_map(|(at, reading)| Some((at, reading, assessment.figures.record(reading.slot)?)))
    };
    let of = |origin: Origin| {
        let mine = || with_figure().filter(move |(_, _, record)| record.origins.contains(origin));
        let those = |holds: fn(&IndicatorReading, &FigureRecord) -> bool| {
            let found = mine().filter(|(_, reading, record)| holds(reading, record));
            found.map(|(at, _, _)| at).collect::<Vec<usize>>()
        };
        OriginReading {
            origin,
            indicators: those(|_, _| true),
            alone: those(|reading, record| reading.leads() == Some(true) && record.origins.count() == 1),
            unproven: those(|_, record| record.evidence.trim().is_empty()),
        }
    };
    OriginsReading {
        origins: Origin::ALL.into_iter().map(of).collect(),
        unnamed: with_figure()
            .filter(|(_, _, record)| record.origins.count() == 0)
            .map(|(at, _, _)| at)
            .collect(),
    }
}
