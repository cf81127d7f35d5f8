//! The answers to an item take far more than its share of the characters that the whole report may have.

use crate::red_pen::hit::Value;
use crate::red_pen::marks::Marks;
use crate::red_pen::passage::{Part, Passage};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};

pub(super) static RULE: Rule = Rule {
    code: "over_share",
    weight: Weight::Light,
    title: Said {
        zh: "篇幅超出条款应占份额",
        en: "Answers longer than the item's share",
    },
    why: Said {
        zh: "报告总字数有限。按分值算，一个条款写得过多，别的条款就没有篇幅；评审员花在它上面的时间也不会更多。",
        en: "The report has a limit. What one item takes beyond its share of the points is missing from others, and examiners give it no more time.",
    },
    told: Said {
        zh: "本条款写了 {n} 字，按分值应占约 {share} 字。",
        en: "This item has {n} words (Chinese characters); by its points its share is about {share}.",
    },
    example: Example {
        part: Part::Approach,
        bad: Said {
            zh: "质量管理部每月汇总检验数据，组织跨部门小组分析原因，确定责任人和完成期限，并在月度例会上通报进展。",
            en: "Every month the Quality Department gathers the inspection data, leads a cross-departmental team that analyses causes, names an owner and a date, and reports at the meeting.",
        },
        better: Said {
            zh: "质量管理部每月汇总检验数据，跨部门小组分析原因并确定责任人，进展见督办清单（E-31）。",
            en: "Every month the Quality Department gathers the inspection data; a team analyses causes and names owners, and progress is on the follow-up list (E-31).",
        },
        times: 160,
        figures: &[],
    },
    find,
};

/// How far beyond its share is too far, in per cent of the share: where there is room left, and where the report as a whole has none.
const MOST: u64 = 200;
const MOST_OF_FULL: u64 = 125;
/// From which part of the limit on it has none, in per cent.
const FULL: u64 = 95;

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    let structure = report.pack.structure();
    let Some(limit) = structure.limits.iter().find(|limit| limit.id == "report") else {
        return;
    };
    let points = |item| u64::from(report.pack.item(item).points);
    let counted = |item: &crate::criteria::ItemSlot| !report.pack.item(*item).bonus;
    let total: u64 = report.items().filter(counted).map(points).sum();
    if total == 0 {
        return;
    }
    let all: u64 = report
        .passages
        .iter()
        .filter(|passage| is_answer(passage))
        .map(|passage| passage.length as u64)
        .sum();
    let most = if all * 100 > u64::from(limit.characters) * FULL { MOST_OF_FULL } else { MOST };
    for item in report.items().filter(counted) {
        let answers = || report.passages.iter().filter(|passage| passage.item == Some(item) && is_answer(passage));
        let written: u64 = answers().map(|passage| passage.length as u64).sum();
        let share = u64::from(limit.characters) * points(item) / total;
        if written * 100 > share * most
            && let Some(longest) = answers().max_by_key(|passage| passage.length)
        {
            let count = |n: u64| Value::Count(usize::try_from(n).unwrap_or(usize::MAX));
            marks.mark(longest, longest.whole(), vec![("n", count(written)), ("share", count(share))]);
        }
    }
}

fn is_answer(passage: &Passage) -> bool {
    !matches!(passage.part, Part::Strengths | Part::Opportunities | Part::Profile)
}
