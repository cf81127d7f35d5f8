//! Sheets of which somebody has to say whether they count: of people on no list, and two of one person that differ.

use super::name::one_name;
use super::problem::Problem;
use super::sorting::{Collected, Gathered};
use crate::assessment::Text;
use crate::criteria::ItemSlot;

/// A question that came with files. Until it is answered nothing of it counts.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// The assessor is not on the list of those who are asked.
    NotListed(Collected),
    /// Two sheets of one assessor differ, and neither says that it is the later.
    Twice(Collected, Collected),
}

impl Question {
    /// Whose sheets they are.
    pub fn assessor(&self) -> &Text {
        match self {
            Question::NotListed(sheet) | Question::Twice(sheet, _) => &sheet.sheet.assessor,
        }
    }

    /// The items of which two sheets say something different; none of a single one.
    pub fn differing(&self) -> Vec<ItemSlot> {
        let Question::Twice(one, other) = self else { return Vec::new() };
        let pairs = one.sheet.judgements.iter().zip(&other.sheet.judgements).enumerate();
        pairs.filter(|(_, (one, other))| one != other).map(|(item, _)| ItemSlot(item)).collect()
    }

    /// What may count: one sheet, or one of two.
    pub fn choices(&self) -> Vec<&Collected> {
        match self {
            Question::NotListed(sheet) => vec![sheet],
            Question::Twice(one, other) => vec![one, other],
        }
    }
}

/// The sheets once another one counts, under a name: in place of the one of that name, where there is one.
pub fn counting(sheets: &[Collected], chosen: &Collected, assessor: &str) -> Vec<Collected> {
    let assessor = Text::from(one_name(assessor));
    let mut all: Vec<Collected> = sheets.iter().filter(|sheet| sheet.sheet.assessor != assessor).cloned().collect();
    let mut chosen = chosen.clone();
    std::rc::Rc::make_mut(&mut chosen.sheet).assessor = assessor;
    all.push(chosen);
    all
}

impl Gathered {
    /// Takes out what has to be asked: two differing sheets of one assessor, and sheets of assessors who are not on the list, where there
    /// is one. `before` are the sheets that counted before these files came; they go on counting until a question is answered.
    pub fn ask(&mut self, listed: &[&str], before: &[Collected]) -> Vec<Question> {
        let listed: Vec<String> = listed.iter().map(|name| one_name(name)).collect();
        let counted = |sheet: &Collected| {
            before
                .iter()
                .any(|known| (&known.hash, &known.sheet.assessor) == (&sheet.hash, &sheet.sheet.assessor))
        };
        let mut questions = Vec::new();
        for (assessor, other) in std::mem::take(&mut self.doubles) {
            let place = self.sheets.iter().position(|sheet| sheet.sheet.assessor == assessor);
            let Some(place) = place else { continue };
            let taken = self.sheets[place].clone();
            match before.iter().find(|known| known.sheet.assessor == assessor) {
                Some(known) => self.sheets[place] = known.clone(),
                None => drop(self.sheets.remove(place)),
            }
            questions.push(Question::Twice(taken, other));
        }
        let strange = |sheet: &Collected| !listed.is_empty() && !listed.iter().any(|name| **name == *sheet.sheet.assessor) && !counted(sheet);
        let (asked, sheets) = std::mem::take(&mut self.sheets).into_iter().partition(strange);
        self.sheets = sheets;
        let asked: Vec<Collected> = asked;
        questions.extend(asked.into_iter().map(Question::NotListed));
        self.problems.retain(|problem| !matches!(problem, Problem::Uncertain { .. }));
        questions
    }
}
