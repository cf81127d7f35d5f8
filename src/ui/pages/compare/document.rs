//! The comparison as a Word document, or the draft with what changed in it, made by the worker.

use super::other::Other;
use crate::archive::{Project, write};
use crate::assessment::ProfileText;
use crate::browser::clock;
use crate::browser::compared::Compared;
use crate::browser::documents::{Given, Request};
use crate::criteria::write_pack_file;
use crate::export::{self, Target};
use crate::language::fill;
use crate::scoring::{Assumption, assumed};
use crate::ui::kit::Kit;
use crate::ui::parts::offer_made;
use std::rc::Rc;

/// Has the document of what is shown made, and offers it: the comparison, or the draft `tracked` against the other one.
pub(super) fn download(kit: &Kit, shown: &Option<(Compared, Option<Rc<Other>>)>, tracked: bool) {
    let (Some((_, other)), Some(project)) = (shown, kit.store.project()) else {
        return;
    };
    let words = kit.words();
    let organisation = project.assessment.organisation.clone();
    let named = |name: &str| {
        if name.trim().is_empty() {
            words.report_file_name_unnamed().to_owned()
        } else {
            name.trim().to_owned()
        }
    };
    let (before, after, name) = match other {
        Some(other) => {
            let theirs = other.brought.project.assessment.organisation.text(ProfileText::Name);
            let name = if other.file.is_empty() { named(theirs) } else { other.file.clone() };
            (other.brought.project.clone(), project, name)
        }
        None => {
            let after = Project::new(assumed(&kit.pack, &project.assessment, Assumption::Targets));
            (project, after, String::new())
        }
    };
    let note = other.as_ref().and_then(|other| super::choosing::carried_note(kit, other)).unwrap_or_default();
    let day = clock::today().to_string();
    let mut texts = vec![write_pack_file(&kit.pack), write(&before, &kit.pack), write(&after, &kit.pack)];
    if !tracked {
        texts.extend([name, note]);
    }
    texts.push(day.clone());
    let request = Request {
        task: if tracked { "tracked" } else { "compare" },
        language: kit.language,
        given: texts.into_iter().map(Given::Text).collect(),
    };
    let stem = fill(
        if tracked { words.compare_tracked_file() } else { words.compare_file() },
        &[("organisation", &export::named(organisation.text(ProfileText::Name), kit.language))],
    );
    let file = [&*stem, "-", &day, ".docx"].concat();
    offer_made(kit, request, file, Target::Docx);
}
