//! Files of the older kind are small file systems: sectors in chains. Whether these are sound is looked at before anything is read out of
//! them, because a chain can go in a circle or say that it is longer than the file.

use super::TableError;

/// What a chain ends with, and beyond.
const END: u32 = 0xffff_fffa;

/// A file whose chains were followed to their end.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    size: usize,
    /// The next sector of each.
    next: Vec<u32>,
    next_small: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    (0..bytes.len() / 4).filter_map(|at| number(bytes, at * 4))
}

impl<'a> Compound<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Result<Compound<'a>, TableError> {
        Compound::read(bytes).ok_or(TableError::Unreadable)
    }

    fn read(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let size = match bytes.get(30..32)? {
            [9, 0] => 512,
            [12, 0] => 4096,
            _ => return None,
        };
        let mut file = Compound {
            bytes,
            size,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        // Where the table of chains lies: 109 sectors named in the header, more in sectors of their own.
        let mut tables: Vec<u32> = numbers(bytes.get(76..512)?).collect();
        let mut at = number(bytes, 68)?;
        let mut left = file.sectors();
        while at < END {
            left = left.checked_sub(1)?;
            let mut more: Vec<u32> = numbers(file.sector(at)?).collect();
            at = more.pop()?;
            tables.extend(more);
        }
        let tables: Vec<u32> = tables.into_iter().filter(|table| *table < END).collect();
        if tables.len() > file.sectors() {
            return None;
        }
        for table in tables {
            let numbers: Vec<u32> = numbers(file.sector(table)?).collect();
            file.next.extend(numbers);
        }
        let entries = file.chain(number(bytes, 48)?)?;
        file.entries = entries.chunks_exact(128).filter_map(entry).collect();
        let root = file.entries.first()?;
        let (start, length) = (root.start, root.length);
        if number(bytes, 64)? > 0 {
            file.small = file.chain(start)?;
            file.small.truncate(length);
            file.next_small = numbers(&file.chain(number(bytes, 60)?)?).collect();
        }
        Some(file)
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.size
    }

    fn sector(&self, at: u32) -> Option<&'a [u8]> {
        let start = (at as usize).checked_add(1)?.checked_mul(self.size)?;
        let end = (start + self.size).min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// All of a chain; none where it goes in a circle or out of the file.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let (mut all, mut at, mut left) = (Vec::new(), start, self.sectors() + 1);
        while at < END {
            left = left.checked_sub(1)?;
            all.extend_from_slice(self.sector(at)?);
            at = *self.next.get(at as usize)?;
        }
        Some(all)
    }

    fn small_chain(&self, start: u32) -> Option<Vec<u8>> {
        let (mut all, mut at, mut left) = (Vec::new(), start, self.small.len() / 64 + 2);
        while at < END {
            left = left.checked_sub(1)?;
            let from = (at as usize).checked_mul(64)?;
            all.extend_from_slice(self.small.get(from..(from + 64).min(self.small.len()))?);
            at = *self.next_small.get(at as usize)?;
        }
        Some(all)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The content of a stream.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        let mut content = if entry.length < 4096 {
            self.small_chain(entry.start)?
        } else {
            self.chain(entry.start)?
        };
        content.truncate(entry.length);
        Some(content)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let letters = usize::from(u16::from_le_bytes([*bytes.get(64)?, *bytes.get(65)?])).checked_sub(2)? / 2;
    let units: Vec<u16> = bytes
        .get(..64)?
        .chunks_exact(2)
        .take(letters)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    // Storages have no content of their own.
    let is_content = matches!(bytes.get(66), Some(2 | 5));
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        start: number(bytes, 116)?,
        length: if is_content { number(bytes, 120)? as usize } else { 0 },
    })
}
