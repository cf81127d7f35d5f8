//! What is said of comments and themes: the words that tell a factor, and what recurs.

use crate::criteria::{ItemSlot, Pack};
use crate::language::{Language, fill};
use crate::panel::sentences::{About, Cues, Proposal, Side};

/// The words by which a sentence tells its factor, in every language the kit speaks, by factor of a rubric: the factor's name, and of the
/// usual factors what else they go by.
pub fn cues(pack: &Pack, rubric: usize) -> Cues {
    let Some(rubric) = pack.structure().rubrics.get(rubric) else {
        return Cues::default();
    };
    let of_factor = |id: &str| {
        let mut all: Vec<String> = Vec::new();
        for language in Language::ALL {
            let words = language.words();
            let usual = match id {
                "approach" => words.cue_approach(),
                "deployment" => words.cue_deployment(),
                "learning" => words.cue_learning(),
                "integration" => words.cue_integration(),
                "level" => words.cue_level(),
                "trend" => words.cue_trend(),
                "comparison" => words.cue_comparison(),
                _ => "",
            };
            let name = pack.words(language.tag()).factor(&rubric.id, id).to_lowercase();
            all.extend(std::iter::once(name).chain(usual.split('、').map(str::to_owned)).filter(|cue| !cue.is_empty()));
        }
        all
    };
    Cues(rubric.factors.iter().map(|factor| of_factor(&factor.id)).collect())
}

/// A side, for the middle of a sentence.
pub fn side(language: Language, side: Side) -> &'static str {
    match side {
        Side::Strength => language.words().panel_side_strength(),
        Side::Opportunity => language.words().panel_side_opportunity(),
    }
}

/// What recurs, as a sentence to go on from.
pub fn recurring(pack: &Pack, language: Language, proposal: &Proposal) -> String {
    let (words, pack_words) = (language.words(), pack.words(language.tag()));
    let (text, name) = match &proposal.about {
        About::Factor { rubric, factor } => {
            let found = pack
                .structure()
                .rubrics
                .get(*rubric)
                .and_then(|rubric| Some((rubric, rubric.factors.get(*factor)?)));
            let name = found.map_or("", |(rubric, factor)| pack_words.factor(&rubric.id, &factor.id));
            (words.panel_about_factor(), name)
        }
        About::Orientation(id) => (words.panel_about_orientation(), pack_words.orientation(id)),
    };
    let (n, items) = (proposal.items.len().to_string(), numbers(pack, language, &proposal.items));
    fill(text, &[("name", name), ("n", &n), ("side", side(language, proposal.side)), ("items", &items)])
}

/// Items by their numbers: `4.1.1、4.2.2`.
pub fn numbers(pack: &Pack, language: Language, items: &[ItemSlot]) -> String {
    let numbers: Vec<&str> = items.iter().map(|item| pack.item(*item).number.as_str()).collect();
    numbers.join(language.words().term_list())
}
