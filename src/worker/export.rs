//! The task `export`: a document of an assessment, as `export` writes it.

use super::Arguments;
use crate::export::{ExportError, Options, PanelShown, StyleSet, Target, Variant};
use crate::language::Language;
use crate::report::Section;

pub(super) fn export(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let project = arguments.project(1, &pack, language)?;
    let target = Target::from_name(arguments.text(2)).ok_or_else(|| ExportError::Unavailable.sentence(language))?;
    let record = arguments.panel(5, &pack, language)?;
    let shown = record.as_ref().map(|record| PanelShown {
        panel: &record.panel,
        anonymous: arguments.is_anonymous(6),
    });
    let (day, moment) = arguments.written(3);
    let options = Options::new(language)
        .dated(day)
        .at(moment)
        .only(Section::from_name(arguments.text(4)))
        .told_as(Variant::from_name(arguments.text(7)).unwrap_or_default())
        .lasting(arguments.text(9).parse().ok())
        .in_style(StyleSet::from_name(arguments.text(8)).unwrap_or(StyleSet::PLAIN))
        .with_panel(shown);
    crate::export::export(&project, &pack, target, &options).map_err(|error| error.sentence(language))
}
