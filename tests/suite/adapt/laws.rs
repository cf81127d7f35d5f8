//! Laws of adapting, whatever edits are made: nothing is lost, nothing breaks, nothing goes untold.

use super::lists::{lists, new};
use super::succession::part;
use super::{after, attribution, both, citation, draft, new_item, new_prompt};
use crate::samples::{DEMO, cases, day, writing};
use award_kit::criteria::{
    Change, Draft, DraftHistory, Edit, Fault, FaultCode, Kind, Measure, NotApplicable, Pack, PackContent, Rounding, Rule, SizeBounds, Status, What,
    differences, read_pack_file, write_pack_file,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// What is in a draft or pack beside the record of its adaptation.
fn without_record(content: &PackContent) -> PackContent {
    let mut content = content.clone();
    content.structure.as_object_mut().expect("an object").shift_remove("adapted");
    content
}

fn content(draft: &Draft) -> PackContent {
    without_record(&draft.view().to_content())
}

fn bytes(content: &PackContent) -> String {
    let texts: Vec<String> = content.texts.iter().map(|(tag, texts)| format!("{tag}{texts}")).collect();
    format!("{}{}{}", content.structure, content.sources, texts.concat())
}

fn ids(pack: &Pack, path: &str) -> Vec<String> {
    let list = pack.content().structure.pointer(path).and_then(Value::as_array).expect("a list");
    let mut ids: Vec<String> = list.iter().map(|element| element["id"].as_str().expect("an id").to_owned()).collect();
    ids.push("no-such-thing".into());
    ids
}

/// Any edit that a person can make in a draft of a pack, also senseless ones.
fn edits(pack: &'static Pack) -> impl Strategy<Value = Edit> {
    let mut items: Vec<String> = pack.items().map(|(_, item)| item.id.clone()).collect();
    items.extend(["results.new", "practice.new"].map(String::from));
    let categories = ids(pack, "/categories");
    let mut lines = ids(pack, "/scoring/reference_lines");
    lines.push("new".into());
    let (bands, rubrics) = (ids(pack, "/maturity"), ids(pack, "/rubrics"));
    let rubric_bands = ids(pack, "/rubrics/0/bands");
    let (conditions, editions) = (ids(pack, "/eligibility/conditions"), ids(pack, "/eligibility/editions"));
    let checks = ids(pack, "/eligibility/self_checks");
    let (facts, limits) = (ids(pack, "/facts"), ids(pack, "/limits"));
    let texts: Vec<String> = pack.content().texts[0].1.as_object().expect("texts").keys().cloned().collect();
    let figures = draft(pack).figures();
    let ids: Vec<String> = [
        "/eligibility/conditions",
        "/eligibility/editions",
        "/eligibility/self_checks",
        "/facts",
        "/rubrics",
        "/categories",
    ]
    .iter()
    .flat_map(|path| ids(pack, path))
    .collect();
    let few = || select(vec![0_u32, 1, 10, 30, 40, 50, 100, 1000, u32::MAX]);
    let item = move || select(items.clone());
    let edition = select(editions);
    let condition = select(conditions);
    let kinds = vec(select(&Kind::ALL[..]), 0..3);
    let dates = || select(vec![None, Some(day("2016-11-03")), Some(day("2020-01-31"))]);
    let status = select(&Status::ALL[..]);
    let numbers = prop_oneof![
        4 => (item(), few()).prop_map(|(item, points)| Edit::Points { item, points }),
        1 => few().prop_map(Edit::Total),
        1 => (item(), "[0-9.]{0,3}").prop_map(|(id, number)| Edit::Number { id, number }),
        1 => select(vec![0_u8, 1, 5, 7, 10, 100, 255]).prop_map(Edit::Step),
        1 => (select(bands), few()).prop_map(|(band, from)| Edit::Maturity { band, from }),
        1 => (select(rubrics), select(rubric_bands), 0..=100_u8).prop_map(|(rubric, band, from)| Edit::Band { rubric, band, from }),
        1 => (select(lines.clone()), few()).prop_map(|(line, points)| Edit::Reference { line, points }),
        1 => (select(limits), few()).prop_map(|(limit, characters)| Edit::Limit { limit, characters }),
        1 => (select(facts), select(vec![None, Some(0_u64), Some(u64::MAX)])).prop_map(|(fact, value)| Edit::Fact { fact, value }),
        1 => (select(checks), select(vec![None, Some(3_u32), Some(0)])).prop_map(|(check, years)| Edit::LookBack { check, years }),
        1 => (condition.clone(), select(vec![0_u32, 3, 5, 1000])).prop_map(|(condition, years)| Edit::Years { condition, years }),
    ];
    let choices = prop_oneof![
        1 => select(&Rounding::ALL[..]).prop_map(Edit::Rounding),
        1 => select(&NotApplicable::ALL[..]).prop_map(Edit::NotApplicable),
        2 => (item(), any::<bool>()).prop_map(|(item, bonus)| Edit::Bonus { item, bonus }),
        1 => (item(), kinds).prop_map(|(item, kinds)| Edit::AppliesTo { item, prompt: None, kinds }),
        2 => (edition.clone(), condition, any::<bool>()).prop_map(|(edition, condition, on)| Edit::InEdition { edition, condition, on }),
        1 => (edition.clone(), dates(), dates()).prop_map(|(edition, opens, closes)| Edit::EditionDates { edition, opens, closes }),
        1 => edition.prop_map(Edit::DefaultEdition),
    ];
    let words = prop_oneof![
        2 => (select(vec!["zh", "en", "fr"]), select(texts), writing()).prop_map(|(language, id, text)| Edit::Text { language: language.into(), id, text: (*text).into() }),
        1 => select(vec!["own", "", "Own"]).prop_map(|id| Edit::PackId(id.into())),
        2 => (select(figures.clone()), select(vec!["一", "二", "在本工具中修改，未注明来源"]), status).prop_map(|(figure, text, status)| attribution(&figure, text, status)),
        1 => (select(figures), writing()).prop_map(|(place, why)| Edit::Reason { place, why: (*why).into() }),
    ];
    let things = prop_oneof![
        2 => (select(categories), few(), any::<bool>()).prop_map(|(category, points, bonus)| new_item(&category, "new", points, bonus)),
        2 => item().prop_map(Edit::Retire),
        1 => item().prop_map(Edit::Restore),
        1 => (item(), any::<bool>()).prop_map(|(item, numbered)| Edit::NewPrompt { item, prompt: new_prompt("new", numbered.then_some("z")) }),
        1 => item().prop_map(|item| Edit::RemovePrompt { item, prompt: "new".into() }),
        1 => few().prop_map(|points| Edit::NewReference { name: "new".into(), points, text: both("线", "Line") }),
        1 => select(lines).prop_map(Edit::RemoveReference),
    ];
    let listed = lists(pack);
    let names = vec!["new", "line", "2016", "session"];
    let list = move || select(listed.clone());
    let within = move || prop_oneof![select(ids.clone()), select(vec!["new".to_owned(), "no-such-thing".to_owned()])];
    let lists = prop_oneof![
        3 => (select(names.clone()), select(kinds_of_things())).prop_map(|(name, what)| new(name, what)),
        2 => (list(), within()).prop_map(|(list, id)| Edit::Take { list, id }),
        1 => (list(), within()).prop_map(|(list, id)| Edit::BringBack { list, id }),
        2 => (list(), within(), any::<bool>()).prop_map(|(list, id, up)| Edit::Move { list, id, up }),
        1 => (within(), select(rules())).prop_map(|(condition, rule)| Edit::Rule { condition, rule }),
        2 => (item_of(pack), few_points()).prop_map(|(item, points)| Edit::Split {
            item,
            parts: vec![part("one", "1", points, &[], &[]), part("two", "2", 10, &[], &[])],
            note: both("拆分", "Split"),
        }),
        1 => (item_of(pack), item_of(pack)).prop_map(|(one, other)| Edit::Merge {
            items: vec![one, other],
            into: part("both", "3", 40, &[], &[]),
            note: both("合并", "Merged"),
        }),
        1 => (item_of(pack), within()).prop_map(|(item, rubric)| Edit::JudgedBy { item, rubric }),
        1 => (item_of(pack), vec(within(), 0..3)).prop_map(|(item, orientations)| Edit::Tags { item, prompt: None, orientations }),
    ];
    prop_oneof![numbers, choices, words, things, lists]
}

/// New things of every kind.
fn kinds_of_things() -> Vec<What> {
    let note = || both("说明", "Note");
    vec![
        What::Condition {
            rule: Rule::Declared,
            hint: note(),
            editions: vec!["2016".into(), "nowhere".into()],
        },
        What::Edition { like: None },
        What::SelfCheck { years: Some(2) },
        What::Stage { note: note() },
        What::Fact {
            value: None,
            unit: "yuan".into(),
        },
        What::Limit { characters: 500 },
        What::Orientation,
        What::Idea { note: note() },
        What::Missing,
        What::Category { number: "9".into() },
        What::Sector {
            bounds: vec![SizeBounds {
                measure: Measure::Staff,
                large: 3,
                medium: 2,
                small: 1,
            }],
        },
    ]
}

fn rules() -> Vec<Rule> {
    vec![
        Rule::LegalPerson,
        Rule::RegisteredIn { division: "11".into() },
        Rule::YearsSinceRegistration { years: 4 },
        Rule::FreeOf { years: 0 },
        Rule::Declared,
    ]
}

fn item_of(pack: &'static Pack) -> impl Strategy<Value = String> {
    let mut items: Vec<String> = pack.items().map(|(_, item)| item.id.clone()).collect();
    items.extend(["practice.one", "practice.both"].map(String::from));
    select(items)
}

fn few_points() -> impl Strategy<Value = u32> {
    select(vec![1_u32, 10, 20])
}

/// A draft after those of some edits that leave it without faults, the total being made to fit.
fn sound(pack: &Pack, edits: &[Edit]) -> Draft {
    edits.iter().fold(draft(pack), |before, edit| {
        let after = before.apply(edit);
        let after = after.apply(&Edit::Total(after.sum().points));
        if after.check().is_ok() { after } else { before }
    })
}

/// Faults that no edit may lead to, whatever is typed.
const NEVER: &[FaultCode] = &[
    FaultCode::FileMissing,
    FaultCode::WrongKind,
    FaultCode::UnknownField,
    FaultCode::TextUnknown,
    FaultCode::SourceMissing,
    FaultCode::SourceUnknown,
    FaultCode::DuplicateId,
];

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn undoing_everything_restores_every_byte(edits in vec(edits(&DEMO), 0..16)) {
        let begin = draft(&DEMO);
        let mut history = DraftHistory::new(begin.clone());
        for edit in &edits {
            history = history.after(edit).unwrap_or(history);
        }
        let end = history.present().write();
        let mut back = history.clone();
        while let Some(earlier) = back.undone() {
            back = earlier;
        }
        prop_assert_eq!(back.present().write(), begin.write());
        while let Some(later) = back.redone() {
            back = later;
        }
        prop_assert_eq!(back.present().write(), end);
    }

    #[test]
    fn a_draft_is_kept_and_read_again_to_the_byte(edits in vec(edits(&DEMO), 0..12), more in edits(&DEMO)) {
        let draft = after(&DEMO, &edits);
        let written = draft.write();
        let read = Draft::read(&written).expect("what was written can be read");
        prop_assert_eq!(&read.write(), &written);
        prop_assert_eq!(read.changes(), draft.changes());
        prop_assert_eq!(read.apply(&more).write(), draft.apply(&more).write());
    }

    #[test]
    fn texts_and_sources_are_complete_whatever_is_done(edits in vec(edits(&DEMO), 0..16)) {
        let draft = after(&DEMO, &edits);
        if let Err(faults) = draft.check() {
            let never: Vec<&Fault> = faults.iter().filter(|fault| NEVER.contains(&fault.code)).collect();
            prop_assert!(never.is_empty(), "{:?}", never);
        }
        let unsourced: Vec<Change> = draft.changes().into_iter().filter(|change| {
            draft.figures().contains(&change.place) && change.source.is_empty()
        }).collect();
        prop_assert!(unsourced.is_empty(), "{:?}", unsourced);
        prop_assert!(!draft.changes().iter().any(|change| change.place.starts_with("other/")), "{:?}", draft.changes());
    }

    #[test]
    fn a_finished_pack_travels_with_its_record(edits in vec(edits(&DEMO), 0..12)) {
        let draft = sound(&DEMO, &edits);
        let pack = draft.finish().expect("only edits that leave no faults");
        let read = read_pack_file("own.pack.json", &write_pack_file(&pack)).expect("what was written can be read");
        prop_assert_eq!(read.hash(), pack.hash());
        prop_assert_eq!(&read.structure().adapted.as_ref().expect("a record").changes, &draft.changes());
        let mut told = differences(DEMO.content(), read.content());
        told.retain(|change| change.place != "version");
        let places = |changes: &[Change]| changes.iter().map(|change| change.place.clone()).collect::<Vec<String>>();
        prop_assert_eq!(places(&told), places(&draft.changes()));
        let resumed = Draft::resume(&pack, &DEMO, &citation()).expect("made by edits");
        prop_assert_eq!(resumed.finish().map(|pack| pack.hash().to_owned()), Ok(pack.hash().to_owned()));
    }

    #[test]
    fn where_nothing_is_told_nothing_differs(first in vec(edits(&DEMO), 0..3), second in vec(edits(&DEMO), 0..3)) {
        let (first, second) = (content(&after(&DEMO, &first)), content(&after(&DEMO, &second)));
        prop_assert!(differences(&first, &first).is_empty());
        let told = differences(&first, &second);
        prop_assert_eq!(told.is_empty(), bytes(&first) == bytes(&second), "{:?}", told);
    }

    #[test]
    fn no_change_of_any_file_goes_untold(file in 0..4_usize, at in any::<Index>(), how in 0..5) {
        let before = DEMO.content();
        let mut changed = before.clone();
        let file = match file {
            0 | 1 => &mut changed.structure,
            2 => &mut changed.sources,
            _ => &mut changed.texts[1].1,
        };
        let mut places = Vec::new();
        pointers(file, &mut String::new(), &mut places);
        let pointer = at.get(&places);
        alter(file, pointer, how);
        let told = differences(before, &changed);
        prop_assert_eq!(told.is_empty(), bytes(before) == bytes(&changed), "{} {:?}", pointer, told);
        prop_assert!(differences(&changed, &changed).is_empty());
        let _ = differences(&changed, before);
    }
}

/// Every pointer of a file but the root's.
fn pointers(value: &Value, here: &mut String, all: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        Value::Array(list) => list.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (segment, value) in below {
        let length = here.len();
        here.push('/');
        here.push_str(&segment);
        all.push(here.clone());
        pointers(value, here, all);
        here.truncate(length);
    }
}

/// One way of changing what stands at a pointer.
fn alter(file: &mut Value, pointer: &str, how: i32) {
    let (parent, last) = pointer.rsplit_once('/').expect("a pointer");
    let last = last.replace("~1", "/").replace("~0", "~");
    match (how, file.pointer_mut(parent).expect("a parent")) {
        (0, Value::Object(members)) => drop(members.shift_remove(&last)),
        (0, Value::Array(list)) => drop(list.remove(last.parse().expect("a position"))),
        (1, Value::Array(list)) => list.reverse(),
        (1, Value::Object(members)) => drop(members.insert("unheard-of".into(), json!(true))),
        (2, _) => *file.pointer_mut(pointer).expect("a place") = Value::Null,
        (3, _) => *file.pointer_mut(pointer).expect("a place") = json!("another"),
        (_, _) => *file.pointer_mut(pointer).expect("a place") = json!([{ "id": "a" }, { "id": "a" }]),
    }
}
