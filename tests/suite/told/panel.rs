//! What several assessors agree on: a table of their ratings, and spread, what is to be discussed, who is harsh, and the total that starts.

use super::awards::{award, either, item};
use super::given::{Given, percent};
use super::markdown::Wrong;
use super::run::Told;
use award_kit::archive::{Project, ScoringCopy, subject_of};
use award_kit::assessment::{ItemChange, text};
use award_kit::criteria::Pack;
use award_kit::language::Language;
use award_kit::panel::{Arrival, ItemReading, Panel, PanelAction, SheetChange, Standing, read_shown};
use award_kit::report::say;
use std::rc::Rc;

pub fn tell(given: &mut Given) -> Result<Told, Wrong> {
    let pack = award(given)?;
    let step = pack.structure().scoring.step;
    let project = Project::blank(&pack);
    let mut actions = Vec::new();
    if let Some(fact) = given.take(["tolerance", "容许极差"]) {
        actions.push(PanelAction::Tolerance(fact.number()?));
    }
    let names_hidden = [(true, vec!["not shown", "不显示"]), (false, vec!["shown", "显示"])];
    let anonymous = given
        .take(["names", "姓名"])
        .map(|fact| fact.choice(&names_hidden))
        .transpose()?
        .unwrap_or(false);
    for table in given.tables() {
        actions.push(PanelAction::Sheets(sheets(&pack, &project, table.rows, step)?));
    }
    let mut agreed = Vec::new();
    for (slot, _) in pack.items() {
        let about = |name: &str| {
            ["agreed on ", "共识 "]
                .iter()
                .find_map(|before| name.strip_prefix(before))
                .and_then(|name| item(&pack, name))
        };
        if let Some(fact) = given.take_where(|name| about(name) == Some(slot)) {
            // A reason stands behind the percentage, in brackets.
            let (rating, reason) = fact.value.split_once(['(', '（']).unwrap_or((&fact.value, ""));
            let rating = percent(rating, step).ok_or_else(|| fact.wrong("no rating"))?;
            agreed.push(PanelAction::Agree(slot, Some(rating)));
            if !reason.is_empty() {
                agreed.push(PanelAction::Reason(slot, text(reason.trim_end_matches([')', '）']))));
            }
        }
    }
    if !agreed.is_empty() {
        actions.push(PanelAction::Open);
        actions.extend(agreed);
    }
    let (language, mut told) = (given.language, Told::default());
    let mut panel = Panel::new(&pack, subject_of(&pack, &project.assessment));
    for action in actions {
        match action.apply(&pack, &panel) {
            Ok(next) => panel = next,
            Err(refused) => told.line(either(language, "Refused", "未接受"), say::refused(language, refused)),
        }
    }
    tell_of(&pack, language, &panel, anonymous, &mut told);
    Ok(told)
}

/// A sheet for each row: the assessor, then a rating below the item of each heading.
fn sheets(pack: &Pack, project: &Project, rows: Vec<(usize, Vec<String>)>, step: u8) -> Result<Vec<Arrival>, Wrong> {
    let mut rows = rows.into_iter();
    let (at, heads) = rows.next().ok_or_else(|| Wrong::at(0, "the table is empty"))?;
    let items: Option<Vec<_>> = heads.iter().skip(1).map(|head| item(pack, head)).collect();
    let items = items.ok_or_else(|| Wrong::at(at, "a heading is no item of these criteria"))?;
    let sheet = |(at, cells): (usize, Vec<String>)| {
        let (name, ratings) = cells.split_first().ok_or_else(|| Wrong::at(at, "an empty row"))?;
        let mut sheet = ScoringCopy::for_assessor(pack, project, name, &[]).sheet;
        for (slot, written) in items.iter().zip(ratings).filter(|(_, written)| !written.is_empty()) {
            let rating = percent(written, step).ok_or_else(|| Wrong::at(at, format!("“{written}” is no rating in steps of {step} %")))?;
            sheet = sheet.changed(*slot, &SheetChange::Item(ItemChange::Percent(Some(rating))));
        }
        Ok(Arrival {
            file: text([name, ".json"].concat()),
            // Those who stand further down come first where letters are given, so that a name is not to be told from its letter.
            hash: text(format!("sha256:{:06}", 999_999 - at)),
            sheet: Rc::new(sheet),
        })
    };
    rows.map(sheet).collect()
}

fn tell_of(pack: &Pack, language: Language, panel: &Panel, anonymous: bool, told: &mut Told) {
    let reading = read_shown(pack, panel, anonymous);
    for item in &reading.items {
        let name = say::item_name(pack, language, item.item);
        let Some(spread) = item.spread else {
            if item.standing != Standing::Open {
                told.line(name, say::treatment(language, item.treatment).to_lowercase());
                agreed(pack, language, item, told);
            }
            continue;
        };
        let ratings = item.ratings.iter().map(|rating| say::rating(language, &reading, rating, anonymous, " "));
        let mut parts = vec![ratings.collect::<Vec<String>>().join(language.words().term_list())];
        parts.push([either(language, "median ", "中位数 "), &spread.median.to_string(), "%"].concat());
        parts.push([either(language, "range ", "极差 "), &spread.range().to_string()].concat());
        parts.push(say::treatment(language, item.treatment).to_lowercase());
        parts.extend(
            item.proposal
                .map(|proposal| [either(language, "proposed ", "建议 "), &proposal.to_string()].concat()),
        );
        told.line(name, parts.join(either(language, "; ", "；")));
        agreed(pack, language, item, told);
    }
    for assessor in &reading.assessors {
        if let Some(shift) = assessor.shift {
            told.line(
                either(language, "Assessor", "评审员"),
                say::shift(language, &say::assessor(language, assessor, anonymous), &shift),
            );
        }
    }
    if reading.rated_items > 0 {
        told.line(
            either(language, "Start of the total", "总分起点"),
            say::start(language, &reading, pack.structure().scoring.step),
        );
    }
    if let Some((low, high)) = reading.interval {
        told.line(
            either(language, "Interval", "区间"),
            [low.to_string(), high.to_string()].join(either(language, " to ", " 至 ")),
        );
    }
    if let Some(alpha) = &reading.alpha {
        told.line(
            either(language, "Agreement", "一致程度"),
            [
                &say::figure_number(alpha.value, 2),
                either(language, ", ", "，"),
                say::agreement(language, alpha),
            ]
            .concat(),
        );
    }
}

fn agreed(pack: &Pack, language: Language, item: &ItemReading, told: &mut Told) {
    let name = [either(language, "Agreed on ", "共识："), &say::item_name(pack, language, item.item)].concat();
    match item.standing {
        Standing::Open => {}
        Standing::Agreed(percent) => told.line(name, [&percent.to_string(), " = ", &item.points(pack, percent).to_string()].concat()),
        Standing::ReasonNeeded(percent, why) => told.line(name, [&percent.to_string(), either(language, ", ", "，"), say::why(language, why)].concat()),
    }
}
