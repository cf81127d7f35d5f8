//! Where each piece of a manuscript belongs in the criteria.
//!
//! A heading that bears the title or the number of an item begins its piece, and what stands below it in the document's own order belongs to it. What stands
//! below a category, or below headings of the writer's own, goes where its words are most like what an item asks for, and is marked as not certain.

use super::heading::{Heading, Kind, heading};
use super::sequence::best;
use super::titles::{Named, Titles};
use super::{Block, Manuscript};
use crate::criteria::{CategorySlot, ItemSlot, Pack};
use std::ops::Range;

/// The most pieces; what comes behind them belongs to the last one, which is not certain.
pub const MOST_PIECES: usize = 500;

/// Where a piece belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Item(ItemSlot),
    /// The overview of the organisation, before the first clause.
    Overview,
    /// Nothing tells.
    Nowhere,
}

/// How far the place of a piece is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// By a title or a number.
    Certain,
    /// By words that are alike, or by a number and a title that contradict each other: to be looked at.
    Likely,
}

/// Blocks one after the other that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub place: Place,
    pub certainty: Certainty,
    /// The heading it begins with, as it stands in the manuscript.
    pub heading: Option<String>,
    /// Whether that heading says no more than the title of its place, and so is no text of the answer.
    pub is_title: bool,
    /// Places in the manuscript's blocks.
    pub blocks: Range<usize>,
}

impl Piece {
    /// What goes into an answer: all of it but a heading that is the clause's own title; a line a block.
    pub fn text(&self, manuscript: &Manuscript) -> String {
        let from = self.blocks.start + usize::from(self.is_title);
        let blocks = manuscript.blocks.get(from..self.blocks.end).unwrap_or_default();
        blocks.iter().map(Block::text).collect::<Vec<_>>().join("\n")
    }
}

/// What a heading opens, until one ends it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scope {
    Of(Place, Certainty),
    /// Of a category, with the place of what stands before its first item among the sections.
    Category(CategorySlot, usize),
    /// What the words of a section tell, by its place among the sections.
    Like(usize),
}

/// A section's blocks, with what its heading opens and whether that is no more than a title; none without a heading.
type Opened = (Range<usize>, Option<(Scope, bool)>);

/// From this likeness on a text tells what it is about, where no category does.
const TELLS: f64 = 0.06;

/// Every block of the manuscript in exactly one piece, in reading order.
pub fn split(pack: &Pack, manuscript: &Manuscript) -> Vec<Piece> {
    let titles = Titles::new(pack);
    let is_known = |title: &str| titles.is_title(title);
    let headings: Vec<Option<Heading<'_>>> = manuscript
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => heading(paragraph, &is_known),
            Block::Table(_) => None,
        })
        .collect();
    let agree = headings.iter().flatten().filter(|heading| is_numbered(&titles, heading)).count();
    let mut outline = Outline {
        titles: &titles,
        is_by_number: agree >= 3,
        open: Vec::new(),
        sections: Vec::new(),
    };
    let starts: Vec<usize> = (0..manuscript.blocks.len()).filter(|at| *at == 0 || headings[*at].is_some()).collect();
    let ends = starts.iter().skip(1).copied().chain([manuscript.blocks.len()]);
    let found: Vec<Opened> = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            let text = manuscript.blocks[*start..end].iter().map(Block::text).collect::<Vec<_>>().join("\n");
            (*start..end, headings[*start].as_ref().map(|heading| outline.add(heading, &text)))
        })
        .collect();
    let whole: String = manuscript.blocks.iter().map(Block::text).collect();
    let like = outline.most_like(pack, figures(&whole));
    let mut pieces: Vec<Piece> = Vec::new();
    for (blocks, scope) in found {
        let ((place, certainty), is_title) = match scope {
            None => ((Place::Nowhere, Certainty::Likely), false),
            Some((Scope::Of(place, certainty), is_title)) => ((place, certainty), is_title),
            Some((Scope::Like(at) | Scope::Category(_, at), is_title)) => ((like[at], Certainty::Likely), is_title),
        };
        match pieces.last_mut() {
            // What goes on from the piece before, below a heading of its own.
            Some(last) if !is_title && (last.place, last.certainty) == (place, certainty) => last.blocks.end = blocks.end,
            _ => pieces.push(Piece {
                place,
                certainty,
                heading: headings[blocks.start].as_ref().map(|_| manuscript.blocks[blocks.start].text()),
                is_title,
                blocks,
            }),
        }
    }
    if pieces.len() > MOST_PIECES {
        pieces.truncate(MOST_PIECES);
        if let Some(last) = pieces.last_mut() {
            (last.blocks.end, last.certainty) = (manuscript.blocks.len(), Certainty::Likely);
        }
    }
    pieces
}

/// Whether a heading bears number and title of one and the same clause.
fn is_numbered(titles: &Titles<'_>, heading: &Heading<'_>) -> bool {
    let named = titles.numbered(&heading.number);
    named.is_some() && !heading.title.is_empty() && titles.exact(heading.title) == named
}

/// A section that is an item, or one whose words are to tell.
enum Section {
    Is(ItemSlot),
    Compared { text: String, within: Option<CategorySlot> },
}

/// The headings so far, and what they say.
struct Outline<'a> {
    titles: &'a Titles<'a>,
    /// Whether the report is numbered as the criteria are.
    is_by_number: bool,
    open: Vec<(Kind, Scope)>,
    sections: Vec<Section>,
}

impl Outline<'_> {
    /// What a heading opens, with the text below it up to the next one, and whether it is no more than a clause's own title.
    fn add(&mut self, heading: &Heading<'_>, text: &str) -> (Scope, bool) {
        while self.open.last().is_some_and(|(kind, _)| heading.kind.ends(*kind)) {
            self.open.pop();
        }
        if let Some(before) = self.open.iter().position(|(kind, _)| *kind == heading.kind) {
            self.open.truncate(before);
        }
        let parent = self.open.last().map(|(_, scope)| *scope);
        let (scope, is_title) = self.named(heading, parent).unwrap_or_else(|| (self.inside(heading, parent, text), false));
        if let Scope::Of(Place::Item(slot), _) = scope {
            self.sections.push(Section::Is(slot));
        }
        self.open.push((heading.kind, scope));
        (scope, is_title)
    }

    /// What the heading's number or title stands for.
    fn named(&mut self, heading: &Heading<'_>, parent: Option<Scope>) -> Option<(Scope, bool)> {
        let numbered = self.titles.numbered(&heading.number);
        if let Some(named) = self.titles.exact(heading.title) {
            // 概况 below a clause is a heading of that clause.
            let is_inside = named == Named::Overview && parent.is_some();
            let contradicts = self.is_by_number && numbered.is_some_and(|other| other != named);
            if !is_inside {
                return Some((self.of(named, if contradicts { Certainty::Likely } else { Certainty::Certain }), true));
            }
        }
        let named = numbered?;
        if self.titles.agrees(named, heading) {
            return Some((self.of(named, Certainty::Certain), heading.title.is_empty()));
        }
        // 4.1.2.1 bears a title of its own below 4.1.2.
        let inherits = matches!((parent, named), (Some(Scope::Of(Place::Item(own), _)), Named::Item(slot)) if own == slot);
        let is_certain = inherits || heading.number.len() > 3;
        self.is_by_number
            .then(|| (self.of(named, if is_certain { Certainty::Certain } else { Certainty::Likely }), false))
    }

    /// What a heading of the writer's own opens: more of what it stands in, or a section whose words tell.
    fn inside(&mut self, heading: &Heading<'_>, parent: Option<Scope>, text: &str) -> Scope {
        let within = match parent {
            Some(scope @ Scope::Of(Place::Item(_) | Place::Overview, _)) => return scope,
            Some(Scope::Like(at)) => {
                if let Some(Section::Compared { text: whole, .. }) = self.sections.get_mut(at) {
                    whole.extend(["\n", text]);
                }
                return Scope::Like(at);
            }
            Some(Scope::Category(category, _)) => Some(category),
            Some(Scope::Of(Place::Nowhere, _)) | None => None,
        };
        match self.titles.like(heading.title, within) {
            Some(named) => self.of(named, Certainty::Likely),
            // The heading tells more than each line below it.
            None => Scope::Like(self.compare([heading.title, heading.title, text].join("\n"), within)),
        }
    }

    fn of(&mut self, named: Named, certainty: Certainty) -> Scope {
        match named {
            Named::Item(slot) => Scope::Of(Place::Item(slot), certainty),
            Named::Overview => Scope::Of(Place::Overview, certainty),
            // What stands between its title and its first item.
            Named::Category(category) => Scope::Category(category, self.compare(String::new(), Some(category))),
        }
    }

    fn compare(&mut self, text: String, within: Option<CategorySlot>) -> usize {
        self.sections.push(Section::Compared { text, within });
        self.sections.len() - 1
    }

    /// What each section is most like, where a whole report has that share of figures.
    fn most_like(&self, pack: &Pack, of_all: f64) -> Vec<Place> {
        let likeness = |section: &Section| match section {
            Section::Is(item) => pack.items().map(|(slot, _)| (slot == *item).then_some(1.0)).collect(),
            Section::Compared { text, within } => {
                let own = figures(text);
                // A report without any figure tells nothing by them.
                let times = if of_all > 0.0 && own > 0.0 { own / of_all } else { 1.0 };
                self.titles.likeness(text, *within, times)
            }
        };
        let compared: Vec<Vec<Option<f64>>> = self.sections.iter().map(likeness).collect();
        let place = |(section, (likeness, item)): (&Section, (&Vec<Option<f64>>, usize))| {
            let tells = match section {
                Section::Compared { within: None, .. } => likeness[item].is_some_and(|likeness| likeness >= TELLS),
                _ => true,
            };
            let slot = pack.items().nth(item).map(|(slot, _)| slot);
            slot.filter(|_| tells).map_or(Place::Nowhere, Place::Item)
        };
        self.sections.iter().zip(compared.iter().zip(best(&compared))).map(place).collect()
    }
}

/// The share of digits among the signs of a text that are not blank, 0 to 1.
fn figures(text: &str) -> f64 {
    let signs = text.chars().filter(|sign| !sign.is_whitespace()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if signs == 0 { 0.0 } else { digits as f64 / signs as f64 }
}
