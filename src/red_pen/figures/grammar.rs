//! What a sentence states: a name, and the numbers that follow it directly, each with its year.
//!
//! | written | states |
//! |---|---|
//! | 2013—2015 年质量损失率 1.42%、1.21%、1.06% | three values |
//! | 2015 年……质量损失率 1.06%; satisfaction was 87.6 in 2015 | one |
//! | 质量损失率由 2013 年的 1.42% 降至 2015 年的 1.06% | the first and the last |
//! | 质量损失率由 1.42% 降至 1.06%, without a year | the first and the last year asked for, if the table agrees with one of them |
//!
//! Nothing is taken where the sentence speaks of others, where another word stands before the name (出口顾客满意度), and where the year
//! is not plain.

use super::before::Before;
use super::context::{Told, is_of_others, is_own, told, years_at_start};
use super::row::{Later, List};
use super::{Figures, Stated};
use crate::red_pen::numbers::{Kind, Number, numbers};
use crate::red_pen::passage::{Part, Passage, Sentence};
use crate::red_pen::words::Tongue;

impl Figures {
    /// What the texts state, of what the table has and of what they call by a name that is measured.
    pub fn stated(&self, passages: &[Passage]) -> Vec<Stated> {
        let mut all = Vec::new();
        for (at, passage) in passages.iter().enumerate().filter(|(_, passage)| passage.part != Part::Opportunities) {
            for sentence in &passage.sentences {
                if let Some(tongue) = sentence.tongue {
                    let reader = Reader {
                        figures: self,
                        passage,
                        at,
                        tongue,
                        sentence,
                    };
                    reader.read(&mut all);
                }
            }
        }
        all
    }
}

/// One sentence as it is read.
pub(super) struct Reader<'a> {
    pub figures: &'a Figures,
    pub passage: &'a Passage,
    pub at: usize,
    pub tongue: Tongue,
    pub sentence: &'a Sentence,
}

impl Reader<'_> {
    pub fn text(&self) -> &str {
        &self.passage.plain
    }

    fn read(&self, all: &mut Vec<Stated>) {
        let found = numbers(self.text(), self.sentence.range.clone());
        let mut next = 0;
        while let Some(number) = found.get(next) {
            if number.kind != Kind::Figure {
                next += 1;
                continue;
            }
            let list = self.list(&found[next..]);
            next += list.numbers.len();
            let Some(before) = self.before(list.numbers[0].range.start) else { continue };
            let later = before.from.then(|| self.later(&found[next..], list.end)).flatten();
            self.take(&before, &list, later, all);
        }
    }

    /// Gives every number its year.
    fn take(&self, before: &Before, list: &List, later: Option<Later>, all: &mut Vec<Stated>) {
        let text = self.text();
        let group = &text[self.sentence.range.start..before.name.start];
        let clause = group
            .rfind(['；', ';'])
            .map_or(0, |at| at + group[at..].chars().next().map_or(1, char::len_utf8));
        let own = before.known.is_some() || is_own(self.tongue, &text[before.name.clone()]);
        if !own || is_of_others(self.tongue, &group[clause..]) || self.of_a_part(list.end) {
            return;
        }
        let behind = match self.tongue {
            Tongue::English => {
                let after = &text[list.end..self.sentence.range.end];
                let at = after.find(" in ").filter(|at| *at < 24 && !after[..*at].contains([',', ';', '(']));
                at.and_then(|at| years_at_start(&after[at..], self.tongue)).map(|(years, _)| years)
            }
            Tongue::Chinese => None,
        };
        let said = match (before.years.or(behind.filter(|_| !before.from)), told(&group[clause..], self.tongue)) {
            (Some(years), _) => Told::Of(years),
            (None, Told::No) if clause > 0 => match told(&group[..clause], self.tongue) {
                // The years a sentence begins with are those of all of it, one year is that of its clause.
                Told::Of((first, last)) if first < last => Told::Of((first, last)),
                _ => Told::Unclear,
            },
            (None, told) => told,
        };
        let row = all.len();
        let window = self.figures.years;
        let mut given: Vec<(&Number, &List, i32, bool)> = Vec::new();
        match (&later, said) {
            (Some((began, ended, to)), said) => {
                let began = before.years.filter(|(first, last)| first == last).map(|(year, _)| year).or(*began);
                let pair = match (began, *ended, said) {
                    (Some(began), Some(ended), _) => Some((began, ended, true)),
                    (None, None, Told::Of((first, last))) if first < last => Some((first, last, true)),
                    (None, None, Told::No) => window.map(|(first, last)| (first, last, false)),
                    _ => None,
                };
                if let Some((first, last, dated)) = pair.filter(|_| list.numbers.len() == 1) {
                    given.push((&list.numbers[0], list, first, dated));
                    if let [only] = &to.numbers[..] {
                        given.push((only, to, last, dated));
                    }
                }
            }
            _ if before.from => {}
            (None, Told::Of((first, last))) => {
                let count = usize::try_from(last - first + 1).unwrap_or(0);
                if list.numbers.len() == count {
                    given.extend(list.numbers.iter().zip(first..).map(|(number, year)| (number, list, year, true)));
                }
            }
            (None, Told::No) => {
                if let Some((first, last)) = window
                    && first < last
                    && list.numbers.len() == usize::try_from(last - first + 1).unwrap_or(0)
                {
                    given.extend(list.numbers.iter().zip(first..).map(|(number, year)| (number, list, year, false)));
                }
            }
            (None, Told::Unclear) => {}
        }
        for (number, list, year, dated) in given {
            all.extend(self.state(before, number, list, year, dated, row));
        }
    }
}
