//! Figures in the texts of packs are places that are filled from the data: the sentence follows the figure, and a text that
//! says another one is refused.

use crate::pack_files::Files;
use crate::samples::{BEIJING, DEMO};
use award_kit::criteria::{
    BUILT_IN, Draft, Edit, FaultCode, Pack, Wording, built_in, built_in_packs, names_taken, read_checked_pack, read_kept_pack, read_pack_file,
    write_checked_pack, write_pack_file,
};
use serde_json::json;

fn after(pack: &Pack, edits: &[Edit]) -> Draft {
    let citation = Wording::new(&[("zh", "自定"), ("en", "Own")]);
    edits.iter().fold(Draft::of(pack, &citation), |draft, edit| draft.apply(edit))
}

/// What is changed in the default pack, a text that follows, and what it says then in each language.
#[test]
fn sentences_follow_the_figures_of_an_adapted_pack() {
    let years = |condition: &str, years| Edit::Years {
        condition: condition.into(),
        years,
    };
    let fact = |fact: &str, value| Edit::Fact {
        fact: fact.into(),
        value: Some(value),
    };
    let cases = [
        (
            years("three-years", 5),
            "condition.three-years",
            "从事合法生产经营 5 年以上",
            "At least 5 years' lawful operation",
        ),
        (
            Edit::LookBack {
                check: "loss".into(),
                years: Some(5),
            },
            "self_check.loss",
            "5 年内无经营亏损",
            "No operating loss in 5 years",
        ),
        (
            fact("winners-max", 8),
            "stage.deliberation.note",
            "现场评审之后审查评议；每届获奖不超过 8 家，提名奖不超过 5 家。",
            "Follows the site review; at most 8 winners and 5 nominations a round.",
        ),
        (
            Edit::Reference {
                line: "practitioner-600".into(),
                points: 650,
            },
            "reference.practitioner-600",
            "650 分：业内常提的参考值",
            "650 points: a figure often quoted in the field",
        ),
        (Edit::PackEdition("2027".into()), "pack.short", "北京 · 2027 版", "Beijing · 2027"),
        (Edit::PackEdition("2027".into()), "pack.edition", "2027 版", "2027 edition"),
        (
            Edit::EditionDates {
                edition: "2016".into(),
                opens: None,
                closes: "2027-04-30".parse().ok(),
            },
            "stage.voluntary-application.note",
            "截止日期为 2027-04-30",
            "the deadline was 2027-04-30",
        ),
    ];
    for (edit, id, zh, en) in cases {
        let draft = after(&BEIJING, std::slice::from_ref(&edit));
        let pack = draft.finish().unwrap_or_else(|faults| panic!("{edit:?}: {faults:#?}"));
        for (language, wanted) in [("zh", zh), ("en", en)] {
            for (what, words) in [("draft", draft.view().words(language)), ("pack", pack.words(language))] {
                let said = match id.split('.').collect::<Vec<&str>>()[..] {
                    ["condition", id] => words.condition(id),
                    ["self_check", id] => words.self_check(id),
                    ["stage", id, "note"] => words.stage_note(id),
                    ["reference", id] => words.reference(id),
                    ["pack", "short"] => words.short(),
                    _ => words.edition_name(),
                };
                assert!(said.contains(wanted), "{edit:?} in the {what}: {said}");
                assert!(!said.contains('{'), "{said}");
            }
        }
        // Handed on, kept and laid beside the page, it says the same.
        let handed = read_pack_file("x", &write_pack_file(&pack)).expect("no fault");
        let laid = read_checked_pack(&write_checked_pack(&pack).expect("one order")).expect("read");
        let kept = Draft::read(&draft.write()).expect("kept");
        for language in ["zh", "en"] {
            let all = |words: award_kit::criteria::Words<'_>| {
                [
                    words.condition("three-years"),
                    words.stage_note("deliberation"),
                    words.short(),
                    words.self_check("loss"),
                ]
                .join("|")
            };
            let wanted = all(pack.words(language));
            assert_eq!(all(handed.words(language)), wanted);
            assert_eq!(all(laid.words(language)), wanted);
            assert_eq!(all(kept.view().words(language)), wanted);
        }
    }
}

#[test]
fn no_built_in_text_shows_a_place_and_those_with_figures_are_filled() {
    let mut filled = 0;
    for pack in built_in_packs() {
        for language in ["zh", "en"] {
            for text in crate::every_word::every_word(&pack, pack.words(language)) {
                assert!(!text.contains(['{', '}']), "{}: {text}", pack.id());
            }
        }
        for (_, texts) in &pack.content().texts {
            filled += texts
                .as_object()
                .expect("texts")
                .values()
                .filter(|text| text.as_str().is_some_and(|text| text.contains('{')))
                .count();
        }
    }
    assert!(filled >= 100, "{filled}");
}

/// A text, in which file of demo-mini, and what is said of it: the fault with what stands there and what should.
#[test]
fn a_text_that_says_another_figure_or_names_none_is_refused() {
    use FaultCode::{TextFigure, TextPlace};
    let (zh, en) = ("text.zh.json", "text.en.json");
    type Case<'a> = (&'a str, &'a str, &'a str, Option<(FaultCode, &'a str, &'a str)>);
    let cases: &[Case<'_>] = &[
        (zh, "condition.three-years", "登记满 3 年", None),
        (zh, "condition.three-years", "登记满三年", None),
        (zh, "condition.three-years", "登记满{years}年", None),
        (zh, "condition.three-years", "登记满若干年", None),
        (zh, "condition.three-years", "登记满 3 年，其中 1 年在本市", None),
        (zh, "condition.three-years", "2016 年以前登记", None),
        (zh, "condition.three-years", "登记满 5 年", Some((TextFigure, "5", "{years} = 3"))),
        (zh, "condition.three-years", "登记满５年以上", Some((TextFigure, "5", "{years} = 3"))),
        (zh, "condition.three-years", "登记满五周年", Some((TextFigure, "5", "{years} = 3"))),
        (zh, "condition.three-years.hint", "至申报日满 2 年", Some((TextFigure, "2", "{years} = 3"))),
        (
            en,
            "condition.three-years",
            "Registered for five full years",
            Some((TextFigure, "5", "{years} = 3")),
        ),
        (en, "condition.three-years", "A 5-year record", Some((TextFigure, "5", "{years} = 3"))),
        (en, "condition.three-years", "Often registered, for three years", None),
        (zh, "condition.quality-system", "体系运行 5 年", None),
        (zh, "self_check.accident", "5 年内无重大质量事故", Some((TextFigure, "5", "{years} = 3"))),
        (en, "reference.halfway", "Sample: 60 points", Some((TextFigure, "60", "{points} = 50"))),
        (en, "reference.halfway", "Sample: {points} of {total}", None),
        (zh, "condition.registered.hint", "代码以 {division} 开头", None),
        (zh, "stage.application.note", "至多 {fact.winners-max} 家", None),
        (
            zh,
            "stage.application.note",
            "分数线 {fact.pass-mark}",
            Some((TextPlace, "{fact.pass-mark}", "")),
        ),
        (zh, "stage.application.note", "{years} 年", Some((TextPlace, "{years}", ""))),
        (zh, "stage.application.note", "满 {condition.three-years} 年，{opens.demo} 起", None),
        (zh, "stage.application.note", "{closes.demo} 止", Some((TextPlace, "{closes.demo}", ""))),
        (zh, "pack.disclaimer", "{name}（{edition}）不对应任何奖项", None),
        (zh, "pack.name", "{name}", Some((TextPlace, "{name}", ""))),
        (
            en,
            "item.practice.direction",
            "Direction ({points.practice.direction} of {points.practice})",
            None,
        ),
        (en, "item.practice.direction", "Direction {point}", Some((TextPlace, "{point}", ""))),
    ];
    for (file, id, text, wanted) in cases {
        let loaded = Files::demo().set(file, &format!("/{id}"), json!(text)).load();
        let found = loaded.err().unwrap_or_default();
        let found: Vec<_> = found
            .iter()
            .map(|fault| (fault.code, fault.file.as_str(), fault.given.as_str(), fault.wanted.as_str()))
            .collect();
        let wanted: Vec<_> = wanted.iter().map(|(code, given, wanted)| (*code, *file, *given, *wanted)).collect();
        assert_eq!(found, wanted, "{id}: {text}");
    }
}

#[test]
fn places_are_filled_with_what_the_pack_says() {
    let cases = [
        ("满 {condition.three-years} 年，{opens.demo} 起", "满 3 年，2026-01-01 起"),
        (
            "{name}（{edition}）：{limit.report} 字，{self_check.accident} 年",
            "示例质量奖（demo）：30,000 字，3 年",
        ),
        (
            "{reference.halfway} / {total}，步长 {step}，{points.outcomes.customers} 分",
            "50 / 100，步长 5，30 分",
        ),
        ("没有数值的花括号 } {", "没有数值的花括号 } {"),
    ];
    for (text, wanted) in cases {
        let files = Files::demo().set("text.zh.json", "/stage.application.note", json!(text));
        let pack = files
            .set("pack.json", "/limits/1/characters", json!(30000))
            .load()
            .unwrap_or_else(|faults| panic!("{text}: {faults:#?}"));
        assert_eq!(pack.words("zh").stage_note("application"), wanted);
    }
}

/// What was adapted by a kit that knew no places stays usable, though its texts say another figure.
#[test]
fn a_pack_kept_from_before_is_read_and_one_of_now_is_refused() {
    let older = Files::demo()
        .set("text.zh.json", "/condition.three-years", json!("登记满 3 年"))
        .load()
        .expect("sound");
    let written = write_pack_file(&older);
    let changed = |version: &str| {
        let changed = written
            .replace("\"years\": 3", "\"years\": 5")
            .replace("\"version\": \"1.3\"", &format!("\"version\": \"{version}\""));
        assert_ne!(changed, written);
        changed
    };
    for (version, usable) in [("1.1", true), ("1.2", true), ("1.3", false)] {
        let kept = read_kept_pack("x", &changed(version));
        assert_eq!(kept.is_ok(), usable, "{version}");
        let faults = read_pack_file("x", &changed(version)).expect_err("the host is told");
        assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [FaultCode::TextFigure], "{version}");
    }
    // Everything else is refused as ever.
    let unsound = changed("1.1").replace("\"total\": 100", "\"total\": 101");
    assert!(read_kept_pack("x", &unsound).is_err());
}

#[test]
fn two_packs_need_two_short_names() {
    let renamed = |edits: &[Edit]| after(&DEMO, edits).finish().err().unwrap_or_default();
    let text = |language: &str, text: &str| Edit::Text {
        language: language.into(),
        id: "pack.short".into(),
        text: text.into(),
    };
    let taken = renamed(&[Edit::PackId("own".into())]);
    let told: Vec<_> = taken
        .iter()
        .map(|fault| (fault.code, fault.file.as_str(), fault.pointer.as_str(), fault.wanted.as_str()))
        .collect();
    let wanted = |file| (FaultCode::NameTaken, file, "/pack.short", "demo-mini@demo");
    assert_eq!(told, [wanted("text.zh.json"), wanted("text.en.json")]);
    assert_eq!(renamed(&[Edit::PackId("own".into()), text("zh", "自用"), text("en", "Own")]), []);
    assert_eq!(
        renamed(&[Edit::PackId("own".into()), text("zh", "自用 {edition}"), text("en", "Own {edition}")]),
        []
    );
    assert_eq!(renamed(&[text("zh", "自用")]), [], "it takes the place of its original");
    assert_eq!(renamed(&[Edit::PackEdition("2".into())]).len(), 2, "another edition stands beside it");
    let packs: Vec<Pack> = BUILT_IN.iter().filter_map(|pack| built_in(pack.id)).collect();
    for (at, pack) in packs.iter().enumerate() {
        for other in &packs[..at] {
            assert_eq!(names_taken(pack, other), [], "{} {}", pack.id(), other.id());
        }
    }
}
