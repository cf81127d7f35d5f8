//! A part of an assessment for a department: handed out as an assessment file, taken back and merged.

use super::wanted::Wanted;
use super::{Merge, merge};
use crate::archive::{Kept, Project, ReadError, fingerprint, from_value, to_value};
use crate::assessment::{Assessment, ImprovementPlan, Note, OwnIndicator, Text};
use crate::criteria::{ItemSlot, Pack};
use serde_json::{Map, Value, json};
use std::rc::Rc;

/// The member of the file that says what was handed out. A kit that does not know it carries it along.
pub(super) const MEMBER: &str = "handed_out";
pub(super) const POINTER: &str = "/handed_out";

/// What a file says of having been handed out.
#[derive(Debug, Clone, PartialEq)]
pub struct HandedOut {
    /// To whom.
    pub department: String,
    /// Ids of the items.
    pub items: Vec<String>,
    pub wanted: Wanted,
    /// What tells this part from every other one: the hash of all it began with.
    pub key: String,
    /// Hashes of the states in which it was saved to be handed back, the latest last.
    pub(super) sent: Vec<String>,
    /// The file as it was handed out.
    pub(super) base: Value,
}

/// To whom a part was handed out, and what of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartOf {
    pub department: String,
    /// Ids of the items.
    pub items: Vec<String>,
    pub wanted: Wanted,
}

/// The part of an assessment that a department fills: these items with their indicators, own indicators, actions and notes; to
/// read, the profile, the quantities that formulas use and the evidence register. The file says to whom it was handed out
/// and holds the state it began with, so that it can be merged without anything else.
pub fn hand_out(pack: &Pack, project: &Project, department: &str, items: &[ItemSlot]) -> Project {
    let ids: Vec<&str> = items.iter().map(|slot| pack.item(*slot).id.as_str()).collect();
    let mut part = Project {
        assessment: part(pack, &project.assessment, items, &ids),
        kept: Vec::new(),
        minor: project.minor,
    };
    let value = json!({ "department": department, "items": ids, "base": to_value(&part, pack) });
    part.kept.push(Kept {
        pointer: POINTER.to_owned(),
        value,
    });
    part
}

fn part(pack: &Pack, whole: &Assessment, items: &[ItemSlot], ids: &[&str]) -> Assessment {
    let mut part = Assessment::blank(pack);
    part.fictional = whole.fictional;
    part.organisation = whole.organisation.clone();
    part.evidence = whole.evidence.clone();
    part.rules_off = whole.rules_off.clone();
    for slot in items {
        part.items[slot.0] = whole.item(*slot).clone();
    }
    let figures = Rc::make_mut(&mut part.figures);
    figures.window = whole.figures.window;
    figures.inputs.clone_from(&whole.figures.inputs);
    for (slot, indicator) in pack.indicators() {
        if ids.contains(&indicator.item.as_str()) {
            figures.indicators[slot.0] = whole.figures.indicator(slot).clone();
        }
    }
    let of_part = |item: &Text| ids.contains(&&**item);
    let own = whole.figures.own.iter().filter(|own: &&Rc<OwnIndicator>| of_part(&own.item));
    figures.own.extend(own.cloned());
    let plan: &mut ImprovementPlan = Rc::make_mut(&mut part.improvement);
    let actions = whole.improvement.actions.iter().filter(|action| of_part(&action.item));
    plan.actions.extend(actions.cloned());
    let about = |note: &&Rc<Note>| note.place.item(pack, whole).is_some_and(|item| ids.contains(&item));
    Rc::make_mut(&mut part.notes).entries = whole.notes.entries.iter().filter(about).cloned().collect();
    part
}

/// What a file says of having been handed out; none where it was not.
pub fn handed_out(project: &Project) -> Option<HandedOut> {
    let value = note(project)?;
    let PartOf { department, items, wanted } = part_of(project)?;
    let base = value.get("base")?.clone();
    let sent = value.get("sent").and_then(Value::as_array);
    Some(HandedOut {
        // One that was carried to other criteria keeps the key it was listed by.
        key: match value.get("key").and_then(Value::as_str) {
            Some(key) => key.to_owned(),
            None => fingerprint(json!([department, items, base]).to_string().as_bytes()),
        },
        department,
        items,
        wanted,
        sent: sent.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
        base,
    })
}

/// To whom a file was handed out, and what of; none where it was not.
pub fn part_of(project: &Project) -> Option<PartOf> {
    let value = note(project)?;
    let items = value.get("items")?.as_array()?;
    value.get("base")?;
    Some(PartOf {
        department: value.get("department")?.as_str()?.to_owned(),
        items: items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        wanted: Wanted::of(value),
    })
}

/// Says in a part what is wanted of it. What tells it from other parts stays; nothing happens to what was not handed out.
pub fn ask(part: &mut Project, wanted: &Wanted) {
    if let Some(note) = note_mut(part) {
        wanted.put_into(note);
    }
}

fn note_mut(project: &mut Project) -> Option<&mut Map<String, Value>> {
    let kept = project.kept.iter_mut().find(|kept| kept.pointer == POINTER)?;
    kept.value.as_object_mut()
}

fn note(project: &Project) -> Option<&Value> {
    project.kept.iter().find(|kept| kept.pointer == POINTER).map(|kept| &kept.value)
}

/// Notes in a part that it is saved as it is now to be handed back, so that a later state is known to follow it. Nothing
/// happens to what was not handed out.
pub fn note_sent(pack: &Pack, part: &mut Project) {
    let state = state(pack, part);
    let Some(note) = note_mut(part) else { return };
    if let Value::Array(sent) = note.entry("sent").or_insert_with(|| Value::Array(Vec::new()))
        && sent.last().and_then(Value::as_str) != Some(&state)
    {
        sent.push(Value::String(state));
    }
}

/// The hash of all that a part holds, whatever the file says about itself.
pub(super) fn state(pack: &Pack, part: &Project) -> String {
    fingerprint(Value::Object(super::members(part, pack)).to_string().as_bytes())
}

impl PartOf {
    /// Its items as far as the pack has them, in the order of the pack.
    pub fn slots(&self, pack: &Pack) -> Vec<ItemSlot> {
        let items = pack.items().filter(|(_, item)| self.items.contains(&item.id));
        items.map(|(slot, _)| slot).collect()
    }
}

impl HandedOut {
    /// The state it began with.
    pub fn base(&self, pack: &Pack) -> Result<Project, ReadError> {
        from_value(self.base.clone(), pack)
    }
}

/// Merges a part that comes back into the whole, against the state it was handed out in; none where it was not handed
/// out. Whatever the department changed comes along, also outside its items.
pub fn take_back(pack: &Pack, whole: &Project, returned: &Project) -> Result<Option<Merge>, ReadError> {
    match handed_out(returned) {
        Some(handed_out) => Ok(Some(merge(pack, Some(&handed_out.base(pack)?), whole, returned))),
        None => Ok(None),
    }
}
