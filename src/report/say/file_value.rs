//! What stands at a place of an assessment file, as its page shows it: the choice `unit_of_legal_person` by its name, a
//! rating with its percent sign, texts as they are, a whole entry line by line.

use super::figures::band;
use super::file_place::{item, member_label};
use super::judgement::date;
use super::terms::{kind, legal_status, region, self_check};
use super::{confidentiality, evidence_kind, file_size, origin, whose};
use crate::assessment::{Confidentiality, Division, EvidenceKind, LegalStatus, Origin, SelfCheckAnswer, Whose};
use crate::criteria::{Aim, Kind, Pack};
use crate::date::parse_date;
use crate::json::{MARK, segment};
use crate::language::{Language, codes, fill};
use serde_json::{Map, Value};

/// A value by the JSON pointer of its place; empty where nothing is there.
pub fn file_value(pack: &Pack, language: Language, pointer: &str, value: &Value) -> String {
    let parts: Vec<String> = pointer.split('/').skip(1).map(segment).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let teller = Teller { pack, language };
    match value {
        Value::Null => String::new(),
        Value::String(text) => teller.text(&parts, text.trim_start_matches(MARK)),
        Value::Bool(on) => if *on { language.words().answer_yes() } else { language.words().answer_no() }.to_owned(),
        Value::Number(number) => {
            let number = number.as_f64().map_or_else(|| number.to_string(), |number| number.to_string());
            match parts.as_slice() {
                ["items", _, "percent"] | ["targets", _] => [&number, "%"].concat(),
                _ => number,
            }
        }
        Value::Array(list) => {
            let separator = if parts.last() == Some(&"origins") {
                language.words().term_list()
            } else {
                "\n"
            };
            let all: Vec<String> = list.iter().map(|value| file_value(pack, language, pointer, value)).collect();
            all.join(separator)
        }
        Value::Object(members) => teller.object(pointer, &parts, members),
    }
}

#[derive(Clone, Copy)]
struct Teller<'a> {
    pack: &'a Pack,
    language: Language,
}

impl Teller<'_> {
    fn text(self, parts: &[&str], text: &str) -> String {
        let (language, words, pack_words) = (self.language, self.language.words(), self.pack.words(self.language.tag()));
        let known = |name: &str| if name.is_empty() { text.to_owned() } else { name.to_owned() };
        match parts {
            ["organisation", "kind"] => chosen(&Kind::ALL, Kind::word, text).map(|found| kind(language, found).to_owned()),
            ["organisation", "legal_status"] => {
                let status = match text {
                    "legal_person" => Some(LegalStatus::LegalPerson),
                    "unit_of_legal_person" => Some(LegalStatus::UnitOfLegalPerson),
                    "not_legal_person" => Some(LegalStatus::NotLegalPerson),
                    _ => None,
                };
                status.map(|status| legal_status(language, status).to_owned())
            }
            ["organisation", "registration_place"] => Division::parse(text).map(|division| region(language, division)),
            ["organisation", "sector"] => Some(known(pack_words.sector(text))),
            ["eligibility", "edition"] => Some(known(pack_words.edition(text))),
            ["eligibility", "answers", _, "answer"] => Some(
                match text {
                    "met" => words.answer_yes(),
                    "not_met" => words.answer_no(),
                    _ => words.answer_open(),
                }
                .to_owned(),
            ),
            ["eligibility", "self_checks", _, "answer"] => {
                let answer = if text == "clear" { SelfCheckAnswer::Clear } else { SelfCheckAnswer::Applies };
                Some(self_check(language, answer).to_owned())
            }
            ["items", _, "bands", _] => Some(band(language, text)),
            ["own_indicators" | "actions" | "notes", _, "item"] if !text.is_empty() => Some(item(self.pack, language, text)),
            ["own_indicators", _, "direction"] => chosen(&Aim::ALL, Aim::word, text).map(|aim| {
                match aim {
                    Aim::Higher => words.grid_higher(),
                    Aim::Lower => words.grid_lower(),
                    _ => words.grid_range(),
                }
                .to_owned()
            }),
            ["evidence", _, "kind"] => chosen(EvidenceKind::ALL, EvidenceKind::word, text).map(|found| evidence_kind(language, found).to_owned()),
            ["evidence", _, "confidentiality"] => {
                chosen(&Confidentiality::ALL, Confidentiality::word, text).map(|found| confidentiality(language, found).to_owned())
            }
            ["actions", _, "status"] => Some(words.by_code(&codes::PROGRESS, text).to_owned()),
            [.., "whose"] => chosen(&Whose::ALL, Whose::word, text).map(|found| whose(language, found).to_owned()),
            [.., "origins"] => chosen(&Origin::ALL, Origin::word, text).map(|found| origin(language, found).to_owned()),
            [.., "registration_date" | "application_date" | "date" | "valid_until" | "start" | "due" | "day"] => {
                parse_date(text).map(|day| date(language, day))
            }
            _ => None,
        }
        .unwrap_or_else(|| text.to_owned())
    }

    /// What is one value though it has members; else every member on a line with its label.
    fn object(self, pointer: &str, parts: &[&str], members: &Map<String, Value>) -> String {
        let words = self.language.words();
        let number = |name: &str| members.get(name).and_then(Value::as_f64);
        let two = |text: &str, one: (&str, f64), other: (&str, f64)| fill(text, &[(one.0, &one.1.to_string()), (other.0, &other.1.to_string())]);
        match (parts.last(), number("low"), number("high")) {
            (Some(&"target"), Some(low), Some(high)) => return two(words.import_target_between(), ("low", low), ("high", high)),
            (Some(&"target"), ..) => return number("value").map_or_else(String::new, |value| value.to_string()),
            _ => {}
        }
        if let (Some(place), Some(of)) = (number("place"), number("of")) {
            return two(words.import_rank_of(), ("place", place), ("of", of));
        }
        if let (Some(first), Some(count)) = (number("first"), number("count")) {
            return two(words.term_span(), ("from", first), ("to", first + count - 1.0));
        }
        if let (Some(name), Some(size)) = (members.get("name").and_then(Value::as_str), members.get("size").and_then(Value::as_u64)) {
            return [name, " (", &file_size(size), ")"].concat();
        }
        let lines = members.iter().filter_map(|(name, value)| {
            let inner = crate::json::push(pointer, name);
            let told = file_value(self.pack, self.language, &inner, value);
            let section = parts.first().copied().unwrap_or_default();
            let label = self.label(section, parts, name);
            (!told.is_empty()).then(|| fill(words.term_within(), &[("whole", &label), ("part", &told)]))
        });
        lines.collect::<Vec<String>>().join("\n")
    }

    fn label(self, section: &str, parts: &[&str], name: &str) -> String {
        match (parts.last(), name) {
            (Some(&"values" | &"gaps"), year) => fill(self.language.words().member_year(), &[("year", year)]),
            (Some(&"benchmark"), "name") => self.language.words().grid_benchmark_name().to_owned(),
            (_, "gaps") => self.language.words().member_gaps().to_owned(),
            (_, "figures") => self.language.words().grid_title().to_owned(),
            _ => member_label(self.language, section, name),
        }
    }
}

/// The choice that stands in files by a word.
fn chosen<T: Copy>(all: &[T], word: fn(T) -> &'static str, written: &str) -> Option<T> {
    all.iter().copied().find(|one| word(*one) == written)
}
