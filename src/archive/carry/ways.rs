//! The ways ids take from one pack to another: the lineage, as far as both packs know the ids it names.

use crate::criteria::{ItemSlot, Lineage, Pack, Succession, SuccessionKind};

/// What becomes of the ids of one pack in another. Ids that stand in both have no entry.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Ways {
    pub items: Vec<Succession>,
    pub conditions: Vec<Succession>,
}

impl Ways {
    pub fn between(from: &Pack, to: &Pack, lineage: &Lineage) -> Ways {
        let step = lineage.between_packs(from, to).unwrap_or_default();
        Ways {
            items: fitted(step.items, Section::Items, from, to),
            conditions: fitted(step.conditions, Section::Conditions, from, to),
        }
    }

    pub fn of(&self, section: Section) -> &[Succession] {
        match section {
            Section::Items => &self.items,
            Section::Conditions => &self.conditions,
            Section::SelfChecks => &[],
        }
    }
}

/// The lists of answers in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Items,
    Conditions,
    SelfChecks,
}

impl Section {
    pub const ALL: [Section; 3] = [Section::Items, Section::Conditions, Section::SelfChecks];

    /// Where the list stands in the file.
    pub fn pointer(self) -> &'static str {
        match self {
            Section::Items => "/items",
            Section::Conditions => "/eligibility/answers",
            Section::SelfChecks => "/eligibility/self_checks",
        }
    }

    /// The ids a pack knows, in its order.
    pub fn ids(self, pack: &Pack) -> Vec<&str> {
        let rules = &pack.structure().eligibility;
        match self {
            Section::Items => pack.items().map(|(_, item)| item.id.as_str()).collect(),
            Section::Conditions => rules.conditions.iter().map(|condition| condition.id.as_str()).collect(),
            Section::SelfChecks => rules.self_checks.iter().map(|check| check.id.as_str()).collect(),
        }
    }

    pub fn knows(self, pack: &Pack, id: &str) -> bool {
        match self {
            Section::Items => pack.item_slot(id).is_some(),
            Section::Conditions => pack.condition_slot(id).is_some(),
            Section::SelfChecks => pack.self_check_slot(id).is_some(),
        }
    }

    /// The line before a text that stands beside others: number and name of where it comes from.
    pub fn heading(self, packs: [&Pack; 2], id: &str, language: &str) -> String {
        for pack in packs {
            let words = pack.words(language);
            match self {
                Section::Items => {
                    if let Some(ItemSlot(at)) = pack.item_slot(id) {
                        return [&pack.item(ItemSlot(at)).number, " ", words.item(id)].concat();
                    }
                }
                Section::Conditions if self.knows(pack, id) => return words.condition(id).to_owned(),
                Section::SelfChecks if self.knows(pack, id) => return words.self_check(id).to_owned(),
                _ => {}
            }
        }
        id.to_owned()
    }
}

/// Entries without the ids their pack does not have, as in a pack that was adapted; one of which nothing is left, and a
/// retired id that the new pack still has, is no entry.
fn fitted(entries: Vec<Succession>, section: Section, from: &Pack, to: &Pack) -> Vec<Succession> {
    let fits = |mut entry: Succession| {
        entry.from.retain(|id| section.knows(from, id));
        entry.to.retain(|id| section.knows(to, id));
        if entry.to.is_empty() {
            entry.from.retain(|id| !section.knows(to, id));
        }
        entry.kind = SuccessionKind::of(entry.from.len(), entry.to.len())?;
        (entry.from != entry.to).then_some(entry)
    };
    entries.into_iter().filter_map(fits).collect()
}
