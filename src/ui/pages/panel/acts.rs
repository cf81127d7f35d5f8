//! What the buttons of the page do.

use super::copies;
use super::desk::Desk;
use super::receive;
use crate::archive::write_panel;
use crate::assessment::text;
use crate::browser::documents::{Given, Request};
use crate::browser::panels::{self, KeptMember};
use crate::browser::{clock, files, page};
use crate::criteria::{ItemSlot, write_pack_file};
use crate::export::{self, Target};
use crate::language::{Language, fill};
use crate::panel::{PanelAction, Signature, agreed_ratings};
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::{offer, offer_made};
use crate::ui::shell::storage_words;
use wasm_bindgen_futures::spawn_local;
use yew::UseStateHandle;

/// What of the page is chosen to be seen.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Shown {
    pub chosen: Option<ItemSlot>,
    pub by_clause: bool,
    /// The map of assessors by items is shown.
    pub map: bool,
    /// Themes are proposed.
    pub themes: bool,
}

/// Takes a step, and says so where it is out of turn.
pub(super) fn step(kit: &Kit, desk: &Desk, action: &PanelAction) {
    if let Err(refused) = desk.act(action) {
        kit.notify.emit(Notice::bad(say::refused(kit.language, refused)));
    }
}

pub(super) fn perform(kit: &Kit, desk: &Desk, shown: &UseStateHandle<Shown>, act: &str) {
    let (act, number) = act.split_once(' ').unwrap_or((act, ""));
    if act.starts_with("sentence-") || act == "aside-back" {
        return super::sentences::perform(kit, desk, act, number);
    }
    let at = number.parse::<usize>().unwrap_or(0);
    let Some(held) = desk.held() else { return };
    let panel = &held.record.panel;
    match act {
        "member-add" => add_member(kit, desk),
        "member-remove" => desk.change(|held| {
            if at < held.members.len() {
                held.members.remove(at);
            }
        }),
        "copy" => copies::download(kit, held.members.get(at).into_iter()),
        "copy-all" => copies::download(kit, held.members.iter()),
        "pick" => page::click(receive::INPUT),
        "own" => receive::take_own(kit, desk),
        "as-received" => as_received(kit, desk, at),
        "take-out" => {
            let mut sheets = panel.sheets.clone();
            if at < sheets.len() {
                sheets.remove(at);
                step(kit, desk, &PanelAction::Sheets(sheets));
            }
        }
        "ask-count" | "ask-out" | "ask-use0" | "ask-use1" => super::asked::answer(kit, desk, at, act.trim_start_matches("ask-")),
        "anonymous" => desk.change(|held| held.anonymous = !held.anonymous),
        "order-clause" | "order-disagreement" => shown.set(Shown {
            by_clause: act == "order-clause",
            ..Shown::clone(shown)
        }),
        "item" => {
            let chosen = Some(ItemSlot(at)).filter(|slot| shown.chosen != Some(*slot));
            shown.set(Shown { chosen, ..Shown::clone(shown) });
        }
        "open" if page::confirm(kit.words().workshop_open_question()) => step(kit, desk, &PanelAction::Open),
        "proposals" => step(kit, desk, &PanelAction::TakeProposals),
        "median" => step(kit, desk, &PanelAction::Agree(ItemSlot(at), panel.proposal(&kit.pack, ItemSlot(at)))),
        "sign" => sign(kit, desk),
        "reopen" => reopen(kit, desk),
        "unsign" => step(kit, desk, &PanelAction::Unsign(at)),
        "take-over" => take_over(kit, desk),
        "typed-code" | "typed-count" => super::typing::perform(kit, desk, act),
        "map" => shown.set(Shown {
            map: !shown.map,
            ..Shown::clone(shown)
        }),
        "themes" => shown.set(Shown {
            themes: !shown.themes,
            ..Shown::clone(shown)
        }),
        "rating-sheet" | "worksheet" => held.members.get(at).iter().for_each(|member| copies::blank(kit, member, act)),
        "minute" => document(kit, desk, "minute"),
        "visits" => document(kit, desk, "visits"),
        act if act.starts_with("theme-") || act.starts_with("visit-") => super::themes::perform(kit, desk, act, at),
        "record" => save_record(kit, &write_panel(&held.record, &kit.pack)),
        _ => {}
    }
}

pub(super) fn add_member(kit: &Kit, desk: &Desk) {
    let words = kit.words();
    let written = page::value("member-new");
    let name = written.split_whitespace().collect::<Vec<&str>>().join(" ");
    let Some(held) = desk.held() else { return };
    if name.is_empty() {
        kit.notify.emit(Notice::bad(words.workshop_member_unnamed()));
    } else if held.members.iter().any(|member| member.name == name) {
        kit.notify.emit(Notice::bad(fill(words.workshop_member_taken(), &[("name", &name)])));
    } else {
        page::take_value("member-new");
        let categories = Vec::new();
        desk.change(|held| held.members.push(KeptMember { name, categories }));
    }
    page::focus("member-new");
}

fn as_received(kit: &Kit, desk: &Desk, at: usize) {
    let Some(held) = desk.held() else { return };
    let Some(sheet) = held.record.panel.sheets.get(at) else { return };
    let (kit, id, hash, name) = (kit.clone(), desk.id().to_owned(), sheet.hash.to_string(), sheet.file.to_string());
    spawn_local(async move {
        let words = kit.words();
        let told = match panels::received(&id, &hash).await {
            Ok(Some(blob)) if files::download_blob(&blob, &name).is_ok() => return,
            Ok(_) => words.file_not_saved(),
            Err(error) => storage_words(words, error),
        };
        kit.notify.emit(Notice::bad(told));
    });
}

fn sign(kit: &Kit, desk: &Desk) {
    let Some(held) = desk.held() else { return };
    let signature = Signature {
        name: text(page::value("sign-name").trim()),
        role: text(page::value("sign-role").trim()),
        date: held.record.panel.date.or(Some(clock::today())),
    };
    match desk.act(&PanelAction::Sign(signature)) {
        Ok(()) => {
            page::take_value("sign-name");
            page::take_value("sign-role");
        }
        Err(refused) => kit.notify.emit(Notice::bad(say::refused(kit.language, refused))),
    }
}

fn reopen(kit: &Kit, desk: &Desk) {
    let reopened = PanelAction::Reopen {
        reason: text(page::value("reopen-reason").trim()),
        date: Some(clock::today()),
    };
    match desk.act(&reopened) {
        Ok(()) => drop(page::take_value("reopen-reason")),
        Err(refused) => kit.notify.emit(Notice::bad(say::refused(kit.language, refused))),
    }
}

/// The agreed ratings into the assessment, as one step of undo.
fn take_over(kit: &Kit, desk: &Desk) {
    let (Some(held), Some(open)) = (desk.held(), kit.store.snapshot()) else {
        return;
    };
    kit.notify.emit(match agreed_ratings(&kit.pack, &held.record.panel, &open.assessment) {
        Some(action) => {
            kit.store.settle();
            kit.store.dispatch(action);
            Notice::good(kit.words().workshop_taken_over())
        }
        None => Notice::bad(kit.words().workshop_nothing_to_take()),
    });
}

/// The name of a file about the assessment, with the day.
fn named(kit: &Kit, task: &str, organisation: &str, ending: &str) -> String {
    let words = kit.words();
    let name = if task == "visits" {
        words.visits_file()
    } else {
        words.workshop_minute_file()
    };
    let stem = fill(name, &[("organisation", &export::named(organisation, kit.language))]);
    [&*stem, "-", &clock::today().to_string(), ".", ending].concat()
}

pub(super) fn save_record(kit: &Kit, record: &str) {
    let organisation = kit.store.snapshot().map(|open| open.assessment.organisation.clone());
    let organisation = organisation.map_or_else(String::new, |organisation| organisation.text(crate::assessment::ProfileText::Name).to_string());
    offer(
        kit.language,
        &kit.notify,
        record.as_bytes(),
        &named(kit, "minute", &organisation, "json"),
        Target::Json,
    );
}

/// Has the minute or the site-visit list made in the chosen language, and offers it.
fn document(kit: &Kit, desk: &Desk, task: &'static str) {
    let Some(held) = desk.held() else { return };
    let language = Language::from_tag(&page::value("minute-language")).unwrap_or(kit.language);
    let anonymous = if page::is_ticked("minute-anonymous") { "anonymous" } else { "" };
    let texts = [write_pack_file(&kit.pack), write_panel(&held.record, &kit.pack), anonymous.to_owned()];
    let request = Request {
        task,
        language,
        given: texts.map(Given::Text).into(),
    };
    let name = named(kit, task, &held.record.panel.subject.organisation, "docx");
    offer_made(kit, request, name, Target::Docx);
}
