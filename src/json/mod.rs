//! JSON read so that a fault can be placed, and written again: where the text stops being JSON, which members stand
//! twice, which are of the wrong kind and which nobody knows. Places are JSON pointers (RFC 6901).
//!
//! [`parse`] makes text into a value. A type that implements [`FromJson`] is then read from it by [`typed`], which
//! notes everything amiss instead of stopping at the first fault; one that implements [`ToJson`] is written. Plain
//! structs get both by naming their members once (`from_members!`, `to_members!`).
//!
//! Knows nothing of packs or assessments.

mod by_id;
mod from;
mod members;
mod object;
mod parse;
mod place;
mod pointer;
mod slips;
mod spelling;
mod to;
mod typed;

pub use by_id::ById;
pub use from::FromJson;
#[cfg(feature = "schema")]
pub(crate) use members::serialize_as_written;
pub use members::{Part, set};
pub(crate) use members::{from_members, to_members};
pub use object::Object;
pub use parse::{MAX_DEPTH, NotJson, Parsed, parse};
pub use place::{Elements, Place};
pub(crate) use pointer::segment;
pub use pointer::{push, put, split_last};
pub use slips::{Mended, Slip, SlipKind, mend, number_in};
pub(crate) use spelling::MARK;
pub use spelling::{Scanned, scan, unmarked};
pub use to::ToJson;
pub use typed::{Absent, Typed, WrongKind, typed};
