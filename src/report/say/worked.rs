//! Worked cases of a pack that come to something else than they say.

use super::judgement::{date, outcome, verdict};
use super::quoting::{quoted, shortened};
use super::terms::{kind, legal_status};
use crate::assessment::Answer;
use crate::criteria::{CaseList, Pack, PackView};
use crate::date::Date;
use crate::eligibility::Outcome;
use crate::language::{Language, fill};
use crate::worked::{Broken, TotalCase, VerdictCase, YearsCase};

/// Which case is broken and what it comes to under a pack, in one sentence.
pub fn broken_case(language: Language, pack: &Pack, broken: &Broken) -> String {
    let words = language.words();
    let day = |day: Option<Date>| day.map_or_else(|| words.case_no_years().to_owned(), |day| date(language, day));
    let n = broken.case().to_string();
    match broken {
        Broken::Years { registered, wanted, found, .. } => {
            let values = [day(Some(*registered)), day(*wanted), day(*found)];
            let [registered, wanted, found] = values.each_ref().map(String::as_str);
            fill(
                words.case_years(),
                &[("n", &n), ("registered", registered), ("wanted", wanted), ("found", found)],
            )
        }
        Broken::Verdict { wanted, found, conditions, .. } => {
            let own = pack.words(language.tag());
            let names: Vec<&str> = conditions.iter().map(|slot| own.condition(&pack.condition(*slot).id)).collect();
            let (wanted, found) = (verdict(language, *wanted), verdict(language, *found));
            let names = names.join(words.term_list());
            let text = if names.is_empty() { words.case_verdict() } else { words.case_verdict_by() };
            fill(text, &[("n", &n), ("wanted", wanted), ("found", found), ("names", &names)])
        }
        Broken::Total { wanted, found, .. } => fill(words.case_total(), &[("n", &n), ("wanted", &wanted.to_string()), ("found", &found.to_string())]),
        Broken::Unknown { list, what, .. } => {
            let text = match list {
                CaseList::Years => words.case_unknown_years(),
                CaseList::Verdicts => words.case_unknown_verdict(),
                CaseList::Totals => words.case_unknown_total(),
            };
            fill(text, &[("n", &n), ("what", &quoted(language, what))])
        }
    }
}

/// What a case of years is about: the edition and the day of registration.
pub fn years_case(language: Language, pack: PackView<'_>, case: &YearsCase) -> String {
    let registered = fill(language.words().case_registered(), &[("date", &date(language, case.registered))]);
    joined(
        language,
        [edition(language, pack, case.edition.as_ref()), Some(registered)].into_iter().flatten(),
    )
}

/// What a case of verdicts says of the applicant.
pub fn verdict_case(language: Language, pack: PackView<'_>, case: &VerdictCase) -> String {
    let words = language.words();
    let own = pack.words(language.tag());
    let day = |text: &str, day: Option<Date>| day.map(|day| fill(text, &[("date", &date(language, day))]));
    let answer = |answer: Answer| {
        let as_judged = match answer {
            Answer::Met => Outcome::Met,
            Answer::NotMet => Outcome::NotMet,
            Answer::Undecided => Outcome::Undecided,
        };
        outcome(language, as_judged)
    };
    let place = case.place.as_ref();
    let facts = [
        edition(language, pack, case.edition.as_ref()),
        day(words.case_registered(), case.registered),
        place.map(|place| fill(words.case_place(), &[("place", &quoted(language, place))])),
        case.legal_status.map(|status| legal_status(language, status).to_owned()),
        day(words.case_applies(), case.applies),
    ];
    let answers = case.answers.iter().map(|(id, given)| {
        let name = match own.condition(id) {
            "" => shortened(language, id, NAME),
            name => name.to_owned(),
        };
        fill(words.case_answer(), &[("name", &name), ("answer", answer(*given))])
    });
    let others = case.others.map(|others| fill(words.case_others(), &[("answer", answer(others))]));
    joined(language, facts.into_iter().flatten().chain(answers).chain(others))
}

/// What a case of totals rates.
pub fn total_case(language: Language, pack: PackView<'_>, case: &TotalCase) -> String {
    let words = language.words();
    let own = pack.words(language.tag());
    let ratings = case.ratings.iter().map(|(id, percent)| {
        let name = match own.item(id) {
            "" => shortened(language, id, NAME),
            name => name.to_owned(),
        };
        fill(words.case_rated(), &[("name", &name), ("percent", &percent.to_string())])
    });
    let others = case.others.map(|percent| {
        let text = if case.ratings.is_empty() {
            words.case_all_rated()
        } else {
            words.case_others_rated()
        };
        fill(text, &[("percent", &percent.to_string())])
    });
    let kind = case.kind.map(|known| kind(language, known).to_owned());
    let told = joined(language, kind.into_iter().chain(ratings).chain(others));
    if told.is_empty() { words.case_nothing_rated().to_owned() } else { told }
}

/// The longest id that stands for a name, in characters.
const NAME: usize = 40;

fn edition(language: Language, pack: PackView<'_>, id: Option<&String>) -> Option<String> {
    let id = id?;
    let name = pack.words(language.tag()).edition(id);
    Some(if name.is_empty() { shortened(language, id, NAME) } else { name.to_owned() })
}

fn joined(language: Language, parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<String>>().join(language.words().term_figure_separator())
}
