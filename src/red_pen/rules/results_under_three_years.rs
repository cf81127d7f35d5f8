//! A trend is told by fewer than three years.

use crate::red_pen::marks::Marks;
use crate::red_pen::numbers::{Kind, Number, has_figure, numbers};
use crate::red_pen::passage::{Part, Passage};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::Words;

pub(super) static RULE: Rule = Rule {
    code: "results_under_three_years",
    weight: Weight::Medium,
    title: Said {
        zh: "趋势不足 3 年",
        en: "Trend of fewer than three years",
    },
    why: Said {
        zh: "趋势至少要看 3 年。两个点只能说明有变化，说明不了方向，也看不出是否稳定。",
        en: "A trend takes three years at least. Two points show that something changed, but neither a direction nor whether it lasts.",
    },
    told: Said {
        zh: "这段趋势的数据不足 3 年。",
        en: "This trend has fewer than 3 years of data.",
    },
    example: Example {
        part: Part::Trend,
        bad: Said {
            zh: "2015 年准时交付率为 95.2%，比上年提高 1.4 个百分点。",
            en: "On-time delivery was 95.2% in 2015, up 1.4 percentage points on the year before.",
        },
        better: Said {
            zh: "2013—2015 年准时交付率为 91.5%、93.8%、95.2%。",
            en: "On-time delivery was 91.5%, 93.8% and 95.2% in 2013–2015.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

/// Words that say of how many years is told, or that there are not enough.
const YEARS: Words = Words {
    zh: "三年|四年|五年|历年|逐年|连续|尚无|暂无|不足",
    en: "three years|3 years|four years|4 years|five years|5 years|year by year|consecutive|3-year|no trend|not yet|only since",
};

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    for passage in report.parts(&[Part::Trend]) {
        if has_figure(&passage.plain, 0..passage.plain.len()) && !passage.has(&YEARS) && !has_three(passage) {
            marks.mark(passage, passage.whole(), Vec::new());
        }
    }
}

/// Whether three years are named, or three numbers stand in a row.
fn has_three(passage: &Passage) -> bool {
    let text = &passage.plain;
    let found = numbers(text, 0..text.len());
    let mut years: Vec<i32> = found
        .iter()
        .filter_map(|number| if let Kind::Year(year) = number.kind { Some(year) } else { None })
        .collect();
    years.sort_unstable();
    years.dedup();
    let told = |number: &Number| {
        let next = text[number.range.end..].trim_start_matches(' ');
        number.kind == Kind::Figure && next.starts_with('年') && matches!(&text[number.range.clone()], "3" | "4" | "5" | "6")
    };
    let span = years.iter().max().zip(years.iter().min()).is_some_and(|(last, first)| last - first >= 2);
    let figures: Vec<_> = found.iter().filter(|number| number.kind == Kind::Figure).collect();
    let beside = |one: usize, other: usize| {
        let between = text[one..other].trim_start_matches(|sign: char| sign.is_alphabetic() || matches!(sign, '%' | '‰' | ' '));
        matches!(between, "、" | ", " | "," | "/" | "→") || between.is_empty() && text[one..other].ends_with("and ")
    };
    let row = figures
        .windows(3)
        .any(|three| beside(three[0].range.end, three[1].range.start) && beside(three[1].range.end, three[2].range.start));
    years.len() >= 3 || span || row || found.iter().any(told)
}
