//! The evidence register: all entries in a table, one of them beside it with its fields, its file and where it is used.

mod entry;
mod keeping;
mod list;

use crate::assessment::{Action, Assessment, EvidenceEntry, Links, RegisterChange, entries_from_references, links};
use crate::browser::chance::drawn;
use crate::browser::{attachments, page};
use crate::findings::{EvidenceFinding, evidence_findings};
use crate::language::fill;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::on_button;
use crate::ui::route::Route;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EvidencePageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    /// The number of the entry shown.
    #[prop_or_default]
    pub number: Option<AttrValue>,
}

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    assessment: &'a Assessment,
    id: &'a str,
    links: Links,
    findings: Vec<EvidenceFinding>,
    /// The files of this device by hash; none while they are being counted, or where they cannot be.
    here: Option<Rc<BTreeMap<String, u64>>>,
    /// The entry shown.
    chosen: Option<usize>,
}

impl View<'_> {
    fn is_here(&self, entry: &EvidenceEntry) -> bool {
        match (&self.here, &entry.file) {
            (Some(here), Some(file)) => here.contains_key(&*file.sha256),
            _ => true,
        }
    }
    /// What does not fit at an entry.
    fn findings_of(&self, entry: usize) -> impl Iterator<Item = &EvidenceFinding> {
        self.findings
            .iter()
            .filter(move |found| found.place() == crate::findings::Place::Evidence(entry))
    }
}

#[component]
pub fn EvidencePage(props: &EvidencePageProps) -> Html {
    let kit = use_kit();
    let here = use_state(|| None::<Rc<BTreeMap<String, u64>>>);
    let count = {
        let setter = here.setter();
        use_callback((), move |(), ()| {
            let setter = setter.clone();
            spawn_local(async move { setter.set(attachments::sizes().await.ok().map(Rc::new)) });
        })
    };
    {
        let count = count.clone();
        use_effect_with((), move |()| count.emit(()));
    }
    // What was chosen comes into view, also where it stands far from the list.
    use_effect_with(props.number.clone(), |number| {
        if number.is_some() {
            page::focus("entry-title");
        }
    });
    let assessment = &props.assessment;
    let view = View {
        kit: &kit,
        assessment,
        id: &props.id,
        links: links(assessment),
        findings: evidence_findings(assessment),
        here: (*here).clone(),
        chosen: props.number.as_ref().and_then(|number| assessment.evidence.position(number)),
    };
    let onclick = {
        let (kit, id, chosen) = (kit.clone(), props.id.clone(), view.chosen);
        on_button("data-act", move |act| perform(&kit, &id, chosen, &act))
    };
    let words = kit.words();
    html! {
        <main class="page" key="evidence" {onclick}>
            <div class="stack-s lead"><h1>{ words.register_title() }</h1><p class="small">{ words.register_intro() }</p>{ tools(&view) }</div>
            <div class="stack">{ list::list(&view) }{ list::findings(&view) }{ list::unpinned(&view) }</div>
            <aside class="aside first">{ entry::entry(&view, &count) }</aside>
        </main>
    }
}

fn tools(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let proposed = entries_from_references(view.assessment).len();
    let total = view.here.as_ref().filter(|here| !here.is_empty()).map(|here| {
        let size = crate::report::say::file_size(here.values().sum());
        fill(words.register_total(), &[("n", &here.len().to_string()), ("size", &size)])
    });
    html! {
        <div class="row">
            <button type="button" class="btn main" data-act="add">{ words.register_add() }</button>
            if proposed > 0 { <button type="button" class="btn" data-act="propose">{ fill(words.register_propose(), &[("n", &proposed.to_string())]) }</button> }
            { for total.map(|total| html! { <span class="small muted">{ total }</span> }) }
        </div>
    }
}

/// What the buttons of the page do.
fn perform(kit: &Kit, id: &str, chosen: Option<usize>, act: &str) {
    let Some(open) = kit.store.snapshot() else { return };
    let register = &open.assessment.evidence;
    let entry = chosen.and_then(|at| Some((at, register.entries.get(at)?)));
    match (act, entry) {
        ("add", _) => {
            let number = register.next_number();
            let new = EvidenceEntry {
                number: number.clone(),
                ..EvidenceEntry::default()
            };
            kit.store.dispatch(Action::Register(RegisterChange::Add(drawn(), Rc::new(new))));
            page::go(&Route::evidence(id, &number).href());
        }
        ("propose", _) => {
            let proposed = entries_from_references(&open.assessment);
            let n = proposed.len().to_string();
            let adds = proposed.into_iter().zip(drawn().further());
            let adds = adds.map(|(entry, identity)| Action::Register(RegisterChange::Add(identity, entry)));
            kit.store.dispatch(Action::Several(adds.collect()));
            kit.notify.emit(Notice::good(fill(kit.words().register_proposed(), &[("n", &n)])));
        }
        ("remove", Some((at, entry))) => {
            let told = fill(kit.words().register_removed(), &[("number", &entry.number)]);
            kit.store.dispatch(Action::Register(RegisterChange::Remove(at)));
            page::go(&Route::Evidence { id: id.to_owned() }.href());
            kit.notify.emit(Notice::good(told));
        }
        ("detach", Some((at, _))) => kit.store.dispatch(Action::Register(RegisterChange::File(at, None))),
        ("pick", Some(_)) => page::click(keeping::INPUT),
        ("open", Some((_, entry))) => {
            if let Some(file) = &entry.file {
                keeping::open(kit, file.clone());
            }
        }
        _ => {}
    }
}
