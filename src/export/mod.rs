//! How it leaves: the draft submission as a Word document, the assessment as its own file, everything as one zip.
//!
//! Knows nothing of rules: it writes what `report` and `archive` have made. The command line and the browser's worker
//! come through the same door, so they give the same bytes.

#[cfg(feature = "documents")]
pub mod bundle;
#[cfg(feature = "documents")]
mod docx;
mod name;

use crate::archive::{self, Project};
use crate::criteria::Pack;
use crate::date::Date;
use crate::language::{Language, fill};
use crate::panel::Panel;
use std::fmt;

pub use name::file_name;

/// What a document is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The draft submission as an Office Open XML document.
    Docx,
    /// The assessment as its own file, whole.
    Json,
    /// The documents, the assessment's own file and the evidence files, with a manifest.
    Zip,
}

impl Target {
    /// All targets.
    pub const ALL: [Target; 3] = [Target::Docx, Target::Json, Target::Zip];

    /// The target of a name, which is also the ending of its files.
    pub fn from_name(name: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.name() == name)
    }
    /// Its name: `docx`, `json`, `zip`.
    pub fn name(self) -> &'static str {
        match self {
            Target::Docx => "docx",
            Target::Json => "json",
            Target::Zip => "zip",
        }
    }
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Target::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Target::Json => "application/json",
            Target::Zip => "application/zip",
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

/// Writes a project. The same project, target, language and draft date give the same bytes, natively and in a browser.
///
/// `language` and `draft_date` are those of the document; the assessment's own file has neither. A zip is without evidence
/// files here; [`bundle::bundle`] takes them along.
pub fn export(project: &Project, pack: &Pack, target: Target, language: Language, draft_date: Option<Date>) -> Result<Vec<u8>, ExportError> {
    match target {
        Target::Json => Ok(archive::write(project, pack).into_bytes()),
        Target::Docx => docx_bytes(project, pack, language, draft_date),
        Target::Zip => zip_bytes(project, pack, language, draft_date),
    }
}

#[cfg(feature = "documents")]
fn docx_bytes(project: &Project, pack: &Pack, language: Language, draft_date: Option<Date>) -> Result<Vec<u8>, ExportError> {
    let options = crate::report::Options { draft_date };
    let document = crate::report::submission(pack, &project.assessment, language, &options);
    docx::write(&document, draft_date)
}

#[cfg(not(feature = "documents"))]
fn docx_bytes(_: &Project, _: &Pack, _: Language, _: Option<Date>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}

#[cfg(feature = "documents")]
fn zip_bytes(project: &Project, pack: &Pack, language: Language, draft_date: Option<Date>) -> Result<Vec<u8>, ExportError> {
    bundle::bundle(project, pack, language, draft_date, &mut |_| None, &mut |_, _| {})
}

#[cfg(not(feature = "documents"))]
fn zip_bytes(_: &Project, _: &Pack, _: Language, _: Option<Date>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}

/// Writes the minute of a panel as an Office Open XML document. Assessors stand there by letter where `anonymous`.
#[cfg(feature = "documents")]
pub fn minute(panel: &Panel, pack: &Pack, language: Language, anonymous: bool) -> Result<Vec<u8>, ExportError> {
    docx::write(&crate::report::minute(pack, panel, language, anonymous), panel.date)
}

/// Writes the minute of a panel; there is no document code in this build.
#[cfg(not(feature = "documents"))]
pub fn minute(_: &Panel, _: &Pack, _: Language, _: bool) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}
