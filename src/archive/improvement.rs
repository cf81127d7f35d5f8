//! The improvement plan between the file's types and the record. A target for an item the pack does not have, or in steps
//! it does not allow, is kept and not counted; an action stays an action whatever item it names.

use super::error::ReadError;
use super::improvement_file::{ActionFile, ImprovementFile};
use super::read::date;
use crate::assessment::{ImprovementAction, ImprovementPlan, Percent, text};
use crate::criteria::Pack;
use crate::json::{self, ById};
use std::rc::Rc;

/// The plan in the slots of a pack; pointers of what is not understood are added to `unknown`.
pub(super) fn read(file: &ImprovementFile, pack: &Pack, blank: &ImprovementPlan, unknown: &mut Vec<String>) -> Result<ImprovementPlan, ReadError> {
    let mut plan = blank.clone();
    for (id, file) in &file.actions.0 {
        plan.actions.push(Rc::new(action(id, file, &json::push("/actions", id))?));
    }
    for (id, percent) in &file.targets.0 {
        let pointer = json::push("/targets", id);
        let Some(percent) = *percent else {
            unknown.push(pointer);
            continue;
        };
        let whole = percentage(percent, || pointer.clone())?;
        match (pack.item_slot(id), Percent::new(whole, pack.structure().scoring.step)) {
            (Some(slot), Some(percent)) => plan.targets[slot.0] = Some(percent),
            _ => unknown.push(pointer),
        }
    }
    Ok(plan)
}

fn percentage(given: i64, pointer: impl FnOnce() -> String) -> Result<u8, ReadError> {
    let whole = u8::try_from(given).ok().filter(|percent| *percent <= 100);
    whole.ok_or_else(|| ReadError::BadValue {
        pointer: pointer(),
        value: given.to_string(),
    })
}

fn action(id: &str, file: &ActionFile, pointer: &str) -> Result<ImprovementAction, ReadError> {
    Ok(ImprovementAction {
        id: text(id),
        title: text(&file.title),
        item: text(&file.item),
        owner: text(&file.owner),
        start: date(file.start.as_deref(), &json::push(pointer, "start"))?,
        due: date(file.due.as_deref(), &json::push(pointer, "due"))?,
        progress: file.status,
        days: file.days,
        size: file.size,
        gain: file.gain.map(|gain| percentage(gain, || json::push(pointer, "gain"))).transpose()?,
        note: text(&file.note),
    })
}

/// What is written: actions in their order, targets in the order of the pack.
pub(super) fn file_of(plan: &ImprovementPlan, pack: &Pack) -> ImprovementFile {
    let targets = pack
        .items()
        .filter_map(|(slot, item)| Some((item.id.clone(), Some(plan.target(slot)?.value().into()))));
    ImprovementFile {
        actions: ById(plan.actions.iter().map(|action| (String::from(&*action.id), action_file(action))).collect()),
        targets: ById(targets.collect()),
    }
}

fn action_file(action: &ImprovementAction) -> ActionFile {
    ActionFile {
        title: String::from(&*action.title),
        item: String::from(&*action.item),
        owner: String::from(&*action.owner),
        start: action.start.map(|date| date.to_string()),
        due: action.due.map(|date| date.to_string()),
        status: action.progress,
        days: action.days,
        size: action.size,
        gain: action.gain.map(i64::from),
        note: String::from(&*action.note),
    }
}

/// Whether a pointer leads into an action that is no longer there.
pub(super) fn is_of_removed(pointer: &str, plan: &ImprovementPlan) -> bool {
    let inside = pointer.strip_prefix("/actions/").and_then(|rest| rest.split_once('/'));
    inside.is_some_and(|(id, _)| plan.actions.iter().all(|action| *action.id != *json::segment(id)))
}
