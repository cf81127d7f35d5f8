//! What lies on the page and is kept nowhere: items ticked, files that came back and how their conflicts are to be
//! settled. It outlives the page, so that looking something up elsewhere loses no choice.

use crate::criteria::ItemSlot;
use crate::merge::{Choice, NotTaken, Returned};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// A file that was not taken: why, or what the reader of bundles said.
pub(super) struct Refused {
    pub file: String,
    pub reason: Result<NotTaken, String>,
}

/// A draft in its readings, each with what is told of it: as it stands, and where something is only proposed with all of that.
pub(super) struct Draft {
    pub readings: Vec<(Returned, Value)>,
    /// Which one lies among the files.
    pub at: usize,
}

#[derive(Default)]
pub(super) struct Desk {
    /// Id of the assessment it all belongs to.
    of: String,
    pub ticked: BTreeSet<usize>,
    pub files: Vec<Returned>,
    pub drafts: Vec<Draft>,
    pub refused: Vec<Refused>,
    /// How many files are being read.
    pub reading: usize,
    /// By the file's id and the pointer.
    choices: BTreeMap<(String, String), Choice>,
    /// By the file's id: what counts where nothing else is chosen.
    choices_of_files: BTreeMap<String, Choice>,
    /// Ids of files whose changes are shown one by one.
    pub shown: BTreeSet<String>,
    /// Counts what a plan depends on.
    pub version: u32,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Asks or changes what lies there for an assessment; what lay there for another one is gone.
pub(super) fn at_desk<T>(id: &str, act: impl FnOnce(&mut Desk) -> T) -> T {
    DESK.with_borrow_mut(|desk| {
        if desk.of != id {
            let version = desk.version + 1;
            *desk = Desk {
                of: id.to_owned(),
                version,
                ..Desk::default()
            };
        }
        act(desk)
    })
}

impl Desk {
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.refused.is_empty() && self.reading == 0
    }
    pub fn ticked_slots(&self) -> Vec<ItemSlot> {
        self.ticked.iter().map(|slot| ItemSlot(*slot)).collect()
    }
    /// Both versions are kept where nothing is chosen.
    pub fn choice(&self, file: &str, pointer: &str) -> Choice {
        let own = self.choices.get(&(file.to_owned(), pointer.to_owned()));
        own.or(self.choices_of_files.get(file)).copied().unwrap_or(Choice::Both)
    }
    /// What counts for all conflicts of a file; none where they were chosen one by one.
    pub fn choice_of_file(&self, file: &str) -> Option<Choice> {
        let one_by_one = self.choices.keys().any(|(of, _)| of == file);
        (!one_by_one).then(|| self.choices_of_files.get(file).copied().unwrap_or(Choice::Both))
    }
    pub fn choose(&mut self, file: &str, pointer: &str, choice: Choice) {
        self.choices.insert((file.to_owned(), pointer.to_owned()), choice);
        self.version += 1;
    }
    pub fn choose_all(&mut self, file: &str, choice: Choice) {
        self.choices.retain(|(of, _), _| of != file);
        self.choices_of_files.insert(file.to_owned(), choice);
        self.version += 1;
    }
    pub fn leave_out(&mut self, file: &str) {
        self.files.retain(|known| known.id() != file);
        self.version += 1;
    }
    pub fn draft(&self, file: &str) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.readings[draft.at].0.id() == file)
    }
    /// Takes a draft in its other reading.
    pub fn turn(&mut self, file: &str) {
        let Some(draft) = self.drafts.iter_mut().find(|draft| draft.readings[draft.at].0.id() == file) else {
            return;
        };
        draft.at = (draft.at + 1) % draft.readings.len();
        let turned = &draft.readings[draft.at].0;
        self.files
            .iter_mut()
            .filter(|known| known.id() == file)
            .for_each(|known| known.clone_from(turned));
        self.version += 1;
    }
    /// Lets go of all files.
    pub fn clear(&mut self) {
        self.files.clear();
        self.drafts.clear();
        self.refused.clear();
        self.choices.clear();
        self.choices_of_files.clear();
        self.shown.clear();
        self.version += 1;
    }
}
