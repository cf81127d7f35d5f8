//! What an examiner would question in a text: texts with where they stand, figures beside them, and the rules that mark something.

use super::awards::{award, either, item};
use super::figures::entered;
use super::given::{Given, means};
use super::markdown::Wrong;
use super::run::Told;
use crate::samples::after;
use award_kit::assessment::{Action, Field, ProfileText, text};
use award_kit::criteria::Pack;
use award_kit::language::Language;
use award_kit::red_pen::red_pen;
use award_kit::report::say;

pub fn tell(given: &mut Given) -> Result<Told, Wrong> {
    let pack = award(given)?;
    let mut actions = Vec::new();
    // A table of cases names text and place in columns; elsewhere a text is a block with its place behind the word `text`.
    if let Some(content) = given.take(["text", "文字"]) {
        let place = given.take(["place", "位置"]).ok_or_else(|| content.wrong("the place of the text is missing"))?;
        actions.push(field(&pack, &place.value).ok_or_else(|| place.wrong(PLACES))?.write(text(&content.value)));
    }
    let times = given.take(["repeated", "重复"]).map(|fact| fact.number::<usize>()).transpose()?.unwrap_or(1);
    for block in given.blocks("text") {
        let field = field(&pack, &block.note).ok_or_else(|| Wrong::at(block.at - 1, format!("“{}”: {PLACES}", block.note)))?;
        actions.push(field.write(text(block.lines.join("\n").repeat(times))));
    }
    if let Some(fact) = given.take(["rule turned off", "停用的规则"]) {
        let (code, reason) = fact.value.split_once(['(', '（']).unwrap_or((&fact.value, "–"));
        actions.push(Action::RuleOff(text(code.trim()), Some(text(reason.trim_end_matches([')', '）'])))));
    }
    actions.extend(entered(&pack, given)?.0);
    let assessment = after(&pack, &actions);
    let hits = red_pen(&pack, &assessment);
    let language = given.language;
    let mut told = Told::default();
    for hit in &hits {
        told.code(hit.rule.code);
        told.line(hit.rule.code, say::red_pen_line(&pack, &assessment, language, hit));
        told.also(either(language, "Marked", "标出"), hit.rule.code);
    }
    if hits.is_empty() {
        told.line(either(language, "Marked", "标出"), either(language, "nothing", "无"));
    }
    Ok(told)
}

const PLACES: &str = "no place of a text: an item and a factor as `4.1.2 Approach`, a factor alone, `Opportunities`, or a topic of the profile";

/// A place: `4.1.2 Approach`, `4.1.2 改进机会`; the factor alone stands for the first item that has it.
fn field(pack: &Pack, written: &str) -> Option<Field> {
    let topics = ProfileText::ALL.iter().copied();
    let topic = topics
        .clone()
        .find(|field| means(written, &[Language::Zh, Language::En].map(|language| say::profile_label(language, field.key()))));
    if let Some(topic) = topic {
        return Some(Field::Profile(topic));
    }
    let named = written.split_once(' ').and_then(|(number, factor)| Some((item(pack, number)?, factor)));
    let (own, factor) = named.map_or((None, written), |(item, factor)| (Some(item), factor));
    pack.items().filter(|(slot, _)| own.is_none_or(|own| own == *slot)).find_map(|(item, _)| {
        if means(factor, &["Opportunities", "改进机会"]) {
            return Some(Field::Opportunities(item));
        }
        let rubric = pack.rubric_of(item);
        let called = |id: &str| [Language::Zh, Language::En].map(|language| pack.words(language.tag()).factor(&rubric.id, id));
        let factor = rubric.factors.iter().position(|each| means(factor, &called(&each.id)))?;
        Some(Field::Answer { item, scope: 0, factor })
    })
}
