//! The sections of the page in their order, which changes once there are scores. A large panel is drawn a section at a time: fifty
//! assessors at once would be one long task, in which nothing on the page answers.

use super::acts::Shown;
use super::room::{Drawn, Shared};
use super::{View, closing, overview, prepare, receive, themes, typing, whole};
use crate::assessment::Assessment;
use crate::panel::PanelReading;
use crate::ui::kit::use_kit;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Whole,
    Consensus,
    Overview,
    Themes,
    Closing,
    Receive,
    Typing,
    Prepare,
}

/// Before there are scores.
const BEFORE: [Section; 4] = [Section::Prepare, Section::Receive, Section::Typing, Section::Overview];
const WITH_SCORES: [Section; 8] = [
    Section::Whole,
    Section::Consensus,
    Section::Overview,
    Section::Themes,
    Section::Closing,
    Section::Receive,
    Section::Typing,
    Section::Prepare,
];
/// Up to so many assessors all sections are drawn at once.
const FEW: usize = 12;

impl Section {
    pub fn key(self) -> usize {
        self as usize
    }

    fn draw(self, view: &View<'_>) -> Html {
        match self {
            Section::Whole => whole::whole(view),
            Section::Consensus => closing::consensus(view),
            Section::Overview => overview::overview(view),
            Section::Themes => themes::themes(view),
            Section::Closing => closing::closing(view),
            Section::Receive => receive::receive(view),
            Section::Typing => typing::typing(view),
            Section::Prepare => prepare::prepare(view),
        }
    }
}

/// What a section is drawn from.
#[derive(Clone)]
pub(super) struct Given {
    pub held: Drawn,
    /// What follows from it, made once for all sections.
    pub reading: Rc<PanelReading>,
    /// How often the desk has told of something that is not held: questions, notes.
    pub told: u32,
}

impl PartialEq for Given {
    fn eq(&self, other: &Given) -> bool {
        self.held == other.held && Rc::ptr_eq(&self.reading, &other.reading) && self.told == other.told
    }
}

#[derive(Properties)]
pub(super) struct StandingProps {
    pub section: Section,
    /// None until it is drawn for the first time; its place is held, because a section that comes between others moves them all.
    pub given: Option<Given>,
    pub desk: Shared,
    pub assessment: Rc<Assessment>,
    pub shown: Shown,
}

impl PartialEq for StandingProps {
    fn eq(&self, other: &StandingProps) -> bool {
        self.section == other.section && self.given == other.given && self.shown == other.shown && Rc::ptr_eq(&self.assessment, &other.assessment)
    }
}

/// A section, drawn anew where something of it may have changed, and not because another one comes to stand on the page.
#[component]
pub(super) fn Standing(props: &StandingProps) -> Html {
    let kit = use_kit();
    let Some(given) = &props.given else { return Html::default() };
    let (held, shown) = (&given.held.0, &props.shown);
    props.section.draw(&View {
        kit: &kit,
        desk: &props.desk.0,
        held,
        panel: &held.record.panel,
        reading: &given.reading,
        chosen: shown.chosen,
        by_clause: shown.by_clause,
        map: shown.map,
        themes: shown.themes,
    })
}

/// The sections as they are drawn.
#[derive(Default)]
struct Drawing {
    sections: Vec<(Section, Option<Given>)>,
    /// Those that wait for their turn; they show what they were given before.
    behind: Vec<Section>,
    with_scores: bool,
    /// The turn in which one of them was drawn last.
    turn: u32,
}

impl Drawing {
    /// Gives the sections what they are drawn from, the next one of those behind among them where it is another turn: the page may be drawn
    /// several times in one. True while some stay behind.
    fn more(&mut self, now: &Given, turn: u32) -> bool {
        let sheets = now.held.0.record.panel.sheets.len();
        let turns = self.sections.is_empty() || self.with_scores != (sheets > 0);
        if turns {
            self.with_scores = sheets > 0;
            let order: &[Section] = if self.with_scores { &WITH_SCORES } else { &BEFORE };
            let mut before = std::mem::take(&mut self.sections);
            // These two are the same with scores and without.
            before.retain(|(section, _)| matches!(section, Section::Typing | Section::Prepare));
            let given = |wanted: Section| before.iter().find(|(section, _)| *section == wanted).and_then(|(_, given)| given.clone());
            self.sections = order.iter().map(|section| (*section, given(*section))).collect();
            self.behind = order.to_vec();
        }
        let at_once = match sheets > FEW {
            // What came has been given to the panel in the same task.
            true if turns || self.turn == turn => 0,
            true => 1,
            false => self.behind.len(),
        };
        self.turn = turn;
        self.behind.drain(..at_once.min(self.behind.len()));
        for (section, given) in &mut self.sections {
            if !self.behind.contains(section) {
                *given = Some(now.clone());
            }
        }
        !self.behind.is_empty()
    }
}

/// The sections from top to bottom with what each is drawn from; the page is drawn again until none is behind. None are while there is
/// no panel to show.
#[hook]
pub(super) fn use_sections(now: Option<Given>) -> Vec<(Section, Option<Given>)> {
    let drawing = use_mut_ref(Drawing::default);
    let turn = use_state(|| 0_u32);
    let mut drawing = drawing.borrow_mut();
    let more = now.is_some_and(|now| drawing.more(&now, *turn));
    {
        let turn = turn.clone();
        use_effect_with((more, *turn), move |(more, turn_now)| {
            let next = turn_now + 1;
            let timer = more.then(|| Timeout::new(0, move || turn.set(next)));
            move || drop(timer)
        });
    }
    drawing.sections.clone()
}
