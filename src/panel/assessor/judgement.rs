//! What one assessor says of one item.

use crate::assessment::{ItemRecord, Percent, Text, text};
use crate::criteria::{ItemSlot, Pack};

/// One assessor's judgement of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// None: not rated yet.
    pub percent: Option<Percent>,
    /// The band chosen for each factor, as its position in the rubric.
    pub bands: Vec<Option<usize>>,
    pub strengths: Text,
    pub opportunities: Text,
    /// Why the rating is what it is.
    pub remark: Text,
    pub confidence: Option<Confidence>,
}

impl Judgement {
    /// Nothing said yet.
    pub fn blank(pack: &Pack, item: ItemSlot) -> Judgement {
        Judgement {
            percent: None,
            bands: vec![None; pack.rubric_of(item).factors.len()],
            strengths: text(""),
            opportunities: text(""),
            remark: text(""),
            confidence: None,
        }
    }

    /// The judgement that stands in the record of an assessment.
    pub fn of_record(record: &ItemRecord) -> Judgement {
        Judgement {
            percent: record.percent,
            bands: record.bands.clone(),
            strengths: record.strengths.clone(),
            opportunities: record.opportunities.clone(),
            remark: record.remark.clone(),
            confidence: None,
        }
    }

    /// Whether nothing has been said.
    pub fn is_blank(&self) -> bool {
        let said = [&self.strengths, &self.opportunities, &self.remark];
        self.percent.is_none() && self.confidence.is_none() && self.bands.iter().all(Option::is_none) && said.iter().all(|text| text.is_empty())
    }
    /// Whether there is a word to read.
    pub fn has_words(&self) -> bool {
        [&self.strengths, &self.opportunities, &self.remark].iter().any(|text| !text.trim().is_empty())
    }
}

/// How sure the assessor is of a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Confidence {
    Low,
    Medium,
    High,
}

impl Confidence {
    /// All of them, upwards.
    pub const ALL: [Confidence; 3] = [Confidence::Low, Confidence::Medium, Confidence::High];

    /// The word that stands in files, and the code looked up for words.
    pub const fn word(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}
