//! What a host offers: `criteria/index.json` beside the page lists the packs that lie there.

use super::builtin::DEFAULT_PACK;
use super::check::check_index;
use super::checked_file::PAGE_PACKS;
use super::content::read_text;
use super::fault::Fault;
use crate::json::{FromJson, Place};

/// The packs of a host, bases before what builds on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// Id of the pack a new assessment is made with.
    pub default: String,
    pub packs: Vec<IndexEntry>,
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

    /// Reads and checks the file; all faults are collected.
    pub fn read(text: &str) -> Result<Index, Vec<Fault>> {
        let mut faults = Vec::new();
        let file = read_text::<IndexFile>("index.json", text, &mut faults);
        let Some(IndexFile { format, version, index }) = file else {
            return Err(faults);
        };
        check_index(&format, &version, &index, &mut faults);
        if faults.is_empty() { Ok(index) } else { Err(faults) }
    }
}
