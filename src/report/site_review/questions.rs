//! The questions an examiner may ask of an item, from its gaps: what is not written, what is rated below the whole, what bands and
//! figures say against it, the opportunities it names, and what was found missing or contradictory.

use crate::assessment::FigureSlot;
use crate::criteria::{ItemSlot, Kind};
use crate::eligibility::judge;
use crate::findings::{Finding, findings};
use crate::indicators::Subject;
use crate::language::fill;
use crate::report::defence::lines;
use crate::report::draft::{Draft, one_line};
use crate::report::feedback::observations::{Side, said};
use crate::report::improvement::live_action;
use crate::report::say;
use crate::scoring::Score;

/// By item of the pack, the questions to it, each once.
pub struct Questions(Vec<Vec<String>>);

impl Questions {
    pub fn of(draft: &Draft<'_>, score: &Score) -> Questions {
        // Findings of items need no day, so any does.
        let record = &draft.assessment.eligibility;
        let today = record.application_date.unwrap_or(crate::date::Date::MAX);
        let eligibility = judge(draft.pack, draft.assessment, record.edition, record.application_date, today);
        let found = findings(draft.pack, draft.assessment, &eligibility);
        let all = draft.pack.items().map(|(slot, _)| {
            if !score.items[slot.0].maximum.applies() {
                return Vec::new();
            }
            let mut asked: Vec<String> = Vec::new();
            for question in of_item(draft, score, &found, slot) {
                let question = one_line(&question);
                if !asked.contains(&question) {
                    asked.push(question);
                }
            }
            asked
        });
        Questions(all.collect())
    }

    /// The questions to an item; none where it has no gap.
    pub fn of_item(&self, slot: ItemSlot) -> &[String] {
        self.0.get(slot.0).map_or(&[], Vec::as_slice)
    }
}

fn of_item(draft: &Draft<'_>, score: &Score, found: &[Finding], slot: ItemSlot) -> Vec<String> {
    let words = draft.words;
    let explain = |told: &str| fill(words.ask_explain(), &[("told", told)]);
    let mut asked = unwritten(draft, found, slot);
    asked.extend(below_the_whole(draft, score, slot));
    asked.extend(said(draft, slot, score.items[slot.0].band, Side::Opportunity).iter().map(|told| explain(told)));
    let plan = &draft.assessment.improvement;
    let live: Vec<_> = plan.of_item(&draft.pack.item(slot).id).filter(|(_, action)| action.is_live()).collect();
    // An opportunity that has become an action is asked for as that.
    let is_action = |line: &String| live.iter().any(|(_, action)| lines(&action.title).contains(line));
    for line in lines(&draft.assessment.item(slot).opportunities).iter().filter(|line| !is_action(line)) {
        asked.push(fill(words.ask_opportunity(), &[("opportunity", line.trim_end_matches(['。', '.']))]));
    }
    asked.extend(
        live.iter()
            .map(|(at, action)| fill(words.ask_action(), &[("action", &live_action(draft, *at, action))])),
    );
    let contradictory = found.iter().filter(|finding| match finding {
        Finding::RatedWithoutEvidence(item, _) | Finding::ResultsWithoutFigures(item) => *item == slot,
        _ => false,
    });
    asked.extend(contradictory.map(|finding| explain(&say::finding(draft.pack, draft.language, finding))));
    let of_figures = draft.results.findings.iter().filter(|finding| match finding.subject {
        Subject::Indicator(indicator) => belongs(draft, indicator, slot),
        Subject::Input(_) => false,
    });
    asked.extend(of_figures.map(|finding| explain(&say::figure_finding(draft.pack, draft.assessment, draft.language, finding))));
    asked
}

fn belongs(draft: &Draft<'_>, indicator: FigureSlot, slot: ItemSlot) -> bool {
    let mut readings = draft.results.indicators.iter().filter(|reading| reading.slot == indicator && reading.applies);
    readings.any(|reading| reading.place.is_some_and(|(item, _)| item == slot))
}

/// Factors nobody wrote to, and where sub-clauses are answered one by one, those that are not, in the words of the criteria.
fn unwritten(draft: &Draft<'_>, found: &[Finding], slot: ItemSlot) -> Vec<String> {
    let words = draft.words;
    let rubric = draft.pack.rubric_of(slot);
    let mut asked: Vec<String> = Vec::new();
    for finding in found {
        match finding {
            Finding::ItemUnanswered(item) | Finding::RatedWithoutAnswer(item, _) if *item == slot => {
                asked.push(words.ask_unanswered().to_owned());
            }
            Finding::FactorUnanswered(item, factor) if *item == slot => {
                let name = rubric.factors.get(*factor).map_or("", |factor| draft.pack_words.factor(&rubric.id, &factor.id));
                asked.push(fill(words.ask_factor(), &[("factor", name)]));
            }
            _ => {}
        }
    }
    let record = draft.assessment.item(slot);
    let one_by_one = record.scope_is_empty(0) && !record.is_unanswered();
    let item = draft.pack.item(slot);
    let open = item.prompts.iter().enumerate().filter(|(at, prompt)| {
        let applies = Kind::among(draft.assessment.organisation.kind, &prompt.applies_to);
        one_by_one && applies && record.scope_is_empty(at + 1)
    });
    asked.extend(open.map(|(_, prompt)| {
        let prompt = draft.pack_words.prompt(&item.id, &prompt.id);
        fill(words.ask_prompt(), &[("prompt", prompt)])
    }));
    asked
}

/// Where an item is rated lower than the whole; nothing as long as the whole is not rated.
fn below_the_whole(draft: &Draft<'_>, score: &Score, slot: ItemSlot) -> Option<String> {
    let percent = score.items[slot.0].percent?;
    let max = score.total.max.hundredths();
    let share = (score.total.points.hundredths() * 100).checked_div(max).filter(|_| score.is_complete())?;
    let (own, whole) = (percent.to_string(), share.to_string());
    (u64::from(percent.value()) < share).then(|| fill(draft.words.ask_below(), &[("percent", &own), ("share", &whole)]))
}
