//! Categories of both against full marks and target, as bars and in figures, with process, results and total below.

use super::View;
use crate::comparison::TallyChange;
use crate::report::say;
use crate::scoring::{Assumption, Score, Tally, what_if};
use crate::ui::charts::{PairBars, pair_bars, pair_legend};
use yew::prelude::*;

pub(super) fn categories(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let text = kit.pack_words();
    // Beside another file the targets are marked; where they are what is compared with, they are the other bar.
    let plan = &view.assessment.improvement;
    let targets = view.other.is_some() && plan.targets.iter().any(Option::is_some);
    let targets = targets.then(|| what_if(&kit.pack, view.assessment, Assumption::Targets));
    let goal = |of: &dyn Fn(&Score) -> Tally| targets.as_ref().map(of);
    let heads = view.heads();
    let categories = view.found.categories.iter().map(|(slot, change)| {
        let category = kit.pack.category(*slot);
        let name = [&category.number, " ", text.category(&category.id)].concat();
        row(name, "", change, goal(&|score| score.categories[slot.0].tally), targets.is_some())
    });
    let rubrics = kit
        .pack
        .structure()
        .rubrics
        .iter()
        .zip(&view.found.rubrics)
        .enumerate()
        .map(|(at, (rubric, change))| {
            let name = text.rubric(&rubric.id).to_owned();
            row(name, "group", change, goal(&|score| score.rubrics[at]), targets.is_some())
        });
    html! {
        <section class="sheet long stack-s"><h2>{ words.compare_categories() }</h2>
            { pair_legend(heads[0], heads[1], targets.is_some().then_some(words.improvement_target())) }
            <div class="scroll" tabindex="0" role="group" aria-label={words.compare_categories()}><table class="pairs-of-bars">
                <thead><tr><th scope="col">{ words.column_category() }</th>{ for heads.iter().map(|head| html! { <th scope="col" class="r">{ *head }</th> }) }
                    if targets.is_some() { <th scope="col" class="r">{ words.improvement_target() }</th> }<th scope="col" class="r">{ words.compare_full() }</th></tr></thead>
                <tbody>{ for categories }{ for rubrics }{ row(words.total().to_owned(), "sum", &view.found.total, goal(&|score| score.total), targets.is_some()) }</tbody></table></div>
        </section>
    }
}

fn row(name: String, class: &'static str, change: &TallyChange, target: Option<Tally>, targets: bool) -> Html {
    let bars = PairBars {
        before: share(change.before),
        after: share(change.after),
        mark: target.map(share),
    };
    let max = if change.before.max == change.after.max {
        change.after.max.to_string()
    } else {
        [change.before.max.to_string(), change.after.max.to_string()].join(" → ")
    };
    html! {
        <tr {class}><th scope="row">{ name }{ pair_bars(&bars) }</th>
            <td class="r">{ change.before.points.to_string() }</td><td class="r"><b>{ change.after.points.to_string() }</b></td><td class="r">{ say::gained(change.gained()) }</td>
            if targets { <td class="r">{ target.map(|tally| tally.points.to_string()) }</td> }<td class="r">{ max }</td></tr>
    }
}

/// Thousandths of full marks.
fn share(tally: Tally) -> u64 {
    1000 * tally.points.hundredths() / tally.max.hundredths().max(1)
}
