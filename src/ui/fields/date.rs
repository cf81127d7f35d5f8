//! A date field: the browser's own, so that its calendar and keyboard work as the user knows them.

use crate::assessment::{Action, Date, parse_date};
use crate::ui::kit::use_kit;
use yew::prelude::*;

/// The dates of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateSlot {
    Registration,
    Application,
}

impl DateSlot {
    fn write(self, date: Option<Date>) -> Action {
        match self {
            DateSlot::Registration => Action::RegistrationDate(date),
            DateSlot::Application => Action::ApplicationDate(date),
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct DateFieldProps {
    pub id: AttrValue,
    pub value: Option<Date>,
    pub slot: DateSlot,
    #[prop_or_default]
    pub label: Option<AttrValue>,
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
}

#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let store = use_kit().store;
    let slot = props.slot;
    let onchange = Callback::from(move |event: Event| {
        let written = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
        store.dispatch(slot.write(parse_date(&written)));
    });
    html! {
        <input type="date" class="input date" id={props.id.clone()} max="9999-12-31" value={props.value.map(|date| date.to_string()).unwrap_or_default()}
            aria-label={props.label.clone()} aria-describedby={props.described_by.clone()} {onchange} />
    }
}
