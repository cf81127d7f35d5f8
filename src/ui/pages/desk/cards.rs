//! Score cards among the files on the desk: set apart from the drafts, merged, and offered as the file to be published. They lie in the memory
//! of this page and are kept nowhere.

use crate::benchmark::{CARD_FORMAT, LEAST, ScoreCard, merge};
use crate::browser::files;
use crate::criteria::Pack;
use crate::export::Target;
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::Kit;
use crate::ui::parts::{offer, on_button};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::prelude::*;

/// The file by the name under which the host offers it.
const FILE: &str = "benchmark.json";
/// What the host's index says of it.
const MEMBER: &str = "\"benchmark\": \"benchmark.json\"";
/// A card is no larger, in bytes, and says what it is in the first of these.
const MOST_BYTES: f64 = 200_000.0;
const START: f64 = 200.0;

/// The cards on the desk: names and contents.
#[derive(Default)]
pub(super) struct Cards(RefCell<Vec<(String, String)>>);

impl Cards {
    /// Takes the cards out of some files; gives back the others in their order.
    pub async fn take(&self, given: Vec<File>) -> Vec<File> {
        let mut others = Vec::new();
        for file in given {
            match read(&file).await {
                Some(card) => self.0.borrow_mut().push((file.name(), card)),
                None => others.push(file),
            }
        }
        others
    }

    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }
}

/// The text of a card; none of another file.
async fn read(file: &File) -> Option<String> {
    if file.size() > MOST_BYTES {
        return None;
    }
    let start = JsFuture::from(file.slice_with_f64_and_f64(0.0, START).ok()?.text()).await.ok()?;
    if !start.as_string()?.contains(CARD_FORMAT) {
        return None;
    }
    String::from_utf8(files::read(file).await.ok()?).ok()
}

/// What the cards come to, by criteria, with what was left out; nothing where there are none. Where nothing else is on the desk it can be
/// cleared here.
pub(super) fn cards(kit: &Kit, cards: &Rc<Cards>, alone: bool) -> Html {
    let words = kit.words();
    let all = cards.0.borrow();
    if all.is_empty() {
        return Html::default();
    }
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    let texts: Vec<&str> = all.iter().map(|(_, text)| text.as_str()).collect();
    let packs = packs(kit, &texts);
    let merged: Vec<_> = packs.iter().map(|pack| merge(pack, &texts)).collect();
    // What counts under none of the criteria; where there are none at hand, nothing but that.
    let out = merged.iter().flat_map(|merged| &merged.left_out);
    let mut told: Vec<String> = Vec::new();
    for out in out.filter(|out| merged.iter().all(|merged| merged.left_out.iter().any(|other| other.at == out.at))) {
        let sentence = say::left_out(kit.language, out, &names);
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    let onclick = {
        let (kit, cards, packs) = (kit.clone(), Rc::clone(cards), packs.clone());
        on_button("data-distribution", move |at| {
            let all = cards.0.borrow();
            let texts: Vec<&str> = all.iter().map(|(_, text)| text.as_str()).collect();
            let pack = at.parse().ok().and_then(|at: usize| packs.get(at));
            if let Some(published) = pack.and_then(|pack| merge(pack, &texts).publication) {
                offer(kit.language, &kit.notify, published.write().as_bytes(), FILE, Target::Json);
            }
        })
    };
    let row = |(at, (pack, merged)): (usize, (&Rc<Pack>, &crate::benchmark::Merged))| {
        let name = pack.words(kit.language.tag()).short();
        let (files, counted) = (texts.len().to_string(), merged.counted.to_string());
        let (least, cells) = (
            LEAST.to_string(),
            merged.publication.as_ref().map_or(0, |published| published.cells.len()).to_string(),
        );
        let values = [("name", name), ("files", &*files), ("counted", &counted), ("least", &least), ("cells", &cells)];
        match &merged.publication {
            None => html! { <p>{ fill(words.benchmark_desk_too_few(), &values) }</p> },
            Some(_) => html! { <>
                <p>{ fill(words.benchmark_desk_counts(), &values) }</p>
                <div class="row controls"><button type="button" class="btn" data-distribution={at.to_string()}>{ words.benchmark_desk_save() }</button></div>
            </> },
        }
    };
    html! {
        <section class="sheet stack-s" aria-label={words.benchmark_desk()} {onclick}><h2>{ words.benchmark_desk() }</h2>
            { for packs.iter().zip(&merged).enumerate().map(row) }
            if !told.is_empty() { <ul>{ for told.into_iter().map(|told| html! { <li class="small">{ told }</li> }) }</ul> }
            <p class="small muted">{ fill(words.benchmark_desk_note(), &[("file", FILE), ("member", MEMBER)]) }</p>
            if alone { <div class="row controls"><button type="button" class="btn quiet" data-act="clear">{ words.desk_clear() }</button></div> }</section>
    }
}

/// The criteria the cards name, as far as they are at hand; the default where there are none.
fn packs(kit: &Kit, texts: &[&str]) -> Vec<Rc<Pack>> {
    let mut packs: Vec<Rc<Pack>> = Vec::new();
    for card in texts.iter().filter_map(|text| ScoreCard::read(text).ok()) {
        let known = packs.iter().any(|pack| pack.id() == card.pack.id && pack.edition() == card.pack.edition);
        if let Some(pack) = kit.library.edition(&card.pack.id, &card.pack.edition).filter(|_| !known) {
            packs.push(pack.clone());
        }
    }
    if packs.is_empty() {
        packs.extend(kit.library.default_pack().cloned());
    }
    packs
}
