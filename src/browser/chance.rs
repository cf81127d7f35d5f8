//! Chance, by the browser's source of it.

use crate::assessment::Identity;

/// Random bytes to lock a file with; none where the browser gives none, for then nothing is secret.
pub fn seed() -> Option<Vec<u8>> {
    let mut seed = vec![0; crate::lock::SEED];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut seed).ok()?;
    Some(seed)
}

/// A freshly drawn name for what is added.
pub fn drawn() -> Identity {
    Identity::from_bits(bits())
}

/// 64 bits of which such a name is made.
pub fn bits() -> u64 {
    let mut bits = [0; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bits).is_ok());
    if !filled {
        // Every browser has it; where one refuses, what the page's own generator gives is better than nothing new.
        let half = || ((js_sys::Math::random() * f64::from(u32::MAX)) as u32).to_le_bytes();
        bits[..4].copy_from_slice(&half());
        bits[4..].copy_from_slice(&half());
    }
    u64::from_le_bytes(bits)
}
