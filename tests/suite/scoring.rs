//! What an assessment is worth: subtotals, bands, and the laws of points and range. Worked cases stand in `tests/cases/scoring.md`.

use crate::samples::{BEIJING, DEMO, cases, percent, rated, ratings};
use award_kit::assessment::{Assessment, Percent};
use award_kit::criteria::{Pack, Rounding};
use award_kit::scoring::{Points, Score, Tally, band_of, next_band_gain, score, steps_of};
use proptest::prelude::*;

fn hundredths(points: Points) -> u64 {
    points.hundredths()
}

fn of(tally: Tally) -> (String, String) {
    (tally.points.to_string(), tally.max.to_string())
}

#[test]
fn points_of_the_largest_maximum_do_not_overflow() {
    let largest = Points::whole(u32::MAX);
    for rounding in [Rounding::Exact, Rounding::ItemHalfUp] {
        assert_eq!(Points::earned(largest, percent(100), rounding), largest);
        assert!(Points::earned(largest, percent(95), rounding) < largest);
    }
    assert_eq!(Points::whole(u32::MAX).to_string(), "4294967295");
}

#[test]
fn points_are_printed_without_trailing_zeros() {
    let table = [
        (27, 50, "13.5"),
        (1, 25, "0.25"),
        (1, 5, "0.05"),
        (1, 10, "0.1"),
        (101, 5, "5.05"),
        (3, 100, "3"),
    ];
    for (maximum, rating, printed) in table {
        let points = Points::earned(Points::whole(maximum), percent(rating), Rounding::Exact);
        assert_eq!(points.to_string(), printed);
        assert_eq!(points.to_f64(), printed.parse::<f64>().expect("a number"));
    }
    assert_eq!((Points::whole(3) - Points::whole(5)).to_string(), "0");
    assert_eq!([Points::whole(3), Points::whole(5)].into_iter().sum::<Points>(), Points::whole(8));
}

#[test]
fn ratings_are_whole_steps_between_0_and_100() {
    for value in 0..=255_u8 {
        assert_eq!(Percent::new(value, 5).is_some(), value <= 100 && value % 5 == 0, "{value}");
    }
    assert_eq!(Percent::new(50, 0), None);
    assert_eq!(percent(55).to_string(), "55%");
    let moved = |from: u8, steps: i32| percent(from).moved(steps, 5).value();
    assert_eq!(
        [moved(55, 1), moved(55, -1), moved(55, -20), moved(55, 20), moved(0, -1), moved(100, 1)],
        [60, 50, 0, 100, 0, 100]
    );
}

/// Ratings of all 23 items, and what they are worth: 50 % everywhere but for the four items below.
fn beijing_example() -> Vec<Option<u8>> {
    let mut ratings = vec![Some(50); 23];
    ratings[0] = Some(55); // 4.1.2: 50 × 55 % = 27.5
    ratings[8] = Some(65); // 4.4.3: 15 × 65 % = 9.75
    ratings[17] = None; // 4.7.2: 80 points, open
    ratings[22] = Some(0); // 4.7.7: 50 × 0 % = 0
    ratings
}

#[test]
fn categories_have_their_points_and_a_share_once_all_of_them_is_rated() {
    let score = score(&BEIJING, &rated(&BEIJING, &beijing_example()));
    let categories: Vec<String> = score.categories.iter().map(|category| category.tally.points.to_string()).collect();
    assert_eq!(categories, ["57.5", "45", "45", "67.25", "50", "40", "135"]);
    let shares: Vec<Option<u64>> = score.categories.iter().map(|category| category.percent()).collect();
    assert_eq!(shares, [Some(52), Some(50), Some(50), Some(51), Some(50), Some(50), None]);
    assert_eq!(of(score.rubric(&BEIJING, "no-such-rubric")), ("0".into(), "0".into()));
}

#[test]
fn rated_with_nothing_is_not_the_same_as_not_rated() {
    let blank = score(&BEIJING, &Assessment::blank(&BEIJING));
    assert_eq!((blank.unrated, blank.rated()), (23, 0));
    assert_eq!((blank.range.0, blank.range.1), (Points::whole(0), Points::whole(1000)));
    assert!(blank.items.iter().all(|item| item.points.is_none() && item.band.is_none()));
    assert!(blank.categories.iter().all(|category| category.percent().is_none() && category.rated == 0));

    let zero = score(&BEIJING, &rated(&BEIJING, &[Some(0); 23]));
    assert_eq!((zero.unrated, zero.rated()), (0, 23));
    assert_eq!((zero.range.0, zero.range.1), (Points::whole(0), Points::whole(0)));
    assert!(zero.items.iter().all(|item| item.points == Some(Points::whole(0)) && item.band == Some(0)));
    assert!(zero.categories.iter().all(|category| category.percent() == Some(0)));

    assert_eq!((blank.total.points, zero.total.points), (Points::whole(0), Points::whole(0)));
    assert_eq!(score(&BEIJING, &rated(&BEIJING, &[Some(100); 23])).total.points, Points::whole(1000));
}

#[test]
fn every_legal_percentage_lies_in_exactly_one_band() {
    for pack in [&*BEIJING, &*DEMO] {
        let step = pack.structure().scoring.step;
        for rubric in &pack.structure().rubrics {
            for value in (0..=100).step_by(step.into()) {
                let holding: Vec<usize> = (0..rubric.bands.len())
                    .filter(|&at| (rubric.bands[at].from..=rubric.bands[at].to).contains(&value))
                    .collect();
                assert_eq!(holding.len(), 1, "{} {value}", rubric.id);
                assert_eq!(band_of(rubric, percent(value)), holding[0], "{} {value}", rubric.id);
                assert!(steps_of(&rubric.bands[holding[0]], step).contains(&percent(value)));
            }
        }
    }
}

#[test]
fn bands_hold_their_steps_upwards() {
    let bands = &BEIJING.structure().rubrics[0].bands;
    let steps = |at: usize| steps_of(&bands[at], 5).into_iter().map(Percent::value).collect::<Vec<u8>>();
    assert_eq!(steps(0), [0, 5]);
    assert_eq!(steps(3), [50, 55, 60, 65]);
    assert_eq!(steps(5), [90, 95, 100]);
}

fn adds_up(pack: &Pack, score: &Score) {
    let points = |tallies: Vec<Tally>| tallies.iter().map(|tally| hundredths(tally.points)).sum::<u64>();
    let max = |tallies: Vec<Tally>| tallies.iter().map(|tally| hundredths(tally.max)).sum::<u64>();
    let categories: Vec<Tally> = score.categories.iter().map(|category| category.tally).collect();
    for tallies in [categories, score.rubrics.clone()] {
        assert_eq!(points(tallies.clone()), hundredths(score.total.points));
        assert_eq!(max(tallies), hundredths(score.total.max));
    }
    assert_eq!(score.total.max, Points::whole(pack.structure().scoring.total));
    let items: u64 = score.items.iter().map(|item| hundredths(item.points.unwrap_or_default())).sum();
    assert_eq!(items, hundredths(score.total.points));
    let rated: usize = score.categories.iter().map(|category| category.rated).sum();
    assert_eq!(rated, score.rated());
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn categories_and_rubrics_add_up_to_the_total(beijing in ratings(&BEIJING), demo in ratings(&DEMO)) {
        adds_up(&BEIJING, &score(&BEIJING, &rated(&BEIJING, &beijing)));
        adds_up(&DEMO, &score(&DEMO, &rated(&DEMO, &demo)));
    }

    #[test]
    fn raising_one_rating_never_lowers_the_total(before in ratings(&BEIJING), item in 0..23_usize, steps in 1..=20_i32) {
        let mut after = before.clone();
        after[item] = before[item].map(|value| percent(value).moved(steps, 5).value());
        let [lower, higher] = [before, after].map(|ratings| score(&BEIJING, &rated(&BEIJING, &ratings)));
        prop_assert!(higher.total.points >= lower.total.points);
        prop_assert!(higher.range.0 >= lower.range.0 && higher.range.1 >= lower.range.1);
        prop_assert!(higher.items[item].band >= lower.items[item].band);
    }

    #[test]
    fn raising_one_rating_never_lowers_the_total_where_items_are_rounded(before in ratings(&DEMO), item in 0..3_usize, steps in 1..=20_i32) {
        let mut after = before.clone();
        after[item] = before[item].map(|value| percent(value).moved(steps, 5).value());
        let [lower, higher] = [before, after].map(|ratings| score(&DEMO, &rated(&DEMO, &ratings)));
        prop_assert!(higher.total.points >= lower.total.points);
    }

    /// Whatever the open items turn out to be, the total ends inside the range; both ends can be reached.
    #[test]
    fn the_range_holds_every_total_still_possible(open in ratings(&BEIJING), closing in ratings(&BEIJING)) {
        let now = score(&BEIJING, &rated(&BEIJING, &open));
        let closed = |rest: &[Option<u8>]| -> Points {
            let all: Vec<Option<u8>> = open.iter().zip(rest).map(|(known, later)| known.or(*later)).collect();
            score(&BEIJING, &rated(&BEIJING, &all)).total.points
        };
        prop_assert_eq!(closed(&[Some(0); 23]), now.range.0);
        prop_assert_eq!(closed(&[Some(100); 23]), now.range.1);
        let possible = closed(&closing);
        prop_assert!(now.range.0 <= possible && possible <= now.range.1);
        prop_assert_eq!(now.range.0, now.total.points);
        prop_assert_eq!(now.unrated, open.iter().filter(|rating| rating.is_none()).count());
    }

    #[test]
    fn the_gain_of_the_next_band_leads_there_and_no_step_less_does(ratings in ratings(&BEIJING)) {
        let before = score(&BEIJING, &rated(&BEIJING, &ratings));
        for (at, item) in before.items.iter().enumerate() {
            let Some(gain) = next_band_gain(&BEIJING, item) else { continue };
            let band = item.band.expect("rated");
            let next = BEIJING.rubric_of(item.item).bands[band + 1].from;
            for (value, expected) in [(next, band + 1), (next - 5, band)] {
                let mut raised = ratings.clone();
                raised[at] = Some(value);
                let after = score(&BEIJING, &rated(&BEIJING, &raised));
                prop_assert_eq!(after.items[at].band, Some(expected));
                if value == next {
                    prop_assert_eq!(after.total.points - before.total.points, gain);
                }
            }
        }
    }
}
