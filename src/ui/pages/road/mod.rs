//! The road to the award: the stages in their order, each with what is known of it, its day, whether it is done, and what is to
//! be prepared; and, after the award, what is committed to and what happened.

mod incidents;

use crate::assessment::{Action, Assessment, Field, StageChange};
use crate::language::{codes, fill};
use crate::ui::fields::{DateSlot, TextField, date_field};
use crate::ui::kit::Kit;
use crate::ui::parts::{on_button, source_note};
use crate::ui::route::Route;
use yew::prelude::*;

pub fn road_page(kit: &Kit, assessment: &Assessment, id: &str) -> Html {
    let words = kit.words();
    let done = {
        let store = kit.store.clone();
        on_button("data-done", move |at| {
            let Some(at) = at.parse::<usize>().ok() else { return };
            let done = store.snapshot().and_then(|open| Some(open.assessment.road.stages.get(at)?.done));
            if let Some(done) = done {
                store.dispatch(Action::Stage(at, StageChange::Done(!done)));
            }
        })
    };
    let noted = incidents::acts(kit);
    let onclick = Callback::from(move |event: MouseEvent| {
        done.emit(event.clone());
        noted.emit(event);
    });
    let stages = &kit.pack.structure().stages;
    html! {
        <main class="page wide" key="road" {onclick}><div class="stack">
            <div class="stack-s"><h1>{ words.road_title() }</h1><p class="small">{ words.road_intro() }</p><p>{ source_note(kit, "stage") }</p></div>
            if stages.is_empty() { <section class="sheet"><p>{ words.road_none() }</p></section> }
            <ol class="plain stack">{ for stages.iter().enumerate().map(|(at, stage)| row(kit, assessment, at, stage)) }</ol>
            <section class="sheet stack-s"><h2>{ words.road_after() }</h2><ul class="list">
                <li>{ words.road_after_watch() }</li><li>{ words.road_after_withdrawal() }</li><li>{ words.road_after_logo() }</li><li>{ words.road_after_sharing() }</li></ul>
                <p class="small">{ words.road_after_source() }</p></section>
            { incidents::log(kit, &assessment.road) }
            <div class="row"><a class="btn" href={Route::Draft { id: id.to_owned() }.href()}>{ words.road_calendar() }</a></div>
        </div></main>
    }
}

fn row(kit: &Kit, assessment: &Assessment, at: usize, stage: &str) -> Html {
    let (words, text) = (kit.words(), kit.pack_words());
    let Some(record) = assessment.road.stages.get(at) else {
        return Html::default();
    };
    let next = assessment.road.next() == Some(at);
    let name = text.stage(stage);
    let (day, note) = (["stage-", stage, "-day"].concat(), ["stage-", stage, "-note"].concat());
    // What the rules say stands in the pack; what to prepare follows from it and is the kit's own advice.
    let prepare = words.by_code(&codes::PREPARE, stage);
    html! {
        <li class="sheet stack-s" key={stage.to_owned()}>
            <div class="title"><h2>{ [&(at + 1).to_string(), " ", name].concat() }</h2>
                if record.done { <span class="tag g">{ words.road_done() }</span> } else if next { <span class="tag o">{ words.road_next() }</span> }
                <span class="pts"><button type="button" class="btn" aria-pressed={record.done.to_string()} data-done={at.to_string()} aria-label={fill(words.road_done_of(), &[("stage", name)])}>{ words.road_done() }</button></span></div>
            <p class="small">{ text.stage_note(stage).to_owned() }</p>
            if prepare != stage { <p><b>{ words.road_prepare() }</b>{ words.colon() }{ prepare.to_owned() }</p> }
            <div class="form">
                <div class="field"><label for={day.clone()}>{ words.road_day() }</label>{ date_field(kit, day.clone(), record.day, DateSlot::Stage(at), Some(fill(words.road_day_of(), &[("stage", name)]))) }</div>
                <div class="field"><label for={note.clone()}>{ words.road_note() }</label>
                    <TextField key={note.clone()} id={note.clone()} slot={Field::StageNote(at)} value={record.note.clone()} lines={2} label={fill(words.road_note_of(), &[("stage", name)])} /></div>
            </div>
        </li>
    }
}
