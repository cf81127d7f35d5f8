//! The incident log: what happened after the award, for the one who answers for it.

use crate::assessment::{Action, Field, Incident, IncidentChange, IncidentKind, IncidentText, Road, Text};
use crate::browser::chance::drawn;
use crate::browser::{clock, page};
use crate::language::{codes, fill};
use crate::report::say;
use crate::ui::fields::{DateSlot, Entry, TextField, date_field, options, select};
use crate::ui::kit::Kit;
use crate::ui::parts::on_button;
use yew::prelude::*;

/// What the buttons of the log do.
pub(super) fn acts(kit: &Kit) -> Callback<MouseEvent> {
    let (store, question) = (kit.store.clone(), kit.words().road_incident_question());
    on_button("data-incident", move |at| {
        let change = match at.parse::<usize>() {
            Ok(at) if page::confirm(question) => IncidentChange::Remove(at),
            Ok(_) => return,
            Err(_) => IncidentChange::Add(drawn(), Some(clock::today())),
        };
        store.dispatch(Action::Incident(change));
    })
}

pub(super) fn log(kit: &Kit, road: &Road) -> Html {
    let words = kit.words();
    html! {
        <section class="sheet stack" aria-labelledby="incidents">
            <div class="stack-s"><div class="title"><h2 id="incidents">{ words.road_incidents() }</h2>
                <span class="pts"><button type="button" class="btn" data-incident="add">{ words.road_incident_add() }</button></span></div>
                <p class="small">{ words.road_incidents_note() }</p></div>
            if road.incidents.is_empty() { <p class="muted">{ words.road_incidents_none() }</p> } else {
                <ol class="plain stack">{ for road.incidents.iter().enumerate().map(|(at, incident)| entry(kit, at, incident)) }</ol>
            }
        </section>
    }
}

fn entry(kit: &Kit, at: usize, incident: &Incident) -> Html {
    let words = kit.words();
    let number = (at + 1).to_string();
    let id = |field: &str| [&*incident.id, "-", field].concat();
    // The same field of another incident has another name for those who do not see where it stands.
    let named = |label: &str| fill(words.road_incident_field(), &[("field", label), ("n", &number)]);
    let written = |field: IncidentText, name: &str, label: &'static str, value: &Text| {
        let id = id(name);
        html! { <div class="field broad"><label for={id.clone()}>{ label }</label>
        <TextField key={id.clone()} id={id.clone()} slot={Field::Incident(at, field)} value={value.clone()} lines={2} label={named(label)} /></div> }
    };
    let day = id("day");
    html! {
        <li class="well stack-s" key={incident.id.to_string()}>
            <div class="title"><h3>{ fill(words.road_incident(), &[("n", &number)]) }{ for incident.day.map(|day| html! { <>{ " · " }{ say::date(kit.language, day) }</> }) }</h3>
                <span class="pts"><button type="button" class="btn quiet" data-incident={at.to_string()} aria-label={fill(words.road_incident_remove_of(), &[("n", &number)])}>{ words.road_incident_remove() }</button></span></div>
            <div class="form">
                <div class="field"><label for={day.clone()}>{ words.road_incident_day() }</label>{ date_field(kit, day, incident.day, DateSlot::Incident(at), Some(named(words.road_incident_day()))) }</div>
                <div class="field"><label for={id("kind")}>{ words.road_incident_kind() }</label>{ kind(kit, id("kind"), named(words.road_incident_kind()), at, incident) }</div>
                <div class="field"><label for={id("reported")}>{ words.road_incident_reported() }</label>{ reported(kit, id("reported"), named(words.road_incident_reported()), at, incident) }</div>
                { written(IncidentText::What, "what", words.road_incident_what(), &incident.what) }
                { written(IncidentText::Note, "note", words.road_incident_note(), &incident.note) }
            </div>
        </li>
    }
}

fn kind(kit: &Kit, id: String, label: String, at: usize, incident: &Incident) -> Html {
    let kinds = IncidentKind::ALL.into_iter().map(|known| Entry {
        value: known.word().to_owned(),
        label: kit.words().by_code(&codes::INCIDENT, known.word()).to_owned(),
        chosen: incident.kind == Some(known),
    });
    let entries = std::iter::once(unstated(kit, incident.kind.is_none())).chain(kinds);
    let store = kit.store.clone();
    select(id, "", Some(label), options(entries), move |word| {
        let kind = IncidentKind::ALL.into_iter().find(|known| known.word() == word);
        store.dispatch(Action::Incident(IncidentChange::Kind(at, kind)));
    })
}

fn reported(kit: &Kit, id: String, label: String, at: usize, incident: &Incident) -> Html {
    let words = kit.words();
    let choices = [
        ("yes", words.road_incident_reported_yes(), true),
        ("no", words.road_incident_reported_no(), false),
    ];
    let choices = choices.map(|(value, label, reported)| Entry {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: incident.reported == Some(reported),
    });
    let entries = std::iter::once(unstated(kit, incident.reported.is_none())).chain(choices);
    let store = kit.store.clone();
    select(id, "", Some(label), options(entries), move |value| {
        let reported = match value.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        store.dispatch(Action::Incident(IncidentChange::Reported(at, reported)));
    })
}

fn unstated(kit: &Kit, chosen: bool) -> Entry {
    Entry {
        value: String::new(),
        label: kit.words().road_incident_unstated().to_owned(),
        chosen,
    }
}
