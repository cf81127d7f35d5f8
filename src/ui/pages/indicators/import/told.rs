//! What would be taken over: how much, what differs from present values, what is not understood; and the button that does it.

use super::picked::Picked;
use super::{columns, questions};
use crate::assessment::{Assessment, FigureSlot};
use crate::import::{Plan, Spot, Step, Taken};
use crate::indicators::Subject;
use crate::language::{codes, fill};
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The most rows of a list; the others are counted.
const SHOWN: usize = 100;

pub fn plan(kit: &Kit, assessment: &Assessment, picked: &Picked, plan: &Plan) -> Html {
    let words = kit.words();
    let count = |text: &str, n: usize| fill(text, &[("n", &n.to_string())]);
    let tags = [
        ("tag g", words.import_taken(), plan.taken.len()),
        (
            "tag w",
            words.import_converted(),
            plan.taken.iter().chain(&plan.conflicts).filter(|step| step.converted).count(),
        ),
        ("tag g", words.import_added(), plan.own.len()),
        ("tag", words.import_same(), plan.same),
        ("tag w", words.import_conflicts(), plan.conflicts.len()),
        ("tag b", words.import_unread(), plan.refused.len() + plan.refused_more),
        ("tag b", words.import_unknown(), plan.unknown.len()),
    ];
    let tags = tags.into_iter().filter(|(_, text, n)| *n > 0 || *text == words.import_taken());
    let changes = plan.changes(picked.replace);
    let confirm = if changes == 0 {
        words.import_nothing().to_owned()
    } else {
        counted(words.import_confirm(), words.import_confirm_with_own(), plan, picked.replace)
    };
    let choice = |act: &'static str, label: &'static str, on: bool| html! { <button type="button" class={classes!("btn", on.then_some("main"))} aria-pressed={on.to_string()} data-import={act}>{ label }</button> };
    let told = Told { kit, assessment, picked, plan };
    html! {
        <section class="stack-s" aria-labelledby="import-plan"><h3 id="import-plan">{ words.import_plan() }</h3>
            { questions::questions(kit, picked, plan) }
            <div class="tags">{ for tags.map(|(class, text, n)| html! { <span {class}>{ count(text, n) }</span> }) }</div>
            { told.list(count(words.import_taken(), plan.taken.len()), true, &[words.import_cell(), words.import_indicator(), words.import_what(), words.import_table(), words.import_read()], in_order(&plan.taken).map(|step| told.step(step, false))) }
            { told.list(count(words.import_conflicts(), plan.conflicts.len()), true, &[words.import_cell(), words.import_indicator(), words.import_what(), words.import_now(), words.import_table(), words.import_read()], in_order(&plan.conflicts).map(|step| told.step(step, true))) }
            if !plan.conflicts.is_empty() { <div class="row" role="group" aria-label={words.import_conflict_choice()}><span class="small">{ words.import_conflict_choice() }</span>{ choice("keep", words.import_keep(), !picked.replace) }{ choice("replace", words.import_replace(), picked.replace) }</div> }
            { told.list(count(words.import_unread(), plan.refused.len() + plan.refused_more), true, &[words.import_cell(), words.import_indicator(), words.import_what(), words.import_table(), words.import_reason()], plan.refused.iter().map(|refused| {
                let text = columns::in_words(kit, &refused.text);
                let name = refused.subject.map_or_else(String::new, |subject| told.subject(subject));
                vec![told.spot(refused.spot), name, columns::label(words, refused.column), text, say::not_imported(kit.language, refused)]
            })) }
            { told.list(count(words.import_unknown(), plan.unknown.len()), true, &[words.import_cell(), words.import_indicator(), words.import_reason()], plan.unknown.iter().map(|row| {
                vec![told.spot(row.spot), columns::in_words(kit, &row.name), words.by_code(&codes::REFUSED, row.reason.code()).to_owned()]
            })) }
            <div class="row"><button type="button" class="btn main" data-import="confirm" disabled={changes == 0}>{ confirm }</button></div>
        </section>
    }
}

/// How much is taken over: figures, and where there are any, indicators of one's own apart, as the counts above the lists.
pub fn counted(text: &str, with_own: &str, plan: &Plan, replace: bool) -> String {
    let n = (plan.changes(replace) - plan.own.len()).to_string();
    match plan.own.len() {
        0 => fill(text, &[("n", &n)]),
        own => fill(with_own, &[("n", &n), ("own", &own.to_string())]),
    }
}

/// What was converted stands before the rest.
fn in_order(steps: &[Step]) -> impl ExactSizeIterator<Item = &Step> {
    let (converted, plain): (Vec<&Step>, Vec<&Step>) = steps.iter().partition(|step| step.converted);
    [converted, plain].concat().into_iter()
}

struct Told<'a> {
    kit: &'a Kit,
    assessment: &'a Assessment,
    picked: &'a Picked,
    plan: &'a Plan,
}

impl Told<'_> {
    /// A list under its title; nothing where it is empty.
    fn list(&self, title: String, open: bool, headings: &[&'static str], rows: impl ExactSizeIterator<Item = Vec<String>>) -> Html {
        if rows.len() == 0 {
            return Html::default();
        }
        let more = rows.len().saturating_sub(SHOWN);
        let cells = |row: Vec<String>| html! { <tr>{ for row.into_iter().map(|cell| html! { <td>{ cell }</td> }) }</tr> };
        html! {
            <details {open}><summary>{ title.clone() }</summary>
                <div class="scroll" tabindex="0" role="group" aria-label={title}><table><thead><tr>{ for headings.iter().map(|heading| html! { <th scope="col">{ *heading }</th> }) }</tr></thead>
                    <tbody>{ for rows.take(SHOWN).map(cells) }</tbody></table></div>
                if more > 0 { <p class="small">{ fill(self.kit.words().import_more(), &[("n", &more.to_string())]) }</p> }
            </details>
        }
    }

    fn step(&self, step: &Step, differs: bool) -> Vec<String> {
        let kit = self.kit;
        let mut cells = vec![self.spot(step.spot), self.subject(step.subject), columns::label(kit.words(), step.column)];
        if differs {
            cells.push(step.present.as_ref().map_or_else(String::new, |present| say::taken(kit.language, present)));
        }
        let given = columns::in_words(kit, &step.given);
        cells.push(match &step.unit {
            Some(unit) => [given.as_str(), " ", &columns::in_words(kit, unit)].concat(),
            None => given,
        });
        let figure = matches!(step.value, Taken::Number(_) | Taken::Goal(_));
        let read = [
            say::taken(kit.language, &step.value),
            " ".to_owned(),
            if figure { self.unit(step.subject) } else { String::new() },
        ]
        .concat();
        cells.push(if step.converted {
            fill(kit.words().import_read_converted(), &[("value", read.trim())])
        } else {
            read.trim().to_owned()
        });
        cells
    }

    /// The unit its figures are in.
    fn unit(&self, subject: Subject) -> String {
        let kit = self.kit;
        let named = |unit: &str| kit.pack_words().unit(unit).to_owned();
        match subject {
            Subject::Input(slot) => named(&kit.pack.input(slot).unit),
            Subject::Indicator(FigureSlot::Catalogue(slot)) => named(&kit.pack.indicator(slot).unit),
            Subject::Indicator(FigureSlot::Own(at)) => {
                let there = &self.assessment.figures.own;
                let new = || self.plan.own.get(at.checked_sub(there.len())?).map(|own| &own.indicator);
                let own = there.get(at).or_else(new);
                own.map_or_else(String::new, |own| columns::in_words(kit, &own.unit))
            }
        }
    }

    fn subject(&self, subject: Subject) -> String {
        let kit = self.kit;
        match subject {
            Subject::Input(slot) => kit.pack_words().input(&kit.pack.input(slot).id).to_owned(),
            Subject::Indicator(FigureSlot::Own(at)) if at >= self.assessment.figures.own.len() => {
                let new = self.plan.own.get(at - self.assessment.figures.own.len());
                new.map_or_else(String::new, |own| columns::in_words(kit, &own.indicator.name))
            }
            Subject::Indicator(slot) => say::indicator_name(&kit.pack, self.assessment, kit.language, slot),
        }
    }

    /// The name of a cell, with its sheet's where there are several.
    fn spot(&self, spot: Spot) -> String {
        let table = self.picked.book.tables.get(spot.table).filter(|_| self.picked.book.tables.len() > 1);
        match table {
            Some(table) => [say::on_one_line(self.kit.language, &table.name), self.picked.book.cell_name(spot)].join(" "),
            None => self.picked.book.cell_name(spot),
        }
    }
}
