//! The worked cases of the draft: what they are about, what they should come to and whether they do.

use super::field::{list, number};
use super::new_case::{new_total, new_verdict, new_years};
use crate::criteria::{CaseList, Draft, Edit, Pack};
use crate::date::parse_date;
use crate::eligibility::Verdict;
use crate::json::ToJson;
use crate::language::fill;
use crate::report::say;
use crate::scoring::Points;
use crate::typed::whole;
use crate::ui::kit::Kit;
use crate::worked::{self, Broken, Cases};
use serde_json::Value;
use yew::prelude::*;

/// `pack` is the finished pack; none while the draft has faults, when no case can be run.
pub fn cases(kit: &Kit, draft: &Draft, pack: Option<&Pack>) -> Html {
    let words = kit.words();
    let cases = worked::cases_of(draft.cases()).unwrap_or_default();
    let broken = pack.map(|pack| worked::run(pack, &cases)).unwrap_or_default();
    let own = draft.view();
    let row = |list: CaseList, at: usize, told: String, result: Html| {
        let found = broken.iter().find(|broken| broken.list() == list && broken.case() == at + 1);
        row(kit, list, at, told, result, (pack, found))
    };
    let years = cases.years.iter().enumerate().map(|(at, case)| {
        let told = say::years_case(kit.language, own, case);
        let value = case.from.map_or_else(String::new, |day| day.to_string());
        let label = fill(words.adapt_case_result_of(), &[("name", &told)]);
        let field = html! { <input class="input date" type="date" data-edit={format!("case/years/{at}")} {value} aria-label={label} /> };
        row(CaseList::Years, at, told, field)
    });
    let verdicts = cases.verdicts.iter().enumerate().map(|(at, case)| {
        let told = say::verdict_case(kit.language, own, case);
        let label = fill(words.adapt_case_result_of(), &[("name", &told)]);
        let field = list(&format!("case/verdicts/{at}"), case.verdict.code(), &verdicts(kit), label);
        row(CaseList::Verdicts, at, told, field)
    });
    let totals = cases.totals.iter().enumerate().map(|(at, case)| {
        let told = say::total_case(kit.language, own, case);
        let label = fill(words.adapt_case_result_of(), &[("name", &told)]);
        let field = number(format!("case/totals/{at}"), &case.total.to_string(), label);
        row(CaseList::Totals, at, told, field)
    });
    html! {
        <details class="sheet" id="step-cases"><summary><h2>{ words.adapt_cases() }</h2></summary><div class="stack-s">
            <p class="small">{ words.adapt_cases_note() }</p>
            if cases == Cases::default() { <p>{ words.adapt_cases_none() }</p> }
            <ul class="plain figures">{ for years.chain(verdicts).chain(totals) }</ul>
            { new_years(kit, draft) }{ new_verdict(kit, draft) }{ new_total(kit, draft) }
        </div></details>
    }
}

fn row(kit: &Kit, list: CaseList, at: usize, told: String, result: Html, (pack, found): (Option<&Pack>, Option<&Broken>)) -> Html {
    let words = kit.words();
    let place = [list.word(), "/", &at.to_string()].concat();
    let label = |text: &str| fill(text, &[("name", &told)]);
    let state = match (pack, found) {
        (None, _) => html! { <span class="tag">{ words.adapt_case_later() }</span> },
        (Some(_), None) => html! { <span class="tag g">{ words.adapt_case_holds() }</span> },
        (Some(pack), Some(broken)) => html! {
            <>
                <span class="tag b">{ say::broken_case(kit.language, pack, broken) }</span>
                if broken.found().is_some() { <button type="button" class="btn quiet" data-edit={["take-case/", &place].concat()} aria-label={label(words.adapt_case_take_of())}>{ words.adapt_case_take() }</button> }
            </>
        },
    };
    html! {
        <li key={place.clone()} data-testid={["case-", list.word()].concat()}><span>{ told.clone() }</span>{ result }{ state }
            <button type="button" class="btn quiet" data-edit={["drop-case/", &place].concat()} aria-label={label(words.adapt_case_drop_of())}>{ words.adapt_case_drop() }</button></li>
    }
}

/// The verdicts, by the words of the files.
pub(super) fn verdicts(kit: &Kit) -> Vec<(String, String)> {
    let entry = |verdict: &Verdict| (verdict.code().to_owned(), say::verdict(kit.language, *verdict).to_owned());
    Verdict::ALL.iter().map(entry).collect()
}

/// The edit of a result that was typed or chosen, by the name of its field: `totals/0`.
pub fn result(place: &str, value: &str) -> Option<Edit> {
    let (list, at) = found(place)?;
    let result = match list {
        CaseList::Years if value.is_empty() => Value::Null,
        CaseList::Years => parse_date(value)?.to_string().into(),
        CaseList::Verdicts => Verdict::ALL.into_iter().find(|verdict| verdict.code() == value)?.code().into(),
        CaseList::Totals => points(value)?.to_f64().to_json(),
    };
    Some(Edit::CaseResult { list, at, result })
}

/// The edit that takes over what a case comes to now.
pub fn take(draft: &Draft, place: &str) -> Option<Edit> {
    let (list, at) = found(place)?;
    let cases = worked::cases_of(draft.cases()).ok()?;
    let broken = worked::run(&draft.check().ok()?, &cases);
    let broken = broken.iter().find(|broken| broken.list() == list && broken.case() == at + 1)?;
    Some(Edit::CaseResult {
        list,
        at,
        result: broken.found()?,
    })
}

/// The edit that takes a case away.
pub fn drop_case(place: &str) -> Option<Edit> {
    let (list, at) = found(place)?;
    Some(Edit::RemoveCase { list, at })
}

fn found(place: &str) -> Option<(CaseList, usize)> {
    let (list, at) = place.split_once('/')?;
    let list = CaseList::ALL.into_iter().find(|known| known.word() == list)?;
    Some((list, at.parse().ok()?))
}

/// Points as they are typed: 542, 27.5.
pub(super) fn points(value: &str) -> Option<Points> {
    let (whole_part, rest) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let tenths = match rest.len() {
        0 => 0,
        1 => whole(rest)? * 10,
        2 => whole(rest)?,
        _ => return None,
    };
    Some(Points::of_hundredths(whole(whole_part)?.checked_mul(100)?.checked_add(tenths)?))
}
