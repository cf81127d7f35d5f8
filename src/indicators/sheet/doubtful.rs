//! Which figures of a pasted row are not entered before they were looked at: those that are other numbers in their cell's unit than what was
//! written (`1.2亿` where the unit is 万元), and those that may be shares of one (0.97 of a pass rate, 0.988 beside 98.2).

use super::cell::{Cell, CellColumn, CellRow};
use super::written::Written;
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::indicators::Measure;
use crate::indicators::share_of_one::{Arriving, arrive_as_shares, is_share_beside, percent_decimals};

/// How many there are of what was written into cells of one row.
pub(super) fn doubtful(pack: &Pack, assessment: &Assessment, row: &[(Cell, Written)]) -> usize {
    let converted = row.iter().filter(|(_, written)| is_converted(*written)).count();
    let Some((
        cell @ Cell {
            row: CellRow::Figure(slot), ..
        },
        _,
    )) = row.first()
    else {
        return converted;
    };
    let arriving: Vec<Arriving> = row.iter().filter_map(|(cell, written)| arriving(*cell, *written)).collect();
    let book = &assessment.figures;
    let all = percent_decimals(pack, book, *slot).is_some_and(|decimals| arrive_as_shares(&arriving, book.record(*slot), decimals));
    let units = cell.units(pack, assessment);
    let is_share = units.iter().any(|unit| Measure::read(unit).is_some_and(|measure| measure.is_share()));
    let beside = |one: &Arriving| is_share && arriving.iter().any(|other| is_share_beside(one.value, other.value, other.said));
    let doubted = arriving.iter().filter(|one| one.may_be_share() && (all || beside(one))).count();
    converted + doubted
}

fn is_converted(written: Written) -> bool {
    match written {
        Written::Nothing => false,
        Written::Figure(reading) => reading.power != 0,
        Written::Range(low, high) => low.power != 0 || high.power != 0,
    }
}

/// A figure in the indicator's unit; none of ranks, ranges and ends of what is possible.
fn arriving(cell: Cell, written: Written) -> Option<Arriving> {
    let Written::Figure(reading) = written else { return None };
    let is_figure = matches!(
        cell.column,
        CellColumn::Year(_) | CellColumn::Benchmark(_) | CellColumn::Target | CellColumn::Projected
    );
    is_figure.then_some(Arriving {
        value: reading.value,
        own: matches!(cell.column, CellColumn::Year(_)),
        said: reading.share.is_some() || reading.unit || reading.multiplier,
    })
}
