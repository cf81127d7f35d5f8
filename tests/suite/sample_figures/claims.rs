//! What a text says of a figure: a known name, and the numbers that follow it directly, each with the year it is said of.
//!
//! "2013—2015 年质量损失率 1.42%、1.21%、1.06%" says three values, "2015 年……质量损失率 1.06%" one, and "质量损失率由 1.42% 降至
//! 1.06%" the first and the last. Nothing is taken from sentences about others, nor where the year is not plain.

use award_kit::language::Language;

/// One value that a text says of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The id of the indicator or input.
    pub figure: String,
    pub year: String,
    /// The number as it is written, such as `4,930` or `1.40`.
    pub written: String,
    /// `%`, `‰` or nothing.
    pub sign: String,
    pub money: Money,
}

/// How a sum is written where the unit of the figure is 10,000 yuan or dollars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Money {
    /// In the unit of the figure, or no money at all.
    Plain,
    Million,
    /// In single yuan.
    Single,
}

/// A name and the figure it means; none where it only sounds like one.
pub type Named = (String, Option<String>);

struct Grammar {
    /// What may stand between a name and its number.
    between: &'static [&'static str],
    /// Words by which a sentence speaks of others, of parts, or of volunteers.
    others: &'static [&'static str],
    stop: &'static str,
    separators: &'static [&'static str],
}

const CHINESE: Grammar = Grammar {
    between: &["3 年由", "3 年", "分别", "由", "为", "达", "约", " "],
    others: &["行业", "样本", "考核", "公司", "机构", "同行", "服务区", "志愿者"],
    stop: "。",
    separators: &["、"],
};

const ENGLISH: Grammar = Grammar {
    between: &[" was", " were", " of", " at", " reached", " numbered", " rmb", " usd", ",", " "],
    others: &["average", "peer", "benchmark", "by base", "by region"],
    stop: ". ",
    separators: &[", ", " and "],
};

/// All that a text says of the named figures, whose window of years is given.
pub fn claims(text: &str, language: Language, names: &[Named], window: &[String; 3]) -> Vec<Claim> {
    let text = text.to_ascii_lowercase();
    let grammar = if language == Language::Zh { &CHINESE } else { &ENGLISH };
    let (mut all, mut from) = (Vec::new(), 0);
    for (start, _) in text.char_indices() {
        let here = names.iter().filter(|(name, _)| start >= from && text[start..].starts_with(name.as_str()));
        let Some((name, figure)) = here.max_by_key(|(name, _)| name.len()) else {
            continue;
        };
        from = start + name.len();
        let (before, after) = (&text[..start], &text[from..]);
        let sentence = before.rfind(grammar.stop).map_or(before, |at| &before[at..]);
        let part_of_a_word = language == Language::En && before.ends_with(|last: char| last.is_ascii_alphabetic());
        if part_of_a_word || grammar.others.iter().any(|other| sentence.contains(other)) {
            continue;
        }
        if let Some(figure) = figure {
            all.extend(said(before, after, grammar, window).into_iter().map(|(year, (written, sign), money)| Claim {
                figure: figure.clone(),
                year,
                written,
                sign,
                money,
            }));
        }
    }
    all
}

type Written = (String, String);

/// The years and numbers that stand behind a name.
fn said(before: &str, after: &str, grammar: &Grammar, window: &[String; 3]) -> Vec<(String, Written, Money)> {
    let (mut rest, mut from, mut money, mut told) = (after, false, false, None);
    loop {
        if let Some((years, left)) = years_of(rest) {
            (told, rest) = (Some(years), left);
        } else if let Some((word, left)) = grammar.between.iter().find_map(|word| rest.strip_prefix(*word).map(|left| (*word, left))) {
            from |= word.ends_with('由');
            money |= [" rmb", " usd"].contains(&word);
            rest = left;
        } else {
            break;
        }
    }
    let (numbers, left) = list(rest, grammar);
    let money = match money {
        true if left.starts_with(" million") => Money::Million,
        true => Money::Single,
        false => Money::Plain,
    };
    let year = match &told {
        Some((first, last)) => (first == last).then(|| first.clone()),
        None => last_year(before),
    };
    let found: Vec<(String, Written)> = match (&numbers[..], changed(left, grammar).filter(|_| from)) {
        ([first], Some((last_told, last))) => {
            let began = told.map_or_else(|| window[0].clone(), |(first, _)| first);
            let years = match (last.len(), last_told) {
                (1, Some(year)) => vec![year],
                (1, None) => vec![window[2].clone()],
                _ => window[1..].to_vec(),
            };
            std::iter::once((began, first.clone())).chain(years.into_iter().zip(last)).collect()
        }
        ([only], None) => year.map(|year| (year, only.clone())).into_iter().collect(),
        ([_, _, _], None) => window.iter().cloned().zip(numbers.iter().cloned()).collect(),
        _ => Vec::new(),
    };
    found.into_iter().map(|(year, written)| (year, written, money)).collect()
}

/// Behind the first number: what it rose or fell to, and the year that is named with it.
fn changed(rest: &str, grammar: &Grammar) -> Option<(Option<String>, Vec<Written>)> {
    let verbs = ["升至", "降至", "增至", "缩短到"].into_iter();
    let (unit, then) = verbs.filter_map(|verb| rest.split_once(verb)).min_by_key(|(unit, _)| unit.len())?;
    if unit.chars().count() > 8 || unit.contains(['，', '。', '；', '、']) {
        return None;
    }
    let then = then.trim_start();
    let (year, then) = years_of(then).map_or((None, then), |((_, year), left)| (Some(year), left));
    Some((year, list(then.trim_start(), grammar).0)).filter(|(_, numbers)| !numbers.is_empty())
}

/// Numbers one after the other, and what is left behind them.
fn list<'a>(rest: &'a str, grammar: &Grammar) -> (Vec<Written>, &'a str) {
    let (mut numbers, mut rest) = (Vec::new(), rest);
    while let Some((digits, left)) = number(rest) {
        let sign = ["%", "‰"].into_iter().find(|sign| left.starts_with(*sign)).unwrap_or_default();
        numbers.push((digits.to_owned(), sign.to_owned()));
        rest = &left[sign.len()..];
        let next = grammar.separators.iter().find_map(|separator| rest.strip_prefix(*separator));
        match next.filter(|next| number(next).is_some()) {
            Some(next) => rest = next,
            None => break,
        }
    }
    (numbers, rest)
}

/// Digits with their commas and point, as far as they are one number.
fn number(rest: &str) -> Option<(&str, &str)> {
    let digits = |from: usize| rest[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(0);
    if end == 0 {
        return None;
    }
    while rest[end..].starts_with(',') && digits(end + 1) == 3 {
        end += 4;
    }
    if rest[end..].starts_with('.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    Some(rest.split_at(end))
}

/// `2013—2015 年`, `2015 年的` or `2013–2015` at the beginning: first and last year, and what is left.
fn years_of(rest: &str) -> Option<((String, String), &str)> {
    let (first, left) = year(rest)?;
    let range = left.strip_prefix(['—', '–']).and_then(year);
    let (last, left) = range.unwrap_or((first, left));
    let left = match left.strip_prefix(" 年") {
        Some(left) => left.strip_prefix('的').unwrap_or(left),
        None => range.map(|_| left)?,
    };
    Some(((first.to_owned(), last.to_owned()), left))
}

fn year(rest: &str) -> Option<(&str, &str)> {
    let (digits, left) = number(rest)?;
    (digits.len() == 4 && digits.starts_with("20")).then_some((digits, left))
}

/// The last year that stands in a text, unless it is one of several.
fn last_year(before: &str) -> Option<String> {
    let starts = |at: usize| at == 0 || !before.as_bytes()[at - 1].is_ascii_digit();
    let found = before.match_indices("20").filter(|(at, _)| starts(*at));
    let (at, (found, left)) = found.filter_map(|(at, _)| year(&before[at..]).map(|year| (at, year))).last()?;
    let several = before[..at].ends_with(['—', '–', '、']) || left.starts_with(['—', '–']);
    (!several).then(|| found.to_owned())
}
