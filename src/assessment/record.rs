//! The record one organisation fills: profile, eligibility answers and the answers to every item, in the slots of a pack.

use super::Percent;
use super::evidence::EvidenceRegister;
use super::facts::Facts;
use super::figures::FigureBook;
use super::improvement::ImprovementPlan;
use super::notes::Notes;
use super::organisation::Organisation;
use super::road::Road;
use super::rules_off::RulesOff;
use crate::criteria::{EditionSlot, ItemSlot, Pack};
use crate::date::Date;
use std::rc::Rc;

/// A text as the user wrote it; cheap to share between versions of the record.
pub type Text = Rc<str>;

/// A shared text from any string.
pub fn text(content: impl AsRef<str>) -> Text {
    Rc::from(content.as_ref())
}

/// Everything one organisation has answered under one pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// A worked sample about an organisation that does not exist.
    pub fictional: bool,
    pub organisation: Rc<Organisation>,
    pub eligibility: Rc<EligibilityRecord>,
    /// The user's own reference line on the total, in whole points; none for the pack's.
    pub reference_points: Option<u32>,
    /// One record for every item of the pack, in its order.
    pub items: Vec<Rc<ItemRecord>>,
    pub figures: Rc<FigureBook>,
    pub evidence: Rc<EvidenceRegister>,
    pub improvement: Rc<ImprovementPlan>,
    pub road: Rc<Road>,
    /// Rules of the red pen that are turned off.
    pub rules_off: Rc<RulesOff>,
    /// What those who work on it say to each other; in no document.
    pub notes: Rc<Notes>,
}

impl Assessment {
    /// A blank record with the slots of a pack.
    pub fn blank(pack: &Pack) -> Assessment {
        Assessment {
            fictional: false,
            organisation: Rc::default(),
            eligibility: Rc::new(EligibilityRecord::blank(pack)),
            reference_points: None,
            items: pack.items().map(|(slot, _)| Rc::new(ItemRecord::blank(pack, slot))).collect(),
            figures: Rc::new(FigureBook::blank(pack)),
            evidence: Rc::default(),
            improvement: Rc::new(ImprovementPlan::blank(pack)),
            road: Rc::new(Road::blank(pack)),
            rules_off: Rc::default(),
            notes: Rc::default(),
        }
    }
    /// The day by which it is judged what is late. A worked sample lives in its own time, in which nothing becomes late as
    /// years go by: its application date.
    pub fn present_day(&self, today: Date) -> Date {
        self.eligibility.application_date.filter(|_| self.fictional).unwrap_or(today)
    }
    pub fn item(&self, slot: ItemSlot) -> &Rc<ItemRecord> {
        &self.items[slot.0]
    }
}

/// The answers to the eligibility questions.
#[derive(Debug, Clone, PartialEq)]
pub struct EligibilityRecord {
    /// The edition of the rules judged by.
    pub edition: EditionSlot,
    /// The day the application is handed in.
    pub application_date: Option<Date>,
    /// By condition of the pack.
    pub conditions: Vec<ConditionRecord>,
    /// By self-check of the pack.
    pub self_checks: Vec<SelfCheckRecord>,
}

impl EligibilityRecord {
    fn blank(pack: &Pack) -> EligibilityRecord {
        let rules = &pack.structure().eligibility;
        EligibilityRecord {
            edition: pack.default_edition(),
            application_date: None,
            conditions: vec![ConditionRecord::default(); rules.conditions.len()],
            self_checks: vec![SelfCheckRecord::default(); rules.self_checks.len()],
        }
    }
}

/// An answer to a condition, three-valued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answer {
    #[default]
    Undecided,
    Met,
    NotMet,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConditionRecord {
    /// Counts for declared conditions only; the others are judged from the profile.
    pub answer: Answer,
    pub evidence: Text,
}

/// An answer to a self-check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SelfCheckAnswer {
    #[default]
    Unanswered,
    /// The bar does not apply.
    Clear,
    /// The bar applies.
    Applies,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SelfCheckRecord {
    pub answer: SelfCheckAnswer,
    pub note: Text,
}

/// The answers to one item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemRecord {
    /// By scope, then factor. Scope 0 is the item as a whole, scope n the pack's prompt n − 1.
    answers: Vec<Vec<Text>>,
    pub strengths: Text,
    pub opportunities: Text,
    /// References to evidence, as the user numbers and names them.
    pub evidence: Vec<Text>,
    /// The band chosen for each factor, as its position in the rubric.
    pub bands: Vec<Option<usize>>,
    /// None: not rated yet.
    pub percent: Option<Percent>,
    /// Why the rating is what it is.
    pub remark: Text,
    /// What was answered in the interview.
    pub facts: Facts,
}

impl ItemRecord {
    /// An item nobody has answered yet.
    pub fn blank(pack: &Pack, slot: ItemSlot) -> ItemRecord {
        let factors = pack.rubric_of(slot).factors.len();
        let scopes = pack.item(slot).prompts.len() + 1;
        ItemRecord {
            answers: vec![vec![text(""); factors]; scopes],
            strengths: text(""),
            opportunities: text(""),
            evidence: Vec::new(),
            bands: vec![None; factors],
            percent: None,
            remark: text(""),
            facts: Facts::default(),
        }
    }

    /// The answer of a scope to a factor; empty where nothing was written.
    pub fn answer(&self, scope: usize, factor: usize) -> &Text {
        &self.answers[scope][factor]
    }
    pub fn set_answer(&mut self, scope: usize, factor: usize, value: Text) {
        self.answers[scope][factor] = value;
    }
    /// The number of scopes: the whole item and its prompts.
    pub fn scopes(&self) -> usize {
        self.answers.len()
    }
    /// Whether nothing has been written in a scope.
    pub fn scope_is_empty(&self, scope: usize) -> bool {
        self.answers[scope].iter().all(|answer| answer.trim().is_empty())
    }
    /// All answers, scope by scope.
    pub fn answers(&self) -> impl Iterator<Item = &Text> {
        self.answers.iter().flatten()
    }
    /// Whether no answer has been written at all.
    pub fn is_unanswered(&self) -> bool {
        (0..self.scopes()).all(|scope| self.scope_is_empty(scope))
    }
}
