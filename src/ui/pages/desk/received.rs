//! The files on the desk: handed to the worker some at a time, and once all are read held against each other by it. They lie in the
//! memory of this page and are kept nowhere.

use super::pack_files::PackFiles;
use crate::browser::documents::{self, Given, Made, Request, Undone};
use crate::browser::{clock, files};
use crate::desk::{Line, State};
use crate::json::{self, Absent, ToJson};
use crate::ui::kit::{Kit, Notice};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File};
use yew::Callback;

/// The most files that are taken.
pub(super) const MOST: usize = 500;
/// Files that are handed over together, and how many bytes are enough: the criteria go along each time, and that takes longer than a
/// draft is read.
const TOGETHER: usize = 10;
const BYTES_TOGETHER: f64 = 2e6;

/// A file that was read.
struct Read {
    file: File,
    line: Blob,
    shingles: Blob,
}

/// Everything on the desk.
#[derive(Default)]
pub(super) struct Received {
    waiting: RefCell<VecDeque<File>>,
    /// Those that are being read, and how many of them are done.
    current: RefCell<Vec<File>>,
    current_done: Cell<usize>,
    /// How many of the next are handed over by themselves, because the worker broke down at one of them.
    alone: Cell<usize>,
    read: RefCell<Vec<Read>>,
    /// All lines in lists, as the worker gave them.
    lists: RefCell<Vec<Blob>>,
    lines: RefCell<Vec<Rc<Line>>>,
    passphrases: RefCell<String>,
    packs: PackFiles,
    /// Whether the desk is at something, and whether that is comparing.
    busy: Cell<bool>,
    comparing: Cell<bool>,
    /// Criteria that were asked for, so that none is asked for again and again.
    asked: RefCell<Vec<String>>,
    /// Grows with everything that is to be cleared; what is still on its way belongs to an earlier desk.
    turn: Cell<u32>,
}

/// Where the desk stands.
pub(super) enum Stand {
    Empty,
    Reading { done: usize, of: usize },
    Comparing,
    Done,
}

impl Received {
    pub fn stand(&self) -> Stand {
        let (done, waiting) = (self.read.borrow().len(), self.waiting.borrow().len());
        let (current, of_current) = (self.current.borrow().len(), self.current_done.get());
        match (self.busy.get(), self.comparing.get()) {
            (true, true) => Stand::Comparing,
            (true, false) => Stand::Reading {
                done: done + of_current,
                of: done + current + waiting,
            },
            _ if done == 0 => Stand::Empty,
            _ => Stand::Done,
        }
    }

    /// The lines, once all files are compared.
    pub fn lines(&self) -> Vec<Rc<Line>> {
        self.lines.borrow().clone()
    }

    /// Takes everything off.
    pub fn clear(&self) {
        self.turn.set(self.turn.get() + 1);
        self.waiting.borrow_mut().clear();
        self.current.take();
        self.read.borrow_mut().clear();
        self.lists.borrow_mut().clear();
        self.lines.borrow_mut().clear();
        self.current_done.set(0);
        self.alone.set(0);
        self.busy.set(false);
        self.comparing.set(false);
    }

    /// Reads everything anew, in another language.
    pub fn again(self: &Rc<Self>, kit: &Kit, redraw: &Callback<()>) {
        let files: Vec<File> = self.read.borrow().iter().map(|read| read.file.clone()).collect();
        let files: Vec<File> = files.into_iter().chain(self.current.take()).chain(self.waiting.take()).collect();
        if !files.is_empty() {
            self.clear();
            self.take(kit, files, redraw);
        }
    }

    /// Lays files on the desk.
    pub fn take(self: &Rc<Self>, kit: &Kit, files: Vec<File>, redraw: &Callback<()>) {
        self.waiting.borrow_mut().extend(files);
        if !self.busy.replace(true) {
            self.comparing.set(false);
            self.next(kit, redraw);
        }
        redraw.emit(());
    }

    /// Passphrases, one a line, that are tried from now on.
    pub fn set_passphrases(&self, lines: &str) {
        let list: Vec<String> = lines.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        *self.passphrases.borrow_mut() = list.to_json().to_string();
    }

    /// Has the next files read; once there are none, all of them compared.
    fn next(self: &Rc<Self>, kit: &Kit, redraw: &Callback<()>) {
        let files = self.take_some();
        self.current.replace(files.clone());
        self.current_done.set(0);
        match files.is_empty() {
            false => self.hand_over(kit, files, redraw),
            true => self.compare(kit, redraw),
        }
    }

    fn take_some(&self) -> Vec<File> {
        let alone = self.alone.get();
        self.alone.set(alone.saturating_sub(1));
        let most = if alone > 0 { 1 } else { TOGETHER };
        let (mut files, mut bytes): (Vec<File>, f64) = (Vec::new(), 0.0);
        let mut waiting = self.waiting.borrow_mut();
        while files.len() < most && bytes < BYTES_TOGETHER {
            let Some(file) = waiting.pop_front() else { break };
            bytes += file.size();
            files.push(file);
        }
        files
    }

    /// Hands files to the worker once all criteria are there as files; each of those is written in a task of its own.
    fn hand_over(self: &Rc<Self>, kit: &Kit, files: Vec<File>, redraw: &Callback<()>) {
        if self.packs.write_one(kit) {
            let (desk, kit, redraw, turn) = (self.clone(), kit.clone(), redraw.clone(), self.turn.get());
            let later = move || {
                if desk.turn.get() == turn {
                    desk.hand_over(&kit, files, &redraw);
                }
            };
            gloo::timers::callback::Timeout::new(0, later).forget();
            return;
        }
        let (keys, written) = self.packs.written(kit);
        let text = |text: String| Given::Text(text);
        let mut given = vec![
            text(clock::today().to_string()),
            text(self.passphrases.borrow().clone()),
            text(keys.to_json().to_string()),
        ];
        given.extend(written.into_iter().map(Given::Blob));
        given.push(text(files.iter().map(|file| file.name()).collect::<Vec<String>>().to_json().to_string()));
        given.extend(files.iter().cloned().map(|file| Given::Blob(file.into())));
        let (desk, kit, redraw, turn) = (self.clone(), kit.clone(), redraw.clone(), self.turn.get());
        let request = Request {
            task: "desk-read",
            language: kit.language,
            given,
        };
        let failure = kit.words().document_failed();
        let progress = {
            let (desk, redraw) = (desk.clone(), redraw.clone());
            move |done: u32, _| {
                if desk.turn.get() == turn && desk.current_done.replace(done as usize) != done as usize {
                    redraw.emit(());
                }
            }
        };
        documents::ask(request, failure, progress, move |reply| {
            if desk.turn.get() != turn {
                return;
            }
            match (reply, files.len()) {
                (Ok(Made::Parts(parts)), _) => desk.put(files, &parts),
                (reply, 1) => {
                    let sentence = match reply {
                        Err(Undone::Failed(sentence)) => sentence,
                        _ => failure.to_owned(),
                    };
                    let parts: Vec<JsValue> = files.iter().flat_map(|file| not_read(&file.name(), &sentence)).collect();
                    desk.put(files, &parts);
                }
                // Which of them it was shows when each is read by itself.
                (_, many) => {
                    desk.alone.set(many);
                    files.into_iter().rev().for_each(|file| desk.waiting.borrow_mut().push_front(file));
                }
            }
            desk.next(&kit, &redraw);
            redraw.emit(());
        });
    }

    /// Keeps what the worker made of files, two parts of each.
    fn put(&self, files: Vec<File>, parts: &[JsValue]) {
        let mut parts = parts.iter().filter_map(blob);
        for file in files {
            if let (Some(line), Some(shingles)) = (parts.next(), parts.next()) {
                self.read.borrow_mut().push(Read { file, line, shingles });
            }
        }
    }

    /// Has all files compared and their lines read, some at a time.
    fn compare(self: &Rc<Self>, kit: &Kit, redraw: &Callback<()>) {
        self.comparing.set(true);
        redraw.emit(());
        let given = self
            .read
            .borrow()
            .iter()
            .flat_map(|read| [read.line.clone(), read.shingles.clone()].map(Given::Blob))
            .collect();
        let request = Request {
            task: "desk-gather",
            language: kit.language,
            given,
        };
        let (desk, kit, redraw, turn) = (self.clone(), kit.clone(), redraw.clone(), self.turn.get());
        let failure = kit.words().document_failed();
        documents::ask(
            request,
            failure,
            |_, _| {},
            move |reply| {
                if desk.turn.get() != turn {
                    return;
                }
                match reply {
                    Ok(Made::Parts(parts)) => {
                        *desk.lists.borrow_mut() = parts.iter().filter_map(blob).collect();
                        desk.lines.borrow_mut().clear();
                        desk.read_lists(kit, parts.into(), redraw, turn);
                    }
                    Err(Undone::Failed(sentence)) => desk.ended(&kit, Some(sentence), &redraw),
                    _ => desk.ended(&kit, Some(failure.to_owned()), &redraw),
                }
            },
        );
    }

    /// Reads a list of lines, and the next one in a task of its own.
    fn read_lists(self: Rc<Self>, kit: Kit, mut lists: VecDeque<JsValue>, redraw: Callback<()>, turn: u32) {
        if self.turn.get() != turn {
            return;
        }
        let Some(list) = lists.pop_front() else {
            return self.complete(&kit, &redraw);
        };
        let lines = list
            .dyn_into::<js_sys::Uint8Array>()
            .ok()
            .and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
        let lines = lines.and_then(|text| json::typed::<Vec<Line>>(&json::parse(&text).ok()?.value, Absent::Default).content);
        self.lines.borrow_mut().extend(lines.into_iter().flatten().map(Rc::new));
        gloo::timers::callback::Timeout::new(0, move || self.read_lists(kit, lists, redraw, turn)).forget();
    }

    /// Has criteria fetched that a file names and that were not there, and such files read again; otherwise all is done.
    fn complete(self: Rc<Self>, kit: &Kit, redraw: &Callback<()>) {
        let unknown = |line: &Rc<Line>| line.state == State::Unreadable && line.problem == "unknown_pack";
        let mut wanted: Vec<(String, String)> = Vec::new();
        for line in self.lines.borrow().iter().filter(|line| unknown(line)) {
            let named = (line.pack.clone(), line.pack_edition.clone());
            let key = [named.0.as_str(), "@", &named.1].concat();
            if !self.asked.borrow().contains(&key) {
                self.asked.borrow_mut().push(key);
                wanted.push(named);
            }
        }
        if wanted.is_empty() {
            return self.ended(kit, None, redraw);
        }
        let (desk, kit, redraw) = (self, kit.clone(), redraw.clone());
        let turn = desk.turn.get();
        spawn_local(async move {
            for (id, edition) in &wanted {
                kit.shelf.bring(id, edition).await;
            }
            let library = kit.shelf.library();
            let found = wanted.iter().any(|(id, edition)| library.edition(id, edition).is_some());
            match desk.turn.get() == turn {
                true if found => desk.again(&kit, &redraw),
                true => desk.ended(&kit, None, &redraw),
                false => {}
            }
        });
    }

    fn ended(&self, kit: &Kit, failed: Option<String>, redraw: &Callback<()>) {
        self.busy.set(false);
        self.comparing.set(false);
        if let Some(sentence) = failed {
            kit.notify.emit(Notice::bad(sentence));
        }
        redraw.emit(());
    }

    /// Has the lines made into a file and offers it.
    pub fn save(&self, kit: &Kit, form: &'static str) {
        let words = kit.words();
        let mut given = vec![Given::Text(form.to_owned())];
        given.extend(self.lists.borrow().iter().cloned().map(Given::Blob));
        let request = Request {
            task: "desk-save",
            language: kit.language,
            given,
        };
        let name = [words.desk_title(), "-", &clock::today().to_string(), ".", form].concat();
        let media_type = match form {
            "html" => "text/html",
            _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        };
        let notify = kit.notify.clone();
        let failure = words.document_failed();
        documents::ask(
            request,
            failure,
            |_, _| {},
            move |reply| {
                notify.emit(match reply {
                    Ok(Made::Bytes(bytes)) => match files::download(&bytes, &name, media_type) {
                        Ok(()) => Notice::good(crate::language::fill(words.file_saved(), &[("name", &name)])),
                        Err(_) => Notice::bad(words.file_not_saved()),
                    },
                    Err(Undone::Failed(sentence)) => Notice::bad(sentence),
                    _ => Notice::bad(failure),
                });
            },
        );
    }

    /// Has the assessment in a file given out; `found` is told its file, or one sentence why there is none.
    pub fn open(&self, kit: &Kit, name: &str, found: impl FnOnce(Result<Vec<u8>, String>) + 'static) {
        let file = self.read.borrow().iter().map(|read| &read.file).find(|file| file.name() == name).cloned();
        let failure = kit.words().desk_not_opened();
        let Some(file) = file else { return found(Err(failure.to_owned())) };
        let request = Request {
            task: "desk-open",
            language: kit.language,
            given: vec![Given::Text(self.passphrases.borrow().clone()), Given::Blob(file.into())],
        };
        documents::ask(
            request,
            failure,
            |_, _| {},
            move |reply| {
                let bytes = match reply {
                    Ok(Made::Parts(parts)) => parts.into_iter().next().and_then(|part| part.dyn_into::<js_sys::Uint8Array>().ok()),
                    _ => None,
                };
                found(bytes.map(|bytes| bytes.to_vec()).ok_or_else(|| failure.to_owned()));
            },
        );
    }
}

/// What the worker made, outside of the page's memory.
fn blob(part: &JsValue) -> Option<Blob> {
    Blob::new_with_u8_array_sequence(&js_sys::Array::of1(part)).ok()
}

/// The line of a file at which the worker broke down, and nothing it is held against others by.
fn not_read(name: &str, sentence: &str) -> Vec<JsValue> {
    let line = Line {
        file: name.to_owned(),
        problem: "cannot_read".to_owned(),
        problem_text: sentence.to_owned(),
        ..Line::default()
    };
    let bytes = line.to_json().to_string();
    [bytes.as_bytes(), &[]].map(|bytes| js_sys::Uint8Array::from(bytes).into()).into()
}
