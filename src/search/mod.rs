//! Where a word stands: names and texts looked through as people type them, in Chinese, by the first letters of the pinyin, and in
//! English.
//!
//! Knows names and texts only; what can be found and what happens with it is the business of whoever asks.

mod index;
mod initials;

pub use index::{Entry, Found, Index};
pub use initials::{Initials, LETTERS};
