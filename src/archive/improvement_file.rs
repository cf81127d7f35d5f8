//! The improvement plan of an assessment file: members of their own, which came with version 1.2 and are written only
//! where there is something in them.

use crate::assessment::{Progress, Size};
use crate::json::{ById, FromJson, Object, Part, Place, ToJson, from_members, set, to_members};
use serde_json::{Map, Value};

/// Actions and targets.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct ImprovementFile {
    /// By id, in the order they were added.
    pub actions: ById<ActionFile>,
    /// By item id of the pack: the percentage to be reached, 0 to 100, in the pack's steps. One in other steps is kept and
    /// not counted.
    pub targets: ById<Option<i64>>,
}

/// An improvement action.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct ActionFile {
    pub title: String,
    /// Id of an item of the pack.
    pub item: String,
    /// Who sees to it.
    pub owner: String,
    /// `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub start: Option<String>,
    /// The last day, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub due: Option<String>,
    #[cfg_attr(feature = "schema", schemars(with = "ProgressName"))]
    pub status: Progress,
    /// The effort in person-days.
    pub days: Option<u32>,
    /// A rough effort; counts where no person-days are given.
    #[cfg_attr(feature = "schema", schemars(with = "Option<SizeName>"))]
    pub size: Option<Size>,
    /// What the item is expected to gain, in percent points.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub gain: Option<i64>,
    pub note: String,
}

macro_rules! members {
    ($($type:ident $members:tt)*) => {
        from_members! { $($type $members)* }
        to_members! { $($type $members)* }
    };
}

members! {
    ActionFile { title, item, owner, start, due, status, days, size, gain, note }
}

impl ImprovementFile {
    /// Whether nothing of it is written.
    pub fn is_empty(&self) -> bool {
        self.actions.0.is_empty() && self.targets.0.is_empty()
    }
}

impl Part for ImprovementFile {
    fn read_members(object: &mut Object<'_>) -> ImprovementFile {
        ImprovementFile {
            actions: object.member("actions"),
            targets: object.member("targets"),
        }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        if !self.actions.0.is_empty() {
            set(object, "actions", self.actions.to_json());
        }
        if !self.targets.0.is_empty() {
            set(object, "targets", self.targets.to_json());
        }
    }
}

macro_rules! words {
    ($($choice:ident as $name:ident { $($variant:ident $word:literal,)* })*) => {
        $(
            impl FromJson for $choice {
                fn from_json(place: Place<'_>) -> $choice {
                    place.choice(&$choice::ALL.map(|choice| (choice.word(), choice)))
                }
            }

            impl ToJson for $choice {
                fn to_json(&self) -> Value {
                    Value::String(self.word().into())
                }
            }

            #[cfg(feature = "schema")]
            crate::json::serialize_as_written!($choice);

            #[cfg(feature = "schema")]
            #[derive(schemars::JsonSchema)]
            #[expect(dead_code, reason = "stands for the words in the schema")]
            pub enum $name { $(#[schemars(rename = $word)] $variant),* }
        )*
    };
}

words! {
    Progress as ProgressName { Open "open", Doing "doing", Done "done", Dropped "dropped", }
    Size as SizeName { Small "S", Medium "M", Large "L", }
}

#[cfg(feature = "schema")]
impl serde::Serialize for ImprovementFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Map::new();
        self.write_members(&mut object);
        serde::Serialize::serialize(&object, serializer)
    }
}
