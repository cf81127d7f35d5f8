//! Figures of a table that are percentages by what is stated beside them, and may be shares of one all the same: 0.97, 0.975, 0.98 of a pass
//! rate under `%`. Judged once all tables are read, because years may stand in rows as well as in columns.

use super::column::{Column, Meaning};
use super::plan::NewOwn;
use super::table::Spot;
use super::value::Taken;
use crate::assessment::{Assessment, FigureBook, FigureSlot, Goal};
use crate::criteria::Pack;
use crate::indicators::{
    Arriving, Subject, arrive_as_shares, arrive_finer, decimals_in_percent, decimals_shown, is_in_percent, own_percent_decimals, percent_decimals, read_number,
};
use std::collections::{BTreeMap, BTreeSet};

/// What tables say, by what it is about, with where it stands and the text of the cell.
pub(super) type Planned = BTreeMap<(Subject, Column), (Taken, Spot, String)>;

/// What has to be asked for.
pub(super) fn shares(pack: &Pack, assessment: &Assessment, own: &[NewOwn], planned: &Planned) -> BTreeSet<(Subject, Column)> {
    let mut by_subject: BTreeMap<Subject, Vec<(Column, Arriving)>> = BTreeMap::new();
    for ((subject, column), (taken, _, given)) in planned {
        if let Some(arriving) = arriving(*column, taken, given) {
            by_subject.entry(*subject).or_default().push((*column, arriving));
        }
    }
    let book = &assessment.figures;
    let mut asked = BTreeSet::new();
    for (subject, columns) in by_subject {
        let Subject::Indicator(slot) = subject else { continue };
        let new = |at: usize| own.get(at.checked_sub(book.own.len())?);
        let decimals = match slot {
            FigureSlot::Own(at) if at >= book.own.len() => new(at).and_then(|new| own_percent_decimals(&new.indicator)),
            _ => percent_decimals(pack, book, slot),
        };
        let all: Vec<Arriving> = columns.iter().map(|(_, arriving)| *arriving).collect();
        // How fine the figures of a row are that becomes an indicator, others of its kind beside it show.
        let shown = |table: usize| {
            let beside = planned
                .iter()
                .filter(|((other, _), (_, spot, _))| spot.table == table && is_in_percent_of(pack, book, own, *other));
            decimals_shown(beside.filter_map(|(_, (taken, ..))| if let Taken::Number(value) = taken { Some(*value) } else { None }))
        };
        let finer = match slot {
            FigureSlot::Own(at) if at >= book.own.len() => new(at)
                .filter(|new| is_in_percent(&new.indicator))
                .is_some_and(|new| arrive_finer(&all, new.decimals.or_else(|| shown(new.spot.table)))),
            _ => decimals_in_percent(pack, book, slot).is_some_and(|decimals| arrive_finer(&all, Some(decimals))),
        };
        let may_be = finer || decimals.is_some_and(|decimals| arrive_as_shares(&all, book.record(slot), decimals));
        if may_be {
            let doubted = columns.into_iter().filter(|(_, arriving)| arriving.may_be_share());
            asked.extend(doubted.map(|(column, _)| (subject, column)));
        }
    }
    asked
}

/// Whether what is planned is about an indicator in per cent, there or about to be added.
fn is_in_percent_of(pack: &Pack, book: &FigureBook, own: &[NewOwn], subject: Subject) -> bool {
    match subject {
        Subject::Indicator(FigureSlot::Own(at)) if at >= book.own.len() => own.get(at - book.own.len()).is_some_and(|new| is_in_percent(&new.indicator)),
        Subject::Indicator(slot) => decimals_in_percent(pack, book, slot).is_some(),
        Subject::Input(_) => false,
    }
}

/// The figure of a cell; none where it is none.
fn arriving(column: Column, taken: &Taken, given: &str) -> Option<Arriving> {
    let value = match taken {
        Taken::Number(value) | Taken::Goal(Goal::Value(value)) if column.meaning.is_figure() => *value,
        _ => return None,
    };
    // `≥ 0.97`, as targets are written.
    let figure = given.trim_start_matches(|mark: char| !mark.is_ascii_digit() && mark != '-');
    let bare = read_number(figure, &[]).is_ok_and(|reading| reading.value == value && reading.share.is_none());
    Some(Arriving {
        value,
        own: column.meaning == Meaning::Value,
        said: !bare,
    })
}
