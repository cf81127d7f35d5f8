//! The points to make: what the items name as strengths, with item and evidence.

use crate::assessment::{Referrer, links};
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::order;
use crate::report::draft::{Draft, one_line};
use crate::report::say;
use crate::scoring::Score;

/// The lines of a text that say something, without signs of lists before them; the sign of a number stays.
pub fn lines(text: &str) -> Vec<String> {
    let bare = |line: &str| {
        let line = line.trim().trim_start_matches(['•', '·', '●']).trim_start();
        one_line(["- ", "* "].iter().find_map(|sign| line.strip_prefix(sign)).unwrap_or(line))
    };
    let lines = text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(bare);
    lines.filter(|line| !line.is_empty()).collect()
}

/// The strengths of some items, each a sentence with its source: first one of each item, those rated highest first, then the second
/// ones, and so on.
pub fn of(draft: &Draft<'_>, score: &Score, items: &[ItemSlot]) -> Vec<String> {
    let mut items = items.to_vec();
    order::sort_by_key(&mut items, |slot| std::cmp::Reverse(score.items[slot.0].percent));
    let links = links(draft.assessment);
    let all: Vec<(ItemSlot, Vec<String>, Vec<String>)> = items
        .into_iter()
        .map(|slot| {
            let record = draft.assessment.item(slot);
            let references = (0..record.evidence.len()).filter_map(|at| links.at(Referrer::Item(slot, at)));
            let mut numbers: Vec<String> = Vec::new();
            for entry in references.flat_map(|reference| &reference.entries) {
                let number = draft.assessment.evidence.entries.get(*entry).map(|entry| entry.number.to_string());
                numbers.extend(number.filter(|number| !numbers.contains(number)));
            }
            (slot, lines(&record.strengths), numbers)
        })
        .collect();
    let longest = all.iter().map(|(_, lines, _)| lines.len()).max().unwrap_or_default();
    let rounds = (0..longest).flat_map(|round| all.iter().filter_map(move |(slot, lines, numbers)| Some((slot, lines.get(round)?, numbers))));
    rounds.map(|(slot, line, numbers)| sourced(draft, line, *slot, numbers)).collect()
}

/// A statement with the item it is taken from and the numbers of its evidence.
pub fn sourced(draft: &Draft<'_>, statement: &str, item: ItemSlot, evidence: &[String]) -> String {
    let words = draft.words;
    let mut source = say::item_name(draft.pack, draft.language, item);
    if !evidence.is_empty() {
        let list = evidence.join(words.term_list());
        source = fill(words.defence_source(), &[("item", &source), ("evidence", &list)]);
    }
    let statement = statement.trim_end_matches(['。', '.', '；', ';']);
    fill(words.report_status(), &[("text", statement), ("status", &source)])
}
