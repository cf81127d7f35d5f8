//! Writing by department: items handed out as files, what is with whom, and files taken back, looked at place by place
//! before anything changes.

mod aside;
mod choose;
mod desk;
mod drafts;
mod list;
mod places;
mod plan;
mod receive;
mod versions;
mod wanted;

use crate::archive::versions::Occasion;
use crate::assessment::Assessment;
use crate::browser::{clock, page};
use crate::language::fill;
use crate::merge::{Choice, Conflict, ListedPart, Returned, Round, Settling, listed_parts, round, set_aside, unlist_part};
use crate::report::say;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::on_button;
use desk::at_desk;
use std::rc::Rc;
use yew::prelude::*;

pub use choose::NAME;
pub use drafts::{lay as lay_draft, told as draft_told};
pub use receive::{hand_over, is_draft};
pub use wanted::choose;

#[derive(Properties, PartialEq)]
pub struct DepartmentsPageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    /// Counts changes, also of the list of parts, which stands beside the assessment.
    pub changes: u32,
}

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    id: &'a str,
    assessment: &'a Assessment,
    /// The parts that were handed out.
    parts: &'a [ListedPart],
    redraw: &'a Callback<()>,
}

/// The files on the desk, and what would come of them.
type Plan = (Vec<Returned>, Round);

#[component]
pub fn DepartmentsPage(props: &DepartmentsPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let redraw = {
        let redraw = use_force_update();
        use_callback((), move |(), ()| redraw.force_update())
    };
    let version = at_desk(&props.id, |desk| desk.version);
    let plan = {
        let (kit, id) = (kit.clone(), props.id.clone());
        use_memo((props.changes, props.id.clone(), version, kit.language), move |_| planned(&kit, &id))
    };
    let Some(project) = kit.store.project() else { return Html::default() };
    let (parts, set_aside) = (listed_parts(&project), set_aside(&project));
    let view = View {
        kit: &kit,
        id: &props.id,
        assessment: &props.assessment,
        parts: &parts,
        redraw: &redraw,
    };
    let onclick = {
        let (kit, id, redraw, plan) = (kit.clone(), props.id.clone(), redraw.clone(), plan.clone());
        on_button("data-act", move |act| {
            perform(&kit, &id, &act, plan.as_ref().as_ref());
            redraw.emit(());
        })
    };
    {
        let (kit, id, redraw) = (kit.clone(), props.id.clone(), redraw.clone());
        use_effect_with((), move |()| {
            receive::take_handed_over(&kit, &id, &redraw);
            let wanted = wanted::take(&id);
            if !wanted.is_empty() {
                at_desk(&id, |desk| desk.ticked = wanted.iter().map(|slot| slot.0).collect());
                redraw.emit(());
            }
        });
    }
    let target = receive::target(&kit, &props.id, &redraw);
    let empty = at_desk(&props.id, |desk| desk.is_empty());
    html! {
        <main class="page wide" key="departments" {onclick} ondragover={target.over} ondrop={target.drop}>
            <div class="stack">
                <div class="stack-xs">
                    <div class="title"><h1>{ words.departments_title() }</h1><span class="pts row"><button type="button" class="btn" data-act="pick">{ words.departments_receive_pick() }</button></span></div>
                    <p class="small">{ words.departments_intro() }</p><p class="small">{ words.departments_receive_note() }</p></div>
                { target.input }
                if !empty { { for plan.as_ref().iter().map(|(files, round)| plan::plan(&view, files, round)) } }
                { list::list(&view) }
                { choose::items(&view) }
                { aside::aside(&view, &set_aside) }
            </div>
        </main>
    }
}

/// What would come of the files on the desk as it is now.
fn planned(kit: &Kit, id: &str) -> Option<Plan> {
    let project = kit.store.project()?;
    let files = at_desk(id, |desk| desk.files.clone());
    let choose = |file: usize, conflict: &Conflict| {
        files
            .get(file)
            .map_or(Choice::Both, |file| at_desk(id, |desk| desk.choice(file.id(), &conflict.pointer)))
    };
    let settling = Settling {
        ours: kit.words().departments_ours(),
        choose: &choose,
    };
    let found = round(&kit.pack, &project, &files, clock::today(), &settling);
    Some((files, found))
}

fn perform(kit: &Kit, id: &str, act: &str, plan: Option<&Plan>) {
    let (act, of) = act.split_once(' ').unwrap_or((act, ""));
    let at = of.parse::<usize>().unwrap_or(0);
    match act {
        "pick" => page::click(receive::INPUT),
        "hand-out" => choose::save(kit, id),
        "unlist" => unlist(kit, at),
        "leave-out" => at_desk(id, |desk| desk.leave_out(of)),
        "show" => at_desk(id, |desk| {
            if !desk.shown.remove(of) {
                desk.shown.insert(of.to_owned());
            }
        }),
        "proposed" => at_desk(id, |desk| desk.turn(of)),
        "discard" => at_desk(id, |desk| desk.clear()),
        "apply" => plan.into_iter().for_each(|(_, found)| apply(kit, id, found)),
        "use" | "drop" => aside::settle(kit, at, act == "use"),
        _ => {}
    }
}

fn unlist(kit: &Kit, at: usize) {
    let parts = kit.store.project().map(|project| listed_parts(&project)).unwrap_or_default();
    let Some(part) = parts.get(at) else { return };
    let name = say::on_one_line(kit.language, &part.department);
    if page::confirm(&fill(kit.words().departments_unlist_question(), &[("department", &name)])) {
        kit.store.keep(|whole| unlist_part(whole, &part.key));
    }
}

/// Takes everything in as one step of undo, and says what was set aside.
fn apply(kit: &Kit, id: &str, found: &Round) {
    let words = kit.words();
    let Some(before) = kit.store.project() else { return };
    let files = found.steps.iter().filter(|step| step.failed.is_none()).count().to_string();
    let aside = set_aside(&found.result).len().saturating_sub(set_aside(&before).len());
    kit.store.carry(kit.pack.clone(), found.result.clone(), Occasion::Merge);
    at_desk(id, |desk| desk.clear());
    let told = if aside == 0 {
        fill(words.departments_applied(), &[("n", &files)])
    } else {
        fill(words.departments_applied_aside(), &[("n", &files), ("m", &aside.to_string())])
    };
    kit.notify.emit(Notice::good(told));
    page::scroll_to_top();
}
