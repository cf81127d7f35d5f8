//! The top line: whose pages these are, and what a page or the frame puts beside that.

use crate::language::Language;
use crate::ui::address::{HOME, SETTINGS};
use crate::ui::screen::Screen;
use yew::prelude::*;

/// What stands in the top line beside the way home and the language.
#[derive(Default)]
pub struct TopLine {
    /// The organisation; the kit's own name where none is open.
    pub name: Option<String>,
    /// The criteria, in short.
    pub criteria: Option<String>,
    /// Undo and redo; the way to the settings where they have nothing to do.
    pub tools: Option<Html>,
    /// Whether it is saved, and the total.
    pub state: Html,
}

pub fn top_line(screen: &Screen, TopLine { name, criteria, tools, state }: TopLine) -> Html {
    let words = screen.words();
    html! {
        <header class="top">
            <a href={HOME} class="mark-link"><span class="mark" aria-hidden="true">{ "质" }</span><span class="hidden">{ words.nav_home() }</span></a>
            <div class="org"><b>{ name.unwrap_or_else(|| words.kit_name().to_owned()) }</b>{ for criteria.map(|criteria| html! { <small class="muted">{ criteria }</small> }) }</div>
            <div class="tools">
                { tools.unwrap_or_else(|| html! { <a class="icon" href={SETTINGS}>{ words.settings_title() }</a> }) }
                { language_switch(screen) }
            </div>
            { state }
        </header>
    }
}

/// The button that turns to the other language.
pub(super) fn language_switch(screen: &Screen) -> Html {
    let other = if screen.language == Language::Zh { Language::En } else { Language::Zh };
    let set = screen.set_language.clone();
    html! { <button type="button" class="icon lang" lang={other.tag()} onclick={move |_| set.emit(other)}>{ other.words().language_name() }</button> }
}
