//! Tables: what a file is its first bytes say, so that one target reads workbooks of every kind, web pages and delimited text.

use super::assessments::PACK;
use super::told;
use award_kit::archive::Project;
use award_kit::assessment::Identity;
use award_kit::import::{Book, Mapping, plan, read_book};
use award_kit::language::Language;
use std::hint::black_box;

/// What is read fits the limits, goes over to the page and back as the same, and can be planned and taken.
pub fn import(bytes: &[u8]) {
    let book = match read_book(bytes) {
        Ok(book) => book,
        Err(error) => return Language::ALL.iter().for_each(|language| told(&error.sentence(*language))),
    };
    let text = book.to_json();
    let again = Book::from_json(&text).expect("what the worker sends is read by the page");
    assert_eq!(again.to_json(), text);
    let mappings = book.tables.iter().map(|table| Some(Mapping::guess(table)).filter(Mapping::is_usable));
    let mappings: Vec<Option<Mapping>> = mappings.collect();
    let blank = Project::blank(&PACK).assessment;
    let plan = plan(&PACK, &blank, &book, &mappings);
    black_box(plan.action(true, Identity::from_bits(7)).apply(&blank));
}
