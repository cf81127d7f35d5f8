//! The packs of Hebei and Tianjin by their rules of today: what was found stands there with its source, what was not is said
//! not to be known.

use crate::samples::BEIJING;
use award_kit::archive::Project;
use award_kit::assessment::Percent;
use award_kit::criteria::{Draft, Edit, Lineage, Pack, Rule, Status, SuccessionKind, Wording, built_in};
use award_kit::scoring::{Points, score};
use std::rc::Rc;

fn pack(id: &str) -> Pack {
    built_in(id).expect("built in")
}

fn fact(pack: &Pack, id: &str) -> Option<u64> {
    pack.structure().facts.iter().find(|fact| fact.id == id).unwrap_or_else(|| panic!("{id}")).value
}

fn status(pack: &Pack, figure: &str) -> Status {
    pack.attribution(figure).unwrap_or_else(|| panic!("{figure}")).status
}

#[test]
fn hebei_2022_follows_the_measures_of_2022() {
    let pack = pack("hebei-2022");
    for (id, value) in [
        ("winners-max", Some(10)),
        ("cycle", Some(2)),
        ("prize", Some(500_000)),
        ("individual-winners-max", Some(10)),
        ("individual-prize", Some(20_000)),
        ("group-units-max", Some(1)),
        ("nominations-max", None),
        ("reapply-interval", None),
        ("pass-mark", None),
    ] {
        assert_eq!(fact(&pack, id), value, "{id}");
        let wanted = if value.is_some() { Status::Published } else { Status::Unverified };
        assert_eq!(status(&pack, &format!("fact/{id}")), wanted, "{id}");
    }
    let edition = pack.edition_rules(pack.default_edition());
    let five: Vec<&str> = edition
        .conditions
        .iter()
        .filter(|id| {
            pack.condition_slot(id)
                .is_some_and(|slot| pack.condition(slot).rule == Rule::FreeOf { years: 5 })
        })
        .map(String::as_str)
        .collect();
    assert_eq!(five, ["no-major-accident-hebei", "no-breach-hebei"]);
    let way = Lineage::built_in()
        .between(&self::pack("hebei-2016").reference(), &pack.reference())
        .expect("a way");
    assert!(way.items.is_empty());
    let told: Vec<(SuccessionKind, &str)> = way.conditions.iter().map(|entry| (entry.kind, entry.from[0].as_str())).collect();
    assert_eq!(
        told,
        [(SuccessionKind::Renamed, "leading-nationally"), (SuccessionKind::Retired, "recommended")]
    );
    assert!(Lineage::built_in().between(&BEIJING.reference(), &pack.reference()).is_some(), "by way of 2016");
}

#[test]
fn tianjin_2021_has_four_indicators_whose_points_are_not_known() {
    let pack = pack("tianjin-2021");
    let names: Vec<&str> = pack.items().map(|(_, item)| pack.words("zh").item(&item.id)).collect();
    assert_eq!(names, ["质量", "创新", "品牌", "效益"]);
    assert!(pack.structure().scoring.points_unknown);
    for (_, item) in pack.items() {
        assert_eq!(status(&pack, &format!("points/{}", item.id)), Status::Assumed, "{}", item.id);
    }
    assert!(pack.structure().missing.iter().any(|id| id == "tianjin-points"));
    assert!(pack.structure().indicators.is_empty() && pack.structure().ideas.is_empty());
    let note = pack.words("zh").points_note();
    assert!(note.contains("DB12/T 630-2021") && note.contains("不是 GB/T 19580"), "{note}");
    assert_eq!(pack.structure().stages.len(), 11);
    // Percentages add up all the same.
    let mut project = Project::blank(&pack);
    for item in &mut project.assessment.items {
        Rc::make_mut(item).percent = Percent::new(60, 5);
    }
    let total = score(&pack, &project.assessment).total;
    assert_eq!((total.points, total.max), (Points::whole(60), Points::whole(100)));
    // No other pack claims not to know its points.
    assert!(!BEIJING.structure().scoring.points_unknown);
}

#[test]
fn no_item_carries_over_to_tianjin_and_the_lineage_says_why() {
    let way = Lineage::built_in()
        .between(&BEIJING.reference(), &pack("tianjin-2021").reference())
        .expect("a way");
    let [gone] = way.items.as_slice() else { panic!("{:?}", way.items) };
    assert_eq!((gone.kind, gone.from.len()), (SuccessionKind::Retired, 23));
    assert!(gone.note.text("zh").contains("没有与国家标准条款对应的指标"), "{}", gone.note.text("zh"));
}

#[test]
fn whoever_enters_points_knows_them() {
    let pack = pack("tianjin-2021");
    let wording = Wording::new(&[("zh", "自定"), ("en", "Own")]);
    let points = |item: &str, points| Edit::Points { item: item.into(), points };
    let draft = [points("quality.indicators", 40), points("benefit.indicators", 10)]
        .iter()
        .fold(Draft::of(&pack, &wording), |draft, edit| draft.apply(edit));
    let known = draft.finish().unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert!(!known.structure().scoring.points_unknown);
    assert!(
        draft
            .changes()
            .iter()
            .any(|change| (change.place.as_str(), change.new.as_str()) == ("points_unknown", "off"))
    );
}

#[test]
fn a_line_of_one_citys_draft_is_labelled_as_one() {
    for id in ["gbt-19580-2012", "beijing-2016", "beijing-session-3"] {
        let pack = pack(id);
        let line = pack
            .structure()
            .scoring
            .reference_lines
            .iter()
            .find(|line| line.id == "hangzhou-620")
            .expect(id);
        assert_eq!(line.points, 620);
        assert_eq!(status(&pack, "reference/hangzhou-620"), Status::Unverified);
        assert!(pack.words("zh").reference("hangzhou-620").contains("一市的草案"));
        assert!(pack.words("en").reference("hangzhou-620").contains("a draft of one city only"));
    }
}

#[test]
fn unverified_points_name_the_printed_pages_to_check_them_against() {
    for id in [
        "gbt-19580-2012",
        "beijing-2016",
        "beijing-session-3",
        "tianjin-2020",
        "hebei-2016",
        "hebei-2022",
    ] {
        let pack = pack(id);
        assert!(pack.words("zh").points_note().contains("附录 A（第 17～18 页）"), "{id}");
        assert!(pack.words("en").points_note().contains("(pages 17 and 18)"), "{id}");
        assert!(pack.words("zh").source("national-table").contains("第 17～18 页"), "{id}");
    }
}

#[test]
fn the_condition_on_peers_is_not_of_the_third_round() {
    let edition = BEIJING.edition_slot("session-3").expect("the edition");
    assert!(!BEIJING.edition_rules(edition).conditions.iter().any(|id| id == "ahead-of-peers"));
    assert!(
        BEIJING
            .edition_rules(BEIJING.default_edition())
            .conditions
            .iter()
            .any(|id| id == "ahead-of-peers")
    );
    let third = pack("beijing-session-3");
    let detailed = third.edition_slot("detailed-rules").expect("the edition");
    assert!(third.edition_rules(detailed).conditions.iter().any(|id| id == "ahead-of-peers"));
}
