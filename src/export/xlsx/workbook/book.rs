//! Everything the sheets are written from: what was answered, what the core makes of it, and where on which sheet it
//! stands.

use super::looks::Fonts;
use super::{indicators, inputs, panel, scale, scores};
use crate::assessment::{Assessment, ProfileText};
use crate::criteria::{Pack, Words as PackWords};
use crate::date::Date;
use crate::eligibility::{Eligibility, judge};
use crate::export::Options;
use crate::indicators::{Results, read_results};
use crate::language::{Language, Words, fill};
use crate::report::say;
use crate::scoring::{Score, score};
use std::cell::RefCell;
use std::collections::BTreeMap;

pub(super) struct Book<'a> {
    pub pack: &'a Pack,
    pub assessment: &'a Assessment,
    pub language: Language,
    pub words: &'static Words,
    pub pack_words: PackWords<'a>,
    pub fonts: Fonts,
    pub score: Score,
    pub results: Results,
    pub eligibility: Eligibility,
    /// The day of the draft in words.
    pub day: Option<String>,
    /// The organisation's name on one line, or that it is missing.
    pub organisation: String,
    pub scores: scores::Plan,
    pub scale: scale::Plan,
    pub indicators: indicators::Plan,
    pub inputs: inputs::Plan,
    /// The panel's sheet, where there is a panel.
    pub panel: Option<panel::Plan<'a>>,
    /// What formulas came to, as they were written: sheet, row and column.
    pub results_of: RefCell<BTreeMap<Place, f64>>,
}

/// A cell: sheet, row and column, from 0 on.
pub(super) type Place = (String, u32, u16);

impl<'a> Book<'a> {
    /// A registration date counts as future where it lies after the draft date, or without one after the application date.
    pub fn of(pack: &'a Pack, assessment: &'a Assessment, options: &Options<'a>) -> Book<'a> {
        let (language, date) = (options.language, options.draft_date);
        let application = assessment.eligibility.application_date;
        let today = date.or(application).unwrap_or(Date::MAX);
        let words = language.words();
        let score = score(pack, assessment);
        let results = read_results(pack, assessment);
        let name = assessment.organisation.text(ProfileText::Name);
        let name = name.split_whitespace().collect::<Vec<&str>>().join(" ");
        let indicators = indicators::Plan::of(pack, assessment, &results);
        Book {
            scores: scores::Plan::of(pack, &score),
            scale: scale::Plan::of(pack),
            inputs: inputs::Plan::of(pack, assessment, &indicators),
            indicators,
            panel: options.panel.filter(|shown| panel::any(shown.panel)).map(|shown| panel::Plan::of(pack, shown)),
            eligibility: judge(pack, assessment, assessment.eligibility.edition, application, today),
            day: date.map(|date| say::date(language, date)),
            organisation: if name.is_empty() { words.report_name_missing().to_owned() } else { name },
            fonts: Fonts::of(language),
            pack_words: pack.words(language.tag()),
            pack,
            assessment,
            language,
            words,
            score,
            results,
            results_of: RefCell::default(),
        }
    }

    /// Notes what a formula comes to, for charts that are drawn from it.
    pub fn came_to(&self, sheet: &str, (row, col): (u32, u16), value: f64) {
        self.results_of.borrow_mut().insert((sheet.to_owned(), row, col), value);
    }

    /// The number of a figure's source on the sheet of sources, and its status in a word; empty where the pack names none.
    pub fn source(&self, figure: &str) -> (String, &'static str) {
        let Some(attribution) = self.pack.attribution(figure) else {
            return (String::new(), "");
        };
        let at = self.pack.source_ids().iter().position(|id| *id == attribution.source);
        let number = at.map_or_else(String::new, |at| ["[", &(at + 1).to_string(), "]"].concat());
        (number, say::status(self.language, attribution.status))
    }

    /// Source and status as one text: `[2] 待核实`.
    pub fn source_and_status(&self, figure: &str) -> String {
        let (number, status) = self.source(figure);
        [number.as_str(), status].join(" ").trim().to_owned()
    }

    /// A text with values put in.
    pub fn say(&self, text: &str, values: &[(&str, &str)]) -> String {
        fill(text, values)
    }
}
