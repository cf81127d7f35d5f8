//! Figures from a table: the template to download, a file to choose or drop, what its columns mean, and what would be taken over. Nothing
//! changes before it is confirmed, and that is one step of undo.

mod columns;
mod picked;
mod questions;
mod told;

use crate::archive::versions::Occasion;
use crate::assessment::{Assessment, Window};
use crate::browser::chance::drawn;
use crate::browser::documents::{self, Given, Made, Request, Ticket, Undone};
use crate::browser::{files, page};
use crate::criteria::write_pack_file;
use crate::export::Target;
use crate::import::{Book, PastedBlock, Plan, pasted};
use crate::language::fill;
use crate::report::say;
use crate::ui::app::Workspace;
use crate::ui::frame::WORKSPACE;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{file_target, on_button};
use picked::Picked;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

const ACCEPTED: &str = ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt";

#[derive(Properties, PartialEq)]
pub struct ImportPanelProps {
    pub assessment: Rc<Assessment>,
    /// The years the template has columns for.
    pub years: Window,
    /// What was pasted last into the sheet and has to be looked at.
    pub handed: Option<Handed>,
}

thread_local! {
    static HANDED_OVER: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// Hands over a table that was opened elsewhere, for the import to read when it is shown.
pub fn hand_over_table(file: File) {
    HANDED_OVER.set(Some(file));
}

/// A block that was pasted and has to be looked at; each is another one, whatever it holds.
#[derive(Clone)]
pub struct Handed(pub Rc<PastedBlock>);

impl PartialEq for Handed {
    fn eq(&self, other: &Handed) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// How far it is.
#[derive(Clone, PartialEq, Default)]
enum Stage {
    #[default]
    Idle,
    /// The worker makes the template.
    Making(Ticket),
    /// The worker reads the file.
    Reading(Ticket),
    Picked(Rc<Picked>),
}

/// What lies in the part of the import.
pub struct Imports {
    pub panel: fn(&Rc<Assessment>, Window, Option<Handed>) -> Html,
    /// The frame it stands in.
    pub frame: &'static Workspace,
}

pub static IMPORTS: Imports = Imports {
    panel: |assessment, years, handed| html! { <ImportPanel assessment={assessment.clone()} {years} {handed} /> },
    frame: &WORKSPACE,
};

#[component]
pub fn ImportPanel(props: &ImportPanelProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let stage = use_state(Stage::default);
    {
        let (kit, stage, assessment) = (kit.clone(), stage.setter(), props.assessment.clone());
        use_effect_with(props.handed.clone(), move |handed| {
            if let Some(Handed(block)) = handed {
                let book = pasted(&kit.pack, &assessment, block);
                stage.set(Stage::Picked(Rc::new(Picked::new(words.import_clipboard(), book))));
            }
        });
    }
    {
        let (kit, stage) = (kit.clone(), stage.clone());
        use_effect_with((), move |()| {
            if let Some(file) = HANDED_OVER.take() {
                page::unfold(super::IMPORT);
                read(&kit, &stage, file);
            }
        });
    }
    let target = {
        let (kit, stage) = (kit.clone(), stage.clone());
        file_target("table-file", ACCEPTED, move |file| read(&kit, &stage, file))
    };
    let picked = match &*stage {
        Stage::Picked(picked) => Some(picked.clone()),
        _ => None,
    };
    let plan = use_memo((props.assessment.clone(), picked.clone()), |(assessment, picked)| {
        picked.as_ref().map(|picked| picked.plan(&kit.pack, assessment))
    });
    let onclick = on_button("data-import", {
        let (kit, stage, years) = (kit.clone(), stage.clone(), props.years);
        move |act| press(&kit, &stage, years, &act)
    });
    let onchange = {
        let (stage, picked) = (stage.setter(), picked.clone());
        Callback::from(move |event: Event| {
            if let Some(changed) = picked.as_ref().and_then(|picked| columns::changed(picked, &event)) {
                stage.set(Stage::Picked(Rc::new(changed)));
            }
        })
    };
    let state = match &*stage {
        Stage::Making(_) => waiting(&kit, words.import_making()),
        Stage::Reading(_) => waiting(&kit, words.import_reading()),
        Stage::Idle => Html::default(),
        Stage::Picked(picked) => html! {
            <>{ columns::columns(&kit, picked, props.years) }
                { for plan.iter().map(|plan| told::plan(&kit, &props.assessment, picked, plan)) }</>
        },
    };
    html! {
        <div class="stack-s" ondragover={target.over} ondrop={target.drop} {onclick} {onchange}>
                <p class="small">{ words.import_intro() }</p>
                <div class="row"><button type="button" class="btn" data-import="template">{ words.import_template() }</button>
                    { target.input }<button type="button" class="btn" data-import="choose">{ words.import_choose() }</button>
                    <span class="small muted">{ words.import_drop() }</span></div>
                { state }
        </div>
    }
}

fn waiting(kit: &Kit, told: &'static str) -> Html {
    html! { <div class="row" role="status"><span>{ told }</span><button type="button" class="btn" data-import="cancel">{ kit.words().import_cancel() }</button></div> }
}

fn press(kit: &Kit, stage: &UseStateHandle<Stage>, years: Window, act: &str) {
    let picked = match &**stage {
        Stage::Picked(picked) => Some(picked.clone()),
        _ => None,
    };
    match (act, &**stage, picked) {
        ("choose", ..) => page::click("table-file"),
        ("cancel", Stage::Making(ticket) | Stage::Reading(ticket), _) => documents::cancel(*ticket),
        ("template", Stage::Idle | Stage::Picked(_), _) => template(kit, stage, years),
        ("confirm", _, Some(picked)) => confirm(kit, stage, &picked),
        (act, _, Some(picked)) => {
            if let Some(changed) = picked.pressed(act) {
                stage.set(Stage::Picked(Rc::new(changed)));
            }
        }
        _ => {}
    }
}

/// Has the template made and offers it; the table that was picked stays.
fn template(kit: &Kit, stage: &UseStateHandle<Stage>, years: Window) {
    let Some(content) = kit.store.content() else { return };
    let texts = [write_pack_file(&kit.pack), content, years.first().to_string(), years.count().to_string()];
    let request = Request {
        task: "template",
        language: kit.language,
        given: texts.map(Given::Text).into(),
    };
    let (kit, words, setter, before) = (kit.clone(), kit.words(), stage.setter(), (**stage).clone());
    let answer = move |reply| {
        setter.set(before);
        let bytes = match reply {
            Ok(Made::Bytes(bytes)) => bytes,
            Err(Undone::Cancelled) => return,
            Err(Undone::Failed(sentence)) => return kit.notify.emit(Notice::bad(sentence)),
            Ok(_) => return kit.notify.emit(Notice::bad(words.document_failed())),
        };
        let name = [words.template_file(), ".xlsx"].concat();
        kit.notify.emit(match files::download(&bytes, &name, Target::Xlsx.media_type()) {
            Ok(()) => Notice::good(fill(words.file_saved(), &[("name", &name)])),
            Err(_) => Notice::bad(words.file_not_saved()),
        });
    };
    stage.set(Stage::Making(documents::ask(request, words.document_failed(), |_, _| {}, answer)));
}

/// Has a file read; nothing is changed by that.
fn read(kit: &Kit, stage: &UseStateHandle<Stage>, file: File) {
    if let Stage::Making(ticket) | Stage::Reading(ticket) = **stage {
        documents::cancel(ticket);
    }
    let (kit, setter) = (kit.clone(), stage.setter());
    spawn_local(async move {
        let (name, words) = (file.name(), kit.words());
        let refused = {
            let (kit, name) = (kit.clone(), name.clone());
            move |reason: &str| {
                let name = say::on_one_line(kit.language, &name);
                kit.notify
                    .emit(Notice::bad(fill(words.import_refused(), &[("name", &name), ("reason", reason)])));
            }
        };
        let bytes = match files::read(&file).await {
            Ok(bytes) => bytes,
            Err(error) => return refused(&say::read_error(kit.language, &error)),
        };
        let request = Request {
            task: "table",
            language: kit.language,
            given: vec![Given::Bytes(bytes)],
        };
        let answered = setter.clone();
        let answer = move |reply| {
            let book = match reply {
                Ok(Made::Text(text)) => Book::from_json(&text),
                Err(Undone::Cancelled) => return answered.set(Stage::Idle),
                Err(Undone::Failed(sentence)) => {
                    refused(&sentence);
                    return answered.set(Stage::Idle);
                }
                Ok(_) => None,
            };
            answered.set(match book {
                Some(book) => Stage::Picked(Rc::new(Picked::new(&name, book))),
                None => {
                    refused(words.import_failed());
                    Stage::Idle
                }
            });
        };
        setter.set(Stage::Reading(documents::ask(request, words.import_failed(), |_, _| {}, answer)));
    });
}

/// Takes over what was planned, as the record stands now, and remembers what the columns mean.
fn confirm(kit: &Kit, stage: &UseStateHandle<Stage>, picked: &Picked) {
    let Some(open) = kit.store.snapshot() else { return };
    let plan: Plan = picked.plan(&open.pack, &open.assessment);
    let words = kit.words();
    let done = told::counted(words.import_done(), words.import_done_with_own(), &plan, picked.replace);
    kit.store.keep_version(Occasion::Import);
    kit.store.dispatch(plan.action(picked.replace, drawn()));
    picked.remember();
    stage.set(Stage::Idle);
    kit.notify.emit(Notice::good(done));
}
