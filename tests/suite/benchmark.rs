//! Score cards and what is published of them. Laws: what is written is read; no difference of published cells leaves fewer than five;
//! no quartiles tell the value of a card.

use crate::samples::{BEIJING, DEMO, cases, percent, slot};
use award_kit::archive::open;
use award_kit::assessment::{Action, Assessment, ItemChange, ProfileText};
use award_kit::benchmark::{CardFaultCode, Cell, Coarseness, LEAST, Merged, NoCard, Publication, ScoreCard, Why, merge, published_parts, quartiles};
use award_kit::criteria::{Kind, Pack, PackReference};
use award_kit::eligibility::SizeClass;
use award_kit::scoring::{Maximum, maxima, score};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};

const SIZES: [SizeClass; 4] = [SizeClass::Micro, SizeClass::Small, SizeClass::Medium, SizeClass::Large];

/// A card of a kind and a size, all items rated by a rule of their position.
fn card(pack: &Pack, kind: Kind, size: Option<SizeClass>, rated: impl Fn(usize) -> u8) -> ScoreCard {
    let counts = pack
        .items()
        .zip(maxima(pack, Some(kind)))
        .filter(|(_, maximum)| matches!(maximum, Maximum::Counted(_)));
    ScoreCard {
        pack: PackReference {
            id: pack.id().into(),
            edition: pack.edition().into(),
            hash: pack.hash().into(),
        },
        year: 2027,
        kind,
        sector: size.and(pack.structure().size.first().map(|sector| sector.id.clone())),
        size,
        items: counts.enumerate().map(|(at, ((_, item), _))| (item.id.clone(), rated(at))).collect(),
    }
}

/// So many cards, all different.
fn some(pack: &Pack, kind: Kind, size: Option<SizeClass>, n: usize) -> Vec<ScoreCard> {
    let step = |card: usize, item: usize| (card * 7 + item * 3 + card * item) % 21 * 5;
    (0..n).map(|nth| card(pack, kind, size, |item| step(nth, item) as u8)).collect()
}

fn merged(pack: &Pack, cards: &[ScoreCard]) -> Merged {
    let files: Vec<String> = cards.iter().map(ScoreCard::write).collect();
    let merged = merge(pack, &files.iter().map(String::as_str).collect::<Vec<&str>>());
    assert_eq!(merged.left_out, [], "all count");
    merged
}

fn told(merged: &Merged) -> Vec<Cell> {
    merged
        .publication
        .iter()
        .flat_map(|published| &published.cells)
        .map(|published| published.cell)
        .collect()
}

/// Cards by which published cells hold them. Whatever is added and subtracted of published cells is made of these groups.
fn groups(cards: &[ScoreCard], cells: &[Cell]) -> BTreeMap<Vec<bool>, usize> {
    let mut groups = BTreeMap::new();
    for card in cards {
        *groups.entry(cells.iter().map(|cell| cell.holds(card)).collect()).or_default() += 1;
    }
    groups
}

fn rated(pack: &Pack, kind: Kind, percents: u8) -> Assessment {
    let blank = Action::Kind(Some(kind)).apply(&Assessment::blank(pack));
    let rate = |assessment, (slot, _)| Action::Item(slot, ItemChange::Percent(Some(percent(percents)))).apply(&assessment);
    pack.items().fold(blank, rate)
}

#[test]
fn a_card_holds_percentages_and_nothing_that_says_whose_it_is() {
    let (pack, text) = (&*BEIJING, std::fs::read_to_string("assets/samples/manufacturing.zh.json").expect("a sample"));
    let assessment = open(&text).and_then(|opened| opened.with_pack(pack)).expect("it opens").assessment;
    let card = ScoreCard::of(pack, &assessment, 2027).expect("the sample is rated as a whole");
    let written = card.write();
    assert_eq!(ScoreCard::read(&written), Ok(card.clone()));
    let file: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    let members: Vec<&String> = file.as_object().expect("an object").keys().collect();
    assert_eq!(members, ["format", "version", "pack", "year", "kind", "sector", "size", "items"]);
    assert_eq!(file["year"], 2027);
    for (id, percent) in file["items"].as_object().expect("items") {
        let rating = pack.item_slot(id).and_then(|slot| assessment.item(slot).percent);
        assert_eq!(rating.map(|rating| u64::from(rating.value())), percent.as_u64());
    }
    // Nothing the organisation wrote stands in it.
    let organisation = &assessment.organisation;
    for text in [ProfileText::Name, ProfileText::CreditCode].map(|name| organisation.text(name)) {
        assert!(!text.is_empty() && !written.contains(&**text), "{text}");
    }
    assert!(written.is_ascii(), "no text in Chinese");
}

#[test]
fn only_what_is_rated_as_a_whole_has_a_card() {
    let whole = rated(&BEIJING, Kind::Service, 55);
    assert!(ScoreCard::of(&BEIJING, &whole, 2027).is_ok());
    let open = Action::Item(slot(&BEIJING, "leadership.governance"), ItemChange::Percent(None)).apply(&whole);
    assert_eq!(ScoreCard::of(&BEIJING, &open, 2027), Err(NoCard::Unrated(1)));
    let nobody = Action::Kind(None).apply(&whole);
    assert_eq!(ScoreCard::of(&BEIJING, &nobody, 2027), Err(NoCard::Kind));
}

/// What is changed in a card, and which fault is told where.
#[test]
fn a_card_with_anything_else_in_it_is_refused_with_the_place() {
    use CardFaultCode::{BadValue, Newer, NotJson, OtherFile, Repeated, TooLarge, Unknown, WrongKind};
    let card = card(&DEMO, Kind::Service, None, |_| 50).write();
    let first = DEMO.items().next().map(|(_, item)| format!("\"{}\": 50", item.id)).expect("an item");
    let rows = [
        ("{", "{\"name\": \"甲\", ", vec![(Unknown, "/name")]),
        ("\"year\": 2027", "\"year\": 2027, \"date\": \"2027-03-01\"", vec![(Unknown, "/date")]),
        ("\"year\": 2027", "\"year\": 20270301", vec![(BadValue, "/year")]),
        ("\"year\": 2027", "\"year\": \"2027\"", vec![(WrongKind, "/year")]),
        ("\"year\": 2027,", "", vec![(WrongKind, "")]),
        ("\"service\"", "\"a\"", vec![(WrongKind, "/kind")]),
        ("\"size\": null", "\"size\": \"huge\"", vec![(WrongKind, "/size")]),
        ("\"version\": \"1.0\"", "\"version\": \"2.0\"", vec![(Newer, "/version")]),
        ("\"version\": \"1.0\"", "\"version\": \"one\"", vec![(BadValue, "/version")]),
        ("award-kit.score-card", "award-kit.assessment", vec![(OtherFile, "/format")]),
        ("\"year\": 2027", "\"year\": 2027, \"year\": 2028", vec![(Repeated, "/year")]),
        ("\"year\": 2027", "\"year\" 2027", vec![(NotJson, "9:10")]),
        (&first, &first.replace("50", "105"), vec![(BadValue, "/items/")]),
        (&first, &first.replace("50", "300"), vec![(WrongKind, "/items/")]),
    ];
    for (from, to, wanted) in rows {
        assert!(card.contains(from), "{from} in {card}");
        let faults = ScoreCard::read(&card.replacen(from, to, 1)).expect_err(to);
        let found: Vec<(CardFaultCode, &str)> = faults.iter().map(|fault| (fault.code, fault.at.as_str())).collect();
        assert_eq!(found.len(), wanted.len(), "{to}: {found:?}");
        for ((code, at), (wanted, place)) in found.iter().zip(&wanted) {
            assert!(code == wanted && at.starts_with(place), "{to}: {code:?} {at}");
        }
    }
    let many = card.replacen('{', &format!("{{{}", " ".repeat(200_000)), 1);
    assert_eq!(ScoreCard::read(&many).expect_err("too large")[0].code, TooLarge);
}

#[test]
fn cards_that_do_not_fit_the_criteria_are_left_out_and_the_same_one_counts_once() {
    let sound = some(&BEIJING, Kind::Service, None, 6);
    let mut odd_step = sound[0].clone();
    *odd_step.items.values_mut().next().expect("an item") = 52;
    let mut lacking = sound[0].clone();
    lacking.items.pop_first();
    let mut more = sound[0].clone();
    more.items.insert("leadership.nothing".into(), 50);
    let mut of_no_sector = sound[0].clone();
    of_no_sector.size = Some(SizeClass::Large);
    let mut other = sound[0].clone();
    other.pack.edition = "2027".into();
    let all: Vec<String> = sound
        .iter()
        .chain([&odd_step, &lacking, &more, &of_no_sector, &other, &sound[2]])
        .map(ScoreCard::write)
        .chain(["{}".into()])
        .collect();
    let merged = merge(&BEIJING, &all.iter().map(String::as_str).collect::<Vec<&str>>());
    assert_eq!(merged.counted, 6);
    let mut left = merged.left_out.iter();
    for (at, place) in [(6, "/items/"), (7, "/items/"), (8, "/items/leadership.nothing"), (9, "/size")] {
        let out = left.next().expect("left out");
        assert!(out.at == at && matches!(&out.why, Why::Misfit(fault) if fault.at.starts_with(place)), "{out:?}");
    }
    assert!(matches!(left.next().map(|out| &out.why), Some(Why::OtherPack { edition, .. }) if edition == "2027"));
    assert_eq!(left.next().map(|out| (&out.why, out.at)), Some((&Why::Repeated(2), 11)));
    assert!(matches!(left.next().map(|out| &out.why), Some(Why::Unreadable(fault)) if fault.code == CardFaultCode::OtherFile));
    assert_eq!(left.next(), None);
}

#[test]
fn of_fewer_than_five_nothing_is_told() {
    for n in 0..LEAST {
        let merged = merged(&BEIJING, &some(&BEIJING, Kind::Service, None, n));
        assert_eq!((merged.publication, merged.counted), (None, n));
    }
    let five = merged(&BEIJING, &some(&BEIJING, Kind::Service, None, 5));
    assert_eq!(
        told(&five),
        [
            Cell::WHOLE,
            Cell {
                kind: Some(Kind::Service),
                size: None
            }
        ],
        "both are the same five"
    );
    assert!(five.publication.expect("published").cells.iter().all(|cell| cell.n == 5));
}

/// How many of each kind there are, and which kinds are told. Without the second rule the first row would give three away.
#[test]
fn all_less_the_kinds_that_are_told_is_nobody_or_five() {
    let rows: [([usize; 3], &[Kind]); 6] = [
        ([16, 3, 0], &[]),
        ([16, 9, 3], &[Kind::Manufacturing]),
        ([16, 9, 5], &[Kind::Manufacturing, Kind::Service, Kind::PublicWelfare]),
        ([16, 9, 0], &[Kind::Manufacturing, Kind::Service]),
        ([6, 3, 3], &[Kind::Manufacturing]),
        ([5, 5, 4], &[Kind::Service]),
    ];
    for (counts, kinds) in rows {
        let cards: Vec<ScoreCard> = Kind::ALL.into_iter().zip(counts).flat_map(|(kind, n)| some(&BEIJING, kind, None, n)).collect();
        let merged = merged(&BEIJING, &cards);
        let published: Vec<Kind> = told(&merged).iter().filter_map(|cell| cell.kind).collect();
        assert_eq!(published, kinds, "{counts:?}");
        let left = cards.iter().filter(|card| !published.contains(&card.kind)).count();
        assert!(left == 0 || left >= LEAST, "{counts:?}: {left}");
    }
    assert_eq!(published_parts(28, &[16, 9, 3]), [true, false, false]);
    assert_eq!(published_parts(30, &[16, 9, 5]), [true, true, true]);
}

proptest! {
    #![proptest_config(cases(96))]

    /// Whoever adds and subtracts published cells as he likes never has a few in his hands.
    #[test]
    fn no_difference_of_published_cells_leaves_fewer_than_five(
        counts in vec((select(Kind::ALL.to_vec()), select((0..5).collect::<Vec<usize>>()), 0_usize..9), 1..14)
    ) {
        let mut cards = Vec::new();
        for (kind, size, n) in counts {
            let size = SIZES.get(size).copied();
            for one in some(&BEIJING, kind, size, n + cards.len()).into_iter().skip(cards.len()) {
                cards.push(one);
            }
        }
        let mut known = BTreeSet::new();
        cards.retain(|card| known.insert(card.write()));
        let merged = merged(&BEIJING, &cards);
        let cells = told(&merged);
        prop_assert_eq!(cells.is_empty(), cards.len() < LEAST);
        if !cells.is_empty() {
            for (group, n) in groups(&cards, &cells) {
                prop_assert!(n >= LEAST, "{} in {:?} of {:?}", n, group, cells);
            }
        }
        for published in merged.publication.iter().flat_map(|published| &published.cells) {
            let n = cards.iter().filter(|card| published.cell.holds(card)).count();
            prop_assert!(published.n as usize <= n && n < published.n as usize + LEAST);
        }
    }

    /// What is published is read as it was, and the order of the files does not matter.
    #[test]
    fn what_is_written_is_read_and_the_order_does_not_matter(n in 5_usize..20, sizes in vec(0_usize..5, 20)) {
        let all = some(&BEIJING, Kind::Manufacturing, None, n);
        let cards: Vec<ScoreCard> = all.iter().zip(sizes).map(|(card, size)| ScoreCard {
            sector: SIZES.get(size).and(BEIJING.structure().size.first().map(|sector| sector.id.clone())),
            size: SIZES.get(size).copied(),
            ..card.clone()
        }).collect();
        for card in &cards {
            prop_assert_eq!(ScoreCard::read(&card.write()), Ok(card.clone()));
        }
        let published = merged(&BEIJING, &cards).publication.expect("five and more");
        prop_assert_eq!(Publication::read(&published.write()), Ok(published.clone()));
        let backwards: Vec<ScoreCard> = cards.iter().rev().cloned().collect();
        prop_assert_eq!(merged(&BEIJING, &backwards).publication, Some(published));
    }

    /// Whatever becomes of a file on its way: it is read and written again as the same, or refused with a place.
    #[test]
    fn a_changed_file_is_read_whole_or_refused(at in 0_usize..4_000, sign in any::<char>(), digits in "[-0-9.e]{0,8}") {
        let cards = some(&DEMO, Kind::Service, None, 5);
        let published = merged(&DEMO, &cards).publication.expect("five").write();
        for text in [cards[0].write(), published] {
            let signs: Vec<char> = text.chars().collect();
            let at = at % signs.len();
            for with in [sign.to_string(), digits.clone()] {
                let changed: String = signs[..at].iter().copied().chain(with.chars()).chain(signs[at + 1..].iter().copied()).collect();
                match ScoreCard::read(&changed) {
                    Ok(card) => prop_assert_eq!(ScoreCard::read(&card.write()), Ok(card)),
                    Err(faults) => prop_assert!(!faults.is_empty()),
                }
                match Publication::read(&changed) {
                    Ok(read) => prop_assert_eq!(Publication::read(&read.write()), Ok(read)),
                    Err(faults) => prop_assert!(!faults.is_empty()),
                }
                let merged = merge(&DEMO, &[&changed]);
                prop_assert_eq!(merged.counted + merged.left_out.len(), 1);
            }
        }
    }

    /// Quartiles never fall, lie between the ends, and do not depend on the order.
    #[test]
    fn quartiles_rise(values in vec(0_u32..=100, 5..40)) {
        let hundredths: Vec<u32> = values.iter().map(|value| value * 100).collect();
        for coarseness in [Coarseness::RATING, Coarseness::TOTAL] {
            let found = quartiles(&hundredths, coarseness).expect("five and more");
            prop_assert!(found.lower <= found.median && found.median <= found.upper);
            prop_assert!(found.lower >= coarseness.end && found.upper <= 100 - coarseness.end);
            let backwards: Vec<u32> = hundredths.iter().rev().copied().collect();
            prop_assert_eq!(quartiles(&backwards, coarseness), Some(found));
        }
    }
}

#[test]
fn quartiles_are_means_of_three_and_none_of_four() {
    let of = |values: &[u32]| {
        let hundredths: Vec<u32> = values.iter().map(|value| value * 100).collect();
        quartiles(&hundredths, Coarseness::RATING).map(|found| [found.lower, found.median, found.upper])
    };
    assert_eq!(of(&[40, 45, 50, 60, 80]), Some([50, 50, 60]));
    assert_eq!(of(&[40, 45, 50, 60]), None);
    assert_eq!(of(&[0; 9]), Some([20, 20, 20]));
    assert_eq!(of(&[100; 9]), Some([80, 80, 80]));
    assert_eq!(of(&[30, 30, 30, 50, 50, 50, 50, 70, 70, 70, 70]), Some([40, 50, 60]));
}

/// All sorted lists of `n` ratings in steps of five per cent.
fn every_list(n: usize, from: u32, list: &mut Vec<u32>, found: &mut dyn FnMut(&[u32])) {
    if list.len() == n {
        return found(list);
    }
    for value in (from..=10_000).step_by(500) {
        list.push(value);
        every_list(n, value, list, found);
        list.pop();
    }
}

/// Going backwards: of all lists of 5 ratings that give the same three quartiles there is no value that every one of them holds, nor of 6, nor
/// of 7. So whoever sees the quartiles, and knows how many cards there are, can say of no value that a card has it; told in fives he could.
#[test]
fn no_quartiles_say_that_a_card_has_a_certain_value() {
    let certain = |told: Coarseness, n: usize| {
        let mut held: BTreeMap<[u8; 3], u32> = BTreeMap::new();
        every_list(n, 0, &mut Vec::new(), &mut |list| {
            let found = quartiles(list, told).expect("five and more");
            let values = list.iter().fold(0_u32, |set, value| set | 1 << (value / 500));
            *held.entry([found.lower, found.median, found.upper]).or_insert(u32::MAX) &= values;
        });
        held.values().filter(|values| **values != 0).count()
    };
    for n in 5..=7 {
        assert_eq!(certain(Coarseness::RATING, n), 0, "{n} cards");
        assert!(certain(Coarseness { unit: 5, end: 0 }, n) > 20, "{n} cards: the rule is needed");
    }
}

#[test]
fn the_total_is_that_of_the_points_and_an_item_that_some_have_not_is_not_told_of_all() {
    let cards: Vec<ScoreCard> = (0..5)
        .map(|nth| card(&BEIJING, Kind::Service, None, |item| if item == 0 { 5 * nth } else { 50 }))
        .collect();
    let published = merged(&BEIJING, &cards).publication.expect("five");
    let whole = &published.cells[0];
    let half = score(&BEIJING, &rated(&BEIJING, Kind::Service, 50)).total;
    assert_eq!(half.points.hundredths() * 2, half.max.hundredths());
    let first = &BEIJING.items().next().expect("an item").1;
    let wanted = |nth: u64| (half.points.hundredths() - u64::from(first.points) * (50 - 5 * nth)) * 100 / half.max.hundredths();
    assert_eq!(u64::from(whole.total.median), wanted(2));
    assert_eq!(whole.items.len(), cards[0].items.len());
    assert_eq!(published.years, (2027, 2027));
    // Where kinds have different items, those of one alone stand under it and not under all.
    let mixed: Vec<ScoreCard> = Kind::ALL.into_iter().flat_map(|kind| some(&BEIJING, kind, None, 6)).collect();
    let published = merged(&BEIJING, &mixed).publication.expect("eighteen");
    let common = |id: &String| mixed.iter().all(|card| card.items.contains_key(id));
    for (id, _) in &published.cells[0].items {
        assert!(common(id), "{id}");
    }
    let (own, other) = (published.nearest(Some(Kind::Service), Some(SizeClass::Large)), published.nearest(None, None));
    assert_eq!(
        own.map(|cell| cell.cell),
        Some(Cell {
            kind: Some(Kind::Service),
            size: None
        })
    );
    assert_eq!(other.map(|cell| cell.cell), Some(Cell::WHOLE));
}

/// What is changed in a published file, and where the fault is.
#[test]
fn a_publication_that_tells_of_a_few_or_falls_is_refused_and_a_later_member_is_not() {
    let published = merged(&BEIJING, &some(&BEIJING, Kind::Service, None, 6)).publication.expect("six");
    let file: serde_json::Value = serde_json::from_str(&published.write()).expect("JSON");
    let with = |pointer: &str, value: serde_json::Value| {
        let mut file = file.clone();
        *file.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        Publication::read(&file.to_string()).map_err(|faults| faults[0].at.clone())
    };
    for (pointer, value) in [
        ("/cells/0/n", 4.into()),
        ("/cells/0/total", serde_json::json!([60, 50, 70])),
        ("/cells/1/total", serde_json::json!([10, 20])),
        ("/cells/1/total", serde_json::json!([10, 20, 101])),
        ("/years", serde_json::json!([2028, 2027])),
    ] {
        assert_eq!(with(pointer, value).expect_err(pointer), pointer);
    }
    assert_eq!(with("/cells/1/kind", serde_json::Value::Null).expect_err("twice"), "/cells/1/kind");
    let mut later = file.clone();
    later["note"] = "later".into();
    assert_eq!(Publication::read(&later.to_string()), Ok(published));
}
