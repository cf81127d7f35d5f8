//! Two items hold the same paragraph, or nearly: most runs of characters of one stand in the other.

use crate::order;
use crate::red_pen::hit::{Elsewhere, Value};
use crate::red_pen::marks::Marks;
use crate::red_pen::passage::{Part, Passage, trimmed};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::Tongue;
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "same_paragraph",
    weight: Weight::Medium,
    title: Said {
        zh: "两个条款内容雷同",
        en: "The same paragraph in two items",
    },
    why: Said {
        zh: "每个条款问的是不同的事。同一段话放在两处，至少有一处答非所问，还占了字数。",
        en: "Each item asks for something else. A paragraph that two of them share leaves at least one question unanswered and uses up words.",
    },
    told: Said {
        zh: "与{place}的内容约有 {n}% 相同。",
        en: "About {n}% of it is the same as in {place}.",
    },
    example: Example {
        part: Part::Approach,
        bad: Said {
            zh: "质量管理部每月汇总各基地的检验数据，组织跨部门小组分析原因，确定责任人和完成期限，并在月度例会上通报进展。\
                 ¶质量管理部每月汇总各基地的检验数据，组织跨部门小组分析原因，确定责任人和完成期限，并在月度例会上通报结果。",
            en: "Every month the Quality Department gathers the inspection data of each base, leads a cross-departmental team that analyses causes, names an owner and a date for each action, and reports progress at the monthly meeting.\
                 ¶Every month the Quality Department gathers the inspection data of each base, leads a cross-departmental team that analyses causes, names an owner and a date for each action, and reports results at the monthly meeting.",
        },
        better: Said {
            zh: "质量管理部每月汇总各基地的检验数据，组织跨部门小组分析原因，确定责任人和完成期限，并在月度例会上通报进展。\
                 ¶研究院每季度评审在研项目，对照顾客需求库检查设计输入是否更新，评审结论由项目经理在 10 日内落实。",
            en: "Every month the Quality Department gathers the inspection data of each base, leads a cross-departmental team that analyses causes, names an owner and a date for each action, and reports progress at the monthly meeting.\
                 ¶Every quarter the Research Institute reviews the projects under way against the library of customer needs, and project managers carry out the conclusions within 10 days.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

/// How many letters of one kind a run is, and how many different ones a paragraph must share.
const RUN: [(Tongue, usize, usize); 2] = [(Tongue::Chinese, 8, 30), (Tongue::English, 24, 90)];
/// The least share of the shorter paragraph that is the same, in per cent.
const LEAST: usize = 70;
/// A run that stands in more paragraphs than this is a phrase of the house.
const PHRASE: usize = 6;

struct Paragraph<'a> {
    passage: &'a Passage,
    range: Range<usize>,
    runs: usize,
}

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    let mut runs: Vec<(u64, u32)> = Vec::new();
    let answers = |passage: &&Passage| !matches!(passage.part, Part::Profile | Part::Strengths | Part::Opportunities);
    for passage in report.passages.iter().filter(answers) {
        for range in lines(&passage.cased) {
            let Some((_, run, _)) = RUN.iter().find(|(tongue, ..)| Tongue::of(&passage.cased[range.clone()]) == Some(*tongue)) else {
                continue;
            };
            let mut found = runs_of(&passage.cased[range.clone()], *run);
            found.sort_unstable();
            found.dedup();
            let at = paragraphs.len() as u32;
            runs.extend(found.iter().map(|hash| (*hash, at)));
            paragraphs.push(Paragraph {
                passage,
                range,
                runs: found.len(),
            });
        }
    }
    runs.sort_unstable();
    for ((one, other), shared) in shared(&runs) {
        let (one, other) = (&paragraphs[one as usize], &paragraphs[other as usize]);
        let least = RUN
            .iter()
            .find(|(tongue, ..)| other.passage.tongue == Some(*tongue))
            .map_or(usize::MAX, |(_, _, least)| *least);
        let share = shared * 100 / one.runs.min(other.runs).max(1);
        if one.passage.item == other.passage.item || shared < least || share < LEAST {
            continue;
        }
        let values = vec![("place", Value::Place(one.passage.place)), ("n", Value::Count(share))];
        let by = Elsewhere::Text(one.passage.place, one.passage.written(one.range.clone()));
        marks.contradicted(other.passage, other.range.clone(), values, by);
    }
}

/// How many runs pairs of paragraphs share, in their order; a pair at most once for each later paragraph, the one with most.
fn shared(runs: &[(u64, u32)]) -> Vec<((u32, u32), usize)> {
    let mut pairs: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for group in runs
        .chunk_by(|(one, _), (other, _)| one == other)
        .filter(|group| (2..=PHRASE).contains(&group.len()))
    {
        for (at, (_, other)) in group.iter().enumerate() {
            for (_, one) in &group[..at] {
                *pairs.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    let mut most: BTreeMap<u32, ((u32, u32), usize)> = BTreeMap::new();
    for (pair, count) in pairs {
        let best = most.entry(pair.1).or_insert((pair, count));
        if count > best.1 {
            *best = (pair, count);
        }
    }
    let mut all: Vec<((u32, u32), usize)> = most.into_values().collect();
    order::sort_by_key(&mut all, |(pair, _)| (pair.1, pair.0));
    all
}

/// The lines of a text that hold anything.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let ranges = text.split('\n').map(|line| {
        let start = at;
        at += line.len() + 1;
        trimmed(text, start..start + line.len())
    });
    ranges.filter(|range| !range.is_empty()).collect()
}

/// The hashes of all runs of so many letters, marks and blanks left out. FNV-1a: the same on every machine.
fn runs_of(text: &str, length: usize) -> Vec<u64> {
    let letters: Vec<char> = text
        .chars()
        .filter(|sign| sign.is_alphanumeric())
        .map(|sign| sign.to_ascii_lowercase())
        .collect();
    let hash = |run: &[char]| {
        run.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, sign| {
            (hash ^ u64::from(u32::from(*sign))).wrapping_mul(0x0100_0000_01b3)
        })
    };
    letters.windows(length).map(hash).collect()
}
