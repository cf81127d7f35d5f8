//! One case scored, item by item.

use super::accuracy::{Accuracy, accuracy};
use super::record::{FactorOffset, ItemOffset, TrainingEntry};
use crate::assessment::{Assessment, Percent, ProfileText, Text, text};
use crate::criteria::{ItemSlot, Pack};
use crate::date::Date;
use crate::panel::Sheet;
use crate::scoring::band_of;

/// A trainee's ratings of a case against the reference.
#[derive(Debug, Clone, PartialEq)]
pub struct TrainingResult {
    /// Whose assessment the case is.
    pub title: Text,
    /// The key of the case.
    pub case: Text,
    /// Items that have a reference, in the order of the pack.
    pub items: Vec<TrainingItem>,
    /// Factors with a band on both sides somewhere, in the order of the pack's rubrics.
    pub factors: Vec<FactorDeviation>,
    /// None while no item with a reference is rated.
    pub accuracy: Option<Accuracy>,
}

/// One item of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct TrainingItem {
    pub item: ItemSlot,
    pub reference: Percent,
    pub own: Option<Percent>,
    /// Own minus reference, in percentage points; none where it is not rated.
    pub offset: Option<i16>,
    pub same_band: bool,
    /// By factor: reference band and own band, as positions in the rubric.
    pub bands: Vec<(Option<usize>, Option<usize>)>,
    /// Why the reference is what it is.
    pub reason: Text,
    /// What the trainee wrote.
    pub remark: Text,
}

/// How far off a factor's bands are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactorDeviation {
    /// Positions of the rubric in the pack and of the factor in it.
    pub rubric: usize,
    pub factor: usize,
    /// Items with a band on both sides.
    pub compared: usize,
    /// The mean of (own − reference) in bands: above 0 lenient.
    pub mean: f64,
}

/// Compares a trainee's sheet with the reference: an assessment whose ratings, bands and remarks are the reference ratings,
/// bands and reasons. Items without a reference rating do not count.
pub fn training_result(pack: &Pack, reference: &Assessment, sheet: &Sheet) -> TrainingResult {
    let items: Vec<TrainingItem> = pack.items().filter_map(|(slot, _)| item(pack, slot, reference, sheet)).collect();
    let offsets: Vec<ItemOffset> = items.iter().filter_map(|item| offset(pack, item)).collect();
    TrainingResult {
        title: reference.organisation.text(ProfileText::Name).clone(),
        case: sheet.subject.key.clone(),
        factors: factors(pack, &items),
        accuracy: accuracy(&offsets),
        items,
    }
}

impl TrainingResult {
    /// What is noted of it in the trainee's record.
    pub fn entry(&self, pack: &Pack, date: Option<Date>) -> TrainingEntry {
        TrainingEntry {
            case: self.case.clone(),
            title: self.title.clone(),
            date,
            items: self.items.iter().filter_map(|item| offset(pack, item)).collect(),
        }
    }
}

fn item(pack: &Pack, slot: ItemSlot, reference: &Assessment, sheet: &Sheet) -> Option<TrainingItem> {
    let (record, judgement) = (reference.item(slot), sheet.judgement(slot));
    let rubric = pack.rubric_of(slot);
    let (right, own) = (record.percent?, judgement.percent);
    Some(TrainingItem {
        item: slot,
        reference: right,
        own,
        offset: own.map(|own| i16::from(own.value()) - i16::from(right.value())),
        same_band: own.is_some_and(|own| band_of(rubric, own) == band_of(rubric, right)),
        bands: record.bands.iter().copied().zip(judgement.bands.iter().copied()).collect(),
        reason: record.remark.clone(),
        remark: judgement.remark.clone(),
    })
}

/// None where the item is not rated.
fn offset(pack: &Pack, found: &TrainingItem) -> Option<ItemOffset> {
    let rubric = pack.rubric_of(found.item);
    let factors = rubric.factors.iter().zip(&found.bands);
    Some(ItemOffset {
        item: text(&pack.item(found.item).id),
        reference: found.reference.value(),
        own: found.own?.value(),
        step: pack.structure().scoring.step,
        same_band: found.same_band,
        factors: factors
            .filter_map(|(factor, bands)| {
                Some(FactorOffset {
                    factor: text(&factor.id),
                    bands: apart(*bands)?,
                })
            })
            .collect(),
    })
}

/// Own band minus reference band.
fn apart((reference, own): (Option<usize>, Option<usize>)) -> Option<i8> {
    let place = |band: usize| i16::try_from(band).ok();
    i8::try_from(place(own?)? - place(reference?)?).ok()
}

fn factors(pack: &Pack, items: &[TrainingItem]) -> Vec<FactorDeviation> {
    let mut all = Vec::new();
    for (at, rubric) in pack.structure().rubrics.iter().enumerate() {
        for factor in 0..rubric.factors.len() {
            let judged = items.iter().filter(|item| pack.item(item.item).rubric == rubric.id);
            let apart: Vec<i32> = judged.filter_map(|item| apart(*item.bands.get(factor)?)).map(i32::from).collect();
            if !apart.is_empty() {
                all.push(FactorDeviation {
                    rubric: at,
                    factor,
                    compared: apart.len(),
                    mean: f64::from(apart.iter().sum::<i32>()) / apart.len() as f64,
                });
            }
        }
    }
    all
}
