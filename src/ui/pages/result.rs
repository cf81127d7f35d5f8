//! What the assessment is worth, and where the next points are.

use crate::assessment::{Action, Assessment};
use crate::criteria::{ItemSlot, Rounding};
use crate::language::fill;
use crate::report::say;
use crate::scoring::{ItemScore, Points, Score, next_band_gain, score};
use crate::ui::charts::{CategoryBars, TotalScale};
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::SourceNote;
use crate::ui::route::Route;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ResultPageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
}

#[component]
pub fn ResultPage(props: &ResultPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let text = kit.pack_words();
    let score = Rc::new(score(&kit.pack, &props.assessment));
    html! {
        <main class="page wide"><div class="stack">
            <div class="title"><h1>{ words.result_title }</h1>
                <span class="pts">{ for kit.pack.structure().rubrics.iter().zip(&score.rubrics).map(|(rubric, tally)| html! {
                    <span class="subtotal">{ text.rubric(&rubric.id).to_owned() }{ " " }<b>{ tally.points.to_string() }</b>{ format!(" / {}", tally.max) }</span>
                }) }</span></div>
            <section class="sheet stack-s">
                <h2>{ heading(&kit, &score) }</h2>
                <Total score={score.clone()} reference_points={props.assessment.reference_points} />
            </section>
            <section class="sheet stack-s"><h2>{ words.result_categories }</h2><CategoryBars score={score.clone()} /></section>
            <section class="sheet stack-s">
                <div class="title"><h2>{ words.result_next }</h2><span class="pts small">{ words.result_next_order }</span></div>
                { next_points(&kit, props, &score) }
                <p class="small">{ words.result_next_note }</p>
            </section>
            <section class="sheet stack-s"><h2>{ words.result_orientations }</h2><p class="small">{ words.result_orientations_note }</p>{ orientations(&kit, props, &score) }</section>
            <section class="sheet stack-s"><h2>{ words.result_every }</h2>{ every_item(&kit, props, &score) }</section>
        </div></main>
    }
}

fn heading(kit: &Kit, score: &Score) -> String {
    let words = kit.words();
    let total = score.total.points.to_string();
    match score.unrated {
        0 => fill(words.result_heading, &[("total", &total), ("level", maturity(kit, score.total.points))]),
        unrated => fill(
            words.result_heading_open,
            &[
                ("total", &total),
                ("n", &unrated.to_string()),
                ("low", &score.range.0.to_string()),
                ("high", &score.range.1.to_string()),
            ],
        ),
    }
}

/// What a total means: whole points decide, so 275.5 still lies below 276.
fn maturity(kit: &Kit, points: Points) -> &str {
    let whole = points.hundredths() / 100;
    let bands = &kit.pack.structure().maturity;
    let band = bands.iter().find(|band| whole <= u64::from(band.to)).or(bands.last());
    band.map_or("", |band| kit.pack_words().maturity(&band.id))
}

#[derive(Properties, PartialEq)]
struct TotalProps {
    score: Rc<Score>,
    reference_points: Option<u32>,
}

/// The scale, the reference line to move, and what the points stand for.
#[component]
fn Total(props: &TotalProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let scoring = &kit.pack.structure().scoring;
    let refused = use_state(|| false);
    let default = scoring.reference_lines.first();
    let points = props.reference_points.or(default.map(|line| line.points));
    let onchange = {
        let (store, refused, total) = (kit.store.clone(), refused.clone(), scoring.total);
        Callback::from(move |event: Event| {
            let written = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            let points = written.trim().parse::<u32>().ok().filter(|points| *points <= total);
            refused.set(points.is_none() && !written.trim().is_empty());
            if points.is_some() || written.trim().is_empty() {
                store.dispatch(Action::ReferencePoints(points));
            }
        })
    };
    let name = points.map(|points| (points, AttrValue::from(fill(words.reference_line, &[("points", &points.to_string())]))));
    let moved = props.reference_points.is_some_and(|points| default.is_none_or(|line| line.points != points));
    html! {
        <>
            <TotalScale score={props.score.clone()} reference={name} />
            <div class="row">
                <label for="reference">{ words.reference_label }</label>
                <input class={classes!("input", "number", refused.then_some("invalid"))} id="reference" type="text" inputmode="numeric" autocomplete="off" value={points.map(|points| points.to_string()).unwrap_or_default()}
                    aria-describedby="reference-note" aria-invalid={refused.then_some("true")} {onchange} />
                <span id="reference-note">
                    if *refused {
                        <small class="problem">{ fill(words.reference_refused, &[("total", &scoring.total.to_string())]) }</small>
                    } else if moved {
                        <small>{ words.reference_own }</small>
                    } else {
                        { for default.map(|line| html! { <><small>{ kit.pack_words().reference(&line.id).to_owned() }</small>{ " " }<SourceNote figure={format!("reference/{}", line.id)} /></> }) }
                    }
                </span>
            </div>
            <p class="small">{ kit.pack_words().points_note().to_owned() }{ " " }<SourceNote figure="points" /></p>
            <p class="small">{ fill(words.rounding_line, &[("rounding", say::rounding(kit.language, scoring.rounding))]) }{ " " }<SourceNote figure="rounding" /></p>
        </>
    }
}

fn item_link(kit: &Kit, props: &ResultPageProps, slot: ItemSlot) -> Html {
    html! { <a href={Route::item(&props.id, &kit.pack, slot).href()}>{ say::item_name(&kit.pack, kit.language, slot) }</a> }
}

fn percent_words(kit: &Kit, item: &ItemScore) -> String {
    item.percent.map_or_else(|| kit.words().not_rated.to_owned(), |percent| percent.to_string())
}

/// Items by what reaching the next band would add; those not rated come last.
fn next_points(kit: &Kit, props: &ResultPageProps, score: &Score) -> Html {
    let words = kit.words();
    let mut rows: Vec<(&ItemScore, Option<Points>)> = score.items.iter().map(|item| (item, next_band_gain(&kit.pack, item))).collect();
    rows.sort_by(|(one, gain), (other, other_gain)| other_gain.cmp(gain).then(one.item.cmp(&other.item)));
    let factor_names = |at: usize| {
        let rubrics = &kit.pack.structure().rubrics;
        let names: Vec<&str> = rubrics
            .iter()
            .filter_map(|rubric| rubric.factors.get(at).map(|factor| kit.pack_words().factor(&rubric.id, &factor.id)))
            .collect();
        let mut names = names;
        names.dedup();
        names.join("/")
    };
    let factors = kit.pack.structure().rubrics.iter().map(|rubric| rubric.factors.len()).max().unwrap_or(0);
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.result_next}><table>
            <thead><tr><th scope="col">{ words.column_item }</th><th scope="col" class="r">{ words.column_max }</th><th scope="col" class="r">{ words.column_percent }</th><th scope="col" class="r">{ words.column_points }</th>
                { for (0..factors).map(|at| html! { <th scope="col">{ factor_names(at) }</th> }) }<th scope="col" class="r">{ words.column_next_band }</th></tr></thead>
            <tbody>{ for rows.into_iter().map(|(item, gain)| html! {
                <tr key={item.item.0}>
                    <td>{ item_link(kit, props, item.item) }</td><td class="r">{ item.max.to_string() }</td><td class="r">{ percent_words(kit, item) }</td>
                    <td class="r">{ item.points.map_or_else(|| "—".to_owned(), |points| points.to_string()) }</td>
                    { for (0..factors).map(|factor| html! { <td>{ band_mark(kit, props, item.item, factor) }</td> }) }
                    <td class="r">{ gain.map_or_else(|| "—".to_owned(), |gain| format!("+{gain}")) }</td>
                </tr>
            }) }</tbody>
        </table></div>
    }
}

/// A factor's band as a shade with its range in words.
fn band_mark(kit: &Kit, props: &ResultPageProps, slot: ItemSlot, factor: usize) -> Html {
    let rubric = kit.pack.rubric_of(slot);
    match props.assessment.item(slot).bands.get(factor).copied().flatten() {
        None => html! { <span class="muted">{ "—" }</span> },
        Some(at) => {
            let band = &rubric.bands[at];
            html! { <span class="mark-band"><svg width="18" height="12" aria-hidden="true"><rect class={format!("band-{at}")} width="18" height="12" rx="2" /></svg><small>{ format!("{}–{}", band.from, band.to) }</small></span> }
        }
    }
}

fn orientations(kit: &Kit, props: &ResultPageProps, score: &Score) -> Html {
    let words = kit.words();
    let text = kit.pack_words();
    let rows = kit.pack.structure().orientations.iter().map(|orientation| {
        let tagged = |slot: ItemSlot| {
            let item = kit.pack.item(slot);
            item.orientations.contains(orientation) || item.prompts.iter().any(|prompt| prompt.orientations.contains(orientation))
        };
        let items: Vec<&ItemScore> = score.items.iter().filter(|item| tagged(item.item)).collect();
        html! {
            <tr key={orientation.clone()}><th scope="row">{ text.orientation(orientation).to_owned() }</th>
                <td><ul class="inline">{ for items.iter().map(|item| html! { <li>{ item_link(kit, props, item.item) }{ " " }<b>{ percent_words(kit, item) }</b></li> }) }</ul></td></tr>
        }
    });
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.result_orientations}><table><thead><tr><th scope="col">{ words.column_orientation }</th><th scope="col">{ words.column_items }</th></tr></thead><tbody>{ for rows }</tbody></table></div>
    }
}

/// Why every number is what it is: maximum × percentage, item by item.
fn every_item(kit: &Kit, props: &ResultPageProps, score: &Score) -> Html {
    let words = kit.words();
    let rounding = kit.pack.structure().scoring.rounding;
    let categories = score.categories.iter().map(|category| {
        let content = kit.pack.category(category.category);
        let items = score.items.iter().filter(|item| kit.pack.category_of(item.item) == category.category).map(|item| {
            let sum = match (item.percent, item.points) {
                (Some(percent), Some(points)) => format!("{} × {percent} {} {points}", item.max, if rounding == Rounding::Exact { "=" } else { "≈" }),
                _ => words.not_rated.to_owned(),
            };
            html! { <tr key={item.item.0}><td>{ item_link(kit, props, item.item) }</td><td class="r">{ sum }</td></tr> }
        });
        html! { <>
            <tr class="group"><th scope="rowgroup">{ format!("{} {}", content.number, kit.pack_words().category(&content.id)) }</th><th class="r">{ format!("{} / {}", category.tally.points, category.tally.max) }</th></tr>
            { for items }
        </> }
    });
    html! {
        <details><summary>{ words.result_every_open }</summary><table class="sums"><tbody>{ for categories }
            <tr class="sum"><th scope="row">{ words.total }</th><td class="r"><b>{ format!("{} / {}", score.total.points, score.total.max) }</b></td></tr></tbody></table></details>
    }
}
