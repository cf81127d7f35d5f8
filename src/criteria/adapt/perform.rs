//! What each edit does to the files. What follows from it (sums, sources, texts) is seen to in `settle`.

use super::draft::Draft;
use super::edit::Edit;
use super::reach::{category_of, id_of, list, reach, reach_mut};
use super::things::{bounds_value, rule_value};
use crate::criteria::kind::Kind;
use crate::criteria::structure::{NotApplicable, RubricLimit, Rule, SizeBounds};
use crate::date::Date;
use crate::order;
use serde_json::{Value, json};
use std::rc::Rc;

impl Draft {
    /// The draft after a change; the same draft where there is nothing to change.
    pub fn apply(&self, edit: &Edit) -> Draft {
        let mut after = self.clone();
        after.perform(edit);
        if after.settle(self) && after != *self { after } else { self.clone() }
    }

    fn perform(&mut self, edit: &Edit) {
        let top: &[&str] = &[];
        let scoring = &["scoring"];
        match edit {
            Edit::PackId(id) => self.set(top, "id", id.as_str()),
            Edit::PackEdition(edition) => self.set(top, "edition", edition.as_str()),
            Edit::Text { language, id, text } => self.set_text(language, id, text),
            Edit::Points { item, points } => {
                self.set_in_item(item, "points", *points);
                // Whoever enters points knows them: they are equal shares no more.
                if self.structure().scoring.points_unknown {
                    self.set_option(&["scoring".into()], "points_unknown", false.into(), false.into());
                }
            }
            Edit::Total(total) => {
                self.set(scoring, "total", *total);
                if let Some(last) = list(&self.structure, &["maturity"]).last().and_then(id_of).map(str::to_owned) {
                    self.set(&["maturity", &last], "to", *total);
                }
            }
            Edit::Number { id, number } => match category_of(&self.structure, id) {
                Some(_) => self.set_in_item(id, "number", number.as_str()),
                None => self.set(&["categories", id], "number", number.as_str()),
            },
            Edit::Bonus { item, bonus } => self.set_option(&self.item_path(item), "bonus", (*bonus).into(), false.into()),
            Edit::AppliesTo { item, prompt, kinds } => {
                let mut path = self.item_path(item);
                path.extend(prompt.iter().flat_map(|prompt| ["prompts".to_owned(), prompt.clone()]));
                self.set_option(&path, "applies_to", self.kinds(&path, kinds), Value::Array(Vec::new()));
            }
            Edit::NewItem(item) => self.add_item(item),
            Edit::Retire(item) => self.retire(item),
            Edit::Restore(item) => self.restore(item),
            Edit::NewPrompt { item, prompt } => self.add_prompt(item, prompt),
            Edit::RemovePrompt { item, prompt } => {
                let mut path = self.item_path(item);
                path.push("prompts".into());
                self.remove(&path, prompt);
            }
            Edit::Step(step) => self.set(scoring, "step", *step),
            Edit::Rounding(rounding) => self.set(scoring, "rounding", rounding.word()),
            Edit::NotApplicable(rule) => {
                self.set_option(
                    &["scoring".into()],
                    "not_applicable",
                    rule.word().into(),
                    NotApplicable::default().word().into(),
                );
            }
            Edit::Maturity { band, from } => self.set_border(&["maturity"], band, *from, 1),
            Edit::Band { rubric, band, from } => {
                let step = self.structure().scoring.step.max(1);
                self.set_border(&["rubrics", rubric, "bands"], band, (*from).into(), step.into());
            }
            Edit::Reference { line, points } => self.set(&["scoring", "reference_lines", line], "points", *points),
            Edit::NewReference { name, points, text } => self.add_reference(name, *points, text),
            Edit::RemoveReference(line) => self.remove(&["scoring".into(), "reference_lines".into()], line),
            Edit::InEdition { edition, condition, on } => self.set_in_edition(edition, condition, *on),
            Edit::Years { condition, years } => {
                let rules = &self.structure().eligibility.conditions;
                let rule = rules.iter().find(|known| known.id == *condition).map(|known| &known.rule);
                if let Some(Rule::YearsSinceRegistration { .. } | Rule::FreeOf { .. }) = rule {
                    self.set(&["eligibility", "conditions", condition, "rule"], "years", *years);
                }
            }
            Edit::EditionDates { edition, opens, closes } => {
                let path = ["eligibility", "editions", edition].map(String::from);
                let day = |day: &Option<Date>| day.map_or(Value::Null, |day| day.to_string().into());
                self.set_option(&path, "opens", day(opens), Value::Null);
                self.set_option(&path, "closes", day(closes), Value::Null);
            }
            Edit::DefaultEdition(edition) => self.set(&["eligibility"], "default", edition.as_str()),
            Edit::LookBack { check, years } => {
                let path = ["eligibility", "self_checks", check].map(String::from);
                self.set_option(&path, "look_back_years", (*years).into(), Value::Null);
            }
            Edit::Fact { fact, value } => self.set_option(&["facts".into(), fact.clone()], "value", (*value).into(), Value::Null),
            Edit::Limit { limit, characters } => self.set(&["limits", limit], "characters", *characters),
            Edit::Attribution { figure, citation, status } => self.attribute(figure, citation, *status),
            Edit::New(thing) => self.add_thing(thing),
            Edit::Take { list, id } => self.take(list, id),
            Edit::BringBack { list, id } => self.bring_back(list, id),
            Edit::Move { list, id, up } => self.shift(list, id, *up),
            Edit::Rule { condition, rule } => self.set(&["eligibility", "conditions", condition], "rule", rule_value(rule)),
            Edit::JudgedBy { item, rubric } => self.set_in_item(item, "rubric", rubric.as_str()),
            Edit::Tags { item, prompt, orientations } => self.set_tags(item, prompt.as_deref(), orientations),
            Edit::PromptNumber { item, prompt, number } => {
                let path = self.item_path(item);
                let path: Vec<&str> = path.iter().map(String::as_str).chain(["prompts", prompt.as_str()]).collect();
                self.set(&path, "number", number.as_deref().filter(|number| !number.trim().is_empty()));
            }
            Edit::RubricLimit { rubric, factor, limit } => self.set_rubric_limit(rubric, factor, limit.as_ref()),
            Edit::SizeBounds { sector, bounds } => self.set_bounds(sector, bounds),
            Edit::Split { item, parts, note } => self.split(item, parts, note),
            Edit::Merge { items, into, note } => self.merge(items, into, note),
            Edit::NewCase { list, case } => self.add_case(*list, case),
            Edit::RemoveCase { list, at } => self.remove_case(*list, *at),
            Edit::CaseResult { list, at, result } => self.set_case(*list, *at, result),
            Edit::Reason { place, why } => Rc::make_mut(&mut self.notes).set_reason(place, why),
        }
    }

    /// Sets a member that is always there; nothing where its object is not.
    fn set(&mut self, path: &[&str], member: &str, value: impl Into<Value>) {
        self.put(path, member, Some(value.into()));
    }

    fn set_in_item(&mut self, item: &str, member: &str, value: impl Into<Value>) {
        let path = self.item_path(item);
        self.put(&path.iter().map(String::as_str).collect::<Vec<&str>>(), member, Some(value.into()));
    }

    /// Sets a member that may be left out: its default stands there only if the original says so too.
    pub(super) fn set_option(&mut self, path: &[String], member: &str, value: Value, default: Value) {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let said = reach(&self.original.content().structure, &path).is_some_and(|object| object.get(member).is_some());
        self.put(&path, member, (said || value != default).then_some(value));
    }

    /// Kinds of applicant for something, in the order of the original where that has the same ones.
    fn kinds(&self, path: &[String], kinds: &[Kind]) -> Value {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let wanted = words(kinds);
        let before = reach(&self.original.content().structure, &path).and_then(|thing| thing.get("applies_to"));
        let sorted = |value: &Value| {
            let mut words: Vec<String> = value.as_array().into_iter().flatten().filter_map(id_of).map(str::to_owned).collect();
            order::sort(&mut words);
            words
        };
        before.filter(|before| sorted(before) == sorted(&wanted)).cloned().unwrap_or(wanted)
    }

    fn put(&mut self, path: &[&str], member: &str, value: Option<Value>) {
        let there = reach(&self.structure, path).is_some_and(|object| object.is_object() && object.get(member) != value.as_ref());
        if let (true, Some(Value::Object(object))) = (there, reach_mut(Rc::make_mut(&mut self.structure), path)) {
            match value {
                Some(value) => drop(object.insert(member.to_owned(), value)),
                None => drop(object.shift_remove(member)),
            }
        }
    }

    /// Removes an element of a list by its id.
    pub(super) fn remove(&mut self, list: &[String], id: &str) {
        let path: Vec<&str> = list.iter().map(String::as_str).collect();
        if let Some(Value::Array(list)) = reach_mut(Rc::make_mut(&mut self.structure), &path) {
            list.retain(|element| id_of(element) != Some(id));
        }
    }

    /// The path to an item; one that leads nowhere where there is no such item.
    pub(super) fn item_path(&self, item: &str) -> Vec<String> {
        let category = category_of(&self.structure, item).unwrap_or_default();
        ["categories", &category, "items", item].map(String::from).to_vec()
    }

    /// Moves the border between a band and the one before it.
    fn set_border(&mut self, bands: &[&str], band: &str, from: u32, step: u32) {
        let all = list(&self.structure, bands);
        let Some(at) = all.iter().position(|known| id_of(known) == Some(band)) else {
            return;
        };
        let before = at.checked_sub(1).and_then(|at| id_of(&all[at])).map(str::to_owned);
        self.set(&[bands, &[band]].concat(), "from", from);
        if let Some(before) = before {
            self.set(&[bands, &[before.as_str()]].concat(), "to", from.saturating_sub(step));
        }
    }

    fn set_tags(&mut self, item: &str, prompt: Option<&str>, orientations: &[String]) {
        let mut path = self.item_path(item);
        path.extend(prompt.into_iter().flat_map(|prompt| ["prompts".to_owned(), prompt.to_owned()]));
        let known = list(&self.structure, &["orientations"]).iter().filter_map(id_of);
        let tags: Vec<&str> = known.filter(|id| orientations.iter().any(|wanted| wanted == id)).collect();
        if prompt.is_some() {
            self.set_option(&path, "orientations", tags.into(), Value::Array(Vec::new()));
        } else {
            let tags = Value::from(tags);
            self.set(&path.iter().map(String::as_str).collect::<Vec<&str>>(), "orientations", tags);
        }
    }

    /// A limit takes the place of the one its factor has, else the place the original has it at.
    fn set_rubric_limit(&mut self, rubric: &str, factor: &str, limit: Option<&RubricLimit>) {
        if reach(&self.structure, &["rubrics", rubric]).is_none() || limit.is_some_and(|limit| limit.factor() != factor) {
            return;
        }
        let path = ["rubrics", rubric, "limits"].map(String::from);
        let value = limit.map(limit_value);
        let pack = self.original.clone();
        let before = list(&pack.content().structure, &["rubrics", rubric, "limits"]);
        self.change_list(&path, |limits| match (limits.iter().position(|known| id_of(known) == Some(factor)), value) {
            (Some(at), Some(value)) => limits[at] = value,
            (Some(at), None) => drop(limits.remove(at)),
            (None, Some(value)) => insert_in_order(limits, value, before),
            (None, None) => {}
        });
    }

    /// Bounds take the place of those of their measure, else they come last.
    fn set_bounds(&mut self, sector: &str, bounds: &SizeBounds) {
        let value = bounds_value(bounds);
        let measure = value.get("measure").cloned();
        self.change_list(&["size", sector, "bounds"].map(String::from), |all| {
            match all.iter().position(|known| known.get("measure") == measure.as_ref()) {
                Some(at) => all[at] = value,
                None => all.push(value),
            }
        });
    }

    fn set_text(&mut self, language: &str, id: &str, text: &str) {
        if let Some(source) = id.strip_prefix("source.") {
            Rc::make_mut(&mut self.notes).say(source, language, text);
        }
        for (tag, texts) in Rc::make_mut(&mut self.texts) {
            if let (true, Some(known)) = (tag == language, texts.get_mut(id)) {
                *known = text.into();
            }
        }
    }

    pub(super) fn set_in_edition(&mut self, edition: &str, condition: &str, on: bool) {
        let path = ["eligibility", "editions", edition, "conditions"];
        let there = list(&self.structure, &path).iter().any(|known| id_of(known) == Some(condition));
        if there == on || reach(&self.structure, &["eligibility", "conditions", condition]).is_none() {
            return;
        }
        self.remove(&path.map(String::from), condition);
        let original = &self.original.content().structure;
        let order = match reach(original, &path) {
            Some(Value::Array(list)) if list.iter().any(|known| id_of(known) == Some(condition)) => list.as_slice(),
            _ => list(original, &["eligibility", "conditions"]),
        };
        if let (true, Some(Value::Array(list))) = (on, reach_mut(Rc::make_mut(&mut self.structure), &path)) {
            insert_in_order(list, condition.into(), order);
        }
    }
}

/// Inserts an element after the nearest of those that stand before it in an order; not where it stands already.
pub(super) fn insert_in_order(list: &mut Vec<Value>, element: Value, order: &[Value]) {
    let id = id_of(&element);
    if list.iter().any(|known| id_of(known) == id) {
        return;
    }
    let before = order.iter().map(id_of).take_while(|known| *known != id).collect::<Vec<Option<&str>>>();
    let at = list.iter().rposition(|known| before.contains(&id_of(known))).map_or(0, |at| at + 1);
    list.insert(at, element);
}

/// A limit of a rubric as it stands in `pack.json`.
fn limit_value(limit: &RubricLimit) -> Value {
    match limit {
        RubricLimit::OwnBand { factor } => json!({ "kind": "own_band", "factor": factor }),
        RubricLimit::Ceiling { factor, below, band } => json!({ "kind": "ceiling", "factor": factor, "below": below, "band": band }),
    }
}

/// Kinds of applicant as they stand in files, each once.
pub(super) fn words(kinds: &[Kind]) -> Value {
    let named = Kind::ALL.iter().filter(|kind| kinds.contains(kind));
    named.map(|kind| kind.word()).collect::<Vec<&str>>().into()
}
