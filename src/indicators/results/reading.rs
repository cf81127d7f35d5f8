//! One indicator: its series, which way is better, and its statistics.

use super::context::{Bounds, bounds};
use super::counted::counts;
use super::values::{Values, is_computed, series};
use crate::assessment::{FigureBook, FigureRecord, FigureSlot, Goal};
use crate::criteria::{Aim, ItemSlot, Kind, Pack};
use crate::indicators::{Direction, Figures, Judgement, Series, Standing, Statistics, Target, statistics};

/// What one indicator says.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorReading {
    pub slot: FigureSlot,
    /// The results item and the position of the area it counts for; none for an own indicator without them.
    pub place: Option<(ItemSlot, usize)>,
    /// Whether it is meant for the applicant's kind.
    pub applies: bool,
    /// Whether its values are computed by its formula.
    pub computed: bool,
    pub series: Series,
    /// What its formula gives of what is entered, also where its values are typed; empty without a formula.
    pub by_formula: Series,
    pub benchmark: Series,
    /// Which way is better; none where no judgement is made: for a neutral indicator without a target range, and where a figure
    /// cannot be.
    pub direction: Option<Direction>,
    /// Whether a value or a benchmark lies outside of what is possible, so that nothing is judged by it.
    pub impossible: bool,
    /// None without any value.
    pub statistics: Option<Statistics>,
}

impl IndicatorReading {
    /// Whether there is a value at all.
    pub fn has_figure(&self) -> bool {
        self.statistics.is_some()
    }
    /// Whether there are three values or more.
    pub fn has_trend(&self) -> bool {
        self.series.known().len() >= 3
    }
    /// Whether it is compared: a year with a benchmark, or a rank that says something.
    pub fn has_comparison(&self) -> bool {
        self.statistics
            .as_ref()
            .is_some_and(|found| found.comparison.is_some() || matches!(found.placement, Some(Ok(_))))
    }
    /// Whether the last value is good: the target reached, and no worse than the benchmark, or else placed in the better half. Where there
    /// are both, both count: a target softer than the benchmark proves no level, and a harder one was set by the enterprise itself.
    /// None where there is nothing to measure it by.
    ///
    /// 94 with the target 90 and a benchmark of 96 is not good; with a benchmark of 93 it is.
    pub fn is_good(&self) -> Option<bool> {
        let found = self.judged()?;
        let target = found.target.map(|level| level.met);
        let beside = found.comparison.as_ref().map(|comparison| comparison.latest != Standing::Behind);
        match (target, beside) {
            (Some(target), Some(beside)) => Some(target && beside),
            _ => target.or(self.stands_up()),
        }
    }
    /// Whether it stands up to what it is compared with: no worse than the benchmark, or placed in the better half.
    pub fn stands_up(&self) -> Option<bool> {
        let found = self.judged()?;
        let beside = found.comparison.as_ref().map(|comparison| comparison.latest != Standing::Behind);
        beside.or(found.placement.and_then(Result::ok).map(|place| place.percentile >= 0.5))
    }
    /// Whether it leads: better than the benchmark, or placed in the first quarter of the field.
    pub fn leads(&self) -> Option<bool> {
        let found = self.judged()?;
        let beside = found.comparison.as_ref().map(|comparison| comparison.latest == Standing::Leads);
        beside.or(found.placement.and_then(Result::ok).map(|place| place.percentile >= 0.75))
    }
    /// The year of the comparison where it is not the last year with a value: a benchmark of 2019 beside values up to 2021.
    pub fn compared_before(&self) -> Option<i32> {
        let year = self.statistics.as_ref()?.comparison.as_ref()?.year();
        self.series.latest().filter(|(last, _)| *last != year).map(|_| year)
    }
    /// Where it goes; none for a neutral indicator.
    pub fn trend(&self) -> Option<Judgement> {
        Some(self.judged()?.trend.judgement)
    }
    /// The statistics, where a judgement can be made of them.
    fn judged(&self) -> Option<&Statistics> {
        self.direction?;
        self.statistics.as_ref()
    }
}

pub(super) fn all(pack: &Pack, book: &FigureBook, kind: Option<Kind>, values: &Values) -> Vec<IndicatorReading> {
    let mut all = Vec::with_capacity(book.indicators.len() + book.own.len());
    for (slot, indicator) in pack.indicators() {
        let place = place(pack, &indicator.item, &indicator.area);
        let applies = Kind::among(kind, &indicator.applies_to);
        let slot_of = FigureSlot::Catalogue(slot);
        let percent = pack.languages().any(|language| is_percent(pack.words(language).unit(&indicator.unit)));
        let scale = (indicator.decimals == 0, indicator.high, percent);
        all.push(IndicatorReading {
            computed: is_computed(pack, book, slot),
            ..reading(
                slot_of,
                (place, applies),
                indicator.direction,
                (scale, bounds(pack, book, slot_of)),
                book.indicator(slot),
                values,
            )
        });
    }
    for (at, own) in book.own.iter().enumerate() {
        let place = place(pack, &own.item, &own.area);
        let scale = (own.decimals == 0 || counts(&own.unit), own.high, is_percent(&own.unit));
        let slot = FigureSlot::Own(at);
        all.push(reading(
            slot,
            (place, true),
            own.direction,
            (scale, bounds(pack, book, slot)),
            &own.record,
            values,
        ));
    }
    all
}

fn place(pack: &Pack, item: &str, area: &str) -> Option<(ItemSlot, usize)> {
    let slot = pack.item_slot(item)?;
    let area = pack.item(slot).areas.iter().position(|known| known == area)?;
    Some((slot, area))
}

fn is_percent(unit: &str) -> bool {
    matches!(unit.trim(), "%" | "％")
}

/// Whether it may count things, the most that is possible, and whether it is in per cent.
type Scale = (bool, Option<f64>, bool);

fn reading(
    slot: FigureSlot,
    (place, applies): (Option<(ItemSlot, usize)>, bool),
    aim: Aim,
    ((whole, high, percent), bounds): (Scale, Bounds),
    record: &FigureRecord,
    values: &Values,
) -> IndicatorReading {
    let benchmark = series(&record.benchmark.values, values.years);
    let own = values.of_slot(slot).clone().counting(whole);
    // A plan can be exceeded, but as long as no percentage is above 100, 100 is what there is to reach.
    let within = |all: &Series| all.known().iter().all(|(_, value)| *value <= 100.0);
    let ceiling = high.or((percent && within(&own) && within(&benchmark)).then_some(100.0));
    let own = own.below(ceiling);
    let impossible = [&own, &benchmark]
        .into_iter()
        .any(|all| all.known().iter().any(|(_, value)| bounds.excludes(*value)));
    let direction = direction(aim, record.target).filter(|_| !impossible);
    let statistics = (!own.known().is_empty()).then(|| {
        statistics(&Figures {
            series: &own,
            // A neutral indicator is described the way it stands; nothing is judged by it.
            direction: direction.unwrap_or(Direction::HigherIsBetter),
            target: record.target.map(target),
            benchmark: Some(&benchmark).filter(|benchmark| !benchmark.known().is_empty()),
            rank: record.rank,
        })
    });
    IndicatorReading {
        slot,
        place,
        applies,
        computed: false,
        series: own,
        by_formula: values.by_formula(slot),
        benchmark,
        direction,
        impossible,
        statistics,
    }
}

fn direction(aim: Aim, target: Option<Goal>) -> Option<Direction> {
    match (aim, target) {
        (Aim::Higher, _) => Some(Direction::HigherIsBetter),
        (Aim::Lower, _) => Some(Direction::LowerIsBetter),
        (Aim::Range, Some(Goal::Within { low, high })) => Direction::range(low, high),
        (Aim::Range, Some(Goal::Value(value))) => Direction::range(value, value),
        (Aim::Range, None) => None,
    }
}

fn target(goal: Goal) -> Target {
    match goal {
        Goal::Value(value) => Target::Value(value),
        Goal::Within { low, high } => Target::Within { low, high },
    }
}
