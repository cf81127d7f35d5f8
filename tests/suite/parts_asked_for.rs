//! Parts that some awards ask for: the summary of the management model and the controlled units. All of it is optional: it is kept,
//! merged and told where it is filled in, asked for where it is half filled in, and absent where it is not.

use crate::archive::filled;
use crate::documents::as_text;
use crate::samples::{BEIJING, DEMO, NEW, after, counted, day};
use award_kit::archive::journal::{changes, replay};
use award_kit::archive::{Project, open, to_value, write};
use award_kit::assessment::{Action, Assessment, Identity, ProfileText, UnitChange, UnitText, text};
use award_kit::criteria::Pack;
use award_kit::eligibility::judge;
use award_kit::findings::{Finding, Place, ProfilePart, findings};
use award_kit::language::Language;
use award_kit::merge::{Choice, Sides, merge};
use award_kit::report::{Block, Options, Placed, Section, asked_before, clean_submission, placing, say, submission};
use serde_json::{Value, json};

const MODEL: [&str; 5] = [
    "三环质量管理模式",
    "以顾客、过程、数据三环相扣",
    "每月例会复盘",
    "三年返修率下降一半",
    "已在两家供方推广",
];

pub fn with_model(assessment: &Assessment) -> Assessment {
    let texts = ProfileText::MODEL.into_iter().zip(MODEL);
    texts.fold(assessment.clone(), |before, (field, written)| {
        Action::Profile(field, text(written)).apply(&before)
    })
}

pub fn with_units(assessment: &Assessment) -> Assessment {
    let unit = Action::Unit;
    let written = |at, field, content: &str| unit(UnitChange::Text(at, field, text(content)));
    let steps = [
        unit(UnitChange::Add(NEW)),
        written(0, UnitText::Name, "京华铸造有限公司"),
        written(0, UnitText::Relation, "控股 51%"),
        written(0, UnitText::Activity, "铸件"),
        written(0, UnitText::Employees, "约 120 人"),
        unit(UnitChange::InScope(0, Some(true))),
        unit(UnitChange::Add(NEW)),
        written(1, UnitText::Name, "京华贸易有限公司"),
        written(1, UnitText::Relation, "全资"),
        unit(UnitChange::InScope(1, Some(false))),
        unit(UnitChange::InScope(9, None)),
        unit(UnitChange::Remove(9)),
    ];
    steps.iter().fold(assessment.clone(), |before, action| action.apply(&before))
}

fn written(assessment: &Assessment, pack: &Pack) -> Value {
    serde_json::from_str(&write(&Project::new(assessment.clone()), pack)).expect("JSON")
}

fn reopened(file: &Value, pack: &Pack) -> Project {
    open(&file.to_string()).and_then(|opened| opened.with_pack(pack)).expect("an assessment")
}

fn found(pack: &Pack, assessment: &Assessment) -> Vec<Finding> {
    let record = &assessment.eligibility;
    let eligibility = judge(pack, assessment, record.edition, record.application_date, day("2016-11-20"));
    findings(pack, assessment, &eligibility)
}

#[test]
fn they_are_in_the_file_only_where_there_is_something_and_raise_its_minor_version() {
    let blank = written(&Assessment::blank(&BEIJING), &BEIJING);
    assert_eq!((&blank["version"], blank.get("units")), (&json!("1.1"), None));
    assert!(
        blank["organisation"]
            .as_object()
            .expect("an object")
            .keys()
            .all(|key| !key.starts_with("model_"))
    );

    let assessment = counted(with_units(&with_model(&Assessment::blank(&BEIJING))));
    let file = written(&assessment, &BEIJING);
    assert_eq!(file["version"], json!("1.3"));
    assert_eq!(file["organisation"]["model_effect"], json!("三年返修率下降一半"));
    assert_eq!(
        file["units"],
        json!({
            "unit-1": { "name": "京华铸造有限公司", "relation": "控股 51%", "activity": "铸件", "employees": "约 120 人", "in_scope": true },
            "unit-2": { "name": "京华贸易有限公司", "relation": "全资", "activity": "", "employees": "", "in_scope": false },
        })
    );
    assert_eq!(reopened(&file, &BEIJING), Project::new(assessment.clone()));
    assert_eq!(written(&reopened(&file, &BEIJING).assessment, &BEIJING), file);

    // What a newer kit noted of a unit stays with it, and goes with it; with the last of it the version falls back.
    let mut newer = file.clone();
    newer["units"]["unit-1"]["later"] = json!(1);
    let mut project = reopened(&newer, &BEIJING);
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), newer);
    for left in [1, 0] {
        project.assessment = Action::Unit(UnitChange::Remove(0)).apply(&project.assessment);
        let text = write(&project, &BEIJING);
        assert_eq!((text.matches("\"unit-").count(), text.contains("later")), (left, false), "{text}");
    }
    for field in ProfileText::MODEL {
        project.assessment = Action::Profile(field, text("")).apply(&project.assessment);
    }
    assert_eq!(project.assessment, Assessment::blank(&BEIJING));
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), blank);

    let mut bad = file;
    bad["units"]["unit-1"]["in_scope"] = json!("perhaps");
    assert!(open(&bad.to_string()).is_err());
}

#[test]
fn the_journal_puts_down_the_unit_that_changed_and_the_profile() {
    let before = with_units(&filled(&DEMO));
    let change = Action::Unit(UnitChange::Text(1, UnitText::Activity, text("出口")));
    let later = Project::new(change.apply(&before));
    let changed = changes(&before, &later, &DEMO);
    let id = &later.assessment.organisation.units[1].id;
    assert_eq!(changed.keys().collect::<Vec<_>>(), ["/organisation", &format!("/units/{id}"), "/version"]);
    let content = replay(&write(&Project::new(before.clone()), &DEMO), &changed).expect("JSON");
    assert_eq!(reopened(&serde_json::from_str(&content).expect("JSON"), &DEMO), later);

    // One that is taken away, and the last one.
    for (start, left) in [(before.clone(), 1), (Action::Unit(UnitChange::Remove(0)).apply(&before), 0)] {
        let later = Project::new(Action::Unit(UnitChange::Remove(0)).apply(&start));
        assert_eq!(later.assessment.organisation.units.len(), left);
        let content = replay(&write(&Project::new(start.clone()), &DEMO), &changes(&start, &later, &DEMO)).expect("JSON");
        assert_eq!(reopened(&serde_json::from_str(&content).expect("JSON"), &DEMO), later);
    }
}

#[test]
fn both_sides_units_and_texts_are_merged_as_others_are() {
    let base = Project::new(filled(&DEMO));
    let sides = Sides {
        ours: "质量部",
        theirs: "销售部",
    };
    let with = |name: &str, effect: &str, bits| {
        let steps = [
            Action::Unit(UnitChange::Add(Identity::from_bits(bits))),
            Action::Unit(UnitChange::Text(0, UnitText::Name, text(name))),
            Action::Profile(ProfileText::ModelEffect, text(effect)),
        ];
        let assessment = steps.iter().fold(base.assessment.clone(), |before, action| action.apply(&before));
        Project { assessment, ..base.clone() }
    };
    let (ours, theirs) = (with("甲公司", "成本下降", 1), with("乙公司", "成本下降", 2));
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(&DEMO, Some(&base), one, other);
        assert_eq!(merged.conflicts, []);
        let project = merged.settled(&DEMO, &[], sides).expect("a file");
        let names: Vec<&str> = project.assessment.organisation.units.iter().map(|unit| &*unit.name).collect();
        assert_eq!(names, ["甲公司", "乙公司"]);
        assert_eq!(&**project.assessment.organisation.text(ProfileText::ModelEffect), "成本下降");
    }
    // Of one unit and one text that both wrote otherwise, both versions are kept, under whose they are.
    let (ours, theirs) = (with("甲公司", "成本下降", 1), with("甲公司", "返修减少", 1));
    let base = Project::new(Action::Unit(UnitChange::Remove(0)).apply(&ours.assessment));
    let theirs = Project {
        assessment: Action::Unit(UnitChange::Text(0, UnitText::Activity, text("铸件"))).apply(&theirs.assessment),
        ..theirs
    };
    let ours = Project {
        assessment: Action::Unit(UnitChange::Text(0, UnitText::Activity, text("锻件"))).apply(&ours.assessment),
        ..ours
    };
    let merged = merge(&DEMO, Some(&base), &ours, &theirs);
    let at: Vec<&str> = merged.conflicts.iter().map(|conflict| conflict.pointer.as_str()).collect();
    assert_eq!(at.len(), 1, "{at:?}");
    assert!(at[0].ends_with("/activity") && merged.conflicts[0].can_be_joined());
    let both = merged.settled(&DEMO, &[Choice::Both], sides).expect("a file");
    let activity = &both.assessment.organisation.units[0].activity;
    assert!(
        activity.contains("锻件") && activity.contains("铸件") && activity.contains("/2 质量部】\n"),
        "{activity}"
    );
    for language in Language::ALL {
        let told = say::file_place(&DEMO, *language, at[0], &[&ours.assessment]);
        let words = language.words();
        assert_eq!(told, [words.units_title(), "甲公司", words.units_activity()].join(" · "));
    }
}

#[test]
fn what_is_half_filled_in_is_asked_for_and_what_is_not_filled_in_is_not() {
    let concerns = |assessment: &Assessment| -> Vec<Finding> {
        let about = |finding: &Finding| match finding {
            Finding::ProfileMissing(ProfilePart::Text(field)) => ProfileText::MODEL.contains(field),
            Finding::UnitIncomplete { .. } => true,
            _ => false,
        };
        asked_before(found(&BEIJING, assessment)).into_iter().filter(about).collect()
    };
    let blank = Assessment::blank(&BEIJING);
    assert_eq!(concerns(&blank), []);
    let whole = with_units(&with_model(&blank));
    assert_eq!(concerns(&whole), []);
    let half = Action::Profile(ProfileText::ModelLogic, text(" \n")).apply(&whole);
    assert_eq!(concerns(&half), [Finding::ProfileMissing(ProfilePart::Text(ProfileText::ModelLogic))]);
    let unstated = Action::Unit(UnitChange::InScope(1, None)).apply(&whole);
    let name = text("京华贸易有限公司");
    assert_eq!(concerns(&unstated), [Finding::UnitIncomplete { unit: 1, name }]);
    assert_eq!(concerns(&unstated)[0].place(), Place::Unit(1));
    let unnamed = Action::Unit(UnitChange::Add(NEW)).apply(&whole);
    let told = say::finding(&BEIJING, Language::Zh, &concerns(&unnamed)[0]);
    assert_eq!(told, "下属单位“第 3 个（未命名）”的名称、关系或是否纳入申报范围尚未写全。");
    // Neither activity nor employees are asked for.
    let bare = Action::Unit(UnitChange::Text(0, UnitText::Employees, text(""))).apply(&whole);
    assert_eq!(concerns(&bare), []);
}

fn headings(blocks: &[Block]) -> Vec<String> {
    let all = blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } => Some(text.clone()),
        _ => None,
    });
    all.collect()
}

#[test]
fn a_clean_submission_has_them_as_parts_of_their_own_and_only_what_was_written() {
    let options = Options::default();
    for language in Language::ALL {
        let words = language.words();
        let titles = [words.units_title(), words.organisation_model()];
        let holds = |document: &award_kit::report::Document, title: &str| headings(&document.blocks).iter().any(|heading| heading.contains(title));
        let without = clean_submission(&BEIJING, &filled(&BEIJING), *language, &options);
        assert!(titles.iter().all(|title| !holds(&without, title)));

        let whole = with_units(&with_model(&filled(&BEIJING)));
        let document = clean_submission(&BEIJING, &whole, *language, &options);
        assert!(titles.iter().all(|title| holds(&document, title)));
        let told = document.plain_text();
        for piece in MODEL.into_iter().chain(["京华铸造有限公司", "控股 51%", "约 120 人", "全资"]) {
            assert!(told.contains(piece), "{piece}");
        }
        // A part that is half filled in has no places for the rest, and a column of which nothing is told is not there.
        let half = with_units(&Action::Profile(ProfileText::ModelName, text("甲")).apply(&filled(&BEIJING)));
        let half = [0, 1].into_iter().fold(half, |before, at| {
            Action::Unit(UnitChange::Text(at, UnitText::Activity, text(""))).apply(&before)
        });
        let half = Action::Unit(UnitChange::Add(NEW)).apply(&half);
        let document = clean_submission(&BEIJING, &half, *language, &options);
        let found = headings(&document.blocks);
        assert!(found.iter().any(|heading| heading == say::profile_label(*language, "model_name")));
        assert!(found.iter().all(|heading| heading != say::profile_label(*language, "model_logic")));
        let told = as_text(&document);
        assert!(!told.contains(words.units_activity()) && !told.contains(words.units_unstated()) && !told.contains(words.report_not_filled()));
        let table = document
            .captions(award_kit::report::CaptionKind::Table)
            .find(|caption| caption.text == words.units_caption());
        assert!(table.is_some());
        let alone = Options {
            section: Some(Section::Model),
            ..Options::default()
        };
        let alone = clean_submission(&BEIJING, &whole, *language, &alone).plain_text();
        assert!(alone.contains(MODEL[1]) && !alone.contains("京华铸造有限公司"));
    }
}

#[test]
fn the_working_draft_has_them_within_form_and_profile_and_says_what_is_missing_of_what_was_begun() {
    let (language, options) = (Language::Zh, Options::default());
    let words = language.words();
    let without = submission(&BEIJING, &filled(&BEIJING), language, &options);
    assert!(
        headings(&without.blocks)
            .iter()
            .all(|heading| heading != words.units_title() && heading != words.organisation_model())
    );
    let begun = Action::Profile(ProfileText::ModelName, text("甲")).apply(&with_units(&filled(&BEIJING)));
    let document = submission(&BEIJING, &begun, language, &options);
    let places: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Written { written, .. } => Some(written.place.as_str()),
            _ => None,
        })
        .collect();
    for field in ProfileText::MODEL {
        // Each can be written on in the document, and comes back.
        assert!(places.contains(&format!("/organisation/{}", field.key()).as_str()), "{}", field.key());
    }
    // Who wants the part alone sees what it asks for.
    for (section, title) in [(Section::Model, words.organisation_model()), (Section::Units, words.units_title())] {
        let alone = Options {
            section: Some(section),
            ..Options::default()
        };
        let document = submission(&BEIJING, &Assessment::blank(&BEIJING), language, &alone);
        assert!(headings(&document.blocks).iter().any(|heading| heading == title));
        assert!(document.plain_text().contains(words.report_not_filled()));
    }
}

#[test]
fn an_agencys_template_has_places_for_both_and_is_told_what_has_none() {
    let whole = with_units(&with_model(&after(&BEIJING, &[])));
    let asked = [("model", true), ("units", true), ("organisation.model_name", false)];
    let found = placing(&BEIJING, &whole, Language::Zh, &Options::default(), &asked);
    assert!(matches!(&found.placed[0], Placed::Part(range) if !range.is_empty()));
    assert!(matches!(&found.placed[1], Placed::Part(range) if range.len() == 1));
    assert_eq!(found.placed[2], Placed::Value(MODEL[0].to_owned()));
    assert_eq!(found.unplaced, Vec::<String>::new());
    let found = placing(&BEIJING, &whole, Language::Zh, &Options::default(), &[("report", true)]);
    assert_eq!(found.unplaced.len(), 6, "{:?}", found.unplaced);
    assert!(found.unplaced.contains(&"控股和下属单位".to_owned()) && found.unplaced.contains(&"管理模式名称".to_owned()));
}

#[test]
fn the_profile_of_a_part_that_was_handed_out_brings_its_units_back_unchanged() {
    let whole = Project::new(with_units(&filled(&DEMO)));
    let part = award_kit::merge::hand_out(&DEMO, &whole, "质量部", &[award_kit::criteria::ItemSlot(0)]);
    assert_eq!(to_value(&part, &DEMO)["units"], to_value(&whole, &DEMO)["units"]);
    let back = award_kit::merge::take_back(&DEMO, &whole, &part).expect("a part").expect("handed out");
    assert_eq!((back.conflicts.len(), back.taken.len()), (0, 0));
    assert_eq!(
        back.settled(&DEMO, &[], Sides { ours: "", theirs: "" }).expect("a file").assessment,
        whole.assessment
    );
}
