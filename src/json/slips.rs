//! What an editor's hand does to JSON: quotation marks, colons and commas of a Chinese keyboard, digits of full width, spaces
//! that are none, a comma too many or too few. A reader that goes on after such a slip notes each with its place and
//! writes the text as it was meant; it stops where that is not certain.

use super::parse::MAX_DEPTH;
use super::push;
use std::ops::Range;

/// The most slips that are noted with their places.
const MOST: usize = 1000;

/// One slip; line and column count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    pub line: usize,
    pub column: usize,
    pub kind: SlipKind,
}

/// What is the matter at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// A quotation mark that is not the straight one.
    Quote(char),
    /// Another sign of full width, and the one that is meant.
    Sign(char, char),
    /// A digit of full width, or a sign of a number.
    Digit(char, char),
    /// A space that is none in JSON, or a sign nobody sees.
    Space(char),
    /// A comma is missing after what ends here.
    CommaMissing,
    /// A comma with nothing after it.
    CommaLeft,
    /// A text that begins here is not closed in its line.
    Unclosed,
    /// A character that cannot stand here; what is meant is not certain.
    Odd(char),
    /// The text ends before it is whole.
    Ends,
}

/// A text that was read through.
#[derive(Debug)]
pub struct Mended {
    /// As it was meant, where [`is_certain`](Mended::is_certain).
    pub text: String,
    pub slips: Vec<Slip>,
    /// Whether the text could be read to its end.
    certain: bool,
    /// Texts that are nothing but a number, by pointer, with their place in `text`.
    numbers: Vec<(String, Range<usize>)>,
}

impl Mended {
    /// Whether there is no doubt what was meant.
    pub fn is_certain(&self) -> bool {
        self.certain
    }

    /// The text with the numbers at some pointers without their quotation marks; the pointers of other things change
    /// nothing.
    pub fn with_numbers(&self, pointers: &[&str]) -> String {
        let mut whole = self.text.clone();
        for (pointer, place) in self.numbers.iter().rev() {
            if pointers.contains(&pointer.as_str()) {
                let number: String = whole[place.clone()]
                    .trim_matches('"')
                    .trim()
                    .chars()
                    .map(|sign| plain_digit(sign).unwrap_or(sign))
                    .collect();
                whole.replace_range(place.clone(), &number);
            }
        }
        whole
    }
}

/// Reads a text through.
pub fn mend(text: &str) -> Mended {
    let mut reader = Reader {
        rest: text,
        line: 1,
        column: 1,
        out: String::with_capacity(text.len()),
        slips: Vec::new(),
        numbers: Vec::new(),
    };
    let read = reader.value("", 0).and_then(|()| reader.end());
    Mended {
        text: reader.out,
        slips: reader.slips,
        certain: read.is_some(),
        numbers: reader.numbers,
    }
}

/// The number that a text stands for: `60`, also in digits of full width; none where it is anything else.
pub fn number_in(text: &str) -> Option<String> {
    let plain: String = text.trim().chars().map(|sign| plain_digit(sign).unwrap_or(sign)).collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (are_digits(whole) && are_digits(part) && (whole.len() == 1 || !whole.starts_with('0'))).then_some(plain)
}

/// Reads on and writes what is meant; none as soon as that is not certain, and why is noted.
struct Reader<'a> {
    rest: &'a str,
    line: usize,
    column: usize,
    out: String,
    slips: Vec<Slip>,
    numbers: Vec<(String, Range<usize>)>,
}

impl Reader<'_> {
    fn next(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Goes past a character without writing it.
    fn skip(&mut self) {
        if let Some(character) = self.next() {
            self.rest = &self.rest[character.len_utf8()..];
            if character == '\n' {
                (self.line, self.column) = (self.line + 1, 1);
            } else {
                self.column += 1;
            }
        }
    }

    /// Goes past a character and writes it.
    fn copy(&mut self) {
        self.out.extend(self.next());
        self.skip();
    }

    fn note(&mut self, kind: SlipKind) {
        self.note_at(self.line, self.column, kind);
    }

    fn note_at(&mut self, line: usize, column: usize, kind: SlipKind) {
        if self.slips.len() < MOST {
            self.slips.push(Slip { line, column, kind });
        }
    }

    /// Gives up at the next character.
    fn stop(&mut self) -> Option<()> {
        self.note(self.next().map_or(SlipKind::Ends, SlipKind::Odd));
        None
    }

    fn space(&mut self) {
        while let Some(character) = self.next() {
            match character {
                ' ' | '\t' | '\r' | '\n' => self.copy(),
                '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => {
                    self.note(SlipKind::Space(character));
                    self.out.push(' ');
                    self.skip();
                }
                '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => {
                    self.note(SlipKind::Space(character));
                    self.skip();
                }
                _ => return,
            }
        }
    }

    /// Takes one of the signs that stand for `wanted`.
    fn sign(&mut self, wanted: char, others: &[char]) -> bool {
        match self.next() {
            Some(found) if found == wanted => self.copy(),
            Some(found) if others.contains(&found) => {
                self.note(SlipKind::Sign(found, wanted));
                self.out.push(wanted);
                self.skip();
            }
            _ => return false,
        }
        true
    }

    fn end(&mut self) -> Option<()> {
        self.space();
        if self.rest.is_empty() { Some(()) } else { self.stop() }
    }

    fn value(&mut self, pointer: &str, depth: usize) -> Option<()> {
        self.space();
        if depth > MAX_DEPTH {
            return self.stop();
        }
        match self.next() {
            Some('{' | '｛') => self.members(pointer, depth),
            Some('[' | '［' | '【') => self.elements(pointer, depth),
            Some(quote) if is_quote(quote) => {
                let begin = self.out.len();
                let text = self.text()?;
                if number_in(&text).is_some() {
                    self.numbers.push((pointer.to_owned(), begin..self.out.len()));
                }
                Some(())
            }
            Some(sign) if sign == '-' || plain_digit(sign).is_some() => {
                self.number();
                Some(())
            }
            Some('a'..='z') => {
                let word = self.rest.find(|next: char| !next.is_ascii_alphabetic()).unwrap_or(self.rest.len());
                if !matches!(&self.rest[..word], "true" | "false" | "null") {
                    return self.stop();
                }
                (0..word).for_each(|_| self.copy());
                Some(())
            }
            _ => self.stop(),
        }
    }

    fn members(&mut self, pointer: &str, depth: usize) -> Option<()> {
        self.sign('{', &['｛']);
        self.space();
        if self.sign('}', &['｝']) {
            return Some(());
        }
        loop {
            if !self.next().is_some_and(is_quote) {
                return self.stop();
            }
            let name = self.text()?;
            self.space();
            if !self.sign(':', &['：', '﹕', '︰']) {
                return self.stop();
            }
            self.value(&push(pointer, &name), depth + 1)?;
            if self.goes_on('}', &['｝'])? {
                return Some(());
            }
        }
    }

    fn elements(&mut self, pointer: &str, depth: usize) -> Option<()> {
        self.sign('[', &['［', '【']);
        self.space();
        if self.sign(']', &['］', '】']) {
            return Some(());
        }
        let mut at = 0;
        loop {
            self.value(&push(pointer, &at.to_string()), depth + 1)?;
            at += 1;
            if self.goes_on(']', &['］', '】'])? {
                return Some(());
            }
        }
    }

    /// After a member or an element: true where the list ends.
    fn goes_on(&mut self, close: char, closes: &[char]) -> Option<bool> {
        let (end, line, column) = (self.out.len(), self.line, self.column);
        self.space();
        if self.sign(close, closes) {
            return Some(true);
        }
        let comma = self.out.len();
        let (comma_line, comma_column) = (self.line, self.column);
        if self.sign(',', &['，', '、', '﹐', '；', ';']) {
            self.space();
            if self.next() == Some(close) || self.next().is_some_and(|next| closes.contains(&next)) {
                self.out.remove(comma);
                self.note_at(comma_line, comma_column, SlipKind::CommaLeft);
                self.sign(close, closes);
                return Some(true);
            }
            return Some(false);
        }
        // What follows in a new line can only be the next one.
        let begins = self.next().is_some_and(|next| is_quote(next) || matches!(next, '{' | '[' | '｛' | '［'));
        if begins && self.line > line {
            self.note_at(line, column, SlipKind::CommaMissing);
            self.out.insert(end, ',');
            return Some(false);
        }
        self.stop()?;
        None
    }

    fn number(&mut self) {
        while let Some(sign) = self.next() {
            let plain = plain_digit(sign);
            if let Some(plain) = plain.filter(|plain| *plain != sign) {
                self.note(SlipKind::Digit(sign, plain));
                self.out.push(plain);
                self.skip();
            } else if plain.is_some() || matches!(sign, '+' | 'e' | 'E') {
                self.copy();
            } else {
                return;
            }
        }
    }

    /// A text in any quotation marks; what it holds, as it is written.
    fn text(&mut self) -> Option<String> {
        let (line, column) = (self.line, self.column);
        let straight = self.next() == Some('"');
        self.quote();
        let begin = self.out.len();
        while let Some(next) = self.next() {
            match next {
                '"' if straight => {
                    let text = self.out[begin..].to_owned();
                    self.quote();
                    return Some(text);
                }
                '\n' | '\r' => break,
                '\\' => {
                    self.copy();
                    self.copy();
                }
                quote if !straight && is_quote(quote) && self.ends_after_quote() => {
                    let text = self.out[begin..].to_owned();
                    self.quote();
                    return Some(text);
                }
                // Whether it ends the text or stands in it nobody can say.
                '"' => return self.stop().map(|()| String::new()),
                _ => self.copy(),
            }
        }
        self.note_at(line, column, SlipKind::Unclosed);
        None
    }

    /// Whether what follows the quotation mark that comes next can only stand after a text.
    fn ends_after_quote(&self) -> bool {
        let rest = self.rest.char_indices().nth(1).map_or("", |(at, _)| &self.rest[at..]);
        let rest = rest.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']);
        rest.is_empty() || rest.starts_with(|next: char| ",:}]\r\n：，、；;｝］】".contains(next))
    }

    fn quote(&mut self) {
        if let Some(quote) = self.next().filter(|quote| *quote != '"') {
            self.note(SlipKind::Quote(quote));
        }
        self.out.push('"');
        self.skip();
    }
}

fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' | '″')
}

/// A digit or a sign of a number of either width, as it is meant.
fn plain_digit(sign: char) -> Option<char> {
    match sign {
        '0'..='9' | '.' | '-' => Some(sign),
        '０'..='９' => char::from_digit(sign as u32 - '０' as u32, 10),
        '．' => Some('.'),
        '－' | '−' => Some('-'),
        _ => None,
    }
}
