//! The interview: plain facts asked of every item, and the rules that make bands of them.
//!
//! A file of its own beside the national pack (`interview.json`, with the texts in `interview.<tag>.json`), so that what an item's
//! page loads holds none of it. It belongs to item ids, which mean the same in every pack: a pack that builds on the national
//! one, or was adapted from it, has the interview of all items whose rubric still has the factors and bands the rules name.
//!
//! Rules hold no *not* and no *at most*: whatever is asked for, a better fact has too. So a better fact never lowers a band, and
//! what is open is known by its worst and its best answer.

mod builtin;
mod check;
mod definition;
mod reading;
mod texts;

pub use builtin::interview_built_in;
pub use definition::{
    BandRule, FactorRules, FiguresTell, Interview, InterviewFiles, ItemInterview, ItemQuestions, Question, QuestionKind, Requirement, RuleSet,
};
pub use texts::{InterviewWords, Told};
