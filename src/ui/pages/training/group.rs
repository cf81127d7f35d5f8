//! Trainees side by side: for every case that two or more have done a table of deviations, with mean shifts below, and what to talk about above.

use super::record::name;
use super::records::Kept;
use crate::language::fill;
use crate::panel::{GroupItem, REFERENCE_TOLERANCE, TrainingGroup, TrainingRecord, training_groups};
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The groups of the records that can be read.
pub(super) fn section(kit: &Kit, records: &[Kept]) -> Html {
    let words = kit.words();
    let read: Vec<TrainingRecord> = records.iter().filter_map(|(_, read)| Some(read.as_ref().ok()?.record.clone())).collect();
    let groups = training_groups(&read, REFERENCE_TOLERANCE);
    let together: Vec<&TrainingGroup> = groups.iter().filter(|group| group.trainees.len() > 1).collect();
    html! {
        <section class="sheet stack" aria-labelledby="group">
            <div class="stack-s"><h2 id="group">{ words.training_group_title() }</h2>
                <p class="small">{ if together.is_empty() { words.training_group_none() } else { words.training_group_note() } }</p></div>
            { for together.into_iter().map(|found| group(kit, found)) }
        </section>
    }
}

fn group(kit: &Kit, group: &TrainingGroup) -> Html {
    let words = kit.words();
    let title = fill(words.training_group_of(), &[("case", &group.title), ("n", &group.trainees.len().to_string())]);
    let points = REFERENCE_TOLERANCE.to_string();
    let named = |places: &[usize]| {
        let names: Vec<String> = places.iter().map(|at| item_name(kit, &group.items[*at])).collect();
        names.join(words.term_list())
    };
    let differ = match group.diverging.is_empty() {
        true => fill(words.training_group_agree(), &[("points", &points)]),
        false => fill(words.training_group_diverging(), &[("points", &points), ("items", &named(&group.diverging))]),
    };
    let together = (!group.off_together.is_empty()).then(|| fill(words.training_group_off_together(), &[("items", &named(&group.off_together))]));
    html! {
        <div class="stack-s" key={group.case.to_string()}><h3>{ title.clone() }</h3>
            <p>{ differ }</p>{ for together.map(|text| html! { <p>{ text }</p> }) }
            { table(kit, group, title) }
        </div>
    }
}

fn table(kit: &Kit, group: &TrainingGroup, label: String) -> Html {
    let words = kit.words();
    let names = group.trainees.iter().map(|trainee| name(kit, &trainee.name));
    let heads = [
        ("", words.training_column_item().to_owned()),
        ("r", words.training_column_reference().to_owned()),
    ];
    let ends = [
        ("r", words.training_group_mean().to_owned()),
        ("r", words.training_group_spread().to_owned()),
        ("", words.training_group_note_column().to_owned()),
    ];
    let heads = heads.into_iter().chain(names.map(|name| ("r", name))).chain(ends);
    let shifts = group.trainees.iter().map(|trainee| {
        let shift = trainee.accuracy.map_or_else(|| words.none().to_owned(), |found| say::signed(found.bias));
        html! { <td class="r"><b>{ shift }</b></td> }
    });
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={label}><table>
            <thead><tr>{ for heads.map(|(class, head)| html! { <th scope="col" {class}>{ head }</th> }) }</tr></thead>
            <tbody>{ for group.items.iter().enumerate().map(|(at, item)| row(kit, group, at, item)) }
                <tr class="sum"><td><b>{ words.training_group_shift() }</b></td><td></td>{ for shifts }<td></td><td></td><td></td></tr></tbody>
        </table></div>
    }
}

fn row(kit: &Kit, group: &TrainingGroup, at: usize, item: &GroupItem) -> Html {
    let words = kit.words();
    let none = || words.none().to_owned();
    let signed = |offset: &Option<i16>| offset.map_or_else(none, |offset| say::signed(offset.into()));
    let reference = item.reference.map_or_else(none, |percent| [&percent.to_string(), "%"].concat());
    let spread = item.spread.map_or_else(none, |spread| spread.to_string());
    let diverges = group
        .diverging
        .contains(&at)
        .then(|| html! { <span class="tag w">{ words.training_group_diverges() }</span> });
    let together = group
        .off_together
        .contains(&at)
        .then(|| html! { <span class="tag o">{ words.training_group_together() }</span> });
    html! {
        <tr key={item.item.to_string()}><td>{ item_name(kit, item) }</td><td class="r">{ reference }</td>
            { for item.offsets.iter().map(|offset| html! { <td class="r">{ signed(offset) }</td> }) }
            <td class="r">{ say::signed(item.mean) }</td><td class="r">{ spread }</td><td>{ for diverges }{ for together }</td></tr>
    }
}

/// By the criteria that are there; under its id where they do not know it.
fn item_name(kit: &Kit, item: &GroupItem) -> String {
    let slot = kit.pack.item_slot(&item.item);
    slot.map_or_else(|| item.item.to_string(), |slot| say::item_name(&kit.pack, kit.language, slot))
}
