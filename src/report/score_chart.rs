//! Part 5, between table and reading: how far each category is filled, as a radar chart and in one scale.

use super::chart::{Chart, ChartSeries, ChartShape, SeriesRole};
use super::draft::Draft;
use crate::language::fill;
use crate::scoring::{CategoryScore, Score, Tally};

/// A radar with fewer spokes shows nothing.
const SPOKES: usize = 3;

/// Earned share of each category, in per cent to 0.1: 65.5 of 100 points is 65.5. Nothing where fewer than three
/// categories are rated in full, because half a category would be drawn as a poor one.
pub(super) fn write(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    let counted: Vec<&CategoryScore> = score.categories.iter().filter(|category| category.items > 0).collect();
    let share = |category: &CategoryScore| {
        let Tally { points, max } = category.tally;
        category.percent().map(|_| (points.hundredths() * 1000 / max.hundredths()) as f64 / 10.0)
    };
    let values: Vec<Option<f64>> = counted.iter().map(|category| share(category)).collect();
    if values.iter().flatten().count() < SPOKES {
        return;
    }
    let labels: Vec<String> = counted
        .iter()
        .map(|category| draft.pack_words.category(&draft.pack.category(category.category).id).to_owned())
        .collect();
    let mut chart = Chart {
        caption: draft.figure(words.report_score_radar()),
        description: String::new(),
        shape: ChartShape::Radar,
        axis: words.report_score_category().to_owned(),
        unit: "%".to_owned(),
        decimals: 1,
        labels,
        series: vec![ChartSeries {
            name: words.report_score_percent().to_owned(),
            role: SeriesRole::Own,
            values,
        }],
    };
    let told = chart.labels.iter().zip(&chart.series[0].values).map(|(label, value)| {
        let value = value.map_or_else(|| words.none().to_owned(), |_| [&chart.number(*value), "%"].concat());
        fill(words.term_within(), &[("whole", label), ("part", &value)])
    });
    let told = told.collect::<Vec<String>>().join(words.term_figure_separator());
    chart.description = told;
    draft.references(words.report_score_see_radar(), &[("figure", chart.caption.label)]);
    draft.chart(chart);
}
