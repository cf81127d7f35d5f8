//! The beginning of a paragraph about a factor, written from the answers of the interview, for a person to go on from.

use super::say::{self, InterviewTeller};
use crate::criteria::{FactorRules, Question, QuestionKind, Told};
use crate::interview::{Given, Outcome, Said};
use crate::language::fill;

/// A sentence for each answer that is told of the factor, and at the end what is left to write; empty where nothing of it was answered.
///
/// It never holds what was not answered, and says of figures only what they tell themselves.
pub fn skeleton(teller: InterviewTeller<'_>, outcome: &Outcome<'_>, rules: &FactorRules) -> String {
    let words = teller.words();
    let subject = words.subject(&teller.item.asked.item);
    let all: Vec<(&Question, &Given)> = teller.item.questions().zip(&outcome.given).collect();
    let mut sentences = Vec::new();
    for id in &rules.told {
        let Some((question, said)) = all
            .iter()
            .find(|(question, _)| question.id == *id)
            .and_then(|(question, given)| Some((*question, given.said()?)))
        else {
            continue;
        };
        let options = teller.item.options(question);
        let told = match (question.kind, said) {
            (QuestionKind::Choice, Said::Choice(at)) => options.get(*at).map_or(Told::Nothing, |option| Told::Option(option)),
            (_, Said::Several(chosen)) if chosen.is_empty() => Told::Nothing,
            (_, Said::Names(names)) if names.is_empty() => Told::Nothing,
            (_, Said::Year(None) | Said::Date(None)) => Told::Nothing,
            _ => Told::Value,
        };
        let value = match said {
            Said::Year(Some(year)) => year.to_string(),
            said => teller.answer(question, said),
        };
        sentences.push(fill(words.told(id, told), &[("subject", subject), ("value", &value)]));
    }
    if sentences.is_empty() {
        return String::new();
    }
    sentences.push(fill(words.go_on(&teller.item.rules.id, &rules.factor), &[("subject", subject)]));
    let mut paragraph = say::sentences(teller.language, sentences);
    // A sentence may begin with what the item is about.
    if let Some(first) = paragraph.chars().next() {
        let capital: String = first.to_uppercase().collect();
        paragraph.replace_range(..first.len_utf8(), &capital);
    }
    paragraph
}
