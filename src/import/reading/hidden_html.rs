//! What a web page says not to be shown: by the style of a mark itself, or by a class that its own style sheet hides. More of CSS is not read.

use super::markup::Tag;
use std::collections::BTreeSet;

/// The classes that are hidden, in small letters.
#[derive(Default)]
pub(super) struct HiddenClasses(BTreeSet<String>);

impl HiddenClasses {
    /// Reads rules such as `td.gone, .off { display: none }`; of a selector the class at its end counts.
    pub(super) fn read(&mut self, sheet: &str) {
        for rule in sheet.split('}') {
            let Some((selectors, declared)) = rule.split_once('{') else { continue };
            if hides(declared) {
                let classes = selectors.split(',').filter_map(|selector| Some(selector.trim().rsplit_once('.')?.1));
                let plain = |class: &&str| class.chars().all(|mark| mark.is_alphanumeric() || matches!(mark, '-' | '_'));
                self.0.extend(classes.filter(plain).map(str::to_lowercase));
            }
        }
    }

    /// Whether a mark is not shown.
    pub(super) fn hide(&self, tag: &Tag<'_>) -> bool {
        let class = tag.attribute("class").unwrap_or_default().to_lowercase();
        hides(&tag.attribute("style").unwrap_or_default()) || class.split_whitespace().any(|class| self.0.contains(class))
    }
}

fn hides(declared: &str) -> bool {
    let declared = declared.to_lowercase().split_whitespace().collect::<String>();
    declared.contains("display:none") || declared.contains("visibility:collapse")
}
