//! The marks beside the text of an item: how many there are, to be opened. They stand beside the text and not in it, and wait for a
//! pause, so that nothing moves that is being written.

use super::found::found;
use super::hits::{field, item_of};
use crate::assessment::{Assessment, Field};
use crate::browser::page;
use crate::criteria::{ItemSlot, Pack};
use crate::language::fill;
use crate::red_pen::Hit;
use crate::report::say;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::on_button;
use crate::ui::route::Route;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How long nothing has to be written before the text is read again, in milliseconds.
const PAUSE: u32 = 800;
/// How long a sub-clause takes to be drawn once it is chosen, in milliseconds.
const DRAWN: u32 = 60;

#[derive(Properties, PartialEq)]
pub struct ItemMarksProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    pub slot: ItemSlot,
}

/// What was read last: nothing yet, or the assessment with its hits.
type Seen = Option<(Rc<Assessment>, Rc<Vec<Hit>>)>;

#[component]
pub fn ItemMarks(props: &ItemMarksProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let seen = use_state(|| None as Seen);
    {
        let (pack, setter): (Rc<Pack>, _) = (kit.pack.clone(), seen.setter());
        let first = seen.is_none();
        use_effect_with(props.assessment.clone(), move |assessment| {
            let assessment = assessment.clone();
            let timer = Timeout::new(if first { 0 } else { PAUSE }, move || {
                let hits = found(&pack, &assessment);
                setter.set(Some((assessment, hits)));
            });
            move || drop(timer)
        });
    }
    let Some((read, hits)) = &*seen else { return Html::default() };
    let record = read.item(props.slot);
    if record.is_unanswered() && record.opportunities.trim().is_empty() {
        return Html::default();
    }
    let own: Vec<&Hit> = hits.iter().filter(|hit| item_of(hit.place) == Some(props.slot)).collect();
    let onclick = {
        let (kit, places) = (kit.clone(), own.iter().map(|hit| (hit.place, hit.range.clone())).collect::<Vec<_>>());
        on_button("data-red", move |at| {
            if let Some((place, range)) = at.parse().ok().and_then(|at: usize| places.get(at)) {
                show(&kit, *place, range.clone());
            }
        })
    };
    let head = match own.len() {
        0 => words.red_none().to_owned(),
        n => fill(words.red_count(), &[("n", &n.to_string())]),
    };
    html! {
        <section class="sheet stack-s red-marks" aria-labelledby="red-marks" {onclick}>
            <div class="title"><h2 id="red-marks">{ words.red_title() }</h2><span class="pts small">{ head }</span></div>
            if !own.is_empty() {
                <details><summary>{ words.red_open() }</summary><ul class="plain red">{ for own.iter().enumerate().map(|(at, hit)| mark(&kit, read, at, hit)) }</ul>
                    <p class="small"><a href={Route::RedPen { id: props.id.to_string() }.href()}>{ words.red_all() }</a></p></details>
            }
        </section>
    }
}

fn mark(kit: &Kit, read: &Assessment, at: usize, hit: &Hit) -> Html {
    let words = kit.words();
    let title = say::said(kit.language, hit.rule.title);
    html! {
        <li key={at} class="stack-xs"><div><b>{ title }</b>{ words.colon() }{ say::red_pen_hit(&kit.pack, read, kit.language, hit) }</div>
            <div><button type="button" class="btn quiet" data-red={at.to_string()}>{ say::field_place(&kit.pack, kit.language, hit.place, "") }</button></div></li>
    }
}

/// Shows a place in the field it stands in, in whichever sub-clause that is.
fn show(kit: &Kit, place: Field, range: std::ops::Range<usize>) {
    if let Field::Answer { scope, .. } = place {
        page::choose("scope", &scope.to_string());
    }
    let field = field(kit, place);
    Timeout::new(DRAWN, move || page::mark_text(&field, range)).forget();
}
