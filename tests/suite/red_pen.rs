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
