//! Three small forms for new worked cases. A result that is left open is taken as it comes out now.

use super::cases::{points, verdicts};
use crate::assessment::{Answer, LegalStatus};
use crate::criteria::{CaseList, Draft, Edit, Kind};
use crate::date::parse_date;
use crate::eligibility::{Outcome, Verdict};
use crate::json::ToJson;
use crate::report::say;
use crate::scoring::Points;
use crate::typed::whole;
use crate::ui::kit::Kit;
use crate::worked::{self, Cases, TotalCase, VerdictCase, YearsCase};
use serde_json::Value;
use yew::prelude::*;

const LEGAL: [LegalStatus; 3] = [LegalStatus::LegalPerson, LegalStatus::UnitOfLegalPerson, LegalStatus::NotLegalPerson];

fn editions(kit: &Kit, draft: &Draft) -> Vec<(String, String)> {
    let own = draft.view().words(kit.language.tag());
    let editions = draft.structure().eligibility.editions.iter();
    let in_force = [(String::new(), kit.words().adapt_case_in_force().to_owned())];
    in_force
        .into_iter()
        .chain(editions.map(|edition| (edition.id.clone(), own.edition(&edition.id).to_owned())))
        .collect()
}

fn choice(id: &'static str, label: &'static str, entries: Vec<(String, String)>) -> Html {
    html! {
        <div class="field"><label for={id}>{ label }</label>
            <select class="input short" {id}>{ for entries.into_iter().enumerate().map(|(at, (value, text))| html! { <option {value} selected={at == 0}>{ text }</option> }) }</select></div>
    }
}

fn day(id: &'static str, label: &'static str) -> Html {
    html! { <div class="field"><label for={id}>{ label }</label><input class="input date" type="date" {id} /></div> }
}

fn text(id: &'static str, label: &'static str) -> Html {
    html! { <div class="field"><label for={id}>{ label }</label><input class="input" type="text" autocomplete="off" {id} /></div> }
}

fn form(title: &'static str, add: &'static str, list: CaseList, fields: Html) -> Html {
    html! {
        <details><summary>{ title }</summary><div class="form">{ fields }
            <div class="broad"><button type="button" class="btn" data-edit={["add-case/", list.word()].concat()}>{ add }</button></div></div></details>
    }
}

pub fn new_years(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let fields = html! {
        <>
            { choice("case-years-edition", words.adapt_case_edition(), editions(kit, draft)) }{ day("case-years-registered", words.adapt_case_registered()) }
            { day("case-years-result", words.adapt_case_from()) }
        </>
    };
    form(words.adapt_case_years(), words.adapt_case_add(), CaseList::Years, fields)
}

pub fn new_verdict(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let open = || (String::new(), words.adapt_case_open().to_owned());
    let legal = LEGAL.iter().map(|status| (code(status), say::legal_status(kit.language, *status).to_owned()));
    let others = [(Answer::Met, Outcome::Met), (Answer::NotMet, Outcome::NotMet)];
    let others = others
        .into_iter()
        .map(|(answer, outcome)| (code(&answer), say::outcome(kit.language, outcome).to_owned()));
    let results = std::iter::once(open()).chain(verdicts(kit)).collect();
    let fields = html! {
        <>
            { choice("case-verdicts-edition", words.adapt_case_edition(), editions(kit, draft)) }{ day("case-verdicts-registered", words.adapt_case_registered()) }
            { text("case-verdicts-place", words.adapt_case_place()) }
            { choice("case-verdicts-legal", words.adapt_case_legal(), std::iter::once(open()).chain(legal).collect()) }
            { day("case-verdicts-applies", words.adapt_case_applies()) }
            { choice("case-verdicts-others", words.adapt_case_others(), others.chain([open()]).collect()) }
            { choice("case-verdicts-result", words.adapt_case_verdict(), results) }
        </>
    };
    form(words.adapt_case_verdicts(), words.adapt_case_add(), CaseList::Verdicts, fields)
}

pub fn new_total(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let all = (String::new(), words.adapt_case_every_kind().to_owned());
    let kinds = Kind::ALL
        .into_iter()
        .map(|kind| (kind.word().to_owned(), say::kind(kit.language, kind).to_owned()));
    let items = draft.structure().categories.iter().flat_map(|category| &category.items);
    let none = (String::new(), words.adapt_case_no_item().to_owned());
    let items = items.map(|item| (item.id.clone(), [&item.number, " ", own.item(&item.id)].concat()));
    let fields = html! {
        <>
            { choice("case-totals-kind", words.adapt_case_kind(), std::iter::once(all).chain(kinds).collect()) }
            { text("case-totals-others", words.adapt_case_rest()) }
            { choice("case-totals-item", words.adapt_case_item(), std::iter::once(none).chain(items).collect()) }
            { text("case-totals-percent", words.adapt_case_percent()) }{ text("case-totals-result", words.adapt_case_total()) }
        </>
    };
    form(words.adapt_case_totals(), words.adapt_case_add(), CaseList::Totals, fields)
}

/// A choice by the word that stands in files.
fn code(choice: &impl ToJson) -> String {
    choice.to_json().as_str().unwrap_or_default().to_owned()
}

/// The ids of the fields that are emptied when a case was added.
pub const TYPED: [&str; 8] = [
    "case-years-registered",
    "case-years-result",
    "case-verdicts-registered",
    "case-verdicts-place",
    "case-verdicts-applies",
    "case-totals-others",
    "case-totals-percent",
    "case-totals-result",
];

/// A new case as its form says; none where something is missing or no value. A result that is left open is what comes out
/// now; none where the draft has faults.
pub fn read(draft: &Draft, list: &str, value: &dyn Fn(&str) -> String) -> Option<Edit> {
    let get = |name: &str| value(&["case-", list, "-", name].concat()).trim().to_owned();
    let filled = |name: &str| Some(get(name)).filter(|text| !text.is_empty());
    let day = |name: &str| match filled(name) {
        None => Some(None),
        Some(text) => parse_date(&text).map(Some),
    };
    let open = filled("result").is_none();
    let (list, case) = match list {
        "years" => {
            let case = YearsCase {
                edition: filled("edition"),
                registered: day("registered")??,
                from: day("result")?,
            };
            (CaseList::Years, case.to_json())
        }
        "verdicts" => {
            let case = VerdictCase {
                edition: filled("edition"),
                registered: day("registered")?,
                place: filled("place"),
                legal_status: LEGAL.into_iter().find(|status| code(status) == get("legal")),
                applies: day("applies")?,
                answers: Vec::new(),
                others: [Answer::Met, Answer::NotMet].into_iter().find(|answer| code(answer) == get("others")),
                verdict: Verdict::ALL
                    .into_iter()
                    .find(|verdict| verdict.code() == get("result"))
                    .unwrap_or(Verdict::Eligible),
            };
            (CaseList::Verdicts, case.to_json())
        }
        "totals" => {
            let percent = |name: &str| match filled(name) {
                None => Some(None),
                Some(text) => u8::try_from(whole(&text)?).ok().map(Some),
            };
            let rated = percent("percent")?.zip(filled("item"));
            let case = TotalCase {
                kind: Kind::ALL.into_iter().find(|kind| kind.word() == get("kind")),
                ratings: rated.into_iter().map(|(percent, item)| (item, percent)).collect(),
                others: percent("others")?,
                total: if open { Points::default() } else { points(&get("result"))? },
            };
            (CaseList::Totals, case.to_json())
        }
        _ => return None,
    };
    let case = if open { come_to(draft, list, case)? } else { case };
    Some(Edit::NewCase { list, case })
}

/// A case with what it comes to now as its result.
fn come_to(draft: &Draft, list: CaseList, mut case: Value) -> Option<Value> {
    let pack = draft.check().ok()?;
    let alone = serde_json::json!({ "format": "award-kit.cases", "version": "1.1", (list.word()): [case.clone()] });
    let cases: Cases = worked::cases_of(&alone).ok()?;
    if let Some(broken) = worked::run(&pack, &cases).first() {
        case[list.result()] = broken.found()?;
    }
    Some(case)
}
