//! Files of office programs that are opened on the home page: what they are, by their names, because bundles are zip files as well.

use crate::ui::pages::is_draft;

/// A file that is none of the kit's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Of a word processor: a draft of the kit that was edited, or a report that was written elsewhere.
    Document,
    /// A workbook or delimited text: figures of indicators.
    Table,
    /// What no page of the kit reads.
    Other,
}

const TABLES: [&str; 8] = [".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv", ".xlsb"];
const OTHERS: [&str; 11] = [".pdf", ".ofd", ".pptx", ".ppt", ".dps", ".png", ".jpg", ".jpeg", ".rar", ".7z", ".odt"];

impl Foreign {
    /// By the end of its name; none for what may be the kit's own.
    pub fn of(name: &str) -> Option<Foreign> {
        let small = name.to_lowercase();
        let is_one = |endings: &[&str]| endings.iter().any(|ending| small.ends_with(ending));
        match name {
            _ if is_draft(name) => Some(Foreign::Document),
            _ if is_one(&TABLES) => Some(Foreign::Table),
            _ if is_one(&OTHERS) => Some(Foreign::Other),
            _ => None,
        }
    }
}
