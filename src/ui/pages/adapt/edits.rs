//! What a field of the page changes: its name says which edit, its value what to. One reader for all fields, so that
//! the page needs one callback.

use crate::criteria::{Citation, Draft, Edit, Kind, NotApplicable, Rounding, Status, Wording};
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
        "retire" => Edit::Retire(id),
        "restore" => Edit::Restore(id),
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

/// A kind of applicant ticked or not.
fn applies(draft: &Draft, item: &str, kind: &str, checked: bool) -> Option<Edit> {
    let kind = Kind::ALL.into_iter().find(|known| known.word() == kind)?;
    let mut items = draft.structure().categories.iter().flat_map(|category| &category.items);
    let before = &items.find(|known| known.id == item)?.applies_to;
    let kinds = Kind::ALL
        .into_iter()
        .filter(|known| if *known == kind { checked } else { before.contains(known) });
    Some(Edit::AppliesTo {
        item: item.to_owned(),
        prompt: None,
        kinds: kinds.collect(),
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
