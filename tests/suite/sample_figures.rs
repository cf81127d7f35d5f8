//! Texts and figures of one sample agree: a number that stands behind an indicator's name is the value of that year in the file.

mod claims;
mod names;

use crate::samples::BEIJING;
use award_kit::criteria::Kind;
use award_kit::language::Language;
use claims::{Claim, Money, Named, claims};
use names::{ANOTHER, CALLED};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn sample(kind: Kind, language: Language) -> Value {
    file("samples", kind, language)
}

fn file(folder: &str, kind: Kind, language: Language) -> Value {
    let name = kind.word().replace('_', "-");
    let path = format!("{}/assets/{folder}/{name}.{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
    serde_json::from_slice(&std::fs::read(path).expect("the sample is there")).expect("JSON")
}

/// Unit and values by year of every figure of the catalogue that a sample has typed, indicators and inputs.
fn figures(sample: &Value) -> BTreeMap<String, (String, Value)> {
    let indicators = BEIJING
        .indicators()
        .map(|(_, indicator)| (&indicator.id, &indicator.unit, &sample["indicators"][&indicator.id]["values"]));
    let inputs = BEIJING.inputs().map(|(_, input)| (&input.id, &input.unit, &sample["inputs"][&input.id]));
    let typed = indicators.chain(inputs).filter(|(_, _, values)| values.is_object());
    typed.map(|(id, unit, values)| (id.clone(), (unit.clone(), values.clone()))).collect()
}

/// What the figures of a sample may be called in its texts.
fn named(figures: &BTreeMap<String, (String, Value)>, language: Language) -> Vec<Named> {
    let words = BEIJING.words(language.tag());
    let catalogue = BEIJING
        .indicators()
        .map(|(_, indicator)| (words.indicator(&indicator.id), indicator.id.as_str()));
    let called = CALLED.iter().flat_map(|(id, zh, en)| {
        let names = if language == Language::Zh { zh } else { en };
        names.iter().map(move |name| (*name, *id))
    });
    let known = catalogue.chain(called).filter(|(_, id)| figures.contains_key(*id));
    let meant = known.map(|(name, id)| (name.to_ascii_lowercase(), Some(id.to_owned())));
    let another = ANOTHER[usize::from(language == Language::En)].iter().map(|name| ((*name).to_owned(), None));
    meant.chain(another).collect()
}

/// Every text of the organisation, the conditions and the items, by its place.
fn texts(sample: &Value) -> Vec<(String, &str)> {
    fn gather<'a>(place: &str, value: &'a Value, into: &mut Vec<(String, &'a str)>) {
        match value {
            Value::String(text) => into.push((place.to_owned(), text)),
            Value::Object(members) => members.iter().for_each(|(name, member)| gather(&format!("{place}/{name}"), member, into)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    for part in ["organisation", "eligibility", "items"] {
        gather(part, &sample[part], &mut all);
    }
    // A remark may speak of what is wrong on purpose.
    all.retain(|(place, _)| !place.ends_with("/remark"));
    all
}

/// How much one unit of what is written is in the unit of the figure; none where the two are of different kinds.
fn unit_of(claim: &Claim, unit: &str) -> Option<f64> {
    match (unit, claim.sign.as_str(), claim.money) {
        ("ppm", "%", _) => Some(10_000.0),
        ("percent", "%", _) => Some(1.0),
        ("percent", _, _) | (_, "%", _) => None,
        (_, _, Money::Million) => Some(100.0),
        (_, _, Money::Single) => Some(0.0001),
        (_, _, Money::Plain) => Some(1.0),
    }
}

/// How many values the texts of a sample name that the file has too, and which of them are not the same, rounded as it is written:
/// figure, year, place and what is written.
fn disagreements(sample: &Value, language: Language) -> (usize, Vec<[String; 4]>) {
    let figures = figures(sample);
    let names = named(&figures, language);
    let window = ["2013", "2014", "2015"].map(String::from);
    let (mut compared, mut found) = (0, Vec::new());
    for (place, text) in texts(sample) {
        for claim in claims(text, language, &names, &window) {
            let (unit, values) = &figures[&claim.figure];
            let Some((value, factor)) = values[&claim.year].as_f64().zip(unit_of(&claim, unit)) else {
                continue;
            };
            compared += 1;
            let decimals = claim.written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            let told: f64 = claim.written.replace(',', "").parse().expect("a number");
            let rounding = 0.5 / 10_f64.powi(i32::try_from(decimals).expect("few"));
            if (told * factor - value).abs() > rounding * factor * 1.000_1 {
                found.push([claim.figure, claim.year, place.clone(), claim.written + &claim.sign]);
            }
        }
    }
    (compared, found)
}

/// Figures of the manufacturing sample that are wrong on purpose, for trying the checks of data, and that texts name too.
const ON_PURPOSE: [(&str, &str); 2] = [("early-failure-rate", "2015"), ("technology-transfer", "2014")];

#[test]
fn what_the_texts_of_a_sample_say_of_a_figure_is_what_its_table_says() {
    let at_least = [(Kind::Manufacturing, [250, 190]), (Kind::Service, [170, 150]), (Kind::PublicWelfare, [115, 75])];
    for (kind, enough) in at_least {
        for (language, enough) in [Language::Zh, Language::En].into_iter().zip(enough) {
            let (compared, found) = disagreements(&sample(kind, language), language);
            assert!(compared >= enough, "{kind:?} {language:?}: only {compared} values are named");
            let told: BTreeSet<(&str, &str)> = found.iter().map(|[figure, year, ..]| (figure.as_str(), year.as_str())).collect();
            let expected: &[(&str, &str)] = if kind == Kind::Manufacturing { &ON_PURPOSE } else { &[] };
            assert_eq!(told, expected.iter().copied().collect(), "{kind:?} {language:?}: {found:#?}");
        }
    }
}

#[test]
fn what_the_texts_of_a_training_case_say_of_a_figure_is_what_its_table_says() {
    for (kind, enough) in [(Kind::Manufacturing, [10, 10]), (Kind::Service, [10, 6])] {
        for (language, enough) in [Language::Zh, Language::En].into_iter().zip(enough) {
            let (compared, found) = disagreements(&file("training", kind, language), language);
            assert!(found.is_empty(), "{kind:?} {language:?}: {found:#?}");
            assert!(compared >= enough, "{kind:?} {language:?}: only {compared} values are named");
        }
    }
}

#[test]
fn a_number_changed_in_text_or_table_is_found() {
    let found = |sample: &Value| disagreements(sample, Language::Zh).1;
    let service = sample(Kind::Service, Language::Zh);
    assert_eq!(found(&service), Vec::<[String; 4]>::new());

    let mut text = service.clone();
    let trend = &mut text["items"]["results.leadership"]["answers"][""]["trend"];
    *trend = trend.as_str().expect("a text").replace("88.0%、91.3%", "88.0%、91.4%").into();
    let [figure, year, place, written] = &found(&text)[0];
    assert_eq!((figure.as_str(), year.as_str(), written.as_str()), ("audit-correction-rate", "2015", "91.4%"));
    assert!(place.ends_with("results.leadership/answers//trend"), "{place}");

    let mut table = service;
    table["indicators"]["injury-rate"]["values"]["2013"] = 4.1.into();
    assert!(found(&table).iter().all(|[figure, year, ..]| figure == "injury-rate" && year == "2013"));
    assert!(!found(&table).is_empty());
}

#[test]
fn names_numbers_and_years_are_read_as_they_are_written() {
    let names = [
        ("返修率", Some("return")),
        ("家具返修率", None),
        ("return rate", Some("return")),
        ("benefit", Some("benefit")),
    ]
    .map(|(name, figure)| (name.to_owned(), figure.map(String::from)));
    let read = |text: &str, language| -> String {
        let all = claims(text, language, &names, &["2013", "2014", "2015"].map(String::from));
        let told = all.iter().map(|claim| format!("{} {}{} ", claim.year, claim.written, claim.sign));
        told.collect::<String>().trim_end().to_owned()
    };
    let cases = [
        (
            Language::Zh,
            "2013—2015 年返修率 1.15%、0.92%、0.74%，合格率 9%",
            "2013 1.15% 2014 0.92% 2015 0.74%",
        ),
        (Language::Zh, "2015 年受理 3 件，返修率为 0.74%", "2015 0.74%"),
        (Language::Zh, "返修率 3 年由 1.15% 降至 0.74%。", "2013 1.15% 2015 0.74%"),
        (Language::Zh, "返修率由 2014 年的 1,150 件降至 2015 年的 920 件", "2014 1,150 2015 920"),
        (Language::Zh, "返修率由 1.15% 降至 0.92%、0.74%", "2013 1.15% 2014 0.92% 2015 0.74%"),
        (Language::Zh, "2013—2015 年返修率 0.74%", ""),
        (Language::Zh, "2015 年家具返修率 0.74%", ""),
        (Language::Zh, "2015 年同行返修率 0.74%", ""),
        (Language::Zh, "2014、2015 年返修率 0.74%", ""),
        (
            Language::En,
            "In 2013–2015 the return rate was 1.15%, 0.92% and 0.74%, others 3%",
            "2013 1.15% 2014 0.92% 2015 0.74%",
        ),
        (Language::En, "In 2015 benefit was RMB 6.55 million", "2015 6.55"),
        (Language::En, "In 2015 the peer return rate was 0.74%", ""),
    ];
    for (language, text, expected) in cases {
        assert_eq!(read(text, language), expected, "{text}");
    }
}
