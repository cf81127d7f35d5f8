//! The catalogue of indicators in a pack: what breaks it, what a pack inherits of it, and what adapting does to it.

use crate::pack_files::Files;
use crate::samples::BEIJING;
use award_kit::criteria::FaultCode::{self, *};
use award_kit::criteria::{Draft, Edit, Formula, IndicatorSlot, Operand, Pack, Wording, built_in, built_in_packs, differences};
use serde_json::{Value, json};
use std::path::Path;

const PACK: &str = "pack.json";

fn standard() -> Files {
    Files::of_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria/gbt-19580-2012"))
}

/// Codes and places.
type Faults = Vec<(FaultCode, &'static str)>;

/// One change of `pack.json`, and the faults of that file it leads to.
fn broken() -> Vec<(&'static str, Value, Faults)> {
    let only = |code, pointer| vec![(code, pointer)];
    let formula = "/indicators/0/formula";
    vec![
        ("/inputs/0/unit", json!("Per cent"), only(MalformedId, "/inputs/0/unit")),
        (
            "/inputs/1/id",
            json!("inspected-units"),
            vec![(DuplicateId, "/inputs/1"), (UnknownId, "/indicators/0/formula/part")],
        ),
        ("/indicators/0/id", json!("first-grade-rate"), only(DuplicateId, "/indicators/2")),
        ("/indicators/0/id", json!("revenue"), only(DuplicateId, "/indicators/0")),
        ("/indicators/0/id", json!("A b"), only(MalformedId, "/indicators/0")),
        ("/indicators/0/item", json!("results.nowhere"), only(UnknownId, "/indicators/0/item")),
        ("/indicators/0/area", json!("brand"), only(UnknownId, "/indicators/0/area")),
        ("/indicators/0/direction", json!("up"), only(WrongKind, "/indicators/0/direction")),
        ("/indicators/0/decimals", json!(5), only(UnusableRule, "/indicators/0/decimals")),
        ("/indicators/0/low", json!(101), only(UnusableRule, "/indicators/0/high")),
        ("/indicators/0/high", json!("100"), only(NumberAsText, "/indicators/0/high")),
        (
            "/indicators/0/applies_to",
            json!(["service", "service"]),
            only(DuplicateId, "/indicators/0/applies_to/1"),
        ),
        ("/indicators/0/weight", json!(1), only(UnknownField, "/indicators/0/weight")),
        ("/indicators/0/formula/kind", json!("mean"), only(WrongKind, "/indicators/0/formula/kind")),
        (
            "/indicators/0/formula/part",
            json!("no-such-input"),
            only(UnknownId, "/indicators/0/formula/part"),
        ),
        (
            "/indicators/0/formula/whole",
            json!("conforming-rate"),
            only(UnknownId, "/indicators/0/formula/whole"),
        ),
        ("/indicators/0/formula/per", json!(12), only(UnusableRule, "/indicators/0/formula/per")),
        (formula, json!({ "kind": "sum", "of": [] }), only(UnusableRule, "/indicators/0/formula/of")),
        (
            formula,
            json!({ "kind": "fall", "of": "energy-intensity" }),
            only(UnknownId, "/indicators/0/formula/of"),
        ),
        (
            formula,
            json!({ "kind": "product", "of": ["revenue"], "per": 0 }),
            only(UnusableRule, "/indicators/0/formula/per"),
        ),
        ("/identities/1/id", json!("grades-within-output"), only(DuplicateId, "/identities/1")),
        ("/identities/0/of", json!(["premium-rate", "second-rate"]), only(UnknownId, "/identities/0/of")),
        ("/identities/0/kind", json!("equal"), only(WrongKind, "/identities/0/kind")),
        ("/identities/3/right", json!("turnover"), only(UnknownId, "/identities/3/right")),
    ]
}

#[test]
fn every_fault_of_a_catalogue_is_found_at_its_place() {
    for (pointer, value, faults) in broken() {
        let found = standard().set(PACK, pointer, value.clone()).faults();
        let found: Vec<(FaultCode, &str)> = found
            .iter()
            .filter(|(_, file, _)| file == PACK)
            .map(|(code, _, pointer)| (*code, pointer.as_str()))
            .collect();
        assert_eq!(found, faults, "{pointer} {value}");
    }
}

#[test]
fn an_indicator_needs_its_texts_and_its_source() {
    let found = standard().remove("text.en.json", "/indicator.main-revenue.formula").faults();
    assert_eq!(found, [(TextMissing, "text.en.json".to_owned(), String::new())]);
    let found = standard().remove("text.zh.json", "/area.results.customers.brand").faults();
    assert_eq!(found, [(TextMissing, "text.zh.json".to_owned(), String::new())]);
    let found = standard().remove("sources.json", "/figures/indicator").faults();
    assert!(
        found.iter().any(|(code, file, _)| *code == SourceMissing && file == "sources.json"),
        "{found:?}"
    );
}

#[test]
fn a_pack_without_indicators_stays_valid() {
    let demo = built_in("demo-mini").expect("built in");
    assert_eq!(demo.indicators().len(), 0);
    assert!(demo.results_items().next().is_none());
}

/// Indicators of the national catalogue. One that is added is told to readers, too.
const OF_THE_CATALOGUE: usize = 79;

#[test]
fn every_pack_on_the_catalogue_inherits_all_of_it() {
    for pack in built_in_packs().iter().filter(|pack| !["demo-mini", "tianjin-2021"].contains(&pack.id())) {
        assert_eq!(pack.indicators().len(), OF_THE_CATALOGUE, "{}", pack.id());
        assert_eq!(pack.results_items().count(), 6, "{}", pack.id());
        for language in ["zh", "en"] {
            let words = pack.words(language);
            for (_, indicator) in pack.indicators() {
                assert!(!words.indicator(&indicator.id).is_empty() && !words.indicator_formula(&indicator.id).is_empty());
                assert!(!words.area(&indicator.item, &indicator.area).is_empty() && !words.unit(&indicator.unit).is_empty());
            }
        }
    }
}

#[test]
fn what_readers_are_told_of_the_catalogue_is_its_count() {
    let count = BEIJING.indicators().len();
    for (file, told) in [
        ("README.md", format!("its {count} indicators")),
        ("README.zh.md", format!("{count} 项指标")),
        ("criteria/README.md", format!("a catalogue of {count} indicators")),
        ("criteria/README.zh.md", format!("{count} 项指标")),
    ] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a README");
        assert!(text.contains(&told), "{file} does not say: {told}");
    }
}

#[test]
fn formulas_name_inputs_and_earlier_indicators() {
    let slot = BEIJING.indicator_slot("energy-fall").expect("in the catalogue");
    let Some(Formula::Fall { of }) = &BEIJING.indicator(slot).formula else {
        panic!("a fall")
    };
    assert_eq!(BEIJING.operand(of), BEIJING.indicator_slot("energy-intensity").map(Operand::Indicator));
    assert!(matches!(BEIJING.operand("revenue"), Some(Operand::Input(_))));
    assert_eq!(BEIJING.operand("nothing"), None);
    assert_eq!(BEIJING.indicator_slot("revenue"), None);
    assert_eq!(BEIJING.indicator(IndicatorSlot(0)).unit, "percent");
}

#[test]
fn a_pack_with_categories_of_its_own_inherits_the_indicators_it_has_a_place_for() {
    let base = standard().load().expect("the standard loads");
    let mut categories = base.content().structure["categories"].clone();
    let results = categories.as_array_mut().and_then(|all| all.last_mut()).expect("results");
    results["items"][0]["areas"] = json!([]);
    let finance = results["items"]
        .as_array()
        .and_then(|items| items.iter().position(|item| item["id"] == "results.finance"));
    results["items"][finance.expect("finance")]["areas"] = json!(["profitability"]);
    let own = json!({ "format": "award-kit.pack", "version": "1.2", "id": "own", "edition": "1", "base": base.id(), "categories": categories });
    let (structure, sources) = (own.to_string(), r#"{"sources":[],"figures":{}}"#);
    let texts = [("zh", "{}"), ("en", "{}")];
    let files = award_kit::criteria::PackFiles {
        structure: &structure,
        sources,
        texts: &texts,
    };
    let pack = Pack::load_on(&files, Some(&base)).expect("it loads");
    assert!(pack.indicators().all(|(_, indicator)| indicator.item != "results.products"));
    assert!(pack.indicators().any(|(_, indicator)| indicator.id == "return-on-equity"));
    assert!(pack.indicator_slot("revenue-growth").is_none());
    assert!(pack.structure().identities.iter().all(|identity| identity.id != "grades-within-output"));
    assert!(pack.structure().identities.iter().any(|identity| identity.id == "productivity-of-staff"));
}

#[test]
fn an_item_that_is_taken_away_takes_its_indicators_along_and_brings_them_back() {
    let citation = Wording::new(&[("zh", "示例通知"), ("en", "Sample notice")]);
    let draft = Draft::of(&BEIJING, &citation);
    let gone = draft.apply(&Edit::Retire("results.finance".into()));
    let structure = gone.structure();
    assert!(structure.indicators.iter().all(|indicator| indicator.item != "results.finance"));
    assert!(structure.indicators.len() > 50);
    assert!(structure.identities.iter().all(|identity| identity.id != "growth-of-revenue"));
    let back = gone.apply(&Edit::Restore("results.finance".into()));
    assert_eq!(back.structure(), draft.structure());
}

#[test]
fn what_differs_in_a_catalogue_is_told_by_name() {
    let before = standard().load().expect("the standard loads");
    let after = standard()
        .set(PACK, "/indicators/0/high", json!(99))
        .set(PACK, "/inputs/0/unit", json!("items"))
        .set(PACK, "/identities/0/limit", json!(90))
        .remove(PACK, "/indicators/2/applies_to");
    let after = after.load().expect("it loads");
    let places: Vec<String> = differences(before.content(), after.content()).into_iter().map(|change| change.place).collect();
    assert_eq!(
        places,
        [
            "input/inspected-units",
            "indicator/conforming-rate",
            "indicator/first-grade-rate",
            "identity/grades-within-output"
        ]
    );
}
