//! Where a text belongs by what stands around it, for documents whose controls and bookmarks are gone: the headings and labels of the draft as it
//! would go out now, in every language.

use super::passages::{Found, is_own};
use crate::assessment::{Assessment, Field};
use crate::criteria::Pack;
use crate::language::Language;
use crate::manuscript::{Line, is_prompt};
use crate::report::{Block, Options, ParagraphStyle, marked_fields, place_of, submission};
use std::collections::{BTreeMap, BTreeSet};

/// Levels of headings.
const LEVELS: usize = 4;

/// Headings one below the other, the highest first.
type Path = Vec<String>;

/// What stands around the texts of a draft.
pub(super) struct Skeleton {
    /// The field below a path and a label; an empty label is right below the heading.
    fields: BTreeMap<(Path, String), Field>,
    paths: BTreeSet<Path>,
    /// By what a heading begins with, `4.1.2`, and by the whole of it, where only one has that.
    known: BTreeMap<String, Option<Path>>,
    pub words: BTreeSet<[u8; 4]>,
    /// What stands before and behind the day a draft was made, which is not known here.
    dated: Vec<(&'static str, &'static str)>,
}

impl Skeleton {
    pub(super) fn of(pack: &Pack, assessment: &Assessment) -> Skeleton {
        let mut skeleton = Skeleton {
            fields: BTreeMap::new(),
            paths: BTreeSet::new(),
            known: BTreeMap::new(),
            words: BTreeSet::new(),
            dated: Language::ALL
                .iter()
                .filter_map(|language| language.words().report_draft_date().split_once("{date}"))
                .collect(),
        };
        let places = marked_fields(pack)
            .into_iter()
            .filter_map(|field| Some((place_of(pack, field)?, field)))
            .collect();
        for language in Language::ALL {
            let document = submission(pack, assessment, *language, &Options::default());
            skeleton.words.extend(document.own_words());
            skeleton.read(&document.blocks, &places);
        }
        skeleton
    }

    fn read(&mut self, blocks: &[Block], places: &BTreeMap<String, Field>) {
        let (mut path, mut label) = (Path::new(), String::new());
        for block in blocks {
            match block {
                Block::Heading { level, text } => {
                    let level = usize::from(*level).clamp(1, LEVELS);
                    path.resize(level - 1, String::new());
                    path.push(plain(text));
                    label.clear();
                    self.paths.insert(path.clone());
                    for key in [plain(text), number(text)].into_iter().filter(|key| !key.is_empty()) {
                        let known = self.known.entry(key).or_insert_with(|| Some(path.clone()));
                        if known.as_ref() != Some(&path) {
                            *known = None;
                        }
                    }
                }
                Block::Paragraph {
                    style: ParagraphStyle::Label,
                    text,
                } => label = plain(text),
                Block::Written { written, label: own, .. } => {
                    let label = own.as_ref().map_or_else(|| label.clone(), |own| plain(own));
                    if let Some(field) = places.get(&written.place) {
                        self.fields.entry((path.clone(), label)).or_insert(*field);
                    }
                }
                Block::KeyValues(pairs) => {
                    for pair in pairs {
                        let field = pair.written.as_ref().and_then(|written| places.get(&written.place));
                        self.fields.extend(field.map(|field| ((path.clone(), plain(&pair.label)), *field)));
                    }
                }
                _ => {}
            }
        }
    }

    /// What lines belong to; a line that is none was found by its mark.
    pub(super) fn placed<'a>(&self, lines: &[Option<&'a Line>], words: &BTreeSet<[u8; 4]>) -> Vec<Found<'a>> {
        let mut walk = Walk {
            skeleton: self,
            words,
            path: Path::new(),
            near: String::new(),
            slot: None,
            found: Vec::new(),
        };
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let Some(line) = line else {
                walk.end();
                at += 1;
                continue;
            };
            let Some((table, row, _)) = line.cell else {
                walk.line(line);
                at += 1;
                continue;
            };
            let of_row = |line: &&Option<&'a Line>| line.is_none_or(|line| line.cell.is_some_and(|(in_table, in_row, _)| (in_table, in_row) == (table, row)));
            let count = lines[at..].iter().take_while(of_row).count();
            let cells: Vec<&Line> = lines[at..at + count].iter().filter_map(|line| *line).collect();
            walk.row(&cells, cells.len() < count);
            at += count;
        }
        walk.end();
        walk.found
    }
}

struct Walk<'a, 's> {
    skeleton: &'s Skeleton,
    words: &'s BTreeSet<[u8; 4]>,
    path: Path,
    /// The last heading as it is read.
    near: String,
    /// Where text goes, and what has gone there.
    slot: Option<(Field, Vec<&'a Line>)>,
    found: Vec<Found<'a>>,
}

impl<'a> Walk<'a, '_> {
    /// What was gathered below a label is all of it; blank lines at its end are not typed.
    fn end(&mut self) {
        let Some((field, mut lines)) = self.slot.take() else { return };
        while lines.last().is_some_and(|line| is_blank(line)) {
            lines.pop();
        }
        if !lines.is_empty() {
            let near = self.near.clone();
            self.found.push(Found {
                field: Some(field),
                near,
                lines,
            });
        }
    }

    /// Goes below a heading or label; the place of its text is known even where nothing is written there.
    fn open(&mut self, label: &str) -> bool {
        let key = (self.path.clone(), label.to_owned());
        let Some(field) = self.skeleton.fields.get(&key) else { return false };
        self.end();
        self.slot = Some((*field, Vec::new()));
        true
    }

    fn line(&mut self, line: &'a Line) {
        let text = line.texts[0].trim();
        let key = plain(text);
        if let Some(path) = self.heading(&key, text) {
            self.end();
            self.path = path;
            text.clone_into(&mut self.near);
            self.open("");
        } else if !key.is_empty() && self.open(&key) {
            text.clone_into(&mut self.near);
        } else if is_prompt(text) {
            // Says that nothing is written.
        } else if !text.is_empty() && (is_own(self.words, text) || self.is_day(text)) {
            self.end();
        } else if let Some((_, lines)) = self.slot.as_mut() {
            // Blank lines before the first are the layout's.
            if !(lines.is_empty() && is_blank(line)) {
                lines.push(line);
            }
        } else if !is_blank(line) {
            self.stray(vec![line]);
        }
    }

    /// Whether a line before the first heading tells the day the draft was made.
    fn is_day(&self, text: &str) -> bool {
        let is_day = |(before, behind): &(&str, &str)| text.starts_with(before.trim()) && text.ends_with(behind.trim());
        self.path.is_empty() && text.chars().count() < 40 && self.skeleton.dated.iter().any(is_day)
    }

    /// The heading a line is: one below where the reading is, or the only one that is called so or has this number.
    fn heading(&self, key: &str, text: &str) -> Option<Path> {
        if key.is_empty() {
            return None;
        }
        let below = (0..=self.path.len().min(LEVELS - 1)).rev().map(|level| {
            let mut path = self.path[..level].to_vec();
            path.push(key.to_owned());
            path
        });
        let known = |key: &str| self.skeleton.known.get(key).cloned().flatten();
        let numbered = |text: &str| Some(number(text)).filter(|number| !number.is_empty() && text.chars().count() <= 60);
        let mut below = below.filter(|path| self.skeleton.paths.contains(path));
        below.next().or_else(|| known(key)).or_else(|| known(&numbered(text)?))
    }

    /// A row: of labels with values, of the kit's own, or a person's. `is_partly` where some of it was found by its mark.
    fn row(&mut self, cells: &[&'a Line], is_partly: bool) {
        self.end();
        let Some(first) = cells.first().and_then(|line| line.cell) else { return };
        let (head, values): (Vec<&Line>, Vec<&Line>) = cells.iter().partition(|line| line.cell == Some(first));
        let label: String = head.iter().map(|line| &*line.texts[0]).collect();
        let whole: String = cells.iter().map(|line| &*line.texts[0]).collect();
        let key = (self.path.clone(), plain(&label));
        if is_partly || is_own(self.words, &whole) {
            return;
        }
        if let Some(field) = self.skeleton.fields.get(&key) {
            let near = label.trim().to_owned();
            let field = Some(*field);
            self.found.push(Found { field, near, lines: values });
        } else {
            let told: Vec<&Line> = cells.iter().copied().filter(|line| !is_own(self.words, &line.texts[0])).collect();
            if !told.is_empty() {
                self.stray(cells.to_vec());
            }
        }
    }

    /// Lines that follow each other are one stray text.
    fn stray(&mut self, lines: Vec<&'a Line>) {
        let near = self.near.clone();
        let is_row = lines.iter().any(|line| line.cell.is_some());
        match self.found.last_mut().filter(|last| !is_row && last.field.is_none() && last.near == near) {
            Some(last) => last.lines.extend(lines),
            None => self.found.push(Found { field: None, near, lines }),
        }
    }
}

fn is_blank(line: &Line) -> bool {
    line.texts.iter().all(|text| text.trim().is_empty())
}

/// A heading or label without white space and without what stands in brackets at its end: points change.
fn plain(text: &str) -> String {
    let text = text.trim();
    let bare = text
        .strip_suffix(['）', ')'])
        .and_then(|inner| inner.rsplit_once(['（', '(']))
        .map_or(text, |(before, _)| before);
    let bare = if bare.trim().is_empty() { text } else { bare };
    bare.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// The number a heading begins with, of two parts at least: `4.1.2`.
fn number(text: &str) -> String {
    let number: String = text.trim().chars().take_while(|sign| sign.is_ascii_digit() || *sign == '.').collect();
    let number = number.trim_end_matches('.');
    if number.contains('.') { number.to_owned() } else { String::new() }
}
