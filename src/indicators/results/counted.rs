//! Which units count whole things, by the words packs and people give them.

use crate::criteria::Pack;

/// Names of units of which there are only whole ones. 次 is also a turnover in times, so decimals decide there.
const WHOLE: [&str; 38] = [
    "人",
    "名",
    "户",
    "家",
    "件",
    "批",
    "批次",
    "单",
    "次",
    "人次",
    "件次",
    "台次",
    "项",
    "个",
    "台",
    "套",
    "台套",
    "条",
    "篇",
    "位",
    "起",
    "例",
    "persons",
    "people",
    "customers",
    "units",
    "batches",
    "orders",
    "services",
    "items",
    "machines",
    "tests",
    "cases",
    "suggestions",
    "patents",
    "standards",
    "reports",
    "place",
];

/// Whether a unit in words counts whole things.
pub(super) fn counts(unit: &str) -> bool {
    WHOLE.contains(&unit.trim())
}

/// The same of a unit of the pack, in any of its languages.
pub(super) fn unit_counts(pack: &Pack, unit: &str) -> bool {
    pack.languages().any(|language| counts(pack.words(language).unit(unit)))
}
