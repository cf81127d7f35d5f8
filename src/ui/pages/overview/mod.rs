//! The overview of an assessment, where one begins and returns: what to do next and why, the road with its days, every item in a
//! table with what is done to several of them at once, what is found, and the latest versions.

mod bulk;
mod found;
mod items;
mod next;
mod notes;
mod road;
mod versions;

use crate::assessment::Assessment;
use crate::browser::clock;
use crate::browser::storage::StorageError;
use crate::browser::versions::Version;
use crate::criteria::ItemSlot;
use crate::eligibility::{Eligibility, judge};
use crate::findings::{FigureDoubts, Finding, Place, findings_with};
use crate::indicators::read_results;
use crate::language::fill;
use crate::merge::{PartOf, listed_parts};
use crate::overview::{ItemStanding, Listing, State, item_standings, listed};
use crate::scoring::score;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::noting::perform;
use crate::ui::parts::{newer_session, on_button, wanted_link};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OverviewPageProps {
    pub id: Rc<str>,
    pub assessment: Rc<Assessment>,
    /// Whose part it is, where it was handed out: the overview is that of its items then.
    pub part: Option<Rc<PartOf>>,
    /// Counts changes, also of what is handed out, which stands beside the assessment.
    pub changes: u32,
}

/// What follows from the assessment.
struct Known {
    eligibility: Eligibility,
    /// Of a part only what concerns its items.
    found: Vec<Finding>,
    rows: Vec<ItemStanding>,
    /// The items of the part.
    own: Option<Vec<ItemSlot>>,
}

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    id: &'a str,
    assessment: &'a Assessment,
    known: &'a Known,
}

#[component]
pub fn OverviewPage(props: &OverviewPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let listing = use_state(Listing::default);
    let ticked = use_state(Vec::<ItemSlot>::new);
    let versions = use_state(|| None::<Result<Vec<Version>, StorageError>>);
    let known = {
        let (kit, part) = (kit.clone(), props.part.clone());
        let pack = Rc::as_ptr(&kit.pack) as usize;
        use_memo((props.assessment.clone(), props.changes, pack), move |(assessment, ..)| {
            known(&kit, assessment, part.as_deref())
        })
    };
    {
        let (versions, id) = (versions.setter(), props.id.clone());
        use_effect_with(props.id.clone(), move |_| {
            spawn_local(async move { versions.set(Some(crate::browser::versions::list(&id).await)) });
        });
    }
    let view = View {
        kit: &kit,
        id: &props.id,
        assessment: &props.assessment,
        known: &known,
    };
    let shown = listed(&kit.pack, &known.rows, *listing);
    // What the filter hides is not acted on.
    let picked: Vec<ItemSlot> = shown.iter().map(|row| row.item).filter(|slot| ticked.contains(slot)).collect();
    let onclick = {
        let (kit, id, listing, picked) = (kit.clone(), props.id.clone(), listing.clone(), picked.clone());
        let noted = {
            let kit = kit.clone();
            on_button("data-note", move |act| perform(&kit, &act))
        };
        let sort = on_button("data-sort", move |word| items::sort(&listing, &word));
        let act = on_button("data-act", move |act| match act.strip_prefix("compare ") {
            Some(at) => super::versions::compare(&kit, &id, at.parse().unwrap_or(0.0)),
            None => bulk::perform(&kit, &id, &act, &picked),
        });
        let wanted = wanted_link();
        Callback::from(move |event: MouseEvent| {
            sort.emit(event.clone());
            act.emit(event.clone());
            noted.emit(event.clone());
            wanted.emit(event);
        })
    };
    let whole = known.own.is_none();
    let of_state = |state: State| known.rows.iter().filter(|row| row.state == state).count();
    let counts = [State::Complete, State::Begun, State::Empty].map(of_state);
    let told = [
        ("items", &*counts.iter().sum::<usize>().to_string()),
        ("complete", &counts[0].to_string()),
        ("begun", &counts[1].to_string()),
        ("empty", &counts[2].to_string()),
    ];
    html! {
        <main class="page wide hub" key="overview" {onclick}><div class="stack">
            <div class="stack-xs"><h1>{ words.overview_title() }</h1><p class="small">{ fill(words.overview_counts(), &told) }</p>
                if whole { { newer_session(&kit, &props.id) } }</div>
            <div class={if whole { "two" } else { "stack" }}>{ next::next(&view) }
                if whole { { road::road(&view) } }</div>
            <section class="sheet long stack-s" aria-labelledby="items"><h2 id="items">{ words.overview_items() }</h2>
                { items::filters(&view, &listing, shown.len()) }
                if whole { { bulk::bar(&view, &picked) } }
                { items::table(&view, *listing, &shown, &ticked) }</section>
            { found::found(&view) }
            { notes::notes(&view) }
            { versions::versions(&view, versions.as_ref()) }
        </div></main>
    }
}

fn known(kit: &Kit, assessment: &Assessment, part: Option<&PartOf>) -> Known {
    let pack = &kit.pack;
    let record = &assessment.eligibility;
    let eligibility = judge(pack, assessment, record.edition, record.application_date, clock::today());
    // The figures are read once, for what is amiss with them and for how many there are.
    let results = read_results(pack, assessment);
    let doubts = if assessment.figures.is_blank() {
        FigureDoubts::default()
    } else {
        FigureDoubts::among(pack, assessment, &results)
    };
    let mut found = findings_with(pack, assessment, &eligibility, &doubts);
    let parts = kit.store.project().map(|project| listed_parts(&project)).unwrap_or_default();
    let mut rows = item_standings(pack, assessment, &score(pack, assessment), &results, &found, &parts);
    let own = part.map(|part| part.slots(pack));
    if let Some(own) = &own {
        rows.retain(|row| own.contains(&row.item));
        found.retain(|finding| matches!(finding.place(), Place::Item(slot) | Place::Figures(Some(slot)) if own.contains(&slot)));
    }
    Known { eligibility, found, rows, own }
}
