//! The worked cases that packs carry: those of the kit hold, a change that breaks one is told with what it comes to, and
//! `award-kit check` runs them.

use crate::samples::{BEIJING, DEMO};
use award_kit::command::{Finished, run as command};
use award_kit::criteria::{BUILT_IN, Draft, Edit, FaultCode, Wording, built_in};
use award_kit::date::Date;
use award_kit::language::Language;
use award_kit::report::say;
use award_kit::worked::{Broken, FILE, read_cases, run};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn cases(value: &Value) -> award_kit::worked::Cases {
    read_cases(&value.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn file(years: Value, totals: Value) -> Value {
    json!({ "format": "award-kit.cases", "version": "1.0", "years": years, "totals": totals })
}

#[test]
fn the_cases_of_the_built_in_packs_hold() {
    let mut count = 0;
    for pack in BUILT_IN {
        let path = Path::new("criteria").join(pack.id).join(FILE);
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let cases = read_cases(&text).unwrap_or_else(|faults| panic!("{}: {faults:#?}", pack.id));
        count += cases.years.len() + cases.totals.len();
        assert_eq!(run(&built_in(pack.id).expect("built in"), &cases), [], "{}", pack.id);
    }
    assert!(count >= 15, "{count} cases");
}

#[test]
fn a_change_tells_which_case_it_breaks_and_what_that_comes_to() {
    let wording = Wording::new(&[("zh", "自定"), ("en", "Own")]);
    let given = cases(&file(
        json!([{ "registered": "2024-03-18", "from": "2027-03-18" }, { "edition": "session-3", "registered": "2024-03-18", "from": null }]),
        json!([{ "others": 50, "total": 500 }, { "ratings": { "leadership.governance": 50, "results.finance": 55 }, "total": 59 }]),
    ));
    assert_eq!(run(&BEIJING, &given), []);
    let after = |edits: &[Edit]| {
        let draft = edits.iter().fold(Draft::of(&BEIJING, &wording), |draft, edit| draft.apply(edit));
        run(&draft.finish().expect("no fault"), &given)
    };
    let told = |broken: &[Broken], language| broken.iter().map(|broken| say::broken_case(language, broken)).collect::<Vec<String>>();
    let years = after(&[Edit::Years {
        condition: "three-years".into(),
        years: 5,
    }]);
    assert_eq!(
        told(&years, Language::Zh),
        ["cases.json 第 1 个年限算例：2024年3月18日登记，应为 2027年3月18日，现算得 2029年3月18日。"]
    );
    assert_eq!(
        told(&years, Language::En),
        ["cases.json, case 1 of years: registered 18 March 2024, it should be 18 March 2027 and comes to 18 March 2029."]
    );
    let points = |item: &str, points| Edit::Points { item: item.into(), points };
    let totals = after(&[points("leadership.governance", 40), points("leadership.social-responsibility", 20)]);
    assert_eq!(
        told(&totals, Language::En),
        ["cases.json, case 2 of totals: it should be 59 points and comes to 64."]
    );
    let gone = after(&[Edit::Retire("leadership.governance".into()), points("leadership.social-responsibility", 60)]);
    assert_eq!(
        told(&gone, Language::En),
        ["cases.json, case 2 of totals: the pack has no “leadership.governance”, or its step does not allow it."]
    );
    let off = after(&[Edit::InEdition {
        edition: "2016".into(),
        condition: "three-years".into(),
        on: false,
    }]);
    assert_eq!(
        told(&off, Language::En)[0],
        "cases.json, case 1 of years: registered 18 March 2024, it should be 18 March 2027 and comes to no years asked for."
    );
}

#[test]
fn rounding_kinds_and_steps_count() {
    let holds = |totals: Value| run(&DEMO, &cases(&file(json!([]), totals)));
    assert_eq!(
        holds(json!([{ "ratings": { "practice.improvement": 45 }, "total": 14 }])),
        [],
        "13.5 is rounded"
    );
    assert_eq!(holds(json!([{ "kind": "service", "others": 100, "total": 100 }])), []);
    assert_eq!(holds(json!([{ "total": 0 }])), [], "nothing is rated");
    let odd = holds(json!([{ "ratings": { "practice.improvement": 47 }, "total": 14 }]));
    assert!(matches!(odd.as_slice(), [Broken::Unknown { totals: true, case: 1, what }] if what == "47"));
    let years = run(&DEMO, &cases(&file(json!([{ "edition": "nowhere", "registered": "2024-03-18" }]), json!([]))));
    assert!(matches!(years.as_slice(), [Broken::Unknown { totals: false, case: 1, what }] if what == "nowhere"));
}

#[test]
fn what_is_wrong_with_the_file_is_found_with_its_place() {
    let sound = file(json!([{ "registered": "2024-03-18", "from": "2027-03-18" }]), json!([{ "total": 0.5 }]));
    let mut changed: Vec<(&str, Value, FaultCode, &str)> = Vec::new();
    let mut with = |what, pointer: &str, value: Value, code, place| {
        let mut file = sound.clone();
        *file.pointer_mut(pointer).expect("it is there") = value;
        changed.push((what, file, code, place));
    };
    with("another format", "/format", json!("award-kit.pack"), FaultCode::UnknownFormat, "/format");
    with("a later version", "/version", json!("2.0"), FaultCode::UnknownFormat, "/format");
    with(
        "no day",
        "/years/0/registered",
        json!("2024-02-30"),
        FaultCode::WrongKind,
        "/years/0/registered",
    );
    with("no list", "/years", json!({}), FaultCode::WrongKind, "/years");
    with("no number", "/totals/0/total", json!("five"), FaultCode::WrongKind, "/totals/0/total");
    with(
        "a member nobody knows",
        "/totals/0",
        json!({ "total": 1, "points": 1 }),
        FaultCode::UnknownField,
        "/totals/0/points",
    );
    with(
        "another kind",
        "/totals/0",
        json!({ "total": 1, "kind": "firm" }),
        FaultCode::WrongKind,
        "/totals/0/kind",
    );
    for (what, file, code, place) in changed {
        let faults = read_cases(&file.to_string()).expect_err(what);
        assert!(
            faults.iter().any(|fault| fault.code == code && fault.pointer == place && fault.file == FILE),
            "{what}: {faults:?}"
        );
    }
    assert_eq!(read_cases("{").expect_err("cut off")[0].code, FaultCode::NotJson);
}

fn kit(arguments: &[&str]) -> Finished {
    let all = [&["award-kit"], arguments, &["--language", "en"]].concat();
    command(all.into_iter().map(Into::into), Date::default())
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("worked-cases").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn check_runs_the_cases_of_a_folder_and_of_every_pack_of_a_host() {
    let host = folder("host");
    let pack = host.join("demo-mini");
    fs::create_dir_all(&pack).expect("a folder");
    for name in ["pack.json", "sources.json", "text.zh.json", "text.en.json", FILE] {
        fs::copy(Path::new("criteria/demo-mini").join(name), pack.join(name)).expect("a copy");
    }
    let index = json!({ "format": "award-kit.criteria-index", "version": "1.1", "default": "demo-mini", "packs": [{ "id": "demo-mini" }] });
    fs::write(host.join("index.json"), index.to_string()).expect("written");
    let check = |path: &Path| {
        let told = kit(&["check", &path.display().to_string()]);
        assert_eq!(told.error, "");
        (told.output, told.status)
    };
    assert_eq!(check(&pack), (String::new(), 0));
    assert_eq!(check(&host), (String::new(), 0));
    let structure = fs::read_to_string(pack.join("pack.json")).expect("the pack");
    assert!(structure.contains("\"years\": 3"));
    fs::write(pack.join("pack.json"), structure.replace("\"years\": 3", "\"years\": 5")).expect("written");
    let told = "cases.json, case 1 of years: registered 18 March 2024, it should be 18 March 2027 and comes to 18 March 2029.\n";
    assert_eq!(check(&pack), (format!("case_broken: {told}"), 1));
    assert_eq!(check(&host), (format!("case_broken: demo-mini/{told}"), 1));
    fs::write(pack.join(FILE), "{").expect("written");
    assert!(check(&pack).0.starts_with("not_json: cases.json"), "{:?}", check(&pack));
    assert!(check(&host).0.starts_with("not_json: demo-mini/cases.json"), "{:?}", check(&host));
}
