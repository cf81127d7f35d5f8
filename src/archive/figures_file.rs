//! The figures of an assessment file: members of their own, which came with version 1.1 and are written only where there
//! is something in them.

use crate::assessment::{Origin, Whose};
use crate::criteria::Aim;
use crate::json::{ById, FromJson, Object, Part, Place, ToJson, from_members, set, to_members};
use serde_json::{Map, Value};

/// Years, inputs and indicators.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct FiguresFile {
    /// The years figures are asked for; where missing, all years that have a value.
    pub years: Option<YearsFile>,
    /// By input id of the pack, then by year (`"2014"`); null or absent is missing, which is not zero.
    pub inputs: ById<ById<Option<f64>>>,
    /// By indicator id of the pack.
    pub indicators: ById<FigureFile>,
    /// Indicators of one's own, by id.
    pub own_indicators: ById<OwnFile>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct YearsFile {
    #[cfg_attr(feature = "schema", schemars(range(min = 1900, max = 2100)))]
    pub first: i64,
    /// How many.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 20)))]
    pub count: i64,
}

/// The figures of one indicator.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct FigureFile {
    /// Typed values by year; null or absent is missing, which is not zero.
    pub values: ById<Option<f64>>,
    /// By year: why it has no value.
    pub gaps: ById<String>,
    /// True where the values are computed by the formula from the inputs.
    pub computed: bool,
    pub target: Option<TargetFile>,
    pub benchmark: BenchmarkFile,
    /// The rank in the sector.
    pub rank: Option<RankFile>,
    /// Where the figures come from.
    pub origins: Vec<Origin>,
    /// Reference to evidence.
    pub evidence: String,
    /// What is expected for the year after the last.
    pub projected: Option<f64>,
}

/// What is to be reached: a value, or a range.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct TargetFile {
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// What it is compared with.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct BenchmarkFile {
    pub whose: Option<Whose>,
    pub name: String,
    /// By year.
    pub values: ById<Option<f64>>,
}

/// A rank and of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct RankFile {
    pub place: u32,
    pub of: u32,
}

/// An indicator of one's own: what it is, and its figures.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct OwnFile {
    pub name: String,
    /// Id of a results item of the pack.
    pub item: String,
    /// Id of one of its areas.
    pub area: String,
    /// In words.
    pub unit: String,
    pub direction: Option<Aim>,
    /// Digits shown after the decimal point.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 4)))]
    pub decimals: u32,
    /// The least that is possible at all.
    pub low: Option<f64>,
    /// The most that is possible at all.
    pub high: Option<f64>,
    /// How it is computed, in words.
    pub formula: String,
    pub figures: FigureFile,
}

macro_rules! members {
    ($($type:ident $members:tt)*) => {
        from_members! { $($type $members)* }
        to_members! { $($type $members)* }
    };
}

members! {
    YearsFile { first, count }
    FigureFile { values, gaps, computed, target, benchmark, rank, origins, evidence, projected }
    BenchmarkFile { whose, name, values }
    RankFile { place, of }
    OwnFile { name, item, area, unit, direction, decimals, low, high, formula, figures }
}

from_members! {
    TargetFile { value, low, high }
}

/// A value or a range, and nothing beside it.
impl ToJson for TargetFile {
    fn to_json(&self) -> Value {
        let mut object = Map::new();
        for (name, value) in [("value", self.value), ("low", self.low), ("high", self.high)] {
            if let Some(value) = value {
                set(&mut object, name, value.to_json());
            }
        }
        Value::Object(object)
    }
}

#[cfg(feature = "schema")]
crate::json::serialize_as_written!(TargetFile);

impl FiguresFile {
    /// Whether nothing of it is written.
    pub fn is_empty(&self) -> bool {
        self.years.is_none() && self.inputs.0.is_empty() && self.indicators.0.is_empty() && self.own_indicators.0.is_empty()
    }
}

impl Part for FiguresFile {
    fn read_members(object: &mut Object<'_>) -> FiguresFile {
        FiguresFile {
            years: object.member("years"),
            inputs: object.member("inputs"),
            indicators: object.member("indicators"),
            own_indicators: object.member("own_indicators"),
        }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        if let Some(years) = &self.years {
            set(object, "years", years.to_json());
        }
        let lists = [
            ("inputs", self.inputs.to_json()),
            ("indicators", self.indicators.to_json()),
            ("own_indicators", self.own_indicators.to_json()),
        ];
        for (name, list) in lists {
            if list.as_object().is_some_and(|list| !list.is_empty()) {
                set(object, name, list);
            }
        }
    }
}

impl FromJson for Whose {
    fn from_json(place: Place<'_>) -> Whose {
        place.choice(&Whose::ALL.map(|whose| (whose.word(), whose)))
    }
}

impl ToJson for Whose {
    fn to_json(&self) -> Value {
        Value::String(self.word().into())
    }
}

impl FromJson for Origin {
    fn from_json(place: Place<'_>) -> Origin {
        place.choice(&Origin::ALL.map(|origin| (origin.word(), origin)))
    }
}

impl ToJson for Origin {
    fn to_json(&self) -> Value {
        Value::String(self.word().into())
    }
}

#[cfg(feature = "schema")]
crate::json::serialize_as_written!(Whose);
#[cfg(feature = "schema")]
crate::json::serialize_as_written!(Origin);
#[cfg(feature = "schema")]
impl serde::Serialize for FiguresFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Map::new();
        self.write_members(&mut object);
        serde::Serialize::serialize(&object, serializer)
    }
}
