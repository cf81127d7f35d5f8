//! A comparison names nobody that is compared with, or no figure of theirs.

use crate::red_pen::marks::Marks;
use crate::red_pen::numbers::has_figure;
use crate::red_pen::passage::Part;
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::Words;

pub(super) static RULE: Rule = Rule {
    code: "results_without_comparison",
    weight: Weight::Medium,
    title: Said {
        zh: "对比没有对象或数据",
        en: "Comparison without a name or a figure",
    },
    why: Said {
        zh: "对比要写明与谁比、对方是多少、数据从何而来。只与本组织的目标或上年相比，属于水平和趋势，不能算对比。",
        en: "A comparison says with whom, what theirs is and where that comes from. Against one's own target or the year before it is level and trend, not comparison.",
    },
    told: Said {
        zh: "没有写明与谁对比，或没有对方的数据。",
        en: "It names nobody to compare with, or gives no figure of theirs.",
    },
    example: Example {
        part: Part::Comparison,
        bad: Said {
            zh: "主要指标均好于上年，达到了预期水平，综合实力位居前列。",
            en: "The main measures are better than the year before, reach what was wanted and are among the best.",
        },
        better: Said {
            zh: "2015 年准时交付率 95.2%，行业协会平均 92.0%，国内同行 A 公司 94.0%。",
            en: "On-time delivery was 95.2% in 2015; the sector association average is 92.0% and domestic peer A has 94.0%.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

const OTHERS: Words = Words {
    zh: "同行|行业|标杆|对手|平均|样本|协会|同类|全国|全市|本市|先进|国家标准|国际|国内| 公司|机构甲|机构乙|第三方|公开",
    en: "peer*|sector|industry|benchmark*|competitor*|average*|association|sample|national|similar|other organisation*|\
         other compan*|best|published|third part*|rival*|citywide",
};
/// Whoever says that there is nothing to compare with says what there is.
const NONE: Words = Words {
    zh: "没有对比|没有可比|尚无|暂无|尚未|缺少|未取得|没有取得|没有同",
    en: "no comparison|no peer|not yet|there are no|there is no|no data|lacking|lack*|not available|unavailable|nobody",
};

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    for passage in report.parts(&[Part::Comparison]) {
        let told = passage.has(&OTHERS) && has_figure(&passage.plain, 0..passage.plain.len());
        if passage.tongue.is_some() && passage.length >= 8 && !told && !passage.has(&NONE) {
            marks.mark(passage, passage.whole(), Vec::new());
        }
    }
}
