//! The ladder of the projected page: bands with their ends, every rating as a name above it, the range, the median, what is agreed. Marks
//! differ in shape and words, so that they can be told apart without colour.

use crate::criteria::Rubric;
use crate::language::{Language, fill};
use crate::panel::room::{Mark, places};
use crate::panel::{ItemReading, PanelReading};
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The drawing is so wide, and 0 % and 100 % lie so far from its edges.
const WIDTH: f64 = 1600.0;
const EDGE: f64 = 50.0;
/// The height of a name, and of its row. The drawing is as wide as the page, so a name is 1/24 of the picture's height or more.
const NAME: f64 = 42.0;
const ROW: f64 = 52.0;
/// More rows than these are drawn as numbers of people.
const MOST_ROWS: usize = 5;
/// The longest name in signs of Chinese.
const LONGEST: f64 = 7.0;

/// Where a percentage lies from the left.
fn across(percent: f64) -> f64 {
    EDGE + percent * (WIDTH - 2.0 * EDGE) / 100.0
}

fn number(value: f64) -> String {
    (value.round() as i64).to_string()
}

/// How wide a text is, in signs of Chinese.
fn signs(text: &str) -> f64 {
    text.chars().map(|sign| if sign.is_ascii() { 0.68 } else { 1.0 }).sum()
}

/// A text cut to what is shown of it.
fn short(text: &str) -> String {
    if signs(text) <= LONGEST {
        return text.to_owned();
    }
    let mut cut = String::new();
    for sign in text.chars() {
        if signs(&cut) + 1.0 > LONGEST {
            break;
        }
        cut.push(sign);
    }
    cut.push('…');
    cut
}

/// What stands above the ladder, with the percentage it belongs to.
fn names(kit: &Kit, reading: &PanelReading, item: &ItemReading, anonymous: bool) -> Vec<(u8, String)> {
    let own = item.ratings.iter().map(|rating| {
        let name = reading.assessors.get(rating.assessor).filter(|_| reading.lettered);
        let told = match name {
            Some(found) if anonymous => found.letter.clone(),
            Some(found) => short(&say::assessor(kit.language, found, false)),
            None => rating.percent.to_string(),
        };
        (rating.percent.value(), told)
    });
    let mut own: Vec<(u8, String)> = own.collect();
    crate::order::sort_by_key(&mut own, |(percent, _)| *percent);
    let rows = places(&marks(&own), 0.0, WIDTH).iter().map(|place| place.row + 1).max().unwrap_or(0);
    if rows <= MOST_ROWS {
        return own;
    }
    let mut counted: Vec<(u8, usize)> = Vec::new();
    for (percent, _) in &own {
        match counted.last_mut() {
            Some((last, count)) if last == percent => *count += 1,
            _ => counted.push((*percent, 1)),
        }
    }
    let told = |(percent, count): (u8, usize)| {
        let (rate, n) = ([&percent.to_string(), "%"].concat(), count.to_string());
        (percent, fill(kit.words().room_people(), &[("percent", &rate), ("n", &n)]))
    };
    counted.into_iter().map(told).collect()
}

fn marks(names: &[(u8, String)]) -> Vec<Mark> {
    let mark = |(percent, told): &(u8, String)| Mark {
        at: across(f64::from(*percent)),
        width: signs(told) * NAME + 26.0,
    };
    names.iter().map(mark).collect()
}

/// The drawing, with `label` for who cannot see it.
pub(super) fn ladder(kit: &Kit, reading: &PanelReading, item: &ItemReading, anonymous: bool, label: String) -> Html {
    let names = names(kit, reading, item, anonymous);
    let marks = marks(&names);
    let places = places(&marks, 0.0, WIDTH);
    let rows = places.iter().map(|place| place.row + 1).max().unwrap_or(1);
    let line = rows as f64 * ROW + 22.0;
    let chips = names.iter().zip(&marks).zip(&places).map(|(((percent, told), mark), place)| {
        let bottom = line - 18.0 - place.row as f64 * ROW;
        let at = number(across(f64::from(*percent)));
        html! {
            <g><circle class="point" cx={at} cy={number(line)} r="9" />
                <rect class="plate" x={number(place.middle - mark.width / 2.0 + 3.0)} y={number(bottom - ROW + 6.0)} width={number(mark.width - 6.0)} height={number(ROW - 6.0)} rx="8" />
                <text class="name" x={number(place.middle)} y={number(bottom - 8.0)}>{ told.clone() }</text></g>
        }
    });
    // Below all names, so that none is crossed out.
    let leads = names.iter().zip(&places).map(|((percent, _), place)| {
        let bottom = line - 18.0 - place.row as f64 * ROW;
        html! { <line class="to" x1={number(place.middle)} y1={number(bottom)} x2={number(across(f64::from(*percent)))} y2={number(line)} /> }
    });
    let range = item.spread.filter(|spread| spread.count > 1).map(|spread| {
        let (low, high) = (across(f64::from(spread.lowest)), across(f64::from(spread.highest)));
        html! { <path class="range" d={format!("M{} {}v16M{} {}h{}M{} {}v16", number(low), number(line + 78.0), number(low), number(line + 86.0), number(high - low), number(high), number(line + 78.0))} /> }
    });
    let median = item.spread.map(|spread| {
        let median = crate::ui::pages::panel::dots::number(spread.median);
        let told = fill(kit.words().room_median(), &[("median", &median)]);
        pointer("median", across(spread.median), line + 100.0, &told)
    });
    let agreed = item.standing.percent().map(|percent| {
        let told = fill(kit.words().room_agreed(), &[("percent", &percent.to_string())]);
        pointer("seal", across(f64::from(percent.value())), line + 160.0, &told)
    });
    // What is agreed has its row only once there is something.
    let height = number(line + if item.standing.percent().is_some() { 214.0 } else { 152.0 });
    html! {
        <svg class="room-ladder" viewBox={format!("0 0 {} {height}", number(WIDTH))} role="img" aria-label={label}>
            { for bands(kit.language, kit.pack.rubric_of(item.item), line) }{ for range }{ for leads }{ for chips }{ for median }{ for agreed }
        </svg>
    }
}

/// A triangle that points upwards, with its words beside it.
fn pointer(class: &'static str, at: f64, top: f64, told: &str) -> Html {
    let wide = signs(told) * NAME;
    // Beside the mark on the side where there is room.
    let (anchor, x) = if at + 26.0 + wide > WIDTH { ("end", at - 24.0) } else { ("start", at + 24.0) };
    html! { <g class={class}><polygon points="0,0 16,34 -16,34" transform={format!("translate({} {})", number(at), number(top))} />
    <text class="name" text-anchor={anchor} x={number(x)} y={number(top + 36.0)}>{ told.to_owned() }</text></g> }
}

fn bands(language: Language, rubric: &Rubric, line: f64) -> Vec<Html> {
    let band = |(at, band): (usize, &crate::criteria::Band)| {
        let first = if at == 0 { band.from } else { rubric.bands[at - 1].to };
        let (left, right) = (across(f64::from(first)), across(f64::from(band.to)));
        let told = language.band(band.from, band.to);
        html! { <g><rect class={format!("band-{}", at.min(5))} x={number(left)} y={number(line)} width={number(right - left - 4.0)} height="18" />
        <text class="band" x={number((left + right) / 2.0)} y={number(line + 54.0)}>{ told }</text></g> }
    };
    rubric.bands.iter().enumerate().map(band).collect()
}
