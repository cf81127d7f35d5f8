//! The changes the fuzzer makes: in the form of the data where it has one, else libFuzzer's own.

use crate::bodies::ALL;
use crate::bodies::mutation::formed;
use libfuzzer_sys::fuzzer_mutate;

/// Changes the data in place; returns its new size.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    match formed(&data[..size], max_size, seed) {
        Some(changed) => {
            data[..changed.len()].copy_from_slice(&changed);
            changed.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
}

/// What the target of a name does.
pub fn of(name: &str) -> fn(&[u8]) {
    let body = ALL.iter().find(|(known, _)| *known == name);
    body.unwrap_or_else(|| panic!("no target is called {name}")).1
}
