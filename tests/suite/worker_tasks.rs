//! What a worker is asked to do: the same bytes as on the command line, and one sentence where it cannot be done.

use crate::archive::filled;
use crate::samples::{DEMO, day};
use award_kit::archive::{KeptTraining, PanelRecord, Project, subject_of, write, write_panel, write_training};
use award_kit::assessment::text;
use award_kit::criteria::{Draft, Edit, Lineage, Wording, write_pack_file};
use award_kit::export::{Options, Target, certificate, comparison, export, minute, pack_difference, pack_difference_page};
use award_kit::language::Language;
use award_kit::panel::{ItemOffset, Panel, TrainingEntry, TrainingRecord};
use award_kit::report::Compared;
use award_kit::worker::{Arguments, Given, Made, perform};
use std::io::{Cursor, Read};

/// Does a task with texts alone.
fn done(task: &str, texts: &[&str]) -> Result<Made, String> {
    let arguments = Arguments(texts.iter().map(|text| Given::Text((*text).to_owned())).collect());
    perform(task, Language::En, &arguments, &mut |_, _| {})
}

#[test]
fn document_of_the_worker_is_the_one_of_the_command_line() {
    let project = Project::new(filled(&DEMO));
    let (pack, file) = (write_pack_file(&DEMO), write(&project, &DEMO));
    let expected = export(&project, &DEMO, Target::Docx, &Options::new(Language::En).dated(Some(day("2016-11-20")))).expect("a document");
    assert_eq!(done("export", &[&pack, &file, "docx", "2016-11-20"]), Ok(Made::Bytes(expected)));
    assert_eq!(done("export", &[&pack, &file, "json", ""]), Ok(Made::Bytes(file.into_bytes())));
}

/// The page gives the moment too, so that two calendars of one day can be told apart.
#[test]
fn calendar_of_the_worker_is_written_at_the_moment_that_stands_behind_the_day() {
    let project = Project::new(crate::exports::planned());
    let (pack, file) = (write_pack_file(&DEMO), write(&project, &DEMO));
    for (given, moment) in [("2016-11-20", None), ("2016-11-20 1479634200", Some(1_479_634_200)), ("2016-11-20 soon", None)] {
        let options = Options::new(Language::En).dated(Some(day("2016-11-20"))).at(moment);
        let expected = export(&project, &DEMO, Target::Ics, &options).expect("a calendar");
        assert_eq!(done("export", &[&pack, &file, "ics", given]), Ok(Made::Bytes(expected)), "{given}");
    }
}

#[test]
fn minute_of_the_worker_is_that_of_the_export() {
    let panel = Panel::new(&DEMO, subject_of(&DEMO, &filled(&DEMO)));
    let (pack, record) = (write_pack_file(&DEMO), write_panel(&PanelRecord::new(panel.clone()), &DEMO));
    for (word, anonymous) in [("", false), ("anonymous", true)] {
        let expected = minute(&panel, &DEMO, Language::En, anonymous).expect("a minute");
        assert_eq!(done("minute", &[&pack, &record, word]), Ok(Made::Bytes(expected)));
    }
    let sentence = done("minute", &[&pack, "{}", ""]).expect_err("no record");
    assert!(sentence.ends_with('.'), "{sentence}");
}

#[test]
fn certificate_of_the_worker_is_that_of_the_export() {
    let item = ItemOffset {
        item: text("leadership.governance"),
        reference: 50,
        own: 60,
        step: 5,
        ..ItemOffset::default()
    };
    let entry = TrainingEntry {
        date: Some(day("2016-05-01")),
        items: vec![item],
        ..TrainingEntry::default()
    };
    let kept = KeptTraining::new(TrainingRecord {
        trainee: text("Li"),
        entries: vec![entry],
    });
    let (pack, record) = (write_pack_file(&DEMO), write_training(&kept));
    let expected = certificate(&kept, &DEMO, Language::En).expect("a certificate");
    assert_eq!(done("certificate", &[&pack, &record]), Ok(Made::Bytes(expected)));
    let sentence = done("certificate", &[&pack, "{}"]).expect_err("no record");
    assert!(sentence.ends_with('.'), "{sentence}");
}

#[test]
fn comparison_of_the_worker_is_that_of_the_export() {
    let (before, after) = (Project::new(filled(&DEMO)), Project::blank(&DEMO));
    let (pack, one, other) = (write_pack_file(&DEMO), write(&before, &DEMO), write(&after, &DEMO));
    let compared = Compared {
        before: &before.assessment,
        after: &after.assessment,
        name: "last year.json",
        note: "",
    };
    let expected = comparison(&DEMO, &compared, Language::En, Some(day("2016-11-20"))).expect("a document");
    assert_eq!(
        done("compare", &[&pack, &one, &other, "last year.json", "", "2016-11-20"]),
        Ok(Made::Bytes(expected))
    );
    let sentence = done("compare", &[&pack, &one, "{}", "", "", ""]).expect_err("no assessment");
    assert!(sentence.ends_with('.'), "{sentence}");
}

#[test]
fn table_of_what_differs_between_packs_is_that_of_the_export() {
    let changed = Draft::of(&DEMO, &Wording::everywhere("Own")).apply(&Edit::Fact {
        fact: "pass-mark".into(),
        value: Some(7),
    });
    let changed = changed.finish().expect("no fault");
    let (from, to) = (write_pack_file(&DEMO), write_pack_file(&changed));
    let none = Lineage::default();
    let word = pack_difference(&DEMO, &changed, &none, Language::En).expect("a document");
    assert_eq!(done("pack-difference", &["docx", &from, &to]), Ok(Made::Bytes(word)));
    let page = pack_difference_page(&DEMO, &changed, &none, Language::En);
    assert_eq!(done("pack-difference", &["html", &from, &to]), Ok(Made::Bytes(page)));
    assert!(done("pack-difference", &["html", &from, "{}"]).is_err());
}

/// The index of a host, whether the pack is to be the default, and the index that is published.
#[test]
fn a_pack_is_published_as_its_file_and_the_index_that_names_it() {
    let pack = write_pack_file(&DEMO);
    let own = format!(r#"{{ "id": "demo-mini", "file": "demo-mini.pack.json", "hash": "{}" }}"#, DEMO.hash());
    let index = |default: &str, packs: &[&str]| {
        format!(
            "{{\n  \"format\": \"award-kit.criteria-index\",\n  \"version\": \"1.1\",\n  \"default\": \"{default}\",\n  \"packs\": [\n    {}\n  ]\n}}\n",
            packs.join(",\n    ")
        )
    };
    let of_kit = include_str!("../../criteria/index.json");
    let with_own = of_kit.replacen("\n  ]", &format!(",\n    {own}\n  ]"), 1);
    assert_ne!(with_own, of_kit);
    let [national, beijing] = [r#"{ "id": "gbt-19580-2012" }"#, r#"{ "id": "beijing-2016" }"#];
    let hosted = index("beijing-2016", &[national, r#"{ "id": "demo-mini", "hash": "sha256:old" }"#, beijing]);
    let replaced = index("beijing-2016", &[national, &own, beijing]);
    let rows = [
        (hosted.clone(), "", replaced.clone()),
        (hosted.replace("},", "}"), "", replaced),
        (hosted, "default", index("demo-mini", &[national, &own, beijing])),
        (String::new(), "", with_own),
    ];
    for (given, place, expected) in rows {
        let Ok(Made::Bytes(zip)) = done("pack-publish", &[&pack, &given, place]) else {
            panic!("{given} is published");
        };
        let mut archive = zip::ZipArchive::new(Cursor::new(zip)).expect("a zip");
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        assert_eq!(names, ["criteria/demo-mini.pack.json", "criteria/index.json"]);
        let mut read = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).expect(name).read_to_string(&mut text).expect("it unpacks");
            text
        };
        assert_eq!(read(&names[0]), pack);
        assert_eq!(read(&names[1]), expected);
    }
    assert!(done("pack-publish", &["{}", "", ""]).is_err());
}

#[test]
fn draft_with_changes_of_the_worker_is_that_of_the_export() {
    let (before, after) = (Project::blank(&DEMO), Project::new(filled(&DEMO)));
    let (pack, one, other) = (write_pack_file(&DEMO), write(&before, &DEMO), write(&after, &DEMO));
    let revision = award_kit::export::Revision::new(None, &after.assessment, Language::En, Some(day("2016-11-20")));
    let expected = award_kit::export::tracked(&DEMO, &before.assessment, &after.assessment, revision, Language::En).expect("a document");
    assert_eq!(done("tracked", &[&pack, &one, &other, "2016-11-20"]), Ok(Made::Bytes(expected)));
}

/// What comes back is both sides of a merge, in a second reading where something is only proposed.
#[test]
fn edited_draft_becomes_both_sides_of_a_merge() {
    let project = Project::new(filled(&DEMO));
    let (pack, file) = (write_pack_file(&DEMO), write(&project, &DEMO));
    let readings = |bytes: Vec<u8>| {
        let given = [
            Given::Text(pack.clone()),
            Given::Text(file.clone()),
            Given::Bytes(bytes),
            Given::Text("copy".into()),
        ];
        let Made::Text(told) = perform("return", Language::En, &Arguments(given.to_vec()), &mut |_, _| {})? else {
            panic!("text")
        };
        Ok::<serde_json::Value, String>(serde_json::from_str(&told).expect("JSON"))
    };
    let plain = readings(crate::returned::draft_of(&DEMO, &project.assessment, Language::En)).expect("readings");
    assert_eq!(plain.as_array().map(Vec::len), Some(1));
    assert_eq!((plain[0]["base"].as_str(), plain[0]["theirs"].as_str()), (Some(&*file), Some(&*file)));
    let revision = award_kit::export::Revision::new(None, &project.assessment, Language::En, None);
    let tracked = award_kit::export::tracked(&DEMO, &Project::blank(&DEMO).assessment, &project.assessment, revision, Language::En);
    let both = readings(tracked.expect("a document")).expect("readings");
    assert_eq!(both.as_array().map(Vec::len), Some(2));
    assert_eq!(both[1]["told"]["changes"][0]["standing"], "unchanged");
    assert!(readings(Vec::new()).expect_err("nothing").ends_with('.'));
}

#[test]
fn what_cannot_be_done_is_told_in_one_sentence() {
    let project = Project::new(filled(&DEMO));
    let (pack, file) = (write_pack_file(&DEMO), write(&project, &DEMO));
    for (task, texts) in [
        ("export", vec!["{}", &file, "docx", ""]),
        ("export", vec![&pack, "not a file", "docx", ""]),
        ("export", vec![&pack, &file, "nothing", ""]),
        ("export", vec![]),
        ("nothing", vec![&pack, &file]),
    ] {
        let sentence = done(task, &texts).expect_err(task);
        assert!(sentence.ends_with('.') && !sentence.contains('\n'), "{sentence}");
    }
}

#[test]
fn template_and_its_tables_are_made_by_the_worker() {
    let assessment = crate::import_samples::figures_of_every_kind();
    let pack = &*crate::samples::BEIJING;
    let (criteria, file) = (write_pack_file(pack), write(&Project::new(assessment.clone()), pack));
    let Ok(Made::Bytes(bytes)) = done("template", &[&criteria, &file, "2013", "3"]) else {
        panic!("a template");
    };
    let years = award_kit::assessment::Window::new(2013, 3).expect("years");
    assert_eq!(Ok(&bytes), award_kit::export::template(pack, &assessment, Language::En, years).as_ref());
    let table = |bytes: Vec<u8>| perform("table", Language::En, &Arguments(vec![Given::Bytes(bytes)]), &mut |_, _| {});
    let Ok(Made::Text(text)) = table(bytes.clone()) else { panic!("a text") };
    assert_eq!(award_kit::import::Book::from_json(&text), award_kit::import::read_book(&bytes).ok());
    assert!(table(Vec::new()).is_err_and(|sentence| sentence.ends_with('.')));
    assert!(done("template", &[&criteria, &file, "2013", "30"]).is_err());
}

/// What was chosen goes behind what stands there, to the place it was given; the rest stays out.
#[test]
fn report_of_last_time_is_taken_apart_and_what_was_chosen_begins_or_goes_on() {
    let pack = &crate::samples::BEIJING;
    let criteria = write_pack_file(pack);
    let report = "4.1.3 组织治理\n董事会设审计委员会。\n4.1.4 社会责任\n公开环境信息。\n# 附录\n杂项。";
    let mut project = Project::blank(pack);
    let governance = crate::samples::slot(pack, "leadership.governance");
    let before = award_kit::assessment::Action::Item(
        governance,
        award_kit::assessment::ItemChange::Answer {
            scope: 0,
            factor: 0,
            text: "已有内容。".into(),
        },
    );
    project.assessment = before.apply(&project.assessment);
    let file = write(&project, pack);
    let Ok(Made::Text(told)) = done("split", &[&criteria, &file, report]) else {
        panic!("no pieces")
    };
    let told: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    let places: Vec<_> = told["pieces"].as_array().expect("pieces").iter().map(|piece| piece["place"].clone()).collect();
    assert_eq!(places[..2], ["leadership.governance", "leadership.social-responsibility"]);
    let chosen = r#"["leadership.governance", "overview", ""]"#;
    let Ok(Made::Text(begun)) = done("begin", &[&criteria, &file, report, chosen, "7"]) else {
        panic!("no file")
    };
    let begun: serde_json::Value = serde_json::from_str(&begun).expect("JSON");
    assert_eq!(
        begun["items"]["leadership.governance"]["answers"][""]["approach"],
        "已有内容。\n董事会设审计委员会。"
    );
    assert_eq!(begun["organisation"]["environment"], "公开环境信息。");
    assert!(!begun.to_string().contains("杂项"));
    assert!(done("split", &[&criteria, &file, ""]).expect_err("nothing").ends_with('.'));
}
