//! Reading JSON with places: pointers, members that stand twice, where text stops being JSON, and every value of another
//! kind than a type asks for.

use award_kit::json::{Absent, ById, FromJson, MAX_DEPTH, NotJson, Place, Typed, WrongKind, parse, push, split_last, typed};
use serde_json::{Value, json};

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
        ("1e", (1, 2)),
        ("\"a\u{1}\"", (1, 3)),
        ("\u{feff}{}", (1, 1)),
    ];
    for (text, (line, column)) in table {
        assert_eq!(parse(text), Err(NotJson { line, column }), "{text:?}");
    }
}

/// It is JSON, and beyond any double: a place that asks for a number refuses it, and one that asks for nothing keeps it.
#[test]
fn a_number_larger_than_any_double_is_json() {
    let parsed = parse("[1e999, -1e999]").expect("JSON");
    assert_eq!(parsed.value.to_string(), "[1e+999,-1e+999]");
    assert_eq!(parsed.value[0].as_f64(), None);
    // What the library gives numbers as is no name of a member.
    let odd = r#"{"$serde_json::private::Number":"5"}"#;
    assert_eq!(parse(odd).expect("JSON").value.to_string(), odd);
    let escaped = odd.replace('$', "\\u0024");
    assert_eq!(parse(&escaped).expect("JSON").value.to_string(), odd);
}

#[test]
fn nesting_is_limited() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(parse(&nested(MAX_DEPTH)).is_ok());
    for depth in [MAX_DEPTH + 1, 1000, 1_000_000] {
        let error = parse(&nested(depth)).expect_err("too deep");
        assert_eq!((error.line, error.column.abs_diff(MAX_DEPTH) <= 2), (1, true), "{depth}: {error:?}");
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

#[derive(Debug)]
struct Shelf {
    books: Vec<Book>,
    by_name: ById<Book>,
    best: Option<Book>,
}

#[derive(Debug)]
struct Book {
    pages: u8,
    cover: Cover,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Cover {
    Hard,
    Soft,
}

impl FromJson for Shelf {
    fn from_json(place: Place<'_>) -> Shelf {
        let mut shelf = place.object();
        Shelf {
            books: shelf.member("books"),
            by_name: shelf.place("by_name").if_there().map(ById::from_json).unwrap_or_default(),
            best: shelf.member("best"),
        }
    }
}

impl FromJson for Book {
    fn from_json(place: Place<'_>) -> Book {
        let mut book = place.object();
        Book {
            pages: book.member("pages"),
            cover: book.place("cover").choice(&[("hard", Cover::Hard), ("soft", Cover::Soft)]),
        }
    }
}

fn shelf(value: &Value) -> Typed<Shelf> {
    typed(value, Absent::Wrong)
}

#[test]
fn a_value_that_fits_is_read_and_members_nobody_knows_are_placed() {
    let value = json!({
        "books": [{ "pages": 1, "cover": "soft" }, { "pages": 2, "cover": "hard", "colour": "red" }],
        "by_name": { "a/b": { "pages": 3, "cover": "hard", "~": null } },
        "best": { "pages": 255, "cover": "hard", "why": { "long": "story" } },
        "owner": "somebody"
    });
    let read = shelf(&value);
    assert_eq!(read.wrong, []);
    assert_eq!(read.unknown, ["/books/1/colour", "/by_name/a~1b/~0", "/best/why", "/owner"]);
    let shelf = read.content.expect("a shelf");
    let pages: Vec<u8> = shelf
        .books
        .iter()
        .chain(shelf.by_name.0.iter().map(|(_, book)| book))
        .chain(&shelf.best)
        .map(|book| book.pages)
        .collect();
    assert_eq!(pages, [1, 2, 3, 255]);
    assert_eq!(shelf.books[0].cover, Cover::Soft);
    assert_eq!(shelf.by_name.get("a/b").map(|book| book.cover), Some(Cover::Hard));
}

fn wrong(pointer: &str, given: &str, wanted: &str) -> WrongKind {
    let [pointer, given, wanted] = [pointer, given, wanted].map(String::from);
    WrongKind { pointer, given, wanted }
}

#[test]
fn values_of_another_kind_are_placed_and_say_what_should_stand_there() {
    let book = |pages: Value| json!({ "books": [{ "pages": pages, "cover": "hard" }] });
    let pages = |given: &str| wrong("/books/0/pages", given, "0–255");
    let table = [
        (book(json!("2")), pages("\"2\"")),
        (book(json!(256)), pages("256")),
        (book(json!(-1)), pages("-1")),
        (book(json!(2.5)), pages("2.5")),
        (book(json!(null)), pages("null")),
        (book(json!([2])), pages("[…]")),
        (book(json!({})), pages("{…}")),
        (
            json!({ "books": [{ "pages": 1, "cover": "torn" }] }),
            wrong("/books/0/cover", "\"torn\"", "hard, soft"),
        ),
        (json!({ "books": [{ "pages": 1, "cover": 1 }] }), wrong("/books/0/cover", "1", "hard, soft")),
        (json!({ "books": [{ "cover": "hard" }] }), wrong("/books/0", "{…}", "{\"pages\": …}")),
        (json!({ "books": [[1, "hard"]] }), wrong("/books/0", "[…]", "{…}")),
        (json!({ "books": {} }), wrong("/books", "{…}", "[…]")),
        (json!({ "books": null }), wrong("/books", "null", "[…]")),
        (json!({ "books": [], "best": [] }), wrong("/best", "[…]", "{…}")),
        (json!({ "books": [], "by_name": ["a"] }), wrong("/by_name", "[…]", "{…}")),
        (json!({ "books": [], "by_name": { "a/b": null } }), wrong("/by_name/a~1b", "null", "{…}")),
        (json!({}), wrong("", "{…}", "{\"books\": …}")),
        (json!(7), wrong("", "7", "{…}")),
    ];
    for (value, expected) in table {
        let read = shelf(&value);
        assert_eq!(read.wrong, [expected], "{value}");
        assert!(read.content.is_none(), "{value}");
    }
}

#[test]
fn everything_amiss_is_noted_in_one_pass() {
    let value = json!({
        "books": [{ "pages": "1", "cover": "torn", "colour": "red" }, 7, { "pages": 1 }],
        "best": { "pages": 1, "cover": "hard", "why": null }
    });
    let read = shelf(&value);
    let places: Vec<&str> = read.wrong.iter().map(|wrong| wrong.pointer.as_str()).collect();
    assert_eq!(places, ["/books/0/pages", "/books/0/cover", "/books/1", "/books/2"]);
    assert_eq!(read.unknown, ["/books/0/colour", "/best/why"]);
}

#[test]
fn a_member_that_is_not_there_takes_its_default_where_that_is_allowed() {
    let value = json!({ "books": [{}], "best": null });
    let read: Typed<Shelf> = typed(&value, Absent::Default);
    let shelf = read.content.expect("a shelf");
    assert_eq!((shelf.books[0].pages, shelf.books[0].cover), (0, Cover::Hard));
    assert!(shelf.best.is_none());
    let null: Typed<Shelf> = typed(&json!({ "books": null }), Absent::Default);
    assert_eq!(null.wrong, [wrong("/books", "null", "[…]")], "null is not the absence of a member");
}

#[test]
fn a_file_of_nothing_but_faults_does_not_fill_the_memory() {
    let read: Typed<Vec<u8>> = typed(&Value::Array(vec![json!("x"); 100_000]), Absent::Wrong);
    assert_eq!(read.wrong.len(), 100);
}
