//! Changes that keep JSON what it is, so that most of what the fuzzer tries gets past the parser: one value takes the
//! place of another, is left out, doubled or made extreme. One change in four is libFuzzer's own, byte by byte.

use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Value, json};

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

/// Changes the data in place; returns its new size.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut dice = Dice(u64::from(seed) | 1 << 40);
    let parsed = serde_json::from_slice::<Value>(&data[..size]);
    let (Ok(mut value), true) = (parsed, dice.below(4) > 0) else {
        return fuzzer_mutate(data, size, max_size);
    };
    for _ in 0..=dice.below(3) {
        let taken = node(&mut value, &mut dice).clone();
        let place = node(&mut value, &mut dice);
        match (dice.below(4), place) {
            (0, Value::Array(list)) if !list.is_empty() => drop(list.remove(dice.below(list.len()))),
            (0, Value::Object(members)) if !members.is_empty() => {
                let name = members.keys().nth(dice.below(members.len())).cloned();
                members.shift_remove(&name.unwrap_or_default());
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
    let written = value.to_string();
    if written.len() > max_size {
        return fuzzer_mutate(data, size, max_size);
    }
    data[..written.len()].copy_from_slice(written.as_bytes());
    written.len()
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
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end
    }
}
