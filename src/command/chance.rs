//! Chance, from the operating system.

use crate::assessment::Identity;
use std::hash::{BuildHasher, RandomState};

/// A freshly drawn name for what is added. The standard library draws the keys of its hash from the system once a program
/// thread, and gives every further one others.
pub(super) fn drawn() -> Identity {
    Identity::from_bits(RandomState::new().hash_one(std::process::id()))
}
