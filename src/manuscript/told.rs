//! A piece as JSON, for the command line and for the page.

use super::{Block, Certainty, Manuscript, Piece, Place};
use crate::criteria::Pack;
use crate::language::Language;
use serde_json::{Value, json};

impl Place {
    /// The id of the item, `overview`, or nothing.
    pub fn id(self, pack: &Pack) -> Option<&str> {
        match self {
            Place::Item(slot) => Some(&pack.item(slot).id),
            Place::Overview => Some("overview"),
            Place::Nowhere => None,
        }
    }

    /// The place of that id; nowhere where the pack has none.
    pub fn of_id(pack: &Pack, id: &str) -> Place {
        match id {
            "overview" => Place::Overview,
            id => pack.item_slot(id).map_or(Place::Nowhere, Place::Item),
        }
    }
}

impl Piece {
    /// `place`, `number` and `name` of the place, `certain`, `heading`, `characters`, `tables` (a count) and `text`.
    pub fn to_json(&self, pack: &Pack, language: Language, manuscript: &Manuscript) -> Value {
        let id = self.place.id(pack);
        let (number, name) = match self.place {
            Place::Item(slot) => (pack.item(slot).number.as_str(), pack.words(language.tag()).item(&pack.item(slot).id)),
            Place::Overview => ("", language.words().organisation_overview()),
            Place::Nowhere => ("", ""),
        };
        let blocks = || manuscript.blocks[self.blocks.clone()].iter();
        json!({
            "place": id,
            "number": number,
            "name": name,
            "certain": self.certainty == Certainty::Certain,
            "heading": self.heading,
            "characters": blocks().map(|block| block.text().chars().count()).sum::<usize>(),
            "tables": blocks().filter(|block| matches!(block, Block::Table(_))).count(),
            "text": self.text(manuscript),
        })
    }
}
