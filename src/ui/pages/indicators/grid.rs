//! The grid: a row for each indicator, a cell for each year, target and benchmark, its course and what is judged of it.

use super::cell::{Cell, Column, Row};
use super::{View, unit};
use crate::assessment::{Assessment, FigureSlot, Goal};
use crate::criteria::Aim;
use crate::indicators::{Evidence, FigureFinding, IndicatorReading, Judgement, Standing, Subject};
use crate::language::fill;
use crate::report::say;
use crate::ui::charts::course;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The indicators of the item: those meant for the kind of applicant, and others that have a figure.
pub fn shown<'a>(view: &'a View<'_>) -> impl Iterator<Item = &'a IndicatorReading> {
    let item = view.item;
    let here = move |reading: &&IndicatorReading| reading.place.is_some_and(|(of, _)| of == item);
    view.results
        .indicators
        .iter()
        .filter(here)
        .filter(|reading| reading.applies || reading.has_figure())
}

/// The names of the cells by row, for moving about and pasting.
pub fn names(view: &View<'_>) -> Vec<Vec<String>> {
    shown(view)
        .map(|reading| {
            columns(view)
                .map(|column| {
                    Cell {
                        row: Row::Figure(reading.slot),
                        column,
                    }
                    .name()
                })
                .collect()
        })
        .collect()
}

fn columns<'a>(view: &'a View<'_>) -> impl Iterator<Item = Column> + 'a {
    let last = view.years.last().copied().unwrap_or(0);
    view.years
        .iter()
        .map(|year| Column::Year(*year))
        .chain([Column::Target, Column::Benchmark(last)])
}

/// The name of a row.
pub fn row_name(kit: &Kit, assessment: &Assessment, row: Row) -> String {
    match row {
        Row::Figure(slot) => say::indicator_name(&kit.pack, assessment, kit.language, slot),
        Row::Input(slot) => kit.pack_words().input(&kit.pack.input(slot).id).to_owned(),
    }
}

pub fn grid(view: &View<'_>) -> Html {
    let words = view.kit.words();
    if shown(view).next().is_none() {
        return html! { <section class="sheet"><p>{ words.grid_nothing }</p></section> };
    }
    html! {
        <section class="sheet"><div class="scroll" tabindex="0" role="group" aria-label={words.grid_title}><table class="grid">
            <thead><tr><th scope="col">{ words.grid_indicator }</th><th scope="col">{ words.grid_unit }</th>{ for view.years.iter().map(|year| html! { <th scope="col" class="r">{ year.to_string() }</th> }) }
                <th scope="col" class="r">{ words.grid_target }</th><th scope="col" class="r">{ words.grid_benchmark }</th><th scope="col">{ words.grid_course }</th><th scope="col">{ words.grid_judgement }</th></tr></thead>
            <tbody>{ for shown(view).map(|reading| row(view, reading)) }</tbody>
        </table></div></section>
    }
}

fn row(view: &View<'_>, reading: &IndicatorReading) -> Html {
    let (kit, words, assessment) = (view.kit, view.kit.words(), view.assessment);
    let name = row_name(kit, assessment, Row::Figure(reading.slot));
    let (unit_name, aim) = match reading.slot {
        FigureSlot::Catalogue(slot) => {
            let indicator = kit.pack.indicator(slot);
            (unit(&kit.pack, kit, &indicator.unit).to_owned(), indicator.direction)
        }
        FigureSlot::Own(at) => {
            let own = &assessment.figures.own[at];
            (own.unit.to_string(), own.direction)
        }
    };
    let (arrow, meaning) = match aim {
        Aim::Higher => ("↑", words.grid_higher),
        Aim::Lower => ("↓", words.grid_lower),
        Aim::Range => ("◇", words.grid_range),
    };
    let findings: Vec<&FigureFinding> = view
        .results
        .findings
        .iter()
        .filter(|finding| finding.subject == Subject::Indicator(reading.slot))
        .collect();
    let record = assessment.figures.record(reading.slot);
    let origins: Vec<&str> = record
        .into_iter()
        .flat_map(|record| record.origins.iter())
        .map(|origin| super::details::origin(words, origin))
        .collect();
    let evidence = record.map_or("", |record| &*record.evidence);
    let about: Vec<&str> = origins.into_iter().chain((!evidence.is_empty()).then_some(evidence)).collect();
    let key = Cell {
        row: Row::Figure(reading.slot),
        column: Column::Target,
    }
    .name();
    let key = key.trim_end_matches("/t").to_owned();
    let open = view.chosen == Some(reading.slot);
    let target = record.and_then(|record| record.target).and_then(|goal| match goal {
        Goal::Value(value) => Some(value),
        Goal::Within { .. } => None,
    });
    html! {
        <tr key={key.clone()}>
            <th scope="row"><button type="button" class="btn quiet" data-act={format!("details {key}")} aria-expanded={open.to_string()} aria-label={fill(words.grid_details_of, &[("name", &name)])}>{ name.clone() }</button>
                if !about.is_empty() { <div class="small muted">{ about.join(" · ") }</div> }</th>
            <td class="small">{ unit_name }{ " " }<span title={meaning} aria-hidden="true">{ arrow }</span><span class="hidden">{ meaning }</span></td>
            { for columns(view).map(|column| field(view, reading, column, &name, &findings)) }
            <td>{ course(&reading.series, &reading.benchmark, target, chart_label(view, reading, &name)) }</td>
            <td class="judged">{ judgement(view, reading, &findings) }</td>
        </tr>
    }
}

fn field(view: &View<'_>, reading: &IndicatorReading, column: Column, name: &str, findings: &[&FigureFinding]) -> Html {
    let words = view.kit.words();
    let cell = Cell {
        row: Row::Figure(reading.slot),
        column,
    };
    let (label, year) = match column {
        Column::Year(year) => (fill(words.grid_value_of, &[("name", name), ("year", &year.to_string())]), Some(year)),
        Column::Benchmark(year) => (fill(words.grid_benchmark_of, &[("name", name), ("year", &year.to_string())]), None),
        Column::Target | Column::Projected => (fill(words.grid_target_of, &[("name", name)]), None),
    };
    if let (true, Some(year)) = (reading.computed, year) {
        let decimals = cell.decimals(&view.kit.pack, view.assessment);
        let value = reading.series.at(year).map_or_else(String::new, |value| say::figure_number(value, decimals));
        return html! { <td class="r" title={words.grid_computed}>{ value }</td> };
    }
    let odd = year.is_some_and(|year| findings.iter().any(|finding| finding.year == Some(year)));
    html! { <td>{ input(view, cell, label, odd) }</td> }
}

/// The field of a cell. `odd` marks a value that does not fit.
pub fn input(view: &View<'_>, cell: Cell, label: String, odd: bool) -> Html {
    let name = cell.name();
    let value = match &view.writing {
        Some((writing, text)) if *writing == name => text.clone(),
        _ => cell.shown(&view.kit.pack, view.assessment),
    };
    html! { <input class={classes!("input", "figure", odd.then_some("invalid"))} type="text" inputmode="decimal" autocomplete="off" id={name.clone()} data-cell={name} {value} aria-label={label} /> }
}

/// The values in words, for those who cannot see the chart.
fn chart_label(view: &View<'_>, reading: &IndicatorReading, name: &str) -> String {
    let words = view.kit.words();
    let values: Vec<String> = reading
        .series
        .known()
        .iter()
        .map(|(year, value)| fill(words.grid_chart_value, &[("year", &year.to_string()), ("value", &value.to_string())]))
        .collect();
    fill(words.grid_chart, &[("name", name), ("values", &values.join(words.list_separator))])
}

/// In a few words: where it goes, how it stands, and how many things do not fit.
fn judgement(view: &View<'_>, reading: &IndicatorReading, findings: &[&FigureFinding]) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let Some(statistics) = &reading.statistics else {
        return html! { <span class="tag">{ words.grid_no_figure }</span> };
    };
    if reading.direction.is_none() {
        return html! { <span class="tag">{ words.grid_neutral }</span> };
    }
    let firm = statistics.trend.evidence == Evidence::Firm;
    let (class, course) = match statistics.trend.judgement {
        Judgement::Improving if firm => ("tag g", words.grid_improving),
        Judgement::Improving => ("tag g", words.grid_improving_weak),
        Judgement::Worsening if firm => ("tag b", words.grid_worsening),
        Judgement::Worsening => ("tag b", words.grid_worsening_weak),
        Judgement::Flat => ("tag", words.grid_flat),
        Judgement::Mixed => ("tag w", words.grid_mixed),
        Judgement::TooShort => ("tag", words.grid_too_short),
    };
    let standing = statistics.comparison.as_ref().map(|comparison| match comparison.latest {
        Standing::Leads => ("tag g", words.grid_leads),
        Standing::Level => ("tag", words.grid_level),
        Standing::Behind => ("tag w", words.grid_behind),
    });
    let target = statistics.target.map(|level| {
        if level.met {
            ("tag g", words.grid_target_met)
        } else {
            ("tag w", words.grid_target_missed)
        }
    });
    let tags = std::iter::once((class, course)).chain(standing).chain(target);
    html! {
        <><div class="tags">{ for tags.map(|(class, text)| html! { <span {class}>{ text }</span> }) }</div>
            { for findings.iter().map(|finding| html! { <div class="small problem">{ say::figure_finding(&kit.pack, view.assessment, kit.language, finding) }</div> }) }</>
    }
}
