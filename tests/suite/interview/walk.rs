//! An exhaustive walk over all answers of all items: every answer a question can get, as far as some rule can tell it from another.

use super::{FOLDER_DAY, interview, judged};
use crate::samples::NATIONAL;
use award_kit::assessment::{Fact, Facts, text};
use award_kit::criteria::{FactorRules, ItemInterview, Question, QuestionKind, Requirement};
use award_kit::date::Date;
use award_kit::interview::{Asked, Held, Said, evaluate, read};
use chrono::{Datelike, Months};
use std::collections::BTreeSet;

/// One of the answers that no rule of a factor can tell apart; none: not answered.
struct Class {
    fact: Option<Fact>,
    /// What is said by it, for the rules.
    told: Vec<Held>,
    /// Classes with a better answer, by position.
    better: BTreeSet<usize>,
}

/// Every answer there can be, as far as numbers, years and days are concerned those around every threshold; and which is no worse than which.
fn answers(item: ItemInterview<'_>, question: &Question, on: Date) -> Vec<Fact> {
    let options = item.options(question);
    let word = |word: &str| Fact::Word(text(word));
    match question.kind {
        QuestionKind::Choice => options.iter().map(|option| word(option)).collect(),
        QuestionKind::Several => (0..1_usize << options.len())
            .map(|set| Fact::Words((0..options.len()).filter(|at| set >> at & 1 == 1).map(|at| text(options[at])).collect()))
            .collect(),
        QuestionKind::Names => (0..4)
            .map(|count| Fact::Words((0..count).map(|at| text(format!("部门{at}"))).collect()))
            .collect(),
        QuestionKind::Number => (0..=question.most.expect("a number has a bound"))
            .map(|number| Fact::Number(number.into()))
            .collect(),
        QuestionKind::Year => {
            let years = (0..20).map(|years| Fact::Number(i64::from(on.year() - years)));
            years.chain([word(Fact::NONE)]).collect()
        }
        QuestionKind::Date => {
            let ago = |months: u32| on.checked_sub_months(Months::new(months)).expect("a day");
            let days = (0..60).flat_map(|months| [Some(ago(months)), ago(months).pred_opt()]);
            let days = days.flatten().map(|day| word(&day.to_string()));
            days.chain([word(Fact::NONE)]).collect()
        }
    }
}

/// Whether one answer is no better than another, by the order the kind of question has.
fn no_better(one: &Said, other: &Said) -> bool {
    match (one, other) {
        (Said::Choice(one), Said::Choice(other)) => one <= other,
        (Said::Several(one), Said::Several(other)) => one.iter().all(|option| other.contains(option)),
        (Said::Names(one), Said::Names(other)) => one.len() <= other.len(),
        (Said::Number(one), Said::Number(other)) => one <= other,
        // In force longer is better; a day that is nearer is better; never is worst.
        (Said::Year(one), Said::Year(other)) => one.is_none() || other.is_some() && other <= one,
        (Said::Date(one), Said::Date(other)) => one <= other,
        _ => false,
    }
}

/// The answers of a question, those alike made one; the open one last.
fn classes(item: ItemInterview<'_>, question: &Question, rules: &FactorRules, on: Date) -> Vec<Class> {
    let leaves: Vec<&Requirement> = rules.bands.iter().flat_map(|rule| &rule.when).flat_map(Requirement::leaves).collect();
    let leaves: Vec<&Requirement> = leaves.into_iter().filter(|leaf| leaf.question() == Some(&question.id)).collect();
    let at = item.questions().position(|known| known.id == question.id).expect("a question of the item");
    let mut said = vec![None; item.questions().count()];
    let mut classes: Vec<Class> = Vec::new();
    let mut members: Vec<Vec<Said>> = Vec::new();
    for fact in answers(item, question, on) {
        let mut facts = Facts::default();
        facts.set(&text(&question.id), Some(fact.clone()));
        let meant = read(item, question, &facts, on).said().cloned();
        said[at] = Some(meant.unwrap_or_else(|| panic!("{}: {fact:?} is an answer", question.id)));
        let asked = Asked { item, said: &said, on };
        let told: Vec<Held> = leaves.iter().map(|leaf| asked.holds(leaf)).collect();
        let of_class = said[at].clone().expect("what is said");
        match classes.iter().position(|class| class.told == told) {
            Some(known) => members[known].push(of_class),
            None => {
                members.push(vec![of_class]);
                classes.push(Class {
                    fact: Some(fact),
                    told,
                    better: BTreeSet::new(),
                });
            }
        }
    }
    for one in 0..classes.len() {
        for other in (0..classes.len()).filter(|other| *other != one) {
            let any = members[one].iter().any(|worse| members[other].iter().any(|better| no_better(worse, better)));
            if any {
                classes[one].better.insert(other);
            }
        }
    }
    classes.push(Class {
        fact: None,
        told: Vec::new(),
        better: BTreeSet::new(),
    });
    classes
}

/// Every combination of some numbers of choices.
fn combinations(sizes: &[usize]) -> Vec<Vec<usize>> {
    sizes.iter().fold(vec![Vec::new()], |before, size| {
        let with = |combination: &Vec<usize>| {
            let combination = combination.clone();
            (0..*size).map(move |at| [combination.as_slice(), &[at]].concat()).collect::<Vec<_>>()
        };
        before.iter().flat_map(with).collect()
    })
}

/// What a walk over one factor of one item has seen.
#[derive(Default)]
struct Seen {
    bands: BTreeSet<usize>,
    /// Ids of questions whose answer changed a band.
    changing: BTreeSet<String>,
    combinations: usize,
}

fn walk(item: ItemInterview<'_>, factor: usize, rules: &FactorRules) -> Seen {
    let on = judged(FOLDER_DAY);
    let requirements = || rules.bands.iter().flat_map(|rule| &rule.when).flat_map(Requirement::leaves);
    let ids: BTreeSet<&str> = requirements().filter_map(Requirement::question).collect();
    let questions: Vec<&Question> = item.questions().filter(|question| ids.contains(question.id.as_str())).collect();
    assert_eq!(questions.len(), ids.len(), "{}: all that the rules speak of is asked", item.asked.item);
    let classes: Vec<Vec<Class>> = questions.iter().map(|question| classes(item, question, rules, on)).collect();
    let sizes: Vec<usize> = classes.iter().map(Vec::len).collect();
    let is_open = |combination: &[usize]| combination.iter().zip(&sizes).position(|(at, size)| at + 1 == *size);
    let number = |combination: &[usize]| combination.iter().zip(&sizes).fold(0, |number, (at, size)| number * size + at);
    let all = combinations(&sizes);
    let place = |combination: &[usize]| {
        let facts = combination.iter().zip(&classes).map(|(at, classes)| &classes[*at].fact);
        format!("{} {}: {:?}", item.asked.item, rules.factor, facts.collect::<Vec<_>>())
    };
    let outcomes: Vec<(usize, usize)> = all
        .iter()
        .map(|combination| {
            let mut facts = Facts::default();
            for ((question, classes), at) in questions.iter().zip(&classes).zip(combination) {
                facts.set(&text(&question.id), classes[*at].fact.clone());
            }
            let outcome = evaluate(item, &facts, None, on, 5);
            let found = &outcome.factors[factor];
            assert_eq!(found.factor, factor);
            assert!(found.low <= found.high && found.high < item.rubric.bands.len(), "{}", place(combination));
            (found.low, found.high)
        })
        .collect();
    let outcome = |combination: &[usize]| outcomes[number(combination)];
    let mut seen = Seen {
        combinations: all.len(),
        ..Seen::default()
    };
    for combination in &all {
        let (low, high) = outcome(combination);
        let with = |question: usize, at: usize| {
            let mut other = combination.clone();
            other[question] = at;
            outcome(&other)
        };
        match is_open(combination) {
            // What is open is known by what every answer to it would give.
            Some(open) => {
                let closed: Vec<(usize, usize)> = (0..sizes[open] - 1).map(|at| with(open, at)).collect();
                let ends = (closed.iter().map(|ends| ends.0).min(), closed.iter().map(|ends| ends.1).max());
                assert_eq!((Some(low), Some(high)), ends, "{}", place(combination));
            }
            None => {
                assert_eq!(low, high, "every path ends in one band: {}", place(combination));
                seen.bands.insert(low);
                for (question, of_question) in classes.iter().enumerate() {
                    for better in &of_question[combination[question]].better {
                        let (after, _) = with(question, *better);
                        assert!(
                            low <= after,
                            "a better fact lowers a band: {} with {:?}",
                            place(combination),
                            of_question[*better].fact
                        );
                        if low != after {
                            seen.changing.insert(questions[question].id.clone());
                        }
                    }
                }
            }
        }
    }
    seen
}

#[test]
fn every_path_ends_in_a_band_a_better_fact_never_lowers_one_and_every_question_changes_some_outcome() {
    let interview = interview();
    let mut walked = 0;
    for (slot, about) in NATIONAL.items() {
        let item = interview.of(&NATIONAL, slot).unwrap_or_else(|| panic!("{} has an interview", about.id));
        let mut changing = BTreeSet::new();
        for (factor, rules) in item.factors() {
            let seen = walk(item, factor, rules);
            let bands: BTreeSet<usize> = (0..item.rubric.bands.len()).collect();
            assert_eq!(seen.bands, bands, "{} {}: every band is reached", about.id, rules.factor);
            changing.extend(seen.changing);
            walked += seen.combinations;
        }
        let asked: BTreeSet<String> = item.questions().map(|question| question.id.clone()).collect();
        assert_eq!(changing, asked, "{}: every question changes some outcome", about.id);
    }
    assert!(walked > 10_000, "{walked} combinations");
}
