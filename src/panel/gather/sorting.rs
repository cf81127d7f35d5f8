//! Which sheets count.

use super::name::one_name;
use super::problem::Problem;
use crate::assessment::Text;
use crate::order;
use crate::panel::{Sheet, Subject};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A sheet that has been read, with the name and the content hash of its file.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    pub file: Text,
    /// `sha256:` and 64 hexadecimal digits.
    pub hash: Text,
    pub sheet: Rc<Sheet>,
}

/// A sheet that counts.
pub type Collected = Arrival;

/// What was gathered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gathered {
    /// The assessment that is judged; none where no sheet could be read and none was named.
    pub subject: Option<Subject>,
    /// One for each assessor, in the order of their names.
    pub sheets: Vec<Collected>,
    /// In the order of the files.
    pub problems: Vec<Problem>,
    /// Sheets of an assessor, by name, that differ from the one that counts though neither is the later.
    pub doubles: Vec<(Text, Collected)>,
}

/// Sorts out what came back for one assessment. Where none is named it is the one most sheets are of; of two with as
/// many, the one whose key comes first.
///
/// Of several sheets of one assessor the one handed back most often counts; where that does not decide, the one with
/// more ratings; where that does not either, the one whose hash comes last. Which one counts is told.
pub fn gather(subject: Option<&Subject>, arrivals: &[Arrival]) -> Gathered {
    let mut arrivals: Vec<&Arrival> = arrivals.iter().collect();
    order::sort_by(&mut arrivals, |one, other| (&one.file, &one.hash).cmp(&(&other.file, &other.hash)));
    let Some(subject) = subject.or_else(|| most_frequent(&arrivals)) else {
        return Gathered::default();
    };
    let mut problems = Vec::new();
    let mut by_assessor: BTreeMap<Text, Vec<&Arrival>> = BTreeMap::new();
    for arrival in arrivals {
        let sheet = &arrival.sheet;
        let (file, assessor) = (arrival.file.clone(), name_of(arrival));
        if sheet.subject.key != subject.key {
            if !sheet.subject.is_of_same_organisation(subject) {
                let organisation = sheet.subject.organisation.clone();
                problems.push(Problem::OtherAssessment { file, organisation });
                continue;
            }
            let assessor = assessor.clone();
            problems.push(Problem::AnswersChanged { file, assessor });
        }
        by_assessor.entry(assessor).or_default().push(arrival);
    }
    let (mut sheets, mut doubles) = (Vec::with_capacity(by_assessor.len()), Vec::new());
    for (assessor, mut all) in by_assessor {
        let weight = |arrival: &&Arrival| (arrival.sheet.counter, arrival.sheet.rated(), arrival.hash.clone(), arrival.file.clone());
        order::sort_by_key(&mut all, weight);
        let Some(counting) = all.pop() else { continue };
        for other in all {
            let problem = outdone(other, counting, &assessor);
            if matches!(problem, Problem::Uncertain { .. }) {
                doubles.push((assessor.clone(), named(other, &assessor)));
            }
            problems.push(problem);
        }
        problems.extend(unfinished(counting, &assessor));
        sheets.push(named(counting, &assessor));
    }
    let mut gathered = Gathered {
        subject: Some(subject.clone()),
        sheets,
        problems,
        doubles,
    };
    gathered.settle_problems();
    gathered
}

impl Gathered {
    /// Puts the problems in order. Of a file that does not count only that is told.
    pub fn settle_problems(&mut self) {
        let counts = |file: &Text| self.sheets.iter().any(|sheet| sheet.file == *file);
        self.problems.retain(|problem| !problem.counts() || counts(problem.file()));
        order::sort_by_key(&mut self.problems, Problem::order);
        self.problems.dedup();
    }
}

/// The assessor, in one way of writing; the file's name where there is none.
fn name_of(arrival: &Arrival) -> Text {
    let name = one_name(&arrival.sheet.assessor);
    if name.is_empty() { arrival.file.clone() } else { Text::from(name) }
}

/// The sheet under the assessor's name in one way of writing.
fn named(arrival: &Arrival, assessor: &Text) -> Collected {
    let mut sheet = arrival.sheet.clone();
    if sheet.assessor != *assessor {
        Rc::make_mut(&mut sheet).assessor = assessor.clone();
    }
    Collected { sheet, ..arrival.clone() }
}

fn most_frequent<'a>(arrivals: &[&'a Arrival]) -> Option<&'a Subject> {
    let mut counts: BTreeMap<&Text, (usize, &Subject)> = BTreeMap::new();
    for arrival in arrivals {
        let subject = &arrival.sheet.subject;
        counts.entry(&subject.key).or_insert((0, subject)).0 += 1;
    }
    let most = counts.values().map(|(count, _)| *count).max()?;
    counts.into_values().find(|(count, _)| *count == most).map(|(_, subject)| subject)
}

fn outdone(other: &Arrival, counting: &Arrival, assessor: &Text) -> Problem {
    let (file, assessor, counted) = (other.file.clone(), assessor.clone(), counting.file.clone());
    if other.sheet.counter < counting.sheet.counter {
        Problem::Superseded { file, assessor, counted }
    } else if other.sheet.judgements == counting.sheet.judgements {
        Problem::SameAgain { file, assessor, counted }
    } else {
        Problem::Uncertain { file, assessor, counted }
    }
}

fn unfinished(arrival: &Arrival, assessor: &Text) -> Option<Problem> {
    let (file, assessor) = (arrival.file.clone(), assessor.clone());
    let (rated, assigned) = (arrival.sheet.rated(), arrival.sheet.assigned.len());
    match rated {
        0 => Some(Problem::NothingRated { file, assessor }),
        rated if rated < assigned => Some(Problem::HalfDone {
            file,
            assessor,
            rated,
            assigned,
        }),
        _ => None,
    }
}
