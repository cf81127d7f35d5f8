//! What the assessment is worth, and where the next points are.

use super::distribution::Distribution;
use crate::assessment::{Action, Assessment};
use crate::criteria::{ItemSlot, Kind, Prompt};
use crate::language::fill;
use crate::order;
use crate::report::say;
use crate::scoring::{Assumption, ItemScore, Maximum, Points, Score, Tally, next_band_gain, score, what_if};
use crate::ui::charts::{category_bars, total_scale};
use crate::ui::fields::number_field;
use crate::ui::kit::Kit;
use crate::ui::parts::{about_points, newer_session, source_note};
use crate::ui::route::Route;
use yew::prelude::*;

/// What the page's tables are made from.
struct View<'a> {
    kit: &'a Kit,
    assessment: &'a Assessment,
    id: &'a str,
    score: Score,
}

pub fn result_page(kit: &Kit, assessment: &Assessment, id: &str) -> Html {
    let words = kit.words();
    let text = kit.pack_words();
    let view = View {
        kit,
        assessment,
        id,
        score: score(&kit.pack, assessment),
    };
    let score = &view.score;
    let targets = assessment.improvement.targets.iter().any(Option::is_some);
    let targets = targets.then(|| what_if(&kit.pack, assessment, Assumption::Targets));
    html! {
        <main class="page wide" key="result"><div class="stack">
            <div class="title"><h1>{ words.result_title() }</h1>
                <span class="pts">{ for kit.pack.structure().rubrics.iter().zip(&score.rubrics).map(|(rubric, tally)| html! {
                    <span class="subtotal">{ text.rubric(&rubric.id).to_owned() }{ " " }<b>{ tally.points.to_string() }</b>{ format!(" / {}", tally.max) }</span>
                }) }
                if score.has_bonus() { <span class="subtotal" data-testid="bonus">{ words.term_bonus() }{ " " }<b>{ score.bonus.points.to_string() }</b>{ format!(" / {}", score.bonus.max) }</span> }</span></div>
            <section class="sheet stack-s">
                <h2>{ heading(kit, score) }</h2>
                { total(&view) }
            </section>
            <section class="sheet stack-s"><h2>{ words.result_categories() }</h2>{ category_bars(kit, score, targets.as_ref()) }
                <div class="row"><a class="btn quiet" href={Route::Compare { id: id.to_owned() }.href()}>{ words.result_compare() }</a></div></section>
            <section class="sheet stack-s">
                <div class="title"><h2>{ words.result_next() }</h2><span class="pts small">{ words.result_next_order() }</span></div>
                { next_points(&view) }
                <p class="small">{ words.result_next_note() }</p>
                <div class="row"><a class="btn quiet" href={Route::Next { id: id.to_owned() }.href()}>{ words.result_next_try() }</a></div>
            </section>
            if !kit.pack.structure().orientations.is_empty() { <section class="sheet stack-s"><h2>{ words.result_orientations() }</h2><p class="small">{ words.result_orientations_note() }</p>{ orientations(&view) }</section> }
            <Distribution assessment={assessment.clone()} />
            <section class="sheet stack-s"><h2>{ words.result_every() }</h2>{ every_item(&view) }</section>
            <section class="sheet stack-s"><h2>{ words.under_title() }</h2>{ newer_session(kit, id) }
                <p class="small">{ fill(words.under_judged(), &[("name", text.name()), ("edition", text.edition_name())]) }{ " " }<span class="muted">{ kit.pack.hash().to_owned() }</span></p>
                <div class="row"><a class="btn" href={Route::Under { id: id.to_owned() }.href()}>{ words.under_title() }</a><a class="btn quiet" href={Route::Pack { pack: kit.pack.key() }.href()}>{ words.criteria_title() }</a></div></section>
        </div></main>
    }
}

fn heading(kit: &Kit, score: &Score) -> String {
    let words = kit.words();
    let total = score.total.points.to_string();
    match score.unrated {
        0 if !score.is_complete() => words.result_nothing_applies().to_owned(),
        0 => fill(words.result_heading(), &[("total", &total), ("level", maturity(kit, score.total.points))]),
        unrated => fill(
            words.result_heading_open(),
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

/// The scale, the reference line to move, and what the points stand for.
fn total(view: &View<'_>) -> Html {
    let kit = view.kit;
    let words = kit.words();
    let scoring = &kit.pack.structure().scoring;
    let default = scoring.reference_lines.first();
    let own = view.assessment.reference_points;
    let points = own.or(default.map(|line| line.points));
    let line = points.map(|points| (points, fill(words.reference_line(), &[("points", &points.to_string())])));
    let refusal = fill(words.reference_refused(), &[("total", &scoring.total.to_string())]);
    let store = kit.store.clone();
    let field = number_field(
        kit,
        "reference".to_owned(),
        points.map(u64::from),
        scoring.total.into(),
        refusal,
        move |points| {
            store.dispatch(Action::ReferencePoints(points.and_then(|points| u32::try_from(points).ok())));
        },
    );
    let moved = own.is_some_and(|points| default.is_none_or(|line| line.points != points));
    html! {
        <>
            { total_scale(kit, &view.score, line) }
            <div class="row">
                <label for="reference">{ words.reference_label() }</label>{ field }
                if moved {
                    <small>{ words.reference_own() }</small>
                } else {
                    { for default.map(|line| html! { <><small>{ kit.pack_words().reference(&line.id).to_owned() }</small>{ source_note(kit, &format!("reference/{}", line.id)) }</> }) }
                }
            </div>
            <p>{ about_points(kit) }</p>
            <p class="small">{ kit.pack_words().points_note().to_owned() }{ " " }{ source_note(kit, "points") }</p>
            <p class="small">{ fill(words.rounding_line(), &[("rounding", say::rounding(kit.language, scoring.rounding))]) }{ " " }{ source_note(kit, "rounding") }</p>
            { for say::what_counts(&kit.pack, kit.language, view.assessment, &view.score).into_iter().map(|told| html! { <p class="small">{ told }</p> }) }
        </>
    }
}

fn item_link(view: &View<'_>, slot: ItemSlot) -> Html {
    let kit = view.kit;
    html! { <a href={Route::item(view.id, &kit.pack, slot).href()}>{ say::item_name(&kit.pack, kit.language, slot) }</a> }
}

fn percent_words(kit: &Kit, item: &ItemScore) -> String {
    match item.percent {
        _ if !item.maximum.applies() => kit.words().term_not_applicable().to_owned(),
        Some(percent) => percent.to_string(),
        None => kit.words().not_rated().to_owned(),
    }
}

/// Points as they stand in a table.
fn points_words(points: Option<Points>) -> String {
    points.map_or_else(|| "—".to_owned(), |points| points.to_string())
}

fn is_bonus(item: &ItemScore) -> bool {
    matches!(item.maximum, Maximum::Bonus(_))
}

/// Items by what reaching the next band would add; then those not rated, and last those that do not apply.
fn next_points(view: &View<'_>) -> Html {
    let (kit, score) = (view.kit, &view.score);
    let words = kit.words();
    let mut rows: Vec<(&ItemScore, Option<Points>)> = score.items.iter().map(|item| (item, next_band_gain(&kit.pack, item))).collect();
    order::sort_by_key(&mut rows, |(item, gain)| (std::cmp::Reverse(*gain), !item.maximum.applies(), item.item));
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
        <div class="scroll" tabindex="0" role="group" aria-label={words.result_next()}><table>
            <thead><tr><th scope="col">{ words.column_item() }</th><th scope="col" class="r">{ words.column_max() }</th><th scope="col" class="r">{ words.column_percent() }</th><th scope="col" class="r">{ words.column_points() }</th>
                { for (0..factors).map(|at| html! { <th scope="col">{ factor_names(at) }</th> }) }<th scope="col" class="r">{ words.column_next_band() }</th></tr></thead>
            <tbody>{ for rows.into_iter().map(|(item, gain)| html! {
                <tr key={item.item.0}>
                    <td>{ item_link(view, item.item) }if is_bonus(item) { { " " }<span class="tag">{ words.term_bonus() }</span> }</td><td class="r">{ points_words(item.maximum.points()) }</td><td class="r">{ percent_words(kit, item) }</td>
                    <td class="r">{ points_words(item.points) }</td>
                    { for (0..factors).map(|factor| html! { <td>{ band_mark(view, item.item, factor) }</td> }) }
                    <td class="r">{ gain.map_or_else(|| "—".to_owned(), |gain| format!("+{gain}")) }</td>
                </tr>
            }) }</tbody>
        </table></div>
    }
}

/// A factor's band as a shade with its range in words.
fn band_mark(view: &View<'_>, slot: ItemSlot, factor: usize) -> Html {
    let kit = view.kit;
    let rubric = kit.pack.rubric_of(slot);
    match view.assessment.item(slot).bands.get(factor).copied().flatten() {
        None => html! { <span class="muted">{ "—" }</span> },
        Some(at) => {
            let band = &rubric.bands[at];
            html! { <span class="mark-band"><svg width="18" height="12" aria-hidden="true"><rect class={format!("band-{at}")} width="18" height="12" rx="2" /></svg><small>{ kit.language.band(band.from, band.to) }</small></span> }
        }
    }
}

fn orientations(view: &View<'_>) -> Html {
    let (kit, score) = (view.kit, &view.score);
    let words = kit.words();
    let text = kit.pack_words();
    let rows = kit.pack.structure().orientations.iter().map(|orientation| {
        let tagged = |slot: ItemSlot| {
            let item = kit.pack.item(slot);
            let meant = |prompt: &&Prompt| Kind::among(view.assessment.organisation.kind, &prompt.applies_to);
            item.orientations.contains(orientation) || item.prompts.iter().filter(meant).any(|prompt| prompt.orientations.contains(orientation))
        };
        let items: Vec<&ItemScore> = score.items.iter().filter(|item| tagged(item.item)).collect();
        html! {
            <tr key={orientation.clone()}><th scope="row">{ text.orientation(orientation).to_owned() }</th>
                <td><ul class="inline">{ for items.iter().map(|item| html! { <li>{ item_link(view, item.item) }{ " " }<b>{ percent_words(kit, item) }</b></li> }) }</ul></td></tr>
        }
    });
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.result_orientations()}><table><thead><tr><th scope="col">{ words.column_orientation() }</th><th scope="col">{ words.column_items() }</th></tr></thead><tbody>{ for rows }</tbody></table></div>
    }
}

/// Why every number is what it is: maximum × percentage, item by item.
fn every_item(view: &View<'_>) -> Html {
    let (kit, score) = (view.kit, &view.score);
    let words = kit.words();
    let row = |item: &ItemScore| html! { <tr key={item.item.0}><td>{ item_link(view, item.item) }</td><td class="r">{ sum(kit, item) }</td></tr> };
    let group = |name: String, tally: &Tally| html! { <tr class="group"><th scope="rowgroup">{ name }</th><th class="r">{ format!("{} / {}", tally.points, tally.max) }</th></tr> };
    let categories = score.categories.iter().map(|category| {
        let content = kit.pack.category(category.category);
        let items = score
            .items
            .iter()
            .filter(|item| kit.pack.category_of(item.item) == category.category && !is_bonus(item));
        html! { <>
            { group(format!("{} {}", content.number, kit.pack_words().category(&content.id)), &category.tally) }
            { for items.map(row) }
        </> }
    });
    html! {
        <details><summary>{ words.result_every_open() }</summary><table class="sums"><tbody>{ for categories }
            <tr class="sum"><th scope="row">{ words.total() }</th><td class="r"><b>{ format!("{} / {}", score.total.points, score.total.max) }</b></td></tr>
            if score.has_bonus() {
                { group(words.term_bonus().to_owned(), &score.bonus) }
                { for score.items.iter().filter(|item| is_bonus(item)).map(row) }
                <tr class="sum"><th scope="row">{ words.term_bonus_total() }</th><td class="r"><b>{ format!("{} / {}", score.total.points + score.bonus.points, score.total.max + score.bonus.max) }</b></td></tr>
            }</tbody></table></details>
    }
}

/// One item's sum: `50 × 55% = 27.5`, with `≈` where the points are rounded.
fn sum(kit: &Kit, item: &ItemScore) -> String {
    match (item.maximum.points(), item.percent, item.points) {
        (Some(max), Some(percent), Some(points)) => {
            let exact = max.hundredths() * u64::from(percent.value()) == points.hundredths() * 100;
            format!("{max} × {percent} {} {points}", if exact { "=" } else { "≈" })
        }
        _ => percent_words(kit, item),
    }
}
