//! `src/language/terms.json`, one term for one thing: every text a reader meets is read against the words not to be used.

use crate::spoken::{PLACES, spoken};
use serde_json::Value;

/// A word not to be used.
struct Avoided<'a> {
    tag: &'a str,
    word: &'a str,
    /// What to say.
    term: &'a str,
    /// Where the word is right: parts of texts that hold it.
    right: Vec<&'a str>,
    /// The places it is avoided in; all, where none is named.
    only: Vec<&'a str>,
}

impl Avoided<'_> {
    fn is_in(&self, text: &str) -> bool {
        let text = self
            .right
            .iter()
            .fold(text.to_lowercase(), |text, right| text.replace(&right.to_lowercase(), "\u{1}"));
        let word = self.word.to_lowercase();
        let apart = |mark: Option<char>| self.tag == "zh" || !mark.is_some_and(char::is_alphanumeric);
        text.match_indices(&word)
            .any(|(at, _)| apart(text[..at].chars().next_back()) && apart(text[at + word.len()..].chars().next()))
    }

    fn counts_in(&self, place: &str) -> bool {
        self.only.is_empty() || self.only.contains(&place)
    }
}

fn table() -> Value {
    serde_json::from_str(include_str!("../../src/language/terms.json")).expect("terms.json is JSON")
}

fn terms(table: &Value) -> &Vec<Value> {
    table["terms"].as_array().expect("terms")
}

fn list<'a>(value: &'a Value, name: &str) -> Vec<&'a str> {
    value[name].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn avoided(table: &Value) -> Vec<Avoided<'_>> {
    let mut all = Vec::new();
    for term in terms(table) {
        for not in term["not"].as_array().into_iter().flatten() {
            let tag = if not["zh"].is_string() { "zh" } else { "en" };
            all.push(Avoided {
                tag,
                word: not[tag].as_str().expect("a word"),
                term: term[tag].as_str().expect("a term"),
                right: list(not, "right"),
                only: list(not, "only"),
            });
        }
    }
    all
}

#[test]
fn every_text_says_one_term_for_one_thing() {
    let table = table();
    let avoided = avoided(&table);
    let mut offences = Vec::new();
    for tag in ["zh", "en"] {
        for text in spoken(tag) {
            let counts = |not: &&Avoided<'_>| not.tag == tag && not.counts_in(text.place);
            let found: Vec<String> = avoided
                .iter()
                .filter(counts)
                .filter(|not| not.is_in(&text.text))
                .map(|not| format!("{} (say {})", not.word, not.term))
                .collect();
            if !found.is_empty() {
                offences.push(format!("{}: {found:?} in {:?}", text.at, text.text));
            }
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

#[test]
fn a_word_is_avoided_in_places_there_are() {
    let table = table();
    for not in avoided(&table) {
        assert!(not.only.iter().all(|place| PLACES.contains(place)), "{}: {:?}", not.word, not.only);
    }
}

#[test]
fn every_avoided_word_is_found_where_it_is_planted_and_not_where_it_is_right() {
    let table = table();
    for not in avoided(&table) {
        let planted = if not.tag == "zh" {
            format!("请看{}，再继续。", not.word)
        } else {
            format!("See {}, then go on.", not.word)
        };
        assert!(not.is_in(&planted), "{planted}");
        assert!(not.is_in(&planted.to_uppercase()), "{planted}");
        for right in &not.right {
            assert!(right.to_lowercase().contains(&not.word.to_lowercase()), "{right} does not hold {}", not.word);
            assert!(!not.is_in(right), "{right}");
        }
        if not.tag == "en" {
            assert!(!not.is_in(&format!("in{}ing", not.word)), "{} inside another word", not.word);
        }
    }
}

#[test]
fn no_term_is_an_avoided_word_and_each_stands_once() {
    let table = table();
    let all = terms(&table);
    for (at, term) in all.iter().enumerate() {
        for tag in ["zh", "en"] {
            let said = term[tag].as_str().unwrap_or_else(|| panic!("{term} has no {tag}"));
            let against = avoided(&table).into_iter().find(|not| not.tag == tag && not.is_in(said));
            assert!(against.is_none(), "{said} holds {}", against.map(|not| not.word).unwrap_or_default());
        }
        assert!(all[..at].iter().all(|other| other["zh"] != term["zh"]), "{} twice", term["zh"]);
    }
}
