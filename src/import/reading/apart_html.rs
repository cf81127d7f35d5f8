//! What a web page says of characters that stand apart: by marks such as `<sup>` and `<s>`, by the style of a mark, or by a class of its own style
//! sheet.

use super::apart::Apart;
use super::markup::{Mark, Tag};
use std::collections::BTreeMap;

/// Marks that hold nothing.
const WITHOUT_TEXT: &[&str] = &["br", "img", "input", "hr", "wbr", "meta", "link", "col"];
/// What ends every mark that was not closed before.
const OF_TABLES: &[&str] = &["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"];

#[derive(Default)]
pub(super) struct ApartMarks {
    /// By class, in small letters.
    classes: BTreeMap<String, Apart>,
    /// The marks that are open since one of them set characters apart.
    open: Vec<(String, Apart)>,
    row: Apart,
    cell: Apart,
}

impl ApartMarks {
    /// Reads rules such as `.old { text-decoration: line-through }`; of a selector the class at its end counts.
    pub(super) fn read(&mut self, sheet: &str) {
        for rule in sheet.split('}') {
            let Some((selectors, declared)) = rule.split_once('{') else { continue };
            let apart = declares(declared);
            if !apart.is_plain() {
                let classes = selectors.split(',').filter_map(|selector| Some(selector.trim().rsplit_once('.')?.1));
                self.classes.extend(classes.map(|class| (class.to_lowercase(), apart)));
            }
        }
    }

    pub(super) fn meets(&mut self, mark: &Mark<'_>) {
        match mark {
            Mark::Open(tag) if is_one_of(OF_TABLES, tag.name) => {
                self.open.clear();
                // Where a cell stands in its row is no property of its letters.
                let own = Apart { raised: false, ..self.of(tag) };
                if tag.is("td") || tag.is("th") {
                    self.cell = both(self.row, own);
                } else {
                    self.row = own;
                }
            }
            Mark::Open(tag) if !is_one_of(WITHOUT_TEXT, tag.name) => {
                let own = self.of(tag);
                if !own.is_plain() || !self.open.is_empty() {
                    self.open.push((tag.name.to_owned(), both(self.letters(), own)));
                }
            }
            Mark::Close(name) => {
                if let Some(at) = self.open.iter().rposition(|(open, _)| open.eq_ignore_ascii_case(name)) {
                    self.open.truncate(at);
                }
            }
            _ => {}
        }
    }

    /// How the characters that are read stand.
    pub(super) fn letters(&self) -> Apart {
        self.open.last().map_or_else(Apart::default, |(_, apart)| *apart)
    }

    /// How all characters of the cell that has begun stand.
    pub(super) fn cell(&self) -> Apart {
        self.cell
    }

    fn of(&self, tag: &Tag<'_>) -> Apart {
        let by_name = Apart {
            raised: tag.is("sup"),
            struck: ["s", "strike", "del"].iter().any(|name| tag.is(name)),
            hidden: false,
        };
        let class = tag.attribute("class").unwrap_or_default().to_lowercase();
        let classes = class.split_whitespace().filter_map(|class| self.classes.get(class));
        let of_style = declares(&tag.attribute("style").unwrap_or_default());
        classes.fold(both(by_name, of_style), |apart, class| both(apart, *class))
    }
}

fn is_one_of(list: &[&str], name: &str) -> bool {
    list.iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn both(one: Apart, other: Apart) -> Apart {
    Apart {
        raised: one.raised || other.raised,
        struck: one.struck || other.struck,
        hidden: one.hidden || other.hidden,
    }
}

/// What declarations of CSS say.
fn declares(declared: &str) -> Apart {
    let declared = declared.to_lowercase().split_whitespace().collect::<String>();
    let any = |is: fn(&str) -> bool| declared.split(';').any(is);
    Apart {
        raised: any(|one| one.starts_with("vertical-align:super")),
        struck: any(|one| one.starts_with("text-decoration") && one.contains("line-through")),
        hidden: false,
    }
}
