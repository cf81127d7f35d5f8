//! What several assessors agree on: their scoring copies gathered, the spread of their ratings, the consensus, and
//! training against a reference.
//!
//! Knows nothing of the text shown, of JSON, of the clock or of the browser.

pub mod statistics;
