//! Ratings of an assessor without a laptop, typed in: from a paper worksheet, a percentage a line and Enter, or by their code.

use super::View;
use super::desk::Desk;
use super::receive;
use crate::archive::{ScoringCopy, subject_of, write_scoring};
use crate::assessment::{ItemChange, Percent, text};
use crate::browser::page;
use crate::criteria::{ItemSlot, Kind};
use crate::language::{codes, fill};
use crate::panel::{CodeFault, Coded, Sheet, SheetChange, group_category, read_code};
use crate::typed::whole;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::key_of;
use yew::prelude::*;

/// Ids of the fields of an item: percentage, strengths, opportunities, reason.
fn id(part: &str, slot: usize) -> String {
    format!("typed-{part}-{slot}")
}

const WORDS: [&str; 3] = ["strengths", "opportunities", "remark"];

pub(super) fn typing(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    if view.panel.opened || view.held.anonymous {
        return Html::default();
    }
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if key_of(&event).as_deref() != Some("Enter") {
            return;
        }
        let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() else {
            return;
        };
        // Down to the same field of the next item.
        let next = field.get_attribute("data-next").unwrap_or_default();
        if !next.is_empty() {
            event.prevent_default();
            page::focus_text(&next);
        }
    });
    let kind = view.panel.subject.kind;
    let items: Vec<ItemSlot> = kit
        .pack
        .items()
        .filter(|(_, item)| Kind::among(kind, &item.applies_to))
        .map(|(slot, _)| slot)
        .collect();
    let titles = [words.item_strengths(), words.item_opportunities(), words.item_remark()];
    let rows = items.iter().enumerate().map(|(at, slot)| {
        let name = view.item_name(*slot);
        let next = items.get(at + 1).map(|next| id("percent", next.0)).unwrap_or_default();
        html! {
            <tr><th scope="row">{ name.clone() }</th>
                <td><input class="input num" id={id("percent", slot.0)} inputmode="numeric" autocomplete="off" data-next={next} aria-label={name.clone()} /></td>
                { for WORDS.iter().zip(titles).map(|(part, title)| html! { <td><input class="input" id={id(part, slot.0)} autocomplete="off" aria-label={format!("{name}: {title}")} /></td> }) }</tr>
        }
    });
    let names = view.held.members.iter().map(|member| html! { <option value={member.name.clone()} /> });
    html! {
        <section class="sheet stack-s"><details><summary>{ words.workshop_typing() }</summary><div class="stack-s">
            <p class="small">{ words.workshop_typing_note() }</p>
            <div class="form"><div class="field"><label for="typed-name">{ words.workshop_member_new() }</label><input class="input" id="typed-name" list="typed-names" autocomplete="off" /><datalist id="typed-names">{ for names }</datalist></div>
                <div class="field"><label for="typed-code">{ words.workshop_code() }</label><input class="input" id="typed-code" autocomplete="off" /><small>{ words.workshop_code_note() }</small></div></div>
            <div class="row"><button type="button" class="btn" data-act="typed-code">{ words.workshop_code_read() }</button></div>
            <div class="scroll" tabindex="0" role="group" aria-label={words.workshop_typing()}><table class="typing" {onkeydown}>
                <thead><tr><th scope="col">{ words.workshop_column_item() }</th><th scope="col">{ words.rating_sheet_percent() }</th>{ for titles.iter().map(|title| html! { <th scope="col">{ *title }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody></table></div>
            <div class="row"><button type="button" class="btn main" data-act="typed-count">{ words.workshop_typing_count() }</button></div></div></details></section>
    }
}

pub(super) fn perform(kit: &Kit, desk: &Desk, act: &str) {
    let name = page::value("typed-name").split_whitespace().collect::<Vec<&str>>().join(" ");
    if name.is_empty() {
        kit.notify.emit(Notice::bad(kit.words().workshop_member_unnamed()));
        return page::focus("typed-name");
    }
    let Some(open) = kit.store.snapshot() else { return };
    let blank = Sheet::blank(&kit.pack, subject_of(&kit.pack, &open.assessment), &name, &[]);
    let sheet = match act {
        "typed-code" => match read_code(&kit.pack, &page::value("typed-code")) {
            Ok(coded) => of_code(blank, &coded),
            Err(fault) => {
                kit.notify.emit(Notice::bad(told(kit, fault)));
                return page::focus("typed-code");
            }
        },
        _ => match of_fields(kit, blank) {
            Ok(sheet) => sheet,
            Err(wrong) => return page::focus_text(&wrong),
        },
    };
    if sheet.rated() == 0 {
        return kit.notify.emit(Notice::bad(kit.words().workshop_typing_none()));
    }
    let bytes = write_scoring(&ScoringCopy::of_sheet(sheet.handed_back()), &kit.pack).into_bytes();
    let file = fill(kit.words().workshop_typing_file(), &[("name", &name)]);
    if receive::take_bytes(kit, desk, file, bytes) {
        clear(kit);
    }
}

/// What is the matter with a code, and in which category.
fn told(kit: &Kit, fault: CodeFault) -> String {
    let text = kit.words().by_code(&codes::ERROR, CodeFault::code(fault));
    let category = fault.group().and_then(|group| group_category(&kit.pack, group));
    let category = category.map_or("", |slot| kit.pack_words().category(&kit.pack.category(slot).id));
    let (found, expected) = match fault {
        CodeFault::Groups { found, expected } | CodeFault::Length { found, expected, .. } => (found.to_string(), expected.to_string()),
        _ => (String::new(), String::new()),
    };
    let group = fault.group().map_or_else(String::new, |group| (group + 1).to_string());
    fill(text, &[("category", category), ("group", &group), ("found", &found), ("expected", &expected)])
}

fn of_code(mut sheet: Sheet, coded: &Coded) -> Sheet {
    for (item, percent) in coded.percents.iter().enumerate() {
        sheet = sheet.changed(ItemSlot(item), &SheetChange::Item(ItemChange::Percent(*percent)));
    }
    for (item, bands) in coded.bands.iter().enumerate() {
        for (factor, band) in bands.iter().enumerate() {
            sheet = sheet.changed(ItemSlot(item), &SheetChange::Item(ItemChange::Band { factor, band: *band }));
        }
    }
    sheet
}

/// What stands in the fields; the id of the first that is no percentage in the criteria's steps.
fn of_fields(kit: &Kit, mut sheet: Sheet) -> Result<Sheet, String> {
    let step = kit.pack.structure().scoring.step;
    for (slot, _) in kit.pack.items() {
        let field = id("percent", slot.0);
        let written = page::value(&field);
        let written = written.trim().trim_end_matches(['%', '％']).trim();
        if !written.is_empty() {
            let percent = whole(written)
                .and_then(|value| u8::try_from(value).ok())
                .and_then(|value| Percent::new(value, step));
            if percent.is_none() {
                let values = [("item", kit.pack.item(slot).number.as_str()), ("shown", written), ("step", &step.to_string())];
                kit.notify.emit(Notice::bad(fill(kit.words().workshop_typing_wrong(), &values)));
                return Err(field);
            }
            sheet = sheet.changed(slot, &SheetChange::Item(ItemChange::Percent(percent)));
        }
        let [strengths, opportunities, remark] = WORDS.map(|part| text(page::value(&id(part, slot.0)).trim()));
        for change in [
            ItemChange::Strengths(strengths),
            ItemChange::Opportunities(opportunities),
            ItemChange::Remark(remark),
        ] {
            sheet = sheet.changed(slot, &SheetChange::Item(change));
        }
    }
    Ok(sheet)
}

fn clear(kit: &Kit) {
    for (slot, _) in kit.pack.items() {
        for part in ["percent"].iter().chain(&WORDS) {
            page::take_value(&id(part, slot.0));
        }
    }
    page::take_value("typed-name");
    page::take_value("typed-code");
    page::focus("typed-name");
}
