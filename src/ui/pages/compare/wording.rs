//! Texts that differ: what was taken out struck through, what came in underlined. Where hardly anything stands, both texts
//! stand side by side; long stretches that stand are shortened.

use super::View;
use crate::comparison::{Piece, TextDifference, is_rewritten, wording};
use crate::criteria::ItemSlot;
use crate::report::say;
use yew::prelude::*;

/// How many characters of a long stretch that stands are shown at a change, and how long it must be to be shortened.
const CONTEXT: usize = 60;
const LONG: usize = 240;

pub(super) fn texts(view: &View<'_>, item: Option<ItemSlot>, all: &[TextDifference]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    html! { <div class="stack-s"><h4>{ view.kit.words().compare_texts_title() }</h4>{ for all.iter().map(|found| text(view, item, found)) }</div> }
}

fn text(view: &View<'_>, item: Option<ItemSlot>, found: &TextDifference) -> Html {
    let words = view.kit.words();
    let place = say::text_place(&view.kit.pack, view.kit.language, item, found.place);
    let (class, label) = match (found.before.trim().is_empty(), found.after.trim().is_empty()) {
        (true, false) => ("tag g", words.compare_new()),
        (false, true) => ("tag b", words.compare_removed()),
        _ => ("tag", words.compare_rewritten()),
    };
    html! { <div class="stack-xs"><p class="told small"><b>{ place }</b><span {class}>{ label }</span></p>{ body(view, found) }</div> }
}

fn body(view: &View<'_>, found: &TextDifference) -> Html {
    let pieces = wording(&found.before, &found.after);
    if is_rewritten(&pieces) {
        let [before, after, _] = view.heads();
        return html! {
            <div class="two written"><div class="well"><p class="small muted">{ before }</p><del>{ found.before.to_string() }</del></div>
                <div class="well"><p class="small muted">{ after }</p><ins>{ found.after.to_string() }</ins></div></div>
        };
    }
    let last = pieces.len().saturating_sub(1);
    let piece = |(at, piece): (usize, Piece)| match piece {
        Piece::Same(text) => html! { { stands(&text, at == 0, at == last) } },
        Piece::Gone(text) => html! { <del>{ text }</del> },
        Piece::New(text) => html! { <ins>{ text }</ins> },
    };
    html! { <p class="written well">{ for pieces.into_iter().enumerate().map(piece) }</p> }
}

/// What stands; of a long stretch only what lies next to a change, cut between words.
fn stands(text: &str, first: bool, last: bool) -> Html {
    if text.chars().count() <= LONG {
        return html! { text.to_owned() };
    }
    // How far a side goes: its length, and on as far as the word it ends in.
    let side = |letters: &mut dyn Iterator<Item = char>| -> usize {
        let within = |(at, letter): &(usize, char)| *at < CONTEXT || letter.is_alphanumeric() && letter.is_ascii();
        letters.enumerate().take_while(within).map(|(_, letter)| letter.len_utf8()).sum()
    };
    let start = if first { "" } else { &text[..side(&mut text.chars())] };
    let end = if last { "" } else { &text[text.len() - side(&mut text.chars().rev())..] };
    html! { <>{ start.to_owned() }<span class="muted">{ " …… " }</span>{ end.to_owned() }</> }
}
