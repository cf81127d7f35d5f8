//! The other module's pages: loaded when the first of them is asked for, shown beside this app, and waited for when they
//! are left.

use crate::browser::module::{self, Module};
use crate::ui::kit::use_kit;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The name under which the page names the module.
const MODULE: &str = "further-pages";

#[component]
pub fn Elsewhere() -> Html {
    let kit = use_kit();
    let failed = use_state(|| false);
    // None while the module is being loaded, and once its pages were left.
    let shown = use_mut_ref(|| None::<Module>);
    let left = use_mut_ref(|| false);
    {
        let (shown, left, failed) = (shown.clone(), left.clone(), failed.setter());
        let (store, shelf) = (kit.store.clone(), kit.shelf.clone());
        use_effect_with((), move |()| {
            let (shown_later, left_later) = (shown.clone(), left.clone());
            // The module reads what is kept, so that what is open is kept first.
            store.suspend(Callback::from(move |()| {
                spawn_local(first(shown_later.clone(), left_later.clone(), failed.clone()));
            }));
            move || {
                *left.borrow_mut() = true;
                if let Some(module) = shown.borrow_mut().take() {
                    module.hide();
                }
                // What was kept or taken away there is seen here.
                shelf.look_again();
            }
        });
    }
    if *failed {
        html! { <main class="page wide"><section class="sheet"><h1>{ kit.words().module_missing() }</h1></section></main> }
    } else {
        Html::default()
    }
}

async fn first(shown: Rc<RefCell<Option<Module>>>, left: Rc<RefCell<bool>>, failed: UseStateSetter<bool>) {
    match module::load(MODULE).await {
        Some(module) if !*left.borrow() => {
            module.show();
            *shown.borrow_mut() = Some(module);
        }
        Some(_) => {}
        None => failed.set(true),
    }
}
