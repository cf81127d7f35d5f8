//! Two texts give different values for one thing in one year, and the table has neither.

use crate::red_pen::figures::{Stated, What};
use crate::red_pen::hit::{Elsewhere, Value};
use crate::red_pen::marks::{Marks, quote};
use crate::red_pen::passage::Part;
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "two_values",
    weight: Weight::Heavy,
    title: Said {
        zh: "同一数值前后不一致",
        en: "Two values for one thing",
    },
    why: Said {
        zh: "各条款由不同部门执笔，同一指标常取自不同台账。评审员把前后几处放在一起看，只能认为数据没有统一口径。",
        en: "Items are written by different departments, and one indicator is often taken from different records. Examiners see the places side by side and conclude that nobody keeps one definition.",
    },
    told: Said {
        zh: "此处写“{written}”，{place}中同一年写“{other}”。",
        en: "“{written}” here, but “{other}” for the same year in {place}.",
    },
    example: Example {
        part: Part::Deployment,
        bad: Said {
            zh: "2015 年计划维护完成率 97.6%。¶2015 年计划维护完成率 96.7%。",
            en: "The planned maintenance rate was 97.6% in 2015.¶The planned maintenance rate was 96.7% in 2015.",
        },
        better: Said {
            zh: "2015 年计划维护完成率 97.6%。¶2015 年计划维护完成率 97.6%。",
            en: "The planned maintenance rate was 97.6% in 2015.¶The planned maintenance rate was 97.6% in 2015.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    let mut first: BTreeMap<(&What, i32), &Stated> = BTreeMap::new();
    for stated in report.stated.iter().filter(|stated| stated.dated && !report.figures.holds(stated)) {
        let Some(other) = first.get(&(&stated.what, stated.year)) else {
            first.insert((&stated.what, stated.year), stated);
            continue;
        };
        let room = stated.room.max(other.room) * 1.000_001;
        if (stated.value - other.value).abs() <= room || stated.passage == other.passage {
            continue;
        }
        let (passage, there) = (&report.passages[stated.passage], &report.passages[other.passage]);
        let values = vec![
            ("written", quote(passage, stated.range.clone())),
            ("place", Value::Place(there.place)),
            ("other", quote(there, other.range.clone())),
        ];
        let by = Elsewhere::Text(there.place, there.written(other.range.clone()));
        marks.contradicted(passage, stated.range.clone(), values, by);
    }
}
