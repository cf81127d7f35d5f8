//! Runs a document: every case is given to its topic, and what that tells is held against what is expected, or written in its place.

use super::given::{Fact, Given};
use super::markdown::{Block, Case, Rows, Wrong, read, row};
use award_kit::language::Language;
use std::collections::BTreeSet;

/// What comes of a case.
#[derive(Debug, Default)]
pub struct Told {
    /// What an `expected` block shows, in this order.
    lines: Vec<(String, String)>,
    /// What only a table asks for.
    also: Vec<(String, String)>,
    /// Codes of what was told, so that a test can ask for each of them.
    codes: BTreeSet<&'static str>,
}

impl Told {
    pub fn line(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.lines.push((name.into(), value.into()));
    }
    pub fn also(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.also.push((name.into(), value.into()));
    }
    pub fn code(&mut self, code: &'static str) {
        self.codes.insert(code);
    }
    /// What a column of a table shows: all that was told under its name.
    fn column(&self, name: &str) -> Option<String> {
        let told = self.lines.iter().chain(&self.also).filter(|(told, _)| told == name);
        let all: Vec<&str> = told.map(|(_, value)| value.as_str()).collect();
        (!all.is_empty()).then(|| all.join(" / "))
    }
    fn block(&self, language: Language) -> Vec<String> {
        let colon = match language {
            Language::Zh => "：",
            Language::En => ": ",
        };
        self.lines.iter().map(|(name, value)| [name, colon, value].concat()).collect()
    }
}

/// Tells what comes of what a case gives.
pub type Tell = fn(&mut Given) -> Result<Told, Wrong>;

/// What came of a document.
#[derive(Debug)]
pub struct Run {
    pub wrong: Vec<Wrong>,
    /// The document with what its cases come to now.
    pub written: String,
    pub codes: BTreeSet<&'static str>,
}

/// The kinds of blocks there are.
const KINDS: [&str; 4] = ["facts", "table", "text", "expected"];

/// Runs all cases of a document.
pub fn run(content: &str, tell: Tell) -> Run {
    let mut runner = Runner {
        tell,
        lines: content.lines().map(str::to_owned).collect(),
        edits: Vec::new(),
        wrong: Vec::new(),
        codes: BTreeSet::new(),
        taken: BTreeSet::new(),
        general: Vec::new(),
    };
    match read(content) {
        Ok(document) => runner.document(&document.before, &document.cases),
        Err(wrong) => runner.wrong.push(wrong),
    }
    runner.edits.sort_by_key(|(at, _, _)| std::cmp::Reverse(*at));
    for (at, length, with) in std::mem::take(&mut runner.edits) {
        drop(runner.lines.splice(at..at + length, with));
    }
    Run {
        wrong: runner.wrong,
        written: runner.lines.join("\n") + "\n",
        codes: runner.codes,
    }
}

struct Runner {
    tell: Tell,
    lines: Vec<String>,
    /// Where lines are exchanged, how many, and for which.
    edits: Vec<(usize, usize, Vec<String>)>,
    wrong: Vec<Wrong>,
    codes: BTreeSet<&'static str>,
    /// Lines of facts that some case has taken.
    taken: BTreeSet<usize>,
    /// Facts of the whole file.
    general: Vec<Fact>,
}

impl Runner {
    fn document(&mut self, before: &Case, cases: &[Case]) {
        if cases.is_empty() {
            self.wrong.push(Wrong::at(0, "the document has no case"));
        }
        for case in std::iter::once(before).chain(cases) {
            for block in case.blocks.iter().filter(|block| !KINDS.contains(&block.kind.as_str())) {
                self.wrong.push(Wrong::at(
                    block.at - 1,
                    format!("a block of an unknown kind “{}”; there are {}", block.kind, KINDS.join(", ")),
                ));
            }
        }
        if !self.wrong.is_empty() {
            return;
        }
        if let Some(block) = before.blocks.iter().find(|block| block.kind != "facts") {
            self.wrong.push(Wrong::at(block.at - 1, "in front of the first case stand facts alone"));
        }
        let (general, wrong) = facts(&before.blocks, 0);
        self.general = general;
        self.wrong.extend(wrong);
        for case in cases {
            if !case.prose {
                self.wrong
                    .push(Wrong::at(case.at, format!("“{}” says nothing of why it comes out so", case.title)));
            }
            self.case(case);
        }
        let nobody = self.general.iter().filter(|fact| !self.taken.contains(&fact.at));
        self.wrong.extend(nobody.map(|fact| fact.wrong("no case understands this fact")));
    }

    fn case(&mut self, case: &Case) {
        let expected: Vec<&Block> = case.blocks.iter().filter(|block| block.kind == "expected").collect();
        let (own, wrong) = facts(&case.blocks, 1);
        self.wrong.extend(wrong);
        let given: Vec<Block> = case
            .blocks
            .iter()
            .filter(|block| block.kind == "table" || block.kind == "text")
            .cloned()
            .collect();
        match (expected.as_slice(), case.tables.as_slice()) {
            ([expected], []) => self.single(&own, given, expected),
            ([], [_, ..]) => {
                for table in &case.tables {
                    self.rows(case, &own, &given, table);
                }
            }
            ([], []) => self
                .wrong
                .push(Wrong::at(case.at, format!("“{}” expects nothing: an `expected` block is missing", case.title))),
            ([_, _, ..], _) => self.wrong.push(Wrong::at(case.at, format!("“{}” has several `expected` blocks", case.title))),
            ([_], [table, ..]) => self.wrong.push(Wrong::at(
                table.at,
                "a case has an `expected` block or a table of cases; a table that is given stands in a block `table`",
            )),
        }
    }

    /// What a case comes to; what is wrong with it is noted.
    fn told(&mut self, facts: Vec<Fact>, blocks: Vec<Block>) -> Option<(Language, Told)> {
        let told = Given::new(self.general.iter().cloned().chain(facts).collect(), blocks).and_then(|mut given| {
            let told = (self.tell)(&mut given)?;
            given.left().map_or(Ok((given, told)), Err)
        });
        match told {
            Ok((given, told)) => {
                self.taken.extend(&given.taken);
                self.codes.extend(&told.codes);
                Some((given.language, told))
            }
            Err(wrong) => {
                self.wrong.push(wrong);
                None
            }
        }
    }

    fn single(&mut self, facts: &[Fact], given: Vec<Block>, expected: &Block) {
        let Some((language, told)) = self.told(facts.to_vec(), given) else {
            return;
        };
        let now = told.block(language);
        if now != expected.lines {
            let list = |lines: &[String]| lines.iter().map(|line| ["    ", line, "\n"].concat()).collect::<String>();
            self.wrong.push(Wrong::at(
                expected.at,
                format!("expected\n{}  and it comes to\n{}", list(&expected.lines), list(&now)),
            ));
            self.edits.push((expected.at, expected.lines.len(), now));
        }
    }

    fn rows(&mut self, case: &Case, own: &[Fact], given: &[Block], table: &Rows) {
        if !table.columns.iter().any(|column| column.expected) {
            self.wrong.push(Wrong::at(
                table.at,
                format!("the table of “{}” expects nothing: no column stands in bold", case.title),
            ));
            return;
        }
        if table.rows.is_empty() {
            self.wrong.push(Wrong::at(table.at, format!("the table of “{}” has no row", case.title)));
        }
        for (at, cells) in &table.rows {
            let named = table.columns.iter().zip(cells).filter(|(column, cell)| !column.expected && !cell.is_empty());
            let facts = named.map(|(column, cell)| Fact {
                name: column.name.clone(),
                value: cell.clone(),
                at: *at,
                nearness: 2,
            });
            let Some((_, told)) = self.told(own.iter().cloned().chain(facts).collect(), given.to_vec()) else {
                continue;
            };
            let mut now = cells.clone();
            for (column, cell) in table.columns.iter().zip(&mut now).filter(|(column, _)| column.expected) {
                match told.column(&column.name) {
                    Some(value) => {
                        if *cell != value {
                            self.wrong
                                .push(Wrong::at(*at, format!("{}: expected “{cell}”, and it comes to “{value}”", column.name)));
                            *cell = value;
                        }
                    }
                    None => self.wrong.push(Wrong::at(*at, format!("nothing is told of “{}”", column.name))),
                }
            }
            if now != *cells {
                self.edits.push((*at, 1, vec![row(&now)]));
            }
        }
    }
}

/// The facts of some blocks, and lines that are none.
fn facts(blocks: &[Block], nearness: u8) -> (Vec<Fact>, Vec<Wrong>) {
    let (mut facts, mut wrong) = (Vec::new(), Vec::new());
    for block in blocks.iter().filter(|block| block.kind == "facts") {
        for (at, line) in block.lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match line.split_once([':', '：']) {
                Some((name, value)) => facts.push(Fact {
                    name: name.trim().to_owned(),
                    value: value.trim().to_owned(),
                    at: block.at + at,
                    nearness,
                }),
                None => wrong.push(Wrong::at(block.at + at, format!("“{line}” is no fact: name, colon, value"))),
            }
        }
    }
    (facts, wrong)
}
