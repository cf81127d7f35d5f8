//! What stands in a line of the desk, in words.

use super::quoting::on_one_line;
use super::terms::kind;
use crate::desk::{Given, Line, State, Summary};
use crate::eligibility::Verdict;
use crate::language::{Language, codes, fill};

/// How far a file could be read.
pub fn desk_state(language: Language, state: State) -> &'static str {
    language.words().by_code(&codes::DESK_STATE, state.code())
}

/// The organisation, or the file where none is named.
pub fn desk_organisation(line: &Line) -> &str {
    if line.organisation.is_empty() { &line.file } else { &line.organisation }
}

/// The credit code, with a remark where it is none.
pub fn desk_code(language: Language, line: &Line) -> String {
    match line.credit_code_fits {
        Some(false) => fill(language.words().desk_code_wrong(), &[("code", &on_one_line(language, &line.credit_code))]),
        _ => line.credit_code.clone(),
    }
}

/// The kind of applicant.
pub fn desk_kind(language: Language, line: &Line) -> &'static str {
    line.kind.map_or("", |known| kind(language, known))
}

/// The criteria by id and edition, with a remark where they have another content here.
pub fn desk_criteria(language: Language, line: &Line) -> String {
    let name = [line.pack.as_str(), line.pack_edition.as_str()].join(" ").trim().to_owned();
    match line.pack_differs {
        Some(true) => fill(language.words().desk_differs(), &[("name", &name)]),
        _ => name,
    }
}

/// The verdict in a few words; nothing where the file was not read.
pub fn desk_verdict(language: Language, line: &Line) -> &'static str {
    let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.code() == line.verdict);
    verdict.map_or("", |verdict| super::verdict(language, verdict))
}

/// The lengths of the parts against their limits: `2,410/3,000 28,114/30,000`.
pub fn desk_lengths(line: &Line) -> String {
    let one = |length: &crate::desk::LengthLine| [length.written.to_string(), length.allowed.to_string()].join("/");
    line.lengths.iter().map(one).collect::<Vec<String>>().join(" ")
}

/// What a Word document goes with: the files that hold what it shows the receipt of, or that there are none. Nothing of other files.
pub fn desk_paper(language: Language, line: &Line) -> Option<String> {
    let words = language.words();
    let names = || line.same_receipt.join(words.term_list());
    (line.given == Some(Given::Document)).then(|| match line.same_receipt.is_empty() {
        true => words.desk_paper_alone().to_owned(),
        false => fill(words.desk_same_receipt_with(), &[("names", &names())]),
    })
}

/// Everything to be said of a line, a sentence each: why it was not read, what was altered, what is not on the list, that its receipt is
/// nobody else's, why it may not apply.
pub fn desk_remarks(language: Language, line: &Line) -> Vec<String> {
    let words = language.words();
    let mut all = Vec::new();
    all.extend(Some(line.problem_text.clone()).filter(|text| !text.is_empty()));
    all.extend(line.altered.iter().map(|altered| altered.text.clone()));
    all.extend(line.unlisted.iter().map(|name| {
        let name = on_one_line(language, name);
        fill(words.desk_unlisted_file(), &[("name", &name)])
    }));
    all.extend(desk_paper(language, line).filter(|_| line.same_receipt.is_empty()));
    all.extend(line.reasons.iter().map(|reason| reason.text.clone()));
    all
}

/// How many of the files are what, in one line.
pub fn desk_counts(language: Language, summary: &Summary) -> String {
    let counts = [
        ("files", summary.files),
        ("unreadable", summary.unreadable),
        ("altered", summary.altered),
        ("codes", summary.repeated_codes),
        ("sharing", summary.sharing),
    ];
    let counts = counts.map(|(name, count)| (name, count.to_string()));
    fill(language.words().desk_counts(), &counts.each_ref().map(|(name, count)| (*name, count.as_str())))
}
