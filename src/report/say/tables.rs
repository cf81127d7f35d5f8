//! What a table gives, in words: values, choices and ranges as they are shown before they are taken over.

use crate::assessment::{Goal, Origin, Whose};
use crate::import::{Refused, Taken};
use crate::language::{Language, Words, codes, fill};

/// Whose figures a benchmark is.
pub fn whose(language: Language, whose: Whose) -> &'static str {
    let words = language.words();
    match whose {
        Whose::Competitor => words.grid_competitor(),
        Whose::Sector => words.grid_sector(),
        Whose::World => words.grid_world(),
    }
}

/// Where figures come from.
pub fn origin(language: Language, origin: Origin) -> &'static str {
    let words: &Words = language.words();
    match origin {
        Origin::Enterprise => words.grid_origin_enterprise(),
        Origin::Government => words.grid_origin_government(),
        Origin::Consumers => words.grid_origin_consumers(),
        Origin::Media => words.grid_origin_media(),
        Origin::ThirdParty => words.grid_origin_third_party(),
    }
}

/// What would be taken over from a table: `91.3`, `40 to 60`, `3 of 40`, `enterprise, government`.
pub fn taken(language: Language, taken: &Taken) -> String {
    let words = language.words();
    let two = |text: &str, names: [&str; 2], one: String, other: String| fill(text, &[(names[0], &one), (names[1], &other)]);
    match taken {
        Taken::Number(number) | Taken::Goal(Goal::Value(number)) => number.to_string(),
        Taken::Goal(Goal::Within { low, high }) => two(words.import_target_between(), ["low", "high"], low.to_string(), high.to_string()),
        Taken::Rank(place, of) => two(words.import_rank_of(), ["place", "of"], place.to_string(), of.to_string()),
        Taken::Whose(one) => whose(language, *one).to_owned(),
        Taken::Origins(origins) => {
            let names: Vec<&str> = origins.iter().map(|one| origin(language, one)).collect();
            names.join(words.term_list())
        }
        Taken::Computed(true) => words.template_yes().to_owned(),
        Taken::Computed(false) => words.template_no().to_owned(),
        Taken::Text(text) => super::on_one_line(language, &text.split_whitespace().collect::<Vec<&str>>().join(" ")),
    }
}

/// Why a cell is not taken over; units that do not agree are named.
pub fn not_imported(language: Language, refused: &Refused) -> String {
    let words = language.words();
    let reason = words.by_code(&codes::REFUSED, refused.reason.code());
    if refused.units.is_empty() {
        return reason.to_owned();
    }
    let units: Vec<String> = refused.units.iter().map(|unit| super::on_one_line(language, unit)).collect();
    fill(words.import_two_units(), &[("reason", reason), ("units", &units.join(words.term_list()))])
}
