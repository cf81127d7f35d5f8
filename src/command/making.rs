//! A pack of one's own from one that is there: `award-kit pack new`.

use super::arguments::PackCommand;
use super::files::put;
use super::{Failure, packs};
use crate::criteria::{Draft, Edit, Fault, Pack, PackContent, Wording};
use crate::language::Language;
use crate::report::say;
use crate::worked;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Writes a folder with the files of a pack, whole and with its worked cases, under an id and an edition of its own, and
/// prints what is still to be corrected, as `check` does.
pub(super) fn make(command: &PackCommand, language: Language) -> Result<String, Failure> {
    let PackCommand::New { from, id, edition, output } = command;
    let pack = packs::pack(from, language)?;
    let (content, faults) = renamed(&pack, id.as_deref(), edition.as_deref());
    let there = output.display().to_string();
    if fs::read_dir(output).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Failure::of(language, "folder_not_empty", &[("file", &there)]));
    }
    fs::create_dir_all(output).map_err(|error| super::files::unwritable(output, &error, language))?;
    write(&content, output, language)?;
    let told = faults.iter().map(|fault| format!("{}: {}\n", fault.code.name(), say::fault(language, fault)));
    Ok(told.collect())
}

/// The content of a pack under another name, with the record of where it comes from; and what that name breaks.
fn renamed(pack: &Pack, id: Option<&str>, edition: Option<&str>) -> (PackContent, Vec<Fault>) {
    if id.is_none() && edition.is_none() {
        return (pack.content().clone(), Vec::new());
    }
    let citation: Vec<(&str, &str)> = Language::ALL
        .iter()
        .map(|language| (language.tag(), language.words().adapt_citation()))
        .collect();
    let edits = [
        id.map(|id| Edit::PackId(id.to_owned())),
        edition.map(|edition| Edit::PackEdition(edition.to_owned())),
    ];
    let begin = Draft::of(pack, &Wording::new(&citation));
    let draft = edits.iter().flatten().fold(begin, |draft, edit| draft.apply(edit));
    match draft.finish() {
        Ok(made) => (made.content().clone(), Vec::new()),
        Err(faults) => (draft.view().to_content(), faults),
    }
}

fn write(content: &PackContent, folder: &Path, language: Language) -> Result<(), Failure> {
    let file = |name: &str, value: &Value| put(&folder.join(name), format!("{value:#}\n").as_bytes(), language);
    file("pack.json", &content.structure)?;
    file("sources.json", &content.sources)?;
    for (tag, texts) in &content.texts {
        file(&["text.", tag, ".json"].concat(), texts)?;
    }
    if !content.cases.is_null() {
        file(worked::FILE, &content.cases)?;
    }
    Ok(())
}
