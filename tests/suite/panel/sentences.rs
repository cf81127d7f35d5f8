//! From comments to sentences: taken apart, put beside their like, each accounted for.

use super::people::{copy_of, judged, rated};
use crate::samples::{BEIJING, DEMO, cases, day};
use award_kit::archive::{PanelRecord, open_panel, subject_of, write_panel};
use award_kit::assessment::{ItemChange, text};
use award_kit::criteria::ItemSlot;
use award_kit::language::Language;
use award_kit::panel::sentences::{
    ALIKE, About, Cues, Group, ItemSentences, Outcome, Sentence, Side, Source, Theme, Visit, comments, left, likeness, proposals, split,
};
use award_kit::panel::{Arrival, Panel, PanelAction, SheetChange, agreed_ratings};
use award_kit::report::{Options, feedback_of_panel, minute, say, visits};
use proptest::prelude::*;
use std::rc::Rc;

#[test]
fn a_comment_comes_apart_into_sentences_and_numbers_stay_whole() {
    for (written, expected) in [
        ("方法有文件。覆盖三个部门；每年评审！", &["方法有文件。", "覆盖三个部门；", "每年评审！"][..]),
        ("1. 方法清楚\n2、展开不足\n（3）无对比", &["方法清楚", "展开不足", "无对比"]),
        ("3.5% 的返工率偏高", &["3.5% 的返工率偏高"]),
        ("Reviewed in 4.1.2. Shared with all sites.", &["Reviewed in 4.1.2.", "Shared with all sites."]),
        ("- first\n• second", &["first", "second"]),
        ("  \n。\n", &[]),
    ] {
        assert_eq!(split(written), expected, "{written}");
    }
}

#[test]
fn likeness_is_that_of_the_documentation_and_the_same_both_ways() {
    let (one, other) = ("过程监控覆盖面窄", "过程监控的覆盖面窄");
    assert_eq!(likeness(one, other), 0.8);
    assert_eq!(likeness(other, one), 0.8);
    assert_eq!(likeness("No Comparison.", "no comparison"), 1.0);
    assert_eq!(likeness("", "。"), 0.0);
    assert!(likeness("过程监控覆盖面窄", "供方评价无记录") < ALIKE);
}

fn cues(factors: &[&[&str]]) -> Cues {
    Cues(factors.iter().map(|words| words.iter().map(|word| (*word).to_owned()).collect()).collect())
}

#[test]
fn a_sentence_is_of_the_factor_it_is_headed_with_else_of_the_one_it_speaks_of_most() {
    let cues = cues(&[&["方法", "制度"], &["展开", "部门", "覆盖"], &["learning"]]);
    for (sentence, factor) in [
        ("展开：制度方法齐全", Some(1)),
        ("制度齐全，覆盖各部门", Some(1)),
        ("制度覆盖面窄", Some(0)),
        ("Learning is shared", Some(2)),
        ("其他意见", None),
    ] {
        assert_eq!(cues.factor(sentence), factor, "{sentence}");
    }
    // The kit's own words, in both languages whatever the screen's.
    let of_kit = say::cues(&BEIJING, 0);
    let rubric = &BEIJING.structure().rubrics[0];
    let of = |sentence: &str| of_kit.factor(sentence).map(|factor| rubric.factors[factor].id.as_str());
    assert_eq!(of("建立了完善的流程和制度"), Some("approach"));
    assert_eq!(of("Deployed to all departments"), Some("deployment"));
}

/// Three assessors with opportunities on the first item, and strengths on the second.
fn commented(words: [&str; 3]) -> Panel {
    let sheets = words.iter().enumerate().map(|(at, word)| {
        let name = format!("评审员 {at}");
        let mut copy = rated(copy_of(&judged(), &name), &[Some(50); 3]);
        copy.sheet = copy.sheet.changed(ItemSlot(0), &SheetChange::Item(ItemChange::Opportunities(text(word))));
        Arrival {
            file: text([&name, ".json"].concat()),
            hash: text(format!("sha256:{at}")),
            sheet: Rc::new(copy.sheet),
        }
    });
    PanelAction::Sheets(sheets.collect())
        .apply(&DEMO, &Panel::new(&DEMO, subject_of(&DEMO, &judged())))
        .expect("a panel")
}

fn three() -> Panel {
    commented([
        "过程监控覆盖面窄。方法没有评审。",
        "过程监控的覆盖面窄；展开：两个部门未执行",
        "过程监控覆盖面较窄",
    ])
}

fn of(name: usize, said: &str) -> Source {
    Source {
        assessor: text(format!("评审员 {name}")),
        text: text(said),
    }
}

fn usual() -> Cues {
    cues(&[&["方法"], &["展开", "覆盖"]])
}

#[test]
fn near_equal_comments_stand_together_by_factor_and_each_is_traceable() {
    let groups = comments(&three(), ItemSlot(0), &usual());
    let told: Vec<(Option<usize>, Vec<&str>)> = groups
        .iter()
        .map(|group| (group.factor, group.said.iter().map(|said| &*said.source.assessor).collect()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(0), vec!["评审员 0"]),
            (Some(1), vec!["评审员 1", "评审员 0", "评审员 2"]),
            (Some(1), vec!["评审员 1"]),
        ]
    );
    assert!(groups.iter().all(|group| group.side == Side::Opportunity));
    assert_eq!(left(&DEMO, &three()), 5);
}

fn sources(group: &Group) -> Vec<Source> {
    group.said.iter().map(|said| said.source.clone()).collect()
}

/// Used, merged and set aside with a reason: nothing is left.
fn settled() -> Panel {
    let panel = three();
    let groups = comments(&panel, ItemSlot(0), &usual());
    let merged = Sentence {
        side: Side::Opportunity,
        text: text("过程监控未覆盖全部部门"),
        from: sources(&groups[1]),
    };
    let sentences = ItemSentences::default()
        .with(merged)
        .setting_aside(Side::Opportunity, &sources(&groups[0]), &text("已在4.6评价"))
        .with(Sentence {
            side: Side::Opportunity,
            text: text("两个部门未执行"),
            from: sources(&groups[2]),
        });
    PanelAction::Sentences(ItemSlot(0), sentences).apply(&DEMO, &panel).expect("it is not signed")
}

#[test]
fn every_comment_is_used_merged_or_set_aside_with_a_reason() {
    let panel = settled();
    let outcomes: Vec<Outcome> = comments(&panel, ItemSlot(0), &usual())
        .iter()
        .flat_map(|group| &group.said)
        .map(|said| said.outcome)
        .collect();
    assert_eq!(
        outcomes,
        [Outcome::Aside(0), Outcome::Used(0), Outcome::Used(0), Outcome::Used(0), Outcome::Used(1)]
    );
    assert_eq!(left(&DEMO, &panel), 0);

    // What is set aside is no longer part of a sentence; a sentence without a comment goes; and the way back is open.
    let sentences = panel.sentences_of(ItemSlot(0));
    let [first, last] = [of(2, "过程监控覆盖面较窄"), of(1, "展开：两个部门未执行")];
    let aside = sentences.setting_aside(Side::Opportunity, &[first.clone(), last], &text("重复"));
    assert_eq!((aside.kept.len(), aside.kept[0].from.len(), aside.aside.len()), (1, 2, 3));
    let back = aside.releasing(Side::Opportunity, &[first]);
    assert_eq!(back.aside.len(), 2);
    // A sentence the panel wrote itself stays whatever becomes of the comments.
    let own = aside.with(Sentence {
        side: Side::Strength,
        text: text("会上提出"),
        from: Vec::new(),
    });
    assert_eq!(own.told(Side::Strength), "会上提出");
    assert_eq!(
        own.releasing(Side::Opportunity, &[of(0, "过程监控覆盖面窄。")]).told(Side::Strength),
        "会上提出"
    );
}

#[test]
fn sentences_go_into_the_assessment_the_minute_and_the_feedback_report() {
    let mut panel = settled();
    panel.themes.push(Theme {
        side: Side::Opportunity,
        text: text("监控的展开不足"),
        items: vec![ItemSlot(0), ItemSlot(1)],
    });
    let action = agreed_ratings(&DEMO, &panel, &judged()).expect("something to take over");
    let taken = action.apply(&judged());
    assert_eq!(&*taken.item(ItemSlot(0)).opportunities, "过程监控未覆盖全部部门\n两个部门未执行");
    assert_eq!(taken.item(ItemSlot(1)).opportunities, judged().item(ItemSlot(1)).opportunities);
    assert_eq!(agreed_ratings(&DEMO, &panel, &taken), None);
    for language in Language::ALL {
        let words = language.words();
        let named = minute(&DEMO, &panel, *language, false).plain_text();
        for held in [
            "过程监控未覆盖全部部门",
            "评审员 2",
            "已在4.6评价",
            "方法没有评审。",
            "监控的展开不足",
            words.minute_comments_done(),
        ] {
            assert!(named.contains(held), "{held} in {named}");
        }
        let told = feedback_of_panel(&DEMO, &taken, *language, &Options::default(), Some(&panel)).plain_text();
        assert!(told.contains("监控的展开不足") && told.contains("两个部门未执行"), "{told}");
    }
    let open = minute(&DEMO, &three(), Language::En, false).plain_text();
    assert!(open.contains("Comments not dealt with yet: 5."), "{open}");
}

fn visited() -> Panel {
    let visit = |item: usize, question: &str, who: &str, place: &str| Visit {
        item: ItemSlot(item),
        question: text(question),
        who: text(who),
        place: text(place),
        evidence: text("E-3"),
    };
    let list = vec![
        visit(1, "抽查培训记录", "王", "二号车间"),
        visit(0, "核对风险清单", "李", "二号车间"),
        visit(2, "访谈班组长", "王", ""),
    ];
    PanelAction::Visits(list).apply(&DEMO, &three()).expect("it is not signed")
}

#[test]
fn the_site_visit_list_stands_by_place_and_by_person() {
    for language in Language::ALL {
        let words = language.words();
        let told = visits(&DEMO, &visited(), *language).plain_text();
        let (places, people) = told.split_once(words.visits_by_person()).expect("both parts");
        for part in [places, people] {
            for question in ["抽查培训记录", "核对风险清单", "访谈班组长"] {
                assert_eq!(part.matches(question).count(), 1, "{question} in {part}");
            }
        }
        // Within a place in the order of the criteria; what has no place comes last.
        let at = |word: &str| places.find(word).expect("it stands there");
        assert!(at("核对风险清单") < at("抽查培训记录") && at("抽查培训记录") < at(words.visits_no_place()));
        assert!(visits(&DEMO, &three(), *language).plain_text().contains(words.visits_none()));
    }
}

#[test]
fn sentences_themes_and_visits_are_kept_in_the_record() {
    let mut panel = settled();
    panel.themes.push(Theme {
        side: Side::Strength,
        text: text("战略清晰"),
        items: vec![ItemSlot(1)],
    });
    panel.visits = visited().visits;
    panel.date = Some(day("2016-12-06"));
    let record = PanelRecord::new(panel);
    let written = write_panel(&record, &DEMO);
    assert!(written.contains("\"version\": \"1.2\""));
    let read = open_panel(written.as_bytes()).and_then(|opened| opened.with_pack(&DEMO)).expect("it reads");
    assert_eq!(read, record);
    assert_eq!(write_panel(&read, &DEMO), written);
    // A record without any of it is what it was before.
    let before = write_panel(&PanelRecord::new(three()), &DEMO);
    assert!(
        before.contains("\"version\": \"1.0\"") && !before.contains("sentences") && !before.contains("visits"),
        "{before}"
    );
    let bad = written.replacen("\"strength\"", "\"praise\"", 1);
    assert!(open_panel(bad.as_bytes()).and_then(|opened| opened.with_pack(&DEMO)).is_err());
}

#[test]
fn themes_are_proposed_from_what_recurs_in_three_items() {
    let pack = &*BEIJING;
    let project = award_kit::archive::Project::blank(pack);
    let mut copy = award_kit::archive::ScoringCopy::for_assessor(pack, &project, "李", &[]);
    let process: Vec<ItemSlot> = pack.items().map(|(slot, _)| slot).take(4).collect();
    for slot in &process {
        copy.sheet = copy
            .sheet
            .changed(*slot, &SheetChange::Item(ItemChange::Opportunities(text("展开：未覆盖各部门"))));
    }
    for slot in &process[..2] {
        copy.sheet = copy.sheet.changed(*slot, &SheetChange::Item(ItemChange::Strengths(text("方法清楚"))));
    }
    let arrival = Arrival {
        file: text("李.json"),
        hash: text("sha256:1"),
        sheet: Rc::new(copy.sheet),
    };
    let subject = subject_of(pack, &project.assessment);
    let panel = PanelAction::Sheets(vec![arrival]).apply(pack, &Panel::new(pack, subject)).expect("a panel");
    let found = proposals(pack, &panel, &|rubric| say::cues(pack, rubric));
    let first = found.first().expect("deployment recurs");
    assert_eq!((first.side, &first.items), (Side::Opportunity, &process));
    assert!(matches!(first.about, About::Factor { .. }));
    assert!(found.iter().all(|proposal| proposal.items.len() >= 3), "{found:?}");
    for language in Language::ALL {
        let said = say::recurring(pack, *language, first);
        assert!(said.contains(&pack.item(process[0]).number) && !said.contains('{'), "{said}");
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn the_order_of_the_assessors_is_irrelevant_and_nothing_is_lost(order in Just([0_usize, 1, 2]).prop_shuffle(), words in "[甲乙丙丁。；\\n]{0,24}") {
        let texts = ["过程监控覆盖面窄。甲乙丙丁", "过程监控的覆盖面窄", words.as_str()];
        let one = commented(texts);
        let mut sheets = one.sheets.clone();
        sheets = order.iter().map(|at| sheets[*at].clone()).collect();
        let mut turned = one.clone();
        turned.sheets = sheets;
        let groups = comments(&one, ItemSlot(0), &usual());
        prop_assert_eq!(&groups, &comments(&turned, ItemSlot(0), &usual()));
        let mut told: Vec<Source> = groups.iter().flat_map(sources).collect();
        let mut expected: Vec<Source> = texts.iter().enumerate().flat_map(|(at, text)| split(text).into_iter().map(move |said| of(at, &said))).collect();
        told.sort();
        expected.sort();
        expected.dedup();
        prop_assert_eq!(told, expected);
    }
}
