//! One item of both: its rating and points, and folded below what is written, measured, proved and planned differently.

use super::{View, figures, wording};
use crate::assessment::Text;
use crate::comparison::{ActionDifference, Change, FigureDifference, ItemDifference};
use crate::language::{Words, codes, fill};
use crate::report::say;
use crate::scoring::ItemScore;
use crate::ui::route::Route;
use yew::prelude::*;

pub(super) fn item(view: &View<'_>, found: &ItemDifference, open: bool) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let here = Some(found.item);
    let figures: Vec<&FigureDifference> = view.found.figures.iter().filter(|figure| figure.item == here).collect();
    let actions: Vec<&ActionDifference> = view.found.actions.iter().filter(|action| action.item == here).collect();
    let evidence = (found.evidence_added.len(), found.evidence_gone.len());
    let name = say::item_name(&kit.pack, kit.language, found.item);
    let counts = counts(words, found.texts.len(), figures.len(), evidence, actions.len(), found.bands.len());
    html! {
        <li key={found.item.0}><div class="title"><h3><a href={Route::item(view.id, &kit.pack, found.item).href()}>{ name.clone() }</a></h3>
                <span class="pts told"><span>{ percents(words, &found.before, &found.after) }</span><span>{ points(words, found) }</span>{ sign(found.gained()) }</span></div>
            if view.restorable && !found.is_same() {
                <p><button type="button" class="btn quiet" data-act={["take ", &kit.pack.item(found.item).id].concat()} aria-label={fill(words.versions_take_of(), &[("item", &name)])}>{ words.versions_take() }</button></p>
            }
            if !counts.is_empty() {
                <details {open}><summary>{ counts }</summary><div class="stack-s">
                    { bands(view, found) }
                    { wording::texts(view, here, &found.texts) }
                    { figures::figures(view, &figures) }
                    { evidence_list(words, &found.evidence_added, &found.evidence_gone) }
                    { self::actions(view, &actions) }
                </div></details>
            }
        </li>
    }
}

/// How much of each kind differs, as far as anything does.
pub(super) fn counts(words: &Words, texts: usize, figures: usize, evidence: (usize, usize), actions: usize, bands: usize) -> String {
    let mut all = Vec::new();
    let kinds = [
        (words.compare_bands(), bands),
        (words.compare_texts(), texts),
        (words.compare_figures(), figures),
        (words.compare_actions(), actions),
    ];
    for (text, n) in kinds.into_iter().filter(|(_, n)| *n > 0) {
        all.push(fill(text, &[("n", &n.to_string())]));
    }
    if evidence != (0, 0) {
        all.push(fill(
            words.compare_evidence(),
            &[("new", &evidence.0.to_string()), ("gone", &evidence.1.to_string())],
        ));
    }
    all.join(words.list_separator())
}

fn percents(words: &Words, before: &ItemScore, after: &ItemScore) -> String {
    let told = |item: &ItemScore| match item.percent {
        _ if !item.maximum.applies() => words.term_not_applicable().to_owned(),
        Some(percent) => percent.to_string(),
        None => words.not_rated_short().to_owned(),
    };
    let (before, after) = (told(before), told(after));
    if before == after { after } else { [before, after].join(" → ") }
}

fn points(words: &Words, found: &ItemDifference) -> String {
    let told = |item: &ItemScore| item.points.map_or_else(|| "—".to_owned(), |points| points.to_string());
    match (told(&found.before), told(&found.after)) {
        (before, after) if before == after => fill(words.compare_points_same(), &[("points", &after)]),
        (before, after) => fill(words.compare_points_told(), &[("before", &before), ("after", &after)]),
    }
}

fn sign(gained: i64) -> Html {
    let class = match gained {
        0 => "tag",
        1.. => "tag g",
        _ => "tag b",
    };
    html! { <span {class}>{ say::gained(gained) }</span> }
}

fn bands(view: &View<'_>, found: &ItemDifference) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    if found.bands.is_empty() {
        return Html::default();
    }
    let (rubric, text) = (kit.pack.rubric_of(found.item), kit.pack_words());
    let band = |at: Option<usize>| {
        let band = at.and_then(|at| rubric.bands.get(at));
        band.map_or_else(|| "—".to_owned(), |band| [band.from.to_string(), "–".to_owned(), band.to.to_string()].concat())
    };
    let row = |(factor, Change { before, after }): &(usize, Change<Option<usize>>)| {
        let name = rubric.factors.get(*factor).map_or("", |factor| text.factor(&rubric.id, &factor.id)).to_owned();
        html! { <li><b>{ name }</b>{ " " }{ band(*before) }{ " → " }{ band(*after) }</li> }
    };
    html! { <div class="stack-xs"><h4>{ words.compare_bands_title() }</h4><ul class="inline small">{ for found.bands.iter().map(row) }</ul></div> }
}

fn evidence_list(words: &Words, added: &[Text], gone: &[Text]) -> Html {
    if added.is_empty() && gone.is_empty() {
        return Html::default();
    }
    let rows = |all: &[Text], class: &'static str, label: &'static str| -> Html {
        let row = |reference: &Text| html! { <li><span {class}>{ label }</span>{ " " }{ reference.to_string() }</li> };
        all.iter().map(row).collect()
    };
    html! { <div class="stack-xs"><h4>{ words.compare_evidence_title() }</h4><ul class="plain stack-xs small">{ rows(added, "tag g", words.compare_new()) }{ rows(gone, "tag b", words.compare_removed()) }</ul></div> }
}

/// Actions that are new, gone or at another stage.
pub(super) fn actions(view: &View<'_>, all: &[&ActionDifference]) -> Html {
    let words = view.kit.words();
    if all.is_empty() {
        return Html::default();
    }
    let row = |action: &&ActionDifference| {
        let (class, label) = match (action.before, action.after) {
            (None, _) => ("tag g", words.compare_new().to_owned()),
            (_, None) => ("tag b", words.compare_removed().to_owned()),
            (Some(before), Some(after)) => (
                "tag o",
                [before, after].map(|progress| words.by_code(&codes::PROGRESS, progress.word())).join(" → "),
            ),
        };
        html! { <li><span {class}>{ label }</span>{ " " }{ action.title.trim().to_owned() }</li> }
    };
    html! { <div class="stack-xs"><h4>{ words.compare_actions_title() }</h4><ul class="plain stack-xs small">{ for all.iter().map(row) }</ul></div> }
}
