//! How far something is deployed is told without a place, a unit or a number.

use crate::red_pen::marks::Marks;
use crate::red_pen::numbers::has_figure;
use crate::red_pen::passage::{Part, Passage};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::{Tongue, Words};

pub(super) static RULE: Rule = Rule {
    code: "deployment_without_places",
    weight: Weight::Medium,
    title: Said {
        zh: "展开未写明范围",
        en: "Deployment without places",
    },
    why: Said {
        zh: "展开要回答的是在哪里做了、做到什么程度：哪些部门、基地、岗位、供方，占多少。“全面推行”说明不了范围，评审员会到现场逐个部门去问。",
        en: "Deployment asks where and how far: which departments, sites, kinds of staff and suppliers, and how many of them. “Everywhere” tells nothing, and examiners will ask department by department.",
    },
    told: Said {
        zh: "没有写明在哪些部门、场所或对象中展开，也没有数量。",
        en: "No department, site or group is named, and no number is given.",
    },
    example: Example {
        part: Part::Deployment,
        bad: Said {
            zh: "上述方法已在公司上下全面推行，各部门认真贯彻执行，取得了较好的效果，得到了广泛应用。",
            en: "The methods described above have been carried out everywhere in the company, are followed conscientiously by all departments and are in wide use with good effect.",
        },
        better: Said {
            zh: "上述方法已在总部 9 个部门和 2 个生产基地执行，37 家核心供方中有 32 家采用；顺义基地的夜班尚未实施。",
            en: "The methods described above are in use in the 9 departments of head office and at 2 production bases, and by 32 of 37 core suppliers; night shifts at Shunyi do not follow them yet.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

const SHORTEST: [(Tongue, usize); 2] = [(Tongue::Chinese, 30), (Tongue::English, 18)];
/// Everywhere, which is nowhere in particular.
const VAGUE: Words = Words {
    zh: "各部门|各单位|各级|各个部门|各岗位|各相关部门|相关部门|有关部门|全公司|公司上下|全体|各层级|各方面|所有部门|全部部门",
    en: "all departments|every department|each department|all units|all levels|every level|the departments|\
         relevant departments|all staff|all employees|throughout the company|across the company|whole company|company-wide",
};
const PLACES: Words = Words {
    zh: "部|基地|车间|班组|工厂|分厂|分公司|子公司|事业|门店|网点|站|产线|生产线|工序|项目|岗位|供方|合作伙伴|经销|代理|区域|\
         地区|片区|服务区|总部|院|中心|社区|科室|学校|一线|新员工|管理人员|技术人员|操作人员|顾客|市场",
    en: "department*|base|bases|plant*|workshop*|team*|site*|branch*|subsidiar*|division*|store*|outlet*|station*|line|lines|\
         project*|post|posts|supplier*|partner*|distributor*|region*|district*|area*|office*|institute*|centre*|head-office|\
         operator*|engineer*|manager*|customer*|market*",
};

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    for passage in report.parts(&[Part::Deployment]) {
        let enough = SHORTEST
            .iter()
            .any(|(tongue, least)| passage.tongue == Some(*tongue) && passage.length >= *least);
        if enough && !has_figure(&passage.plain, 0..passage.plain.len()) && !names_places(passage) {
            marks.mark(passage, passage.whole(), Vec::new());
        }
    }
}

fn names_places(passage: &Passage) -> bool {
    passage.sentences.iter().any(|sentence| {
        let Some(tongue) = sentence.tongue else { return false };
        let mut text = passage.plain[sentence.range.clone()].to_owned();
        while let Some(vague) = VAGUE.first(tongue, &text) {
            text.replace_range(vague, " ");
        }
        for whole in ["全部", "内部", "外部"] {
            text = text.replace(whole, " ");
        }
        PLACES.first(tongue, &text).is_some()
    })
}
