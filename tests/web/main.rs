//! What only a browser can answer: storage in IndexedDB, the store that saves by itself, text fields with an input
//! method. Run by wasm-bindgen-test in headless Chromium.
#![cfg(target_family = "wasm")]

mod attachments;
mod bin;
mod desk;
mod field;
mod packs;
mod page;
mod panels;
mod place;
mod route;
mod shelf;
mod storage;
mod store;
mod styles;
mod versions;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
