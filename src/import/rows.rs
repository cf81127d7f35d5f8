//! Which indicator or input a row is about: by id, by printed number, by name in any language of the pack.

use super::bodies::{is_part, is_whole, may_be_part};
use super::fold::{fold, narrow};
use super::label::printed_number;
use super::qualified::is_something_else;
use super::stated::{bracketed, tail, without_last_bracket};
use crate::assessment::{Assessment, FigureSlot};
use crate::criteria::{Kind, Pack};
use crate::indicators::Subject;
use std::collections::{BTreeMap, BTreeSet};

/// Why a row is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoMatch {
    Unknown,
    /// Several have this name.
    Ambiguous,
    /// Its number is that of one indicator, its name that of another: numbered before one was added or taken away.
    Contradicted,
    /// It has figures but no name.
    Unnamed,
    /// What stands beside the name says that it is something else: its growth, a target, a sector average.
    Qualified,
    /// It is, or may be, of a part of the organisation or of one product: a plant, a subsidiary, a model.
    Part,
    /// An indicator's name with figures, of which nothing was read: no year was found for them, or the table is arranged in no way that is known.
    Unread,
    /// It would become an indicator of one's own, and nothing says which way is better.
    Undecided,
}

impl NoMatch {
    /// Every one of them, for tests.
    pub const ALL: [NoMatch; 8] = [
        NoMatch::Undecided,
        NoMatch::Unknown,
        NoMatch::Ambiguous,
        NoMatch::Contradicted,
        NoMatch::Unnamed,
        NoMatch::Qualified,
        NoMatch::Part,
        NoMatch::Unread,
    ];

    /// Its code, for words.
    pub const fn code(self) -> &'static str {
        match self {
            NoMatch::Unknown => "unknown_row",
            NoMatch::Ambiguous => "ambiguous_row",
            NoMatch::Contradicted => "contradicted_row",
            NoMatch::Unnamed => "unnamed_row",
            NoMatch::Qualified => "qualified_row",
            NoMatch::Part => "part_row",
            NoMatch::Unread => "unread_row",
            NoMatch::Undecided => "undecided_row",
        }
    }
}

/// Everything a row can be about, by what it is called.
pub(super) struct Known {
    ids: BTreeMap<String, Subject>,
    numbers: BTreeMap<String, Subject>,
    /// By folded name: indicators that apply, other indicators, inputs.
    names: [BTreeMap<String, Vec<Subject>>; 3],
    /// Names as they are written, brackets and signs included.
    written: BTreeSet<String>,
    /// The same of indicators of one's own, by their places.
    own: BTreeMap<usize, String>,
}

impl Known {
    pub(super) fn new(pack: &Pack, assessment: &Assessment) -> Known {
        let mut known = Known {
            ids: BTreeMap::new(),
            numbers: BTreeMap::new(),
            names: Default::default(),
            written: BTreeSet::new(),
            own: BTreeMap::new(),
        };
        let kind = assessment.organisation.kind;
        for (slot, indicator) in pack.indicators() {
            let subject = Subject::Indicator(FigureSlot::Catalogue(slot));
            let applies = Kind::among(kind, &indicator.applies_to);
            known.ids.insert(indicator.id.clone(), subject);
            known.numbers.insert(printed_number(pack, slot), subject);
            for language in pack.languages() {
                known.add_name(usize::from(!applies), pack.words(language).indicator(&indicator.id), subject);
            }
        }
        for (slot, input) in pack.inputs() {
            let subject = Subject::Input(slot);
            known.ids.insert(input.id.clone(), subject);
            for language in pack.languages() {
                known.add_name(2, pack.words(language).input(&input.id), subject);
            }
        }
        for (at, own) in assessment.figures.own.iter().enumerate() {
            known.add_own(&own.id, &own.name, at);
        }
        known
    }

    /// An indicator of one's own, there or about to be added.
    pub(super) fn add_own(&mut self, id: &str, name: &str, at: usize) {
        let subject = Subject::Indicator(FigureSlot::Own(at));
        if !id.is_empty() {
            self.ids.entry(id.to_owned()).or_insert(subject);
        }
        self.own.insert(at, written(name));
        self.add_name(0, name, subject);
    }

    fn add_name(&mut self, list: usize, name: &str, subject: Subject) {
        let folded = fold(name);
        self.written.insert(written(name));
        let all = self.names[list].entry(folded).or_default();
        if !name.is_empty() && !all.contains(&subject) {
            all.push(subject);
        }
    }

    /// Whether this is the name of something, with all that stands in it, so that a bracket is part of the name.
    pub(super) fn is_name(&self, name: &str) -> bool {
        self.written.contains(&written(name))
    }

    /// What a row is about. The id counts before all. A printed number moves when an indicator is put in front of it, so it counts before the
    /// name only where that is the name of the same indicator or of none, and says nothing of a part of it or of others.
    pub(super) fn find(&self, id: &str, number: &str, name: &str) -> Result<Subject, NoMatch> {
        if let Some(subject) = self.ids.get(id.trim()) {
            return Ok(*subject);
        }
        let number: String = narrow(number).collect();
        if let Some(subject) = self.numbers.get(number.trim()) {
            return match self.by_name(name) {
                _ if self.is_of_another(*subject, name) => Err(NoMatch::Contradicted),
                Err(beside @ (NoMatch::Qualified | NoMatch::Part)) => Err(beside),
                _ => Ok(*subject),
            };
        }
        match self.by_name(name) {
            // One that brings an id of its own is another where the names differ by signs alone: `=A`, `+A`.
            Ok(_) | Err(NoMatch::Ambiguous) if !id.trim().is_empty() && self.is_of_other_own(name) => Err(NoMatch::Unknown),
            found => found,
        }
    }

    fn by_name(&self, name: &str) -> Result<Subject, NoMatch> {
        let found = spellings(name).into_iter().find_map(|name| self.named(&name));
        let Some(subject) = found else { return self.find_beside(name) };
        let inside = || self.beside(name, subject);
        match subject {
            Ok(_) if inside().iter().any(|inside| is_something_else(inside)) => Err(NoMatch::Qualified),
            Ok(_) if inside().iter().any(|inside| may_be_part(inside)) => Err(NoMatch::Part),
            subject => subject,
        }
    }

    /// Whether a name is known, and none of what it may mean is this.
    fn is_of_another(&self, subject: Subject, name: &str) -> bool {
        let spellings = spellings(name).into_iter().map(|spelling| fold(&spelling)).filter(|folded| !folded.is_empty());
        let mut named: Vec<Subject> = spellings
            .flat_map(|folded| self.names.iter().filter_map(move |list| list.get(&folded)))
            .flatten()
            .copied()
            .collect();
        named.extend(self.find_beside(name));
        !named.is_empty() && !named.contains(&subject)
    }

    /// What has this name and no other.
    fn named(&self, name: &str) -> Option<Result<Subject, NoMatch>> {
        let folded = fold(name);
        let lists = self.names.iter().filter_map(|list| list.get(&folded)).filter(|all| !all.is_empty());
        let all = if folded.is_empty() { None } else { lists.into_iter().next() };
        all.map(|all| match (all.as_slice(), self.own_of_name(all, name).as_slice()) {
            ([subject], _) | (_, [subject]) => Ok(*subject),
            _ => Err(NoMatch::Ambiguous),
        })
    }

    /// Those of several indicators of one's own that are written so, where their names differ by signs alone: `=A`, `+A`, `-A`.
    fn own_of_name(&self, all: &[Subject], name: &str) -> Vec<Subject> {
        let is_own = |subject: &Subject| matches!(subject, Subject::Indicator(FigureSlot::Own(_)));
        let is_so = |subject: &&Subject| matches!(subject, Subject::Indicator(FigureSlot::Own(at)) if self.own.get(at) == Some(&written(name)));
        if all.iter().all(is_own) {
            all.iter().filter(is_so).copied().collect()
        } else {
            Vec::new()
        }
    }

    /// Whether what has this name is of one's own and none of it is written so.
    fn is_of_other_own(&self, name: &str) -> bool {
        let all = spellings(name).into_iter().find_map(|spelling| self.names[0].get(&fold(&spelling)));
        let is_own = |subject: &Subject| matches!(subject, Subject::Indicator(FigureSlot::Own(_)));
        all.is_some_and(|all| all.iter().all(is_own) && self.own_of_name(all, name).is_empty())
    }

    /// What stands in brackets beside a name, but for those of the name itself, its other names and its number in a list.
    fn beside(&self, name: &str, subject: Result<Subject, NoMatch>) -> Vec<String> {
        let own = spellings(name).into_iter().find(|spelling| self.is_name(spelling));
        let own = own.map_or_else(Vec::new, |own| bracketed(&own).0);
        let (mut inside, outside) = bracketed(name);
        let is_counted = |text: &str| text.chars().all(|mark| mark.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(mark));
        let in_front = narrow(name.trim()).next() != outside.trim().chars().next();
        if in_front && inside.first().is_some_and(|first| first.chars().count() < 4 && is_counted(first)) {
            inside.remove(0);
        }
        inside.retain(|text| !own.contains(text) && self.named(text) != Some(subject));
        inside
    }

    /// A name joined by a stroke or colon with a word for the whole, `产品合格率－全公司`, or with what may be a part.
    fn find_beside(&self, name: &str) -> Result<Subject, NoMatch> {
        let mut found = NoMatch::Unknown;
        for spelling in spellings(name) {
            let narrow: String = narrow(&spelling).collect();
            for (at, mark) in narrow.match_indices(JOINTS) {
                let (before, behind) = (narrow[..at].trim(), narrow[at + mark.len()..].trim());
                for (name, beside) in [(before, behind), (behind, before)] {
                    let Some(Ok(subject)) = self.named(name) else { continue };
                    if is_whole(beside) {
                        return Ok(subject);
                    }
                    if is_part(beside) || (may_be_part(beside) && !is_something_else(beside)) {
                        found = NoMatch::Part;
                    }
                }
            }
        }
        Err(found)
    }
}

/// What stands between a name and what it is of.
const JOINTS: [char; 12] = ['-', '－', '—', '–', '_', ':', '/', '·', '|', ',', '、', ' '];

fn written(name: &str) -> String {
    narrow(name).filter(|mark| !mark.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// A name as it may be known: as it stands, without a unit in brackets or behind a stroke, without its number in a list.
fn spellings(name: &str) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    while let Some(shorter) = all.last().and_then(|name| without_last_bracket(name)) {
        all.push(shorter.to_owned());
    }
    all.push(bracketed(name).1);
    let tails: Vec<String> = all.iter().filter_map(|name| tail(name)).map(|(name, _)| name.to_owned()).collect();
    all.extend(tails);
    // The number of a note behind it: `顾客满意度¹`.
    let is_note = |mark: char| ('①'..='⑳').contains(&mark) || matches!(mark, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let noted: Vec<String> = all.iter().map(|name| name.trim_end_matches(is_note).to_owned()).collect();
    all.extend(noted);
    let numbered: Vec<String> = all.iter().map(|name| unnumbered(name).to_owned()).collect();
    all.extend(numbered);
    all
}

/// A name without its number in a list: `1. `, `（一）`, `二、`, `①`, `其中：`.
fn unnumbered(name: &str) -> &str {
    let name = name.trim();
    let rest = name.strip_prefix("其中:").or_else(|| name.strip_prefix("其中：")).unwrap_or(name);
    let counted = rest.trim_start_matches(|mark: char| mark.is_ascii_digit() || "一二三四五六七八九十.".contains(mark));
    match counted.strip_prefix(['、', '.', '．', ' ', ')', '）']) {
        Some(after) if counted.len() < rest.len() => after.trim(),
        _ => rest
            .trim_start_matches(|mark: char| ('①'..='⑳').contains(&mark) || mark.is_whitespace() || matches!(mark, '*' | '★' | '-' | '—'))
            .trim(),
    }
}
