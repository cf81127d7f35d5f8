//! The draft submission, first form: cover, contents, profile, eligibility statement, self-evaluation report, score
//! table, completeness and sources. Nothing that was answered is left out, and what is missing says so.

use super::document::{Block, Cover, Document};
use super::draft::{Draft, one_line};
use super::section::Section;
use super::{
    completeness, eligibility_statement, evidence, form, improvement, profile, say, score_chart, score_reading, score_table, self_evaluation, sources,
};
use crate::assessment::{Assessment, ProfileText};
use crate::criteria::Pack;
use crate::date::Date;
use crate::eligibility::judge;
use crate::findings::findings;
use crate::language::{Language, fill};
use crate::scoring::score;

/// What the assessment itself does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// The day printed on the draft; none prints no day.
    pub draft_date: Option<Date>,
    /// One part alone; none for the whole submission.
    pub section: Option<Section>,
}

/// Writes the draft submission of an assessment. The same assessment, language and options give the same document.
///
/// A registration date counts as future where it lies after the draft date, or without one after the application date.
pub fn submission(pack: &Pack, assessment: &Assessment, language: Language, options: &Options) -> Document {
    let application = assessment.eligibility.application_date;
    let today = options.draft_date.or(application).unwrap_or(Date::MAX);
    let eligibility = judge(pack, assessment, assessment.eligibility.edition, application, today);
    let score = score(pack, assessment);
    let found = findings(pack, assessment, &eligibility);

    let mut draft = Draft::new(pack, assessment, language);
    let words = draft.words;
    let date = options.draft_date.map(|date| say::date(language, date));
    let name = one_line(assessment.organisation.text(ProfileText::Name));
    let name = if name.is_empty() { words.report_name_missing.to_owned() } else { name };
    let cover = cover(&draft, &name, date.as_deref());
    draft.blocks.push(Block::Cover(cover));
    draft.blocks.push(Block::Contents {
        title: words.report_contents.to_owned(),
    });
    for section in Section::ALL {
        draft.blocks.push(Block::Section(section));
        if !matches!(section, Section::Improvement | Section::Evidence | Section::Completeness | Section::Sources) {
            draft.blocks.push(Block::PageBreak);
        }
        match section {
            Section::Form => form::write(&mut draft),
            Section::Profile => profile::write(&mut draft),
            Section::Eligibility => eligibility_statement::write(&mut draft, &eligibility),
            Section::Evaluation => self_evaluation::write(&mut draft, &score),
            Section::Scores => {
                score_table::write(&mut draft, &score);
                score_chart::write(&mut draft, &score);
                score_reading::reading(&mut draft, &score);
                score_reading::remarks(&mut draft, &score);
            }
            Section::Improvement => improvement::write(&mut draft),
            Section::Evidence => evidence::write(&mut draft),
            Section::Completeness => completeness::write(&mut draft, &found),
            Section::Sources => sources::write(&mut draft),
        }
    }

    let header = match &date {
        Some(date) => fill(words.report_header_dated, &[("organisation", &name), ("date", date)]),
        None => fill(words.report_header, &[("organisation", &name)]),
    };
    Document {
        title: fill("{award} · {title}", &[("award", draft.pack_words.name()), ("title", words.report_title)]),
        author: name,
        language,
        header,
        footer: words.report_page.to_owned(),
        blocks: draft.blocks,
    }
    .only(options.section)
    .numbered()
}

fn cover(draft: &Draft<'_>, name: &str, date: Option<&str>) -> Cover {
    let words = draft.words;
    let mut lines = vec![fill(words.report_edition, &[("edition", draft.pack_words.edition_name())])];
    lines.extend(date.map(|date| fill(words.report_draft_date, &[("date", date)])));
    Cover {
        award: draft.pack_words.name().to_owned(),
        title: words.report_title.to_owned(),
        organisation: name.to_owned(),
        lines,
        notes: vec![draft.pack_words.disclaimer().to_owned()],
        warning: draft.assessment.fictional.then(|| words.report_fictional.to_owned()),
    }
}
