//! What is to be said of a file that was gathered. The words are in `language/`, by code.

use crate::assessment::Text;

/// One thing to be known of one file. The first group does not count, the second counts and has something to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Made with other criteria. Not counted.
    OtherPack { file: Text, id: Text },
    /// Made with another edition of the same criteria. Not counted.
    OtherEdition { file: Text, edition: Text },
    /// Of another organisation's assessment. Not counted.
    OtherAssessment { file: Text, organisation: Text },
    /// The same assessor has handed in a later one, which counts. This one does not.
    Superseded { file: Text, assessor: Text, counted: Text },
    /// The same assessor has handed in another one, and neither says that it is the later; the fuller one counts. This
    /// one does not.
    Uncertain { file: Text, assessor: Text, counted: Text },
    /// The same sheet came twice. It counts once.
    SameAgain { file: Text, assessor: Text, counted: Text },

    /// Of the same organisation, but the answers were others when it was handed out. Counted.
    AnswersChanged { file: Text, assessor: Text },
    /// Some items asked for have no rating. What there is counts.
    HalfDone {
        file: Text,
        assessor: Text,
        rated: usize,
        assigned: usize,
    },
    /// No item is rated.
    NothingRated { file: Text, assessor: Text },
    /// The content of the criteria is not the one it was made with, though id and edition are. Counted.
    CriteriaChanged { file: Text },
    /// It holds judgements of items these criteria do not have. The others count.
    UnknownItems { file: Text, count: usize },
}

impl Problem {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 11] = [
        "other_pack",
        "other_edition",
        "other_assessment",
        "superseded",
        "uncertain",
        "same_again",
        "answers_changed",
        "half_done",
        "nothing_rated",
        "criteria_changed",
        "unknown_items",
    ];

    /// The code looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::OtherPack { .. } => "other_pack",
            Problem::OtherEdition { .. } => "other_edition",
            Problem::OtherAssessment { .. } => "other_assessment",
            Problem::Superseded { .. } => "superseded",
            Problem::Uncertain { .. } => "uncertain",
            Problem::SameAgain { .. } => "same_again",
            Problem::AnswersChanged { .. } => "answers_changed",
            Problem::HalfDone { .. } => "half_done",
            Problem::NothingRated { .. } => "nothing_rated",
            Problem::CriteriaChanged { .. } => "criteria_changed",
            Problem::UnknownItems { .. } => "unknown_items",
        }
    }

    /// The file it is said of.
    pub fn file(&self) -> &Text {
        match self {
            Problem::OtherPack { file, .. }
            | Problem::OtherEdition { file, .. }
            | Problem::OtherAssessment { file, .. }
            | Problem::Superseded { file, .. }
            | Problem::Uncertain { file, .. }
            | Problem::SameAgain { file, .. }
            | Problem::AnswersChanged { file, .. }
            | Problem::HalfDone { file, .. }
            | Problem::NothingRated { file, .. }
            | Problem::CriteriaChanged { file }
            | Problem::UnknownItems { file, .. } => file,
        }
    }

    /// Whether the ratings of the file count all the same.
    pub fn counts(&self) -> bool {
        use Problem::*;
        matches!(
            self,
            AnswersChanged { .. } | HalfDone { .. } | NothingRated { .. } | CriteriaChanged { .. } | UnknownItems { .. }
        )
    }

    /// What puts problems in order: file, then the order of the codes, then what it is about.
    pub(super) fn order(&self) -> (Text, usize, Text) {
        let about = match self {
            Problem::Superseded { counted, .. } | Problem::Uncertain { counted, .. } | Problem::SameAgain { counted, .. } => counted.clone(),
            Problem::OtherPack { id: about, .. } | Problem::OtherEdition { edition: about, .. } | Problem::OtherAssessment { organisation: about, .. } => {
                about.clone()
            }
            _ => Text::default(),
        };
        let code = Problem::CODES.iter().position(|code| *code == self.code());
        (self.file().clone(), code.unwrap_or(usize::MAX), about)
    }
}
