//! Items chosen for a department, whole categories at once, and saved as its file.

use super::View;
use super::desk::at_desk;
use crate::archive::versions::Occasion;
use crate::assessment::ProfileText;
use crate::browser::{clock, files, page};
use crate::criteria::{CategorySlot, ItemSlot, Kind};
use crate::date::parse_date;
use crate::export::{Target, named, safe};
use crate::language::fill;
use crate::merge::{Wanted, ask, hand_out, handed_out, list_part};
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::{key_of, on_value};
use yew::prelude::*;

/// Id of the field that names the department.
pub const NAME: &str = "department";
/// Ids of the fields that say until when and what is wanted.
const DEADLINE: &str = "deadline";
const INSTRUCTION: &str = "instruction";

/// The items of a category that apply to the applicant.
fn items_of(view: &View<'_>, category: CategorySlot) -> Vec<ItemSlot> {
    let kind = view.assessment.organisation.kind;
    let items = view.kit.pack.items_of(category);
    items.filter(|slot| Kind::among(kind, &view.kit.pack.item(*slot).applies_to)).collect()
}

pub(super) fn items(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let ticked = at_desk(view.id, |desk| desk.ticked.clone());
    let categories: Vec<(CategorySlot, Vec<ItemSlot>)> = view.kit.pack.categories().map(|(slot, _)| (slot, items_of(view, slot))).collect();
    let onchange = {
        let (id, redraw, categories) = (view.id.to_owned(), view.redraw.clone(), categories.clone());
        on_value(move |value| {
            let (what, at) = value.split_once(' ').unwrap_or_default();
            let Ok(at) = at.parse::<usize>() else { return };
            let items = match what {
                "category" => categories.get(at).map_or(Vec::new(), |(_, items)| items.clone()),
                _ => vec![ItemSlot(at)],
            };
            at_desk(&id, |desk| {
                let all = items.iter().all(|slot| desk.ticked.contains(&slot.0));
                for slot in items {
                    if all {
                        desk.ticked.remove(&slot.0);
                    } else {
                        desk.ticked.insert(slot.0);
                    }
                }
            });
            redraw.emit(());
        })
    };
    let submit = {
        let (kit, id, redraw) = (view.kit.clone(), view.id.to_owned(), view.redraw.clone());
        Callback::from(move |event: KeyboardEvent| {
            if key_of(&event).as_deref() == Some("Enter") {
                save(&kit, &id);
                redraw.emit(());
            }
        })
    };
    html! {
        <section class="sheet stack-s" aria-labelledby="hand-out">
            <h2 id="hand-out">{ words.departments_hand_out() }</h2><p class="small">{ words.departments_hand_out_note() }</p>
            <div class="parted" {onchange}>{ for categories.iter().enumerate().filter(|(_, (_, items))| !items.is_empty()).map(|(at, (category, items))| {
                let content = view.kit.pack.category(*category);
                let name = [&content.number, " ", view.kit.pack_words().category(&content.id)].concat();
                let all = items.iter().all(|slot| ticked.contains(&slot.0));
                html! {
                    <fieldset class="ticks" key={at}><legend>{ name.clone() }</legend>
                        if items.len() > 1 { <label class="row"><input type="checkbox" value={format!("category {at}")} checked={all} aria-label={[&name, " ", words.departments_whole_category()].concat()} /><span class="small">{ words.departments_whole_category() }</span></label> }
                        { for items.iter().map(|slot| item(view, *slot, ticked.contains(&slot.0))) }
                    </fieldset>
                }
            }) }</div>
            <div class="form"><div class="field"><label for={DEADLINE}>{ words.departments_deadline() }</label><input type="date" class="input date" id={DEADLINE} max="9999-12-31" autocomplete="off" /></div>
                <div class="field"><label for={INSTRUCTION}>{ words.departments_instruction() }</label><textarea class="input" id={INSTRUCTION} rows="2" placeholder={words.departments_instruction_hint()} /></div></div>
            <div class="row"><input class="input grow" id={NAME} autocomplete="off" placeholder={words.departments_name()} aria-label={words.departments_name()} onkeydown={submit} />
                <span class="small" role="status">{ fill(words.departments_chosen(), &[("n", &ticked.len().to_string())]) }</span>
                <button type="button" class="btn main" data-act="hand-out">{ words.departments_save_part() }</button></div>
        </section>
    }
}

/// One item with whom it is.
fn item(view: &View<'_>, slot: ItemSlot, ticked: bool) -> Html {
    let words = view.kit.words();
    let id = &view.kit.pack.item(slot).id;
    let with = view.parts.iter().filter(|part| part.items.contains(id)).map(|part| {
        let (class, text) = match part.returned {
            None => ("tag o", words.departments_with()),
            Some(_) => ("tag g", words.departments_back_from()),
        };
        html! { <span {class}>{ fill(text, &[("department", &say::on_one_line(view.kit.language, &part.department))]) }</span> }
    });
    html! { <label class="row" key={slot.0}><input type="checkbox" value={format!("item {}", slot.0)} checked={ticked} /><span>{ say::item_name(&view.kit.pack, view.kit.language, slot) }{ for with }</span></label> }
}

/// Saves the part as a file and puts it on the list.
pub(super) fn save(kit: &Kit, id: &str) {
    let words = kit.words();
    let department = page::value(NAME).split_whitespace().collect::<Vec<&str>>().join(" ");
    let items = at_desk(id, |desk| desk.ticked_slots());
    let refused = match (items.is_empty(), department.is_empty()) {
        (true, _) => Some(words.departments_nothing_chosen()),
        (_, true) => Some(words.departments_unnamed()),
        _ => None,
    };
    if let Some(refused) = refused {
        kit.notify.emit(Notice::bad(refused));
        if !items.is_empty() {
            page::focus(NAME);
        }
        return;
    }
    let Some(project) = kit.store.project() else { return };
    let mut part = hand_out(&kit.pack, &project, &department, &items);
    let wanted = Wanted {
        deadline: parse_date(&page::value(DEADLINE)),
        instruction: page::value(INSTRUCTION),
    };
    ask(&mut part, &wanted);
    let Some(noted) = handed_out(&part) else { return };
    let organisation = named(project.assessment.organisation.text(ProfileText::Name), kit.language);
    let values = [
        ("organisation", organisation.as_str()),
        ("department", &safe(&department)),
        ("date", &clock::today().to_string()),
    ];
    let name = fill(words.departments_part_file(), &values);
    let content = crate::archive::write(&part, &kit.pack);
    if files::download(content.as_bytes(), &name, Target::Json.media_type()).is_err() {
        kit.notify.emit(Notice::bad(words.file_not_saved()));
        return;
    }
    kit.store.keep_version(Occasion::Sent);
    kit.store.keep(|whole| list_part(whole, &noted, clock::today()));
    at_desk(id, |desk| desk.ticked.clear());
    // The day and the instruction are often those of the next department too.
    page::take_value(NAME);
    let values = [("name", &*name), ("department", &*department), ("n", &items.len().to_string())];
    kit.notify.emit(Notice::good(fill(words.departments_handed_out(), &values)));
}
