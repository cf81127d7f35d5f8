//! Finds out what a carry would do, id by id.

use super::join::holds;
use super::places::{alike, left, only_in};
use super::plan::{About, CarryKind, Left, Plan, Proposal, RatingFate};
use super::rules::{EDITION, Journey, is_step};
use super::ways::{Section, Ways};
use super::{Both, Parts, perform};
use crate::archive::{Project, ReadError};
use crate::criteria::{Lineage, Pack, Rubric, Succession, SuccessionKind};
use crate::json::push;
use serde_json::{Map, Value};

/// What carrying an assessment from its pack to another would do. Every proposal is accepted until the user declines it.
///
/// `language` is the tag of the language in which joined texts name the items they come from. Fails on no project that
/// was read or made by the kit.
pub fn plan(project: &Project, from: &Pack, to: &Pack, lineage: &Lineage, language: &str) -> Result<Plan, ReadError> {
    let ways = Both {
        onward: Ways::between(from, to, lineage),
        back: Ways::between(to, from, lineage),
    };
    let file = Parts::of(project, from);
    let returns = super::carried_from(project).is_some_and(|pack| pack.id == to.id() && pack.edition == to.edition());
    let journey = Journey {
        from,
        to,
        ways: &ways.onward,
        declined: &[],
        language,
    };
    let result = if returns { Some(perform(&file, &journey, &ways.back)?.body) } else { None };
    let mut planner = Planner {
        journey,
        file: &file.body,
        result: result.as_ref(),
        proposals: Vec::new(),
        unchanged: Vec::new(),
    };
    for section in Section::ALL {
        planner.section(section);
    }
    planner.edition();
    let (proposals, unchanged) = (planner.proposals, planner.unchanged);
    Ok(Plan {
        from: from.reference(),
        to: to.reference(),
        language: language.to_owned(),
        proposals,
        unchanged,
        returns,
        ways,
    })
}

struct Planner<'a> {
    journey: Journey<'a>,
    file: &'a Value,
    /// The outcome, where it is more than the rules.
    result: Option<&'a Value>,
    proposals: Vec<Proposal>,
    unchanged: Vec<String>,
}

impl Planner<'_> {
    fn section(&mut self, section: Section) {
        let none = Map::new();
        let file = self.file;
        let before = file.pointer(section.pointer()).and_then(Value::as_object).unwrap_or(&none);
        let Journey { from, to, ways, .. } = self.journey;
        let entries = ways.of(section);
        let mut told: Vec<&Succession> = Vec::new();
        for id in section.ids(to) {
            let mut of_entry = false;
            for entry in entries.iter().filter(|entry| entry.to.iter().any(|to| to == id)) {
                of_entry = true;
                if !told.contains(&entry) {
                    told.push(entry);
                    self.succession(section, before, entry);
                }
            }
            if !of_entry {
                self.same_id(section, before, id);
            }
        }
        for id in section.ids(from) {
            let entry = entries.iter().find(|entry| entry.from.iter().any(|from| from == id));
            if section.knows(to, id) || entry.is_some_and(|entry| !entry.to.is_empty()) {
                continue;
            }
            let value = before.get(id);
            let told = section == Section::Items || value.is_some_and(holds) || (section == Section::Conditions && in_force(from, self.file, id));
            if told {
                let mut proposal = self.proposal(section, CarryKind::Retired, &[id], &[], value.into_iter().collect::<Vec<_>>().as_slice());
                proposal.note = entry.map(|entry| entry.note.clone());
                if proposal.rated {
                    proposal.rating = RatingFate::Kept;
                }
                self.proposals.push(proposal);
            }
        }
    }

    /// An id that stands in the new pack and that no entry of the lineage leads to.
    fn same_id(&mut self, section: Section, before: &Map<String, Value>, id: &str) {
        let Journey { from, to, .. } = self.journey;
        let own = self.journey.own(section, before, id);
        let known = section.knows(from, id);
        let held = own.filter(|own| holds(own));
        if !known && held.is_none() {
            // A condition is news only where the edition in force has it.
            if section != Section::Conditions || self.edition_has(id) {
                self.proposals.push(Proposal::new(about(section), CarryKind::New, &[], &[id]));
            }
            return;
        }
        let values: Vec<&Value> = own.into_iter().collect();
        let kind = if known { CarryKind::Changed } else { CarryKind::Revived };
        let sources: &[&str] = if known { &[id] } else { &[] };
        let mut proposal = self.proposal(section, kind, sources, &[id], &values);
        self.fate(section, before, &mut proposal);
        proposal.to_check |= proposal.rated && known && rule_changed(section, from, to, id);
        let other_prompts = !proposal.left.is_empty() || !proposal.new_prompts.is_empty() || !proposal.gone_prompts.is_empty();
        // What the profile answers is judged by the new rule at once, with nothing to carry.
        let judged_anew = section == Section::Conditions && known && self.edition_has(id) && rule_changed(section, from, to, id);
        let says_something = !known || other_prompts || judged_anew || proposal.to_check || proposal.rating == RatingFate::NotAStep;
        if says_something {
            self.proposals.push(proposal);
        } else if section == Section::Items {
            self.unchanged.push(id.to_owned());
        }
    }

    fn succession(&mut self, section: Section, before: &Map<String, Value>, entry: &Succession) {
        let kind = match entry.kind {
            SuccessionKind::Renamed => CarryKind::Renamed,
            SuccessionKind::Split => CarryKind::Split,
            SuccessionKind::Merged => CarryKind::Merged,
            SuccessionKind::Retired => CarryKind::Retired,
        };
        let values: Vec<&Value> = entry.from.iter().filter_map(|id| before.get(id)).collect();
        let (from, to): (Vec<&str>, Vec<&str>) = (entry.from.iter().map(String::as_str).collect(), entry.to.iter().map(String::as_str).collect());
        let mut proposal = self.proposal(section, kind, &from, &to, &values);
        proposal.note = Some(entry.note.clone());
        self.fate(section, before, &mut proposal);
        proposal.to_check |= section == Section::Conditions && (proposal.rated || proposal.written);
        let joins = |id: &&str| self.journey.own(section, before, id).is_some_and(holds);
        proposal.joins = (proposal.rated || proposal.written) && to.iter().any(joins);
        self.proposals.push(proposal);
    }

    fn proposal(&self, section: Section, kind: CarryKind, from: &[&str], to: &[&str], values: &[&Value]) -> Proposal {
        let mut proposal = Proposal::new(about(section), kind, from, to);
        proposal.rated = values.iter().any(|value| rating(value).is_some());
        proposal.ratings = values.iter().filter_map(|value| value.get("percent")?.as_i64()).collect();
        proposal.written = values.iter().any(|value| {
            let members = value.as_object().into_iter().flatten();
            members
                .filter(|(name, _)| !matches!(name.as_str(), "percent" | "answer" | "bands"))
                .any(|(_, value)| holds(value))
        });
        proposal.declinable = !to.is_empty() && (proposal.rated || proposal.written);
        proposal
    }

    /// What becomes of rating and texts in the new ids.
    fn fate(&self, section: Section, before: &Map<String, Value>, proposal: &mut Proposal) {
        let Journey { from, to, .. } = self.journey;
        proposal.rating = match proposal.kind {
            _ if !proposal.rated => RatingFate::Unrated,
            CarryKind::Split => RatingFate::Split,
            _ => RatingFate::Differ,
        };
        for id in &proposal.to {
            let value = self.journey.target(section, before, id);
            let ruled = value.as_ref().and_then(rating);
            if proposal.rated
                && let Some(percent) = ruled
            {
                let fits = section != Section::Items || is_step(percent, to);
                proposal.rating = if fits { RatingFate::Carried } else { RatingFate::NotAStep };
            }
            let result = self.result.and_then(|result| result.pointer(&push(section.pointer(), id)));
            let restored = result.and_then(rating);
            if restored.is_some() && (proposal.rating != RatingFate::Carried || ruled != restored) {
                proposal.rating = RatingFate::Restored;
            }
        }
        if section != Section::Items {
            return;
        }
        proposal.left = self.left(before, proposal);
        if let ([old], [new]) = (&proposal.from[..], &proposal.to[..])
            && let (Some(old), Some(new)) = (from.item_slot(old), to.item_slot(new))
        {
            let (old, new) = (from.item(old), to.item(new));
            proposal.new_prompts = only_in(new, old);
            proposal.gone_prompts = only_in(old, new);
            let left = &proposal.left;
            proposal.gone_prompts.retain(|id| !left.contains(&Left::Prompt(id.clone())));
        }
        let rubrics = |pack, ids: &[String]| -> Vec<&Rubric> { ids.iter().filter_map(|id| Some(Pack::rubric_of(pack, pack.item_slot(id)?))).collect() };
        let (old, new) = (rubrics(from, &proposal.from), rubrics(to, &proposal.to));
        let other_rubric = old.iter().any(|old| new.iter().any(|new| !alike(old, new)));
        proposal.to_check |= proposal.rating == RatingFate::Carried && other_rubric;
    }

    /// What had a place in the old items and has none in any of the new ones.
    fn left(&self, before: &Map<String, Value>, proposal: &Proposal) -> Vec<Left> {
        let Journey { from, to, .. } = self.journey;
        let had_a_place = |left: &Left| {
            let mut old = proposal.from.iter().filter_map(|id| from.item_slot(id));
            let has = |slot| match left {
                Left::Prompt(id) => from.item(slot).prompts.iter().any(|prompt| prompt.id == *id),
                Left::Factor(id) | Left::Band(id) => from.rubric_of(slot).factors.iter().any(|factor| factor.id == *id),
            };
            proposal.kind == CarryKind::Revived || old.any(has)
        };
        let mut everywhere: Option<Vec<Left>> = None;
        for id in &proposal.to {
            let (Some(value), Some(slot)) = (self.journey.target(Section::Items, before, id), to.item_slot(id)) else {
                continue;
            };
            let mut here = left(&value, to.item(slot), to.rubric_of(slot));
            here.retain(|left| had_a_place(left) && everywhere.as_ref().is_none_or(|before| before.contains(left)));
            everywhere = Some(here);
        }
        everywhere.unwrap_or_default()
    }

    fn edition(&mut self) {
        let old = self.file.pointer(EDITION).and_then(Value::as_str).unwrap_or_default();
        let new = self.new_edition();
        if old != new {
            let mut proposal = Proposal::new(About::Edition, CarryKind::Changed, &[old], &[&new]);
            proposal.declinable = self.journey.to.edition_slot(old).is_some();
            self.proposals.push(proposal);
        }
    }

    fn new_edition(&self) -> String {
        let ruled = self.journey.edition(self.file.pointer(EDITION));
        let result = self.result.and_then(|result| result.pointer(EDITION)).and_then(Value::as_str);
        result.map_or(ruled, str::to_owned)
    }

    /// Whether the edition that will be in force has a condition.
    fn edition_has(&self, condition: &str) -> bool {
        let to = self.journey.to;
        let slot = to.edition_slot(&self.new_edition()).unwrap_or_else(|| to.default_edition());
        to.edition_rules(slot).conditions.iter().any(|id| id == condition)
    }
}

fn about(section: Section) -> About {
    match section {
        Section::Items => About::Item,
        Section::Conditions => About::Condition,
        Section::SelfChecks => About::SelfCheck,
    }
}

/// The rating or answer of something, if there is one.
fn rating(value: &Value) -> Option<&Value> {
    value.get("percent").or_else(|| value.get("answer")).filter(|value| !value.is_null())
}

/// Whether the edition of a file has a condition.
fn in_force(pack: &Pack, file: &Value, condition: &str) -> bool {
    let edition = file.pointer(EDITION).and_then(Value::as_str).and_then(|id| pack.edition_slot(id));
    let rules = pack.edition_rules(edition.unwrap_or_else(|| pack.default_edition()));
    rules.conditions.iter().any(|id| id == condition)
}

/// Whether something of the same id is judged by another rule.
fn rule_changed(section: Section, from: &Pack, to: &Pack, id: &str) -> bool {
    match section {
        Section::Items => false,
        Section::Conditions => {
            let rule = |pack: &Pack| pack.condition_slot(id).map(|slot| pack.condition(slot).rule.clone());
            rule(from) != rule(to)
        }
        Section::SelfChecks => {
            let years = |pack: &Pack| pack.self_check_slot(id).map(|slot| pack.self_check(slot).look_back_years);
            years(from) != years(to)
        }
    }
}
