//! Which ids mean the same under another pack or edition: the steps of `criteria/lineage.json`.
//!
//! Ids carry meaning, so an id that stands in both packs needs no entry. Knows nothing of answers; what becomes of them
//! is `archive/carry`'s.

mod path;
mod read;
mod write;

pub(super) use read::check_entries;

use super::fault::{Fault, FaultCode};
use super::pack::Pack;
use super::reference::PackReference;
use crate::json::ById;

/// The name of the file in faults.
const FILE: &str = "lineage.json";

/// All known steps between packs and editions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lineage {
    pub steps: Vec<LineageStep>,
}

/// What becomes of the ids of one pack under another.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LineageStep {
    pub from: PackName,
    pub to: PackName,
    pub items: Vec<Succession>,
    pub conditions: Vec<Succession>,
}

/// A pack and its edition, whatever its content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PackName {
    pub id: String,
    pub edition: String,
}

/// Some ids of one pack and what they have become in another.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Succession {
    pub kind: SuccessionKind,
    /// Ids in the old pack.
    pub from: Vec<String>,
    /// Ids in the new pack.
    pub to: Vec<String>,
    pub note: Note,
}

/// How ids have become others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum SuccessionKind {
    /// One id has become one other.
    Renamed,
    /// One id has become several.
    Split,
    /// Several ids have become one.
    Merged,
    /// Ids that have no successor.
    Retired,
}

/// What has changed, in a sentence for each language.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note(pub ById<String>);

impl SuccessionKind {
    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            SuccessionKind::Renamed => "renamed",
            SuccessionKind::Split => "split",
            SuccessionKind::Merged => "merged",
            SuccessionKind::Retired => "retired",
        }
    }

    /// The kind that so many ids becoming so many others are of; none for several that have become several.
    pub fn of(from: usize, to: usize) -> Option<SuccessionKind> {
        match (from, to) {
            (0, _) => None,
            (_, 0) => Some(SuccessionKind::Retired),
            (1, 1) => Some(SuccessionKind::Renamed),
            (1, _) => Some(SuccessionKind::Split),
            (_, 1) => Some(SuccessionKind::Merged),
            _ => None,
        }
    }
}

impl Note {
    /// The sentence in a language; in the first one where it lacks that one.
    pub fn text(&self, language: &str) -> &str {
        let found = self.0.get(language);
        found.or_else(|| self.0.0.first().map(|(_, text)| text)).map_or("", String::as_str)
    }
}

impl Lineage {
    /// The lineage compiled into the kit; the page fetches the file instead. That it reads is a test.
    #[cfg(not(target_family = "wasm"))]
    pub fn built_in() -> Lineage {
        Lineage::read(include_str!("../../../criteria/lineage.json")).unwrap_or_default()
    }

    /// What becomes of the ids of one pack under another, by the fewest steps: the one written down for the two, the one
    /// written down for the opposite direction turned round, or several in a row. None where no steps lead there.
    ///
    /// A step is turned round by exchanging split and merged; what was retired has no way back. Of several steps in a
    /// row, what would make several ids into several others (merged, then split) is left out: such ids read as gone and
    /// new.
    pub fn between(&self, from: &PackReference, to: &PackReference) -> Option<LineageStep> {
        path::between(self, &PackName::of(from), &PackName::of(to))
    }

    /// [`Lineage::between`] two packs, with what an adapted pack itself tells of the items of its original. A pack that was
    /// adapted in the kit counts as the one it was made from when no steps lead to itself.
    pub fn between_packs(&self, from: &Pack, to: &Pack) -> Option<LineageStep> {
        let mut all = self.clone();
        for carried in [from, to].into_iter().filter_map(carried) {
            if !all.steps.iter().any(|step| step.from == carried.from && step.to == carried.to) {
                all.steps.push(carried);
            }
        }
        let (from, to) = (names(from), names(to));
        from.iter().find_map(|from| to.iter().find_map(|to| path::between(&all, from, to)))
    }

    /// Ids that stand in no pack: every entry is held against the packs of its step, as far as they are given.
    pub fn faults_against(&self, packs: &[&Pack]) -> Vec<Fault> {
        let mut faults = Vec::new();
        let pack_of = |name: &PackName| packs.iter().find(|pack| name.id == pack.id() && name.edition == pack.edition());
        for (at, step) in self.steps.iter().enumerate() {
            for (side, pack) in [("from", pack_of(&step.from)), ("to", pack_of(&step.to))] {
                let Some(pack) = pack else { continue };
                for (list, entries) in [("items", &step.items), ("conditions", &step.conditions)] {
                    for (entry_at, entry) in entries.iter().enumerate() {
                        let ids = if side == "from" { &entry.from } else { &entry.to };
                        for (id_at, id) in ids.iter().enumerate() {
                            let known = match list {
                                "items" => pack.item_slot(id).is_some(),
                                _ => pack.condition_slot(id).is_some(),
                            };
                            if !known {
                                let pointer = format!("/steps/{at}/{list}/{entry_at}/{side}/{id_at}");
                                let fault = Fault::new(FaultCode::UnknownId, FILE, &pointer);
                                faults.push(Fault { given: id.clone(), ..fault });
                            }
                        }
                    }
                }
            }
        }
        faults
    }
}

impl PackName {
    fn of(reference: &PackReference) -> PackName {
        PackName {
            id: reference.id.clone(),
            edition: reference.edition.clone(),
        }
    }
}

/// The step from its original that an adapted pack of another name carries; none where all items kept their ids.
fn carried(pack: &Pack) -> Option<LineageStep> {
    let adapted = pack.structure().adapted.as_ref().filter(|adapted| !adapted.items.is_empty())?;
    let step = LineageStep {
        from: PackName::of(&adapted.from),
        to: PackName::of(&pack.reference()),
        items: adapted.items.clone(),
        conditions: Vec::new(),
    };
    (step.from != step.to).then_some(step)
}

/// A pack's own name, then that of the pack it was adapted from.
fn names(pack: &Pack) -> Vec<PackName> {
    let adapted = pack.structure().adapted.as_ref().map(|adapted| PackName::of(&adapted.from));
    [Some(PackName::of(&pack.reference())), adapted].into_iter().flatten().collect()
}
