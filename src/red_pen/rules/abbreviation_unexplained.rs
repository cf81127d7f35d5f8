//! An abbreviation that not every examiner knows is explained nowhere in the report.

use crate::red_pen::marks::{Marks, quote};
use crate::red_pen::passage::{Part, Passage};
use crate::red_pen::report::Report;
use crate::red_pen::rule::{Example, Rule, Said, Weight};
use std::collections::BTreeSet;
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "abbreviation_unexplained",
    weight: Weight::Light,
    title: Said {
        zh: "缩写未作说明",
        en: "Abbreviation never explained",
    },
    why: Said {
        zh: "评审员来自不同行业，企业内部的缩写未必看得懂。第一次出现时写出全称，例如“制造执行系统（MES）”。",
        en: "Examiners come from different sectors and may not know what a house abbreviates. Write it in full where it first occurs, as in “manufacturing execution system (MES)”.",
    },
    told: Said {
        zh: "“{words}”在全文中没有说明。",
        en: "“{words}” is explained nowhere in the report.",
    },
    example: Example {
        part: Part::Approach,
        bad: Said {
            zh: "研究院每季度用 TRIZQ 评审方案，由项目经理落实。",
            en: "Every quarter the Research Institute reviews designs by TRIZQ, and project managers act on it.",
        },
        better: Said {
            zh: "研究院每季度用发明问题解决理论（TRIZQ）评审方案，由项目经理落实。",
            en: "Every quarter the Research Institute reviews designs by the theory of inventive problem solving (TRIZQ), and project managers act on it.",
        },
        times: 1,
        figures: &[],
    },
    find,
};

/// What everybody knows who judges management, and what is no abbreviation of words: units, standards, currencies. Our own list.
const KNOWN: [&str; 104] = [
    "ISO", "GB", "IEC", "OHSAS", "HACCP", "CNAS", "CMA", "CCC", "CE", "UL", "QC", "QA", "TQM", "PDCA", "SDCA", "SWOT", "PEST", "KPI", "FMEA", "DFMEA", "PFMEA",
    "SPC", "MSA", "QFD", "APQP", "PPAP", "DOE", "TPM", "OEE", "CPK", "CP", "PPM", "PPB", "JIT", "BSC", "ERP", "MES", "PLM", "PDM", "CRM", "SCM", "SRM", "OA",
    "HR", "IT", "ICT", "AI", "CAD", "CAE", "CAM", "CNC", "NC", "BIM", "APP", "WIFI", "PC", "PPT", "VIP", "CEO", "CFO", "GDP", "ROE", "ROI", "EVA", "RMB",
    "CNY", "USD", "EUR", "HKD", "RD", "EHS", "ESG", "LED", "TRIZ", "AED", "SOP", "OK", "EAP", "HSE", "MW", "KW", "KWH", "GW", "UPS", "UK", "EU", "US", "USA",
    "UN", "WTO", "PLC", "RFID", "GPS", "AGV", "COD", "VOC", "BI", "NPS", "LOGO", "USB", "PH", "DIY", "TOP", "WPS",
];

fn find(report: &Report<'_>, marks: &mut Marks<'_>) {
    let mut seen = BTreeSet::new();
    let explained = explained(report);
    for passage in report
        .passages
        .iter()
        .filter(|passage| !matches!(passage.part, Part::Strengths | Part::Opportunities))
    {
        for range in abbreviations(&passage.cased) {
            let word = &passage.cased[range.clone()];
            if !KNOWN.contains(&word) && !explained.contains(word) && seen.insert(word) {
                marks.mark(passage, range.clone(), vec![("words", quote(passage, range))]);
            }
        }
    }
}

/// Those that stand in brackets behind their name, or have brackets behind them.
fn explained<'r>(report: &'r Report<'_>) -> BTreeSet<&'r str> {
    let mut found = BTreeSet::new();
    let is_explained = |passage: &Passage, range: &Range<usize>| {
        let (before, after) = (passage.cased[..range.start].trim_end(), passage.cased[range.end..].trim_start());
        let opens = before.ends_with(['（', '(', '“', '"', '《']) || before.ends_with("简称") || before.ends_with("即") || before.ends_with("short");
        opens || after.starts_with(['（', '(']) || after.starts_with("即") || after.starts_with("是指")
    };
    for passage in &report.passages {
        for range in abbreviations(&passage.cased) {
            if is_explained(passage, &range) {
                found.insert(&passage.cased[range]);
            }
        }
    }
    found
}

/// Two to six capitals that stand alone: not part of a code, a model or a number of evidence.
fn abbreviations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|sign: char| sign.is_ascii_alphabetic()).map(|more| at + more) {
        let end = text[start..]
            .find(|sign: char| !sign.is_ascii_alphanumeric())
            .map_or(text.len(), |more| start + more);
        at = end;
        let word = &text[start..end];
        let alone =
            |sign: Option<char>| !sign.is_some_and(|sign| matches!(sign, '-' | '/' | '&' | '_' | '.' | '@' | '+' | '\'' | '’') || sign.is_ascii_digit());
        let next = text[end..].chars().next();
        // A full stop that ends a sentence belongs to no abbreviation.
        let ends = next == Some('.') && !text[end + 1..].starts_with(|sign: char| sign.is_ascii_alphanumeric());
        if (2..=6).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && alone(text[..start].chars().next_back())
            && (ends || alone(next))
            && !is_roman(word)
        {
            found.push(start..end);
        }
    }
    found
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}
