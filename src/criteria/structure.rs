//! The shape of `pack.json`: structure and figures without a word of text.

use super::indicator::{Identity, Indicator, Input};
use super::kind::Kind;
use super::lineage::Succession;
use super::reference::PackReference;
use crate::date::Date;

/// The whole of `pack.json`.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Structure {
    /// Always `award-kit.pack`.
    pub format: String,
    /// Version of the pack format, `major.minor`.
    pub version: String,
    /// The pack's id, equal to the name of its folder.
    pub id: String,
    /// Edition of the criteria, recorded in every assessment.
    pub edition: String,
    /// In a pack that was changed in the kit: what it was made from and what was changed.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub adapted: Option<Adapted>,
    pub scoring: ScoringRules,
    /// What a total means, from 0 upwards without gap or overlap.
    pub maturity: Vec<MaturityBand>,
    /// Ids of the orientations used as tags; a tag carries no points.
    pub orientations: Vec<String>,
    pub rubrics: Vec<Rubric>,
    pub categories: Vec<Category>,
    pub eligibility: EligibilityRules,
    /// Size classes by sector.
    pub size: Vec<Sector>,
    /// Ids of the stages from application to award, in order.
    pub stages: Vec<String>,
    pub facts: Vec<Fact>,
    pub limits: Vec<Limit>,
    /// Ids of items this pack once had; they are never used again.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub retired: Vec<String>,
    /// Ids of the basic ideas behind the criteria.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub ideas: Vec<String>,
    /// Ids of open questions: what nobody could find.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub missing: Vec<String>,
    /// Quantities that indicators are computed from.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub inputs: Vec<Input>,
    /// The catalogue of indicators.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub indicators: Vec<Indicator>,
    /// What must hold between inputs and indicators.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub identities: Vec<Identity>,
}

/// Where an adapted pack comes from.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Adapted {
    pub from: PackReference,
    pub changes: Vec<Change>,
    /// What items of the original have been split and merged into, as `lineage.json` would say it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub items: Vec<Succession>,
}

/// One change of an adapted pack against its original, as it was written down when the pack was saved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The figure or text: `points/leadership.governance`, `text/zh/item.leadership.governance`.
    pub place: String,
    /// Empty where the original has nothing there.
    pub old: String,
    /// Empty where it was taken away.
    pub new: String,
    /// The reason given.
    pub why: String,
    /// The source cited.
    pub source: String,
}

/// How percentages become points.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoringRules {
    /// What all items' points add up to.
    pub total: u32,
    /// Percent steps an item may be rated in: 5 means 0, 5, 10 … 100. Divides 100.
    pub step: u8,
    pub rounding: Rounding,
    /// What becomes of the points of items that do not apply to the kind of applicant.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub not_applicable: NotApplicable,
    /// Nobody knows the points: those of the pack are equal shares that make percentages add up, and no weights.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub points_unknown: bool,
    /// Lines drawn on the total; the user may move them.
    pub reference_lines: Vec<ReferenceLine>,
}

/// How the points of one item are rounded; named on every screen that shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Rounding {
    /// Not rounded: 50 points × 55 % = 27.5.
    Exact,
    /// Each item to whole points, halves up: 50 points × 55 % = 28.
    ItemHalfUp,
}

impl Rounding {
    /// All rules.
    pub const ALL: [Rounding; 2] = [Rounding::Exact, Rounding::ItemHalfUp];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Rounding::Exact => "exact",
            Rounding::ItemHalfUp => "item_half_up",
        }
    }
}

/// What becomes of the points of items that do not apply to the kind of applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum NotApplicable {
    /// The maximum gets smaller by them.
    #[default]
    Reduce,
    /// They are shared out over the other items of the category.
    RedistributeInCategory,
    /// They are shared out over all other items.
    Redistribute,
}

impl NotApplicable {
    /// All rules, the default first.
    pub const ALL: [NotApplicable; 3] = [NotApplicable::Reduce, NotApplicable::RedistributeInCategory, NotApplicable::Redistribute];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            NotApplicable::Reduce => "reduce",
            NotApplicable::RedistributeInCategory => "redistribute_in_category",
            NotApplicable::Redistribute => "redistribute",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReferenceLine {
    pub id: String,
    /// Whole points.
    pub points: u32,
}

/// A range of totals, both ends included, in whole points.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MaturityBand {
    pub id: String,
    pub from: u32,
    pub to: u32,
}

/// The factors and bands one kind of item is judged by.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rubric {
    pub id: String,
    pub factors: Vec<Factor>,
    /// Upwards; together they cover every step from 0 to 100 once.
    pub bands: Vec<Band>,
    pub limits: Vec<RubricLimit>,
}

#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Factor {
    pub id: String,
    /// One or two letters that stand on the ladder: A, D, L, I or Le, T, C, I.
    pub letter: String,
}

/// A range of percentages, both ends included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Band {
    pub id: String,
    pub from: u8,
    pub to: u8,
}

/// How far one factor holds the suggested percentage down. Never overrules the person.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(tag = "kind", rename_all = "snake_case"))]
pub enum RubricLimit {
    /// The suggested band is at most the factor's own band.
    OwnBand { factor: String },
    /// While the factor is below band `below`, the suggested band is at most `band`.
    Ceiling { factor: String, below: String, band: String },
}

impl RubricLimit {
    /// The factor that limits.
    pub fn factor(&self) -> &str {
        match self {
            RubricLimit::OwnBand { factor } | RubricLimit::Ceiling { factor, .. } => factor,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Category {
    pub id: String,
    /// The printed number, such as `4.1`.
    pub number: String,
    /// Whole points; equals the sum of its items.
    pub points: u32,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// The category's id, a full stop and a name.
    pub id: String,
    /// The printed number, such as `4.1.2`.
    pub number: String,
    /// Whole points.
    pub points: u32,
    /// Id of the rubric it is judged by.
    pub rubric: String,
    pub orientations: Vec<String>,
    /// Kinds of applicant it applies to; none listed: all.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub applies_to: Vec<Kind>,
    /// A bonus item: its points come on top and are in no sum.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub bonus: bool,
    pub prompts: Vec<Prompt>,
    /// Ids of the key requirements of a results item, by which coverage is counted.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub areas: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prompt {
    pub id: String,
    /// The printed number of a sub-clause that can be answered on its own; none for guidance only.
    pub number: Option<String>,
    #[cfg_attr(feature = "schema", schemars(default))]
    pub orientations: Vec<String>,
    /// Kinds of applicant it is meant for; none listed: all.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub applies_to: Vec<Kind>,
}

#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EligibilityRules {
    pub conditions: Vec<Condition>,
    pub editions: Vec<Edition>,
    /// The edition in force for this pack.
    pub default: String,
    /// Bars seen in other places' awards; they never change the verdict.
    pub self_checks: Vec<SelfCheck>,
}

#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Condition {
    pub id: String,
    pub rule: Rule,
}

/// How a condition is judged.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(tag = "kind", rename_all = "snake_case"))]
pub enum Rule {
    /// The registration place lies in a division (leading digits of a GB/T 2260 code).
    RegisteredIn { division: String },
    /// The applicant is a legal person.
    LegalPerson,
    /// Full years from the registration date to the application date.
    YearsSinceRegistration { years: u32 },
    /// Nothing of the named kind in the last years; the applicant answers. A veto of the award itself.
    FreeOf { years: u32 },
    /// The applicant answers.
    Declared,
}

/// Which conditions one session's notice sets.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edition {
    pub id: String,
    pub conditions: Vec<String>,
    /// The day applications opened; none where it is not known.
    #[cfg_attr(feature = "schema", schemars(default, with = "Option<String>"))]
    pub opens: Option<Date>,
    /// The last day for applications; none where it is not known.
    #[cfg_attr(feature = "schema", schemars(default, with = "Option<String>"))]
    pub closes: Option<Date>,
}

#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelfCheck {
    pub id: String,
    /// Years looked back; none where the present counts.
    pub look_back_years: Option<u32>,
}

/// One sector of the size classification and its lower bounds.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sector {
    pub id: String,
    pub bounds: Vec<SizeBounds>,
}

/// Lower bounds of one measure: at least `large`, at least `medium`, at least `small`, else micro.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SizeBounds {
    pub measure: Measure,
    pub large: u64,
    pub medium: u64,
    pub small: u64,
}

/// What a size class is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Measure {
    /// Persons.
    Staff,
    /// Revenue of the year, in 10,000 yuan.
    Revenue,
    /// Total assets, in 10,000 yuan.
    Assets,
}

impl Measure {
    /// All measures.
    pub const ALL: [Measure; 3] = [Measure::Staff, Measure::Revenue, Measure::Assets];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Measure::Staff => "staff",
            Measure::Revenue => "revenue",
            Measure::Assets => "assets",
        }
    }
}

/// A figure of the award itself.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    pub id: String,
    /// None where nobody knows.
    pub value: Option<u64>,
    /// Id of its unit.
    pub unit: String,
}

/// A length limit of one part of the submission.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Limit {
    pub id: String,
    /// In 字数 as Chinese practice counts them: Chinese characters, and runs of other characters.
    pub characters: u32,
}
