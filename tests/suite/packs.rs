//! Criteria packs: the built-in ones load and hold what the award says, and a pack is known by its content.

use crate::every_word::every_word;
use crate::pack_files::Files;
use crate::samples::{BEIJING, DEMO};
use award_kit::criteria::{BUILT_IN, BuiltIn, DEFAULT_PACK, Pack, Rounding, Status, built_in};
use serde_json::json;
use std::collections::BTreeSet;

#[test]
fn every_built_in_pack_loads_without_fault() {
    for BuiltIn { id, base, files, .. } in BUILT_IN {
        assert_eq!(files.base().as_deref(), *base, "{id}");
        match Pack::load_on(files, base.and_then(built_in).as_ref()) {
            Ok(pack) => assert_eq!(pack.id(), *id),
            Err(faults) => panic!("{id}: {faults:#?}"),
        }
    }
    assert!(built_in(DEFAULT_PACK).is_some());
    assert!(built_in("no-such-pack").is_none());
}

/// Number, item, points and rubric as in the national table (domain facts 3.1).
const NATIONAL_TABLE: [(&str, &str, u32, &str); 23] = [
    ("4.1.2", "leadership.senior-leaders", 50, "process"),
    ("4.1.3", "leadership.governance", 30, "process"),
    ("4.1.4", "leadership.social-responsibility", 30, "process"),
    ("4.2.2", "strategy.development", 40, "process"),
    ("4.2.3", "strategy.deployment", 50, "process"),
    ("4.3.2", "customers.knowledge", 40, "process"),
    ("4.3.3", "customers.relationships", 50, "process"),
    ("4.4.2", "resources.people", 60, "process"),
    ("4.4.3", "resources.finance", 15, "process"),
    ("4.4.4", "resources.knowledge", 20, "process"),
    ("4.4.5", "resources.technology", 15, "process"),
    ("4.4.6", "resources.infrastructure", 10, "process"),
    ("4.4.7", "resources.partners", 10, "process"),
    ("4.5.2", "processes.design", 50, "process"),
    ("4.5.3", "processes.improvement", 50, "process"),
    ("4.6.2", "measurement.analysis", 40, "process"),
    ("4.6.3", "measurement.innovation", 40, "process"),
    ("4.7.2", "results.products", 80, "results"),
    ("4.7.3", "results.customers", 80, "results"),
    ("4.7.4", "results.finance", 80, "results"),
    ("4.7.5", "results.resources", 60, "results"),
    ("4.7.6", "results.processes", 50, "results"),
    ("4.7.7", "results.leadership", 50, "results"),
];

#[test]
fn beijing_2016_has_the_23_items_of_the_national_table() {
    let found: Vec<(&str, &str, u32, &str)> = BEIJING
        .items()
        .map(|(_, item)| (item.number.as_str(), item.id.as_str(), item.points, item.rubric.as_str()))
        .collect();
    assert_eq!(found, NATIONAL_TABLE);
}

#[test]
fn beijing_2016_has_seven_categories_of_1000_points_600_for_processes_and_400_for_results() {
    let categories: Vec<(&str, u32)> = BEIJING.categories().map(|(_, category)| (category.number.as_str(), category.points)).collect();
    let expected = [("4.1", 110), ("4.2", 90), ("4.3", 90), ("4.4", 130), ("4.5", 100), ("4.6", 80), ("4.7", 400)];
    assert_eq!(categories, expected);
    let of = |rubric: &str| {
        BEIJING
            .items()
            .filter(|(_, item)| item.rubric == rubric)
            .map(|(_, item)| item.points)
            .sum::<u32>()
    };
    assert_eq!((of("process"), of("results")), (600, 400));
    let scoring = &BEIJING.structure().scoring;
    assert_eq!((scoring.total, scoring.step, scoring.rounding), (1000, 5, Rounding::Exact));
}

#[test]
fn beijing_2016_points_are_never_called_published() {
    for (_, item) in BEIJING.items() {
        let attribution = BEIJING.attribution(&format!("points/{}", item.id)).expect("points have a source");
        assert_eq!(attribution.status, Status::Unverified, "{}", item.id);
    }
}

#[test]
fn beijing_2016_reads_totals_by_the_bands_of_the_criteria() {
    let bands: Vec<(u32, u32)> = BEIJING.structure().maturity.iter().map(|band| (band.from, band.to)).collect();
    let expected = [(0, 275), (276, 375), (376, 475), (476, 575), (576, 675), (676, 775), (776, 875), (876, 1000)];
    assert_eq!(bands, expected);
    for rubric in &BEIJING.structure().rubrics {
        let bands: Vec<(u8, u8)> = rubric.bands.iter().map(|band| (band.from, band.to)).collect();
        assert_eq!(bands, [(0, 5), (10, 25), (30, 45), (50, 65), (70, 85), (90, 100)], "{}", rubric.id);
        assert_eq!(rubric.factors.len(), 4, "{}", rubric.id);
    }
}

#[test]
fn beijing_2016_knows_the_award_itself() {
    let structure = BEIJING.structure();
    let facts: Vec<(&str, Option<u64>)> = structure.facts.iter().map(|fact| (fact.id.as_str(), fact.value)).collect();
    for known in [
        ("winners-max", Some(5)),
        ("nominations-max", Some(5)),
        ("cycle", Some(2)),
        ("prize", Some(2_000_000)),
        ("fee", Some(0)),
        ("nominee-prize", None),
        ("pass-mark", None),
    ] {
        assert!(facts.contains(&known), "{known:?}");
    }
    assert_eq!(structure.stages.len(), 7);
    assert_eq!(structure.stages.first().map(String::as_str), Some("voluntary-application"));
    assert_eq!(structure.orientations, ["capital-positioning", "brand", "innovation", "social-responsibility"]);
    let editions: Vec<&str> = structure.eligibility.editions.iter().map(|edition| edition.id.as_str()).collect();
    assert_eq!(editions, ["2014", "2016", "session-3"]);
    assert_eq!(BEIJING.edition_rules(BEIJING.default_edition()).id, "2016");
    let tagged: BTreeSet<&String> = BEIJING
        .items()
        .flat_map(|(_, item)| item.orientations.iter().chain(item.prompts.iter().flat_map(|prompt| &prompt.orientations)))
        .collect();
    assert_eq!(tagged.len(), 4, "every orientation tags something: {tagged:?}");
}

#[test]
fn every_figure_has_a_source_and_a_status() {
    for pack in [&*BEIJING, &*DEMO] {
        let structure = pack.structure();
        let mut figures: Vec<String> = ["total", "step", "rounding"].map(String::from).to_vec();
        figures.extend(pack.items().map(|(_, item)| format!("points/{}", item.id)));
        for rubric in &structure.rubrics {
            figures.extend(rubric.bands.iter().map(|band| format!("rubric/{}/{}", rubric.id, band.id)));
            figures.extend(rubric.limits.iter().map(|limit| format!("rubric_limit/{}/{}", rubric.id, limit.factor())));
        }
        figures.extend(structure.maturity.iter().map(|band| format!("maturity/{}", band.id)));
        figures.extend(structure.orientations.iter().map(|id| format!("orientation/{id}")));
        figures.extend(structure.scoring.reference_lines.iter().map(|line| format!("reference/{}", line.id)));
        for edition in &structure.eligibility.editions {
            figures.extend(edition.conditions.iter().map(|condition| format!("edition/{}/{condition}", edition.id)));
        }
        figures.extend(structure.eligibility.self_checks.iter().map(|check| format!("self_check/{}", check.id)));
        figures.extend(structure.size.iter().map(|sector| format!("size/{}", sector.id)));
        figures.extend(structure.stages.iter().map(|stage| format!("stage/{stage}")));
        figures.extend(structure.facts.iter().map(|fact| format!("fact/{}", fact.id)));
        figures.extend(structure.limits.iter().map(|limit| format!("limit/{}", limit.id)));
        for figure in figures {
            let attribution = pack.attribution(&figure).unwrap_or_else(|| panic!("{figure} has a source"));
            assert!(pack.source_ids().contains(&attribution.source), "{figure}: {}", attribution.source);
            for language in ["zh", "en"] {
                assert_ne!(pack.words(language).source(&attribution.source), "", "{figure} {language}");
            }
        }
    }
}

#[test]
fn everything_that_can_be_shown_has_words_in_both_languages() {
    for pack in [&*BEIJING, &*DEMO] {
        let [chinese, english] = ["zh", "en"].map(|language| every_word(pack, pack.words(language)));
        for (at, (zh, en)) in chinese.iter().zip(&english).enumerate() {
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{} text {at}: {zh:?} {en:?}", pack.id());
            assert!(!zh.contains('\u{fffd}') && !en.contains('\u{fffd}'), "{} text {at}", pack.id());
            let han = |text: &str| text.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character));
            // Signs of units are the same in every language.
            let sign = ["%", "‰", "ppm", "Cpk"].contains(zh);
            assert!(sign || han(zh), "{} has an untranslated text: {zh}", pack.id());
        }
    }
}

#[test]
fn a_language_the_pack_lacks_falls_back_to_its_first() {
    assert_eq!(DEMO.words("fr").name(), DEMO.words("zh").name());
    assert_ne!(DEMO.words("en").name(), DEMO.words("zh").name());
}

#[test]
fn content_hash_ignores_white_space() {
    let hash = DEMO.hash();
    assert!(hash.len() == 71 && hash.starts_with("sha256:"), "{hash}");
    let unspaced = Files::demo()
        .edit("pack.json", |_| {})
        .edit("sources.json", |_| {})
        .edit("text.zh.json", |_| {});
    assert_ne!(unspaced.structure, Files::demo().structure);
    assert_eq!(unspaced.load().expect("the pack is whole").hash(), hash);
}

#[test]
fn content_hash_changes_with_a_weight_a_word_and_a_source() {
    let changed = [
        Files::demo()
            .set("pack.json", "/categories/0/items/0/points", json!(35))
            .set("pack.json", "/categories/0/items/1/points", json!(35)),
        Files::demo().set("text.en.json", "/pack.name", json!("Another award")),
        Files::demo().set("sources.json", "/figures/step/status", json!("published")),
    ];
    let mut hashes: BTreeSet<String> = changed.iter().map(|files| files.load().expect("the pack is whole").hash().to_owned()).collect();
    hashes.insert(DEMO.hash().to_owned());
    assert_eq!(hashes.len(), 4);
}
