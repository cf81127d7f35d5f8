//! What a case gives: facts by name, tables and texts. A topic takes what it understands; what nobody takes is told.

use super::markdown::{Block, Wrong, cells, is_rule};
use award_kit::assessment::Percent;
use award_kit::date::{Date, parse_date};
use award_kit::language::Language;
use std::collections::BTreeSet;

/// A line `name: value`.
#[derive(Debug, Clone)]
pub struct Fact {
    pub name: String,
    pub value: String,
    /// Its line, from 0.
    pub at: usize,
    /// What stands nearer to the case counts before it.
    pub nearness: u8,
}

/// What a case gives, and what of it was understood.
#[derive(Debug)]
pub struct Given {
    pub language: Language,
    facts: Vec<Fact>,
    blocks: Vec<Block>,
    /// Lines of facts that were taken, as far as they stand in the document.
    pub taken: BTreeSet<usize>,
}

/// The names of a fact in English and Chinese.
pub type Names = [&'static str; 2];

/// A table: its heading row and the rows below it, each with its line.
pub struct Lines {
    pub at: usize,
    pub rows: Vec<(usize, Vec<String>)>,
}

impl Given {
    pub fn new(facts: Vec<Fact>, blocks: Vec<Block>) -> Result<Given, Wrong> {
        let mut given = Given {
            language: Language::En,
            facts,
            blocks,
            taken: BTreeSet::new(),
        };
        if let Some(fact) = given.take(["language", "语言"]) {
            given.language = match fact.value.as_str() {
                "zh" | "中文" => Language::Zh,
                "en" | "English" => Language::En,
                other => return Err(fact.wrong(format!("“{other}” is no language of the kit: zh or en"))),
            };
        }
        Ok(given)
    }

    /// A fact by one of its names; of several the one nearest to the case, and none where that says that it is not filled in.
    pub fn take(&mut self, names: Names) -> Option<Fact> {
        self.take_where(|name| means(name, &names))
    }

    pub fn take_where(&mut self, is_meant: impl Fn(&str) -> bool) -> Option<Fact> {
        let (found, others) = std::mem::take(&mut self.facts)
            .into_iter()
            .partition::<Vec<Fact>, _>(|fact| is_meant(&fact.name));
        self.facts = others;
        self.taken.extend(found.iter().map(|fact| fact.at));
        let nearest = found.into_iter().max_by_key(|fact| fact.nearness);
        nearest.filter(|fact| !means(&fact.value, &["not filled in", "未填写"]))
    }

    /// All facts that are left.
    pub fn rest(&mut self) -> Vec<Fact> {
        let rest = std::mem::take(&mut self.facts);
        self.taken.extend(rest.iter().map(|fact| fact.at));
        rest
    }

    /// The blocks of a kind.
    pub fn blocks(&mut self, kind: &str) -> Vec<Block> {
        let (found, others) = std::mem::take(&mut self.blocks).into_iter().partition(|block| block.kind == kind);
        self.blocks = others;
        found
    }

    /// What stands behind the kind of the blocks of that kind.
    pub fn notes(&self, kind: &str) -> Vec<String> {
        self.blocks.iter().filter(|block| block.kind == kind).map(|block| block.note.clone()).collect()
    }

    /// The tables of the case, each a heading row and what stands below it; cells may be parted by strokes or by commas.
    pub fn tables(&mut self) -> Vec<Lines> {
        let table = |block: Block| {
            let rows = block.lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(|(at, line)| {
                let commas = || line.split(',').map(|cell| cell.trim().to_owned()).collect();
                (block.at + at, cells(line).unwrap_or_else(commas))
            });
            Lines {
                at: block.at,
                rows: rows.filter(|(_, cells)| !is_rule(cells)).collect(),
            }
        };
        self.blocks("table").into_iter().map(table).collect()
    }

    /// What nobody has taken, of the case itself: facts of the whole file may be for other cases.
    pub fn left(&self) -> Option<Wrong> {
        let fact = self.facts.iter().find(|fact| fact.nearness > 0);
        let block = self
            .blocks
            .first()
            .map(|block| Wrong::at(block.at - 1, format!("a block “{}” says nothing here", block.kind)));
        fact.map(|fact| fact.wrong("this fact is not understood".to_owned())).or(block)
    }
}

impl Fact {
    /// What is wrong with it.
    pub fn wrong(&self, what: impl Into<String>) -> Wrong {
        Wrong::at(self.at, format!("{}: {}: {}", self.name, self.value, what.into()))
    }
    pub fn day(&self) -> Result<Date, Wrong> {
        parse_date(&self.value).ok_or_else(|| self.wrong("no day as 2016-12-02"))
    }
    pub fn number<N: std::str::FromStr>(&self) -> Result<N, Wrong> {
        self.value.parse().map_err(|_| self.wrong("no number"))
    }
    /// A rating in the steps of a pack: `55%`, or `55`.
    pub fn percent(&self, step: u8) -> Result<Percent, Wrong> {
        percent(&self.value, step).ok_or_else(|| self.wrong(format!("no rating in steps of {step} %")))
    }
    /// One of some choices, each by any of its names.
    pub fn choice<T: Copy>(&self, choices: &[(T, Vec<&str>)]) -> Result<T, Wrong> {
        let found = choices.iter().find(|(_, names)| means(&self.value, names));
        let names = || choices.iter().map(|(_, names)| names.join(" = ")).collect::<Vec<String>>().join("; ");
        found.map(|(choice, _)| *choice).ok_or_else(|| self.wrong(format!("none of: {}", names())))
    }
}

/// A rating, with or without its sign.
pub fn percent(written: &str, step: u8) -> Option<Percent> {
    let digits = written.trim().trim_end_matches(['%', '％']).trim();
    Percent::new(digits.parse().ok()?, step)
}

/// Whether what is written is one of some names: capitals, and brackets of either width, make no difference, and what stands in brackets
/// behind a name is its id.
pub fn means(written: &str, names: &[&str]) -> bool {
    let plain = |name: &str| name.trim().replace('（', "(").replace('）', ")").to_lowercase();
    let written = plain(written);
    names.iter().any(|name| plain(name) == written)
}
