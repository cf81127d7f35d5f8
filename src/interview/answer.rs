//! An answer as its question means it.

use crate::assessment::{Fact, Facts, Text};
use crate::criteria::{ItemInterview, Question, QuestionKind};
use crate::date::{Date, is_written_out, parse_date};

/// The first year that is taken for one.
const FIRST_YEAR: i64 = 1900;

/// What an answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The position of an option.
    Choice(usize),
    /// Positions of options, upwards.
    Several(Vec<usize>),
    Number(u32),
    /// None: not so yet.
    Year(Option<i32>),
    /// None: never.
    Date(Option<Date>),
    Names(Vec<Text>),
}

/// What is known of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Nothing.
    Open,
    /// A person has answered.
    Answered(Said),
    /// The figures of the item tell it.
    ByFigures(Said),
    /// What stands there is no answer to it: another kind of value, an option it does not have, a year or a day to come.
    Odd,
}

impl Given {
    /// What it says; none where that is open, or odd, which judges nothing.
    pub fn said(&self) -> Option<&Said> {
        match self {
            Given::Answered(said) | Given::ByFigures(said) => Some(said),
            Given::Open | Given::Odd => None,
        }
    }
}

/// The answer of a person to a question. `on` is the day it is judged by: what lies behind it is no fact.
///
/// `"2017-03-01"` judged on 2016-12-02 is odd, and so is the year 2017.
pub fn read(item: ItemInterview<'_>, question: &Question, facts: &Facts, on: Date) -> Given {
    match facts.get(&question.id) {
        None => Given::Open,
        Some(fact) => said(item, question, fact, on).map_or(Given::Odd, Given::Answered),
    }
}

fn said(item: ItemInterview<'_>, question: &Question, fact: &Fact, on: Date) -> Option<Said> {
    let options = item.options(question);
    let at = |word: &Text| options.iter().position(|option| **option == **word);
    Some(match (question.kind, fact) {
        (QuestionKind::Choice, Fact::Word(word)) => Said::Choice(at(word)?),
        (QuestionKind::Several, Fact::Words(words)) => {
            let known: Vec<usize> = words.iter().map(at).collect::<Option<_>>()?;
            Said::Several((0..options.len()).filter(|option| known.contains(option)).collect())
        }
        (QuestionKind::Number, Fact::Number(number)) => {
            let number = u32::try_from(*number).ok()?;
            Said::Number(Some(number).filter(|number| *number <= question.most.unwrap_or(u32::MAX))?)
        }
        (QuestionKind::Year, Fact::Number(year)) => {
            let last = i64::from(chrono::Datelike::year(&on));
            Said::Year(Some(Some(*year).filter(|year| (FIRST_YEAR..=last).contains(year))? as i32))
        }
        (QuestionKind::Date, Fact::Word(word)) if **word != *Fact::NONE => {
            let day = parse_date(word).filter(|day| is_written_out(*day) && *day <= on)?;
            Said::Date(Some(day))
        }
        (QuestionKind::Year, Fact::Word(word)) if **word == *Fact::NONE => Said::Year(None),
        (QuestionKind::Date, Fact::Word(_)) => Said::Date(None),
        (QuestionKind::Names, Fact::Words(names)) => Said::Names(names.iter().filter(|name| !name.trim().is_empty()).cloned().collect()),
        _ => return None,
    })
}
