//! Strengths and opportunities on the projected page, a few at a time: what the panel has written, else what assessors wrote.

use crate::language::fill;
use crate::panel::sentences::{Side, comments};
use crate::panel::{ItemReading, Panel};
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// So many lines of a side are shown at once.
const SHOWN: usize = 3;

/// The lines of a side: the panel's own sentences with a tick, then groups of comments with how many say so.
fn lines(kit: &Kit, panel: &Panel, item: &ItemReading, side: Side) -> Vec<String> {
    let sentences = panel.sentences_of(item.item);
    let kept = sentences.kept.iter().filter(|sentence| sentence.side == side);
    let mut lines: Vec<String> = kept.map(|sentence| ["✓ ", sentence.text.trim()].concat()).collect();
    let rubric = &kit.pack.rubric_of(item.item).id;
    let rubric = kit.pack.structure().rubrics.iter().position(|known| known.id == *rubric).unwrap_or(0);
    let groups = comments(panel, item.item, &say::cues(&kit.pack, rubric));
    for group in groups.iter().filter(|group| group.side == side) {
        let left = group.said.iter().filter(|said| said.outcome == crate::panel::sentences::Outcome::Left);
        let left: Vec<_> = left.collect();
        let Some(first) = left.first() else { continue };
        let times = if left.len() > 1 { format!("（×{}）", left.len()) } else { String::new() };
        lines.push([first.source.text.trim(), &times].concat());
    }
    lines
}

pub(super) fn said(kit: &Kit, panel: &Panel, item: &ItemReading, part: usize) -> Html {
    let words = kit.words();
    let sides = [
        (Side::Strength, words.item_strengths(), "＋"),
        (Side::Opportunity, words.item_opportunities(), "－"),
    ];
    let sides = sides.map(|(side, title, sign)| (lines(kit, panel, item, side), title, sign));
    let parts = sides.iter().map(|(lines, ..)| lines.len().div_ceil(SHOWN)).max().unwrap_or(0).max(1);
    let part = part % parts;
    let side = |(lines, title, sign): &(Vec<String>, &'static str, &'static str)| {
        let shown = lines.iter().skip(part * SHOWN).take(SHOWN);
        html! {
            <div class="side"><h2>{ *sign }{ " " }{ *title }if parts > 1 { <small>{ fill(words.room_more(), &[("n", &(part + 1).to_string()), ("all", &parts.to_string())]) }</small> }</h2>
                if lines.is_empty() { <p class="muted">{ words.room_no_comments() }</p> }<ul>{ for shown.map(|line| html! { <li>{ line.clone() }</li> }) }</ul></div>
        }
    };
    html! { <div class="sides">{ for sides.iter().map(side) }</div> }
}
