//! The course of an indicator: own values, benchmark, target and projection. Lines and points differ in stroke and shape, not in colour
//! alone: own values a line with discs, the benchmark dashed with squares, the target a thin line or a band between two, the projection
//! dotted to an open diamond. The values stand in a table beside.

use crate::assessment::Goal;
use yew::prelude::*;

/// What is drawn.
pub struct Course<'a> {
    /// Begins the ids of title and description, so that it must be the only one of its kind on the page.
    pub id: String,
    pub title: String,
    /// The values in words.
    pub description: String,
    pub own: &'a [(i32, f64)],
    pub benchmark: &'a [(i32, f64)],
    pub target: Option<Goal>,
    /// For the year after the last own value.
    pub projected: Option<f64>,
}

/// The words of the legend, in the order own values, benchmark, target, projection.
pub type Legend = [&'static str; 4];

/// Where years and values lie.
struct Scale {
    width: f64,
    height: f64,
    /// Left, right, top, bottom.
    edges: [f64; 4],
    years: (i32, i32),
    values: (f64, f64),
}

impl Scale {
    fn x(&self, year: i32) -> f64 {
        let (first, last) = self.years;
        let share = if last > first {
            f64::from(year - first) / f64::from(last - first)
        } else {
            0.5
        };
        self.edges[0] + share * (self.width - self.edges[0] - self.edges[1])
    }
    fn y(&self, value: f64) -> f64 {
        let (low, high) = self.values;
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        self.height - self.edges[3] - share * (self.height - self.edges[2] - self.edges[3])
    }
    fn line(&self, known: &[(i32, f64)]) -> String {
        let points: Vec<String> = known
            .iter()
            .map(|(year, value)| [tenth(self.x(*year)), tenth(self.y(*value))].join(","))
            .collect();
        points.join(" ")
    }
}

/// The chart: small in a row of the grid, with a legend large and with its years and ends. Nothing where there is no value.
pub fn course(chart: &Course<'_>, legend: Option<Legend>) -> Html {
    let last_own = chart.own.last().copied();
    let projected = last_own.zip(chart.projected).map(|(last, value)| [last, (last.0 + 1, value)]);
    let goal = chart.target.map(|goal| match goal {
        Goal::Value(value) => (value, value),
        Goal::Within { low, high } => (low, high),
    });
    let known = || chart.own.iter().chain(chart.benchmark).copied().chain(projected.map(|ends| ends[1]));
    let (Some(first), Some(last)) = (known().map(|(year, _)| year).min(), known().map(|(year, _)| year).max()) else {
        return Html::default();
    };
    let values = || known().map(|(_, value)| value).chain(goal.into_iter().flat_map(|(low, high)| [low, high]));
    let (width, height, edges) = match legend {
        Some(_) => (640.0, 240.0, [64.0, 16.0, 40.0, 28.0]),
        None => (150.0, 44.0, [5.0; 4]),
    };
    let scale = Scale {
        width,
        height,
        edges,
        years: (first, last),
        values: (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max)),
    };
    let (title, description) = ([&chart.id, "-t"].concat(), [&chart.id, "-d"].concat());
    html! {
        <svg class={classes!("course", legend.map(|_| "large"))} width={legend.is_none().then(|| tenth(width))} height={legend.is_none().then(|| tenth(height))}
            viewBox={["0 0", &tenth(width), &tenth(height)].join(" ")} role="img" aria-labelledby={[title.as_str(), description.as_str()].join(" ")}>
            <title id={title}>{ chart.title.clone() }</title><desc id={description}>{ chart.description.clone() }</desc>
            { for legend.map(|_| axes(&scale)) }
            { for goal.map(|(low, high)| target(&scale, low, high)) }
            <polyline class="beside" points={scale.line(chart.benchmark)} />
            { for chart.benchmark.iter().map(|(year, value)| square(scale.x(*year), scale.y(*value))) }
            <polyline class="own" points={scale.line(chart.own)} />
            { for chart.own.iter().map(|(year, value)| disc(scale.x(*year), scale.y(*value))) }
            { for projected.map(|ends| html! { <><polyline class="ahead" points={scale.line(&ends)} />{ diamond(scale.x(ends[1].0), scale.y(ends[1].1)) }</> }) }
            { for legend.map(|words| keys(words, [true, !chart.benchmark.is_empty(), goal.is_some(), projected.is_some()])) }
        </svg>
    }
}

/// The years below, the ends of the values at the left.
fn axes(scale: &Scale) -> Html {
    let text = |x: f64, y: f64, anchor: &'static str, text: String| html! { <text class="axis" x={tenth(x)} y={tenth(y)} text-anchor={anchor}>{ text }</text> };
    let (low, high) = scale.values;
    let ends = if high > low { vec![low, high] } else { vec![low] };
    let (left, right, bottom) = (scale.edges[0] - 8.0, scale.width - scale.edges[1], scale.height - scale.edges[3] + 8.0);
    html! {
        <><line class="base" x1={tenth(left)} x2={tenth(right)} y1={tenth(bottom)} y2={tenth(bottom)} />
            { for (scale.years.0..=scale.years.1).map(|year| text(scale.x(year), scale.height - 6.0, "middle", year.to_string())) }
            { for ends.into_iter().map(|value| text(left - 6.0, scale.y(value) + 4.0, "end", short(value))) }</>
    }
}

/// The target: a line, or a band with both its ends.
fn target(scale: &Scale, low: f64, high: f64) -> Html {
    let line = |value: f64| {
        let y = tenth(scale.y(value));
        html! { <line class="goal" x1="0" x2={tenth(scale.width)} y1={y.clone()} y2={y} /> }
    };
    if low == high {
        return line(low);
    }
    let (top, bottom) = (scale.y(high), scale.y(low));
    html! {
        <><rect class="within" x="0" y={tenth(top)} width={tenth(scale.width)} height={tenth(bottom - top)} />{ line(low) }{ line(high) }</>
    }
}

/// The legend: the sign of each line that is drawn, with its word.
fn keys(words: Legend, drawn: [bool; 4]) -> Html {
    let mut at = 8.0;
    let all = words.into_iter().enumerate().filter(|(kind, _)| drawn[*kind]).map(|(kind, word)| {
        let x = at;
        let (from, to, middle) = (tenth(x), tenth(x + 30.0), x + 15.0);
        // A wide character takes twice the place of a narrow one.
        let letters: usize = word.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum();
        at += 58.0 + 7.0 * letters as f64;
        let (class, sign) = match kind {
            0 => ("own", disc(middle, 16.0)),
            1 => ("beside", square(middle, 16.0)),
            2 => ("goal", Html::default()),
            _ => ("ahead", diamond(middle, 16.0)),
        };
        html! {
            <><line {class} x1={from} x2={to} y1="16" y2="16" />{ sign }<text class="lab" x={tenth(x + 36.0)} y="20">{ word }</text></>
        }
    });
    all.collect()
}

fn disc(x: f64, y: f64) -> Html {
    html! { <circle cx={tenth(x)} cy={tenth(y)} r="2.6" /> }
}

fn square(x: f64, y: f64) -> Html {
    html! { <rect class="mark-beside" x={tenth(x - 2.0)} y={tenth(y - 2.0)} width="4" height="4" /> }
}

fn diamond(x: f64, y: f64) -> Html {
    html! { <path class="mark-ahead" d={["M", &tenth(x), " ", &tenth(y - 4.0), "l4 4-4 4-4-4z"].concat()} /> }
}

/// A value at an end of the scale, with at most four digits behind the point.
fn short(value: f64) -> String {
    ((value * 1e4).round() / 1e4).to_string()
}

/// A length as SVG takes it, with one decimal place.
fn tenth(length: f64) -> String {
    ((length * 10.0).round() / 10.0).to_string()
}
