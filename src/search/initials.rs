//! The first letters of the pinyin, by which Chinese is found without an input method: `ldzy` is 领导作用.
//!
//! GB 2312 (1980) lists its 3,755 common characters (rows 16 to 55) in the order of their pinyin, so that a letter is known from where in
//! that list a character stands. The list is what the decoder of a browser or of `encoding_rs` makes of the bytes `B0A1` to `D7F9`; nothing of it
//! is written down here.

/// The first character of each letter in the list; no syllable begins with i, u or v.
pub const LETTERS: [(char, u8); 23] = [
    ('啊', b'a'),
    ('芭', b'b'),
    ('擦', b'c'),
    ('搭', b'd'),
    ('蛾', b'e'),
    ('发', b'f'),
    ('噶', b'g'),
    ('哈', b'h'),
    ('击', b'j'),
    ('喀', b'k'),
    ('垃', b'l'),
    ('妈', b'm'),
    ('拿', b'n'),
    ('哦', b'o'),
    ('啪', b'p'),
    ('期', b'q'),
    ('然', b'r'),
    ('撒', b's'),
    ('塌', b't'),
    ('挖', b'w'),
    ('昔', b'x'),
    ('压', b'y'),
    ('匝', b'z'),
];

/// Characters of the field that are also read otherwise than where the list has them, or stand in the rarer part of GB 2312.
const ALSO: [(char, &[u8]); 24] = [
    ('行', b"hx"),
    ('长', b"cz"),
    ('重', b"cz"),
    ('调', b"dt"),
    ('率', b"ls"),
    ('会', b"hk"),
    ('传', b"cz"),
    ('校', b"jx"),
    ('降', b"jx"),
    ('省', b"sx"),
    ('参', b"cs"),
    ('单', b"ds"),
    ('系', b"jx"),
    ('说', b"sy"),
    ('属', b"sz"),
    ('识', b"sz"),
    ('提', b"dt"),
    ('乐', b"ly"),
    ('区', b"oq"),
    ('车', b"cj"),
    ('朝', b"cz"),
    ('曾', b"cz"),
    ('绩', b"j"),
    ('赢', b"y"),
];

/// Which letters the pinyin of a character begins with.
#[derive(Debug, Clone, Default)]
pub struct Initials {
    /// By character.
    known: Vec<(char, u8)>,
}

impl Initials {
    /// From the characters of rows 16 to 55 of GB 2312, in their order; knows nothing but [`ALSO`] where the list is not that.
    pub fn of(list: impl IntoIterator<Item = char>) -> Initials {
        let mut letter = None;
        let mut known: Vec<(char, u8)> = Vec::new();
        for sign in list {
            letter = LETTERS.iter().find(|(first, _)| *first == sign).map(|(_, letter)| *letter).or(letter);
            known.extend(letter.map(|letter| (sign, letter)));
        }
        known.sort_unstable();
        Initials { known }
    }

    /// Whether a character is read as beginning with a letter (`a` to `z`).
    pub fn fits(&self, sign: char, letter: u8) -> bool {
        if let Some((_, letters)) = ALSO.iter().find(|(known, _)| *known == sign) {
            return letters.contains(&letter);
        }
        let at = self.known.binary_search_by_key(&sign, |(known, _)| *known);
        at.is_ok_and(|at| self.known[at].1 == letter)
    }
}
