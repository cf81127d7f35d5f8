//! The site-visit list of a panel: what is to be verified, once by place and once by who asks, with room to write what was found.

use super::document::{Alignment, Document, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::pinned::Pinned;
use super::say;
use crate::assessment::{Assessment, Text};
use crate::criteria::Pack;
use crate::language::{Language, fill};
use crate::order;
use crate::panel::Panel;
use crate::panel::sentences::Visit;

/// The list as a document. Who asks is named, because a list without that serves nobody.
pub fn visits(pack: &Pack, panel: &Panel, language: Language) -> Document {
    let blank = Assessment::blank(pack);
    let mut draft = Draft::new(pack, &blank, language);
    let words = draft.words;
    draft.heading(1, words.visits_title());
    draft.paragraphs(ParagraphStyle::Note, words.visits_note());
    if panel.visits.is_empty() {
        draft.paragraphs(ParagraphStyle::Missing, words.visits_none());
    } else {
        part(&mut draft, panel, By::Place);
        part(&mut draft, panel, By::Person);
    }
    let organisation = say::on_one_line(language, panel.subject.organisation.trim());
    let organisation = if organisation.is_empty() { words.none().to_owned() } else { organisation };
    Document {
        title: words.visits_title().to_owned(),
        author: organisation.clone(),
        language,
        header: fill(words.visits_header(), &[("organisation", &organisation)]),
        footer: words.minute_footer().to_owned(),
        blocks: draft.blocks,
        mark: String::new(),
        pinned: Pinned::default(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum By {
    Place,
    Person,
}

impl By {
    fn of(self, visit: &Visit) -> &Text {
        match self {
            By::Place => &visit.place,
            By::Person => &visit.who,
        }
    }
}

/// A table for every place or person, in the order of their names; those without one last.
fn part(draft: &mut Draft<'_>, panel: &Panel, by: By) {
    let words = draft.words;
    let (title, none) = match by {
        By::Place => (words.visits_by_place(), words.visits_no_place()),
        By::Person => (words.visits_by_person(), words.visits_no_person()),
    };
    draft.heading(2, title);
    let mut names: Vec<&str> = panel.visits.iter().map(|visit| by.of(visit).trim()).collect();
    order::sort_by_key(&mut names, |name| (name.is_empty(), *name));
    names.dedup();
    let other = if by == By::Place { words.visits_who() } else { words.visits_place() };
    for name in names {
        let shown = if name.is_empty() { none } else { name };
        let mut visits: Vec<&Visit> = panel.visits.iter().filter(|visit| by.of(visit).trim() == name).collect();
        order::sort_by_key(&mut visits, |visit| visit.item);
        let row = |visit: &&Visit| Row {
            weight: Weight::Plain,
            cells: vec![
                say::item_name(draft.pack, draft.language, visit.item),
                visit.question.trim().to_owned(),
                if by == By::Place { &visit.who } else { &visit.place }.trim().to_owned(),
                visit.evidence.trim().to_owned(),
                String::new(),
            ],
        };
        let rows = visits.iter().map(row).collect();
        let columns = [
            (words.visits_item(), 20, Alignment::Start),
            (words.visits_question(), 28, Alignment::Start),
            (other, 12, Alignment::Start),
            (words.visits_evidence(), 18, Alignment::Start),
            (words.visits_found(), 22, Alignment::Start),
        ];
        let shown = say::on_one_line(draft.language, shown);
        draft.heading(3, shown.clone());
        draft.table(&shown, &columns, rows);
    }
}
