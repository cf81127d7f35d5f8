//! The line of an assessment in the list.

use crate::json::{ById, to_members};

/// What the list shows of an assessment without reading it.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub id: String,
    pub name: String,
    pub pack: String,
    /// The criteria in short, in the languages they were there in when it was saved.
    pub criteria: ById<String>,
    pub fictional: bool,
    pub rated: usize,
    pub items: usize,
    /// Points as they are printed.
    pub points: String,
    /// Milliseconds since 1970.
    pub modified: f64,
}

to_members! { Card { id, name, pack, criteria, fictional, rated, items, points, modified } }

impl Card {
    /// Of an assessment of which nothing but the id can be read.
    pub fn damaged(id: String) -> Card {
        Card {
            id,
            name: String::new(),
            pack: String::new(),
            criteria: ById::default(),
            fictional: false,
            rated: 0,
            items: 0,
            points: String::new(),
            modified: 0.0,
        }
    }
    /// Whether nothing but its id could be read.
    pub fn is_damaged(&self) -> bool {
        self.pack.is_empty()
    }
}
