//! A sentence claims to be the first, the only one or the leader of a country or sector, and names no evidence.

use crate::red_pen::marks::{Marks, quote};
use crate::red_pen::passage::{Part, Passage, Sentence};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use crate::red_pen::words::{Tongue, Words};
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "first_without_evidence",
    weight: Weight::Heavy,
    title: Said {
        zh: "“首创”“唯一”没有证据",
        en: "Claim to be first or only without evidence",
    },
    why: Said {
        zh: "“国内首创”“行业唯一”是最容易被问倒的话：凭什么，谁认定的。没有查新报告、鉴定结论或第三方排名，评审员按夸大处理。",
        en: "A claim to be the first or the only one is questioned before all else: on what ground, and who says so? Without a novelty search, an appraisal or a ranking by a third party it is taken as exaggeration.",
    },
    told: Said {
        zh: "“{words}”没有写明证据编号。",
        en: "“{words}” names no evidence.",
    },
    example: Example {
        part: Part::Level,
        bad: Said {
            zh: "自主研制的在线检测系统为国内首创。",
            en: "The in-line inspection system developed in-house is the first in China.",
        },
        better: Said {
            zh: "自主研制的在线检测系统经 2015 年科技查新，未见国内同类报道（E-26）。",
            en: "A novelty search in 2015 found no in-line inspection system of this kind reported in China (E-26).",
        },
        times: 1,
        figures: &[],
    },
    find,
};

/// Where it is claimed to be first.
const SCOPES: [&str; 14] = [
    "国内",
    "国际",
    "全国",
    "世界",
    "全球",
    "行业内",
    "行业",
    "业内",
    "同行业",
    "本市",
    "全市",
    "亚洲",
    "省内",
    "我国",
];
/// What is claimed, with at most so many characters between both.
const CLAIMS: [&str; 9] = ["首创", "首家", "首个", "首台", "首款", "唯一", "独家", "独有", "第一家"];
const NEAR: usize = 6;

const WHOLE: Words = Words {
    zh: "填补国内空白|填补了国内空白|填补行业空白|填补了行业空白|国际领先水平|世界领先水平|国内独创|独一无二|首屈一指",
    en: "first in china|first in the country|first in the industry|first in the sector|first in the world|first of its kind|\
         the only company in|the only enterprise in|the only organisation in|the only one in china|only one of its kind|\
         unique in china|unique in the industry|unique in the sector|unique in the world|world-leading|world leader in|\
         second to none|unrivalled|unparalleled",
};

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    for passage in report.passages.iter().filter(|passage| passage.part != Part::Opportunities) {
        for sentence in passage.sentences.iter().filter(|sentence| !sentence.proven) {
            if let Some(place) = passage.first(sentence, &WHOLE).or_else(|| scoped(passage, sentence)) {
                marks.mark(passage, place.clone(), vec![("words", quote(passage, place))]);
            }
        }
    }
}

/// `国内首创`, `全国同行业中唯一`; not `本企业首创`.
fn scoped(passage: &Passage, sentence: &Sentence) -> Option<Range<usize>> {
    if sentence.tongue != Some(Tongue::Chinese) {
        return None;
    }
    let text = &passage.plain[sentence.range.clone()];
    let claims = CLAIMS
        .iter()
        .flat_map(|claim| text.match_indices(claim).map(|(at, claim)| (at, at + claim.len())));
    let with_scope = claims.filter_map(|(at, end)| {
        let clause = text[..at].rfind(['，', '。', '；', '、', '：']).map_or(0, |mark| mark + '，'.len_utf8());
        let start = SCOPES
            .iter()
            .filter_map(|scope| text[clause..at].rfind(scope).map(|more| (clause + more, scope)))
            .min_by_key(|(start, _)| *start);
        let (start, scope) = start?;
        (text[start + scope.len()..at].chars().count() <= NEAR).then_some(start..end)
    });
    let place = with_scope.min_by_key(|place| place.start)?;
    Some(place.start + sentence.range.start..place.end + sentence.range.start)
}
