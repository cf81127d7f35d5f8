//! A sentence praises, and holds no figure and names no evidence.

use crate::red_pen::marks::{Marks, quote};
use crate::red_pen::numbers::has_figure;
use crate::red_pen::passage::Part;
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::Words;

pub(super) static RULE: Rule = Rule {
    code: "praise_without_figure",
    weight: Weight::Medium,
    title: Said {
        zh: "只有评价，没有数据",
        en: "Praise without a figure",
    },
    why: Said {
        zh: "“显著”“大幅”“行业领先”是结论，评审员要看的是得出结论的数据：从多少到多少，与谁相比。没有数据的评价不能得分。",
        en: "“Significantly” and “industry-leading” are conclusions; examiners want the data behind them: from what to what, and compared with whom. Praise without data earns nothing.",
    },
    told: Said {
        zh: "“{words}”所在的句子没有数据，也没有证据编号。",
        en: "The sentence with “{words}” has neither a figure nor evidence.",
    },
    example: Example {
        part: Part::Level,
        bad: Said {
            zh: "通过持续改进，产品质量显著提升，处于行业领先地位。",
            en: "Through continual improvement product quality rose significantly and holds a leading position.",
        },
        better: Said {
            zh: "一次交验合格率由 2013 年的 97.1% 升至 2015 年的 98.6%，行业协会平均 96.4%。",
            en: "First-pass yield rose from 97.1% in 2013 to 98.6% in 2015; the sector association average is 96.4%.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

/// Words that say how good something is, our own list.
const PRAISE: Words = Words {
    zh: "显著|大幅|明显提升|明显提高|明显改善|明显增强|行业领先|业内领先|业界领先|同行领先|行业前列|名列前茅|遥遥领先|处于领先|\
         领先地位|领先水平|一流|卓有成效|成绩突出|成效突出|效果突出|成效明显|效果明显|效果良好|良好效果|良好成效|高度评价|\
         高度认可|广泛好评|一致好评|广受好评|深受好评|普遍好评|突破性|跨越式|飞跃|极大地|极大提|优异",
    en: "significantly|substantially|greatly|dramatically|remarkabl*|outstanding|excellent|industry-leading|sector-leading|\
         world-class|first-class|leading position|leading level|highly praised|highly regarded|well received|widely recognised|\
         tremendous*|impressive*|superb|exceptional*|breakthrough|great success|very good|considerably",
};
/// Right before a word of praise it is no praise.
const DENIED: [&str; 11] = ["不", "无", "未", "没有", "非", "不够", "not ", "no ", "nor ", "without ", "non-"];
/// Whose praise is part of a name, or of others.
const NAMES: [&str; 12] = [
    "显著性",
    "显著水平",
    "行业领先企业",
    "行业领先的企业",
    "业内领先企业",
    "行业领先组织",
    "行业领先者",
    "领先水平的差距",
    "excellent class",
    "significantly different",
    "industry-leading compan",
    "world-class compan",
];
/// Words by which a sentence speaks of what is aimed at.
const AIMED: Words = Words {
    zh: "成为|打造|建设|争创|追求|迈向|瞄准|对标|愿景|使命|力争|努力|目标是|差距|学习借鉴",
    en: "vision|mission|aim*|become|becoming|goal|strive*|aspire*|gap|learn from",
};

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    for passage in report
        .passages
        .iter()
        .filter(|passage| passage.part != Part::Opportunities && passage.may_have(&PRAISE))
    {
        for sentence in passage.sentences.iter().filter(|sentence| !sentence.proven) {
            let Some(place) = passage.first(sentence, &PRAISE) else { continue };
            let (before, from) = (&passage.plain[sentence.range.start..place.start], &passage.plain[place.start..]);
            let denied = DENIED.iter().any(|word| before.ends_with(word)) || NAMES.iter().any(|name| from.starts_with(name));
            let aimed = sentence.tongue.is_some_and(|tongue| AIMED.first(tongue, before).is_some());
            if !denied && !aimed && !has_figure(&passage.plain, sentence.range.clone()) {
                marks.mark(passage, place.clone(), vec![("words", quote(passage, place))]);
            }
        }
    }
}
