//! Undo and redo of a draft: a list of earlier drafts, which share all they have in common.

use super::draft::Draft;
use super::edit::Edit;

/// How many steps are kept.
const DEPTH: usize = 100;

/// A draft with its past and, after undoing, its future.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftHistory {
    past: Vec<Draft>,
    present: Draft,
    future: Vec<Draft>,
    /// The field being written in, as long as nothing else happens.
    writing: Option<String>,
}

impl DraftHistory {
    pub fn new(present: Draft) -> DraftHistory {
        DraftHistory {
            past: Vec::new(),
            present,
            future: Vec::new(),
            writing: None,
        }
    }
    pub fn present(&self) -> &Draft {
        &self.present
    }
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Applies an edit; none where it changes nothing. Writing on in the same field is one step.
    pub fn after(&self, edit: &Edit) -> Option<DraftHistory> {
        let present = self.present.apply(edit);
        if present == self.present {
            return None;
        }
        let mut next = self.clone();
        let field = edit.field();
        if field.is_none() || field != self.writing {
            next.past.push(self.present.clone());
            if next.past.len() > DEPTH {
                next.past.remove(0);
            }
        }
        next.present = present;
        next.future.clear();
        next.writing = field;
        Some(next)
    }

    /// One step back; none at the beginning.
    pub fn undone(&self) -> Option<DraftHistory> {
        let mut next = self.clone();
        let earlier = next.past.pop()?;
        next.future.push(std::mem::replace(&mut next.present, earlier));
        next.writing = None;
        Some(next)
    }

    /// One step forward again; none where nothing was undone.
    pub fn redone(&self) -> Option<DraftHistory> {
        let mut next = self.clone();
        let later = next.future.pop()?;
        next.past.push(std::mem::replace(&mut next.present, later));
        next.writing = None;
        Some(next)
    }
}
