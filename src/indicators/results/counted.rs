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

#[cfg(test)]
mod tests {
    use super::unit_counts;
    use crate::criteria::built_in;
    use std::collections::BTreeSet;

    /// Units of the catalogue that measure: there are parts of one.
    const MEASURED: [&str; 19] = [
        "percent",
        "permille",
        "ppm",
        "per-10k",
        "per-100-persons",
        "index",
        "points",
        "cpk",
        "characteristic",
        "minutes",
        "hours",
        "hours-per-person",
        "days",
        "10k-yuan",
        "100m-yuan",
        "10k-usd",
        "10k-yuan-per-person",
        "tce",
        "tce-per-10k-yuan",
    ];

    #[test]
    fn every_unit_of_the_catalogue_counts_or_measures() {
        let pack = built_in("gbt-19580-2012").expect("built in");
        let of_indicators = pack.indicators().map(|(_, one)| one.unit.as_str());
        let units: BTreeSet<&str> = of_indicators.chain(pack.inputs().map(|(_, one)| one.unit.as_str())).collect();
        for unit in &units {
            let measures = MEASURED.contains(unit);
            assert_ne!(unit_counts(&pack, unit), measures, "{unit} stands in one of WHOLE and MEASURED");
        }
        assert!(MEASURED.iter().all(|unit| units.contains(unit)));
    }
}
