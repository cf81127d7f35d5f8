//! Types that are written as JSON, and the plain ones.

use super::spelling::MARK;
use serde_json::Value;

/// A type that is written as JSON.
pub trait ToJson {
    fn to_json(&self) -> Value;
}

/// Without what marks a number.
impl ToJson for String {
    fn to_json(&self) -> Value {
        Value::String(self.trim_start_matches(MARK).to_owned())
    }
}

impl ToJson for bool {
    fn to_json(&self) -> Value {
        Value::Bool(*self)
    }
}

impl ToJson for u32 {
    fn to_json(&self) -> Value {
        (*self).into()
    }
}

impl ToJson for u64 {
    fn to_json(&self) -> Value {
        (*self).into()
    }
}

impl ToJson for usize {
    fn to_json(&self) -> Value {
        (*self).into()
    }
}

impl ToJson for i64 {
    fn to_json(&self) -> Value {
        (*self).into()
    }
}

/// Whole numbers up to 10¹⁵ without a decimal point; null where the number is none.
impl ToJson for f64 {
    fn to_json(&self) -> Value {
        if self.fract() == 0.0 && self.abs() <= 1e15 {
            return (*self as i64).into();
        }
        // Both write the shortest digits that are read as the same number; the one an exponent where there are many zeros.
        let digits = if (1e-5..1e-4).contains(&self.abs()) {
            self.to_string()
        } else {
            format!("{self:?}")
        };
        digits.parse().map_or(Value::Null, Value::Number)
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_json)
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self) -> Value {
        Value::Array(self.iter().map(T::to_json).collect())
    }
}
