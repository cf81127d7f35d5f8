//! Reading the record of a panel.

use super::format::{AgreementFile, PanelFile, ReopeningFile, SheetFile, SignatureFile};
use super::sentences;
use super::{FORMAT, LATER_MINOR, MINOR, PanelRecord, SENTENCES_MINOR};
use crate::archive::envelope;
use crate::archive::error::ReadError;
use crate::archive::kept::Kept;
use crate::archive::read::date;
use crate::archive::scoring::{judgements, percent, subject};
use crate::assessment::text;
use crate::criteria::{Pack, PackReference};
use crate::json;
use crate::order;
use crate::panel::{Agreement, Collected, Panel, Reopening, Sheet, Signature, Subject};
use serde_json::Value;
use std::rc::Rc;

/// The most assessors of a panel; each takes a sheet of all items.
const MOST_ASSESSORS: usize = 1_000;

/// The record of a panel whose criteria are known by name, before they are applied.
#[derive(Debug)]
pub struct OpenedPanel {
    file: PanelFile,
    value: Value,
    unknown: Vec<String>,
    minor: u32,
}

/// Reads the bytes of a record as far as that is possible without its criteria.
pub fn open_panel(bytes: &[u8]) -> Result<OpenedPanel, ReadError> {
    let envelope = envelope::parse(envelope::text_of(bytes)?)?;
    let minor = envelope.minor(FORMAT, ReadError::NotPanel)?;
    let (file, unknown) = envelope::members::<PanelFile>(&envelope.value)?;
    Ok(OpenedPanel {
        file,
        value: envelope.value,
        unknown,
        minor,
    })
}

impl OpenedPanel {
    /// The criteria it was made with.
    pub fn pack(&self) -> &PackReference {
        &self.file.pack
    }

    /// The record in the slots of its pack. What the pack does not have is kept, not counted.
    pub fn with_pack(mut self, pack: &Pack) -> Result<PanelRecord, ReadError> {
        let PackReference { id, edition, .. } = &self.file.pack;
        if id != pack.id() || edition != pack.edition() {
            return Err(ReadError::UnknownPack {
                id: id.clone(),
                edition: edition.clone(),
            });
        }
        let file = &self.file;
        let mut panel = Panel::new(pack, subject(&file.assessment));
        if let Some(points) = file.tolerance {
            let small = u8::try_from(points).ok().filter(|points| *points <= 100);
            panel.tolerance = small.ok_or_else(|| ReadError::BadValue {
                pointer: "/tolerance".into(),
                value: points.to_string(),
            })?;
        }
        panel.opened = file.opened;
        if file.scores.0.len() > MOST_ASSESSORS {
            return Err(ReadError::TooMany { limit: MOST_ASSESSORS });
        }
        for (assessor, sheet) in &file.scores.0 {
            panel.sheets.push(collected(pack, &panel.subject, assessor, sheet, &mut self.unknown)?);
        }
        order::sort_by(&mut panel.sheets, |one, other| one.sheet.assessor.cmp(&other.sheet.assessor));
        for (id, AgreementFile { percent: given, reason, note }) in &file.consensus.0 {
            let pointer = json::push("/consensus", id);
            match pack.item_slot(id) {
                Some(slot) => {
                    panel.agreements[slot.0] = Rc::new(Agreement {
                        percent: percent(pack, *given, &pointer)?,
                        reason: text(reason),
                        note: text(note),
                    });
                }
                None => self.unknown.push(pointer),
            }
        }
        panel.absent = file.absent.iter().map(text).collect();
        panel.facilitator = text(&file.facilitator);
        panel.place = text(&file.place);
        panel.date = date(file.date.as_deref(), "/date")?;
        panel.remark = text(&file.remark);
        panel.signatures = signatures(&file.signatures, "")?;
        for (
            at,
            ReopeningFile {
                reason,
                date: day,
                signatures: stood,
            },
        ) in file.reopenings.iter().enumerate()
        {
            let pointer = ["/reopenings/", &at.to_string()].concat();
            panel.reopenings.push(Reopening {
                reason: text(reason),
                date: date(day.as_deref(), &[&pointer, "/date"].concat())?,
                signatures: signatures(stood, &pointer)?,
            });
        }
        sentences::read(pack, file, &mut panel, &mut self.unknown)?;
        // What raised the version raises it again when it is written; so a record says that much no longer than it holds it.
        let raised = match self.minor {
            LATER_MINOR => !panel.reopenings.is_empty(),
            SENTENCES_MINOR => sentences::any(&panel),
            _ => false,
        };
        let mut kept = Kept::take(&self.value, self.unknown);
        order::sort_by(&mut kept, |one, other| one.pointer.cmp(&other.pointer));
        Ok(PanelRecord {
            panel,
            kept,
            minor: if raised { MINOR } else { self.minor },
        })
    }
}

fn signatures(files: &[SignatureFile], within: &str) -> Result<Vec<Signature>, ReadError> {
    let signature = |(at, file): (usize, &SignatureFile)| {
        Ok(Signature {
            name: text(&file.name),
            role: text(&file.role),
            date: date(file.date.as_deref(), &[within, "/signatures/", &at.to_string(), "/date"].concat())?,
        })
    };
    files.iter().enumerate().map(signature).collect()
}

fn collected(pack: &Pack, of: &Subject, assessor: &str, file: &SheetFile, unknown: &mut Vec<String>) -> Result<Collected, ReadError> {
    let pointer = json::push("/scores", assessor);
    let mut assigned: Vec<_> = file.items.iter().filter_map(|id| pack.item_slot(id)).collect();
    order::sort(&mut assigned);
    assigned.dedup();
    let sheet = Sheet {
        assessor: text(assessor),
        subject: Subject {
            key: text(&file.key),
            ..of.clone()
        },
        counter: file.counter,
        assigned,
        judgements: judgements(pack, &file.scores, &json::push(&pointer, "scores"), unknown)?,
    };
    Ok(Collected {
        file: text(&file.file),
        hash: text(&file.hash),
        sheet: Rc::new(sheet),
    })
}
