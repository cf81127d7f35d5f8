//! Which rule a rating missed that is too far from its reference: named from data, never from prose.
//!
//! The reference's bands and the rule of the suggestion (`scoring::suggest`) say where the item's band comes from; the facts of the
//! interview say, factor by factor, what the higher band asks for and what the case does not meet, or what it meets and was not seen.
//! Knows the record, rubric and interview; must not know the text shown.

use super::result::{TrainingItem, TrainingResult};
use crate::assessment::{Assessment, Percent};
use crate::criteria::{BandRule, Interview, ItemInterview, ItemSlot, Pack, Requirement};
use crate::date::Date;
use crate::indicators::{Results, read_results};
use crate::interview::{Asked, Held, Outcome, Said, evaluate, told_by_figures};
use crate::order;
use crate::scoring::{Suggestion, band_of, suggest};

/// What results are examined against.
#[derive(Debug, Clone, Copy)]
pub struct Examined<'a> {
    pub pack: &'a Pack,
    pub reference: &'a Assessment,
    /// None where it is not at hand: then only the rubric speaks.
    pub interview: Option<&'a Interview>,
    /// The day by which years and months of the facts are counted.
    pub on: Date,
    /// How far a rating may be off, in percentage points; what is farther is explained.
    pub tolerance: u8,
}

/// What explains a rating that is too far from its reference.
#[derive(Debug, Clone)]
pub struct Missed<'a> {
    pub item: ItemSlot,
    /// Own minus reference, in percentage points: above 0 lenient.
    pub offset: i16,
    /// Where the reference comes from; none where the reference has no band for some factor.
    pub rule: Option<MissedRule>,
    /// The factors it turns on, in the order of the rubric.
    pub factors: Vec<MissedFactor<'a>>,
    /// The facts of the reference with what the interview makes of them, where there are any.
    pub outcome: Option<(ItemInterview<'a>, Outcome<'a>)>,
}

/// The rule that leads from the bands of the factors to the rating of the item. Bands are positions in the rubric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissedRule {
    /// A factor holds the item down to this band, whatever the others are.
    Limit { factor: usize, base: usize },
    /// The base is the lowest band that at least half of the factors do not exceed.
    Median { base: usize },
    /// The base was right; where in it or beside it the rating lies follows from the factors on both sides.
    Place { base: usize, pull: Pull },
    /// The reference itself is more than a step beside what its bands suggest, from the first to the second percentage; its reason says why.
    Departs { low: Percent, high: Percent },
}

/// Which way the factors outside of the base pull.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pull {
    /// To the last step below the base and the first in it.
    Down,
    Level,
    /// To its last two steps.
    Up,
}

/// A factor that was judged otherwise. Bands are positions in the rubric.
#[derive(Debug, Clone, PartialEq)]
pub struct MissedFactor<'a> {
    pub factor: usize,
    pub reference: usize,
    pub own: usize,
    /// Whether the trainee chose the own band; else it is the one the own rating lies in.
    pub chosen: bool,
    /// Too lenient: what the own band asks for and the facts do not meet. Too harsh: what the reference's band asks for beyond the own
    /// one, and the facts meet.
    pub facts: Vec<MissedFact<'a>>,
}

/// A fact that decides.
#[derive(Debug, Clone, PartialEq)]
pub struct MissedFact<'a> {
    pub requirement: &'a Requirement,
    /// What the facts answer to its question; none where that is open or several questions are asked.
    pub said: Option<Said>,
}

/// The items off by more than the tolerance, the farthest first, each with what explains it. An item that is not rated is none of them.
pub fn missed_rules<'a>(examined: Examined<'a>, result: &TrainingResult) -> Vec<Missed<'a>> {
    let results = read_results(examined.pack, examined.reference);
    let far = |offset: &i16| offset.unsigned_abs() > u16::from(examined.tolerance);
    let mut all: Vec<Missed<'a>> = result
        .items
        .iter()
        .filter_map(|item| Some(missed(examined, &results, item, item.offset.filter(far)?)))
        .collect();
    order::sort_by_key(&mut all, |missed| -missed.offset.abs());
    all
}

fn missed<'a>(examined: Examined<'a>, results: &Results, item: &TrainingItem, offset: i16) -> Missed<'a> {
    let Examined { pack, reference, on, .. } = examined;
    let (rubric, step) = (pack.rubric_of(item.item), pack.structure().scoring.step);
    let record = reference.item(item.item);
    let own = item.own.map(|own| band_of(rubric, own));
    let interview = examined
        .interview
        .and_then(|interview| interview.of(pack, item.item))
        .filter(|_| !record.facts.is_empty());
    let figures = told_by_figures(reference, results, item.item);
    let outcome = interview.map(|asked| (asked, evaluate(asked, &record.facts, figures.as_ref(), on, step)));
    let mut factors = factors(item, own.unwrap_or_default(), offset > 0);
    if let Some((interview, outcome)) = &outcome {
        let said: Vec<Option<Said>> = outcome.given.iter().map(|given| given.said().cloned()).collect();
        for factor in &mut factors {
            let asked = Asked {
                item: *interview,
                said: &said,
                on,
            };
            factor.facts = facts(*interview, asked, factor);
        }
    }
    Missed {
        item: item.item,
        offset,
        rule: suggest(rubric, &record.bands, step).map(|suggestion| {
            let near = suggestion.low.moved(-1, step)..=suggestion.high.moved(1, step);
            let (low, high) = (suggestion.low, suggestion.high);
            if near.contains(&item.reference) {
                rule(&suggestion, own)
            } else {
                MissedRule::Departs { low, high }
            }
        }),
        factors,
        outcome,
    }
}

/// The rule that was overlooked: a limit before the median it holds down, and where the base was right, the place in it.
fn rule(suggestion: &Suggestion, own: Option<usize>) -> MissedRule {
    let base = suggestion.base;
    match suggestion.limited_by {
        _ if own == Some(base) => MissedRule::Place { base, pull: pull(suggestion) },
        Some(factor) if own > Some(base) => MissedRule::Limit { factor, base },
        _ => MissedRule::Median { base },
    }
}

fn pull(suggestion: &Suggestion) -> Pull {
    let (below, above) = (suggestion.below.len(), suggestion.above.len());
    match (below, above) {
        (below, above) if below > 0 && above <= below => Pull::Down,
        (0, above) if above > 0 => Pull::Up,
        _ => Pull::Level,
    }
}

/// The factors whose chosen band is off the way the rating is; where none was chosen so, those whose reference lies on the other side of
/// the band the rating lies in.
fn factors<'a>(item: &TrainingItem, own_band: usize, lenient: bool) -> Vec<MissedFactor<'a>> {
    let off = |reference: usize, own: usize| if lenient { own > reference } else { own < reference };
    let of = |own_of: &dyn Fn(Option<usize>) -> Option<usize>, chosen: bool| -> Vec<MissedFactor<'a>> {
        let all = item.bands.iter().enumerate().filter_map(|(factor, (reference, own))| {
            let (reference, own) = ((*reference)?, own_of(*own)?);
            off(reference, own).then_some(MissedFactor {
                factor,
                reference,
                own,
                chosen,
                facts: Vec::new(),
            })
        });
        all.collect()
    };
    let chosen = of(&|own| own, true);
    if chosen.is_empty() { of(&|_| Some(own_band), false) } else { chosen }
}

fn facts<'a>(item: ItemInterview<'a>, asked: Asked<'_>, factor: &MissedFactor<'a>) -> Vec<MissedFact<'a>> {
    let Some((_, rules)) = item.factors().find(|(at, _)| *at == factor.factor) else {
        return Vec::new();
    };
    let rule = |band: usize| rules.bands.iter().find(|rule| item.band(rule) == band);
    let asks = |band: usize| rule(band).map_or(&[][..], |rule: &BandRule| &rule.when);
    let deciding: Vec<&'a Requirement> = if factor.own > factor.reference {
        asks(factor.own).iter().filter(|one| asked.holds(one) != Held::Yes).collect()
    } else {
        let seen = asks(factor.own);
        let beyond = |one: &&'a Requirement| !seen.contains(one) && asked.holds(one) == Held::Yes;
        asks(factor.reference).iter().filter(beyond).collect()
    };
    let said = |one: &Requirement| {
        let (at, _) = one.question().and_then(|id| asked.question(id))?;
        asked.said.get(at)?.clone()
    };
    deciding
        .into_iter()
        .map(|requirement| MissedFact {
            requirement,
            said: said(requirement),
        })
        .collect()
}
