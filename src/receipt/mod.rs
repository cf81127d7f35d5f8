//! The receipt: a short code made from what an assessment holds. It is printed on what is handed in, so that paper, document,
//! bundle and assessment can be held against each other later.
//!
//! What gives the same code is, but for chance, the same content: to find another one by trying takes some 2^120 attempts. It
//! proves neither who wrote it nor when, nor that any of it is true; and whoever changes the content can print the code of the
//! changed one. So only a code that lies somewhere else, as on the signed paper, proves anything.
//!
//! Must not know: the text shown, files, storage.

mod code;
mod content;

pub use code::{Receipt, Slip};
pub use content::{Part, receipt};
