//! The red pen: every rule hits its bad example and misses its better one, the samples are told nothing foolish, planted slips are found,
//! and a rule is turned off with a reason that stays with the file.

#[cfg(feature = "cli")]
mod command;
mod docs;
mod kept;
mod samples;

use crate::samples::{BEIJING, DEMO, after, cases};
use award_kit::assessment::{Action, Assessment, Field, FigureChange, FigureSlot, ItemChange, ProfileText, text};
use award_kit::criteria::{ItemSlot, Pack};
use award_kit::language::Language;
use award_kit::red_pen::{Elsewhere, Hit, Part, RULES, Rule, Said, red_pen, rule};
use award_kit::report::say;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The fields that are an answer to such a part, in the order of the pack.
fn fields(pack: &Pack, part: Part) -> Vec<Field> {
    let items = pack.items().flat_map(|(item, _)| match part {
        Part::Opportunities => Some(Field::Opportunities(item)),
        _ => {
            let factors = &pack.rubric_of(item).factors;
            let factor = factors.iter().position(|factor| Some(factor.id.as_str()) == part.factor())?;
            Some(Field::Answer { item, scope: 0, factor })
        }
    });
    items.collect()
}

/// An assessment that holds nothing but an example of a rule.
fn example(rule: &Rule, said: Said, language: Language) -> Assessment {
    let example = &rule.example;
    let figures = example.figures.iter().map(|(id, year, value)| {
        let slot = BEIJING.indicator_slot(id).unwrap_or_else(|| panic!("{id} is an indicator"));
        let change = FigureChange::Value {
            year: *year,
            value: Some(*value),
        };
        Action::Figure(FigureSlot::Catalogue(slot), change)
    });
    let (fields, contents) = (fields(&BEIJING, example.part), say::said(language, said).split('¶'));
    assert!(
        fields.len() >= contents.clone().count(),
        "{}: nothing is an answer to {:?}",
        rule.code,
        example.part
    );
    let texts = fields.into_iter().zip(contents);
    let times = if said == example.bad { example.times } else { 1 };
    let written = texts.map(|(field, content)| field.write(text(content.repeat(times))));
    after(&BEIJING, &figures.chain(written).collect::<Vec<Action>>())
}

fn of_rule(assessment: &Assessment, rule: &Rule) -> Vec<Hit> {
    red_pen(&BEIJING, assessment).into_iter().filter(|hit| hit.rule == rule).collect()
}

/// The text a hit stands in.
pub fn content(assessment: &Assessment, place: Field) -> &str {
    match place {
        Field::Answer { item, scope, factor } => assessment.item(item).answer(scope, factor),
        Field::Strengths(item) => &assessment.item(item).strengths,
        Field::Opportunities(item) => &assessment.item(item).opportunities,
        Field::Profile(field) => assessment.organisation.text(field),
        other => panic!("no text of the report: {other:?}"),
    }
}

#[test]
fn every_rule_hits_its_bad_example_and_misses_its_better_one_in_both_languages() {
    for rule in RULES {
        for language in Language::ALL {
            let bad = example(rule, rule.example.bad, *language);
            let hits = of_rule(&bad, rule);
            assert!(!hits.is_empty(), "{} misses {:?}", rule.code, say::said(*language, rule.example.bad));
            let told = say::red_pen_line(&BEIJING, &bad, *language, &hits[0]);
            assert!(!told.contains(['{', '}', '¶']), "{told}");
            let better = example(rule, rule.example.better, *language);
            let hits = red_pen(&BEIJING, &better);
            let told: Vec<String> = hits
                .iter()
                .map(|hit| [hit.rule.code, ": ", &say::red_pen_line(&BEIJING, &better, *language, hit)].concat())
                .collect();
            assert_eq!(told, Vec::<String>::new(), "the better example of {} in {}", rule.code, language.tag());
        }
    }
}

#[test]
fn every_rule_explains_itself_in_both_languages_and_names_what_it_found() {
    let mut codes = BTreeSet::new();
    for rule in RULES {
        assert!(codes.insert(rule.code), "{} twice", rule.code);
        assert_eq!(award_kit::red_pen::rule(rule.code), Some(rule));
        assert!(rule.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{}", rule.code);
        let all = [rule.title, rule.why, rule.told, rule.example.bad, rule.example.better];
        for said in all {
            assert!(!said.zh.trim().is_empty() && !said.en.trim().is_empty(), "{}", rule.code);
            assert!(
                said.zh.chars().any(|sign| sign > '\u{4e00}') && !said.en.chars().any(|sign| ('\u{4e00}'..'\u{a000}').contains(&sign)),
                "{}",
                rule.code
            );
        }
        let places = |text: &'static str| -> BTreeSet<&str> { text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect() };
        assert_eq!(places(rule.told.zh), places(rule.told.en), "{}", rule.code);
        let bad = example(rule, rule.example.bad, Language::Zh);
        let hits = of_rule(&bad, rule);
        assert!(!hits.is_empty(), "{}", rule.code);
        let named: BTreeSet<&str> = hits[0].values.iter().map(|(name, _)| *name).collect();
        assert_eq!(places(rule.told.zh), named, "{}", rule.code);
        assert!(rule.title.zh.chars().count() <= 16 && rule.title.en.split(' ').count() <= 8, "{}", rule.code);
    }
    assert_eq!(rule("no_such_rule"), None);
    assert!(RULES.is_sorted_by_key(|rule| rule.weight), "those first that an examiner minds most");
}

/// A text as the answer to a part, and the code that is to be found there or none of.
const ALSO: &[(Part, &str, &str, bool)] = &[
    (Part::Level, "praise_without_figure", "成效显著（见附件）。", true),
    (Part::Level, "praise_without_figure", "愿景为“成为一流企业”。", false),
    (Part::Level, "praise_without_figure", "两组数据无显著差异。", false),
    (Part::Level, "praise_without_figure", "返修率大幅下降，由 １.１５％ 降至 ０.７４％。", false),
    (Part::Level, "praise_without_figure", "合格率大幅提高，翻了一番。", false),
    (Part::Level, "praise_without_figure", "2015 年成效显著。", true),
    (Part::Level, "praise_without_figure", "Results improved significantly in 2015.", true),
    (Part::Level, "praise_without_figure", "No area shows a significant gap.", false),
    (Part::Level, "praise_without_figure", "The pass rate rose significantly, to 98.6%.", false),
    (Part::Level, "praise_without_figure", "按 ERP 数据，质量显著提升。The rest is in English.", true),
    (Part::Level, "praise_without_figure", "与行业领先企业相比仍有差距。", false),
    (Part::Level, "praise_without_figure", "公司致力于成为国内一流的主轴企业。", false),
    (Part::Level, "praise_without_figure", "Its aim is to be a world-class maker of spindles.", false),
    (
        Part::Approach,
        "future_for_facts",
        "If a complaint is not closed in 30 days, the manager will be told.",
        false,
    ),
    (Part::Approach, "future_for_facts", "逾期未办结的，将由总经理督办。", false),
    (Part::Approach, "future_for_facts", "The department will set up files.", true),
    (Part::Level, "first_without_evidence", "该班组首创的讲评方法推广到 42 个班组。", false),
    (Part::Level, "first_without_evidence", "产品填补了国内空白。", true),
    (Part::Level, "first_without_evidence", "为全国同行业中唯一的一家（证据 6）。", false),
    (Part::Level, "first_without_evidence", "为全国同行业中唯一的一家。", true),
    (Part::Level, "first_without_evidence", "The line is the first of its kind.", true),
    (Part::Level, "first_without_evidence", "The first line was opened in 2012.", false),
    (Part::Approach, "future_for_facts", "2014 年将总经理接待日由每季度一次改为每月一次。", false),
    (Part::Approach, "future_for_facts", "下一步扩大范围。", true),
    (Part::Integration, "future_for_facts", "质量管理部将建立档案。", false),
    (Part::Opportunities, "prescription_in_feedback", "合理化建议采纳率偏低。", false),
    (Part::Opportunities, "prescription_in_feedback", "应收账款周转率回落。", false),
    (Part::Opportunities, "prescription_in_feedback", "对比数据不足，建议补充。", true),
    (
        Part::Opportunities,
        "prescription_in_feedback",
        "Comparisons are few; the company should add some.",
        true,
    ),
    (Part::Trend, "results_under_three_years", "2013、2014、2015 年分别为 4、5、5 次。", false),
    (Part::Trend, "results_under_three_years", "合格率逐年提高，2015 年 98.6%。", false),
    (Part::Trend, "results_under_three_years", "In 2015 the rate was 98.6%.", true),
    (Part::Comparison, "results_without_comparison", "尚未取得同行数据。", false),
    (Part::Comparison, "results_without_comparison", "与行业平均相比较好。", true),
    (Part::Comparison, "results_without_comparison", "There are no peer data.", false),
    (
        Part::Deployment,
        "deployment_without_places",
        "方法在总部和昌平基地执行，顺义基地尚未开始执行，其余各处按计划进行，由专人跟踪落实。",
        false,
    ),
    (
        Part::Approach,
        "abbreviation_unexplained",
        "采用 PDCA 循环，依据 GB/T 19580 和 E-06，型号 HSK-A63，分 A、B 两级。",
        false,
    ),
    (Part::Approach, "abbreviation_unexplained", "每月用 QRQC 会议解决问题。", true),
    (
        Part::Approach,
        "abbreviation_unexplained",
        "每月用 QRQC（快速反应质量控制）会议解决问题，QRQC 由质量管理部主持。",
        false,
    ),
];

#[test]
fn what_is_like_a_slip_and_is_none_is_left_alone() {
    for (part, code, content, expected) in ALSO {
        let field = fields(&BEIJING, *part)[0];
        let assessment = after(&BEIJING, &[field.write(text(content))]);
        let found = of_rule(&assessment, rule(code).expect("a rule"));
        assert_eq!(!found.is_empty(), *expected, "{code}: {content}: {found:?}");
    }
}

#[test]
fn a_hit_leads_to_what_was_written_whatever_signs_it_is_written_in() {
    let field = fields(&BEIJING, Part::Trend)[0];
    let slot = FigureSlot::Catalogue(BEIJING.indicator_slot("on-time-delivery").expect("an indicator"));
    let value = Action::Figure(slot, FigureChange::Value { year: 2014, value: Some(95.6) });
    let assessment = after(&BEIJING, &[value, field.write(text("\u{200b}２０１４\u{3000}年准时交付率 ９６.５％，提高。"))]);
    let hits = of_rule(&assessment, rule("figure_differs").expect("a rule"));
    let [hit] = &hits[..] else { panic!("{hits:?}") };
    assert_eq!(&content(&assessment, hit.place)[hit.range.clone()], "９６.５％");
    assert!(matches!(hit.elsewhere, Some(Elsewhere::Table(_, 2014))));
}

#[test]
fn both_places_of_a_contradiction_are_named() {
    for code in ["two_values", "same_paragraph", "name_variants"] {
        let rule = rule(code).expect("a rule");
        for language in Language::ALL {
            let assessment = example(rule, rule.example.bad, *language);
            let hit = &of_rule(&assessment, rule)[0];
            let Some(Elsewhere::Text(place, range)) = &hit.elsewhere else {
                panic!("{code}")
            };
            assert_ne!(*place, hit.place, "{code}");
            assert!(!content(&assessment, *place)[range.clone()].trim().is_empty());
        }
    }
}

#[test]
fn what_does_not_apply_to_the_applicant_is_not_read() {
    let kinds = BEIJING.items().find(|(_, item)| !item.applies_to.is_empty());
    let field = |item: ItemSlot| Field::Answer { item, scope: 0, factor: 0 };
    if let Some((item, named)) = kinds {
        let other = award_kit::criteria::Kind::ALL.into_iter().find(|kind| !named.applies_to.contains(kind));
        let assessment = after(&BEIJING, &[Action::Kind(other), field(item).write(text("成效显著。"))]);
        assert_eq!(red_pen(&BEIJING, &assessment), Vec::new());
    }
    let profile = after(&BEIJING, &[Action::Profile(ProfileText::Competition, text("公司处于行业领先地位。"))]);
    assert_eq!(red_pen(&BEIJING, &profile)[0].place, Field::Profile(ProfileText::Competition));
}

/// Whatever people type: words of the rules, figures, marks, and signs of every kind.
fn anything() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "显著",
        "国内",
        "首创",
        "2014 年",
        "2013—2015 年",
        "准时交付率",
        "由",
        "降至",
        "96.5%",
        "９６.５％",
        "、",
        "，",
        "。",
        "；",
        "\n",
        "“",
        "”",
        "《",
        "E-06",
        "（证据 6）",
        "质量管理部",
        "质管部",
        "ERP",
        "erp",
        "in 2015",
        " was ",
        "on-time delivery",
        "revenue",
        "RMB",
        " million",
        " and ",
        "significantly",
        "will",
        "1,2",
        "1,234.5",
        ".",
        "\u{200b}",
        "\u{3000}",
        "é",
        "😀",
        "\u{301}",
        "人",
        "每 ",
        "0",
        "20",
        "１",
        "Quality Department",
        "The",
        "‰",
        "–",
        "建议",
        "应",
        "将建立",
        "4.2.3",
        "(4.4)",
        " ",
    ]);
    let pieces = prop_oneof![4 => words.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from), 1 => "[ -~]{0,6}"];
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn no_text_makes_it_fall_and_every_place_is_one_of_its_text(texts in prop::collection::vec(anything(), 1..8), demo in any::<bool>()) {
        let pack: &Pack = if demo { &DEMO } else { &BEIJING };
        let mut actions = vec![Action::Profile(ProfileText::Challenges, text(&texts[0]))];
        for (at, content) in texts.iter().enumerate() {
            let item = ItemSlot(at * 3 % pack.items().len());
            let factor = at % pack.rubric_of(item).factors.len();
            actions.push(Action::Item(item, ItemChange::Answer { scope: at % 2, factor, text: text(content) }));
            actions.push(Action::Item(item, ItemChange::Opportunities(text(content))));
        }
        if let Some((slot, _)) = pack.indicators().next() {
            let change = FigureChange::Value { year: 2014, value: Some(95.6) };
            actions.push(Action::Figure(FigureSlot::Catalogue(slot), change));
        }
        let assessment = after(pack, &actions);
        let hits = red_pen(pack, &assessment);
        for hit in &hits {
            let there = content(&assessment, hit.place).get(hit.range.clone());
            prop_assert!(there.is_some_and(|there| !there.is_empty()), "{}: {:?}", hit.rule.code, hit);
            if let Some(Elsewhere::Text(place, range)) = &hit.elsewhere {
                prop_assert!(content(&assessment, *place).get(range.clone()).is_some());
            }
            for language in Language::ALL {
                prop_assert!(!say::red_pen_line(pack, &assessment, *language, hit).is_empty());
            }
        }
        prop_assert_eq!(hits, red_pen(pack, &assessment));
    }
}
