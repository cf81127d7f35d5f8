//! Plain facts of an item, as they were answered. What is asked, and what an answer is worth, the interview of the criteria says
//! (`criteria/interview`), which need not be there: an answer to a question it does not have stays where it is.

use super::record::Text;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// An option, a day (`2015-11-20`) or [`Fact::NONE`].
    Word(Text),
    /// A number or a year.
    Number(i64),
    /// Options or names, in the order they were given; an empty list says that there are none.
    Words(Vec<Text>),
}

impl Fact {
    /// The word that says that something is not so yet or never was: a year since which, a day on which.
    pub const NONE: &'static str = "none";
}

/// What was answered of one item: by the id of the question, in the order of these ids. A question that does not stand here was not
/// answered, which says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts(Vec<(Text, Fact)>);

impl Facts {
    pub fn get(&self, question: &str) -> Option<&Fact> {
        self.iter().find(|(id, _)| **id == *question).map(|(_, fact)| fact)
    }
    pub fn iter(&self) -> impl Iterator<Item = &(Text, Fact)> {
        self.0.iter()
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// Answers a question, or takes its answer away.
    pub fn set(&mut self, question: &Text, fact: Option<Fact>) {
        let at = self.0.iter().take_while(|(id, _)| **id < **question).count();
        let there = self.0.get(at).is_some_and(|(id, _)| id == question);
        match (fact, there) {
            (Some(fact), true) => self.0[at].1 = fact,
            (Some(fact), false) => self.0.insert(at, (question.clone(), fact)),
            (None, true) => {
                self.0.remove(at);
            }
            (None, false) => {}
        }
    }
}
