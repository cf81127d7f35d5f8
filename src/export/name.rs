//! What an exported file is called: the organisation, what it is, the day.

use super::{Target, Variant};
use crate::assessment::{Assessment, ProfileText};
use crate::date::Date;
use crate::language::{Language, fill};

/// The longest part of a name taken from the organisation, in characters.
const LONGEST: usize = 60;

/// A file name that every common file system takes: `京华精密机械有限公司-申报材料草稿-2026-03-18.docx`.
pub fn file_name(assessment: &Assessment, target: Target, variant: Variant, language: Language, date: Option<Date>) -> String {
    let words = language.words();
    let stem = match target {
        Target::Docx | Target::Markdown | Target::Html => match variant {
            Variant::Draft => words.report_file_name(),
            Variant::Submission => words.clean_file_name(),
            Variant::Defence => words.defence_file_name(),
            Variant::SiteReview => words.site_review_file_name(),
        },
        Target::Xlsx => words.workbook_file_name(),
        Target::Csv => words.report_file_name_scores(),
        Target::Ics => words.report_file_name_calendar(),
        Target::Json => words.report_file_name_data(),
        Target::Feedback => words.feedback_file_name(),
        Target::Zip => words.report_file_name_bundle(),
    };
    let name = named(assessment.organisation.text(ProfileText::Name), language);
    let stem = fill(stem, &[("organisation", &name)]);
    match date {
        Some(date) => format!("{stem}-{date}.{}", target.ending()),
        None => format!("{stem}.{}", target.ending()),
    }
}

/// The part of a file's name that an organisation gives it; of one without a name, that it has none.
pub fn named(organisation: &str, language: Language) -> String {
    let name = safe(organisation);
    if name.is_empty() {
        language.words().report_file_name_unnamed().to_owned()
    } else {
        name
    }
}

/// Without the characters that file systems or shells refuse, control or steer the direction of text.
pub fn safe(name: &str) -> String {
    let refused = |character: char| {
        character.is_control()
            || matches!(character, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\u{fffd}' | '\u{feff}')
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let kept: String = name.chars().map(|character| if refused(character) { ' ' } else { character }).collect();
    let spaced = kept.split_whitespace().collect::<Vec<&str>>().join(" ");
    let short: String = spaced.trim_matches(['.', ' ', '-', '~']).chars().take(LONGEST).collect();
    short.trim_end_matches(['.', ' ']).to_owned()
}

/// A path as a link has it: every byte but unreserved ones and slashes by its number (RFC 3986, 2.1), so that nothing ends the link and
/// no reader guesses an encoding. `evidence/E-01-手册.pdf` begins `evidence/E-01-%E6%89%8B`.
pub(super) fn address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
