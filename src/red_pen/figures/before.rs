//! What stands before a number: the name it belongs to, and what is said of years between both.

use super::context::{Years, years_at_end};
use super::grammar::Reader;
use super::names::is_measure;
use crate::red_pen::words::{Tongue, is_han};
use std::ops::Range;

/// What may stand between a name and its number, the longer first.
const BETWEEN_ZH: &str = "分别达到|分别为|提高到|提升到|缩短到|下降到|增加到|提高至|提升至|分别|达到|升至|降至|增至|降到|近 3 年|3 年|三年|为|达|约|是|：| ";
const BETWEEN_EN: &str = " was| were| is| of| at| reached| stood| rose| fell| grew| increased| decreased| improved| declined| dropped| went| about|:| ";
const FROM_ZH: [&str; 2] = ["由", "从"];
const FROM_EN: &str = " from";
/// Money before a number.
pub(super) const MONEY: [&str; 5] = ["rmb", "cny", "¥", "￥", "人民币"];
/// What may stand right before a name that is said of the whole organisation.
const LEADS_ZH: &str = "年|年末|年度|的|公司|企业|本公司|本组织|全年|全公司|总体|整体|综合|其|使|将|累计|实现|完成|和|与|及";
const LEADS_EN: &str = "the|its|our|and|of|overall|total|company|company's|with|while|yearly|annual|that|year|whose|whole|but";
/// The shortest and the longest name of one that is not in the table, in characters of Chinese and words of English; a shorter one, such as
/// 按期完成率, is said of many things.
const LEAST: usize = 6;
const LEAST_WORDS: usize = 3;
const LONGEST: usize = 14;
const MOST_WORDS: usize = 4;
/// Where an English phrase ends.
const MARKS: [char; 13] = ['，', '。', '；', '、', '：', '（', '）', ',', ';', ':', '(', ')', '—'];

/// What stands before a number: the name it belongs to, the years between both, and the manner.
pub(super) struct Before {
    pub name: Range<usize>,
    pub known: Option<usize>,
    pub years: Option<Years>,
    pub from: bool,
    pub money: bool,
}

impl Reader<'_> {
    /// What stands before a number, back to the name it belongs to.
    pub(super) fn before(&self, at: usize) -> Option<Before> {
        let text = &self.text()[self.sentence.range.start..at];
        let (mut rest, mut years, mut from, mut money) = (text, None, false, false);
        let between = if self.tongue == Tongue::Chinese { BETWEEN_ZH } else { BETWEEN_EN };
        loop {
            if let Some(left) = MONEY.iter().find_map(|sign| rest.trim_end_matches(' ').strip_suffix(sign)) {
                (rest, money) = (left, true);
            } else if let Some((found, left)) = years_at_end(rest, self.tongue).filter(|_| years.is_none()) {
                (years, rest) = (Some(found), left);
            } else if let Some(left) = self.strip_from(rest).filter(|_| !from) {
                (rest, from) = (left, true);
            } else if self.known_at_end(rest).is_some() {
                break;
            } else if let Some(left) = between.split('|').find_map(|word| rest.strip_suffix(word)) {
                rest = left;
            } else {
                break;
            }
        }
        let known = self.known_at_end(rest);
        let start = match known {
            Some((start, _)) => start,
            None => self.called_at_end(rest)?,
        };
        let offset = self.sentence.range.start;
        Some(Before {
            name: offset + start..offset + rest.len(),
            known: known.map(|(_, at)| at),
            years,
            from,
            money,
        })
    }

    fn strip_from<'t>(&self, text: &'t str) -> Option<&'t str> {
        match self.tongue {
            Tongue::Chinese => FROM_ZH.iter().find_map(|word| text.trim_end_matches(' ').strip_suffix(word)),
            Tongue::English => text.trim_end_matches(' ').strip_suffix(FROM_EN),
        }
    }

    /// The name of a figure of the table, said of the whole organisation.
    fn known_at_end(&self, text: &str) -> Option<(usize, usize)> {
        let (start, at) = self.figures.name_at_end(text)?;
        let before = &text[..start];
        let plain = match self.tongue {
            Tongue::Chinese => {
                let run = before.trim_end_matches(is_han);
                let run = &before[run.len()..];
                run.is_empty() || LEADS_ZH.split('|').any(|lead| run.ends_with(lead))
            }
            Tongue::English => {
                let word = before.trim_end().rsplit([' ', '(']).next().unwrap_or_default();
                word.is_empty()
                    || LEADS_EN.split('|').any(|lead| lead == word)
                    || word.ends_with([',', ';', ':', '.', '–', '—'])
                    || word.bytes().all(|byte| byte.is_ascii_digit())
            }
        };
        plain.then_some((start, at))
    }

    /// The name of something that is measured, which the table does not have: where it begins.
    fn called_at_end(&self, text: &str) -> Option<usize> {
        let phrase = match self.tongue {
            Tongue::Chinese => {
                let run = &text[text.trim_end_matches(is_han).len()..];
                let run = LEADS_ZH
                    .split('|')
                    .filter(|lead| lead.chars().count() > 1 || *lead == "年" || *lead == "的")
                    .fold(run, |run, lead| run.strip_prefix(lead).unwrap_or(run));
                (LEAST..=LONGEST).contains(&run.chars().count()).then_some(run)?
            }
            Tongue::English => {
                let from = text.rfind(MARKS).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
                let mut phrase = text[from..].trim_start();
                for lead in LEADS_EN.split('|') {
                    phrase = phrase.strip_prefix(lead).and_then(|rest| rest.strip_prefix(' ')).unwrap_or(phrase);
                }
                let words = phrase.split(' ').count();
                let letters = phrase.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-'));
                ((LEAST_WORDS..=MOST_WORDS).contains(&words) && letters).then_some(phrase)?
            }
        };
        is_measure(phrase).then(|| text.len() - phrase.len())
    }
}
