//! Own indicators, evidence, actions and incidents that were added on both sides under the same id, though they are different things:
//! one of them gets another id, so that both are kept.

use crate::assessment::{Action, Assessment, RegisterChange, Text, text};
use std::rc::Rc;

/// Gives new ids where both sides used the same for things with different names. The thing whose name comes first keeps
/// the id, whichever side it is on.
pub(super) fn keep_apart(base: Option<&Assessment>, ours: &mut Assessment, theirs: &mut Assessment) {
    own_indicators(base, ours, theirs);
    actions(base, ours, theirs);
    incidents(base, ours, theirs);
    evidence(base, ours, theirs);
}

/// Whether two names are those of different things.
fn differ(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    !one.is_empty() && !other.is_empty() && one != other
}

/// The first of `own-1`, `own-2` … that is free.
pub(super) fn free(stem: &str, is_taken: &dyn Fn(&str) -> bool) -> Text {
    let mut count = 1_u64;
    loop {
        let id = [stem, &count.to_string()].concat();
        if !is_taken(&id) {
            return text(id);
        }
        count += 1;
    }
}

fn own_indicators(base: Option<&Assessment>, ours: &mut Assessment, theirs: &mut Assessment) {
    let known = |side: &Assessment, id: &str| side.figures.own.iter().any(|own| *own.id == *id);
    for at in 0..ours.figures.own.len() {
        let (id, name) = (ours.figures.own[at].id.clone(), ours.figures.own[at].name.clone());
        let Some(other) = theirs.figures.own.iter().position(|own| own.id == id) else {
            continue;
        };
        let others = theirs.figures.own[other].name.clone();
        if base.is_some_and(|base| known(base, &id)) || !differ(&name, &others) {
            continue;
        }
        let new = free("own-", &|id| known(ours, id) || known(theirs, id) || base.is_some_and(|base| known(base, id)));
        let (side, at) = if name < others { (&mut *theirs, other) } else { (&mut *ours, at) };
        Rc::make_mut(&mut Rc::make_mut(&mut side.figures).own[at]).id = new;
    }
}

fn actions(base: Option<&Assessment>, ours: &mut Assessment, theirs: &mut Assessment) {
    let known = |side: &Assessment, id: &str| side.improvement.actions.iter().any(|action| *action.id == *id);
    for at in 0..ours.improvement.actions.len() {
        let (id, title) = (ours.improvement.actions[at].id.clone(), ours.improvement.actions[at].title.clone());
        let Some(other) = theirs.improvement.actions.iter().position(|action| action.id == id) else {
            continue;
        };
        let others = theirs.improvement.actions[other].title.clone();
        if base.is_some_and(|base| known(base, &id)) || !differ(&title, &others) {
            continue;
        }
        let new = free("action-", &|id| {
            known(ours, id) || known(theirs, id) || base.is_some_and(|base| known(base, id))
        });
        let (side, at) = if title < others { (&mut *theirs, other) } else { (&mut *ours, at) };
        Rc::make_mut(&mut Rc::make_mut(&mut side.improvement).actions[at]).id = new;
    }
}

/// Incidents have no name; what happened tells them apart, and so does the day.
fn incidents(base: Option<&Assessment>, ours: &mut Assessment, theirs: &mut Assessment) {
    let known = |side: &Assessment, id: &str| side.road.incidents.iter().any(|incident| *incident.id == *id);
    for at in 0..ours.road.incidents.len() {
        let mine = ours.road.incidents[at].clone();
        let Some(other) = theirs.road.incidents.iter().position(|incident| incident.id == mine.id) else {
            continue;
        };
        let others = theirs.road.incidents[other].clone();
        let apart = differ(&mine.what, &others.what) || (mine.day.is_some() && others.day.is_some() && mine.day != others.day);
        if base.is_some_and(|base| known(base, &mine.id)) || !apart {
            continue;
        }
        let new = free("incident-", &|id| {
            known(ours, id) || known(theirs, id) || base.is_some_and(|base| known(base, id))
        });
        let first = (&mine.what, mine.day) < (&others.what, others.day);
        let (side, at) = if first { (&mut *theirs, other) } else { (&mut *ours, at) };
        Rc::make_mut(&mut Rc::make_mut(&mut side.road).incidents[at]).id = new;
    }
}

/// Evidence is named by its number in references, and these follow.
fn evidence(base: Option<&Assessment>, ours: &mut Assessment, theirs: &mut Assessment) {
    let by_key = |side: &Assessment, key: &str| side.evidence.entries.iter().position(|entry| *entry.key == *key);
    let taken = |side: &Assessment, id: &str| side.evidence.entries.iter().any(|entry| *entry.key == *id || *entry.number == *id);
    for at in 0..ours.evidence.entries.len() {
        let (key, title) = (ours.evidence.entries[at].key.clone(), ours.evidence.entries[at].title.clone());
        let Some(other) = by_key(theirs, &key) else { continue };
        let others = theirs.evidence.entries[other].title.clone();
        if base.is_some_and(|base| by_key(base, &key).is_some()) || !differ(&title, &others) {
            continue;
        }
        let stem = key.trim_end_matches(|character: char| character.is_ascii_digit());
        let new = free(if stem.is_empty() { "E" } else { stem }, &|id| {
            taken(ours, id) || taken(theirs, id) || base.is_some_and(|base| taken(base, id))
        });
        let (side, at) = if title < others { (&mut *theirs, other) } else { (&mut *ours, at) };
        *side = Action::Register(RegisterChange::Renumber(at, new.clone())).apply(side);
        let entry = Rc::make_mut(&mut Rc::make_mut(&mut side.evidence).entries[at]);
        if entry.number == new {
            entry.key = new;
        }
    }
}
