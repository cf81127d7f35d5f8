//! One open assessment: its history, what of it is kept, and what it was under other criteria.

use super::{SaveState, Snapshot};
use crate::archive::journal::{Changes, Written, changes};
use crate::archive::{self, Project};
use crate::assessment::{Assessment, Field, History, ProfileText, Text};
use crate::browser::clock;
use crate::browser::storage::{Card, StorageError};
use crate::criteria::Pack;
use crate::json::ById;
use crate::merge::{PartOf, add_missing_parts, part_of, parts_out};
use crate::scoring::score;
use std::rc::Rc;

pub(super) struct Open {
    pub(super) id: Rc<str>,
    pub(super) pack: Rc<Pack>,
    history: History,
    /// What it was before it was read under other criteria or joined with files, the latest last.
    earlier: Vec<Earlier>,
    /// What it was when that was undone, the latest last; gone with the next change.
    later: Vec<Earlier>,
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
    /// What is being typed in fields and is no step of the history yet.
    drafts: Vec<(Field, Text)>,
    /// What is kept; none where that is not known.
    down: Option<State>,
    /// What is being saved.
    on_its_way: Option<State>,
    /// Counts changes of what stands beside the assessment, and of its criteria.
    beside: u32,
}

/// A state of the assessment, to know what has changed since.
#[derive(Clone)]
struct State {
    assessment: Rc<Assessment>,
    beside: u32,
}

/// An assessment as a whole: under the criteria it was judged by, with all that stands beside it.
struct Earlier {
    pack: Rc<Pack>,
    history: History,
    project: Project,
}

impl Open {
    pub(super) fn new(id: &str, pack: Rc<Pack>, project: Project, revision: u32, kept_at: String, changed: bool) -> Open {
        let history = History::new(project.assessment.clone());
        let kept = State {
            assessment: history.present().clone(),
            beside: 0,
        };
        Open {
            id: id.into(),
            pack,
            history,
            earlier: Vec::new(),
            later: Vec::new(),
            project,
            revision,
            changes: u32::from(changed),
            tried: 0,
            kept: 0,
            kept_at,
            failure: None,
            drafts: Vec::new(),
            down: (!changed).then_some(kept),
            on_its_way: None,
            beside: 0,
        }
    }
    pub(super) fn snapshot(&self) -> Snapshot {
        Snapshot {
            id: self.id.clone(),
            pack: self.pack.clone(),
            assessment: self.history.present().clone(),
            part: self.part().map(Rc::new),
            out: parts_out(&self.project),
            changes: self.changes,
            can_undo: self.history.can_undo() || !self.earlier.is_empty(),
            can_redo: self.history.can_redo() || !self.later.is_empty(),
            save: self.state(),
        }
    }
    pub(super) fn part(&self) -> Option<PartOf> {
        part_of(&self.project)
    }
    fn state(&self) -> SaveState {
        match self.failure {
            Some(error) => SaveState::Failed(error),
            None if self.is_unsaved() => SaveState::Pending,
            None => SaveState::Saved(self.kept_at.clone()),
        }
    }
    pub(super) fn is_unsaved(&self) -> bool {
        self.changes != self.kept
    }
    /// Makes a step of the history; none where it is no change.
    pub(super) fn step(&mut self, next: impl FnOnce(&History) -> Option<History>) -> Option<()> {
        self.history = next(&self.history)?;
        self.later.clear();
        Some(())
    }
    /// Changes what stands beside the assessment, which is no step of the history.
    pub(super) fn keep(&mut self, change: impl FnOnce(&mut Project)) -> Option<()> {
        let mut changed = self.current();
        change(&mut changed);
        let kept = std::mem::replace(&mut self.project.kept, changed.kept);
        self.beside += 1;
        (kept != self.project.kept).then_some(())
    }
    /// What is written next is a step of its own.
    pub(super) fn settle(&mut self) {
        self.history.settle();
    }
    /// One step back; before the first one, back to what it was before it was carried or joined; none where there is
    /// neither.
    pub(super) fn undo(&mut self) -> Option<()> {
        if self.history.can_undo() {
            self.history = self.history.undone()?;
            return Some(());
        }
        let earlier = self.earlier.pop()?;
        let left = self.replace(earlier);
        self.later.push(left);
        Some(())
    }
    /// One step forward again; after the last one, forward to what it was carried to or joined with.
    pub(super) fn redo(&mut self) -> Option<()> {
        if self.history.can_redo() {
            self.history = self.history.redone()?;
            return Some(());
        }
        let later = self.later.pop()?;
        let left = self.replace(later);
        self.earlier.push(left);
        Some(())
    }
    /// Goes on as `project`, under other criteria or joined with files. Undo leads back.
    pub(super) fn carry(&mut self, pack: Rc<Pack>, project: Project) {
        let history = History::new(project.assessment.clone());
        let left = self.replace(Earlier { pack, history, project });
        self.earlier.push(left);
        self.later.clear();
    }
    fn replace(&mut self, mut whole: Earlier) -> Earlier {
        // Going back brings no file back that was handed out.
        add_missing_parts(&mut whole.project, &self.project);
        self.beside += 1;
        Earlier {
            pack: std::mem::replace(&mut self.pack, whole.pack),
            history: std::mem::replace(&mut self.history, whole.history),
            project: std::mem::replace(&mut self.project, whole.project),
        }
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
        self.beside += 1;
        Some(())
    }
    /// Goes on with what another window has saved. What was done here before is no step back any more: it would take away
    /// what was done there.
    pub(super) fn follow(&mut self, project: Project, revision: u32) {
        self.history = History::new(project.assessment.clone());
        (self.earlier, self.later) = (Vec::new(), Vec::new());
        self.project = project;
        self.revision = revision;
        self.kept_at = clock::day_and_time(clock::now()).1;
        self.down = Some(State {
            assessment: self.history.present().clone(),
            beside: self.beside,
        });
    }
    /// The line of the home page.
    pub(super) fn card(&self) -> Card {
        let assessment = self.history.present();
        let score = score(&self.pack, assessment);
        let name = assessment.organisation.text(ProfileText::Name);
        Card {
            id: self.id.to_string(),
            name: self.part().map_or_else(|| name.to_string(), |part| [name, " · ", &part.department].concat()),
            pack: self.pack.id().to_owned(),
            criteria: ById(
                self.pack
                    .languages()
                    .map(|tag| (tag.to_owned(), self.pack.words(tag).short().to_owned()))
                    .collect(),
            ),
            fictional: assessment.fictional,
            rated: score.rated(),
            items: score.counted(),
            points: score.total.points.to_string(),
            modified: clock::now(),
        }
    }
    /// A window that lost the race for its record does not take part in it again.
    pub(super) fn is_to_be_saved(&self) -> bool {
        self.changes != self.tried && !self.has_lost_its_record()
    }
    /// Whether the record has all of it, as it does when a field hands over what was saved while it was typed: a record more
    /// would hold nothing new, and stand in the way of another window that has followed already.
    pub(super) fn is_in_its_record(&self) -> bool {
        let same = |down: &State| down.beside == self.beside && down.assessment == self.written();
        self.is_to_be_saved() && self.failure.is_none() && self.down.as_ref().is_some_and(same)
    }
    pub(super) fn need_no_saving(&mut self) {
        (self.tried, self.kept) = (self.changes, self.changes);
    }
    /// Whether another window goes on with the record, or the record is gone.
    pub(super) fn has_lost_its_record(&self) -> bool {
        matches!(self.failure, Some(StorageError::Newer | StorageError::Gone))
    }
    /// What is being typed in a field; none once it has become a step of the history.
    pub(super) fn draft(&mut self, field: Field, written: Option<Text>) {
        self.drafts.retain(|(known, _)| *known != field);
        if let Some(written) = written {
            self.drafts.push((field, written));
            self.changes += 1;
        }
    }
    /// With what is being typed.
    fn written(&self) -> Rc<Assessment> {
        let present = self.history.present();
        if self.drafts.is_empty() {
            return present.clone();
        }
        let typed = |before: Assessment, (field, written): &(Field, Text)| field.write(written.clone()).apply(&before);
        Rc::new(self.drafts.iter().fold(Assessment::clone(present), typed))
    }
    /// What a full record holds from here on, once it is kept.
    pub(super) fn begin_saving(&mut self) -> String {
        let assessment = self.written();
        let content = archive::write(&self.holding(&assessment), &self.pack);
        self.tried = self.changes;
        self.on_its_way = Some(State {
            assessment,
            beside: self.beside,
        });
        content
    }
    /// What became of it.
    pub(super) fn end_saving(&mut self, kept: bool) {
        let state = self.on_its_way.take();
        if kept {
            self.down = state;
        }
    }
    /// What the journal needs to lead from the record to what is on the screen, whether the one that is on its way has
    /// arrived or not; none where nothing has changed.
    pub(super) fn unkept(&self) -> Option<Written> {
        if !self.is_unsaved() {
            return None;
        }
        let now = self.holding(&self.written());
        let states = [self.down.as_ref(), self.on_its_way.as_ref().or(self.down.as_ref())];
        let mut since = Changes::new();
        for state in states {
            match state.filter(|state| state.beside == self.beside) {
                Some(state) => since.extend(changes(&state.assessment, &now, &self.pack)),
                None => return Some(Written::Whole(archive::write(&now, &self.pack))),
            }
        }
        (!since.is_empty()).then_some(Written::Changes(since))
    }
    pub(super) fn current(&self) -> Project {
        self.holding(self.history.present())
    }
    fn holding(&self, assessment: &Assessment) -> Project {
        Project {
            assessment: assessment.clone(),
            ..self.project.clone()
        }
    }
}

/// A project as it reads under other criteria of the same edition.
fn reread(project: &Project, from: &Pack, to: &Pack) -> Option<Project> {
    archive::open(&archive::write(project, from)).ok()?.with_pack(to).ok()
}
