//! The further pages: a module that the page loads when one of them is asked for, so that its code is no part of the
//! first download. `show()` draws into the element `module`; `hide()` takes the pages away again and gives a promise
//! that is settled once everything changed in them is kept.

#[cfg(target_family = "wasm")]
mod pages {
    use award_kit::ui::{App, AppProps, FurtherPages};
    use js_sys::{Function, Promise};
    use std::cell::RefCell;
    use std::marker::PhantomData;
    use wasm_bindgen::prelude::*;
    use yew::{AppHandle, Callback};

    thread_local! {
        static DRAWN: RefCell<Option<AppHandle<App<FurtherPages>>>> = const { RefCell::new(None) };
    }

    fn props(shown: bool, left: Callback<()>) -> AppProps<FurtherPages> {
        AppProps {
            shown,
            left,
            pages: PhantomData,
        }
    }

    #[wasm_bindgen]
    pub fn show() {
        let props = props(true, Callback::noop());
        DRAWN.with_borrow_mut(|drawn| match drawn {
            Some(app) => app.update(props),
            None => {
                let place = gloo::utils::document().get_element_by_id("module");
                *drawn = place.map(|place| yew::Renderer::<App<FurtherPages>>::with_root_and_props(place, props).render());
            }
        });
    }

    #[wasm_bindgen]
    pub fn hide() -> Promise {
        Promise::new(&mut |settled: Function, _| {
            let left = Callback::from(move |()| {
                let _ = settled.call0(&JsValue::NULL);
            });
            DRAWN.with_borrow_mut(|drawn| match drawn {
                Some(app) => app.update(props(false, left)),
                None => left.emit(()),
            });
        })
    }
}

fn main() {}
