//! A trainee's record as it is kept: `award-kit.training`, format version 1.

use super::MAJOR;
use super::envelope;
use super::error::ReadError;
use super::kept::Kept;
use super::read::date;
use super::scoring::{finished, written};
use crate::assessment::text;
use crate::json::{self, ById, ToJson, from_members, to_members};
use crate::order;
use crate::panel::{FactorOffset, ItemOffset, TrainingEntry, TrainingRecord};

/// What `format` says in every record of training.
const FORMAT: &str = "award-kit.training";
const MINOR: u32 = 0;

/// A trainee's record.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct TrainingFile {
    /// Always `award-kit.training`.
    pub format: String,
    /// Format version, `major.minor`; 1.x is read, a newer major version is refused.
    pub version: String,
    pub trainee: String,
    /// Cases by the order they were done in: `"1"`, `"2"` …
    pub cases: ById<CaseFile>,
}

/// One case, scored once.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct CaseFile {
    /// The key of the case.
    pub case: String,
    pub title: String,
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub date: Option<String>,
    /// By item id.
    pub items: ById<OffsetFile>,
}

/// One rating against its reference.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct OffsetFile {
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub reference: u32,
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub own: u32,
    pub step: u32,
    pub same_band: bool,
    /// By factor id: own band minus reference band.
    pub factors: ById<i64>,
}

macro_rules! members {
    ($($type:ident $members:tt)*) => {
        from_members! { $($type $members)* }
        to_members! { $($type $members)* }
    };
}

members! {
    TrainingFile { format, version, trainee, cases }
    CaseFile { case, title, date, items }
    OffsetFile { reference, own, step, same_band, factors }
}

/// A trainee's record, and what the kit carries along for a newer minor version.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptTraining {
    pub record: TrainingRecord,
    pub kept: Vec<Kept>,
    pub minor: u32,
}

impl KeptTraining {
    pub fn new(record: TrainingRecord) -> KeptTraining {
        KeptTraining {
            record,
            kept: Vec::new(),
            minor: MINOR,
        }
    }

    /// With the entries of another record that do not stand in this one yet ([`TrainingRecord::merged`]). What this version
    /// does not know of an entry goes along with it; of the whole record that of this one stands.
    pub fn merged(&self, other: &KeptTraining) -> KeptTraining {
        let record = self.record.merged(&other.record);
        let place = |at: &str| {
            let entry = other.record.entries.get(at.parse::<usize>().ok()?.checked_sub(1)?)?;
            let at = record.entries.iter().position(|known| known == entry)?;
            Some((at + 1).to_string())
        };
        let mut kept = self.kept.clone();
        for theirs in &other.kept {
            let mut pointer = theirs.pointer.clone();
            if let Some((at, rest)) = theirs.pointer.strip_prefix("/cases/").and_then(|inside| inside.split_once('/')) {
                let Some(now) = place(at) else { continue };
                pointer = ["/cases/", &now, "/", rest].concat();
            }
            if kept.iter().all(|known| known.pointer != pointer) {
                let value = theirs.value.clone();
                kept.push(Kept { pointer, value });
            }
        }
        order::sort_by(&mut kept, |one, other| one.pointer.cmp(&other.pointer));
        let minor = self.minor.max(other.minor);
        KeptTraining { record, kept, minor }
    }
}

/// The file's text: JSON indented by two spaces, with a line feed at the end.
pub fn write_training(kept: &KeptTraining) -> String {
    let offset = |item: &ItemOffset| OffsetFile {
        reference: item.reference.into(),
        own: item.own.into(),
        step: item.step.into(),
        same_band: item.same_band,
        factors: ById(item.factors.iter().map(|factor| (written(&factor.factor), factor.bands.into())).collect()),
    };
    let case = |(at, entry): (usize, &TrainingEntry)| {
        let file = CaseFile {
            case: written(&entry.case),
            title: written(&entry.title),
            date: entry.date.map(|date| date.to_string()),
            items: ById(entry.items.iter().map(|item| (written(&item.item), offset(item))).collect()),
        };
        ((at + 1).to_string(), file)
    };
    let file = TrainingFile {
        format: FORMAT.into(),
        version: [MAJOR.to_string(), kept.minor.to_string()].join("."),
        trainee: written(&kept.record.trainee),
        cases: ById(kept.record.entries.iter().enumerate().map(case).collect()),
    };
    finished(file.to_json(), &kept.kept)
}

/// Reads the bytes of a trainee's record.
pub fn read_training(bytes: &[u8]) -> Result<KeptTraining, ReadError> {
    let envelope = envelope::parse(envelope::text_of(bytes)?)?;
    let minor = envelope.minor(FORMAT, ReadError::NotTraining)?;
    let (file, unknown) = envelope::members::<TrainingFile>(&envelope.value)?;
    let mut entries = Vec::with_capacity(file.cases.0.len());
    for (at, case) in &file.cases.0 {
        let pointer = json::push("/cases", at);
        let mut entry = TrainingEntry {
            case: text(&case.case),
            title: text(&case.title),
            date: date(case.date.as_deref(), &json::push(&pointer, "date"))?,
            items: Vec::with_capacity(case.items.0.len()),
        };
        for (id, file) in &case.items.0 {
            entry.items.push(offset(id, file, &json::push(&json::push(&pointer, "items"), id))?);
        }
        entries.push(entry);
    }
    let record = TrainingRecord {
        trainee: text(&file.trainee),
        entries,
    };
    let mut kept = Kept::take(&envelope.value, unknown);
    order::sort_by(&mut kept, |one, other| one.pointer.cmp(&other.pointer));
    Ok(KeptTraining { record, kept, minor })
}

fn offset(id: &str, file: &OffsetFile, pointer: &str) -> Result<ItemOffset, ReadError> {
    let bad = |member: &str, value: String| ReadError::BadValue {
        pointer: json::push(pointer, member),
        value,
    };
    let percent = |member, value: u32| {
        let small = u8::try_from(value).ok().filter(|value| *value <= 100);
        small.ok_or_else(|| bad(member, value.to_string()))
    };
    let factor = |(factor, bands): &(String, i64)| {
        let bands = i8::try_from(*bands).map_err(|_| bad("factors", bands.to_string()))?;
        Ok(FactorOffset { factor: text(factor), bands })
    };
    Ok(ItemOffset {
        item: text(id),
        reference: percent("reference", file.reference)?,
        own: percent("own", file.own)?,
        step: percent("step", file.step)?,
        same_band: file.same_band,
        factors: file.factors.0.iter().map(factor).collect::<Result<Vec<FactorOffset>, ReadError>>()?,
    })
}
