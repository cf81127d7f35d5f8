//! One item: what to describe, the answers by factor, strengths, opportunities, evidence, and the rating beside them.

mod answers;
mod evidence;
mod rating;

use crate::assessment::{EvidenceRegister, Field, ItemRecord, Notes, Text};
use crate::browser::page;
use crate::criteria::{ItemSlot, Kind, Prompt};
use crate::language::fill;
use crate::report::say;
use crate::scoring::{Maximum, Points, maxima};
use crate::ui::app::{Part, use_part_when_idle};
use crate::ui::fields::TextField;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::noting::About;
use crate::ui::parts::{about_points, adopt, neighbours_of, note_mark, red_pen, source_note};
use crate::ui::route::Route;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ItemPageProps {
    pub slot: ItemSlot,
    pub record: Rc<ItemRecord>,
    pub register: Rc<EvidenceRegister>,
    /// Notes draw the page anew, because their marks stand all over it.
    pub notes: Rc<Notes>,
    /// How many improvement actions there are for the item.
    pub actions: usize,
    pub id: Rc<str>,
    /// The kind of applicant; none while it is not known.
    pub kind: Option<Kind>,
}

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    slot: ItemSlot,
    record: &'a ItemRecord,
    register: &'a EvidenceRegister,
    id: &'a str,
    /// The kind of applicant; none while it is not known.
    kind: Option<Kind>,
    /// What the item can be worth for that kind.
    maximum: Maximum,
}

impl View<'_> {
    /// The prompts shown, in order.
    fn prompts(&self) -> impl Iterator<Item = &Prompt> {
        let prompts = self.kit.pack.item(self.slot).prompts.iter().enumerate();
        prompts.filter(|(at, prompt)| self.shows(*at, prompt)).map(|(_, prompt)| prompt)
    }
    /// Whether a prompt is shown: it is meant for the kind of applicant, or something was written to it.
    fn shows(&self, at: usize, prompt: &Prompt) -> bool {
        self.is_meant(prompt) || !self.record.scope_is_empty(at + 1)
    }
    /// Whether a prompt is meant for the kind of applicant.
    fn is_meant(&self, prompt: &Prompt) -> bool {
        Kind::among(self.kind, &prompt.applies_to)
    }
}

#[component]
pub fn ItemPage(props: &ItemPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    // The scope written in: the item as a whole, or one of its sub-clauses.
    let scope = use_state(|| page::wanted_number().min(props.record.scopes() - 1));
    use_part_when_idle(Part::Helps);
    use_part_when_idle(Part::Notes);
    let kind = props.kind;
    let view = View {
        kit: &kit,
        slot: props.slot,
        record: &props.record,
        register: &props.register,
        id: &props.id,
        kind,
        maximum: maxima(&kit.pack, kind)[props.slot.0],
    };
    html! {
        <main class="page">
            <div class="stack">
                { head(&view, &props.id) }
                { prompts(&view) }
                { answers::answers(&view, &scope) }
                <section class="sheet stack">
                    <div class="two">
                        { remark(&kit, "strengths", words.item_strengths(), words.item_strengths_hint(), Field::Strengths(props.slot), &props.record.strengths) }
                        { remark(&kit, "opportunities", words.item_opportunities(), words.item_opportunities_hint(), Field::Opportunities(props.slot), &props.record.opportunities) }
                    </div>
                    { actions(&view, props.actions) }
                    { evidence::evidence(&view) }
                </section>
                { neighbours(&view, &props.id) }
            </div>
            <aside class="aside">
                { rating::rating(&view) }
                { red_pen(&kit, &Route::item(&props.id, &kit.pack, props.slot)) }
                { rating::rubric(&view) }
            </aside>
        </main>
    }
}

fn head(view: &View<'_>, id: &str) -> Html {
    let kit = view.kit;
    let words = kit.words();
    let text = kit.pack_words();
    let item = kit.pack.item(view.slot);
    let category = kit.pack.category_of(view.slot);
    let first = kit.pack.items_of(category).next().unwrap_or(view.slot);
    let category = kit.pack.category(category);
    let rounding = kit.pack.structure().scoring.rounding;
    let points = match view.maximum.points() {
        None => html! { <b data-testid="points">{ words.term_not_applicable() }</b> },
        Some(max) => {
            let earned = view.record.percent.map(|percent| Points::earned(max, percent, rounding).to_string());
            html! { <><b data-testid="points">{ earned.unwrap_or_else(|| "—".into()) }</b>{ fill(words.of_points(), &[("n", &max.to_string())]) }</> }
        }
    };
    let mut tags: Vec<&String> = item.orientations.iter().collect();
    for tag in view.prompts().flat_map(|prompt| &prompt.orientations) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    html! {
        <div class="stack-s">
            <nav class="crumbs" aria-label={words.item_crumbs()}>
                <a href={Route::item(id, &kit.pack, first).href()}>{ format!("{} {}", category.number, text.category(&category.id)) }</a>
                <span aria-hidden="true">{ "›" }</span><span>{ text.rubric(&item.rubric).to_owned() }</span>
            </nav>
            <div class="title">
                <h1>{ format!("{} {}", item.number, text.item(&item.id)) }</h1>
                <span class="pts">{ points }</span>
            </div>
            <div class="tags">
                if item.bonus { <span class="tag">{ words.term_bonus() }</span> }
                { for tags.into_iter().map(|tag| html! { <span class="tag o">{ text.orientation(tag).to_owned() }</span> }) }
                { source_note(kit, &format!("points/{}", item.id)) }{ about_points(kit) }
            </div>
            { what_counts(view) }
            <div class="row head"><a href={Route::interview(id, &kit.pack, view.slot).href()}>{ words.interview_title() }</a>{ note_mark(kit, About::Item(view.slot)) }</div>
        </div>
    }
}

/// In words, where the item does not apply, is a bonus item, or has a share of the points of items that do not apply.
fn what_counts(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let own = Points::whole(kit.pack.item(view.slot).points);
    let told = match view.maximum {
        Maximum::NotApplicable => {
            let kind = view.kind.map_or("", |kind| say::kind(kit.language, kind));
            fill(words.item_not_applicable(), &[("kind", kind)])
        }
        Maximum::Bonus(_) => words.item_bonus().to_owned(),
        Maximum::Counted(max) if max != own => fill(words.item_shared(), &[("points", &own.to_string()), ("max", &max.to_string())]),
        Maximum::Counted(_) => return Html::default(),
    };
    html! { <p class="told">{ told }</p> }
}

fn prompts(view: &View<'_>) -> Html {
    let kit = view.kit;
    let text = kit.pack_words();
    let item = kit.pack.item(view.slot);
    if view.prompts().next().is_none() {
        return Html::default();
    }
    let rows = view.prompts().map(|prompt| {
        let number = prompt.number.as_deref().map(short_number);
        let name = number
            .as_ref()
            .map(|_| html! { <><strong>{ text.prompt_name(&item.id, &prompt.id).to_owned() }</strong>{ kit.words().colon() }</> });
        html! {
            <li key={prompt.id.clone()}><b>{ number.unwrap_or_else(|| "·".into()) }</b><span>{ for name }{ text.prompt(&item.id, &prompt.id).to_owned() }
                if !view.is_meant(prompt) { { " " }<span class="tag w">{ kit.words().item_prompt_not_for_kind() }</span> }</span></li>
        }
    });
    html! {
        <section class="sheet stack-s" aria-labelledby="prompts"><h2 id="prompts">{ kit.words().item_prompts() }</h2><ol class="prompts">{ for rows }</ol></section>
    }
}

/// The last part of a printed number: `4.1.4.2` is shown as `.2` under 4.1.4.
fn short_number(number: &str) -> String {
    match number.rsplit_once('.') {
        Some((_, last)) => format!(".{last}"),
        None => number.to_owned(),
    }
}

fn remark(kit: &Kit, id: &'static str, label: &'static str, hint: &'static str, slot: Field, value: &Text) -> Html {
    html! { <div class="field"><div class="head"><h3><label for={id}>{ label }</label></h3>{ note_mark(kit, About::Text(slot)) }</div><TextField key={id} {id} {slot} value={value.clone()} lines={3} {hint} /></div> }
}

/// From opportunities to improvement actions, and how many there are.
fn actions(view: &View<'_>, count: usize) -> Html {
    let (kit, words, slot) = (view.kit.clone(), view.kit.words(), view.slot);
    let nothing = view.record.opportunities.trim().is_empty();
    html! {
        <div class="row">
            <button type="button" class="btn" disabled={nothing} onclick={move |_| adopt(&kit, slot)}>{ words.improvement_adopt_here() }</button>
            if count > 0 { <a href={Route::Improvement { id: view.id.to_owned() }.href()}>{ fill(words.improvement_of_item(), &[("n", &count.to_string())]) }</a> }
        </div>
    }
}

fn neighbours(view: &View<'_>, id: &str) -> Html {
    let kit = view.kit;
    let words = kit.words();
    let (before, after) = neighbours_of(kit, view.slot);
    let next = match after {
        Some(slot) => {
            let name = say::item_name(&kit.pack, kit.language, slot);
            Some((Route::item(id, &kit.pack, slot), fill(words.item_next_named(), &[("item", &name)])))
        }
        // A part has no result of its own.
        None if kit.store.part().is_some() => None,
        None => Some((Route::Result { id: id.to_owned() }, words.item_to_result().to_owned())),
    };
    html! {
        <nav class="row neighbours" aria-label={words.item_neighbours()}>
            { for before.map(|slot| html! { <a class="btn" href={Route::item(id, &kit.pack, slot).href()}>{ words.item_previous() }</a> }) }
            { for next.map(|(next, label)| html! { <a class="btn main" href={next.href()}>{ label }</a> }) }
        </nav>
    }
}
