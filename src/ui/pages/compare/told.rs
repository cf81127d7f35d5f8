//! The totals of both in words: gained and lost, and what makes them hard to compare.

use super::View;
use crate::language::fill;
use crate::report::say;
use crate::scoring::{ItemScore, Maximum};
use yew::prelude::*;

pub(super) fn told(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let total = &view.found.total;
    let values = [
        ("before", total.before.points.to_string()),
        ("after", total.after.points.to_string()),
        ("max", total.after.max.to_string()),
        ("before_max", total.before.max.to_string()),
        ("after_max", total.after.max.to_string()),
        ("gained", say::gained(total.gained())),
    ];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    let same = total.before.max == total.after.max;
    let text = if same { words.compare_total_told() } else { words.compare_total_maxima() };
    html! {
        <section class="sheet stack-s" aria-labelledby="total"><h2 id="total">{ fill(text, &values) }</h2>
            <p>{ parts(view) }</p>
            { for remarks(view).into_iter().map(|remark| html! { <p class="small">{ remark }</p> }) }
        </section>
    }
}

/// What was gained and what was lost.
fn parts(view: &View<'_>) -> String {
    let words = view.kit.words();
    let ((gained, more), (lost, less)) = view.found.gained_and_lost();
    if view.other.is_none() {
        let values = [
            ("after", view.found.total.after.points.to_string()),
            ("gained", say::gained(gained).replace('+', "")),
            ("n", more.to_string()),
        ];
        return fill(words.compare_gap_told(), &values.each_ref().map(|(key, value)| (*key, value.as_str())));
    }
    let values = [
        ("more", more.to_string()),
        ("gained", say::gained(gained)),
        ("less", less.to_string()),
        ("lost", say::gained(-lost)),
    ];
    fill(words.compare_parts_told(), &values.each_ref().map(|(key, value)| (*key, value.as_str())))
}

fn remarks(view: &View<'_>) -> Vec<String> {
    let words = view.kit.words();
    let mut all = Vec::new();
    let kinds = [view.before, view.after].map(|assessment| assessment.organisation.kind);
    if let [Some(before), Some(after)] = kinds
        && before != after
    {
        let (before, after) = (say::kind(view.kit.language, before), say::kind(view.kit.language, after));
        all.push(fill(words.compare_kinds(), &[("before", before), ("after", after)]));
    }
    let open = |score: &ItemScore| matches!(score.maximum, Maximum::Counted(_)) && score.percent.is_none();
    let items = &view.found.items;
    let mut unrated = vec![(words.compare_unrated_this(), items.iter().filter(|item| open(&item.after)).count())];
    if view.other.is_some() {
        unrated.insert(0, (words.compare_unrated_other(), items.iter().filter(|item| open(&item.before)).count()));
    }
    for (text, n) in unrated.into_iter().filter(|(_, n)| *n > 0) {
        all.push(fill(text, &[("n", &n.to_string())]));
    }
    all
}
