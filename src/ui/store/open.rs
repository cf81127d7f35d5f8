//! One open assessment: its history, what of it is kept, and what it was under other criteria.

use super::{SaveState, Snapshot};
use crate::archive::{self, Project};
use crate::assessment::{Assessment, History, ProfileText};
use crate::browser::clock;
use crate::browser::storage::{Card, StorageError};
use crate::criteria::Pack;
use crate::scoring::score;
use std::rc::Rc;

pub(super) struct Open {
    pub(super) id: Rc<str>,
    pub(super) pack: Rc<Pack>,
    history: History,
    /// What it was before it was read under other criteria, the latest last.
    earlier: Vec<Earlier>,
    /// Everything of the file but the assessment, which lives in the history.
    project: Project,
    pub(super) revision: u32,
    /// Counts changes.
    pub(super) changes: u32,
    /// The change up to which saving was tried.
    pub(super) tried: u32,
    /// The change up to which everything is kept, and the time of day of that.
    pub(super) kept: u32,
    pub(super) kept_at: String,
    /// Why the last try failed.
    pub(super) failure: Option<StorageError>,
}

/// An assessment under the criteria it was judged by before.
struct Earlier {
    pack: Rc<Pack>,
    history: History,
    project: Project,
}

impl Open {
    pub(super) fn new(id: &str, pack: Rc<Pack>, project: Project, revision: u32, kept_at: String, changed: bool) -> Open {
        Open {
            id: id.into(),
            pack,
            history: History::new(project.assessment.clone()),
            earlier: Vec::new(),
            project,
            revision,
            changes: u32::from(changed),
            tried: 0,
            kept: 0,
            kept_at,
            failure: None,
        }
    }
    pub(super) fn snapshot(&self) -> Snapshot {
        Snapshot {
            id: self.id.clone(),
            pack: self.pack.clone(),
            assessment: self.history.present().clone(),
            can_undo: self.history.can_undo() || !self.earlier.is_empty(),
            can_redo: self.history.can_redo(),
            save: self.state(),
        }
    }
    fn state(&self) -> SaveState {
        match self.failure {
            Some(error) => SaveState::Failed(error),
            None if self.is_unsaved() => SaveState::Pending,
            None => SaveState::Saved(self.kept_at.clone()),
        }
    }
    /// What is not kept is somebody else's to keep from here on.
    pub(super) fn give_up(&mut self) {
        (self.tried, self.kept, self.failure) = (self.changes, self.changes, None);
    }
    pub(super) fn is_unsaved(&self) -> bool {
        self.changes != self.kept
    }
    /// This assessment with what the other module has made of it meanwhile, as one step of the history. The other module
    /// began with all of this, also where it could not be kept.
    pub(super) fn caught_up(mut self, read: Open) -> Open {
        if read.revision == self.revision && !read.is_unsaved() {
            return self;
        }
        if read.pack.key() == self.pack.key() && read.pack.hash() == self.pack.hash() {
            self.history = self.history.followed_by(read.history.present().clone());
        } else {
            self.carry(read.pack.clone(), read.project.clone());
        }
        self.changes += read.changes;
        (self.pack, self.project, self.revision, self.kept_at, self.failure) = (read.pack, read.project, read.revision, read.kept_at, None);
        self
    }
    /// Makes a step of the history; none where it is no change.
    pub(super) fn step(&mut self, next: impl FnOnce(&History) -> Option<History>) -> Option<()> {
        self.history = next(&self.history)?;
        Some(())
    }
    /// What is written next is a step of its own.
    pub(super) fn settle(&mut self) {
        self.history.settle();
    }
    /// One step back; before the first one, back to the criteria it was judged by before; none where there is neither.
    pub(super) fn undo(&mut self) -> Option<()> {
        if self.history.can_undo() {
            return self.step(History::undone);
        }
        let Earlier { pack, history, project } = self.earlier.pop()?;
        (self.pack, self.history, self.project) = (pack, history, project);
        Some(())
    }
    /// Goes on under other criteria, where it is `project`.
    pub(super) fn carry(&mut self, pack: Rc<Pack>, project: Project) {
        let history = History::new(project.assessment.clone());
        self.earlier.push(Earlier {
            pack: std::mem::replace(&mut self.pack, pack),
            history: std::mem::replace(&mut self.history, history),
            project: std::mem::replace(&mut self.project, project),
        });
    }
    /// Goes on under another content of the same edition; none where it cannot be read under that.
    pub(super) fn adopt(&mut self, pack: &Rc<Pack>) -> Option<()> {
        let project = reread(&self.current(), &self.pack, pack)?;
        let mut under = |assessment: &Assessment| {
            let step = Project {
                assessment: assessment.clone(),
                ..self.project.clone()
            };
            reread(&step, &self.pack, pack).map(|project| project.assessment)
        };
        self.history = self.history.mapped(&project.assessment, &mut under);
        self.project = project;
        self.pack = pack.clone();
        Some(())
    }
    /// The line of the home page.
    pub(super) fn card(&self) -> Card {
        let assessment = self.history.present();
        let score = score(&self.pack, assessment);
        Card {
            id: self.id.to_string(),
            name: assessment.organisation.text(ProfileText::Name).to_string(),
            pack: self.pack.id().to_owned(),
            fictional: assessment.fictional,
            rated: score.rated(),
            items: score.counted(),
            points: score.total.points.to_string(),
            modified: clock::now(),
        }
    }
    /// A window that lost the race for its record does not take part in it again.
    pub(super) fn is_to_be_saved(&self) -> bool {
        self.changes != self.tried && self.failure != Some(StorageError::Newer)
    }
    pub(super) fn current(&self) -> Project {
        Project {
            assessment: Assessment::clone(self.history.present()),
            ..self.project.clone()
        }
    }
}

/// A project as it reads under other criteria of the same edition.
fn reread(project: &Project, from: &Pack, to: &Pack) -> Option<Project> {
    archive::open(&archive::write(project, from)).ok()?.with_pack(to).ok()
}
