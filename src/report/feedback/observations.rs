//! What chosen bands and figures say for an item and against it, as an examiner writes it: a paragraph for each factor, in
//! which indicators of which the same holds stand in one sentence, with the evidence behind them.

use crate::criteria::{Factor, ItemSlot};
use crate::indicators::{IndicatorReading, Judgement, Standing};
use crate::language::{Language, fill};
use crate::report::draft::{Draft, one_line};
use crate::report::figures::{comparison_told, indicator_name, level_told, trend_told};
use std::cmp::Ordering;

/// Which of the two is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Strength,
    Opportunity,
}

/// A paragraph for every factor that there is something to say of, in the order of the rubric; last what figures say where
/// the rubric has no factor for it.
pub fn said(draft: &Draft<'_>, slot: ItemSlot, band: Option<usize>, side: Side) -> Vec<String> {
    let words = draft.words;
    let rubric = draft.pack.rubric_of(slot);
    let mut all = Vec::new();
    // Chinese full stops bring their own room along.
    let gap = if draft.language == Language::Zh { "" } else { " " };
    let mut paragraph = |name: &str, sentences: Vec<String>| {
        if !sentences.is_empty() {
            all.push(fill(words.feedback_item_of_factor(), &[("factor", name), ("told", &sentences.join(gap))]));
        }
    };
    for (at, factor) in rubric.factors.iter().enumerate() {
        let mut sentences: Vec<String> = beside_the_band(draft, slot, (at, factor), band, side).into_iter().collect();
        sentences.extend(
            Aspect::ALL
                .into_iter()
                .filter(|aspect| aspect.word() == factor.id)
                .flat_map(|aspect| aspect.told(draft, slot, side)),
        );
        paragraph(draft.pack_words.factor(&rubric.id, &factor.id), sentences);
    }
    let homeless = |aspect: &Aspect| rubric.factors.iter().all(|factor| factor.id != aspect.word());
    let others = Aspect::ALL.into_iter().filter(homeless).flat_map(|aspect| aspect.told(draft, slot, side));
    paragraph(words.report_figures(), others.collect());
    all
}

/// Where the band chosen for a factor lies above the item's, or below.
fn beside_the_band(draft: &Draft<'_>, slot: ItemSlot, (at, factor): (usize, &Factor), band: Option<usize>, side: Side) -> Option<String> {
    let rubric = draft.pack.rubric_of(slot);
    let chosen = (*draft.assessment.item(slot).bands.get(at)?)?;
    let text = match (chosen.cmp(&band?), side) {
        (Ordering::Greater, Side::Strength) => draft.words.feedback_item_above(),
        (Ordering::Less, Side::Opportunity) => draft.words.feedback_item_below(),
        _ => return None,
    };
    let told = draft.pack_words.band(&rubric.id, &rubric.bands.get(chosen)?.id, &factor.id);
    Some(fill(text, &[("words", told)]))
}

/// What a figure can say something about; the words are those of the factors of results items.
#[derive(Clone, Copy)]
enum Aspect {
    Level,
    Trend,
    Comparison,
}

impl Aspect {
    const ALL: [Aspect; 3] = [Aspect::Level, Aspect::Trend, Aspect::Comparison];

    fn word(self) -> &'static str {
        match self {
            Aspect::Level => "level",
            Aspect::Trend => "trend",
            Aspect::Comparison => "comparison",
        }
    }

    /// Which side an indicator speaks for; neither where nothing is set or known.
    fn side(self, reading: &IndicatorReading) -> Option<Side> {
        let found = reading.statistics.as_ref().filter(|_| reading.direction.is_some())?;
        let good = match self {
            Aspect::Level => found.target?.met,
            Aspect::Trend => match reading.trend()? {
                Judgement::Improving => true,
                Judgement::Worsening => false,
                _ => return None,
            },
            Aspect::Comparison => match found.comparison.as_ref()?.latest {
                Standing::Leads => true,
                Standing::Behind => false,
                Standing::Level => return None,
            },
        };
        Some(if good { Side::Strength } else { Side::Opportunity })
    }

    /// The indicators of the item that speak for a side, those of which the same holds in one sentence, and the evidence.
    fn told(self, draft: &Draft<'_>, slot: ItemSlot, side: Side) -> Option<String> {
        let words = draft.words;
        let speaks = |reading: &&IndicatorReading| {
            let here = reading.applies && reading.place.is_some_and(|(item, _)| item == slot);
            here && self.side(reading) == Some(side)
        };
        let (mut groups, mut evidence): (Vec<(String, Vec<String>)>, Vec<String>) = (Vec::new(), Vec::new());
        for reading in draft.results.indicators.iter().filter(speaks) {
            let name = one_line(&indicator_name(draft, reading.slot));
            let told = one_line(&match self {
                Aspect::Level => level_told(draft, reading),
                Aspect::Trend => trend_told(draft, reading).to_owned(),
                Aspect::Comparison => comparison_told(draft, reading),
            });
            match groups.iter_mut().find(|(known, _)| *known == told) {
                Some((_, names)) => names.push(name),
                None => groups.push((told, vec![name])),
            }
            let named = draft.assessment.figures.record(reading.slot).map_or("", |record| record.evidence.trim());
            let named = one_line(named);
            if !named.is_empty() && !evidence.contains(&named) {
                evidence.push(named);
            }
        }
        let sentences = groups.iter().map(|(told, names)| {
            let names = names.join(words.term_list());
            fill(words.feedback_item_figures(), &[("indicators", &names), ("told", told)])
        });
        let told = sentences.collect::<Vec<String>>().join(words.term_figure_separator());
        if told.is_empty() {
            return None;
        }
        let told = if evidence.is_empty() {
            told
        } else {
            fill(
                words.feedback_item_with_evidence(),
                &[("told", &told), ("evidence", &evidence.join(words.term_figure_separator()))],
            )
        };
        Some(fill(words.feedback_item_sentence(), &[("told", &told)]))
    }
}
