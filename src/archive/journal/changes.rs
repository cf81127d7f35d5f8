//! What was changed since a state that is kept, as the places of the file that changed and what stands there now: small
//! enough to be put down at every pause of a few milliseconds while somebody types.
//!
//! Places hold what stands there, not what was done, so that putting them in their place twice is the same as once. While
//! a full record is on its way it is not known which of two states lies on the disk: the changes since both, together,
//! lead from either to the present one.

use crate::archive::{MAJOR, Project, to_value};
use crate::assessment::{Assessment, EvidenceRegister, FigureBook, ImprovementPlan, Notes, Organisation, Road, Text};
use crate::criteria::Pack;
use crate::json::{push, put, scan, unmarked};
use serde_json::{Map, Value};
use std::rc::Rc;

/// By JSON pointer into the file: what stands there; null where nothing does.
pub type Changes = Map<String, Value>;

/// What `after` holds otherwise than `before`, both under the same pack. What a newer version wrote beside the assessment
/// is taken to be the same in both.
///
/// Unchanged parts are known by being shared, so that the work does not grow with the assessment: where one text of one
/// item differs, the places are `/items/4.1`, say, and `/version`, which always stands with them.
pub fn changes(before: &Assessment, after: &Project, pack: &Pack) -> Changes {
    let mut changed = Changed {
        places: Vec::new(),
        only: Assessment::blank(pack),
    };
    changed.collect(before, &after.assessment, pack);
    let Changed { places, only } = changed;
    let is_inside = |pointer: &str| {
        places
            .iter()
            .any(|place| pointer.strip_prefix(&**place).is_some_and(|rest| rest.starts_with('/')))
    };
    let only = Project {
        assessment: only,
        kept: after.kept.iter().filter(|kept| is_inside(&kept.pointer)).cloned().collect(),
        minor: after.minor,
    };
    let value = to_value(&only, pack);
    let standing = |place: String| {
        let there = value.pointer(&place).cloned().unwrap_or_default();
        (place, there)
    };
    let mut changes: Changes = places.into_iter().map(standing).collect();
    // What raises the minor version may have come or gone; it is raised anew when the file is written.
    if !changes.is_empty() {
        changes.insert("/version".into(), Value::String(format!("{MAJOR}.{}", after.minor)));
    }
    changes
}

/// The text of a file with changes put in their places; none where the text is no JSON.
pub fn replay(content: &str, changes: &Changes) -> Option<String> {
    let mut value = scan(content).parse().ok()?.value;
    for (place, there) in changes {
        put(&mut value, place, (!there.is_null()).then(|| there.clone()));
    }
    Some(unmarked(value.to_string()))
}

/// The places that changed, and an assessment that holds nothing but them.
struct Changed {
    places: Vec<String>,
    only: Assessment,
}

impl Changed {
    fn collect(&mut self, before: &Assessment, after: &Assessment, pack: &Pack) {
        self.only.fictional = after.fictional;
        if before.fictional != after.fictional {
            self.place("/fictional");
        }
        if before.reference_points != after.reference_points {
            self.only.reference_points = after.reference_points;
            self.place("/reference_points");
        }
        if !Rc::ptr_eq(&before.organisation, &after.organisation) {
            let (one, other) = (&before.organisation, &after.organisation);
            let mut organisation = Organisation::clone(other);
            self.place("/organisation");
            organisation.units = self.entries("/units", &one.units, &other.units, |unit| &unit.id);
            self.only.organisation = Rc::new(organisation);
        }
        if !Rc::ptr_eq(&before.eligibility, &after.eligibility) {
            self.only.eligibility = after.eligibility.clone();
            self.place("/eligibility");
        }
        for (slot, item) in pack.items() {
            let (one, other) = (before.item(slot), after.item(slot));
            if !Rc::ptr_eq(one, other) {
                self.only.items[slot.0] = other.clone();
                self.places.push(push("/items", &item.id));
            }
        }
        if !Rc::ptr_eq(&before.figures, &after.figures) {
            self.figures(&before.figures, &after.figures, pack);
        }
        if !Rc::ptr_eq(&before.evidence, &after.evidence) {
            let entries = self.entries("/evidence", &before.evidence.entries, &after.evidence.entries, |entry| &entry.key);
            self.only.evidence = Rc::new(EvidenceRegister { entries });
        }
        if !Rc::ptr_eq(&before.improvement, &after.improvement) {
            let (one, other) = (&before.improvement, &after.improvement);
            let mut plan = ImprovementPlan::clone(&self.only.improvement);
            plan.actions = self.entries("/actions", &one.actions, &other.actions, |action| &action.id);
            if one.targets != other.targets {
                plan.targets.clone_from(&other.targets);
                self.place("/targets");
            }
            self.only.improvement = Rc::new(plan);
        }
        if !Rc::ptr_eq(&before.road, &after.road) {
            let (one, other) = (&before.road, &after.road);
            let mut road = Road::clone(&self.only.road);
            road.incidents = self.entries("/incidents", &one.incidents, &other.incidents, |incident| &incident.id);
            if one.stages != other.stages {
                road.stages.clone_from(&other.stages);
                self.place("/road");
            }
            self.only.road = Rc::new(road);
        }
        self.rules_off(before, after);
        if !Rc::ptr_eq(&before.notes, &after.notes) {
            let entries = self.entries("/notes", &before.notes.entries, &after.notes.entries, |note| &note.id);
            self.only.notes = Rc::new(Notes { entries });
        }
    }

    fn rules_off(&mut self, before: &Assessment, after: &Assessment) {
        if !Rc::ptr_eq(&before.rules_off, &after.rules_off) {
            self.only.rules_off = after.rules_off.clone();
            self.place("/rules_off");
        }
    }

    fn figures(&mut self, before: &FigureBook, after: &FigureBook, pack: &Pack) {
        let mut figures = FigureBook::clone(&self.only.figures);
        if before.window != after.window {
            figures.window = after.window;
            self.place("/years");
        }
        if before.inputs.iter().zip(&after.inputs).any(|(one, other)| !Rc::ptr_eq(one, other)) {
            figures.inputs.clone_from(&after.inputs);
            self.place("/inputs");
        }
        for (slot, indicator) in pack.indicators() {
            let (one, other) = (before.indicator(slot), after.indicator(slot));
            if !Rc::ptr_eq(one, other) {
                figures.indicators[slot.0] = other.clone();
                self.places.push(push("/indicators", &indicator.id));
            }
        }
        figures.own = self.entries("/own_indicators", &before.own, &after.own, |own| &own.id);
        self.only.figures = Rc::new(figures);
    }

    /// The entries that changed or came after the others; all of them, as one place, where one has gone or their order is
    /// another.
    fn entries<T>(&mut self, member: &str, before: &[Rc<T>], after: &[Rc<T>], id: fn(&T) -> &Text) -> Vec<Rc<T>> {
        let in_order = before.len() <= after.len() && before.iter().zip(after).all(|(one, other)| id(one) == id(other));
        if !in_order {
            self.place(member);
            return after.to_vec();
        }
        let is_changed = |(at, entry): &(usize, &Rc<T>)| before.get(*at).is_none_or(|before| !Rc::ptr_eq(before, entry));
        let changed: Vec<Rc<T>> = after.iter().enumerate().filter(is_changed).map(|(_, entry)| entry.clone()).collect();
        self.places.extend(changed.iter().map(|entry| push(member, id(entry))));
        changed
    }

    fn place(&mut self, pointer: &str) {
        self.places.push(pointer.to_owned());
    }
}
