//! A place that takes a file: by a dialog, or dropped on it.

use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

/// What a page needs to take files.
pub struct FileTarget {
    /// The hidden input behind the button that opens the dialog.
    pub input: Html,
    pub over: Callback<DragEvent>,
    pub drop: Callback<DragEvent>,
}

/// Takes one file at a time; `id` is that of the input, to be clicked by a button.
pub fn file_target(id: &'static str, accept: &'static str, take: impl Fn(File) + Clone + 'static) -> FileTarget {
    let dropped = take.clone();
    let picked = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            take(file);
        }
        input.set_value("");
    });
    FileTarget {
        input: html! { <input class="hidden" type="file" {id} tabindex="-1" aria-hidden="true" {accept} onchange={picked} /> },
        over: Callback::from(|event: DragEvent| event.prevent_default()),
        drop: Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                dropped(file);
            }
        }),
    }
}

/// Takes any number of files at a time, otherwise as [`file_target`].
pub fn files_target(id: &'static str, accept: &'static str, take: impl Fn(Vec<File>) + Clone + 'static) -> FileTarget {
    let list = |files: Option<web_sys::FileList>| -> Vec<File> {
        let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.get(at)));
        files.collect()
    };
    let dropped = take.clone();
    let picked = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        take(list(input.files()));
        input.set_value("");
    });
    FileTarget {
        input: html! { <input class="hidden" type="file" {id} multiple=true tabindex="-1" aria-hidden="true" {accept} onchange={picked} /> },
        over: Callback::from(|event: DragEvent| event.prevent_default()),
        drop: Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dropped(list(event.data_transfer().and_then(|data| data.files())));
        }),
    }
}
