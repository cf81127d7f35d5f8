//! What the kit is made of: the packages with their licences, read from the file beside the page once it is unfolded.

use crate::browser::host;
use crate::language::fill;
use crate::ui::screen::use_screen;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

/// Written by the build (`xtask/src/licences.rs`): a line a package, an empty one, and the texts of the licences.
const FILE: &str = "licences.txt";
const BETWEEN: &str = " — ";

/// The columns of the lines.
fn lines(file: &str) -> Vec<[String; 3]> {
    let list = file.lines().take_while(|line| !line.is_empty());
    let columns = list.map(|line| {
        let mut columns = line.splitn(3, BETWEEN).map(str::to_owned);
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    });
    columns.collect()
}

#[component]
pub fn Licences() -> Html {
    let words = use_screen().words();
    // None while it has not come, empty where it could not be had.
    let list = use_state(|| None::<Vec<[String; 3]>>);
    let ontoggle = {
        let list = list.clone();
        Callback::from(move |event: Event| {
            let unfolded = event.target_unchecked_into::<Element>().has_attribute("open");
            if unfolded && list.as_ref().is_none_or(Vec::is_empty) {
                let list = list.setter();
                spawn_local(async move { list.set(Some(lines(&host::text(FILE).await.unwrap_or_default()))) });
            }
        })
    };
    let content = match list.as_deref() {
        None => html! { <p class="small">{ words.open_reading() }</p> },
        Some([]) => html! { <p class="small" role="alert">{ words.settings_licences_missing() }</p> },
        Some(list) => html! {
            <><p class="small">{ fill(words.settings_licences_note(), &[("n", &list.len().to_string())]) }</p>
                <p class="small"><a href={["./", FILE].concat()} target="_blank">{ words.settings_licences_file() }</a></p>
                <div class="scroll" tabindex="0" role="group" aria-label={words.settings_licences()}><table>
                    <thead><tr><th scope="col">{ words.settings_licences_name() }</th><th scope="col">{ words.settings_licences_licence() }</th><th scope="col">{ words.settings_licences_home() }</th></tr></thead>
                    <tbody>{ for list.iter().map(|[name, licence, home]| html! { <tr><th scope="row">{ name }</th><td>{ licence }</td><td>{ home }</td></tr> }) }</tbody></table></div></>
        },
    };
    html! { <details {ontoggle}><summary>{ words.settings_licences() }</summary><div class="stack-s">{ content }</div></details> }
}
