//! How it leaves: the draft submission as a Word document, as Markdown and as a page to print, scores and figures as a
//! table and with live formulas as a workbook, days as a calendar, the assessment as its own file, everything as one zip.
//!
//! Knows nothing of rules: it writes what `report` and `archive` have made. The command line and the browser's worker
//! come through the same door, so they give the same bytes.

#[cfg(feature = "documents")]
pub mod bundle;
mod csv;
mod desk;
#[cfg(feature = "documents")]
mod docx;
mod html;
mod ics;
mod markdown;
mod name;
mod options;
mod plain;
#[cfg(feature = "documents")]
mod publication;
mod style_set;
#[cfg(feature = "documents")]
mod xlsx;

use crate::archive::{self, Project};
#[cfg(feature = "documents")]
use crate::assessment::{Assessment, Window};
use crate::criteria::{Lineage, Pack};
use crate::date::Date;
use crate::language::{Language, codes};
use crate::panel::Panel;
use crate::report::Document;
use std::fmt;

pub use desk::{desk_csv, desk_lines};
#[cfg(feature = "documents")]
pub use docx::Revision;
#[cfg(feature = "documents")]
pub use docx::template::{FillError, TemplateError, Told};
pub use html::drawn_chart;
pub use name::{file_name, named, safe};
pub use options::{MOST_MINUTES, Options, PanelShown, Variant};
#[cfg(feature = "documents")]
pub use publication::publication;
pub use style_set::{STYLE_NAMES, StyleSet};

/// What a document is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The draft submission as an Office Open XML document.
    Docx,
    /// Scores, indicators and all they stand on as a workbook with live formulas (Office Open XML).
    Xlsx,
    /// The draft submission as Markdown.
    Markdown,
    /// The draft submission as one HTML page to print.
    Html,
    /// Scores and indicators as a table in long form.
    Csv,
    /// Days of the road and of improvement actions as a calendar.
    Ics,
    /// The assessment as its own file, whole.
    Json,
    /// The feedback report as an Office Open XML document.
    Feedback,
    /// The documents, the assessment's own file and the evidence files, with a manifest.
    Zip,
}

impl Target {
    /// All targets.
    pub const ALL: [Target; 9] = [
        Target::Docx,
        Target::Xlsx,
        Target::Markdown,
        Target::Html,
        Target::Csv,
        Target::Ics,
        Target::Json,
        Target::Feedback,
        Target::Zip,
    ];

    /// The target of a name.
    pub fn from_name(name: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.name() == name)
    }
    /// Its name: `docx`, `json`, `feedback`.
    pub fn name(self) -> &'static str {
        match self {
            Target::Docx => "docx",
            Target::Xlsx => "xlsx",
            Target::Markdown => "md",
            Target::Html => "html",
            Target::Csv => "csv",
            Target::Ics => "ics",
            Target::Json => "json",
            Target::Feedback => "feedback",
            Target::Zip => "zip",
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
            Target::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Target::Markdown => "text/markdown",
            Target::Html => "text/html",
            Target::Csv => "text/csv",
            Target::Ics => "text/calendar",
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
    /// A calendar of an assessment in which no day is set.
    NoDays,
    /// The document code failed.
    Failed { detail: String },
}

impl ExportError {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 3] = ["export_unavailable", "export_no_days", "export_failed"];

    /// The code looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            ExportError::Unavailable => "export_unavailable",
            ExportError::NoDays => "export_no_days",
            ExportError::Failed { .. } => "export_failed",
        }
    }
    /// The error in one sentence. What the document code says of itself is no part of it: those are words of a program, in English.
    pub fn sentence(&self, language: Language) -> String {
        language.words().by_code(&codes::ERROR, self.code()).to_owned()
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {self:?}", self.code())
    }
}

impl std::error::Error for ExportError {}

/// Writes a project. The same project, target and options give the same bytes, natively and in a browser. A zip is without
/// evidence files here; [`bundle::bundle`] takes them along.
pub fn export(project: &Project, pack: &Pack, target: Target, options: &Options<'_>) -> Result<Vec<u8>, ExportError> {
    match target {
        Target::Json => Ok(archive::write(project, pack).into_bytes()),
        Target::Docx | Target::Feedback => docx_bytes(project, pack, target, options),
        Target::Xlsx => xlsx_bytes(project, pack, options),
        Target::Markdown => Ok(markdown::write(&document(project, pack, target, options), options.language.words().report_not_filled()).into_bytes()),
        Target::Html => Ok(html::write(&document(project, pack, target, options), options.language.words().report_not_filled()).into_bytes()),
        Target::Csv => Ok(csv::write(pack, &project.assessment, options.language).into_bytes()),
        Target::Ics => ics::write(pack, &project.assessment, options)
            .map(String::into_bytes)
            .ok_or(ExportError::NoDays),
        Target::Zip => zip_bytes(project, pack, options),
    }
}

/// The clean submission in an agency's own template, and what is to be told of it.
#[cfg(feature = "documents")]
pub fn fill_template(project: &Project, pack: &Pack, options: &Options<'_>, template: &[u8]) -> Result<(Vec<u8>, Told), FillError> {
    let told = crate::report::Options {
        draft_date: options.draft_date,
        section: None,
    };
    docx::template::fill(template, &|names| {
        crate::report::placing(pack, &project.assessment, options.language, &told, names)
    })
}

/// One of the documents of an assessment without a file format.
fn document(project: &Project, pack: &Pack, target: Target, options: &Options<'_>) -> Document {
    let told = crate::report::Options {
        draft_date: options.draft_date,
        section: options.section,
    };
    let (assessment, language) = (&project.assessment, options.language);
    let mut document = match (target, options.variant) {
        (Target::Feedback, _) => {
            let panel = options.panel.map(|shown| shown.panel);
            crate::report::feedback_of_panel(pack, assessment, language, &told, panel)
        }
        (_, Variant::Draft) => crate::report::submission(pack, assessment, language, &told),
        (_, Variant::Submission) => crate::report::clean_submission(pack, assessment, language, &told),
        (_, Variant::Defence) => crate::report::defence(pack, assessment, language, &told, options.minutes),
        (_, Variant::SiteReview) => crate::report::site_review(pack, assessment, language, &told, options.minutes),
    };
    document.pinned.files = options.files.to_vec();
    document
}

#[cfg(feature = "documents")]
fn docx_bytes(project: &Project, pack: &Pack, target: Target, options: &Options<'_>) -> Result<Vec<u8>, ExportError> {
    docx::write(&document(project, pack, target, options), options.draft_date, options.style)
}

#[cfg(not(feature = "documents"))]
fn docx_bytes(_: &Project, _: &Pack, _: Target, _: &Options<'_>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}

#[cfg(feature = "documents")]
fn xlsx_bytes(project: &Project, pack: &Pack, options: &Options<'_>) -> Result<Vec<u8>, ExportError> {
    xlsx::write(pack, &project.assessment, options)
}

#[cfg(not(feature = "documents"))]
fn xlsx_bytes(_: &Project, _: &Pack, _: &Options<'_>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}

#[cfg(feature = "documents")]
fn zip_bytes(project: &Project, pack: &Pack, options: &Options<'_>) -> Result<Vec<u8>, ExportError> {
    bundle::bundle(project, pack, options, &mut |_| None, Vec::new(), &mut |_, _| {})
}

#[cfg(not(feature = "documents"))]
fn zip_bytes(_: &Project, _: &Pack, _: &Options<'_>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}

/// The lines of the desk as a workbook: the lines, and on sheets of their own reasons, alterations and shared passages.
#[cfg(feature = "documents")]
pub fn desk_workbook(lines: &[crate::desk::Line], language: Language) -> Result<Vec<u8>, ExportError> {
    xlsx::write_desk(lines, language)
}

/// The lines of the desk as one HTML page to print.
pub fn desk_page(lines: &[crate::desk::Line], language: Language) -> Vec<u8> {
    html::write(&crate::report::desk_list(lines, language), "").into_bytes()
}

/// The workbook in which figures are collected, with those of the assessment that are there: for its kind of applicant, the years of a
/// window and those that have a figure.
#[cfg(feature = "documents")]
pub fn template(pack: &Pack, assessment: &Assessment, language: Language, years: Window) -> Result<Vec<u8>, ExportError> {
    xlsx::write_template(pack, assessment, language, years)
}
/// Writes the minute of a panel as an Office Open XML document. Assessors stand there by letter where `anonymous`.
#[cfg(feature = "documents")]
pub fn minute(panel: &Panel, pack: &Pack, language: Language, anonymous: bool) -> Result<Vec<u8>, ExportError> {
    docx::write(&crate::report::minute(pack, panel, language, anonymous), panel.date, StyleSet::PLAIN)
}

/// Writes the minute of a panel; there is no document code in this build.
#[cfg(not(feature = "documents"))]
pub fn minute(_: &Panel, _: &Pack, _: Language, _: bool) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}

/// Writes the workbook in which an assessor can rate without the kit.
#[cfg(feature = "documents")]
pub fn rating_sheet(sheet: &crate::panel::Sheet, pack: &Pack, language: Language) -> Result<Vec<u8>, ExportError> {
    xlsx::write_rating_sheet(pack, sheet, language)
}

/// Writes the paper worksheet of an assessor as an Office Open XML document.
#[cfg(feature = "documents")]
pub fn worksheet(sheet: &crate::panel::Sheet, pack: &Pack, language: Language) -> Result<Vec<u8>, ExportError> {
    docx::write(&crate::report::worksheet(pack, sheet, language), None, StyleSet::PLAIN)
}

/// Writes the site-visit list of a panel as an Office Open XML document.
#[cfg(feature = "documents")]
pub fn visits(panel: &Panel, pack: &Pack, language: Language) -> Result<Vec<u8>, ExportError> {
    docx::write(&crate::report::visits(pack, panel, language), panel.date, StyleSet::PLAIN)
}

/// Writes the site-visit list of a panel; there is no document code in this build.
#[cfg(not(feature = "documents"))]
pub fn visits(_: &Panel, _: &Pack, _: Language) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}

/// Writes the certificate of a trainee's record as an Office Open XML document.
#[cfg(feature = "documents")]
pub fn certificate(kept: &crate::archive::KeptTraining, pack: &Pack, language: Language) -> Result<Vec<u8>, ExportError> {
    docx::write(
        &crate::report::certificate(pack, kept, language),
        crate::report::certified_on(kept),
        StyleSet::PLAIN,
    )
}

/// Writes what differs between two packs as an Office Open XML document.
#[cfg(feature = "documents")]
pub fn pack_difference(from: &Pack, to: &Pack, lineage: &Lineage, language: Language) -> Result<Vec<u8>, ExportError> {
    docx::write(&crate::report::pack_difference(from, to, lineage, language), None, StyleSet::PLAIN)
}

/// The same as one HTML page.
pub fn pack_difference_page(from: &Pack, to: &Pack, lineage: &Lineage, language: Language) -> Vec<u8> {
    html::write(&crate::report::pack_difference(from, to, lineage, language), "").into_bytes()
}

/// The same as Markdown.
pub fn pack_difference_markdown(from: &Pack, to: &Pack, lineage: &Lineage, language: Language) -> Vec<u8> {
    let document = crate::report::pack_difference(from, to, lineage, language);
    markdown::write(&document, language.words().report_not_filled()).into_bytes()
}

/// Writes two assessments compared as an Office Open XML document.
#[cfg(feature = "documents")]
pub fn comparison(pack: &Pack, compared: &crate::report::Compared<'_>, language: Language, date: Option<Date>) -> Result<Vec<u8>, ExportError> {
    docx::write(&crate::report::comparison(pack, compared, language, date), date, StyleSet::PLAIN)
}

/// Writes the draft of `after` as a Word document, with what changed since `before` as insertions and deletions of a revision.
#[cfg(feature = "documents")]
pub fn tracked(pack: &Pack, before: &Assessment, after: &Assessment, revision: Revision, language: Language) -> Result<Vec<u8>, ExportError> {
    let options = crate::report::Options {
        draft_date: revision.date,
        section: None,
    };
    let document = crate::report::tracked(pack, before, after, language, &options);
    docx::write_tracked(&document, revision.date, StyleSet::PLAIN, Some(revision))
}

/// Writes two assessments compared; there is no document code in this build.
#[cfg(not(feature = "documents"))]
pub fn comparison(_: &Pack, _: &crate::report::Compared<'_>, _: Language, _: Option<Date>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Unavailable)
}

/// The same as Markdown.
pub fn comparison_markdown(pack: &Pack, compared: &crate::report::Compared<'_>, language: Language, date: Option<Date>) -> Vec<u8> {
    markdown::write(&crate::report::comparison(pack, compared, language, date), language.words().report_not_filled()).into_bytes()
}
