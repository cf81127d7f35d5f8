//! What is meant to be done stands where it is asked what is done.

use crate::red_pen::marks::{Marks, quote};
use crate::red_pen::passage::Part;
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::Words;

pub(super) static RULE: Rule = Rule {
    code: "future_for_facts",
    weight: Weight::Medium,
    title: Said {
        zh: "以打算代替事实",
        en: "Intentions where facts are asked",
    },
    why: Said {
        zh: "方法、展开、学习和结果问的是已经做了什么。“将建立”“拟开展”在评审员看来就是还没有做，宜写入改进计划。",
        en: "Approach, deployment, learning and results ask what is done already. “Will set up” tells an examiner that it is not done; its place is the improvement plan.",
    },
    told: Said {
        zh: "“{words}”说的是打算，此处问的是已做到的事。",
        en: "“{words}” tells of an intention; facts are asked here.",
    },
    example: Example {
        part: Part::Approach,
        bad: Said {
            zh: "质量管理部将建立供方质量档案，并将逐步完善供方评价办法。",
            en: "The Quality Department will set up quality files of suppliers and intends to refine how they are evaluated.",
        },
        better: Said {
            zh: "质量管理部于 2014 年建立供方质量档案，每年按档案评价供方。",
            en: "The Quality Department set up quality files of suppliers in 2014 and evaluates suppliers by them every year.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

const FUTURE: Words = Words {
    zh: "将要|将会|将于|将逐步|将进一步|将继续|将建立|将开展|将推进|将实现|将通过|将加强|将完善|将在|即将|拟建|拟于|拟在|\
         拟开展|拟引入|下一步|今后将|今后要|未来将|打算|有望|计划建立|计划开展|计划引入|计划于",
    en: "will|shall|is going to|are going to|plans to|plan to|intends to|intend to|is expected to|are expected to|is to be|\
         are to be|hopes to|aims to|next step*|in the future",
};
/// What always happens in some case is no intention: `if it is not closed in 30 days, the manager will be told`.
const IN_CASE: Words = Words {
    zh: "如果|如有|如遇|如发生|若|一旦|凡|超过|逾期|的，将|时将|时，将|后将|后，将",
    en: "if|when|whenever|once|unless|until|in case",
};
/// Behind `will`, what is no intention.
const NOT: [&str; 5] = ["will-", "will of", "shall-", "shall not", "will not"];

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    let asked = [Part::Approach, Part::Deployment, Part::Learning, Part::Level, Part::Trend];
    for passage in report.parts(&asked).filter(|passage| passage.may_have(&FUTURE)) {
        for sentence in &passage.sentences {
            let Some(place) = passage.first(sentence, &FUTURE) else { continue };
            let rest = &passage.plain[place.start..];
            let in_case = sentence
                .tongue
                .is_some_and(|tongue| IN_CASE.first(tongue, &passage.plain[sentence.range.clone()]).is_some());
            if !in_case && !NOT.iter().any(|word| rest.starts_with(word)) {
                marks.mark(passage, place.clone(), vec![("words", quote(passage, place))]);
            }
        }
    }
}
