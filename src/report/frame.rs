//! What every document of the kit has around its parts: cover, table of contents, header and footer.

use super::caption::CaptionKind;
use super::document::{Block, Cover, Document};
use super::draft::{Draft, one_line};
use super::pinned::Pinned;
use super::say;
use crate::assessment::ProfileText;
use crate::date::Date;
use crate::language::fill;

/// What one kind of document says of itself.
pub(super) struct Frame {
    pub title: &'static str,
    /// With `{organisation}`, and with `{date}` where the draft has one.
    pub header: &'static str,
    pub header_dated: &'static str,
    /// What must be known before reading.
    pub notes: Vec<String>,
}

impl Frame {
    /// The cover and the places of the lists; from here on tables and figures are numbered part by part.
    pub fn begin(&self, draft: &mut Draft<'_>, date: Option<Date>) {
        let words = draft.words;
        let mut lines = vec![fill(words.report_edition(), &[("edition", draft.pack_words.edition_name())])];
        lines.extend(date.map(|date| fill(words.report_draft_date(), &[("date", &say::date(draft.language, date))])));
        let cover = Cover {
            award: draft.pack_words.name().to_owned(),
            title: self.title.to_owned(),
            organisation: organisation(draft),
            lines,
            form: Vec::new(),
            notes: self.notes.clone(),
            warning: draft.assessment.fictional.then(|| words.report_fictional().to_owned()),
        };
        draft.blocks.push(Block::Cover(cover));
        draft.blocks.push(Block::Contents {
            title: words.report_contents().to_owned(),
        });
        let lists = [
            (CaptionKind::Table, words.report_list_tables()),
            (CaptionKind::Figure, words.report_list_figures()),
        ];
        draft
            .blocks
            .extend(lists.map(|(kind, title)| Block::Captions { kind, title: title.to_owned() }));
        draft.chapter = Some(0);
    }

    /// The document with everything that was written.
    pub fn finish(&self, draft: Draft<'_>, date: Option<Date>) -> Document {
        let name = organisation(&draft);
        let header = match date {
            Some(date) => fill(self.header_dated, &[("organisation", &name), ("date", &say::date(draft.language, date))]),
            None => fill(self.header, &[("organisation", &name)]),
        };
        Document {
            title: [draft.pack_words.name(), " · ", self.title].concat(),
            author: name,
            language: draft.language,
            header,
            footer: draft.words.report_page().to_owned(),
            mark: String::new(),
            pinned: Pinned::of(&draft.assessment.evidence),
            blocks: draft.blocks,
        }
    }
}

/// The organisation's name on one line, or that it is missing.
fn organisation(draft: &Draft<'_>) -> String {
    let name = one_line(draft.assessment.organisation.text(ProfileText::Name));
    if name.is_empty() {
        draft.words.report_name_missing().to_owned()
    } else {
        name
    }
}
