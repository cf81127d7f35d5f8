//! The statistics of one indicator: slope, probability, growth and rank, with how little few years prove.

use super::View;
use crate::assessment::FigureSlot;
use crate::language::fill;
use crate::report::say;
use yew::prelude::*;

pub fn statistics(view: &View<'_>, slot: FigureSlot) -> Html {
    let words = view.kit.words();
    let Some(reading) = view.results.indicators.iter().find(|reading| reading.slot == slot) else {
        return Html::default();
    };
    let Some(found) = &reading.statistics else { return Html::default() };
    let short = |value: f64| say::figure_number(value, 3);
    let mut rows: Vec<(&str, String)> = Vec::new();
    if let Some(line) = &found.trend.line {
        rows.push((words.grid_slope(), short(line.slope)));
    }
    let kendall = found.trend.kendall;
    if let Some(kendall) = &kendall {
        let value = fill(words.grid_kendall_value(), &[("s", &kendall.s().to_string()), ("p", &short(kendall.p()))]);
        rows.push((words.grid_kendall(), value));
    }
    if let Some(rate) = found.since_first.and_then(|change| change.yearly) {
        rows.push((words.grid_growth(), [short(rate * 100.0).as_str(), "%"].concat()));
    }
    if let Some(Ok(place)) = found.placement {
        let percent = say::figure_number(place.percentile * 100.0, 0);
        rows.push((words.grid_rank(), fill(words.grid_percentile(), &[("p", &percent)])));
    }
    let least = kendall.map(|kendall| {
        let few = found.trend.few_years();
        let text = if few { words.grid_smallest() } else { words.grid_smallest_of_many() };
        let p = (2.0 * kendall.smallest_p()).min(1.0);
        fill(text, &[("n", &kendall.n.to_string()), ("p", &short(p))])
    });
    html! {
        <div class="stack-xs"><h3>{ words.grid_statistics() }</h3>
            <dl class="pairs">{ for rows.into_iter().map(|(label, value)| html! { <><dt>{ label }</dt><dd>{ value }</dd></> }) }</dl>
            { for least.map(|least| html! { <p class="small">{ least }</p> }) }</div>
    }
}
