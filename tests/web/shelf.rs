//! The criteria on their way: what is asked of a host, how often, and what becomes of its answers.

use crate::page::{rest, until};
use award_kit::criteria::{BUILT_IN, DEFAULT_PACK, FaultCode, Origin, PAGE_PACKS, built_in, checked_file, write_checked_pack};
use award_kit::ui::Shelf;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = r#"
const real = window.fetch;
let files = new Map(), asked = [];
export function open_host() {
  files = new Map();
  asked = [];
  window.fetch = (address) => {
    asked.push(address);
    const text = files.get(address);
    return Promise.resolve(new Response(text ?? "<!doctype html>", { status: text === undefined ? 404 : 200 }));
  };
}
export function close_host() {
  window.fetch = real;
}
export function put(address, text) {
  files.set(address, text);
}
export function asked_for() {
  return asked.join(" ");
}
"#)]
extern "C" {
    /// From now on a host in memory answers, which has nothing yet.
    fn open_host();
    fn close_host();
    fn put(address: &str, text: &str);
    /// The addresses asked for since it was opened.
    fn asked_for() -> String;
}

/// A host with the kit's folders, with the files of the build that the page names, and with an index.
struct Host;

impl Host {
    fn open(index: &str) -> Host {
        open_host();
        for pack in BUILT_IN {
            let put = |name: &str, text: &str| put(&["./criteria/", pack.id, "/", name].concat(), text);
            put("pack.json", pack.files.structure);
            put("sources.json", pack.files.sources);
            for (language, text) in pack.files.texts {
                put(&["text.", language, ".json"].concat(), text);
            }
        }
        for id in PAGE_PACKS {
            let file = ["./", &checked_file(id)].concat();
            put(&file, &write_checked_pack(&built_in(id).expect("built in")).expect("one order of texts"));
            let meta = gloo::utils::document().create_element("meta").expect("an element");
            meta.set_attribute("name", &["pack.", id].concat()).expect("a name");
            meta.set_attribute("content", &file).expect("an address");
            gloo::utils::head().append_child(&meta).expect("the page takes it");
        }
        put("./criteria/index.json", index);
        Host
    }

    /// Edits a file of the host as a person would, with nothing else changed.
    fn edit(&self, id: &str, name: &str, from: &str, to: &str) {
        let pack = BUILT_IN.iter().find(|pack| pack.id == id).expect("built in");
        let text = match name {
            "pack.json" => pack.files.structure,
            _ => {
                pack.files
                    .texts
                    .iter()
                    .find(|(tag, _)| name == ["text.", tag, ".json"].concat())
                    .expect("a text")
                    .1
            }
        };
        assert!(text.contains(from), "{from}");
        put(&["./criteria/", id, "/", name].concat(), &text.replacen(from, to, 1));
    }

    fn asked(&self) -> Vec<String> {
        asked_for().split(' ').filter(|address| !address.is_empty()).map(str::to_owned).collect()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        close_host();
        let named = gloo::utils::document().query_selector_all("meta[name^='pack.']").expect("a selector");
        for at in 0..named.length() {
            if let Some(meta) = named.get(at).and_then(|meta| meta.dyn_into::<web_sys::Element>().ok()) {
                meta.remove();
            }
        }
    }
}

const INDEX: &str = include_str!("../../criteria/index.json");

async fn settled(shelf: &Shelf) {
    until("everything asked for is there", || shelf.is_settled()).await;
}

/// The pack of an id that goes first: where it comes from, and its hash.
fn held(shelf: &Shelf, id: &str) -> Option<(Origin, String)> {
    let library = shelf.library();
    let held = library.held().iter().find(|held| held.pack.id() == id)?;
    Some((held.origin, held.pack.hash().to_owned()))
}

fn of_kit(id: &str) -> String {
    built_in(id).expect("built in").hash().to_owned()
}

#[wasm_bindgen_test]
async fn nothing_is_asked_before_the_start_and_then_one_request_decides() {
    let host = Host::open(INDEX);
    let shelf = Shelf::default();
    rest(20).await;
    assert!(host.asked().is_empty() && shelf.library().default_pack().is_none() && !shelf.is_settled());
    shelf.start();
    shelf.ask();
    shelf.ask();
    settled(&shelf).await;
    assert_eq!(held(&shelf, DEFAULT_PACK), Some((Origin::BuiltIn, of_kit(DEFAULT_PACK))));
    let mut asked = host.asked();
    asked.sort();
    assert_eq!(asked, ["./criteria/index.json", "./pack.beijing-2016.json"]);
    assert!(shelf.library().refused().is_empty());
}

#[wasm_bindgen_test]
async fn what_the_index_tells_otherwise_or_not_at_all_is_fetched_with_its_base() {
    let of_hash = of_kit(DEFAULT_PACK);
    for index in [
        INDEX.replace(&of_hash, "sha256:other"),
        INDEX.replace(&format!(", \"hash\": \"{of_hash}\""), ""),
    ] {
        let host = Host::open(&index);
        host.edit(DEFAULT_PACK, "text.en.json", "{edition} edition", "{edition} edition, as hosted");
        let shelf = Shelf::default();
        shelf.start();
        shelf.ask();
        settled(&shelf).await;
        let (origin, hash) = held(&shelf, DEFAULT_PACK).expect("it is there");
        assert!(origin == Origin::Host && hash != of_hash);
        assert_eq!(host.asked().len(), 10, "{:?}", host.asked());
    }
}

#[wasm_bindgen_test]
async fn a_file_edited_by_hand_is_seen_once_its_pack_is_in_use_and_asked_for_once() {
    let host = Host::open(INDEX);
    host.edit(DEFAULT_PACK, "text.en.json", "{edition} edition", "{edition} edition, edited");
    let shelf = Shelf::default();
    shelf.start();
    shelf.ask();
    settled(&shelf).await;
    assert_eq!(held(&shelf, DEFAULT_PACK), Some((Origin::BuiltIn, of_kit(DEFAULT_PACK))));
    assert_eq!(host.asked().len(), 2);
    shelf.confirm(DEFAULT_PACK);
    until("the host's files count", || {
        held(&shelf, DEFAULT_PACK).is_some_and(|(origin, _)| origin == Origin::Host)
    })
    .await;
    let edition = shelf.library().default_pack().expect("it is there").words("en").edition_name().to_owned();
    assert!(edition.ends_with("2016 edition, edited"), "{edition}");
    shelf.confirm(DEFAULT_PACK);
    rest(100).await;
    assert_eq!(host.asked().len(), 10, "{:?}", host.asked());
}

#[wasm_bindgen_test]
async fn without_a_file_this_build_can_read_the_hosts_folder_is_taken() {
    for answer in ["<!doctype html>", r#"{"format":"award-kit.checked-pack","version":"9.0"}"#] {
        let host = Host::open(INDEX);
        for id in PAGE_PACKS {
            put(&["./", &checked_file(id)].concat(), answer);
        }
        let shelf = Shelf::default();
        shelf.start();
        until("a pack is there", || shelf.library().default_pack().is_some()).await;
        assert_eq!(held(&shelf, DEFAULT_PACK), Some((Origin::Host, of_kit(DEFAULT_PACK))));
        assert!(shelf.library().refused().is_empty(), "{:?}", host.asked());
    }
}

#[wasm_bindgen_test]
async fn a_host_that_has_nothing_is_said_and_asked_again_when_criteria_are_wanted() {
    let host = Host::open(INDEX);
    open_host();
    let shelf = Shelf::default();
    shelf.want_all();
    settled(&shelf).await;
    let library = shelf.library();
    assert!(library.held().is_empty(), "{:?}", host.asked());
    let refused = library.refused().iter().find(|refused| refused.name == DEFAULT_PACK).expect("it is said");
    assert_eq!((refused.origin, refused.faults[0].code), (Origin::Host, FaultCode::FileMissing));
    shelf.bring("tianjin-2020", "2020").await;
    assert!(shelf.default_pack().await.is_none());
    drop(host);
    let _host = Host::open(INDEX);
    assert_eq!(shelf.default_pack().await.map(|pack| pack.hash().to_owned()), Some(of_kit(DEFAULT_PACK)));
}

#[wasm_bindgen_test]
async fn all_packs_stand_in_the_order_of_the_index_and_no_file_is_asked_for_twice() {
    let host = Host::open(INDEX);
    let shelf = Shelf::default();
    shelf.want_all();
    shelf.confirm(DEFAULT_PACK);
    settled(&shelf).await;
    let library = shelf.library();
    let hosted = library.held().iter().filter(|held| held.origin == Origin::Host);
    let ids: Vec<&str> = hosted.map(|held| held.pack.id()).collect();
    assert_eq!(
        ids,
        [
            "gbt-19580-2012",
            "beijing-2016",
            "beijing-session-3",
            "tianjin-2020",
            "tianjin-2021",
            "hebei-2016",
            "hebei-2022"
        ]
    );
    for id in ids {
        assert_eq!(held(&shelf, id), Some((Origin::Host, of_kit(id))));
    }
    let mut asked = host.asked();
    let all = asked.len();
    asked.sort();
    asked.dedup();
    assert_eq!((asked.len(), all), (31, 31));
}

#[wasm_bindgen_test]
async fn a_pack_that_an_assessment_names_is_brought_with_its_base_only() {
    let host = Host::open(INDEX);
    let shelf = Shelf::default();
    shelf.bring("tianjin-2020", "2020").await;
    assert!(shelf.library().edition("tianjin-2020", "2020").is_some(), "{:?}", host.asked());
    assert!(held(&shelf, "hebei-2016").is_none());
    shelf.bring("gbt-19580-2012", "2012").await;
    assert!(shelf.library().edition("gbt-19580-2012", "2012").is_some());
    shelf.bring("nobody", "1").await;
    assert!(held(&shelf, "nobody").is_none());
}

#[wasm_bindgen_test]
async fn a_faulty_pack_is_named_and_the_kits_own_stays_also_as_a_base() {
    let host = Host::open(INDEX);
    host.edit("gbt-19580-2012", "pack.json", "\"total\": 1000", "\"total\": 900");
    let shelf = Shelf::default();
    shelf.want_all();
    settled(&shelf).await;
    let library = shelf.library();
    let names: Vec<&str> = library.refused().iter().map(|refused| &*refused.name).collect();
    assert_eq!(names, ["gbt-19580-2012"]);
    assert_eq!(held(&shelf, "gbt-19580-2012"), Some((Origin::BuiltIn, of_kit("gbt-19580-2012"))));
    assert_eq!(held(&shelf, "tianjin-2020"), Some((Origin::Host, of_kit("tianjin-2020"))));
}
