//! How a Word document looks: style sets as data. A further one is one more entry of [`StyleSet::ALL`] and its name in the
//! language files (`style.NAME`); no code asks which set it is.

use crate::language::Language;

/// The names alone, for who only chooses one.
pub const STYLE_NAMES: [&str; 3] = ["plain", "official", "binding"];

/// A page and the type on it, for each language.
#[derive(Debug, Clone, PartialEq)]
pub struct StyleSet {
    /// On the command line and between page and worker.
    pub name: &'static str,
    pub page: Page,
    pub zh: Type,
    pub en: Type,
    /// What stands at the foot of a page, with `{page}`; none leaves it to the document.
    pub footer: Option<&'static str>,
}

/// An A4 page; all in twentieths of a point.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub top: u32,
    pub bottom: u32,
    pub left: u32,
    pub right: u32,
    pub header: u32,
    pub footer: u32,
}

/// The type of one language. Sizes in half points.
#[derive(Debug, Clone, PartialEq)]
pub struct Type {
    pub text: Face,
    pub size: usize,
    /// Distance of the lines in points, whatever the size; none makes it a multiple of the size.
    pub exact: Option<u32>,
    /// Lines of the text in 240ths of a line, where their distance is not exact.
    pub line: i32,
    /// Space after a paragraph of the text, in twentieths of a point.
    pub after: u32,
    /// Characters the first line of a paragraph is indented by.
    pub indent: usize,
    pub title: Face,
    pub title_size: usize,
    pub award_size: usize,
    pub headings: Face,
    pub heading_sizes: [usize; 4],
    /// Whether headings are bold; 黑体 is heavy by itself.
    pub bold: bool,
    /// Short titles inside the text: 方法, 展开.
    pub labels: Face,
    pub bold_labels: bool,
    pub table_size: usize,
}

/// A font for each script.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    pub east_asia: &'static str,
    pub latin: &'static str,
}

const SONG: Face = face("SimSun", "Times New Roman");
const HEI: Face = face("SimHei", "Arial");
const FANG_SONG: Face = face("FangSong", "Times New Roman");
const KAI: Face = face("KaiTi", "Times New Roman");
const BIAO_SONG: Face = face("FZXiaoBiaoSong-B05S", "Times New Roman");

/// Text in 宋体, 12 points, one and a half lines, headings in 黑体: what most submissions look like.
const PLAIN_ZH: Type = Type {
    text: SONG,
    size: 24,
    exact: None,
    line: 336,
    after: 60,
    indent: 2,
    title: HEI,
    title_size: 52,
    award_size: 36,
    headings: HEI,
    heading_sizes: [36, 32, 28, 24],
    bold: false,
    labels: HEI,
    bold_labels: false,
    table_size: 21,
};
const PLAIN_EN: Type = Type {
    size: 22,
    line: 288,
    after: 120,
    indent: 0,
    title_size: 44,
    award_size: 32,
    heading_sizes: [32, 28, 24, 22],
    bold: true,
    // Quieter than a heading: the text's own face stands out in bold.
    labels: SONG,
    bold_labels: true,
    table_size: 20,
    ..PLAIN_ZH
};
/// As official documents are set (GB/T 9704-2012): 仿宋 of size 三号 on lines of 28 points, the title in 小标宋 of size 二号.
const OFFICIAL_ZH: Type = Type {
    text: FANG_SONG,
    size: 32,
    exact: Some(28),
    after: 0,
    title: BIAO_SONG,
    title_size: 44,
    award_size: 36,
    headings: face("SimHei", "Times New Roman"),
    heading_sizes: [36, 32, 32, 32],
    labels: KAI,
    ..PLAIN_ZH
};
/// English in size 14 stands on lines of 24 points: as far apart for its size as 三号 on 28.
const OFFICIAL_EN: Type = Type {
    size: 28,
    exact: Some(24),
    after: 0,
    indent: 2,
    title_size: 44,
    award_size: 36,
    heading_sizes: [36, 32, 30, 28],
    ..PLAIN_EN
};
/// For a bound volume: 宋体 of size 小四 on 170 by 257 mm, 25 mm free on the side of the thread.
const BOUND_ZH: Type = Type {
    line: 360,
    after: 0,
    heading_sizes: [32, 30, 28, 24],
    ..PLAIN_ZH
};
const BOUND_EN: Type = Type {
    size: 24,
    line: 324,
    after: 80,
    ..PLAIN_EN
};

impl StyleSet {
    /// All of them; the first is taken where none is named.
    pub const ALL: [StyleSet; 3] = [
        StyleSet {
            name: STYLE_NAMES[0],
            page: Page {
                top: 1440,
                bottom: 1300,
                left: 1418,
                right: 1418,
                header: 720,
                footer: 640,
            },
            zh: PLAIN_ZH,
            en: PLAIN_EN,
            footer: None,
        },
        StyleSet {
            name: STYLE_NAMES[1],
            page: Page {
                top: mm(37),
                bottom: mm(35),
                left: mm(28),
                right: mm(26),
                header: mm(25),
                footer: mm(25),
            },
            zh: OFFICIAL_ZH,
            en: OFFICIAL_EN,
            footer: Some("— {page} —"),
        },
        StyleSet {
            name: STYLE_NAMES[2],
            page: Page {
                top: mm(20),
                bottom: mm(20),
                left: mm(25),
                right: mm(15),
                header: mm(11),
                footer: mm(10),
            },
            zh: BOUND_ZH,
            en: BOUND_EN,
            footer: None,
        },
    ];
    /// The one that is taken where none is named.
    pub const PLAIN: &'static StyleSet = &StyleSet::ALL[0];

    /// The set of a name.
    pub fn from_name(name: &str) -> Option<&'static StyleSet> {
        const ALL: &[StyleSet] = &StyleSet::ALL;
        ALL.iter().find(|set| set.name == name)
    }
    /// The type for a language.
    pub const fn of(&self, language: Language) -> &Type {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

impl Type {
    /// The indent of a first line in twentieths of a point, as wide as it is at the text's size: 480 for two characters of 12 points.
    pub const fn first_line(&self) -> usize {
        self.indent * self.size * 10
    }
}

const fn face(east_asia: &'static str, latin: &'static str) -> Face {
    Face { east_asia, latin }
}

/// Millimetres in twentieths of a point, to the nearest: 2098 for 37.
const fn mm(whole: u32) -> u32 {
    (whole * 14_400 + 127) / 254
}
