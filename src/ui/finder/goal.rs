//! What happens with what was found.

use crate::browser::page;
use crate::language::Language;
use crate::ui::kit::Kit;
use crate::ui::parts::back_up_open;
use crate::ui::route::Route;
use crate::ui::screen::Screen;

/// Where something that was found leads.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Goal {
    /// A page, and the element on it that is meant, by its id; empty where the page as a whole is.
    Page(Route, String),
    Undo,
    Redo,
    BackUp,
    OtherLanguage,
    /// The list of keys, which the finder opens in its own place.
    Keys,
}

impl Goal {
    pub(super) fn page(route: Route) -> Goal {
        Goal::Page(route, String::new())
    }

    /// Goes there, or does it; `here` is the page there is.
    pub(super) fn reach(&self, kit: &Kit, screen: &Screen, here: &Route) {
        match self {
            Goal::Page(route, element) if route == here => page::show(element),
            Goal::Page(route, element) => {
                page::want(element);
                page::go(&route.href());
            }
            Goal::Undo => kit.store.undo(),
            Goal::Redo => kit.store.redo(),
            Goal::BackUp => back_up_open(kit),
            Goal::Keys => {}
            Goal::OtherLanguage => screen.set_language.emit(if kit.language == Language::Zh { Language::En } else { Language::Zh }),
        }
    }
}
