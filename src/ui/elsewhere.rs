//! Pages of the module about criteria, which is loaded when the first of them is asked for and draws beside the app.

use super::kit::use_kit;
use crate::browser::module::{self, Module};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The name under which the page names the module.
const MODULE: &str = "criteria-pages";

#[component]
pub fn Elsewhere() -> Html {
    let kit = use_kit();
    let failed = use_state(|| false);
    // None while the module is being loaded, and once its pages were left.
    let shown = use_mut_ref(|| None::<Module>);
    let left = use_mut_ref(|| false);
    {
        let (shown, left, failed, store) = (shown.clone(), left.clone(), failed.setter(), kit.store.clone());
        use_effect_with(kit.language, move |language| {
            let tag = language.tag();
            let present = shown.borrow().clone();
            match present {
                Some(module) => module.show(tag),
                // It reads what is kept, so that what is open is kept first.
                None => {
                    store.save_now();
                    store.when_idle(Callback::from(move |()| spawn_local(first(shown.clone(), left.clone(), failed.clone(), tag))));
                }
            }
        });
    }
    {
        let shelf = kit.shelf.clone();
        use_effect_with((), move |()| {
            move || {
                *left.borrow_mut() = true;
                if let Some(module) = shown.borrow_mut().take() {
                    module.hide();
                }
                // What was kept or taken away there is seen here.
                shelf.start();
            }
        });
    }
    if *failed {
        html! { <main class="page wide"><section class="sheet"><h1>{ kit.words().module_missing }</h1></section></main> }
    } else {
        Html::default()
    }
}

async fn first(shown: Rc<RefCell<Option<Module>>>, left: Rc<RefCell<bool>>, failed: UseStateSetter<bool>, tag: &'static str) {
    match module::load(MODULE).await {
        Some(module) if !*left.borrow() => {
            module.show(tag);
            *shown.borrow_mut() = Some(module);
        }
        Some(_) => {}
        None => failed.set(true),
    }
}
