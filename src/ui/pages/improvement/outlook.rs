//! What the assessment would be worth: now, with actions done, with targets met, with both; in all and by category.

use super::View;
use crate::scoring::{Assumption, Score, score, what_if};
use yew::prelude::*;

pub(super) fn outlook(view: &View<'_>) -> Html {
    let (kit, words, assessment) = (view.kit, view.kit.words(), view.assessment);
    if assessment.improvement.is_blank() {
        return Html::default();
    }
    let under = |assumption| what_if(&kit.pack, assessment, assumption);
    let scores = [
        score(&kit.pack, assessment),
        under(Assumption::Actions),
        under(Assumption::Targets),
        under(Assumption::Both),
    ];
    let head = [
        words.improvement_now(),
        words.improvement_with_actions(),
        words.improvement_with_targets(),
        words.improvement_with_both(),
    ];
    let cells = |of: &dyn Fn(&Score) -> String| html! { <>{ for scores.iter().map(|score| html! { <td class="r">{ of(score) }</td> }) }</> };
    let rows = kit.pack.categories().filter(|(slot, _)| scores[0].categories[slot.0].items > 0).map(|(slot, category)| {
        html! {
            <tr><th scope="row">{ [&category.number, " ", kit.pack_words().category(&category.id)].concat() }</th>
                { cells(&|score| score.categories[slot.0].tally.points.to_string()) }<td class="r">{ scores[0].categories[slot.0].tally.max.to_string() }</td></tr>
        }
    });
    html! {
        <section class="sheet stack-s"><h2>{ words.improvement_outlook_title() }</h2>
            <div class="scroll" tabindex="0" role="group" aria-label={words.improvement_outlook_title()}><table>
                <thead><tr><th scope="col">{ words.column_category() }</th>{ for head.into_iter().map(|title| html! { <th scope="col" class="r">{ title }</th> }) }<th scope="col" class="r">{ words.column_max() }</th></tr></thead>
                <tbody>{ for rows }<tr class="sum"><th scope="row">{ words.total() }</th>{ cells(&|score| score.total.points.to_string()) }<td class="r">{ scores[0].total.max.to_string() }</td></tr></tbody></table></div>
            <p class="small">{ words.improvement_outlook_note() }</p></section>
    }
}
