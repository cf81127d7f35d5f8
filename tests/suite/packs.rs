//! Criteria packs: the built-in ones load and hold what the award says, and every fault of a pack is found with its place.

use crate::samples::{BEIJING, DEMO};
use award_kit::criteria::{BUILT_IN, DEFAULT_PACK, Fault, FaultCode, Pack, PackFiles, Rounding, Status, Words, built_in};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn every_built_in_pack_loads_without_fault() {
    for (id, files) in BUILT_IN {
        let base = files.base().map(|base| built_in(&base).unwrap_or_else(|| panic!("{id}: base {base}")));
        match Pack::load_on(files, base.as_ref()) {
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
        let [chinese, english] = ["zh", "en"].map(|language| all_words(pack, pack.words(language)));
        for (at, (zh, en)) in chinese.iter().zip(&english).enumerate() {
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{} text {at}: {zh:?} {en:?}", pack.id());
            assert!(!zh.contains('\u{fffd}') && !en.contains('\u{fffd}'), "{} text {at}", pack.id());
            let han = |text: &str| text.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character));
            assert!(han(zh), "{} has an untranslated text: {zh}", pack.id());
        }
    }
}

fn all_words<'a>(pack: &'a Pack, words: Words<'a>) -> Vec<&'a str> {
    let structure = pack.structure();
    let mut all = vec![words.name(), words.short(), words.edition_name(), words.points_note(), words.disclaimer()];
    all.extend(pack.categories().map(|(_, category)| words.category(&category.id)));
    for (_, item) in pack.items() {
        all.push(words.item(&item.id));
        for prompt in &item.prompts {
            all.push(words.prompt(&item.id, &prompt.id));
            if prompt.number.is_some() {
                all.push(words.prompt_name(&item.id, &prompt.id));
            }
        }
    }
    for rubric in &structure.rubrics {
        all.push(words.rubric(&rubric.id));
        for factor in &rubric.factors {
            all.push(words.factor(&rubric.id, &factor.id));
            all.push(words.factor_hint(&rubric.id, &factor.id));
            all.extend(rubric.bands.iter().map(|band| words.band(&rubric.id, &band.id, &factor.id)));
        }
    }
    all.extend(structure.maturity.iter().map(|band| words.maturity(&band.id)));
    all.extend(structure.orientations.iter().map(|id| words.orientation(id)));
    all.extend(structure.scoring.reference_lines.iter().map(|line| words.reference(&line.id)));
    all.extend(structure.eligibility.editions.iter().map(|edition| words.edition(&edition.id)));
    for condition in &structure.eligibility.conditions {
        all.extend([words.condition(&condition.id), words.condition_hint(&condition.id)]);
    }
    all.extend(structure.eligibility.self_checks.iter().map(|check| words.self_check(&check.id)));
    all.extend(structure.size.iter().map(|sector| words.sector(&sector.id)));
    for stage in &structure.stages {
        all.extend([words.stage(stage), words.stage_note(stage)]);
    }
    for fact in &structure.facts {
        all.extend([words.fact(&fact.id), words.unit(&fact.unit)]);
    }
    all.extend(structure.limits.iter().map(|limit| words.limit(&limit.id)));
    all
}

#[test]
fn a_language_the_pack_lacks_falls_back_to_its_first() {
    assert_eq!(DEMO.words("fr").name(), DEMO.words("zh").name());
    assert_ne!(DEMO.words("en").name(), DEMO.words("zh").name());
}

/// The files of a pack, open to be broken. Text files that are absent are not handed over.
#[derive(Clone)]
struct Files {
    structure: String,
    sources: String,
    chinese: Option<String>,
    english: Option<String>,
}

impl Files {
    fn demo() -> Files {
        let (_, files) = BUILT_IN.iter().find(|(id, _)| *id == "demo-mini").expect("demo-mini is built in");
        let text = |language: &str| files.texts.iter().find(|(tag, _)| *tag == language).map(|(_, text)| String::from(*text));
        Files {
            structure: files.structure.into(),
            sources: files.sources.into(),
            chinese: text("zh"),
            english: text("en"),
        }
    }

    fn load(&self) -> Result<Pack, Vec<Fault>> {
        let texts = [("zh", &self.chinese), ("en", &self.english)];
        let texts: Vec<(&str, &str)> = texts.into_iter().filter_map(|(tag, text)| Some((tag, text.as_deref()?))).collect();
        Pack::load(&PackFiles {
            structure: &self.structure,
            sources: &self.sources,
            texts: &texts,
        })
    }

    /// The faults as code, file and pointer.
    fn faults(&self) -> Vec<(FaultCode, String, String)> {
        let faults = self.load().err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.code, fault.file, fault.pointer)).collect()
    }

    fn edit(mut self, file: &str, change: impl FnOnce(&mut Value)) -> Files {
        let text = match file {
            "pack.json" => &mut self.structure,
            "sources.json" => &mut self.sources,
            "text.zh.json" => self.chinese.as_mut().expect("there is a Chinese text"),
            _ => self.english.as_mut().expect("there is an English text"),
        };
        let mut value: Value = serde_json::from_str(text).expect("the file is JSON");
        change(&mut value);
        *text = value.to_string();
        self
    }

    /// Sets an existing or new member (or list element) of a file.
    fn set(self, file: &str, pointer: &str, new: Value) -> Files {
        self.edit(file, |value| {
            let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
            match value.pointer_mut(parent) {
                Some(Value::Object(members)) => drop(members.insert(key.into(), new)),
                Some(Value::Array(list)) => list[key.parse::<usize>().expect("a position")] = new,
                other => panic!("{pointer} in {other:?}"),
            }
        })
    }

    fn remove(self, file: &str, pointer: &str) -> Files {
        self.edit(file, |value| {
            let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
            match value.pointer_mut(parent) {
                Some(Value::Object(members)) => drop(members.shift_remove(key).expect("the member is there")),
                Some(Value::Array(list)) => drop(list.remove(key.parse().expect("a position"))),
                other => panic!("{pointer} in {other:?}"),
            }
        })
    }
}

/// One way of breaking demo-mini, and all the faults it must give.
struct Broken {
    what: &'static str,
    files: Files,
    faults: Vec<(FaultCode, &'static str, &'static str)>,
}

fn broken_packs() -> Vec<Broken> {
    use FaultCode::*;
    const PACK: &str = "pack.json";
    const SOURCES: &str = "sources.json";
    const ZH: &str = "text.zh.json";
    const EN: &str = "text.en.json";
    let demo = Files::demo;
    let broken = |what, files, faults: &[(FaultCode, &'static str, &'static str)]| Broken {
        what,
        files,
        faults: faults.to_vec(),
    };
    let replaced = |from: &str, to: &str| {
        let mut files = demo();
        assert!(files.structure.contains(from), "{from}");
        files.structure = files.structure.replacen(from, to, 1);
        files
    };
    vec![
        broken("English file missing", Files { english: None, ..demo() }, &[(FileMissing, EN, "")]),
        broken("Chinese file missing", Files { chinese: None, ..demo() }, &[(FileMissing, ZH, "")]),
        broken(
            "no text file at all",
            Files {
                chinese: None,
                english: None,
                ..demo()
            },
            &[(FileMissing, ZH, ""), (FileMissing, EN, "")],
        ),
        broken(
            "structure cut off",
            Files {
                structure: "{\"format\":".into(),
                ..demo()
            },
            &[(NotJson, PACK, "")],
        ),
        broken("sources empty", Files { sources: "".into(), ..demo() }, &[(NotJson, SOURCES, "")]),
        broken(
            "text with a comma too many",
            Files {
                english: Some("{\"pack.name\": \"A\",}".into()),
                ..demo()
            },
            &[(NotJson, EN, "")],
        ),
        broken(
            "step as text",
            demo().set(PACK, "/scoring/step", json!("5")),
            &[(WrongKind, PACK, "/scoring/step")],
        ),
        broken(
            "negative points",
            demo().set(PACK, "/categories/0/items/1/points", json!(-30)),
            &[(WrongKind, PACK, "/categories/0/items/1/points")],
        ),
        broken(
            "unknown rounding",
            demo().set(PACK, "/scoring/rounding", json!("half_even")),
            &[(WrongKind, PACK, "/scoring/rounding")],
        ),
        broken(
            "unknown measure",
            demo().set(PACK, "/size/0/bounds/0/measure", json!("floors")),
            &[(WrongKind, PACK, "/size/0/bounds/0/measure")],
        ),
        broken(
            "unknown status",
            demo().set(SOURCES, "/figures/step/status", json!("sure")),
            &[(WrongKind, SOURCES, "/figures/step/status")],
        ),
        broken(
            "unknown rule",
            demo().set(PACK, "/eligibility/conditions/2/rule/kind", json!("judged")),
            &[(WrongKind, PACK, "/eligibility/conditions/2/rule/kind")],
        ),
        broken(
            "rule as a list",
            demo().set(PACK, "/eligibility/conditions/2/rule", json!(["declared"])),
            &[(WrongKind, PACK, "/eligibility/conditions/2/rule")],
        ),
        broken(
            "scoring as a list",
            demo().set(PACK, "/scoring", json!([100, 5, "exact", []])),
            &[(WrongKind, PACK, "/scoring")],
        ),
        broken(
            "member missing",
            demo().remove(PACK, "/categories/1/points"),
            &[(WrongKind, PACK, "/categories/1")],
        ),
        broken(
            "text that is a number",
            demo().set(EN, "/pack.name", json!(5)),
            &[(WrongKind, EN, "/pack.name")],
        ),
        broken(
            "unknown member",
            demo().set(PACK, "/scoring/weight", json!(1)),
            &[(UnknownField, PACK, "/scoring/weight")],
        ),
        broken(
            "unknown member of an item",
            demo().set(PACK, "/categories/0/items/1/bonus", json!(5)),
            &[(UnknownField, PACK, "/categories/0/items/1/bonus")],
        ),
        broken(
            "unknown member of a rule",
            demo().set(PACK, "/eligibility/conditions/1/rule/months", json!(6)),
            &[(UnknownField, PACK, "/eligibility/conditions/1/rule/months")],
        ),
        broken(
            "unknown member of a rule without members",
            demo().set(PACK, "/eligibility/conditions/2/rule/years", json!(3)),
            &[(UnknownField, PACK, "/eligibility/conditions/2/rule/years")],
        ),
        broken(
            "unknown member of a limit",
            demo().set(PACK, "/rubrics/0/limits/0/by", json!(1)),
            &[(UnknownField, PACK, "/rubrics/0/limits/0/by")],
        ),
        broken(
            "unknown member of a source",
            demo().set(SOURCES, "/figures/step/page", json!(3)),
            &[(UnknownField, SOURCES, "/figures/step/page")],
        ),
        broken(
            "member twice",
            replaced("\"edition\": \"demo\"", "\"edition\": \"demo\", \"edition\": \"x\""),
            &[(RepeatedField, PACK, "/edition")],
        ),
        broken(
            "text twice",
            Files {
                english: demo().english.map(|text| text.replacen('{', "{\"pack.name\": \"A\",", 1)),
                ..demo()
            },
            &[(RepeatedField, EN, "/pack.name")],
        ),
        broken(
            "another format",
            demo().set(PACK, "/format", json!("award-kit.assessment")),
            &[(UnknownFormat, PACK, "/format")],
        ),
        broken("newer format", demo().set(PACK, "/version", json!("2.0")), &[(UnknownFormat, PACK, "/version")]),
        broken(
            "pack id with capitals and a space",
            demo().set(PACK, "/id", json!("Demo Mini")),
            &[(MalformedId, PACK, "/id")],
        ),
        broken("empty pack id", demo().set(PACK, "/id", json!("")), &[(MalformedId, PACK, "/id")]),
        broken(
            "item not below its category",
            demo()
                .set(PACK, "/categories/1/items/0/id", json!("practice.customers"))
                .edit(ZH, rename("outcomes.customers", "practice.customers"))
                .edit(EN, rename("outcomes.customers", "practice.customers")),
            &[(MalformedId, PACK, "/categories/1/items/0/id")],
        ),
        broken(
            "stage twice",
            demo().set(PACK, "/stages", json!(["application", "application"])),
            &[(DuplicateId, PACK, "/stages/1")],
        ),
        broken(
            "source twice",
            demo().set(SOURCES, "/sources", json!(["demo", "demo"])),
            &[(DuplicateId, SOURCES, "/sources/1")],
        ),
        broken(
            "prompt twice",
            demo().edit(PACK, |pack| {
                let prompts = pack["categories"][1]["items"][0]["prompts"].as_array_mut().expect("prompts");
                prompts.push(prompts[0].clone());
            }),
            &[(DuplicateId, PACK, "/categories/1/items/0/prompts/4")],
        ),
        broken(
            "item twice",
            demo().edit(PACK, |pack| {
                let items = pack["categories"][0]["items"].as_array_mut().expect("items");
                items.push(items[1].clone());
                pack["categories"][0]["points"] = json!(100);
                pack["scoring"]["total"] = json!(130);
                pack["maturity"][1]["to"] = json!(130);
            }),
            &[(DuplicateId, PACK, "/categories/0/items/2")],
        ),
        broken(
            "condition twice in an edition",
            demo().set(PACK, "/eligibility/editions/0/conditions", json!(["registered", "three-years", "registered"])),
            &[(DuplicateId, PACK, "/eligibility/editions/0/conditions/2")],
        ),
        broken(
            "rubric that is not there",
            demo().set(PACK, "/categories/0/items/0/rubric", json!("other")),
            &[(UnknownId, PACK, "/categories/0/items/0/rubric")],
        ),
        broken(
            "orientation that is not there",
            demo().set(PACK, "/categories/0/items/1/orientations/0", json!("brand")),
            &[(UnknownId, PACK, "/categories/0/items/1/orientations/0")],
        ),
        broken(
            "orientation of a prompt that is not there",
            demo().set(PACK, "/categories/0/items/0/prompts/1/orientations", json!(["innovation", "brand"])),
            &[(UnknownId, PACK, "/categories/0/items/0/prompts/1/orientations/1")],
        ),
        broken(
            "limit on a factor that is not there",
            demo().set(PACK, "/rubrics/0/limits/0/factor", json!("level")),
            &[(UnknownId, PACK, "/rubrics/0/limits/0/factor")],
        ),
        broken(
            "ceiling below a band that is not there",
            demo().set(PACK, "/rubrics/1/limits/0/below", json!("30-45")),
            &[(UnknownId, PACK, "/rubrics/1/limits/0/below")],
        ),
        broken(
            "ceiling at a band that is not there",
            demo().set(PACK, "/rubrics/1/limits/0/band", json!("30-45")),
            &[(UnknownId, PACK, "/rubrics/1/limits/0/band")],
        ),
        broken(
            "edition with a condition that is not there",
            demo().set(PACK, "/eligibility/editions/0/conditions/1", json!("two-years")),
            &[(UnknownId, PACK, "/eligibility/editions/0/conditions/1")],
        ),
        broken(
            "default edition that is not there",
            demo().set(PACK, "/eligibility/default", json!("2016")),
            &[(UnknownId, PACK, "/eligibility/default")],
        ),
        broken(
            "figure with a source that is not there",
            demo().set(SOURCES, "/figures/step/source", json!("hearsay")),
            &[(UnknownId, SOURCES, "/figures/step/source")],
        ),
        broken(
            "item with a point too many",
            demo().set(PACK, "/categories/0/items/0/points", json!(41)),
            &[(PointsDoNotAddUp, PACK, "/categories/0/points")],
        ),
        broken(
            "category with a point too many",
            demo().set(PACK, "/categories/0/points", json!(71)),
            &[(PointsDoNotAddUp, PACK, "/scoring/total"), (PointsDoNotAddUp, PACK, "/categories/0/points")],
        ),
        broken(
            "step that does not divide 100",
            demo().set(PACK, "/scoring/step", json!(15)).edit(PACK, |pack| {
                for rubric in 0..2 {
                    pack["rubrics"][rubric]["bands"][1]["from"] = json!(60);
                }
            }),
            &[
                (UnusableStep, PACK, "/scoring/step"),
                (UnusableRule, PACK, "/rubrics/0/bands/1/to"),
                (UnusableRule, PACK, "/rubrics/1/bands/1/to"),
            ],
        ),
        broken(
            "step of nothing",
            demo().set(PACK, "/scoring/step", json!(0)).edit(PACK, |pack| {
                for rubric in 0..2 {
                    pack["rubrics"][rubric]["bands"][1]["from"] = json!(46);
                }
            }),
            &[(UnusableStep, PACK, "/scoring/step")],
        ),
        broken(
            "gap between bands",
            demo().set(PACK, "/rubrics/0/bands/1/from", json!(55)),
            &[(BandGap, PACK, "/rubrics/0/bands/1/from")],
        ),
        broken(
            "bands that begin above nothing",
            demo().set(PACK, "/rubrics/1/bands/0/from", json!(5)),
            &[(BandGap, PACK, "/rubrics/1/bands/0/from")],
        ),
        broken(
            "bands that end before 100",
            demo().set(PACK, "/rubrics/0/bands/1/to", json!(95)),
            &[(BandGap, PACK, "/rubrics/0/bands")],
        ),
        broken(
            "gap in the reading of totals",
            demo().set(PACK, "/maturity/1/from", json!(51)),
            &[(BandGap, PACK, "/maturity/1/from")],
        ),
        broken(
            "readings that end before the total",
            demo().set(PACK, "/maturity/1/to", json!(99)),
            &[(BandGap, PACK, "/maturity")],
        ),
        broken(
            "overlapping bands",
            demo().set(PACK, "/rubrics/0/bands/1/from", json!(45)),
            &[(BandOverlap, PACK, "/rubrics/0/bands/1/from")],
        ),
        broken(
            "overlapping readings",
            demo().set(PACK, "/maturity/1/from", json!(49)),
            &[(BandOverlap, PACK, "/maturity/1/from")],
        ),
        broken(
            "band that ends before it begins",
            demo().set(PACK, "/rubrics/0/bands/1/to", json!(30)),
            &[(BandOverlap, PACK, "/rubrics/0/bands/1/to"), (BandGap, PACK, "/rubrics/0/bands")],
        ),
        broken(
            "band that ends between two steps",
            demo().set(PACK, "/rubrics/0/bands/0/to", json!(47)),
            &[(UnusableRule, PACK, "/rubrics/0/bands/0/to"), (BandOverlap, PACK, "/rubrics/0/bands/1/from")],
        ),
        broken(
            "no years",
            demo().set(PACK, "/eligibility/conditions/1/rule/years", json!(0)),
            &[(UnusableRule, PACK, "/eligibility/conditions/1/rule/years")],
        ),
        broken(
            "more years than a century",
            demo().set(PACK, "/eligibility/conditions/1/rule/years", json!(101)),
            &[(UnusableRule, PACK, "/eligibility/conditions/1/rule/years")],
        ),
        broken(
            "division of three digits",
            demo().set(PACK, "/eligibility/conditions/0/rule/division", json!("110")),
            &[(UnusableRule, PACK, "/eligibility/conditions/0/rule/division")],
        ),
        broken(
            "division of letters",
            demo().set(PACK, "/eligibility/conditions/0/rule/division", json!("BJ")),
            &[(UnusableRule, PACK, "/eligibility/conditions/0/rule/division")],
        ),
        broken(
            "reference line above the total",
            demo().set(PACK, "/scoring/reference_lines/0/points", json!(101)),
            &[(UnusableRule, PACK, "/scoring/reference_lines/0/points")],
        ),
        broken("text missing", demo().remove(EN, "/category.practice"), &[(TextMissing, EN, "")]),
        broken(
            "text empty",
            demo().set(ZH, "/item.practice.direction", json!(" \n\u{3000}")),
            &[(TextMissing, ZH, "")],
        ),
        broken(
            "text of nothing",
            demo().set(ZH, "/category.other", json!("其他")),
            &[(TextUnknown, ZH, "/category.other")],
        ),
        broken(
            "figures without source",
            demo().remove(SOURCES, "/figures/limit"),
            &[(SourceMissing, SOURCES, "/figures"), (SourceMissing, SOURCES, "/figures")],
        ),
        broken(
            "source of half a group's name",
            demo().edit(SOURCES, |sources| sources["figures"]["point"] = sources["figures"]["points"].clone()),
            &[(SourceUnknown, SOURCES, "/figures/point")],
        ),
        broken(
            "source of nothing",
            demo().edit(SOURCES, |sources| {
                sources["figures"]["points/practice.nothing"] = sources["figures"]["points"].clone();
            }),
            &[(SourceUnknown, SOURCES, "/figures/points~1practice.nothing")],
        ),
    ]
}

/// Renames an item in all text ids.
fn rename(from: &'static str, to: &'static str) -> impl FnOnce(&mut Value) {
    move |value| {
        let members = std::mem::take(value.as_object_mut().expect("texts are an object"));
        *value = members.into_iter().map(|(id, text)| (id.replace(from, to), text)).collect();
    }
}

#[test]
fn every_fault_is_found_with_its_file_and_pointer() {
    let mut missed = Vec::new();
    for Broken { what, files, faults } in broken_packs() {
        let expected: Vec<(FaultCode, String, String)> = faults.iter().map(|&(code, file, pointer)| (code, file.into(), pointer.into())).collect();
        let found = files.faults();
        if found != expected {
            missed.push(format!("{what}: expected {expected:?}, found {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn no_kind_of_fault_is_left_without_a_broken_pack() {
    let shown: BTreeSet<FaultCode> = broken_packs().iter().flat_map(|broken| &broken.faults).map(|fault| fault.0).collect();
    let all: BTreeSet<FaultCode> = FaultCode::ALL.into_iter().collect();
    assert_eq!(shown, all);
    let names: BTreeSet<&str> = all.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), FaultCode::ALL.len(), "every code has a name of its own");
}

#[test]
fn all_faults_of_a_pack_are_reported_at_once() {
    let files = Files::demo()
        .set("pack.json", "/scoring/weight", json!(1))
        .set("pack.json", "/categories/0/items/0/points", json!(39))
        .set("pack.json", "/rubrics/1/bands/1/from", json!(60))
        .set("pack.json", "/eligibility/default", json!("2018"))
        .remove("sources.json", "/figures/rounding")
        .remove("text.zh.json", "/pack.short")
        .set("text.en.json", "/item.practice.nothing", json!("Nothing"));
    let files = Files {
        english: files.english.map(|text| text.replacen('{', "{\"pack.name\": \"A\",", 1)),
        ..files
    };
    let found: Vec<FaultCode> = files.faults().into_iter().map(|fault| fault.0).collect();
    let expected = [
        FaultCode::UnknownField,
        FaultCode::RepeatedField,
        FaultCode::BandGap,
        FaultCode::PointsDoNotAddUp,
        FaultCode::UnknownId,
        FaultCode::SourceMissing,
        FaultCode::TextMissing,
        FaultCode::TextUnknown,
    ];
    assert_eq!(found, expected);
}

#[test]
fn all_values_of_another_kind_are_reported_at_once_in_every_file() {
    let files = Files::demo()
        .set("pack.json", "/scoring/step", json!("5"))
        .set("pack.json", "/scoring/rounding", json!("half_even"))
        .set("pack.json", "/scoring/weight", json!(1))
        .remove("pack.json", "/rubrics/0/factors/1/letter")
        .set("pack.json", "/rubrics/1/limits/0/kind", json!("floor"))
        .set("pack.json", "/categories/0/items/1/prompts", json!({}))
        .set("pack.json", "/eligibility/conditions/1/rule/years", json!(2.5))
        .set("pack.json", "/size/0/bounds/0/large", json!(-1))
        .set("sources.json", "/figures/step", json!("demo"))
        .set("sources.json", "/figures/total/confidence", json!(1))
        .set("text.zh.json", "/pack.name", json!(["示例"]))
        .set("text.en.json", "/pack.short", json!(null));
    let faults = files.load().expect_err("many faults");
    let found: Vec<[&str; 4]> = faults
        .iter()
        .map(|fault| [fault.file.as_str(), &fault.pointer, &fault.given, &fault.wanted])
        .collect();
    let expected = [
        ["pack.json", "/scoring/step", "\"5\"", "0–255"],
        ["pack.json", "/scoring/rounding", "\"half_even\"", "exact, item_half_up"],
        ["pack.json", "/rubrics/0/factors/1", "{…}", "{\"letter\": …}"],
        ["pack.json", "/rubrics/1/limits/0/kind", "\"floor\"", "own_band, ceiling"],
        ["pack.json", "/categories/0/items/1/prompts", "{…}", "[…]"],
        ["pack.json", "/eligibility/conditions/1/rule/years", "2.5", "0–4294967295"],
        ["pack.json", "/size/0/bounds/0/large", "-1", "0–18446744073709551615"],
        ["pack.json", "/scoring/weight", "", ""],
        ["sources.json", "/figures/total/confidence", "1", "high, medium, low"],
        ["sources.json", "/figures/step", "\"demo\"", "{…}"],
        ["text.zh.json", "/pack.name", "[…]", "\"…\""],
        ["text.en.json", "/pack.short", "null", "\"…\""],
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_fault_says_what_stands_there_and_what_should() {
    let files = Files::demo().set("pack.json", "/categories/0/items/0/points", json!(39));
    let fault = files.load().expect_err("the points do not add up").remove(0);
    assert_eq!((fault.given.as_str(), fault.wanted.as_str()), ("70", "69"));
    let cut_off = Files {
        sources: "{\n  \"sources\": [".into(),
        ..Files::demo()
    };
    assert_eq!(cut_off.load().expect_err("the file is cut off")[0].given, "2:14");
    let without = Files::demo().remove("text.en.json", "/pack.short");
    assert_eq!(without.load().expect_err("a text is missing")[0].given, "pack.short");
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
