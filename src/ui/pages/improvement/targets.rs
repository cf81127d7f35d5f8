//! A target for every item: what it is rated, what it is to reach, and what that is worth.

use super::View;
use crate::assessment::{Action, ImprovementChange, Percent};
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::report::say;
use crate::scoring::{Assumption, Maximum, score, what_if};
use crate::ui::fields::{Entry, options, select};
use crate::ui::route::Route;
use yew::prelude::*;

pub(super) fn targets(view: &View<'_>) -> Html {
    let (kit, words, assessment) = (view.kit, view.kit.words(), view.assessment);
    let (now, after) = (score(&kit.pack, assessment), what_if(&kit.pack, assessment, Assumption::Targets));
    let rows = now.items.iter().zip(&after.items).filter(|(item, _)| item.maximum != Maximum::NotApplicable);
    let rows = rows.map(|(item, then)| {
        let name = say::item_name(&kit.pack, kit.language, item.item);
        let rated = item.percent.map_or_else(|| words.not_rated_short().to_owned(), |percent| percent.to_string());
        let target = assessment.improvement.target(item.item);
        let gain = target.and_then(|_| Some(then.points? - item.points.unwrap_or_default()));
        html! {
            <tr key={item.item.0}><th scope="row"><a href={Route::item(view.id, &kit.pack, item.item).href()}>{ name.clone() }</a></th>
                <td class="r">{ rated }</td><td>{ choice(view, item.item, &name, target) }</td>
                <td class="r">{ gain.map_or_else(|| "–".to_owned(), |points| ["+", &points.to_string()].concat()) }</td></tr>
        }
    });
    html! {
        <section class="sheet stack-s"><div class="title"><h2>{ words.improvement_targets() }</h2><span class="pts"><a class="btn quiet" href={Route::Next { id: view.id.to_owned() }.href()}>{ words.result_next_try() }</a></span></div>
            <div class="scroll" tabindex="0" role="group" aria-label={words.improvement_targets()}><table class="edit">
                <thead><tr><th scope="col">{ words.column_item() }</th><th scope="col" class="r">{ words.improvement_now() }</th><th scope="col">{ words.improvement_target() }</th><th scope="col" class="r">{ words.improvement_more() }</th></tr></thead>
                <tbody>{ for rows }</tbody></table></div></section>
    }
}

fn choice(view: &View<'_>, slot: ItemSlot, name: &str, target: Option<Percent>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let step = kit.pack.structure().scoring.step;
    let none = Entry {
        value: String::new(),
        label: words.improvement_target_none().to_owned(),
        chosen: target.is_none(),
    };
    let steps = (0..=100).filter_map(|value| Percent::new(value, step)).map(|percent| Entry {
        value: percent.value().to_string(),
        label: percent.to_string(),
        chosen: target == Some(percent),
    });
    let label = fill(words.improvement_target_of(), &[("item", name)]);
    let store = kit.store.clone();
    let entries = options(std::iter::once(none).chain(steps));
    select(["target-", &slot.0.to_string()].concat(), "short", Some(label), entries, move |chosen| {
        let percent = chosen.parse().ok().and_then(|value| Percent::new(value, step));
        store.dispatch(Action::Improve(ImprovementChange::Target(slot, percent)));
    })
}
