//! How an indicator and its place in the criteria are printed in a table, so that they are known again when it comes back.

use crate::criteria::{IndicatorSlot, Pack};

/// The item's number and the indicator's place among all of that item: `4.7.1-3`.
pub fn printed_number(pack: &Pack, slot: IndicatorSlot) -> String {
    let indicator = pack.indicator(slot);
    let before = pack.indicators().take(slot.0 + 1).filter(|(_, other)| other.item == indicator.item).count();
    let number = pack.item_slot(&indicator.item).map_or("", |item| pack.item(item).number.as_str());
    [number, "-", &before.to_string()].concat()
}

/// Item and key requirement in a language: `4.7.1 产品和服务结果 · 符合性`. Ids where the pack does not have them.
pub fn place_label(pack: &Pack, language: &str, item: &str, area: &str) -> String {
    let words = pack.words(language);
    let known = pack.item_slot(item).filter(|slot| pack.item(*slot).areas.iter().any(|known| known == area));
    match known {
        Some(slot) => [pack.item(slot).number.as_str(), " ", words.item(item), " · ", words.area(item, area)].concat(),
        None => [item, " · ", area].concat(),
    }
}

/// Item and area of a label in any language of the pack.
pub(super) fn place_of(pack: &Pack, label: &str) -> Option<(String, String)> {
    let label = label.trim();
    for (_, item) in pack.items() {
        for area in &item.areas {
            if pack.languages().any(|language| place_label(pack, language, &item.id, area) == label) {
                return Some((item.id.clone(), area.clone()));
            }
        }
    }
    let (item, area) = label.split_once('·')?;
    let is_id = |id: &str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    let (item, area) = (item.trim(), area.trim());
    (is_id(item) && is_id(area)).then(|| (item.to_owned(), area.to_owned()))
}
