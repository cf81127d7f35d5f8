//! A document of many pages, drawn as it is looked at: its headings at once, what stands under them when it comes near. `late.js` says
//! when that is, and says it of everything before it is printed or searched.

use super::document::{block, paper};
use crate::browser::page;
use crate::report::{Block, Document};
use gloo::events::EventListener;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// A stretch ends where another block would make it taller than this, in CSS pixels.
const TALLEST: usize = 1200;

/// The whole document. `missing` stands where a required value was not given.
pub fn long_document(document: &Rc<Document>, missing: &'static str) -> Html {
    // In another language it is another document, of which nothing was looked at yet.
    let content = stretches(&document.blocks).into_iter().map(|blocks| match &document.blocks[blocks.clone()] {
        [heading @ Block::Heading { .. }] => block(document, heading, missing),
        _ => {
            let key = format!("{} {}", document.language.tag(), blocks.start);
            html! { <Stretch {key} document={document.clone()} {blocks} {missing} /> }
        }
    });
    paper(document, content.collect())
}

/// The blocks in reading order: every heading alone, and what stands between two in stretches of at most some height.
fn stretches(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let (mut begin, mut tall) = (0, 0);
    for (at, block) in blocks.iter().enumerate() {
        let is_heading = matches!(block, Block::Heading { .. });
        if is_heading || tall + height(block) > TALLEST {
            if tall > 0 {
                stretches.push(begin..at);
            }
            (begin, tall) = (at, 0);
        }
        if is_heading {
            stretches.push(at..at + 1);
            begin = at + 1;
        } else {
            tall += height(block);
        }
    }
    if tall > 0 {
        stretches.push(begin..blocks.len());
    }
    stretches
}

/// About how tall a block is drawn on a wide page, in CSS pixels: its place is held by that until it is drawn.
fn height(block: &Block) -> usize {
    // A line holds some fifty Chinese characters of three bytes, or twice as many letters.
    let lines = |bytes: usize| 1 + bytes / 130;
    match block {
        Block::Cover(_) => 600,
        Block::Contents { .. } => 1000,
        Block::Paragraph { text, .. } => 10 + 29 * lines(text.len()),
        Block::Table(table) => 80 + 45 * table.rows.len(),
        Block::Chart(_) => 300,
        Block::KeyValues(pairs) | Block::Lines(pairs) => 60 * pairs.len(),
        Block::References(_) => 40,
        Block::PageBreak => 50,
        Block::Heading { .. } | Block::Section(_) | Block::Written { .. } | Block::Captions { .. } | Block::Turn(_) => 0,
    }
}

#[derive(Properties)]
struct StretchProps {
    document: Rc<Document>,
    blocks: Range<usize>,
    missing: &'static str,
}

impl PartialEq for StretchProps {
    fn eq(&self, other: &StretchProps) -> bool {
        Rc::ptr_eq(&self.document, &other.document) && self.blocks == other.blocks && self.missing == other.missing
    }
}

#[component]
fn Stretch(props: &StretchProps) -> Html {
    let place = use_node_ref();
    let is_near = use_state(|| !page::tells_what_is_near());
    {
        let is_near = is_near.clone();
        use_effect_with(place.clone(), move |place| {
            let listener = place.get().map(|place| EventListener::once(&place, "near", move |_| is_near.set(true)));
            move || drop(listener)
        });
    }
    let blocks = &props.document.blocks[props.blocks.clone()];
    html! {
        <div ref={place} class={classes!("stretch", (!*is_near).then_some("waits"))}>
            if *is_near {
                { for blocks.iter().map(|content| block(&props.document, content, props.missing)) }
            } else {
                <svg width="1" height={blocks.iter().map(height).sum::<usize>().to_string()} aria-hidden="true" />
            }
        </div>
    }
}
