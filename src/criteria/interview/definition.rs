//! What the interview asks, and what follows from the answers, as it stands in `interview.json`.

use super::texts::InterviewWords;
use super::{check, texts};
use crate::criteria::ItemSlot;
use crate::criteria::content::parse;
use crate::criteria::fault::{Fault, FaultCode};
use crate::criteria::pack::{LANGUAGES, Pack, read};
use crate::criteria::structure::Rubric;
use crate::json::ById;
use serde_json::Value;

/// The file of the structure.
pub(super) const FILE: &str = "interview.json";

/// The file of a language's texts.
pub(super) fn text_file(language: &str) -> String {
    ["interview.", language, ".json"].concat()
}

/// A checked interview.
#[derive(Debug, Clone, PartialEq)]
pub struct Interview {
    pub questions: Vec<Question>,
    pub rules: Vec<RuleSet>,
    pub items: Vec<ItemQuestions>,
    pub(super) texts: Vec<(String, Value)>,
}

/// The text of an interview's files, before anything is known about them.
#[derive(Debug, Clone, Copy)]
pub struct InterviewFiles<'a> {
    /// `interview.json`
    pub structure: &'a str,
    /// Language tag and `interview.<tag>.json`.
    pub texts: &'a [(&'a str, &'a str)],
}

/// One plain question, asked of several items in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    pub kind: QuestionKind,
    /// The answers to choose from; of a choice, from the worst to the best. Those of [`ItemQuestions::options`] go before them.
    pub options: Vec<String>,
    /// Of a number: the most that can be.
    pub most: Option<u32>,
    /// What the figures of the item tell, so that it need not be asked where there are any.
    pub figures: Option<FiguresTell>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionKind {
    /// One of the options, which are in order.
    Choice,
    /// Any of the options; none of them is an answer too.
    Several,
    /// A whole number; more is better.
    Number,
    /// A year since which something is so, or that it is not so yet; earlier is better.
    Year,
    /// A day on which something was last done, or that it never was; later is better.
    Date,
    /// Names of departments or posts; none of them is an answer too.
    Names,
}

impl QuestionKind {
    /// Every kind with the word that stands in files.
    pub const ALL: [(&'static str, QuestionKind); 6] = [
        ("choice", QuestionKind::Choice),
        ("several", QuestionKind::Several),
        ("number", QuestionKind::Number),
        ("year", QuestionKind::Year),
        ("date", QuestionKind::Date),
        ("names", QuestionKind::Names),
    ];
}

/// What the figures of a results item tell of it. Of a choice with five options: the share of its areas, none, less than a third, less
/// than two thirds, less than nine in ten, more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FiguresTell {
    /// Areas with a figure.
    Covered,
    /// Areas at a good level.
    Good,
    /// For how many years running half of the areas have values.
    Years,
    /// Which way the areas go.
    Course,
    /// Areas that are compared.
    Compared,
    /// With whom.
    Against,
    /// How they stand beside what they are compared with.
    Standing,
}

impl FiguresTell {
    /// Everything with the word that stands in files.
    pub const ALL: [(&'static str, FiguresTell); 7] = [
        ("covered", FiguresTell::Covered),
        ("good", FiguresTell::Good),
        ("years", FiguresTell::Years),
        ("course", FiguresTell::Course),
        ("compared", FiguresTell::Compared),
        ("against", FiguresTell::Against),
        ("standing", FiguresTell::Standing),
    ];
}

/// The rules for items judged by the same factors.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleSet {
    pub id: String,
    pub factors: Vec<FactorRules>,
}

/// How the band of one factor follows.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorRules {
    /// Id of the factor in the rubric.
    pub factor: String,
    /// Questions whose answers begin a paragraph about it, in this order.
    pub told: Vec<String>,
    /// Downwards; the first that holds counts, and the last one always does.
    pub bands: Vec<BandRule>,
}

/// A band, and what has to be so for it: everything.
#[derive(Debug, Clone, PartialEq)]
pub struct BandRule {
    /// Id of the band in the rubric.
    pub band: String,
    pub when: Vec<Requirement>,
}

/// What has to be so. There is no *not* and no *at most*.
#[derive(Debug, Clone, PartialEq)]
pub enum Requirement {
    /// A choice is this option or a better one.
    AtLeast { question: String, option: String },
    /// This option of several is chosen.
    Chosen { question: String, option: String },
    /// At least so many options are chosen, or names given.
    Count { question: String, least: u32 },
    /// At least this share of the options is chosen, in percent: 60 of 5 are 3 of them.
    Share { question: String, percent: u32 },
    /// A number is at least that.
    Number { question: String, least: u32 },
    /// So many years have gone by since a year: 2013 and 3 years hold from 2016 on.
    Years { question: String, least: u32 },
    /// A day lies at most so many months back.
    Within { question: String, months: u32 },
    /// One of these holds.
    Any { of: Vec<Requirement> },
    /// All of these hold.
    All { of: Vec<Requirement> },
}

impl Requirement {
    /// The question it is about; none where it is made of others.
    pub fn question(&self) -> Option<&str> {
        match self {
            Requirement::AtLeast { question, .. }
            | Requirement::Chosen { question, .. }
            | Requirement::Count { question, .. }
            | Requirement::Share { question, .. }
            | Requirement::Number { question, .. }
            | Requirement::Years { question, .. }
            | Requirement::Within { question, .. } => Some(question),
            Requirement::Any { .. } | Requirement::All { .. } => None,
        }
    }

    /// Those it is made of, or itself.
    pub fn leaves(&self) -> Vec<&Requirement> {
        match self {
            Requirement::Any { of } | Requirement::All { of } => of.iter().flat_map(Requirement::leaves).collect(),
            single => vec![single],
        }
    }
}

/// What is asked of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemQuestions {
    /// Id of the item.
    pub item: String,
    /// Id of the rules it is judged by.
    pub rules: String,
    /// Ids of the questions, in the order in which they are asked.
    pub questions: Vec<String>,
    /// The item's own options, by question.
    pub options: ById<Vec<String>>,
    /// Questions that have a wording of their own for this item.
    pub worded: Vec<String>,
}

impl Interview {
    /// Reads and checks an interview; all faults are collected. Whether it fits a pack, [`Interview::faults_against`] says.
    pub fn load(files: &InterviewFiles<'_>) -> Result<Interview, Vec<Fault>> {
        let mut faults = Vec::new();
        let structure = parse(FILE, files.structure, &mut faults);
        let mut texts = Vec::new();
        for (language, text) in files.texts {
            let file = text_file(language);
            if let Some(value) = parse(&file, text, &mut faults) {
                read::<ById<String>>(&file, &value, &mut faults);
                texts.push((String::from(*language), value));
            }
        }
        for language in LANGUAGES {
            if files.texts.iter().all(|(tag, _)| *tag != language) {
                faults.push(Fault::new(FaultCode::FileMissing, &text_file(language), ""));
            }
        }
        let Some(Structured { header, mut interview }) = structure.and_then(|value| read(FILE, &value, &mut faults)) else {
            return Err(Fault::in_order(faults));
        };
        interview.texts = texts;
        check::check(&header, &interview, &mut faults);
        if faults.is_empty() { Ok(interview) } else { Err(Fault::in_order(faults)) }
    }

    /// What of it does not fit a pack: items that are not there, factors and bands their rubric does not have.
    pub fn faults_against(&self, pack: &Pack) -> Vec<Fault> {
        check::against(self, pack)
    }

    /// The interview of an item; none where there is none for it, or its rubric has other factors or bands than the rules.
    pub fn of<'a>(&'a self, pack: &'a Pack, item: ItemSlot) -> Option<ItemInterview<'a>> {
        let id = &pack.item(item).id;
        let asked = self.items.iter().find(|asked| asked.item == *id)?;
        let rules = self.rules.iter().find(|rules| rules.id == asked.rules)?;
        let rubric = pack.rubric_of(item);
        rules.fits(rubric).then_some(ItemInterview {
            interview: self,
            asked,
            rules,
            rubric,
        })
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The words in a language; in the first language where it lacks that one.
    pub fn words(&self, language: &str) -> InterviewWords<'_> {
        texts::words(&self.texts, language)
    }
}

impl RuleSet {
    /// Whether it judges by the factors of a rubric, and by bands that rubric has.
    pub(super) fn fits(&self, rubric: &Rubric) -> bool {
        let has = |id: &str| rubric.bands.iter().any(|band| band.id == id);
        let ruled = |id: &str| self.factors.iter().filter(|rules| rules.factor == id).count() == 1;
        self.factors.len() == rubric.factors.len()
            && rubric.factors.iter().all(|factor| ruled(&factor.id))
            && self.factors.iter().flat_map(|rules| &rules.bands).all(|rule| has(&rule.band))
    }
}

/// The interview of one item of a pack.
#[derive(Debug, Clone, Copy)]
pub struct ItemInterview<'a> {
    pub interview: &'a Interview,
    pub asked: &'a ItemQuestions,
    pub rules: &'a RuleSet,
    pub rubric: &'a Rubric,
}

impl<'a> ItemInterview<'a> {
    /// Its questions in their order.
    pub fn questions(self) -> impl Iterator<Item = &'a Question> {
        self.asked.questions.iter().filter_map(move |id| self.interview.question(id))
    }
    /// The options of a question, from the worst to the best where they are in order.
    pub fn options(self, question: &'a Question) -> Vec<&'a str> {
        options(self.asked, question).collect()
    }
    /// The rules of each factor, in the order of the rubric, with the factor's position.
    pub fn factors(self) -> impl Iterator<Item = (usize, &'a FactorRules)> {
        let rules = move |id: &str| self.rules.factors.iter().find(|rules| rules.factor == id);
        self.rubric
            .factors
            .iter()
            .enumerate()
            .filter_map(move |(at, factor)| Some((at, rules(&factor.id)?)))
    }
    /// The position of a band in the rubric.
    pub fn band(self, rule: &BandRule) -> usize {
        self.rubric.bands.iter().position(|band| band.id == rule.band).unwrap_or(0)
    }
}

/// The item's own options of a question, then those it has everywhere.
pub(super) fn options<'a>(asked: &'a ItemQuestions, question: &'a Question) -> impl Iterator<Item = &'a str> {
    let own = asked.options.get(&question.id).into_iter().flatten();
    own.chain(&question.options).map(String::as_str)
}

/// What `interview.json` says of itself, and all else in it.
pub(super) struct Structured {
    pub header: [String; 2],
    pub interview: Interview,
}
