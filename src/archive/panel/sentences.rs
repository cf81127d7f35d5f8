//! The panel's sentences, key themes and site-visit list in its record.

use super::format::{AsideFile, PanelFile, SentenceFile, SentencesFile, SourceFile, ThemeFile, VisitFile};
use crate::archive::error::ReadError;
use crate::archive::scoring::written;
use crate::assessment::text;
use crate::criteria::Pack;
use crate::json::{self, ById};
use crate::panel::Panel;
use crate::panel::sentences::{Aside, ItemSentences, Sentence, Side, Source, Theme, Visit};
use std::rc::Rc;

/// Whether there is any of it.
pub(super) fn any(panel: &Panel) -> bool {
    panel.sentences.iter().any(|sentences| !sentences.is_blank()) || !panel.themes.is_empty() || !panel.visits.is_empty()
}

/// Puts what the record holds into the panel. What belongs to items the criteria do not have goes to `unknown`.
pub(super) fn read(pack: &Pack, file: &PanelFile, panel: &mut Panel, unknown: &mut Vec<String>) -> Result<(), ReadError> {
    for (id, of_item) in &file.sentences.0 {
        let pointer = json::push("/sentences", id);
        let Some(slot) = pack.item_slot(id) else {
            unknown.push(pointer);
            continue;
        };
        let mut kept = Vec::with_capacity(of_item.kept.len());
        for (at, sentence) in of_item.kept.iter().enumerate() {
            kept.push(Sentence {
                side: side(&sentence.side, &[&pointer, "/kept/", &at.to_string(), "/side"].concat())?,
                text: text(&sentence.text),
                from: sentence.from.iter().map(|from| source(&from.assessor, &from.text)).collect(),
            });
        }
        let mut aside = Vec::with_capacity(of_item.aside.len());
        for (at, file) in of_item.aside.iter().enumerate() {
            aside.push(Aside {
                side: side(&file.side, &[&pointer, "/aside/", &at.to_string(), "/side"].concat())?,
                source: source(&file.assessor, &file.text),
                reason: text(&file.reason),
            });
        }
        panel.sentences.resize(pack.items().len(), Rc::default());
        panel.sentences[slot.0] = Rc::new(ItemSentences { kept, aside });
    }
    for (at, theme) in file.themes.iter().enumerate() {
        panel.themes.push(Theme {
            side: side(&theme.side, &["/themes/", &at.to_string(), "/side"].concat())?,
            text: text(&theme.text),
            items: theme.items.iter().filter_map(|id| pack.item_slot(id)).collect(),
        });
    }
    for (at, visit) in file.visits.iter().enumerate() {
        match pack.item_slot(&visit.item) {
            Some(item) => panel.visits.push(Visit {
                item,
                question: text(&visit.question),
                who: text(&visit.who),
                place: text(&visit.place),
                evidence: text(&visit.evidence),
            }),
            None => {
                return Err(ReadError::BadValue {
                    pointer: ["/visits/", &at.to_string(), "/item"].concat(),
                    value: visit.item.clone(),
                });
            }
        }
    }
    Ok(())
}

fn side(word: &str, pointer: &str) -> Result<Side, ReadError> {
    Side::of_word(word).ok_or_else(|| ReadError::BadValue {
        pointer: pointer.to_owned(),
        value: word.to_owned(),
    })
}

fn source(assessor: &str, said: &str) -> Source {
    Source {
        assessor: text(assessor),
        text: text(said),
    }
}

/// The members of the record.
pub(super) fn write(pack: &Pack, panel: &Panel, file: &mut PanelFile) {
    let id = |slot: crate::criteria::ItemSlot| pack.item(slot).id.clone();
    let spoken = pack.items().filter(|(slot, _)| !panel.sentences_of(*slot).is_blank());
    file.sentences = ById(spoken.map(|(slot, item)| (item.id.clone(), of_item(&panel.sentences_of(slot)))).collect());
    let theme = |theme: &Theme| ThemeFile {
        side: theme.side.word().into(),
        text: written(&theme.text),
        items: theme.items.iter().map(|item| id(*item)).collect(),
    };
    file.themes = panel.themes.iter().map(theme).collect();
    let visit = |visit: &Visit| VisitFile {
        item: id(visit.item),
        question: written(&visit.question),
        who: written(&visit.who),
        place: written(&visit.place),
        evidence: written(&visit.evidence),
    };
    file.visits = panel.visits.iter().map(visit).collect();
}

fn of_item(sentences: &ItemSentences) -> SentencesFile {
    let source = |source: &Source| SourceFile {
        assessor: written(&source.assessor),
        text: written(&source.text),
    };
    let kept = |sentence: &Sentence| SentenceFile {
        side: sentence.side.word().into(),
        text: written(&sentence.text),
        from: sentence.from.iter().map(source).collect(),
    };
    let aside = |aside: &Aside| AsideFile {
        side: aside.side.word().into(),
        assessor: written(&aside.source.assessor),
        text: written(&aside.source.text),
        reason: written(&aside.reason),
    };
    SentencesFile {
        kept: sentences.kept.iter().map(kept).collect(),
        aside: sentences.aside.iter().map(aside).collect(),
    }
}
