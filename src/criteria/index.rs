//! What a host offers: `criteria/index.json` beside the page lists the packs that lie there.

use super::builtin::DEFAULT_PACK;
use super::check::{check_index, is_benchmark_name, is_readable};
use super::checked_file::PAGE_PACKS;
use super::content::read_text;
use super::fault::{Fault, FaultCode};
use crate::json::{self, Absent, FromJson, Place};
use serde_json::Value;

/// The name of the file in faults.
pub const INDEX_FILE: &str = "index.json";

/// What the file says of itself.
pub(super) const FORMAT: &str = "award-kit.criteria-index";
/// The version that is written, and that of an index that names a score distribution.
const VERSION: &str = "1.1";
const LATER_VERSION: &str = "1.2";

/// The packs of a host, bases before what builds on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// Id of the pack a new assessment is made with.
    pub default: String,
    pub packs: Vec<IndexEntry>,
    /// The file with the score distribution, which is asked for only where it is named here.
    pub benchmark: Option<String>,
}

/// One pack of a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexEntry {
    pub id: String,
    /// The one file it lies in; none where it is the folder of its id.
    pub file: Option<String>,
    /// Its content hash ([`super::Pack::hash`]), by which a page that has this content already knows that there is nothing
    /// to fetch; none where the host does not tell.
    pub hash: Option<String>,
}

/// The file as it is written, with what tells its kind.
struct IndexFile {
    format: String,
    version: String,
    index: Index,
}

impl FromJson for IndexFile {
    fn from_json(place: Place<'_>) -> IndexFile {
        let mut file = place.object();
        IndexFile {
            format: file.member("format"),
            version: file.member("version"),
            index: Index {
                default: file.member("default"),
                packs: file.member("packs"),
                benchmark: file.member_or_default("benchmark"),
            },
        }
    }
}

impl FromJson for IndexEntry {
    fn from_json(place: Place<'_>) -> IndexEntry {
        let mut entry = place.object();
        IndexEntry {
            id: entry.member("id"),
            file: entry.member_or_default("file"),
            hash: entry.member_or_default("hash"),
        }
    }
}

impl Index {
    /// The kit's own packs in folders without a hash: what is tried where a page has no file of the build.
    pub fn of_kit() -> Index {
        let entry = |id: &str| IndexEntry {
            id: id.to_owned(),
            file: None,
            hash: None,
        };
        Index {
            default: DEFAULT_PACK.to_owned(),
            packs: PAGE_PACKS.map(entry).into(),
            benchmark: None,
        }
    }

    /// The pack of an id.
    pub fn entry(&self, id: &str) -> Option<&IndexEntry> {
        self.packs.iter().find(|entry| entry.id == id)
    }

    /// The pack of an id as far as it stands before another one, and so may be its base.
    pub fn before(&self, id: &str, other: &str) -> Option<&IndexEntry> {
        self.packs.iter().take_while(|entry| entry.id != other).find(|entry| entry.id == id)
    }

    /// With a pack in place of the one of its id, or behind all others; where it is to be the default, named as that.
    pub fn with(mut self, entry: IndexEntry, is_default: bool) -> Index {
        if is_default {
            self.default.clone_from(&entry.id);
        }
        match self.packs.iter_mut().find(|known| known.id == entry.id) {
            Some(known) => *known = entry,
            None => self.packs.push(entry),
        }
        self
    }

    /// The file as an editor would keep it, a line a pack.
    pub fn write(&self) -> String {
        let quoted = |text: &str| Value::from(text).to_string();
        let line = |entry: &IndexEntry| {
            let members = [("id", Some(&entry.id)), ("file", entry.file.as_ref()), ("hash", entry.hash.as_ref())];
            let written = members
                .into_iter()
                .filter_map(|(name, value)| Some([&quoted(name), ": ", &quoted(value?)].concat()));
            ["    { ", &written.collect::<Vec<String>>().join(", "), " }"].concat()
        };
        let packs: Vec<String> = self.packs.iter().map(line).collect();
        let (version, benchmark) = match &self.benchmark {
            Some(name) => (LATER_VERSION, ["  \"benchmark\": ", &quoted(name), ",\n"].concat()),
            None => (VERSION, String::new()),
        };
        format!(
            "{{\n  \"format\": {},\n  \"version\": {},\n  \"default\": {},\n{benchmark}  \"packs\": [\n{}\n  ]\n}}\n",
            quoted(FORMAT),
            quoted(version),
            quoted(&self.default),
            packs.join(",\n")
        )
    }

    /// The file where it is without fault; what is wrong with another one, [`salvaged`](Index::salvaged) tells.
    pub fn sound(text: &str) -> Option<Index> {
        let parsed = json::parse(text).ok().filter(|parsed| parsed.repeated.is_empty())?;
        let typed = json::typed::<IndexFile>(&parsed.value, Absent::Wrong);
        let IndexFile { format, version, index } = typed.content.filter(|_| typed.unknown.is_empty())?;
        let mut faults = Vec::new();
        check_index(&format, &version, &index, &mut faults);
        faults.is_empty().then_some(index)
    }

    /// Reads and checks the file; all faults are collected.
    pub fn read(text: &str) -> Result<Index, Vec<Fault>> {
        let mut faults = Vec::new();
        let file = read_text::<IndexFile>(INDEX_FILE, text, &mut faults);
        let Some(IndexFile { format, version, index }) = file else {
            return Err(faults);
        };
        check_index(&format, &version, &index, &mut faults);
        if faults.is_empty() { Ok(index) } else { Err(faults) }
    }

    /// All faults of the file, and what can be had of it all the same: slips of an editor's hand are read as they were
    /// meant, and a pack that is named wrongly leaves the others where they are. None where it is no index at all.
    pub fn salvaged(text: &str) -> (Option<Index>, Vec<Fault>) {
        // What a host does not have it answers nothing of.
        if text.is_empty() {
            return (None, vec![Fault::new(FaultCode::FileMissing, INDEX_FILE, "")]);
        }
        let faults = Index::read(text).err().unwrap_or_default();
        let mended = json::mend(text);
        let whole = if mended.is_certain() { mended.text.as_str() } else { text };
        let value = json::parse(whole).map(|parsed| parsed.value).unwrap_or_default();
        let says = |member: &str| value.get(member).and_then(Value::as_str).unwrap_or_default();
        if says("format") != FORMAT || !is_readable(says("version")) {
            return (None, faults);
        }
        let mut packs: Vec<IndexEntry> = Vec::new();
        for entry in value.get("packs").and_then(Value::as_array).into_iter().flatten() {
            let Some(entry) = json::typed::<IndexEntry>(entry, Absent::Wrong).content else {
                continue;
            };
            let alone = Index {
                default: entry.id.clone(),
                packs: vec![entry.clone()],
                benchmark: None,
            };
            let mut odd = Vec::new();
            check_index(FORMAT, VERSION, &alone, &mut odd);
            if odd.is_empty() && packs.iter().all(|known| known.id != entry.id) {
                packs.push(entry);
            }
        }
        let named = [says("default"), DEFAULT_PACK].into_iter().find(|id| packs.iter().any(|entry| entry.id == *id));
        let index = named.map(|default| Index {
            default: default.to_owned(),
            packs: packs.clone(),
            benchmark: Some(says("benchmark")).filter(|name| is_benchmark_name(name)).map(str::to_owned),
        });
        (index, faults)
    }
}
