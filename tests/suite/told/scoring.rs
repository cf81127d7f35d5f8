//! What is it worth: ratings of some items, and points, bands, subtotals, range and total.

use super::awards::{award, either, item, kind};
use super::given::{Fact, Given};
use super::markdown::Wrong;
use super::run::Told;
use award_kit::assessment::{Action, ItemChange, Percent};
use award_kit::criteria::{Draft, Edit, ItemSlot, Kind, NotApplicable, Pack, Rounding, Wording};
use award_kit::language::Language;
use award_kit::report::say;
use award_kit::scoring::{Maximum, Points, next_band_gain, score};
use std::sync::Arc;

pub fn tell(given: &mut Given) -> Result<Told, Wrong> {
    if let Some(maximum) = given.take(["maximum", "分值"]) {
        return points(given, &maximum);
    }
    let pack = adapted(award(given)?, given)?;
    let step = pack.structure().scoring.step;
    let mut assessment = award_kit::assessment::Assessment::blank(&pack);
    if let Some(fact) = given.take(["kind", "组织类型"]) {
        assessment = Action::Kind(Some(kind(&fact)?)).apply(&assessment);
    }
    let others = given.take(["all other items", "其他条款"]).map(|fact| fact.percent(step)).transpose()?;
    let mut ratings: Vec<(ItemSlot, Option<Percent>)> = Vec::new();
    // A table names the item and its rating in columns; a block has a line for each.
    if let Some(named) = given.take(["item", "条款"]) {
        let slot = item(&pack, &named.value).ok_or_else(|| named.wrong("no item of these criteria"))?;
        ratings.push((slot, given.take(["rating", "得分率"]).map(|fact| fact.percent(step)).transpose()?));
    }
    for (slot, _) in pack.items() {
        if let Some(fact) = given.take_where(|name| item(&pack, name) == Some(slot)) {
            let open = matches!(fact.value.as_str(), "not rated" | "未评分");
            ratings.push((slot, if open { None } else { Some(fact.percent(step)?) }));
        }
    }
    for (slot, _) in pack.items() {
        let own = ratings.iter().find(|(rated, _)| *rated == slot);
        let percent = own.map_or(others, |(_, percent)| *percent);
        assessment = Action::Item(slot, ItemChange::Percent(percent)).apply(&assessment);
    }
    let named: Vec<ItemSlot> = ratings.into_iter().map(|(slot, _)| slot).collect();
    Ok(told(&pack, given.language, &assessment, &named))
}

/// What a maximum is worth at a rating, under both rules of rounding.
fn points(given: &mut Given, maximum: &Fact) -> Result<Told, Wrong> {
    let value: f64 = maximum.number()?;
    let rating = given
        .take(["rating", "得分率"])
        .ok_or_else(|| maximum.wrong("a rating is missing"))?
        .percent(5)?;
    // Only the criteria of the file stand beside it.
    drop(given.take(["criteria", "准则"]));
    let mut told = Told::default();
    for rounding in [Rounding::Exact, Rounding::ItemHalfUp] {
        let earned = Points::earned(Points::of_hundredths((value * 100.0).round() as u64), rating, rounding);
        told.line(say::rounding(given.language, rounding), earned.to_string());
    }
    Ok(told)
}

/// The criteria with what a case changes in them, as an agency adapts a copy.
fn adapted(pack: Arc<Pack>, given: &mut Given) -> Result<Arc<Pack>, Wrong> {
    let mut edits = Vec::new();
    let mut last = None;
    if let Some(fact) = given.take(["rounding", "取整"]) {
        let names = |rounding| vec![say::rounding(Language::En, rounding), say::rounding(Language::Zh, rounding)];
        let all = [Rounding::Exact, Rounding::ItemHalfUp].map(|rounding| (rounding, names(rounding)));
        edits.push(Edit::Rounding(fact.choice(&all)?));
        last = Some(fact);
    }
    if let Some(fact) = given.take(["points that do not apply", "不适用的分值"]) {
        edits.push(Edit::NotApplicable(fact.choice(&[
            (NotApplicable::Reduce, vec!["make the maximum smaller", "满分相应减少"]),
            (NotApplicable::RedistributeInCategory, vec!["go to the category", "归入本类目"]),
            (NotApplicable::Redistribute, vec!["go to all other items", "归入其余条款"]),
        ])?));
        last = Some(fact);
    }
    if let Some(fact) = given.take(["for manufacturing only", "仅制造业适用"]) {
        let slot = item(&pack, &fact.value).ok_or_else(|| fact.wrong("no item of these criteria"))?;
        edits.push(Edit::AppliesTo {
            item: pack.item(slot).id.clone(),
            prompt: None,
            kinds: vec![Kind::Manufacturing],
        });
        last = Some(fact);
    }
    if let Some(fact) = given.take(["bonus item", "加分项"]) {
        let slot = item(&pack, &fact.value).ok_or_else(|| fact.wrong("no item of these criteria"))?;
        let points: u32 = pack.items().filter(|(_, item)| !item.bonus).map(|(_, item)| item.points).sum();
        edits.push(Edit::Bonus {
            item: pack.item(slot).id.clone(),
            bonus: true,
        });
        edits.push(Edit::Total(points - pack.item(slot).points));
        last = Some(fact);
    }
    for (slot, _) in pack.items() {
        let points = |name: &str| {
            ["points of ", "分值 "]
                .iter()
                .find_map(|before| name.strip_prefix(before))
                .and_then(|name| item(&pack, name))
        };
        if let Some(fact) = given.take_where(|name| points(name) == Some(slot)) {
            edits.push(Edit::Points {
                item: pack.item(slot).id.clone(),
                points: fact.number()?,
            });
            last = Some(fact);
        }
    }
    let Some(last) = last else { return Ok(pack) };
    let citation = Wording::new(&[("zh", "自定"), ("en", "Own")]);
    let draft = edits.iter().fold(Draft::of(&pack, &citation), |draft, edit| draft.apply(edit));
    draft.finish().map(Arc::new).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(|fault| say::fault(Language::En, fault)).collect();
        last.wrong(faults.join("; "))
    })
}

fn told(pack: &Pack, language: Language, assessment: &award_kit::assessment::Assessment, named: &[ItemSlot]) -> Told {
    let found = score(pack, assessment);
    let mut told = Told::default();
    for item in found.items.iter().filter(|item| named.contains(&item.item)) {
        let rubric = pack.rubric_of(item.item);
        let worth = match (item.maximum, item.points) {
            (Maximum::NotApplicable, _) => language.words().term_not_applicable().to_owned(),
            (_, Some(points)) => {
                let band = item.band.map(|band| &rubric.bands[band]);
                let band = band.map(|band| language.band(band.from, band.to)).unwrap_or_default();
                let max = item.maximum.points().unwrap_or_default();
                [&points.to_string(), " / ", &max.to_string(), either(language, ", band ", "，处于 "), &band].concat()
            }
            (_, None) => {
                let max = item.maximum.points().unwrap_or_default().to_string();
                [either(language, "not rated, ", "未评分，"), either(language, "at most ", "满分 "), &max].concat()
            }
        };
        told.line(say::item_name(pack, language, item.item), worth);
        let gain = next_band_gain(pack, item).map_or_else(|| language.words().none().to_owned(), |points| points.to_string());
        told.also(either(language, "To the next band", "距下一档"), gain);
    }
    let of = |tally: award_kit::scoring::Tally| [tally.points.to_string(), tally.max.to_string()].join(" / ");
    for rubric in &pack.structure().rubrics {
        told.line(pack.words(language.tag()).rubric(&rubric.id), of(found.rubric(pack, &rubric.id)));
    }
    for category in &found.categories {
        let id = &pack.category(category.category).id;
        told.also(pack.words(language.tag()).category(id), of(category.tally));
    }
    if found.has_bonus() {
        told.line(language.words().term_bonus(), of(found.bonus));
    }
    told.line(either(language, "Total", "总分"), of(found.total));
    if found.unrated > 0 {
        let (low, high) = (found.range.0.to_string(), found.range.1.to_string());
        let open = found.unrated.to_string();
        told.line(
            either(language, "Items not rated", "未评分的条款"),
            [
                &open,
                either(language, "; the total can still be ", "；总分仍可能为 "),
                &low,
                either(language, " to ", " 至 "),
                &high,
            ]
            .concat(),
        );
    }
    for note in say::what_counts(pack, language, assessment, &found) {
        told.line(either(language, "Note", "说明"), note);
    }
    told
}
