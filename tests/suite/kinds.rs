//! What depends on the kind of applicant: which items count and for how much, what is missing, and what the draft says.
//! Bonus items come on top.

use crate::samples::{DEMO, after, assessments, cases, percent, rated, slot};
use award_kit::archive::{Project, open_bytes, write};
use award_kit::assessment::{Action, Assessment, ItemChange, text};
use award_kit::criteria::{Kind, NotApplicable, Pack, PackContent};
use award_kit::date::Date;
use award_kit::eligibility::judge;
use award_kit::findings::{Finding, findings};
use award_kit::language::Language;
use award_kit::report::{Block, Options, ParagraphStyle, say, submission};
use award_kit::scoring::{Maximum, Points, Score, maxima, next_band_gain, score};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use std::rc::Rc;
use std::sync::LazyLock;

const SERVICE: Option<Kind> = Some(Kind::Service);
const RULES: [NotApplicable; 3] = [NotApplicable::Reduce, NotApplicable::RedistributeInCategory, NotApplicable::Redistribute];
const ROUNDINGS: [&str; 2] = ["exact", "item_half_up"];

/// Everything an applicant can be: not known yet, or one of the kinds.
fn kinds() -> impl Iterator<Item = Option<Kind>> {
    std::iter::once(None).chain(Kind::ALL.map(Some))
}

fn word(rule: NotApplicable) -> &'static str {
    match rule {
        NotApplicable::Reduce => "reduce",
        NotApplicable::RedistributeInCategory => "redistribute_in_category",
        NotApplicable::Redistribute => "redistribute",
    }
}

/// demo-mini with its `pack.json` changed.
fn demo(change: impl FnOnce(&mut Value)) -> Pack {
    let mut content = DEMO.content().clone();
    change(&mut content.structure);
    checked(content)
}

fn checked(content: PackContent) -> Pack {
    Pack::from_content(content).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// demo-mini (40 and 30 points in the first category, 30 in the second) with one item for manufacturers only.
fn for_manufacturers(category: usize, item: usize, rule: NotApplicable, rounding: &str) -> Pack {
    demo(|pack| {
        pack["scoring"]["not_applicable"] = json!(word(rule));
        pack["scoring"]["rounding"] = json!(rounding);
        pack["categories"][category]["items"][item]["applies_to"] = json!(["manufacturing"]);
    })
}

/// demo-mini where improvement (30 points) is a bonus item, so that 70 points are the total.
fn with_bonus(pack: &mut Value) {
    pack["categories"][0]["items"][1]["bonus"] = json!(true);
    pack["categories"][0]["points"] = json!(40);
    pack["scoring"]["total"] = json!(70);
    pack["maturity"] = json!([{ "id": "starting", "from": 0, "to": 34 }, { "id": "established", "from": 35, "to": 70 }]);
}

fn of_kind(mut assessment: Assessment, kind: Option<Kind>) -> Assessment {
    Rc::make_mut(&mut assessment.organisation).kind = kind;
    assessment
}

/// The score of some ratings, in the order of the pack, for a kind of applicant.
fn scored(pack: &Pack, kind: Option<Kind>, ratings: &[Option<u8>]) -> Score {
    score(pack, &of_kind(rated(pack, ratings), kind))
}

/// The maxima as they are printed; `–` for an item that does not apply, `+` before a bonus item's.
fn printed(maxima: &[Maximum]) -> Vec<String> {
    let one = |maximum: &Maximum| match maximum {
        Maximum::Counted(points) => points.to_string(),
        Maximum::Bonus(points) => format!("+{points}"),
        Maximum::NotApplicable => "–".into(),
    };
    maxima.iter().map(one).collect()
}

#[test]
fn an_item_that_does_not_apply_reduces_or_redistributes_as_the_pack_says() {
    use NotApplicable::*;
    // Category and item for manufacturers only, rule, and for a service: items' maxima, categories', total.
    let table = [
        (0, 1, Reduce, ["40", "–", "30"], ["40", "30"], "70"),
        (0, 1, RedistributeInCategory, ["70", "–", "30"], ["70", "30"], "100"),
        // 30 points in the ratio 4 : 3 are 17.142… and 12.857…
        (0, 1, Redistribute, ["57.14", "–", "42.86"], ["57.14", "42.86"], "100"),
        (0, 0, Reduce, ["–", "30", "30"], ["30", "30"], "60"),
        (0, 0, RedistributeInCategory, ["–", "70", "30"], ["70", "30"], "100"),
        (0, 0, Redistribute, ["–", "50", "50"], ["50", "50"], "100"),
        (1, 0, Reduce, ["40", "30", "–"], ["70", "0"], "70"),
        (1, 0, Redistribute, ["57.14", "42.86", "–"], ["100", "0"], "100"),
    ];
    for (category, item, rule, items, categories, total) in table {
        let pack = for_manufacturers(category, item, rule, "exact");
        let service = scored(&pack, SERVICE, &[None; 3]);
        let found: Vec<Maximum> = service.items.iter().map(|item| item.maximum).collect();
        assert_eq!(printed(&found), items, "{rule:?}");
        let found: Vec<String> = service.categories.iter().map(|category| category.tally.max.to_string()).collect();
        assert_eq!(found, categories, "{rule:?}");
        assert_eq!(service.total.max.to_string(), total, "{rule:?}");
        for everything in [None, Some(Kind::Manufacturing)] {
            assert_eq!(printed(&maxima(&pack, everything)), ["40", "30", "30"], "{rule:?} {everything:?}");
        }
    }
}

#[test]
fn the_hundredth_left_over_goes_to_the_larger_remainder_and_then_to_the_earlier_item() {
    // Points of the items that apply, points of the one that does not, and what they become.
    let table: [(&[u32], u32, &[&str]); 5] = [
        (&[10, 10, 10], 10, &["13.34", "13.33", "13.33"]),
        (&[10, 10, 10], 20, &["16.67", "16.67", "16.66"]),
        (&[1, 2, 4], 1, &["1.14", "2.29", "4.57"]), // remainders 0.142…, 0.285…, 0.571… of 14, 28 and 57 hundredths
        (&[50, 30, 20], 100, &["100", "60", "40"]),
        (&[600_000, 300_000], 100_000, &["666666.67", "333333.33"]),
    ];
    for (points, absent, expected) in table {
        let mut items: Vec<Item> = points
            .iter()
            .map(|&points| Item {
                points,
                kinds: 0b111,
                bonus: false,
            })
            .collect();
        items.push(Item {
            points: absent,
            kinds: 0b001,
            bonus: false,
        });
        let pack = made(&[items], NotApplicable::Redistribute, "exact");
        assert_eq!(printed(&maxima(&pack, SERVICE))[..points.len()], *expected, "{points:?} and {absent}");
    }
}

#[test]
fn a_bonus_item_gets_no_share_and_gives_none() {
    let kinds = |pack: &mut Value, item: usize| pack["categories"][0]["items"][item]["applies_to"] = json!(["manufacturing"]);
    let share = |pack: &mut Value| pack["scoring"]["not_applicable"] = json!("redistribute");
    let bonus_for_some = demo(|pack| {
        with_bonus(pack);
        share(pack);
        kinds(pack, 1);
    });
    assert_eq!(printed(&maxima(&bonus_for_some, None)), ["40", "+30", "30"]);
    assert_eq!(printed(&maxima(&bonus_for_some, SERVICE)), ["40", "–", "30"]);
    let bonus_for_all = demo(|pack| {
        with_bonus(pack);
        share(pack);
        kinds(pack, 0);
    });
    assert_eq!(printed(&maxima(&bonus_for_all, SERVICE)), ["–", "+30", "70"]);
}

#[test]
fn points_are_the_effective_maximum_times_the_percentage() {
    // 57.14 × 55 % = 31.427, 42.86 × 45 % = 19.287; to whole points 31 and 19.
    for (rounding, first, last, total) in [("exact", "31.43", "19.29", "50.72"), ("item_half_up", "31", "19", "50")] {
        let pack = for_manufacturers(0, 1, NotApplicable::Redistribute, rounding);
        let service = scored(&pack, SERVICE, &[Some(55), Some(90), Some(45)]);
        let points: Vec<Option<String>> = service.items.iter().map(|item| item.points.map(|points| points.to_string())).collect();
        assert_eq!(points, [Some(first.into()), None, Some(last.into())]);
        assert_eq!(service.total.points.to_string(), total);
        let full = scored(&pack, SERVICE, &[Some(100); 3]);
        assert_eq!(full.total.points, full.total.max);
        assert!(service.has_fractional_maximum() && !scored(&pack, None, &[None; 3]).has_fractional_maximum());
    }
}

#[test]
fn only_items_that_apply_are_counted_as_rated_or_not() {
    let pack = for_manufacturers(0, 1, NotApplicable::Reduce, "exact");
    let service = scored(&pack, SERVICE, &[Some(50), None, None]);
    assert_eq!((service.counted(), service.rated(), service.unrated, service.not_applicable()), (2, 1, 1, 1));
    assert_eq!((service.range.0.to_string(), service.range.1.to_string()), ("20".into(), "50".into()));
    assert_eq!(
        service.categories.iter().map(|category| (category.rated, category.items)).collect::<Vec<_>>(),
        [(1, 1), (0, 1)]
    );
    assert_eq!(service.categories[0].percent(), Some(50));
    assert!(!service.is_complete() && scored(&pack, SERVICE, &[Some(50), None, Some(0)]).is_complete());

    let kept = scored(&pack, SERVICE, &[Some(50), Some(70), None]);
    let item = kept.items[1];
    assert_eq!(
        (item.maximum, item.percent, item.points, item.band),
        (Maximum::NotApplicable, Some(percent(70)), None, None)
    );
    assert_eq!(next_band_gain(&pack, &item), None);
    assert_eq!((kept.total, kept.unrated), (service.total, service.unrated));
}

#[test]
fn bonus_points_stand_beside_the_total_and_an_open_bonus_item_is_not_unrated() {
    let pack = demo(with_bonus);
    let open = scored(&pack, None, &[Some(50), None, Some(50)]);
    assert_eq!((open.counted(), open.unrated, open.is_complete(), open.has_bonus()), (2, 0, true, true));
    assert_eq!((open.bonus.points.to_string(), open.bonus.max.to_string()), ("0".into(), "30".into()));
    let rated = scored(&pack, None, &[Some(50), Some(45), Some(50)]);
    assert_eq!((rated.bonus.points.to_string(), rated.bonus.max.to_string()), ("14".into(), "30".into()));
    assert_eq!(next_band_gain(&pack, &rated.items[1]), Some(Points::whole(1)));
    for part in [&open, &rated] {
        assert_eq!((part.total.points.to_string(), part.total.max.to_string()), ("35".into(), "70".into()));
        assert_eq!(part.range, (Points::whole(35), Points::whole(35)));
        assert_eq!((part.categories[0].items, part.rubric(&pack, "process").max), (1, Points::whole(40)));
    }
    assert_eq!(scored(&DEMO, None, &[Some(50); 3]).bonus, Default::default());
}

fn found(pack: &Pack, assessment: &Assessment) -> Vec<Finding> {
    let eligibility = judge(pack, assessment, pack.default_edition(), None, Date::MAX);
    findings(pack, assessment, &eligibility)
}

fn about_items(pack: &Pack, assessment: &Assessment) -> Vec<(usize, &'static str)> {
    let found = found(pack, assessment);
    let items = found.iter().filter_map(|finding| match finding.place() {
        award_kit::findings::Place::Item(slot) => Some((slot.0, finding.code())),
        _ => None,
    });
    items.collect()
}

#[test]
fn nothing_is_missing_where_an_item_does_not_apply_and_nobody_has_to_answer_a_bonus_item() {
    let pack = for_manufacturers(0, 1, NotApplicable::Reduce, "exact");
    let blank = |kind| of_kind(Assessment::blank(&pack), kind);
    let expected = |items: &[usize]| items.iter().map(|&item| (item, "item_unanswered")).collect::<Vec<_>>();
    assert_eq!(about_items(&pack, &blank(None)), expected(&[0, 1, 2]));
    assert_eq!(about_items(&pack, &blank(SERVICE)), expected(&[0, 2]));
    let rated_all = of_kind(rated(&pack, &[Some(50); 3]), SERVICE);
    assert!(about_items(&pack, &rated_all).iter().all(|(item, _)| *item != 1));

    let pack = demo(with_bonus);
    assert_eq!(about_items(&pack, &Assessment::blank(&pack)), expected(&[0, 2]));
    let claimed = rated(&pack, &[None, Some(50), None]);
    let claimed: Vec<_> = about_items(&pack, &claimed).into_iter().filter(|(item, _)| *item == 1).collect();
    assert_eq!(claimed, [(1, "rated_without_answer"), (1, "rated_without_evidence")]);
}

/// The cells of the score table, row by row.
fn score_table(pack: &Pack, assessment: &Assessment, language: Language) -> Vec<Vec<String>> {
    let document = submission(pack, assessment, language, &Options::default());
    let caption = language.words().report_score_caption();
    let table = document.blocks.into_iter().find_map(|block| match block {
        Block::Table(table) if table.caption.text == caption => Some(table),
        _ => None,
    });
    table.expect("a score table").rows.into_iter().map(|row| row.cells).collect()
}

#[test]
fn the_score_table_shows_what_does_not_apply_and_names_the_rule() {
    for rule in RULES {
        let pack = for_manufacturers(0, 1, rule, "exact");
        let assessment = of_kind(rated(&pack, &[Some(55), Some(70), None]), SERVICE);
        for language in Language::ALL {
            let words = language.words();
            let row = score_table(&pack, &assessment, *language).swap_remove(2);
            assert_eq!(row[2..], [words.none(), words.term_not_applicable(), words.none()]);
            let told = submission(&pack, &assessment, *language, &Options::default()).plain_text();
            assert!(told.contains(say::not_applicable(*language, rule)));
            let fraction = say::fractional_maximum(*language, pack.structure().scoring.rounding);
            assert_eq!(told.contains(fraction), rule == NotApplicable::Redistribute);
        }
        let everything = of_kind(assessment, None);
        let told = submission(&pack, &everything, Language::Zh, &Options::default()).plain_text();
        assert!(!told.contains("不适用"), "{rule:?}");
    }
    let pack = for_manufacturers(0, 1, NotApplicable::Redistribute, "exact");
    let assessment = of_kind(rated(&pack, &[Some(55), None, None]), SERVICE);
    assert_eq!(
        score_table(&pack, &assessment, Language::Zh),
        [
            ["1", "做法", "57.14", "", "31.43"],
            ["1.1", "方向与责任", "57.14", "55%", "31.43"],
            ["1.2", "改进", "—", "不适用", "—"],
            ["2", "成效", "42.86", "", "—"],
            ["2.1", "顾客结果", "42.86", "未评", "—"],
            ["", "过程条款", "57.14", "", "31.43"],
            ["", "结果条款", "42.86", "", "—"],
            ["", "总计", "100", "", "31.43"],
        ]
    );
    let told = submission(&pack, &assessment, Language::Zh, &Options::default()).plain_text();
    for sentence in [
        "1.1 方向与责任（57.14 分）",
        "1.2 改进（不适用）",
        "共 2 个条款，其中 1 个未评，暂不计分；总分可能在 31.43 至 74.29 分之间。",
        "按组织类型（服务业企业），不适用的条款共 1 个。",
        "满分不是整数的条款，得分四舍五入到 0.01 分。",
    ] {
        assert!(told.contains(sentence), "{sentence}");
    }
}

#[test]
fn a_category_without_any_item_that_applies_says_so_and_a_smaller_maximum_is_named() {
    let pack = for_manufacturers(1, 0, NotApplicable::Reduce, "exact");
    let assessment = of_kind(rated(&pack, &[Some(50), Some(50), None]), SERVICE);
    let rows = score_table(&pack, &assessment, Language::En);
    assert_eq!(rows[3], ["2", "Outcomes", "–", "Not applicable", "–"]);
    let told = submission(&pack, &assessment, Language::En, &Options::default()).plain_text();
    assert!(told.contains("2 Outcomes (not applicable)"));
    assert!(told.contains("The maximum for this kind of organisation is 70 points; the ranges of the total and the reference lines suppose 100."));
}

#[test]
fn bonus_items_stand_below_the_total() {
    let pack = demo(with_bonus);
    let assessment = rated(&pack, &[Some(50), Some(45), Some(50)]);
    let rows = score_table(&pack, &assessment, Language::Zh);
    assert_eq!(
        rows[4..],
        [
            ["", "过程条款", "40", "", "20"],
            ["", "结果条款", "30", "", "15"],
            ["", "总计", "70", "", "35"],
            ["", "加分项", "30", "", "14"],
            ["1.2", "改进", "30", "45%", "14"],
            ["", "总分与加分合计", "100", "", "49"],
        ]
    );
    let told = submission(&pack, &assessment, Language::Zh, &Options::default()).plain_text();
    assert!(told.contains("1.2 改进（加分项，30 分）") && told.contains(Language::Zh.words().term_bonus_note()));
    let open = submission(&pack, &Assessment::blank(&pack), Language::Zh, &Options::default());
    let missing = |block: &&Block| {
        matches!(
            block,
            Block::Paragraph {
                style: ParagraphStyle::Missing,
                ..
            }
        )
    };
    // Five topics of the overview, compliance, evidence and two items; nobody has to answer the bonus item.
    assert_eq!(open.blocks.iter().filter(missing).count(), 5 + 2 + 2);
}

#[test]
fn a_category_of_bonus_items_alone_has_no_points_of_its_own() {
    let pack = demo(|pack| {
        pack["categories"][1]["items"][0]["bonus"] = json!(true);
        pack["categories"][1]["points"] = json!(0);
        pack["scoring"]["total"] = json!(70);
        pack["maturity"][1]["to"] = json!(70);
    });
    let assessment = rated(&pack, &[Some(50), Some(50), None]);
    let numbers: Vec<String> = score_table(&pack, &assessment, Language::Zh)
        .into_iter()
        .map(|mut row| row.swap_remove(0))
        .collect();
    assert_eq!(numbers, ["1", "1.1", "1.2", "", "", "", "", "2.1", ""]);
    let told = submission(&pack, &assessment, Language::Zh, &Options::default()).plain_text();
    assert!(told.contains("\n2 成效\n2.1 顾客结果（加分项，30 分）"), "{told}");
}

#[test]
fn prompts_for_other_kinds_stay_out_of_the_draft_unless_something_was_written_there() {
    let pack = demo(|pack| pack["categories"][0]["items"][0]["prompts"][1]["applies_to"] = json!(["manufacturing"]));
    let item = slot(&pack, "practice.direction");
    let answer = ItemChange::Answer {
        scope: 2,
        factor: 0,
        text: text("岗位质量责任书。"),
    };
    let told = |assessment: &Assessment| submission(&pack, assessment, Language::Zh, &Options::default()).plain_text();
    let note = Language::Zh.words().report_evaluation_prompt_not_for_kind();
    let without = of_kind(Assessment::blank(&pack), SERVICE);
    assert!(!told(&without).contains("1.1.2 责任"));
    let written = Action::Item(item, answer).apply(&without);
    assert!(told(&written).contains("1.1.2 责任") && told(&written).contains("岗位质量责任书。") && told(&written).contains(note));
    let meant = of_kind(written, Some(Kind::Manufacturing));
    assert!(told(&meant).contains("岗位质量责任书。") && !told(&meant).contains(note));
}

#[test]
fn what_was_written_in_an_item_that_does_not_apply_stays_in_the_draft() {
    let pack = for_manufacturers(0, 1, NotApplicable::Reduce, "exact");
    let told = |assessment: &Assessment| submission(&pack, assessment, Language::En, &Options::default()).plain_text();
    let words = Language::En.words();
    let blank = of_kind(Assessment::blank(&pack), SERVICE);
    assert!(told(&blank).contains(words.report_evaluation_not_for_kind()));
    let written = Action::Item(slot(&pack, "practice.improvement"), ItemChange::Strengths(text("Forty-six projects."))).apply(&blank);
    assert!(told(&written).contains("Forty-six projects.") && told(&written).contains(words.report_evaluation_not_for_kind_kept()));
}

/// An item of a made pack; `kinds` has a bit for each kind it applies to.
#[derive(Debug, Clone, Copy)]
struct Item {
    points: u32,
    kinds: u8,
    bonus: bool,
}

/// What the checker asks for: for every kind of applicant something counts, in each category where points stay there.
fn usable(categories: &[Vec<Item>], rule: NotApplicable) -> Vec<Vec<Item>> {
    let mut categories = categories.to_vec();
    if categories.iter().flatten().all(|item| item.bonus) {
        categories[0][0].bonus = false;
    }
    let in_category = rule == NotApplicable::RedistributeInCategory;
    let mut done = false;
    for category in &mut categories {
        if let Some(first) = category.iter_mut().find(|item| !item.bonus).filter(|_| in_category || !done) {
            first.kinds = 0b111;
            done = true;
        }
    }
    categories
}

/// demo-mini with other categories and items.
fn made(categories: &[Vec<Item>], rule: NotApplicable, rounding: &str) -> Pack {
    let categories = usable(categories, rule);
    let mut content = DEMO.content().clone();
    let mut texts = Map::new();
    let mut listed = Vec::new();
    for (at, items) in categories.iter().enumerate() {
        let id = format!("c{at}");
        texts.insert(format!("category.{id}"), json!("类目"));
        let mut list = Vec::new();
        for (position, item) in items.iter().enumerate() {
            let id = format!("{id}.i{position}");
            texts.insert(format!("item.{id}"), json!("条款"));
            let kinds: Vec<&str> = (0..3).filter(|kind| item.kinds & 1 << kind != 0).map(|kind| Kind::ALL[kind].word()).collect();
            let kinds = if kinds.len() == 3 { Vec::new() } else { kinds };
            list.push(json!({
                "id": id, "number": format!("{at}.{position}"), "points": item.points, "rubric": if position % 2 == 0 { "process" } else { "results" },
                "orientations": [], "applies_to": kinds, "bonus": item.bonus, "prompts": [],
            }));
        }
        listed.push(json!({ "id": id, "number": at.to_string(), "points": sum(items), "items": list }));
    }
    let total: u32 = categories.iter().map(|items| sum(items)).sum();
    let structure = &mut content.structure;
    structure["categories"] = json!(listed);
    structure["maturity"] = json!([{ "id": "starting", "from": 0, "to": total }]);
    structure["scoring"] = json!({
        "total": total, "step": 5, "rounding": rounding, "not_applicable": word(rule),
        "reference_lines": [{ "id": "halfway", "points": total / 2 }],
    });
    for (_, words) in &mut content.texts {
        let words = words.as_object_mut().expect("texts");
        let gone = |id: &str| {
            ["category.", "item.", "prompt.", "maturity.established"]
                .iter()
                .any(|start| id.starts_with(start))
        };
        words.retain(|id, _| !gone(id));
        words.extend(texts.clone());
    }
    checked(content)
}

fn sum(items: &[Item]) -> u32 {
    items.iter().filter(|item| !item.bonus).map(|item| item.points).sum()
}

/// Packs of up to four categories and twenty items, some for some kinds only, some of them bonus items.
fn categories() -> impl Strategy<Value = Vec<Vec<Item>>> {
    let kinds = prop_oneof![2 => Just(0b111), 3 => 1..=0b111_u8];
    let item = (1..=120_u32, kinds, prop::bool::weighted(0.15)).prop_map(|(points, kinds, bonus)| Item { points, kinds, bonus });
    vec(vec(item, 1..=5), 1..=4)
}

fn rules() -> impl Strategy<Value = NotApplicable> {
    select(&RULES[..])
}

/// As many ratings as any made pack has items.
fn many_ratings() -> impl Strategy<Value = Vec<Option<u8>>> {
    vec(prop::option::of((0..=20_u8).prop_map(|steps| steps * 5)), 20)
}

fn hundredths(points: impl Iterator<Item = Points>) -> u64 {
    points.map(Points::hundredths).sum()
}

fn counted(maximum: Maximum) -> Option<Points> {
    match maximum {
        Maximum::Counted(points) => Some(points),
        Maximum::Bonus(_) | Maximum::NotApplicable => None,
    }
}

/// demo-mini with an item and a prompt for manufacturers and a bonus item for the others.
static MIXED: LazyLock<Pack> = LazyLock::new(|| {
    demo(|pack| {
        with_bonus(pack);
        pack["scoring"]["not_applicable"] = json!("reduce");
        pack["categories"][0]["items"][0]["prompts"][0]["applies_to"] = json!(["manufacturing"]);
        pack["categories"][0]["items"][1]["applies_to"] = json!(["service", "public_welfare"]);
        pack["categories"][1]["items"][0]["applies_to"] = json!(["manufacturing"]);
    })
});

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn maxima_add_up_to_their_categories_and_to_the_total(categories in categories(), rule in rules(), ratings in many_ratings()) {
        let pack = made(&categories, rule, "exact");
        let ratings = &ratings[..pack.items().len()];
        for kind in kinds() {
            let score = scored(&pack, kind, ratings);
            let mut whole = 0;
            for category in &score.categories {
                let slots: Vec<usize> = pack.items_of(category.category).map(|slot| slot.0).collect();
                let items = || slots.iter().map(|&at| score.items[at].maximum);
                prop_assert_eq!(hundredths(items().filter_map(counted)), category.tally.max.hundredths());
                whole += category.tally.max.hundredths();
                let takes = items().any(|maximum| counted(maximum).is_some());
                let own = u64::from(pack.category(category.category).points) * 100;
                match rule {
                    NotApplicable::Reduce => prop_assert!(category.tally.max.hundredths() <= own),
                    NotApplicable::RedistributeInCategory => prop_assert_eq!(category.tally.max.hundredths(), if takes { own } else { 0 }),
                    NotApplicable::Redistribute => {}
                }
            }
            prop_assert_eq!(whole, score.total.max.hundredths());
            prop_assert_eq!(hundredths(score.rubrics.iter().map(|tally| tally.max)), whole);
            prop_assert_eq!(hundredths(score.items.iter().filter(|item| counted(item.maximum).is_some()).filter_map(|item| item.points)), score.total.points.hundredths());
            if rule == NotApplicable::Redistribute {
                let takes = score.items.iter().any(|item| counted(item.maximum).is_some());
                prop_assert_eq!(whole, if takes { u64::from(pack.structure().scoring.total) * 100 } else { 0 });
            }
            let bonus = pack.items().filter(|(_, item)| item.bonus && Kind::among(kind, &item.applies_to));
            prop_assert_eq!(score.bonus.max.hundredths(), bonus.map(|(_, item)| u64::from(item.points) * 100).sum::<u64>());
        }
    }

    /// No share is a whole hundredth away from the exact proportion, and of items with the same points the earlier one
    /// never has less.
    #[test]
    fn shares_are_in_proportion_to_a_hundredth(categories in categories()) {
        let pack = made(&categories, NotApplicable::Redistribute, "exact");
        let total = u64::from(pack.structure().scoring.total) * 100;
        for kind in kinds() {
            let items: Vec<(u64, u64)> = pack.items().zip(maxima(&pack, kind)).filter_map(|((_, item), maximum)| Some((item.points.into(), counted(maximum)?.hundredths()))).collect();
            let whole: u64 = items.iter().map(|(points, _)| points).sum();
            for (at, &(points, max)) in items.iter().enumerate() {
                prop_assert!((max * whole).abs_diff(points * total) < whole, "{} of {} for {}", max, total, points);
                prop_assert!(items[at..].iter().all(|&(later, other)| later != points || (other..=other + 1).contains(&max)));
            }
        }
    }

    #[test]
    fn raising_one_rating_never_lowers_the_total(categories in categories(), rule in rules(), rounding in select(&ROUNDINGS[..]), before in many_ratings(), item in 0..20_usize, steps in 1..=20_i32) {
        let pack = made(&categories, rule, rounding);
        let before = &before[..pack.items().len()];
        let item = item % before.len();
        let mut after = before.to_vec();
        after[item] = before[item].map(|value| percent(value).moved(steps, 5).value());
        for kind in kinds() {
            let [lower, higher] = [before, &after].map(|ratings| scored(&pack, kind, ratings));
            prop_assert!(higher.total.points >= lower.total.points && higher.bonus.points >= lower.bonus.points);
            prop_assert!(higher.range.0 >= lower.range.0 && higher.range.1 >= lower.range.1);
            let other = if pack.item(award_kit::criteria::ItemSlot(item)).bonus { (lower.total, higher.total) } else { (lower.bonus, higher.bonus) };
            prop_assert_eq!(other.0, other.1);
            if !higher.items[item].maximum.applies() {
                prop_assert_eq!((higher.total, higher.bonus, higher.unrated), (lower.total, lower.bonus, lower.unrated));
            }
        }
    }

    #[test]
    fn the_range_holds_every_total_still_possible_and_no_total_exceeds_its_maximum(categories in categories(), rule in rules(), rounding in select(&ROUNDINGS[..]), open in many_ratings(), closing in many_ratings()) {
        let pack = made(&categories, rule, rounding);
        let items = pack.items().len();
        for kind in kinds() {
            let now = scored(&pack, kind, &open[..items]);
            let closed = |rest: &[Option<u8>]| -> Points {
                let all: Vec<Option<u8>> = open.iter().zip(rest).map(|(known, later)| known.or(*later)).take(items).collect();
                scored(&pack, kind, &all).total.points
            };
            prop_assert_eq!(closed(&[Some(0); 20]), now.range.0);
            prop_assert_eq!(closed(&[Some(100); 20]), now.range.1);
            let possible = closed(&closing);
            prop_assert!(now.range.0 <= possible && possible <= now.range.1 && now.range.1 <= now.total.max);
            prop_assert_eq!(scored(&pack, kind, &vec![Some(100); items]).total.points, now.total.max);
        }
    }

    #[test]
    fn a_pack_whose_items_all_apply_gives_the_same_for_every_kind(categories in categories(), rule in rules(), rounding in select(&ROUNDINGS[..]), ratings in many_ratings()) {
        let for_all: Vec<Vec<Item>> = categories.iter().map(|items| items.iter().map(|item| Item { kinds: 0b111, ..*item }).collect()).collect();
        let pack = made(&for_all, rule, rounding);
        let ratings = &ratings[..pack.items().len()];
        let unknown = scored(&pack, None, ratings);
        prop_assert!(!unknown.has_fractional_maximum());
        prop_assert_eq!(unknown.total.max, Points::whole(pack.structure().scoring.total));
        for kind in kinds() {
            prop_assert_eq!(&scored(&pack, kind, ratings), &unknown);
        }
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn a_change_of_kind_never_loses_an_answer(assessment in assessments(&MIXED), changes in vec(prop::option::of(select(&Kind::ALL[..])), 1..6)) {
        let original = assessment.organisation.kind;
        let mut changed = assessment.clone();
        for kind in changes {
            changed = Action::Kind(kind).apply(&changed);
            prop_assert_eq!(&changed.items, &assessment.items);
            let written = write(&Project::new(changed.clone()), &MIXED);
            let read = open_bytes(written.as_bytes()).expect("it opens").with_pack(&MIXED).expect("it fits");
            prop_assert_eq!(&read.assessment, &changed);
            let told = submission(&MIXED, &changed, Language::Zh, &Options::default()).plain_text();
            for answer in changed.items.iter().flat_map(|item| item.answers()) {
                for line in answer.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(str::trim_end).filter(|line| !line.trim().is_empty()) {
                    prop_assert!(told.contains(line), "{:?} is missing", line);
                }
            }
        }
        let back = Action::Kind(original).apply(&changed);
        prop_assert_eq!(score(&MIXED, &back), score(&MIXED, &assessment));
        prop_assert_eq!(back, assessment);
    }
}

#[test]
fn the_kind_is_asked_of_the_organisation_alone() {
    let kind = after(&MIXED, [&Action::Kind(SERVICE)]);
    assert_eq!(printed(&maxima(&MIXED, kind.organisation.kind)), ["40", "+30", "–"]);
    assert_eq!(score(&MIXED, &kind).total.max, Points::whole(40));
}
