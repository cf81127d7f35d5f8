//! Publishing: the finished pack with the index that names it as files for the host, and what is done with them there.

use crate::browser::documents::{Given, Request};
use crate::browser::host;
use crate::criteria::{Draft, INDEX_FILE, Pack, write_pack_file};
use crate::export::Target;
use crate::language::fill;
use crate::ui::kit::Kit;
use crate::ui::parts::offer_made;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

pub fn section(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let file = ["criteria/", &draft.structure().id, ".pack.json"].concat();
    let steps = [
        fill(words.adapt_publish_unpack(), &[("file", &file)]),
        words.adapt_publish_look().to_owned(),
        words.adapt_publish_told().to_owned(),
        words.adapt_publish_back().to_owned(),
    ];
    html! {
        <details class="sheet" id="step-publish"><summary><h2>{ words.adapt_publish() }</h2></summary><div class="stack-s">
            <p>{ words.adapt_publish_intro() }</p>
            <p class="row"><button type="button" class="btn" data-edit="publish">{ words.adapt_publish_save() }</button></p>
            <ol class="stack-xs">{ for steps.into_iter().map(|step| html! { <li>{ step }</li> }) }</ol>
        </div></details>
    }
}

/// Has the files made for the index that the host has now, and offers them.
pub fn download(kit: &Kit, pack: &Pack) {
    let place = if kit.library.is_of_default_award(pack) { "default" } else { "" };
    let (kit, name, file) = (kit.clone(), [pack.id(), ".zip"].concat(), write_pack_file(pack));
    spawn_local(async move {
        let index = host::text(&["criteria/", INDEX_FILE].concat()).await.unwrap_or_default();
        let request = Request {
            task: "pack-publish",
            language: kit.language,
            given: [file, index, place.to_owned()].map(Given::Text).into(),
        };
        offer_made(&kit, request, name, Target::Zip);
    });
}
