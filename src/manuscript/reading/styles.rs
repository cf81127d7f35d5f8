//! What the styles of a Word document say of their paragraphs: how high a heading stands, whether it is a line of a table of contents, how it is numbered.

use crate::import::{Mark, Markup};
use std::collections::BTreeMap;

/// A numbering and the level in it, from 0 on.
pub(super) type Numbered = (Option<String>, Option<usize>);

/// One style, with what it does not take from another.
#[derive(Debug, Clone, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    /// From 0 on; 9 is text.
    outline: Option<u8>,
    numbered: Numbered,
    bold: Option<bool>,
}

#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

impl Styles {
    pub(super) fn read(xml: &str) -> Styles {
        let mut styles = Styles::default();
        let mut open: Option<(String, Style)> = None;
        for mark in Markup::new(xml) {
            match (mark, &mut open) {
                (Mark::Open(tag), _) if tag.is("style") => {
                    open = tag.attribute("styleId").map(|id| (id.into_owned(), Style::default()));
                }
                (Mark::Open(tag), Some((_, style))) => {
                    let value = || tag.attribute("val");
                    match tag.name {
                        "name" => style.name = value().unwrap_or_default().trim().to_lowercase(),
                        "basedOn" => style.based_on = value().map(|id| id.into_owned()),
                        "outlineLvl" => style.outline = tag.number("val"),
                        "numId" => style.numbered.0 = value().map(|id| id.into_owned()),
                        "ilvl" => style.numbered.1 = tag.number("val"),
                        "b" => style.bold = Some(is_on(value().as_deref())),
                        _ => {}
                    }
                }
                (Mark::Close("style"), _) => {
                    if let Some((id, style)) = open.take() {
                        styles.0.insert(id, style);
                    }
                }
                _ => {}
            }
        }
        styles
    }

    /// The style and those it is based on, the nearest first.
    fn line<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let mut next = self.0.get(id);
        // A style may be based on itself in a broken file.
        std::iter::from_fn(move || {
            let style = next?;
            next = style.based_on.as_ref().and_then(|id| self.0.get(id));
            Some(style)
        })
        .take(20)
    }

    /// From 1 on; none for text.
    pub(super) fn level(&self, id: &str) -> Option<u8> {
        let found = self.line(id).find_map(|style| style.outline.or_else(|| named_level(&style.name)))?;
        (found < 9).then_some(found + 1)
    }

    pub(super) fn is_contents(&self, id: &str) -> bool {
        self.line(id).any(|style| {
            ["toc ", "目录", "table of figures", "图表目录"]
                .iter()
                .any(|start| style.name.starts_with(start))
        })
    }

    /// Whether text in this style only tells what may be written there.
    pub(super) fn is_hint(&self, id: &str) -> bool {
        self.line(id).any(|style| ["placeholder text", "占位符文本"].contains(&style.name.as_str()))
    }

    pub(super) fn numbered(&self, id: &str) -> Numbered {
        let find = |of: fn(&Style) -> bool| self.line(id).find(|style| of(style)).cloned().unwrap_or_default().numbered;
        (find(|style| style.numbered.0.is_some()).0, find(|style| style.numbered.1.is_some()).1)
    }

    pub(super) fn is_bold(&self, id: &str) -> bool {
        self.line(id).find_map(|style| style.bold).unwrap_or(false)
    }
}

/// Whether a property that is named is switched on.
pub(super) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off"))
}

/// The level of a heading by the name that every program gives its style: `heading 2`, `标题 2`.
fn named_level(name: &str) -> Option<u8> {
    let number = ["heading", "标题"].iter().find_map(|start| name.strip_prefix(start))?;
    let level: u8 = number.trim().parse().ok()?;
    level.checked_sub(1).filter(|level| *level < 9)
}
