//! One pack: every figure with value, source and status, what is missing, the rubric, the basic ideas and the terms.

use super::origin;
use crate::browser::host;
use crate::criteria::{Change, Pack, Status, Term, figures, read_glossary};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::on_value;
use crate::ui::route::Route;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PackPageProps {
    /// Id and edition in one word, from the page's address.
    pub address: AttrValue,
}

/// What the list of figures shows.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Filter {
    All,
    Status(Status),
    /// Figures nobody knows.
    Missing,
}

const FILTERS: [(&str, Filter); 5] = [
    ("all", Filter::All),
    ("published", Filter::Status(Status::Published)),
    ("unverified", Filter::Status(Status::Unverified)),
    ("assumed", Filter::Status(Status::Assumed)),
    ("missing", Filter::Missing),
];

/// A figure as it stands in the list.
struct Row {
    figure: String,
    label: String,
    value: Option<String>,
    source: String,
    status: Status,
}

impl Row {
    fn is_shown(&self, filter: Filter) -> bool {
        match filter {
            Filter::All => true,
            Filter::Status(status) => self.status == status && self.value.is_some(),
            Filter::Missing => self.value.is_none(),
        }
    }
    fn kind(&self) -> &str {
        self.figure.split('/').next().unwrap_or_default()
    }
}

#[component]
pub fn PackPage(props: &PackPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let filter = use_state(|| Filter::All);
    let glossary = use_state(|| None::<Rc<[Term]>>);
    {
        let (shelf, glossary) = (kit.shelf.clone(), glossary.setter());
        use_effect_with((), move |()| {
            shelf.want_all();
            spawn_local(async move {
                let text = host::text("criteria/glossary.json").await;
                glossary.set(Some(text.and_then(|text| read_glossary(&text)).unwrap_or_default().into()));
            });
        });
    }
    let Some(pack) = kit.library.by_key(&props.address) else {
        let text = if kit.shelf.is_settled() {
            words.criteria_not_there()
        } else {
            words.criteria_waiting()
        };
        return html! { <main class="page wide"><section class="sheet stack-s"><h1>{ text }</h1><p><a href={Route::Criteria.href()}>{ words.criteria_back() }</a></p></section></main> };
    };
    let choose = {
        let filter = filter.setter();
        on_value(move |value| {
            if let Some((_, chosen)) = FILTERS.iter().find(|(name, _)| *name == value) {
                filter.set(*chosen);
            }
        })
    };
    let rows = rows(&kit, pack);
    html! {
        <main class="page wide" key="pack"><div class="stack">
            { head(&kit, pack) }
            { changes(&kit, pack) }
            { missing(&kit, pack) }
            <section class="stack-s" aria-labelledby="figures">
                <h2 id="figures" class="hidden">{ words.criteria_figure() }</h2>
                { filters(&kit, &rows, *filter, choose) }
                { tables(&kit, &rows, *filter) }
            </section>
            { rubrics(&kit, pack) }
            { ideas(&kit, pack) }
            { terms(&kit, glossary.as_deref()) }
        </div></main>
    }
}

fn rows(kit: &Kit, pack: &Pack) -> Vec<Row> {
    let text = pack.words(kit.language.tag());
    let rows = figures(pack.structure()).into_iter().filter_map(|figure| {
        let attribution = pack.attribution(&figure)?;
        Some(Row {
            label: say::figure_label(pack, kit.language, &figure),
            value: say::figure_value(pack, kit.language, &figure),
            source: text.source(&attribution.source).to_owned(),
            status: attribution.status,
            figure,
        })
    });
    rows.collect()
}

fn head(kit: &Kit, pack: &Pack) -> Html {
    let words = kit.words();
    let text = pack.words(kit.language.tag());
    let held = kit.library.held().iter().find(|held| held.pack.hash() == pack.hash());
    html! {
        <div class="stack-xs">
            <p class="crumbs"><a href={Route::Criteria.href()}>{ words.criteria_back() }</a></p>
            <h1>{ text.name().to_owned() }</h1>
            <div class="tags"><span class="tag">{ text.edition_name().to_owned() }</span>
                { for held.map(|held| html! { <span class="tag">{ origin(words, held.origin) }</span> }) }</div>
            <p>{ text.points_note().to_owned() }</p>
            <p class="small">{ text.disclaimer().to_owned() }</p>
            <details class="small muted"><summary>{ words.criteria_hash() }</summary>{ pack.hash().to_owned() }</details>
        </div>
    }
}

fn changes(kit: &Kit, pack: &Pack) -> Html {
    let words = kit.words();
    let Some(adapted) = &pack.structure().adapted else { return Html::default() };
    let from = &adapted.from;
    let intro = fill(
        words.criteria_changes_intro(),
        &[("id", &from.id), ("edition", &from.edition), ("hash", &from.hash)],
    );
    html! {
        <section class="sheet stack-s"><h2>{ words.criteria_changes_title() }</h2><p class="small">{ intro }</p>{ change_table(kit, pack, &adapted.changes) }</section>
    }
}

/// Changes of a pack against its original: what, before, now, why, source.
fn change_table(kit: &Kit, pack: &Pack, changes: &[Change]) -> Html {
    let words = kit.words();
    let packs = [pack.view()];
    let heads = [
        words.criteria_change_place(),
        words.criteria_change_old(),
        words.criteria_change_new(),
        words.criteria_change_why(),
        words.criteria_change_source(),
    ];
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.criteria_changes_title()}><table class="facts">
            <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }</tr></thead>
            <tbody>{ for changes.iter().map(|change| {
                let value = |value: &str| say::place_value(kit.language, &change.place, value, &packs);
                html! {
                    <tr key={change.place.clone()}><th scope="row">{ say::place(kit.language, &change.place, &packs) }</th><td>{ value(&change.old) }</td><td>{ value(&change.new) }</td><td>{ change.why.clone() }</td><td>{ change.source.clone() }</td></tr>
                }
            }) }</tbody>
        </table></div>
    }
}

fn missing(kit: &Kit, pack: &Pack) -> Html {
    let words = kit.words();
    let questions = &pack.structure().missing;
    if questions.is_empty() {
        return Html::default();
    }
    let text = pack.words(kit.language.tag());
    html! {
        <section class="sheet stack-s"><h2>{ words.criteria_missing_title() }</h2><p class="small">{ words.criteria_missing_intro() }</p>
            <ul class="list">{ for questions.iter().map(|id| html! { <li key={id.clone()}>{ text.missing(id).to_owned() }</li> }) }</ul></section>
    }
}

fn filters(kit: &Kit, rows: &[Row], chosen: Filter, onchange: Callback<Event>) -> Html {
    let words = kit.words();
    html! {
        <fieldset class="choice" {onchange}><legend class="hidden">{ words.criteria_status_filter() }</legend>
            { for FILTERS.iter().map(|(name, filter)| {
                let n = rows.iter().filter(|row| row.is_shown(*filter)).count().to_string();
                let label = match filter {
                    Filter::All => fill(words.criteria_status_all(), &[("n", &n)]),
                    Filter::Missing => fill(words.criteria_status_missing(), &[("n", &n)]),
                    Filter::Status(status) => fill(words.criteria_status_some(), &[("status", say::status(kit.language, *status)), ("n", &n)]),
                };
                html! { <label><input type="radio" name="status" value={*name} checked={*filter == chosen} /><span>{ label }</span></label> }
            }) }
        </fieldset>
    }
}

/// A table for each kind of figure that has one to show.
fn tables(kit: &Kit, rows: &[Row], filter: Filter) -> Html {
    let words = kit.words();
    let shown: Vec<&Row> = rows.iter().filter(|row| row.is_shown(filter)).collect();
    if shown.is_empty() {
        return html! { <p class="muted">{ words.criteria_none_of_status() }</p> };
    }
    let groups = shown.chunk_by(|one, next| one.kind() == next.kind());
    groups
        .map(|group| {
            let title = say::figure_kind(kit.language, group[0].kind());
            html! {
                <section class="sheet stack-s" key={group[0].figure.clone()}><h3>{ title }</h3>
                    <div class="scroll" tabindex="0" role="group" aria-label={title}><table class="facts figures">
                        <thead><tr><th scope="col">{ words.criteria_figure() }</th><th scope="col">{ words.criteria_value() }</th><th scope="col">{ words.criteria_source() }</th><th scope="col">{ words.criteria_status() }</th></tr></thead>
                        <tbody>{ for group.iter().map(|row| figure_row(kit, row)) }</tbody>
                    </table></div></section>
            }
        })
        .collect()
}

fn figure_row(kit: &Kit, row: &Row) -> Html {
    let class = if row.status == Status::Published { "tag" } else { "tag w" };
    let (value, status, class) = match &row.value {
        Some(value) => (value.as_str(), say::status(kit.language, row.status), class),
        None => (kit.words().not_published(), kit.words().not_published(), "tag b"),
    };
    html! {
        <tr key={row.figure.clone()}><th scope="row">{ row.label.clone() }</th>
            <td>{ for value.split('\n').map(|line| html! { <div>{ line.to_owned() }</div> }) }</td>
            <td class="small">{ row.source.clone() }</td><td><span {class}>{ status }</span></td></tr>
    }
}

/// What every band means for every factor.
fn rubrics(kit: &Kit, pack: &Pack) -> Html {
    let words = kit.words();
    let text = pack.words(kit.language.tag());
    let tables = pack.structure().rubrics.iter().map(|rubric| {
        html! {
            <div class="stack-xs" key={rubric.id.clone()}><h3>{ text.rubric(&rubric.id).to_owned() }</h3>
                <div class="scroll" tabindex="0" role="group" aria-label={text.rubric(&rubric.id).to_owned()}><table class="facts">
                    <thead><tr><th scope="col">{ "%" }</th>{ for rubric.factors.iter().map(|factor| html! { <th scope="col">{ format!("{} {}", factor.letter, text.factor(&rubric.id, &factor.id)) }</th> }) }</tr></thead>
                    <tbody>{ for rubric.bands.iter().map(|band| html! {
                        <tr key={band.id.clone()}><th scope="row">{ kit.language.band(band.from, band.to) }</th>
                            { for rubric.factors.iter().map(|factor| html! { <td>{ text.band(&rubric.id, &band.id, &factor.id).to_owned() }</td> }) }</tr>
                    }) }</tbody>
                </table></div></div>
        }
    });
    html! { <details class="sheet"><summary><h2>{ words.criteria_rubrics_title() }</h2></summary><div class="stack-s">{ for tables }</div></details> }
}

fn ideas(kit: &Kit, pack: &Pack) -> Html {
    let text = pack.words(kit.language.tag());
    let ideas = &pack.structure().ideas;
    if ideas.is_empty() {
        return Html::default();
    }
    html! {
        <details class="sheet"><summary><h2>{ kit.words().criteria_ideas_title() }</h2></summary>
            <dl class="pairs">{ for ideas.iter().map(|id| html! { <><dt>{ text.idea(id).to_owned() }</dt><dd>{ text.idea_note(id).to_owned() }</dd></> }) }</dl></details>
    }
}

fn terms(kit: &Kit, terms: Option<&[Term]>) -> Html {
    let words = kit.words();
    let Some(terms) = terms else { return Html::default() };
    html! {
        <details class="sheet"><summary id="glossary"><h2>{ words.criteria_glossary_title() }</h2></summary>
            if terms.is_empty() { <p>{ words.criteria_glossary_missing() }</p> } else {
                <div class="scroll" tabindex="0" role="group" aria-label={words.criteria_glossary_title()}><table class="facts">
                    <thead><tr><th scope="col">{ words.criteria_glossary_zh() }</th><th scope="col">{ words.criteria_glossary_en() }</th></tr></thead>
                    <tbody>{ for terms.iter().map(|term| html! { <tr key={term.id.clone()}><td lang="zh-CN">{ term.zh.clone() }</td><td lang="en">{ term.en.clone() }</td></tr> }) }</tbody>
                </table></div>
            }</details>
    }
}
