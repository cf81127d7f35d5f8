//! How it leaves: the draft submission as a Word document, the assessment as its own file.
//!
//! Knows nothing of rules: it writes what `report` and `archive` have made. The command line and the browser's worker
//! come through the same door, so they give the same bytes.

#[cfg(feature = "documents")]
mod docx;
mod name;

use crate::archive::{self, Project};
use crate::criteria::Pack;
use crate::date::Date;
use crate::language::{Language, fill};
use crate::report::Section;
use std::fmt;

pub use name::file_name;

/// What a document is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The draft submission as an Office Open XML document.
    Docx,
    /// The assessment as its own file, whole.
    Json,
    /// The feedback report as an Office Open XML document.
    Feedback,
}

impl Target {
    /// All targets.
    pub const ALL: [Target; 3] = [Target::Docx, Target::Json, Target::Feedback];

    /// The target of a name.
    pub fn from_name(name: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.name() == name)
    }
    /// Its name: `docx`, `json`, `feedback`.
    pub fn name(self) -> &'static str {
        match self {
            Target::Docx => "docx",
            Target::Json => "json",
            Target::Feedback => "feedback",
        }
    }
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Target::Feedback => "docx",
            _ => self.name(),
        }
    }
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Target::Docx | Target::Feedback => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Target::Json => "application/json",
        }
    }
}

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportError {
    /// This build of the kit has no document code.
    Unavailable,
    /// The document code failed.
    Failed { detail: String },
}

impl ExportError {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 2] = ["export_unavailable", "export_failed"];

    /// The code looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            ExportError::Unavailable => "export_unavailable",
            ExportError::Failed { .. } => "export_failed",
        }
    }
    /// The error in one sentence.
    pub fn sentence(&self, language: Language) -> String {
        let detail = match self {
            ExportError::Unavailable => "",
            ExportError::Failed { detail } => detail,
        };
        fill(language.words().by_code("error", self.code()), &[("detail", detail)])
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {self:?}", self.code())
    }
}

impl std::error::Error for ExportError {}

/// How a document is wanted. The assessment's own file asks for none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The document's language, which may differ from the screen's.
    pub language: Language,
    /// The day printed on the draft; none prints no day.
    pub draft_date: Option<Date>,
    /// One part of the submission alone; none for all of it.
    pub section: Option<Section>,
}

impl Options {
    /// Everything in a language, without a day.
    pub const fn new(language: Language) -> Options {
        Options {
            language,
            draft_date: None,
            section: None,
        }
    }
    /// With a day, where there is one.
    pub const fn dated(self, draft_date: Option<Date>) -> Options {
        Options { draft_date, ..self }
    }
    /// One part alone, or all of it.
    pub const fn only(self, section: Option<Section>) -> Options {
        Options { section, ..self }
    }
}

/// Writes a project. The same project, target and options give the same bytes, natively and in a browser.
pub fn export(project: &Project, pack: &Pack, target: Target, options: &Options) -> Result<Vec<u8>, ExportError> {
    match target {
        Target::Json => Ok(archive::write(project, pack).into_bytes()),
        Target::Docx | Target::Feedback => docx_bytes(project, pack, target, options),
    }
}

#[cfg(feature = "documents")]
fn docx_bytes(project: &Project, pack: &Pack, target: Target, options: &Options) -> Result<Vec<u8>, ExportError> {
    let told = crate::report::Options {
        draft_date: options.draft_date,
        section: options.section,
    };
    let write = match target {
        Target::Feedback => crate::report::feedback,
        _ => crate::report::submission,
    };
    let document = write(pack, &project.assessment, options.language, &told);
    docx::write(&document, options.draft_date)
}

#[cfg(not(feature = "documents"))]
fn docx_bytes(_: &Project, _: &Pack, _: Target, _: &Options) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}
