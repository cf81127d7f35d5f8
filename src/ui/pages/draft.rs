//! The draft submission: what is missing with jumps to it, lengths against the limits, export, and the preview.

use crate::assessment::Assessment;
use crate::browser::clock;
use crate::eligibility::judge;
use crate::export::Target;
use crate::findings::{Finding, findings, lengths};
use crate::language::{Language, fill};
use crate::report::{Options, say, submission};
use crate::ui::fields::{Entry, options, select};
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::{download_backup, download_bundle, download_document, place_route, preview, source_note};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DraftPageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
}

#[component]
pub fn DraftPage(props: &DraftPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let language = use_state(|| kit.language);
    let making = use_state(|| false);
    let record = &props.assessment.eligibility;
    let eligibility = judge(&kit.pack, &props.assessment, record.edition, record.application_date, clock::today());
    let found = findings(&kit.pack, &props.assessment, &eligibility);
    let document = {
        let kit = kit.clone();
        use_memo((props.assessment.clone(), *language), move |(assessment, language)| {
            submission(
                &kit.pack,
                assessment,
                *language,
                &Options {
                    draft_date: Some(clock::today()),
                    section: None,
                },
            )
        })
    };
    html! {
        <main class="page wide"><div class="stack">
            <div class="stack-s"><h1>{ words.draft_title }</h1><p class="small">{ kit.pack_words().disclaimer().to_owned() }</p></div>
            <section class="sheet stack-s" aria-labelledby="export">
                <h2 id="export">{ words.draft_export }</h2>
                { export(&kit, &language, &making) }
            </section>
            <section class="sheet stack-s" aria-labelledby="missing">
                <h2 id="missing">{ if found.is_empty() { words.draft_complete.to_owned() } else { fill(words.draft_findings, &[("n", &found.len().to_string())]) } }</h2>
                { lengths_table(&kit, &props.assessment) }
                if !found.is_empty() { { findings_list(&kit, &props.assessment, &props.id, &found) } }
                <p class="small muted">{ words.draft_findings_note }</p>
            </section>
            <section class="stack-s" aria-labelledby="preview"><h2 id="preview">{ words.draft_preview }</h2>{ preview(&document, words.not_written) }</section>
        </div></main>
    }
}

fn export(kit: &Kit, language: &UseStateHandle<Language>, making: &UseStateHandle<bool>) -> Html {
    let words = kit.words();
    let languages = Language::ALL.iter().map(|&known| Entry {
        value: known.tag().to_owned(),
        label: known.words().language_name.to_owned(),
        chosen: known == **language,
    });
    let setter = language.setter();
    let choose = move |tag: String| {
        if let Some(language) = Language::from_tag(&tag) {
            setter.set(language);
        }
    };
    let word = {
        let (kit, busy, language) = (kit.clone(), making.setter(), **language);
        move |_| {
            busy.set(true);
            let done = busy.clone();
            download_document(&kit, Target::Docx, language, None, Callback::from(move |()| done.set(false)));
        }
    };
    let bundle = {
        let (kit, busy, language) = (kit.clone(), making.setter(), **language);
        move |_| {
            busy.set(true);
            let done = busy.clone();
            download_bundle(&kit, language, Callback::from(move |()| done.set(false)));
        }
    };
    let backup = {
        let kit = kit.clone();
        move |_| download_backup(&kit)
    };
    html! {
        <>
            <div class="row">
                <label for="document-language">{ words.draft_language }</label>
                { select("document-language".to_owned(), "short", None, options(languages), choose) }
                <button type="button" class="btn main" disabled={**making} onclick={word}>{ if **making { words.draft_making } else { words.draft_word } }</button>
                <button type="button" class="btn" disabled={**making} onclick={bundle}>{ words.register_bundle }</button>
                <button type="button" class="btn" onclick={backup}>{ words.backup_save }</button>
            </div>
            <p class="small">{ words.draft_export_note }</p>
            <p class="small">{ words.register_bundle_note }</p>
        </>
    }
}

fn lengths_table(kit: &Kit, assessment: &Assessment) -> Html {
    let words = kit.words();
    let limits = &kit.pack.structure().limits;
    let rows = lengths(&kit.pack, assessment).into_iter().map(|length| {
        let limit = &limits[length.limit];
        let class = if length.written > length.allowed { "tag b" } else { "tag g" };
        let told = if length.written > length.allowed { words.length_over } else { words.length_within };
        html! {
            <tr key={limit.id.clone()}><th scope="row">{ kit.pack_words().limit(&limit.id).to_owned() }</th><td class="r">{ format!("{} / {}", length.written, length.allowed) }</td>
                <td><span {class}>{ told }</span></td><td>{ source_note(kit, &format!("limit/{}", limit.id)) }</td></tr>
        }
    });
    html! { <div class="scroll" tabindex="0" role="group" aria-label={words.lengths_title}><table><thead><tr><th scope="col">{ words.lengths_title }</th><th scope="col" class="r">{ words.lengths_characters }</th><th scope="col"><span class="hidden">{ words.lengths_state }</span></th><th scope="col">{ words.lengths_origin }</th></tr></thead><tbody>{ for rows }</tbody></table></div> }
}

fn findings_list(kit: &Kit, assessment: &Assessment, id: &str, found: &[Finding]) -> Html {
    html! {
        <ul class="jumps">{ for found.iter().map(|finding| html! { <li><a href={place_route(kit, assessment, id, finding.place()).href()}>{ say::finding(&kit.pack, kit.language, finding) }</a></li> }) }</ul>
    }
}
