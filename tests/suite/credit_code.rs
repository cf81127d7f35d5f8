//! The unified social credit code: what is read from it, which slips it catches, and what it contradicts.

use crate::samples::{BEIJING, after, cases, day};
use award_kit::assessment::{Action, Assessment, Division, LegalStatus, ProfileText, kept_code, text};
use award_kit::criteria::Kind;
use award_kit::eligibility::{Body, CodeFault, CreditCode, Doubt, Verdict, doubts, judge};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

/// The alphabet and weights as GB 32100-2015 prints them: written out here, computed in the kit.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// The code whose first 17 characters are given.
fn completed(first: &str) -> String {
    assert_eq!(first.len(), 17, "{first}");
    let value = |character| ALPHABET.find(character).unwrap_or_else(|| panic!("{character} in {first}"));
    let sum: usize = first.chars().zip(WEIGHTS).map(|(character, weight)| value(character) * weight).sum();
    let check = ALPHABET.chars().nth((31 - sum % 31) % 31).expect("a value below 31");
    format!("{first}{check}")
}

fn codes() -> impl Strategy<Value = String> {
    let letters: Vec<char> = ALPHABET.chars().collect();
    let prefix = select(vec!["11", "12", "13", "51", "52", "53", "91", "92", "93", "A1", "N2", "Y1"]);
    let rest = proptest::collection::vec(select(letters), 9).prop_map(|rest| rest.into_iter().collect::<String>());
    (prefix, 100_000..=999_999_u32, rest).prop_map(|(prefix, region, rest)| completed(&format!("{prefix}{region}{rest}")))
}

/// The example of the standard, two registrations anyone can look up, and made-up ones, each with region and body.
const VALID: [(&str, &str, Body); 13] = [
    ("91350100M000100Y43", "350100", Body::Enterprise),
    ("12100000400000624D", "100000", Body::PublicInstitution),
    ("914403001922038216", "440300", Body::Enterprise),
    ("91110108MA0000001D", "110108", Body::Enterprise),
    ("11110000000000000N", "110000", Body::StateOrgan),
    ("131000005000000005", "100000", Body::StateOrgan),
    ("121100004000000001", "110000", Body::PublicInstitution),
    ("51110000500000000B", "110000", Body::SocialOrganisation),
    ("521100005000000008", "110000", Body::SocialOrganisation),
    ("531000005000000001", "100000", Body::SocialOrganisation),
    ("92110105MA0000000U", "110105", Body::IndividualBusiness),
    ("93110113MA0000000B", "110113", Body::Cooperative),
    ("541100005000000002", "110000", Body::Other),
];

#[test]
fn region_and_body_are_read_from_valid_codes() {
    for (code, region, body) in VALID {
        assert_eq!(completed(&code[..17]), code);
        let read = CreditCode::parse(code).unwrap_or_else(|fault| panic!("{code}: {fault:?}"));
        assert_eq!(read.region(), Division::parse(region), "{code}");
        assert_eq!(read.body(), body, "{code}");
    }
}

#[test]
fn a_code_is_read_however_it_was_copied() {
    for written in [
        "91350100m000100y43",
        " 91350100M000100Y43",
        "91350100M000100Y43\n",
        "\u{3000}91350100m000100Y43\t",
        "9135 0100 M000 100Y 43",
        "91350100-M000100Y-4-3",
        "９１３５０１００Ｍ０００１００Ｙ４３",
        "9１350100ｍ000100Y43",
        "91\u{200b}3501\u{feff}00M00\u{2060}0100Y43",
        "913501\u{a0}00M000\u{2003}100Y43",
        "913501‑00M0—00100Y43",
        "913501\u{ad}00M000100Y43",
        "91.350100.M000100Y4.3",
        "\u{202a}91350100M000100Y43\u{202c}",
    ] {
        assert_eq!(CreditCode::parse(written), CreditCode::parse("91350100M000100Y43"), "{written:?}");
    }
}

#[test]
fn broken_codes_are_named_by_what_is_wrong() {
    use CodeFault::*;
    let character = |place, found| Character { place, found };
    let lookalike = |place, found, meant| Lookalike { place, found, meant };
    let table = [
        ("", Length { found: 0 }),
        ("91350100M000100Y4", Length { found: 17 }),
        ("91350100M000100Y433", Length { found: 19 }),
        ("9135 0100 M000 100Y 4", Length { found: 17 }),
        ("９135 0100 M000 100Y 433", Length { found: 19 }),
        ("110108000000001", Length { found: 15 }),
        ("质量质量质量", Length { found: 6 }),
        ("I1350100M000100Y43", character(1, 'I')),
        ("91350100O000100Y43", character(9, 'O')),
        ("91350100S000100Y43", character(9, 'S')),
        ("91350100M000100V43", character(16, 'V')),
        ("91350100M000100Y4Z", character(18, 'Z')),
        ("91350100M000100Y4o", character(18, 'O')),
        ("91350100M-00100Y43", Length { found: 17 }),
        ("91350100M/00100Y43", character(10, '/')),
        ("91350100M000100Y4质", character(18, '质')),
        ("9135O100M000100YZ3", character(5, 'O')),
        ("9135O100M000100Y43", lookalike(5, 'O', '0')),
        ("9135o1ooM000100Y43", lookalike(5, 'O', '0')),
        ("9I350100M000100Y43", lookalike(2, 'I', '1')),
        ("913S0100M000100Y43", lookalike(4, 'S', '5')),
        ("9135OI00M000100Y43", lookalike(5, 'O', '0')),
        ("9135O100V000100Y43", character(5, 'O')),
        ("91A50100M000100Y43", Region),
        ("9135010XM000100Y43", Region),
        ("91350100M000100Y44", CheckCharacter { expected: '3', found: '4' }),
        ("91110108MA0000001X", CheckCharacter { expected: 'D', found: 'X' }),
    ];
    for (code, fault) in table {
        assert_eq!(CreditCode::parse(code), Err(fault), "{code}");
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_completed_code_is_read(code in codes()) {
        let read = CreditCode::parse(&code);
        prop_assert!(read.is_ok(), "{code}: {read:?}");
        prop_assert_eq!(read.ok().and_then(|code| code.region()).map(|region| region.code()), Some(code[2..8].to_owned()));
    }

    /// Every weight is prime to 31 and no two values are 31 apart, so one wrong character always shows.
    #[test]
    fn every_single_wrong_character_is_detected(code in codes()) {
        for place in 0..18 {
            for other in ALPHABET.chars().filter(|other| !code[place..].starts_with(*other)) {
                let wrong = format!("{}{other}{}", &code[..place], &code[place + 1..]);
                prop_assert!(CreditCode::parse(&wrong).is_err(), "{code} read as {wrong}");
            }
        }
    }

    /// Neighbouring weights differ modulo 31, also between the last one and the check character's 1.
    #[test]
    fn every_transposition_of_neighbours_is_detected(code in codes()) {
        for place in 0..17 {
            let mut swapped: Vec<char> = code.chars().collect();
            swapped.swap(place, place + 1);
            let swapped: String = swapped.into_iter().collect();
            if swapped != code {
                prop_assert!(CreditCode::parse(&swapped).is_err(), "{code} read as {swapped}");
            }
        }
    }

    #[test]
    fn any_writing_is_read_or_named(written in crate::samples::writing()) {
        if let Err(CodeFault::Character { place, .. }) = CreditCode::parse(&written) {
            prop_assert!((1..=18).contains(&place));
        }
    }
}

/// The first place has the weight 1, and so has the check character: the standard cannot tell these two apart.
#[test]
fn swapping_the_first_and_the_check_character_is_not_detected() {
    let code = "914403001922038216";
    let swapped = "614403001922038219";
    assert!(CreditCode::parse(code).is_ok());
    assert!(CreditCode::parse(swapped).is_ok());
}

fn with_code(code: &str, changes: &[Action]) -> Assessment {
    let written = Action::Profile(ProfileText::CreditCode, text(code));
    after(&BEIJING, std::iter::once(&written).chain(changes))
}

fn codes_of(assessment: &Assessment) -> Vec<&'static str> {
    let found = doubts(assessment, None, day("2026-01-15"));
    assert!(found.iter().all(Doubt::concerns_code));
    found.iter().map(Doubt::code).collect()
}

#[test]
fn contradictions_are_doubts() {
    let at = |code: &str| Action::RegistrationPlace(Division::parse(code));
    let is = |kind| Action::Kind(Some(kind));
    let legal = |status| Action::LegalStatus(Some(status));
    let registered = |written| Action::RegistrationDate(Some(day(written)));
    let table: Vec<(&str, Vec<Action>, &[&str])> = vec![
        ("", vec![at("110108")], &[]),
        (" \u{3000}", vec![at("110108")], &[]),
        ("91350100M000100Y43", vec![], &[]),
        ("91350100M000100Y43", vec![at("110108")], &["credit_code_region"]),
        ("91350100M000100Y43", vec![at("350200")], &[]),
        ("91110108MA0000001D", vec![at("110105")], &[]),
        ("12100000400000624D", vec![at("110108")], &[]),
        ("91100000100000000M", vec![at("310000")], &[]),
        ("92110105MA0000000U", vec![legal(LegalStatus::LegalPerson)], &["credit_code_not_legal_person"]),
        ("92110105MA0000000U", vec![legal(LegalStatus::NotLegalPerson)], &[]),
        ("91110108MA0000001D", vec![legal(LegalStatus::NotLegalPerson)], &[]),
        ("91110108MA0000001D", vec![is(Kind::PublicWelfare)], &["credit_code_kind"]),
        ("93110113MA0000000B", vec![is(Kind::PublicWelfare)], &["credit_code_kind"]),
        ("12100000400000624D", vec![is(Kind::Manufacturing)], &["credit_code_kind"]),
        ("51110000500000000B", vec![is(Kind::PublicWelfare)], &[]),
        ("12100000400000624D", vec![is(Kind::Service)], &[]),
        ("91110108MA0000001D", vec![is(Kind::Service)], &[]),
        ("541100005000000002", vec![is(Kind::Manufacturing)], &[]),
        (
            "92110105MA0000000U",
            vec![at("120000"), legal(LegalStatus::LegalPerson), is(Kind::PublicWelfare)],
            &["credit_code_region", "credit_code_not_legal_person", "credit_code_kind"],
        ),
        ("91350100M000100Y4", vec![at("110108")], &["credit_code_length"]),
        ("9135O100M000100Y43", vec![at("110108")], &["credit_code_lookalike"]),
        ("91350200M000100Y43", vec![], &["credit_code_xiamen"]),
        ("9135 0203 M000 100Y 4X", vec![at("110108")], &["credit_code_xiamen"]),
        ("91350200M000100Y43", vec![registered("2015-12-31")], &["credit_code_xiamen"]),
        ("91350200M000100Y43", vec![registered("2016-01-01")], &["credit_code_check_character"]),
        ("91350300M000100Y43", vec![registered("2015-12-31")], &["credit_code_check_character"]),
        ("91350100O000100Y43", vec![at("110108")], &["credit_code_character"]),
        ("9A350100M000100Y43", vec![at("110108")], &["credit_code_check_character"]),
        ("913A0100M000100Y43", vec![at("110108")], &["credit_code_region_digits"]),
    ];
    for (code, changes, expected) in &table {
        assert_eq!(codes_of(&with_code(code, changes)), *expected, "{code} {changes:?}");
    }
    let about_codes = |code: &&str| code.starts_with("credit_code");
    let shown: BTreeSet<&str> = table.iter().flat_map(|row| row.2).copied().collect();
    assert_eq!(
        shown,
        Doubt::CODES.into_iter().filter(|code| about_codes(code)).collect(),
        "every doubt has a case"
    );
}

#[test]
fn the_national_authority_never_contradicts_a_place() {
    for province in 11..=82 {
        let place = Division::parse(&format!("{province}0000")).expect("a division");
        let assessment = with_code("91100000100000000M", &[Action::RegistrationPlace(Some(place))]);
        assert_eq!(codes_of(&assessment), [""; 0], "{province}");
    }
}

#[test]
fn a_contradicting_code_never_refuses() {
    let mut changes = vec![
        Action::RegistrationPlace(Division::parse("110108")),
        Action::RegistrationDate(Some(day("2010-01-01"))),
        Action::LegalStatus(Some(LegalStatus::LegalPerson)),
    ];
    let conditions = BEIJING.structure().eligibility.conditions.len();
    changes.extend((0..conditions).map(|slot| Action::Condition(award_kit::criteria::ConditionSlot(slot), award_kit::assessment::Answer::Met)));
    for code in ["", "91110108MA0000001D", "91350100M000100Y43", "92110105MA0000000U", "nonsense"] {
        let assessment = with_code(code, &changes);
        let result = judge(&BEIJING, &assessment, BEIJING.default_edition(), Some(day("2016-12-02")), day("2026-01-15"));
        assert_eq!(result.verdict, Verdict::Eligible, "{code}");
    }
}

#[test]
fn what_is_copied_is_kept_as_the_code_it_is_and_anything_else_as_it_was_written() {
    for (written, kept) in [
        ("9135 0100 M000 100Y 43", "91350100M000100Y43"),
        ("９１３５０１００－Ｍ０００１００Ｙ４３", "91350100M000100Y43"),
        ("91350100m000100y43\u{200b}", "91350100M000100Y43"),
        ("91350100M000100Y43", "91350100M000100Y43"),
        ("9135O100M000100Y43", "9135O100M000100Y43"),
        ("9135 0100", "9135 0100"),
        ("9135 0100 M000 100Y 433", "9135 0100 M000 100Y 433"),
        ("——", "——"),
        ("正在办理", "正在办理"),
        ("十八个字的说明不是代码也要原样保留吧", "十八个字的说明不是代码也要原样保留吧"),
        ("", ""),
    ] {
        assert_eq!(&*kept_code(text(written)), kept, "{written}");
    }
}

#[test]
fn two_ways_of_writing_one_code_are_one_organisation() {
    let of = |code: &str| with_code(code, &[]).organisation;
    assert_eq!(of("91350100M000100Y43").is_same_as(&of("9135 0100 ｍ000 100y 43")), Some(true));
    assert_eq!(of("91350100M000100Y43").is_same_as(&of("91350100M000100Y44")), Some(false));
}
