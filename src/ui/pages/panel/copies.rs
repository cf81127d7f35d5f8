//! Scoring copies out: one file for each assessor.

use crate::archive::{ScoringCopy, write_scoring};
use crate::browser::files;
use crate::browser::panels::KeptMember;
use crate::criteria::{ItemSlot, Kind, Pack};
use crate::export::safe;
use crate::language::fill;
use crate::ui::kit::{Kit, Notice};

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
