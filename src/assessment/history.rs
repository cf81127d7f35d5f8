//! Undo and redo: a list of earlier assessments, which share all they have in common.

use super::action::Action;
use super::record::Assessment;
use super::spot::Spot;
use std::rc::Rc;

/// How many steps are kept.
const DEPTH: usize = 200;

/// An assessment with its past and, after undoing, its future.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    past: Vec<Rc<Assessment>>,
    present: Rc<Assessment>,
    future: Vec<Rc<Assessment>>,
    /// Where something is being written, until that place is left or something else happens.
    writing: Option<Spot>,
}

impl History {
    pub fn new(present: Assessment) -> History {
        History {
            past: Vec::new(),
            present: Rc::new(present),
            future: Vec::new(),
            writing: None,
        }
    }
    pub fn present(&self) -> &Rc<Assessment> {
        &self.present
    }
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Applies an action; none where it changes nothing. Writing on in the same field or cell is one step.
    pub fn after(&self, action: &Action) -> Option<History> {
        let present = action.apply(&self.present);
        if present == *self.present {
            return None;
        }
        let spot = Spot::of(action);
        if spot.is_some() && spot == self.writing {
            let mut next = self.clone();
            next.present = Rc::new(present);
            next.future.clear();
            return Some(next);
        }
        let mut next = self.clone();
        next.past.push(std::mem::replace(&mut next.present, Rc::new(present)));
        if next.past.len() > DEPTH {
            next.past.remove(0);
        }
        next.future.clear();
        next.writing = spot;
        Some(next)
    }

    /// The place that is written in is left: what is written there next is a step of its own.
    pub fn settle(&mut self) {
        self.writing = None;
    }

    /// The same history in another form: the present as given, every other step as `form` makes it; steps it cannot make
    /// are left out.
    pub fn mapped(&self, present: &Assessment, form: &mut dyn FnMut(&Assessment) -> Option<Assessment>) -> History {
        let mut all = |steps: &[Rc<Assessment>]| steps.iter().filter_map(|step| form(step).map(Rc::new)).collect();
        History {
            past: all(&self.past),
            present: Rc::new(present.clone()),
            future: all(&self.future),
            writing: self.writing,
        }
    }

    /// The state it began with.
    pub fn beginning(&self) -> &Rc<Assessment> {
        self.past.first().unwrap_or(&self.present)
    }
    /// The states before the present one, the latest last.
    pub fn past(&self) -> &[Rc<Assessment>] {
        &self.past
    }
    /// The states that were undone, the next one last.
    pub fn future(&self) -> &[Rc<Assessment>] {
        &self.future
    }

    /// One step back to a state from before the beginning.
    pub fn preceded(&self, earlier: Assessment) -> History {
        let mut next = self.clone();
        next.past.insert(0, Rc::new(earlier));
        next.undone().unwrap_or(next)
    }
    /// One step forward to a state from after the end.
    pub fn succeeded(&self, later: Assessment) -> History {
        let mut next = self.clone();
        next.future.insert(0, Rc::new(later));
        next.redone().unwrap_or(next)
    }

    /// One step back; none at the beginning.
    pub fn undone(&self) -> Option<History> {
        let mut next = self.clone();
        let earlier = next.past.pop()?;
        next.future.push(std::mem::replace(&mut next.present, earlier));
        next.writing = None;
        Some(next)
    }

    /// One step forward again; none where nothing was undone.
    pub fn redone(&self) -> Option<History> {
        let mut next = self.clone();
        let later = next.future.pop()?;
        next.past.push(std::mem::replace(&mut next.present, later));
        next.writing = None;
        Some(next)
    }
}
