//! The figures of one results item: a grid by year, what the figures say, what does not fit, and the bands they support.

mod blocks;
mod course;
mod desk;
mod details;
mod grid;
mod hints;
mod import;
mod judgement;
mod keys;
mod own;
mod statistics;
mod wanted;
mod writing;
mod years;

pub use details::origin;
pub use import::{Handed, IMPORTS, Imports, hand_over_table};
pub use wanted::want;
pub use years::{last as last_year, window as shown_years};

use crate::assessment::{Assessment, FigureBook, FigureSlot, Window};
use crate::browser::page;
use crate::criteria::{ItemSlot, Kind, Pack};
use crate::import::PastedBlock;
use crate::indicators::{Block, Cell, CellRow, Results, read_results};
use crate::language::fill;
use crate::report::say;
use crate::ui::app::{Part, given, use_part_when_idle};
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::on_button;
use crate::ui::route::Route;
use desk::Desk;
use std::rc::Rc;
use writing::Writing;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct IndicatorsPageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    /// The results item shown.
    pub item: ItemSlot,
}

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    assessment: &'a Assessment,
    /// The assessment's id.
    id: &'a str,
    item: ItemSlot,
    results: Rc<Results>,
    years: Vec<i32>,
    /// What is being written, which stands in its cell until that is left.
    writing: &'a Writing,
    /// The indicator whose details are shown.
    chosen: Option<FigureSlot>,
    /// The sheet and block that is selected.
    selected: Option<(usize, Block)>,
}

const IMPORT: &str = "import";

/// The import of tables. What stands in the fold comes while the figures are looked at.
fn import_panel(kit: &Kit, assessment: &Rc<Assessment>, years: Window, handed: Option<Handed>) -> Html {
    let words = kit.words();
    let content = match given::<Imports>(Part::Import) {
        Some(imports) => (imports.panel)(assessment, years, handed),
        None => html! { <p class="muted" aria-busy="true">{ words.open_reading() }</p> },
    };
    html! { <details class="sheet" id={IMPORT}><summary><h2>{ words.import_title() }</h2></summary>{ content }</details> }
}

/// What the figures say, read again only where figures, kind or criteria are others than before.
#[hook]
fn use_results(pack: &Rc<Pack>, assessment: &Assessment) -> Rc<Results> {
    type Read = (Rc<Pack>, Rc<FigureBook>, Option<Kind>, Rc<Results>);
    let read = use_mut_ref(|| None::<Read>);
    let kind = assessment.organisation.kind;
    if let Some((of, figures, for_kind, results)) = &*read.borrow()
        && Rc::ptr_eq(of, pack)
        && Rc::ptr_eq(figures, &assessment.figures)
        && *for_kind == kind
    {
        return results.clone();
    }
    let results = Rc::new(read_results(pack, assessment));
    *read.borrow_mut() = Some((pack.clone(), assessment.figures.clone(), kind, results.clone()));
    results
}

#[component]
pub fn IndicatorsPage(props: &IndicatorsPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let writing = use_memo((), |()| Writing::default());
    let selected = use_mut_ref(|| None);
    let chosen = use_state(|| None::<FigureSlot>);
    let redraw = use_force_update();
    let handed = use_state(|| None::<Handed>);
    let results = use_results(&kit.pack, &props.assessment);
    use_part_when_idle(Part::Import);
    use_part_when_idle(Part::Notes);
    {
        let (kit, writing) = (kit.clone(), writing.clone());
        use_effect_with((), move |()| {
            wanted::go();
            let hidden = {
                let (kit, writing) = (kit.clone(), writing.clone());
                page::on_hidden(move || writing.commit(&kit))
            };
            move || {
                drop(hidden);
                writing.commit(&kit);
            }
        });
    }
    let window = years::window(&props.assessment);
    let mut view = View {
        kit: &kit,
        assessment: &props.assessment,
        id: &props.id,
        item: props.item,
        results,
        years: window.years().collect(),
        writing: &writing,
        chosen: *chosen,
        selected: None,
    };
    let desk = Rc::new(Desk {
        kit: kit.clone(),
        writing: writing.clone(),
        sheets: vec![grid::cells(&view), details::cells(&view)],
        selected,
        redraw,
        handed: {
            let (kit, handed) = (kit.clone(), handed.clone());
            Callback::from(move |block: PastedBlock| {
                let words = kit.words();
                let told = if block.is_table() {
                    words.grid_handed()
                } else {
                    words.grid_handed_doubtful()
                };
                handed.set(Some(Handed(Rc::new(block))));
                page::unfold(IMPORT);
                kit.notify.emit(Notice::good(told.to_owned()));
            })
        },
    });
    view.selected = desk.block();
    let onclick = on_button("data-act", {
        let (chosen, desk) = (chosen.clone(), desk.clone());
        move |act| {
            let (act, value) = act.split_once(' ').unwrap_or((&act, ""));
            match (act, Cell::row_named(value)) {
                ("details", Some(CellRow::Figure(slot))) => chosen.set((*chosen != Some(slot)).then_some(slot)),
                ("remove", Some(CellRow::Figure(FigureSlot::Own(at)))) => {
                    chosen.set(None);
                    own::remove(&desk.kit, at);
                }
                ("add", _) => own::add(&desk.kit),
                _ => {
                    if let (Some(slot), Some(open)) = (*chosen, desk.kit.store.snapshot())
                        && let Some(action) = details::press(&open.assessment, slot, act, value)
                    {
                        desk.kit.store.dispatch(action);
                    }
                }
            }
        }
    });
    let on = |act: fn(&Desk, &web_sys::Event)| {
        let desk = desk.clone();
        Callback::from(move |event: Event| act(&desk, &event))
    };
    let onkeydown = on(keys::down).reform(KeyboardEvent::into);
    let oninput = on(writing::input).reform(InputEvent::into);
    let onfocusout = on(writing::leave).reform(FocusEvent::into);
    let onmousedown = on(keys::press).reform(MouseEvent::into);
    let onmouseover = on(keys::drag).reform(MouseEvent::into);
    html! {
        <main class="page wide" key="indicators">
            <div class="stack" {oninput} {onfocusout} {onkeydown} oncopy={on(blocks::copy)} oncut={on(blocks::cut)} onpaste={on(blocks::paste)} {onmousedown} {onmouseover} {onclick}>
                <div class="stack-xs"><h1>{ words.grid_title() }</h1><p class="small">{ words.grid_intro() }</p></div>
                { tabs(&view, &props.id) }
                { years::fields(&kit, window) }
                { grid::grid(&view) }
                { for view.chosen.iter().map(|slot| details::details(&view, *slot)) }
                { own::form(&view) }
                { import_panel(&kit, &props.assessment, window, (*handed).clone()) }
                { hints::hints(&view, &props.id) }
            </div>
        </main>
    }
}

/// The results items, each with how many of its indicators have a figure, and the overview of all.
fn tabs(view: &View<'_>, id: &str) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let tab = |slot: ItemSlot| {
        let of_item = view
            .results
            .indicators
            .iter()
            .filter(|reading| reading.applies && reading.place.is_some_and(|(item, _)| item == slot));
        let (all, n) = (of_item.clone().count(), of_item.filter(|reading| reading.has_figure()).count());
        let name = say::item_name(&kit.pack, kit.language, slot);
        let label = fill(words.grid_tab(), &[("name", &name), ("n", &n.to_string()), ("all", &all.to_string())]);
        let here = slot == view.item;
        let address = Route::indicators(id, &kit.pack, slot).href();
        html! { <li key={slot.0}><a class={classes!("tag", here.then_some("o"))} href={address} aria-current={here.then_some("page")}>{ label }</a></li> }
    };
    let overview = Route::Figures { id: id.to_owned() }.href();
    html! {
        <nav aria-label={words.grid_items()}><ul class="chips">{ for kit.pack.results_items().map(tab) }
            <li><a class="tag" href={overview}>{ words.figures_title() }</a></li></ul></nav>
    }
}

/// The unit of a quantity in the language of the screen.
fn unit<'a>(kit: &'a Kit, unit: &str) -> &'a str {
    kit.pack_words().unit(unit)
}
