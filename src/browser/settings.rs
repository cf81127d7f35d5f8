//! What the user has chosen for this browser: language, appearance and the name under notes. Kept in local storage; without it the
//! choices last as long as the page.

use super::local;
use crate::language::Language;

const LANGUAGE: &str = "award-kit.language";
const APPEARANCE: &str = "award-kit.appearance";
const KEY_MARK: &str = "award-kit.key-mark";
const AUTHOR: &str = "award-kit.author";

/// How the page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    /// As the device says.
    Device,
    Light,
    Dark,
    HighContrast,
}

impl Appearance {
    pub const ALL: [Appearance; 4] = [Appearance::Device, Appearance::Light, Appearance::Dark, Appearance::HighContrast];

    /// The name kept, and the page's `data-appearance`.
    pub fn name(self) -> &'static str {
        match self {
            Appearance::Device => "device",
            Appearance::Light => "light",
            Appearance::Dark => "dark",
            Appearance::HighContrast => "contrast",
        }
    }
}

/// The chosen language; else the browser's first one the kit speaks; else Chinese.
pub fn language() -> Language {
    let chosen = kept(LANGUAGE);
    let preferred = || {
        gloo::utils::window()
            .navigator()
            .languages()
            .iter()
            .find_map(|tag| Language::from_tag(&tag.as_string()?))
    };
    chosen.and_then(|tag| Language::from_tag(&tag)).or_else(preferred).unwrap_or(Language::Zh)
}

pub fn set_language(language: Language) {
    keep(LANGUAGE, language.tag());
}

pub fn appearance() -> Appearance {
    let chosen = kept(APPEARANCE);
    chosen
        .and_then(|name| Appearance::ALL.into_iter().find(|appearance| appearance.name() == name))
        .unwrap_or(Appearance::Device)
}

pub fn set_appearance(appearance: Appearance) {
    keep(APPEARANCE, appearance.name());
}

/// Whether the question mark opens the list of keys.
pub fn has_key_mark() -> bool {
    kept(KEY_MARK).is_none()
}

pub fn set_key_mark(on: bool) {
    if on {
        local::remove(KEY_MARK);
    } else {
        keep(KEY_MARK, "off");
    }
}

/// Who writes notes in this browser, as they call themselves; empty where nobody has said so.
pub fn author() -> String {
    local::get(AUTHOR).unwrap_or_default()
}

/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 80;

pub fn set_author(name: &str) {
    let name: String = name.trim().chars().take(LONGEST_NAME).collect();
    local::set(AUTHOR, &name);
}

/// Forgets what was chosen, and what columns of tables mean.
pub fn forget() {
    super::mappings::forget();
    local::remove(LANGUAGE);
    local::remove(APPEARANCE);
    local::remove(KEY_MARK);
    local::remove(AUTHOR);
}

/// A name that was kept. It stands in quotes, as JSON: `theme.js` reads it too, before the kit is there.
fn kept(key: &str) -> Option<String> {
    Some(local::get(key)?.trim_matches('"').to_owned())
}

fn keep(key: &str, name: &str) {
    local::set(key, &["\"", name, "\""].concat());
}
