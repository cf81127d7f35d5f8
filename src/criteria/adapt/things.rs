//! New things of a pack beside items: conditions, editions, self-checks, stages, facts and the like, with their ids and texts.

use super::draft::Draft;
use super::items::{free_id, slug};
use super::listed::Listed;
use super::reach::{id_of, list};
use super::wording::Wording;
use crate::criteria::structure::{Rule, SizeBounds};
use serde_json::{Map, Value, json};

/// Something new, the last of its list. Its id is made from a name; its words may be written in one language first, and
/// the other is then missing, which the checker tells.
#[derive(Debug, Clone, PartialEq)]
pub struct NewThing {
    /// What its id is made from: letters a–z and digits count, the rest does not.
    pub name: String,
    /// The name shown.
    pub text: Wording,
    pub what: What,
}

/// What a new thing is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A condition, asked for by some editions. A condition the award answers no to for a while is one with
    /// [`Rule::FreeOf`].
    Condition {
        rule: Rule,
        hint: Wording,
        editions: Vec<String>,
    },
    /// An edition of the conditions, with those of another one to begin with.
    Edition {
        like: Option<String>,
    },
    /// A self-check; none where the present counts.
    SelfCheck {
        years: Option<u32>,
    },
    Stage {
        note: Wording,
    },
    /// A figure of the award; none where nobody knows it.
    Fact {
        value: Option<u64>,
        unit: String,
    },
    /// A length limit in characters.
    Limit {
        characters: u32,
    },
    Orientation,
    Idea {
        note: Wording,
    },
    /// An open question.
    Missing,
    /// A category, to be filled with items.
    Category {
        number: String,
    },
    /// A sector of the size classification, with bounds by one measure at least.
    Sector {
        bounds: Vec<SizeBounds>,
    },
}

impl What {
    /// The list it is added to.
    pub fn list(&self) -> Listed {
        match self {
            What::Condition { .. } => Listed::Conditions,
            What::Edition { .. } => Listed::Editions,
            What::SelfCheck { .. } => Listed::SelfChecks,
            What::Stage { .. } => Listed::Stages,
            What::Fact { .. } => Listed::Facts,
            What::Limit { .. } => Listed::Limits,
            What::Orientation => Listed::Orientations,
            What::Idea { .. } => Listed::Ideas,
            What::Missing => Listed::Missing,
            What::Category { .. } => Listed::Categories,
            What::Sector { .. } => Listed::Sectors,
        }
    }

    /// What its text ids begin with, which its id is made from where its name has no letters.
    fn kind(&self) -> &'static str {
        match self {
            What::Condition { .. } => "condition",
            What::Edition { .. } => "edition",
            What::SelfCheck { .. } => "self_check",
            What::Stage { .. } => "stage",
            What::Fact { .. } => "fact",
            What::Limit { .. } => "limit",
            What::Orientation => "orientation",
            What::Idea { .. } => "idea",
            What::Missing => "missing",
            What::Category { .. } => "category",
            What::Sector { .. } => "sector",
        }
    }

    /// A second text, with the end of its id.
    fn more(&self) -> Option<(&'static str, &Wording)> {
        match self {
            What::Condition { hint, .. } => Some(("hint", hint)),
            What::Stage { note } | What::Idea { note } => Some(("note", note)),
            _ => None,
        }
    }
}

impl Draft {
    /// The id a new thing gets. An id of the original is not used again, also where its thing is gone.
    pub fn new_thing_id(&self, thing: &NewThing) -> String {
        let path = self.path_of(&thing.what.list());
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let sides = [&*self.structure, &self.original.content().structure];
        let taken = |id: &str| sides.iter().any(|side| list(side, &path).iter().any(|known| id_of(known) == Some(id)));
        free_id(&slug(&thing.name, &thing.what.kind().replace('_', "-")), &taken)
    }

    pub(super) fn add_thing(&mut self, thing: &NewThing) {
        if matches!(&thing.what, What::Sector { bounds } if bounds.is_empty()) {
            return;
        }
        let id = self.new_thing_id(thing);
        let mut element = Map::from_iter([("id".to_owned(), Value::from(id.as_str()))]);
        let mut set = |name: &str, value: Value| drop(element.insert(name.to_owned(), value));
        let plain = match &thing.what {
            What::Condition { rule, .. } => {
                set("rule", rule_value(rule));
                false
            }
            What::Edition { like } => {
                let like = like.as_deref().unwrap_or_default();
                set("conditions", list(&self.structure, &["eligibility", "editions", like, "conditions"]).into());
                false
            }
            What::SelfCheck { years } => {
                set("look_back_years", (*years).into());
                false
            }
            What::Fact { value, unit } => {
                set("value", (*value).into());
                set("unit", unit.as_str().into());
                false
            }
            What::Limit { characters } => {
                set("characters", (*characters).into());
                false
            }
            What::Category { number } => {
                set("number", number.as_str().into());
                set("points", 0.into());
                set("items", json!([]));
                false
            }
            What::Sector { bounds } => {
                set("bounds", bounds.iter().map(bounds_value).collect());
                false
            }
            What::Stage { .. } | What::Orientation | What::Idea { .. } | What::Missing => true,
        };
        let element = if plain { id.as_str().into() } else { Value::Object(element) };
        self.change_list(&self.path_of(&thing.what.list()), |list| list.push(element));
        let text = [thing.what.kind(), ".", &id].concat();
        self.say(&text, &thing.text);
        if let Some((end, words)) = thing.what.more() {
            self.say(&[&text, ".", end].concat(), words);
        }
        if let What::Condition { editions, .. } = &thing.what {
            for edition in editions {
                let path = self.path_of(&Listed::OfEdition(edition.clone()));
                self.change_list(&path, |list| {
                    if !list.iter().any(|known| known.as_str() == Some(&id)) {
                        list.push(id.as_str().into());
                    }
                });
            }
        }
    }
}

/// A rule as it stands in `pack.json`.
pub(super) fn rule_value(rule: &Rule) -> Value {
    match rule {
        Rule::RegisteredIn { division } => json!({ "kind": "registered_in", "division": division }),
        Rule::LegalPerson => json!({ "kind": "legal_person" }),
        Rule::YearsSinceRegistration { years } => json!({ "kind": "years_since_registration", "years": years }),
        Rule::FreeOf { years } => json!({ "kind": "free_of", "years": years }),
        Rule::Declared => json!({ "kind": "declared" }),
    }
}

/// Lower bounds of a size class as they stand in `pack.json`.
pub(super) fn bounds_value(bounds: &SizeBounds) -> Value {
    let measure = bounds.measure.word();
    json!({ "measure": measure, "large": bounds.large, "medium": bounds.medium, "small": bounds.small })
}
