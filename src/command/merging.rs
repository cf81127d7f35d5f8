//! Parts for departments, and two states of one assessment made into one.

use super::answers::text;
use super::panel::slots;
use super::{Call, Failure, files};
use crate::archive::{self, Project, carry_as_proposed};
use crate::criteria::{Lineage, Pack, PackReference, built_in};
use crate::merge::{Against, Conflict, OtherCriteria, Sides, Wanted, ask, hand_out as handed_out, merge_files, part_of};
use crate::report::say;
use serde_json::{Value, json};
use std::path::Path;
use std::rc::Rc;

/// Writes a part for a department.
pub(super) fn hand_out(
    file: &Path,
    pack: Option<&Path>,
    (department, wanted): (&str, &Wanted),
    items: &[String],
    output: &Path,
    call: Call<'_>,
) -> Result<String, Failure> {
    let language = call.language;
    let (project, pack) = files::assessment(file, pack, call)?;
    if department.trim().is_empty() {
        return Err(Failure::of(language, "department_unnamed", &[]));
    }
    let mut part = handed_out(&pack, &project, department.trim(), &slots(&pack, items, language)?);
    ask(&mut part, wanted);
    files::write(output, file, archive::write(&part, &pack).as_bytes(), call)?;
    Ok(String::new())
}

/// Merges two states and writes the result, which keeps both versions of what differs: `base` (`"file"`, `"part"` or null),
/// `taken` (pointers of what only theirs changed) and `conflicts[] {pointer, item, base, ours, theirs, kept}`, where `kept`
/// is `"joined"` or `"set_aside"` (ours stays, theirs stands in the member `set_aside`) or `"the_one_left"`, and
/// `unfollowed[] {pointer, number}`: references to evidence that one side took away.
pub(super) fn merge(ours: &Path, theirs: &Path, base: Option<&Path>, pack: Option<&Path>, output: &Path, call: Call<'_>) -> Result<String, Failure> {
    let language = call.language;
    let (mut one, mut pack) = files::assessment(ours, pack, call)?;
    // A part may come first and be of before the whole went over to other criteria: those of the whole count.
    if part_of(&one).is_some()
        && let Some(whole) = criteria_of_whole(theirs, &pack, call)?
    {
        pack = whole;
        one = of_same_pack(ours, &pack, call)?;
    }
    let other = of_same_pack(theirs, &pack, call)?;
    let base = base.map(|file| of_same_pack(file, &pack, call)).transpose()?;
    let merged = merge_files(&pack, base.as_ref(), &one, &other);
    let (found, against) = merged.map_err(|error| Failure(say::read_error(language, &error)))?;
    let of = match against {
        Against::Given => Some("file"),
        Against::Part => Some("part"),
        Against::Nothing => None,
    };
    let name = |project: &Project, file: &Path| part_of(project).map_or_else(|| stem(file), |part| part.department);
    let names = (name(&one, ours), name(&other, theirs));
    let sides = Sides {
        ours: &names.0,
        theirs: &names.1,
    };
    let kept = found.keeping_both(&pack, sides);
    let kept = kept.map_err(|error| Failure(say::read_error(language, &error)))?;
    files::write(output, ours, archive::write(&kept, &pack).as_bytes(), call)?;
    Ok(text(json!({
        "base": of,
        "taken": found.taken,
        "conflicts": found.conflicts.iter().map(conflict).collect::<Vec<Value>>(),
        "unfollowed": found.unfollowed.iter().map(|text| json!({ "pointer": text.pointer, "number": text.number })).collect::<Vec<Value>>(),
    })))
}

pub(super) fn conflict(conflict: &Conflict) -> Value {
    let kept = match (&conflict.ours, &conflict.theirs) {
        (Some(_), Some(_)) if conflict.can_be_joined() => "joined",
        (Some(_), Some(_)) => "set_aside",
        _ => "the_one_left",
    };
    json!({
        "pointer": conflict.pointer,
        "item": conflict.item(),
        "base": conflict.base,
        "ours": conflict.ours,
        "theirs": conflict.theirs,
        "kept": kept,
    })
}

/// The criteria of a file that is no part, where they are others than these and at hand.
fn criteria_of_whole(file: &Path, pack: &Pack, call: Call<'_>) -> Result<Option<Pack>, Failure> {
    let refused = |error: &archive::ReadError| files::in_file(file, &say::read_error(call.language, error), call.language);
    let opened = archive::open_bytes(&files::bytes(file, call)?).map_err(|error| refused(&error))?;
    let named = opened.pack().clone();
    if named.id == pack.id() && named.edition == pack.edition() {
        return Ok(None);
    }
    let Some(own) = built_in(&named.id).filter(|known| known.edition() == named.edition) else {
        return Ok(None);
    };
    let project = opened.with_pack(&own).map_err(|error| refused(&error))?;
    Ok(part_of(&project).is_none().then_some(own))
}

/// Another state of an assessment under the same criteria. A part of before the assessment went over to them is carried
/// there from those of the kit.
fn of_same_pack(file: &Path, pack: &Pack, call: Call<'_>) -> Result<Project, Failure> {
    let language = call.language;
    let refused = |error: &archive::ReadError| files::in_file(file, &say::read_error(language, error), language);
    let opened = archive::open_bytes(&files::bytes(file, call)?).map_err(|error| refused(&error))?;
    let (ours, theirs) = (pack.key(), opened.pack().key());
    let known = |reference: &PackReference| built_in(&reference.id).filter(|known| known.edition() == reference.edition).map(Rc::new);
    let same = opened.pack().id == pack.id() && opened.pack().edition == pack.edition();
    let own = if same { None } else { known(opened.pack()) };
    let other = || Failure::of(language, "merge_packs", &[("ours", &ours), ("theirs", &theirs)]);
    if !same && own.is_none() {
        return Err(other());
    }
    let own = own.as_deref().unwrap_or(pack);
    let project = opened.with_pack(own).map_err(|error| refused(&error))?;
    if same && part_of(&project).is_none() {
        return Ok(project);
    }
    let others = OtherCriteria {
        pack: &known,
        lineage: &Lineage::built_in(),
        language: language.tag(),
        carry: Some(carry_as_proposed),
    };
    let carried = others.carried(&project, own, pack).map_err(|error| refused(&error))?;
    carried.ok_or_else(other)
}

fn stem(file: &Path) -> String {
    Path::new(&files::name(file)).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
