//! What a cell says about an indicator or input, what stands there now, and the actions that make it so.

use super::column::{Column, Meaning};
use crate::assessment::{Action, Assessment, FigureChange, FigureRecord, FigureText, Goal, Origin, Origins, Text, Whose};
use crate::indicators::Subject;

/// What is taken from one or two cells.
#[derive(Debug, Clone, PartialEq)]
pub enum Taken {
    Number(f64),
    Goal(Goal),
    /// Place, and of how many.
    Rank(u32, u32),
    Whose(Whose),
    Origins(Origins),
    Computed(bool),
    Text(Text),
}

impl Taken {
    /// Whether both are one value for a spreadsheet, which keeps 15 digits of a number: 0.30000000000000004 is 0.3.
    pub(super) fn is_same(&self, other: &Taken) -> bool {
        let digits = |number: f64| format!("{number:.14e}");
        match (self, other) {
            (Taken::Number(one), Taken::Number(other)) => one == other || digits(*one) == digits(*other),
            _ => self == other,
        }
    }

    /// What stands there now; none where nothing does.
    pub(super) fn present(assessment: &Assessment, subject: Subject, column: Column) -> Option<Taken> {
        let figures = &assessment.figures;
        match subject {
            Subject::Input(slot) => figures.input(slot).at(column.year?).copied().map(Taken::Number),
            Subject::Indicator(slot) => Taken::of_record(figures.record(slot)?, column),
        }
    }

    fn of_record(record: &FigureRecord, column: Column) -> Option<Taken> {
        let written = |text: &Text| (!text.is_empty()).then(|| Taken::Text(text.clone()));
        match column.meaning {
            Meaning::Value => record.values.at(column.year?).copied().map(Taken::Number),
            Meaning::Benchmark => record.benchmark.values.at(column.year?).copied().map(Taken::Number),
            Meaning::Projected => record.projected.map(Taken::Number),
            Meaning::Target => record.target.map(Taken::Goal),
            Meaning::Rank => record.rank.map(|(place, of)| Taken::Rank(place, of)),
            Meaning::Whose => record.benchmark.whose.map(Taken::Whose),
            Meaning::Origins => (record.origins.count() > 0).then_some(Taken::Origins(record.origins)),
            Meaning::Computed => record.computed.then_some(Taken::Computed(true)),
            Meaning::BenchmarkName => written(&record.benchmark.name),
            Meaning::Evidence => written(&record.evidence),
            Meaning::Gap => written(record.gaps.at(column.year?)?),
            _ => None,
        }
    }

    /// What makes it stand there; none where the subject does not have such a thing.
    pub(super) fn action(&self, subject: Subject, column: Column) -> Option<Action> {
        let slot = match (subject, self, column) {
            (
                Subject::Input(input),
                Taken::Number(value),
                Column {
                    meaning: Meaning::Value,
                    year: Some(year),
                },
            ) => {
                let value = Some(*value);
                return Some(Action::Input { input, year, value });
            }
            (Subject::Input(_), _, _) => return None,
            (Subject::Indicator(slot), _, _) => slot,
        };
        let change = match (column.meaning, self) {
            (Meaning::Value, Taken::Number(value)) => FigureChange::Value {
                year: column.year?,
                value: Some(*value),
            },
            (Meaning::Benchmark, Taken::Number(value)) => FigureChange::BenchmarkValue {
                year: column.year?,
                value: Some(*value),
            },
            (Meaning::Projected, Taken::Number(value)) => FigureChange::Projected(Some(*value)),
            (Meaning::Target, Taken::Goal(goal)) => FigureChange::Target(Some(*goal)),
            (Meaning::Rank, Taken::Rank(place, of)) => FigureChange::Rank(Some((*place, *of))),
            (Meaning::Whose, Taken::Whose(whose)) => FigureChange::BenchmarkWhose(Some(*whose)),
            (Meaning::Computed, Taken::Computed(computed)) => FigureChange::Computed(*computed),
            (Meaning::BenchmarkName, Taken::Text(text)) => FigureChange::Text(FigureText::BenchmarkName, text.clone()),
            (Meaning::Evidence, Taken::Text(text)) => FigureChange::Text(FigureText::Evidence, text.clone()),
            (Meaning::Gap, Taken::Text(text)) => FigureChange::Text(FigureText::Gap(column.year?), text.clone()),
            (Meaning::Origins, Taken::Origins(origins)) => {
                let set = |origin| Action::Figure(slot, FigureChange::Origin(origin, origins.contains(origin)));
                return Some(Action::Several(Origin::ALL.into_iter().map(set).collect()));
            }
            _ => return None,
        };
        Some(Action::Figure(slot, change))
    }
}
