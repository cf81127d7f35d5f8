//! What the interview says of an item, in words: an answer, what a rule asks for, the reason of a band, and how a person's rating stands to it.

use super::judgement::date;
use crate::assessment::Percent;
use crate::criteria::{InterviewWords, ItemInterview, Question, QuestionKind, Requirement};
use crate::date::Date;
use crate::interview::{Beside, FactorOutcome, Outcome, Said};
use crate::language::{Language, fill};
use chrono::{Datelike, Months};

/// A label as it stands inside of a sentence: `All units` is `all units`, `R&D` stays.
pub(super) fn within_a_sentence(label: &str) -> String {
    let mut rest = label.chars();
    match (rest.next(), rest.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => first.to_lowercase().chain(rest).collect(),
        _ => label.to_owned(),
    }
}

/// Sentences one after the other, as the language has them.
pub(in crate::report) fn sentences(language: Language, all: Vec<String>) -> String {
    let both = |one: String, other: String| fill(language.words().interview_sentences(), &[("one", &one), ("other", &other)]);
    all.into_iter().reduce(both).unwrap_or_default()
}

/// Tells of the interview of one item in one language. `on` is the day by which years and months are counted.
#[derive(Debug, Clone, Copy)]
pub struct InterviewTeller<'a> {
    pub item: ItemInterview<'a>,
    pub language: Language,
    pub on: Date,
}

impl<'a> InterviewTeller<'a> {
    pub(in crate::report) fn words(self) -> InterviewWords<'a> {
        self.item.interview.words(self.language.tag())
    }

    /// A question as it is asked of the item.
    pub fn question(self, question: &Question) -> String {
        let words = self.words();
        fill(
            words.question(self.item.asked, &question.id),
            &[("subject", words.subject(&self.item.asked.item))],
        )
    }

    /// What a question asks for, in a few words.
    pub fn name(self, question: &Question) -> &'a str {
        self.words().name(&question.id)
    }

    /// An option of a question by its position.
    pub fn option(self, question: &'a Question, at: usize) -> &'a str {
        let options = self.item.options(question);
        options.get(at).map_or("", |option| self.words().option(self.item.asked, question, option))
    }

    /// An answer: the option, the options one after the other, `2011 年`, a day, names. There is a word for nothing.
    pub fn answer(self, question: &'a Question, said: &Said) -> String {
        let kit = self.language.words();
        match said {
            Said::Choice(at) => within_a_sentence(self.option(question, *at)),
            Said::Several(all) if all.is_empty() => kit.interview_nothing().to_owned(),
            Said::Several(all) => self.listed(all.iter().map(|at| within_a_sentence(self.option(question, *at))).collect()),
            Said::Number(number) => number.to_string(),
            Said::Year(None) => kit.interview_not_yet().to_owned(),
            Said::Year(Some(year)) => fill(kit.interview_year(), &[("year", &year.to_string())]),
            Said::Date(None) => kit.interview_never().to_owned(),
            Said::Date(Some(day)) => date(self.language, *day),
            Said::Names(names) if names.is_empty() => kit.interview_nobody().to_owned(),
            Said::Names(names) => self.listed(names.iter().map(|name| name.trim().to_owned()).collect()),
        }
    }

    pub(super) fn listed(self, all: Vec<String>) -> String {
        all.join(self.language.words().term_list())
    }

    /// What a rule asks for.
    pub fn requirement(self, requirement: &'a Requirement) -> String {
        let kit = self.language.words();
        let name = requirement.question().map_or("", |id| self.words().name(id));
        let question = requirement.question().and_then(|id| self.item.interview.question(id));
        let option = |id: &str| question.map_or("", |question| self.words().option(self.item.asked, question, id));
        let of_options = |count: usize, all: usize| {
            fill(
                kit.interview_count(),
                &[("name", name), ("count", &count.to_string()), ("all", &all.to_string())],
            )
        };
        let all = question.map_or(0, |question| self.item.options(question).len());
        match requirement {
            Requirement::AtLeast { option: id, .. } => fill(kit.interview_at_least(), &[("name", name), ("option", option(id))]),
            Requirement::Chosen { option: id, .. } => fill(kit.interview_chosen(), &[("name", name), ("option", option(id))]),
            Requirement::Count { least, .. } => match question.map(|question| question.kind) {
                Some(QuestionKind::Names) if *least == 1 => fill(kit.interview_names_count(), &[("name", name)]),
                Some(QuestionKind::Names) => fill(kit.interview_least(), &[("name", name), ("count", &least.to_string())]),
                _ => of_options(*least as usize, all),
            },
            Requirement::Share { percent, .. } => of_options((all * *percent as usize).div_ceil(100), all),
            Requirement::Number { least, .. } => fill(kit.interview_least(), &[("name", name), ("count", &least.to_string())]),
            Requirement::Years { least, .. } => {
                let year = self.on.year().saturating_sub(*least as i32).to_string();
                fill(kit.interview_years(), &[("name", name), ("year", &year)])
            }
            Requirement::Within { months, .. } => {
                let first = self.on.checked_sub_months(Months::new(*months)).unwrap_or(self.on);
                fill(kit.interview_within(), &[("name", name), ("date", &date(self.language, first))])
            }
            Requirement::All { of } => self.listed(of.iter().map(|one| self.requirement(one)).collect()),
            Requirement::Any { of } => {
                let all = of.iter().map(|one| self.requirement(one));
                all.reduce(|one, other| fill(kit.interview_or(), &[("one", &one), ("other", &other)]))
                    .unwrap_or_default()
            }
        }
    }

    /// The band of a factor by its ends, or the two it lies between: `方法：50～65 档`. `name` is that of the factor.
    pub fn band(self, name: &str, factor: &FactorOutcome<'_>) -> String {
        let kit = self.language.words();
        match factor.low == factor.high {
            true => fill(kit.interview_factor_sure(), &[("factor", name), ("band", &self.ends(factor.low))]),
            false => fill(
                kit.interview_factor_between(),
                &[("factor", name), ("low", &self.ends(factor.low)), ("high", &self.ends(factor.high))],
            ),
        }
    }

    fn ends(self, band: usize) -> String {
        self.item
            .rubric
            .bands
            .get(band)
            .map_or_else(String::new, |band| self.language.band(band.from, band.to))
    }

    /// Why the band of a factor is what it is: the answers it rests on, what the next one asks for, and what is still open. One line, a
    /// sentence each.
    pub fn reason(self, outcome: &Outcome<'a>, factor: &FactorOutcome<'a>) -> String {
        let kit = self.language.words();
        let mut told = Vec::new();
        let rested = self.rested_on(outcome, factor);
        told.push(match rested.is_empty() {
            true => kit.interview_because_lowest().to_owned(),
            false => fill(kit.interview_because(), &[("facts", &rested.join(kit.grid_clause()))]),
        });
        told.extend(self.lacking(outcome, factor));
        sentences(self.language, told)
    }

    /// What the facts of a factor still lack: what the next band asks for, and what is still open; that there is no higher band, where there
    /// is none.
    pub fn lacking(self, outcome: &Outcome<'a>, factor: &FactorOutcome<'a>) -> Vec<String> {
        let kit = self.language.words();
        let mut told = Vec::new();
        let open: Vec<String> = self.open(factor).map(|question| self.words().name(&question.id).to_owned()).collect();
        // What is open is asked for first; what the next band wants is told of what was answered.
        let wanting = factor
            .wanting
            .iter()
            .filter(|one| one.leaves().iter().any(|leaf| self.is_answered(outcome, leaf)));
        let wanting: Vec<String> = wanting.map(|one| self.requirement(one)).collect();
        if factor.next.is_none() {
            told.push(kit.interview_highest().to_owned());
        } else if let Some(next) = factor.next.filter(|_| !wanting.is_empty()) {
            let values = [("band", self.ends(next)), ("requirements", wanting.join(kit.grid_clause()))];
            told.push(fill(kit.interview_wanting(), &[(values[0].0, &values[0].1), (values[1].0, &values[1].1)]));
        }
        if !open.is_empty() {
            told.push(fill(kit.interview_open(), &[("questions", &self.listed(open))]));
        }
        told
    }

    /// The questions that are open and may still change the band.
    pub fn open(self, factor: &FactorOutcome<'_>) -> impl Iterator<Item = &'a Question> {
        let all: Vec<&'a Question> = self.item.questions().collect();
        let open: Vec<&'a Question> = factor.open.iter().filter_map(|at| all.get(*at).copied()).collect();
        open.into_iter()
    }

    fn is_answered(self, outcome: &Outcome<'_>, leaf: &Requirement) -> bool {
        let at = leaf.question().and_then(|id| self.item.questions().position(|question| question.id == *id));
        at.is_some_and(|at| outcome.given[at].said().is_some())
    }

    /// The answers a band rests on, each once.
    fn rested_on(self, outcome: &Outcome<'a>, factor: &FactorOutcome<'a>) -> Vec<String> {
        let kit = self.language.words();
        let of_band = |question: &&'a Question| factor.because.iter().any(|leaf| leaf.question() == Some(&question.id));
        let told = self.item.questions().zip(&outcome.given).filter(|(question, _)| of_band(question));
        let told = told.filter_map(|(question, given)| Some((question, given.said()?)));
        told.map(|(question, said)| {
            let value = self.answer(question, said);
            fill(kit.interview_said(), &[("name", self.words().name(&question.id)), ("value", &value)])
        })
        .collect()
    }

    /// The range, and how a person's rating stands to it, in sentences.
    pub fn beside(self, outcome: &Outcome<'_>, rating: Option<Percent>) -> String {
        let kit = self.language.words();
        if outcome.is_blank() {
            return kit.interview_blank().to_owned();
        }
        let Some(found) = rating.and_then(|rating| outcome.beside(rating)) else {
            return kit.interview_unrated().to_owned();
        };
        let percent = rating.map(|rating| rating.value().to_string()).unwrap_or_default();
        let (text, points) = match found {
            Beside::Within => (kit.interview_within_range(), 0),
            Beside::Below(points) => (kit.interview_below_range(), points),
            Beside::Above(points) => (kit.interview_above_range(), points),
        };
        fill(text, &[("percent", &percent), ("points", &points.to_string())])
    }

    /// The range in words; empty while nothing is answered.
    pub fn range(self, outcome: &Outcome<'_>) -> String {
        let kit = self.language.words();
        let Some((low, high)) = outcome.range.filter(|_| !outcome.is_blank()) else {
            return String::new();
        };
        let open = outcome.factors.iter().any(|factor| factor.low != factor.high);
        let text = if open { kit.interview_range_open() } else { kit.interview_range() };
        fill(text, &[("range", &self.language.percents(low.value(), high.value()))])
    }
}
