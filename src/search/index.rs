//! What can be found, and what is found by a query, the best first.

use super::Initials;
use crate::order;
use crate::typed::narrow;
use std::ops::Range;

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// What it is called, as it is shown.
    pub name: String,
    /// Other names it goes by, with spaces between them: its number, its name in the other language.
    pub also: String,
    /// What stands in it; empty where its name is all there is.
    pub text: String,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its place among the entries.
    pub at: usize,
    /// Where in its text the first word stands that is not in its name, in bytes.
    pub inside: Option<Range<usize>>,
}

/// How well a word fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the whole name, or a whole word of another name.
    Name,
    /// The name begins with it.
    Begins,
    /// A word of the name begins with it.
    Word,
    /// It stands somewhere in the name.
    Within,
    /// It stands in another name.
    Also,
    /// The name begins with characters whose pinyin begins with these letters.
    InitialsBegin,
    /// Some characters of the name do.
    Initials,
    /// It stands in the text.
    Text,
}

/// Entries, made ready to be looked through at every key.
#[derive(Debug, Clone, Default)]
pub struct Index {
    entries: Vec<Entry>,
    /// The same, narrow and in small letters.
    plain: Vec<Entry>,
}

impl Index {
    /// Of entries, whose order counts among those that fit equally well.
    pub fn of(entries: Vec<Entry>) -> Index {
        let plain = |entry: &Entry| Entry {
            name: plain(&entry.name),
            also: plain(&entry.also),
            text: plain(&entry.text),
        };
        Index {
            plain: entries.iter().map(plain).collect(),
            entries,
        }
    }

    /// An entry by its place.
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at)
    }

    /// What fits all words of a query, the best first; at most `most`. Nothing for a query of spaces.
    ///
    /// Width and case make no difference. `质量 月报` finds what holds both, wherever they stand; `gcld` finds 高层领导的作用.
    pub fn find(&self, query: &str, initials: &Initials, most: usize) -> Vec<Found> {
        let query = plain(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut fitting: Vec<(Fit, usize, Option<&str>)> = Vec::new();
        for (at, entry) in self.plain.iter().enumerate() {
            if let Some((fit, inside)) = fit(entry, &words, initials) {
                fitting.push((fit, at, inside));
            }
        }
        order::sort_by_key(&mut fitting, |(fit, ..)| *fit);
        fitting.truncate(most);
        let found = |(_, at, word): (Fit, usize, Option<&str>)| Found {
            at,
            inside: word.and_then(|word| place_of(&self.entries[at].text, &self.plain[at].text, word)),
        };
        fitting.into_iter().map(found).collect()
    }
}

fn plain(text: &str) -> String {
    narrow(text).to_lowercase()
}

/// How well the words fit, which is as well as the worst of them does, and the first that stands in the text alone.
fn fit<'a>(entry: &Entry, words: &[&'a str], initials: &Initials) -> Option<(Fit, Option<&'a str>)> {
    let mut worst = Fit::Name;
    let mut inside = None;
    for word in words {
        let named = named(entry, word, initials);
        if named.is_none() {
            entry.text.contains(word).then_some(())?;
            inside.get_or_insert(*word);
        }
        worst = worst.max(named.unwrap_or(Fit::Text));
        // The name of a text says only where it stands: whatever is called so comes before it.
        if !entry.text.is_empty() {
            worst = worst.max(Fit::Initials);
        }
    }
    Some((worst, inside))
}

fn named(entry: &Entry, word: &str, initials: &Initials) -> Option<Fit> {
    if let Some(at) = entry.name.find(word) {
        return Some(match entry.name[..at].chars().next_back() {
            None if entry.name == word => Fit::Name,
            None => Fit::Begins,
            Some(before) if !before.is_alphanumeric() => Fit::Word,
            // Chinese has no gaps between words.
            Some(_) => Fit::Within,
        });
    }
    if entry.also.contains(word) {
        // The number of a clause is as much its name as its words are.
        let whole = entry.also.split(' ').any(|also| also == word);
        return Some(if whole { Fit::Name } else { Fit::Also });
    }
    by_initials(&entry.name, word, initials)
}

/// One letter would find half of everything.
fn by_initials(name: &str, word: &str, initials: &Initials) -> Option<Fit> {
    if word.len() < 2 || !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return None;
    }
    // Signs between the characters are not typed.
    let signs: Vec<char> = name.chars().filter(|sign| sign.is_alphanumeric()).collect();
    let fits = |(sign, letter): (&char, u8)| *sign == char::from(letter) || initials.fits(*sign, letter);
    let at = signs.windows(word.len()).position(|signs| signs.iter().zip(word.bytes()).all(fits))?;
    Some(if at == 0 { Fit::InitialsBegin } else { Fit::Initials })
}

/// Where a word of the plain text stands in the text itself, in bytes: from the first character that gives some of it to the last.
fn place_of(text: &str, plain_text: &str, word: &str) -> Option<Range<usize>> {
    let begin = plain_text.find(word)?;
    let (end, mut given, mut from) = (begin + word.len(), 0, None);
    for (at, sign) in text.char_indices() {
        given += plain(sign.encode_utf8(&mut [0; 4])).len();
        if given > begin && from.is_none() {
            from = Some(at);
        }
        if given >= end {
            return from.map(|from| from..at + sign.len_utf8());
        }
    }
    None
}
