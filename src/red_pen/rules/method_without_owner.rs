//! A method is told without at least two of: who does it, how often, since when.

use crate::red_pen::hit::Value;
use crate::red_pen::marks::Marks;
use crate::red_pen::numbers::{Kind, numbers};
use crate::red_pen::passage::{Part, Passage};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::{Tongue, Words};

pub(super) static RULE: Rule = Rule {
    code: "method_without_owner",
    weight: Weight::Medium,
    title: Said {
        zh: "方法缺少责任人、频次或起始时间",
        en: "Method without owner, frequency or start",
    },
    why: Said {
        zh: "评审员判断方法是否系统，看谁负责、多久做一次、从何时开始。三者中缺了两项，读起来像口号，档次也会随之降低。",
        en: "Whether an approach is systematic shows in who is responsible, how often it is done and since when. With two of the three missing it reads like a slogan and the band falls.",
    },
    told: Said {
        zh: "责任人、频次、起始时间三项，此处写明 {n} 项。",
        en: "Owner, frequency and start: {n} of 3 given here.",
    },
    example: Example {
        part: Part::Approach,
        bad: Said {
            zh: "建立了完善的顾客需求识别方法，通过多种渠道收集顾客意见，对意见进行分类、分析和传递，并转化为产品和服务的要求。",
            en: "There is a complete method of learning what customers need: views are collected through many channels, sorted, analysed, passed on and turned into requirements for products and services.",
        },
        better: Said {
            zh: "自 2012 年起，营销部每季度走访重点顾客，收集的意见由质量管理部分类、分析，并在月度评审会上转化为产品和服务的要求。",
            en: "Since 2012 the Sales Department has visited key customers every quarter; the Quality Department sorts and analyses their views, which the monthly review turns into requirements for products and services.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

/// Shorter texts are too short to tell, in 字数.
const SHORTEST: [(Tongue, usize); 2] = [(Tongue::Chinese, 45), (Tongue::English, 25)];

const OWNER: Words = Words {
    zh: "负责|牵头|主持|主管|经理|总监|主任|厂长|院长|所长|站长|校长|董事|理事|委员会|领导小组|办公室|责任人|责任部门|专人|\
         专员|工程师|管理员|班组长|小组|高层领导|部门|科室|代表大会|社会工作者|社工|联络人",
    en: "manager*|director*|department*|committee*|board|team*|leader*|head|heads|owner*|responsible|accountable|officer*|\
         council|centre|institute|office|unit*|supervisor*|congress|president|chair*",
};
const FREQUENCY: Words = Words {
    zh: "每年|每月|每季|每周|每日|每天|每半年|每班|每次|每批|每轮|每届|每两|每三|每 |年度|季度|月度|半年|按月|按季|按年|按周|\
         按日|逐年|逐月|滚动|实时|日常|个工作日|日内|小时内|次年|次月|一年一|年会|分钟内",
    en: "every|each year|each month|each quarter|each week|each day|each shift|yearly|annual*|monthly|weekly|daily|quarterly|\
         half-yearly|once a|twice a|times a|per year|per month|a year|a month|a week|a quarter|working days|rolling|january|\
         february|march|april|june|july|august|september|october|november|december|within",
};
const START: Words = Words {
    zh: "年起|年以来|年开始|至今|第一轮|第二轮|第三轮|首次|版）|年来|以来",
    en: "since|started|began|introduced in|edition|for years|in its",
};

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    for passage in report.parts(&[Part::Approach]) {
        let enough = SHORTEST
            .iter()
            .any(|(tongue, least)| passage.tongue == Some(*tongue) && passage.length >= *least);
        if !enough {
            continue;
        }
        let given = [
            passage.has(&OWNER) || has_department(passage),
            passage.has(&FREQUENCY),
            passage.has(&START) || has_year(passage),
        ];
        let count = given.iter().filter(|given| **given).count();
        if count < 2 {
            marks.mark(passage, passage.whole(), vec![("n", Value::Count(count))]);
        }
    }
}

/// Whether a department, a section or an institute is named: `质量管理部`, `设备科`; not `全部`, `内部`.
fn has_department(passage: &Passage) -> bool {
    const NOT_BEFORE: &str = "内外局底干细大上下中南北东西分基根头本";
    const NOT_AFTER: &str = "分署件位队长级委";
    let text = &passage.plain;
    let is_one = |(at, sign): (usize, &str)| {
        let before = text[..at].chars().next_back();
        let after = text[at + sign.len()..].chars().next();
        let all = text[..at].ends_with('全') && !text[..at].ends_with("安全");
        !all && before.is_some_and(|sign| super::super::words::is_han(sign) && !NOT_BEFORE.contains(sign))
            && !after.is_some_and(|sign| NOT_AFTER.contains(sign))
    };
    passage.tongue == Some(Tongue::Chinese)
        && (text.match_indices('部').any(is_one) || text.match_indices("研究院").next().is_some() || text.match_indices("中心").any(is_one))
}

fn has_year(passage: &Passage) -> bool {
    let all = 0..passage.plain.len();
    numbers(&passage.plain, all).iter().any(|number| matches!(number.kind, Kind::Year(_)))
}
