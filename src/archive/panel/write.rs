//! Writing the record of a panel: the same record gives the same bytes.

use super::format::{AgreementFile, PanelFile, ReopeningFile, SheetFile, SignatureFile};
use super::sentences;
use super::{FORMAT, LATER_MINOR, PanelRecord, SENTENCES_MINOR};
use crate::archive::MAJOR;
use crate::archive::kept::Kept;
use crate::archive::scoring::{assigned, finished, judgement_files, subject_file, written};
use crate::criteria::Pack;
use crate::date::Date;
use crate::json::{self, ById, ToJson};
use crate::panel::{Agreement, Collected, Panel, Signature};
use serde_json::Value;

/// The file's text: JSON indented by two spaces, with a line feed at the end.
pub fn write_panel(record: &PanelRecord, pack: &Pack) -> String {
    let panel = &record.panel;
    let went_back = !panel.reopenings.is_empty();
    let has_sentences = sentences::any(panel);
    let minor = match (has_sentences, went_back) {
        (true, _) => record.minor.max(SENTENCES_MINOR),
        (_, true) => record.minor.max(LATER_MINOR),
        _ => record.minor,
    };
    let mut file = PanelFile {
        format: FORMAT.into(),
        version: [MAJOR.to_string(), minor.to_string()].join("."),
        pack: pack.reference(),
        assessment: subject_file(&panel.subject),
        tolerance: Some(panel.tolerance.into()),
        opened: panel.opened,
        scores: ById(
            panel
                .sheets
                .iter()
                .map(|sheet| (written(&sheet.sheet.assessor), sheet_file(sheet, pack)))
                .collect(),
        ),
        consensus: consensus(panel, pack),
        absent: panel.absent.iter().map(written).collect(),
        facilitator: written(&panel.facilitator),
        place: written(&panel.place),
        date: day(panel.date),
        remark: written(&panel.remark),
        signatures: signatures(&panel.signatures),
        reopenings: panel
            .reopenings
            .iter()
            .map(|reopening| ReopeningFile {
                reason: written(&reopening.reason),
                date: day(reopening.date),
                signatures: signatures(&reopening.signatures),
            })
            .collect(),
        ..PanelFile::default()
    };
    sentences::write(pack, panel, &mut file);
    let mut value = file.to_json();
    if let Value::Object(members) = &mut value {
        if !went_back {
            members.shift_remove("reopenings");
        }
        if !has_sentences {
            ["sentences", "themes", "visits"].iter().for_each(|name| drop(members.shift_remove(*name)));
        }
    }
    // What stood in the sheet of an assessor who was taken out goes with it.
    let is_there = |kept: &&Kept| match kept.pointer.strip_prefix("/scores/").and_then(|rest| rest.split('/').next()) {
        Some(assessor) => panel.sheets.iter().any(|sheet| *sheet.sheet.assessor == *json::segment(assessor)),
        None => true,
    };
    let kept: Vec<Kept> = record.kept.iter().filter(is_there).cloned().collect();
    finished(value, &kept)
}

fn signatures(all: &[Signature]) -> Vec<SignatureFile> {
    let file = |signature: &Signature| SignatureFile {
        name: written(&signature.name),
        role: written(&signature.role),
        date: day(signature.date),
    };
    all.iter().map(file).collect()
}

fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn sheet_file(collected: &Collected, pack: &Pack) -> SheetFile {
    SheetFile {
        file: written(&collected.file),
        hash: written(&collected.hash),
        key: written(&collected.sheet.subject.key),
        counter: collected.sheet.counter,
        items: assigned(&collected.sheet, pack),
        scores: judgement_files(&collected.sheet, pack),
    }
}

/// Only items something is written down of, in the order of the pack.
fn consensus(panel: &Panel, pack: &Pack) -> ById<AgreementFile> {
    let written_down = pack.items().filter(|(slot, _)| !panel.agreement(*slot).is_blank());
    let file = |Agreement { percent, reason, note }: &Agreement| AgreementFile {
        percent: percent.map(|percent| percent.value().into()),
        reason: written(reason),
        note: written(note),
    };
    ById(written_down.map(|(slot, item)| (item.id.clone(), file(panel.agreement(slot)))).collect())
}
