//! Versions that were set aside, to be used or let go.

use super::View;
use super::versions::place_link;
use crate::archive::versions::Occasion;
use crate::language::fill;
use crate::merge::{Aside, NOT_PLACED, drop_aside, set_aside, use_aside};
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use yew::prelude::*;

pub(super) fn aside(view: &View<'_>, all: &[Aside]) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet stack-s" aria-labelledby="aside">
            <h2 id="aside">{ words.departments_aside() }</h2><p class="small">{ words.departments_aside_note() }</p>
            <div class="scroll" tabindex="0" role="group" aria-label={words.departments_aside()}><table class="facts parts">
                <thead><tr><th scope="col">{ words.departments_place() }</th><th scope="col">{ words.departments_from() }</th><th scope="col">{ words.departments_aside_value() }</th><th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
                <tbody>{ for all.iter().enumerate().map(|(at, one)| {
                    let place = say::file_place(&kit.pack, kit.language, &one.pointer, &[view.assessment]);
                    html! {
                        <tr key={at}><td>{ place_link(view, &one.pointer, &[view.assessment]) }</td><td>{ say::on_one_line(kit.language, &one.from) }</td><td class="written">{ say::file_value(&kit.pack, kit.language, &one.pointer, &one.value) }</td>
                            <td class="r acts">if one.pointer != NOT_PLACED { <button type="button" class="btn quiet" data-act={format!("use {at}")} aria-label={fill(words.departments_aside_use_of(), &[("place", &place)])}>{ words.departments_aside_use() }</button> }
                                <button type="button" class="btn quiet" data-act={format!("drop {at}")} aria-label={fill(words.departments_aside_drop_of(), &[("place", &place)])}>{ words.departments_aside_drop() }</button></td></tr>
                    }
                }) }</tbody></table></div>
        </section>
    }
}

/// Uses a version or lets it go, as one step of undo.
pub(super) fn settle(kit: &Kit, at: usize, uses: bool) {
    let words = kit.words();
    let Some(project) = kit.store.project() else { return };
    let all = set_aside(&project);
    let Some(one) = all.get(at) else { return };
    let (settled, told) = if uses {
        (use_aside(&kit.pack, &project, one), words.departments_aside_used())
    } else {
        (drop_aside(&kit.pack, &project, one), words.departments_aside_dropped())
    };
    kit.notify.emit(match settled {
        Ok(settled) => {
            kit.store.carry(kit.pack.clone(), settled, Occasion::Merge);
            Notice::good(told)
        }
        Err(error) => Notice::bad(fill(words.departments_aside_failed(), &[("reason", &say::read_error(kit.language, &error))])),
    });
}
