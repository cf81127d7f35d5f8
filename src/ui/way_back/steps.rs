//! The steps of undo, put down when an assessment is left and given back when it is opened again.

use crate::archive::Project;
use crate::archive::journal::Written;
use crate::archive::steps::{Steps, state, step, stepped};
use crate::archive::write;
use crate::assessment::Assessment;
use crate::browser::steps;
use crate::ui::store::{Remembered, Store, Trail, Whole};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The most that is kept of an assessment, in bytes.
const MOST: usize = 500_000;

/// A step that was made out already, between two states.
struct Made {
    from: Rc<Assessment>,
    to: Rc<Assessment>,
    step: Written,
}

thread_local! {
    /// The steps that were made out when an assessment was left before: leaving it again makes out the new ones only.
    static MADE: RefCell<Vec<Made>> = const { RefCell::new(Vec::new()) };
}

/// Puts down everything undo and redo lead through.
pub fn put_down(trail: &Trail<'_>) {
    let Trail {
        id,
        now,
        earlier,
        later,
        remembered,
    } = trail;
    let mut back = Vec::new();
    let mut forth = Vec::new();
    let mut made = MADE.take();
    let mut used = Vec::new();
    let mut towards = |whole: &Whole, back: bool, steps: &mut Vec<Written>| {
        let states = if back { whole.history.past() } else { whole.history.future() };
        let mut from = whole.history.present().clone();
        for to in states.iter().rev() {
            let known = made.iter().position(|made| Rc::ptr_eq(&made.from, &from) && Rc::ptr_eq(&made.to, to));
            let step = known.map_or_else(|| step(&from, to, &whole.project, &whole.pack), |at| made.swap_remove(at).step);
            steps.push(step.clone());
            used.push(Made { from, to: to.clone(), step });
            from = to.clone();
        }
    };
    let content = |whole: &Whole| Written::Whole(write(&present(whole), &whole.pack));
    // In the order in which they are taken; they are kept the other way round.
    towards(now, true, &mut back);
    for whole in earlier.iter().rev() {
        back.push(content(whole));
        towards(whole, true, &mut back);
    }
    towards(now, false, &mut forth);
    for whole in later.iter().rev() {
        forth.push(content(whole));
        towards(whole, false, &mut forth);
    }
    back.reverse();
    forth.reverse();
    let steps = Steps {
        from: state(&present(now), &now.pack),
        back: [&remembered.back[..], &back].concat(),
        forth: [&remembered.forth[..], &forth].concat(),
    };
    MADE.set(used);
    steps::put_down(id, &steps.shortened(MOST).write());
}

fn present(whole: &Whole) -> Project {
    Project {
        assessment: whole.history.present().as_ref().clone(),
        ..whole.project.clone()
    }
}

/// Gives the open assessment the steps back that it was left with.
pub fn recall(store: &Store, id: String) {
    let store = store.clone();
    spawn_local(async move {
        let Ok(kept) = steps::load(&id).await else { return };
        let kept = kept.and_then(|kept| Steps::read(&kept));
        store.remember(&id, |opened, pack| {
            let kept = kept.filter(|kept| kept.from == state(opened, pack))?;
            Some(Remembered {
                back: kept.back,
                forth: kept.forth,
                take: Some(stepped),
                ..Remembered::default()
            })
        });
    });
}
