//! The interview for other programs: what was answered, and what it comes to.

use super::answers::text;
use super::{Call, Failure, packs};
use crate::assessment::{Assessment, Fact};
use crate::criteria::{Interview, ItemInterview, ItemSlot, Pack, Question};
use crate::date::Date;
use crate::indicators::{Results, read_results};
use crate::interview::{Beside, FactorOutcome, Given, Outcome, evaluate, told_by_figures};
use crate::language::Language;
use crate::report::say::InterviewTeller;
use crate::report::skeleton;
use serde_json::{Value, json};
use std::path::Path;

/// The interview: `on` (the day it is judged by), `items[]` with `id`, `number`, `questions[]` (`id`, `question`, `given` one of `person`,
/// `figures`, `open`, `odd`, `answer` as it stands in the file, `text`), `factors[]` (`factor`, `low` and `high` band, `band` a person
/// has chosen, `text`, `reason`, `next` band, `wanting[]`, `open[]` ids, `paragraph`), `range` (`low`, `high` in per cent, null while
/// nothing is answered), `percent` (the person's own), `beside` (`below`, `within`, `above`, null without a rating or range) and
/// `difference` (a sentence). Items for which there is no interview do not stand there.
pub(super) fn interview(pack: &Pack, path: Option<&Path>, assessment: &Assessment, item: Option<&str>, call: Call<'_>, today: Date) -> Result<String, Failure> {
    let language = call.language;
    let only = item.map(|id| pack.item_slot(id).ok_or_else(|| Failure::of(language, "no_item", &[("id", id)])));
    let only = only.transpose()?;
    let interview = packs::interview(path, language)?;
    // Days and years count to the day of application, where there is one.
    let on = assessment.eligibility.application_date.unwrap_or(today);
    let answer = Answer {
        pack,
        assessment,
        results: &read_results(pack, assessment),
        language,
        on,
    };
    let slots = pack.items().map(|(slot, _)| slot).filter(|slot| only.is_none_or(|only| only == *slot));
    let items: Vec<Value> = slots.filter_map(|slot| answer.item(&interview, slot)).collect();
    Ok(text(json!({ "on": on.to_string(), "items": items })))
}

struct Answer<'a> {
    pack: &'a Pack,
    assessment: &'a Assessment,
    results: &'a Results,
    language: Language,
    on: Date,
}

impl Answer<'_> {
    fn item(&self, interview: &Interview, slot: ItemSlot) -> Option<Value> {
        let item = interview.of(self.pack, slot)?;
        let (about, record) = (self.pack.item(slot), self.assessment.item(slot));
        let figures = told_by_figures(self.assessment, self.results, slot);
        let outcome = evaluate(item, &record.facts, figures.as_ref(), self.on, self.pack.structure().scoring.step);
        let teller = InterviewTeller {
            item,
            language: self.language,
            on: self.on,
        };
        let question = |(question, given): (&Question, &Given)| {
            let (by, said) = match given {
                Given::Open => ("open", None),
                Given::Odd => ("odd", None),
                Given::Answered(said) => ("person", Some(said)),
                Given::ByFigures(said) => ("figures", Some(said)),
            };
            json!({
                "id": question.id,
                "question": teller.question(question),
                "given": by,
                "answer": record.facts.get(&question.id).map(written),
                "text": said.and_then(|said| item.questions().find(|known| known.id == question.id).map(|known| teller.answer(known, said))),
            })
        };
        let questions: Vec<Value> = item.questions().zip(&outcome.given).map(question).collect();
        let factors = outcome
            .factors
            .iter()
            .map(|factor| self.factor(teller, &outcome, factor, record.bands[factor.factor]));
        let range = outcome.range.filter(|_| !outcome.is_blank());
        let beside = record.percent.filter(|_| range.is_some()).and_then(|rating| outcome.beside(rating));
        Some(json!({
            "id": about.id,
            "number": about.number,
            "questions": questions,
            "factors": factors.collect::<Vec<Value>>(),
            "range": range.map(|(low, high)| json!({ "low": low.value(), "high": high.value() })),
            "percent": record.percent.map(|percent| percent.value()),
            "beside": beside.map(|beside| match beside {
                Beside::Below(_) => "below",
                Beside::Within => "within",
                Beside::Above(_) => "above",
            }),
            "difference": teller.beside(&outcome, record.percent),
        }))
    }

    fn factor<'a>(&self, teller: InterviewTeller<'a>, outcome: &Outcome<'a>, factor: &FactorOutcome<'a>, chosen: Option<usize>) -> Value {
        let item: ItemInterview<'a> = teller.item;
        let id = &item.rubric.factors[factor.factor].id;
        let name = self.pack.words(self.language.tag()).factor(&item.rubric.id, id);
        let band = |at: usize| item.rubric.bands.get(at).map(|band| band.id.as_str());
        let rules = item.factors().find(|(at, _)| *at == factor.factor).map(|(_, rules)| rules);
        json!({
            "factor": id,
            "low": band(factor.low),
            "high": band(factor.high),
            "band": chosen.and_then(band),
            "text": teller.band(name, factor),
            "reason": teller.reason(outcome, factor),
            "next": factor.next.and_then(band),
            "wanting": factor.wanting.iter().map(|one| teller.requirement(one)).collect::<Vec<String>>(),
            "open": teller.open(factor).map(|question| question.id.as_str()).collect::<Vec<&str>>(),
            "paragraph": rules.map(|rules| skeleton(teller, outcome, rules)).unwrap_or_default(),
        })
    }
}

fn written(fact: &Fact) -> Value {
    match fact {
        Fact::Word(word) => json!(&**word),
        Fact::Number(number) => json!(number),
        Fact::Words(words) => words.iter().map(|word| json!(&**word)).collect(),
    }
}
