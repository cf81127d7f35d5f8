//! What the rules of the red pen say of themselves: all of them, a line each, or the page of one.

use super::{Call, Failure};
use crate::language::Language;
use crate::red_pen::{RULES, Rule, Said, rule};
use crate::report::say;

/// Every code with its title, or the page of one.
pub(super) fn explain(code: Option<&str>, call: Call<'_>) -> Result<String, Failure> {
    let language = call.language;
    let Some(code) = code else {
        let lines = RULES.iter().map(|rule| [rule.code, ": ", say::said(language, rule.title), "\n"].concat());
        return Ok(lines.collect());
    };
    let known = || RULES.map(|rule| rule.code).join(language.words().term_list());
    let rule = rule(code).ok_or_else(|| Failure::of(language, "no_rule", &[("code", code), ("known", &known())]))?;
    Ok(page(language, rule))
}

/// The page of a rule as Markdown; the documentation is made of these.
pub fn page(language: Language, rule: &Rule) -> String {
    let words = language.words();
    let text = |said: Said| say::said(language, said);
    let places = |said: Said| {
        text(said)
            .split('¶')
            .map(|place| ["> ", place.trim(), "\n"].concat())
            .collect::<Vec<String>>()
            .join(">\n")
    };
    let bad = match rule.example.times {
        1 => places(rule.example.bad),
        times => [&places(rule.example.bad), ">\n> × ", &times.to_string(), "\n"].concat(),
    };
    [
        &["## ", text(rule.title), "\n\n"].concat(),
        &["`", rule.code, "` · ", words.red_weight(), say::weight(language, rule.weight), "\n\n"].concat(),
        text(rule.why),
        &["\n\n", words.red_bad(), "\n\n"].concat(),
        &bad,
        &["\n", words.red_better(), "\n\n"].concat(),
        &places(rule.example.better),
    ]
    .concat()
}
