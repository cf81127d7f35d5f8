//! Ratings as a code: short, and no slip goes through.

use crate::samples::{BEIJING, DEMO, cases, percent};
use award_kit::archive::{Project, ScoringCopy};
use award_kit::assessment::ItemChange;
use award_kit::criteria::Pack;
use award_kit::panel::{CodeFault, Sheet, SheetChange, group_category, read_code, write_code};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn sheet(pack: &Pack, ratings: &[Option<u8>], bands: &[Option<usize>]) -> Sheet {
    let mut sheet = ScoringCopy::for_assessor(pack, &Project::blank(pack), "李", &[]).sheet;
    for ((slot, _), (rating, band)) in pack.items().zip(ratings.iter().zip(bands.iter().chain(std::iter::repeat(&None)))) {
        sheet = sheet.changed(slot, &SheetChange::Item(ItemChange::Percent(rating.map(percent))));
        for factor in 0..pack.rubric_of(slot).factors.len() {
            let band = band.map(|band| (band + factor) % pack.rubric_of(slot).bands.len());
            sheet = sheet.changed(slot, &SheetChange::Item(ItemChange::Band { factor, band }));
        }
    }
    sheet
}

fn every(rating: u8) -> Vec<Option<u8>> {
    vec![Some(rating); 23]
}

#[test]
fn twenty_three_ratings_are_thirty_seven_signs_in_seven_groups() {
    let code = write_code(&BEIJING, &sheet(&BEIJING, &every(55), &[]));
    assert_eq!((code.len(), code.iter().map(String::len).sum::<usize>()), (7, 23 + 2 * 7));
    assert!(code.iter().all(|group| group[..group.len() - 2].chars().all(|sign| sign == 'C')), "{code:?}");
    // With a band for each factor, three signs an item more.
    let bands = vec![Some(2); 23];
    let with_bands = write_code(&BEIJING, &sheet(&BEIJING, &every(55), &bands));
    assert_eq!(with_bands[..7], code[..]);
    assert_eq!(with_bands.iter().map(String::len).sum::<usize>(), 23 + 3 * 23 + 2 * 14);
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    let sheet = sheet(&BEIJING, &every(0), &[]);
    let code = write_code(&BEIJING, &sheet);
    let percents: Vec<_> = sheet.judgements.iter().map(|judgement| judgement.percent).collect();
    let wide: String = code
        .join("　")
        .chars()
        .map(|sign| char::from_u32(sign as u32 + 0xfee0).filter(|_| sign.is_ascii()).unwrap_or(sign))
        .collect();
    for typed in [
        code.join(" "),
        code.join("-"),
        code.join("\n").to_lowercase(),
        code.join("  ").replace('1', "l").replace('0', "o"),
        code.join(" ").replace('1', "I"),
        wide,
    ] {
        assert_eq!(read_code(&BEIJING, &typed).map(|coded| coded.percents), Ok(percents.clone()), "{typed}");
    }
}

#[test]
fn what_is_the_matter_with_a_code_is_told_with_its_place() {
    let code = write_code(&BEIJING, &sheet(&BEIJING, &every(55), &[]));
    let with = |group: usize, typed: &str| {
        let mut code = code.clone();
        code[group] = typed.to_owned();
        read_code(&BEIJING, &code.join(" "))
    };
    let missing = read_code(&BEIJING, &code[..6].join(" "));
    assert_eq!(missing, Err(CodeFault::Groups { found: 6, expected: 7 }));
    let short = code[2][1..].to_owned();
    let found = short.len();
    assert_eq!(
        with(2, &short),
        Err(CodeFault::Length {
            group: 2,
            found,
            expected: found + 1
        })
    );
    assert_eq!(with(3, &code[3].replacen('C', "U", 1)), Err(CodeFault::Sign { group: 3 }));
    assert_eq!(with(4, &code[4].replacen('C', "D", 1)), Err(CodeFault::Check { group: 4 }));
    // Groups are not taken for one another, nor the code of other criteria for one of these.
    let mut exchanged = code.clone();
    exchanged.swap(0, 1);
    assert!(read_code(&BEIJING, &exchanged.join(" ")).is_err());
    let other = write_code(&DEMO, &sheet(&DEMO, &every(55), &[]));
    assert!(read_code(&BEIJING, &other.join(" ")).is_err());
    for group in [0, 6, 7, 13] {
        let category = group_category(&BEIJING, group).expect("a category");
        assert_eq!(category, BEIJING.categories().nth(group % 7).map(|(slot, _)| slot).expect("one"));
    }
}

#[test]
fn one_sign_that_is_wrong_or_two_exchanged_are_always_found() {
    let ratings: Vec<Option<u8>> = (0..23_u8).map(|at| (at % 4 != 3).then_some(at * 5 % 105)).collect();
    let sheet = sheet(&BEIJING, &ratings, &[Some(1), None, Some(3)]);
    let code = write_code(&BEIJING, &sheet);
    let mut tried = 0;
    for group in 0..code.len() {
        for at in 0..code[group].len() {
            for sign in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
                let mut typed = code.clone();
                typed[group].replace_range(at..=at, &sign.to_string());
                if typed != code {
                    assert!(read_code(&BEIJING, &typed.join(" ")).is_err(), "{group} {at} {sign}");
                    tried += 1;
                }
            }
            for other in at + 1..code[group].len() {
                let mut signs: Vec<char> = code[group].chars().collect();
                signs.swap(at, other);
                let mut typed = code.clone();
                typed[group] = signs.into_iter().collect();
                if typed != code {
                    assert!(read_code(&BEIJING, &typed.join(" ")).is_err(), "{group} {at} {other}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 3000, "{tried}");
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_is_written_is_read(
        ratings in vec(option::of((0..=20_u8).prop_map(|steps| steps * 5)), 23),
        bands in vec(option::of(0..6_usize), 23),
    ) {
        let sheet = sheet(&BEIJING, &ratings, &bands);
        let coded = read_code(&BEIJING, &write_code(&BEIJING, &sheet).join("-")).expect("it is its own");
        for (item, judgement) in sheet.judgements.iter().enumerate() {
            prop_assert_eq!(coded.percents[item], judgement.percent);
            if !coded.bands.is_empty() {
                prop_assert_eq!(&coded.bands[item], &judgement.bands);
            }
        }
        prop_assert_eq!(coded.bands.is_empty(), bands.iter().all(Option::is_none));
    }
}
