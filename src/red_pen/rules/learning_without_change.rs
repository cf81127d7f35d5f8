//! What was learnt is told without anything that was changed.

use crate::red_pen::marks::Marks;
use crate::red_pen::passage::{Part, Passage};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::{Tongue, Words};

pub(super) static RULE: Rule = Rule {
    code: "learning_without_change",
    weight: Weight::Medium,
    title: Said {
        zh: "学习未带来改变",
        en: "Learning without a change made",
    },
    why: Said {
        zh: "学习指用事实评价方法，再改动方法本身。只写“不断总结、持续改进”，没有改了什么、何时改、为什么改，评审员只能认为尚未评价过。",
        en: "Learning means judging a method by facts and then changing the method itself. “Continual improvement” without what was changed, when and why reads as if nothing was ever evaluated.",
    },
    told: Said {
        zh: "没有写明因评价而改动了什么。",
        en: "No change made because of an evaluation is named.",
    },
    example: Example {
        part: Part::Learning,
        bad: Said {
            zh: "公司高度重视学习与创新，定期总结经验，不断完善各项制度，持续改进工作方法，员工素质不断提高。",
            en: "The company attaches great importance to learning and innovation, regularly sums up experience, and continually improves its ways of working and the skills of its staff.",
        },
        better: Said {
            zh: "每年 12 月依据员工调查评价沟通渠道；2014 年因意见答复偏慢，将总经理接待日由每季度一次改为每月一次。",
            en: "Every December communication channels are evaluated by the staff survey; because replies were slow, the general manager's open day went from quarterly to monthly in 2014.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

const SHORTEST: [(Tongue, usize); 2] = [(Tongue::Chinese, 30), (Tongue::English, 18)];
/// Said of everything always, and so of nothing.
const VAGUE: Words = Words {
    zh: "持续改进|不断改进|持续完善|不断完善|持续优化|不断优化|持续提升|不断提升|不断提高|持续提高|进一步完善|进一步改进|\
         不断创新|持续创新|改进工作方法|逐步完善|加以改进|改进与创新|创新与改进|改进机会",
    en: "continual improvement|continuous improvement|continually improve*|continuously improve*|constantly improve*|\
         keeps improving|always improv*|further improve*|steadily improve*|improvement culture|learning and innovation",
};
const CHANGES: Words = Words {
    zh: "改为|改由|改成|改用|改进|修订|修改|增设|增加|新增|增补|取消|删除|调整|引入|推广|扩展|前移|缩短|建立|设立|优化|完善|\
         提高到|降至|升至|降到|更新|替换|合并|简化|推行|上线|开通|改版|重新|制定|发布|固化|编制|统一|收紧|放宽|改造|减少|拆分|\
         变更|纳入",
    en: "changed|went from|revis*|replaced|introduced|added|add|extended|adopted|withdrawn|withdrew|dropped|moved|brought in|\
         set up|adjust*|cut|raised|reduced|shortened|updated|simplified|redesigned|launched|merged|split|rewritten|improved|\
         improvements|turned into|became|become|led to|opened|deleted|new|amended|tightened|unified|standardised|switched|fell|\
         rose|entered|now",
};

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    for passage in report.parts(&[Part::Learning]) {
        let enough = SHORTEST
            .iter()
            .any(|(tongue, least)| passage.tongue == Some(*tongue) && passage.length >= *least);
        if enough && !names_change(passage) {
            marks.mark(passage, passage.whole(), Vec::new());
        }
    }
}

fn names_change(passage: &Passage) -> bool {
    passage.sentences.iter().any(|sentence| {
        let Some(tongue) = sentence.tongue else { return false };
        let mut text = passage.plain[sentence.range.clone()].to_owned();
        while let Some(vague) = VAGUE.first(tongue, &text) {
            text.replace_range(vague, " ");
        }
        CHANGES.first(tongue, &text).is_some()
    })
}
