//! Key themes: what holds for the whole, from totals, chosen bands and figures. Counts and shares, no advice.

use crate::language::fill;
use crate::order;
use crate::panel::Panel;
use crate::panel::sentences::Side;
use crate::report::document::ParagraphStyle;
use crate::report::draft::Draft;
use crate::report::minute_sentences::theme_told;
use crate::report::score_chart;
use crate::scoring::{Score, Tally};

/// Categories named as standing out, and as having room; never more than half of them each.
const NAMED: usize = 2;

pub fn write(draft: &mut Draft<'_>, score: &Score, panel: Option<&Panel>) {
    draft.heading(1, draft.words.feedback_themes());
    if let Some(panel) = panel {
        of_panel(draft, panel);
    }
    within(draft, score);
}

/// What a panel named, in its own words.
fn of_panel(draft: &mut Draft<'_>, panel: &Panel) {
    let sides = [
        (Side::Strength, draft.words.feedback_themes_panel_strengths()),
        (Side::Opportunity, draft.words.feedback_themes_panel_opportunities()),
    ];
    for (side, title) in sides {
        let named = panel.themes.iter().filter(|theme| theme.side == side);
        let lines: Vec<String> = named.map(|theme| theme_told(draft, theme)).collect();
        if !lines.is_empty() {
            draft.heading(2, title);
            draft.paragraphs(ParagraphStyle::Entry, &lines.join("\n"));
        }
    }
}

/// What stands under the title; says so where nothing can be told.
pub fn within(draft: &mut Draft<'_>, score: &Score) {
    let before = draft.blocks.len();
    total(draft, score);
    categories(draft, score);
    factors(draft, score);
    figures(draft);
    if draft.blocks.len() == before {
        draft.paragraphs(ParagraphStyle::Body, draft.words.feedback_themes_none());
    }
}

/// Earned share in whole per cent, rounded down.
fn share(tally: &Tally) -> Option<u64> {
    (tally.points.hundredths() * 100).checked_div(tally.max.hundredths())
}

fn total(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    if score.rated() == 0 {
        return;
    }
    draft.heading(2, words.feedback_themes_total());
    if !score.is_complete() {
        let (items, unrated) = (score.counted().to_string(), score.unrated.to_string());
        draft.paragraphs(
            ParagraphStyle::Body,
            &fill(words.feedback_themes_unrated(), &[("items", &items), ("unrated", &unrated)]),
        );
        return;
    }
    let whole = score.total.points.hundredths() / 100;
    if let Some(band) = draft.pack.structure().maturity.iter().find(|band| whole <= u64::from(band.to)) {
        let told = fill(
            words.feedback_themes_range(),
            &[
                ("from", &band.from.to_string()),
                ("to", &band.to.to_string()),
                ("meaning", draft.pack_words.maturity(&band.id)),
                ("status", draft.status(&format!("maturity/{}", band.id))),
            ],
        );
        draft.paragraphs(ParagraphStyle::Body, &told);
    }
    for (rubric, tally) in draft.pack.structure().rubrics.iter().zip(&score.rubrics) {
        if let Some(percent) = share(tally) {
            let (name, percent) = (draft.pack_words.rubric(&rubric.id), percent.to_string());
            draft.paragraphs(
                ParagraphStyle::Body,
                &fill(words.feedback_themes_rubric(), &[("name", name), ("percent", &percent)]),
            );
        }
    }
    score_chart::write(draft, score);
}

/// The categories with the largest and the smallest share, in that order; of equals the first of the pack.
fn categories(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    let rated = score.categories.iter().filter_map(|category| Some((category.category, category.percent()?)));
    let mut rated: Vec<_> = rated.collect();
    let named = NAMED.min(rated.len() / 2);
    if named == 0 {
        return;
    }
    let told = |chosen: &[(_, u64)]| {
        let lines = chosen.iter().map(|&(slot, percent)| {
            let name = draft.pack_words.category(&draft.pack.category(slot).id);
            fill(words.feedback_themes_share(), &[("name", name), ("percent", &percent.to_string())])
        });
        lines.collect::<Vec<String>>().join("\n")
    };
    order::sort_by_key(&mut rated, |&(_, percent)| std::cmp::Reverse(percent));
    let strong = told(&rated[..named]);
    order::sort_by_key(&mut rated, |&(_, percent)| percent);
    let weak = told(&rated[..named]);
    for (title, lines) in [(words.feedback_themes_strong(), strong), (words.feedback_themes_weak(), weak)] {
        draft.heading(2, title);
        draft.paragraphs(ParagraphStyle::Entry, &lines);
    }
}

/// How often each factor is the lowest and the highest of its item, over items whose bands differ.
fn factors(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    let mut lines = Vec::new();
    for rubric in &draft.pack.structure().rubrics {
        let chosen: Vec<Vec<usize>> = score
            .items
            .iter()
            .filter(|item| item.maximum.applies() && draft.pack.item(item.item).rubric == rubric.id)
            .filter_map(|item| draft.assessment.item(item.item).bands.iter().copied().collect())
            .collect();
        let ends = |bands: &[usize]| Some((*bands.iter().min()?, *bands.iter().max()?)).filter(|(low, high)| low < high);
        for (at, factor) in rubric.factors.iter().enumerate() {
            let found = chosen.iter().filter_map(|bands| Some((bands.get(at)?, ends(bands)?)));
            let (low, high) = found.fold((0, 0), |(low, high), (band, (lowest, highest))| {
                (low + usize::from(*band == lowest), high + usize::from(*band == highest))
            });
            if low + high > 0 {
                lines.push(fill(
                    words.feedback_themes_factor(),
                    &[
                        ("rubric", draft.pack_words.rubric(&rubric.id)),
                        ("factor", draft.pack_words.factor(&rubric.id, &factor.id)),
                        ("rated", &chosen.len().to_string()),
                        ("low", &low.to_string()),
                        ("high", &high.to_string()),
                    ],
                ));
            }
        }
    }
    if !lines.is_empty() {
        draft.heading(2, words.feedback_themes_factors());
        draft.paragraphs(ParagraphStyle::Entry, &lines.join("\n"));
    }
}

fn figures(draft: &mut Draft<'_>) {
    let areas: Vec<_> = draft.results.items.iter().flat_map(|item| &item.areas).collect();
    let count = |has: &dyn Fn(usize) -> bool| (0..areas.len()).filter(|&at| has(at)).count().to_string();
    if !areas.iter().any(|area| area.figure) {
        return;
    }
    let told = fill(
        draft.words.feedback_themes_coverage(),
        &[
            ("areas", &areas.len().to_string()),
            ("figure", &count(&|at| areas[at].figure)),
            ("trend", &count(&|at| areas[at].trend)),
            ("comparison", &count(&|at| areas[at].comparison)),
        ],
    );
    draft.heading(2, draft.words.feedback_themes_figures());
    draft.paragraphs(ParagraphStyle::Body, &told);
}
