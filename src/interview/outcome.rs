//! What the answers of an item come to.
//!
//! Of a factor the first rule counts that holds. What is open leaves it between two bands: the first rule that surely holds and the first one
//! that still may. The item's range goes from what the lower bands suggest to what the upper ones do, by the rule of the suggestion.

use super::answer::{Given, Said, read};
use super::figures::FiguresTold;
use super::requirement::{Asked, Held};
use crate::assessment::{Facts, Percent};
use crate::criteria::{FactorRules, ItemInterview, Requirement};
use crate::date::Date;
use crate::scoring::suggest;

/// What the facts of an item say.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome<'a> {
    /// By question of the item.
    pub given: Vec<Given>,
    /// By factor of the rubric.
    pub factors: Vec<FactorOutcome<'a>>,
    /// A range of percentages, both ends included.
    pub range: Option<(Percent, Percent)>,
}

/// What the facts say of a factor.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorOutcome<'a> {
    /// Position of the factor in the rubric.
    pub factor: usize,
    /// The band that is sure, and the highest that is possible: positions in the rubric. The same where nothing open matters.
    pub low: usize,
    pub high: usize,
    /// What holds of the rule of the sure band: why it is no lower.
    pub because: Vec<&'a Requirement>,
    /// What the next rule up asks for and does not hold: why it is no higher. Empty in the highest band.
    pub wanting: Vec<&'a Requirement>,
    /// The band of that rule.
    pub next: Option<usize>,
    /// Positions of the questions that are open and may still change the band.
    pub open: Vec<usize>,
}

/// How a rating stands to the range the facts suggest, in percentage points beyond it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    Below(u8),
    Within,
    Above(u8),
}

impl Outcome<'_> {
    /// Whether nothing is known at all.
    pub fn is_blank(&self) -> bool {
        self.given.iter().all(|given| given.said().is_none())
    }
    /// How a rating stands to the range; none without a range.
    ///
    /// 70 % beside 50–60 % is 10 above; 50 % is within.
    pub fn beside(&self, rating: Percent) -> Option<Beside> {
        let (low, high) = self.range?;
        let (rating, low, high) = (rating.value(), low.value(), high.value());
        Some(if rating < low {
            Beside::Below(low - rating)
        } else if rating > high {
            Beside::Above(rating - high)
        } else {
            Beside::Within
        })
    }
}

/// What the answers of an item come to. `on` is the day by which years and months are counted, `step` the percent steps of the pack;
/// where a person has not answered, the figures do.
pub fn evaluate<'a>(item: ItemInterview<'a>, facts: &Facts, figures: Option<&FiguresTold>, on: Date, step: u8) -> Outcome<'a> {
    let given: Vec<Given> = item
        .questions()
        .map(|question| match read(item, question, facts, on) {
            Given::Open => figures.and_then(|told| told.said(item, question)).map_or(Given::Open, Given::ByFigures),
            own => own,
        })
        .collect();
    let said: Vec<Option<Said>> = given.iter().map(|given| given.said().cloned()).collect();
    let asked = Asked { item, said: &said, on };
    let factors: Vec<FactorOutcome<'a>> = item.factors().map(|(factor, rules)| of_factor(asked, factor, rules)).collect();
    let end = |band: fn(&FactorOutcome<'a>) -> usize| {
        let bands: Vec<Option<usize>> = factors.iter().map(|factor| Some(band(factor))).collect();
        suggest(item.rubric, &bands, step)
    };
    let range = end(|factor| factor.low).zip(end(|factor| factor.high));
    Outcome {
        range: range.map(|(low, high)| (low.low, high.high)),
        given,
        factors,
    }
}

fn of_factor<'a>(asked: Asked<'_>, factor: usize, rules: &'a FactorRules) -> FactorOutcome<'a> {
    let held: Vec<Held> = rules.bands.iter().map(|rule| asked.all(&rule.when)).collect();
    let last = rules.bands.len() - 1;
    let sure = held.iter().position(|held| *held == Held::Yes).unwrap_or(last);
    let possible = held.iter().position(|held| *held != Held::No).unwrap_or(last);
    let band = |at: usize| asked.item.rubric.bands.iter().position(|band| band.id == rules.bands[at].band).unwrap_or(0);
    let leaves = |at: usize| rules.bands[at].when.iter().flat_map(Requirement::leaves);
    let above = sure.checked_sub(1);
    let mut open = Vec::new();
    let undecided = (possible..sure)
        .flat_map(|at| &rules.bands[at].when)
        .filter(|requirement| asked.holds(requirement) == Held::Open);
    for leaf in undecided.flat_map(Requirement::leaves).filter(|leaf| asked.holds(leaf) == Held::Open) {
        if let Some((at, _)) = leaf.question().and_then(|id| asked.question(id))
            && !open.contains(&at)
        {
            open.push(at);
        }
    }
    FactorOutcome {
        factor,
        low: band(sure),
        high: band(possible),
        because: leaves(sure).filter(|leaf| asked.holds(leaf) == Held::Yes).collect(),
        wanting: above.map_or_else(Vec::new, |above| {
            rules.bands[above]
                .when
                .iter()
                .filter(|requirement| asked.holds(requirement) != Held::Yes)
                .collect()
        }),
        next: above.map(band),
        open,
    }
}
