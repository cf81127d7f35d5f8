//! What the draft can be written as: the document's language, all of it or one part, and a button for every kind with what
//! it is for. While one is made the page goes on, says how far it is and lets it be taken back.

use super::Wanted;
use crate::browser::documents::{Ticket, cancel};
use crate::browser::page;
use crate::export::{MOST_MINUTES, STYLE_NAMES, Target, Variant};
use crate::language::{Language, codes, fill};
use crate::report::Section;
use crate::ui::fields::{Entry, number_field, options, select};
use crate::ui::kit::Kit;
use crate::ui::parts::{Told, Watch, chosen, download_backup, download_bundle, download_document, file_target, fill_template, lock_backup, on_button};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What stands on the page at once; the others are folded away.
const SHOWN: [Target; 3] = [Target::Docx, Target::Zip, Target::Json];

/// A document that is being made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Making {
    ticket: Option<Ticket>,
    /// How much is done, of how much; 0 of 0 as long as nothing is told.
    done: (u32, u32),
}

pub(super) fn export(kit: &Kit, wanted: &UseStateHandle<Wanted>, making: &UseStateHandle<Option<Making>>) -> Html {
    let words = kit.words();
    let busy = making.is_some();
    let onclick = {
        let (kit, wanted, making) = (kit.clone(), **wanted, making.clone());
        on_button("data-to", move |name| match (name.as_str(), Target::from_name(&name)) {
            ("print", _) => page::print(),
            (_, Some(Target::Json)) => save_backup(&kit, wanted.locked),
            (_, Some(Target::Zip)) => save_bundle(&kit, wanted, &making),
            (_, Some(target)) => download_document(&kit, target, told(wanted), watch(&making)),
            (_, None) => {}
        })
    };
    let option = |checked: bool, label: &'static str, turned: Wanted| {
        let wanted = wanted.clone();
        let onchange = move |_: Event| wanted.set(turned);
        html! { <label class="row"><input type="checkbox" {checked} {onchange} /><span class="small">{ label }</span></label> }
    };
    let (locked, with_versions) = (!wanted.locked, !wanted.with_versions);
    let others = Target::ALL.into_iter().filter(|target| !SHOWN.contains(target)).map(|target| {
        let name = target.name();
        html! {
            <tr><td><button type="button" class="btn" disabled={busy} data-to={name} aria-describedby={["to-", name].concat()}>{ words.by_code(&codes::TARGET, name).to_owned() }</button></td>
                <td id={["to-", name].concat()} class="small">{ words.by_code(&codes::TARGET, &[name, "_for"].concat()).to_owned() }</td></tr>
        }
    });
    html! {
        <div class="stack-s" {onclick}>
            <div class="row">
                { pair("document-language", words.draft_language(), language(wanted)) }
                { pair("document-variant", words.draft_variant(), variant(kit, wanted)) }
                { pair("document-style", words.draft_style(), style(kit, wanted)) }
                if wanted.variant.is_outline() { { pair("document-minutes", words.draft_minutes(), minutes(kit, wanted)) } }
                if wanted.variant == Variant::Draft { { pair("document-section", words.draft_section(), section(kit, wanted)) } }
            </div>
            <div class="row">
                <button type="button" class="btn main" disabled={busy} data-to="docx">{ if busy { words.draft_making() } else { words.draft_word() } }</button>
                <button type="button" class="btn" data-to="print" aria-describedby="to-print">{ words.draft_print() }</button>
                <button type="button" class="btn" disabled={busy} data-to="zip" aria-describedby="to-zip">{ words.register_bundle() }</button>
                <button type="button" class="btn" data-to="json">{ words.backup_save() }</button>
                if wanted.variant == Variant::Submission { { template(kit, wanted.language, making, busy) } }
                { progress(kit, making) }
            </div>
            { option(wanted.locked, words.lock_option(), Wanted { locked, ..**wanted }) }
            { option(wanted.with_versions, words.versions_bundled(), Wanted { with_versions, ..**wanted }) }
            <details><summary>{ words.draft_others() }</summary><table class="plain"><tbody>{ for others }</tbody></table></details>
            <p class="small">{ words.draft_export_note() }</p>
            <p class="small" id="to-print">{ words.draft_print_note() }</p>
            <p class="small" id="to-zip">{ words.register_bundle_note() }</p>
        </div>
    }
}

/// A choice with its label, which stay on one line.
fn pair(id: &'static str, label: &'static str, choice: Html) -> Html {
    html! { <div class="row pair"><label for={id}>{ label }</label>{ choice }</div> }
}

/// Saves the backup file; where it is to be locked, once a passphrase was chosen.
fn save_backup(kit: &Kit, locked: bool) {
    if !locked {
        return download_backup(kit);
    }
    let kit = kit.clone();
    spawn_local(async move {
        if let Some(passphrase) = chosen(kit.language, &kit.notify).await {
            lock_backup(&kit, passphrase);
        }
    });
}

/// The same of the bundle.
fn save_bundle(kit: &Kit, wanted: Wanted, making: &UseStateHandle<Option<Making>>) {
    if !wanted.locked {
        return download_bundle(kit, told(wanted), wanted.with_versions, None, watch(making));
    }
    let (kit, making) = (kit.clone(), making.clone());
    spawn_local(async move {
        if let Some(passphrase) = chosen(kit.language, &kit.notify).await {
            download_bundle(&kit, told(wanted), wanted.with_versions, Some(passphrase), watch(&making));
        }
    });
}

/// Tells the page of a document that is being made.
fn watch(making: &UseStateHandle<Option<Making>>) -> Watch {
    let (begun, going, done) = (making.setter(), making.setter(), making.setter());
    let at = |ticket, done| Some(Making { ticket, done });
    making.set(at(None, (0, 0)));
    Watch {
        begun: Callback::from(move |ticket| begun.set(at(Some(ticket), (0, 0)))),
        progress: Callback::from(move |(ticket, done)| going.set(at(Some(ticket), done))),
        done: Callback::from(move |()| done.set(None)),
    }
}

/// How far it is, and a button to take it back.
fn progress(kit: &Kit, making: &UseStateHandle<Option<Making>>) -> Html {
    let Some(Making { ticket, done: (done, all) }) = **making else {
        return html! { <span role="status"></span> };
    };
    let words = kit.words();
    let told = if all > 0 {
        fill(words.draft_progress(), &[("done", &done.to_string()), ("all", &all.to_string())])
    } else {
        words.draft_making().to_owned()
    };
    html! {
        <>
            <span role="status" class="small">{ told }</span>
            { for ticket.map(|ticket| html! { <button type="button" class="btn quiet" onclick={move |_| cancel(ticket)}>{ words.draft_cancel() }</button> }) }
        </>
    }
}

/// Takes the agency's own template and offers it filled.
fn template(kit: &Kit, language: Language, making: &UseStateHandle<Option<Making>>, busy: bool) -> Html {
    let take = {
        let (kit, making) = (kit.clone(), making.clone());
        move |file| fill_template(&kit, language, file, watch(&making))
    };
    let target = file_target("template", ".docx,.dotx", take);
    html! {
        <>
            { target.input }
            <button type="button" class="btn" disabled={busy} onclick={|_| page::click("template")}>{ kit.words().draft_template() }</button>
        </>
    }
}

/// What the worker is told; all but the working draft are always whole.
fn told(wanted: Wanted) -> Told {
    let Wanted {
        language,
        section,
        variant,
        minutes,
        style,
        ..
    } = wanted;
    let section = section.filter(|_| variant == Variant::Draft);
    Told {
        language,
        section,
        variant,
        minutes,
        style,
    }
}

/// How many minutes the meeting takes that an outline is for; empty for the default.
fn minutes(kit: &Kit, wanted: &UseStateHandle<Wanted>) -> Html {
    let refusal = fill(kit.words().draft_minutes_refused(), &[("most", &MOST_MINUTES.to_string())]);
    let shown = wanted.minutes.map(u64::from);
    let wanted = wanted.clone();
    number_field(kit, "document-minutes".to_owned(), shown, MOST_MINUTES.into(), refusal, move |minutes| {
        let minutes = minutes.and_then(|minutes| u32::try_from(minutes).ok()).filter(|minutes| *minutes > 0);
        wanted.set(Wanted { minutes, ..*wanted });
    })
}

/// Which of the documents.
fn variant(kit: &Kit, wanted: &UseStateHandle<Wanted>) -> Html {
    let entries = Variant::ALL.map(|variant| Entry {
        value: variant.name().to_owned(),
        label: kit.words().by_code(&codes::VARIANT, variant.name()).to_owned(),
        chosen: wanted.variant == variant,
    });
    let wanted = wanted.clone();
    select("document-variant".to_owned(), "short", None, options(entries.into_iter()), move |name| {
        if let Some(variant) = Variant::from_name(&name) {
            wanted.set(Wanted { variant, ..*wanted });
        }
    })
}

/// How Word documents look.
fn style(kit: &Kit, wanted: &UseStateHandle<Wanted>) -> Html {
    let entries = STYLE_NAMES.map(|name| Entry {
        value: name.to_owned(),
        label: kit.words().by_code(&codes::STYLE, name).to_owned(),
        chosen: wanted.style == name,
    });
    let wanted = wanted.clone();
    select("document-style".to_owned(), "short", None, options(entries.into_iter()), move |name| {
        if let Some(style) = STYLE_NAMES.into_iter().find(|known| **known == *name) {
            wanted.set(Wanted { style, ..*wanted });
        }
    })
}

fn language(wanted: &UseStateHandle<Wanted>) -> Html {
    let entries = Language::ALL.iter().map(|&known| Entry {
        value: known.tag().to_owned(),
        label: known.words().language_name().to_owned(),
        chosen: known == wanted.language,
    });
    let wanted = wanted.clone();
    select("document-language".to_owned(), "short", None, options(entries), move |tag| {
        if let Some(language) = Language::from_tag(&tag) {
            wanted.set(Wanted { language, ..*wanted });
        }
    })
}

fn section(kit: &Kit, wanted: &UseStateHandle<Wanted>) -> Html {
    let words = kit.words();
    let all = Entry {
        value: String::new(),
        label: words.draft_section_all().to_owned(),
        chosen: wanted.section.is_none(),
    };
    let parts = Section::ALL.into_iter().map(|section| Entry {
        value: section.name().to_owned(),
        label: section.title(words).to_owned(),
        chosen: wanted.section == Some(section),
    });
    let wanted = wanted.clone();
    select(
        "document-section".to_owned(),
        "short",
        None,
        options(std::iter::once(all).chain(parts)),
        move |name| {
            wanted.set(Wanted {
                section: Section::from_name(&name),
                ..*wanted
            });
        },
    )
}
