//! One item as it was in an earlier version, in the assessment as it is now.

use crate::archive::{Kept, Project};
use crate::assessment::{Action, Assessment, EvidenceRegister, Manner, NumberIndex, RegisterChange, Text, text, texts};
use crate::criteria::{ItemSlot, Pack};
use crate::json::push;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The assessment with one item as `version` has it, both under the same criteria: its answers, rating and references, and
/// the figures of its indicators. What else was done since stays, so do own indicators that were added since.
///
/// References go on naming the entry they named in the version, whatever its number is now; an entry the item names that
/// has been taken away since comes back.
pub fn restored(pack: &Pack, now: &Project, version: &Project, item: ItemSlot) -> Project {
    let then = numbered_like(&version.assessment, &now.assessment.evidence);
    let id = &pack.item(item).id;
    let mut assessment = now.assessment.clone();
    assessment.items[item.0] = then.item(item).clone();
    let figures = Rc::make_mut(&mut assessment.figures);
    let mut places = vec![push("/items", id)];
    for (slot, indicator) in pack.indicators().filter(|(_, indicator)| indicator.item == *id) {
        figures.indicators[slot.0] = then.figures.indicator(slot).clone();
        places.push(push("/indicators", &indicator.id));
    }
    for own in then.figures.own.iter().filter(|own| *own.item == **id) {
        match figures.own.iter_mut().find(|known| known.id == own.id) {
            Some(known) => *known = own.clone(),
            None => figures.own.push(own.clone()),
        }
        places.push(push("/own_indicators", &own.id));
    }
    bring_back(&mut assessment, &then, pack, item);
    let inside = |kept: &&Kept| {
        let begins = |place: &String| kept.pointer.strip_prefix(&**place).is_some_and(|rest| rest.starts_with('/'));
        places.iter().any(begins)
    };
    let mut kept: Vec<Kept> = now.kept.iter().filter(|kept| !inside(kept)).cloned().collect();
    kept.extend(version.kept.iter().filter(inside).cloned());
    Project {
        assessment,
        kept,
        minor: now.minor.max(version.minor),
    }
}

/// An earlier state with every entry under the number it has now; one that is no longer there keeps its own where that is
/// free, and gets the next one where it is not.
fn numbered_like(then: &Assessment, now: &EvidenceRegister) -> Assessment {
    let number_now = |key: &Text| now.entries.iter().find(|entry| entry.key == *key).map(|entry| entry.number.clone());
    let taken: Vec<Text> = [now, &then.evidence]
        .iter()
        .flat_map(|register| &register.entries)
        .map(|entry| entry.number.clone())
        .collect();
    // Two entries may have exchanged their numbers, so each first gets one that nothing ever had.
    let mut free = (1_u32..).map(|n| text(format!("E-{n:02}"))).filter(|number| !taken.contains(number));
    let wanted: Vec<(usize, Text)> = then
        .evidence
        .entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| {
            let number = match number_now(&entry.key) {
                Some(number) => number,
                None if now.entries.iter().all(|there| there.number != entry.number) => return None,
                None => free.next()?,
            };
            (number != entry.number).then_some((at, number))
        })
        .collect();
    let between: Vec<(usize, Text)> = wanted.iter().filter_map(|(at, _)| Some((*at, free.next()?))).collect();
    let renumber = |state: Assessment, (at, number): &(usize, Text)| Action::Register(RegisterChange::Renumber(*at, number.clone())).apply(&state);
    between.iter().chain(&wanted).fold(then.clone(), renumber)
}

/// Puts entries back that the item names and the register has no more.
fn bring_back(assessment: &mut Assessment, then: &Assessment, pack: &Pack, item: ItemSlot) {
    let there = assessment.evidence.clone();
    let gone = |at: &usize| there.entries.iter().all(|entry| entry.key != then.evidence.entries[*at].key);
    let missing: BTreeSet<usize> = named(then, pack, item).into_iter().filter(gone).collect();
    if !missing.is_empty() {
        let back = missing.into_iter().map(|at| then.evidence.entries[at].clone());
        Rc::make_mut(&mut assessment.evidence).entries.extend(back);
    }
}

/// The entries an item names, in its references, its texts and at its indicators.
fn named(state: &Assessment, pack: &Pack, item: ItemSlot) -> Vec<usize> {
    let id = &pack.item(item).id;
    let record = state.item(item);
    let catalogue = pack.indicators().filter(|(_, indicator)| indicator.item == *id);
    let catalogue = catalogue.map(|(slot, _)| &state.figures.indicator(slot).evidence);
    let own = state.figures.own.iter().filter(|own| *own.item == **id).map(|own| &own.record.evidence);
    let index = NumberIndex::of(&state.evidence);
    let references = record.evidence.iter().chain(catalogue).chain(own);
    let references = references.flat_map(|content| index.mentions(content, Manner::Reference));
    let texts = texts(record).flat_map(|content| index.mentions(content, Manner::Prose));
    references.chain(texts).filter_map(|mention| mention.entry).collect()
}
