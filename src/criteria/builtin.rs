//! The packs compiled into native programs: the command line, the tests, the benchmarks.
//!
//! What a page or a worker never names is no part of its module, and no page names these: they would be 258 kB of it.
//! Beside the page they lie as files ([`super::read_checked_pack`]).

use super::content::PackFiles;
use super::pack::Pack;
use crate::json;
use serde_json::Value;
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

/// A pack compiled into the program.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    pub id: &'static str,
    /// Id of the built-in pack it builds on, so that its text need not be read to know it.
    pub base: Option<&'static str>,
    pub files: PackFiles<'static>,
    /// `cases.json` beside it; empty where there is none.
    pub cases: &'static str,
}

macro_rules! built_in {
    ($id:literal, $base:expr) => {
        BuiltIn {
            id: $id,
            base: $base,
            files: pack_files!($id),
            cases: include_str!(concat!("../../criteria/", $id, "/cases.json")),
        }
    };
}

/// The built-in packs, bases before what builds on them.
pub const BUILT_IN: &[BuiltIn] = &[
    built_in!("gbt-19580-2012", None),
    built_in!("beijing-2016", Some("gbt-19580-2012")),
    built_in!("beijing-session-3", Some("beijing-2016")),
    built_in!("tianjin-2020", Some("gbt-19580-2012")),
    built_in!("tianjin-2021", Some("tianjin-2020")),
    built_in!("hebei-2016", Some("gbt-19580-2012")),
    built_in!("hebei-2022", Some("hebei-2016")),
    built_in!("demo-mini", None),
];

/// All built-in packs. That each of them loads and passes the check is a test.
pub fn built_in_packs() -> Vec<Rc<Pack>> {
    BUILT_IN.iter().filter_map(|pack| built_in(pack.id).map(Rc::new)).collect()
}

/// A built-in pack by id, with its worked cases; none where there is no such pack.
pub fn built_in(id: &str) -> Option<Pack> {
    let own = BUILT_IN.iter().find(|pack| pack.id == id)?;
    let cases = json::parse(own.cases).map_or(Value::Null, |parsed| parsed.value);
    Some(on_its_base(own)?.with_cases(cases))
}

fn on_its_base(own: &BuiltIn) -> Option<Pack> {
    let named = |id: &str| BUILT_IN.iter().find(|pack| pack.id == id);
    let Some(base) = own.base else { return Pack::trusted(&own.files, None) };
    let on = named(base)?;
    match on.base {
        None => Pack::trusted(&own.files, Some(&on.files)),
        // A pack on one that is built on another itself takes the longer way.
        Some(_) => Pack::load_on(&own.files, on_its_base(on).as_ref()).ok(),
    }
}
