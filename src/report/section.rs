//! The parts of the submission, so that one of them can be told alone.

use crate::language::Words;

/// A part of the submission, in the order they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The application form, laid out as another city's form is.
    Form,
    /// The controlled units; nothing where none is listed.
    Units,
    /// The organisation profile.
    Profile,
    /// The summary of the management model; nothing where nothing of it is written.
    Model,
    /// Eligibility and compliance.
    Eligibility,
    /// The self-evaluation report, clause by clause.
    Evaluation,
    /// The score table and how to read it.
    Scores,
    /// The improvement plan.
    Improvement,
    /// The evidence list.
    Evidence,
    /// What is missing or contradictory, and the lengths.
    Completeness,
    /// Sources and statuses.
    Sources,
}

impl Section {
    /// All parts.
    pub const ALL: [Section; 11] = [
        Section::Form,
        Section::Units,
        Section::Profile,
        Section::Model,
        Section::Eligibility,
        Section::Evaluation,
        Section::Scores,
        Section::Improvement,
        Section::Evidence,
        Section::Completeness,
        Section::Sources,
    ];

    /// The part of a name.
    pub fn from_name(name: &str) -> Option<Section> {
        Section::ALL.into_iter().find(|section| section.name() == name)
    }

    /// Its name on the command line and between page and worker: `form`, `self-evaluation`.
    pub const fn name(self) -> &'static str {
        match self {
            Section::Form => "form",
            Section::Units => "units",
            Section::Profile => "profile",
            Section::Model => "management-model",
            Section::Eligibility => "eligibility",
            Section::Evaluation => "self-evaluation",
            Section::Scores => "scores",
            Section::Improvement => "improvement",
            Section::Evidence => "evidence",
            Section::Completeness => "completeness",
            Section::Sources => "sources",
        }
    }

    /// Its heading: `四、自评报告`; of what stands within another part without a number.
    pub fn title(self, words: &Words) -> &'static str {
        match self {
            Section::Form => words.report_form(),
            Section::Units => words.units_title(),
            Section::Profile => words.report_profile(),
            Section::Model => words.organisation_model(),
            Section::Eligibility => words.report_eligibility(),
            Section::Evaluation => words.report_evaluation(),
            Section::Scores => words.report_score(),
            Section::Improvement => words.report_improvement(),
            Section::Evidence => words.report_evidence(),
            Section::Completeness => words.report_completeness(),
            Section::Sources => words.report_sources(),
        }
    }
}
