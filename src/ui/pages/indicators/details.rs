//! One indicator in detail: what it is, how it is computed, its chart with the table, target range, rank, benchmark, origins, evidence,
//! gaps, and its statistics.

use super::statistics::statistics;
use super::{View, course, grid, own};
use crate::assessment::{Action, Assessment, Field, FigureChange, FigureSlot, FigureText, Goal, Origin, Referrer, Text, Whose, reference, text};
use crate::criteria::Aim;
use crate::indicators::{Cell, CellColumn, CellRow};
use crate::language::{Words, fill};
use crate::ui::fields::TextField;
use crate::ui::noting::About;
use crate::ui::parts::{REGISTER_LIST, cited, note_mark, register_list};
use yew::prelude::*;

/// An origin of data in words.
pub fn origin(words: &Words, origin: Origin) -> &'static str {
    match origin {
        Origin::Enterprise => words.grid_origin_enterprise(),
        Origin::Government => words.grid_origin_government(),
        Origin::Consumers => words.grid_origin_consumers(),
        Origin::Media => words.grid_origin_media(),
        Origin::ThirdParty => words.grid_origin_third_party(),
    }
}

fn whose(words: &Words, whose: Whose) -> &'static str {
    match whose {
        Whose::Competitor => words.grid_competitor(),
        Whose::Sector => words.grid_sector(),
        Whose::World => words.grid_world(),
    }
}

/// What a button of the details does.
pub fn press(assessment: &Assessment, slot: FigureSlot, act: &str, value: &str) -> Option<Action> {
    let record = assessment.figures.record(slot)?;
    let change = match act {
        "origin" => {
            let origin = Origin::ALL.into_iter().find(|origin| origin.word() == value)?;
            FigureChange::Origin(origin, !record.origins.contains(origin))
        }
        "whose" => {
            let whose = Whose::ALL.into_iter().find(|whose| whose.word() == value)?;
            FigureChange::BenchmarkWhose((record.benchmark.whose != Some(whose)).then_some(whose))
        }
        "computed" => FigureChange::Computed(!record.computed),
        _ => return None,
    };
    Some(Action::Figure(slot, change))
}

/// The cells of the table of the indicator that is open.
pub fn cells(view: &View<'_>) -> Vec<Vec<Cell>> {
    view.chosen.map_or_else(Vec::new, |slot| course::cells(view, slot))
}

pub fn details(view: &View<'_>, slot: FigureSlot) -> Html {
    let words = view.kit.words();
    let reading = view.results.indicators.iter().find(|reading| reading.slot == slot);
    let (Some(record), Some(reading)) = (view.assessment.figures.record(slot), reading) else {
        return Html::default();
    };
    let name = grid::row_name(view.kit, view.assessment, CellRow::Figure(slot));
    let cell = |column: CellColumn, label: &'static str| {
        let field = grid::field(view, 1, Cell::new(CellRow::Figure(slot), column), label.to_owned(), false);
        html! { <div class="field"><label aria-hidden="true">{ label }</label>{ field }</div> }
    };
    let gaps = view.years.iter().filter(|year| reading.series.at(**year).is_none() && reading.has_figure());
    let field = |kind: FigureText, value: Text, label: String| {
        let key = format!("{slot:?} {kind:?}");
        html! { <div class="field"><label aria-hidden="true">{ label.clone() }</label><TextField key={key.clone()} id={key.replace(['(', ')', ' '], "-")} slot={Field::Figure(slot, kind)} {value} lines={1} label={label} list={(kind == FigureText::Evidence).then(|| AttrValue::from(REGISTER_LIST))} /></div> }
    };
    let register = &view.assessment.evidence;
    let evidence = reference(register, Referrer::Figure(slot), &record.evidence);
    let gap = |year: i32| record.gaps.at(year).cloned().unwrap_or_else(|| text(""));
    let range = grid::unit_and_aim(view.kit, view.assessment, slot).1 == Aim::Range || matches!(record.target, Some(Goal::Within { .. }));
    html! {
        <section class="sheet stack-s"><div class="row head"><h2>{ name.clone() }</h2>{ note_mark(view.kit, About::Figure(slot)) }</div>
            { own::edit(view, slot) }
            { formula(view, slot, record.computed) }
            { course::large(view, reading, &name) }
            { course::table(view, reading) }
            <div class="form">
                if range { { cell(CellColumn::Low, words.grid_target_low()) }{ cell(CellColumn::High, words.grid_target_high()) } }
                { cell(CellColumn::Place, words.grid_rank()) }{ cell(CellColumn::Of, words.grid_rank_of()) }
                { field(FigureText::BenchmarkName, record.benchmark.name.clone(), words.grid_benchmark_name().to_owned()) }
                { field(FigureText::Evidence, record.evidence.clone(), words.grid_evidence().to_owned()) }
                { register_list(register) }
                { for gaps.map(|year| field(FigureText::Gap(*year), gap(*year), fill(words.grid_gap(), &[("year", &year.to_string())]))) }
            </div>
            { buttons(words.grid_whose(), Whose::ALL.map(|one| ("whose", one.word(), whose(words, one), record.benchmark.whose == Some(one))).into_iter()) }
            { buttons(words.grid_origins(), Origin::ALL.map(|one| ("origin", one.word(), origin(words, one), record.origins.contains(one))).into_iter()) }
            { cited(view.kit, register, view.id, evidence.as_ref()) }
            { statistics(view, slot) }
        </section>
    }
}

/// Buttons that are pressed or not: act, value, label, whether it is.
fn buttons(name: &'static str, all: impl Iterator<Item = (&'static str, &'static str, &'static str, bool)>) -> Html {
    let one = |(act, value, label, on): (&str, &str, &'static str, bool)| {
        let act = [act, value].join(" ");
        html! { <button type="button" class={classes!("btn", on.then_some("main"))} aria-pressed={on.to_string()} data-act={act}>{ label }</button> }
    };
    html! { <div class="row" role="group" aria-label={name}><span class="small">{ name }</span>{ for all.map(one) }</div> }
}

/// The formula in words, and whether it is used.
fn formula(view: &View<'_>, slot: FigureSlot, computed: bool) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let FigureSlot::Catalogue(catalogue) = slot else { return Html::default() };
    let indicator = kit.pack.indicator(catalogue);
    let told = kit.pack_words().indicator_formula(&indicator.id);
    html! {
        <><p class="small"><b>{ words.grid_formula() }</b>{ words.colon() }{ told.to_owned() }</p>
            if indicator.formula.is_some() { <div class="row"><button type="button" class={classes!("btn", computed.then_some("main"))} aria-pressed={computed.to_string()} data-act="computed on">{ words.grid_compute() }</button></div> }</>
    }
}
