//! One item: what to describe, the answers by factor, strengths, opportunities, evidence, and the rating beside them.

use crate::assessment::{Action, Field, ItemChange, ItemRecord, text};
use crate::criteria::{ItemSlot, Rounding};
use crate::findings::characters;
use crate::language::fill;
use crate::report::say;
use crate::scoring::{Points, Suggestion, band_of, suggest};
use crate::ui::fields::TextField;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::{Ladder, SourceNote};
use crate::ui::route::Route;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ItemPageProps {
    pub slot: ItemSlot,
    pub record: Rc<ItemRecord>,
    pub id: Rc<str>,
}

#[component]
pub fn ItemPage(props: &ItemPageProps) -> Html {
    let kit = use_kit();
    html! {
        <main class="page">
            <div class="stack">
                { head(&kit, props) }
                { prompts(&kit, props.slot) }
                <Answers slot={props.slot} record={props.record.clone()} />
                <section class="sheet stack">
                    <div class="two">
                        { remark_field(&kit, "strengths", kit.words().item_strengths, Field::Strengths(props.slot), &props.record.strengths) }
                        { remark_field(&kit, "opportunities", kit.words().item_opportunities, Field::Opportunities(props.slot), &props.record.opportunities) }
                    </div>
                    <Evidence slot={props.slot} record={props.record.clone()} />
                </section>
                { neighbours(&kit, props) }
            </div>
            <aside class="aside">
                <Rating slot={props.slot} record={props.record.clone()} />
                <Rubric slot={props.slot} />
            </aside>
        </main>
    }
}

fn head(kit: &Kit, props: &ItemPageProps) -> Html {
    let words = kit.words();
    let text = kit.pack_words();
    let item = kit.pack.item(props.slot);
    let category = kit.pack.category(kit.pack.category_of(props.slot));
    let first = kit.pack.items_of(kit.pack.category_of(props.slot)).next().unwrap_or(props.slot);
    let rounding = kit.pack.structure().scoring.rounding;
    let earned = props.record.percent.map(|percent| Points::earned(item.points, percent, rounding).to_string());
    let mut tags: Vec<&String> = item.orientations.iter().collect();
    for tag in item.prompts.iter().flat_map(|prompt| &prompt.orientations) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    html! {
        <div class="stack-s">
            <nav class="crumbs" aria-label={words.item_crumbs}>
                <a href={Route::item(&props.id, &kit.pack, first).href()}>{ format!("{} {}", category.number, text.category(&category.id)) }</a>
                <span aria-hidden="true">{ "›" }</span><span>{ text.rubric(&item.rubric).to_owned() }</span>
            </nav>
            <div class="title">
                <h1>{ format!("{} {}", item.number, text.item(&item.id)) }</h1>
                <span class="pts"><b data-testid="points">{ earned.unwrap_or_else(|| "—".into()) }</b>{ fill(words.of_points, &[("n", &item.points.to_string())]) }</span>
            </div>
            <div class="tags">
                { for tags.into_iter().map(|tag| html! { <span class="tag o">{ text.orientation(tag).to_owned() }</span> }) }
                <SourceNote figure={format!("points/{}", item.id)} />
            </div>
        </div>
    }
}

fn prompts(kit: &Kit, slot: ItemSlot) -> Html {
    let text = kit.pack_words();
    let item = kit.pack.item(slot);
    let rows = item.prompts.iter().map(|prompt| {
        let number = prompt.number.as_deref().map(short_number);
        html! {
            <li key={prompt.id.clone()}><b>{ number.unwrap_or_else(|| "·".into()) }</b>
                <span>if prompt.number.is_some() { <strong>{ text.prompt_name(&item.id, &prompt.id).to_owned() }</strong>{ kit.words().colon } }{ text.prompt(&item.id, &prompt.id).to_owned() }</span></li>
        }
    });
    html! {
        <section class="sheet stack-s" aria-labelledby="prompts"><h2 id="prompts">{ kit.words().item_prompts }</h2><ol class="prompts">{ for rows }</ol></section>
    }
}

/// The last part of a printed number: `4.1.4.2` is shown as `.2` under 4.1.4.
fn short_number(number: &str) -> String {
    match number.rsplit_once('.') {
        Some((_, last)) => format!(".{last}"),
        None => number.to_owned(),
    }
}

#[derive(Properties, PartialEq)]
struct RecordProps {
    slot: ItemSlot,
    record: Rc<ItemRecord>,
}

/// The answers by factor: for the item as a whole, or for one sub-clause at a time.
#[component]
fn Answers(props: &RecordProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let text = kit.pack_words();
    let slot = props.slot;
    let item = kit.pack.item(slot);
    let rubric = kit.pack.rubric_of(slot);
    let scope = use_state(|| 0_usize);
    let scopes: Vec<(usize, String, String)> = item
        .prompts
        .iter()
        .enumerate()
        .filter_map(|(at, prompt)| {
            prompt
                .number
                .as_ref()
                .map(|number| (at + 1, short_number(number), text.prompt_name(&item.id, &prompt.id).to_owned()))
        })
        .collect();
    let choose = {
        let scope = scope.clone();
        Callback::from(move |event: Event| {
            if let Ok(chosen) = event.target_unchecked_into::<web_sys::HtmlInputElement>().value().parse() {
                scope.set(chosen);
            }
        })
    };
    let tab = |at: usize, label: String| {
        let written = !props.record.scope_is_empty(at);
        html! {
            <label><input type="radio" name="scope" value={at.to_string()} checked={*scope == at} />
                <span>{ label }if written { <span class="dot" title={words.item_written}></span><span class="hidden">{ words.item_written }</span> }</span></label>
        }
    };
    html! {
        <section class="sheet stack" aria-label={words.item_answers}>
            if !scopes.is_empty() {
                <fieldset class="choice scopes" onchange={choose}>
                    <legend class="hidden">{ words.item_scope }</legend>
                    { tab(0, words.item_whole.to_owned()) }
                    { for scopes.into_iter().map(|(at, number, name)| tab(at, format!("{number} {name}"))) }
                </fieldset>
            }
            { for rubric.factors.iter().enumerate().map(|(factor, content)| {
                let value = props.record.answer(*scope, factor).clone();
                let id = format!("answer-{}-{}", *scope, content.id);
                let count = characters(&value);
                html! {
                    <div class="field" key={id.clone()}>
                        <div class="head">
                            <span class="letter" aria-hidden="true">{ &content.letter }</span>
                            <h3><label for={id.clone()}>{ text.factor(&rubric.id, &content.id).to_owned() }</label></h3>
                            <span class="small">{ if count == 0 { words.not_written.to_owned() } else { fill(words.characters, &[("n", &count.to_string())]) } }</span>
                        </div>
                        <TextField {id} slot={Field::Answer { item: slot, scope: *scope, factor }} {value} lines={5} hint={text.factor_hint(&rubric.id, &content.id).to_owned()} />
                        <BandField slot={slot} {factor} band={props.record.bands[factor]} />
                    </div>
                }
            }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct BandFieldProps {
    slot: ItemSlot,
    factor: usize,
    band: Option<usize>,
}

/// The band of one factor.
#[component]
fn BandField(props: &BandFieldProps) -> Html {
    let kit = use_kit();
    let text = kit.pack_words();
    let (slot, factor) = (props.slot, props.factor);
    let rubric = kit.pack.rubric_of(slot);
    let content = &rubric.factors[factor];
    let onchange = {
        let store = kit.store.clone();
        Callback::from(move |event: Event| {
            let band = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value().parse().ok();
            store.dispatch(Action::Item(slot, ItemChange::Band { factor, band }));
        })
    };
    let label = fill(kit.words().item_band_of, &[("factor", text.factor(&rubric.id, &content.id))]);
    html! {
        <select class="input band" id={format!("band-{}", content.id)} aria-label={label} {onchange}>
            <option value="" selected={props.band.is_none()}>{ kit.words().item_band_none }</option>
            { for rubric.bands.iter().enumerate().rev().map(|(at, band)| html! {
                <option value={at.to_string()} selected={props.band == Some(at)}>{ format!("{}–{}  {}", band.from, band.to, text.band(&rubric.id, &band.id, &content.id)) }</option>
            }) }
        </select>
    }
}

fn remark_field(kit: &Kit, id: &'static str, label: &'static str, slot: Field, value: &crate::assessment::Text) -> Html {
    let hint = match slot {
        Field::Strengths(_) => kit.words().item_strengths_hint,
        _ => kit.words().item_opportunities_hint,
    };
    html! { <div class="field"><h3><label for={id}>{ label }</label></h3><TextField {id} {slot} value={value.clone()} lines={3} {hint} /></div> }
}

/// References to evidence: one is written, added, and stands as a chip that can be taken away.
#[component]
fn Evidence(props: &RecordProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let slot = props.slot;
    let input = use_node_ref();
    let add = {
        let (store, input) = (kit.store.clone(), input.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = input.cast::<web_sys::HtmlInputElement>() else { return };
            let reference = field.value();
            if !reference.trim().is_empty() {
                store.dispatch(Action::Item(slot, ItemChange::AddEvidence(text(reference.trim()))));
                field.set_value("");
            }
        })
    };
    let remove = {
        let store = kit.store.clone();
        Callback::from(move |event: MouseEvent| {
            let button = event
                .target_dyn_into::<web_sys::Element>()
                .and_then(|element| element.closest("button[data-at]").ok().flatten());
            if let Some(at) = button.and_then(|button| button.get_attribute("data-at")).and_then(|at| at.parse().ok()) {
                store.dispatch(Action::Item(slot, ItemChange::RemoveEvidence(at)));
            }
        })
    };
    html! {
        <div class="field">
            <h3><label for="evidence-new">{ words.item_evidence }</label></h3>
            if !props.record.evidence.is_empty() {
                <ul class="chips" onclick={remove}>
                    { for props.record.evidence.iter().enumerate().map(|(at, reference)| html! {
                        <li class="chip"><span>{ &**reference }</span>
                            <button type="button" class="remove" data-at={at.to_string()} aria-label={fill(words.item_evidence_remove, &[("name", reference)])}>{ "×" }</button></li>
                    }) }
                </ul>
            }
            <form class="row" onsubmit={add}>
                <input ref={input} class="input grow" id="evidence-new" type="text" autocomplete="off" placeholder={words.item_evidence_hint} />
                <button type="submit" class="btn">{ words.item_evidence_add }</button>
            </form>
        </div>
    }
}

fn neighbours(kit: &Kit, props: &ItemPageProps) -> Html {
    let words = kit.words();
    let before = props.slot.0.checked_sub(1).map(ItemSlot);
    let after = (props.slot.0 + 1 < kit.pack.items().len()).then_some(ItemSlot(props.slot.0 + 1));
    let name = |slot: ItemSlot| say::item_name(&kit.pack, kit.language, slot);
    html! {
        <nav class="row neighbours" aria-label={words.item_neighbours}>
            { for before.map(|slot| html! { <a class="btn" href={Route::item(&props.id, &kit.pack, slot).href()}>{ words.item_previous }</a> }) }
            if let Some(slot) = after {
                <a class="btn main" href={Route::item(&props.id, &kit.pack, slot).href()}>{ fill(words.item_next_named, &[("item", &name(slot))]) }</a>
            } else {
                <a class="btn main" href={Route::Result { id: props.id.to_string() }.href()}>{ words.item_to_result }</a>
            }
        </nav>
    }
}

/// The rating: the ladder, the words of the chosen band, the suggestion with its reason, and the sum.
#[component]
fn Rating(props: &RecordProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let text = kit.pack_words();
    let item = kit.pack.item(props.slot);
    let rubric = kit.pack.rubric_of(props.slot);
    let scoring = &kit.pack.structure().scoring;
    let suggestion = suggest(rubric, &props.record.bands, scoring.step);
    let percent = props.record.percent;
    let sum = percent.map(|percent| {
        let earned = Points::earned(item.points, percent, scoring.rounding).to_string();
        let rule = if scoring.rounding == Rounding::Exact {
            words.rounding_exact_short
        } else {
            words.rounding_half_up_short
        };
        fill(
            words.rating_sum,
            &[
                ("max", &item.points.to_string()),
                ("percent", &percent.to_string()),
                ("points", &earned),
                ("rule", rule),
            ],
        )
    });
    html! {
        <section class="sheet stack-s" aria-labelledby="rating">
            <div class="title"><h2 id="rating">{ words.item_rating }</h2>
                <span class="pts"><b data-testid="percent">{ percent.map_or_else(|| words.not_rated.to_owned(), |percent| percent.to_string()) }</b></span></div>
            <Ladder slot={props.slot} record={props.record.clone()} />
            { for percent.map(|percent| {
                let band = &rubric.bands[band_of(rubric, percent)];
                html! { <div class="words">{ for rubric.factors.iter().map(|factor| html! {
                    <div><b>{ text.factor(&rubric.id, &factor.id).to_owned() }</b><span>{ text.band(&rubric.id, &band.id, &factor.id).to_owned() }</span></div> }) }</div> }
            }) }
            <p class="why" aria-live="polite">{ why(&kit, props, suggestion.as_ref()) }</p>
            { for sum.map(|sum| html! { <p class="small">{ sum }</p> }) }
            <div class="field"><h3><label for="remark">{ words.item_remark }</label></h3>
                <TextField id="remark" slot={Field::Remark(props.slot)} value={props.record.remark.clone()} lines={2} hint={words.item_remark_hint} /></div>
        </section>
    }
}

/// Why the suggestion is what it is, and how the rating stands to it.
fn why(kit: &Kit, props: &RecordProps, suggestion: Option<&Suggestion>) -> String {
    let words = kit.words();
    let text = kit.pack_words();
    let rubric = kit.pack.rubric_of(props.slot);
    let Some(suggestion) = suggestion else {
        return words.suggestion_none.to_owned();
    };
    let names = |factors: &[usize]| {
        factors
            .iter()
            .map(|&at| text.factor(&rubric.id, &rubric.factors[at].id))
            .collect::<Vec<&str>>()
            .join(words.list_separator)
    };
    let base = &rubric.bands[suggestion.base];
    let range = if suggestion.low == suggestion.high {
        suggestion.low.to_string()
    } else {
        format!("{}–{}", suggestion.low.value(), suggestion.high)
    };
    let mut told = fill(
        words.suggestion_base,
        &[("range", &range), ("from", &base.from.to_string()), ("to", &base.to.to_string())],
    );
    if !suggestion.below.is_empty() {
        told += &fill(words.suggestion_below, &[("factors", &names(&suggestion.below))]);
    }
    if !suggestion.above.is_empty() {
        told += &fill(words.suggestion_above, &[("factors", &names(&suggestion.above))]);
    }
    if let Some(factor) = suggestion.limited_by {
        told += &fill(words.suggestion_limited, &[("factor", &names(&[factor]))]);
    }
    told += words.suggestion_end;
    if let Some(percent) = props.record.percent {
        let place = if percent > suggestion.high {
            words.suggestion_higher
        } else if percent < suggestion.low {
            words.suggestion_lower
        } else {
            words.suggestion_within
        };
        told += &fill(place, &[("percent", &percent.to_string())]);
    }
    told
}

#[derive(Properties, PartialEq)]
struct RubricProps {
    slot: ItemSlot,
}

/// The whole rubric, to be read when wanted.
#[component]
fn Rubric(props: &RubricProps) -> Html {
    let kit = use_kit();
    let text = kit.pack_words();
    let rubric = kit.pack.rubric_of(props.slot);
    html! {
        <details class="sheet rubric"><summary>{ kit.words().rubric_title }</summary>
            { for rubric.bands.iter().rev().map(|band| html! {
                <div class="stack-xs" key={band.id.clone()}><h3>{ format!("{}–{}", band.from, band.to) }</h3>
                    <dl>{ for rubric.factors.iter().map(|factor| html! { <><dt>{ text.factor(&rubric.id, &factor.id).to_owned() }</dt><dd>{ text.band(&rubric.id, &band.id, &factor.id).to_owned() }</dd></> }) }</dl>
                    <SourceNote figure={format!("rubric/{}/{}", rubric.id, band.id)} /></div>
            }) }
        </details>
    }
}
