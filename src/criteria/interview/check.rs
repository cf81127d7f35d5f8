//! What can be wrong with an interview: the same faults as of a pack, with file and place.
//!
//! Beyond ids and texts it sees to it that every path ends in a known band (the last rule of a factor asks for nothing), that every
//! rule can hold and asks for something, and that every question asked of an item is used by its rules.

use super::definition::{FILE, FactorRules, FiguresTell, Interview, ItemQuestions, Question, QuestionKind, Requirement, RuleSet, options, text_file};
use super::texts::{options_are_distinct, required};
use crate::criteria::FaultCode;
use crate::criteria::check::{Report, check_header, element, is_id, list, offence, unique};
use crate::criteria::fault::Fault;
use crate::criteria::pack::Pack;
use crate::json;
use std::collections::BTreeSet;

const FORMAT: &str = "award-kit.interview";

/// The number of options of a choice that the figures tell.
const TOLD: usize = 5;

pub(super) fn check([format, version]: &[String; 2], interview: &Interview, faults: &mut Vec<Fault>) {
    let mut report = Report { file: FILE.into(), faults };
    check_header(format, FORMAT, version, &mut report);
    list(&mut interview.questions.iter().map(|question| &question.id), "/questions", &mut report);
    for (at, question) in interview.questions.iter().enumerate() {
        check_question(question, &element("/questions", at, ""), &mut report);
    }
    list(&mut interview.rules.iter().map(|rules| &rules.id), "/rules", &mut report);
    for (at, rules) in interview.rules.iter().enumerate() {
        check_rules(interview, rules, &element("/rules", at, "/factors"), &mut report);
    }
    unique(&mut interview.items.iter().map(|asked| asked.item.as_str()), "/items", &mut report);
    for (at, asked) in interview.items.iter().enumerate() {
        check_item(interview, asked, &element("/items", at, ""), &mut report);
    }
    check_texts(interview, &mut report);
}

fn check_question(question: &Question, pointer: &str, report: &mut Report<'_>) {
    let within = |member: &str| [pointer, member].concat();
    list(&mut question.options.iter(), &within("/options"), report);
    let takes_options = matches!(question.kind, QuestionKind::Choice | QuestionKind::Several);
    if !takes_options && !question.options.is_empty() {
        report.unusable(&within("/options"), "[…]", "[]");
    }
    match (question.kind, question.most) {
        (QuestionKind::Number, Some(most)) => report.within(&within("/most"), most.into(), 1, 1_000_000),
        (QuestionKind::Number, None) => report.unusable(&within("/most"), "null", "1–1000000"),
        (_, Some(most)) => report.unusable(&within("/most"), &most.to_string(), "null"),
        (_, None) => {}
    }
    // Shares have five options, years are a number, and those compared with go by the words of the figures.
    let fits = match question.figures {
        None => true,
        Some(FiguresTell::Years) => question.kind == QuestionKind::Number,
        Some(FiguresTell::Against) => question.kind == QuestionKind::Several,
        Some(_) => question.kind == QuestionKind::Choice && question.options.len() == TOLD,
    };
    if !fits {
        report.unusable(&within("/figures"), &question.options.len().to_string(), &TOLD.to_string());
    }
}

fn check_rules(interview: &Interview, rules: &RuleSet, pointer: &str, report: &mut Report<'_>) {
    list(&mut rules.factors.iter().map(|rules| &rules.factor), pointer, report);
    report.not_empty(pointer, rules.factors.len());
    for (at, factor) in rules.factors.iter().enumerate() {
        check_factor(interview, factor, &element(pointer, at, ""), report);
    }
}

fn check_factor(interview: &Interview, factor: &FactorRules, pointer: &str, report: &mut Report<'_>) {
    let within = |member: &str| [pointer, member].concat();
    known_questions(interview, &factor.told, &within("/told"), report);
    let bands = within("/bands");
    list(&mut factor.bands.iter().map(|rule| &rule.band), &bands, report);
    report.not_empty(&bands, factor.bands.len());
    for (at, rule) in factor.bands.iter().enumerate() {
        let when = element(&bands, at, "/when");
        // The last one is what always holds; before it, a rule that asks for nothing would hide those behind it.
        match (at + 1 == factor.bands.len(), rule.when.is_empty()) {
            (true, false) => report.unusable(&when, "[…]", "[]"),
            (false, true) => report.unusable(&when, "[]", "[…]"),
            _ => {}
        }
        check_requirements(interview, &rule.when, &when, report);
    }
}

fn check_requirements(interview: &Interview, all: &[Requirement], pointer: &str, report: &mut Report<'_>) {
    for (at, requirement) in all.iter().enumerate() {
        let pointer = element(pointer, at, "");
        let within = |member: &str| [pointer.as_str(), member].concat();
        if let Requirement::Any { of } | Requirement::All { of } = requirement {
            report.not_empty(&within("/of"), of.len());
            check_requirements(interview, of, &within("/of"), report);
            continue;
        }
        let id = requirement.question().unwrap_or_default();
        let Some(question) = interview.question(id) else {
            report.unknown_id(&within("/question"), id);
            continue;
        };
        let kinds: &[QuestionKind] = match requirement {
            Requirement::AtLeast { .. } => &[QuestionKind::Choice],
            Requirement::Chosen { .. } | Requirement::Share { .. } => &[QuestionKind::Several],
            Requirement::Count { .. } => &[QuestionKind::Several, QuestionKind::Names],
            Requirement::Number { .. } => &[QuestionKind::Number],
            Requirement::Years { .. } => &[QuestionKind::Year],
            _ => &[QuestionKind::Date],
        };
        if !kinds.contains(&question.kind) {
            let word = |kind: QuestionKind| QuestionKind::ALL.iter().find(|(_, known)| *known == kind).map_or("", |(word, _)| word);
            let wanted: Vec<&str> = kinds.iter().map(|kind| word(*kind)).collect();
            report.unusable(&within("/question"), word(question.kind), &wanted.join(", "));
            continue;
        }
        match requirement {
            Requirement::AtLeast { option, .. } => match question.options.iter().position(|known| known == option) {
                None => report.unknown_id(&within("/option"), option),
                // Whatever is chosen is at least the worst.
                Some(0) => report.unusable(&within("/option"), option, "≥ 1"),
                Some(_) => {}
            },
            Requirement::Chosen { option, .. } if !question.options.contains(option) => report.unknown_id(&within("/option"), option),
            Requirement::Count { least, .. } | Requirement::Years { least, .. } => report.within(&within("/least"), (*least).into(), 1, 100),
            Requirement::Share { percent, .. } => report.within(&within("/percent"), (*percent).into(), 1, 100),
            Requirement::Number { least, .. } => report.within(&within("/least"), (*least).into(), 1, question.most.unwrap_or(1).into()),
            Requirement::Within { months, .. } => report.within(&within("/months"), (*months).into(), 1, 1_200),
            _ => {}
        }
    }
}

fn check_item(interview: &Interview, asked: &ItemQuestions, pointer: &str, report: &mut Report<'_>) {
    let within = |member: &str| [pointer, member].concat();
    if !asked.item.split_once('.').is_some_and(|(category, name)| is_id(category) && is_id(name)) {
        report.add(FaultCode::MalformedId, &within("/item"), &asked.item, "….…");
    }
    known_questions(interview, &asked.questions, &within("/questions"), report);
    report.not_empty(&within("/questions"), asked.questions.len());
    for (at, id) in asked.worded.iter().enumerate() {
        if !asked.questions.contains(id) {
            report.unknown_id(&element(&within("/worded"), at, ""), id);
        }
    }
    for (id, own) in &asked.options.0 {
        let place = json::push(&within("/options"), id);
        list(&mut own.iter(), &place, report);
        let question = interview.question(id).filter(|_| asked.questions.contains(id));
        // Only of several options an item may add its own: the order of a choice is in the rules.
        match question {
            None => report.unknown_id(&place, id),
            Some(question) if question.kind != QuestionKind::Several => report.unusable(&place, "[…]", "several"),
            Some(question) if !options_are_distinct(asked, question) => report.add(FaultCode::DuplicateId, &place, id, ""),
            Some(_) => {}
        }
    }
    let Some(rules) = interview.rules.iter().find(|rules| rules.id == asked.rules) else {
        report.unknown_id(&within("/rules"), &asked.rules);
        return;
    };
    check_use(interview, asked, rules, pointer, report);
}

/// That every question asked changes something, and that all the rules speak of is asked and can be.
fn check_use(interview: &Interview, asked: &ItemQuestions, rules: &RuleSet, pointer: &str, report: &mut Report<'_>) {
    let within = |member: &str| [pointer, member].concat();
    let requirements = rules.factors.iter().flat_map(|factor| &factor.bands).flat_map(|rule| &rule.when);
    let mut used = BTreeSet::new();
    for leaf in requirements.flat_map(Requirement::leaves) {
        let id = leaf.question().unwrap_or_default();
        used.insert(id);
        let number = interview.question(id).map_or(0, |question| options(asked, question).count());
        if let Requirement::Count { least, .. } = leaf
            && interview.question(id).is_some_and(|question| question.kind == QuestionKind::Several)
            && *least as usize > number
        {
            report.unusable(&within("/options"), &number.to_string(), &["≥ ", &least.to_string()].concat());
        }
    }
    for (at, id) in asked.questions.iter().enumerate() {
        if !used.contains(id.as_str()) {
            report.unusable(
                &element(&within("/questions"), at, ""),
                id,
                &used.iter().copied().collect::<Vec<&str>>().join(", "),
            );
        }
        let question = interview.question(id);
        let none =
            question.is_some_and(|question| matches!(question.kind, QuestionKind::Choice | QuestionKind::Several) && options(asked, question).next().is_none());
        if none {
            report.unusable(&json::push(&within("/options"), id), "[]", "[…]");
        }
    }
    for id in used {
        if !asked.questions.iter().any(|known| known == id) {
            report.unknown_id(&within("/questions"), id);
        }
    }
}

fn known_questions(interview: &Interview, ids: &[String], pointer: &str, report: &mut Report<'_>) {
    unique(&mut ids.iter().map(String::as_str), pointer, report);
    for (at, id) in ids.iter().enumerate() {
        if interview.question(id).is_none() {
            report.unknown_id(&element(pointer, at, ""), id);
        }
    }
}

/// In every language one text for each thing, none for anything else, all of them plain, and no places in braces but those filled in.
fn check_texts(interview: &Interview, report: &mut Report<'_>) {
    let required = required(interview);
    for (language, texts) in &interview.texts {
        report.file = text_file(language);
        let mut known = BTreeSet::new();
        for (id, places) in &required {
            known.insert(id.as_str());
            match texts.get(id).and_then(|text| text.as_str()) {
                Some(text) if !text.trim().is_empty() => {
                    if let Some(place) = odd_place(text, places) {
                        report.add(FaultCode::TextNotPlain, &json::push("", id), place, &places.join(", "));
                    }
                }
                _ => report.add(FaultCode::TextMissing, "", id, language),
            }
        }
        for (id, text) in texts.as_object().into_iter().flatten() {
            if !known.contains(id.as_str()) {
                report.add(FaultCode::TextUnknown, &json::push("", id), id, "");
            }
            if let Some(found) = text.as_str().and_then(offence) {
                report.add(FaultCode::TextNotPlain, &json::push("", id), &found, "");
            }
        }
    }
}

/// A place in braces that nothing fills in.
fn odd_place<'a>(text: &'a str, places: &[&str]) -> Option<&'a str> {
    let found = text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default());
    found.into_iter().find(|name| !places.contains(name))
}

pub(super) fn against(interview: &Interview, pack: &Pack) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut report = Report {
        file: FILE.into(),
        faults: &mut faults,
    };
    for (at, asked) in interview.items.iter().enumerate() {
        let place = |member: &str| element("/items", at, member);
        let Some(slot) = pack.item_slot(&asked.item) else {
            report.unknown_id(&place("/item"), &asked.item);
            continue;
        };
        let fits = |rules: &&RuleSet| rules.fits(pack.rubric_of(slot));
        if interview.rules.iter().find(|rules| rules.id == asked.rules).filter(fits).is_none() {
            report.unusable(&place("/rules"), &asked.rules, &pack.item(slot).rubric);
        }
    }
    for rules in interview.rules.iter().enumerate() {
        check_order(interview, pack, rules, &mut report);
    }
    faults
}

/// That the bands of a factor's rules go downwards, as far as a rubric of the pack says.
fn check_order(interview: &Interview, pack: &Pack, (at, rules): (usize, &RuleSet), report: &mut Report<'_>) {
    let of_item = |asked: &&ItemQuestions| asked.rules == rules.id;
    let Some(slot) = interview.items.iter().find(of_item).and_then(|asked| pack.item_slot(&asked.item)) else {
        return;
    };
    let bands = &pack.rubric_of(slot).bands;
    let position = |id: &str| bands.iter().position(|band| band.id == id);
    for (factor, of_factor) in rules.factors.iter().enumerate() {
        let place = element(&element("/rules", at, "/factors"), factor, "/bands");
        for (at, two) in of_factor.bands.windows(2).enumerate() {
            if position(&two[0].band) <= position(&two[1].band) {
                report.unusable(&element(&place, at + 1, "/band"), &two[1].band, &["< ", &two[0].band].concat());
            }
        }
    }
}
