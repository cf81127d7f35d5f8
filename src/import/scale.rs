//! Multipliers that are stated and not read, because they mean one thing here and another there: `M`, `w`, `Mio.`, `×10³元`, `x1000`; and points out of
//! another highest number than 100. Where one stands as a unit the figure is asked for, and never taken as if nothing stood there.

use super::fold::narrow;

/// Letters and short words for a multiplier, in small letters.
const LETTERS: &[&str] = &[
    "k", "kk", "m", "mm", "mn", "mio", "mil", "mill", "mln", "b", "bn", "bil", "bill", "bln", "t", "th", "ths", "thsd", "thou", "tsd", "w", "wan", "e", "yi",
    "lakh", "lakhs", "crore", "crores",
];

/// The most bytes of a text that states such a thing.
const LONGEST: usize = 120;

/// Words for the currency of the kit's figures that may stand beside a multiplier.
const MONEY: &[&str] = &["renminbi", "人民币", "rmb", "cny", "yuan", "元", "圆", "¥", "￥"];

/// Whether a text is such a multiplier, with or without a word for the currency; it is one that was not read as a unit.
pub(super) fn is_scale(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let lower = text.to_lowercase();
    let bare = MONEY.iter().fold(lower, |text, word| text.replace(word, " "));
    let bare = bare.trim();
    let bare = bare.strip_prefix("in ").unwrap_or(bare);
    let bare = bare.trim_matches(|mark: char| mark.is_whitespace() || matches!(mark, '.' | ':' | ','));
    LETTERS.contains(&bare) || is_power(bare)
}

/// Whether a text says the multiplier and the currency together, `TCNY`, or is a power of ten, so that it can be nothing else wherever it stands.
pub(super) fn is_scale_of_money(text: &str) -> bool {
    let lower = text.to_lowercase();
    is_scale(text) && (MONEY.iter().any(|word| lower.contains(word)) || is_power(lower.trim()))
}

/// `10⁴`, `×10^4`, `1e4`, `x1,000`.
fn is_power(text: &str) -> bool {
    let times = |mark: char| matches!(mark, '×' | '✕' | '*' | 'x' | '·' | ' ');
    let raised = |mark: char| matches!(mark, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '^' | 'e');
    let number = text.trim_start_matches(times);
    let all = |mark: char| mark.is_ascii_digit() || raised(mark) || matches!(mark, ',' | '+' | ' ');
    let is_told = number.len() < text.len() || number.contains(raised);
    is_told && number.starts_with('1') && number.chars().all(all)
}

/// Whether a text says that points are given out of another highest number than 100: `10分制`, `满分5分`, `十分制`, `1～5`, `5-point scale`, `out of 10`.
pub(super) fn is_of_other_points(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let lower: String = narrow(text).filter(|mark| !mark.is_whitespace()).collect::<String>().to_lowercase();
    let of = |number: &str| !number.is_empty() && !matches!(number, "100" | "百" | "一百");
    let is_number = |mark: char| mark.is_ascii_digit() || "一二三四五六七八九十百".contains(mark);
    let before = |word: &str| {
        let number = lower.split_once(word).map(|(before, _)| before.trim_end_matches(is_number).len());
        number
            .and_then(|start| lower.get(start..)?.split_once(word))
            .is_some_and(|(number, _)| of(number))
    };
    let behind = |word: &str| {
        let rest = lower.split_once(word).map(|(_, behind)| behind.trim_start_matches([':', '为', '是', '=']));
        rest.is_some_and(|rest| of(rest.split(|mark| !is_number(mark)).next().unwrap_or_default()))
    };
    before("分制") || before("级制") || before("-point") || behind("满分") || behind("outof") || is_span(&lower)
}

/// `1-5`, `0~10分`, not `0-100`.
fn is_span(text: &str) -> bool {
    let text = text.strip_suffix('分').unwrap_or(text);
    let ends = ['-', '~', '～', '—', '–', '至'].iter().find_map(|mark| text.split_once(*mark));
    let small = |end: &str| end.parse::<u8>().is_ok_and(|end| end < 100) && end.len() <= 2;
    ends.is_some_and(|(low, high)| small(low) && small(high))
}
