//! The texts of a draft by their places, and what is left of it.

use super::Reading;
use super::headings::Skeleton;
use crate::archive::Project;
use crate::assessment::Field;
use crate::criteria::Pack;
use crate::manuscript::{Line, ManuscriptError, Note, PlaceMark, Proposal, Way, is_prompt, read_lines};
use crate::report::{carried, hashed, marked_fields, place_of, read_mark, word};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::{BTreeMap, BTreeSet};

/// What a draft holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// In reading order, each place once.
    pub passages: Vec<Passage>,
    pub strays: Vec<Stray>,
    /// Comments on none of the texts.
    pub comments: Vec<Note>,
    /// How many texts went out and are not in it any more; they stay as they are.
    pub absent: usize,
}

/// What a text was found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Control,
    Bookmark,
    Heading,
}

/// The text of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    pub field: Field,
    /// JSON pointer into the assessment file.
    pub place: String,
    pub by: By,
    /// The hash of the text that went out; none where nothing says it any more.
    pub out: Option<String>,
    /// While nothing that is proposed is taken, and with all of it.
    pub texts: [String; 2],
    pub proposals: Vec<Proposal>,
    pub comments: Vec<Note>,
}

impl Passage {
    pub fn text(&self, reading: Reading) -> &str {
        &self.texts[reading as usize]
    }
}

/// A text that belongs nowhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Stray {
    pub texts: [String; 2],
    /// The heading or place it stands below; empty at the beginning.
    pub near: String,
    pub proposals: Vec<Proposal>,
}

/// Takes a draft apart: a Word document that went out from the assessment, or from one under the same criteria.
pub fn read_draft(pack: &Pack, project: &Project, bytes: &[u8]) -> Result<Draft, ManuscriptError> {
    let (lines, notes) = read_lines(bytes)?;
    let skeleton = Skeleton::of(pack, &project.assessment);
    let fields: BTreeMap<String, (Field, String)> = marked_fields(pack)
        .into_iter()
        .filter_map(|field| {
            let place = place_of(pack, field)?;
            Some((hashed(&place), (field, place)))
        })
        .collect();
    let record = |name: &str| notes.record.iter().find(|(known, _)| known == name).map_or("", |(_, value)| &**value);
    let out = record("places").split(' ').filter_map(read_mark);
    let out: BTreeMap<&str, &str> = out.filter(|(place, _)| fields.contains_key(*place)).collect();
    let mut words: BTreeSet<[u8; 4]> = skeleton.words.clone();
    let known = STANDARD.decode(record("words")).unwrap_or_default();
    words.extend(known.chunks_exact(4).filter_map(|word| <[u8; 4]>::try_from(word).ok()));
    let mut gathering = Gathering {
        draft: Draft::default(),
        notes: notes.comments.iter().map(|note| (&*note.id, note)).collect(),
        told: BTreeSet::new(),
    };
    let (marked, rest) = gathering.marked(&lines, &fields);
    for found in skeleton.placed(&rest, &words) {
        gathering.take_placed(pack, found, &out);
    }
    gathering
        .draft
        .passages
        .sort_by_key(|passage| marked.get(&passage.place).copied().unwrap_or(usize::MAX));
    let found: BTreeSet<String> = gathering.draft.passages.iter().map(|passage| hashed(&passage.place)).collect();
    gathering.draft.absent = out.keys().filter(|place| !found.contains(**place)).count();
    let told = &gathering.told;
    gathering.draft.comments = notes.comments.iter().filter(|note| !told.contains(&note.id)).cloned().collect();
    Ok(gathering.draft)
}

/// Lines one after the other that were found together.
pub(super) struct Found<'a> {
    /// None where they belong nowhere.
    pub field: Option<Field>,
    pub near: String,
    pub lines: Vec<&'a Line>,
}

struct Gathering<'a> {
    draft: Draft,
    /// Comments by their ids.
    notes: BTreeMap<&'a str, &'a Note>,
    /// Ids of comments that stand with their texts.
    told: BTreeSet<String>,
}

impl Gathering<'_> {
    /// Takes the lines in controls and bookmarks; gives the order of their places and the lines of no known mark.
    fn marked<'a>(&mut self, lines: &'a [Line], fields: &BTreeMap<String, (Field, String)>) -> (BTreeMap<String, usize>, Vec<Option<&'a Line>>) {
        let mut groups: Vec<(&PlaceMark, Vec<&'a Line>)> = Vec::new();
        let mut rest: Vec<Option<&Line>> = Vec::new();
        let of_mark = |mark: &PlaceMark| {
            let (place, out) = read_mark(&mark.name)?;
            let (_, known) = fields.range(place.to_owned()..).next().filter(|(known, _)| known.starts_with(place))?;
            Some((known, out.to_owned()))
        };
        let in_controls: BTreeSet<&str> = lines
            .iter()
            .filter_map(|line| line.mark.as_ref().filter(|mark| mark.is_control).and_then(of_mark))
            .map(|((_, place), _)| &**place)
            .collect();
        for line in lines {
            // What stands in a bookmark beside its own control is not the text of the control.
            let is_beside = |mark: &PlaceMark| !mark.is_control && of_mark(mark).is_some_and(|((_, place), _)| in_controls.contains(&**place));
            match line.mark.as_ref().filter(|mark| !is_beside(mark) && of_mark(mark).is_some()) {
                Some(mark) => {
                    match groups.iter_mut().rev().find(|(known, _)| known.serial == mark.serial) {
                        Some((_, group)) => group.push(line),
                        None => groups.push((mark, vec![line])),
                    }
                    rest.push(None);
                }
                None => rest.push(Some(line)),
            }
        }
        let mut order = BTreeMap::new();
        for (at, (mark, group)) in groups.into_iter().enumerate() {
            let Some(((field, place), out)) = of_mark(mark) else { continue };
            let texts = texts(&group, Some(&out));
            if let Some(known) = self.draft.passages.iter().find(|known| known.place == *place) {
                // A control that was copied: what it says otherwise is not lost.
                if known.texts != texts {
                    self.stray(texts, place.clone(), &group);
                }
                continue;
            }
            order.insert(place.clone(), at);
            let passage = Passage {
                field: *field,
                place: place.clone(),
                by: if mark.is_control { By::Control } else { By::Bookmark },
                out: Some(out),
                texts,
                proposals: proposals(&group),
                comments: self.comments(&group),
            };
            self.draft.passages.push(passage);
        }
        (order, rest)
    }

    /// Takes what was found by headings. A place that a mark has told already is not told anew.
    fn take_placed(&mut self, pack: &Pack, found: Found<'_>, out: &BTreeMap<&str, &str>) {
        let place = found.field.and_then(|field| place_of(pack, field));
        let is_new = |place: &String| self.draft.passages.iter().all(|known| known.place != *place);
        match (found.field, place) {
            (Some(field), Some(place)) if is_new(&place) => {
                let out = out.get(&*hashed(&place)).map(|out| (*out).to_owned());
                let passage = Passage {
                    field,
                    by: By::Heading,
                    texts: texts(&found.lines, out.as_deref()),
                    out,
                    place,
                    proposals: proposals(&found.lines),
                    comments: self.comments(&found.lines),
                };
                self.draft.passages.push(passage);
            }
            (_, place) => self.stray(texts(&found.lines, None), place.unwrap_or(found.near), &found.lines),
        }
    }

    fn stray(&mut self, texts: [String; 2], near: String, lines: &[&Line]) {
        let texts = texts.map(|text| text.trim_matches('\n').to_owned());
        if texts.iter().any(|text| !text.trim().is_empty()) {
            let proposals = proposals(lines);
            self.draft.strays.push(Stray { texts, near, proposals });
        }
    }

    fn comments(&mut self, lines: &[&Line]) -> Vec<Note> {
        let ids = lines.iter().flat_map(|line| &line.comments);
        let known = ids.filter(|id| self.told.insert((*id).clone()));
        let found = known.filter_map(|id| self.notes.get(&**id).map(|note| (*note).clone()));
        found.collect()
    }
}

/// Both readings of lines. What only tells what may be written is nothing.
fn texts(lines: &[&Line], out: Option<&str>) -> [String; 2] {
    if !lines.is_empty() && lines.iter().all(|line| line.is_hint) {
        return Default::default();
    }
    [Reading::Agreed, Reading::Proposed].map(|reading| {
        let mut whole = String::new();
        for (at, line) in lines.iter().enumerate() {
            whole.push_str(&line.texts[reading as usize]);
            let is_joined = match line.end.as_ref().map(|end| end.way) {
                Some(Way::In) => reading == Reading::Agreed,
                Some(Way::Out) => reading == Reading::Proposed,
                None => false,
            };
            if at + 1 < lines.len() && !is_joined {
                whole.push('\n');
            }
        }
        let whole = carried(&whole);
        let went_out_empty = out.is_none_or(|out| hashed("").starts_with(out));
        if went_out_empty && is_prompt(&whole) { String::new() } else { whole }
    })
}

fn proposals(lines: &[&Line]) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = Vec::new();
    for line in lines {
        found.extend(line.proposals.iter().cloned());
        found.extend(line.end.iter().map(|end| Proposal {
            text: "\n".to_owned(),
            ..end.clone()
        }));
    }
    found
}

/// Whether a line is the kit's own.
pub(super) fn is_own(words: &BTreeSet<[u8; 4]>, line: &str) -> bool {
    word(line).is_none_or(|known| words.contains(&known))
}
