//! What does not fit in the figures, and what they hint at, in one sentence each.

use super::quoting::quoted;
use crate::assessment::{Assessment, FigureSlot};
use crate::criteria::Pack;
use crate::indicators::{FigureDoubt, FigureFinding, HintReason, Subject};
use crate::language::{Language, codes, fill};

/// A number of an indicator with its digits: `98.10`, `-3`. A value that the digits would hide is given with more of them.
pub fn figure_number(value: f64, decimals: u8) -> String {
    let shown = format!("{value:.*}", decimals.into());
    let lost = shown.parse::<f64>().is_ok_and(|shown| shown == 0.0 && value != 0.0);
    if lost { format!("{value:.3e}") } else { shown }
}

/// `175.0` is `175` in running text.
fn without_trailing_zeros(number: String) -> String {
    if number.contains('.') && !number.contains('e') {
        number.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        number
    }
}

/// The name of an indicator of the catalogue or of one's own.
pub fn indicator_name(pack: &Pack, assessment: &Assessment, language: Language, slot: FigureSlot) -> String {
    match slot {
        FigureSlot::Catalogue(slot) => pack.words(language.tag()).indicator(&pack.indicator(slot).id).to_owned(),
        FigureSlot::Own(at) => assessment.figures.own.get(at).map_or_else(String::new, |own| quoted(language, &own.name)),
    }
}

/// What does not fit, in one sentence that names the indicator and the year.
pub fn figure_finding(pack: &Pack, assessment: &Assessment, language: Language, finding: &FigureFinding) -> String {
    let words = language.words();
    let name = match finding.subject {
        Subject::Indicator(slot) => indicator_name(pack, assessment, language, slot),
        Subject::Input(slot) => pack.words(language.tag()).input(&pack.input(slot).id).to_owned(),
    };
    let decimals = match finding.subject {
        Subject::Indicator(FigureSlot::Catalogue(slot)) => pack.indicator(slot).decimals,
        Subject::Indicator(FigureSlot::Own(at)) => assessment.figures.own.get(at).map_or(0, |own| own.decimals),
        Subject::Input(_) => 0,
    };
    let number = |value: f64| without_trailing_zeros(figure_number(value, decimals));
    let year = finding.year.map_or_else(String::new, |year| year.to_string());
    let text = words.by_code(&codes::FIGURE, finding.doubt.code());
    let say = |more: &[(&str, &str)]| {
        let mut values = vec![("indicator", name.as_str()), ("year", year.as_str())];
        values.extend_from_slice(more);
        fill(text, &values)
    };
    match &finding.doubt {
        FigureDoubt::ImpossibleValue { value, low, high } => {
            let range = match (low, high) {
                (Some(low), Some(high)) => fill(words.figures_between(), &[("low", &number(*low)), ("high", &number(*high))]),
                (Some(low), None) => fill(words.figures_at_least(), &[("low", &number(*low))]),
                (None, Some(high)) => fill(words.figures_at_most(), &[("high", &number(*high))]),
                (None, None) => words.figures_beyond().to_owned(),
            };
            say(&[("value", &number(*value)), ("range", &range)])
        }
        FigureDoubt::UnitSlip { power, corrected } => {
            let factor = ["1", &"0".repeat(power.unsigned_abs() as usize)].concat();
            let way = if *power > 0 { words.figures_too_large() } else { words.figures_too_small() };
            say(&[("way", &fill(way, &[("factor", &factor)])), ("corrected", &number(*corrected))])
        }
        FigureDoubt::SuddenStep { value } => say(&[("value", &number(*value))]),
        FigureDoubt::IdenticalYears { value, years } => say(&[("value", &number(*value)), ("years", &years.to_string())]),
        FigureDoubt::BrokenIdentity { identity, value, expected } => {
            let identity = pack
                .structure()
                .identities
                .get(*identity)
                .map_or("", |found| pack.words(language.tag()).identity(&found.id));
            say(&[("identity", identity), ("value", &number(*value)), ("expected", &number(*expected))])
        }
        FigureDoubt::FormulaMismatch { value, expected } => say(&[("value", &number(*value)), ("expected", &number(*expected))]),
        FigureDoubt::TooShort { values } => say(&[("values", &values.to_string())]),
        FigureDoubt::ImpossibleRank { place, of } => say(&[("place", &place.to_string()), ("of", &of.to_string())]),
        FigureDoubt::MissingYear | FigureDoubt::UnnamedBenchmark | FigureDoubt::SingleOrigin | FigureDoubt::OriginWithoutEvidence => say(&[]),
    }
}

/// Why a band is hinted at, in one sentence.
pub fn hint(language: Language, reason: HintReason) -> String {
    let text = language.words().by_code(&codes::HINT, reason.code());
    let say = |values: &[(&str, usize)]| {
        let values: Vec<(&str, String)> = values.iter().map(|(name, value)| (*name, value.to_string())).collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(text, &values)
    };
    match reason {
        HintReason::Level { good, areas } => say(&[("good", good), ("areas", areas)]),
        HintReason::LevelUnmeasured { areas } | HintReason::TrendUnknown { areas } => say(&[("areas", areas)]),
        HintReason::Trend { improving, worsening, areas } => say(&[("improving", improving), ("worsening", worsening), ("areas", areas)]),
        HintReason::Comparison {
            compared,
            standing_up,
            leading,
            areas,
        } => say(&[("compared", compared), ("standing_up", standing_up), ("leading", leading), ("areas", areas)]),
        HintReason::Integration { covered, areas } => say(&[("covered", covered), ("areas", areas)]),
    }
}
