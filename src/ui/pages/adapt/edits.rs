//! What a field of the page changes: its name says which edit, its value what to. One reader for all fields, so that
//! the page needs one callback.

use super::{cases, forms, names};
use crate::criteria::{Citation, Draft, Edit, Item, Kind, NotApplicable, Rounding, RubricLimit, Rule, SizeBounds, Status, Wording};
use crate::date::parse_date;
use crate::typed::whole;

/// The edit of a field by its name, such as `points/leadership.governance`; none where the value is not one.
pub fn edit(draft: &Draft, name: &str, value: &str, checked: bool) -> Option<Edit> {
    let (kind, rest) = name.split_once('/').unwrap_or((name, ""));
    let (first, second) = rest.split_once('/').unwrap_or((rest, ""));
    let (id, text) = (first.to_owned(), value.to_owned());
    let edit = match kind {
        "id" => Edit::PackId(text),
        "edition" if rest.is_empty() => Edit::PackEdition(text),
        "text" => Edit::Text {
            language: id,
            id: second.to_owned(),
            text,
        },
        "points" => Edit::Points {
            item: id,
            points: number(value)?,
        },
        "number" => Edit::Number { id, number: text },
        "bonus" => Edit::Bonus { item: id, bonus: checked },
        "applies" => applies(draft, first, second, checked)?,
        "kind" => Edit::Rule {
            rule: judged(draft, first, value)?,
            condition: id,
        },
        "division" => Edit::Rule {
            condition: id,
            rule: Rule::RegisteredIn { division: text },
        },
        "rubric" => Edit::Band {
            rubric: id,
            band: second.to_owned(),
            from: number(value)?,
        },
        "rubric_limit" => Edit::RubricLimit {
            rubric: id,
            factor: second.to_owned(),
            limit: limit(second, value)?,
        },
        "judged" => Edit::JudgedBy { item: id, rubric: text },
        "tag" => tagged(draft, first, None, second, checked)?,
        "prompt_tag" => {
            let (prompt, tag) = second.split_once('/')?;
            tagged(draft, first, Some(prompt), tag, checked)?
        }
        "prompt_number" => Edit::PromptNumber {
            item: id,
            prompt: second.to_owned(),
            number: Some(text).filter(|number| !number.trim().is_empty()),
        },
        "prompt_applies" => {
            let (prompt, kind) = second.split_once('/')?;
            let before = &find(draft, first)?.prompts.iter().find(|known| known.id == prompt)?.applies_to;
            Edit::AppliesTo {
                item: id,
                prompt: Some(prompt.to_owned()),
                kinds: toggled(before, kind, checked)?,
            }
        }
        "bounds" => bounds(draft, first, second, value)?,
        "case" => cases::result(rest, value)?,
        "total" => Edit::Total(number(value)?),
        "step" => Edit::Step(number(value)?),
        "rounding" => Edit::Rounding(Rounding::ALL.into_iter().find(|rule| rule.word() == value)?),
        "not_applicable" => Edit::NotApplicable(NotApplicable::ALL.into_iter().find(|rule| rule.word() == value)?),
        "maturity" => Edit::Maturity {
            band: id,
            from: number(value)?,
        },
        "reference" => Edit::Reference {
            line: id,
            points: number(value)?,
        },
        "edition" => Edit::InEdition {
            edition: id,
            condition: second.to_owned(),
            on: checked,
        },
        "rule" => Edit::Years {
            condition: id,
            years: number(value)?,
        },
        "dates" => dates(draft, first, second, value)?,
        "default_edition" => Edit::DefaultEdition(text),
        "self_check" => Edit::LookBack {
            check: id,
            years: optional(value)?,
        },
        "limit" => Edit::Limit {
            limit: id,
            characters: number(value)?,
        },
        "fact" => Edit::Fact {
            fact: id,
            value: optional(value)?,
        },
        "why" => Edit::Reason {
            place: rest.to_owned(),
            why: text,
        },
        "cite" => Edit::Attribution {
            figure: rest.to_owned(),
            citation: Citation::Given(Wording::everywhere(value.trim())),
            status: draft.attribution(rest).map_or(Status::Assumed, |attribution| attribution.status),
        },
        "status" => Edit::Attribution {
            figure: rest.to_owned(),
            citation: Citation::Known(draft.attribution(rest)?.source.clone()),
            status: Status::ALL.into_iter().find(|status| status.word() == value)?,
        },
        _ => return None,
    };
    Some(edit)
}

/// A whole number of the size that is wanted.
pub(super) fn number<T: TryFrom<u64>>(value: &str) -> Option<T> {
    whole(value)?.try_into().ok()
}

/// Nothing, or a number.
fn optional<T: TryFrom<u64>>(value: &str) -> Option<Option<T>> {
    match value.trim() {
        "" => Some(None),
        value => number(value).map(Some),
    }
}

/// The edit of a button by its name, such as `take/conditions/three-years`; none where it is none.
pub fn press(draft: &Draft, name: &str) -> Option<Edit> {
    let (kind, rest) = name.split_once('/')?;
    let listed = || {
        let (list, id) = rest.split_once('/')?;
        Some((names::list(list)?, id.to_owned()))
    };
    Some(match kind {
        "retire" => Edit::Retire(rest.to_owned()),
        "restore" => Edit::Restore(rest.to_owned()),
        "take" => {
            let (list, id) = listed()?;
            Edit::Take { list, id }
        }
        "back" => {
            let (list, id) = listed()?;
            Edit::BringBack { list, id }
        }
        "up" | "down" => {
            let (list, id) = listed()?;
            Edit::Move { list, id, up: kind == "up" }
        }
        "take-case" => cases::take(draft, rest)?,
        "drop-case" => cases::drop_case(rest)?,
        _ => return None,
    })
}

fn find<'a>(draft: &'a Draft, item: &str) -> Option<&'a Item> {
    let mut items = draft.structure().categories.iter().flat_map(|category| &category.items);
    items.find(|known| known.id == item)
}

/// A kind of applicant ticked or not.
fn applies(draft: &Draft, item: &str, kind: &str, checked: bool) -> Option<Edit> {
    Some(Edit::AppliesTo {
        item: item.to_owned(),
        prompt: None,
        kinds: toggled(&find(draft, item)?.applies_to, kind, checked)?,
    })
}

/// Kinds of applicant with one of them ticked or not.
fn toggled(before: &[Kind], kind: &str, checked: bool) -> Option<Vec<Kind>> {
    let kind = Kind::ALL.into_iter().find(|known| known.word() == kind)?;
    let kept = Kind::ALL
        .into_iter()
        .filter(|known| if *known == kind { checked } else { before.contains(known) });
    Some(kept.collect())
}

/// An orientation of an item or a prompt ticked or not.
fn tagged(draft: &Draft, item: &str, prompt: Option<&str>, tag: &str, checked: bool) -> Option<Edit> {
    let known = find(draft, item)?;
    let before = match prompt {
        None => &known.orientations,
        Some(prompt) => &known.prompts.iter().find(|known| known.id == prompt)?.orientations,
    };
    let mut orientations: Vec<String> = before.iter().filter(|known| *known != tag).cloned().collect();
    if checked {
        orientations.push(tag.to_owned());
    }
    Some(Edit::Tags {
        item: item.to_owned(),
        prompt: prompt.map(str::to_owned),
        orientations,
    })
}

/// A rule of another kind, with the years it has now, or three; with the division the pack asks for elsewhere.
fn judged(draft: &Draft, condition: &str, kind: &str) -> Option<Rule> {
    let conditions = &draft.structure().eligibility.conditions;
    let now = &conditions.iter().find(|known| known.id == condition)?.rule;
    let value = match (kind, now) {
        ("registered_in", Rule::RegisteredIn { division }) => division.clone(),
        ("registered_in", _) => conditions
            .iter()
            .find_map(|known| match &known.rule {
                Rule::RegisteredIn { division } => Some(division.clone()),
                _ => None,
            })
            .unwrap_or_default(),
        (_, Rule::YearsSinceRegistration { years } | Rule::FreeOf { years }) => years.to_string(),
        _ => "3".to_owned(),
    };
    forms::rule(kind, &value)
}

/// How a factor limits the suggestion: nothing, `own_band`, or `ceiling` with the two bands.
fn limit(factor: &str, value: &str) -> Option<Option<RubricLimit>> {
    let factor = factor.to_owned();
    match value.split(' ').collect::<Vec<&str>>().as_slice() {
        [""] => Some(None),
        ["own_band", ..] => Some(Some(RubricLimit::OwnBand { factor })),
        ["ceiling", _, below, band] => Some(Some(RubricLimit::Ceiling {
            factor,
            below: (*below).to_owned(),
            band: (*band).to_owned(),
        })),
        _ => None,
    }
}

/// One of the lower bounds of a sector: `staff/large`.
fn bounds(draft: &Draft, sector: &str, which: &str, value: &str) -> Option<Edit> {
    let (measure, class) = which.split_once('/')?;
    let sectors = &draft.structure().size;
    let all = &sectors.iter().find(|known| known.id == sector)?.bounds;
    let mut bounds: SizeBounds = all.get(measure.parse::<usize>().ok()?)?.clone();
    let bound = match class {
        "large" => &mut bounds.large,
        "medium" => &mut bounds.medium,
        _ => &mut bounds.small,
    };
    *bound = number(value)?;
    Some(Edit::SizeBounds {
        sector: sector.to_owned(),
        bounds,
    })
}

fn dates(draft: &Draft, edition: &str, which: &str, value: &str) -> Option<Edit> {
    let found = draft.structure().eligibility.editions.iter().find(|known| known.id == edition)?;
    let day = if value.is_empty() { None } else { Some(parse_date(value)?) };
    let (opens, closes) = if which == "opens" { (day, found.closes) } else { (found.opens, day) };
    Some(Edit::EditionDates {
        edition: edition.to_owned(),
        opens,
        closes,
    })
}
