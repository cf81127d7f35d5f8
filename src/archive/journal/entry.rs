//! One entry of the journal, and what it means for the record that lies beside it.

use super::changes::{Changes, replay};

/// Who wrote something, and where in the order of all that writer wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    /// One window from its opening to its end; empty where it is not known (records of earlier versions).
    pub writer: String,
    /// Counts what the writer put down, entries and records.
    pub seq: u32,
}

/// What an entry holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// What changed since the record of revision `base`.
    Changes(Changes),
    /// The record's text as a whole.
    Whole(String),
}

/// What a writer typed since a record was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub mark: Mark,
    /// The revision it started from; 0: none was kept.
    pub base: u32,
    pub written: Written,
}

/// How an entry stands to the record that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// It goes on from the record: put in its places, it is what the writer had on the screen.
    Continues,
    /// The record has it already.
    Covered,
    /// Another window has written the record meanwhile: what the entry holds is a version of its own.
    Diverges,
}

impl Entry {
    /// How it stands to the record of a revision that was written last under `by`.
    ///
    /// | record | entry | |
    /// |---|---|---|
    /// | revision 7 | base 7 | continues |
    /// | revision 8, by the entry's writer, number 40 | base 7, number 41 | continues: typed while revision 8 was on its way |
    /// | revision 8, by the entry's writer, number 40 | base 7, number 39 | covered |
    /// | revision 8, by another writer | base 7 | diverges |
    pub fn bearing(&self, revision: u32, by: &Mark) -> Bearing {
        if self.mark.writer == by.writer {
            return if self.mark.seq > by.seq { Bearing::Continues } else { Bearing::Covered };
        }
        if self.base == revision { Bearing::Continues } else { Bearing::Diverges }
    }

    /// The record's text with the entry put into it; none where the record cannot be read as JSON, or where there is none
    /// although the entry needs one.
    pub fn replayed(&self, record: Option<&str>) -> Option<String> {
        match &self.written {
            Written::Whole(content) => Some(content.clone()),
            Written::Changes(changes) => replay(record?, changes),
        }
    }
}

/// What a record and the entries of windows that are gone come to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gathered {
    /// The record with the entry that continues it; none where none does.
    pub content: Option<String>,
    /// Entries that are in the record or in the content.
    pub taken: Vec<Entry>,
    /// Versions of their own, which no record holds.
    pub others: Vec<Entry>,
}

/// Puts a record of a revision, written last under `by`, together with what windows that are gone have left in the
/// journal. Of two entries that continue the same record the first does, and the other is a version of its own. Where there is no record
/// any more, because the browser has cleared its storage, an entry that holds the whole text continues it.
pub fn gather(record: Option<&str>, revision: u32, by: &Mark, mut entries: Vec<Entry>) -> Gathered {
    let mut gathered = Gathered::default();
    if record.is_none()
        && let Some(last) = (0..entries.len()).max_by_key(|&at| entries[at].base)
    {
        entries.swap(0, last);
    }
    for entry in entries {
        let stands_alone = record.is_none() && matches!(entry.written, Written::Whole(_));
        let bearing = if stands_alone { Bearing::Continues } else { entry.bearing(revision, by) };
        match (bearing, entry.replayed(record)) {
            (Bearing::Continues, Some(content)) if gathered.content.is_none() => {
                gathered.content = Some(content);
                gathered.taken.push(entry);
            }
            (Bearing::Covered, _) => gathered.taken.push(entry),
            _ => gathered.others.push(entry),
        }
    }
    gathered
}
