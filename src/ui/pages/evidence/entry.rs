//! One entry: its fields, its file, where it is used, and what does not fit.

use super::{View, keeping};
use crate::assessment::{Action, Confidentiality, EntryText, EvidenceEntry, EvidenceKind, Field, FigureSlot, Referrer, RegisterChange, text};
use crate::browser::page;
use crate::findings::Finding;
use crate::language::fill;
use crate::report::say;
use crate::typed::narrow;
use crate::ui::fields::{DateSlot, Entry, KeptInput, TextField, Written, date_field, options, select};
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::{file_target, referrer_route};
use crate::ui::route::Route;
use yew::prelude::*;

pub(super) fn entry(view: &View<'_>, count: &Callback<()>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let Some((at, entry)) = view.chosen.and_then(|at| Some((at, view.assessment.evidence.entries.get(at)?))) else {
        return html! { <section class="sheet"><p class="small">{ words.register_choose() }</p></section> };
    };
    let written = |field: EntryText, id: &'static str, label: &'static str, hint: Option<&'static str>, value: &crate::assessment::Text| {
        html! {
            <div class="field"><label for={id}>{ label }</label>
                <TextField key={id} {id} slot={Field::Register(at, field)} value={value.clone()} hint={hint.map(AttrValue::from)} /></div>
        }
    };
    html! {
        <section class="sheet stack" key={entry.key.to_string()} aria-labelledby="entry-title">
            <h2 id="entry-title" tabindex="-1">{ fill(words.register_details(), &[("number", &entry.number)]) }</h2>
            { findings(view, at, entry) }
            <div class="form one">
                <div class="field"><label for="entry-number">{ words.register_number() }</label>{ number_field(kit, view.id, at, entry) }</div>
                { written(EntryText::Title, "entry-name", words.register_name(), None, &entry.title) }
                <div class="field"><label for="entry-kind">{ words.register_kind() }</label>{ kind_field(kit, at, entry.kind) }</div>
                <div class="field"><label for="entry-date">{ words.register_date() }</label>{ date_field(kit, "entry-date".to_owned(), entry.date, DateSlot::Evidence(at), None) }</div>
                <div class="field"><label for="entry-valid-until">{ words.register_valid_until() }</label>{ date_field(kit, "entry-valid-until".to_owned(), entry.valid_until, DateSlot::EvidenceValidUntil(at), None) }</div>
                { written(EntryText::Owner, "entry-owner", words.register_owner(), None, &entry.owner) }
                <div class="field"><label for="entry-confidentiality">{ words.register_confidentiality() }</label>{ confidentiality_field(kit, at, entry.confidentiality) }</div>
                { written(EntryText::Place, "entry-place", words.register_place(), Some(words.register_place_hint()), &entry.place) }
            </div>
            { file(view, at, entry, count) }
            { uses(view, at) }
            <div class="row"><button type="button" class="btn danger" data-act="remove">{ words.register_remove() }</button></div>
        </section>
    }
}

fn findings(view: &View<'_>, at: usize, entry: &EvidenceEntry) -> Html {
    let kit = view.kit;
    let found = view
        .findings_of(at)
        .map(|found| say::finding(&kit.pack, kit.language, &Finding::Evidence(found.clone())));
    let mut all: Vec<String> = found.collect();
    if !view.is_here(entry) {
        let name = entry.file.as_ref().map_or_else(String::new, |file| say::on_one_line(kit.language, &file.name));
        all.push(fill(kit.words().register_not_here_note(), &[("number", &entry.number), ("name", &name)]));
    }
    if all.is_empty() {
        return Html::default();
    }
    html! { <ul class="plain why">{ for all.into_iter().map(|told| html! { <li>{ told }</li> }) }</ul> }
}

/// The number is taken when the field is left; one that is taken or none is refused in one sentence.
fn number_field(kit: &Kit, id: &str, at: usize, entry: &EvidenceEntry) -> Html {
    let (kit, id, before) = (kit.clone(), id.to_owned(), entry.number.clone());
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        let number = narrow(&input.value()).trim().to_owned();
        let free = kit.store.snapshot().is_some_and(|open| open.assessment.evidence.is_free(&number));
        if number == *before || !free {
            input.set_value(&before);
            if number != *before {
                let told = say::on_one_line(kit.language, &number);
                kit.notify
                    .emit(Notice::bad(fill(kit.words().register_number_refused(), &[("number", &told)])).of_typed());
            }
            return;
        }
        kit.store.dispatch(Action::Register(RegisterChange::Renumber(at, text(&number))));
        page::go(&Route::evidence(&id, &number).href());
        let values = [("before", &*before), ("after", number.as_str())];
        kit.notify.emit(Notice::good(fill(kit.words().register_renumbered(), &values)));
    });
    html! { <KeptInput id="entry-number" written={Written::Word} value={entry.number.to_string()} {onchange} /> }
}

fn kind_field(kit: &Kit, at: usize, kind: EvidenceKind) -> Html {
    let entries = EvidenceKind::ALL.iter().map(|known| Entry {
        value: known.word().to_owned(),
        label: say::evidence_kind(kit.language, *known).to_owned(),
        chosen: *known == kind,
    });
    let store = kit.store.clone();
    select("entry-kind".to_owned(), "", None, options(entries), move |word| {
        if let Some(kind) = EvidenceKind::ALL.iter().find(|known| known.word() == word) {
            store.dispatch(Action::Register(RegisterChange::Kind(at, *kind)));
        }
    })
}

fn confidentiality_field(kit: &Kit, at: usize, chosen: Confidentiality) -> Html {
    let entries = Confidentiality::ALL.into_iter().map(|known| Entry {
        value: known.word().to_owned(),
        label: say::confidentiality(kit.language, known).to_owned(),
        chosen: known == chosen,
    });
    let store = kit.store.clone();
    select("entry-confidentiality".to_owned(), "", None, options(entries), move |word| {
        if let Some(known) = Confidentiality::ALL.into_iter().find(|known| known.word() == word) {
            store.dispatch(Action::Register(RegisterChange::Confidentiality(at, known)));
        }
    })
}

/// The file with what can be done with it; the whole part takes a file that is dropped.
fn file(view: &View<'_>, at: usize, entry: &EvidenceEntry, count: &Callback<()>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let target = {
        let (kit, count) = (kit.clone(), count.clone());
        file_target(keeping::INPUT, "", move |file| keeping::attach(&kit, at, file, count.clone()))
    };
    let here = view.is_here(entry);
    html! {
        <div class="stack-xs well" ondragover={target.over} ondrop={target.drop}>
            <h3>{ words.register_file() }</h3>
            { for entry.file.iter().map(|file| html! {
                <p><b>{ file.name.to_string() }</b>{ " " }<small>{ say::file_size(file.size) }</small>{ " " }if !here { <span class="tag w">{ words.register_not_here() }</span> }</p>
            }) }
            <div class="row">
                { target.input }
                if entry.file.is_some() && here { <button type="button" class="btn" data-act="open">{ words.register_open_file() }</button> }
                <button type="button" class="btn" data-act="pick">{ if entry.file.is_some() { words.register_replace() } else { words.register_attach() } }</button>
                if entry.file.is_some() { <button type="button" class="btn quiet" data-act="detach">{ words.register_detach() }</button> }
            </div>
            <p class="small">{ words.register_attach_note() }</p>
        </div>
    }
}

/// Every place that refers to the entry, each a link, those of one item once.
fn uses(view: &View<'_>, at: usize) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let places = view.links.of_entry.get(at).map_or(&[][..], Vec::as_slice);
    let mut told: Vec<(String, String)> = Vec::new();
    for place in places {
        let own = match place {
            Referrer::Figure(FigureSlot::Own(own)) => view.assessment.figures.own.get(*own).map_or("", |own| &*own.name),
            _ => "",
        };
        let line = (
            referrer_route(kit, view.assessment, view.id, *place).href(),
            say::referrer(&kit.pack, kit.language, *place, own),
        );
        if !told.contains(&line) {
            told.push(line);
        }
    }
    html! {
        <div class="stack-xs"><h3>{ words.register_used_in() }</h3>
            if told.is_empty() { <p class="small">{ words.register_unused() }</p> }
            <ul class="jumps">{ for told.into_iter().map(|(address, name)| html! { <li><a href={address}>{ name }</a></li> }) }</ul></div>
    }
}
