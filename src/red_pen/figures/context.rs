//! Of which year, and of whom, a sentence speaks before it comes to a figure.

use crate::red_pen::words::{Tongue, Words};

/// Words by which a sentence speaks of others, or of what is wanted and not of what is.
const OTHERS: Words = Words {
    zh: "行业|同行|样本|标杆|对手|同类|全国|对照| 公司|甲机构|乙机构|机构甲|机构乙|计划|目标值|预计|预测|力争|确保|不低于|\
         不高于|上限|下限|考核",
    en: "average|peer|peers|peer's|benchmark|benchmarks|sector|association|competitor*|target|targets|goal of|planned|plan|\
         projected|expected|forecast|at least|at most|required|promise*|sample|by base|by region",
};

/// Words by which a sentence speaks of a part of the organisation alone.
const PARTS: Words = Words {
    zh: "基地|片区|车间|分公司|子公司|事业部|分厂|产线|站点|南区|北区|东区|西区|区域|其中|某|托养院|分市场",
    en: "base|bases|region|regions|branch*|plant|plants|site|sites|subsidiar*|division*|of which|line|lines|station*",
};
/// What no name of one's own figure holds.
const NOT_OWN: Words = Words {
    zh: "行业|同行|平均|样本|标杆|目标|对手",
    en: "sector|peer*|average|benchmark|target|competitor*",
};

/// Whether what leads to a figure speaks of others, or of a part alone.
pub(super) fn is_of_others(tongue: Tongue, lead: &str) -> bool {
    OTHERS.first(tongue, lead).is_some() || PARTS.first(tongue, lead).is_some()
}

/// Whether the name of a figure that the table does not have may be that of one's own.
pub(super) fn is_own(tongue: Tongue, name: &str) -> bool {
    NOT_OWN.first(tongue, name).is_none()
}

/// From which year to which, as said somewhere before a figure.
pub(super) type Years = (i32, i32);

/// The years that a text ends with, and what is left before them: `2013—2015 年`, `2015 年的`, ` in 2013–2015`.
pub(super) fn years_at_end(text: &str, tongue: Tongue) -> Option<(Years, &str)> {
    let mut rest = text.trim_end_matches(' ');
    match tongue {
        Tongue::Chinese => {
            rest = rest.strip_suffix('的').unwrap_or(rest).trim_end_matches(' ');
            rest = rest.strip_suffix("年末").or_else(|| rest.strip_suffix('年'))?.trim_end_matches(' ');
        }
        Tongue::English => rest = rest.strip_suffix(',').unwrap_or(rest),
    }
    let (last, before) = year_at_end(rest)?;
    let range = before.strip_suffix(['—', '–', '-', '～', '至']).and_then(year_at_end);
    let (first, before) = range.unwrap_or((last, before));
    match tongue {
        Tongue::Chinese => Some(((first, last), before)),
        Tongue::English => {
            let before = before
                .strip_suffix(" in ")
                .or_else(|| before.strip_suffix(" of "))
                .or_else(|| before.strip_suffix("in ").filter(|rest| rest.is_empty()))?;
            Some(((first, last), before))
        }
    }
}

/// The years that a text begins with: `2015 年的 `, ` in 2013–2015`; and how long they are.
pub(super) fn years_at_start(text: &str, tongue: Tongue) -> Option<(Years, usize)> {
    let mut rest = text;
    if tongue == Tongue::English {
        rest = rest.strip_prefix(" in ")?;
    } else {
        rest = rest.trim_start_matches(' ');
    }
    let (first, left) = year_at_start(rest)?;
    let range = left.strip_prefix(['—', '–', '-', '～', '至']).and_then(year_at_start);
    let (last, left) = range.unwrap_or((first, left));
    let left = match tongue {
        Tongue::English => left,
        Tongue::Chinese => {
            let left = left.trim_start_matches(' ').strip_prefix('年')?;
            left.strip_prefix('的').unwrap_or(left)
        }
    };
    Some(((first, last), text.len() - left.len()))
}

fn year(digits: &str) -> Option<i32> {
    let year = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
    year.filter(|year| (1950..2100).contains(year))
}

fn year_at_end(text: &str) -> Option<(i32, &str)> {
    let at = text.len().checked_sub(4).filter(|at| text.is_char_boundary(*at))?;
    let before = &text[..at];
    year(&text[at..])
        .filter(|_| !before.ends_with(|sign: char| sign.is_ascii_digit()))
        .map(|year| (year, before))
}

fn year_at_start(text: &str) -> Option<(i32, &str)> {
    let digits = text.get(..4)?;
    let rest = &text[4..];
    year(digits)
        .filter(|_| !rest.starts_with(|sign: char| sign.is_ascii_digit()))
        .map(|year| (year, rest))
}

/// What is said of years before a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing.
    No,
    Of(Years),
    /// Something that does not tell which year is meant: several, a comparison, a beginning.
    Unclear,
}

/// What is said of years in what stands between the beginning of a sentence and the name of a figure. The last year counts, where it is
/// the only one or stands in the same clause.
pub(super) fn told(before: &str, tongue: Tongue) -> Told {
    let mut found: Vec<(usize, usize, Years)> = Vec::new();
    let mut at = 0;
    while let Some(start) = before[at..].find(|sign: char| sign.is_ascii_digit()).map(|more| at + more) {
        let digits = before[start..].bytes().take_while(u8::is_ascii_digit).count();
        at = start + digits;
        let apart = !before[..start].ends_with(|sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | ','));
        let Some((first, left)) = year_at_start(&before[start..]).filter(|_| digits == 4 && apart) else {
            continue;
        };
        let range = left.strip_prefix(['—', '–', '-', '～', '至']).and_then(year_at_start);
        let (last, left) = range.unwrap_or((first, left));
        let end = before.len() - left.len();
        let is_year = tongue == Tongue::English || left.trim_start_matches(' ').starts_with(['年', '、']);
        if is_year {
            found.push((start, end, (first, last)));
        }
        at = end;
    }
    let Some((start, end, years)) = found.last().copied() else { return Told::No };
    let (lead, behind) = (before[..start].trim_end_matches(' '), &before[end..]);
    let clause = before.rfind(['，', '；', ',', ';', '：', '（', '(']).unwrap_or(0);
    let several = found.iter().any(|(_, _, other)| *other != years) && start < clause;
    let unclear = match tongue {
        Tongue::Chinese => {
            let behind = behind.trim_start_matches([' ', '年']);
            let begins = ["起", "以来", "开始", "之前", "以前", "前", "底前", "之后", "后", "以后", "至今"];
            lead.ends_with(['较', '比', '与', '于', '、', '和', '同', '到', '从', '由', '自']) || begins.iter().any(|word| behind.starts_with(word))
        }
        Tongue::English => {
            let word = lead.rsplit(|sign: char| !sign.is_ascii_alphabetic()).next().unwrap_or_default();
            ["since", "from", "before", "by", "until", "than", "after", "and", "to"].contains(&word)
                || lead.ends_with(',') && !lead.trim_end_matches(',').is_empty() && found.len() > 1
        }
    };
    if several || unclear { Told::Unclear } else { Told::Of(years) }
}

#[cfg(test)]
mod tests {
    use super::{Told, told, years_at_end, years_at_start};
    use crate::red_pen::words::Tongue;

    #[test]
    fn the_year_before_a_figure_is_told_where_it_is_plain() {
        for (before, expected) in [
            ("2013—2015 年", Told::Of((2013, 2015))),
            ("2015 年顾客", Told::Of((2015, 2015))),
            ("2014 年起实行，", Told::Unclear),
            ("较 2014 年提高，", Told::Unclear),
            ("2013 年建立，2015 年", Told::Of((2015, 2015))),
            ("2013 年建立，2015 年评价，", Told::Unclear),
            ("2014、2015 年", Told::Unclear),
            ("GB/T 19580—2012 要求", Told::No),
            ("没有年份", Told::No),
        ] {
            assert_eq!(told(before, Tongue::Chinese), expected, "{before}");
        }
        for (before, expected) in [
            ("in 2015 ", Told::Of((2015, 2015))),
            ("since 2014 ", Told::Unclear),
            ("in 2013–2015 the ", Told::Of((2013, 2015))),
            ("in 2013, 2014 and 2015 ", Told::Unclear),
        ] {
            assert_eq!(told(before, Tongue::English), expected, "{before}");
        }
    }

    #[test]
    fn years_right_beside_a_name_or_number_are_read() {
        assert_eq!(years_at_end("合格率 2013—2015 年", Tongue::Chinese), Some(((2013, 2015), "合格率 ")));
        assert_eq!(years_at_end("由 2013 年的 ", Tongue::Chinese), Some(((2013, 2013), "由 ")));
        assert_eq!(years_at_end("satisfaction in 2015", Tongue::English), Some(((2015, 2015), "satisfaction")));
        assert_eq!(years_at_end("satisfaction", Tongue::English), None);
        assert_eq!(years_at_start(" in 2013–2015.", Tongue::English), Some(((2013, 2015), 13 + 2)));
        assert_eq!(years_at_start(" 2015 年的 81", Tongue::Chinese).map(|(years, _)| years), Some((2015, 2015)));
    }
}
