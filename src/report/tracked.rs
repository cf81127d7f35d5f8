//! A later draft against an earlier one: the submission of the later assessment, in which every text somebody typed also knows what stood there
//! before, so that a document can show what changed.

use super::document::{Block, Document};
use super::section::Section;
use super::submission::{Options, submission};
use super::written::{Written, marked_fields, place_of, text_of};
use crate::assessment::{Assessment, Field, Text};
use crate::criteria::Pack;
use crate::language::Language;
use std::collections::BTreeMap;

/// The draft of `after` with the texts of `before`. The same assessments, language and options give the same document.
///
/// A sub-clause in which nothing is written any more has no place in the draft of `after`: what stood there before makes it one.
pub fn tracked(pack: &Pack, before: &Assessment, after: &Assessment, language: Language, options: &Options) -> Document {
    let mut document = submission(pack, after, language, options);
    let gone = marked_fields(pack)
        .into_iter()
        .filter(|field| is_blank(after, *field) && !is_blank(before, *field));
    let gone: Vec<Field> = gone.filter(|field| !shows(&document, place_of(pack, *field))).collect();
    if !gone.is_empty() {
        let union = gone
            .iter()
            .fold(after.clone(), |union, field| field.write(text_of(before, *field)).apply(&union));
        let of_union = submission(pack, &union, language, options).blocks;
        for section in [Section::Model, Section::Evaluation] {
            document.blocks = with_section(document.blocks, &of_union, section);
        }
    }
    let fields = marked_fields(pack).into_iter().filter_map(|field| Some((place_of(pack, field)?, field)));
    let texts: BTreeMap<String, [Text; 2]> = fields.map(|(place, field)| (place, [before, after].map(|of| text_of(of, field)))).collect();
    let tell = |written: &mut Written| {
        if let Some([before, after]) = texts.get(&written.place) {
            written.text = after.clone();
            written.before = Some(before.clone());
        }
    };
    for block in &mut document.blocks {
        match block {
            Block::Written { written, .. } => tell(written),
            Block::KeyValues(pairs) => pairs.iter_mut().filter_map(|pair| pair.written.as_mut()).for_each(tell),
            _ => {}
        }
    }
    document
}

fn is_blank(assessment: &Assessment, field: Field) -> bool {
    text_of(assessment, field).trim().is_empty()
}

fn shows(document: &Document, place: Option<String>) -> bool {
    let of_block = |block: &Block| match block {
        Block::Written { written, .. } => Some(&written.place) == place.as_ref(),
        Block::KeyValues(pairs) => pairs
            .iter()
            .filter_map(|pair| pair.written.as_ref())
            .any(|written| Some(&written.place) == place.as_ref()),
        _ => false,
    };
    document.blocks.iter().any(of_block)
}

/// The blocks with one section of others, in its place or, where it is not there, in front of those that come after it.
fn with_section(blocks: Vec<Block>, others: &[Block], section: Section) -> Vec<Block> {
    let of = |blocks: &[Block]| {
        let begins = blocks.iter().position(|block| *block == Block::Section(section))?;
        let ends = blocks[begins + 1..].iter().position(|block| matches!(block, Block::Section(_)));
        Some(begins..ends.map_or(blocks.len(), |at| begins + 1 + at))
    };
    let comes_after = |block: &Block| matches!(block, Block::Section(other) if place(*other) > place(section));
    match (of(&blocks), of(others)) {
        (_, None) => blocks,
        (Some(here), Some(there)) => [&blocks[..here.start], &others[there], &blocks[here.end..]].concat(),
        (None, Some(there)) => {
            let at = blocks.iter().position(comes_after).unwrap_or(blocks.len());
            [&blocks[..at], &others[there], &blocks[at..]].concat()
        }
    }
}

fn place(section: Section) -> usize {
    Section::ALL.iter().position(|known| *known == section).unwrap_or(usize::MAX)
}
