//! The line under the top of a part that was handed out: whose it is, which items are to be filled in, and the way back.

use crate::archive::versions::Occasion;
use crate::assessment::ProfileText;
use crate::browser::{clock, files};
use crate::export::{Target, named, safe};
use crate::language::fill;
use crate::merge::{PartOf, Wanted, note_sent};
use crate::report::say;
use crate::ui::app::Workspace;
use crate::ui::frame::WORKSPACE;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::{Watch, download_part, on_button};
use crate::ui::route::Route;
use crate::ui::store::Snapshot;
use yew::prelude::*;

/// What lies in the part of this line, which whoever has the whole assessment never needs.
pub struct Returning {
    /// Nothing where the open assessment is no part.
    pub line: fn(&Kit, &Snapshot, &Route) -> Html,
    /// The frame it stands in.
    pub frame: &'static Workspace,
}

pub static RETURNING: Returning = Returning {
    line: part_line,
    frame: &WORKSPACE,
};

fn part_line(kit: &Kit, open: &Snapshot, route: &Route) -> Html {
    let words = kit.words();
    let Some(part) = &open.part else { return Html::default() };
    let onclick = {
        let (kit, part) = (kit.clone(), part.clone());
        on_button("data-act", move |act| give_back(&kit, &part, act == "bundle"))
    };
    let items = part.slots(&kit.pack).into_iter().map(|slot| {
        let to = Route::item(&open.id, &kit.pack, slot);
        let state = if open.assessment.item(slot).is_unanswered() { words.not_written() } else { words.item_written() };
        html! { <li><a href={to.href()} aria-current={(*route == to).then_some("page")}>{ say::item_name(&kit.pack, kit.language, slot) }</a>{ " " }<small class="muted">{ state }</small></li> }
    });
    let with_files = open.assessment.evidence.entries.iter().any(|entry| entry.file.is_some());
    html! {
        <section class="part-line" aria-labelledby="part-of" {onclick}>
            <div class="stack-xs"><h2 id="part-of">{ fill(words.part_told(), &[("department", &department(kit, part))]) }</h2>
                { wanted(kit, &part.wanted) }
                <ul class="plain inline" aria-label={words.part_items()}>{ for items }</ul></div>
            <div class="row"><button type="button" class="btn main" data-act="return">{ words.part_return() }</button>
                if with_files { <button type="button" class="btn" data-act="bundle">{ words.part_return_bundle() }</button> }</div>
        </section>
    }
}

/// Until when and what is wanted of it; nothing where nothing was said.
fn wanted(kit: &Kit, wanted: &Wanted) -> Html {
    let words = kit.words();
    let day = wanted.deadline.map(|day| {
        let text = if day < clock::today() { words.part_overdue() } else { words.part_deadline() };
        fill(text, &[("date", &say::date(kit.language, day))])
    });
    let instruction = (!wanted.instruction.is_empty()).then(|| fill(words.part_instruction(), &[("text", &wanted.instruction)]));
    html! { <>{ for day.map(|day| html! { <p><b>{ day }</b></p> }) }{ for instruction.map(|told| html! { <p class="written">{ told }</p> }) }</> }
}

/// To whom it was handed out, on one line.
pub fn department(kit: &Kit, part: &PartOf) -> String {
    let name = say::on_one_line(kit.language, part.department.trim());
    if name.is_empty() { kit.words().part_unnamed().to_owned() } else { name }
}

/// Saves the part as a file that tells whose it is, and notes its state, so that a later one is known to go on from it.
fn give_back(kit: &Kit, part: &PartOf, bundle: bool) {
    let words = kit.words();
    let pack = kit.pack.clone();
    kit.store.keep_version(Occasion::Sent);
    kit.store.keep(|project| note_sent(&pack, project));
    let (Some(content), Some(open)) = (kit.store.content(), kit.store.snapshot()) else {
        return;
    };
    let organisation = named(open.assessment.organisation.text(ProfileText::Name), kit.language);
    let values = [
        ("organisation", organisation.as_str()),
        ("department", &safe(&department(kit, part))),
        ("date", &clock::today().to_string()),
    ];
    let name = fill(words.departments_return_file(), &values);
    if bundle {
        let name = [name.trim_end_matches("json"), "zip"].concat();
        download_part(kit, kit.language, &name, Watch::nobody());
        return;
    }
    kit.notify.emit(match files::download(content.as_bytes(), &name, Target::Json.media_type()) {
        Ok(()) => Notice::good(fill(words.part_returned(), &[("name", &name)])),
        Err(_) => Notice::bad(words.file_not_saved()),
    });
}
