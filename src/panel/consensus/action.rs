//! The steps of a session. A step that is out of turn is refused with a code, and nothing changes.

use super::agreement::Standing;
use super::record::{Panel, Reopening, Signature};
use crate::assessment::{Percent, Text};
use crate::criteria::{ItemSlot, Pack};
use crate::date::Date;
use crate::order;
use crate::panel::Collected;
use crate::panel::sentences::{ItemSentences, Theme, Visit};
use crate::scoring::maxima;
use std::rc::Rc;

/// A change of a panel.
#[derive(Debug, Clone, PartialEq)]
pub enum PanelAction {
    /// In percentage points, 0 to 100; before consensus opens.
    Tolerance(u8),
    /// The sheets that were gathered, one for each assessor; before consensus opens.
    Sheets(Vec<Collected>),
    /// Opens consensus: the scores are locked and the tolerance is fixed.
    Open,
    Agree(ItemSlot, Option<Percent>),
    Reason(ItemSlot, Text),
    Note(ItemSlot, Text),
    /// Takes the median for every item whose ratings lie within the tolerance and that has nothing agreed yet.
    TakeProposals,
    Absent(Vec<Text>),
    Facilitator(Text),
    Place(Text),
    Date(Option<Date>),
    Remark(Text),
    /// What becomes of the comments on an item.
    Sentences(ItemSlot, ItemSentences),
    Themes(Vec<Theme>),
    Visits(Vec<Visit>),
    /// Once every item that counts and has ratings is agreed.
    Sign(Signature),
    /// Takes the signature at a position back.
    Unsign(usize),
    /// Goes a step back, with the reason and the day, which stand in the record and in the minute: a signed minute becomes open
    /// consensus again and its signatures are set aside; open consensus goes back to the scores, and what was agreed stays.
    Reopen {
        reason: Text,
        date: Option<Date>,
    },
}

/// Why a step is out of turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Consensus is open: scores and tolerance stand.
    Locked,
    /// Consensus is not open yet.
    NotOpen,
    /// There is no score to agree on.
    NoScores,
    /// An item is not agreed, or its reason is missing.
    NotAllAgreed,
    /// The minute is signed.
    Signed,
    /// A tolerance of more than 100 points, or a signature without a name.
    Unusable,
    /// Going back needs a reason.
    NoReason,
}

impl Refused {
    /// All of them.
    pub const ALL: [Refused; 7] = [
        Refused::Locked,
        Refused::NotOpen,
        Refused::NoScores,
        Refused::NotAllAgreed,
        Refused::Signed,
        Refused::Unusable,
        Refused::NoReason,
    ];

    /// The code looked up for words.
    pub const fn code(self) -> &'static str {
        match self {
            Refused::Locked => "locked",
            Refused::NotOpen => "not_open",
            Refused::NoScores => "no_scores",
            Refused::NotAllAgreed => "not_all_agreed",
            Refused::Signed => "signed",
            Refused::Unusable => "unusable",
            Refused::NoReason => "no_reason",
        }
    }
}

impl PanelAction {
    /// Why the step cannot be taken now; none where it can.
    pub fn refused(&self, pack: &Pack, panel: &Panel) -> Option<Refused> {
        if panel.is_signed() && !matches!(self, PanelAction::Sign(_) | PanelAction::Unsign(_) | PanelAction::Reopen { .. }) {
            return Some(Refused::Signed);
        }
        match self {
            PanelAction::Tolerance(_) | PanelAction::Sheets(_) | PanelAction::Open if panel.opened => Some(Refused::Locked),
            PanelAction::Tolerance(points) if *points > 100 => Some(Refused::Unusable),
            PanelAction::Open
                if panel
                    .sheets
                    .iter()
                    .all(|collected| collected.sheet.judgements.iter().all(|judgement| judgement.percent.is_none())) =>
            {
                Some(Refused::NoScores)
            }
            PanelAction::Agree(..) | PanelAction::Reason(..) | PanelAction::TakeProposals | PanelAction::Sign(_) | PanelAction::Reopen { .. }
                if !panel.opened =>
            {
                Some(Refused::NotOpen)
            }
            PanelAction::Reopen { reason, .. } if reason.trim().is_empty() => Some(Refused::NoReason),
            PanelAction::Sign(signature) if signature.name.trim().is_empty() => Some(Refused::Unusable),
            PanelAction::Sign(_) if !panel.all_agreed(pack) => Some(Refused::NotAllAgreed),
            _ => None,
        }
    }

    /// The panel after the step.
    pub fn apply(&self, pack: &Pack, before: &Panel) -> Result<Panel, Refused> {
        if let Some(refused) = self.refused(pack, before) {
            return Err(refused);
        }
        let mut after = before.clone();
        match self {
            PanelAction::Tolerance(points) => after.tolerance = *points,
            PanelAction::Sheets(sheets) => {
                after.sheets.clone_from(sheets);
                order::sort_by(&mut after.sheets, |one, other| one.sheet.assessor.cmp(&other.sheet.assessor));
                after.sheets.dedup_by(|one, other| one.sheet.assessor == other.sheet.assessor);
            }
            PanelAction::Open => after.opened = true,
            PanelAction::Agree(item, percent) => Rc::make_mut(&mut after.agreements[item.0]).percent = *percent,
            PanelAction::Reason(item, reason) => Rc::make_mut(&mut after.agreements[item.0]).reason = reason.clone(),
            PanelAction::Note(item, note) => Rc::make_mut(&mut after.agreements[item.0]).note = note.clone(),
            PanelAction::TakeProposals => after.take_proposals(pack),
            PanelAction::Absent(names) => after.absent.clone_from(names),
            PanelAction::Facilitator(name) => after.facilitator = name.clone(),
            PanelAction::Place(place) => after.place = place.clone(),
            PanelAction::Date(date) => after.date = *date,
            PanelAction::Remark(remark) => after.remark = remark.clone(),
            PanelAction::Sentences(item, sentences) => {
                if after.sentences.len() < after.agreements.len() {
                    after.sentences.resize(after.agreements.len(), Rc::default());
                }
                if let Some(place) = after.sentences.get_mut(item.0) {
                    *place = Rc::new(sentences.clone());
                }
            }
            PanelAction::Themes(themes) => after.themes.clone_from(themes),
            PanelAction::Visits(visits) => after.visits.clone_from(visits),
            PanelAction::Sign(signature) => after.signatures.push(signature.clone()),
            PanelAction::Unsign(at) => {
                if *at < after.signatures.len() {
                    after.signatures.remove(*at);
                }
            }
            PanelAction::Reopen { reason, date } => {
                after.opened = after.is_signed();
                after.reopenings.push(Reopening {
                    reason: reason.clone(),
                    date: *date,
                    signatures: std::mem::take(&mut after.signatures),
                });
            }
        }
        Ok(after)
    }
}

impl Panel {
    /// The median in the pack's steps, halves up; none while nobody has rated the item.
    pub fn proposal(&self, pack: &Pack, item: ItemSlot) -> Option<Percent> {
        let step = pack.structure().scoring.step;
        Percent::new(self.spread(item)?.rounded_median(step), step)
    }

    /// Whether every item that applies and that somebody has rated is agreed, with its reason where it needs one.
    pub fn all_agreed(&self, pack: &Pack) -> bool {
        let applies = maxima(pack, self.subject.kind);
        pack.items().zip(applies).all(|((item, _), maximum)| {
            !maximum.applies()
                || match self.standing(pack, item) {
                    Standing::Agreed(_) => true,
                    Standing::Open => self.spread(item).is_none(),
                    Standing::ReasonNeeded(..) => false,
                }
        })
    }

    fn take_proposals(&mut self, pack: &Pack) {
        for (item, _) in pack.items() {
            let within = self.spread(item).is_some_and(|spread| spread.range() <= self.tolerance);
            if within && self.agreement(item).percent.is_none() {
                let proposal = self.proposal(pack, item);
                Rc::make_mut(&mut self.agreements[item.0]).percent = proposal;
            }
        }
    }
}
