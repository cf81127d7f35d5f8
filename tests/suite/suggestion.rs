//! The suggested percent range: worked cases, and laws seen to hold for every choice of bands.

use crate::samples::{BEIJING, DEMO};
use award_kit::criteria::{Pack, Rubric};
use award_kit::scoring::{Suggestion, steps_of, suggest};

fn rubric(id: &str) -> &'static Rubric {
    of(&BEIJING, id)
}

fn of(pack: &'static Pack, id: &str) -> &'static Rubric {
    let found = pack.structure().rubrics.iter().find(|rubric| rubric.id == id);
    found.unwrap_or_else(|| panic!("{id} is a rubric"))
}

fn suggested(rubric: &Rubric, bands: [usize; 4]) -> Suggestion {
    suggest(rubric, &bands.map(Some), 5).unwrap_or_else(|| panic!("{bands:?} give a suggestion"))
}

fn range(suggestion: &Suggestion) -> (u8, u8) {
    (suggestion.low.value(), suggestion.high.value())
}

/// Every choice of four bands out of `bands`.
fn choices(bands: usize) -> impl Iterator<Item = [usize; 4]> {
    (0..bands.pow(4)).map(move |number| [0, 1, 2, 3].map(|factor| number / bands.pow(factor) % bands))
}

#[test]
fn bands_50_65_with_one_above_and_one_below_suggest_45_to_50() {
    // 70–85, 50–65, 30–45 and 50–65 for approach, deployment, learning and integration.
    let found = suggested(rubric("process"), [4, 3, 2, 3]);
    assert_eq!(range(&found), (45, 50));
    assert_eq!((found.base, found.limited_by), (3, None));
    assert_eq!((found.below, found.above), (vec![2], vec![0]));
}

#[test]
fn ranges_follow_from_the_factors_bands() {
    // Rubric, bands of the four factors (0 is 0–5, 5 is 90–100), range, base band, limiting factor.
    let table = [
        ("process", [0, 0, 0, 0], (0, 5), 0, None),
        ("process", [3, 3, 3, 3], (55, 60), 3, None),
        ("process", [5, 5, 5, 5], (95, 95), 5, None),
        // One factor above, none below: the top of the band.
        ("process", [4, 3, 3, 3], (60, 65), 3, None),
        // One below, none above: the step below, and the first of the band.
        ("process", [3, 3, 2, 3], (45, 50), 3, None),
        ("process", [1, 1, 0, 1], (5, 10), 1, None),
        ("process", [5, 5, 4, 5], (85, 90), 5, None),
        // The lower median of two and two.
        ("process", [4, 4, 3, 3], (60, 65), 3, None),
        ("process", [3, 3, 4, 4], (60, 65), 3, None),
        // One below, two above: the middle.
        ("process", [4, 4, 2, 3], (55, 60), 3, None),
        // Approach and deployment hold the suggestion in their own band, each or both.
        ("process", [3, 5, 5, 5], (60, 65), 3, Some(0)),
        ("process", [5, 3, 5, 5], (60, 65), 3, Some(1)),
        ("process", [2, 1, 5, 5], (20, 25), 1, Some(1)),
        ("process", [0, 5, 5, 5], (0, 5), 0, Some(0)),
        ("process", [0, 3, 2, 3], (0, 5), 0, Some(0)),
        // Learning and integration do not.
        ("process", [5, 5, 0, 5], (85, 90), 5, None),
        ("process", [5, 5, 5, 0], (85, 90), 5, None),
        // A trend below 30–45 holds results at 30–45; the others have no limit of their own.
        ("results", [5, 1, 5, 5], (35, 40), 2, Some(1)),
        ("results", [5, 0, 5, 5], (35, 40), 2, Some(1)),
        ("results", [5, 2, 5, 5], (85, 90), 5, None),
        ("results", [0, 5, 5, 5], (85, 90), 5, None),
        ("results", [2, 1, 2, 2], (25, 30), 2, None),
        ("results", [1, 0, 1, 1], (5, 10), 1, None),
    ];
    for (id, bands, expected, base, limited_by) in table {
        let found = suggested(rubric(id), bands);
        assert_eq!(range(&found), expected, "{id} {bands:?}");
        assert_eq!((found.base, found.limited_by), (base, limited_by), "{id} {bands:?}");
    }
}

#[test]
fn nothing_is_suggested_until_every_factor_has_a_band() {
    for rubric in &BEIJING.structure().rubrics {
        for chosen in 0..15_u8 {
            let bands: Vec<Option<usize>> = (0..4).map(|factor| (chosen >> factor & 1 == 1).then_some(3)).collect();
            assert_eq!(suggest(rubric, &bands, 5), None, "{bands:?}");
        }
        assert!(suggest(rubric, &[Some(3); 4], 5).is_some());
        assert_eq!(suggest(rubric, &[], 5), None);
        assert_eq!(suggest(rubric, &[Some(6); 4], 5), None, "there is no seventh band");
    }
}

#[test]
fn raising_one_factor_never_lowers_the_range() {
    for pack in [&*BEIJING, &*DEMO] {
        for rubric in &pack.structure().rubrics {
            for bands in choices(rubric.bands.len()) {
                for factor in 0..4 {
                    let mut raised = bands;
                    raised[factor] += 1;
                    if raised[factor] == rubric.bands.len() {
                        continue;
                    }
                    let (before, after) = (suggested(rubric, bands), suggested(rubric, raised));
                    assert!(
                        before.low <= after.low && before.high <= after.high,
                        "{} {}: {bands:?} {:?} became {raised:?} {:?}",
                        pack.id(),
                        rubric.id,
                        range(&before),
                        range(&after)
                    );
                }
            }
        }
    }
}

#[test]
fn every_range_lies_within_the_legal_steps_around_its_base() {
    for pack in [&*BEIJING, &*DEMO] {
        for rubric in &pack.structure().rubrics {
            for bands in choices(rubric.bands.len()) {
                let found = suggested(rubric, bands);
                assert!(found.low <= found.high, "{bands:?}");
                assert!(found.high.value() - found.low.value() <= 5, "{bands:?}");
                let base = &rubric.bands[found.base];
                assert!(steps_of(base, 5).contains(&found.high), "{bands:?}");
                assert!(found.low.value().is_multiple_of(5) && found.low.value() + 5 >= base.from, "{bands:?}");
                for factor in 0..4 {
                    assert_eq!(found.below.contains(&factor), bands[factor] < found.base, "{bands:?}");
                    assert_eq!(found.above.contains(&factor), bands[factor] > found.base, "{bands:?}");
                }
            }
        }
    }
}

#[test]
fn a_suggestion_never_leaves_the_bands_chosen_by_more_than_a_step() {
    for rubric in &BEIJING.structure().rubrics {
        for bands in choices(6) {
            let found = suggested(rubric, bands);
            let lowest = bands.iter().min().copied().unwrap_or_default();
            let highest = bands.iter().max().copied().unwrap_or_default();
            assert!((lowest..=highest).contains(&found.base), "{} {bands:?}", rubric.id);
        }
    }
}

#[test]
fn process_items_are_held_by_approach_and_deployment() {
    for bands in choices(6) {
        let found = suggested(rubric("process"), bands);
        assert!(found.base <= bands[0].min(bands[1]), "{bands:?}");
        if let Some(factor) = found.limited_by {
            assert!(factor < 2 && bands[factor] == found.base, "{bands:?}");
        }
    }
}

#[test]
fn results_without_a_trend_are_held_at_30_to_45() {
    for bands in choices(6) {
        let found = suggested(rubric("results"), bands);
        if bands[1] < 2 {
            assert!(found.base <= 2 && found.high.value() <= 45, "{bands:?}");
        } else {
            assert_eq!(found.limited_by, None, "{bands:?}");
        }
    }
}
