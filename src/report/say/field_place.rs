//! Where a text stands, in words.

use super::quoting::{quoted, shortened};
use super::terms::{item_name, profile_label};
use super::trouble::unit_name;
use crate::assessment::{Field, FigureSlot};
use crate::comparison::TextPlace;
use crate::criteria::{ItemSlot, Pack};
use crate::language::Language;

/// Where a text stands: `4.1.2 高层领导的作用 · 方法`; a topic of the profile by its name. `name` is that of the entry it belongs to, where the
/// field alone does not say it.
pub fn field_place(pack: &Pack, language: Language, field: Field, name: &str) -> String {
    let (words, texts) = (language.words(), pack.words(language.tag()));
    let within = |item, text| [&item_name(pack, language, item), " · ", &super::text_place(pack, language, Some(item), text)].concat();
    let named = |title: &str| {
        if name.is_empty() {
            title.to_owned()
        } else {
            [title, " ", &quoted(language, name)].concat()
        }
    };
    match field {
        Field::Profile(field) => profile_label(language, field.key()).to_owned(),
        Field::ConditionEvidence(slot) => texts.condition(&pack.condition(slot).id).to_owned(),
        Field::SelfCheckNote(slot) => texts.self_check(&pack.self_check(slot).id).to_owned(),
        Field::Answer { item, scope, factor } => match question(pack, language, item, scope) {
            // Guidance has no name of its own, and is longer than a place may be.
            Some(question) => {
                let factor = super::text_place(pack, language, Some(item), TextPlace::Answer { scope: 0, factor });
                [&item_name(pack, language, item), " · ", &question, " · ", &factor].concat()
            }
            None => within(item, TextPlace::Answer { scope, factor }),
        },
        Field::Strengths(item) => within(item, TextPlace::Strengths),
        Field::Opportunities(item) => within(item, TextPlace::Opportunities),
        Field::Remark(item) => within(item, TextPlace::Remark),
        Field::Figure(FigureSlot::Catalogue(slot), _) => texts.indicator(&pack.indicator(slot).id).to_owned(),
        Field::Figure(FigureSlot::Own(_), _) | Field::Own(..) => named(words.compare_figures_title()),
        Field::Register(..) => named(words.register_title()),
        Field::Improvement(..) => named(words.improvement_title()),
        Field::StageNote(_) | Field::Incident(..) => words.road_title().to_owned(),
        Field::Unit(at, _) => unit_name(language, at, name),
    }
}

/// The longest question in a place, in characters.
const QUESTION: usize = 24;

/// The question of a scope that has no number; none of others.
fn question(pack: &Pack, language: Language, item: ItemSlot, scope: usize) -> Option<String> {
    let item = pack.item(item);
    let prompt = item.prompts.get(scope.checked_sub(1)?)?;
    let text = pack.words(language.tag()).prompt(&item.id, &prompt.id);
    prompt.number.is_none().then(|| shortened(language, text, QUESTION))
}
