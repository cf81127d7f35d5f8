//! What can be found, in the order in which it is shown where it fits equally well: pages and actions, items and what they ask for, what is
//! written, figures, evidence, what is missing.

use super::goal::Goal;
use crate::assessment::{Assessment, Field, FigureSlot, each_text};
use crate::browser::clock;
use crate::criteria::{IndicatorSlot, Term};
use crate::eligibility::judge;
use crate::findings::{findings, name_beside, place_of};
use crate::language::Language;
use crate::report::say;
use crate::search::Entry;
use crate::ui::frame::title;
use crate::ui::kit::Kit;
use crate::ui::noting::goal;
use crate::ui::parts::{place_field, place_route};
use crate::ui::route::Route;
use crate::ui::store::Snapshot;

/// What stands beside an entry.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// What it is: an item, a page.
    pub kind: &'static str,
    /// What is told beside its name, where its text does not say where it was found.
    pub note: String,
    pub goal: Goal,
}

/// Everything but the terms, which come later.
pub(super) struct Collection {
    pub entries: Vec<Entry>,
    pub lines: Vec<Line>,
}

impl Collection {
    fn add(&mut self, kind: &'static str, entry: Entry, note: &str, goal: Goal) {
        self.entries.push(entry);
        self.lines.push(Line {
            kind,
            note: note.to_owned(),
            goal,
        });
    }
    fn named(&mut self, kind: &'static str, name: &str, also: &[&str], goal: Goal) {
        let entry = Entry {
            name: name.to_owned(),
            also: also.join(" "),
            text: String::new(),
        };
        self.add(kind, entry, "", goal);
    }
}

pub(super) fn collect(kit: &Kit, open: Option<&Snapshot>) -> Collection {
    let mut found = Collection {
        entries: Vec::new(),
        lines: Vec::new(),
    };
    pages(kit, open, &mut found);
    acts(kit, open, &mut found);
    if let Some(open) = open {
        items(kit, open, &mut found);
        texts(kit, open, &mut found);
        figures(kit, open, &mut found);
        evidence(kit, open, &mut found);
        notes(kit, open, &mut found);
        missing(kit, open, &mut found);
    }
    found
}

/// The terms of the field, which the page of the criteria lists.
pub(super) fn terms(kit: &Kit, terms: Vec<Term>, found: &mut Collection) {
    for Term { zh, en, .. } in terms {
        let (name, other) = if kit.language == Language::Zh { (zh, en) } else { (en, zh) };
        let goal = Goal::Page(Route::Pack { pack: kit.pack.key() }, "glossary".to_owned());
        let entry = Entry {
            name,
            also: other.clone(),
            text: String::new(),
        };
        found.add(kit.words().finder_term(), entry, &other, goal);
    }
}

fn pages(kit: &Kit, open: Option<&Snapshot>, found: &mut Collection) {
    let mut routes = Vec::new();
    if let Some(open) = open {
        let id = open.id.to_string();
        routes.push(Route::Overview { id: id.clone() });
        routes.push(Route::Organisation { id: id.clone() });
        routes.extend([
            Route::Figures { id: id.clone() },
            Route::Evidence { id: id.clone() },
            Route::Improvement { id: id.clone() },
        ]);
        if open.part.is_none() {
            routes.extend([
                Route::Eligibility { id: id.clone() },
                Route::Result { id: id.clone() },
                Route::Next { id: id.clone() },
                Route::Compare { id: id.clone() },
                Route::Under { id: id.clone() },
                Route::Departments { id: id.clone() },
                Route::Panel { id: id.clone() },
                Route::Room { id: id.clone() },
                Route::RedPen { id: id.clone() },
                Route::Draft { id: id.clone() },
                Route::Report { id: id.clone() },
                Route::Road { id: id.clone() },
            ]);
        }
        routes.push(Route::Versions { id });
    }
    routes.extend([Route::Criteria, Route::ScoringCopies, Route::Training, Route::Settings]);
    let kind = kit.words().finder_page();
    for route in routes {
        if let Some(name) = title(&route, kit) {
            found.named(kind, &name, &[], Goal::page(route));
        }
    }
    found.named(kind, kit.words().nav_home(), &[], Goal::page(Route::Home));
}

fn acts(kit: &Kit, open: Option<&Snapshot>, found: &mut Collection) {
    let words = kit.words();
    let kind = words.finder_act();
    if let Some(open) = open {
        if open.part.is_none() {
            found.named(kind, words.backup_short(), &[], Goal::BackUp);
        }
        if open.can_undo {
            found.named(kind, words.top_undo(), &[], Goal::Undo);
        }
        if open.can_redo {
            found.named(kind, words.top_redo(), &[], Goal::Redo);
        }
    }
    found.named(kind, words.keys_title(), &["?"], Goal::Keys);
    let other = if kit.language == Language::Zh { Language::En } else { Language::Zh };
    found.named(kind, words.finder_language(), &[other.words().language_name()], Goal::OtherLanguage);
}

fn items(kit: &Kit, open: &Snapshot, found: &mut Collection) {
    let (words, texts) = (kit.words(), kit.pack_words());
    let other = kit.pack.words(if kit.language == Language::Zh { "en" } else { "zh" });
    let mut prompts = Vec::new();
    for (slot, item) in kit.pack.items() {
        if open.part.as_ref().is_some_and(|part| !part.items.contains(&item.id)) {
            continue;
        }
        let route = Route::item(&open.id, &kit.pack, slot);
        let category = texts.category(&kit.pack.category(kit.pack.category_of(slot)).id);
        let entry = Entry {
            name: texts.item(&item.id).to_owned(),
            also: [&item.number, " ", other.item(&item.id)].concat(),
            text: String::new(),
        };
        found.add(words.finder_item(), entry, &[&item.number, " · ", category].concat(), Goal::page(route.clone()));
        for prompt in &item.prompts {
            let (name, text) = (texts.prompt_name(&item.id, &prompt.id), texts.prompt(&item.id, &prompt.id));
            let entry = Entry {
                name: if name.is_empty() { texts.item(&item.id) } else { name }.to_owned(),
                also: prompt.number.clone().unwrap_or_default(),
                text: text.to_owned(),
            };
            prompts.push((entry, item.number.clone(), Goal::page(route.clone())));
        }
    }
    for (entry, note, goal) in prompts {
        found.add(words.finder_prompt(), entry, &note, goal);
    }
}

/// What is written in all text fields.
fn texts(kit: &Kit, open: &Snapshot, found: &mut Collection) {
    let assessment: &Assessment = &open.assessment;
    each_text(assessment, &mut |field, text| {
        if text.trim().is_empty() {
            return;
        }
        let route = place_route(kit, assessment, &open.id, place_of(field));
        let entry = Entry {
            name: say::field_place(&kit.pack, kit.language, field, &name_beside(assessment, field)),
            also: String::new(),
            text: text.to_string(),
        };
        found.add(kit.words().finder_text(), entry, "", Goal::Page(route, element(kit, field)));
    });
}

/// The id of the field on its page; empty where the page says itself which entry is meant.
fn element(kit: &Kit, field: Field) -> String {
    match field {
        Field::Profile(field) => ["profile-", field.key()].concat(),
        Field::Answer { item, scope, factor } => {
            let factor = kit.pack.rubric_of(item).factors.get(factor).map_or("", |factor| &factor.id);
            ["answer-", &scope.to_string(), "-", factor].concat()
        }
        Field::Strengths(_) => "strengths".to_owned(),
        Field::Opportunities(_) => "opportunities".to_owned(),
        Field::Remark(_) => "remark".to_owned(),
        Field::ConditionEvidence(slot) => ["condition-", &kit.pack.condition(slot).id].concat(),
        Field::SelfCheckNote(slot) => ["note-", &kit.pack.self_check(slot).id].concat(),
        _ => String::new(),
    }
}

fn figures(kit: &Kit, open: &Snapshot, found: &mut Collection) {
    let texts = kit.pack_words();
    let other = kit.pack.words(if kit.language == Language::Zh { "en" } else { "zh" });
    let route = |slot| place_route(kit, &open.assessment, &open.id, crate::findings::Place::Figure(slot));
    for (slot, indicator) in kit.pack.indicators() {
        let names = [texts.indicator(&indicator.id), other.indicator(&indicator.id)];
        let IndicatorSlot(at) = slot;
        found.named(
            kit.words().finder_figure(),
            names[0],
            &[names[1]],
            Goal::page(route(FigureSlot::Catalogue(IndicatorSlot(at)))),
        );
    }
    for (at, own) in open.assessment.figures.own.iter().enumerate() {
        found.named(kit.words().finder_figure(), &own.name, &[], Goal::page(route(FigureSlot::Own(at))));
    }
}

fn evidence(kit: &Kit, open: &Snapshot, found: &mut Collection) {
    for entry in &open.assessment.evidence.entries {
        let goal = Goal::page(Route::evidence(&open.id, &entry.number));
        let line = Entry {
            name: [&entry.number, " ", &*entry.title].concat(),
            ..Entry::default()
        };
        found.add(kit.words().finder_evidence(), line, "", goal);
    }
}

/// Notes by what they say; one at what the criteria do not have leads to the list of all.
fn notes(kit: &Kit, open: &Snapshot, found: &mut Collection) {
    let assessment = &open.assessment;
    for note in &assessment.notes.entries {
        let (route, field) = goal(kit, assessment, &open.id, &note.place).unwrap_or((Route::Overview { id: open.id.to_string() }, String::new()));
        let entry = Entry {
            name: say::note_place(&kit.pack, kit.language, assessment, &note.place),
            also: note.author.to_string(),
            text: note.text.to_string(),
        };
        found.add(kit.words().finder_note(), entry, "", Goal::Page(route, field));
    }
}

fn missing(kit: &Kit, open: &Snapshot, found: &mut Collection) {
    let assessment = &open.assessment;
    let record = &assessment.eligibility;
    let eligibility = judge(&kit.pack, assessment, record.edition, record.application_date, clock::today());
    for finding in findings(&kit.pack, assessment, &eligibility) {
        let route = place_route(kit, assessment, &open.id, finding.place());
        let goal = Goal::Page(route, place_field(kit, &finding).unwrap_or_default());
        found.named(kit.words().finder_missing(), &say::finding(&kit.pack, kit.language, &finding), &[], goal);
    }
}
