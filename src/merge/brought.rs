//! What the changes of one side are about, counted.

use crate::json::segment;

/// What a place of the file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// An answer, a strength, an opportunity or a remark of an item.
    Text,
    /// A percentage or a band.
    Rating,
    Figure,
    /// An entry of the register, or a reference to one.
    Evidence,
    /// An improvement action or a target.
    Action,
    Note,
    /// The profile, the eligibility questions and whatever else there is.
    Other,
}

impl Matter {
    pub const ALL: [Matter; 7] = [
        Matter::Text,
        Matter::Rating,
        Matter::Figure,
        Matter::Evidence,
        Matter::Action,
        Matter::Note,
        Matter::Other,
    ];

    /// The code looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            Matter::Text => "texts",
            Matter::Rating => "ratings",
            Matter::Figure => "figures",
            Matter::Evidence => "evidence",
            Matter::Action => "actions",
            Matter::Note => "notes",
            Matter::Other => "other",
        }
    }
}

/// What a place of the file is about, by its JSON pointer.
pub fn matter(pointer: &str) -> Matter {
    let mut parts = pointer.split('/').skip(1);
    match (parts.next().unwrap_or_default(), parts.nth(1)) {
        ("items", Some("percent" | "bands")) => Matter::Rating,
        ("items", Some("evidence")) | ("evidence", _) => Matter::Evidence,
        ("items", _) => Matter::Text,
        ("years" | "inputs" | "indicators" | "own_indicators", _) => Matter::Figure,
        ("actions" | "targets", _) => Matter::Action,
        ("notes", _) => Matter::Note,
        _ => Matter::Other,
    }
}

/// What one side changed, counted by place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Brought {
    /// Ids of the items in which something changed, in the order in which they were met.
    pub items: Vec<String>,
    /// How many places of each matter, in the order of [`Matter::ALL`].
    pub counts: [usize; 7],
}

impl Brought {
    /// Of the places at some pointers.
    pub fn of<'a>(pointers: impl Iterator<Item = &'a str>) -> Brought {
        let mut brought = Brought::default();
        for pointer in pointers {
            brought.counts[matter(pointer) as usize] += 1;
            let item = pointer.strip_prefix("/items/").and_then(|rest| rest.split('/').next()).map(segment);
            if let Some(item) = item.filter(|item| !brought.items.contains(item)) {
                brought.items.push(item);
            }
        }
        brought
    }
    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        self.counts == [0; 7]
    }
}
