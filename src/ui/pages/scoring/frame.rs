//! What stands around an item of a copy: the head, the list of items, the way to the ones beside it, and what is told while
//! there is no copy.

use super::desk::State;
use super::{For, View};
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::panel::write_code;
use crate::report::say;
use crate::ui::kit::Kit;
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use yew::prelude::*;

pub(super) fn waiting(kit: &Kit, state: &State, what: For) -> Html {
    let words = kit.words();
    let (missing, unreadable, list, list_title) = match what {
        For::Panel => (
            words.scoring_missing(),
            words.scoring_unreadable(),
            Route::ScoringCopies,
            words.scoring_list_title(),
        ),
        For::Training | For::Result => (words.training_missing(), words.training_unreadable(), Route::Training, words.training_title()),
    };
    let (text, detail) = match state {
        State::Reading => return html! { <main class="page wide" aria-busy="true"><p class="muted">{ words.open_reading() }</p></main> },
        State::Missing => (missing, None),
        State::Failed(error) => (storage_words(words, *error), None),
        State::Unreadable(error) => (unreadable, Some(say::read_error(kit.language, error))),
        State::Ready(_) => (words.scoring_list_empty(), None),
    };
    html! {
        <main class="page wide"><section class="sheet stack-s"><h1>{ text }</h1>{ for detail.map(|detail| html! { <p>{ detail }</p> }) }
            <p><a href={list.href()}>{ list_title }</a></p></section></main>
    }
}

pub(super) fn head(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let sheet = &view.copy.sheet;
    let values = [("assessor", &*sheet.assessor), ("organisation", &*sheet.subject.organisation)];
    let counts = [("rated", &*sheet.rated().to_string()), ("assigned", &*sheet.assigned.len().to_string())];
    let (list, list_title, title, blind) = if view.training {
        (Route::Training, words.training_title(), words.training_scoring_title(), words.training_blind())
    } else {
        (Route::ScoringCopies, words.scoring_list_title(), words.scoring_title(), words.scoring_blind())
    };
    let end = if view.training {
        let run = view.address.to_owned();
        html! { <a class="btn main" href={Route::TrainingResult { run }.href()}>{ words.training_finish() }</a> }
    } else {
        html! { <button type="button" class="btn main" data-act="back">{ words.scoring_hand_back() }</button> }
    };
    html! {
        <div class="stack-xs lead">
            <p class="crumbs"><a href={list.href()}>{ list_title }</a></p>
            <div class="title"><h1>{ title }</h1>
                <span class="pts row"><span data-testid="progress">{ fill(words.scoring_progress(), &counts) }</span>{ end }</span></div>
            <p>{ fill(words.scoring_of(), &values) }</p>
            if !view.training && sheet.rated() > 0 {
                <details class="small"><summary>{ words.workshop_code() }</summary><p>{ words.scoring_code_note() }</p><p class="code" data-testid="code">{ write_code(&view.kit.pack, sheet).join(" ") }</p></details>
            }
            <div class="told"><span class="small">{ blind }</span>{ for view.desk.keeping().map(|keeping| keeping.told(view.kit)) }</div>
        </div>
    }
}

fn address(view: &View<'_>, slot: ItemSlot) -> String {
    let (key, item) = (view.address.to_owned(), view.kit.pack.item(slot).id.clone());
    if view.training {
        Route::TrainingItem { run: key, item }.href()
    } else {
        Route::ScoringItem { key, item }.href()
    }
}

pub(super) fn items(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let sheet = &view.copy.sheet;
    html! {
        <nav class="sheet stack-s" aria-labelledby="items"><h2 id="items">{ if view.training { words.training_items() } else { words.scoring_items() } }</h2><ul class="jumps">{ for sheet.assigned.iter().map(|slot| {
            let percent = sheet.judgement(*slot).percent.map_or_else(|| words.not_rated_short().to_owned(), |percent| percent.to_string());
            html! { <li><a href={address(view, *slot)} aria-current={(*slot == view.slot).then_some("true")}>{ say::item_name(&view.kit.pack, view.kit.language, *slot) }</a>{ " " }<small>{ percent }</small></li> }
        }) }</ul></nav>
    }
}

pub(super) fn neighbours(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let assigned = &view.copy.sheet.assigned;
    let at = assigned.iter().position(|slot| *slot == view.slot).unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| assigned.get(at));
    html! {
        <nav class="row" aria-label={words.item_neighbours()}>
            { for before.map(|slot| html! { <a class="btn" href={address(view, *slot)}>{ words.scoring_previous() }</a> }) }
            { for assigned.get(at + 1).map(|slot| html! { <a class="btn main" href={address(view, *slot)}>{ words.scoring_next() }</a> }) }
        </nav>
    }
}
