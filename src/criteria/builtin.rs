//! The packs compiled into the kit.

use super::content::PackFiles;
use super::pack::Pack;
use std::rc::Rc;

/// Id of the pack a new assessment is made with.
pub const DEFAULT_PACK: &str = "beijing-2016";

macro_rules! pack_files {
    ($id:literal) => {
        PackFiles {
            structure: include_str!(concat!("../../criteria/", $id, "/pack.json")),
            sources: include_str!(concat!("../../criteria/", $id, "/sources.json")),
            texts: &[
                ("zh", include_str!(concat!("../../criteria/", $id, "/text.zh.json"))),
                ("en", include_str!(concat!("../../criteria/", $id, "/text.en.json"))),
            ],
        }
    };
}

/// The built-in packs by id, bases before what builds on them. The page fetches the others from beside it.
pub const BUILT_IN: &[(&str, PackFiles)] = &[
    ("gbt-19580-2012", pack_files!("gbt-19580-2012")),
    ("beijing-2016", pack_files!("beijing-2016")),
    #[cfg(not(target_family = "wasm"))]
    ("beijing-session-3", pack_files!("beijing-session-3")),
    #[cfg(not(target_family = "wasm"))]
    ("tianjin-2020", pack_files!("tianjin-2020")),
    #[cfg(not(target_family = "wasm"))]
    ("hebei-2016", pack_files!("hebei-2016")),
    #[cfg(not(target_family = "wasm"))]
    ("demo-mini", pack_files!("demo-mini")),
];

/// All built-in packs. That each of them loads and passes the check is a test.
pub fn built_in_packs() -> Vec<Rc<Pack>> {
    BUILT_IN.iter().filter_map(|(id, _)| built_in(id).map(Rc::new)).collect()
}

/// A built-in pack by id; none where there is no such pack.
pub fn built_in(id: &str) -> Option<Pack> {
    let files = |id: &str| BUILT_IN.iter().find(|(name, _)| *name == id).map(|(_, files)| files);
    let own = files(id)?;
    match own.base() {
        None => Pack::trusted(own, None),
        // A pack on one that is built on another itself takes the longer way.
        Some(base) if files(&base)?.base().is_some() => Pack::load_on(own, built_in(&base).as_ref()).ok(),
        Some(base) => Pack::trusted(own, files(&base)),
    }
}
