//! All text fields of an assessment, as one list.

use super::action::Field;
use super::evidence::EntryText;
use super::figures::{FigureRecord, FigureSlot, FigureText, OwnText};
use super::improvement::ActionText;
use super::incident::IncidentText;
use super::organisation::ProfileText;
use super::record::{Assessment, Text};
use super::unit::UnitText;
use crate::criteria::{ConditionSlot, IndicatorSlot, ItemSlot, SelfCheckSlot};

/// Every text field, in the order of the submission. Notes are none: no document holds them.
pub fn each_text(assessment: &Assessment, see: &mut dyn FnMut(Field, &Text)) {
    for &field in ProfileText::ALL {
        see(Field::Profile(field), assessment.organisation.text(field));
    }
    for (at, unit) in assessment.organisation.units.iter().enumerate() {
        for field in UnitText::ALL {
            see(Field::Unit(at, field), unit.text(field));
        }
    }
    for (at, condition) in assessment.eligibility.conditions.iter().enumerate() {
        see(Field::ConditionEvidence(ConditionSlot(at)), &condition.evidence);
    }
    for (at, check) in assessment.eligibility.self_checks.iter().enumerate() {
        see(Field::SelfCheckNote(SelfCheckSlot(at)), &check.note);
    }
    for (at, record) in assessment.items.iter().enumerate() {
        let item = ItemSlot(at);
        for scope in 0..record.scopes() {
            for factor in 0..record.bands.len() {
                see(Field::Answer { item, scope, factor }, record.answer(scope, factor));
            }
        }
        see(Field::Strengths(item), &record.strengths);
        see(Field::Opportunities(item), &record.opportunities);
        see(Field::Remark(item), &record.remark);
    }
    for (at, record) in assessment.figures.indicators.iter().enumerate() {
        of_figures(FigureSlot::Catalogue(IndicatorSlot(at)), record, see);
    }
    for (at, own) in assessment.figures.own.iter().enumerate() {
        for (field, text) in [(OwnText::Name, &own.name), (OwnText::Unit, &own.unit), (OwnText::Formula, &own.formula)] {
            see(Field::Own(at, field), text);
        }
        of_figures(FigureSlot::Own(at), &own.record, see);
    }
    for (at, entry) in assessment.evidence.entries.iter().enumerate() {
        for (field, text) in [
            (EntryText::Title, &entry.title),
            (EntryText::Owner, &entry.owner),
            (EntryText::Place, &entry.place),
        ] {
            see(Field::Register(at, field), text);
        }
    }
    for (at, action) in assessment.improvement.actions.iter().enumerate() {
        for (field, text) in [
            (ActionText::Title, &action.title),
            (ActionText::Owner, &action.owner),
            (ActionText::Note, &action.note),
        ] {
            see(Field::Improvement(at, field), text);
        }
    }
    for (at, stage) in assessment.road.stages.iter().enumerate() {
        see(Field::StageNote(at), &stage.note);
    }
    for (at, incident) in assessment.road.incidents.iter().enumerate() {
        for (field, text) in [(IncidentText::What, &incident.what), (IncidentText::Note, &incident.note)] {
            see(Field::Incident(at, field), text);
        }
    }
}

fn of_figures(slot: FigureSlot, record: &FigureRecord, see: &mut dyn FnMut(Field, &Text)) {
    for (year, gap) in record.gaps.iter() {
        see(Field::Figure(slot, FigureText::Gap(year)), gap);
    }
    see(Field::Figure(slot, FigureText::BenchmarkName), &record.benchmark.name);
    see(Field::Figure(slot, FigureText::Evidence), &record.evidence);
}
