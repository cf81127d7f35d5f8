//! The way from one pack to another: steps turned round, and several in a row made into one.

use super::{Lineage, LineageStep, Note, PackName, Succession, SuccessionKind};
use crate::json::ById;

/// The shortest way; see [`Lineage::between`].
pub(super) fn between(lineage: &Lineage, from: &PackName, to: &PackName) -> Option<LineageStep> {
    // Every pack reached, with the number of the one before it and the step that leads on from there.
    let mut reached = vec![(from.clone(), 0, LineageStep::default())];
    let mut at = 0;
    while reached.get(at)?.0 != *to {
        let here = reached[at].0.clone();
        let onward = lineage.steps.iter().filter(|step| step.from == here).cloned();
        let back = lineage.steps.iter().filter(|step| step.to == here).map(turned);
        for step in onward.chain(back) {
            if !reached.iter().any(|(name, ..)| *name == step.to) {
                reached.push((step.to.clone(), at, step));
            }
        }
        at += 1;
    }
    let mut way = LineageStep {
        from: to.clone(),
        to: to.clone(),
        ..LineageStep::default()
    };
    while at > 0 {
        let (_, before, step) = &reached[at];
        way = LineageStep {
            from: step.from.clone(),
            to: way.to,
            items: in_a_row(&step.items, &way.items),
            conditions: in_a_row(&step.conditions, &way.conditions),
        };
        at = *before;
    }
    Some(way)
}

/// The step in the opposite direction.
fn turned(step: &LineageStep) -> LineageStep {
    let turn = |entries: &[Succession]| {
        let known = entries.iter().filter(|entry| entry.kind != SuccessionKind::Retired);
        let turned = known.map(|entry| Succession {
            kind: SuccessionKind::of(entry.to.len(), entry.from.len()).unwrap_or(entry.kind),
            from: entry.to.clone(),
            to: entry.from.clone(),
            note: entry.note.clone(),
        });
        turned.collect()
    };
    LineageStep {
        from: step.to.clone(),
        to: step.from.clone(),
        items: turn(&step.items),
        conditions: turn(&step.conditions),
    }
}

/// Ids on their way through two steps.
struct Way {
    from: Vec<String>,
    /// Ids of the pack between that the second step has not taken up.
    between: Vec<String>,
    to: Vec<String>,
    note: Note,
}

/// Two steps as one.
fn in_a_row(first: &[Succession], second: &[Succession]) -> Vec<Succession> {
    if second.is_empty() {
        return first.to_vec();
    }
    let mut ways: Vec<Way> = Vec::new();
    for entry in first {
        ways.push(Way {
            from: entry.from.clone(),
            between: entry.to.clone(),
            to: Vec::new(),
            note: entry.note.clone(),
        });
    }
    for entry in second {
        let mut joined = Way {
            from: Vec::new(),
            between: Vec::new(),
            to: entry.to.clone(),
            note: Note::default(),
        };
        // An id the first step says nothing of is the same before it.
        let mut unmet = entry.from.clone();
        let mut others = Vec::new();
        let mut place = None;
        for way in ways {
            if !way.between.iter().any(|id| entry.from.contains(id)) {
                others.push(way);
                continue;
            }
            place.get_or_insert(others.len());
            unmet.retain(|id| !way.between.contains(id));
            joined.from.extend(way.from);
            joined.between.extend(way.between.into_iter().filter(|id| !entry.from.contains(id)));
            joined.to.extend(way.to);
            joined.note = both(&joined.note, &way.note);
        }
        joined.from.extend(unmet);
        joined.note = both(&joined.note, &entry.note);
        others.insert(place.unwrap_or(others.len()), joined);
        ways = others;
    }
    let whole = ways.into_iter().filter_map(|way| {
        let to = [way.between, way.to].concat();
        let kind = SuccessionKind::of(way.from.len(), to.len())?;
        (way.from != to).then_some(Succession {
            kind,
            from: way.from,
            to,
            note: way.note,
        })
    });
    whole.collect()
}

/// Two notes, one after the other, in every language of either.
fn both(first: &Note, second: &Note) -> Note {
    let mut both = first.0.0.clone();
    for (language, text) in &second.0.0 {
        match both.iter_mut().find(|(known, _)| known == language) {
            Some((_, before)) if before == text => {}
            Some((_, before)) => *before = [before.as_str(), " ", text].concat(),
            None => both.push((language.clone(), text.clone())),
        }
    }
    Note(ById(both))
}
