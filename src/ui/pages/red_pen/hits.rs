//! The hits by item, each with what is the matter, where it stands, and what its rule says.

use super::help;
use crate::assessment::{Assessment, Field};
use crate::criteria::ItemSlot;
use crate::findings::Place;
use crate::indicators::Subject;
use crate::language::fill;
use crate::red_pen::{Elsewhere, Hit};
use crate::report::say;
use crate::ui::kit::Kit;
use crate::ui::parts::place_route;
use crate::ui::route::Route;
use yew::prelude::*;

/// What the page is made from.
pub(super) struct View<'a> {
    pub kit: &'a Kit,
    pub assessment: &'a Assessment,
    pub id: &'a str,
    /// The hit whose rule is explained.
    pub explained: Option<usize>,
}

/// The item a text belongs to; none of the profile.
pub(super) fn item_of(place: Field) -> Option<ItemSlot> {
    match place {
        Field::Answer { item, .. } | Field::Strengths(item) | Field::Opportunities(item) => Some(item),
        _ => None,
    }
}

/// A sheet for every item, in the order of the report.
pub(super) fn groups(view: &View<'_>, found: &[Hit]) -> Vec<Html> {
    let words = view.kit.words();
    let all: Vec<(usize, &Hit)> = found.iter().enumerate().collect();
    let groups = all.chunk_by(|(_, one), (_, other)| item_of(one.place) == item_of(other.place));
    let sheets = groups.map(|group| {
        let item = item_of(group[0].1.place);
        let (name, key) = match item {
            Some(slot) => (say::item_name(&view.kit.pack, view.kit.language, slot), ["red-", &slot.0.to_string()].concat()),
            None => (words.organisation_title().to_owned(), "red-profile".to_owned()),
        };
        let count = fill(words.red_places(), &[("n", &group.len().to_string())]);
        html! {
            <section class="sheet stack-s" key={key.clone()} aria-labelledby={key.clone()}>
                <div class="title"><h2 id={key}>{ name }</h2><span class="pts small">{ count }</span></div>
                <ul class="plain red">{ for group.iter().map(|(at, hit)| line(view, *at, hit)) }</ul>
            </section>
        }
    });
    sheets.collect()
}

fn line(view: &View<'_>, at: usize, hit: &Hit) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let open = view.explained == Some(at);
    let title = say::said(kit.language, hit.rule.title);
    html! {
        <li key={at} class="stack-xs">
            <div><b>{ title }</b>{ words.colon() }{ say::red_pen_hit(&kit.pack, view.assessment, kit.language, hit) }</div>
            <div class="inline small">
                { link(view, hit.place) }
                { for hit.elsewhere.as_ref().map(|other| elsewhere(view, other)) }
                <span class="tag">{ words.red_weight() }{ say::weight(kit.language, hit.rule.weight) }</span>
                <button type="button" class="btn quiet" data-red={["why:", &at.to_string()].concat()} aria-expanded={open.to_string()}
                    aria-label={fill(words.red_why_of(), &[("rule", title)])}>{ words.red_why() }</button>
            </div>
            if open { { help::help(kit, hit.rule) }{ help::turn_off(kit, hit.rule) } }
        </li>
    }
}

/// A link to a text, which shows its field.
pub(super) fn link(view: &View<'_>, place: Field) -> Html {
    let kit = view.kit;
    let route = match item_of(place) {
        Some(slot) => Route::item(view.id, &kit.pack, slot),
        None => Route::Organisation { id: view.id.to_owned() },
    };
    html! { <a href={route.href()} data-wanted={field(kit, place)}>{ say::field_place(&kit.pack, kit.language, place, "") }</a> }
}

/// The other place of a contradiction.
fn elsewhere(view: &View<'_>, other: &Elsewhere) -> Html {
    let kit = view.kit;
    match other {
        Elsewhere::Text(place, _) => link(view, *place),
        Elsewhere::Table(subject, _) => {
            let place = match subject {
                Subject::Indicator(slot) => Place::Figure(*slot),
                Subject::Input(_) => Place::Figures(None),
            };
            let route = place_route(kit, view.assessment, view.id, place);
            html! { <a href={route.href()}>{ kit.words().red_table() }</a> }
        }
    }
}

/// Id of the field of a text on its page.
pub(super) fn field(kit: &Kit, place: Field) -> String {
    match place {
        Field::Answer { item, scope, factor } => {
            let factor = kit.pack.rubric_of(item).factors.get(factor).map_or("", |factor| &factor.id);
            ["answer-", &scope.to_string(), "-", factor].concat()
        }
        Field::Strengths(_) => "strengths".to_owned(),
        Field::Opportunities(_) => "opportunities".to_owned(),
        Field::Profile(field) => ["profile-", field.key()].concat(),
        _ => String::new(),
    }
}
