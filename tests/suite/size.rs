//! The size class of an organisation: every lower bound of a class has to be reached.

use crate::samples::{BEIJING, cases};
use award_kit::assessment::{Organisation, Quantity};
use award_kit::criteria::{Measure, Sector};
use award_kit::eligibility::{SizeClass, size_class};
use proptest::option;
use proptest::prelude::*;

fn sector(id: &str) -> &'static Sector {
    let found = BEIJING.structure().size.iter().find(|sector| sector.id == id);
    found.unwrap_or_else(|| panic!("{id} is a sector"))
}

fn organisation(staff: Option<u64>, revenue: Option<u64>, assets: Option<u64>) -> Organisation {
    let mut organisation = Organisation::default();
    organisation.set_quantity(Quantity::Staff, staff);
    organisation.set_quantity(Quantity::Revenue, revenue);
    organisation.set_quantity(Quantity::Assets, assets);
    organisation
}

#[test]
fn the_lowest_class_of_any_measure_counts() {
    use SizeClass::*;
    // Sector, staff, revenue, assets (10,000 yuan), class.
    let table = [
        ("industry", Some(1000), Some(40_000), None, Some(Large)),
        ("industry", Some(999), Some(40_000), None, Some(Medium)),
        ("industry", Some(1000), Some(39_999), None, Some(Medium)),
        ("industry", Some(860), Some(61_200), None, Some(Medium)),
        ("industry", Some(300), Some(2000), None, Some(Medium)),
        ("industry", Some(299), Some(2000), None, Some(Small)),
        ("industry", Some(300), Some(1999), None, Some(Small)),
        ("industry", Some(20), Some(300), None, Some(Small)),
        ("industry", Some(19), Some(300), None, Some(Micro)),
        ("industry", Some(20), Some(299), None, Some(Micro)),
        ("industry", Some(5000), Some(299), None, Some(Micro)),
        ("industry", Some(0), Some(0), None, Some(Micro)),
        ("industry", Some(u64::MAX), Some(u64::MAX), None, Some(Large)),
        // A measure that is missing leaves the class open; one the sector does not use does not.
        ("industry", None, Some(40_000), None, None),
        ("industry", Some(1000), None, Some(90_000), None),
        ("other", Some(300), None, None, Some(Large)),
        ("other", Some(299), None, None, Some(Medium)),
        ("other", Some(9), Some(40_000), Some(40_000), Some(Micro)),
        ("other", None, Some(40_000), None, None),
        ("agriculture", None, Some(20_000), None, Some(Large)),
        ("agriculture", None, Some(49), None, Some(Micro)),
        ("construction", None, Some(80_000), Some(80_000), Some(Large)),
        ("construction", None, Some(80_000), Some(79_999), Some(Medium)),
        ("construction", None, Some(6000), Some(4999), Some(Small)),
        ("real-estate", None, Some(1000), Some(10_000), Some(Medium)),
        ("real-estate", None, Some(200_000), Some(1999), Some(Micro)),
        ("leasing", Some(100), None, Some(8000), Some(Medium)),
        ("leasing", Some(300), None, Some(120_000), Some(Large)),
        ("software", Some(100), Some(1000), None, Some(Medium)),
        ("software", Some(10), Some(50), None, Some(Small)),
        ("retail", Some(10), Some(100), None, Some(Small)),
    ];
    for (id, staff, revenue, assets, class) in table {
        assert_eq!(
            size_class(sector(id), &organisation(staff, revenue, assets)),
            class,
            "{id} {staff:?} {revenue:?} {assets:?}"
        );
    }
}

/// A measure with the lower bounds of large, medium and small.
type Bounds = (Measure, u64, u64, u64);

#[test]
fn every_sector_of_the_classification_is_there() {
    use Measure::{Assets, Revenue, Staff};
    // Measures with large, medium and small, as in the classification of 2017 (domain facts 1.3).
    let table: [(&str, &[Bounds]); 15] = [
        ("agriculture", &[(Revenue, 20_000, 500, 50)]),
        ("industry", &[(Staff, 1000, 300, 20), (Revenue, 40_000, 2000, 300)]),
        ("construction", &[(Revenue, 80_000, 6000, 300), (Assets, 80_000, 5000, 300)]),
        ("wholesale", &[(Staff, 200, 20, 5), (Revenue, 40_000, 5000, 1000)]),
        ("retail", &[(Staff, 300, 50, 10), (Revenue, 20_000, 500, 100)]),
        ("transport", &[(Staff, 1000, 300, 20), (Revenue, 30_000, 3000, 200)]),
        ("storage", &[(Staff, 200, 100, 20), (Revenue, 30_000, 1000, 100)]),
        ("post", &[(Staff, 1000, 300, 20), (Revenue, 30_000, 2000, 100)]),
        ("hospitality", &[(Staff, 300, 100, 10), (Revenue, 10_000, 2000, 100)]),
        ("information-transmission", &[(Staff, 2000, 100, 10), (Revenue, 100_000, 1000, 100)]),
        ("software", &[(Staff, 300, 100, 10), (Revenue, 10_000, 1000, 50)]),
        ("real-estate", &[(Revenue, 200_000, 1000, 100), (Assets, 10_000, 5000, 2000)]),
        ("property-management", &[(Staff, 1000, 300, 100), (Revenue, 5000, 1000, 500)]),
        ("leasing", &[(Staff, 300, 100, 10), (Assets, 120_000, 8000, 100)]),
        ("other", &[(Staff, 300, 100, 10)]),
    ];
    assert_eq!(BEIJING.structure().size.len(), table.len());
    for (id, bounds) in table {
        let found: Vec<Bounds> = sector(id)
            .bounds
            .iter()
            .map(|each| (each.measure, each.large, each.medium, each.small))
            .collect();
        assert_eq!(found, bounds, "{id}");
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn growing_never_lowers_the_class(
        sector in proptest::sample::select(BEIJING.structure().size.clone()),
        before in [0..150_000_u64, 0..150_000, 0..150_000],
        grown in [0..150_000_u64, 0..150_000, 0..150_000],
    ) {
        let [small, large] = [before, [before[0] + grown[0], before[1] + grown[1], before[2] + grown[2]]]
            .map(|[staff, revenue, assets]| size_class(&sector, &organisation(Some(staff), Some(revenue), Some(assets))));
        prop_assert!(small.is_some() && small <= large, "{small:?} became {large:?}");
    }

    #[test]
    fn the_class_is_open_exactly_while_a_measure_is_missing(
        sector in proptest::sample::select(BEIJING.structure().size.clone()),
        figures in [option::of(0..9_u64), option::of(0..9_u64), option::of(0..9_u64)],
    ) {
        let missing = sector.bounds.iter().any(|bounds| match bounds.measure {
            Measure::Staff => figures[0].is_none(),
            Measure::Revenue => figures[1].is_none(),
            Measure::Assets => figures[2].is_none(),
        });
        let class = size_class(&sector, &organisation(figures[0], figures[1], figures[2]));
        prop_assert_eq!(class.is_none(), missing);
    }
}
