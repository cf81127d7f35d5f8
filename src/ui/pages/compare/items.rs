//! Item by item: all of them or those that changed, in the order that is wanted; then what belongs to no item.

use super::{View, figures, item, wording};
use crate::comparison::{ActionDifference, FigureDifference, ItemDifference};
use crate::order;
use crate::ui::fields::{Entry, options, select};
use yew::prelude::*;

/// In which order items are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Order {
    #[default]
    Item,
    Gained,
    Lost,
}

/// How items are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listing {
    pub order: Order,
    /// Also those of which nothing differs.
    pub all: bool,
    /// Whether what was written is unfolded.
    pub open: bool,
}

impl Default for Listing {
    fn default() -> Listing {
        Listing {
            order: Order::Item,
            all: false,
            open: true,
        }
    }
}

pub(super) fn items(view: &View<'_>, listing: &UseStateHandle<Listing>) -> Html {
    let words = view.kit.words();
    let mut shown: Vec<&ItemDifference> = view.found.items.iter().filter(|item| listing.all || is_changed(view, item)).collect();
    match listing.order {
        Order::Item => {}
        Order::Gained => order::sort_by_key(&mut shown, |item| -item.gained()),
        Order::Lost => order::sort_by_key(&mut shown, |item| item.gained()),
    }
    let fold = if listing.open { words.compare_collapse() } else { words.compare_expand() };
    html! {
        <>
            <section class="sheet long stack-s" aria-labelledby="items"><div class="title"><h2 id="items">{ words.compare_items() }</h2>
                    <div class="pts row controls">{ only(view, listing) }<label for="compare-order">{ words.compare_sort() }</label>{ order(view, listing) }
                        <button type="button" class="btn" data-act="open" aria-pressed={listing.open.to_string()}>{ fold }</button></div></div>
                if view.other.is_some() { <p class="small">{ words.compare_marks() }</p> }
                if shown.is_empty() { <p>{ words.compare_nothing() }</p> }
                <ul class="plain packs changes">{ for shown.into_iter().map(|found| item::item(view, found, listing.open)) }</ul>
            </section>
            { rest(view, listing.open) }
        </>
    }
}

/// Between an assessment and its targets nothing but ratings can differ.
fn is_changed(view: &View<'_>, item: &ItemDifference) -> bool {
    item.gained() != 0 || view.found.touches(item)
}

fn only(view: &View<'_>, listing: &UseStateHandle<Listing>) -> Html {
    let handle = listing.clone();
    let onchange = Callback::from(move |_: Event| {
        handle.set(Listing {
            all: !handle.all,
            ..(*handle).clone()
        });
    });
    html! { <label class="row small"><input type="checkbox" id="compare-only" checked={!listing.all} {onchange} />{ view.kit.words().compare_only() }</label> }
}

fn order(view: &View<'_>, listing: &UseStateHandle<Listing>) -> Html {
    let words = view.kit.words();
    let orders = [
        (Order::Item, "item", words.compare_sort_item()),
        (Order::Gained, "gained", words.compare_sort_gained()),
        (Order::Lost, "lost", words.compare_sort_lost()),
    ];
    let entries = orders.iter().map(|(order, value, label)| Entry {
        value: (*value).to_owned(),
        label: (*label).to_owned(),
        chosen: listing.order == *order,
    });
    let handle = listing.clone();
    select("compare-order".to_owned(), "short", None, options(entries), move |chosen| {
        if let Some((order, ..)) = orders.iter().find(|(_, value, _)| *value == chosen) {
            handle.set(Listing {
                order: *order,
                ..(*handle).clone()
            });
        }
    })
}

/// The profile, and figures and actions of no item.
fn rest(view: &View<'_>, open: bool) -> Html {
    let words = view.kit.words();
    let found = view.found;
    let figures: Vec<&FigureDifference> = found.figures.iter().filter(|figure| figure.item.is_none()).collect();
    let actions: Vec<&ActionDifference> = found.actions.iter().filter(|action| action.item.is_none()).collect();
    if found.profile.is_empty() && figures.is_empty() && actions.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet long stack-s"><h2>{ words.compare_rest() }</h2>
            <details {open}><summary><h3>{ item::counts(words, found.profile.len(), figures.len(), (0, 0), actions.len(), 0) }</h3></summary>
                <div class="stack-s">{ wording::texts(view, None, &found.profile) }{ figures::figures(view, &figures) }{ item::actions(view, &actions) }</div></details>
        </section>
    }
}
