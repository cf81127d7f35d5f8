//! An assessment made under one pack, read under another pack or edition. Nothing is dropped.
//!
//! These rules are the kit's own:
//!
//! - **The same id means the same.** All of it carries: texts, bands by their ids, the rating where it is a step of the
//!   new pack. A rating that is none is set down as it is and never rounded. What has no place in the new item (a prompt,
//!   factor or band that is gone) stays where it stands in the file, not counted.
//! - **Renamed**: all of it carries to the new id.
//! - **Split**: the texts are copied to each new id; the rating and the bands are set down.
//! - **Merged**: texts stand one after the other, each with number and name of its old item in a line before it, equal
//!   ones once; evidence is joined; rating and bands carry only where all old ones agree.
//! - **Retired**: kept at its old place, not counted. What was never answered is nothing to keep.
//! - **Declined by the user**: kept at its old place, or set down where the new pack uses that id, not counted.
//! - Answers that were kept because the old pack does not know their id **come alive** where the new one knows it. Where
//!   they meet others, the texts are joined as in a merger.
//! - Conditions follow the same rules, the answer taking the part of the rating; all but those of the same id and rule
//!   are to be checked. Self-checks go by id.
//! - The **edition** of the eligibility rules: the old pack's default becomes the new one's default; another one stays
//!   where the new pack has it.
//! - **Figures** go by id, those of indicators of one's own as they are.
//! - **Notes** go where the texts of their item go, of several new ids to the first; one at a retired item stays as it is.
//! - Profile, application date, reference line and the mark *fictional* stay as they are; so does whatever this version
//!   of the format does not know.
//!
//! **There and back gives the same file, byte for byte.** Each carry is tried backwards at once, and what that would not
//! bring back is set down in the member `carried` of the file ([`record`]). Carrying back lays it over what the rules
//! give, and where carrying forward again would make the present file, the record goes and the old file is there. Where
//! something has been changed since, what was set down comes back place by place if nothing made of it was changed; the
//! rest goes by the rules, and the record stays, so that nothing in it is lost.
//!
//! The law holds where nothing is declined on the way back and the language of headings stays. It cannot hold for a carry
//! that itself undoes one in which something was declined: the file it restores has no trace of that.

mod join;
mod places;
mod plan;
mod planner;
mod record;
mod restore;
mod rules;
mod ways;

pub use plan::{About, CarryKind, Left, Plan, Proposal, RatingFate};
pub use planner::plan;

use super::write::to_value;
use super::{Project, ReadError};
use crate::criteria::{Lineage, Pack, PackReference};
use crate::order;
use record::{Held, Record, Records};
use restore::{lay_over, originals, untouched};
use rules::{Journey, settled};
use serde_json::Value;
use ways::Ways;

/// An assessment carried to other criteria with every proposal accepted; `language` is the tag of the language in which
/// joined texts name the items they come from.
pub fn carry_as_proposed(project: &Project, from: &Pack, to: &Pack, lineage: &Lineage, language: &str) -> Result<Project, ReadError> {
    carry(project, from, to, &plan(project, from, to, lineage, language)?)
}

/// The assessment under the new pack, as the plan says. `from` and `to` are the packs the plan was made for.
///
/// Under a pack of the same content it stays as it is. Fails on no project that was read or made by the kit.
pub fn carry(project: &Project, from: &Pack, to: &Pack, plan: &Plan) -> Result<Project, ReadError> {
    if from == to {
        return Ok(project.clone());
    }
    let declined = plan.declined();
    let journey = Journey {
        from,
        to,
        ways: &plan.ways.onward,
        declined: &declined,
        language: &plan.language,
    };
    let Parts { body, records } = perform(&Parts::of(project, from), &journey, &plan.ways.back)?;
    let mut project = settled(body, to)?;
    project.kept.extend(records.into_kept());
    Ok(project)
}

/// The ways between two packs in both directions.
#[derive(Debug, Clone, PartialEq)]
struct Both {
    onward: Ways,
    back: Ways,
}

/// A file and what it remembers of carries.
struct Parts {
    /// Without the member `carried`.
    body: Value,
    records: Records,
}

impl Parts {
    fn of(project: &Project, pack: &Pack) -> Parts {
        let mut body = to_value(project, pack);
        let records = Records::take(&mut body);
        Parts { body, records }
    }

    /// All of it as text: two files are the same where this is.
    fn written(&self) -> String {
        [self.body.to_string(), self.records.to_string()].concat()
    }
}

/// A file under another pack, by the rules and with what an earlier carry set down.
fn perform(file: &Parts, onward: &Journey<'_>, back: &Ways) -> Result<Parts, ReadError> {
    let mut carried = onward.carried(&file.body)?;
    let home = Journey {
        from: onward.to,
        to: onward.from,
        ways: back,
        declined: &[],
        language: onward.language,
    };
    if let Some(last) = file.records.last(onward.to, onward.from) {
        // This carry goes back over the last one.
        let home = Journey {
            declined: &last.declined,
            language: &last.language,
            ..home
        };
        let before = Parts {
            body: undone(&carried, &last, onward.to)?,
            records: file.records.without_last(),
        };
        if onward.declined.is_empty() && perform(&before, &home, onward.ways)?.written() == file.written() {
            return Ok(before);
        }
        let still = untouched(&last.originals.0, &home, &file.body, &before.body, onward.declined)?;
        lay_over(&mut carried, &still);
        carried = to_value(&settled(carried, onward.to)?, onward.to);
    }
    let record = Record {
        from: onward.from.reference(),
        to: onward.to.reference(),
        language: onward.language.to_owned(),
        declined: onward.declined.to_vec(),
        originals: Held(originals(&file.body, &home.carried(&carried)?, onward.from)?),
    };
    Ok(Parts {
        body: carried,
        records: file.records.with(&record),
    })
}

/// What carrying back by the rules gives, with everything laid over it that was set down.
fn undone(ruled: &Value, last: &Record, pack: &Pack) -> Result<Value, ReadError> {
    let mut undone = ruled.clone();
    lay_over(&mut undone, &last.originals.0);
    Ok(to_value(&settled(undone, pack)?, pack))
}

/// The criteria an assessment was carried from last, if that carry has not been undone.
pub fn carried_from(project: &Project) -> Option<PackReference> {
    Records::of(project).newest().map(|record| record.from)
}

/// Pointers into the written file of everything that is kept and not counted, in order: what the pack does not know, and
/// what the carries that have not been undone set down.
pub fn kept_pointers(project: &Project) -> Vec<String> {
    let mut pointers = Records::of(project).pointers();
    let others = project.kept.iter().map(|kept| kept.pointer.clone());
    pointers.extend(others.filter(|pointer| pointer != record::POINTER));
    order::sort(&mut pointers);
    pointers
}
