//! The lists of a pack by the words that stand in the names of fields and buttons: `take/conditions/three-years`.

use crate::criteria::Listed;

/// The word of a list; what it belongs to follows after a colon.
pub fn word(list: &Listed) -> String {
    let (word, of) = match list {
        Listed::Categories => ("categories", ""),
        Listed::Items(category) => ("items", category.as_str()),
        Listed::Prompts(item) => ("prompts", item.as_str()),
        Listed::Conditions => ("conditions", ""),
        Listed::Editions => ("editions", ""),
        Listed::OfEdition(edition) => ("of_edition", edition.as_str()),
        Listed::SelfChecks => ("self_checks", ""),
        Listed::Stages => ("stages", ""),
        Listed::Facts => ("facts", ""),
        Listed::Limits => ("limits", ""),
        Listed::Orientations => ("orientations", ""),
        Listed::Ideas => ("ideas", ""),
        Listed::Missing => ("missing", ""),
        Listed::Sectors => ("sectors", ""),
        Listed::References => ("references", ""),
    };
    if of.is_empty() { word.to_owned() } else { [word, ":", of].concat() }
}

/// The list of a word.
pub fn list(word: &str) -> Option<Listed> {
    let (word, of) = word.split_once(':').unwrap_or((word, ""));
    let of = of.to_owned();
    Some(match word {
        "categories" => Listed::Categories,
        "items" => Listed::Items(of),
        "prompts" => Listed::Prompts(of),
        "conditions" => Listed::Conditions,
        "editions" => Listed::Editions,
        "of_edition" => Listed::OfEdition(of),
        "self_checks" => Listed::SelfChecks,
        "stages" => Listed::Stages,
        "facts" => Listed::Facts,
        "limits" => Listed::Limits,
        "orientations" => Listed::Orientations,
        "ideas" => Listed::Ideas,
        "missing" => Listed::Missing,
        "sectors" => Listed::Sectors,
        "references" => Listed::References,
        _ => return None,
    })
}
