#![no_main]

#[path = "../bodies/mod.rs"]
mod bodies;
mod mutation;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { mutation::mutate(data, size, max_size, seed) });
fuzz_target!(|bytes: &[u8]| mutation::of("draft")(bytes));
