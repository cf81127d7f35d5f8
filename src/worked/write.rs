//! How a case is written, so that one that was made in the page is read again as it was meant. What is not said is left out.

use super::{TotalCase, VerdictCase, YearsCase};
use crate::date::Date;
use crate::json::{ToJson, set};
use crate::scoring::Points;
use serde_json::{Map, Value};

impl ToJson for YearsCase {
    fn to_json(&self) -> Value {
        let mut case = Map::new();
        put(&mut case, "edition", self.edition.to_json());
        set(&mut case, "registered", self.registered.to_string().into());
        set(&mut case, "from", day(self.from));
        Value::Object(case)
    }
}

impl ToJson for VerdictCase {
    fn to_json(&self) -> Value {
        let mut case = Map::new();
        put(&mut case, "edition", self.edition.to_json());
        put(&mut case, "registered", day(self.registered));
        put(&mut case, "place", self.place.to_json());
        put(&mut case, "legal_status", self.legal_status.to_json());
        put(&mut case, "applies", day(self.applies));
        if !self.answers.is_empty() {
            let answers = self.answers.iter().map(|(id, answer)| (id.clone(), answer.to_json()));
            set(&mut case, "answers", Value::Object(answers.collect()));
        }
        put(&mut case, "others", self.others.to_json());
        set(&mut case, "verdict", self.verdict.code().into());
        Value::Object(case)
    }
}

impl ToJson for TotalCase {
    fn to_json(&self) -> Value {
        let mut case = Map::new();
        put(&mut case, "kind", self.kind.to_json());
        if !self.ratings.is_empty() {
            let ratings = self.ratings.iter().map(|(id, percent)| (id.clone(), (*percent).into()));
            set(&mut case, "ratings", Value::Object(ratings.collect()));
        }
        put(&mut case, "others", self.others.map(u32::from).to_json());
        set(&mut case, "total", points(self.total));
        Value::Object(case)
    }
}

/// A member, unless nothing is said.
fn put(case: &mut Map<String, Value>, name: &str, value: Value) {
    if !value.is_null() {
        set(case, name, value);
    }
}

pub(super) fn day(day: Option<Date>) -> Value {
    day.map_or(Value::Null, |day| day.to_string().into())
}

/// Points as a number, whole where they are whole: 27.5, 28.
pub(super) fn points(points: Points) -> Value {
    points.to_f64().to_json()
}
