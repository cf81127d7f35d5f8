//! What the red pen says of the worked samples: each hit was read and judged, and stands here; planted slips are found.

use super::content;
use award_kit::archive::open_bytes;
use award_kit::assessment::{Assessment, text};
use award_kit::criteria::{Kind, Pack, built_in};
use award_kit::language::Language;
use award_kit::red_pen::{Compared, compared, red_pen, rule};
use award_kit::report::say;

pub fn sample(kind: Kind, language: Language) -> (Pack, Assessment) {
    let name = kind.word().replace('_', "-");
    let path = format!("{}/assets/samples/{name}.{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
    let opened = open_bytes(&std::fs::read(path).expect("the sample is there")).expect("the sample opens");
    let pack = built_in(&opened.pack().id).expect("its pack is built in");
    let assessment = opened.with_pack(&pack).expect("it fits its pack").assessment;
    (pack, assessment)
}

/// What is marked in a sample, a line each.
pub fn marked(kind: Kind, language: Language) -> String {
    let (pack, assessment) = sample(kind, language);
    let lines = red_pen(&pack, &assessment).into_iter().map(|hit| {
        let told = say::red_pen_line(&pack, &assessment, language, &hit);
        format!("{}: {told}\n", hit.rule.code)
    });
    lines.collect()
}

/// Figures of the samples that are wrong on purpose, for trying the checks, and that texts name too.
const ON_PURPOSE: [&str; 2] = ["early-failure-rate", "technology-transfer"];

#[test]
fn texts_of_the_samples_agree_with_their_tables_but_where_a_slip_was_planted() {
    let at_least = [(Kind::Manufacturing, [150, 90]), (Kind::Service, [80, 50]), (Kind::PublicWelfare, [50, 18])];
    for (kind, enough) in at_least {
        for (language, enough) in [Language::Zh, Language::En].into_iter().zip(enough) {
            let (pack, assessment) = sample(kind, language);
            let all = compared(&pack, &assessment);
            println!("{kind:?} {language:?}: {} figures compared", all.len());
            assert!(all.len() >= enough, "{kind:?} {language:?}: only {} figures are compared", all.len());
            for one in all.iter().filter(|one| !one.agrees) {
                let name = format!("{:?} {}", one.subject, &content(&assessment, one.place)[one.range.clone()]);
                let on_purpose = ON_PURPOSE.iter().any(|id| format!("{:?}", one.subject) == format!("{:?}", subject(&pack, id)));
                assert!(kind == Kind::Manufacturing && on_purpose, "{kind:?} {language:?}: {name}");
            }
        }
    }
}

fn subject(pack: &Pack, id: &str) -> award_kit::indicators::Subject {
    let slot = pack.indicator_slot(id).expect("an indicator");
    award_kit::indicators::Subject::Indicator(award_kit::assessment::FigureSlot::Catalogue(slot))
}

/// A copy in which the last digit before the point of a number is another: 60.4 would still be the 60 of a table without decimals.
fn with_a_slip(assessment: &Assessment, one: &Compared) -> Assessment {
    let written = content(assessment, one.place);
    let number = &written[one.range.clone()];
    let whole = number.split('.').next().expect("a number");
    let at = whole.rfind(|sign: char| sign.is_ascii_digit()).expect("a digit");
    let digit = (number.as_bytes()[at] - b'0' + 4) % 10 + b'0';
    let slip = [&number[..at], &char::from(digit).to_string(), &number[at + 1..]].concat();
    let changed = [&written[..one.range.start], &slip, &written[one.range.end..]].concat();
    one.place.write(text(changed)).apply(assessment)
}

#[test]
fn three_slips_planted_in_a_copy_are_found_where_they_stand() {
    for kind in Kind::ALL {
        for language in Language::ALL {
            let (pack, assessment) = sample(kind, *language);
            let before = red_pen(&pack, &assessment).len();
            let right: Vec<Compared> = compared(&pack, &assessment).into_iter().filter(|one| one.agrees).collect();
            // Three in different texts, one after the other.
            let mut planted: Vec<&Compared> = Vec::new();
            for one in right.iter().filter(|one| one.dated).step_by(2) {
                if planted.len() < 3 && planted.iter().all(|other| other.place != one.place) {
                    planted.push(one);
                }
            }
            assert_eq!(planted.len(), 3);
            let copy = planted.iter().fold(assessment.clone(), |copy, one| with_a_slip(&copy, one));
            let hits: Vec<_> = red_pen(&pack, &copy)
                .into_iter()
                .filter(|hit| Some(hit.rule) == rule("figure_differs"))
                .collect();
            for one in &planted {
                let found = hits.iter().any(|hit| hit.place == one.place && hit.range.start == one.range.start);
                assert!(found, "{kind:?} {language:?}: {:?}", &content(&copy, one.place)[one.range.clone()]);
            }
            assert!(red_pen(&pack, &copy).len() >= before + 3);
        }
    }
}

#[test]
fn nearly_every_single_slip_is_found() {
    let (mut hit, mut drawn_in_all) = (0, 0);
    for kind in Kind::ALL {
        for language in Language::ALL {
            let (pack, assessment) = sample(kind, *language);
            let right: Vec<Compared> = compared(&pack, &assessment).into_iter().filter(|one| one.agrees).collect();
            let drawn: Vec<&Compared> = right.iter().step_by(5).collect();
            let found = drawn.iter().filter(|one| {
                let copy = with_a_slip(&assessment, one);
                compared(&pack, &copy)
                    .iter()
                    .any(|other| !other.agrees && other.place == one.place && other.range.start == one.range.start)
            });
            let (found, all) = (found.count(), drawn.len());
            println!("{kind:?} {language:?}: {found} of {all} slips found");
            (hit, drawn_in_all) = (hit + found, drawn_in_all + all);
        }
    }
    assert!(drawn_in_all > 100 && hit * 100 >= drawn_in_all * 95, "{hit} of {drawn_in_all}");
}
