//! A text field that owns its draft.
//!
//! The document's value never overwrites what is being typed. Nothing is written while an input method composes.
//! The draft is committed a moment after it was begun, on leaving the field, when the page is hidden and when the field goes.

use crate::assessment::{Field, Text, text};
use crate::browser::page;
use crate::ui::kit::use_kit;
use crate::ui::store::Store;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::html::IntoPropValue;
use yew::prelude::*;

/// How long a draft waits for more before it is committed, in milliseconds. With the store's own rest and the time to
/// save this stays below a second.
const REST: u32 = 250;

/// Where a field writes to.
#[derive(Clone)]
pub enum Slot {
    /// Into the open assessment.
    Open(Field),
    /// Into something else; a name that is the same as long as it is the same place.
    Other(AttrValue, Callback<Text>),
}

impl Slot {
    fn write(&self, store: &Store, written: &str) {
        match self {
            Slot::Open(field) => {
                store.draft(*field, None);
                store.dispatch(field.write(text(written)));
            }
            Slot::Other(_, write) => write.emit(text(written)),
        }
    }

    /// Tells what is being typed before it is written.
    fn draft(&self, store: &Store, written: &str) {
        if let Slot::Open(field) = self {
            store.draft(*field, Some(text(written)));
        }
    }
}

impl PartialEq for Slot {
    fn eq(&self, other: &Slot) -> bool {
        match (self, other) {
            (Slot::Open(one), Slot::Open(other)) => one == other,
            (Slot::Other(one, _), Slot::Other(other, _)) => one == other,
            _ => false,
        }
    }
}

impl IntoPropValue<Slot> for Field {
    fn into_prop_value(self) -> Slot {
        Slot::Open(self)
    }
}

#[derive(Properties, PartialEq, Clone)]
pub struct TextFieldProps {
    /// The element's id, for labels and jumps.
    pub id: AttrValue,
    pub slot: Slot,
    pub value: Text,
    /// Lines shown; one is a single-line field.
    #[prop_or(1)]
    pub lines: u8,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Name for assistive technology, where no label element points here.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Id of an element that describes the field.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    #[prop_or_default]
    pub invalid: bool,
    /// Id of a list of texts to choose from while typing, for a single-line field.
    #[prop_or_default]
    pub list: Option<AttrValue>,
}

/// What is being typed in one place, apart from the document.
#[derive(Default)]
struct Draft {
    /// What the document had there at first: it stands in the element as soon as that is drawn, before the framework tells of it.
    begun: JsValue,
    /// Typed and not committed yet.
    written: RefCell<Option<String>>,
    composing: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
}

impl Draft {
    fn commit(&self, store: &Store, slot: &Slot) {
        *self.timer.borrow_mut() = None;
        let written = self.written.borrow_mut().take();
        if let Some(written) = written {
            slot.write(store, &written);
        }
    }

    /// Keeps what is typed for the next commit. The first change starts the clock, so that typing on does not put it off.
    fn note(self: &Rc<Self>, written: String, store: &Store, slot: &Slot) {
        slot.draft(store, &written);
        *self.written.borrow_mut() = Some(written);
        let mut timer = self.timer.borrow_mut();
        if timer.is_some() {
            return;
        }
        let (draft, store, slot) = (self.clone(), store.clone(), slot.clone());
        *timer = Some(Timeout::new(REST, move || {
            if draft.composing.get() {
                *draft.timer.borrow_mut() = None;
            } else {
                draft.commit(&store, &slot);
            }
        }));
    }
}

#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let store = use_kit().store;
    let node = use_node_ref();
    // Every place has a draft and an element of its own: what is typed before the framework tells of another place belongs to that one.
    let draft = use_memo(props.slot.clone(), |_| Draft {
        begun: JsValue::from_str(&props.value),
        ..Draft::default()
    });
    let key = Rc::as_ptr(&draft) as usize;
    let slot = &props.slot;

    // The document's value is shown where nothing is being typed.
    {
        let (node, draft) = (node.clone(), draft.clone());
        use_effect_with(props.value.clone(), move |value| {
            if draft.written.borrow().is_none() && content(&node).as_deref() != Some(value) {
                set_content(&node, value);
            }
        });
    }
    // Composition has no events of its own in the framework; the page being hidden must not lose the draft.
    {
        let (node, draft, store) = (node.clone(), draft.clone(), store.clone());
        use_effect_with(slot.clone(), move |slot| {
            let slot = slot.clone();
            let element = node.cast::<Element>();
            let start = element.as_ref().map(|element| {
                let draft = draft.clone();
                EventListener::new(element, "compositionstart", move |_| draft.composing.set(true))
            });
            let end = element.as_ref().map(|element| {
                let (draft, store, node, slot) = (draft.clone(), store.clone(), node.clone(), slot.clone());
                EventListener::new(element, "compositionend", move |_| {
                    draft.composing.set(false);
                    if let Some(written) = content(&node) {
                        draft.note(written, &store, &slot);
                    }
                })
            });
            let hidden = {
                let (draft, store, slot) = (draft.clone(), store.clone(), slot.clone());
                page::on_hidden(move || draft.commit(&store, &slot))
            };
            move || {
                drop((start, end, hidden));
                draft.commit(&store, &slot);
            }
        });
    }
    let oninput = {
        let (node, draft, store, slot) = (node.clone(), draft.clone(), store.clone(), slot.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(written) = content(&node) {
                if event.is_composing() {
                    // Kept for the case that the page goes in the middle of a composition.
                    *draft.written.borrow_mut() = Some(written);
                } else {
                    draft.note(written, &store, &slot);
                }
            }
        })
    };
    let begun = draft.begun.clone();
    let slot = slot.clone();
    let onblur = Callback::from(move |_: FocusEvent| {
        draft.composing.set(false);
        draft.commit(&store, &slot);
    });

    let common_class = classes!("input", props.invalid.then_some("invalid"));
    let invalid = props.invalid.then_some("true");
    if props.lines <= 1 {
        html! {
            <input {key} ref={node} id={props.id.clone()} ~defaultValue={begun} class={common_class} type="text" autocomplete="off" placeholder={props.hint.clone()} list={props.list.clone()}
                aria-label={props.label.clone()} aria-describedby={props.described_by.clone()} aria-invalid={invalid} {oninput} {onblur} />
        }
    } else {
        html! {
            <textarea {key} ref={node} id={props.id.clone()} ~defaultValue={begun} class={common_class} rows={props.lines.to_string()} placeholder={props.hint.clone()}
                aria-label={props.label.clone()} aria-describedby={props.described_by.clone()} aria-invalid={invalid} {oninput} {onblur} />
        }
    }
}

fn content(node: &NodeRef) -> Option<String> {
    let element = node.get()?;
    match element.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => Some(area.value()),
        None => element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value),
    }
}

fn set_content(node: &NodeRef, value: &str) {
    let Some(element) = node.get() else { return };
    match element.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.set_value(value),
        None => {
            if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                input.set_value(value);
            }
        }
    }
}
