//! The interview of the host, fetched when it is first asked for: it is no part of the criteria an item is drawn from.

use crate::browser::host;
use crate::criteria::{Interview, InterviewFiles};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The folder it lies in: beside the national pack, whose items it belongs to in every pack.
const FOLDER: &str = "criteria/gbt-19580-2012/interview";

thread_local! {
    static THERE: RefCell<Option<Rc<Interview>>> = const { RefCell::new(None) };
}

/// Where the interview stands.
#[derive(Clone)]
pub enum Coming {
    Waiting,
    There(Rc<Interview>),
    /// It could not be had, or has faults; calling this tries again.
    Missing(Callback<MouseEvent>),
}

async fn fetched() -> Option<Rc<Interview>> {
    let name = |tag: &str| [FOLDER, tag, ".json"].concat();
    let requests = ["", ".zh", ".en"].map(|tag| host::ask(&name(tag)));
    let mut texts = Vec::new();
    for request in requests {
        texts.push(request.text().await?);
    }
    let files = InterviewFiles {
        structure: &texts[0],
        texts: &[("zh", &texts[1]), ("en", &texts[2])],
    };
    Interview::load(&files).ok().map(Rc::new)
}

/// Asks for the interview once, and tells where it stands.
#[hook]
pub fn use_interview() -> Coming {
    let tries = use_state(|| 0_u32);
    let missing = use_state(|| false);
    let redraw = use_force_update();
    {
        let missing = missing.setter();
        use_effect_with(*tries, move |_| {
            if THERE.with_borrow(Option::is_none) {
                spawn_local(async move {
                    match fetched().await {
                        Some(interview) => {
                            THERE.set(Some(interview));
                            redraw.force_update();
                        }
                        None => missing.set(true),
                    }
                });
            }
        });
    }
    if let Some(interview) = THERE.with_borrow(Clone::clone) {
        return Coming::There(interview);
    }
    if !*missing {
        return Coming::Waiting;
    }
    let (next, missing, tries) = (*tries + 1, missing.setter(), tries.setter());
    Coming::Missing(Callback::from(move |_| {
        missing.set(false);
        tries.set(next);
    }))
}
