//! The panel on the page: read from storage, changed by steps, kept within a second.

use crate::archive::{Gathering, PanelRecord, ReadError, open_panel, subject_of, write_panel};
use crate::assessment::Assessment;
use crate::browser::panels::{self, KeptCourse, KeptMember, KeptPanel, KeptWork, Kind};
use crate::browser::storage::StorageError;
use crate::criteria::Pack;
use crate::panel::room::{Course, Plan};
use crate::panel::{Panel, PanelAction, Question, Refused};
use crate::ui::keeping::Keeping;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// A panel with what is kept beside its record.
#[derive(Clone)]
pub(super) struct Held {
    pub members: Vec<KeptMember>,
    pub anonymous: bool,
    /// What the session has of time.
    pub plan: Plan,
    /// How far it is.
    pub course: Course,
    pub record: PanelRecord,
}

/// Where the panel stands.
#[derive(Clone)]
pub(super) enum State {
    Reading,
    Failed(StorageError),
    /// With the record as it is kept.
    Unreadable(ReadError, String),
    Ready(Rc<Held>),
}

struct Inner {
    id: Rc<str>,
    pack: Rc<Pack>,
    state: Rc<RefCell<State>>,
    keeping: RefCell<Option<Keeping>>,
    /// What came of the files that were taken last.
    gathering: RefCell<Option<Rc<Gathering>>>,
    /// What is to be said of tables, and whether they count.
    notes: RefCell<Vec<(bool, String)>>,
    /// What has to be asked of files; gone with the page.
    questions: RefCell<Vec<Question>>,
    redraw: Callback<()>,
}

/// A handle to the panel of one page.
#[derive(Clone)]
pub(super) struct Desk(Rc<Inner>);

impl Desk {
    /// Reads the panel of an assessment, or begins one; `redraw` is told of every change.
    pub fn open(id: Rc<str>, pack: Rc<Pack>, assessment: Rc<Assessment>, redraw: Callback<()>) -> Desk {
        let desk = Desk(Rc::new(Inner {
            id,
            pack,
            state: Rc::new(RefCell::new(State::Reading)),
            keeping: RefCell::default(),
            gathering: RefCell::default(),
            questions: RefCell::default(),
            notes: RefCell::default(),
            redraw,
        }));
        let opened = desk.clone();
        spawn_local(async move {
            match panels::load(Kind::Panel, &opened.0.id).await {
                Err(error) => opened.put(State::Failed(error)),
                Ok(None) => opened.begin(&assessment, 0),
                Ok(Some(stored)) => match read(&stored.content, &opened.0.pack) {
                    Ok(held) => opened.hold(held, stored.revision),
                    Err(error) => {
                        let record = KeptPanel::read(&stored.content).map_or(stored.content, |kept| kept.record);
                        opened.put(State::Unreadable(error, record));
                    }
                },
            }
        });
        desk
    }

    fn begin(&self, assessment: &Assessment, revision: u32) {
        let subject = subject_of(&self.0.pack, assessment);
        let held = Held {
            members: Vec::new(),
            anonymous: false,
            plan: Plan::default(),
            course: Course::default(),
            record: PanelRecord::new(Panel::new(&self.0.pack, subject)),
        };
        self.hold(held, revision);
    }

    /// Begins anew, in place of what is kept.
    pub fn begin_anew(&self, assessment: Rc<Assessment>) {
        let desk = self.clone();
        spawn_local(async move {
            match panels::remove(Kind::Panel, &desk.0.id).await {
                Ok(()) => {
                    *desk.0.gathering.borrow_mut() = None;
                    desk.0.questions.borrow_mut().clear();
                    desk.begin(&assessment, 0);
                }
                Err(error) => desk.put(State::Failed(error)),
            }
        });
    }

    fn hold(&self, held: Held, revision: u32) {
        let (state, pack) = (self.0.state.clone(), self.0.pack.clone());
        let write = move || match &*state.borrow() {
            State::Ready(held) => written(held, &pack),
            _ => String::new(),
        };
        let (state, pack) = (self.0.state.clone(), self.0.pack.clone());
        let take = move |content: &str| match read(content, &pack) {
            Ok(held) => {
                *state.borrow_mut() = State::Ready(Rc::new(held));
                true
            }
            Err(_) => false,
        };
        *self.0.state.borrow_mut() = State::Ready(Rc::new(held));
        let keeping = Keeping::new(Kind::Panel, &self.0.id, revision, write, take, self.0.redraw.clone());
        *self.0.keeping.borrow_mut() = Some(keeping);
        self.0.redraw.emit(());
    }

    fn put(&self, state: State) {
        *self.0.state.borrow_mut() = state;
        self.0.redraw.emit(());
    }

    pub fn id(&self) -> &str {
        &self.0.id
    }
    pub fn state(&self) -> State {
        self.0.state.borrow().clone()
    }
    pub fn held(&self) -> Option<Rc<Held>> {
        match &*self.0.state.borrow() {
            State::Ready(held) => Some(held.clone()),
            _ => None,
        }
    }
    pub fn keeping(&self) -> Option<Keeping> {
        self.0.keeping.borrow().clone()
    }
    pub fn gathering(&self) -> Option<Rc<Gathering>> {
        self.0.gathering.borrow().clone()
    }
    pub fn gathered(&self, gathering: Gathering) {
        *self.0.gathering.borrow_mut() = Some(Rc::new(gathering));
        self.0.redraw.emit(());
    }

    pub fn noted(&self, notes: Vec<(bool, String)>) {
        *self.0.notes.borrow_mut() = notes;
    }
    pub fn notes(&self) -> Vec<(bool, String)> {
        self.0.notes.borrow().clone()
    }
    pub fn questions(&self) -> Vec<Question> {
        self.0.questions.borrow().clone()
    }
    /// Adds what has to be asked; what was asked before in other words goes.
    pub fn ask(&self, more: Vec<Question>) {
        let mut questions = self.0.questions.borrow_mut();
        questions.retain(|known| !more.iter().any(|question| question.assessor() == known.assessor()));
        questions.extend(more);
    }
    /// A question is answered, or dropped.
    pub fn answered(&self, at: usize) -> Option<Question> {
        let mut questions = self.0.questions.borrow_mut();
        let question = (at < questions.len()).then(|| questions.remove(at));
        drop(questions);
        self.0.redraw.emit(());
        question
    }

    /// Takes a step of the session, or tells why it is out of turn.
    pub fn act(&self, action: &PanelAction) -> Result<(), Refused> {
        let Some(held) = self.held() else { return Ok(()) };
        let panel = action.apply(&self.0.pack, &held.record.panel)?;
        self.change(|held| held.record.panel = panel);
        Ok(())
    }

    /// Changes what is kept.
    pub fn change(&self, change: impl FnOnce(&mut Held)) {
        let Some(held) = self.held() else { return };
        let mut after = Held::clone(&held);
        change(&mut after);
        *self.0.state.borrow_mut() = State::Ready(Rc::new(after));
        self.0.keeping.borrow().iter().for_each(Keeping::changed);
    }
}

fn written(held: &Held, pack: &Pack) -> String {
    let kept = KeptPanel {
        members: held.members.clone(),
        anonymous: held.anonymous,
        minutes: held.plan.minutes,
        pause: held.plan.pause,
        every: held.plan.every,
        course: kept_course(&held.course),
        record: write_panel(&held.record, pack),
    };
    kept.write()
}

/// What is kept of a panel, under its criteria.
fn read(content: &str, pack: &Pack) -> Result<Held, ReadError> {
    let kept = KeptPanel::read(content).ok_or(ReadError::NotPanel)?;
    Ok(Held {
        members: kept.members,
        anonymous: kept.anonymous,
        plan: Plan {
            minutes: kept.minutes,
            pause: kept.pause,
            every: kept.every,
        },
        course: course(kept.course),
        record: open_panel(kept.record.as_bytes())?.with_pack(pack)?,
    })
}

fn kept_course(course: &Course) -> KeptCourse {
    KeptCourse {
        item: course.item.clone(),
        later: course.later.clone(),
        worked: course.worked.iter().cloned().map(|(item, worked)| KeptWork { item, worked }).collect(),
        since: course.since.unwrap_or_default(),
        pause: course.pause.unwrap_or_default(),
    }
}

fn course(kept: KeptCourse) -> Course {
    let moment = |kept: f64| (kept > 0.0).then_some(kept);
    Course {
        item: kept.item,
        later: kept.later,
        worked: kept.worked.into_iter().map(|KeptWork { item, worked }| (item, worked)).collect(),
        since: moment(kept.since),
        pause: moment(kept.pause),
    }
}
