//! The top of the page: which pack it is, whether it is kept and passes the check, the buttons for the whole, and its names.

use super::keeper::{Keeper, Saved};
use super::{field, texts};
use crate::criteria::Draft;
use crate::language::{Language, fill};
use crate::ui::kit::Kit;
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use yew::prelude::*;

pub fn head(kit: &Kit, draft: &Draft, keeper: &Keeper, faults: usize) -> Html {
    let words = kit.words();
    let original = draft.original();
    let own = original.words(kit.language.tag());
    let (class, state) = match keeper.saved() {
        Saved::Yes => ("saved good", words.adapt_saved().to_owned()),
        Saved::Soon => ("saved saving", words.adapt_saving().to_owned()),
        Saved::No(error) => ("saved bad", fill(words.adapt_not_saved(), &[("reason", storage_words(words, error))])),
    };
    let check = if faults == 0 {
        words.adapt_no_faults().to_owned()
    } else {
        fill(words.criteria_faults(), &[("n", &faults.to_string())])
    };
    let (can_undo, can_redo) = keeper.steps();
    html! {
        <div class="stack-xs">
            <p class="crumbs"><a href={Route::Criteria.href()}>{ words.criteria_back() }</a></p>
            <div class="title"><h1>{ words.adapt_title() }</h1>
                <span class="pts row">
                    <button type="button" class="btn quiet" data-edit="undo" disabled={!can_undo}>{ words.adapt_undo() }</button>
                    <button type="button" class="btn quiet" data-edit="redo" disabled={!can_redo}>{ words.adapt_redo() }</button>
                    <button type="button" class="btn" data-edit="export">{ words.adapt_export() }</button>
                    <button type="button" class="btn main" data-edit="use">{ words.adapt_use() }</button></span></div>
            <p>{ fill(words.adapt_of(), &[("name", own.name()), ("edition", own.edition_name())]) }</p>
            <p class="small">{ words.adapt_intro() }</p>
            <div class="told"><span {class} role="status"><span class="dot" aria-hidden="true"></span><span>{ state }</span></span>
                <span class={if faults == 0 { "tag g" } else { "tag b" }}>{ check }</span>
                { for texts::lacking(draft).into_iter().map(|(language, n)| {
                    let text = fill(words.adapt_lacking(), &[("language", language.words().language_name()), ("n", &n.to_string())]);
                    html! { <span class="tag w">{ text }</span> }
                }) }</div>
        </div>
    }
}

pub fn identity(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let structure = draft.structure();
    let name = |language: Language| {
        let label = if language == Language::Zh {
            words.adapt_name_zh()
        } else {
            words.adapt_name_en()
        };
        let value = texts::written(draft, language.tag(), "pack.name");
        html! { <div class="field"><label aria-hidden="true">{ label }</label>{ field::line(format!("text/{}/pack.name", language.tag()), value, label.to_owned()) }</div> }
    };
    html! {
        <details class="sheet" open=true id="step-identity"><summary><h2>{ words.adapt_identity() }</h2></summary><div class="stack-s"><p class="small">{ words.adapt_identity_note() }</p><div class="form">
            <div class="field"><label aria-hidden="true">{ words.adapt_id() }</label>{ field::line("id".into(), &structure.id, words.adapt_id().into()) }</div>
            <div class="field"><label aria-hidden="true">{ words.adapt_edition() }</label>{ field::line("edition".into(), &structure.edition, words.adapt_edition().into()) }</div>
            { for Language::ALL.iter().map(|language| name(*language)) }
        </div></div></details>
    }
}
