//! A figure of a text is not that of the table, rounded as the text writes it.

use crate::red_pen::hit::{Elsewhere, Value};
use crate::red_pen::marks::{Marks, quote};
use crate::red_pen::passage::Part;
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};

pub(super) static RULE: Rule = Rule {
    code: "figure_differs",
    weight: Weight::Heavy,
    title: Said {
        zh: "文中数值与数据表不一致",
        en: "Figure differs from the table",
    },
    why: Said {
        zh: "评审员会拿正文与数据表、审计报告逐个核对。一处对不上，其余数字也会被怀疑，现场评审要花时间解释。",
        en: "Examiners check the text against the table and the audited accounts. One figure that does not match casts doubt on all others and costs time during the site visit.",
    },
    told: Said {
        zh: "文中写“{written}”，数据表中 {year} 年“{figure}”为 {value}。",
        en: "The text says “{written}”; the table of {year} has {value} for “{figure}”.",
    },
    example: Example {
        part: Part::Level,
        bad: Said {
            zh: "2014 年准时交付率 96.5%，好于 2013 年。",
            en: "On-time delivery was 96.5% in 2014, better than in 2013.",
        },
        better: Said {
            zh: "2014 年准时交付率 95.6%，好于 2013 年。",
            en: "On-time delivery was 95.6% in 2014, better than in 2013.",
        },
        times: 1,
        figures: &[("on-time-delivery", 2014, 95.6)],
    },
    find,
};

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    for (stated, subject, table, agrees) in report.figures.compared(&report.stated) {
        if agrees {
            continue;
        }
        let passage = &report.passages[stated.passage];
        let values = vec![
            ("written", quote(passage, stated.range.clone())),
            ("year", Value::Year(stated.year)),
            ("figure", Value::Figure(subject)),
            ("value", Value::Number(table)),
        ];
        marks.contradicted(passage, stated.range.clone(), values, Elsewhere::Table(subject, stated.year));
    }
}
