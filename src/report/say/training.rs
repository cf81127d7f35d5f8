//! What is said of a trainee's ratings: how lenient or harsh, how steady, and which rule was missed.

use super::InterviewTeller;
use super::interview::within_a_sentence;
use crate::criteria::{Pack, Question, Rubric};
use crate::date::Date;
use crate::interview::Said;
use crate::language::{Language, fill};
use crate::panel::{Missed, MissedFact, MissedFactor, MissedRule, Pull};

/// Half of what the shown tenths can tell.
const LEVEL: f64 = 0.05;

/// Lenient or harsh, by how much: to a tenth of a percentage point.
pub fn bias(language: Language, bias: f64) -> String {
    let words = language.words();
    let text = match bias {
        bias if bias >= LEVEL => words.training_bias_lenient(),
        bias if bias <= -LEVEL => words.training_bias_harsh(),
        _ => words.training_bias_level(),
    };
    fill(text, &[("points", &tenth(bias.abs()))])
}

/// How steady, to a tenth of a percentage point.
pub fn consistency(language: Language, consistency: Option<f64>) -> String {
    let words = language.words();
    match consistency {
        Some(points) => fill(words.training_consistency_value(), &[("points", &tenth(points))]),
        None => words.training_consistency_none().to_owned(),
    }
}

/// A deviation with its sign, to a tenth: `+4.5`, `−10`, `0`.
pub fn signed(deviation: f64) -> String {
    let sign = match deviation {
        above if above >= LEVEL => "+",
        below if below <= -LEVEL => "\u{2212}",
        _ => return String::from("0"),
    };
    [sign, &tenth(deviation.abs())].concat()
}

/// A number to a tenth, without a tenth where it is whole.
fn tenth(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// Which rule a rating missed: the rule of the rubric, then each factor with what its band means and the facts that decide, a line each.
/// `on` is the day by which the facts were judged.
pub fn missed(pack: &Pack, language: Language, on: Date, missed: &Missed<'_>) -> Vec<String> {
    let rubric = pack.rubric_of(missed.item);
    let told = MissedTold {
        pack,
        language,
        rubric,
        on,
        missed,
    };
    let rule = missed.rule.map(|rule| told.rule(rule));
    rule.into_iter().chain(missed.factors.iter().map(|factor| told.factor(factor))).collect()
}

struct MissedTold<'a> {
    pack: &'a Pack,
    language: Language,
    rubric: &'a Rubric,
    on: Date,
    missed: &'a Missed<'a>,
}

impl MissedTold<'_> {
    fn ends(&self, band: usize) -> String {
        self.rubric
            .bands
            .get(band)
            .map_or_else(String::new, |band| self.language.band(band.from, band.to))
    }

    fn name(&self, factor: usize) -> &str {
        let id = self.rubric.factors.get(factor).map_or("", |factor| &factor.id);
        self.pack.words(self.language.tag()).factor(&self.rubric.id, id)
    }

    fn rule(&self, rule: MissedRule) -> String {
        let words = self.language.words();
        let (text, base) = match rule {
            MissedRule::Departs { low, high } => {
                return fill(words.training_rule_departs(), &[("range", &self.language.percents(low.value(), high.value()))]);
            }
            MissedRule::Limit { factor, base } => {
                return fill(words.training_rule_limit(), &[("factor", self.name(factor)), ("base", &self.ends(base))]);
            }
            MissedRule::Median { base } if self.missed.offset > 0 => (words.training_rule_median_lenient(), base),
            MissedRule::Median { base } => (words.training_rule_median_harsh(), base),
            MissedRule::Place { base, pull } => {
                let text = match pull {
                    Pull::Down => words.training_rule_place_down(),
                    Pull::Level => words.training_rule_place_level(),
                    Pull::Up => words.training_rule_place_up(),
                };
                (text, base)
            }
        };
        fill(text, &[("base", &self.ends(base))])
    }

    fn factor(&self, factor: &MissedFactor<'_>) -> String {
        let words = self.language.words();
        let lenient = factor.own > factor.reference;
        let text = match (factor.chosen, lenient) {
            (true, _) => words.training_missed_chosen(),
            (false, true) => words.training_missed_below(),
            (false, false) => words.training_missed_above(),
        };
        let values = [
            ("factor", self.name(factor.factor)),
            ("own", &*self.ends(factor.own)),
            ("reference", &*self.ends(factor.reference)),
        ];
        let mut told = vec![fill(text, &values)];
        // What was claimed without being there, or what was there without being seen.
        let band = factor.own.max(factor.reference);
        if let (Some(known), Some(about)) = (self.rubric.bands.get(band), self.rubric.factors.get(factor.factor)) {
            let text = self.pack.words(self.language.tag()).band(&self.rubric.id, &known.id, &about.id);
            told.push(fill(words.training_missed_asks(), &[("band", &self.ends(band)), ("text", text)]));
        }
        let facts = self.facts(factor, lenient);
        if !facts.is_empty() {
            let text = if lenient {
                words.training_missed_lacking()
            } else {
                words.training_missed_seen()
            };
            told.push(fill(text, &[("facts", &facts.join(words.grid_clause()))]));
        }
        super::sentences(self.language, told)
    }

    /// Too lenient: what was asked for, with what is so; too harsh: what is so.
    fn facts(&self, factor: &MissedFactor<'_>, lenient: bool) -> Vec<String> {
        let Some((item, _)) = &self.missed.outcome else { return Vec::new() };
        let (words, item) = (self.language.words(), *item);
        let teller = InterviewTeller {
            item,
            language: self.language,
            on: self.on,
        };
        let question = |fact: &MissedFact<'_>| fact.requirement.question().and_then(|id| item.interview.question(id));
        // What is asked of one fact twice is told with it once.
        let groups = factor
            .facts
            .chunk_by(|one, other| one.requirement.question().is_some() && one.requirement.question() == other.requirement.question());
        let told = groups.map(|facts| {
            let asked: Vec<String> = facts.iter().map(|fact| teller.requirement(fact.requirement)).collect();
            let asked = asked.join(words.grid_clause());
            match facts.first().and_then(|fact| question(fact).zip(fact.said.as_ref())) {
                Some((question, said)) if lenient => {
                    let value = answered(teller, question, said);
                    fill(words.training_missed_fact(), &[("requirement", &asked), ("value", &value)])
                }
                Some((question, said)) => {
                    let value = answered(teller, question, said);
                    fill(words.training_missed_fact_seen(), &[("name", teller.name(question)), ("value", &value)])
                }
                None => asked,
            }
        });
        told.collect()
    }
}

/// An answer inside of a sentence; a word for nothing is written as it stands alone.
fn answered<'a>(teller: InterviewTeller<'a>, question: &'a Question, said: &Said) -> String {
    let value = teller.answer(question, said);
    match said {
        Said::Year(None) | Said::Date(None) => within_a_sentence(&value),
        Said::Names(names) if names.is_empty() => within_a_sentence(&value),
        _ => value,
    }
}
