//! The rules, a file each.

mod abbreviation_unexplained;
mod deployment_without_places;
mod figure_differs;
mod first_without_evidence;
mod future_for_facts;
mod learning_without_change;
mod long_sentence;
mod method_without_owner;
mod name_variants;
mod over_share;
mod praise_without_figure;
mod prescription_in_feedback;
mod results_under_three_years;
mod results_without_comparison;
mod same_paragraph;
mod two_values;

use super::rule::Rule;

/// All rules, those first that an examiner minds most.
pub static RULES: [&Rule; 16] = [
    &figure_differs::RULE,
    &two_values::RULE,
    &first_without_evidence::RULE,
    &same_paragraph::RULE,
    &praise_without_figure::RULE,
    &method_without_owner::RULE,
    &deployment_without_places::RULE,
    &learning_without_change::RULE,
    &results_under_three_years::RULE,
    &results_without_comparison::RULE,
    &future_for_facts::RULE,
    &prescription_in_feedback::RULE,
    &over_share::RULE,
    &name_variants::RULE,
    &abbreviation_unexplained::RULE,
    &long_sentence::RULE,
];

/// The rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.code == code)
}
