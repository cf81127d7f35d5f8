//! Where the next points are cheapest, and what if: items raised for a try, the total they would give, and a tried percentage
//! taken as the item's target. A try changes no rating and is kept nowhere.

use crate::assessment::{Action, Assessment, ImprovementChange, Percent};
use crate::comparison::{NextPoints, next_points};
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::report::say;
use crate::scoring::{ItemScore, Maximum, Score, score, supposed};
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::on_button;
use crate::ui::route::Route;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NextPageProps {
    pub id: Rc<str>,
    pub assessment: Rc<Assessment>,
}

/// What the rows are made from.
struct View<'a> {
    kit: &'a Kit,
    assessment: &'a Assessment,
    id: &'a str,
    next: &'a [NextPoints],
    tried: &'a [Option<Percent>],
    now: Score,
    then: Score,
}

#[component]
pub fn NextPage(props: &NextPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let tried = use_state(|| vec![None::<Percent>; kit.pack.items().len()]);
    let next = next_points(&kit.pack, &props.assessment);
    let view = View {
        kit: &kit,
        assessment: &props.assessment,
        id: &props.id,
        next: &next,
        tried: &tried,
        now: score(&kit.pack, &props.assessment),
        then: score(&kit.pack, &supposed(&props.assessment, &tried)),
    };
    let oninput = {
        let (tried, assessment, step) = (tried.clone(), props.assessment.clone(), kit.pack.structure().scoring.step);
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let at = input.id().strip_prefix("try-").and_then(|at| at.parse::<usize>().ok());
            let percent = input.value().parse().ok().and_then(|value| Percent::new(value, step));
            if let (Some(at), Some(percent)) = (at.filter(|at| *at < tried.len()), percent) {
                let mut changed = (*tried).clone();
                // What it is rated is no try.
                changed[at] = Some(percent).filter(|percent| assessment.items[at].percent != Some(*percent));
                tried.set(changed);
            }
        })
    };
    let onclick = {
        let (kit, tried) = (kit.clone(), tried.clone());
        on_button("data-act", move |act| match &*act {
            "reset" => tried.set(vec![None; tried.len()]),
            "all" => take_all(&kit, &tried),
            at => {
                if let Some((at, percent)) = at.parse::<usize>().ok().and_then(|at| Some((at, tried.get(at).copied().flatten()?))) {
                    take(&kit, ItemSlot(at), percent);
                }
            }
        })
    };
    let any = tried.iter().any(Option::is_some);
    html! {
        <main class="page wide trial" key="next"><div class="stack" {onclick}>
            <div class="stack-xs"><p class="crumbs"><a href={Route::Improvement { id: props.id.to_string() }.href()}>{ words.improvement_title() }</a></p><h1>{ words.next_title() }</h1><p>{ words.next_intro() }</p></div>
            <section class="sheet sum title" aria-live="polite"><span class="subtotal">{ words.next_now() }{ " " }<b>{ view.now.total.points.to_string() }</b></span>
                <span class="subtotal">{ words.next_then() }{ " " }<b data-testid="then">{ view.then.total.points.to_string() }</b>{ " " }{ gained(&view) }</span>
                <span class="pts row">if any { <button type="button" class="btn main" data-act="all">{ words.next_take_all() }</button><button type="button" class="btn" data-act="reset">{ words.next_reset() }</button> } else { <span class="small">{ words.next_untried() }</span> }</span></section>
            <section class="sheet long stack-s"><h2>{ words.next_order_title() }</h2>
                <div class="scroll" tabindex="0" role="group" aria-label={words.next_order_title()} {oninput}>{ table(&view) }</div>
                <p class="small">{ words.next_order() }</p></section>
        </div></main>
    }
}

fn gained(view: &View<'_>) -> Html {
    let hundredths = |score: &Score| i64::try_from(score.total.points.hundredths()).unwrap_or(i64::MAX);
    match hundredths(&view.then) - hundredths(&view.now) {
        0 => Html::default(),
        gain @ 1.. => html! { <span class="tag g">{ say::gained(gain) }</span> },
        loss => html! { <span class="tag b">{ say::gained(loss) }</span> },
    }
}

/// The cheapest points first; then items that have no next band or are not rated. Bonus items and such that do not apply are
/// left out.
fn table(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let heads = [
        (words.column_item(), ""),
        (words.next_try(), ""),
        (words.improvement_now(), "r"),
        (words.column_max(), "r"),
        (words.next_effort(), "r"),
        (words.improvement_per_day(), "r"),
    ];
    let counted = |item: &&ItemScore| matches!(item.maximum, Maximum::Counted(_));
    let ranked = view.next.iter().map(|next| (&view.now.items[next.item.0], Some(next)));
    let others = view
        .now
        .items
        .iter()
        .filter(counted)
        .filter(|item| view.next.iter().all(|next| next.item != item.item));
    let rows = ranked.chain(others.map(|item| (item, None)));
    html! {
        <table class="ranked"><thead><tr>{ for heads.into_iter().map(|(title, class)| html! { <th scope="col" {class}>{ title }</th> }) }</tr></thead>
            <tbody>{ for rows.map(|(item, next)| row(view, item, next)) }</tbody></table>
    }
}

fn row(view: &View<'_>, item: &ItemScore, next: Option<&NextPoints>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let slot = item.item;
    let name = say::item_name(&kit.pack, kit.language, slot);
    let rated = item.percent.map_or_else(|| words.not_rated_short().to_owned(), |percent| percent.to_string());
    let step = match next {
        Some(next) => fill(words.next_step_told(), &[("percent", &next.to.to_string()), ("points", &next.gain.to_string())]),
        None if item.percent.is_some() => words.next_top().to_owned(),
        None => words.not_rated().to_owned(),
    };
    let days = next.and_then(|next| next.days);
    let days = days.map_or_else(|| "—".to_owned(), |days| fill(words.improvement_days_short(), &[("n", &days.to_string())]));
    let per_day = next.and_then(NextPoints::points_per_day);
    let target = view.assessment.improvement.target(slot);
    html! {
        <tr key={slot.0}><th scope="row"><a href={Route::item(view.id, &kit.pack, slot).href()}>{ name.clone() }</a><div class="small">{ step }
                { for target.map(|percent| html! { <>{ " " }<span class="tag o">{ fill(words.next_target_is(), &[("percent", &percent.to_string())]) }</span></> }) }</div></th>
            <td><div class="try">{ slider(view, item, &name) }{ take_button(view, slot, &name) }</div></td>
            <td class="r">{ rated }</td><td class="r">{ item.maximum.points().map(|points| points.to_string()) }</td><td class="r">{ days }</td>
            <td class="r">{ per_day.map_or_else(|| "—".to_owned(), |points| points.to_string()) }</td></tr>
    }
}

fn slider(view: &View<'_>, item: &ItemScore, name: &str) -> Html {
    let words = view.kit.words();
    let tried = view.tried.get(item.item.0).copied().flatten();
    let shown = tried.or(item.percent);
    let value = shown.map_or(0, Percent::value).to_string();
    let told = match tried {
        Some(percent) => {
            let hundredths = |item: &ItemScore| i64::try_from(item.points.unwrap_or_default().hundredths()).unwrap_or(i64::MAX);
            let gain = hundredths(&view.then.items[item.item.0]) - hundredths(item);
            fill(words.next_value(), &[("percent", &percent.to_string()), ("gained", &say::gained(gain))])
        }
        None => shown.map_or_else(|| words.not_rated_short().to_owned(), |percent| percent.to_string()),
    };
    let id = ["try-", &item.item.0.to_string()].concat();
    let step = view.kit.pack.structure().scoring.step.to_string();
    html! {
        <><input type="range" id={id.clone()} min="0" max="100" {step} {value} aria-label={fill(words.next_try_of(), &[("item", name)])} aria-valuetext={told.clone()} /><output for={id} class="small">{ told }</output></>
    }
}

fn take_button(view: &View<'_>, slot: ItemSlot, name: &str) -> Html {
    let words = view.kit.words();
    let Some(percent) = view.tried.get(slot.0).copied().flatten() else {
        return Html::default();
    };
    let label = fill(words.next_take_of(), &[("item", name), ("percent", &percent.to_string())]);
    html! { <button type="button" class="btn" data-act={slot.0.to_string()} aria-label={label}>{ words.next_take() }</button> }
}

fn take(kit: &Kit, slot: ItemSlot, percent: Percent) {
    kit.store.dispatch(Action::Improve(ImprovementChange::Target(slot, Some(percent))));
    let name = say::item_name(&kit.pack, kit.language, slot);
    let told = fill(kit.words().next_taken(), &[("item", &name), ("percent", &percent.to_string())]);
    kit.notify.emit(Notice::good(told));
}

/// As one step of undo.
fn take_all(kit: &Kit, tried: &[Option<Percent>]) {
    let targets = tried.iter().enumerate().filter(|(_, percent)| percent.is_some());
    let actions: Vec<Action> = targets
        .map(|(at, percent)| Action::Improve(ImprovementChange::Target(ItemSlot(at), *percent)))
        .collect();
    let n = actions.len().to_string();
    kit.store.dispatch(Action::Several(actions));
    kit.notify.emit(Notice::good(fill(kit.words().next_taken_all(), &[("n", &n)])));
}
