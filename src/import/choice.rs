//! Choices as they are written in tables, in both languages: whose benchmark, origins, direction, yes and no.

use super::fold::fold;
use crate::assessment::{Origin, Origins, Whose};
use crate::criteria::Aim;

/// The first choice one of whose words stands in a text.
fn contained<T: Copy>(text: &str, choices: &[(T, &[&str])]) -> Option<T> {
    let folded = fold(text);
    let found = choices.iter().find(|(_, words)| words.iter().any(|word| folded.contains(word)));
    found.map(|(choice, _)| *choice)
}

pub(super) fn whose(text: &str) -> Option<Whose> {
    contained(
        text,
        &[
            (Whose::Competitor, &["竞争", "competitor"]),
            (Whose::World, &["世界", "国际", "world", "international"]),
            (Whose::Sector, &["行业", "同行", "sector", "industry"]),
        ],
    )
}

/// Several origins, parted by commas, strokes or line ends; none where one of them is not known.
pub(super) fn origins(text: &str) -> Option<Origins> {
    let one = |text: &str| {
        contained(
            text,
            &[
                (Origin::ThirdParty, &["第三方", "thirdparty"]),
                (Origin::Government, &["政府", "government"]),
                (Origin::Consumers, &["消费者", "顾客", "consumer", "customer"]),
                (Origin::Media, &["媒体", "media"]),
                (Origin::Enterprise, &["企业", "本单位", "内部", "enterprise", "organisation", "internal"]),
            ],
        )
    };
    let parts = text.split(['、', ',', '，', ';', '；', '/', '+', '\n']).filter(|part| !part.trim().is_empty());
    parts.map(one).collect()
}

pub(super) fn direction(text: &str) -> Option<Aim> {
    contained(
        text,
        &[
            (Aim::Range, &["范围", "适中", "区间", "range", "within"]),
            (Aim::Higher, &["高", "大", "升", "higher", "up", "more"]),
            (Aim::Lower, &["低", "小", "降", "lower", "down", "less"]),
        ],
    )
}

/// Yes and no; none for anything else.
pub(super) fn yes(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "是" | "yes" | "y" | "true" | "1" => Some(true),
        "否" | "no" | "n" | "false" | "0" => Some(false),
        _ => (text.trim() == "√").then_some(true),
    }
}
