//! The agency's own template: a Word document with its styles, and placeholders such as `{{organisation.name}}` and `{{report}}`.
//! The clean submission is written into its styles and put in the places of the placeholders; all else of the template stays
//! byte for byte. What has no place, and what is not known, is told.

mod ids;
mod insertion;
mod package;
mod scan;
mod settings;
mod style_map;
mod told;

pub use package::TemplateError;
pub use told::Told;

use super::{body, chart, described, package as finished};
use crate::export::{ExportError, StyleSet};
use crate::language::Language;
use crate::report::{Document, Placed, Placing};
use insertion::Insertion;
use package::Package;

/// What is asked for each name in the template, in its order, with whether a part can stand there.
pub type Places<'a> = &'a dyn Fn(&[(&str, bool)]) -> Placing;

/// Why a template was not filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FillError {
    Template(TemplateError),
    Export(ExportError),
}

impl FillError {
    /// The error in one sentence.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            FillError::Template(error) => error.sentence(language),
            FillError::Export(error) => error.sentence(language),
        }
    }
}

/// The filled template, and what is to be told about it.
pub(in crate::export) fn fill(bytes: &[u8], places: Places<'_>) -> Result<(Vec<u8>, Told), FillError> {
    let mut package = Package::open(bytes).map_err(FillError::Template)?;
    let scanned = package.scanned().map_err(FillError::Template)?;
    let names: Vec<(&str, bool)> = scanned.iter().flat_map(|(_, found)| found.names()).collect();
    let placing = places(&names);
    let pieces = pieces(&mut package, &placing).map_err(FillError::Export)?;
    let told = Told::of(&names, &placing);
    insertion::insert(&mut package, &scanned, &placing, &pieces);
    let failed = |detail: String| FillError::Export(ExportError::Failed { detail });
    Ok((package.pack().map_err(|error| failed(error.to_string()))?, told))
}

/// The markup of each part, in the template's styles, with the parts of the file it needs added to the package.
fn pieces(package: &mut Package, placing: &Placing) -> Result<Vec<Insertion>, ExportError> {
    let failed = |detail: String| ExportError::Failed { detail };
    let set = package.page(StyleSet::PLAIN);
    let document: &Document = &placing.document;
    let bounds = placing.placed.iter().filter_map(|placed| match placed {
        Placed::Part(range) => Some(range.start),
        _ => None,
    });
    let bounds: Vec<usize> = bounds.collect();
    let built = body::build(document, &set, &bounds, None);
    let mut parts = built.docx.build();
    described::describe(&mut parts.document, &built.tables);
    let charts = chart::place(&mut parts, &built.charts).map_err(failed)?;
    finished::complete(&mut parts.document);
    finished::complete_styles(&mut parts.styles, document.language, &set);
    let markup = ids::apart(&String::from_utf8_lossy(&parts.document), package.document());
    let (markup, styles) = style_map::mapped(&markup, &String::from_utf8_lossy(&parts.styles), package.styles());
    package.add_styles(&styles);
    package.add_charts(charts, built.charts.len());
    settings::ask_for_update(package);
    Ok(insertion::split(&markup, placing))
}
