//! `award-kit pack new` and `award-kit diff -o`: a session made from an existing pack, and the table of what changed.

use award_kit::command::{Finished, run};
use award_kit::criteria::{Draft, Edit, Pack, Part, Wording, built_in, write_pack_file};
use award_kit::date::Date;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn kit(arguments: &[&str], language: &str) -> Finished {
    let all = [&["award-kit"], arguments, &["--language", language]].concat();
    run(all.into_iter().map(Into::into), Date::default())
}

/// What a call prints that goes well.
fn done(arguments: &[&str]) -> String {
    let finished = kit(arguments, "en");
    assert_eq!((finished.error.as_str(), finished.status), ("", 0), "{arguments:?}: {}", finished.output);
    finished.output
}

/// A folder that is not there yet, beside others of this test.
fn place(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-pack").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.parent().expect("a parent")).expect("a folder");
    folder
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a path of plain letters")
}

#[test]
fn every_built_in_pack_can_be_begun_from_and_checks() {
    for id in ["beijing-2016", "beijing-session-3", "gbt-19580-2012", "tianjin-2021", "hebei-2022", "demo-mini"] {
        let folder = place(id);
        assert_eq!(done(&["pack", "new", "--from", id, "-o", path(&folder)]), "");
        assert_eq!(done(&["check", path(&folder)]), "", "{id}");
        assert_eq!(
            done(&["diff", id, path(&folder)]).trim(),
            "{\n  \"changes\": []\n}",
            "{id}: whole, and the same"
        );
        let names: Vec<String> = ["pack.json", "sources.json", "text.zh.json", "text.en.json", "cases.json"]
            .into_iter()
            .filter(|name| !folder.join(name).is_file())
            .map(str::to_owned)
            .collect();
        assert!(names.is_empty(), "{id}: {names:?}");
    }
}

#[test]
fn a_session_has_its_own_id_and_edition_and_its_names_follow() {
    let folder = place("beijing-2027");
    let told = done(&[
        "pack",
        "new",
        "--from",
        "beijing-2016",
        "--id",
        "beijing-2027",
        "--edition",
        "2027",
        "-o",
        path(&folder),
    ]);
    assert_eq!(told, "");
    assert_eq!(done(&["check", path(&folder)]), "");
    let told: Value = serde_json::from_str(&done(&["diff", "beijing-2016", path(&folder)])).expect("JSON");
    let places: Vec<&str> = told["changes"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|change| change["place"].as_str())
        .collect();
    assert_eq!(places, ["id", "edition"]);
    // An assessment of the original can be carried over: the pack tells where it comes from.
    let assessment = folder.with_extension("json");
    fs::write(&assessment, done(&["new"])).expect("written");
    let carried: Value = serde_json::from_str(&done(&["carry", path(&assessment), "--pack", path(&folder)])).expect("JSON");
    assert!(carried.is_object());

    // The same id with the names of the original is told, as check tells it, and the folder is there to be corrected.
    let same = place("own");
    let told = done(&["pack", "new", "--from", "beijing-2016", "--id", "own", "-o", path(&same)]);
    assert!(told.contains("name_taken: "), "{told}");
    assert_eq!(
        kit(&["check", path(&same)], "en").output.matches("name_taken").count(),
        told.matches("name_taken").count()
    );
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let folder = place("full");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("notes.txt"), "mine").expect("written");
    let finished = kit(&["pack", "new", "--from", "demo-mini", "-o", path(&folder)], "en");
    assert_eq!(finished.status, 2);
    assert!(finished.error.contains("is not empty; nothing was written"), "{}", finished.error);
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
    let nowhere = kit(&["pack", "new", "--from", "nowhere", "-o", path(&place("nowhere"))], "zh");
    assert_eq!(nowhere.status, 2);
}

/// Splits the item of social responsibility.
fn split() -> Edit {
    let part = |name: &str, number: &str, points: u32, prompts: &[&str]| Part {
        name: name.into(),
        number: number.into(),
        points,
        text: Wording::new(&[("zh", "社会责任的一部分"), ("en", "A part of social responsibility")]),
        prompts: prompts.iter().map(|id| (*id).to_owned()).collect(),
        areas: Vec::new(),
    };
    Edit::Split {
        item: "leadership.social-responsibility".into(),
        parts: vec![part("Environment", "4.1.4", 10, &[]), part("Charity", "4.1.5", 10, &[])],
        note: Wording::new(&[("zh", "由 4.1.4 拆分"), ("en", "Split from 4.1.4")]),
    }
}

/// A session with five years, an item less and points moved, as one file.
fn session() -> Pack {
    let citation = Wording::new(&[("zh", "自定"), ("en", "Own choice")]);
    let edits = [
        Edit::PackId("beijing-2027".into()),
        Edit::PackEdition("2027".into()),
        Edit::Years {
            condition: "three-years".into(),
            years: 5,
        },
        Edit::Points {
            item: "leadership.governance".into(),
            points: 40,
        },
        Edit::Points {
            item: "leadership.social-responsibility".into(),
            points: 20,
        },
        Edit::Reason {
            place: "rule/three-years".into(),
            why: "Decision of 2026".into(),
        },
        split(),
    ];
    let begin = Draft::of(&built_in("beijing-2016").expect("built in"), &citation);
    let draft = edits.iter().fold(begin, |draft, edit| draft.apply(edit));
    draft.finish().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn what_changed_is_a_table_in_three_forms_and_both_languages() {
    let folder = place("table");
    fs::create_dir_all(&folder).expect("a folder");
    let pack = folder.join("beijing-2027.pack.json");
    fs::write(&pack, write_pack_file(&session())).expect("written");
    let written = |name: &str, language: &str| {
        let output = folder.join(name);
        let finished = kit(&["diff", "beijing-2016", path(&pack), "-o", path(&output)], language);
        assert_eq!((finished.output.as_str(), finished.error.as_str(), finished.status), ("", "", 0));
        fs::read(output).expect("written")
    };
    let text = |name: &str, language: &str| String::from_utf8(written(name, language)).expect("UTF-8");
    let english = text("table.md", "en");
    for wanted in [
        "Changes of the criteria",
        "Registered for 3 years",
        "Registered for 5 years",
        "Decision of 2026",
        "Own choice",
        "30 points",
        "40 points",
        "Items and scoring",
        "Conditions and self-checks",
        "What items have become",
        "Split from 4.1.4",
    ] {
        assert!(english.contains(wanted), "{wanted} in {english}");
    }
    let chinese = text("table.html", "zh");
    for wanted in ["准则修订对照表", "登记满 3 年", "登记满 5 年", "条款沿革", "由 4.1.4 拆分", "修订前"] {
        assert!(chinese.contains(wanted), "{wanted}");
    }
    assert!(!chinese.contains("Own choice"));
    let word = written("table.docx", "zh");
    assert_eq!(word, written("again.docx", "zh"), "the same packs give the same bytes");
    assert!(word.starts_with(b"PK"));
    let none = folder.join("none.md");
    done(&["diff", "beijing-2016", "beijing-2016", "-o", path(&none)]);
    assert!(fs::read_to_string(none).expect("written").contains("The two packs do not differ."));
}
