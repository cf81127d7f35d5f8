//! How a document is wanted.

use super::StyleSet;
use crate::date::Date;
use crate::language::Language;
use crate::panel::Panel;
use crate::report::Section;

/// How a document is wanted. The assessment's own file asks for none of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options<'a> {
    /// The document's language, which may differ from the screen's.
    pub language: Language,
    /// The day printed on the draft; none prints no day.
    pub draft_date: Option<Date>,
    /// The moment of writing in seconds since 1970, for what tells later from earlier on one day; none is the beginning of the day.
    pub moment: Option<i64>,
    /// One part of the submission alone; none for all of it.
    pub section: Option<Section>,
    /// Which of the documents the assessment is told as.
    pub variant: Variant,
    /// Minutes of the defence or the site review; none for the default of that document.
    pub minutes: Option<u32>,
    /// How Word documents look.
    pub style: &'static StyleSet,
    /// By entry of the evidence register: where its file lies beside the document; none where it lies nowhere near. Short of entries: none.
    pub files: &'a [Option<String>],
    /// The panel that judged the assessment, for the workbook and the feedback report; none where there was none.
    pub panel: Option<PanelShown<'a>>,
}

/// The documents of one assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Variant {
    /// The working draft, with sources, statuses, scores and what is missing.
    #[default]
    Draft,
    /// The clean submission, to be handed in.
    Submission,
    /// The outline of a defence before a jury.
    Defence,
    /// What to have ready for a site review.
    SiteReview,
}

impl Variant {
    /// All of them.
    pub const ALL: [Variant; 4] = [Variant::Draft, Variant::Submission, Variant::Defence, Variant::SiteReview];

    /// Its name on the command line and between page and worker.
    pub const fn name(self) -> &'static str {
        match self {
            Variant::Draft => "draft",
            Variant::Submission => "submission",
            Variant::Defence => "defence",
            Variant::SiteReview => "site-review",
        }
    }
    /// Whether it is an outline for a meeting: told whole, with a timetable.
    pub const fn is_outline(self) -> bool {
        matches!(self, Variant::Defence | Variant::SiteReview)
    }
    /// The variant of a name.
    pub fn from_name(name: &str) -> Option<Variant> {
        Variant::ALL.into_iter().find(|variant| variant.name() == name)
    }
}

/// The most minutes a meeting is planned for: ten hours.
pub const MOST_MINUTES: u32 = 600;

/// A panel as it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelShown<'a> {
    pub panel: &'a Panel,
    /// Assessors stand there by letter.
    pub anonymous: bool,
}

impl<'a> Options<'a> {
    /// Everything in a language, without a day.
    pub const fn new(language: Language) -> Options<'a> {
        Options {
            language,
            draft_date: None,
            moment: None,
            section: None,
            variant: Variant::Draft,
            minutes: None,
            style: StyleSet::PLAIN,
            files: &[],
            panel: None,
        }
    }
    /// With a day, where there is one.
    pub const fn dated(self, draft_date: Option<Date>) -> Options<'a> {
        Options { draft_date, ..self }
    }
    /// With the moment of writing, where it is known.
    pub const fn at(self, moment: Option<i64>) -> Options<'a> {
        Options { moment, ..self }
    }
    /// One part alone, or all of it.
    pub const fn only(self, section: Option<Section>) -> Options<'a> {
        Options { section, ..self }
    }
    /// As one of the documents.
    pub const fn told_as(self, variant: Variant) -> Options<'a> {
        Options { variant, ..self }
    }
    /// For a meeting of so many minutes, or of the default.
    pub const fn lasting(self, minutes: Option<u32>) -> Options<'a> {
        Options { minutes, ..self }
    }
    /// In a look.
    pub const fn in_style(self, style: &'static StyleSet) -> Options<'a> {
        Options { style, ..self }
    }
    /// With files of evidence beside it.
    pub const fn with_files(self, files: &'a [Option<String>]) -> Options<'a> {
        Options { files, ..self }
    }
    /// With the panel of the assessment, where there is one.
    pub const fn with_panel(self, panel: Option<PanelShown<'a>>) -> Options<'a> {
        Options { panel, ..self }
    }
}
