//! Everything a page shows of a panel, as plain values. Nothing here is kept: it follows from the record.

use super::statistics::{
    Alpha, Correlation, Incomplete, Shift, Spread, TotalDistribution, alpha, calibrated, correlation, correlation_of_all, shifts, total_distribution,
};
use super::{Confidence, Panel, Standing, Treatment, standing, treatment};
use crate::assessment::{Percent, Text};
use crate::criteria::{ItemSlot, Pack};
use crate::order;
use crate::scoring::{Maximum, Points, Tally, band_of, maxima};

/// How much of all that is possible the interval of the total holds.
pub const COVERAGE: f64 = 0.95;

/// A panel as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelReading {
    /// In the order of their names.
    pub assessors: Vec<AssessorReading>,
    /// The items that apply, in the order of the pack.
    pub items: Vec<ItemReading>,
    /// Positions in `items`: the widest range first, then the largest deviation, then the order of the pack; items
    /// without a rating last.
    pub by_disagreement: Vec<usize>,
    pub alpha: Option<Alpha>,
    pub correlation: Option<Correlation>,
    /// From all ratings; none where no item has a gap, so that there is nothing to add to `correlation`.
    pub correlation_of_all: Option<Incomplete>,
    /// With the median of every item, where there is one; bonus items apart.
    pub start: Tally,
    /// The same with the medians as they are, before they are put into the pack's steps: 47.5 % and not 50 %.
    pub start_plain: Points,
    /// What is agreed so far.
    pub agreed: Tally,
    /// What is agreed, and the median where nothing is yet.
    pub current: Tally,
    /// What the total could have been by the assessors' ratings; none while there is none.
    pub distribution: Option<TotalDistribution>,
    /// Its middle [`COVERAGE`].
    pub interval: Option<(Points, Points)>,
    /// Items agreed, bonus items among them.
    pub agreed_items: usize,
    /// Items somebody has rated.
    pub rated_items: usize,
    /// Items whose ratings lie outside the tolerance.
    pub to_discuss: usize,
    /// Whether assessors can be told apart by their letters; not so where a letter would give a name away.
    pub lettered: bool,
}

/// One assessor.
#[derive(Debug, Clone, PartialEq)]
pub struct AssessorReading {
    pub name: Text,
    /// Stands for the name where ratings are shown without it: A, B … AA, in the order of the files' hashes, so that it
    /// does not follow from the names.
    pub letter: String,
    pub file: Text,
    pub rated: usize,
    pub assigned: usize,
    /// None where no item is shared with another assessor.
    pub shift: Option<Shift>,
}

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemReading {
    pub item: ItemSlot,
    pub maximum: Maximum,
    /// In the order of the assessors.
    pub ratings: Vec<GivenRating>,
    /// Assessors who were asked for it.
    pub asked: usize,
    pub spread: Option<Spread>,
    pub treatment: Treatment,
    /// The median in the pack's steps.
    pub proposal: Option<Percent>,
    /// The median once every rating is put right by its assessor's shift; beside the plain one, never in place of it.
    pub calibrated: Option<f64>,
    pub standing: Standing,
    pub reason: Text,
    pub note: Text,
    /// What assessors wrote, in their order.
    pub comments: Vec<Comment>,
}

/// One rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenRating {
    /// Position among the assessors.
    pub assessor: usize,
    pub percent: Percent,
    /// The band it lies in.
    pub band: usize,
    pub confidence: Option<Confidence>,
}

/// What one assessor wrote of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Position among the assessors.
    pub assessor: usize,
    pub strengths: Text,
    pub opportunities: Text,
    pub remark: Text,
}

impl ItemReading {
    /// The points of a percentage.
    pub fn points(&self, pack: &Pack, percent: Percent) -> Points {
        let maximum = self.maximum.points().unwrap_or_default();
        Points::earned(maximum, percent, pack.structure().scoring.rounding)
    }
}

/// Reads a panel. 50 assessors of 23 items take about a tenth of a millisecond, 1,000 of 500 items about 30.
pub fn read_panel(pack: &Pack, panel: &Panel) -> PanelReading {
    let ratings = panel.ratings();
    let letters = letters(panel);
    let shifts = shifts(&ratings);
    let calibrated = calibrated(&ratings, &shifts);
    let assessors = panel.sheets.iter().zip(shifts).zip(letters);
    let mut reading = PanelReading {
        assessors: assessors
            .map(|((collected, shift), letter)| AssessorReading {
                name: collected.sheet.assessor.clone(),
                letter,
                file: collected.file.clone(),
                rated: collected.sheet.rated(),
                assigned: collected.sheet.assigned.len(),
                shift,
            })
            .collect(),
        items: Vec::with_capacity(pack.items().len()),
        by_disagreement: Vec::new(),
        alpha: alpha(&ratings),
        correlation: correlation(&ratings),
        correlation_of_all: None,
        start: Tally::default(),
        start_plain: Points::default(),
        agreed: Tally::default(),
        current: Tally::default(),
        distribution: None,
        interval: None,
        agreed_items: 0,
        rated_items: 0,
        to_discuss: 0,
        lettered: true,
    };
    if reading.correlation.is_none_or(|found| found.left_out > 0) {
        reading.correlation_of_all = correlation_of_all(&ratings);
    }
    let mut plain = 0;
    let mut asked = vec![0; pack.items().len()];
    let assigned = panel.sheets.iter().flat_map(|collected| &collected.sheet.assigned);
    assigned.for_each(|item| asked[item.0] += 1);
    let mut possible = Vec::new();
    for ((slot, _), maximum) in pack.items().zip(maxima(pack, panel.subject.kind)) {
        if let Some(max) = maximum.points() {
            let mut item = item(pack, panel, slot, maximum, asked[slot.0]);
            item.calibrated = calibrated.get(slot.0).copied().flatten();
            reading.count(pack, &item, max);
            if matches!(maximum, Maximum::Counted(_)) {
                plain += max.hundredths() * item.spread.map_or(0, |spread| u64::from(spread.median_doubled()));
                possible.push(item.ratings.iter().map(|rating| item.points(pack, rating.percent)).collect::<Vec<Points>>());
            }
            reading.items.push(item);
        }
    }
    // Two hundred parts of a hundredth each, halves up.
    reading.start_plain = Points::of_hundredths((plain + 100) / 200);
    reading.distribution = total_distribution(&possible);
    reading.interval = reading.distribution.as_ref().map(|distribution| distribution.interval(COVERAGE));
    reading.by_disagreement = by_disagreement(&reading.items);
    reading
}

impl PanelReading {
    fn count(&mut self, pack: &Pack, item: &ItemReading, max: Points) {
        self.rated_items += usize::from(item.spread.is_some());
        self.to_discuss += usize::from(item.treatment == Treatment::Discuss);
        let agreed = item.standing.percent();
        self.agreed_items += usize::from(agreed.is_some());
        if matches!(item.maximum, Maximum::Bonus(_)) {
            return;
        }
        let tallies = [
            (&mut self.start, item.proposal),
            (&mut self.agreed, agreed),
            (&mut self.current, agreed.or(item.proposal)),
        ];
        for (tally, percent) in tallies {
            let points = percent.map(|percent| item.points(pack, percent)).unwrap_or_default();
            tally.max = tally.max + max;
            tally.points = tally.points + points;
        }
    }
}

fn item(pack: &Pack, panel: &Panel, slot: ItemSlot, maximum: Maximum, asked: usize) -> ItemReading {
    let scoring = &pack.structure().scoring;
    let rubric = pack.rubric_of(slot);
    let (mut ratings, mut comments) = (Vec::new(), Vec::new());
    for (assessor, collected) in panel.sheets.iter().enumerate() {
        let judgement = collected.sheet.judgement(slot);
        if let Some(percent) = judgement.percent {
            ratings.push(GivenRating {
                assessor,
                percent,
                band: band_of(rubric, percent),
                confidence: judgement.confidence,
            });
        }
        if judgement.has_words() {
            comments.push(Comment {
                assessor,
                strengths: judgement.strengths.clone(),
                opportunities: judgement.opportunities.clone(),
                remark: judgement.remark.clone(),
            });
        }
    }
    let spread = Spread::of(ratings.iter().map(|rating| rating.percent.value()));
    let agreement = panel.agreement(slot);
    ItemReading {
        item: slot,
        maximum,
        asked,
        treatment: treatment(spread.as_ref(), panel.tolerance),
        calibrated: None,
        proposal: spread.and_then(|spread| Percent::new(spread.rounded_median(scoring.step), scoring.step)),
        standing: standing(agreement, spread.as_ref(), scoring.step),
        reason: agreement.reason.clone(),
        note: agreement.note.clone(),
        ratings,
        spread,
        comments,
    }
}

fn by_disagreement(items: &[ItemReading]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    let measure = |at: &usize| {
        items[*at]
            .spread
            .map_or((-1, 0.0), |spread| (i32::from(spread.range()), spread.deviation.unwrap_or(0.0)))
    };
    order::sort_by(&mut order, |one, other| {
        let (one, other) = (measure(one), measure(other));
        other.0.cmp(&one.0).then(other.1.total_cmp(&one.1))
    });
    order
}

fn letters(panel: &Panel) -> Vec<String> {
    let mut order: Vec<usize> = (0..panel.sheets.len()).collect();
    order::sort_by_key(&mut order, |at| (&panel.sheets[*at].hash, *at));
    let mut letters = vec![String::new(); order.len()];
    for (place, at) in order.into_iter().enumerate() {
        letters[at] = letter(place);
    }
    letters
}

/// A, B … Z, AA, AB …
fn letter(place: usize) -> String {
    let own = char::from(b'A' + (place % 26) as u8);
    let mut letters = if place < 26 { String::new() } else { letter(place / 26 - 1) };
    letters.push(own);
    letters
}
