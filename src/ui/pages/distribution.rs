//! Where the assessment stands among others, where the host publishes that for its criteria: all of it in the result, one item beside its
//! ladder; and the anonymous score card to hand over.

use crate::assessment::Assessment;
use crate::benchmark::{Coarseness, Publication, PublishedCell, Quartiles, ScoreCard};
use crate::browser::clock;
use crate::criteria::ItemSlot;
use crate::eligibility::{SizeClass, size_class};
use crate::export::Target;
use crate::language::fill;
use crate::report::say;
use crate::scoring::{Score, score};
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::offer;
use chrono::Datelike;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DistributionProps {
    pub assessment: Assessment,
}

#[component]
pub fn Distribution(props: &DistributionProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let published = use_published(&kit);
    let near = nearest(&kit, &props.assessment, published.as_deref());
    let onclick = {
        let kit = kit.clone();
        Callback::from(move |_: MouseEvent| save(&kit))
    };
    html! {
        <>
            { for near.map(|(years, cell)| table(&kit, &props.assessment, years, cell)) }
            <section class="sheet stack-s"><h2>{ words.benchmark_card_title() }</h2><p class="small">{ words.benchmark_card_note() }</p>
                <div class="row"><button type="button" class="btn" {onclick}>{ words.benchmark_card_save() }</button></div></section>
        </>
    }
}

#[derive(Properties, PartialEq)]
pub struct ItemDistributionProps {
    pub assessment: Rc<Assessment>,
    pub slot: ItemSlot,
}

/// The quartiles of one item, in a line beside its ladder; nothing where none are published.
#[component]
pub fn ItemDistribution(props: &ItemDistributionProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let published = use_published(&kit);
    let Some((years, cell)) = nearest(&kit, &props.assessment, published.as_deref()) else {
        return Html::default();
    };
    let Some(found) = cell.item(&kit.pack.item(props.slot).id) else {
        return Html::default();
    };
    let ratings = Coarseness::of_ratings(kit.pack.structure().scoring.step);
    let [lower, median, upper] = [found.lower, found.median, found.upper].map(|value| say::percent_told(value, ratings));
    let values = whom(&kit, years, cell);
    let values = values.iter().map(|(name, value)| (*name, value.as_str()));
    let values: Vec<(&str, &str)> = values.chain([("lower", &*lower), ("median", &median), ("upper", &upper)]).collect();
    html! {
        <section class="sheet stack-s" aria-labelledby="item-distribution"><h2 id="item-distribution">{ words.benchmark_title() }</h2>
            <p class="small">{ fill(words.benchmark_item(), &values) }</p></section>
    }
}

thread_local! {
    /// What the host publishes, once it has come in this loading of the page.
    static PUBLISHED: RefCell<Option<Rc<Publication>>> = const { RefCell::new(None) };
}

/// What the host publishes for the criteria in use, once it has come.
#[hook]
fn use_published(kit: &Kit) -> Option<Rc<Publication>> {
    let published = use_state(|| PUBLISHED.with_borrow(Option::clone));
    let (shelf, setter) = (kit.shelf.clone(), published.setter());
    use_effect_with((), move |()| {
        if PUBLISHED.with_borrow(Option::is_none) {
            spawn_local(async move {
                // A file with errors is the editor's to correct, who is told by `award-kit check`.
                let found = shelf.benchmark().await.and_then(|text| Publication::read(&text).ok());
                if let Some(found) = found.map(Rc::new) {
                    PUBLISHED.set(Some(found.clone()));
                    setter.set(Some(found));
                }
            });
        }
    });
    (*published).clone().filter(|found| found.is_of(&kit.pack))
}

/// The years of a publication and its cell for an applicant.
fn nearest<'a>(kit: &Kit, assessment: &Assessment, published: Option<&'a Publication>) -> Option<((u32, u32), &'a PublishedCell)> {
    let published = published?;
    let cell = published.nearest(assessment.organisation.kind, size(kit, assessment))?;
    Some((published.years, cell))
}

/// Whom a cell holds, how many and of when, as values of a sentence.
fn whom(kit: &Kit, years: (u32, u32), cell: &PublishedCell) -> [(&'static str, String); 3] {
    [
        ("who", say::cell(kit.language, cell.cell)),
        ("n", cell.n.to_string()),
        ("years", say::years_told(kit.language, years)),
    ]
}

fn size(kit: &Kit, assessment: &Assessment) -> Option<SizeClass> {
    let organisation = &assessment.organisation;
    let id = organisation.sector.as_deref()?;
    let sector = kit.pack.structure().size.iter().find(|sector| sector.id == id)?;
    size_class(sector, organisation)
}

/// Saves the card of the assessment as the store has it, or says why it has none.
fn save(kit: &Kit) {
    let Some(open) = kit.store.snapshot() else { return };
    let year = u32::try_from(clock::today().year()).unwrap_or_default();
    match ScoreCard::of(&kit.pack, &open.assessment, year) {
        Ok(card) => {
            let name = [kit.words().benchmark_card_file(), ".json"].concat();
            offer(kit.language, &kit.notify, card.write().as_bytes(), &name, Target::Json);
        }
        Err(why) => kit.notify.emit(Notice::bad(say::no_card(kit.language, why))),
    }
}

fn table(kit: &Kit, assessment: &Assessment, years: (u32, u32), cell: &PublishedCell) -> Html {
    let words = kit.words();
    let score = score(&kit.pack, assessment);
    let values = whom(kit, years, cell);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let row = |name: String, own: String, found: Quartiles, told: Coarseness| {
        let three = [found.lower, found.median, found.upper].map(|value| say::percent_told(value, told));
        html! { <tr><th scope="row">{ name }</th><td class="r"><b>{ own }</b></td>{ for three.into_iter().map(|told| html! { <td class="r">{ told }</td> }) }</tr> }
    };
    let ratings = Coarseness::of_ratings(kit.pack.structure().scoring.step);
    let items = kit.pack.items().filter_map(|(slot, item)| {
        let own = assessment
            .item(slot)
            .percent
            .map_or_else(|| words.not_rated().to_owned(), |percent| percent.to_string());
        Some(row(say::item_name(&kit.pack, kit.language, slot), own, cell.item(&item.id)?, ratings))
    });
    let heads = [
        words.benchmark_own(),
        words.benchmark_lower(),
        words.benchmark_median(),
        words.benchmark_upper(),
    ];
    html! {
        <section class="sheet stack-s"><h2>{ words.benchmark_title() }</h2><p>{ fill(words.benchmark_of(), &values) }</p>
            <div class="scroll" tabindex="0" role="group" aria-label={words.benchmark_title()}><table>
                <thead><tr><th scope="col">{ words.column_item() }</th>{ for heads.into_iter().map(|head| html! { <th scope="col" class="r">{ head }</th> }) }</tr></thead>
                <tbody>{ row(words.total().to_owned(), own_total(&score), cell.total, Coarseness::TOTAL) }{ for items }</tbody></table></div>
            <p class="small muted">{ words.benchmark_rounded() }</p></section>
    }
}

/// The own total in per cent of the points possible, as those of the others are told; a dash while items are not rated.
fn own_total(score: &Score) -> String {
    let max = score.total.max.hundredths();
    match score.is_complete() && max > 0 {
        true => [&((200 * score.total.points.hundredths() + max) / (2 * max)).to_string(), "%"].concat(),
        false => "—".to_owned(),
    }
}
