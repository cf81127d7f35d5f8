//! What is with whom: parts that are out or came back, items with nobody and items with two.

use super::View;
use crate::browser::clock;
use crate::criteria::Kind;
use crate::language::fill;
use crate::merge::ListedPart;
use crate::report::say;
use yew::prelude::*;

pub(super) fn list(view: &View<'_>) -> Html {
    let words = view.kit.words();
    if view.parts.is_empty() {
        return Html::default();
    }
    let back = view.parts.iter().filter(|part| part.returned.is_some()).count();
    let counts = [
        ("all", &*view.parts.len().to_string()),
        ("back", &*back.to_string()),
        ("out", &*(view.parts.len() - back).to_string()),
    ];
    html! {
        <section class="sheet stack-s" aria-labelledby="list">
            <h2 id="list">{ words.departments_list() }</h2><p>{ fill(words.departments_counts(), &counts) }</p>
            <div class="scroll" tabindex="0" role="group" aria-label={words.departments_list()}><table class="facts parts">
                <thead><tr><th scope="col">{ words.departments_department() }</th><th scope="col">{ words.departments_items() }</th><th scope="col">{ words.departments_when() }</th><th scope="col">{ words.departments_due() }</th><th scope="col">{ words.departments_state() }</th><th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
                <tbody>{ for view.parts.iter().enumerate().map(|(at, part)| {
                    let name = say::on_one_line(view.kit.language, &part.department);
                    let day = |day: Option<_>| day.map_or_else(|| "—".to_owned(), |day| say::date(view.kit.language, day));
                    html! {
                        <tr key={part.key.clone()}><th scope="row">{ name.clone() }</th><td>{ say::items_named(&view.kit.pack, view.kit.language, &part.items) }
                            if !part.wanted.instruction.is_empty() { <p class="small written">{ part.wanted.instruction.clone() }</p> }</td><td class="day">{ day(part.handed_out) }</td><td class="day">{ day(part.wanted.deadline) }{ overdue(view, part) }</td>
                            <td>{ match part.returned {
                                None => html! { <span class="tag w">{ words.departments_out() }</span> },
                                returned => html! { <span class="tag g">{ fill(words.departments_back(), &[("date", &day(returned))]) }</span> },
                            } }</td>
                            <td class="r acts"><button type="button" class="btn quiet" data-act={format!("unlist {at}")} aria-label={fill(words.departments_unlist_of(), &[("department", &name)])}>{ words.departments_unlist() }</button></td></tr>
                    }
                }) }</tbody></table></div>
            { for spread(view).into_iter().map(|told| html! { <p class="small">{ told }</p> }) }
        </section>
    }
}

/// That a part that is out should be back already.
fn overdue(view: &View<'_>, part: &ListedPart) -> Html {
    let late = part.returned.is_none() && part.wanted.deadline.is_some_and(|day| day < clock::today());
    html! { if late { { " " }<span class="tag b">{ view.kit.words().departments_overdue() }</span> } }
}

/// Items with nobody, and items with more than one department.
fn spread(view: &View<'_>) -> Vec<String> {
    let words = view.kit.words();
    let kind = view.assessment.organisation.kind;
    let (mut nobody, mut several) = (Vec::new(), Vec::new());
    for (_, item) in view.kit.pack.items().filter(|(_, item)| Kind::among(kind, &item.applies_to)) {
        let mut with: Vec<&str> = view
            .parts
            .iter()
            .filter(|part| part.items.contains(&item.id))
            .map(|part| part.department.as_str())
            .collect();
        with.dedup();
        match with.len() {
            0 => nobody.push(item.id.clone()),
            1 => {}
            _ => several.push(item.id.clone()),
        }
    }
    let named = |text: &str, items: &[String]| fill(text, &[("items", &say::items_named(&view.kit.pack, view.kit.language, items))]);
    let mut told = vec![match nobody.is_empty() {
        true => words.departments_with_nobody_none().to_owned(),
        false => named(words.departments_with_nobody(), &nobody),
    }];
    if !several.is_empty() {
        told.push(named(words.departments_with_two(), &several));
    }
    told
}
