//! The size class of an organisation: the bounds of the classification, and laws. Worked cases stand in `tests/cases/eligibility.md`.

use crate::samples::{BEIJING, cases};
use award_kit::assessment::{Organisation, Quantity};
use award_kit::criteria::{Measure, Sector};
use award_kit::eligibility::size_class;
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
