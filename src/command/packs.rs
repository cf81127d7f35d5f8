//! Packs for the command line: a folder, one file or a built-in one, and a folder of packs with its index.
//!
//! A base is looked for beside the pack's folder, then among the built-in packs.

use super::files::{is_locked, unlocked, unreadable};
use super::{Failure, cases};
use crate::archive;
use crate::benchmark::{CardFault, CardFaultCode, Publication};
use crate::criteria::{
    BUILT_IN, Fault, FaultCode, Index, Interview, InterviewFiles, Lineage, MAX_BYTES, Pack, PackFiles, built_in, check_glossary, interview_built_in,
    is_pack_file, names_taken, not_json, place_of, read_pack_file,
};
use crate::language::{Language, codes, fill};
use crate::report::say;
use std::fs;
use std::path::{Path, PathBuf};

/// The file that tells which ids follow each other.
const LINEAGE: &str = "lineage.json";

/// A pack, or everything that is wrong with it.
type Checked = Result<Pack, Vec<Fault>>;

/// A pack without faults, by folder, by file or by the id of a built-in one.
pub(super) fn pack(path: &Path, language: Language) -> Result<Pack, Failure> {
    let checked = if path.is_dir() {
        pack_folder(path, language)?
    } else if path.is_file() {
        pack_file(path, language)?
    } else {
        let id = path.to_string_lossy();
        return built_in(&id).ok_or_else(|| Failure::of(language, "no_pack", &[("id", &id)]));
    };
    checked.map_err(|faults| faulty(&path.display().to_string(), &faults, language))
}

/// That a file of criteria cannot be used, with the first of its faults.
fn faulty(name: &str, faults: &[Fault], language: Language) -> Failure {
    let first = faults.first().map_or_else(String::new, |fault| say::fault(language, fault));
    let text = language.words().by_code(&codes::ERROR, "pack_faulty");
    let (count, name) = (faults.len().to_string(), say::on_one_line(language, name));
    Failure(fill(text, &[("file", &name), ("count", &count), ("first", &first)]))
}

/// The faults of what lies at a path; none where that is neither a pack nor a folder of packs.
pub(super) fn faults(path: &Path, language: Language) -> Result<Option<Vec<Fault>>, Failure> {
    if path.is_dir() {
        if path.join("index.json").is_file() && !path.join("pack.json").exists() {
            return host_folder(path, language).map(Some);
        }
        let checked = pack_folder(path, language)?;
        let mut faults = interview_of(path, checked.as_ref().ok(), language)?.and_then(Result::err).unwrap_or_default();
        faults.splice(0..0, all_faults(checked));
        faults.extend(cases::faults_beside(path, language)?);
        return Ok(Some(faults));
    }
    if is_locked(path) {
        return Ok(None);
    }
    let named = file_name(path).ends_with(".pack.json");
    if named || std::str::from_utf8(&unlocked(path, language)?).is_ok_and(|content| is_pack_file(without_mark(content))) {
        let checked = pack_file(path, language)?;
        let carried = checked
            .as_ref()
            .map_or_else(|_| Vec::new(), |pack| cases::faults_carried(&file_name(path), pack));
        return Ok(Some([all_faults(checked), carried].concat()));
    }
    Ok(None)
}

/// Which ids follow each other between packs, as the page takes it: the file beside the first of these packs that has one
/// beside it, else the kit's own.
pub(super) fn lineage(paths: &[&Path], language: Language) -> Result<Lineage, Failure> {
    let beside = |path: &&Path| Some(path.canonicalize().ok()?.parent()?.join(LINEAGE));
    let Some(path) = paths.iter().filter_map(beside).find(|path| path.is_file()) else {
        return Ok(Lineage::built_in());
    };
    let mut faults = Vec::new();
    if let Some(content) = text(&path, LINEAGE, &mut faults, language)? {
        match Lineage::read(&content) {
            Ok(lineage) => return Ok(lineage),
            Err(found) => faults = found,
        }
    }
    Err(faulty(&path.display().to_string(), &faults, language))
}

/// The folders inside one, in order.
pub(super) fn folders(folder: &Path, language: Language) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error, language))?;
    let mut all: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect();
    all.sort();
    Ok(all)
}

/// The interview that goes with a pack: that of its folder, else the kit's own.
pub(super) fn interview(path: Option<&Path>, language: Language) -> Result<Interview, Failure> {
    let of_folder = path.map(|path| interview_of(path, None, language)).transpose()?.flatten();
    let of_kit = || interview_built_in().ok_or_else(Vec::new);
    of_folder.unwrap_or_else(of_kit).map_err(|faults| faulty("interview.json", &faults, language))
}

/// The interview of a folder, held to the pack it lies beside; none where there is none.
fn interview_of(folder: &Path, pack: Option<&Pack>, language: Language) -> Result<Option<Result<Interview, Vec<Fault>>>, Failure> {
    if !folder.join("interview.json").is_file() {
        return Ok(None);
    }
    let mut faults = Vec::new();
    let mut read = |name: &str| text(&folder.join(name), name, &mut faults, language);
    let structure = read("interview.json")?.unwrap_or_else(|| "null".to_owned());
    let mut texts = Vec::new();
    for tag in languages(folder, "interview.", language)? {
        if let Some(content) = read(&format!("interview.{tag}.json"))? {
            texts.push((tag, content));
        }
    }
    let texts: Vec<(&str, &str)> = texts.iter().map(|(tag, content)| (tag.as_str(), content.as_str())).collect();
    let loaded = Interview::load(&InterviewFiles {
        structure: &structure,
        texts: &texts,
    });
    if !faults.is_empty() {
        let unread: Vec<String> = faults.iter().map(|fault| fault.file.clone()).collect();
        faults.extend(loaded.err().into_iter().flatten().filter(|fault| !unread.contains(&fault.file)));
        return Ok(Some(Err(Fault::in_order(faults))));
    }
    Ok(Some(loaded.and_then(|interview| match pack.map(|pack| interview.faults_against(pack)) {
        Some(faults) if !faults.is_empty() => Err(faults),
        _ => Ok(interview),
    })))
}

/// The pack of one file.
pub(super) fn pack_file(path: &Path, language: Language) -> Result<Checked, Failure> {
    let name = file_name(path);
    let mut faults = Vec::new();
    Ok(match text(path, &name, &mut faults, language)? {
        Some(content) => read_pack_file(&name, &content),
        None => Err(faults),
    })
}

/// The pack of a folder, on the base that lies beside it or is built in.
pub(super) fn pack_folder(folder: &Path, language: Language) -> Result<Checked, Failure> {
    folder_beside(folder, &mut Vec::new(), language)
}

/// `trail` holds the folders that wait for this one: a pack that builds on itself has no base.
fn folder_beside(folder: &Path, trail: &mut Vec<PathBuf>, language: Language) -> Result<Checked, Failure> {
    let folder = folder.canonicalize().map_err(|error| unreadable(folder, &error, language))?;
    let beside = folder.parent().unwrap_or(&folder).to_owned();
    trail.push(folder.clone());
    folder_on(&folder, language, &mut |id| {
        let sibling = beside.join(id);
        if trail.contains(&sibling) {
            return Ok(None);
        }
        if sibling.is_dir() {
            return Ok(folder_beside(&sibling, trail, language)?.ok());
        }
        Ok(built_in(id))
    })
}

/// The pack of a folder, on a base that is asked for by its id.
fn folder_on(folder: &Path, language: Language, base: &mut dyn FnMut(&str) -> Result<Option<Pack>, Failure>) -> Result<Checked, Failure> {
    let mut faults = Vec::new();
    let mut read = |name: &str| text(&folder.join(name), name, &mut faults, language);
    // What cannot be read is told by that; null in its place gives no pack.
    let structure = read("pack.json")?.unwrap_or_else(|| "null".to_owned());
    let sources = read("sources.json")?.unwrap_or_else(|| "null".to_owned());
    let mut texts = Vec::new();
    for tag in languages(folder, "text.", language)? {
        if let Some(content) = read(&format!("text.{tag}.json"))? {
            texts.push((tag, content));
        }
    }
    let texts: Vec<(&str, &str)> = texts.iter().map(|(tag, content)| (tag.as_str(), content.as_str())).collect();
    let files = PackFiles {
        structure: &structure,
        sources: &sources,
        texts: &texts,
    };
    let base = match files.base() {
        Some(id) => base(&id)?,
        None => None,
    };
    let loaded = Pack::load_on(&files, base.as_ref());
    if faults.is_empty() {
        let cases = cases::beside(folder, language)?;
        return Ok(loaded.map(|pack| pack.with_cases(cases)));
    }
    let unread: Vec<String> = faults.iter().map(|fault| fault.file.clone()).collect();
    faults.extend(loaded.err().into_iter().flatten().filter(|fault| !unread.contains(&fault.file)));
    Ok(Err(Fault::in_order(faults)))
}

/// The faults of a host's folder: its index, every pack named there, its glossary and its lineage.
fn host_folder(folder: &Path, language: Language) -> Result<Vec<Fault>, Failure> {
    let mut faults = Vec::new();
    let index = match text(&folder.join("index.json"), "index.json", &mut faults, language)? {
        Some(content) => Index::read(&content).map_err(|found| faults.extend(found)).ok(),
        None => None,
    };
    let mut of_packs = Vec::new();
    let mut packs: Vec<Pack> = Vec::new();
    for (at, entry) in index.iter().flat_map(|index| &index.packs).enumerate() {
        let listed = |id: &str| index.iter().flat_map(|index| &index.packs).any(|entry| entry.id == id);
        let checked = match &entry.file {
            Some(file) => pack_file(&folder.join(file), language)?,
            None => listed_folder(folder, &entry.id, language, &mut |id| {
                let before = packs.iter().find(|pack| pack.id() == id).cloned();
                Ok(before.or_else(|| built_in(id).filter(|_| !listed(id))))
            })?,
        };
        match checked {
            Ok(pack) => {
                if pack.id() != entry.id {
                    let mut fault = Fault::new(FaultCode::UnknownId, "index.json", &format!("/packs/{at}/id"));
                    fault.given.clone_from(&entry.id);
                    faults.push(fault);
                }
                if entry.file.is_none() {
                    let found = cases::faults_beside(&folder.join(&entry.id), language)?;
                    of_packs.extend(found.into_iter().map(|fault| within(&entry.id, fault)));
                }
                if let Some(file) = &entry.file {
                    of_packs.extend(cases::faults_carried(file, &pack));
                }
                if entry.file.is_none()
                    && let Some(Err(found)) = interview_of(&folder.join(&entry.id), Some(&pack), language)?
                {
                    of_packs.extend(found.into_iter().map(|fault| within(&entry.id, fault)));
                }
                let taken = names_taken_among(&pack, &packs).into_iter();
                of_packs.extend(taken.map(|fault| if entry.file.is_none() { within(&entry.id, fault) } else { fault }));
                packs.push(pack);
            }
            Err(found) => of_packs.extend(found),
        }
    }
    faults.append(&mut of_packs);
    if folder.join("glossary.json").exists()
        && let Some(content) = text(&folder.join("glossary.json"), "glossary.json", &mut faults, language)?
    {
        faults.extend(check_glossary(&content));
    }
    if let Some(name) = index.as_ref().and_then(|index| index.benchmark.as_deref())
        && let Some(content) = text(&folder.join(name), name, &mut faults, language)?
        && let Err(found) = Publication::read(&content)
    {
        faults.extend(found.into_iter().map(|fault| of_distribution(name, fault)));
    }
    if folder.join(LINEAGE).exists()
        && let Some(content) = text(&folder.join(LINEAGE), LINEAGE, &mut faults, language)?
    {
        let packs: Vec<&Pack> = packs.iter().collect();
        match Lineage::read(&content) {
            Ok(lineage) => faults.extend(lineage.faults_against(&packs)),
            Err(found) => faults.extend(found),
        }
    }
    Ok(faults)
}

/// A fault of the score distribution as one of the host's folder.
fn of_distribution(file: &str, fault: CardFault) -> Fault {
    let code = match fault.code {
        CardFaultCode::TooLarge => FaultCode::TooLarge,
        CardFaultCode::NotJson => FaultCode::NotJson,
        CardFaultCode::OtherFile | CardFaultCode::Newer => FaultCode::UnknownFormat,
        CardFaultCode::Repeated => FaultCode::RepeatedField,
        CardFaultCode::Unknown => FaultCode::UnknownField,
        CardFaultCode::WrongKind | CardFaultCode::BadValue => FaultCode::WrongKind,
    };
    let (pointer, given) = match fault.code {
        CardFaultCode::NotJson => (String::new(), fault.at),
        _ => (fault.at, fault.given),
    };
    Fault {
        given,
        ..Fault::new(code, file, &pointer)
    }
}

/// The pack of a folder inside a host's folder; its faults name both.
fn listed_folder(host: &Path, id: &str, language: Language, base: &mut dyn FnMut(&str) -> Result<Option<Pack>, Failure>) -> Result<Checked, Failure> {
    let folder = host.join(id);
    if !folder.is_dir() {
        return Ok(Err(vec![Fault::new(FaultCode::FileMissing, &format!("{id}/pack.json"), "")]));
    }
    let checked = folder_on(&folder, language, base)?;
    Ok(checked.map_err(|faults| faults.into_iter().map(|fault| within(id, fault)).collect()))
}

/// A fault with the folder of its file.
fn within(id: &str, fault: Fault) -> Fault {
    Fault {
        file: format!("{id}/{}", fault.file),
        ..fault
    }
}

/// The text of a pack's file, without a byte-order mark; none, and noted, where it is not there, too large or not UTF-8.
pub(super) fn text(path: &Path, name: &str, faults: &mut Vec<Fault>, language: Language) -> Result<Option<String>, Failure> {
    if !path.is_file() {
        faults.push(Fault::new(FaultCode::FileMissing, name, ""));
        return Ok(None);
    }
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error, language))?;
    if about.len() > MAX_BYTES as u64 {
        faults.push(Fault::new(FaultCode::TooLarge, name, ""));
        return Ok(None);
    }
    // Not what the kit's own files are decoded to: the page reads UTF-8 alone.
    let content = fs::read(path).map_err(|error| unreadable(path, &error, language))?;
    if let Some((encoding, sound)) = encoding(&content) {
        let read = String::from_utf8_lossy(&content[..sound]);
        faults.push(not_json(name, place_of(&read, read.len()), &format!("encoding {encoding}")));
        return Ok(None);
    }
    Ok(std::str::from_utf8(&content).ok().map(|content| without_mark(content).to_owned()))
}

/// The encoding that bytes are in instead of UTF-8, as editors name it, and how many of them read as UTF-8 all the same.
pub(super) fn encoding(content: &[u8]) -> Option<(&'static str, usize)> {
    match archive::other_encoding(content)? {
        "gb18030" => {
            let sound = std::str::from_utf8(content).err().map_or(0, |error| error.valid_up_to());
            Some(("GBK", sound))
        }
        _ => Some(("UTF-16", 0)),
    }
}

/// The languages there are texts in: the kit's own first, then the others of the folder in order.
fn languages(folder: &Path, stem: &str, language: Language) -> Result<Vec<String>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error, language))?;
    let mut tags: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_prefix(stem)?.strip_suffix(".json")?.to_owned()))
        .collect();
    let own = |tag: &String| Language::ALL.iter().position(|language| language.tag() == tag);
    tags.sort_by_key(|tag| (own(tag).unwrap_or(usize::MAX), tag.clone()));
    Ok(tags)
}

fn without_mark(content: &str) -> &str {
    content.strip_prefix('\u{feff}').unwrap_or(content)
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The faults of a pack, its names held against those of the kit's own packs where it has no others.
fn all_faults(checked: Checked) -> Vec<Fault> {
    match checked {
        Ok(pack) => names_taken_among(&pack, &[]),
        Err(faults) => faults,
    }
}

/// Short names that another pack has already: one of those listed before it, or one of the kit's own.
fn names_taken_among(pack: &Pack, others: &[Pack]) -> Vec<Fault> {
    let built: Vec<Pack> = BUILT_IN.iter().filter(|own| own.id != pack.id()).filter_map(|own| built_in(own.id)).collect();
    let hidden = |own: &&Pack| others.iter().any(|other| other.id() == own.id());
    let mut found: Vec<Fault> = Vec::new();
    for other in others.iter().chain(built.iter().filter(|own| !hidden(own))) {
        for fault in names_taken(pack, other) {
            if !found.iter().any(|known| known.file == fault.file) {
                found.push(fault);
            }
        }
    }
    found
}
