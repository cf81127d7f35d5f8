//! What does not fit in the figures, and what they hint at, in one sentence each.

use super::quoting::quoted;
use crate::assessment::{Assessment, FigureSlot, Quantity};
use crate::criteria::Pack;
use crate::indicators::{Course, FigureDoubt, FigureFinding, HintReason, IndicatorReading, Reference, Standing, Subject};
use crate::language::{Language, codes, fill, with_minus};

/// A number of an indicator with its digits, to be read: `98.10`, `−3`. A value that the digits would hide is given with more of
/// them.
pub fn figure_number(value: f64, decimals: u8) -> String {
    with_minus(figure_typed(value, decimals))
}

/// The same as it stands in a field, where people type the hyphen: `-3`.
pub fn figure_typed(value: f64, decimals: u8) -> String {
    let shown = format!("{value:.*}", decimals.into());
    let lost = shown.parse::<f64>().is_ok_and(|shown| shown == 0.0 && value != 0.0);
    if lost { format!("{value:.3e}") } else { shown }
}

/// A number in a sentence about what does not fit: with the digits that were typed where the indicator shows fewer, up to four.
fn in_full(value: f64, decimals: u8) -> String {
    let typed = value.to_string();
    let behind = typed.split_once('.').map_or(0, |(_, behind)| behind.len());
    if usize::from(decimals) < behind && behind <= 4 {
        return with_minus(typed);
    }
    without_trailing_zeros(figure_number(value, decimals))
}

/// Two numbers that differ, with as many digits as it takes to see it, up to four: 4.3 and 4.34, not 4.3 and 4.3.
fn told_apart(value: f64, expected: f64, decimals: u8) -> (String, String) {
    let value = in_full(value, decimals);
    let mut digits = decimals;
    loop {
        let expected = without_trailing_zeros(figure_number(expected, digits));
        if expected != value || digits >= 4 {
            return (value, expected);
        }
        digits += 1;
    }
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
    let number = |value: f64| in_full(value, decimals);
    let reference_name = |reference: Reference| match reference {
        Reference::Target => words.figures_of_target(),
        Reference::Benchmark => words.figures_of_benchmark(),
    };
    let year = finding.year.map_or_else(String::new, |year| year.to_string());
    let text = words.by_code(&codes::FIGURE, finding.doubt.code());
    let say = |more: &[(&str, &str)]| {
        let mut values = vec![("indicator", name.as_str()), ("year", year.as_str())];
        values.extend_from_slice(more);
        fill(text, &values)
    };
    match &finding.doubt {
        FigureDoubt::ImpossibleValue { value, low, high } => {
            // A number beyond all measure is told as one, where its own bounds would allow it.
            let outside = low.is_some_and(|low| *value < low) || high.is_some_and(|high| *value > high);
            let range = match (low, high) {
                (Some(low), Some(high)) if outside => fill(words.figures_between(), &[("low", &number(*low)), ("high", &number(*high))]),
                (Some(low), None) if outside => fill(words.figures_at_least(), &[("low", &number(*low))]),
                (None, Some(high)) if outside => fill(words.figures_at_most(), &[("high", &number(*high))]),
                _ => words.figures_beyond().to_owned(),
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
            let (value, expected) = told_apart(*value, *expected, decimals);
            say(&[("identity", identity), ("value", &value), ("expected", &expected)])
        }
        FigureDoubt::FormulaMismatch { value, expected } => {
            let (value, expected) = told_apart(*value, *expected, decimals);
            say(&[("value", &value), ("expected", &expected)])
        }
        FigureDoubt::FarFromReference { reference, against, times } => {
            let (text, n) = if *times >= 1.0 {
                (words.figures_times(), *times)
            } else {
                (words.figures_part(), 1.0 / times)
            };
            let times = fill(text, &[("n", &figure_number(n, 0))]);
            say(&[("reference", reference_name(*reference)), ("against", &number(*against)), ("times", &times)])
        }
        FigureDoubt::ShareForPercent { corrected } => say(&[("corrected", &without_trailing_zeros(figure_number(*corrected, decimals)))]),
        FigureDoubt::LoneSign { value, corrected } | FigureDoubt::SwappedDigits { value, corrected } => {
            say(&[("value", &number(*value)), ("corrected", &number(*corrected))])
        }
        FigureDoubt::CopiedReference { value, reference } => say(&[("value", &number(*value)), ("reference", reference_name(*reference))]),
        FigureDoubt::CopiedBenchmark { years } => say(&[("years", &years.to_string())]),
        FigureDoubt::ExchangedRows { other } => say(&[("other", &indicator_name(pack, assessment, language, *other))]),
        FigureDoubt::ExchangedYear { value, other } => say(&[("value", &number(*value)), ("other", &indicator_name(pack, assessment, language, *other))]),
        FigureDoubt::NotWhole { value } => say(&[("value", &number(*value))]),
        FigureDoubt::PartAboveWhole { value, whole, most } => {
            let whole = pack.words(language.tag()).input(&pack.input(*whole).id);
            say(&[("value", &number(*value)), ("whole", whole), ("most", &number(*most))])
        }
        FigureDoubt::UnlikeProfile { value, quantity, profile } => {
            let quantity = match quantity {
                Quantity::Staff => words.term_measure_staff(),
                Quantity::Revenue => words.term_measure_revenue(),
                Quantity::Assets => words.term_measure_assets(),
            };
            say(&[("value", &number(*value)), ("quantity", quantity), ("profile", &number(*profile))])
        }
        FigureDoubt::TooShort { values } => say(&[("values", &values.to_string())]),
        FigureDoubt::ImpossibleRank { place, of } => say(&[("place", &place.to_string()), ("of", &of.to_string())]),
        FigureDoubt::MissingYear | FigureDoubt::UnnamedBenchmark | FigureDoubt::SingleOrigin | FigureDoubt::OriginWithoutEvidence => say(&[]),
    }
}

/// Which way the gap to the benchmark goes, in a few words; none where it holds or there are fewer than three years.
fn gap_course(language: Language, latest: Standing, course: Course) -> Option<&'static str> {
    let words = language.words();
    match (course, latest) {
        (Course::Gaining, Standing::Leads) => Some(words.figures_lead_grows()),
        (Course::Gaining, _) => Some(words.figures_gap_closes()),
        (Course::Losing, Standing::Behind) => Some(words.figures_gap_grows()),
        (Course::Losing, _) => Some(words.figures_lead_shrinks()),
        (Course::Holding | Course::TooShort, _) => None,
    }
}

/// Standing beside the benchmark as it is told, with the year where that is not the last, and the course of the gap:
/// `ahead of the benchmark (2019), lead growing`.
pub fn standing_told(language: Language, reading: &IndicatorReading, standing: &str) -> String {
    let words = language.words();
    let mut told = standing.to_owned();
    if let Some(year) = reading.compared_before() {
        told = fill(words.figures_in_year(), &[("told", &told), ("year", &year.to_string())]);
    }
    let beside = reading.statistics.as_ref().and_then(|found| found.comparison.as_ref());
    let course = beside.and_then(|beside| gap_course(language, beside.latest, beside.course));
    match course {
        Some(course) => fill(words.figures_with_course(), &[("told", &told), ("course", course)]),
        None => told,
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
