//! An anonymous score card, `award-kit.score-card`, format version 1: what one assessment came to, and nothing that says whose it is.

use super::fault::{CardFault, CardFaultCode};
use super::reading::{self, SIZES};
use crate::assessment::Assessment;
use crate::criteria::{Kind, Pack, PackReference};
use crate::eligibility::{SizeClass, size_class};
use crate::json::{FromJson, Place, ToJson, push, set};
use crate::scoring::{Maximum, maxima, score};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What the file says of itself.
pub const CARD_FORMAT: &str = "award-kit.score-card";
const VERSION: &str = "1.0";
/// The largest card that is read, in bytes; one of 500 items has 20,000.
const MOST_BYTES: usize = 200_000;
/// Years that can be one of an assessment.
const YEARS: std::ops::RangeInclusive<u32> = 1993..=2999;

/// What one assessment came to. No name, no code, no text, and no date finer than the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreCard {
    /// The criteria it was made with.
    pub pack: PackReference,
    /// The year in which it was saved.
    pub year: u32,
    pub kind: Kind,
    /// Id of the sector of the size classification; none where nothing is chosen.
    pub sector: Option<String>,
    /// None where it is not known, or the organisation has none.
    pub size: Option<SizeClass>,
    /// Ratings in whole per cent by item id: every item that counts for this kind of applicant, no other one.
    pub items: BTreeMap<String, u8>,
}

/// Why an assessment has no card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCard {
    /// The kind of applicant is not chosen, which decides what counts.
    Kind,
    /// So many items that count are not rated.
    Unrated(usize),
    /// Nothing counts for this kind of applicant.
    Nothing,
}

impl ScoreCard {
    /// The card of an assessment; only one that is rated as a whole has one, so that all cards of a kind can be compared.
    pub fn of(pack: &Pack, assessment: &Assessment, year: u32) -> Result<ScoreCard, NoCard> {
        let organisation = &assessment.organisation;
        let kind = organisation.kind.ok_or(NoCard::Kind)?;
        let score = score(pack, assessment);
        match score.unrated {
            0 if !score.is_complete() => return Err(NoCard::Nothing),
            0 => {}
            unrated => return Err(NoCard::Unrated(unrated)),
        }
        let counted = score.items.iter().filter(|item| matches!(item.maximum, Maximum::Counted(_)));
        let items = counted.filter_map(|item| Some((pack.item(item.item).id.clone(), item.percent?.value())));
        let sector = organisation.sector.as_deref();
        let sector = sector.and_then(|id| pack.structure().size.iter().find(|sector| sector.id == id));
        Ok(ScoreCard {
            pack: PackReference {
                id: pack.id().to_owned(),
                edition: pack.edition().to_owned(),
                hash: pack.hash().to_owned(),
            },
            year,
            kind,
            sector: sector.map(|sector| sector.id.clone()),
            size: sector.and_then(|sector| size_class(sector, organisation)),
            items: items.collect(),
        })
    }

    /// The file, the same bytes for the same card: members in one order, items by their ids.
    pub fn write(&self) -> String {
        let mut file = Map::new();
        let mut add = |name: &str, value: Value| set(&mut file, name, value);
        add("format", CARD_FORMAT.into());
        add("version", VERSION.into());
        add("pack", self.pack.to_json());
        add("year", self.year.into());
        add("kind", self.kind.to_json());
        add("sector", self.sector.to_json());
        add("size", self.size.map_or(Value::Null, |size| size.word().into()));
        let items: Map<String, Value> = self.items.iter().map(|(id, percent)| (id.clone(), (*percent).into())).collect();
        add("items", Value::Object(items));
        format!("{:#}\n", Value::Object(file))
    }

    /// Reads a card; all faults are collected. A member that does not belong there is one of them.
    pub fn read(text: &str) -> Result<ScoreCard, Vec<CardFault>> {
        let file = reading::read::<CardFile>(text, CARD_FORMAT, MOST_BYTES, true)?;
        let mut faults = Vec::new();
        if !YEARS.contains(&file.year) {
            faults.push(CardFault::new(CardFaultCode::BadValue, "/year", file.year.to_string()));
        }
        for (id, percent) in file.items.iter().filter(|(_, percent)| *percent > 100) {
            faults.push(CardFault::new(CardFaultCode::BadValue, push("/items", id), percent.to_string()));
        }
        for (member, given) in [("/pack/id", &file.pack.id), ("/pack/edition", &file.pack.edition)] {
            if given.is_empty() {
                faults.push(CardFault::new(CardFaultCode::BadValue, member, ""));
            }
        }
        let card = ScoreCard {
            pack: file.pack,
            year: file.year,
            kind: file.kind,
            sector: file.sector,
            size: file.size,
            items: file.items.into_iter().collect(),
        };
        if faults.is_empty() { Ok(card) } else { Err(faults) }
    }

    /// What of a card a pack of its id and edition cannot have: an item that does not count for this kind of applicant, one that is not
    /// there, a percentage between two steps, a sector nobody knows. None where it fits.
    pub fn misfit(&self, pack: &Pack) -> Option<CardFault> {
        let bad = |at: String, given: String| Some(CardFault::new(CardFaultCode::BadValue, at, given));
        let counts = maxima(pack, Some(self.kind));
        let counted = |at: usize| matches!(counts.get(at), Some(Maximum::Counted(_)));
        let step = pack.structure().scoring.step;
        for (id, percent) in &self.items {
            let at = push("/items", id);
            match pack.item_slot(id) {
                Some(slot) if counted(slot.0) && crate::assessment::Percent::new(*percent, step).is_some() => {}
                Some(slot) if counted(slot.0) => return bad(at, percent.to_string()),
                _ => return bad(at, id.clone()),
            }
        }
        let lacking = pack.items().find(|(slot, item)| counted(slot.0) && !self.items.contains_key(&item.id));
        if let Some((_, item)) = lacking {
            return Some(CardFault::new(CardFaultCode::WrongKind, push("/items", &item.id), ""));
        }
        match &self.sector {
            Some(id) if pack.structure().size.iter().all(|sector| sector.id != *id) => bad("/sector".into(), id.clone()),
            None if self.size.is_some() => bad("/size".into(), self.size.map_or("", SizeClass::word).into()),
            _ => None,
        }
    }
}

/// The file as it is read.
struct CardFile {
    pack: PackReference,
    year: u32,
    kind: Kind,
    sector: Option<String>,
    size: Option<SizeClass>,
    items: Vec<(String, u8)>,
}

impl FromJson for CardFile {
    fn from_json(place: Place<'_>) -> CardFile {
        let mut file = place.object();
        let _: (String, String) = (file.member("format"), file.member("version"));
        CardFile {
            pack: file.member("pack"),
            year: file.member("year"),
            kind: file.member("kind"),
            sector: file.member("sector"),
            size: file.place("size").if_any().map(|size| size.choice(&SIZES)),
            items: file
                .place("items")
                .entries()
                .map(|(id, percent)| (id.to_owned(), u8::from_json(percent)))
                .collect(),
        }
    }
}
