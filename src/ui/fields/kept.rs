//! An input that shows a kept value and is the user's own while it is written in: redrawing the page never touches it, and another
//! kept value only where nothing is written that the field has not told. (The framework sets an input's `value` at every drawing, also as a property.)
//!
//! A browser's date field tells a change with every figure that is typed: 2013 comes as the years 2, 20, 201 and 2013. A day
//! counts a moment after the last change, and one whose year is not written out, or that is empty, when the field is left.

use crate::browser::page;
use crate::date::{is_written_out, parse_date};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is written in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Number,
    Word,
    Day,
}

#[derive(Properties, PartialEq)]
pub struct KeptInputProps {
    pub id: AttrValue,
    pub written: Written,
    pub value: AttrValue,
    /// Name for assistive technology, where no label element points here.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Id of an element that describes the field.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    pub onchange: Callback<Event>,
}

/// How long a day waits for more figures before it counts, in milliseconds.
const REST: u32 = 600;

/// A day that was changed and does not count yet: the field's change, what stood in it then, and who is told.
#[derive(Default)]
struct Waiting {
    /// Something is written of which the field has not told.
    written: Cell<bool>,
    change: RefCell<Option<(Event, String, Callback<Event>)>>,
    timer: RefCell<Option<Timeout>>,
}

impl Waiting {
    fn note(self: &Rc<Self>, event: Event, tell: Callback<Event>) {
        let written = event.target_unchecked_into::<HtmlInputElement>().value();
        let counts = parse_date(&written).is_some_and(is_written_out);
        *self.change.borrow_mut() = Some((event, written, tell));
        let waiting = self.clone();
        *self.timer.borrow_mut() = counts.then(|| Timeout::new(REST, move || waiting.end()));
    }

    /// The change counts, if it still stands in the field.
    fn end(&self) {
        *self.timer.borrow_mut() = None;
        let change = self.change.borrow_mut().take();
        if let Some((event, written, tell)) = change
            && event.target_unchecked_into::<HtmlInputElement>().value() == written
        {
            tell.emit(event);
        }
    }
}

#[component]
pub fn KeptInput(props: &KeptInputProps) -> Html {
    let node = use_node_ref();
    let waiting = use_memo((), |()| Waiting::default());
    // Stands in the element as soon as that is drawn, before the framework tells of the value.
    let begun = use_memo(props.id.clone(), |_| JsValue::from_str(&props.value));
    let is_day = props.written == Written::Day;
    {
        let waiting = waiting.clone();
        use_effect_with(is_day, move |&is_day| {
            let hidden = is_day.then(|| {
                let waiting = waiting.clone();
                page::on_hidden(move || waiting.end())
            });
            move || {
                drop(hidden);
                waiting.end();
            }
        });
    }
    let oninput = {
        let waiting = waiting.clone();
        Callback::from(move |_: InputEvent| waiting.written.set(true))
    };
    let onchange = {
        let (waiting, tell) = (waiting.clone(), props.onchange.clone());
        Callback::from(move |event| {
            waiting.written.set(false);
            match is_day {
                true => waiting.note(event, tell.clone()),
                false => tell.emit(event),
            }
        })
    };
    let onblur = {
        let (waiting, node, value) = (waiting.clone(), node.clone(), props.value.clone());
        Callback::from(move |_: FocusEvent| {
            waiting.end();
            // Written and taken back: nothing is told, and what is kept may have become another meanwhile.
            if waiting.written.replace(false)
                && let Some(input) = node.cast::<HtmlInputElement>()
            {
                input.set_value(&value);
            }
        })
    };
    {
        let node = node.clone();
        use_effect_with(props.value.clone(), move |value| {
            let is_free = !waiting.written.get() && waiting.change.borrow().is_none();
            if let Some(input) = node.cast::<HtmlInputElement>()
                && is_free
                && input.value() != **value
            {
                input.set_value(value);
            }
        });
    }
    let (kind, class, inputmode, max) = match props.written {
        Written::Number => ("text", "input number", Some("numeric"), None),
        Written::Word => ("text", "input short", None, None),
        Written::Day => ("date", "input date", None, Some("9999-12-31")),
    };
    html! {
        <input key={props.id.to_string()} ref={node} id={props.id.clone()} ~defaultValue={JsValue::clone(&begun)} type={kind} {class} autocomplete="off" {inputmode} {max} aria-label={props.label.clone()}
            aria-describedby={props.described_by.clone()} {oninput} {onchange} {onblur} />
    }
}
