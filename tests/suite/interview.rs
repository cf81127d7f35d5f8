//! The interview: its file and what can be wrong with it, a walk over all answers, what the figures tell, and the record.

use crate::samples::{BEIJING, NATIONAL, percent, slot};
use award_kit::archive::{Project, ReadError, ScoringCopy, assessment_key, open, write, write_scoring};
use award_kit::assessment::{Action, Assessment, Fact, Facts, ItemChange, text};
use award_kit::criteria::{BUILT_IN, Interview, Requirement, built_in, interview_built_in};
use award_kit::date::{Date, parse_date};
use award_kit::indicators::read_results;
use award_kit::interview::{Beside, Given, Outcome, Said, evaluate, told_by_figures};
use award_kit::language::Language;
use award_kit::merge::merge;
use award_kit::report::say::file_place;
use award_kit::scoring::suggest;
use serde_json::{Value, json};

mod faults;
mod filled;
mod walk;

/// The day everything here is judged by.
const FOLDER_DAY: &str = "2016-12-02";

fn interview() -> Interview {
    interview_built_in().expect("the kit's own interview passes the check")
}

fn judged(written: &str) -> Date {
    parse_date(written).expect("a day")
}

fn word(written: &str) -> Fact {
    Fact::Word(text(written))
}

fn words(written: &[&str]) -> Fact {
    Fact::Words(written.iter().map(text).collect())
}

fn facts(answers: &[(&str, Fact)]) -> Facts {
    let mut facts = Facts::default();
    for (question, fact) in answers {
        facts.set(&text(question), Some(fact.clone()));
    }
    facts
}

/// Bands of an outcome as they are sure and possible, by factor.
fn bands(outcome: &Outcome<'_>) -> Vec<(usize, usize)> {
    outcome.factors.iter().map(|factor| (factor.low, factor.high)).collect()
}

#[test]
fn the_interview_asks_six_to_ten_facts_of_all_items_in_both_languages() {
    let interview = interview();
    assert_eq!(interview.faults_against(&NATIONAL), []);
    assert_eq!(interview.items.len(), 23);
    for (slot, about) in NATIONAL.items() {
        let item = interview.of(&NATIONAL, slot).unwrap_or_else(|| panic!("{} has an interview", about.id));
        let count = item.questions().count();
        assert!((6..=10).contains(&count), "{}: {count} questions", about.id);
        for language in Language::ALL {
            let words = interview.words(language.tag());
            let subject = words.subject(&about.id);
            let mut named = 0;
            let mut asked: Vec<&str> = Vec::new();
            for question in item.questions() {
                let wording = words.question(item.asked, &question.id);
                named += usize::from(wording.contains("{subject}") || item.asked.worded.contains(&question.id));
                assert!(!asked.contains(&wording), "{}: {wording} is asked twice", about.id);
                asked.push(wording);
                let options = item.options(question);
                let told: Vec<&str> = options.iter().map(|option| words.option(item.asked, question, option)).collect();
                assert!(told.iter().all(|option| !option.is_empty()), "{}: {}", about.id, question.id);
                assert!((1..told.len()).all(|at| !told[..at].contains(&told[at])), "{}: {told:?}", about.id);
            }
            assert_eq!(named, count, "{} ({}): every question names {subject}", about.id, language.tag());
        }
    }
}

/// Where two sides answer a question differently, its place is named without the interview, which need not be there.
#[test]
fn a_place_of_the_file_names_its_question_as_the_interview_does() {
    let interview = interview();
    for language in Language::ALL {
        for question in &interview.questions {
            let name = interview.words(language.tag()).name(&question.id);
            let place = format!("/items/leadership.governance/interview/{}", question.id);
            let told = file_place(&NATIONAL, *language, &place, &[]);
            assert!(told.contains(name), "{place}: {told}, not {name}");
        }
    }
}

#[test]
fn packs_with_the_national_items_have_the_interview_and_others_have_none() {
    let interview = interview();
    for known in BUILT_IN {
        let pack = built_in(known.id).expect("a built-in pack");
        let number = pack.items().filter(|(slot, _)| interview.of(&pack, *slot).is_some()).count();
        let wanted = if ["demo-mini", "tianjin-2021"].contains(&known.id) { 0 } else { 23 };
        assert_eq!(number, wanted, "{}", known.id);
    }
}

/// Item, answers, bands of the four factors (sure, possible), range.
type Worked = (&'static str, Vec<(&'static str, Fact)>, [(usize, usize); 4], (u8, u8));

#[test]
fn worked_answers() {
    let full = |matters: &[&str], places: &[&str]| {
        vec![
            ("method", word("written")),
            ("since", Fact::Number(2010)),
            ("owner", words(&["战略企管部"])),
            ("matters", words(matters)),
            ("places", words(places)),
            ("practice", word("all")),
            ("reviewed", word("2016-01-15")),
            ("facts", words(&["indicators", "audits", "feedback"])),
            ("changed", word("repeated")),
            ("serves", words(&["cooperation", "goals", "needs", "items", "indicators"])),
        ]
    };
    let process: [&str; 5] = ["identification", "requirements", "indicators", "verification", "efficiency"];
    let worked: Vec<Worked> = vec![
        // Nothing is known: every band is possible.
        ("leadership.governance", vec![], [(0, 5); 4], (0, 95)),
        // Five of six matters are the overall requirements, and four of five places no significant gap.
        (
            "processes.design",
            full(&process, &["key", "other", "support", "sites"]),
            [(3, 3), (4, 4), (4, 4), (4, 4)],
            (60, 65),
        ),
        // With the sixth matter they are all; the highest band asks for a change after every evaluation.
        (
            "processes.design",
            full(&[&process[..], &["emergency"]].concat(), &["key", "other", "support", "sites", "outside"]),
            [(4, 4); 4],
            (75, 80),
        ),
        // A habit that nobody has written down, at work in one place.
        (
            "resources.technology",
            vec![
                ("method", word("habit")),
                ("places", words(&["fields"])),
                ("practice", word("checked")),
                ("changed", word("nothing")),
                ("reviewed", word("none")),
                ("serves", words(&[])),
            ],
            [(1, 1), (1, 1), (0, 0), (0, 0)],
            (0, 5),
        ),
        // What is open: who is responsible, which decides between 30–45 and 50–65.
        (
            "strategy.deployment",
            vec![
                ("method", word("partly")),
                ("since", Fact::Number(2013)),
                ("matters", words(&["plans", "resources", "indicators", "adjustment"])),
                ("places", words(&["units", "sites", "teams"])),
                ("practice", word("most")),
                ("reviewed", word("2015-07-31")),
                ("facts", words(&["indicators", "feedback"])),
                ("changed", word("improved")),
                ("serves", words(&["goals", "needs", "items"])),
            ],
            [(2, 3), (3, 3), (3, 3), (3, 3)],
            (40, 60),
        ),
        // Results that nobody has compared.
        (
            "results.products",
            vec![
                ("covered", word("most")),
                ("good", word("most")),
                ("years", Fact::Number(3)),
                ("course", word("most")),
                ("explained", word("none")),
                ("compared", word("none")),
                ("groups", words(&["lines", "requirements"])),
                ("plans", word("some")),
            ],
            [(3, 3), (3, 3), (0, 0), (3, 3)],
            (45, 50),
        ),
    ];
    let interview = interview();
    for (id, answers, wanted, range) in worked {
        let item = interview.of(&NATIONAL, slot(&NATIONAL, id)).expect("an interview");
        let outcome = evaluate(item, &facts(&answers), None, judged(FOLDER_DAY), 5);
        assert_eq!(bands(&outcome), wanted, "{id}");
        let found = outcome.range.map(|(low, high)| (low.value(), high.value()));
        assert_eq!(found, Some(range), "{id}");
    }
}

#[test]
fn a_band_tells_what_holds_and_what_the_next_one_asks_for() {
    let interview = interview();
    let item = interview.of(&NATIONAL, slot(&NATIONAL, "leadership.governance")).expect("an interview");
    let answers = facts(&[
        ("method", word("written")),
        ("since", Fact::Number(2016)),
        ("matters", words(&["powers", "audit"])),
        ("owner", words(&[])),
    ]);
    let outcome = evaluate(item, &answers, None, judged(FOLDER_DAY), 5);
    let approach = &outcome.factors[0];
    assert_eq!((approach.low, approach.high, approach.next), (2, 2, Some(3)));
    let ids = |all: &[&Requirement]| all.iter().filter_map(|one| one.question().map(str::to_owned)).collect::<Vec<String>>();
    assert_eq!(ids(&approach.because), ["method", "matters"]);
    assert_eq!(ids(&approach.wanting), ["since", "owner", "matters"]);
    assert_eq!(approach.open, [0_usize; 0]);
    // Deployment is open by two questions, learning by three; nothing else matters there.
    let open = |at: usize| {
        outcome.factors[at]
            .open
            .iter()
            .map(|at| item.asked.questions[*at].as_str())
            .collect::<Vec<&str>>()
    };
    assert_eq!(open(1), ["places", "practice"]);
    assert_eq!(open(2), ["reviewed", "facts", "changed"]);
    assert_eq!(open(3), ["serves"]);
}

#[test]
fn what_is_no_answer_judges_nothing() {
    let interview = interview();
    let item = interview.of(&NATIONAL, slot(&NATIONAL, "leadership.governance")).expect("an interview");
    let given = |question: &str, fact: Fact| {
        let outcome = evaluate(item, &facts(&[(question, fact)]), None, judged(FOLDER_DAY), 5);
        let at = item.questions().position(|known| known.id == question).expect("a question");
        outcome.given[at].clone()
    };
    let odd = [
        ("method", word("best")),
        ("method", Fact::Number(3)),
        ("since", Fact::Number(2017)),
        ("since", Fact::Number(1899)),
        ("since", word("2010")),
        ("matters", words(&["powers", "power"])),
        ("matters", word("powers")),
        ("reviewed", word("2016-12-03")),
        ("reviewed", word("2016-02-30")),
        ("reviewed", word("")),
    ];
    for (question, fact) in odd {
        assert_eq!(given(question, fact.clone()), Given::Odd, "{question}: {fact:?}");
    }
    assert_eq!(given("since", word(Fact::NONE)), Given::Answered(Said::Year(None)));
    assert_eq!(given("reviewed", word("2016-12-02")), Given::Answered(Said::Date(Some(judged("2016-12-02")))));
    assert_eq!(given("owner", words(&[" ", "财务部"])), Given::Answered(Said::Names(vec![text("财务部")])));
    // In the order of the options, whatever the order of the answer.
    assert_eq!(given("matters", words(&["audit", "powers"])), Given::Answered(Said::Several(vec![0, 3])));
}

#[test]
fn the_range_stands_beside_a_persons_rating() {
    let interview = interview();
    let item = interview.of(&NATIONAL, slot(&NATIONAL, "leadership.governance")).expect("an interview");
    let outcome = evaluate(item, &Facts::default(), None, judged(FOLDER_DAY), 5);
    assert!(outcome.is_blank());
    assert_eq!(outcome.beside(percent(0)), Some(Beside::Within));
    let sure = Outcome {
        range: Some((percent(50), percent(60))),
        ..outcome
    };
    let cases = [(45, Beside::Below(5)), (50, Beside::Within), (60, Beside::Within), (75, Beside::Above(15))];
    for (rating, wanted) in cases {
        assert_eq!(sure.beside(percent(rating)), Some(wanted), "{rating}");
    }
}

/// The ends of an item's range follow from the ends of its factors' bands because no better band ever lowers a suggestion.
#[test]
fn a_better_band_never_lowers_a_suggestion() {
    for rubric in &NATIONAL.structure().rubrics {
        let number = rubric.bands.len();
        for at in 0..number.pow(4) {
            let bands: Vec<usize> = (0..4).map(|factor| at / number.pow(factor) % number).collect();
            let suggested = |bands: &[usize]| {
                let bands: Vec<Option<usize>> = bands.iter().copied().map(Some).collect();
                suggest(rubric, &bands, 5).expect("a suggestion")
            };
            let before = suggested(&bands);
            for factor in (0..4).filter(|factor| bands[*factor] + 1 < number) {
                let mut better = bands.clone();
                better[factor] += 1;
                let after = suggested(&better);
                assert!(before.low <= after.low && before.high <= after.high, "{}: {bands:?} to {better:?}", rubric.id);
            }
        }
    }
}

fn sample(name: &str, language: Language) -> Assessment {
    let path = format!("{}/assets/samples/{name}.{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
    let content = std::fs::read_to_string(path).expect("a sample");
    open(&content).and_then(|opened| opened.with_pack(&BEIJING)).expect("it opens").assessment
}

#[test]
fn figures_answer_what_a_person_has_not() {
    let interview = interview();
    let assessment = sample("manufacturing", Language::Zh);
    let results = read_results(&BEIJING, &assessment);
    let finance = slot(&BEIJING, "results.finance");
    let item = interview.of(&BEIJING, finance).expect("an interview");
    let told = told_by_figures(&assessment, &results, finance).expect("figures");
    let on = judged(FOLDER_DAY);
    let by_figures = evaluate(item, &Facts::default(), Some(&told), on, 5);
    let at = |id: &str| item.questions().position(|question| question.id == id).expect("a question");
    assert_eq!(by_figures.given[at("years")], Given::ByFigures(Said::Number(3)));
    assert_eq!(by_figures.given[at("plans")], Given::Open, "figures do not tell it");
    let own = evaluate(item, &facts(&[("years", Fact::Number(5))]), Some(&told), on, 5);
    assert_eq!(own.given[at("years")], Given::Answered(Said::Number(5)), "a person's answer goes before");
    let governance = slot(&BEIJING, "leadership.governance");
    assert_eq!(told_by_figures(&assessment, &results, governance), None);
    let blank = Assessment::blank(&BEIJING);
    assert_eq!(told_by_figures(&blank, &read_results(&BEIJING, &blank), finance), None);
}

fn fact(item: &str, question: &str, fact: Option<Fact>) -> Action {
    Action::Item(slot(&BEIJING, item), ItemChange::Fact(text(question), fact))
}

#[test]
fn answers_are_kept_in_the_file_of_their_item() {
    let blank = Project::blank(&BEIJING);
    let item = "leadership.governance";
    let actions = [
        fact(item, "since", Some(Fact::Number(2011))),
        fact(item, "method", Some(word("written"))),
        fact(item, "owner", Some(words(&["董事会办公室", "审计部"]))),
        fact(item, "reviewed", Some(word("2015-12-20"))),
        fact(item, "matters", Some(words(&[]))),
    ];
    let assessment = crate::samples::after(&BEIJING, &actions);
    let written = write(&Project::new(assessment.clone()), &BEIJING);
    let value: Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(value["version"], "1.4");
    let wanted = json!({ "matters": [], "method": "written", "owner": ["董事会办公室", "审计部"], "reviewed": "2015-12-20", "since": 2011 });
    assert_eq!(value["items"][item]["interview"], wanted);
    assert!(value["items"]["strategy.development"].get("interview").is_none());
    let again = open(&written).and_then(|opened| opened.with_pack(&BEIJING)).expect("it opens");
    assert_eq!(again.assessment, assessment);
    assert_eq!(write(&again, &BEIJING), written);
    // Without an answer the file is that of before.
    let taken = actions.iter().map(|action| match action {
        Action::Item(slot, ItemChange::Fact(question, _)) => Action::Item(*slot, ItemChange::Fact(question.clone(), None)),
        other => other.clone(),
    });
    let bare = taken.fold(again.assessment.clone(), |before, action| action.apply(&before));
    assert_eq!(write(&Project { assessment: bare, ..again }, &BEIJING), write(&blank, &BEIJING));
}

#[test]
fn an_answer_of_a_kind_there_is_not_is_refused_with_its_place() {
    let mut value: Value = serde_json::from_str(&write(&Project::blank(&BEIJING), &BEIJING)).expect("JSON");
    for odd in [json!({}), json!(true), json!(2.5), json!([1]), json!(null)] {
        value["items"]["leadership.governance"]["interview"] = json!({ "method": odd });
        let refused = open(&value.to_string()).expect_err("it is refused");
        let ReadError::WrongKind { pointer } = refused else {
            panic!("{odd}: {refused:?}")
        };
        assert!(pointer.starts_with("/items/leadership.governance/interview/method"), "{pointer}");
    }
    // A question that nobody knows here is an answer all the same.
    value["items"]["leadership.governance"]["interview"] = json!({ "of-a-later-interview": ["a"], "since": 2e3 });
    let project = open(&value.to_string()).and_then(|opened| opened.with_pack(&BEIJING)).expect("it opens");
    let facts = &project.assessment.item(slot(&BEIJING, "leadership.governance")).facts;
    assert_eq!(facts.get("of-a-later-interview"), Some(&words(&["a"])));
    assert_eq!(facts.get("since"), Some(&Fact::Number(2000)));
}

#[test]
fn two_sides_are_merged_question_by_question() {
    let of = |actions: &[Action]| Project::new(crate::samples::after(&BEIJING, actions));
    let item = "customers.knowledge";
    let base = of(&[fact(item, "method", Some(word("partly"))), fact(item, "matters", Some(words(&["segments"])))]);
    let ours = of(&[
        fact(item, "method", Some(word("written"))),
        fact(item, "matters", Some(words(&["segments", "methods"]))),
        fact(item, "since", Some(Fact::Number(2012))),
    ]);
    let theirs = of(&[
        fact(item, "method", Some(word("partly"))),
        fact(item, "matters", Some(words(&["segments", "losses"]))),
        fact(item, "since", Some(Fact::Number(2013))),
        fact("strategy.development", "method", Some(word("habit"))),
    ]);
    let merged = merge(&BEIJING, Some(&base), &ours, &theirs);
    let conflicts: Vec<&str> = merged.conflicts.iter().map(|conflict| conflict.pointer.as_str()).collect();
    assert_eq!(conflicts, ["/items/customers.knowledge/interview/since"]);
    let value = |question: &str| merged.value(&format!("/items/{item}/interview/{question}")).cloned();
    assert_eq!(value("method"), Some(json!("written")));
    // What either side chose of several is chosen.
    assert_eq!(value("matters"), Some(json!(["segments", "losses", "methods"])));
    assert_eq!(merged.value("/items/strategy.development/interview/method"), Some(&json!("habit")));
}

#[test]
fn panels_see_the_facts_and_judge_another_assessment_when_they_change() {
    let answered = crate::samples::after(&BEIJING, &[fact("leadership.governance", "since", Some(Fact::Number(2011)))]);
    let blank = Assessment::blank(&BEIJING);
    assert_ne!(assessment_key(&BEIJING, &answered), assessment_key(&BEIJING, &blank));
    let copy = ScoringCopy::for_assessor(&BEIJING, &Project::new(answered), "甲", &[]);
    let value: Value = serde_json::from_str(&write_scoring(&copy, &BEIJING)).expect("JSON");
    assert_eq!(value["answers"]["items"]["leadership.governance"]["interview"]["since"], 2011);
    assert_eq!(value["answers"]["version"], "1.4");
}
