//! Trainees side by side on one case: how far each is off item by item, who is lenient and who harsh, and where the group does not agree.
//!
//! Made of trainees' records alone, so that nobody's ratings of the case itself have to be handed round. Needs no criteria.

use super::accuracy::Accuracy;
use super::record::{ItemOffset, TrainingEntry, TrainingRecord};
use crate::assessment::Text;
use crate::date::Date;
use crate::order;

/// Several trainees on one case.
#[derive(Debug, Clone, PartialEq)]
pub struct TrainingGroup {
    /// The key of the case: the same words of the same organisation in the same language.
    pub case: Text,
    /// Whose assessment it is.
    pub title: Text,
    /// In the order of their names.
    pub trainees: Vec<GroupTrainee>,
    /// Every item somebody rated, in the order of the criteria.
    pub items: Vec<GroupItem>,
    /// Positions of items whose deviations lie farther apart than the tolerance, the farthest first.
    pub diverging: Vec<usize>,
    /// Positions of items all trainees who rated them are off by more than a step, all the same way: there the group agrees against the
    /// reference.
    pub off_together: Vec<usize>,
}

/// A trainee's last attempt at the case.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupTrainee {
    pub name: Text,
    pub date: Option<Date>,
    /// How often the case was done.
    pub attempts: usize,
    /// Its bias is the trainee's mean shift; none where nothing was rated.
    pub accuracy: Option<Accuracy>,
}

/// One item with everybody's deviation.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupItem {
    /// Id of the item.
    pub item: Text,
    /// In percent; none where records have different ones.
    pub reference: Option<u8>,
    /// The step of the criteria, in percentage points.
    pub step: u8,
    /// By trainee: own minus reference, in percentage points; none where it was not rated.
    pub offsets: Vec<Option<i16>>,
    /// The mean of the deviations.
    pub mean: f64,
    /// The largest deviation minus the smallest, in percentage points; none for a single trainee.
    pub spread: Option<u16>,
}

/// A group for each case, those with the most trainees first. Of a trainee with several records all count together, and of several
/// attempts the last; whatever order the records are given in.
///
/// Three trainees off by +10, −15 and 0 points have the mean −1.67 and the spread 25: with a tolerance of 20 they diverge.
pub fn training_groups(records: &[TrainingRecord], tolerance: u8) -> Vec<TrainingGroup> {
    let trainees = by_name(records);
    let mut cases: Vec<&Text> = Vec::new();
    for entry in trainees.iter().flat_map(|record| &record.entries) {
        if !cases.contains(&&entry.case) {
            cases.push(&entry.case);
        }
    }
    let mut groups: Vec<TrainingGroup> = cases.into_iter().map(|case| group(&trainees, case, tolerance)).collect();
    order::sort_by(&mut groups, |one, other| {
        let many = other.trainees.len().cmp(&one.trainees.len());
        many.then_with(|| one.title.cmp(&other.title)).then_with(|| one.case.cmp(&other.case))
    });
    groups
}

/// One record for each trainee, in the order of the names.
fn by_name(records: &[TrainingRecord]) -> Vec<TrainingRecord> {
    let mut all: Vec<TrainingRecord> = Vec::new();
    for record in records {
        match all.iter_mut().find(|known| known.trainee.trim() == record.trainee.trim()) {
            Some(known) => *known = known.merged(record),
            None => all.push(record.clone()),
        }
    }
    order::sort_by(&mut all, |one, other| one.trainee.trim().cmp(other.trainee.trim()));
    all
}

fn group(trainees: &[TrainingRecord], case: &Text, tolerance: u8) -> TrainingGroup {
    let mut last: Vec<(GroupTrainee, &TrainingEntry)> = Vec::new();
    for record in trainees {
        let mut attempts: Vec<&TrainingEntry> = record.entries.iter().filter(|entry| entry.case == *case).collect();
        // What is said in two files of a trainee comes in any order; the same day is told apart by what was rated.
        order::sort_by(&mut attempts, |one, other| {
            one.date.cmp(&other.date).then_with(|| ratings(one).cmp(&ratings(other)))
        });
        if let Some(entry) = attempts.last() {
            let trainee = GroupTrainee {
                name: record.trainee.clone(),
                date: entry.date,
                attempts: attempts.len(),
                accuracy: entry.accuracy(),
            };
            last.push((trainee, entry));
        }
    }
    let entries: Vec<&TrainingEntry> = last.iter().map(|(_, entry)| *entry).collect();
    let items: Vec<GroupItem> = in_order(&entries).into_iter().map(|id| item(&entries, id)).collect();
    let mut diverging: Vec<usize> = (0..items.len())
        .filter(|at| items[*at].spread.is_some_and(|spread| spread > u16::from(tolerance)))
        .collect();
    order::sort_by_key(&mut diverging, |at| std::cmp::Reverse(items[*at].spread));
    TrainingGroup {
        case: case.clone(),
        title: entries.first().map(|entry| entry.title.clone()).unwrap_or_default(),
        off_together: (0..items.len()).filter(|at| is_off_together(&items[*at])).collect(),
        trainees: last.into_iter().map(|(trainee, _)| trainee).collect(),
        items,
        diverging,
    }
}

fn ratings(entry: &TrainingEntry) -> Vec<(&str, u8)> {
    entry.items.iter().map(|item| (&*item.item, item.own)).collect()
}

/// Ids of all items: those of every record are in the order of the criteria, so what one lacks comes after what it stands behind in another.
fn in_order<'a>(entries: &[&'a TrainingEntry]) -> Vec<&'a Text> {
    let mut all: Vec<&Text> = Vec::new();
    for entry in entries {
        let mut at = 0;
        for item in &entry.items {
            match all.iter().position(|known| **known == item.item) {
                Some(known) => at = known + 1,
                None => {
                    all.insert(at.min(all.len()), &item.item);
                    at += 1;
                }
            }
        }
    }
    all
}

fn item(entries: &[&TrainingEntry], id: &Text) -> GroupItem {
    let rated: Vec<Option<&ItemOffset>> = entries.iter().map(|entry| entry.items.iter().find(|item| item.item == *id)).collect();
    let offsets: Vec<Option<i16>> = rated.iter().map(|item| item.map(ItemOffset::offset)).collect();
    let given: Vec<i16> = offsets.iter().copied().flatten().collect();
    let references = || rated.iter().flatten().map(|item| item.reference);
    let reference = references().next().filter(|first| references().all(|other| other == *first));
    let sum: i64 = given.iter().copied().map(i64::from).sum();
    let ends = given.iter().min().zip(given.iter().max());
    GroupItem {
        item: id.clone(),
        reference,
        step: rated.iter().flatten().map(|item| item.step).max().unwrap_or_default(),
        mean: sum as f64 / given.len().max(1) as f64,
        spread: ends.filter(|_| given.len() > 1).map(|(low, high)| low.abs_diff(*high)),
        offsets,
    }
}

fn is_off_together(item: &GroupItem) -> bool {
    let given: Vec<i16> = item.offsets.iter().copied().flatten().collect();
    let step = i16::from(item.step);
    given.len() > 1 && (given.iter().all(|offset| *offset > step) || given.iter().all(|offset| *offset < -step))
}
