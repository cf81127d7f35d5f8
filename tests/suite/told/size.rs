//! The size class of an organisation, told beside the verdict where a case names its sector.

use super::awards::{either, is, names};
use super::given::{Given, Names};
use super::markdown::Wrong;
use super::run::Told;
use award_kit::assessment::{Organisation, Quantity};
use award_kit::criteria::Pack;
use award_kit::eligibility::size_class;
use award_kit::report::say;

const MEASURES: [(Quantity, Names); 3] = [
    (Quantity::Staff, ["staff", "从业人员"]),
    (Quantity::Revenue, ["revenue", "营业收入"]),
    (Quantity::Assets, ["assets", "资产总额"]),
];

/// The class; nothing is told where no sector is named.
pub fn tell(pack: &Pack, given: &mut Given, told: &mut Told) -> Result<(), Wrong> {
    let Some(named) = given.take(["sector", "行业"]) else { return Ok(()) };
    let sectors = &pack.structure().size;
    let sector = sectors
        .iter()
        .find(|sector| is(&named.value, &sector.id, &names(pack, |words| words.sector(&sector.id))));
    let sector = sector.ok_or_else(|| named.wrong("no sector of the size classification"))?;
    let mut organisation = Organisation::default();
    for (quantity, names) in MEASURES {
        let value = given.take(names).map(|fact| fact.number()).transpose()?;
        organisation.set_quantity(quantity, value);
    }
    let language = given.language;
    let class = size_class(sector, &organisation).map_or(language.words().none(), |class| say::size_class(language, class));
    told.line(either(language, "Size class", "规模"), class);
    Ok(())
}
