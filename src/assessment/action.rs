//! The actions that change an assessment: one small value for every change a person can make.

use super::Percent;
use super::evidence::{EntryText, RegisterChange};
use super::facts::Fact;
use super::figures::{FigureChange, FigureSlot, FigureText, OwnChange, OwnIndicator, OwnText, Window, finite};
use super::identity::Identity;
use super::improvement::{ActionChange, ActionText, ImprovementChange};
use super::incident::{IncidentChange, IncidentText};
use super::notes::NoteChange;
use super::organisation::{Division, LegalStatus, ProfileText, Quantity};
use super::record::{Answer, Assessment, ItemRecord, SelfCheckAnswer, Text};
use super::road::StageChange;
use super::unit::{UnitChange, UnitText};
use crate::criteria::{ConditionSlot, EditionSlot, InputSlot, ItemSlot, Kind, SelfCheckSlot};
use crate::date::Date;
use std::rc::Rc;

/// A change of an assessment.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    Profile(ProfileText, Text),
    Kind(Option<Kind>),
    LegalStatus(Option<LegalStatus>),
    RegistrationDate(Option<Date>),
    RegistrationPlace(Option<Division>),
    Sector(Option<Text>),
    Quantity(Quantity, Option<u64>),
    Edition(EditionSlot),
    ApplicationDate(Option<Date>),
    Condition(ConditionSlot, Answer),
    ConditionEvidence(ConditionSlot, Text),
    SelfCheck(SelfCheckSlot, SelfCheckAnswer),
    SelfCheckNote(SelfCheckSlot, Text),
    ReferencePoints(Option<u32>),
    Item(ItemSlot, ItemChange),
    /// The years figures are asked for; none: all that have a value.
    Years(Option<Window>),
    Input {
        input: InputSlot,
        year: i32,
        value: Option<f64>,
    },
    Figure(FigureSlot, FigureChange),
    /// Adds an indicator of one's own, under that identity where it brings no id.
    AddOwn(Identity, Rc<OwnIndicator>),
    Own(usize, OwnChange),
    RemoveOwn(usize),
    /// A change of the evidence register.
    Register(RegisterChange),
    Improve(ImprovementChange),
    /// Of a stage of the road, by its position.
    Stage(usize, StageChange),
    Incident(IncidentChange),
    /// Of the controlled units.
    Unit(UnitChange),
    /// Of the notes, whose texts are fields of no document.
    Note(NoteChange),
    /// Turns a rule of the red pen off with a reason, or on again without one.
    RuleOff(Text, Option<Text>),
    /// Several changes as one step, such as a block that is pasted.
    Several(Vec<Action>),
}

/// A change inside one item.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemChange {
    Answer {
        scope: usize,
        factor: usize,
        text: Text,
    },
    Strengths(Text),
    Opportunities(Text),
    Remark(Text),
    AddEvidence(Text),
    RemoveEvidence(usize),
    Band {
        factor: usize,
        band: Option<usize>,
    },
    Percent(Option<Percent>),
    /// An answer of the interview by the id of its question; none takes it away.
    Fact(Text, Option<Fact>),
}

/// The text field an action writes into; writing on in the same field is one step of undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Profile(ProfileText),
    ConditionEvidence(ConditionSlot),
    SelfCheckNote(SelfCheckSlot),
    Answer {
        item: ItemSlot,
        scope: usize,
        factor: usize,
    },
    Strengths(ItemSlot),
    Opportunities(ItemSlot),
    Remark(ItemSlot),
    Figure(FigureSlot, FigureText),
    Own(usize, OwnText),
    Register(usize, EntryText),
    /// Of an improvement action.
    Improvement(usize, ActionText),
    StageNote(usize),
    /// Of an incident.
    Incident(usize, IncidentText),
    /// Of a controlled unit.
    Unit(usize, UnitText),
}

impl Field {
    /// The action that writes a text into this field.
    pub fn write(self, text: Text) -> Action {
        match self {
            Field::Profile(field) => Action::Profile(field, text),
            Field::ConditionEvidence(slot) => Action::ConditionEvidence(slot, text),
            Field::SelfCheckNote(slot) => Action::SelfCheckNote(slot, text),
            Field::Answer { item, scope, factor } => Action::Item(item, ItemChange::Answer { scope, factor, text }),
            Field::Strengths(item) => Action::Item(item, ItemChange::Strengths(text)),
            Field::Opportunities(item) => Action::Item(item, ItemChange::Opportunities(text)),
            Field::Remark(item) => Action::Item(item, ItemChange::Remark(text)),
            Field::Figure(slot, field) => Action::Figure(slot, FigureChange::Text(field, text)),
            Field::Own(at, field) => Action::Own(at, OwnChange::Text(field, text)),
            Field::Register(at, field) => Action::Register(RegisterChange::Text(at, field, text)),
            Field::StageNote(at) => Action::Stage(at, StageChange::Note(text)),
            Field::Incident(at, field) => Action::Incident(IncidentChange::Text(at, field, text)),
            Field::Unit(at, field) => Action::Unit(UnitChange::Text(at, field, text)),
            Field::Improvement(at, field) => Action::Improve(ImprovementChange::Change(at, ActionChange::Text(field, text))),
        }
    }
}

impl Action {
    /// The text field this action writes into; none for choices.
    pub fn field(&self) -> Option<Field> {
        match *self {
            Action::Profile(field, _) => Some(Field::Profile(field)),
            Action::ConditionEvidence(slot, _) => Some(Field::ConditionEvidence(slot)),
            Action::SelfCheckNote(slot, _) => Some(Field::SelfCheckNote(slot)),
            Action::Item(item, ItemChange::Answer { scope, factor, .. }) => Some(Field::Answer { item, scope, factor }),
            Action::Item(item, ItemChange::Strengths(_)) => Some(Field::Strengths(item)),
            Action::Item(item, ItemChange::Opportunities(_)) => Some(Field::Opportunities(item)),
            Action::Item(item, ItemChange::Remark(_)) => Some(Field::Remark(item)),
            Action::Figure(slot, FigureChange::Text(field, _)) => Some(Field::Figure(slot, field)),
            Action::Own(at, OwnChange::Text(field, _)) => Some(Field::Own(at, field)),
            Action::Register(RegisterChange::Text(at, field, _)) => Some(Field::Register(at, field)),
            Action::Stage(at, StageChange::Note(_)) => Some(Field::StageNote(at)),
            Action::Incident(IncidentChange::Text(at, field, _)) => Some(Field::Incident(at, field)),
            Action::Unit(UnitChange::Text(at, field, _)) => Some(Field::Unit(at, field)),
            Action::Improve(ImprovementChange::Change(at, ActionChange::Text(field, _))) => Some(Field::Improvement(at, field)),
            _ => None,
        }
    }

    /// The assessment after the change. Parts that do not change are shared with the one before.
    pub fn apply(&self, before: &Assessment) -> Assessment {
        let mut after = before.clone();
        match self {
            Action::Profile(field, text) => Rc::make_mut(&mut after.organisation).set_text(*field, text.clone()),
            Action::Kind(kind) => Rc::make_mut(&mut after.organisation).kind = *kind,
            Action::LegalStatus(status) => Rc::make_mut(&mut after.organisation).legal_status = *status,
            Action::RegistrationDate(date) => Rc::make_mut(&mut after.organisation).registration_date = *date,
            Action::RegistrationPlace(place) => Rc::make_mut(&mut after.organisation).registration_place = *place,
            Action::Sector(sector) => Rc::make_mut(&mut after.organisation).sector = sector.clone(),
            Action::Quantity(quantity, value) => Rc::make_mut(&mut after.organisation).set_quantity(*quantity, *value),
            Action::Edition(edition) => Rc::make_mut(&mut after.eligibility).edition = *edition,
            Action::ApplicationDate(date) => Rc::make_mut(&mut after.eligibility).application_date = *date,
            Action::Condition(slot, answer) => Rc::make_mut(&mut after.eligibility).conditions[slot.0].answer = *answer,
            Action::ConditionEvidence(slot, text) => Rc::make_mut(&mut after.eligibility).conditions[slot.0].evidence = text.clone(),
            Action::SelfCheck(slot, answer) => Rc::make_mut(&mut after.eligibility).self_checks[slot.0].answer = *answer,
            Action::SelfCheckNote(slot, text) => Rc::make_mut(&mut after.eligibility).self_checks[slot.0].note = text.clone(),
            Action::ReferencePoints(points) => after.reference_points = *points,
            Action::Years(window) => Rc::make_mut(&mut after.figures).window = *window,
            Action::Input { input, year, value } => {
                let figures = Rc::make_mut(&mut after.figures);
                Rc::make_mut(&mut figures.inputs[input.0]).set(*year, value.and_then(finite));
            }
            Action::Figure(slot, change) => Rc::make_mut(&mut after.figures).change(*slot, change),
            Action::AddOwn(identity, own) => Rc::make_mut(&mut after.figures).add_own(*identity, own),
            Action::Own(at, change) => Rc::make_mut(&mut after.figures).change_own(*at, change),
            Action::RemoveOwn(at) => Rc::make_mut(&mut after.figures).remove_own(*at),
            Action::Register(change) => change.apply(&mut after),
            Action::Stage(at, change) => Rc::make_mut(&mut after.road).change(*at, change),
            Action::Incident(change) => Rc::make_mut(&mut after.road).change_incident(change),
            Action::Unit(change) => Rc::make_mut(&mut after.organisation).change_unit(change),
            Action::Improve(change) => Rc::make_mut(&mut after.improvement).change(change),
            Action::Note(change) => Rc::make_mut(&mut after.notes).change(change),
            Action::RuleOff(code, reason) => Rc::make_mut(&mut after.rules_off).set(code, reason.as_ref()),
            Action::Several(actions) => return actions.iter().fold(after, |before, action| action.apply(&before)),
            Action::Item(slot, change) => change.apply(Rc::make_mut(&mut after.items[slot.0])),
        }
        after
    }
}

impl ItemChange {
    fn apply(&self, item: &mut ItemRecord) {
        match self {
            ItemChange::Answer { scope, factor, text } => item.set_answer(*scope, *factor, text.clone()),
            ItemChange::Strengths(text) => item.strengths = text.clone(),
            ItemChange::Opportunities(text) => item.opportunities = text.clone(),
            ItemChange::Remark(text) => item.remark = text.clone(),
            ItemChange::AddEvidence(reference) => item.evidence.push(reference.clone()),
            ItemChange::RemoveEvidence(at) => {
                if *at < item.evidence.len() {
                    item.evidence.remove(*at);
                }
            }
            ItemChange::Band { factor, band } => item.bands[*factor] = *band,
            ItemChange::Percent(percent) => item.percent = *percent,
            ItemChange::Fact(question, fact) => item.facts.set(question, fact.clone()),
        }
    }
}
