//! An assessment under other packs: carried over, and side by side.

use super::answers::{categories, tally, text};
use super::{Call, Failure, files, packs};
use crate::archive::{self, About, Left, Plan, Project, Proposal, carry as carried, kept_pointers, plan as planned};
use crate::comparison::{Standing, standings};
use crate::criteria::{Pack, PackReference};
use crate::date::Date;
use crate::json::ToJson;
use crate::language::Language;
use crate::report::say;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Carries a file over, writes it where a place is named, and tells what became of its answers: `from` and `to` with
/// `id`, `edition` and `hash`; `returns`, whether this undoes the carry before it; `edition {from, to}` of the
/// conditions; `items`, `conditions` and `self_checks`, each with `kind`, `from` and `to` (ids), `carried`, `rating`
/// (what becomes of the rating or answer), `left` (what has no place), `new_prompts` and `gone_prompts` (ids of numbered
/// sub-clauses), `to_check`, `note` and `text`; and `kept`, pointers
/// into the new file of everything that is not counted. Items are all listed, the others where there is something to say.
///
/// Which ids follow each other says the file beside the pack gone over to, else beside the one come from.
pub(super) fn carry(file: &Path, own: Option<&Path>, to: &Path, output: Option<&Path>, call: Call<'_>) -> Result<String, Failure> {
    let language = call.language;
    let (project, from) = files::assessment(file, own, call)?;
    let lineage = packs::lineage(&[to].into_iter().chain(own).collect::<Vec<&Path>>(), language)?;
    let to = packs::pack(to, language)?;
    let unread = |error| Failure(say::read_error(language, &error));
    let plan = planned(&project, &from, &to, &lineage, language.tag()).map_err(unread)?;
    let after = carried(&project, &from, &to, &plan).map_err(unread)?;
    if let Some(output) = output {
        files::write(output, file, archive::write(&after, &to).as_bytes(), call)?;
    }
    let told = Told {
        from: &from,
        to: &to,
        language,
    };
    let edition = |pack: &Pack, project: &Project| pack.edition_rules(project.assessment.eligibility.edition).id.clone();
    Ok(text(json!({
        "from": plan.from.to_json(),
        "to": plan.to.to_json(),
        "returns": plan.returns,
        "edition": { "from": edition(&from, &project), "to": edition(&to, &after) },
        "items": told.items(&plan, &project),
        "conditions": told.all(&plan, About::Condition),
        "self_checks": told.all(&plan, About::SelfCheck),
        "kept": kept_pointers(&after),
    })))
}

/// How a file stands under its own pack, which comes first, and under others: `packs`, each with `pack {id, edition,
/// hash}`, `edition` of the conditions judged by, `verdict`, `first_eligible_on`, `total {points, max}`, `categories`,
/// `unrated`, the numbers of items `same` and `moved`, and ids: `new`, `gone`, `new_conditions`, `gone_conditions`.
pub(super) fn under(file: &Path, pack: Option<&Path>, others: &[PathBuf], call: Call<'_>, today: Date) -> Result<String, Failure> {
    let language = call.language;
    let (project, pack) = files::assessment(file, pack, call)?;
    let lineage = packs::lineage(&others.iter().map(PathBuf::as_path).collect::<Vec<&Path>>(), language)?;
    let mut packs = vec![pack];
    for other in others {
        packs.push(packs::pack(other, language)?);
    }
    let others: Vec<&Pack> = packs[1..].iter().collect();
    let found = standings(&project, &packs[0], &others, &lineage, today);
    let found = found.map_err(|error| Failure(say::read_error(language, &error)))?;
    let told: Vec<Value> = packs.iter().zip(&found).map(|(pack, found)| standing(pack, found)).collect();
    Ok(text(json!({ "packs": told })))
}

fn standing(pack: &Pack, found: &Standing) -> Value {
    json!({
        "pack": PackReference::to_json(&found.pack),
        "edition": pack.edition_rules(found.eligibility.edition).id,
        "verdict": found.eligibility.verdict.code(),
        "first_eligible_on": found.eligibility.first_eligible_on.map(|day| day.to_string()),
        "total": tally(found.score.total),
        "categories": categories(pack, &found.score),
        "unrated": found.score.unrated,
        "same": found.same,
        "moved": found.moved,
        "new": found.new,
        "gone": found.gone,
        "new_conditions": found.new_conditions,
        "gone_conditions": found.gone_conditions,
    })
}

/// Proposals as JSON.
struct Told<'a> {
    from: &'a Pack,
    to: &'a Pack,
    language: Language,
}

impl Told<'_> {
    /// Every item: in the new pack's order, then those that are gone.
    fn items(&self, plan: &Plan, project: &Project) -> Vec<Value> {
        let mut waiting: Vec<&Proposal> = plan.proposals.iter().filter(|proposal| proposal.about == About::Item).collect();
        let mut told = Vec::new();
        for (_, item) in self.to.items() {
            if plan.unchanged.contains(&item.id) {
                told.push(self.same(&item.id, project));
            }
            let here = |proposal: &&Proposal| proposal.to.contains(&item.id);
            told.extend(waiting.iter().filter(|proposal| here(proposal)).map(|proposal| self.proposal(proposal)));
            waiting.retain(|proposal| !here(proposal));
        }
        told.extend(waiting.into_iter().map(|proposal| self.proposal(proposal)));
        told
    }

    fn same(&self, id: &str, project: &Project) -> Value {
        let rated = self.from.item_slot(id).is_some_and(|slot| project.assessment.item(slot).percent.is_some());
        json!({
            "kind": "same",
            "from": [id],
            "to": [id],
            "carried": true,
            "rating": if rated { "carried" } else { "unrated" },
            "left": [],
            "new_prompts": [],
            "gone_prompts": [],
            "to_check": false,
            "note": null,
            "text": say::carry_same(self.language),
        })
    }

    fn all(&self, plan: &Plan, about: About) -> Vec<Value> {
        let these = plan.proposals.iter().filter(|proposal| proposal.about == about);
        these.map(|proposal| self.proposal(proposal)).collect()
    }

    fn proposal(&self, proposal: &Proposal) -> Value {
        let left = proposal.left.iter().map(|left| match left {
            Left::Prompt(id) => json!({ "prompt": id }),
            Left::Factor(id) => json!({ "factor": id }),
            Left::Band(id) => json!({ "band": id }),
        });
        let mut sentences = vec![say::proposal(self.from, self.to, self.language, proposal)];
        sentences.extend(say::proposal_details(self.from, self.to, self.language, proposal));
        let separator = if self.language == Language::Zh { "" } else { " " };
        json!({
            "kind": proposal.kind.code(),
            "from": proposal.from,
            "to": proposal.to,
            "carried": proposal.accepted && !proposal.to.is_empty() && (proposal.rated || proposal.written),
            "rating": proposal.rating.code(),
            "left": left.collect::<Vec<Value>>(),
            "new_prompts": proposal.new_prompts,
            "gone_prompts": proposal.gone_prompts,
            "to_check": proposal.to_check,
            "note": proposal.note.as_ref().map(|note| note.text(self.language.tag())),
            "text": sentences.join(separator),
        })
    }
}
