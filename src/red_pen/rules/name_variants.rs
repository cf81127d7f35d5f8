//! One name is written in several ways: a department shortened, a Latin name with other capitals or hyphens.

use crate::red_pen::hit::{Elsewhere, Value};
use crate::red_pen::marks::{Marks, quote};
use crate::red_pen::passage::{Part, Passage};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::{Tongue, is_han};
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "name_variants",
    weight: Weight::Light,
    title: Said {
        zh: "同一名称写法不一",
        en: "A name written in several ways",
    },
    why: Said {
        zh: "同一部门、系统有两种写法，评审员会当成两个，现场还要再核对。全文用一个名称，简称在第一次出现时说明。",
        en: "Examiners take two spellings for two departments or systems and have to ask during the site visit. Use one name throughout, and explain a short form where it first occurs.",
    },
    told: Said {
        zh: "“{words}”与{place}中的“{other}”似为同一名称。",
        en: "“{words}” and “{other}” in {place} seem to be the same name.",
    },
    example: Example {
        part: Part::Approach,
        bad: Said {
            zh: "数据由质量管理部、财务部每月复核。¶质管部每月抽查检验记录。",
            en: "The Quality Management Department checks the data every month.¶The Quality Department samples the records every month.",
        },
        better: Said {
            zh: "数据由质量管理部、财务部每月复核。¶质量管理部每月抽查检验记录。",
            en: "The Quality Management Department checks the data every month.¶The Quality Management Department samples the records every month.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

/// Where a name stands: passage and place.
type Found = (usize, Range<usize>);

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    let mut names: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    let mut spellings: BTreeMap<String, BTreeMap<&str, Vec<Found>>> = BTreeMap::new();
    for (at, passage) in report.passages.iter().enumerate() {
        for sentence in &passage.sentences {
            match sentence.tongue {
                Some(Tongue::Chinese) => {
                    for (name, range) in chinese_names(&passage.cased, &sentence.range) {
                        names.entry(name).or_default().push((at, range));
                    }
                }
                Some(Tongue::English) => {
                    for range in english_names(&passage.cased, &sentence.range) {
                        names.entry(passage.cased[range.clone()].to_owned()).or_default().push((at, range));
                    }
                }
                None => {}
            }
            for range in latin_words(&passage.cased, &sentence.range) {
                let word = &passage.cased[range.clone()];
                let folded = word.replace('-', "").to_ascii_lowercase();
                spellings.entry(folded).or_default().entry(word).or_default().push((at, range));
            }
        }
    }
    for (short, places) in &names {
        if let Some((_, full)) = full_name(short, &names, report) {
            told(report, marks, &places[0], &full[0]);
        }
    }
    for written in spellings.values().filter(|written| written.len() > 1) {
        let Some(usual) = written
            .values()
            .max_by_key(|places| (places.len(), std::cmp::Reverse((places[0].0, places[0].1.start))))
        else {
            continue;
        };
        for places in written.values().filter(|places| *places != usual) {
            told(report, marks, &places[0], &usual[0]);
        }
    }
}

fn told(report: &Report<'_>, marks: &mut Marks<'_>, (at, range): &Found, (other_at, other): &Found) {
    let (passage, there): (&Passage, &Passage) = (&report.passages[*at], &report.passages[*other_at]);
    let values = vec![
        ("words", quote(passage, range.clone())),
        ("place", Value::Place(there.place)),
        ("other", quote(there, other.clone())),
    ];
    let by = Elsewhere::Text(there.place, there.written(other.clone()));
    marks.contradicted(passage, range.clone(), values, by);
}

/// The one longer name that a name shortens: 质管部 is 质量管理部, Quality Department is Quality Management Department. None where it is
/// a name of the profile itself, or several would fit.
fn full_name<'n>(short: &str, names: &'n BTreeMap<String, Vec<Found>>, report: &Report<'_>) -> Option<(&'n String, &'n Vec<Found>)> {
    let in_profile = |places: &Vec<Found>| places.iter().any(|(at, _)| report.passages[*at].part == Part::Profile);
    if names.get(short).is_none_or(in_profile) {
        return None;
    }
    let mut fitting = names.iter().filter(|(name, _)| shortens(short, name));
    fitting.next().filter(|_| fitting.next().is_none())
}

/// Whether all parts of one name stand in the other in their order, the first and the last being the same.
fn shortens(short: &str, full: &str) -> bool {
    let parts = |name: &str| -> Vec<String> {
        if name.is_ascii() {
            name.split(' ').map(str::to_owned).collect()
        } else {
            name.chars().map(String::from).collect()
        }
    };
    let (short, full) = (parts(short), parts(full));
    let mut rest = full.iter();
    short.len() < full.len() && short.first() == full.first() && short.last() == full.last() && short.iter().all(|part| rest.any(|other| other == part))
}

/// Departments of Chinese texts: what ends in 部 and begins behind a mark or a word that leads to it.
fn chinese_names(text: &str, part: &Range<usize>) -> Vec<(String, Range<usize>)> {
    const LEADS: [char; 16] = ['由', '与', '和', '及', '经', '向', '为', '对', '从', '在', '按', '请', '各', '即', '设', '是'];
    const NOT_LAST: [&str; 14] = [
        "全部",
        "内部",
        "外部",
        "总部",
        "局部",
        "干部",
        "南部",
        "北部",
        "东部",
        "西部",
        "中部",
        "上部",
        "下部",
        "俱乐部",
    ];
    const LEAST: usize = 3;
    const MOST: usize = 9;
    let sentence = &text[part.clone()];
    let mut found = Vec::new();
    for (at, sign) in sentence.match_indices('部') {
        let end = at + sign.len();
        if sentence[end..].starts_with(['门', '分', '件', '署', '位', '级', '队', '长']) {
            continue;
        }
        let run = &sentence[sentence[..end].trim_end_matches(is_han).len()..end];
        // Behind the last word that leads to a name; where none does, the run itself is one.
        let inside = run
            .char_indices()
            .rev()
            .skip(1)
            .find(|(_, sign)| LEADS.contains(sign))
            .map_or(0, |(at, sign)| at + sign.len_utf8());
        let name = &run[inside..];
        let length = name.chars().count();
        if (LEAST..=MOST).contains(&length)
            && (name.ends_with("安全部") || !NOT_LAST.iter().any(|word| name.ends_with(word)))
            && !name[..name.len() - sign.len()].contains('部')
        {
            found.push((name.to_owned(), part.start + end - name.len()..part.start + end));
        }
    }
    found
}

/// Departments of English texts: words with capitals that end in one for a part of an organisation.
fn english_names(text: &str, part: &Range<usize>) -> Vec<Range<usize>> {
    const LAST: [&str; 6] = ["Department", "Division", "Office", "Committee", "Institute", "Centre"];
    let sentence = &text[part.clone()];
    let mut found = Vec::new();
    for last in LAST {
        for (at, word) in sentence.match_indices(last) {
            let end = at + word.len();
            if sentence[end..].starts_with(|sign: char| sign.is_ascii_alphanumeric()) {
                continue;
            }
            let mut start = at;
            while let Some(before) = sentence[..start].strip_suffix(' ') {
                let word = &before[before.trim_end_matches(|sign: char| sign.is_ascii_alphanumeric() || sign == '&').len()..];
                let joins = word == "and" || word == "of";
                if !(joins || word.starts_with(|sign: char| sign.is_ascii_uppercase())) || word == "The" || word == "A" {
                    break;
                }
                start = before.len() - word.len();
            }
            let name = sentence[start..end].trim_start_matches("and ").trim_start_matches("of ");
            if name.split(' ').count() > 1 {
                found.push(part.start + end - name.len()..part.start + end);
            }
        }
    }
    found
}

/// Latin words whose capitals or hyphens are part of a name: `ERP`, `Cpk`, `e-HR`; in Chinese also those in small letters.
fn latin_words(text: &str, part: &Range<usize>) -> Vec<Range<usize>> {
    let sentence = &text[part.clone()];
    let chinese = Tongue::of(sentence) == Some(Tongue::Chinese);
    let is_part = |sign: char| sign.is_ascii_alphabetic() || sign == '-';
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = sentence[at..].find(|sign: char| sign.is_ascii_alphabetic()).map(|more| at + more) {
        let end = sentence[start..].find(|sign| !is_part(sign)).map_or(sentence.len(), |more| start + more);
        at = end;
        let word = sentence[start..end].trim_end_matches('-');
        let end = start + word.len();
        let apart = |sign: Option<char>| !sign.is_some_and(|sign| sign.is_ascii_digit() || matches!(sign, '/' | '.' | '@' | '_'));
        let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
        let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
        let named = capitals > 1 || chinese && letters > 2;
        if letters > 1 && named && apart(sentence[..start].chars().next_back()) && apart(sentence[end..].chars().next().filter(|sign| *sign != '.')) {
            found.push(part.start + start..part.start + end);
        }
    }
    found
}
