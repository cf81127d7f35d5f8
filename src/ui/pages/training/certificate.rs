//! The certificate of a trainee's record, made by the document worker in the language chosen.

use super::record::name;
use crate::archive::{KeptTraining, read_training};
use crate::browser::documents::{self, Given, Made, Request, Undone};
use crate::browser::{files, page};
use crate::criteria::write_pack_file;
use crate::export::{Target, safe};
use crate::language::{Language, fill};
use crate::report::say;
use crate::ui::fields::{Entry, options, select};
use crate::ui::kit::{Kit, Notice};
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
    let (words, Some(content)) = (kit.words(), content) else { return };
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
    let (kit, failure) = (kit.clone(), words.document_failed());
    documents::ask(
        request,
        failure,
        |_, _| {},
        move |reply| match reply {
            Ok(Made::Bytes(bytes)) => kit.notify.emit(match files::download(&bytes, &file, Target::Docx.media_type()) {
                Ok(()) => Notice::good(fill(kit.words().file_saved(), &[("name", &file)])),
                Err(_) => Notice::bad(kit.words().file_not_saved()),
            }),
            Err(Undone::Failed(sentence)) => kit.notify.emit(Notice::bad(sentence)),
            Err(Undone::Cancelled) => {}
            Ok(_) => kit.notify.emit(Notice::bad(failure)),
        },
    );
}
