//! What the minute says of comments: key themes, the panel's sentences by item with what each was made of, and what was set aside.

use super::document::{Alignment, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::say;
use crate::assessment::Text;
use crate::language::fill;
use crate::panel::Panel;
use crate::panel::sentences::{Sentence, Side, Source, left};

pub(super) fn write(draft: &mut Draft<'_>, panel: &Panel, anonymous: bool) {
    themes(draft, panel);
    sentences(draft, panel, anonymous);
}

fn themes(draft: &mut Draft<'_>, panel: &Panel) {
    if panel.themes.is_empty() {
        return;
    }
    let words = draft.words;
    draft.heading(2, words.minute_themes());
    for (side, title) in sides(draft) {
        let lines: Vec<String> = panel
            .themes
            .iter()
            .filter(|theme| theme.side == side)
            .map(|theme| theme_told(draft, theme))
            .collect();
        draft.labelled(title, ParagraphStyle::Entry, &lines.join("\n"));
    }
}

/// A theme with the numbers of its items behind it.
pub(super) fn theme_told(draft: &Draft<'_>, theme: &crate::panel::sentences::Theme) -> String {
    let told = say::on_one_line(draft.language, theme.text.trim());
    if theme.items.is_empty() {
        return told;
    }
    let items = say::numbers(draft.pack, draft.language, &theme.items);
    fill(draft.words.feedback_themes_panel_theme(), &[("text", &told), ("items", &items)])
}

fn sides(draft: &Draft<'_>) -> [(Side, &'static str); 2] {
    let words = draft.words;
    [(Side::Strength, words.minute_strengths()), (Side::Opportunity, words.minute_opportunities())]
}

fn sentences(draft: &mut Draft<'_>, panel: &Panel, anonymous: bool) {
    let words = draft.words;
    let spoken = panel.sentences.iter().any(|sentences| !sentences.is_blank());
    let left = left(draft.pack, panel);
    if !spoken && left == 0 {
        return;
    }
    draft.heading(2, words.minute_sentences());
    for (slot, _) in draft.pack.items() {
        let of_item = panel.sentences_of(slot);
        if of_item.kept.is_empty() {
            continue;
        }
        draft.heading(3, say::item_name(draft.pack, draft.language, slot));
        for (side, title) in sides(draft) {
            let kept = of_item.kept.iter().filter(|sentence| sentence.side == side);
            let lines: Vec<String> = kept.map(|sentence| told(draft, sentence, anonymous)).collect();
            draft.labelled(title, ParagraphStyle::Entry, &lines.join("\n"));
        }
    }
    aside(draft, panel, anonymous);
    let told = match left {
        0 => words.minute_comments_done().to_owned(),
        n => fill(words.minute_comments_left(), &[("n", &n.to_string())]),
    };
    draft.paragraphs(ParagraphStyle::Note, &told);
}

fn told(draft: &Draft<'_>, sentence: &Sentence, anonymous: bool) -> String {
    let words = draft.words;
    let text = say::on_one_line(draft.language, sentence.text.trim());
    if sentence.from.is_empty() {
        return fill(words.minute_own(), &[("text", &text)]);
    }
    if anonymous {
        let n = sentence.from.len().to_string();
        return fill(words.minute_sources_unnamed(), &[("text", &text), ("n", &n)]);
    }
    let mut names: Vec<&Text> = sentence.from.iter().map(|source: &Source| &source.assessor).collect();
    names.sort_unstable();
    names.dedup();
    let names: Vec<String> = names.into_iter().map(|name| say::on_one_line(draft.language, name)).collect();
    fill(words.minute_sources(), &[("text", &text), ("names", &names.join(words.term_list()))])
}

fn aside(draft: &mut Draft<'_>, panel: &Panel, anonymous: bool) {
    let words = draft.words;
    let mut rows = Vec::new();
    for (slot, _) in draft.pack.items() {
        let mut aside: Vec<_> = panel.sentences_of(slot).aside.clone();
        if anonymous {
            // In no order that follows from the names.
            crate::order::sort_by_key(&mut aside, |aside| aside.source.text.clone());
        }
        for aside in aside {
            let mut cells = vec![
                say::item_name(draft.pack, draft.language, slot),
                aside.source.text.to_string(),
                aside.reason.trim().to_owned(),
            ];
            if !anonymous {
                cells.insert(2, say::on_one_line(draft.language, &aside.source.assessor));
            }
            rows.push(Row { weight: Weight::Plain, cells });
        }
    }
    let named = [
        (words.minute_item(), 24, Alignment::Start),
        (words.minute_aside_comment(), 38, Alignment::Start),
        (words.minute_aside_by(), 12, Alignment::Start),
        (words.minute_aside_reason(), 26, Alignment::Start),
    ];
    let unnamed = [named[0], named[1], (named[3].0, 38, Alignment::Start)];
    draft.table(words.minute_aside(), if anonymous { &unnamed[..] } else { &named[..] }, rows);
}
