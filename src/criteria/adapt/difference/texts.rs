//! What differs in the texts. A text that went with its thing, or names a source that is told with its figure, is not told.

use super::Side;
use crate::criteria::structure::Change;
use serde_json::{Map, Value};

/// Adds the texts that differ.
pub(super) fn compare(old: &Side<'_>, new: &Side<'_>, changes: &mut Vec<Change>) {
    let mut tell = |place: &[&str], old: &str, new: &str| {
        changes.push(Change {
            place: place.join("/"),
            old: old.to_owned(),
            new: new.to_owned(),
            ..Change::default()
        });
    };
    let find = |side: &Side<'_>, language: &str| side.view.texts.iter().position(|(tag, _)| tag == language);
    for (language, texts) in old.view.texts {
        let Some(at) = find(new, language) else {
            tell(&["language", language], "on", "");
            continue;
        };
        let now = &new.view.texts[at].1;
        if texts == now {
            continue;
        }
        let (Some(was), Some(now)) = (texts.as_object(), now.as_object()) else {
            tell(&["other", &["text.", language, ".json"].concat()], "", "");
            continue;
        };
        for (id, text) in was {
            let went = !now.contains_key(id) && old.required.contains(id) && !new.required.contains(id);
            if now.get(id) != Some(text) && !went {
                tell(&["text", language, id], said(was, id), said(now, id));
            }
        }
        for id in now.keys().filter(|id| !was.contains_key(*id)) {
            let came_with_source = id.starts_with("source.") && new.required.contains(id) && !old.required.contains(id);
            if !came_with_source {
                tell(&["text", language, id], "", said(now, id));
            }
        }
    }
    for (language, _) in new.view.texts {
        if find(old, language).is_none() {
            tell(&["language", language], "", "on");
        }
    }
}

/// A text; empty where none stands there.
fn said<'a>(texts: &'a Map<String, Value>, id: &str) -> &'a str {
    texts.get(id).and_then(Value::as_str).unwrap_or_default()
}
