//! Before anything changes: what each file that came back would bring, and where both sides changed the same.

use super::View;
use super::desk::at_desk;
use super::versions::{Version, place_link, versions};
use crate::language::fill;
use crate::merge::{Before, Choice, Conflict, Returned, Round, Step};
use crate::report::say;
use crate::ui::app::{Merging, Part, given};
use crate::ui::parts::on_value;
use serde_json::Value;
use yew::prelude::*;

const CHOICES: [(&str, Choice); 3] = [("ours", Choice::Ours), ("theirs", Choice::Theirs), ("both", Choice::Both)];

pub(super) fn plan(view: &View<'_>, files: &[Returned], round: &Round) -> Html {
    let words = view.kit.words();
    let (refused, reading) = at_desk(view.id, |desk| {
        let said = desk.refused.iter().map(|refused| match &refused.reason {
            Ok(reason) => say::not_taken(view.kit.language, &refused.file, reason),
            Err(told) => fill(
                words.departments_not_taken(),
                &[("name", &say::on_one_line(view.kit.language, &refused.file)), ("reason", told)],
            ),
        });
        (said.collect::<Vec<String>>(), desk.reading)
    });
    let good = round.steps.iter().filter(|step| step.failed.is_none()).count();
    let onchange = {
        let (id, redraw) = (view.id.to_owned(), view.redraw.clone());
        on_value(move |value| {
            let mut parts = value.splitn(3, ' ');
            let (Some(choice), Some(file)) = (parts.next(), parts.next()) else { return };
            let Some((_, choice)) = CHOICES.into_iter().find(|(code, _)| *code == choice) else {
                return;
            };
            at_desk(&id, |desk| match parts.next() {
                Some(pointer) => desk.choose(file, pointer, choice),
                None => desk.choose_all(file, choice),
            });
            redraw.emit(());
        })
    };
    html! {
        <section class="sheet stack" aria-labelledby="received" {onchange}>
            <div class="stack-xs"><h2 id="received" tabindex="-1">{ words.departments_receive() }</h2>
                if reading > 0 { <p class="muted" role="status">{ words.departments_reading() }</p> }</div>
            if !refused.is_empty() {
                <div class="stack-xs why"><h3 id="refused">{ words.departments_refused() }</h3><ul class="plain stack-xs" aria-labelledby="refused">{ for refused.into_iter().map(|told| html! { <li>{ told }</li> }) }</ul></div>
            }
            { for round.steps.iter().map(|step| file(view, files, step)) }
            <div class="row">
                if good > 0 { <button type="button" class="btn main" data-act="apply">{ fill(words.departments_apply(), &[("n", &good.to_string())]) }</button> }
                <button type="button" class="btn" data-act="discard">{ words.departments_discard() }</button>
                if good > 0 { <span class="small">{ words.departments_apply_note() }</span> }</div>
        </section>
    }
}

fn file(view: &View<'_>, files: &[Returned], step: &Step) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let file = &files[step.file];
    let name = say::on_one_line(kit.language, &file.file);
    let what = match &file.part {
        Some(part) => fill(
            words.departments_part_of(),
            &[("department", &say::on_one_line(kit.language, &part.department))],
        ),
        None if file.is_draft() => words.drafts_word().to_owned(),
        None => words.departments_whole_file().to_owned(),
    };
    let unlisted = file.part.as_ref().is_some_and(|part| view.parts.iter().all(|known| known.key != part.key));
    let brought = step.brings();
    let brings = match say::brought(kit.language, &brought) {
        Some(what) => fill(words.departments_brings(), &[("what", &what)]),
        None => words.departments_brings_nothing().to_owned(),
    };
    let failed = step
        .failed
        .as_ref()
        .map(|error| fill(words.departments_failed(), &[("reason", &say::read_error(kit.language, error))]));
    let conflicts = &step.merge.conflicts;
    html! {
        <article class="returned stack-s" key={file.id().to_owned()} aria-label={name.clone()}>
            <div class="told"><h3>{ name.clone() }</h3><span class="tag o">{ what }</span>
                if unlisted { <span class="tag">{ words.departments_unlisted() }</span> }
                <button type="button" class="btn quiet" data-act={format!("leave-out {}", file.id())} aria-label={fill(words.departments_leave_out_of(), &[("name", &name)])}>{ words.departments_leave_out() }</button></div>
            { for failed.map(|told| html! { <p class="problem" role="alert">{ told }</p> }) }
            { for say::taken_before(kit.language, step.before).map(|told| html! { <p>{ told }</p> }) }
            if file.part.is_none() && !file.is_draft() { <p class="small">{ words.departments_no_base() }</p> }
            <p>{ brings }{ " " }if conflicts.is_empty() { { words.departments_conflicts_none() } }</p>
            if !brought.items.is_empty() { <p class="small">{ say::items_named(&kit.pack, kit.language, &brought.items) }</p> }
            { changes(view, file, step, &name) }
            { for given::<Merging>(Part::Merging).filter(|_| file.is_draft()).map(|merging| (merging.draft_told)(view.kit, view.id, file.id())) }
            { unfollowed(view, file, step) }
            if !conflicts.is_empty() {
                <div class="stack">
                    <div class="told"><h4>{ fill(words.departments_conflicts(), &[("n", &conflicts.len().to_string())]) }</h4>
                        if conflicts.len() > 1 { { choices(view, words.departments_choose_all(), file.id(), &format!("{} ", file.id()), at_desk(view.id, |desk| desk.choice_of_file(file.id())), words.departments_ours(), file.whose()) } }</div>
                    { for conflicts.iter().enumerate().map(|(at, found)| conflict(view, files, step, found, step.ours_from[at])) }
                </div>
            }
        </article>
    }
}

/// References that name evidence which one side took away.
fn unfollowed(view: &View<'_>, file: &Returned, step: &Step) -> Html {
    let all = &step.merge.unfollowed;
    if all.is_empty() {
        return Html::default();
    }
    let known = [&step.whole.assessment, &file.project.assessment];
    html! {
        <div class="stack-xs"><p>{ view.kit.words().departments_unfollowed() }</p><ul class="plain stack-xs">{ for all.iter().map(|text| html! {
            <li>{ text.number.clone() }{ " " }{ place_link(view, &text.pointer, &known) }</li>
        }) }</ul></div>
    }
}

/// Every place only the file changed: what is there now, and what it would be.
fn changes(view: &View<'_>, file: &Returned, step: &Step, name: &str) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let all = &step.merge.taken;
    if all.is_empty() {
        return Html::default();
    }
    let shown = at_desk(view.id, |desk| desk.shown.contains(file.id()));
    let label = fill(words.departments_see_changes(), &[("n", &all.len().to_string())]);
    let now = shown.then(|| crate::archive::to_value(&step.whole, &kit.pack));
    let known = [&step.whole.assessment, &file.project.assessment];
    html! {
        <div class="stack-s"><div><button type="button" class="btn quiet" data-act={format!("show {}", file.id())} aria-expanded={shown.to_string()}>{ if shown { words.departments_hide_changes().to_owned() } else { label } }<span class="hidden">{ [" ", name].concat() }</span></button></div>
            { for now.iter().flat_map(|now| all.iter().map(move |pointer| {
                let (before, after) = (told(view, pointer, now.pointer(pointer)), told(view, pointer, step.merge.value(pointer)));
                html! { <div class="stack-xs" key={pointer.clone()}>{ place_link(view, pointer, &known) }
                    { versions(vec![Version::of(words.departments_now(), before.clone()), Version { against: before, ..Version::of(words.departments_new(), after) }]) }</div> }
            })) }</div>
    }
}

fn told(view: &View<'_>, pointer: &str, value: Option<&Value>) -> String {
    let told = value.map_or_else(String::new, |value| say::file_value(&view.kit.pack, view.kit.language, pointer, value));
    if told.trim().is_empty() {
        view.kit.words().departments_taken_away().to_owned()
    } else {
        told
    }
}

fn conflict(view: &View<'_>, files: &[Returned], step: &Step, found: &Conflict, ours_from: Option<usize>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let file = &files[step.file];
    let (pointer, id) = (&found.pointer, file.id());
    let choice = at_desk(view.id, |desk| desk.choice(id, pointer));
    let whose = |name: &str| say::on_one_line(kit.language, name);
    let ours = ours_from
        .and_then(|from| files.get(from))
        .map_or_else(|| words.departments_ours().to_owned(), |from| whose(from.whose()));
    let theirs = whose(file.whose());
    let known = [&step.whole.assessment, &file.project.assessment];
    let base = file.part.as_ref().and(found.base.as_ref()).map(|base| told(view, pointer, Some(base)));
    let against = base.unwrap_or_default();
    let mut all = Vec::new();
    if file.part.is_some() {
        let label = if matches!(step.before, Before::Earlier(_)) {
            words.departments_base_earlier()
        } else {
            words.departments_base()
        };
        all.push(Version::of(label, told(view, pointer, found.base.as_ref())));
    }
    all.push(Version {
        on: choice != Choice::Theirs,
        against: against.clone(),
        ..Version::of(&ours, told(view, pointer, found.ours.as_ref()))
    });
    all.push(Version {
        against,
        on: choice == Choice::Theirs || choice == Choice::Both && found.can_be_joined(),
        ..Version::of(&theirs, told(view, pointer, found.theirs.as_ref()))
    });
    let both = match (&found.ours, &found.theirs) {
        _ if choice != Choice::Both => None,
        (None, _) | (_, None) => Some(words.departments_both_left().to_owned()),
        _ if found.can_be_joined() => Some(words.departments_both_joined().to_owned()),
        _ => Some(fill(words.departments_both_aside(), &[("ours", &ours), ("theirs", &theirs)])),
    };
    let place = say::file_place(&kit.pack, kit.language, pointer, &known);
    html! {
        <div class="stack-xs" key={pointer.clone()}>
            { place_link(view, pointer, &known) }
            { versions(all) }
            <div class="told">{ choices(view, &fill(words.departments_choice_of(), &[("place", &place)]), &format!("{id} {pointer}"), &format!("{id} {pointer}"), Some(choice), &ours, &theirs) }
                { for both.map(|told| html! { <span class="small">{ told }</span> }) }</div>
        </div>
    }
}

/// Three radio buttons; `of` is what their values name beside the choice.
fn choices(view: &View<'_>, label: &str, group: &str, of: &str, chosen: Option<Choice>, ours: &str, theirs: &str) -> Html {
    let words = view.kit.words();
    let named = |choice: Choice| match choice {
        Choice::Ours => fill(words.departments_choose_ours(), &[("whose", ours)]),
        Choice::Theirs => fill(words.departments_choose_theirs(), &[("whose", theirs)]),
        Choice::Both => words.departments_choose_both().to_owned(),
    };
    let of = of.trim_end();
    html! {
        <fieldset class="choice"><legend class="hidden">{ label.to_owned() }</legend>{ for CHOICES.into_iter().map(|(code, choice)| html! {
            <label><input type="radio" name={group.to_owned()} value={format!("{code} {of}")} checked={chosen == Some(choice)} /><span>{ named(choice) }</span></label>
        }) }</fieldset>
    }
}
