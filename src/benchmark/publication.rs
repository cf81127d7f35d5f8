//! What is published beside the criteria: `award-kit.benchmark`, format version 1.

use super::cells::Cell;
use super::disclosure::LEAST;
use super::fault::{CardFault, CardFaultCode};
use super::quartiles::Quartiles;
use super::reading::{self, SIZES};
use crate::criteria::{Kind, Pack, PackReference};
use crate::eligibility::SizeClass;
use crate::json::{FromJson, Place, ToJson, push, set};
use serde_json::{Map, Value, json};

/// What the file says of itself.
pub const BENCHMARK_FORMAT: &str = "award-kit.benchmark";
const VERSION: &str = "1.0";
/// The largest file that is read, in bytes; one of 500 items and all cells has 900,000.
const MOST_BYTES: usize = 5_000_000;

/// Quartiles by cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// The criteria by whose points the totals were computed.
    pub pack: PackReference,
    /// The years in which its cards were saved: the first and the last.
    pub years: (u32, u32),
    /// From the whole inwards.
    pub cells: Vec<PublishedCell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedCell {
    pub cell: Cell,
    /// At least so many cards: their number rounded down to fives.
    pub n: u32,
    /// Of the totals, in whole per cent of the points possible.
    pub total: Quartiles,
    /// Of the ratings by item id, rounded to five per cent; only items that count for all cards of the cell.
    pub items: Vec<(String, Quartiles)>,
}

impl PublishedCell {
    /// Of one item.
    pub fn item(&self, id: &str) -> Option<Quartiles> {
        self.items.iter().find(|(known, _)| known == id).map(|(_, quartiles)| *quartiles)
    }
}

impl Publication {
    /// Whether it is of these criteria: id and edition. Their wording may have changed since.
    pub fn is_of(&self, pack: &Pack) -> bool {
        self.pack.id == pack.id() && self.pack.edition == pack.edition()
    }

    /// The nearest published cell of an applicant: kind and size, else the kind, else the whole.
    pub fn nearest(&self, kind: Option<Kind>, size: Option<SizeClass>) -> Option<&PublishedCell> {
        let outwards = Cell::outwards(kind, size);
        outwards.into_iter().find_map(|cell| self.cells.iter().find(|published| published.cell == cell))
    }

    /// The file, the same bytes for the same content.
    pub fn write(&self) -> String {
        let three = |quartiles: &Quartiles| json!([quartiles.lower, quartiles.median, quartiles.upper]);
        let cell = |published: &PublishedCell| {
            let mut cell = Map::new();
            set(&mut cell, "kind", published.cell.kind.to_json());
            set(&mut cell, "size", published.cell.size.map_or(Value::Null, |size| size.word().into()));
            set(&mut cell, "n", published.n.into());
            set(&mut cell, "total", three(&published.total));
            let items: Map<String, Value> = published.items.iter().map(|(id, quartiles)| (id.clone(), three(quartiles))).collect();
            set(&mut cell, "items", Value::Object(items));
            Value::Object(cell)
        };
        let mut file = Map::new();
        set(&mut file, "format", BENCHMARK_FORMAT.into());
        set(&mut file, "version", VERSION.into());
        set(&mut file, "pack", self.pack.to_json());
        set(&mut file, "years", json!([self.years.0, self.years.1]));
        set(&mut file, "cells", Value::Array(self.cells.iter().map(cell).collect()));
        format!("{:#}\n", Value::Object(file))
    }

    /// Reads the file; all faults are collected. A cell of fewer than [`LEAST`], or whose quartiles fall, is one of them; members of a later
    /// minor version are not.
    pub fn read(text: &str) -> Result<Publication, Vec<CardFault>> {
        let file = reading::read::<PublicationFile>(text, BENCHMARK_FORMAT, MOST_BYTES, false)?;
        let mut faults = Vec::new();
        let mut bad = |at: String, given: String| faults.push(CardFault::new(CardFaultCode::BadValue, at, given));
        let years = match file.years[..] {
            [from, to] if from <= to => (from, to),
            _ => {
                bad("/years".into(), listed(&file.years));
                (0, 0)
            }
        };
        let mut cells: Vec<PublishedCell> = Vec::new();
        for (at, cell) in file.cells.into_iter().enumerate() {
            let at = push("/cells", &at.to_string());
            let mut three = |at: String, given: &[u32]| match *given {
                [lower, median, upper] if lower <= median && median <= upper && upper <= 100 => Some(Quartiles {
                    lower: lower as u8,
                    median: median as u8,
                    upper: upper as u8,
                }),
                _ => {
                    bad(at, listed(given));
                    None
                }
            };
            let total = three(push(&at, "total"), &cell.total);
            let within = push(&at, "items");
            let items: Vec<(String, Quartiles)> = cell
                .items
                .into_iter()
                .filter_map(|(id, given)| three(push(&within, &id), &given).map(|quartiles| (id, quartiles)))
                .collect();
            if (cell.n as usize) < LEAST {
                bad(push(&at, "n"), cell.n.to_string());
            }
            let is_none = cell.kind.is_none() && cell.size.is_some();
            let whom = Cell {
                kind: cell.kind,
                size: cell.size,
            };
            if is_none || cells.iter().any(|known| known.cell == whom) {
                bad(push(&at, "kind"), whom.kind.map_or("null", Kind::word).to_owned());
            }
            if let Some(total) = total {
                let n = cell.n;
                cells.push(PublishedCell { cell: whom, n, total, items });
            }
        }
        let publication = Publication { pack: file.pack, years, cells };
        if faults.is_empty() { Ok(publication) } else { Err(faults) }
    }
}

fn listed(numbers: &[u32]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    numbers.join(", ")
}

/// The file as it is read.
struct PublicationFile {
    pack: PackReference,
    years: Vec<u32>,
    cells: Vec<CellFile>,
}

struct CellFile {
    kind: Option<Kind>,
    size: Option<SizeClass>,
    n: u32,
    total: Vec<u32>,
    items: Vec<(String, Vec<u32>)>,
}

impl FromJson for PublicationFile {
    fn from_json(place: Place<'_>) -> PublicationFile {
        let mut file = place.object();
        PublicationFile {
            pack: file.member("pack"),
            years: file.member("years"),
            cells: file.member("cells"),
        }
    }
}

impl FromJson for CellFile {
    fn from_json(place: Place<'_>) -> CellFile {
        let mut cell = place.object();
        CellFile {
            kind: cell.member("kind"),
            size: cell.place("size").if_any().map(|size| size.choice(&SIZES)),
            n: cell.member("n"),
            total: cell.member("total"),
            items: cell
                .place("items")
                .entries()
                .map(|(id, three)| (id.to_owned(), FromJson::from_json(three)))
                .collect(),
        }
    }
}
