//! The names of what can differ in `pack.json`: which place a person is told of, and how its value is told.

use serde_json::Value;

/// How a place is told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum How {
    /// The whole value.
    Whole,
    /// The whole value; this where none stands there.
    Or(&'static str),
    /// One member of an object stands for it; the others are told under their own names.
    Member(&'static str),
    /// `from` and `to` of an object.
    Range,
    /// `opens` and `closes` of an object that is told as being there.
    Dates,
    /// That the object is there.
    There,
    /// Each id of a list: that it is there. The word stands for the others.
    Each(&'static str),
}

/// One kind of place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    /// Names and ids that lead to it; a star is any id.
    pattern: &'static str,
    /// The name that stands before the ids in a place.
    kind: &'static str,
    /// How many of the ids, from the first, the place does without.
    skip: usize,
    pub how: How,
}

const fn named(pattern: &'static str, kind: &'static str, skip: usize, how: How) -> Named {
    Named { pattern, kind, skip, how }
}

const NAMED: &[Named] = &[
    named("id", "id", 0, How::Whole),
    named("edition", "edition", 0, How::Whole),
    named("version", "version", 0, How::Whole),
    named("scoring/total", "total", 0, How::Whole),
    named("scoring/step", "step", 0, How::Whole),
    named("scoring/rounding", "rounding", 0, How::Whole),
    named("scoring/not_applicable", "not_applicable", 0, How::Or("reduce")),
    named("scoring/points_unknown", "points_unknown", 0, How::Or("off")),
    named("scoring/reference_lines/*", "reference", 0, How::Member("points")),
    named("maturity/*", "maturity", 0, How::Range),
    named("orientations", "orientation", 0, How::Each("")),
    named("rubrics/*", "rubric", 0, How::There),
    named("rubrics/*/factors/*", "factor", 0, How::Member("letter")),
    named("rubrics/*/bands/*", "rubric", 0, How::Range),
    named("rubrics/*/limits/*", "rubric_limit", 0, How::Whole),
    named("categories/*", "category", 0, How::Member("points")),
    named("categories/*/number", "number", 0, How::Whole),
    named("categories/*/items/*", "item", 1, How::There),
    named("categories/*/items/*/points", "points", 1, How::Whole),
    named("categories/*/items/*/number", "number", 1, How::Whole),
    named("categories/*/items/*/rubric", "judged_by", 1, How::Whole),
    named("categories/*/items/*/orientations", "tags", 1, How::Whole),
    named("categories/*/items/*/applies_to", "applies_to", 1, How::Or("")),
    named("categories/*/items/*/bonus", "bonus", 1, How::Or("off")),
    named("categories/*/items/*/prompts/*", "prompt", 1, How::There),
    named("categories/*/items/*/prompts/*/number", "number", 1, How::Or("null")),
    named("categories/*/items/*/prompts/*/orientations", "tags", 1, How::Or("")),
    named("categories/*/items/*/prompts/*/applies_to", "applies_to", 1, How::Or("")),
    named("categories/*/items/*/areas", "area", 1, How::Each("")),
    named("inputs/*", "input", 0, How::Member("unit")),
    named("indicators/*", "indicator", 0, How::Whole),
    named("identities/*", "identity", 0, How::Whole),
    named("eligibility/conditions/*", "rule", 0, How::Member("rule")),
    named("eligibility/editions/*", "edition", 0, How::Dates),
    named("eligibility/editions/*/conditions", "edition", 0, How::Each("off")),
    named("eligibility/default", "default_edition", 0, How::Whole),
    named("eligibility/self_checks/*", "self_check", 0, How::Member("look_back_years")),
    named("size/*", "size", 0, How::Member("bounds")),
    named("stages", "stage", 0, How::Each("")),
    named("facts/*", "fact", 0, How::Member("value")),
    named("facts/*/unit", "unit", 0, How::Whole),
    named("limits/*", "limit", 0, How::Member("characters")),
    named("retired", "retired", 0, How::Each("")),
    named("ideas", "idea", 0, How::Each("")),
    named("missing", "missing", 0, How::Each("")),
];

/// The kinds of places that do not stand in `pack.json`, or only follow from it.
const OTHERS: &[&str] = &["edition_dates", "order", "other", "source", "cited", "text", "language"];

/// Every name a place can begin with.
pub fn place_kinds() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|named| named.kind).chain(OTHERS.iter().copied())
}

/// What stands at a path of names and ids: how it is told and the place's name.
pub(super) fn named_at(path: &[&str]) -> Option<(&'static Named, String)> {
    let named = NAMED.iter().find(|named| fits(named.pattern, path) == Some(true))?;
    let ids = named.pattern.split('/').zip(path).filter(|(segment, _)| *segment == "*");
    let mut place = String::from(named.kind);
    for (_, id) in ids.skip(named.skip) {
        place.push('/');
        place.push_str(id);
    }
    Some((named, place))
}

/// Whether something below a path has a name.
pub(super) fn leads_on(path: &[&str]) -> bool {
    NAMED.iter().any(|named| fits(named.pattern, path) == Some(false))
}

impl Named {
    /// Whether it is told also of a thing that is gone as a whole.
    pub fn told_of_the_gone(&self) -> bool {
        matches!(self.kind, "item" | "points")
    }
}

/// Whether a path is the pattern's whole (true) or its beginning (false).
fn fits(pattern: &str, path: &[&str]) -> Option<bool> {
    let mut segments = pattern.split('/');
    for part in path {
        let segment = segments.next()?;
        if segment != "*" && segment != *part {
            return None;
        }
    }
    Some(segments.next().is_none())
}

/// A value in plain words: `50`, `on`, `null`, `manufacturing, service`, `years_since_registration 3`.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(true) => "on".into(),
        Value::Bool(false) => "off".into(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<String>>().join(", "),
        Value::Object(members) => members.values().map(shown).collect::<Vec<String>>().join(" "),
    }
}
