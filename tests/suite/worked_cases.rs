//! The worked cases that packs carry: those of the kit hold, a change that breaks one is told with what it comes to, and
//! `award-kit check` runs them.

use crate::samples::{BEIJING, DEMO};
use award_kit::command::{Finished, run as command};
use award_kit::criteria::{BUILT_IN, CaseList, Draft, DraftHistory, Edit, FaultCode, Pack, Wording, built_in, read_pack_file, write_pack_file};
use award_kit::date::Date;
use award_kit::language::Language;
use award_kit::report::say;
use award_kit::worked::{Broken, FILE, cases_of, read_cases, run};
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
        let cases = read_cases(pack.cases).unwrap_or_else(|faults| panic!("{}: {faults:#?}", pack.id));
        count += cases.years.len() + cases.verdicts.len() + cases.totals.len();
        let pack = built_in(pack.id).expect("built in");
        assert_eq!(cases_of(pack.cases()).as_ref(), Ok(&cases), "{}", pack.id());
        assert_eq!(run(&pack, &cases), [], "{}", pack.id());
    }
    assert!(count >= 25, "{count} cases");
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
        let pack = draft.finish().expect("no fault");
        let broken = run(&pack, &given);
        (pack, broken)
    };
    let told = |(pack, broken): &(Pack, Vec<Broken>), language| broken.iter().map(|broken| say::broken_case(language, pack, broken)).collect::<Vec<String>>();
    let years = after(&[Edit::Years {
        condition: "three-years".into(),
        years: 5,
    }]);
    assert_eq!(
        told(&years, Language::Zh),
        ["第 1 个年限算例：2024年3月18日登记，应为 2027年3月18日，现算得 2029年3月18日。"]
    );
    assert_eq!(
        told(&years, Language::En),
        ["Case 1 of years: registered 18 March 2024, it should be 18 March 2027 and comes to 18 March 2029."]
    );
    let points = |item: &str, points| Edit::Points { item: item.into(), points };
    let totals = after(&[points("leadership.governance", 40), points("leadership.social-responsibility", 20)]);
    assert_eq!(told(&totals, Language::En), ["Case 2 of totals: it should be 59 points and comes to 64."]);
    let gone = after(&[Edit::Retire("leadership.governance".into()), points("leadership.social-responsibility", 60)]);
    assert_eq!(
        told(&gone, Language::En),
        ["Case 2 of totals: the pack has no “leadership.governance”, or its step does not allow it."]
    );
    let off = after(&[Edit::InEdition {
        edition: "2016".into(),
        condition: "three-years".into(),
        on: false,
    }]);
    assert_eq!(
        told(&off, Language::En)[0],
        "Case 1 of years: registered 18 March 2024, it should be 18 March 2027 and comes to no years asked for."
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
    assert!(matches!(odd.as_slice(), [Broken::Unknown { list: CaseList::Totals, case: 1, what }] if what == "47"));
    let years = run(&DEMO, &cases(&file(json!([{ "edition": "nowhere", "registered": "2024-03-18" }]), json!([]))));
    assert!(matches!(years.as_slice(), [Broken::Unknown { list: CaseList::Years, case: 1, what }] if what == "nowhere"));
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
    let told = "cases.json: Case 1 of years: registered 18 March 2024, it should be 18 March 2027 and comes to 18 March 2029.\n";
    assert_eq!(check(&pack), (format!("case_broken: {told}"), 1));
    assert_eq!(check(&host), (format!("case_broken: demo-mini/{told}"), 1));
    fs::write(pack.join(FILE), "{").expect("written");
    assert!(check(&pack).0.starts_with("not_json: cases.json"), "{:?}", check(&pack));
    assert!(check(&host).0.starts_with("not_json: demo-mini/cases.json"), "{:?}", check(&host));
}

fn own() -> Wording {
    Wording::new(&[("zh", "自定"), ("en", "Own")])
}

/// What an applicant says of itself, and the verdict under the conditions of 2016.
#[test]
fn a_verdict_rests_on_plain_facts_and_names_the_conditions_that_decide() {
    let facts = json!({ "registered": "2013-12-02", "place": "110108", "legal_status": "legal_person", "applies": "2016-12-02", "others": "met" });
    let with = |members: Value| {
        let mut case = facts.clone();
        for (name, value) in members.as_object().expect("members") {
            case[name] = value.clone();
        }
        case
    };
    for (what, members, verdict) in [
        ("all is met", json!({}), "eligible"),
        ("a day too early", json!({ "applies": "2016-12-01" }), "not_eligible"),
        ("registered elsewhere", json!({ "place": "120101" }), "not_eligible"),
        ("a branch", json!({ "legal_status": "unit_of_legal_person" }), "undecided"),
        ("nothing is answered", json!({ "others": null }), "undecided"),
        (
            "one is answered otherwise",
            json!({ "answers": { "leading-results": "not_met" } }),
            "not_eligible",
        ),
        ("one is left open", json!({ "answers": { "leading-results": "undecided" } }), "undecided"),
        (
            "the third session asks less",
            json!({ "edition": "session-3", "registered": null, "legal_status": null }),
            "eligible",
        ),
    ] {
        let held = |verdict: &str| {
            let mut case = with(members.clone());
            case["verdict"] = verdict.into();
            run(&BEIJING, &cases(&json!({ "format": "award-kit.cases", "version": "1.1", "verdicts": [case] })))
        };
        assert_eq!(held(verdict), [], "{what}");
        let others = ["eligible", "not_eligible", "undecided"].into_iter().filter(|other| *other != verdict);
        for other in others {
            assert!(matches!(held(other).as_slice(), [Broken::Verdict { case: 1, .. }]), "{what}: {other}");
        }
    }
    let unknown = |members: Value| {
        let mut case = with(members);
        case["verdict"] = "eligible".into();
        run(&BEIJING, &cases(&json!({ "format": "award-kit.cases", "version": "1.1", "verdicts": [case] })))
    };
    for (members, wanted) in [
        (json!({ "answers": { "nowhere": "met" } }), "nowhere"),
        (json!({ "place": "Beijing" }), "Beijing"),
        (json!({ "edition": "2030" }), "2030"),
    ] {
        let found = unknown(members);
        assert!(
            matches!(found.as_slice(), [Broken::Unknown { list: CaseList::Verdicts, case: 1, what }] if what == wanted),
            "{found:?}"
        );
    }
    let years = Draft::of(&BEIJING, &own()).apply(&Edit::Years {
        condition: "three-years".into(),
        years: 5,
    });
    let pack = years.finish().expect("no fault");
    let broken = run(
        &pack,
        &cases(&json!({ "format": "award-kit.cases", "version": "1.1", "verdicts": [with(json!({ "verdict": "eligible" }))] })),
    );
    let told = |language| broken.iter().map(|broken| say::broken_case(language, &pack, broken)).collect::<Vec<String>>();
    assert_eq!(
        told(Language::Zh),
        ["第 1 个资格算例：应为“符合申报条件”，现算得“暂不符合申报条件”，所依据的条件：从事合法生产经营 5 年以上。"]
    );
    assert_eq!(
        told(Language::En),
        ["Case 1 of verdicts: it should be “Eligible” and comes to “Not eligible at present”. The conditions that decide: At least 5 years' lawful operation."]
    );
}

#[test]
fn cases_travel_with_the_pack_and_are_no_part_of_its_hash() {
    let pack = built_in("beijing-2016").expect("built in");
    let bare = pack.clone().with_cases(Value::Null);
    assert_eq!(pack.hash(), bare.hash());
    let written = write_pack_file(&pack);
    let read = read_pack_file("own.pack.json", &written).expect("what was written can be read");
    assert_eq!(read.cases(), pack.cases());
    assert!(
        !write_pack_file(&bare).contains("\n  \"cases\": {"),
        "a pack without cases is written as before"
    );
    let finished = Draft::of(&pack, &own()).finish().expect("no fault");
    assert_eq!(finished.cases(), pack.cases());
    let again = Draft::read(&Draft::of(&pack, &own()).write()).expect("a draft");
    assert_eq!(again.cases(), pack.cases());
    let resumed = Draft::resume(&finished, &pack, &own()).expect("made by edits");
    assert_eq!(resumed.cases(), pack.cases());
}

#[test]
fn a_draft_kept_before_cases_travelled_takes_those_beside_its_original() {
    let pack = built_in("beijing-2016").expect("built in");
    let kept = Draft::of(&pack.clone().with_cases(Value::Null), &own()).write();
    let old = Draft::read(&kept).expect("a draft");
    assert!(old.knows_no_cases());
    let now = old.clone().with_cases(pack.cases());
    assert_eq!((now.cases(), now.original().cases()), (pack.cases(), pack.cases()));
    assert_eq!(now.changes(), old.changes());
    assert_eq!(old.clone().with_cases(&Value::Null), old);
    // Whoever took all cases away, or added the first, keeps it so.
    let list = CaseList::Years;
    let emptied = CaseList::ALL.iter().fold(now, |draft, list| {
        let all = draft.cases()[list.word()].as_array().map_or(0, Vec::len);
        (0..all).fold(draft, |draft, _| draft.apply(&Edit::RemoveCase { list: *list, at: 0 }))
    });
    let case = json!({ "registered": "2024-03-18", "from": null });
    for draft in [emptied, old.apply(&Edit::NewCase { list, case })] {
        assert!(!draft.knows_no_cases());
        assert_eq!(draft.clone().with_cases(pack.cases()), draft);
    }
}

#[test]
fn cases_of_a_draft_are_edited_and_every_step_is_undone() {
    let begin = Draft::of(&DEMO.clone().with_cases(Value::Null), &own());
    let mut history = DraftHistory::new(begin.clone());
    let year = json!({ "registered": "2024-03-18", "from": "2029-03-18" });
    let verdict = json!({ "registered": "2024-03-18", "verdict": "eligible" });
    let edits = [
        Edit::NewCase {
            list: CaseList::Years,
            case: year.clone(),
        },
        Edit::NewCase {
            list: CaseList::Verdicts,
            case: verdict.clone(),
        },
        Edit::NewCase {
            list: CaseList::Totals,
            case: json!({ "others": 50, "total": 1 }),
        },
        Edit::CaseResult {
            list: CaseList::Totals,
            at: 0,
            result: 50.into(),
        },
        Edit::RemoveCase { list: CaseList::Years, at: 0 },
        Edit::RemoveCase {
            list: CaseList::Verdicts,
            at: 0,
        },
        Edit::RemoveCase { list: CaseList::Totals, at: 0 },
    ];
    let mut drafts = vec![begin.write()];
    for edit in &edits {
        history = history.after(edit).expect("a change");
        drafts.push(history.present().write());
        if !history.present().cases().is_null() {
            cases(history.present().cases());
        }
    }
    assert_eq!(drafts.last(), drafts.first(), "what was added and taken away leaves nothing behind");
    for draft in drafts.iter().rev().skip(1) {
        history = history.undone().expect("a step");
        assert_eq!(&history.present().write(), draft);
    }
    let nothing = |edit: Edit| assert_eq!(history.after(&edit), None, "{edit:?}");
    nothing(Edit::RemoveCase { list: CaseList::Years, at: 0 });
    nothing(Edit::CaseResult {
        list: CaseList::Years,
        at: 0,
        result: Value::Null,
    });
    let three = edits[..3].iter().fold(begin, |draft, edit| draft.apply(edit));
    let pack = three.finish().expect("no fault");
    let taken = run(&pack, &cases(three.cases())).iter().fold(three.clone(), |draft, broken| {
        draft.apply(&Edit::CaseResult {
            list: broken.list(),
            at: broken.case() - 1,
            result: broken.found().expect("it can be run"),
        })
    });
    assert_eq!(run(&pack, &cases(taken.cases())), [], "what they come to now can be taken over");
    assert_eq!(taken.finish().expect("no fault").hash(), pack.hash());
}

#[test]
fn check_runs_the_cases_of_a_pack_in_one_file_and_names_what_is_wrong_with_them() {
    let folder = folder("file");
    let path = folder.join("own.pack.json");
    let of = |totals: Value| {
        let pack = built_in("demo-mini").expect("built in").with_cases(file(json!([]), totals));
        fs::write(&path, write_pack_file(&pack)).expect("written");
        let told = kit(&["check", &path.display().to_string()]);
        (told.output, told.status)
    };
    assert_eq!(of(json!([{ "others": 50, "total": 50 }])), (String::new(), 0));
    assert_eq!(
        of(json!([{ "others": 50, "total": 51 }])),
        (
            "case_broken: own.pack.json: Case 1 of totals: it should be 51 points and comes to 50.\n".to_owned(),
            1
        )
    );
    let faulty = of(json!([{ "others": 50, "points": 51 }]));
    assert!(
        faulty.0.contains("own.pack.json") && faulty.0.contains("/cases/totals/0/points") && faulty.1 == 1,
        "{faulty:?}"
    );
}
