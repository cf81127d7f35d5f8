//! Criteria packs on this device, and the open assessment under other criteria: carried over, undone, adopted.

use crate::store::{name, named, opened, pack, saved};
use award_kit::archive::versions::Occasion;
use award_kit::archive::{carry, open, plan, write};
use award_kit::assessment::{Action, ItemChange, Percent};
use award_kit::browser::packs::{self, KeptPack};
use award_kit::browser::storage::load;
use award_kit::criteria::{Library, Lineage, Origin, Pack, built_in, read_pack_file, write_pack_file};
use award_kit::date::Date;
use award_kit::merge::{hand_out, handed_out, list_part};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

fn other() -> Rc<Pack> {
    Rc::new(built_in("gbt-19580-2012").expect("the national pack is built in"))
}

/// The default pack with another weight of its first two items.
fn reweighed() -> Rc<Pack> {
    let mut content = pack().content().clone();
    let items = &mut content.structure["categories"][0]["items"];
    items[0]["points"] = 60.into();
    items[1]["points"] = 20.into();
    Rc::new(Pack::from_content(content).expect("the points still add up"))
}

#[wasm_bindgen_test]
async fn a_pack_comes_back_as_it_was_kept_and_is_gone_once_removed() {
    let kept = KeptPack {
        key: "kept@1".into(),
        file: Some(write_pack_file(&pack())),
        draft: None,
        modified: 1.0,
    };
    packs::save(&kept).await.unwrap();
    assert_eq!(packs::load("kept@1").await.unwrap(), Some(kept.clone()));
    assert!(packs::list().await.unwrap().contains(&kept));
    let read = read_pack_file("kept", &kept.file.unwrap()).expect("it passes its check");
    assert_eq!(read.hash(), pack().hash());
    packs::remove("kept@1").await.unwrap();
    assert_eq!(packs::load("kept@1").await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn an_assessment_carried_over_is_kept_under_the_other_criteria_and_undo_leads_back() {
    let (store, id) = opened().await;
    store.dispatch(named("carried"));
    let project = store.project().unwrap();
    let to = other();
    let steps = plan(&project, &pack(), &to, &Lineage::default(), "zh").unwrap();
    store.carry(to.clone(), carry(&project, &pack(), &to, &steps).unwrap(), Occasion::Carry);
    saved(&store).await;
    let kept = open(&load(&id).await.unwrap().unwrap().content).unwrap();
    assert_eq!(kept.pack().id, "gbt-19580-2012");
    assert_eq!(name(&store), "carried");
    store.dispatch(named("changed there"));
    store.undo();
    assert_eq!(store.snapshot().unwrap().pack.id(), "gbt-19580-2012");
    store.undo();
    assert_eq!(store.snapshot().unwrap().pack.id(), "beijing-2016");
    assert_eq!(name(&store), "carried");
    store.undo();
    assert_eq!(name(&store), "");
    saved(&store).await;
    assert_eq!(open(&load(&id).await.unwrap().unwrap().content).unwrap().pack().id, "beijing-2016");
}

#[wasm_bindgen_test]
async fn what_was_joined_is_undone_and_done_again_as_one_step_and_the_list_of_parts_is_no_step() {
    let (store, _) = opened().await;
    store.dispatch(named("before"));
    let mut joined = store.project().unwrap();
    joined.assessment = named("joined").apply(&joined.assessment);
    store.carry(pack(), joined, Occasion::Merge);
    assert_eq!(name(&store), "joined");
    let part = hand_out(
        &pack(),
        &store.project().unwrap(),
        "sales",
        &[pack().item_slot("leadership.governance").unwrap()],
    );
    let listed = handed_out(&part).unwrap();
    store.keep(|project| list_part(project, &listed, Date::from_ymd_opt(2026, 11, 2).unwrap()));
    assert_eq!(store.snapshot().unwrap().out, 1);
    store.undo();
    assert_eq!((&*name(&store), store.snapshot().unwrap().out), ("before", 1));
    assert!(store.snapshot().unwrap().can_redo);
    store.redo();
    assert_eq!((&*name(&store), store.snapshot().unwrap().out), ("joined", 1));
    store.undo();
    store.dispatch(named("otherwise"));
    assert!(!store.snapshot().unwrap().can_redo);
    saved(&store).await;
}

#[wasm_bindgen_test]
async fn criteria_that_arrive_later_are_adopted_with_every_answer_and_every_step_of_undo() {
    let (store, _) = opened().await;
    let slot = pack().item_slot("leadership.governance").unwrap();
    store.dispatch(named("before"));
    store.dispatch(Action::Item(slot, ItemChange::Percent(Percent::new(55, 5))));
    let written = write(&store.project().unwrap(), &pack());
    store.adopt(&reweighed());
    let snapshot = store.snapshot().unwrap();
    assert_eq!(snapshot.pack.hash(), reweighed().hash());
    assert_eq!(snapshot.assessment.item(slot).percent, Percent::new(55, 5));
    assert_eq!(write(&store.project().unwrap(), &pack()), written);
    store.undo();
    assert_eq!(store.snapshot().unwrap().assessment.item(slot).percent, None);
    assert_eq!(name(&store), "before");
    saved(&store).await;
}

#[wasm_bindgen_test]
fn a_pack_of_the_device_goes_before_the_hosts() {
    let mut library = Library::of_kit(vec![pack()], "beijing-2016");
    library.offer(Origin::Host, "beijing-2016", Ok(Pack::clone(&reweighed())));
    assert_eq!(library.pack("beijing-2016").unwrap().hash(), reweighed().hash());
    library.offer(Origin::Device, "beijing-2016@2016", Ok(Pack::clone(&pack())));
    assert_eq!(library.pack("beijing-2016").unwrap().hash(), pack().hash());
}
