//! A part that was handed out before the whole went over to other criteria, brought there after it: what it holds and what
//! it began with go the same way, so that what lies between them is what the department wrote.

use super::hand_out::{HandedOut, MEMBER, POINTER, ask, handed_out};
use crate::archive::{Kept, Project, ReadError, open_bytes, to_value};
use crate::criteria::{Lineage, Pack, PackReference};
use serde_json::{Value, json};
use std::rc::Rc;

/// Where the whole remembers its own carry; a part has none to tell.
const CARRIED: &str = "/carried";

/// The criteria a part may be under, beside those of the whole.
pub struct OtherCriteria<'a> {
    /// The pack of a reference, where it is at hand.
    pub pack: &'a dyn Fn(&PackReference) -> Option<Rc<Pack>>,
    pub lineage: &'a Lineage,
    /// The tag of the language in which joined texts name the items they come from.
    pub language: &'a str,
    /// How an assessment is carried; none where that is not at hand: in the page the code for it comes when it is needed.
    pub carry: Option<Carry>,
}

/// Carries an assessment from one pack to another, as [`crate::archive::carry_as_proposed`] does.
pub type Carry = fn(&Project, &Pack, &Pack, &Lineage, &str) -> Result<Project, ReadError>;

impl OtherCriteria<'_> {
    /// A part under the criteria of the whole, with the key it has on the list; none where what it began with is under
    /// criteria that are not at hand, or it is no part.
    pub fn carried(&self, part: &Project, from: &Pack, to: &Pack) -> Result<Option<Project>, ReadError> {
        let Some(handed) = handed_out(part) else { return Ok(None) };
        if is_of(&from.reference(), to) && is_of(&base_criteria(&handed), to) {
            return Ok(Some(part.clone()));
        }
        let Some(of_base) = self.pack_of_base(&handed, [from, to]) else {
            return Ok(None);
        };
        let Some(carry) = self.carry else { return Ok(None) };
        let base = self.over(carry, &handed.base(&of_base)?, &of_base, to)?;
        let mut bare = part.clone();
        bare.kept.retain(|kept| kept.pointer != POINTER);
        let mut carried = self.over(carry, &bare, from, to)?;
        let (department, items, key, sent) = (&handed.department, &handed.items, &handed.key, &handed.sent);
        carried.kept.push(Kept {
            pointer: POINTER.to_owned(),
            value: json!({ "department": department, "items": items, "key": key, "sent": sent, "base": to_value(&base, to) }),
        });
        ask(&mut carried, &handed.wanted);
        Ok(Some(carried))
    }

    fn over(&self, carry: Carry, project: &Project, from: &Pack, to: &Pack) -> Result<Project, ReadError> {
        let mut there = if is_of(&from.reference(), to) {
            project.clone()
        } else {
            carry(project, from, to, self.lineage, self.language)?
        };
        there.kept.retain(|kept| kept.pointer != CARRIED);
        Ok(there)
    }

    fn pack_of_base(&self, part: &HandedOut, at_hand: [&Pack; 2]) -> Option<Rc<Pack>> {
        let reference = base_criteria(part);
        let there = at_hand.into_iter().find(|pack| is_of(&reference, pack));
        there.map(|pack| Rc::new(pack.clone())).or_else(|| (self.pack)(&reference))
    }
}

/// The criteria a file names: its own, and of a part those it was handed out under. None where it cannot be read.
pub fn criteria_named(bytes: &[u8]) -> Vec<PackReference> {
    let Ok(opened) = open_bytes(bytes) else { return Vec::new() };
    [opened.pack().clone()]
        .into_iter()
        .chain(opened.member(MEMBER).and_then(|note| note.get("base")).map(criteria_of))
        .collect()
}

/// The criteria a part was handed out under.
pub(super) fn base_criteria(part: &HandedOut) -> PackReference {
    criteria_of(&part.base)
}

fn criteria_of(file: &Value) -> PackReference {
    let word = |member: &str| {
        let written = file.get("pack").and_then(|pack| pack.get(member));
        written.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    PackReference {
        id: word("id"),
        edition: word("edition"),
        hash: word("hash"),
    }
}

/// Whether a reference names a pack, whatever has been changed in it.
pub(super) fn is_of(reference: &PackReference, pack: &Pack) -> bool {
    reference.id == pack.id() && reference.edition == pack.edition()
}
