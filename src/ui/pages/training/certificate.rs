//! The certificate of a trainee's record, made by the document worker in the language chosen.

use super::record::name;
use crate::archive::{KeptTraining, read_training};
use crate::browser::documents::{Given, Request};
use crate::browser::page;
use crate::criteria::write_pack_file;
use crate::export::{Target, safe};
use crate::language::{Language, fill};
use crate::report::say;
use crate::ui::fields::{Entry, options, select};
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::offer_made;
use yew::prelude::*;

/// Id of the choice of its language.
const LANGUAGE: &str = "certificate-language";

/// The choice of its language, that of the screen at first.
pub(super) fn language(kit: &Kit) -> Html {
    let entries = Language::ALL.iter().map(|language| Entry {
        value: language.tag().to_owned(),
        label: language.words().language_name().to_owned(),
        chosen: *language == kit.language,
    });
    html! {
        <div class="row"><label for={LANGUAGE} class="small">{ kit.words().training_certificate_language() }</label>
            { select(LANGUAGE.to_owned(), "short", None, options(entries), |_| {}) }</div>
    }
}

/// Has the certificate of a record made as it is kept, and offers it.
pub(super) fn make(kit: &Kit, content: Option<String>) {
    let Some(content) = content else { return };
    let KeptTraining { record, .. } = match read_training(content.as_bytes()) {
        Ok(kept) => kept,
        Err(error) => return kit.notify.emit(Notice::bad(say::read_error(kit.language, &error))),
    };
    let language = Language::from_tag(&page::value(LANGUAGE)).unwrap_or(kit.language);
    let stem = fill(language.words().training_certificate_file(), &[("trainee", &safe(&name(kit, &record.trainee)))]);
    let file = [&*stem, ".docx"].concat();
    let request = Request {
        task: "certificate",
        language,
        given: [write_pack_file(&kit.pack), content].map(Given::Text).into(),
    };
    offer_made(kit, request, file, Target::Docx);
}
