//! One received draft to look at: what its line says, and the submission drawn from it, which cannot be changed.

use super::received::Received;
use crate::archive::{self, Project};
use crate::criteria::Pack;
use crate::desk::{Given, Line};
use crate::language::fill;
use crate::report::{Options, say, submission};
use crate::ui::frame::pack_of;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::long_document;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties)]
pub(super) struct LookProps {
    pub desk: Rc<Received>,
    pub line: Rc<Line>,
}

impl PartialEq for LookProps {
    fn eq(&self, other: &LookProps) -> bool {
        Rc::ptr_eq(&self.line, &other.line)
    }
}

/// The assessment with its criteria, or why it cannot be read.
type Content = Result<(Rc<Pack>, Project), String>;

#[component]
pub(super) fn Look(props: &LookProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let read = use_state(|| None::<Content>);
    {
        let (kit, desk, line, setter) = (kit.clone(), props.desk.clone(), props.line.clone(), read.setter());
        use_effect_with((), move |()| {
            // Of a document nothing but its receipt is read; what could not be read has its sentence.
            if matches!(line.given, Some(Given::Assessment | Given::Bundle)) {
                let later = kit.clone();
                desk.open(&kit, &line.file, move |bytes| {
                    spawn_local(async move {
                        let content = match bytes {
                            Ok(bytes) => opened(&later, &bytes).await,
                            Err(sentence) => Err(sentence),
                        };
                        setter.set(Some(content));
                    });
                });
            } else {
                setter.set(Some(Err(String::new())));
            }
        });
    }
    let document = {
        use_memo(((*read).clone(), kit.language), move |(read, language)| {
            let (pack, project) = read.as_ref()?.as_ref().ok()?;
            Some(Rc::new(submission(pack, &project.assessment, *language, &Options::default())))
        })
    };
    let sentence = read.as_ref().and_then(|read| read.as_ref().err()).filter(|sentence| !sentence.is_empty());
    html! {
        <div class="stack" aria-busy={read.is_none().to_string()}>
            { told(&kit, &props.line) }
            if read.is_none() { <p class="muted">{ words.open_reading() }</p> }
            { for sentence.map(|sentence| html! { <p class="problem" role="alert">{ sentence.clone() }</p> }) }
            { for (*document).iter().map(|document| html! {
                <section class="stack-s printed" aria-labelledby="preview"><h2 id="preview" class="hidden">{ words.draft_preview() }</h2><p class="small">{ words.desk_read_only() }</p>{ long_document(document, words.not_written()) }</section>
            }) }
        </div>
    }
}

async fn opened(kit: &Kit, bytes: &[u8]) -> Content {
    let under = async {
        let opened = archive::open_bytes(bytes)?;
        let named = opened.pack();
        kit.shelf.bring(&named.id, &named.edition).await;
        let pack = pack_of(&kit.shelf.library(), &opened)?;
        let project = opened.with_pack(&pack)?;
        Ok((pack, project))
    };
    under.await.map_err(|error| say::read_error(kit.language, &error))
}

/// Everything the line says.
fn told(kit: &Kit, line: &Line) -> Html {
    let (words, language) = (kit.words(), kit.language);
    let facts = [
        (words.desk_credit_code(), say::desk_code(language, line)),
        (words.desk_kind(), say::desk_kind(language, line).to_owned()),
        (words.desk_criteria(), say::desk_criteria(language, line)),
        (words.desk_verdict(), say::desk_verdict(language, line).to_owned()),
        (words.desk_length(), say::desk_lengths(line)),
        (words.desk_receipt(), line.receipt.clone()),
        (words.desk_same_code(), line.same_code.join(words.term_list())),
        (words.desk_same_receipt(), line.same_receipt.join(words.term_list())),
    ];
    let shared = line.shared.iter().map(|shared| {
        let values = [
            ("file", shared.file.as_str()),
            ("n", &shared.characters.to_string()),
            ("here", &shared.here),
            ("there", &shared.there),
            ("opening", &shared.opening),
        ];
        fill(words.desk_shared_at(), &values)
    });
    let remarks: Vec<String> = say::desk_remarks(language, line).into_iter().chain(shared).collect();
    html! {
        <section class="sheet stack-s" aria-label={line.file.clone()}>
            <div class="row told"><b>{ say::desk_organisation(line).to_owned() }</b>{ super::table::marks(words, line) }</div>
            <table class="facts"><tbody>{ for facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| html! { <tr><th scope="row">{ label }</th><td>{ value }</td></tr> }) }</tbody></table>
            if !remarks.is_empty() { <ul>{ for remarks.into_iter().map(|remark| html! { <li>{ remark }</li> }) }</ul> }
        </section>
    }
}
