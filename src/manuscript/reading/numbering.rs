//! The numbers that a word processor puts before paragraphs: counted here, because the file holds only their rule.

use crate::import::{Mark, Markup};
use std::collections::BTreeMap;

/// Levels of a numbering.
const LEVELS: usize = 9;

#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    /// Such as `%1.%2`.
    text: String,
}

#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of each rule, by its id.
    rules: BTreeMap<String, Vec<Level>>,
    /// The rule of each numbering, and where its levels start anew.
    lists: BTreeMap<String, (String, [Option<u32>; LEVELS])>,
    /// How far each rule has come; numberings of one rule go on from each other.
    counted: BTreeMap<String, [Option<u32>; LEVELS]>,
    begun: BTreeMap<String, bool>,
}

impl Numbering {
    pub(super) fn read(xml: &str) -> Numbering {
        let mut numbering = Numbering::default();
        let (mut rule, mut list): (Option<String>, Option<String>) = (None, None);
        let mut at = 0;
        for mark in Markup::new(xml) {
            match mark {
                Mark::Open(tag) => match tag.name {
                    "abstractNum" => {
                        rule = tag.attribute("abstractNumId").map(|id| id.into_owned());
                        if let Some(id) = &rule {
                            numbering.rules.insert(id.clone(), vec![Level::default(); LEVELS]);
                        }
                    }
                    "num" => list = tag.attribute("numId").map(|id| id.into_owned()),
                    "abstractNumId" => {
                        if let (Some(list), Some(of)) = (&list, tag.attribute("val")) {
                            numbering.lists.insert(list.clone(), (of.into_owned(), [None; LEVELS]));
                        }
                    }
                    "lvl" | "lvlOverride" => at = tag.number("ilvl").filter(|at| *at < LEVELS).unwrap_or(LEVELS),
                    "startOverride" => {
                        let starts = list.as_ref().and_then(|list| numbering.lists.get_mut(list));
                        if let Some(start) = starts.and_then(|(_, starts)| starts.get_mut(at)) {
                            *start = tag.number("val");
                        }
                    }
                    name @ ("start" | "numFmt" | "lvlText") => {
                        let levels = rule.as_ref().and_then(|rule| numbering.rules.get_mut(rule));
                        if let Some(level) = levels.and_then(|levels| levels.get_mut(at)) {
                            match name {
                                "start" => level.start = tag.number("val"),
                                "numFmt" => level.format = tag.attribute("val").unwrap_or_default().into_owned(),
                                _ => level.text = tag.attribute("val").unwrap_or_default().into_owned(),
                            }
                        }
                    }
                    _ => {}
                },
                Mark::Close("abstractNum") => rule = None,
                Mark::Close("num") => list = None,
                _ => {}
            }
        }
        numbering
    }

    /// The number of the next paragraph of a list at a level; none where there is no such list, or nothing is shown.
    pub(super) fn next(&mut self, list: &str, at: usize) -> Option<String> {
        let (rule, starts) = self.lists.get(list)?;
        let levels = self.rules.get(rule)?;
        let level = levels.get(at)?;
        let counted = self.counted.entry(rule.clone()).or_insert([None; LEVELS]);
        if !std::mem::replace(self.begun.entry(list.to_owned()).or_default(), true) && starts.iter().any(Option::is_some) {
            *counted = [None; LEVELS];
        }
        let start = |at: usize| starts[at].or(levels[at].start).unwrap_or(1);
        counted[at] = Some(counted[at].map_or(start(at), |number| number.saturating_add(1)));
        for (above, number) in counted.iter_mut().enumerate().take(at) {
            number.get_or_insert(start(above));
        }
        counted[at + 1..].fill(None);
        if level.format == "bullet" {
            return Some("•".to_owned());
        }
        let mut told = level.text.clone();
        for (of, number) in counted.iter().enumerate().take(at + 1) {
            let number = number.unwrap_or(1);
            told = told.replace(&format!("%{}", of + 1), &written(number, &levels[of].format));
        }
        Some(told.trim().to_owned()).filter(|told| !told.is_empty() && level.format != "none")
    }
}

/// A number in one of the forms that lists have; what is not known is written in digits.
fn written(number: u32, format: &str) -> String {
    match format {
        "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "taiwaneseCounting" | "ideographDigital" | "chineseLegalSimplified" => {
            chinese(number)
        }
        "upperLetter" | "lowerLetter" => {
            let first = if format == "upperLetter" { b'A' } else { b'a' };
            let letter = char::from(first + u8::try_from(number.saturating_sub(1) % 26).unwrap_or(0));
            // After z comes aa.
            letter.to_string().repeat((number.saturating_sub(1) / 26 + 1).min(9) as usize)
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32(0x2460 + number - 1).unwrap_or('•').to_string()
        }
        _ => number.to_string(),
    }
}

/// 1 to 99 as 一 to 九十九.
fn chinese(number: u32) -> String {
    let digit = |at: u32| ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"][at as usize % 10];
    match number {
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number - 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number)),
        _ => number.to_string(),
    }
}
