//! Files of which somebody has to say whether they count: of people on no list, and two of one person side by side.

use super::View;
use super::acts::step;
use super::desk::Desk;
use crate::browser::page;
use crate::language::fill;
use crate::panel::{Collected, PanelAction, Question, counting};
use crate::ui::fields::{Entry, options, select};
use crate::ui::kit::Kit;
use yew::prelude::*;

pub(super) fn questions(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let questions = view.desk.questions();
    if questions.is_empty() || view.panel.opened {
        return Html::default();
    }
    if view.held.anonymous {
        let n = questions.len().to_string();
        return html! { <p class="why">{ fill(words.workshop_asked_unnamed(), &[("n", &n)]) }</p> };
    }
    html! {
        <div class="stack-s why" role="group" aria-labelledby="asked"><h3 id="asked">{ words.workshop_asked_title() }</h3><p class="small">{ words.workshop_asked_note() }</p>
            { for questions.iter().enumerate().map(|(at, question)| match question {
                Question::NotListed(sheet) => not_listed(view, at, sheet),
                Question::Twice(one, other) => twice(view, at, question, [one, other]),
            }) }</div>
    }
}

fn not_listed(view: &View<'_>, at: usize, sheet: &Collected) -> Html {
    let words = view.kit.words();
    let (rated, assigned) = (sheet.sheet.rated().to_string(), sheet.sheet.assigned.len().to_string());
    let name = sheet.sheet.assessor.to_string();
    let values = [("assessor", name.as_str()), ("file", &sheet.file), ("rated", &rated), ("assigned", &assigned)];
    let missing = view
        .held
        .members
        .iter()
        .filter(|member| !view.panel.sheets.iter().any(|sheet| *sheet.sheet.assessor == *member.name));
    let entries: Vec<Entry> = std::iter::once(Entry {
        value: String::new(),
        label: fill(words.workshop_count_it(), &[("assessor", &name)]),
        chosen: true,
    })
    .chain(missing.map(|member| Entry {
        value: member.name.clone(),
        label: fill(words.workshop_count_as(), &[("name", &member.name)]),
        chosen: false,
    }))
    .collect();
    let id = format!("asked-{at}");
    html! {
        <div class="stack-xs"><p>{ fill(words.workshop_not_listed(), &values) }</p>
            <div class="row"><label class="hidden" for={id.clone()}>{ words.workshop_count_which() }</label>{ select(id, "short", None, options(entries.into_iter()), |_| {}) }
                <button type="button" class="btn" data-act={format!("ask-count {at}")}>{ words.workshop_count_one() }</button>
                <button type="button" class="btn quiet" data-act={format!("ask-out {at}")}>{ words.workshop_leave_out() }</button></div></div>
    }
}

/// What two sheets say differently, and a button for each.
fn twice(view: &View<'_>, at: usize, question: &Question, both: [&Collected; 2]) -> Html {
    let words = view.kit.words();
    let differing = question.differing();
    let values = [("assessor", &*question.assessor().to_string()), ("n", &*differing.len().to_string())];
    let cell = |sheet: &Collected, item| {
        let judgement = sheet.sheet.judgement(item);
        let percent = judgement.percent.map_or_else(|| words.none().to_owned(), |percent| percent.to_string());
        let told = [&judgement.strengths, &judgement.opportunities, &judgement.remark];
        let told: Vec<&str> = told.into_iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        html! { <td><b>{ percent }</b>{ " " }<small class="written">{ told.join(" / ") }</small></td> }
    };
    html! {
        <div class="stack-xs"><p>{ fill(words.workshop_twice(), &values) }</p>
            <div class="scroll"><table class="slim"><thead><tr><th scope="col">{ words.workshop_column_item() }</th>{ for both.iter().map(|sheet| html! { <th scope="col">{ sheet.file.to_string() }</th> }) }</tr></thead>
                <tbody>{ for differing.iter().map(|item| html! { <tr><th scope="row">{ view.item_name(*item) }</th>{ for both.iter().map(|sheet| cell(sheet, *item)) }</tr> }) }</tbody></table></div>
            <div class="row">{ for both.iter().enumerate().map(|(which, sheet)| html! {
                <button type="button" class="btn" data-act={format!("ask-use{which} {at}")}>{ fill(words.workshop_use_file(), &[("file", &sheet.file)]) }</button> }) }
                <button type="button" class="btn quiet" data-act={format!("ask-out {at}")}>{ words.workshop_leave_out() }</button></div></div>
    }
}

/// Answers the question at a place: `count`, `use0`, `use1` or `out`.
pub(super) fn answer(kit: &Kit, desk: &Desk, at: usize, answer: &str) {
    let name = page::value(&format!("asked-{at}"));
    let (Some(held), Some(question)) = (desk.held(), desk.answered(at)) else {
        return;
    };
    let chosen = match (answer, &question) {
        ("count", Question::NotListed(sheet)) | ("use0", Question::Twice(sheet, _)) | ("use1", Question::Twice(_, sheet)) => sheet,
        _ => return,
    };
    let name = if name.is_empty() { question.assessor() } else { &*name };
    step(kit, desk, &PanelAction::Sheets(counting(&held.record.panel.sheets, chosen, name)));
}
