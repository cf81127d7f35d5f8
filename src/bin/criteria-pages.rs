//! The pages about criteria: a module that the page loads when one of them is asked for, so that its code is no part of
//! the first download. `show(language)` draws into the element `module`, `hide()` takes the pages away again.

#[cfg(target_family = "wasm")]
mod pages {
    use award_kit::language::Language;
    use award_kit::ui::{CriteriaApp, CriteriaAppProps};
    use std::cell::RefCell;
    use wasm_bindgen::prelude::*;
    use yew::AppHandle;

    thread_local! {
        static SHOWN: RefCell<Option<AppHandle<CriteriaApp>>> = const { RefCell::new(None) };
    }

    #[wasm_bindgen]
    pub fn show(language: &str) {
        let props = CriteriaAppProps {
            language: Language::from_tag(language).unwrap_or(Language::Zh),
        };
        SHOWN.with_borrow_mut(|shown| match shown {
            Some(app) => app.update(props),
            None => {
                let place = gloo::utils::document().get_element_by_id("module");
                *shown = place.map(|place| yew::Renderer::<CriteriaApp>::with_root_and_props(place, props).render());
            }
        });
    }

    #[wasm_bindgen]
    pub fn hide() {
        if let Some(app) = SHOWN.take() {
            app.destroy();
        }
    }
}

fn main() {}
