//! A sentence that nobody reads to its end in one go.

use crate::findings::characters;
use crate::red_pen::hit::Value;
use crate::red_pen::marks::Marks;
use crate::red_pen::numbers::{Kind, numbers};
use crate::red_pen::passage::{Part, trimmed};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::Tongue;
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "long_sentence",
    weight: Weight::Light,
    title: Said {
        zh: "句子过长",
        en: "Sentence too long",
    },
    why: Said {
        zh: "评审员在几天里读几十份报告。超过 120 字的句子要读两遍，要点埋在中间；拆成几句，或把数据放进表里。",
        en: "Examiners read dozens of reports within days. A sentence of more than 120 Chinese characters or 60 words has to be read twice; make several of it, or move its figures into a table.",
    },
    told: Said {
        zh: "这一句有 {n} 字。",
        en: "This sentence has {n} words (Chinese characters).",
    },
    example: Example {
        part: Part::Approach,
        bad: Said {
            zh: "质量管理部每月组织各基地的检验、工艺、设备、采购和服务人员召开质量例会，汇总当月的检验数据、顾客投诉、供方来料问题和内部审核发现，按重要程度和发生次数排出先后，\
                 由相关部门分析原因并提出对策，经主管领导审批后列入督办清单，明确责任人、完成期限和验证方法，并在下一次例会上逐项报告进展和效果。",
            en: "Every month the Quality Department calls inspectors, process engineers, maintenance staff, buyers and service staff of each base to a quality meeting that gathers the inspection data, \
                 the complaints of customers, the problems with supplied material and the findings of internal audits, ranks them by weight and frequency, has the departments concerned analyse causes and \
                 propose remedies, and puts these on a list with owner, date and means of checking.",
        },
        better: Said {
            zh: "质量管理部每月召开质量例会，汇总检验数据、顾客投诉、供方来料问题和审核发现。问题按重要程度和次数排序，由相关部门分析原因并提出对策。\
                 对策经审批后列入督办清单，下一次例会逐项报告进展。",
            en: "Every month the Quality Department calls a quality meeting that gathers inspection data, complaints, problems with supplied material and audit findings. Problems are ranked by weight and \
                 frequency. The departments concerned analyse causes and propose remedies, which go on a list with owner and date.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

/// The most of one sentence, in 字数: Chinese characters, or English words.
const MOST: [(Tongue, usize); 2] = [(Tongue::Chinese, 120), (Tongue::English, 60)];
/// From so many figures on it is a list in words, which reads like a table.
const LIST: usize = 9;

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    let read = |part: Part| !matches!(part, Part::Strengths | Part::Opportunities);
    for passage in report.passages.iter().filter(|passage| read(passage.part)) {
        for sentence in &passage.sentences {
            let Some((_, most)) = MOST.iter().find(|(tongue, _)| sentence.tongue == Some(*tongue)) else {
                continue;
            };
            // A semicolon is a place to breathe.
            for range in clauses(&passage.cased, &sentence.range) {
                let length = characters(&passage.cased[range.clone()]);
                if length <= *most {
                    continue;
                }
                let figures = numbers(&passage.plain, range.clone())
                    .iter()
                    .filter(|number| number.kind == Kind::Figure)
                    .count();
                if figures < LIST {
                    marks.mark(passage, trimmed(&passage.cased, range), vec![("n", Value::Count(length))]);
                }
            }
        }
    }
}

fn clauses(text: &str, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let mut at = sentence.start;
    let parts = text[sentence.clone()].split_inclusive(['；', ';']).map(|clause| {
        let start = at;
        at += clause.len();
        start..at
    });
    parts.collect()
}
