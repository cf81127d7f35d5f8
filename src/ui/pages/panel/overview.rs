//! Every item with its ratings, by disagreement or by clause; one of them opened.

use super::View;
use super::discussion::discussion;
use super::dots::{dots, number};
use crate::language::fill;
use crate::panel::{ItemReading, Treatment};
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

pub(super) fn overview(view: &View<'_>) -> Html {
    let words = view.kit.words();
    if view.reading.assessors.is_empty() {
        return html! { <section class="sheet"><p>{ words.workshop_none() }</p></section> };
    }
    let order: Vec<usize> = if view.by_clause {
        (0..view.reading.items.len()).collect()
    } else {
        view.reading.by_disagreement.clone()
    };
    let heads = [
        ("", words.workshop_column_item()),
        ("", words.workshop_column_ratings()),
        ("r", words.workshop_column_median()),
        ("r", words.workshop_calibrated()),
        ("r", words.workshop_column_mean()),
        ("r", words.workshop_column_range()),
        ("r", words.workshop_column_sd()),
        ("", words.workshop_column_treatment()),
        ("r", words.workshop_column_agreed()),
    ];
    html! {
        <section class="sheet stack-s" aria-labelledby="items">
            <div class="title"><h2 id="items">{ words.workshop_items() }</h2><span class="pts small">{ words.workshop_legend() }</span></div>
            { order_choice(view) }
            <div class="scroll" tabindex="0" role="group" aria-label={words.workshop_items()}><table class="spread">
                <thead><tr>{ for heads.iter().map(|(class, head)| html! { <th scope="col" class={*class}>{ *head }</th> }) }</tr></thead>
                <tbody>{ for order.into_iter().map(|at| row(view, &view.reading.items[at])) }</tbody>
            </table></div>
            <p class="small muted">{ words.workshop_calibrated_note() }</p>
            { super::map::map(view) }
        </section>
    }
}

fn order_choice(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let choices = [
        ("order-disagreement", words.workshop_by_disagreement(), !view.by_clause),
        ("order-clause", words.workshop_by_clause(), view.by_clause),
    ];
    html! {
        <div class="row" role="group" aria-label={words.workshop_order()}>{ for choices.into_iter().map(|(act, label, on)| html! {
            <button type="button" class={classes!("btn", "quiet", on.then_some("on"))} aria-pressed={on.to_string()} data-act={act}>{ label }</button> }) }</div>
    }
}

fn row(view: &View<'_>, item: &ItemReading) -> Html {
    let words = view.kit.words();
    let open = view.chosen == Some(item.item);
    let name = view.item_name(item.item);
    let of_spread = |told: &dyn Fn(&crate::panel::statistics::Spread) -> String| item.spread.as_ref().map_or_else(|| words.none().to_owned(), told);
    let agreed = item.standing.percent().map_or_else(|| words.none().to_owned(), |percent| percent.to_string());
    html! {
        <>
            <tr key={item.item.0} class={classes!(open.then_some("group"))}>
                <td><button type="button" class="btn quiet left" aria-expanded={open.to_string()} data-act={format!("item {}", item.item.0)}>{ name }</button></td>
                <td>{ dots(view, item) }</td>
                <td class="r">{ of_spread(&|spread| number(spread.median)) }</td><td class="r muted">{ item.calibrated.map_or_else(|| words.none().to_owned(), number) }</td><td class="r">{ of_spread(&|spread| number(spread.mean)) }</td>
                <td class="r"><b>{ of_spread(&|spread| spread.range().to_string()) }</b></td>
                <td class="r">{ of_spread(&|spread| spread.deviation.map_or_else(|| words.none().to_owned(), number)) }</td>
                <td>{ treatment(view.kit, item.treatment) }</td><td class="r"><b>{ agreed }</b></td>
            </tr>
            if open { <tr key={format!("open-{}", item.item.0)}><td colspan="9">{ discussion(view, item) }</td></tr> }
        </>
    }
}

/// Inside or outside of the tolerance: in words, in colour and by a sign.
pub(super) fn treatment(kit: &Kit, treatment: Treatment) -> Html {
    let (class, sign) = match treatment {
        Treatment::Discuss => ("tag b", "◆ "),
        Treatment::Propose => ("tag g", "✓ "),
        Treatment::Single | Treatment::Unrated => ("tag", ""),
    };
    html! { <span {class}><span aria-hidden="true">{ sign }</span>{ say::treatment(kit.language, treatment) }</span> }
}

/// What is agreed on an item, in words.
pub(super) fn standing(kit: &Kit, item: &ItemReading) -> String {
    use crate::panel::Standing;
    let words = kit.words();
    match item.standing {
        Standing::Open => words.workshop_state_open().to_owned(),
        Standing::ReasonNeeded(percent, why) => fill(
            words.workshop_state_reason(),
            &[("percent", &percent.to_string()), ("why", say::why(kit.language, why))],
        ),
        Standing::Agreed(percent) => fill(words.workshop_state_agreed(), &[("percent", &percent.to_string())]),
    }
}
