//! Whether what a rule asks for holds: yes, no, or open.

use super::answer::Said;
use crate::criteria::{ItemInterview, Question, Requirement};
use crate::date::Date;
use chrono::{Datelike, Months};

/// Whether something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    No,
    /// What it depends on was not answered.
    Open,
    Yes,
}

impl Held {
    fn of(holds: bool) -> Held {
        if holds { Held::Yes } else { Held::No }
    }
}

/// An item's questions with what is known of each, and the day by which that is judged.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    pub item: ItemInterview<'a>,
    /// By question of the item.
    pub said: &'a [Option<Said>],
    pub on: Date,
}

impl<'a> Asked<'a> {
    /// Whether all of some requirements hold: the least of them.
    pub fn all(self, of: &[Requirement]) -> Held {
        of.iter().map(|requirement| self.holds(requirement)).min().unwrap_or(Held::Yes)
    }

    /// Whether a requirement holds; open where its question was not answered. Of several the worst or the best of them says it, because no
    /// requirement is turned around.
    pub fn holds(self, requirement: &Requirement) -> Held {
        match requirement {
            Requirement::All { of } => self.all(of),
            Requirement::Any { of } => of.iter().map(|requirement| self.holds(requirement)).max().unwrap_or(Held::No),
            single => {
                let question = single.question().and_then(|id| self.question(id));
                let Some((at, question)) = question else { return Held::Open };
                match &self.said[at] {
                    None => Held::Open,
                    Some(said) => Held::of(self.meets(single, question, said)),
                }
            }
        }
    }

    /// A question of the item with its position.
    pub fn question(self, id: &str) -> Option<(usize, &'a Question)> {
        self.item.questions().enumerate().find(|(_, question)| question.id == *id)
    }

    fn meets(self, requirement: &Requirement, question: &Question, said: &Said) -> bool {
        let options = self.item.options(question);
        let at = |id: &String| options.iter().position(|option| option == id);
        match (requirement, said) {
            (Requirement::AtLeast { option, .. }, Said::Choice(chosen)) => at(option).is_some_and(|least| *chosen >= least),
            (Requirement::Chosen { option, .. }, Said::Several(chosen)) => at(option).is_some_and(|option| chosen.contains(&option)),
            (Requirement::Count { least, .. }, Said::Several(chosen)) => chosen.len() >= *least as usize,
            (Requirement::Count { least, .. }, Said::Names(names)) => names.len() >= *least as usize,
            (Requirement::Share { percent, .. }, Said::Several(chosen)) => chosen.len() * 100 >= options.len() * *percent as usize,
            (Requirement::Number { least, .. }, Said::Number(number)) => number >= least,
            (Requirement::Years { least, .. }, Said::Year(Some(year))) => self.on.year().saturating_sub(*year) >= *least as i32,
            (Requirement::Within { months, .. }, Said::Date(Some(day))) => self.on.checked_sub_months(Months::new(*months)).is_none_or(|first| *day >= first),
            _ => false,
        }
    }
}
