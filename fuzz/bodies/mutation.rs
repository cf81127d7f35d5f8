//! Changes that keep JSON and zips what they are, so that most of what is tried gets past the parser: one value takes the
//! place of another, is left out, doubled or made extreme; one part of a zip is changed and packed again. What remains is
//! changed byte by byte.

use serde_json::{Value, json};
use std::io::{Cursor, Read, Write};

/// What stands where something else should.
fn odd_values() -> Vec<Value> {
    let numbers = [
        json!(0),
        json!(1),
        json!(-1),
        json!(2),
        json!(100),
        json!(101),
        json!(255),
        json!(u32::MAX),
        json!(u64::MAX),
        json!(0.5),
    ];
    let texts = [
        "",
        " ",
        "a",
        "c.i",
        "<b>",
        "https://a",
        "\u{202e}",
        "\u{0}",
        "2026-02-29",
        "manufacturing",
        "service",
        "public_welfare",
        "redistribute",
        "redistribute_in_category",
    ];
    let mut all = vec![json!(null), json!(true), json!(false), json!([]), json!({})];
    all.extend(numbers);
    all.extend(texts.map(Value::from));
    all
}

/// The data changed in its own form; none where it is neither JSON nor a zip, or it is time for a change of bytes.
pub fn formed(data: &[u8], most: usize, seed: u32) -> Option<Vec<u8>> {
    let mut dice = Dice::new(seed);
    if dice.below(4) == 0 {
        return None;
    }
    let changed = match serde_json::from_slice::<Value>(data) {
        Ok(mut value) => {
            json_changed(&mut value, &mut dice);
            value.to_string().into_bytes()
        }
        Err(_) => zip_changed(data, &mut dice)?,
    };
    (changed.len() <= most).then_some(changed)
}

/// The data with some bytes changed, left out, doubled, or put in the place of others.
pub fn bytes(data: &[u8], seed: u32) -> Vec<u8> {
    let mut dice = Dice::new(seed ^ 0x5bd1_e995);
    let mut changed = data.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(changed.len().max(1));
        let end = (at + 1 + dice.below(16)).min(changed.len());
        match dice.below(5) {
            0 if at < end => drop(changed.drain(at..end)),
            1 if at < end => {
                let piece = changed[at..end].to_vec();
                let to = dice.below(changed.len());
                changed.splice(to..to, piece);
            }
            2 => changed.truncate(at.max(1)),
            3 if at < end => changed[at] = [0, 0xff, 0x7f, b'<', b'"', b'9', b'\n', b'&'][dice.below(8)],
            _ if at < end => changed[at] ^= 1 << dice.below(8),
            _ => changed.push(dice.below(256) as u8),
        }
    }
    changed
}

fn json_changed(value: &mut Value, dice: &mut Dice) {
    for _ in 0..=dice.below(3) {
        let taken = node(value, dice).clone();
        let place = node(value, dice);
        match (dice.below(4), place) {
            (0, Value::Array(list)) if !list.is_empty() => drop(list.remove(dice.below(list.len()))),
            (0, Value::Object(members)) if !members.is_empty() => {
                let name = members.keys().nth(dice.below(members.len())).cloned();
                members.remove(&name.unwrap_or_default());
            }
            (1, Value::Array(list)) if !list.is_empty() => {
                let doubled = list[dice.below(list.len())].clone();
                list.insert(dice.below(list.len() + 1), doubled);
            }
            (2, place) => *place = taken,
            (_, place) => {
                let mut odd = odd_values();
                *place = odd.swap_remove(dice.below(odd.len()));
            }
        }
    }
}

/// A zip with one of its parts changed.
fn zip_changed(data: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(data)).ok()?;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let changed = dice.below(archive.len().max(1));
    for at in 0..archive.len().min(50) {
        let file = archive.by_index(at).ok()?;
        let name = file.name().to_owned();
        let mut content = Vec::new();
        file.take(1_000_000).read_to_end(&mut content).ok()?;
        if at == changed {
            let seed = dice.below(1 << 30) as u32;
            content = formed(&content, usize::MAX, seed).unwrap_or_else(|| bytes(&content, seed));
        }
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).ok()?;
        writer.write_all(&content).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

/// A value somewhere inside another one.
fn node<'a>(value: &'a mut Value, dice: &mut Dice) -> &'a mut Value {
    let children = match &*value {
        Value::Array(list) => list.len(),
        Value::Object(members) => members.len(),
        _ => 0,
    };
    if children == 0 || dice.below(8) == 0 {
        return value;
    }
    let at = dice.below(children);
    match value {
        Value::Array(list) => node(&mut list[at], dice),
        Value::Object(members) => match members.values_mut().nth(at) {
            Some(member) => node(member, dice),
            None => unreachable!("the position is below the length"),
        },
        single => single,
    }
}

/// Numbers that look random and follow from the seed (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn new(seed: u32) -> Dice {
        let mut dice = Dice(u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1 << 40);
        dice.below(2);
        dice
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end
    }
}
