//! Reading JSON with places: pointers, members that stand twice, and where text stops being JSON.

use award_kit::json::{NotJson, parse, push, split_last, typed};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[test]
fn pointers_escape_tildes_and_slashes() {
    // Segment, pointer.
    let table = [
        ("a", "/at/a"),
        ("b/c", "/at/b~1c"),
        ("m~n", "/at/m~0n"),
        ("~1", "/at/~01"),
        ("/~", "/at/~1~0"),
        ("", "/at/"),
        ("质量", "/at/质量"),
    ];
    for (segment, pointer) in table {
        assert_eq!(push("/at", segment), pointer);
        assert_eq!(split_last(pointer), Some(("/at", segment.to_owned())));
        let file = json!({ "at": { segment: 1 } });
        assert_eq!(file.pointer(pointer), Some(&json!(1)), "{pointer}");
    }
    assert_eq!(split_last(""), None);
}

#[test]
fn members_that_stand_twice_are_placed() {
    let table: [(&str, &[&str]); 8] = [
        (r#"{"a": 1, "b": 1}"#, &[]),
        (r#"{"a": 1, "a": 1}"#, &["/a"]),
        (r#"{"a": 1, "\u0061": 2}"#, &["/a"]),
        (r#"{"a": 1, "a": 2, "a": 3}"#, &["/a", "/a"]),
        (r#"{"a": [{"b": 1}, {"b": 1, "b": 2}]}"#, &["/a/1/b"]),
        (r#"{"x/y": {"~": 1, "~": 2}}"#, &["/x~1y/~0"]),
        (r#"{"a": {"b": 1, "b": 2}, "a": 3}"#, &["/a/b", "/a"]),
        (r#"[{"": 1, "": 2}]"#, &["/0/"]),
    ];
    for (text, repeated) in table {
        let parsed = parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        assert_eq!(parsed.repeated, repeated, "{text}");
    }
    assert_eq!(parse(r#"{"a": 1, "a": 2}"#).expect("JSON").value, json!({ "a": 1 }), "the first one is kept");
}

#[test]
fn text_that_stops_being_json_is_placed() {
    let table = [
        ("", (1, 0)),
        ("  ", (1, 2)),
        ("{", (1, 1)),
        ("{\"a\": 1,}", (1, 9)),
        ("{\n  \"a\": tru", (2, 10)),
        ("{} {}", (1, 4)),
        ("{}\n\nx", (3, 1)),
        ("[1, 2", (1, 5)),
        ("'a'", (1, 1)),
        ("NaN", (1, 1)),
        ("1e999", (1, 5)),
        ("\"a\u{1}\"", (1, 3)),
        ("\u{feff}{}", (1, 1)),
        ("\"\\ud800\"", (1, 8)),
    ];
    for (text, (line, column)) in table {
        assert_eq!(parse(text), Err(NotJson { line, column }), "{text:?}");
    }
}

#[test]
fn nesting_is_limited() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(parse(&nested(127)).is_ok());
    for depth in [128, 1000, 1_000_000] {
        assert_eq!(parse(&nested(depth)), Err(NotJson { line: 1, column: 128 }), "{depth}");
    }
}

#[test]
fn values_are_read_as_they_stand() {
    let text = r#"{"z": [null, true, -1, 18446744073709551615, 0.5, "é\n\u0000😀"], "a": {}, "m": []}"#;
    let value = parse(text).expect("JSON").value;
    assert_eq!(value, serde_json::from_str::<Value>(text).expect("JSON"));
    assert_eq!(
        value.as_object().expect("an object").keys().collect::<Vec<_>>(),
        ["z", "a", "m"],
        "order is kept"
    );
}

#[derive(Debug, Deserialize)]
struct Shelf {
    #[serde(default)]
    books: Vec<Book>,
    #[serde(default)]
    by_name: BTreeMap<String, Book>,
    #[serde(default)]
    best: Option<Book>,
}

#[derive(Debug, Deserialize)]
struct Book {
    pages: u8,
}

#[test]
fn members_nobody_knows_are_placed() {
    let value = json!({
        "books": [{ "pages": 1 }, { "pages": 2, "colour": "red" }],
        "by_name": { "a/b": { "pages": 3, "~": null } },
        "best": { "pages": 4, "why": { "long": "story" } },
        "owner": "somebody"
    });
    let shelf = typed::<Shelf>(&value).expect("a shelf");
    assert_eq!(shelf.unknown, ["/books/1/colour", "/by_name/a~1b/~0", "/best/why", "/owner"]);
    let pages: u32 = shelf
        .content
        .books
        .iter()
        .chain(shelf.content.by_name.values())
        .chain(&shelf.content.best)
        .map(|book| u32::from(book.pages))
        .sum();
    assert_eq!(pages, 10);
}

#[test]
fn values_of_another_kind_are_placed() {
    let table = [
        (json!({ "books": [{ "pages": 1 }, { "pages": "2" }] }), "/books/1/pages"),
        (json!({ "books": [{ "pages": 256 }] }), "/books/0/pages"),
        (json!({ "books": [{ "pages": -1 }] }), "/books/0/pages"),
        (json!({ "by_name": { "a/b": { "pages": null } } }), "/by_name/a~1b/pages"),
        (json!({ "best": [] }), "/best"),
        (json!({ "books": [[1]] }), "/books/0"),
        (json!({ "books": [{}] }), "/books/0"),
        (json!({ "books": {} }), "/books"),
        (json!(7), ""),
    ];
    for (value, pointer) in table {
        assert_eq!(typed::<Shelf>(&value).expect_err("another kind").pointer, pointer, "{value}");
    }
}
