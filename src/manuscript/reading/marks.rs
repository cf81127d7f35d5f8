//! Which controls, bookmarks and proposed changes are open while a Word document is read, and what of them a line bears.

use super::lines::{Line, Mark, Proposal, Way};
use crate::import::Tag;

/// The marks of the kit's places begin like that; in the title of a control they stand behind that sign.
const OWN: &str = "_AK_";
const TITLED: char = '#';
/// The most comments of a line; others are told without their place.
const COMMENTS: usize = 500;

/// Whether a title ends with the letters the kit sets there.
fn is_titled(title: &str) -> bool {
    let letters = title.rsplit_once(TITLED).map_or("", |(_, letters)| letters);
    letters.len() == 16 && letters.bytes().all(|letter| letter.is_ascii_hexdigit())
}

/// Which marks are open while a document is read.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Tables that have begun so far.
    pub(super) tables: usize,
    serial: usize,
    /// The controls around what is read, innermost last; none for those that are not the kit's.
    controls: Vec<(Option<Mark>, bool)>,
    /// Places of the kit's among them.
    own: Vec<usize>,
    /// The id of the bookmark that is open, and its mark; the kit's never lie in each other.
    bookmark: Option<(String, Mark)>,
    /// A bookmark has begun in the line that is read.
    begun: bool,
    /// One that had begun before has ended in it, before any text.
    ended: bool,
    proposed: Vec<Proposal>,
    /// How many of them are to come, and to go.
    ways: [usize; 2],
    comments: Vec<String>,
}

impl Marks {
    pub(super) fn propose(&mut self, proposal: Option<Proposal>) {
        let Some(proposal) = proposal else { return };
        self.ways[usize::from(proposal.way == Way::Out)] += 1;
        self.proposed.push(proposal);
    }

    pub(super) fn proposed(&mut self) {
        let Some(ended) = self.proposed.pop() else { return };
        self.ways[usize::from(ended.way == Way::Out)] -= 1;
    }

    pub(super) fn control(&mut self) {
        self.controls.push((None, false));
    }

    pub(super) fn end_control(&mut self) {
        self.controls.pop();
        self.own.pop_if(|at| *at == self.controls.len());
    }

    /// Whether the innermost control of the kit says that nothing is written in it.
    pub(super) fn is_hint(&self) -> bool {
        self.own.last().and_then(|at| self.controls.get(*at)).is_some_and(|(_, hint)| *hint)
    }

    /// A line begins.
    pub(super) fn begin(&mut self, line: &mut Line) {
        (self.begun, self.ended) = (false, false);
        let control = self.own.last().and_then(|at| self.controls.get(*at)?.0.clone());
        line.mark = control.or_else(|| self.bookmark.as_ref().map(|(_, mark)| mark.clone()));
        line.comments.append(&mut self.comments);
    }

    /// A line ends. A bookmark that ends at the beginning of a line with text has ended with the one before.
    pub(super) fn end(&mut self, line: &mut Line) {
        let is_bookmark = line.mark.as_ref().is_some_and(|mark| !mark.is_control);
        if self.ended && is_bookmark && line.texts.iter().any(|text| !text.is_empty()) {
            line.mark = None;
        }
        self.ended = false;
    }

    /// Text of a line: of all that is proposed around it, a deletion takes it out of what is proposed, an insertion out of what stands.
    pub(super) fn write(&mut self, line: &mut Line, text: &str) {
        let stands = self.ways.map(|count| count == 0);
        for (whole, stands) in line.texts.iter_mut().zip(stands) {
            if stands {
                whole.push_str(text);
            }
        }
        let Some(proposal) = self.proposed.last() else { return };
        match line.proposals.last_mut() {
            Some(last) if (last.way, &last.author, &last.date) == (proposal.way, &proposal.author, &proposal.date) => last.text.push_str(text),
            _ => line.proposals.push(Proposal {
                text: text.to_owned(),
                ..proposal.clone()
            }),
        }
    }

    /// A mark of a place, or of a comment, in a line or between two.
    pub(super) fn meet(&mut self, tag: &Tag<'_>, line: Option<&mut Line>) {
        let said = |name: &str| tag.attribute(name).unwrap_or_default().into_owned();
        let mut mark = |name: String, is_control: bool| {
            self.serial += 1;
            let serial = self.serial;
            name.starts_with(OWN).then_some(Mark { name, serial, is_control })
        };
        match tag.name {
            "bookmarkStart" => {
                let Some(mark) = mark(said("name"), false) else { return };
                if let Some(line) = line.filter(|line| line.mark.as_ref().is_none_or(|mark| !mark.is_control)) {
                    line.mark = Some(mark.clone());
                    (self.begun, self.ended) = (true, false);
                }
                self.bookmark = Some((said("id"), mark));
            }
            "bookmarkEnd" if self.bookmark.as_ref().is_some_and(|(id, _)| *id == said("id")) => {
                self.bookmark = None;
                self.ended = !self.begun && line.is_some_and(|line| line.texts.iter().all(String::is_empty));
            }
            "tag" | "alias" => {
                let is_named = self.controls.last().is_some_and(|(control, _)| control.is_some());
                let title = (tag.name == "alias" && !is_named).then(|| said("val")).filter(|title| is_titled(title));
                let name = if tag.name == "tag" { said("val") } else { String::new() };
                let Some(mark) = mark(name, true).or_else(|| {
                    let (serial, is_control) = (self.serial, true);
                    title.map(|name| Mark { name, serial, is_control })
                }) else {
                    return;
                };
                let at = self.controls.len().checked_sub(1);
                if let Some((control, _)) = self.controls.last_mut() {
                    *control = Some(mark.clone());
                }
                if self.own.last().copied() != at {
                    self.own.extend(at);
                }
                if let Some(line) = line {
                    line.mark = Some(mark);
                }
            }
            "showingPlcHdr" => self.controls.iter_mut().last().into_iter().for_each(|(_, hint)| *hint = true),
            "commentRangeStart" | "commentReference" => match line {
                Some(line) if line.comments.len() < COMMENTS && !line.comments.contains(&said("id")) => line.comments.push(said("id")),
                Some(_) => {}
                None => self.comments.push(said("id")),
            },
            _ => {}
        }
    }
}
