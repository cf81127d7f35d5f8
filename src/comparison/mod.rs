//! How one assessment stands under several packs: verdict, total and what is new or gone, side by side.
//!
//! Pure; knows no text. Nothing of it is kept.

mod standing;

pub use standing::{Standing, standings};
