//! What does not fit in the evidence register: entries nobody needs, references that lead nowhere, evidence that is out of
//! date or lies nowhere. Without a register nothing is found.

use super::{Place, ProfilePart};
use crate::assessment::{Assessment, EvidenceEntry, FigureSlot, Referrer, Text, links, text};
use crate::date::Date;
use chrono::Datelike;

/// Something missing or contradictory in the register.
#[derive(Debug, Clone, PartialEq)]
pub enum EvidenceFinding {
    /// No reference names the entry.
    Unlinked { entry: usize, number: Text },
    /// A reference names a number of the register's form that no entry has. `own` is the name of an own indicator that it
    /// stands at, else empty.
    Missing { place: Referrer, number: Text, own: Text },
    /// Its last day lies before the application.
    Expired { entry: usize, number: Text, valid_until: Date },
    /// It tells of a period, and was finished before the first of the years that are asked for.
    Old { entry: usize, number: Text, date: Date, first_year: i32 },
    /// Neither a file nor a place.
    Nowhere { entry: usize, number: Text },
}

impl EvidenceFinding {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 5] = ["evidence_unlinked", "evidence_missing", "evidence_expired", "evidence_old", "evidence_nowhere"];

    /// The code printed and looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            EvidenceFinding::Unlinked { .. } => "evidence_unlinked",
            EvidenceFinding::Missing { .. } => "evidence_missing",
            EvidenceFinding::Expired { .. } => "evidence_expired",
            EvidenceFinding::Old { .. } => "evidence_old",
            EvidenceFinding::Nowhere { .. } => "evidence_nowhere",
        }
    }

    /// Where it can be mended.
    pub fn place(&self) -> Place {
        match self {
            EvidenceFinding::Missing { place, .. } => place_of(*place),
            EvidenceFinding::Unlinked { entry, .. }
            | EvidenceFinding::Expired { entry, .. }
            | EvidenceFinding::Old { entry, .. }
            | EvidenceFinding::Nowhere { entry, .. } => Place::Evidence(*entry),
        }
    }
}

/// Where a reference stands.
fn place_of(place: Referrer) -> Place {
    match place {
        Referrer::Condition(slot) => Place::Condition(slot),
        Referrer::Item(slot, _) | Referrer::Texts(slot) => Place::Item(slot),
        Referrer::Overview(topic) => Place::Profile(ProfilePart::Text(topic)),
        Referrer::Figure(slot) => Place::Figure(slot),
    }
}

/// What is found: references that lead nowhere in the order of the submission, then entry by entry.
pub fn evidence(assessment: &Assessment) -> Vec<EvidenceFinding> {
    if assessment.evidence.is_empty() {
        return Vec::new();
    }
    let links = links(assessment);
    let mut found = Vec::new();
    for reference in &links.references {
        found.extend(reference.missing.iter().map(|number| EvidenceFinding::Missing {
            place: reference.place,
            number: number.clone(),
            own: own_name(assessment, reference.place),
        }));
    }
    let application = assessment.eligibility.application_date;
    let first_year = assessment.figures.window.map(|window| window.first());
    for (at, entry) in assessment.evidence.entries.iter().enumerate() {
        let number = entry.number.clone();
        if !links.is_linked(at) {
            found.push(EvidenceFinding::Unlinked {
                entry: at,
                number: number.clone(),
            });
        }
        found.extend(out_of_date(entry, at, application, first_year));
        if entry.file.is_none() && entry.place.trim().is_empty() {
            found.push(EvidenceFinding::Nowhere { entry: at, number });
        }
    }
    found
}

fn own_name(assessment: &Assessment, place: Referrer) -> Text {
    let own = match place {
        Referrer::Figure(FigureSlot::Own(at)) => assessment.figures.own.get(at),
        _ => None,
    };
    own.map_or_else(|| text(""), |own| own.name.clone())
}

/// Expired counts before old; what is valid on the day of application is not old.
fn out_of_date(entry: &EvidenceEntry, at: usize, application: Option<Date>, first_year: Option<i32>) -> Option<EvidenceFinding> {
    let number = entry.number.clone();
    if let (Some(valid_until), Some(application)) = (entry.valid_until, application) {
        return (valid_until < application).then_some(EvidenceFinding::Expired {
            entry: at,
            number,
            valid_until,
        });
    }
    let (date, first_year) = entry.date.zip(first_year)?;
    (entry.kind.of_period() && date.year() < first_year).then_some(EvidenceFinding::Old {
        entry: at,
        number,
        date,
        first_year,
    })
}
