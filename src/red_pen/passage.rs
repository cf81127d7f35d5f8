//! A text of the report as the rules read it: characters of one width, sentences with the language each is written in, and which of
//! them name evidence.

use super::words::{Tongue, Words};
use crate::assessment::{Field, Manner, NumberIndex};
use crate::criteria::ItemSlot;
use crate::findings::{characters, sentences};
use std::ops::Range;

/// What a text is an answer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Approach,
    Deployment,
    Learning,
    Integration,
    Level,
    Trend,
    Comparison,
    /// A factor that is none of these.
    Other,
    Strengths,
    Opportunities,
    /// The organisation profile.
    Profile,
}

impl Part {
    /// The factor of that id in a rubric.
    pub(super) fn of_factor(id: &str) -> Part {
        let known = [
            Part::Approach,
            Part::Deployment,
            Part::Learning,
            Part::Integration,
            Part::Level,
            Part::Trend,
            Part::Comparison,
        ];
        known.into_iter().find(|part| part.factor() == Some(id)).unwrap_or(Part::Other)
    }

    /// The id of the factor it is in a rubric; none where it is no factor that has a name here.
    pub const fn factor(self) -> Option<&'static str> {
        match self {
            Part::Approach => Some("approach"),
            Part::Deployment => Some("deployment"),
            Part::Learning => Some("learning"),
            Part::Integration => Some("integration"),
            Part::Level => Some("level"),
            Part::Trend => Some("trend"),
            Part::Comparison => Some("comparison"),
            _ => None,
        }
    }
}

/// One sentence of a passage.
pub(super) struct Sentence {
    pub range: Range<usize>,
    /// None where it holds no words, such as a line of figures.
    pub tongue: Option<Tongue>,
    /// It names evidence, inside or in brackets right behind it.
    pub proven: bool,
}

/// One text. Places in it are those of [`Passage::cased`] and [`Passage::plain`], which are the same in both.
pub(super) struct Passage {
    pub place: Field,
    pub part: Part,
    /// None in the profile.
    pub item: Option<ItemSlot>,
    /// As it was written, with digits, letters and signs of one width.
    pub cased: String,
    /// The same in small letters, without what is quoted: titles, mottoes and names judge nobody.
    pub plain: String,
    pub sentences: Vec<Sentence>,
    /// The language of most of it.
    pub tongue: Option<Tongue>,
    /// In 字数.
    pub length: usize,
    /// From which place on how many bytes more were written, upwards.
    shifts: Vec<(usize, usize)>,
    written: usize,
}

impl Passage {
    pub fn of(place: Field, part: Part, item: Option<ItemSlot>, text: &str, index: &NumberIndex<'_>) -> Passage {
        let (cased, shifts) = of_one_width(text);
        let mentions: Vec<usize> = index.mentions(&cased, Manner::Prose).into_iter().map(|mention| mention.place.start).collect();
        let sentence = |range: Range<usize>| Sentence {
            tongue: Tongue::of(&cased[range.clone()]),
            proven: mentions.iter().any(|place| range.contains(place)),
            range,
        };
        let found = sentences(&cased, &mentions).into_iter().filter(|range| !cased[range.clone()].trim().is_empty());
        let sentences: Vec<Sentence> = found.map(sentence).collect();
        Passage {
            place,
            part,
            item,
            plain: unquoted(&cased),
            sentences,
            tongue: Tongue::of(&cased),
            length: characters(&cased),
            shifts,
            written: text.len(),
            cased,
        }
    }

    /// A place as it was written.
    pub fn written(&self, range: Range<usize>) -> Range<usize> {
        let before = |at: usize| self.shifts.iter().take_while(|(from, _)| *from <= at).last().map_or(0, |(_, more)| *more);
        let place = |at: usize| (at + before(at)).min(self.written);
        place(range.start)..place(range.end).max(place(range.start))
    }

    /// The text without blanks around it.
    pub fn whole(&self) -> Range<usize> {
        trimmed(&self.cased, 0..self.cased.len())
    }

    /// The first of some words in a sentence, by the language it is written in.
    pub fn first(&self, sentence: &Sentence, words: &Words) -> Option<Range<usize>> {
        let found = words.first(sentence.tongue?, &self.plain[sentence.range.clone()])?;
        Some(found.start + sentence.range.start..found.end + sentence.range.start)
    }

    /// Whether some words may stand in it at all: told at once for the whole text, before its sentences are looked at one by one.
    pub fn may_have(&self, words: &Words) -> bool {
        words.may_be_in(&self.plain)
    }

    /// Whether one of some words stands in any of its sentences.
    pub fn has(&self, words: &Words) -> bool {
        self.sentences.iter().any(|sentence| self.first(sentence, words).is_some())
    }
}

/// A place without the blanks around it.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..(start + part.trim().len())
}

/// Digits, letters, full stops and per-cent signs of the full width as narrow ones, blanks of every kind as one, and nothing of what
/// nobody sees. With it from which place on how many bytes more were written.
fn of_one_width(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut out = String::with_capacity(text.len());
    let mut shifts = Vec::new();
    for (at, sign) in text.char_indices() {
        let narrow = match sign {
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '．' => char::from_u32(u32::from(sign) - 0xfee0),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
            sign if sign.is_whitespace() => Some(' '),
            sign => Some(sign),
        };
        if at != out.len() + shifts.last().map_or(0, |(_, more)| *more) {
            shifts.push((out.len(), at - out.len()));
        }
        out.extend(narrow);
    }
    if text.len() != out.len() + shifts.last().map_or(0, |(_, more)| *more) {
        shifts.push((out.len(), text.len() - out.len()));
    }
    (out, shifts)
}

/// The longest quotation, in bytes.
const LONGEST_QUOTE: usize = 240;
const QUOTES: [(char, char); 4] = [('“', '”'), ('《', '》'), ('「', '」'), ('〈', '〉')];

/// In small letters, with as many blanks where something is quoted.
fn unquoted(cased: &str) -> String {
    let mut out = String::with_capacity(cased.len());
    let mut at = 0;
    while let Some(sign) = cased[at..].chars().next() {
        let quoted = QUOTES.iter().find(|(open, _)| *open == sign).and_then(|(_, close)| {
            let end = cased[at..].find(*close)? + close.len_utf8();
            (end <= LONGEST_QUOTE && !cased[at..at + end].contains('\n')).then_some(end)
        });
        match quoted {
            Some(length) => {
                out.extend(std::iter::repeat_n(' ', length));
                at += length;
            }
            None => {
                out.push(sign.to_ascii_lowercase());
                at += sign.len_utf8();
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{of_one_width, unquoted};

    #[test]
    fn what_is_read_leads_back_to_what_was_written() {
        for text in ["合格率９８.６％，提高", "\u{200b}a\u{200b}bＣ\u{3000}d", "", "９", "完\u{feff}"] {
            let passage = super::Passage::of(
                crate::assessment::Field::Profile(crate::assessment::ProfileText::Environment),
                super::Part::Profile,
                None,
                text,
                &crate::assessment::NumberIndex::of(&crate::assessment::EvidenceRegister::default()),
            );
            for (start, _) in passage.cased.char_indices() {
                let written = passage.written(start..passage.cased.len());
                let rest = &text[written];
                let (again, _) = of_one_width(rest);
                assert_eq!(again, passage.cased[start..], "{text:?} from {start}");
            }
        }
    }

    #[test]
    fn what_is_quoted_is_blank_and_takes_as_much_room() {
        let read = unquoted("愿景为“一流”，《A》和 B");
        assert_eq!(read.len(), "愿景为“一流”，《A》和 B".len());
        assert_eq!(read.split_whitespace().collect::<String>(), "愿景为，和b");
        assert_eq!(unquoted("没有“结束"), "没有“结束");
    }
}
