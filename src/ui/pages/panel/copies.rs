//! Scoring copies out: one file for each assessor, or a sheet or paper for one who has no kit.

use crate::archive::{ScoringCopy, write_scoring};
use crate::browser::documents::{Given, Request};
use crate::browser::files;
use crate::browser::panels::KeptMember;
use crate::criteria::{ItemSlot, Kind, Pack, write_pack_file};
use crate::export::{Target, safe};
use crate::language::fill;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::offer_made;

/// The items a member is asked for; none named means all that apply.
fn items(pack: &Pack, kind: Option<Kind>, member: &KeptMember) -> Vec<ItemSlot> {
    let asked = |slot: &ItemSlot| member.categories.contains(&pack.category(pack.category_of(*slot)).id);
    let applies = |slot: &ItemSlot| Kind::among(kind, &pack.item(*slot).applies_to);
    pack.items().map(|(slot, _)| slot).filter(|slot| asked(slot) && applies(slot)).collect()
}

/// Offers the copies of some members, one after the other.
pub(super) fn download<'a>(kit: &Kit, members: impl Iterator<Item = &'a KeptMember>) {
    let (words, Some(project)) = (kit.words(), kit.store.project()) else { return };
    let kind = project.assessment.organisation.kind;
    let organisation = safe(project.assessment.organisation.text(crate::assessment::ProfileText::Name));
    let (mut saved, mut failed) = (0, false);
    for member in members {
        let copy = ScoringCopy::for_assessor(&kit.pack, &project, &member.name, &items(&kit.pack, kind, member));
        let values = [("organisation", organisation.as_str()), ("assessor", &safe(&member.name))];
        let name = fill(words.workshop_copy_file(), &values);
        match files::download(write_scoring(&copy, &kit.pack).as_bytes(), name.trim_start_matches('-'), "application/json") {
            Ok(()) => saved += 1,
            Err(_) => failed = true,
        }
    }
    kit.notify.emit(if failed {
        Notice::bad(words.file_not_saved())
    } else {
        Notice::good(fill(words.workshop_copies_saved(), &[("n", &saved.to_string())]))
    });
}

/// Has the sheet (`rating-sheet`) or the paper worksheet (`worksheet`) of a member made, and offers it.
pub(super) fn blank(kit: &Kit, member: &KeptMember, task: &str) {
    let (Some(content), Some(project)) = (kit.store.content(), kit.store.project()) else {
        return;
    };
    let kind = project.assessment.organisation.kind;
    let ids: Vec<String> = items(&kit.pack, kind, member).iter().map(|slot| kit.pack.item(*slot).id.clone()).collect();
    let texts = [write_pack_file(&kit.pack), content, member.name.clone(), ids.join(",")];
    let words = kit.words();
    let (task, name, target) = match task {
        "worksheet" => ("worksheet", words.worksheet_file(), Target::Docx),
        _ => ("rating-sheet", words.rating_sheet_file(), Target::Xlsx),
    };
    let organisation = safe(project.assessment.organisation.text(crate::assessment::ProfileText::Name));
    let name = fill(name, &[("organisation", &organisation), ("assessor", &safe(&member.name))]);
    let request = Request {
        task,
        language: kit.language,
        given: texts.map(Given::Text).into(),
    };
    offer_made(kit, request, name.trim_start_matches('-').to_owned(), target);
}
