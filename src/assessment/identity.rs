//! What an entry is called in files: an own indicator, an action, an incident, a controlled unit, a note, a piece of evidence. Two places that know
//! nothing of each other never give the same, and none is given again once its entry is gone.
//!
//! Knows no source of chance: whoever adds an entry brings the bits.

use super::record::{Text, text};

/// 32 letters and digits that are not taken for each other.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 13 of them hold 64 bits.
const LENGTH: usize = 13;

/// A freshly drawn name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity(u64);

impl Identity {
    /// From 64 random bits.
    pub const fn from_bits(bits: u64) -> Identity {
        Identity(bits)
    }

    /// As it stands in a file: 0 after `action-` is `action-0000000000000`.
    pub fn after(self, stem: &str) -> Text {
        let letter = |at: usize| char::from(LETTERS[(self.0 >> (5 * (LENGTH - 1 - at)) & 31) as usize]);
        let mut written = String::from(stem);
        written.extend((0..LENGTH).map(letter));
        text(written)
    }

    /// Further ones, for several entries that are added at once (SplitMix64, Steele, Lea and Flood 2014).
    pub fn further(self) -> impl Iterator<Item = Identity> {
        let mut state = self.0;
        std::iter::repeat_with(move || {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            Identity(mixed ^ (mixed >> 31))
        })
    }

    /// What an entry is called that is added: what it brings where that is free, as entries from elsewhere do, else this one,
    /// and where that was given already, the next.
    pub(super) fn of_new(self, stem: &str, brought: &Text, is_taken: &dyn Fn(&str) -> bool) -> Text {
        if !brought.is_empty() && !is_taken(brought) {
            return brought.clone();
        }
        let mut all = std::iter::once(self).chain(self.further()).map(|identity| identity.after(stem));
        all.find(|id| !is_taken(id)).unwrap_or_default()
    }

    /// Whether an id was made here; those of older kits count: `action-1`.
    pub fn is_written(id: &str, stem: &str) -> bool {
        let drawn = id.strip_prefix(stem);
        drawn.is_some_and(|drawn| drawn.len() == LENGTH && drawn.bytes().all(|letter| LETTERS.contains(&letter)))
    }
}
