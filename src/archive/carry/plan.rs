//! What a carry would do, item by item, for the user to accept or decline.

use super::join::holds;
use super::rules::{EDITION, Journey, is_step};
use super::ways::{Section, Ways};
use super::{Both, Parts, perform};
use crate::archive::{Project, ReadError};
use crate::criteria::{Item, Lineage, Note, Pack, PackReference, Prompt, Rubric, Succession, SuccessionKind};
use crate::json::push;
use serde_json::{Map, Value};

/// What a carry would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub from: PackReference,
    pub to: PackReference,
    /// The tag of the language in which joined texts name the items they come from.
    pub language: String,
    /// Whatever there is something to say about: items in the new pack's order, then those without successor; then
    /// conditions and self-checks in the same way; then the edition of the rules.
    pub proposals: Vec<Proposal>,
    /// Ids of the items that carry as they are, in the new pack's order.
    pub unchanged: Vec<String>,
    /// Whether this undoes the carry before it: what was not changed since becomes as it was.
    pub returns: bool,
    pub(super) ways: Both,
}

/// What becomes of some answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    pub about: About,
    pub kind: CarryKind,
    /// Ids in the old pack; for the edition, its id.
    pub from: Vec<String>,
    /// Ids in the new pack.
    pub to: Vec<String>,
    /// What the lineage says.
    pub note: Option<Note>,
    /// Whether there is an old rating or answer.
    pub rated: bool,
    /// The old ratings of items, in percent.
    pub ratings: Vec<i64>,
    /// Whether there is old text.
    pub written: bool,
    /// What becomes of the rating, or of the answer to a condition.
    pub rating: RatingFate,
    /// What has no place in the new item and is kept, not counted.
    pub left: Vec<Left>,
    /// Ids of numbered sub-clauses that only the new item has, where it follows one old item.
    pub new_prompts: Vec<String>,
    /// Ids of numbered sub-clauses that only the old item has and in which nothing was written.
    pub gone_prompts: Vec<String>,
    /// The new id has answers of its own already, which the old ones are joined to.
    pub joins: bool,
    /// What is carried must be checked against the new wording or rule.
    pub to_check: bool,
    /// Set to false to leave the old answers where they are, not counted.
    pub accepted: bool,
}

/// What a proposal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Item,
    Condition,
    SelfCheck,
    /// The edition of the eligibility rules.
    Edition,
}

/// How ids stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CarryKind {
    /// The same id, but not everything has a place, or it must be checked.
    Changed,
    Renamed,
    Split,
    Merged,
    /// Gone in the new pack; kept, not counted.
    Retired,
    /// Not in the old pack.
    New,
    /// Answers that were kept without being counted count again.
    Revived,
}

/// What becomes of a rating, or of the answer to a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingFate {
    /// There is none.
    Unrated,
    Carried,
    /// No step of the new pack: set down, never rounded.
    NotAStep,
    /// The old ones differ: set down.
    Differ,
    /// Not divided among several: set down.
    Split,
    /// Kept with its item.
    Kept,
    /// Becomes again what it was before the last carry.
    Restored,
}

/// A part of an item's answers that has no place in the new item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// The text answering a prompt.
    Prompt(String),
    /// The text on a factor.
    Factor(String),
    /// The band chosen for a factor.
    Band(String),
}

impl CarryKind {
    /// All kinds.
    pub const ALL: [CarryKind; 7] = [
        CarryKind::Changed,
        CarryKind::Renamed,
        CarryKind::Split,
        CarryKind::Merged,
        CarryKind::Retired,
        CarryKind::New,
        CarryKind::Revived,
    ];

    /// The code printed and looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            CarryKind::Changed => "changed",
            CarryKind::Renamed => "renamed",
            CarryKind::Split => "split",
            CarryKind::Merged => "merged",
            CarryKind::Retired => "retired",
            CarryKind::New => "new",
            CarryKind::Revived => "revived",
        }
    }
}

impl RatingFate {
    /// All fates.
    pub const ALL: [RatingFate; 7] = [
        RatingFate::Unrated,
        RatingFate::Carried,
        RatingFate::NotAStep,
        RatingFate::Differ,
        RatingFate::Split,
        RatingFate::Kept,
        RatingFate::Restored,
    ];

    /// The code printed and looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            RatingFate::Unrated => "unrated",
            RatingFate::Carried => "carried",
            RatingFate::NotAStep => "not_a_step",
            RatingFate::Differ => "differ",
            RatingFate::Split => "split",
            RatingFate::Kept => "kept",
            RatingFate::Restored => "restored",
        }
    }
}

impl Proposal {
    fn new(about: About, kind: CarryKind, from: &[&str], to: &[&str]) -> Proposal {
        let owned = |ids: &[&str]| ids.iter().map(|id| String::from(*id)).collect();
        Proposal {
            about,
            kind,
            from: owned(from),
            to: owned(to),
            note: None,
            rated: false,
            ratings: Vec::new(),
            written: false,
            rating: RatingFate::Unrated,
            left: Vec::new(),
            new_prompts: Vec::new(),
            gone_prompts: Vec::new(),
            joins: false,
            to_check: false,
            accepted: true,
        }
    }

    /// Whether declining makes a difference: there are answers that would be carried.
    pub fn can_be_declined(&self) -> bool {
        match self.kind {
            CarryKind::New | CarryKind::Retired => false,
            _ => self.about == About::Edition || self.rated || self.written,
        }
    }
}

impl Plan {
    /// Pointers of what the user declined.
    pub(super) fn declined(&self) -> Vec<String> {
        let mut declined = Vec::new();
        for proposal in self.proposals.iter().filter(|proposal| !proposal.accepted) {
            let section = match proposal.about {
                About::Item => Section::Items,
                About::Condition => Section::Conditions,
                About::SelfCheck => Section::SelfChecks,
                About::Edition => {
                    declined.push(EDITION.to_owned());
                    continue;
                }
            };
            let ids = if proposal.from.is_empty() { &proposal.to } else { &proposal.from };
            declined.extend(ids.iter().map(|id| push(section.pointer(), id)));
        }
        declined
    }
}

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
        let says_something = !known || other_prompts || proposal.to_check || proposal.rating == RatingFate::NotAStep;
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
        proposal
    }

    /// What becomes of rating and texts in the new ids.
    fn fate(&self, section: Section, before: &Map<String, Value>, proposal: &mut Proposal) {
        let Journey { from, to, .. } = self.journey;
        let mut fate = match proposal.kind {
            _ if !proposal.rated => RatingFate::Unrated,
            CarryKind::Split => RatingFate::Split,
            _ => RatingFate::Differ,
        };
        for id in &proposal.to {
            let Some(value) = self.journey.target(section, before, id) else { continue };
            if proposal.rated
                && let Some(percent) = rating(&value)
            {
                let fits = section != Section::Items || is_step(percent, to);
                fate = if fits { RatingFate::Carried } else { RatingFate::NotAStep };
            }
            if let Some(result) = self.result.and_then(|result| result.pointer(&push(section.pointer(), id)))
                && let Some(restored) = rating(result)
                && (fate != RatingFate::Carried || rating(&value) != Some(restored))
            {
                fate = RatingFate::Restored;
            }
            if section == Section::Items
                && let Some(slot) = to.item_slot(id)
            {
                let rubric = to.rubric_of(slot);
                for left in left(
                    &value,
                    &to.item(slot).prompts.iter().map(|prompt| prompt.id.as_str()).collect::<Vec<_>>(),
                    rubric,
                ) {
                    let was = proposal.from.iter().filter_map(|id| from.item_slot(id));
                    let had_a_place = proposal.kind == CarryKind::Revived
                        || was.into_iter().any(|slot| match &left {
                            Left::Prompt(id) => from.item(slot).prompts.iter().any(|prompt| prompt.id == *id),
                            Left::Factor(id) | Left::Band(id) => from.rubric_of(slot).factors.iter().any(|factor| factor.id == *id),
                        });
                    if had_a_place && !proposal.left.contains(&left) {
                        proposal.left.push(left);
                    }
                }
                let other_rubric = |id: &String| from.item_slot(id).is_some_and(|slot| !alike(from.rubric_of(slot), rubric));
                proposal.to_check |= fate == RatingFate::Carried && proposal.from.iter().any(other_rubric);
            }
        }
        proposal.rating = fate;
        if let (Section::Items, [old], [new]) = (section, &proposal.from[..], &proposal.to[..])
            && let (Some(old), Some(new)) = (from.item_slot(old), to.item_slot(new))
        {
            let (old, new) = (from.item(old), to.item(new));
            proposal.new_prompts = only_in(new, old);
            proposal.gone_prompts = only_in(old, new);
            let left = &proposal.left;
            proposal.gone_prompts.retain(|id| !left.contains(&Left::Prompt(id.clone())));
        }
    }

    fn edition(&mut self) {
        let old = self.file.pointer(EDITION).and_then(Value::as_str).unwrap_or_default();
        let new = self.new_edition();
        if old != new {
            self.proposals.push(Proposal::new(About::Edition, CarryKind::Changed, &[old], &[&new]));
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

/// Whether two rubrics judge by the same factors in the same bands.
fn alike(one: &Rubric, other: &Rubric) -> bool {
    one.factors == other.factors && one.bands == other.bands
}

/// Numbered sub-clauses of one item whose id the other does not have.
fn only_in(item: &Item, other: &Item) -> Vec<String> {
    let known = |prompt: &&Prompt| prompt.number.is_some() && !other.prompts.iter().any(|other| other.id == prompt.id);
    item.prompts.iter().filter(known).map(|prompt| prompt.id.clone()).collect()
}

/// The parts of an item's answers for which an item with these prompts and this rubric has no place.
fn left(item: &Value, prompts: &[&str], rubric: &Rubric) -> Vec<Left> {
    let members = |name: &str| item.get(name).and_then(Value::as_object).into_iter().flatten();
    let answers = || members("answers").filter(|(_, value)| holds(value));
    let has_prompt = |id: &str| id.is_empty() || prompts.contains(&id);
    let has_factor = |id: &str| rubric.factors.iter().any(|factor| factor.id == id);
    let mut left = Vec::new();
    for (prompt, _) in answers().filter(|(prompt, _)| !has_prompt(prompt)) {
        left.push(Left::Prompt(prompt.clone()));
    }
    for (_, by_factor) in answers().filter(|(prompt, _)| has_prompt(prompt)) {
        for (id, text) in by_factor.as_object().into_iter().flatten() {
            let factor = Left::Factor(id.clone());
            if !has_factor(id) && holds(text) && !left.contains(&factor) {
                left.push(factor);
            }
        }
    }
    for (id, band) in members("bands") {
        if !has_factor(id) || !rubric.bands.iter().any(|known| band == known.id.as_str()) {
            left.push(Left::Band(id.clone()));
        }
    }
    left
}
