//! The open assessment: changes are saved by themselves, none is lost, nothing newer is overwritten.

use crate::page::{hide, rest, until};
use crate::storage::save;
use award_kit::archive::{self, Project};
use award_kit::assessment::{Action, Assessment, ProfileText, text};
use award_kit::browser::storage::{Card, StorageError, list, load};
use award_kit::criteria::{DEFAULT_PACK, Pack, built_in};
use award_kit::ui::{SaveState, Store};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::Callback;

thread_local! {
    static PACK: Rc<Pack> = Rc::new(built_in(DEFAULT_PACK).expect("the default pack is built in"));
}

/// The default pack; reading it anew for every drawing would take the time that the tests are about.
pub fn pack() -> Rc<Pack> {
    PACK.with(Rc::clone)
}

/// A store with a blank assessment that is kept, and its id.
pub async fn opened() -> (Store, String) {
    let store = Store::default();
    let id = store.add(pack(), Project::blank(&pack()));
    saved(&store).await;
    (store, id)
}

pub fn named(name: &str) -> Action {
    Action::Profile(ProfileText::Name, text(name))
}

pub fn name_of(assessment: &Assessment) -> String {
    assessment.organisation.text(ProfileText::Name).to_string()
}

/// The name the open assessment has.
pub fn name(store: &Store) -> String {
    name_of(&store.snapshot().expect("an assessment is open").assessment)
}

fn state(store: &Store) -> SaveState {
    store.snapshot().expect("an assessment is open").save
}

pub async fn saved(store: &Store) {
    until("everything is saved", || matches!(state(store), SaveState::Saved(_))).await;
}

/// The revision and the name that are kept.
async fn kept(id: &str) -> Option<(u32, String)> {
    let stored = load(id).await.unwrap()?;
    let project = archive::open(&stored.content).unwrap().with_pack(&pack()).unwrap();
    Some((stored.revision, name_of(&project.assessment)))
}

async fn kept_name(id: &str) -> Option<String> {
    kept(id).await.map(|(_, name)| name)
}

#[wasm_bindgen_test]
async fn a_new_assessment_is_kept_at_once() {
    let (store, id) = opened().await;
    assert_eq!(kept(&id).await, Some((1, String::new())));
    assert!(!store.is_unsaved());
}

#[wasm_bindgen_test]
async fn many_changes_are_one_save() {
    let (store, id) = opened().await;
    for at in 0..50 {
        store.dispatch(named(&format!("name {at}")));
    }
    assert_eq!(state(&store), SaveState::Pending);
    assert!(store.is_unsaved());
    saved(&store).await;
    assert_eq!(kept(&id).await, Some((2, "name 49".into())));
}

#[wasm_bindgen_test]
async fn changes_without_a_rest_are_kept_all_the_same() {
    let (store, id) = opened().await;
    let mut last = 0;
    for at in 1..=20 {
        store.dispatch(named(&at.to_string()));
        rest(100).await;
        last = at;
    }
    let kept: i32 = kept_name(&id).await.unwrap().parse().unwrap_or(0);
    assert!(last - kept <= 10, "{kept} of {last} are kept: more than a second is not");
}

#[wasm_bindgen_test]
async fn a_change_during_a_save_is_saved_after_it() {
    let (store, id) = opened().await;
    store.dispatch(named("first"));
    store.save_now();
    store.dispatch(named("second"));
    store.save_now();
    store.dispatch(named("third"));
    saved(&store).await;
    assert_eq!(kept_name(&id).await.as_deref(), Some("third"));
}

#[wasm_bindgen_test]
async fn what_changes_nothing_is_not_saved() {
    let (store, id) = opened().await;
    store.dispatch(named(""));
    store.undo();
    store.redo();
    assert!(!store.is_unsaved());
    assert_eq!(kept(&id).await, Some((1, String::new())));
}

#[wasm_bindgen_test]
async fn opening_another_assessment_loses_nothing_of_the_first() {
    let (store, first) = opened().await;
    store.dispatch(named("first"));
    let second = store.add(pack(), Project::blank(&pack()));
    store.dispatch(named("second"));
    let third = store.add(pack(), Project::blank(&pack()));
    assert_ne!(first, second);
    assert_ne!(second, third);
    store.dispatch(named("third"));
    saved(&store).await;
    for (id, name) in [(first, "first"), (second, "second"), (third, "third")] {
        assert_eq!(kept_name(&id).await.as_deref(), Some(name));
    }
}

#[wasm_bindgen_test]
async fn closing_right_after_a_change_keeps_it() {
    let (store, id) = opened().await;
    store.dispatch(named("last"));
    store.save_now();
    store.dispatch(named("very last"));
    store.close();
    assert_eq!(store.snapshot(), None);
    for _ in 0..100 {
        if kept_name(&id).await.as_deref() == Some("very last") {
            return;
        }
        rest(10).await;
    }
    panic!("the last change is not kept");
}

#[wasm_bindgen_test]
async fn a_hidden_page_saves_without_waiting() {
    let (store, id) = opened().await;
    hide(true);
    store.dispatch(named("hidden"));
    // Far below the rest the store otherwise waits for.
    rest(100).await;
    hide(false);
    assert_eq!(kept_name(&id).await.as_deref(), Some("hidden"));
}

#[wasm_bindgen_test]
async fn undo_and_redo_are_changes_that_are_kept() {
    let (store, id) = opened().await;
    let can = |store: &Store| store.snapshot().map(|open| (open.can_undo, open.can_redo));
    assert_eq!(can(&store), Some((false, false)));
    store.dispatch(named("name"));
    store.dispatch(Action::ReferencePoints(Some(40)));
    store.undo();
    store.undo();
    assert_eq!(name(&store), "");
    assert_eq!(can(&store), Some((false, true)));
    store.redo();
    assert_eq!(name(&store), "name");
    assert_eq!(can(&store), Some((true, true)));
    saved(&store).await;
    assert_eq!(kept_name(&id).await.as_deref(), Some("name"));
    store.dispatch(named("other"));
    assert_eq!(can(&store), Some((true, false)));
}

#[wasm_bindgen_test]
async fn what_another_window_saved_is_not_overwritten_and_this_window_can_keep_a_copy() {
    let (store, id) = opened().await;
    let theirs = store.content().unwrap().replace("\"name\": \"\"", "\"name\": \"theirs\"");
    let card = list().await.unwrap().into_iter().find(|card| card.id == id).unwrap();
    let card = Card { name: "theirs".into(), ..card };
    assert_eq!(save(&card, &theirs, 1).await, Ok(2));

    store.dispatch(named("ours"));
    until("the conflict is told", || state(&store) == SaveState::Failed(StorageError::Newer)).await;
    store.dispatch(named("ours, and on"));
    store.save_now();
    rest(100).await;
    assert_eq!(state(&store), SaveState::Failed(StorageError::Newer));
    assert!(store.is_unsaved());
    assert_eq!(kept(&id).await, Some((2, "theirs".into())));

    let copy = store.keep_as_copy().unwrap();
    assert_ne!(copy, id);
    saved(&store).await;
    assert_eq!(kept_name(&copy).await.as_deref(), Some("ours, and on"));
    assert_eq!(kept(&id).await, Some((2, "theirs".into())));
}

#[wasm_bindgen_test]
async fn a_forgotten_assessment_is_not_saved() {
    let (store, id) = opened().await;
    store.dispatch(named("forgotten"));
    store.forget();
    assert_eq!(store.snapshot(), None);
    rest(500).await;
    assert_eq!(kept_name(&id).await.as_deref(), Some(""));
}

#[wasm_bindgen_test]
async fn the_listener_is_told_of_every_change_and_of_the_save() {
    let (store, id) = opened().await;
    let told = Rc::new(Cell::new(0));
    let (count, wanted) = (told.clone(), id.clone());
    store.listen(Callback::from(move |snapshot: Option<award_kit::ui::Snapshot>| {
        assert_eq!(&*snapshot.expect("it is open").id, wanted.as_str());
        count.set(count.get() + 1);
    }));
    store.dispatch(named("one"));
    store.dispatch(named("two"));
    assert_eq!(told.get(), 2);
    saved(&store).await;
    assert!(told.get() > 2);
}
