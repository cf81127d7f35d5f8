//! Places and values of changes in words of both languages.

use super::lists::{ids, lists, shift};
use super::{after, beijing_cases, draft};
use crate::samples::{BEIJING, DEMO};
use award_kit::criteria::{Draft, PackContent, PackView, differences, place_kinds};
use award_kit::language::{Language, codes};
use award_kit::report::say;

/// A place, a value there, and how both are said in Chinese and in English.
const SAID: &[(&str, &str, [&str; 2], [&str; 2])] = &[
    (
        "points/leadership.governance",
        "50",
        ["条款分值：4.1.3 组织治理", "50 分"],
        ["Points of the item: 4.1.3 Organisational governance", "50 points"],
    ),
    (
        "category/leadership",
        "110",
        ["类目分值：4.1 领导", "110 分"],
        ["Points of the category: 4.1 Leadership", "110 points"],
    ),
    ("total", "1000", ["总分", "1000 分"], ["Total", "1000 points"]),
    ("step", "5", ["得分率步长", "步长 5%"], ["Step of the percentage score", "step of 5%"]),
    (
        "rounding",
        "item_half_up",
        ["取整规则", "每个条款取整，四舍五入"],
        ["Rounding rule", "each item rounded to whole points, halves up"],
    ),
    (
        "not_applicable",
        "reduce",
        ["不适用条款的分值", "从满分中减去"],
        ["Points of items that do not apply", "taken off the maximum"],
    ),
    (
        "reference/us-500",
        "",
        ["参考线：500 分：1999—2006 年美国国家质量奖（波多里奇奖）申报者超过此分的不足三分之一", "（无）"],
        [
            "Reference line: 500 points: fewer than one third of the applicants for the US national award (Baldrige) of 1999–2006 exceeded it",
            "(none)",
        ],
    ),
    ("id", "own", ["准则包标识", "own"], ["Id of the pack", "own"]),
    ("edition", "2026", ["准则版本", "2026"], ["Edition of the criteria", "2026"]),
    (
        "edition/2016/three-years",
        "off",
        ["申报条件：第二届（2016 年）：从事合法生产经营 3 年以上", "不适用"],
        [
            "Condition for applying: Second round (2016): At least 3 years' lawful operation",
            "does not apply",
        ],
    ),
    (
        "edition_dates/2016",
        "2016-11-03–2016-12-02",
        ["申报起止日期：第二届（2016 年）", "申报受理：2016年11月3日至2016年12月2日。"],
        ["Dates for applying: Second round (2016)", "Applications: 3 November 2016 to 2 December 2016."],
    ),
    (
        "rule/three-years",
        "years_since_registration 3",
        ["条件的判定规则：从事合法生产经营 3 年以上", "登记满 3 年"],
        ["Rule of the condition: At least 3 years' lawful operation", "Registered for 3 years"],
    ),
    (
        "rule/registered",
        "registered_in 11",
        ["条件的判定规则：在北京市行政区域内注册登记", "登记地行政区划代码以 11 开头"],
        ["Rule of the condition: Registered within Beijing", "Division code begins with 11"],
    ),
    (
        "default_edition",
        "2016",
        ["现行的申报条件版本", "第二届（2016 年）"],
        ["Edition of the conditions in force", "Second round (2016)"],
    ),
    (
        "fact/prize",
        "2000000",
        ["奖项数据：获奖组织一次性奖金", "2,000,000 元"],
        ["Award data: One-off prize money per winner", "2,000,000 yuan"],
    ),
    (
        "fact/pass-mark",
        "null",
        ["奖项数据：获奖分数线", "未查到"],
        ["Award data: Pass mark", "not found"],
    ),
    (
        "self_check/accident",
        "3",
        ["自查项的追溯年限：3 年内无重大质量、安全、环保、卫生事故", "追溯 3 年"],
        [
            "Years a self-check looks back: No major quality, safety, environmental or health accident in 3 years",
            "looks back 3 years",
        ],
    ),
    (
        "bonus/results.products",
        "on",
        ["是否为加分项：4.7.2 产品和服务结果", "是"],
        ["Whether a bonus item: 4.7.2 Product and service results", "yes"],
    ),
    (
        "applies_to/results.products",
        "service, public_welfare",
        ["适用的组织类型：4.7.2 产品和服务结果", "服务业企业、公益性组织"],
        [
            "Kinds of organisation: 4.7.2 Product and service results",
            "Services, Public-welfare organisation",
        ],
    ),
    (
        "prompt/leadership.governance/governance-system",
        "on",
        ["提示：4.1.3 组织治理：a 治理体系", "列入"],
        ["Prompt: 4.1.3 Organisational governance: a Governance system", "included"],
    ),
    (
        "rubric/process/10-25",
        "10–20",
        ["评分档次：过程条款：10%～25%", "10%～20%"],
        ["Scoring band: Process items: 10%–25%", "10%–20%"],
    ),
    (
        "source/fact/fee",
        "notice-session-3/published/high",
        ["来源与状态：奖项数据：申报和评审收费", "北京市市场监督管理局：第三届申报通知（已公开）"],
        [
            "Source and status: Award data: Fees at any stage",
            "Beijing Municipal Administration for Market Regulation (北京市市场监督管理局): notice of the third round (published)",
        ],
    ),
    (
        "source/points",
        "own-choice/assumed",
        ["来源与状态：条款分值", "本准则包自定（自定）"],
        ["Source and status: points of the items", "This pack's own choice (assumed)"],
    ),
    (
        "text/zh/item.leadership.governance",
        "组织治理",
        ["中文文字：条款：4.1.3 组织治理", "组织治理"],
        ["Text in Chinese: Item: 4.1.3 Organisational governance", "组织治理"],
    ),
    (
        "text/en/pack.points_note",
        "A note",
        ["英文文字：分值说明", "A note"],
        ["Text in English: note on the points", "A note"],
    ),
    (
        "order/categories",
        "strategy, b",
        ["顺序：类目", "4.2 战略、b"],
        ["Order: categories", "4.2 Strategy, b"],
    ),
    (
        "order/eligibility/editions/2016/conditions",
        "three-years, legal-personality",
        ["顺序：第二届（2016 年）：申报条件", "从事合法生产经营 3 年以上、具有法人资格"],
        [
            "Order: Second round (2016): conditions",
            "At least 3 years' lawful operation, Has legal personality",
        ],
    ),
    (
        "order/rubrics/results/limits",
        "level, trend",
        ["顺序：结果条款：评分建议的限制", "水平、趋势"],
        ["Order: Results items: limits of the suggested rating", "Level, Trend"],
    ),
    (
        "order/rubrics/process/bands",
        "0-5, 10-25",
        ["顺序：过程条款：评分档次", "0%～5%、10%～25%"],
        ["Order: Process items: scoring bands", "0%–5%, 10%–25%"],
    ),
    ("other/pack.json/format", "x", ["其他：pack.json/format", "x"], ["Other: pack.json/format", "x"]),
];

#[test]
fn places_and_values_are_said_in_both_languages() {
    let packs = [BEIJING.view()];
    for (place, value, chinese, english) in SAID {
        for (language, said) in [(Language::Zh, chinese), (Language::En, english)] {
            let found = [say::place(language, place, &packs), say::place_value(language, place, value, &packs)];
            assert_eq!(found, *said, "{place}");
        }
    }
}

#[test]
fn every_kind_of_place_has_words() {
    let more = ["band", "edition_of_conditions", "edition_condition"];
    for language in Language::ALL {
        let missing: Vec<&str> = place_kinds()
            .chain(more)
            .filter(|kind| !language.words().has_code(&codes::PLACE, kind))
            .collect();
        assert!(missing.is_empty(), "{}: {missing:?}", language.tag());
    }
}

#[test]
fn what_is_new_and_what_is_gone_both_have_their_names() {
    for (what, edits, _) in beijing_cases() {
        let draft = after(&BEIJING, &edits);
        let packs = draft.sides();
        for change in draft.changes() {
            for language in Language::ALL {
                let label = say::place(*language, &change.place, &packs);
                let (kind, id) = change.place.split_once('/').unwrap_or((&change.place, "?"));
                let bare = kind != "retired" && label.contains(&format!(" {id}")) && id.contains(['-', '.']);
                assert!(!label.contains('{') && !label.contains('/') && !bare, "{what}: {} {label}", change.place);
                for value in [&change.old, &change.new] {
                    let said = say::place_value(*language, &change.place, value, &packs);
                    assert!(
                        !said.is_empty() && !["on", "off", "null"].contains(&said.as_str()),
                        "{what}: {} {said}",
                        change.place
                    );
                }
            }
        }
    }
}

#[test]
fn a_changed_order_is_told_by_names() {
    let mut count = 0;
    for pack in [&*BEIJING, &*DEMO] {
        let begin = draft(pack);
        let orders = lists(pack).into_iter().flat_map(|list| {
            let moved = ids(pack, &list).into_iter().map(|id| begin.apply(&shift(list.clone(), &id, true)));
            moved.collect::<Vec<Draft>>()
        });
        for draft in orders {
            for change in draft.changes().iter().filter(|change| change.place.starts_with("order/")) {
                for language in Language::ALL {
                    let said = say::place_value(*language, &change.place, &change.new, &draft.sides());
                    let bare: Vec<&str> = change.new.split(", ").filter(|id| id.contains(['-', '.']) && said.contains(*id)).collect();
                    assert!(bare.is_empty() && said != change.new, "{} {said}", change.place);
                    count += 1;
                }
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn two_unlike_packs_are_told_apart_without_a_bare_id_of_a_text() {
    let packs: [PackView<'_>; 2] = [DEMO.view(), BEIJING.view()];
    let told = differences(BEIJING.content(), DEMO.content());
    assert!(told.len() > 250, "{}", told.len());
    for change in &told {
        let label = say::place(Language::En, &change.place, &packs);
        assert!(!label.contains('{') && !label.is_empty(), "{} {label}", change.place);
        assert!(!change.place.starts_with("other/"), "{change:?}");
    }
    let empty = PackContent {
        structure: serde_json::Value::Null,
        sources: serde_json::Value::Null,
        texts: Vec::new(),
        cases: serde_json::Value::Null,
    };
    assert_eq!(say::place(Language::En, "points/a.b", &[empty.view()]), "Points of the item: a.b");
    assert_eq!(say::place(Language::En, "text/en/prompt.a.b", &[]), "Text in English: a.b");
    assert!(!differences(draft(&DEMO).original().content(), &empty).is_empty());
}
