//! The words of the interview: which text ids the structure demands, and how the rest of the kit asks for them.

use super::definition::{Interview, ItemQuestions, Question, QuestionKind, options};
use serde_json::Value;

/// The words of an interview in one language. A text that is not there is empty; the checker has seen that all are.
#[derive(Debug, Clone, Copy)]
pub struct InterviewWords<'a> {
    texts: Option<&'a Value>,
}

pub(super) fn words<'a>(texts: &'a [(String, Value)], language: &str) -> InterviewWords<'a> {
    let found = texts.iter().find(|(tag, _)| tag == language).or_else(|| texts.first());
    InterviewWords {
        texts: found.map(|(_, texts)| texts),
    }
}

impl<'a> InterviewWords<'a> {
    fn get(self, id: &[&str]) -> &'a str {
        let text = self.texts.and_then(|texts| texts.get(id.join(".")));
        text.and_then(Value::as_str).unwrap_or_default()
    }
    /// What an item is about, as it stands in a sentence.
    pub fn subject(self, item: &str) -> &'a str {
        self.get(&["item", item])
    }
    /// A question as it is asked of an item; `{subject}` in it is what the item is about.
    pub fn question(self, asked: &ItemQuestions, question: &str) -> &'a str {
        match asked.worded.iter().any(|own| own == question) {
            true => self.get(&["item", &asked.item, question]),
            false => self.get(&["question", question]),
        }
    }
    /// What a question asks for, in a few words.
    pub fn name(self, question: &str) -> &'a str {
        self.get(&["question", question, "name"])
    }
    /// An option of a question: the item's own, or one it has everywhere.
    pub fn option(self, asked: &ItemQuestions, question: &Question, option: &str) -> &'a str {
        match question.options.iter().any(|shared| shared == option) {
            true => self.get(&["question", &question.id, option]),
            false => self.get(&["item", &asked.item, &question.id, option]),
        }
    }
    /// What a paragraph says of an answer; `{value}` in it is the answer. `option` is the option of a choice, or none for an answer
    /// that there is nothing.
    pub fn told(self, question: &str, answer: Told<'_>) -> &'a str {
        match answer {
            Told::Value => self.get(&["told", question]),
            Told::Option(option) => self.get(&["told", question, option]),
            Told::Nothing => self.get(&["told", question, "none"]),
        }
    }
    /// How a paragraph about a factor goes on, for whoever writes it.
    pub fn go_on(self, rules: &str, factor: &str) -> &'a str {
        self.get(&["go_on", rules, factor])
    }
}

/// What a paragraph tells of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<'a> {
    Value,
    Option(&'a str),
    /// That there is nothing.
    Nothing,
}

/// The ids of all texts an interview needs, with the places each may have in braces.
pub(super) fn required(interview: &Interview) -> Vec<(String, &'static [&'static str])> {
    const SUBJECT: &[&str] = &["subject"];
    const TOLD: &[&str] = &["subject", "value"];
    let mut all: Vec<(String, &'static [&'static str])> = Vec::new();
    let mut need = |id: &[&str], places| all.push((id.join("."), places));
    for question in &interview.questions {
        let id = question.id.as_str();
        need(&["question", id], SUBJECT);
        need(&["question", id, "name"], &[]);
        for option in &question.options {
            need(&["question", id, option], &[]);
        }
        if is_told(interview, id) {
            match question.kind {
                QuestionKind::Choice => question.options.iter().for_each(|option| need(&["told", id, option], SUBJECT)),
                QuestionKind::Number => need(&["told", id], TOLD),
                QuestionKind::Several | QuestionKind::Year | QuestionKind::Date | QuestionKind::Names => {
                    need(&["told", id], TOLD);
                    need(&["told", id, "none"], SUBJECT);
                }
            }
        }
    }
    for rules in &interview.rules {
        for factor in &rules.factors {
            need(&["go_on", &rules.id, &factor.factor], SUBJECT);
        }
    }
    for asked in &interview.items {
        need(&["item", &asked.item], &[]);
        for question in &asked.worded {
            need(&["item", &asked.item, question], SUBJECT);
        }
        for (question, options) in &asked.options.0 {
            for option in options {
                need(&["item", &asked.item, question, option], &[]);
            }
        }
    }
    all
}

/// Whether a paragraph of some factor tells the answer to a question.
fn is_told(interview: &Interview, question: &str) -> bool {
    let factors = interview.rules.iter().flat_map(|rules| &rules.factors);
    factors.flat_map(|factor| &factor.told).any(|told| told == question)
}

/// Whether every option of a question has a text of its own: none of an item's own is one it has everywhere.
pub(super) fn options_are_distinct(asked: &ItemQuestions, question: &Question) -> bool {
    let all: Vec<&str> = options(asked, question).collect();
    all.iter().enumerate().all(|(at, option)| !all[..at].contains(option))
}
