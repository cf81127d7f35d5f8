//! An opportunity for improvement says what to do instead of what is missing.

use crate::red_pen::marks::{Marks, quote};
use crate::red_pen::passage::{Part, Passage, Sentence};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::{Tongue, Words};
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "prescription_in_feedback",
    weight: Weight::Light,
    title: Said {
        zh: "改进机会写成了建议",
        en: "Prescription in an opportunity",
    },
    why: Said {
        zh: "改进机会写差距和影响，不写办法。评审反馈也不开处方：怎样改由组织决定，写成“应当”就限定了做法。",
        en: "An opportunity states the gap and its effect, not the remedy. Feedback never prescribes: how to improve is for the organisation to decide.",
    },
    told: Said {
        zh: "“{words}”给出了做法；此处写差距及其影响。",
        en: "“{words}” prescribes; state the gap and its effect here.",
    },
    example: Example {
        part: Part::Opportunities,
        bad: Said {
            zh: "应尽快建立供方沟通效果的评价办法。",
            en: "The company should evaluate how well it communicates with suppliers.",
        },
        better: Said {
            zh: "供方对沟通效果的评价没有固定周期，问题发现较晚。",
            en: "Suppliers' views of communication are not gathered on a fixed cycle, so problems are seen late.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

const ANYWHERE: Words = Words {
    zh: "应当|应该|应尽快|应建立|应加强|应完善|应制定|应开展|应进一步|应予以|应增加|应引入|应考虑|须尽快|须建立|需要加强|\
         需要建立|需要进一步|需加强|需建立|需进一步|必须|可考虑|不妨",
    en: "should|must|ought to|needs to|need to|recommend*|it is advised|it is advisable|it is suggested",
};
/// At the beginning of a clause.
const BEGINNINGS: [&str; 5] = ["建议", "应", "须", "宜", "要"];

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    for passage in report.parts(&[Part::Opportunities]) {
        for sentence in &passage.sentences {
            if let Some(place) = passage.first(sentence, &ANYWHERE).or_else(|| beginning(passage, sentence)) {
                marks.mark(passage, place.clone(), vec![("words", quote(passage, place))]);
            }
        }
    }
}

/// `建议……`, `应……` where a clause begins; not `建议采纳率`, `应收账款`.
fn beginning(passage: &Passage, sentence: &Sentence) -> Option<Range<usize>> {
    const OTHERS: [&str; 14] = [
        "建议采",
        "建议数",
        "建议率",
        "建议箱",
        "应收",
        "应付",
        "应急",
        "应对",
        "应用",
        "应交",
        "应届",
        "要素",
        "要求",
        "宜居",
    ];
    if sentence.tongue != Some(Tongue::Chinese) {
        return None;
    }
    let mut at = sentence.range.start;
    for clause in passage.plain[sentence.range.clone()].split_inclusive(['，', '；', '。', '：', '\n']) {
        let start = at + clause.len() - clause.trim_start().len();
        at += clause.len();
        let text = clause.trim_start();
        if let Some(word) = BEGINNINGS
            .iter()
            .find(|word| text.starts_with(**word))
            .filter(|_| !OTHERS.iter().any(|other| text.starts_with(other)))
        {
            return Some(start..start + word.len());
        }
    }
    None
}
