//! The record of a panel: the scores that were gathered, locked from the moment consensus opens, and what was agreed.

use super::agreement::{Agreement, Standing, standing};
use crate::assessment::Text;
use crate::criteria::{ItemSlot, Pack};
use crate::date::Date;
use crate::panel::sentences::{ItemSentences, Theme, Visit};
use crate::panel::statistics::{Ratings, Spread};
use crate::panel::{Collected, Subject};
use std::rc::Rc;

/// The range up to which ratings need no discussion, in percentage points, until the panel fixes its own.
///
/// No figure of a Chinese award was found. United States award practice usually discusses items about 20 points apart
/// (from knowledge, medium confidence); a procurement guide advises fixing the tolerance before the session (domain
/// facts 4.6, D12). It is a reference, and called one wherever it is shown.
pub const REFERENCE_TOLERANCE: u8 = 20;

/// A panel from the first file to the signatures.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The assessment that is judged.
    pub subject: Subject,
    /// The range up to which ratings need no discussion, in percentage points; fixed before consensus opens.
    pub tolerance: u8,
    /// One for each assessor, in the order of their names. Locked while `opened`.
    pub sheets: Vec<Collected>,
    /// Consensus is open: the scores are locked.
    pub opened: bool,
    /// By item of the pack.
    pub agreements: Vec<Rc<Agreement>>,
    /// By item of the pack: what became of the assessors' comments; short of items where nothing did.
    pub sentences: Vec<Rc<ItemSentences>>,
    /// Key themes across items, in their order.
    pub themes: Vec<Theme>,
    /// What the panel wants verified on site.
    pub visits: Vec<Visit>,
    /// Members of the panel who were not there.
    pub absent: Vec<Text>,
    /// Who led the session.
    pub facilitator: Text,
    pub place: Text,
    pub date: Option<Date>,
    /// A remark on the session.
    pub remark: Text,
    /// While anybody has signed nothing can be changed.
    pub signatures: Vec<Signature>,
    /// The times the session went a step back, in their order.
    pub reopenings: Vec<Reopening>,
}

/// A step back in the session, with its reason: from the signed minute to the open consensus, or from that to the scores.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reopening {
    pub reason: Text,
    pub date: Option<Date>,
    /// The signatures that stood under the minute until then; none where it was not signed and the scores were unlocked.
    pub signatures: Vec<Signature>,
}

impl Reopening {
    /// Whether it led back to the scores, and not from the signatures to the consensus.
    pub fn unlocked_scores(&self) -> bool {
        self.signatures.is_empty()
    }
}

/// A name under the minute.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    pub name: Text,
    pub role: Text,
    pub date: Option<Date>,
}

impl Panel {
    /// A panel on an assessment, with the reference tolerance and nothing gathered.
    pub fn new(pack: &Pack, subject: Subject) -> Panel {
        Panel {
            subject,
            tolerance: REFERENCE_TOLERANCE,
            sheets: Vec::new(),
            opened: false,
            agreements: vec![Rc::default(); pack.items().len()],
            sentences: Vec::new(),
            themes: Vec::new(),
            visits: Vec::new(),
            absent: Vec::new(),
            facilitator: Text::default(),
            place: Text::default(),
            date: None,
            remark: Text::default(),
            signatures: Vec::new(),
            reopenings: Vec::new(),
        }
    }

    /// What is written down of an item.
    pub fn agreement(&self, item: ItemSlot) -> &Agreement {
        &self.agreements[item.0]
    }
    /// What became of the comments on an item.
    pub fn sentences_of(&self, item: ItemSlot) -> Rc<ItemSentences> {
        self.sentences.get(item.0).cloned().unwrap_or_default()
    }
    /// All ratings, items of the pack by assessors.
    pub fn ratings(&self) -> Ratings {
        let mut all = Ratings::blank(self.agreements.len(), self.sheets.len());
        for (assessor, collected) in self.sheets.iter().enumerate() {
            for (item, judgement) in collected.sheet.judgements.iter().enumerate() {
                if let Some(percent) = judgement.percent {
                    all.set(item, assessor, Some(percent.value()));
                }
            }
        }
        all
    }
    /// The spread of an item's ratings; none while nobody has rated it.
    pub fn spread(&self, item: ItemSlot) -> Option<Spread> {
        let ratings = self.sheets.iter().filter_map(|collected| collected.sheet.judgements.get(item.0)?.percent);
        Spread::of(ratings.map(|percent| percent.value()))
    }
    /// Whether what is agreed on an item can stand.
    pub fn standing(&self, pack: &Pack, item: ItemSlot) -> Standing {
        standing(self.agreement(item), self.spread(item).as_ref(), pack.structure().scoring.step)
    }
    pub fn is_signed(&self) -> bool {
        !self.signatures.is_empty()
    }
}
