//! What the code is made of: the assessment as its file has it, in a form that does not depend on how the file was written.
//!
//! Members are in the order of their names, and what is empty is not there. Not in it is what goes on after a submission was handed in
//! (improvement plan, road to the award, rules that are turned off), what the criteria do not know, and the version of the format.

use super::code::Receipt;
use crate::archive::{Project, to_value};
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::order;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// What stands before everything that is hashed: another way of making the code would be another number.
const MADE: &str = "award-kit.receipt 1";

/// A part of the content that has characters of its own in the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The profile, controlled units, and whether it is an invented example.
    Organisation,
    /// The criteria by id and edition, and what was answered to the conditions.
    Conditions,
    /// Answers to items with the evidence they name.
    Answers,
    /// Ratings, bands, strengths, opportunities, remarks, plain facts and the reference line.
    Ratings,
    /// Figures and the evidence register with the hashes of its files.
    Figures,
}

impl Part {
    /// All parts, in the order of the code.
    pub const ALL: [Part; 5] = [Part::Organisation, Part::Conditions, Part::Answers, Part::Ratings, Part::Figures];

    /// The code looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            Part::Organisation => "organisation",
            Part::Conditions => "conditions",
            Part::Answers => "answers",
            Part::Ratings => "ratings",
            Part::Figures => "figures",
        }
    }
}

/// Members of an item that are its answers; all others judge them.
const ANSWERS: [&str; 2] = ["answers", "evidence"];
/// Members of the file that are in no part.
const LEFT_OUT: [&str; 8] = ["format", "version", "actions", "targets", "road", "incidents", "rules_off", "notes"];

/// The receipt of an assessment. The same content gives the same code on every machine, whatever language it is shown in.
pub fn receipt(pack: &Pack, assessment: &Assessment) -> Receipt {
    let file = to_value(&Project::new(assessment.clone()), pack);
    let mut contents = Part::ALL.map(|_| String::new());
    if let Value::Object(members) = &file {
        for (name, value) in sorted(members) {
            match name.as_str() {
                name if LEFT_OUT.contains(&name) => {}
                "pack" => some(&mut contents[Part::Conditions as usize], name, value, |name| name != "hash"),
                "items" => {
                    for (id, item) in sorted_of(value) {
                        some(&mut contents[Part::Answers as usize], id, item, |name| ANSWERS.contains(&name));
                        some(&mut contents[Part::Ratings as usize], id, item, |name| !ANSWERS.contains(&name));
                    }
                }
                _ => {
                    some(&mut contents[part_of(name) as usize], name, value, |_| true);
                }
            }
        }
    }
    let hashes = Part::ALL.map(|part| Sha256::digest([MADE, " ", part.code(), "\n", &contents[part as usize]].concat()));
    let mut whole = Sha256::new();
    whole.update(MADE);
    hashes.iter().for_each(|hash| whole.update(hash));
    Receipt::of(&whole.finalize(), hashes.each_ref().map(|hash| hash.as_slice()))
}

/// The part of a member of the file that is neither criteria nor items.
fn part_of(name: &str) -> Part {
    match name {
        "organisation" | "units" | "fictional" => Part::Organisation,
        "eligibility" => Part::Conditions,
        "reference_points" => Part::Ratings,
        _ => Part::Figures,
    }
}

/// Writes a member with some of its members; nothing where that leaves it empty.
fn some(out: &mut String, name: &str, value: &Value, wanted: impl Fn(&str) -> bool) {
    let before = out.len();
    text(out, name);
    let written = match value {
        Value::Object(members) => object(out, members, wanted),
        value => put(out, value),
    };
    if !written {
        out.truncate(before);
    }
}

/// Writes a value so that no two different ones read alike; false where it is empty.
fn put(out: &mut String, value: &Value) -> bool {
    match value {
        Value::Null => return false,
        Value::String(written) if written.is_empty() => return false,
        Value::String(written) => text(out, written),
        Value::Bool(flag) => out.push(if *flag { '+' } else { '-' }),
        Value::Number(number) => {
            out.push('#');
            text(out, &number.to_string());
        }
        Value::Array(list) if list.is_empty() => return false,
        Value::Array(list) => {
            out.push('[');
            for one in list {
                if !put(out, one) {
                    out.push('.');
                }
            }
            out.push(']');
        }
        Value::Object(members) => return object(out, members, |_| true),
    }
    true
}

fn object(out: &mut String, members: &Map<String, Value>, wanted: impl Fn(&str) -> bool) -> bool {
    out.push('{');
    let begun = out.len();
    for (name, value) in sorted(members) {
        let before = out.len();
        text(out, name);
        if !wanted(name) || !put(out, value) {
            out.truncate(before);
        }
    }
    let written = out.len() > begun;
    out.push('}');
    written
}

/// A text with its length before it, so that nothing in it is taken for a mark.
fn text(out: &mut String, written: &str) {
    out.push_str(&written.len().to_string());
    out.push(':');
    out.push_str(written);
}

fn sorted(members: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut all: Vec<(&String, &Value)> = members.iter().collect();
    order::sort_by(&mut all, |(one, _), (other, _)| one.cmp(other));
    all
}

fn sorted_of(value: &Value) -> Vec<(&String, &Value)> {
    value.as_object().map_or_else(Vec::new, sorted)
}
