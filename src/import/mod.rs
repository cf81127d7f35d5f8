//! Figures that come from a table: what its columns mean, which rows are known, and what would be taken over, before anything
//! changes.
//!
//! A [`Book`] of tables, read from a file or pasted; a [`Mapping`] of each table's columns, guessed from its headings in both
//! languages and corrected by the user; a [`Plan`] that lists every cell taken, refused or in conflict; and one
//! [`Action`](crate::assessment::Action) out of it. Blank cells never erase. Must not know: file formats (but in `reading/`, behind
//! `documents`), the clock, the browser, the words of the screen. The words that headings are known by are data of this room.

mod arranged;
mod bodies;
mod choice;
mod column;
mod dated;
mod fold;
mod footing;
mod further;
mod group_names;
mod groups;
mod heading;
mod heading_words;
mod headings;
mod label;
mod mapping;
mod moved;
mod named_above;
mod own_row;
mod parted;
mod pasted;
mod plan;
mod qualified;
mod ratings;
#[cfg(feature = "documents")]
mod reading;
mod refused;
mod row;
mod rows;
mod said;
mod scale;
mod section;
mod settled;
mod shares;
mod sheet;
mod stated;
mod struck;
mod table;
mod titled;
mod turned;
mod unread;
mod unsaid;
mod value;
mod years;

pub use column::{Column, Meaning};
pub use label::{place_label, printed_number};
pub use mapping::Mapping;
pub use pasted::{PastedBlock, pasted};
pub use plan::{NewOwn, PartNamed, Plan, Step, UnknownRow, plan};
pub use ratings::{SheetRatings, TableRatings, ratings};
#[cfg(feature = "documents")]
pub(crate) use reading::{Apart, Mark, Markup, Parts, Tag, decoded};
#[cfg(feature = "documents")]
pub use reading::{TableError, read_book};
pub use refused::{Reason, Refused};
pub use rows::NoMatch;
pub use table::{Book, Cell, Doubt, HIDDEN_LISTS, Spot, Table};
pub use unsaid::UnitAsked;
pub use value::Taken;
pub use years::years_of;
