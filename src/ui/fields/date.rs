//! A date field: the browser's own, so that its calendar and keyboard work as the user knows them.

use super::kept::{KeptInput, Written};
use crate::assessment::{Action, ActionChange, ImprovementChange, IncidentChange, RegisterChange, StageChange};
use crate::date::{Date, parse_date};
use crate::ui::kit::Kit;
use crate::ui::parts::on_value;
use yew::prelude::*;

/// The dates of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateSlot {
    Registration,
    Application,
    /// Of an entry of the evidence register, by its position.
    Evidence(usize),
    EvidenceValidUntil(usize),
    /// Of an improvement action, by its position.
    ActionStart(usize),
    ActionDue(usize),
    /// Of a stage of the road, by its position.
    Stage(usize),
    /// Of an incident, by its position.
    Incident(usize),
}

impl DateSlot {
    fn write(self, date: Option<Date>) -> Action {
        match self {
            DateSlot::Registration => Action::RegistrationDate(date),
            DateSlot::Application => Action::ApplicationDate(date),
            DateSlot::Evidence(at) => Action::Register(RegisterChange::Date(at, date)),
            DateSlot::EvidenceValidUntil(at) => Action::Register(RegisterChange::ValidUntil(at, date)),
            DateSlot::ActionStart(at) => Action::Improve(ImprovementChange::Change(at, ActionChange::Start(date))),
            DateSlot::ActionDue(at) => Action::Improve(ImprovementChange::Change(at, ActionChange::Due(date))),
            DateSlot::Stage(at) => Action::Stage(at, StageChange::Day(date)),
            DateSlot::Incident(at) => Action::Incident(IncidentChange::Day(at, date)),
        }
    }
}

/// The field; `label` names it for assistive technology where no label element does.
pub fn date_field(kit: &Kit, id: String, value: Option<Date>, slot: DateSlot, label: Option<String>) -> Html {
    let store = kit.store.clone();
    let onchange = on_value(move |written| store.dispatch(slot.write(parse_date(&written))));
    let value = value.map(|date| date.to_string()).unwrap_or_default();
    html! { <KeptInput {id} written={Written::Day} {value} label={label.map(AttrValue::from)} {onchange} /> }
}
