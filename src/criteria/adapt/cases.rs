//! Worked cases of a draft: added, taken away, and told what they should come to. They stand in the draft as `cases.json`
//! has them; what is in one is read and run by `worked`.

use super::draft::Draft;
use crate::criteria::pack::Pack;
use crate::json;
use serde_json::{Map, Value};
use std::rc::Rc;

/// The lists of `cases.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseList {
    /// A day of registration and the day on which the years are reached.
    Years,
    /// Plain facts about an applicant and the verdict.
    Verdicts,
    /// Ratings and the total.
    Totals,
}

impl CaseList {
    /// All lists, in the order of the file.
    pub const ALL: [CaseList; 3] = [CaseList::Years, CaseList::Verdicts, CaseList::Totals];

    /// The list's name in the file.
    pub const fn word(self) -> &'static str {
        match self {
            CaseList::Years => "years",
            CaseList::Verdicts => "verdicts",
            CaseList::Totals => "totals",
        }
    }

    /// The member of a case that holds what it should come to.
    pub const fn result(self) -> &'static str {
        match self {
            CaseList::Years => "from",
            CaseList::Verdicts => "verdict",
            CaseList::Totals => "total",
        }
    }
}

impl Draft {
    /// The worked cases as they are now, as `cases.json`; null where there are none.
    pub fn cases(&self) -> &Value {
        &self.cases
    }

    /// Whether neither it nor its original has any, as in a draft that was kept before cases travelled with packs.
    pub fn knows_no_cases(&self) -> bool {
        self.cases.is_null() && self.original.cases().is_null()
    }

    /// The draft with the cases that lie beside its original, where it knows of none; else as it is.
    #[must_use]
    pub fn with_cases(mut self, cases: &Value) -> Draft {
        if self.knows_no_cases() && !cases.is_null() {
            self.original = Rc::new(Pack::clone(&self.original).with_cases(cases.clone()));
            self.cases = Rc::new(cases.clone());
        }
        self
    }

    pub(super) fn add_case(&mut self, list: CaseList, case: &Value) {
        let mut file = match self.cases.as_object() {
            Some(file) => file.clone(),
            None => Map::from_iter([("format".to_owned(), "award-kit.cases".into()), ("version".to_owned(), "1.0".into())]),
        };
        if list == CaseList::Verdicts {
            // Older readers do not know them.
            json::set(&mut file, "version", "1.1".into());
        }
        match file.get_mut(list.word()) {
            Some(Value::Array(cases)) => cases.push(case.clone()),
            _ => json::set(&mut file, list.word(), Value::Array(vec![case.clone()])),
        }
        self.cases = Rc::new(Value::Object(file));
    }

    /// Takes a case away, counted from 0. With the last one the file goes too.
    pub(super) fn remove_case(&mut self, list: CaseList, at: usize) {
        let cases = Rc::make_mut(&mut self.cases);
        if let Some(Value::Array(list)) = cases.get_mut(list.word())
            && at < list.len()
        {
            list.remove(at);
        }
        let left = |list: CaseList| cases.get(list.word()).and_then(Value::as_array).is_some_and(|list| !list.is_empty());
        if !CaseList::ALL.into_iter().any(left) {
            *cases = Value::Null;
        }
    }

    /// Sets what a case should come to, counted from 0.
    pub(super) fn set_case(&mut self, list: CaseList, at: usize, result: &Value) {
        let cases = Rc::make_mut(&mut self.cases);
        if let Some(Value::Object(case)) = cases.get_mut(list.word()).and_then(|list| list.get_mut(at)) {
            json::set(case, list.result(), result.clone());
        }
    }
}
