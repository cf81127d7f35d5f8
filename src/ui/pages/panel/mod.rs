//! The panel of the open assessment: scoring copies out, scores in, how far they lie apart, what is agreed, the minute.

mod acts;
mod asked;
mod closing;
mod copies;
mod desk;
mod discussion;
mod dots;
mod map;
mod overview;
mod prepare;
mod receive;
mod room;
mod sections;
mod sentences;
mod themes;
mod typing;
mod whole;

use crate::assessment::Assessment;
use crate::browser::page;
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::panel::{Panel, PanelReading, read_shown};
use crate::report::say;
use crate::ui::keeping::use_kept;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::on_button;
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use acts::Shown;
use desk::{Desk, Held, State};
use room::{Drawn, Shared};
use sections::{Given, Standing, use_sections};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PanelPageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    /// Whether it is shown for a room.
    pub room: bool,
}

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    desk: &'a Desk,
    held: &'a Held,
    panel: &'a Panel,
    reading: &'a PanelReading,
    /// The item that is opened.
    chosen: Option<ItemSlot>,
    by_clause: bool,
    /// Whether the map of assessors by items is shown.
    map: bool,
    /// Whether themes are proposed.
    themes: bool,
}

impl View<'_> {
    /// An assessor by name or by letter.
    fn name(&self, assessor: usize) -> String {
        let found = self.reading.assessors.get(assessor);
        found.map_or_else(String::new, |assessor| say::assessor(self.kit.language, assessor, self.held.anonymous))
    }
    /// What the assessment itself is worth at the moment, which is not the panel's.
    fn own_total(&self) -> Option<String> {
        let open = self.kit.store.snapshot()?;
        let total = crate::scoring::score(&self.kit.pack, &open.assessment).total;
        let values = [("points", &*total.points.to_string()), ("max", &*total.max.to_string())];
        Some(fill(self.kit.words().workshop_total_own(), &values))
    }
    fn item_name(&self, slot: ItemSlot) -> String {
        say::item_name(&self.kit.pack, self.kit.language, slot)
    }
}

#[component]
pub fn PanelPage(props: &PanelPageProps) -> Html {
    let kit = use_kit();
    let redraw = use_force_update();
    // Counts what the desk tells of.
    let told = use_mut_ref(|| 0_u32);
    let desk = {
        let (id, pack, assessment, told) = (props.id.clone(), kit.pack.clone(), props.assessment.clone(), told.clone());
        let redraw = Callback::from(move |()| {
            *told.borrow_mut() += 1;
            redraw.force_update();
        });
        use_memo((), move |()| Desk::open(id, pack, assessment, redraw))
    };
    let shown = use_state(Shown::default);
    {
        let desk = Desk::clone(&desk);
        use_kept(move || desk.keeping());
    }
    let held = desk.held().filter(|_| !props.room).map(Drawn);
    let reading = {
        let pack = kit.pack.clone();
        use_memo((held.clone(), Rc::as_ptr(&pack)), move |(held, _)| {
            held.as_ref().map(|Drawn(held)| Rc::new(read_shown(&pack, &held.record.panel, held.anonymous)))
        })
    };
    let given = held.zip(Option::clone(&reading)).map(|(held, reading)| Given {
        held,
        reading,
        told: *told.borrow(),
    });
    let sections = use_sections(given);
    let State::Ready(held) = desk.state() else {
        return waiting(&kit, &desk, &props.assessment);
    };
    if props.room {
        return html! { <room::Room key="room" desk={Shared(Desk::clone(&desk))} id={props.id.clone()} state={Drawn(held.clone())} /> };
    }
    let onclick = {
        let (kit, desk, shown) = (kit.clone(), Desk::clone(&desk), shown.clone());
        on_button("data-act", move |act| acts::perform(&kit, &desk, &shown, &act))
    };
    let target = receive::target(&kit, &desk);
    html! {
        <main class="page wide of-panel" key="panel" {onclick} ondragover={target.over} ondrop={target.drop}>
            <div class="stack">
                { head(&kit, &desk, &held, &props.id) }
                { target.input }
                { for sections.into_iter().map(|(section, given)| html! { <Standing key={section.key()} {section} {given} desk={Shared(Desk::clone(&desk))} assessment={props.assessment.clone()} shown={Shown::clone(&shown)} /> }) }
            </div>
        </main>
    }
}

fn head(kit: &Kit, desk: &Desk, held: &Held, id: &str) -> Html {
    let words = kit.words();
    let (anonymous, room) = (held.anonymous, Route::Room { id: id.to_owned() });
    html! {
        <div class="stack-xs">
            <div class="title"><h1>{ words.panel_title() }</h1>
                <span class="pts row">
                    <a class="btn quiet" href={Route::Training.href()}>{ words.training_title() }</a>
                    <button type="button" class="btn" data-act="pick" disabled={held.record.panel.opened}>{ words.workshop_receive_pick() }</button>
                    <button type="button" class="btn" data-act="anonymous">{ if anonymous { words.workshop_named() } else { words.workshop_anonymous() } }</button>
                    <a class="btn main" href={room.href()}>{ words.workshop_to_room() }</a></span></div>
            <p class="small">{ words.workshop_intro() }</p>
            <div class="told">{ for desk.keeping().map(|keeping| keeping.told(kit)) }</div>
        </div>
    }
}

/// While there is no panel to show: it is being read, or cannot be.
fn waiting(kit: &Kit, desk: &Rc<Desk>, assessment: &Rc<Assessment>) -> Html {
    let words = kit.words();
    let text = match desk.state() {
        State::Failed(error) => storage_words(words, error).to_owned(),
        State::Unreadable(error, _) => fill(words.workshop_unreadable(), &[("reason", &say::read_error(kit.language, &error))]),
        _ => return html! { <main class="page wide" aria-busy="true"><h1>{ words.panel_title() }</h1><p class="muted">{ words.open_reading() }</p></main> },
    };
    let onclick = {
        let (kit, desk, assessment) = (kit.clone(), Desk::clone(desk), assessment.clone());
        on_button("data-act", move |act| match (act.as_str(), desk.state()) {
            ("record", State::Unreadable(_, record)) => acts::save_record(&kit, &record),
            ("anew", _) if page::confirm(kit.words().workshop_begin_question()) => desk.begin_anew(assessment.clone()),
            _ => {}
        })
    };
    html! {
        <main class="page wide" {onclick}><section class="sheet stack-s"><h1>{ words.panel_title() }</h1><p role="alert">{ text }</p>
            <div class="row">if matches!(desk.state(), State::Unreadable(..)) { <button type="button" class="btn" data-act="record">{ words.workshop_save_record() }</button> }
                <button type="button" class="btn danger" data-act="anew">{ words.workshop_begin_anew() }</button></div></section></main>
    }
}
