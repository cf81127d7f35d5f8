//! The desk of an authority: what was received, in a table, checked and compared. Nothing of it is kept.

mod cards;
mod look;
mod pack_files;
mod received;
mod table;

use crate::browser::page;
use crate::desk::{Line, Listing, Summary};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{files_target, on_button};
use cards::Cards;
use look::Look;
use received::{MOST, Received, Stand};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Id of the input that picks files.
const INPUT: &str = "desk-files";
/// Id of the field with the passphrases.
const PASSPHRASES: &str = "desk-passphrases";

/// What is drawn.
struct View<'a> {
    kit: &'a Kit,
    lines: &'a [Rc<Line>],
}

#[component]
pub fn DeskPage() -> Html {
    let kit = use_kit();
    let words = kit.words();
    let desk = use_memo((), |()| Received::default());
    let cards = use_memo((), |()| Cards::default());
    let listing = use_state(Listing::default);
    let at = use_state(|| 0_usize);
    let open = use_state(|| None::<usize>);
    let update = use_force_update();
    let redraw = Callback::from(move |()| update.force_update());
    {
        let (shelf, desk) = (kit.shelf.clone(), Rc::clone(&desk));
        use_effect_with((), move |()| {
            shelf.want_all();
            move || desk.clear()
        });
    }
    {
        let (kit, desk, redraw, open) = (kit.clone(), Rc::clone(&desk), redraw.clone(), open.setter());
        // Sentences are in the language the files were read in.
        use_effect_with(kit.language, move |_| {
            open.set(None);
            desk.again(&kit, &redraw);
        });
    }
    let target = {
        let (kit, desk, cards, redraw) = (kit.clone(), Rc::clone(&desk), Rc::clone(&cards), redraw.clone());
        files_target(INPUT, ".json,.zip,.docx,.age,application/json,application/zip", move |files| {
            if files.len() > MOST {
                let sentence = fill(kit.words().desk_too_many(), &[("most", &MOST.to_string())]);
                return kit.notify.emit(Notice::bad(sentence));
            }
            desk.set_passphrases(&page::value(PASSPHRASES));
            let (kit, desk, cards, redraw) = (kit.clone(), Rc::clone(&desk), Rc::clone(&cards), redraw.clone());
            spawn_local(async move {
                let drafts = cards.take(files).await;
                match drafts.is_empty() {
                    true => redraw.emit(()),
                    false => desk.take(&kit, drafts, &redraw),
                }
            });
        })
    };
    let lines = desk.lines();
    let view = View { kit: &kit, lines: &lines };
    let shown = listing.of(&lines);
    let pages = shown.len().div_ceil(table::ROWS);
    let here = (*at).min(pages.saturating_sub(1));
    let on_page: Vec<usize> = shown.iter().copied().skip(here * table::ROWS).take(table::ROWS).collect();
    let onclick = {
        let (kit, desk, redraw, listing, at, open) = (kit.clone(), Rc::clone(&desk), redraw.clone(), listing.clone(), at.clone(), open.clone());
        let cards = Rc::clone(&cards);
        let sort = on_button("data-sort", move |word| table::sort(&listing, &word));
        let show = {
            let open = open.clone();
            on_button("data-open", move |at| {
                open.set(at.parse().ok());
                page::scroll_to_top();
            })
        };
        let act = on_button("data-act", move |act| match &*act {
            "before" => at.set(here.saturating_sub(1)),
            "after" => at.set(here + 1),
            "back" => open.set(None),
            "clear" => {
                desk.clear();
                cards.clear();
                redraw.emit(());
            }
            "html" => desk.save(&kit, "html"),
            _ => desk.save(&kit, "xlsx"),
        });
        Callback::from(move |event: MouseEvent| {
            sort.emit(event.clone());
            show.emit(event.clone());
            act.emit(event);
        })
    };
    let looked_at = open.and_then(|at| lines.get(at));
    if let Some(line) = looked_at {
        return html! {
            <main class="page wide desk" key="desk-look"><div class="stack" {onclick}>
                <div class="stack-xs"><p class="crumbs"><button type="button" class="link" data-act="back">{ words.desk_back() }</button></p><h1>{ line.file.clone() }</h1></div>
                <Look key={line.file.clone()} desk={Rc::clone(&desk)} line={line.clone()} />
            </div></main>
        };
    }
    let stand = desk.stand();
    let done = matches!(stand, Stand::Done);
    html! {
        <main class="page wide desk" key="desk" ondragover={target.over.clone()} ondrop={target.drop.clone()}><div class="stack" {onclick}>
            <div class="title"><h1>{ words.desk_title() }</h1>
                <span class="pts row">{ target.input.clone() }<button type="button" class="btn main" onclick={|_| page::click(INPUT)}>{ words.desk_choose() }</button></span></div>
            <p class="controls">{ words.desk_intro() }</p>
            <details class="controls"><summary>{ words.desk_passphrases() }</summary>
                <div class="field"><label for={PASSPHRASES} class="hidden">{ words.desk_passphrases() }</label><textarea class="input" id={PASSPHRASES} rows="3" autocomplete="off" spellcheck="false" />
                    <p class="small muted">{ words.desk_passphrases_note() }</p></div></details>
            <p role="status">{ standing(&kit, &stand) }</p>
            { cards::cards(&kit, &cards, matches!(stand, Stand::Empty)) }
            if done {
                <section class="sheet long stack-s" aria-label={words.desk_title()}>
                    <p>{ say::desk_counts(kit.language, &Summary::of(&lines)) }</p>
                    { table::filters(&view, &listing, shown.len()) }
                    { table::table(&view, &listing, &on_page) }
                    { table::turning(words, here, pages) }
                    <p class="small muted">{ words.desk_note() }</p>
                    <div class="row controls"><button type="button" class="btn" data-act="xlsx">{ words.desk_save() }</button>
                        <button type="button" class="btn" data-act="html">{ words.desk_save_list() }</button>
                        <button type="button" class="btn quiet" data-act="clear">{ words.desk_clear() }</button></div>
                </section>
            }
        </div></main>
    }
}

/// What the desk is at, in a sentence; nothing once it is done.
fn standing(kit: &Kit, stand: &Stand) -> String {
    let words = kit.words();
    match stand {
        Stand::Empty => words.desk_empty().to_owned(),
        Stand::Reading { done, of } => fill(words.desk_reading(), &[("done", &done.to_string()), ("of", &of.to_string())]),
        Stand::Comparing => words.desk_comparing().to_owned(),
        Stand::Done => String::new(),
    }
}
