//! Several wordings of one text, kept side by side because two people changed it differently and nobody has decided yet.
//!
//! Each has a head that counts: `【1/2 whose】` on the line before it, or behind it where a text has one line only. Nobody writes such a head
//! by accident, so that what is to be decided is known from the text alone, wherever it is carried, merged or typed into.

use super::action::Field;
use super::fields::each_text;
use super::record::{Assessment, Text, text};

/// Whose a wording is, and what it says.
pub type Wording<'a> = (&'a str, &'a str);

/// Wordings in one text, in their order; `has_lines`: it may have several lines.
pub fn side_by_side(wordings: &[Wording<'_>], has_lines: bool) -> String {
    let count = wordings.len().to_string();
    let written = wordings.iter().zip(1_usize..).map(|((whose, text), at)| {
        let head = ["【", &at.to_string(), "/", &count, " ", whose, "】"].concat();
        if has_lines { [&*head, "\n", text].concat() } else { [text, &*head].concat() }
    });
    written.collect::<Vec<String>>().join(if has_lines { "\n\n" } else { " / " })
}

/// The wordings that stand in a text side by side; none where it is one text.
pub fn wordings(text: &str) -> Option<Vec<Wording<'_>>> {
    if !text.contains("【1/") {
        return None;
    }
    below_heads(text).or_else(|| before_heads(text)).filter(|found| found.len() > 1)
}

/// `1/2 whose`, where it is the head of that wording: how many there are, and whose it is.
fn read_head(head: &str, at: usize) -> Option<(usize, &str)> {
    let (numbers, whose) = head.split_once(' ')?;
    let (number, count) = numbers.split_once('/')?;
    (number.parse() == Ok(at)).then_some((count.parse().ok()?, whose))
}

fn below_heads(text: &str) -> Option<Vec<Wording<'_>>> {
    let mut found = Vec::new();
    let mut rest = text.strip_prefix('【')?;
    loop {
        let at = found.len() + 1;
        let (head, written) = rest.split_once("】\n")?;
        let (count, whose) = read_head(head, at)?;
        if at == count {
            found.push((whose, written));
            return Some(found);
        }
        let next = ["\n\n【", &(at + 1).to_string(), "/", &count.to_string(), " "].concat();
        let end = written.find(&next)?;
        found.push((whose, &written[..end]));
        rest = &written[end + "\n\n【".len()..];
    }
}

fn before_heads(text: &str) -> Option<Vec<Wording<'_>>> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        let at = found.len() + 1;
        let start = rest.find(&["【", &at.to_string(), "/"].concat())?;
        let begun = &rest[start + "【".len()..];
        let (head, after) = begun.split_once("】 / ").or_else(|| Some((begun.strip_suffix('】')?, "")))?;
        let (count, whose) = read_head(head, at)?;
        found.push((whose, &rest[..start]));
        if at == count {
            return after.is_empty().then_some(found);
        }
        rest = after;
    }
}

/// The text fields in which several wordings stand with what stands there, in the order of the submission.
pub fn undecided(assessment: &Assessment) -> Vec<(Field, Text)> {
    let mut found = Vec::new();
    each_text(assessment, &mut |field, text| {
        if wordings(text).is_some() {
            found.push((field, text.clone()));
        }
    });
    found
}

/// An assessment without the texts of which several wordings stand side by side: what is handed in holds none of them.
pub fn without_undecided(assessment: &Assessment) -> Assessment {
    let emptied = |assessment: Assessment, (field, _): (Field, Text)| field.write(text("")).apply(&assessment);
    undecided(assessment).into_iter().fold(assessment.clone(), emptied)
}

#[cfg(test)]
mod tests {
    use super::{side_by_side, wordings};

    #[test]
    fn wordings_come_apart_as_they_were_put_together_and_no_other_text_does() {
        let many: [&[(&str, &str)]; 4] = [
            &[("甲", "一"), ("乙", "二")],
            &[("品管部", "多\n\n【行】\n文字"), ("本文件", ""), ("Other window", "【2/3 x】\n")],
            &[("", "a / b"), ("【乙】", "c")],
            &[("甲", "【1/2 甲】"), ("乙", "二")],
        ];
        for side in many {
            for has_lines in [true, false] {
                let joined = side_by_side(side, has_lines);
                let found = wordings(&joined);
                assert!(found.is_some(), "{joined}");
            }
        }
        assert_eq!(wordings(&side_by_side(many[0], true)).as_deref(), Some(many[0]));
        assert_eq!(wordings(&side_by_side(many[0], false)).as_deref(), Some(many[0]));
        assert_eq!(wordings(&side_by_side(many[1], true)).as_deref(), Some(many[1]));
        assert_eq!(wordings(&side_by_side(many[1], false)).as_deref(), Some(many[1]));
        assert_eq!(wordings(&side_by_side(many[2], false)).as_deref(), Some(many[2]));
        let first_is_empty: &[(&str, &str)] = &[("甲", ""), ("乙", "二")];
        for has_lines in [true, false] {
            assert_eq!(wordings(&side_by_side(first_is_empty, has_lines)).as_deref(), Some(first_is_empty));
        }
        for one in [
            "",
            "【背景】\n甲\n\n【做法】\n乙",
            "【1/2 甲】",
            "【1/2 甲】\n一",
            "见【1/2】",
            "【1/1 甲】\n一",
            "【2/2 甲】\n一\n\n【1/2 乙】\n二",
            "一【1/2 甲】 / 二【2/3 乙】",
            "一【1/2 甲】 / 二【2/2 乙】 末",
        ] {
            assert_eq!(wordings(one), None, "{one}");
        }
    }
}
