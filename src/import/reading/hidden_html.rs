//! What a web page says not to be shown: by the style of a mark itself, by a class that its own style sheet hides, or by what a mark is for. More
//! of CSS is not read.

use super::markup::{Mark, Tag};
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
        let hidden = tag.attribute("hidden").is_some();
        hidden || hides(&tag.attribute("style").unwrap_or_default()) || class.split_whitespace().any(|class| self.0.contains(class))
    }
}

fn hides(declared: &str) -> bool {
    let declared = declared.to_lowercase().split_whitespace().collect::<String>();
    ["display:none", "visibility:collapse", "visibility:hidden", "mso-hide:all"]
        .iter()
        .any(|hides| declared.contains(hides))
}

/// Marks whose text is not what a page shows: choices, notes on how something is spoken, what is there without scripts.
const NOT_SHOWN: &[&str] = &["template", "noscript", "select", "textarea", "rt", "rp"];
/// Marks that hold nothing, or everything.
const WITHOUT_TEXT: &[&str] = &["br", "img", "input", "hr", "wbr", "meta", "link", "html", "body"];
/// What parts a table, and ends what was not closed before.
const OF_TABLES: &[&str] = &["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"];

/// The mark that is open and not shown, and how often one of its name is open within it.
#[derive(Default)]
pub(super) struct Unshown(Option<(String, usize)>);

impl Unshown {
    /// Whether a mark is not shown, or stands within one that is not. Of what tables are made of, their rows and columns tell it.
    pub(super) fn meets(&mut self, mark: &Mark<'_>, hidden: &HiddenClasses) -> bool {
        let is_one_of = |list: &[&str], name: &str| list.iter().any(|known| name.eq_ignore_ascii_case(known));
        let (name, opens) = match mark {
            Mark::Open(tag) => (tag.name, true),
            Mark::Close(name) => (*name, false),
            Mark::Text(_) => return self.0.is_some(),
        };
        if is_one_of(OF_TABLES, name) {
            self.0 = None;
            return false;
        }
        if let Some((open, depth)) = &mut self.0 {
            if name.eq_ignore_ascii_case(open) {
                *depth = if opens { *depth + 1 } else { depth.saturating_sub(1) };
            }
            if *depth == 0 {
                self.0 = None;
            }
            return true;
        }
        let hides = |tag: &Tag<'_>| is_one_of(NOT_SHOWN, name) || (!is_one_of(WITHOUT_TEXT, name) && hidden.hide(tag));
        let begins = matches!(mark, Mark::Open(tag) if hides(tag));
        if begins {
            self.0 = Some((name.to_owned(), 1));
        }
        begins
    }
}
