//! Reading: bytes to JSON to the file's types to an assessment in the slots of a pack, with every fault placed.

use super::carry::{Plan, carry, plan};
use super::envelope::{self, Envelope};
use super::error::ReadError;
use super::format::{AssessmentFile, ConditionFile, FORMAT, ItemFile, OrganisationFile, SelfCheckFile};
use super::kept::Kept;
use super::write::{has_helps, has_parts};
use super::{HELPS_MINOR, LATER_MINOR, MINOR, NOTES_MINOR, PARTS_MINOR, Project, evidence, facts, figures, improvement, notes, road, rules_off, units};
use crate::assessment::{Assessment, Division, EligibilityRecord, ItemRecord, Organisation, Percent, ProfileText, text};
use crate::criteria::{ItemSlot, Lineage, Pack, PackReference};
use crate::date::Date;
use crate::json;
use crate::order;
use serde_json::Value;
use std::rc::Rc;

/// The largest file that is opened, in bytes. A full assessment takes about 200 kB.
pub const MAX_BYTES: u64 = 20_000_000;
/// The most values of a file that is read, texts, numbers, lists and objects counted alike; what they take in memory grows with
/// their number rather than with the file. 60,000 entries of evidence have some 600,000.
pub const MAX_VALUES: usize = 700_000;

/// A file whose criteria are known by name, before they are applied.
#[derive(Debug)]
pub struct Opened {
    file: AssessmentFile,
    value: Value,
    unknown: Vec<String>,
    /// Ratings that the present steps do not allow, for the place they are kept at.
    aside: Vec<Kept>,
    minor: u32,
}

/// Reads the bytes of a file: size, UTF-8 (with or without byte-order mark), then [`open`].
pub fn open_bytes(bytes: &[u8]) -> Result<Opened, ReadError> {
    open(envelope::text_of(bytes)?)
}

/// Reads the text of a file as far as that is possible without its criteria.
pub fn open(content: &str) -> Result<Opened, ReadError> {
    opened(envelope::parse(content)?)
}

/// An assessment file that is there as JSON already, in the slots of its pack.
pub fn from_value(file: Value, pack: &Pack) -> Result<Project, ReadError> {
    opened(Envelope::of(file))?.with_pack(pack)
}

/// A file that is there as JSON already, as far as it can be read without its criteria.
pub(super) fn opened(envelope: Envelope) -> Result<Opened, ReadError> {
    let minor = envelope.minor(FORMAT, ReadError::NotAssessment)?;
    if let Some(pointer) = too_deep(&envelope.value) {
        let value = "…".into();
        return Err(ReadError::BadValue { pointer, value });
    }
    let (file, unknown) = envelope::members::<AssessmentFile>(&envelope.value)?;
    Ok(Opened {
        file,
        value: envelope.value,
        unknown,
        aside: Vec::new(),
        minor,
    })
}

/// The deepest nesting of what a file holds. What the kit sets down of it stands some levels deeper, and is read up to
/// [`json::MAX_DEPTH`]; so nothing that was opened makes a file that is not.
const MAX_DEPTH: usize = 127;

/// The member that is nested too deeply, if one is.
fn too_deep(file: &Value) -> Option<String> {
    let members = file.as_object().into_iter().flatten();
    let own = |name: &str, value: &Value| match name {
        "set_aside" | "departments" | "handed_out" => value.is_object(),
        "carried" => value.is_array(),
        _ => false,
    };
    let mut content = members.filter(|(name, value)| !own(name, value));
    content.find(|(_, value)| !fits(value, MAX_DEPTH - 1)).map(|(name, _)| json::push("", name))
}

/// Whether a value has at most so many levels.
fn fits(value: &Value, levels: usize) -> bool {
    let inside = |value: &Value| levels > 0 && fits(value, levels - 1);
    match value {
        Value::Array(list) => levels > 0 && list.iter().all(inside),
        Value::Object(members) => levels > 0 && members.values().all(inside),
        _ => true,
    }
}

impl Opened {
    /// The criteria the file was made with.
    pub fn pack(&self) -> &PackReference {
        &self.file.pack
    }

    /// A member of the file as it stands there.
    pub fn member(&self, name: &str) -> Option<&Value> {
        self.value.get(name)
    }

    /// The organisation's name as it stands there; empty where there is none.
    pub fn organisation_name(&self) -> &str {
        let organisation = self.member("organisation");
        organisation.and_then(|organisation| organisation.get("name")?.as_str()).unwrap_or_default()
    }

    /// Whether the content of the criteria has changed since the file was written.
    pub fn criteria_changed(&self, pack: &Pack) -> bool {
        self.file.pack.has_changed(pack)
    }

    /// The assessment in the slots of its pack. What the pack does not have is kept, not counted.
    pub fn with_pack(mut self, pack: &Pack) -> Result<Project, ReadError> {
        let reference = &self.file.pack;
        if reference.id != pack.id() || reference.edition != pack.edition() {
            return Err(ReadError::UnknownPack {
                id: reference.id.clone(),
                edition: reference.edition.clone(),
            });
        }
        let mut assessment = Assessment::blank(pack);
        assessment.fictional = self.file.fictional;
        assessment.reference_points = self.file.reference_points;
        let mut profile = organisation(&self.file.organisation)?;
        profile.units = units::read(&self.file.units);
        assessment.organisation = Rc::new(profile);
        assessment.eligibility = Rc::new(self.eligibility(pack)?);
        let items = std::mem::take(&mut self.file.items);
        for (id, file) in &items.0 {
            let pointer = json::push("/items", id);
            match pack.item_slot(id) {
                Some(slot) => assessment.items[slot.0] = Rc::new(self.item(pack, slot, file, &pointer)?),
                None => self.unknown.push(pointer),
            }
        }
        drop(items);
        assessment.figures = Rc::new(figures::read(&self.file.figures, pack, &assessment.figures, &mut self.unknown)?);
        assessment.evidence = Rc::new(evidence::read(&self.file.register)?);
        assessment.improvement = Rc::new(improvement::read(&self.file.improvement, pack, &assessment.improvement, &mut self.unknown)?);
        assessment.road = Rc::new(road::read(&self.file.road, pack, &assessment.road, &mut self.unknown)?);
        assessment.rules_off = Rc::new(rules_off::read(&self.file.rules_off));
        assessment.notes = Rc::new(notes::read(&self.file.notes, &mut self.unknown)?);
        let mut kept = Kept::take(&self.value, self.unknown);
        kept.extend(self.aside);
        // As they are written, so that what is read again is the same.
        order::sort_by(&mut kept, |one, other| one.pointer.cmp(&other.pointer));
        // What a register, a plan or a list raises is raised by writing it; so a file says that much no longer than it holds one.
        let raised = match self.minor {
            LATER_MINOR => !(assessment.improvement.is_blank() && assessment.evidence.is_empty() && assessment.road.is_blank()),
            PARTS_MINOR => has_parts(&assessment.organisation),
            HELPS_MINOR => has_helps(&assessment),
            NOTES_MINOR => !assessment.notes.is_empty(),
            _ => false,
        };
        let minor = if raised { MINOR } else { self.minor };
        Ok(Project { assessment, kept, minor })
    }

    /// The assessment under another pack than the one it names: read under its own, `from`, and carried to `to` with
    /// every proposal accepted. The plan tells what that did.
    pub fn with_packs(self, from: &Pack, to: &Pack, lineage: &Lineage, language: &str) -> Result<(Project, Plan), ReadError> {
        let project = self.with_pack(from)?;
        let plan = plan(&project, from, to, lineage, language)?;
        Ok((carry(&project, from, to, &plan)?, plan))
    }

    /// What the file holds of one item, read by the ids of a pack whichever criteria it names: what these do not have is left out. None
    /// where it has nothing of that item.
    pub fn item_alone(mut self, pack: &Pack, slot: ItemSlot) -> Option<ItemRecord> {
        let items = std::mem::take(&mut self.file.items);
        self.item(pack, slot, items.get(&pack.item(slot).id)?, "").ok()
    }

    fn eligibility(&mut self, pack: &Pack) -> Result<EligibilityRecord, ReadError> {
        let mut record = EligibilityRecord::clone(&Assessment::blank(pack).eligibility);
        let file = &self.file.eligibility;
        if let Some(id) = &file.edition {
            // An edition that is gone from criteria that have changed gives way to the one in force.
            match pack.edition_slot(id) {
                Some(slot) => record.edition = slot,
                None if self.criteria_changed(pack) => {}
                None => {
                    return Err(ReadError::BadValue {
                        pointer: "/eligibility/edition".into(),
                        value: id.clone(),
                    });
                }
            }
        }
        record.application_date = date(file.application_date.as_deref(), "/eligibility/application_date")?;
        for (id, ConditionFile { answer, evidence }) in &file.answers.0 {
            let Some(slot) = pack.condition_slot(id) else {
                self.unknown.push(json::push("/eligibility/answers", id));
                continue;
            };
            let condition = &mut record.conditions[slot.0];
            condition.evidence = text(evidence);
            condition.answer = answer.unwrap_or_default();
        }
        for (id, SelfCheckFile { answer, note }) in &file.self_checks.0 {
            let Some(slot) = pack.self_check_slot(id) else {
                self.unknown.push(json::push("/eligibility/self_checks", id));
                continue;
            };
            let check = &mut record.self_checks[slot.0];
            check.note = text(note);
            check.answer = answer.unwrap_or_default();
        }
        Ok(record)
    }

    fn item(&mut self, pack: &Pack, slot: ItemSlot, file: &ItemFile, pointer: &str) -> Result<ItemRecord, ReadError> {
        let rubric = pack.rubric_of(slot);
        let prompts = &pack.item(slot).prompts;
        let mut record = ItemRecord::blank(pack, slot);
        let factor_at = |id: &str| rubric.factors.iter().position(|factor| factor.id == id);
        let answers = json::push(pointer, "answers");
        for (prompt, by_factor) in &file.answers.0 {
            let scope = if prompt.is_empty() {
                Some(0)
            } else {
                prompts.iter().position(|known| known.id == *prompt).map(|at| at + 1)
            };
            let pointer = json::push(&answers, prompt);
            let Some(scope) = scope else {
                self.unknown.push(pointer);
                continue;
            };
            for (factor, answer) in &by_factor.0 {
                match factor_at(factor) {
                    Some(factor) => record.set_answer(scope, factor, text(answer)),
                    None => self.unknown.push(json::push(&pointer, factor)),
                }
            }
        }
        for (factor, band) in &file.bands.0 {
            let known = rubric.bands.iter().position(|known| known.id == *band);
            match (factor_at(factor), known) {
                (Some(factor), Some(band)) => record.bands[factor] = Some(band),
                _ => self.unknown.push(json::push(&json::push(pointer, "bands"), factor)),
            }
        }
        record.percent = self.rating(pack, file.percent, pointer)?;
        record.strengths = text(&file.strengths);
        record.opportunities = text(&file.opportunities);
        record.remark = text(&file.remark);
        record.facts = facts::read(&file.facts);
        record.evidence = file.evidence.iter().map(text).collect();
        Ok(record)
    }

    /// The rating of an item. One that was given in other steps, before the content of the criteria changed, is put
    /// aside beside its place, not counted and not rounded; it comes back once the steps allow it again.
    fn rating(&mut self, pack: &Pack, percent: Option<i64>, item: &str) -> Result<Option<Percent>, ReadError> {
        let step = pack.structure().scoring.step;
        let legal = |percent: i64| u8::try_from(percent).ok().and_then(|value| Percent::new(value, step));
        let aside = json::push(item, "percent_before");
        let Some(given) = percent else {
            let before = self.value.pointer(&aside).and_then(Value::as_i64).and_then(legal);
            if before.is_some() {
                self.unknown.retain(|pointer| *pointer != aside);
            }
            return Ok(before);
        };
        if let Some(rating) = legal(given) {
            return Ok(Some(rating));
        }
        if self.criteria_changed(pack) && (0..=100).contains(&given) {
            self.aside.push(Kept {
                pointer: aside,
                value: given.into(),
            });
            return Ok(None);
        }
        Err(ReadError::BadValue {
            pointer: json::push(item, "percent"),
            value: given.to_string(),
        })
    }
}

fn organisation(file: &OrganisationFile) -> Result<Organisation, ReadError> {
    let mut organisation = Organisation::default();
    organisation.kind = file.kind;
    organisation.registration_date = date(file.registration_date.as_deref(), "/organisation/registration_date")?;
    organisation.legal_status = file.legal_status;
    organisation.sector = file.sector.as_ref().map(text);
    organisation.staff = file.staff;
    organisation.revenue = file.revenue;
    organisation.assets = file.assets;
    if let Some(code) = &file.registration_place {
        let bad = || ReadError::BadValue {
            pointer: "/organisation/registration_place".into(),
            value: code.clone(),
        };
        organisation.registration_place = Some(Division::parse(code).ok_or_else(bad)?);
    }
    for (field, content) in ProfileText::ALL.iter().zip(&file.texts.0) {
        organisation.set_text(*field, text(content));
    }
    Ok(organisation)
}

/// Reads `YYYY-MM-DD`; other forms and days that do not exist are refused.
pub(super) fn date(written: Option<&str>, pointer: &str) -> Result<Option<Date>, ReadError> {
    let Some(written) = written else { return Ok(None) };
    let bad = || ReadError::BadValue {
        pointer: pointer.into(),
        value: written.into(),
    };
    crate::date::parse_date(written).map(Some).ok_or_else(bad)
}
