//! Language, appearance, storage, erasing everything.

use super::home::StorageState;
use super::licences::Licences;
use super::room::RoomTaken;
use crate::browser::offline::{self, Offline};
use crate::browser::settings::{self, Appearance};
use crate::browser::{page, storage};
use crate::language::{Language, Words, fill};
use crate::ui::app::workspace;
use crate::ui::parts::on_value;
use crate::ui::screen::{Notice, use_screen};
use crate::ui::shell::storage_words;
use gloo::timers::callback::Interval;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[component]
pub fn SettingsPage() -> Html {
    let screen = &use_screen();
    let words = screen.words();
    let offline = use_state_eq(offline::standing);
    {
        let setter = offline.setter();
        use_effect_with((), move |()| {
            let tick = Interval::new(1_000, move || setter.set(offline::standing()));
            move || drop(tick)
        });
    }
    let set_language = screen.set_language.clone();
    let language = on_value(move |tag| {
        if let Some(language) = Language::from_tag(&tag) {
            set_language.emit(language);
        }
    });
    let set_appearance = screen.set_appearance.clone();
    let appearance = on_value(move |name| {
        if let Some(chosen) = Appearance::ALL.into_iter().find(|appearance| appearance.name() == name) {
            set_appearance.emit(chosen);
        }
    });
    let erase = {
        let screen = screen.clone();
        Callback::from(move |_: MouseEvent| {
            if !page::confirm(screen.words().settings_erase_question()) {
                return;
            }
            if let Some(workspace) = workspace() {
                (workspace.forget)();
            }
            settings::forget();
            let screen = screen.clone();
            spawn_local(async move {
                screen.notify.emit(match storage::erase().await {
                    Ok(()) => Notice::good(screen.words().settings_erased()),
                    Err(error) => Notice::bad(storage_words(screen.words(), error)),
                });
            });
        })
    };
    html! {
        <main class="page wide" key="settings"><div class="stack">
            <h1>{ words.settings_title() }</h1>
            <section class="sheet stack-s">
                <fieldset class="choice titled" onchange={language}><legend><h2>{ words.settings_language() }</h2></legend>
                    { for Language::ALL.iter().map(|&language| html! {
                        <label><input type="radio" name="language" value={language.tag()} checked={screen.language == language} /><span lang={language.tag()}>{ language.words().language_name() }</span></label> }) }
                </fieldset>
                <p class="small">{ words.settings_language_note() }</p>
            </section>
            <section class="sheet stack-s">
                <fieldset class="choice titled" onchange={appearance}><legend><h2>{ words.settings_appearance() }</h2></legend>
                    { for Appearance::ALL.into_iter().map(|appearance| {
                        let label = match appearance {
                            Appearance::Device => words.appearance_device(),
                            Appearance::Light => words.appearance_light(),
                            Appearance::Dark => words.appearance_dark(),
                            Appearance::HighContrast => words.appearance_contrast(),
                        };
                        html! { <label><input type="radio" name="appearance" value={appearance.name()} checked={screen.appearance == appearance} /><span>{ label }</span></label> }
                    }) }
                </fieldset>
            </section>
            <section class="sheet stack-s"><h2>{ words.settings_storage() }</h2><p class="small">{ words.home_data() }</p><StorageState /><RoomTaken /></section>
            <section class="sheet stack-s"><h2>{ words.offline_title() }</h2>
                <div class="row"><span class={classes!("tag", if offline.whole { "g" } else { "w" })}>{ if offline.whole { words.offline_whole() } else { words.offline_not_yet() } }</span></div>
                <p class="small">{ offline_words(words, &offline) }</p></section>
            <section class="sheet stack-s"><h2>{ words.settings_erase_title() }</h2><p class="small">{ words.settings_erase_note() }</p>
                <div class="row"><button type="button" class="btn danger" onclick={erase}>{ words.settings_erase() }</button></div></section>
            <section class="sheet stack-s"><h2>{ words.settings_about() }</h2><p class="small">{ words.settings_about_text() }</p>
                <p class="small muted">{ [words.kit_name(), " ", env!("CARGO_PKG_VERSION")].concat() }</p><Licences /></section>
        </div></main>
    }
}

/// What keeping the kit's files means for the user, and what to do where something hinders it.
fn offline_words(words: &Words, offline: &Offline) -> String {
    let hindrance = match offline.hindrance.as_str() {
        "" if offline.whole => return words.offline_whole_note().to_owned(),
        "" => return words.offline_coming().to_owned(),
        "single" => return words.offline_single().to_owned(),
        "insecure" => words.offline_insecure(),
        "refused" => words.offline_refused(),
        "full" => words.offline_full(),
        "status" => words.offline_status(),
        "content" => words.offline_content(),
        _ => words.offline_unreachable(),
    };
    let hindrance = fill(hindrance, &[("file", &offline.file)]);
    match offline.whole {
        true => fill(words.offline_newer(), &[("why", &hindrance)]),
        false => hindrance,
    }
}
