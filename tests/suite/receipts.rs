//! The receipt: the same content gives the same code, any other another one; slips of the hand are noticed; what is printed is what
//! the file holds.

use crate::command_line::{answer, folder, json_answer, kit, put, refusal};
use crate::documents::sample;
use crate::export::part;
use crate::samples::{BEIJING, DEMO, actions, after, cases, writing};
use award_kit::archive::{Project, open_bytes, write};
use award_kit::assessment::{Action, Assessment, ItemChange, ProfileText, text};
use award_kit::criteria::ItemSlot;
use award_kit::export::{Options, StyleSet, Target, Variant, export};
use award_kit::language::Language;
use award_kit::receipt::{Part, Receipt, Slip, receipt};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

fn code(assessment: &Assessment) -> Receipt {
    receipt(&BEIJING, assessment)
}

#[test]
fn a_code_has_five_groups_of_five_and_is_read_as_people_type_it() {
    let code = code(&Assessment::blank(&BEIJING));
    let printed = code.to_string();
    assert_eq!(printed.split('-').map(str::len).collect::<Vec<usize>>(), [5; 5], "{printed}");
    let full: String = printed.chars().map(|sign| char::from_u32(sign as u32 + 0xfee0).expect("full width")).collect();
    let ways = [
        printed.clone(),
        printed.to_lowercase(),
        printed.replace('-', ""),
        printed.replace('-', " "),
        printed.replace('-', "—"),
        format!("  {printed}\n"),
        printed.replace('0', "o").replace('1', "l"),
        full,
    ];
    for way in ways {
        assert_eq!(Receipt::parse(&way), Ok(code), "{way}");
    }
    assert_eq!(Receipt::find(&format!("京华公司 回执码：{printed} · 第 3 页")), Some(code));
    assert_eq!(Receipt::find("回执码：没有"), None);
    assert_eq!(Receipt::parse(&printed[1..]), Err(Slip::Length { found: 24 }));
    let strange = format!("U{}", &printed[1..]);
    assert_eq!(Receipt::parse(&strange), Err(Slip::Character { place: 1, found: 'U' }));
}

/// The code is a promise: papers that were signed hold it.
#[test]
fn codes_that_are_on_papers_stay_what_they_are() {
    let answer = ItemChange::Answer {
        scope: 0,
        factor: 0,
        text: text("质量管理部每月汇总数据。"),
    };
    let written = after(
        &BEIJING,
        &[
            Action::Profile(ProfileText::Name, text("北京虚构仪器有限公司")),
            Action::Item(ItemSlot(0), answer),
            Action::Item(ItemSlot(0), ItemChange::Percent(Some(crate::samples::percent(55)))),
        ],
    );
    assert_eq!(code(&Assessment::blank(&BEIJING)).to_string(), "AJZM4-4GEAE-5C2AX-ZJ1JA-MDYG9");
    assert_eq!(code(&written).to_string(), "BJC39-BFBMC-H5Z6F-NJ1ZX-7GYGV");
}

#[test]
fn what_goes_on_after_the_submission_gives_no_other_code() {
    let (pack, assessment) = sample("manufacturing", Language::Zh);
    let of = |file: &Value| {
        let opened = open_bytes(file.to_string().as_bytes()).expect("it opens");
        receipt(&pack, &opened.with_pack(&pack).expect("it fits").assessment)
    };
    let file: Value = serde_json::from_str(&write(&Project::new(assessment.clone()), &pack)).expect("JSON");
    let own = receipt(&pack, &assessment);
    assert_eq!(of(&file), own);
    for member in ["actions", "targets", "road", "incidents", "rules_off"] {
        let mut less = file.clone();
        less.as_object_mut().expect("an object").remove(member);
        assert_eq!(of(&less), own, "{member}");
    }
    let mut other = file.clone();
    other["pack"]["hash"] = "sha256:0".into();
    assert_eq!(of(&other), own, "the hash of the criteria");
    let outside = [
        "format",
        "version",
        "pack",
        "fictional",
        "reference_points",
        "actions",
        "targets",
        "road",
        "incidents",
        "rules_off",
        "notes",
    ];
    let members = file.as_object().expect("an object").keys();
    let counting: Vec<&String> = members.filter(|name| !outside.contains(&name.as_str())).collect();
    assert!(counting.len() > 5, "{counting:?}");
    for member in counting {
        let mut less = file.clone();
        less.as_object_mut().expect("an object").remove(member);
        assert_ne!(of(&less), own, "{member}");
    }
}

#[test]
fn what_differs_is_named_by_its_part() {
    let (pack, assessment) = sample("manufacturing", Language::En);
    let own = receipt(&pack, &assessment);
    let item = ItemSlot(0);
    let changes: [(Action, Part); 6] = [
        (Action::Profile(ProfileText::Name, text("Other Ltd")), Part::Organisation),
        (Action::Profile(ProfileText::Environment, text("Other")), Part::Organisation),
        (Action::ApplicationDate(None), Part::Conditions),
        (
            Action::Item(
                item,
                ItemChange::Answer {
                    scope: 0,
                    factor: 0,
                    text: text("Other"),
                },
            ),
            Part::Answers,
        ),
        (Action::Item(item, ItemChange::Percent(None)), Part::Ratings),
        (Action::Years(None), Part::Figures),
    ];
    for (action, part) in changes {
        let changed = receipt(&pack, &action.apply(&assessment));
        assert_eq!(own.differing(&changed), [part], "{action:?}");
    }
}

fn profile_changed(at: usize, written: &str) -> (Action, Part) {
    (Action::Profile(ProfileText::ALL[at], written.into()), Part::Organisation)
}

fn answer_changed(item: usize, factor: usize, written: &str) -> (Action, Part) {
    let factor = factor.min(BEIJING.rubric_of(ItemSlot(item)).factors.len() - 1);
    let text = written.into();
    (Action::Item(ItemSlot(item), ItemChange::Answer { scope: 0, factor, text }), Part::Answers)
}

/// Two characters of a part are ten bits: of 1,024 other texts one has the same. Twice that many give 2 on average, and more than 8
/// with a chance of 1 in 4,000 if other texts were taken; these are always the same.
#[test]
fn the_part_that_differs_is_said_but_for_about_one_change_in_a_thousand() {
    let blank = Assessment::blank(&BEIJING);
    let own = code(&blank);
    let silent = |of: fn(&str) -> (Action, Part)| {
        let changes = (0..2048).map(|number| of(&format!("No. {number}")));
        changes.filter(|(action, part)| code(&action.apply(&blank)).differing(&own) != [*part]).count()
    };
    assert!(silent(|written| profile_changed(0, written)) <= 8);
    assert!(silent(|written| answer_changed(0, 0, written)) <= 8);
}

proptest! {
    #![proptest_config(cases(64))]

    /// A code says the same of a file that was written, read and written.
    #[test]
    fn a_file_that_is_read_again_has_the_same_code(changes in vec(actions(&BEIJING), 0..12)) {
        let assessment = after(&BEIJING, &changes);
        let written = write(&Project::new(assessment.clone()), &BEIJING);
        let again = open_bytes(written.as_bytes()).expect("it opens").with_pack(&BEIJING).expect("it fits").assessment;
        prop_assert_eq!(code(&assessment), code(&again));
    }

    /// Any text that is changed gives another code, and no other part is said to differ; that its own is not said either comes
    /// about once in a thousand times.
    #[test]
    fn any_changed_text_changes_the_code(at in 0..ProfileText::ALL.len(), item in 0..23_usize, factor in 0..4_usize, written in writing()) {
        let blank = Assessment::blank(&BEIJING);
        prop_assume!(!written.is_empty());
        for (action, part) in [profile_changed(at, &written), answer_changed(item, factor, &written)] {
            let (own, changed) = (code(&blank), code(&action.apply(&blank)));
            prop_assert_ne!(own, changed);
            prop_assert!(changed.differing(&own).iter().all(|said| *said == part), "{:?}", changed.differing(&own));
        }
    }

    /// One wrong character, and two that changed places, are noticed wherever they are.
    #[test]
    fn a_slip_of_the_hand_is_noticed(changes in vec(actions(&DEMO), 0..4), at in 0..25_usize, other in 0..25_usize, wrong in 0..32_usize) {
        let code = receipt(&DEMO, &after(&DEMO, &changes));
        let letters: Vec<char> = code.to_string().chars().filter(|sign| *sign != '-').collect();
        let alphabet: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().collect();
        let mut one = letters.clone();
        one[at] = alphabet[wrong];
        let mut two = letters.clone();
        two.swap(at, other);
        for typed in [one, two] {
            let expected = if typed == letters { Ok(code) } else { Err(Slip::Check) };
            prop_assert_eq!(Receipt::parse(&typed.iter().collect::<String>()), expected);
        }
    }
}

#[test]
fn cover_and_foot_of_a_clean_submission_show_it_in_every_layout() {
    for language in Language::ALL {
        let (pack, assessment) = sample("service", *language);
        let code = receipt(&pack, &assessment).to_string();
        let project = Project::new(assessment);
        for style in StyleSet::ALL.iter() {
            let options = Options::new(*language).told_as(Variant::Submission).in_style(style);
            let bytes = export(&project, &pack, Target::Docx, &options).expect("a document");
            let (body, foot) = (part(&bytes, "word/document.xml"), part(&bytes, "word/footer1.xml"));
            assert!(body.contains(&code), "{}", style.name);
            assert!(foot.contains(&code) && foot.contains("PAGE"), "{}: {foot}", style.name);
        }
        let clean = Options::new(*language).told_as(Variant::Submission);
        let page = String::from_utf8(export(&project, &pack, Target::Html, &clean).expect("a page")).expect("UTF-8");
        assert_eq!(page.matches(&code).count(), 2, "cover and end");
        assert!(page.contains(&code.replace('-', "\\2d ")), "foot of pages");
        let draft = export(&project, &pack, Target::Html, &Options::new(*language)).expect("a page");
        assert!(!String::from_utf8(draft).expect("UTF-8").contains(&code), "the working draft has none");
    }
}

/// A sample as it is handed in: assessment file, bundle, Word document, and the code on the paper.
fn handed_in(name: &str) -> (std::path::PathBuf, [String; 3], String) {
    let folder = folder(name);
    let at = |name: &str| folder.join(name).display().to_string();
    let source = "assets/samples/manufacturing.zh.json";
    let files = [at("自评.json"), at("材料包.zip"), at("申报材料.docx")];
    answer(&["export", source, "--to", "json", "-o", &files[0]]);
    kit(&["export", source, "--to", "zip", "-o", &files[1]]);
    kit(&["export", source, "--to", "docx", "--variant", "submission", "-o", &files[2]]);
    let (pack, assessment) = sample("manufacturing", Language::Zh);
    let code = receipt(&pack, &assessment).to_string();
    (folder.clone(), files, code)
}

#[test]
fn paper_document_bundle_and_assessment_belong_together() {
    let (_, files, code) = handed_in("verify-all");
    let told = json_answer(&["verify", &files[0], &files[1], &files[2], "--receipt", &code.to_lowercase()]);
    assert_eq!(told["belong_together"], true, "{told:#}");
    assert_eq!(told["differences"], Value::Array(Vec::new()));
    let given: Vec<&str> = told["files"]
        .as_array()
        .expect("files")
        .iter()
        .filter_map(|file| file["given"].as_str())
        .collect();
    assert_eq!(given, ["assessment", "bundle", "document"]);
    assert!(told["files"].as_array().expect("files").iter().all(|file| file["receipt"] == code.as_str()));
    // Alone it can only say that nothing speaks against it.
    let alone = json_answer(&["verify", &files[1]]);
    assert_eq!(alone["belong_together"], Value::Null);
    assert!(refusal(&["verify", &files[0], "--receipt", "K2MDX", "--language", "en"]).contains("25 characters"));
    let mut slip: Vec<char> = code.chars().collect();
    slip.swap(0, 1);
    if slip[0] != slip[1] {
        let slip: String = slip.into_iter().collect();
        assert!(refusal(&["verify", &files[0], "--receipt", &slip, "--language", "en"]).contains("changed places"));
    }
}

#[test]
fn what_was_changed_since_is_named() {
    let (folder, files, code) = handed_in("verify-changed");
    let (pack, assessment) = sample("manufacturing", Language::Zh);
    let changed = Action::Item(
        ItemSlot(1),
        ItemChange::Answer {
            scope: 0,
            factor: 0,
            text: text("整段改写过的内容，与原来交来的不同。"),
        },
    )
    .apply(&assessment);
    let later = put(&folder, "later.json", write(&Project::new(changed), &pack));
    let verified = |arguments: &[&str]| -> Value {
        let output = kit(&[&["verify", "--language", "en"], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let against_paper = verified(&[&later, "--receipt", &code]);
    assert_eq!(against_paper["belong_together"], false);
    assert_eq!(against_paper["differences"][0]["parts"], serde_json::json!(["answers"]));
    let against_bundle = verified(&[&files[1], &later]);
    assert_eq!(against_bundle["differences"][0]["other"], files[1].as_str());
    let against_document = verified(&[&later, &files[2]]);
    let texts: Vec<&str> = against_document["differences"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["text"].as_str())
        .collect();
    assert!(
        texts
            .iter()
            .any(|text| text.contains("lacks this passage") && text.contains("整段改写过的内容")),
        "{texts:#?}"
    );
    assert!(texts.iter().any(|text| text.contains("not in the assessment")), "{texts:#?}");
}

#[test]
fn a_word_document_that_was_edited_is_told_passage_by_passage() {
    let (folder, files, _) = handed_in("verify-word");
    let bytes = std::fs::read(&files[2]).expect("a file");
    let edited = crate::desk::with_part(&bytes, "word/document.xml", &|markup| {
        let at = markup.find("公司").expect("a company");
        [&markup[..at], "另加的一家公司和它的下属单位", &markup[at + "公司".len()..]].concat()
    });
    let edited = put(&folder, "edited.docx", edited);
    let output = kit(&["verify", &files[0], &edited, "--language", "en"]);
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((output.status.code(), &told["belong_together"]), (Some(1), &Value::Bool(false)));
    let texts = told["differences"].to_string();
    assert!(texts.contains("另加的一家公司"), "{texts}");
    assert_eq!(told["files"][1]["receipt"], told["files"][0]["receipt"], "the code it shows is the old one");
}
