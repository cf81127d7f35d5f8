//! One open assessment: its history, what of it is kept, and what it was under other criteria.

use super::trail::{Former, Remembered, Trail, Whole};
use super::{Card, Device, Record, SaveState, Snapshot, StorageError};
use crate::archive::journal::{Changes, Written, changes};
use crate::archive::{self, Project};
use crate::assessment::{Assessment, Field, History, ProfileText, Text};
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
    earlier: Vec<Whole>,
    /// What it was when that was undone, the latest last; gone with the next change.
    later: Vec<Whole>,
    /// What was done before it was opened here.
    remembered: Remembered,
    /// Everything of the file but the assessment, which lives in the history.
    project: Project,
    pub(super) revision: u32,
    /// Counts changes.
    pub(super) changes: u32,
    /// The change up to which saving was tried.
    pub(super) tried: u32,
    /// The change up to which everything is kept, and when it was, in milliseconds since 1970; 0 where that is not known.
    pub(super) kept: u32,
    pub(super) kept_at: f64,
    /// Why the last try failed.
    pub(super) failure: Option<StorageError>,
    /// Whether the browser has not said for long what became of its record.
    pub(super) unanswered: bool,
    /// What is being typed in fields and is no step of the history yet.
    drafts: Vec<(Field, Text)>,
    /// What is kept; none where that is not known.
    down: Option<State>,
    /// What is being saved.
    on_its_way: Option<State>,
    /// Counts changes of what stands beside the assessment, and of its criteria.
    beside: u32,
    /// The id under which the journal has it, where it is a copy that was never kept.
    pub(super) instead_of: Option<Rc<str>>,
}

/// A state of the assessment, to know what has changed since.
#[derive(Clone)]
struct State {
    assessment: Rc<Assessment>,
    beside: u32,
}

impl Open {
    pub(super) fn new(id: &str, pack: Rc<Pack>, project: Project, record: Record, changed: bool) -> Open {
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
            remembered: Remembered::default(),
            project,
            revision: record.revision,
            changes: u32::from(changed),
            tried: 0,
            kept: 0,
            kept_at: record.at,
            failure: None,
            unanswered: false,
            drafts: Vec::new(),
            down: (!changed).then_some(kept),
            on_its_way: None,
            beside: 0,
            instead_of: None,
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
            can_undo: self.history.can_undo() || !self.earlier.is_empty() || !self.remembered.back.is_empty(),
            can_redo: self.history.can_redo() || !self.later.is_empty() || !self.remembered.forth.is_empty(),
            save: self.state(),
        }
    }
    pub(super) fn part(&self) -> Option<PartOf> {
        part_of(&self.project)
    }
    fn state(&self) -> SaveState {
        match self.failure {
            Some(error) => SaveState::Failed(error),
            None if self.unanswered => SaveState::Failed(StorageError::Silent),
            None if self.is_unsaved() => SaveState::Pending,
            None => SaveState::Saved(self.kept_at),
        }
    }
    pub(super) fn is_unsaved(&self) -> bool {
        self.changes != self.kept
    }
    /// Whether something was written that is not kept yet, or a field is being typed in. What it hands over goes on from what
    /// stood there when that was begun, also where it was saved meanwhile.
    pub(super) fn is_written_into(&self) -> bool {
        self.is_unsaved() || self.has_drafts()
    }
    /// Whether a field is being typed in.
    pub(super) fn has_drafts(&self) -> bool {
        !self.drafts.is_empty()
    }
    /// Makes a step of the history; none where it is no change.
    pub(super) fn step(&mut self, next: impl FnOnce(&History) -> Option<History>) -> Option<()> {
        self.history = next(&self.history)?;
        self.later.clear();
        self.remembered.forth.clear();
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
        if let Some(earlier) = self.earlier.pop() {
            let left = self.replace(earlier);
            self.later.push(left);
            return Some(());
        }
        let step = self.remembered.back.pop()?;
        self.history = self.history.preceded(self.stepped(&step)?);
        Some(())
    }
    /// One step forward again; after the last one, forward to what it was carried to or joined with.
    pub(super) fn redo(&mut self) -> Option<()> {
        if self.history.can_redo() {
            self.history = self.history.redone()?;
            return Some(());
        }
        if let Some(later) = self.later.pop() {
            let left = self.replace(later);
            self.earlier.push(left);
            return Some(());
        }
        let step = self.remembered.forth.pop()?;
        self.history = self.history.succeeded(self.stepped(&step)?);
        Some(())
    }
    /// What a step from before leads to.
    fn stepped(&self, step: &Written) -> Option<Assessment> {
        let take = self.remembered.take?;
        Some(take(&self.current(), step, &self.pack)?.assessment)
    }
    /// Goes on as `project`, under other criteria or joined with files. Undo leads back.
    pub(super) fn carry(&mut self, pack: Rc<Pack>, project: Project) {
        let history = History::new(project.assessment.clone());
        let left = self.replace(Whole { pack, history, project });
        self.earlier.push(left);
        self.later.clear();
        self.remembered.forth.clear();
    }
    fn replace(&mut self, mut whole: Whole) -> Whole {
        // Going back brings no file back that was handed out.
        add_missing_parts(&mut whole.project, &self.project);
        self.beside += 1;
        Whole {
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
    pub(super) fn follow(&mut self, project: Project, revision: u32, at: f64) {
        self.history = History::new(project.assessment.clone());
        (self.earlier, self.later, self.remembered) = Default::default();
        self.project = project;
        self.revision = revision;
        self.kept_at = at;
        self.down = Some(State {
            assessment: self.history.present().clone(),
            beside: self.beside,
        });
    }
    /// What was kept before, and what stands here now, where nothing but the assessment was changed; none where that is not
    /// so or not known.
    pub(super) fn since(&self) -> Option<(Project, Project)> {
        let kept = self.down.as_ref().filter(|kept| kept.beside == self.beside)?;
        Some((self.holding(&kept.assessment), self.holding(&self.written())))
    }
    /// Goes on as what came of what another window has saved and what was written here.
    pub(super) fn rejoin(&mut self, saved: Project, joined: Project, revision: u32, at: f64) {
        self.follow(joined, revision, at);
        self.down = Some(State {
            assessment: Rc::new(saved.assessment),
            beside: self.beside,
        });
        self.failure = None;
        self.tried = self.kept;
        self.changes += 1;
    }
    /// The line of the home page; it says what the full record says, also of what is still being typed.
    pub(super) fn card(&self, now: f64) -> Card {
        self.card_of(&self.written(), now)
    }
    /// The same of one of its states.
    fn card_of(&self, assessment: &Assessment, modified: f64) -> Card {
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
            modified,
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
    pub(super) fn end_saving(&mut self, outcome: Result<(), StorageError>) {
        let state = self.on_its_way.take();
        match outcome {
            Ok(()) => self.down = state,
            // The journal cannot go on from it.
            Err(StorageError::Gone) => self.down = None,
            Err(_) => {}
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
                None => return Some(self.whole()),
            }
        }
        (!since.is_empty()).then_some(Written::Changes(since))
    }
    /// All that is on the screen.
    pub(super) fn whole(&self) -> Written {
        Written::Whole(archive::write(&self.holding(&self.written()), &self.pack))
    }
    /// As it stands, to be kept as an earlier version.
    pub(super) fn former(&self, now: f64) -> Former {
        self.former_of(&self.written(), now)
    }
    fn former_of(&self, assessment: &Assessment, at: f64) -> Former {
        let files = assessment.evidence.entries.iter().filter_map(|entry| entry.file.as_ref());
        Former {
            card: self.card_of(assessment, at),
            content: archive::write(&self.holding(assessment), &self.pack),
            files: files.map(|file| file.sha256.to_string()).collect(),
        }
    }
    /// What is kept, where it was kept on an earlier day than today.
    pub(super) fn day_that_ended<D: Device>(&self, device: &D) -> Option<Former> {
        let kept = self.down.as_ref().filter(|_| self.kept_at > 0.0)?;
        let ended = device.day(self.kept_at) != device.day(device.now());
        ended.then(|| self.former_of(&kept.assessment, self.kept_at))
    }
    /// All that undo and redo lead through.
    pub(super) fn trail(&self) -> Trail<'_> {
        Trail {
            id: &self.id,
            now: Whole {
                pack: self.pack.clone(),
                history: self.history.clone(),
                project: self.project.clone(),
            },
            earlier: &self.earlier,
            later: &self.later,
            remembered: &self.remembered,
        }
    }
    /// Whether the steps of before were asked for.
    pub(super) fn is_recalled(&self) -> bool {
        self.remembered.recalled
    }
    /// Takes the steps of before, where they lead from what it was opened with. What could be redone cannot be any more once
    /// something else was done.
    pub(super) fn remember(&mut self, leads: impl FnOnce(&Project, &Pack) -> Option<Remembered>) {
        let (pack, history, project) = match self.earlier.first() {
            Some(whole) => (&whole.pack, &whole.history, &whole.project),
            None => (&self.pack, &self.history, &self.project),
        };
        let opened = Project {
            assessment: history.beginning().as_ref().clone(),
            ..project.clone()
        };
        self.remembered = leads(&opened, pack).unwrap_or_default();
        self.remembered.recalled = true;
        if self.history.can_undo() || !self.earlier.is_empty() {
            self.remembered.forth.clear();
        }
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
