//! The sections of the page in their order, which changes once there are scores. A large panel is drawn a section at a time: fifty
//! assessors at once would be one long task, in which nothing on the page answers.

use super::acts::Shown;
use super::room::{Drawn, Shared};
use super::{View, closing, overview, prepare, receive, themes, typing, whole};
use crate::assessment::Assessment;
use crate::panel::read_shown;
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

#[derive(Properties)]
pub(super) struct StandingProps {
    pub section: Section,
    /// Whether it is drawn already; until then its place is held, because a section that comes between others moves them all.
    pub drawn: bool,
    pub desk: Shared,
    pub held: Drawn,
    pub assessment: Rc<Assessment>,
    pub shown: Shown,
    /// How often the desk has told of something that is not held: questions, notes.
    pub told: u32,
}

impl PartialEq for StandingProps {
    fn eq(&self, other: &StandingProps) -> bool {
        (self.section, self.drawn, self.told) == (other.section, other.drawn, other.told)
            && self.held == other.held
            && self.shown == other.shown
            && Rc::ptr_eq(&self.assessment, &other.assessment)
    }
}

/// A section, drawn anew where something of it may have changed, and not because another one comes to stand on the page.
#[component]
pub(super) fn Standing(props: &StandingProps) -> Html {
    let kit = use_kit();
    if !props.drawn {
        return Html::default();
    }
    let (held, shown) = (&props.held.0, &props.shown);
    let reading = read_shown(&kit.pack, &held.record.panel, held.anonymous);
    props.section.draw(&View {
        kit: &kit,
        desk: &props.desk.0,
        held,
        panel: &held.record.panel,
        reading: &reading,
        chosen: shown.chosen,
        by_clause: shown.by_clause,
        map: shown.map,
        themes: shown.themes,
    })
}

/// The sections that are drawn.
#[derive(Default)]
struct Drawing {
    sections: Vec<Section>,
    with_scores: bool,
}

impl Drawing {
    /// Lets more of the sections be drawn; false once all of them are.
    fn more(&mut self, sheets: usize) -> bool {
        let with_scores = sheets > 0;
        let turns = self.with_scores != with_scores;
        if turns {
            self.with_scores = with_scores;
            // These two are the same with scores and without.
            self.sections.retain(|section| matches!(section, Section::Typing | Section::Prepare));
        }
        let order = order(with_scores);
        let at_once = match (sheets > FEW, turns) {
            // What came has been gathered in the same task.
            (true, true) => 0,
            (true, false) => 1,
            (false, _) => order.len(),
        };
        let missing: Vec<Section> = order.iter().copied().filter(|section| !self.sections.contains(section)).collect();
        self.sections.extend(missing.iter().take(at_once));
        missing.len() > at_once
    }
}

fn order(with_scores: bool) -> &'static [Section] {
    if with_scores { &WITH_SCORES } else { &BEFORE }
}

/// The sections from top to bottom, and whether each is drawn now, for a panel with so many sheets; the page is drawn again until all of
/// them are. None are while there is no panel to show.
#[hook]
pub(super) fn use_sections(sheets: Option<usize>) -> Vec<(Section, bool)> {
    let drawing = use_mut_ref(Drawing::default);
    let turn = use_state(|| 0_u32);
    let mut drawing = drawing.borrow_mut();
    let more = sheets.is_some_and(|sheets| drawing.more(sheets));
    {
        let turn = turn.clone();
        use_effect_with((more, *turn), move |(more, turn_now)| {
            let next = turn_now + 1;
            let timer = more.then(|| Timeout::new(0, move || turn.set(next)));
            move || drop(timer)
        });
    }
    let sections = order(drawing.with_scores).iter();
    sections.map(|section| (*section, drawing.sections.contains(section))).collect()
}
