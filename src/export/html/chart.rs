//! A chart as SVG: drawn with arithmetic alone, so that every machine draws the same, and readable without colour.

use super::text::escaped;
use crate::report::{Chart, ChartShape, SeriesRole};

/// The room for the drawing and, around it, for labels, in pixels.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 34.0;

/// A chart as an SVG element, with its description for those who cannot see it; needs the size and colour of texts from the
/// page around it.
pub fn drawn(chart: &Chart) -> String {
    let mut out = String::new();
    let radar = chart.shape == ChartShape::Radar;
    let height = if radar { 420.0 } else { HEIGHT };
    out.push_str(&format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{}\">\n",
        escaped(&chart.description)
    ));
    legend(chart, &mut out);
    match chart.shape {
        ChartShape::Lines => lines(chart, &mut out),
        ChartShape::Bars => bars(chart, &mut out),
        ChartShape::Radar => spokes(chart, &mut out),
    }
    out.push_str("</svg>\n");
    out
}

/// How a role is drawn: colour and dashes.
fn stroke(role: SeriesRole) -> (&'static str, &'static str) {
    match role {
        SeriesRole::Own => ("#0b5a76", ""),
        SeriesRole::Target => ("#a8321f", " stroke-dasharray=\"8 4\""),
        SeriesRole::Benchmark => ("#4a5259", " stroke-dasharray=\"2 3\""),
        SeriesRole::Projection => ("#1f7a96", " stroke-dasharray=\"8 3 2 3\""),
    }
}

fn legend(chart: &Chart, out: &mut String) {
    let mut x = LEFT;
    for series in &chart.series {
        let (colour, dashes) = stroke(series.role);
        out.push_str(&format!(
            "<path d=\"M{x:.1} 14h26\" stroke=\"{colour}\" stroke-width=\"2\" fill=\"none\"{dashes}/><text x=\"{:.1}\" y=\"18\">{}</text>\n",
            x + 32.0,
            escaped(&series.name)
        ));
        // A wide character takes about 16 pixels.
        x += 56.0 + 16.0 * series.name.chars().count() as f64;
    }
}

/// The least and the greatest value of the scale, on round steps, and the step: 88 to 97 become 88, 98 and 2.
fn scale(chart: &Chart) -> (f64, f64, f64) {
    let values = || {
        chart
            .series
            .iter()
            .flat_map(|series| series.values.iter().flatten())
            .copied()
            .filter(|value| value.is_finite())
    };
    let (mut low, mut high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if low > high {
        (low, high) = (0.0, 1.0);
    }
    // Bars and spokes begin at zero, so that lengths can be compared.
    if chart.shape != ChartShape::Lines {
        (low, high) = (low.min(0.0), high.max(0.0));
    }
    // A share of a whole is seen against the whole.
    if chart.shape == ChartShape::Radar && chart.unit == "%" && high <= 100.0 {
        high = 100.0;
    }
    // Values that are all the same lie in the middle.
    if high <= low {
        let room = high.abs().max(1.0) * 0.1;
        (low, high) = (low - room, high + room);
    }
    let span = high - low;
    let mut step = 1.0;
    while step * 5.0 < span && step < 1e300 {
        step *= 10.0;
    }
    while step * 0.5 > span && step > 1e-300 {
        step /= 10.0;
    }
    let step = [0.1, 0.2, 0.5, 1.0, 2.0]
        .into_iter()
        .map(|part| part * step)
        .find(|step| span / step <= 5.0)
        .unwrap_or(step);
    ((low / step).floor() * step, (high / step).ceil() * step, step)
}

fn axis(chart: &Chart, (low, high, step): (f64, f64, f64), y: &dyn Fn(f64) -> f64, out: &mut String) {
    let count = ((high - low) / step + 0.5).floor().clamp(1.0, 12.0) as i32;
    for at in 0..=count {
        let value = low + step * f64::from(at);
        let decimals = usize::from(chart.decimals);
        out.push_str(&format!(
            "<path d=\"M{LEFT} {0:.1}H{1}\" stroke=\"#dddad2\"/><text x=\"{2}\" y=\"{3:.1}\" text-anchor=\"end\">{4:.5$}</text>\n",
            y(value),
            WIDTH - RIGHT,
            LEFT - 8.0,
            y(value) + 4.0,
            value,
            decimals
        ));
    }
    out.push_str(&format!(
        "<text x=\"{LEFT}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>\n",
        TOP - 2.0,
        escaped(&chart.unit)
    ));
}

fn height_of(value: f64, (low, high, _): (f64, f64, f64)) -> f64 {
    let span = if high > low { high - low } else { 1.0 };
    HEIGHT - BOTTOM - (value - low) / span * (HEIGHT - TOP - BOTTOM - 8.0)
}

fn place_of(chart: &Chart, at: usize) -> f64 {
    let room = (WIDTH - LEFT - RIGHT) / chart.labels.len().max(1) as f64;
    LEFT + room * (at as f64 + 0.5)
}

fn labels(chart: &Chart, out: &mut String) {
    for (at, label) in chart.labels.iter().enumerate() {
        out.push_str(&format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\n",
            place_of(chart, at),
            HEIGHT - BOTTOM + 18.0,
            escaped(label)
        ));
    }
}

fn lines(chart: &Chart, out: &mut String) {
    let scale = scale(chart);
    axis(chart, scale, &|value| height_of(value, scale), out);
    labels(chart, out);
    for series in &chart.series {
        let (colour, dashes) = stroke(series.role);
        let mut path = String::new();
        let mut dots = String::new();
        let mut pen_is_down = false;
        for (at, value) in series.values.iter().enumerate() {
            let Some(value) = value.filter(|value| value.is_finite()) else {
                // A year without a value is a gap, not a way to zero.
                pen_is_down = false;
                continue;
            };
            let (x, y) = (place_of(chart, at), height_of(value, scale));
            path.push_str(&format!("{}{x:.1} {y:.1}", if pen_is_down { 'L' } else { 'M' }));
            pen_is_down = true;
            if series.role == SeriesRole::Own {
                dots.push_str(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\" fill=\"{colour}\"/>"));
            } else {
                dots.push_str(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"#fff\" stroke=\"{colour}\"/>"));
            }
        }
        if !path.is_empty() {
            out.push_str(&format!(
                "<path d=\"{path}\" stroke=\"{colour}\" stroke-width=\"2\" fill=\"none\"{dashes}/>{dots}\n"
            ));
        }
    }
}

fn bars(chart: &Chart, out: &mut String) {
    let scale = scale(chart);
    axis(chart, scale, &|value| height_of(value, scale), out);
    labels(chart, out);
    let room = (WIDTH - LEFT - RIGHT) / chart.labels.len().max(1) as f64;
    let width = (room * 0.7 / chart.series.len().max(1) as f64).min(48.0);
    for (of, series) in chart.series.iter().enumerate() {
        let (colour, dashes) = stroke(series.role);
        let fill = if series.role == SeriesRole::Own { colour } else { "#fff" };
        for (at, value) in series.values.iter().enumerate() {
            let Some(value) = value.filter(|value| value.is_finite()) else { continue };
            let (zero, end) = (height_of(0.0_f64.max(scale.0), scale), height_of(value, scale));
            let x = place_of(chart, at) + width * (of as f64 - chart.series.len() as f64 / 2.0);
            out.push_str(&format!(
                "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{fill}\" stroke=\"{colour}\"{dashes}/>\n",
                zero.min(end),
                width - 2.0,
                (zero - end).abs()
            ));
        }
    }
}

fn spokes(chart: &Chart, out: &mut String) {
    let (low, high, step) = scale(chart);
    let (x, y, radius) = (WIDTH / 2.0, 224.0, 150.0);
    let count = chart.labels.len().max(1);
    let at = |place: usize, value: f64| {
        let (sine, cosine) = turned(place as f64 / count as f64);
        let length = radius * (value - low) / (high - low).max(step);
        (x + length * sine, y - length * cosine)
    };
    let ring = |value: &dyn Fn(usize) -> f64| {
        let corners = (0..count).map(|place| {
            let (x, y) = at(place, value(place));
            format!("{x:.1},{y:.1}")
        });
        corners.collect::<Vec<String>>().join(" ")
    };
    let rings = ((high - low) / step + 0.5).floor().clamp(1.0, 12.0) as i32;
    for of in 1..=rings {
        let value = low + step * f64::from(of);
        out.push_str(&format!("<polygon points=\"{}\" fill=\"none\" stroke=\"#dddad2\"/>\n", ring(&|_| value)));
    }
    for (place, label) in chart.labels.iter().enumerate() {
        let ((end_x, end_y), (text_x, text_y)) = (at(place, high), at(place, high + (high - low) * 0.12));
        let anchor = if text_x < x - 20.0 {
            "end"
        } else if text_x > x + 20.0 {
            "start"
        } else {
            "middle"
        };
        out.push_str(&format!(
            "<path d=\"M{x} {y}L{end_x:.1} {end_y:.1}\" stroke=\"#dddad2\"/><text x=\"{text_x:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text>\n",
            text_y + 4.0,
            escaped(label)
        ));
    }
    for series in &chart.series {
        let (colour, dashes) = stroke(series.role);
        let value = |place: usize| series.values.get(place).copied().flatten().filter(|value| value.is_finite()).unwrap_or(low);
        out.push_str(&format!(
            "<polygon points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{dashes}/>\n",
            ring(&value)
        ));
    }
}

/// Sine and cosine of a part of a whole turn, from 0 to 1, to nine digits: a quarter gives (1, 0). By series and not by the
/// machine's own functions, whose last digits differ.
fn turned(part: f64) -> (f64, f64) {
    let angle = (part - (part + 0.5).floor()) * std::f64::consts::TAU;
    let (mut sine, mut cosine) = (angle, 1.0);
    let (mut odd, mut even) = (angle, 1.0);
    for term in 1..=12 {
        let n = f64::from(2 * term);
        even *= -angle * angle / (n * (n - 1.0));
        odd *= -angle * angle / (n * (n + 1.0));
        cosine += even;
        sine += odd;
    }
    (sine, cosine)
}
