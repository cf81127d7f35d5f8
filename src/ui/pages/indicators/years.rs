//! Which years are shown.

use crate::assessment::{Action, Assessment, Window};
use crate::browser::clock;
use crate::ui::fields::{Entry, options, select};
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The years shown: those asked for, else those that have a value, else three up to the one before the application.
pub fn window(assessment: &Assessment) -> Window {
    let figures = &assessment.figures;
    if let Some(window) = figures.window {
        return window;
    }
    let records = figures
        .indicators
        .iter()
        .map(|record| &record.values)
        .chain(figures.own.iter().map(|own| &own.record.values));
    let all: Vec<i32> = records
        .chain(figures.inputs.iter().map(|input| &**input))
        .flat_map(|values| values.iter().map(|(year, _)| year))
        .collect();
    let last = assessment
        .eligibility
        .application_date
        .map_or_else(|| clock::today().to_string(), |day| day.to_string());
    let before = last.get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or(2016) - 1;
    let (first, last) = (all.iter().copied().min().unwrap_or(before - 2), all.iter().copied().max().unwrap_or(before));
    let count = u8::try_from(last - first + 1).unwrap_or(Window::MOST).clamp(3, Window::MOST);
    Window::new(first, count).or(Window::new(2014, 3)).expect("these years are within bounds")
}

/// The last year shown.
pub fn last(assessment: &Assessment) -> i32 {
    window(assessment).last()
}

/// First year and number of years.
pub fn fields(kit: &Kit, window: Window) -> Html {
    let words = kit.words();
    let set = |make: fn(Window, i32) -> Option<Window>| {
        let store = kit.store.clone();
        move |value: String| {
            if let Some(window) = value.parse().ok().and_then(|value| make(window, value)) {
                store.dispatch(Action::Years(Some(window)));
            }
        }
    };
    let first = set(|window, first| Window::new(first, window.count()));
    let count = set(|window, count| Window::new(window.first(), count.try_into().ok()?));
    let numbers = |from: i32, to: i32, chosen: i32| {
        options((from..=to).map(|number| Entry {
            value: number.to_string(),
            label: number.to_string(),
            chosen: number == chosen,
        }))
    };
    let years = i32::from(window.count());
    html! {
        <div class="row"><label for="first-year">{ words.grid_first_year() }</label>
            { select("first-year".to_owned(), "short", None, numbers(window.first() - 12, window.first() + 12, window.first()), first) }
            <label for="year-count">{ words.grid_years() }</label>
            { select("year-count".to_owned(), "short", None, numbers(3, years.max(5), years), count) }</div>
    }
}
