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
    id: &'a str,
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
    let desk = {
        let (id, pack, assessment, redraw) = (props.id.clone(), kit.pack.clone(), props.assessment.clone(), redraw.clone());
        use_memo((), move |()| Desk::open(id, pack, assessment, Callback::from(move |()| redraw.force_update())))
    };
    let shown = use_state(Shown::default);
    {
        let desk = Desk::clone(&desk);
        use_kept(move || desk.keeping());
    }
    let State::Ready(held) = desk.state() else {
        return waiting(&kit, &desk, &props.assessment);
    };
    let panel = &held.record.panel;
    let reading = read_shown(&kit.pack, panel, held.anonymous);
    let view = View {
        kit: &kit,
        desk: &desk,
        held: &held,
        panel,
        reading: &reading,
        id: &props.id,
        chosen: shown.chosen,
        by_clause: shown.by_clause,
        map: shown.map,
        themes: shown.themes,
    };
    if props.room {
        return html! { <room::Room key="room" desk={room::Shared(Desk::clone(&desk))} id={props.id.clone()} state={room::Drawn(held.clone())} /> };
    }
    let onclick = {
        let (kit, desk, shown) = (kit.clone(), Desk::clone(&desk), shown.clone());
        on_button("data-act", move |act| acts::perform(&kit, &desk, &shown, &act))
    };
    let target = receive::target(&kit, &desk);
    html! {
        <main class="page wide of-panel" key="panel" {onclick} ondragover={target.over} ondrop={target.drop}>
            <div class="stack">
                { head(&view) }
                { target.input }
                if reading.assessors.is_empty() {
                    { prepare::prepare(&view) }
                    { receive::receive(&view) }
                    { typing::typing(&view) }
                    { overview::overview(&view) }
                } else {
                    { whole::whole(&view) }
                    { closing::consensus(&view) }
                    { overview::overview(&view) }
                    { themes::themes(&view) }
                    { closing::closing(&view) }
                    { receive::receive(&view) }
                    { typing::typing(&view) }
                    { prepare::prepare(&view) }
                }
            </div>
        </main>
    }
}

fn head(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let (anonymous, room) = (view.held.anonymous, Route::Room { id: view.id.to_owned() });
    html! {
        <div class="stack-xs">
            <div class="title"><h1>{ words.panel_title() }</h1>
                <span class="pts row">
                    <a class="btn quiet" href={Route::Training.href()}>{ words.training_title() }</a>
                    <button type="button" class="btn" data-act="pick" disabled={view.panel.opened}>{ words.workshop_receive_pick() }</button>
                    <button type="button" class="btn" data-act="anonymous">{ if anonymous { words.workshop_named() } else { words.workshop_anonymous() } }</button>
                    <a class="btn main" href={room.href()}>{ words.workshop_to_room() }</a></span></div>
            <p class="small">{ words.workshop_intro() }</p>
            <div class="told">{ for view.desk.keeping().map(|keeping| keeping.told(view.kit)) }</div>
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
