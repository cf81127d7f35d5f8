//! What an assessor gets to read.

use crate::assessment::{Assessment, ItemRecord};
use crate::criteria::Pack;
use std::rc::Rc;

/// The assessment as it was answered, without anybody's judgement: profile, eligibility, answers, evidence with its
/// register and figures stay; ratings, bands, strengths, opportunities, remarks, the improvement plan with its targets and
/// the user's own reference line go.
///
/// Names what stays, and not what goes, so that nothing slips through that is added later.
pub fn blind(pack: &Pack, assessment: &Assessment) -> Assessment {
    let item = |(slot, _)| {
        let record: &ItemRecord = assessment.item(slot);
        let mut read = ItemRecord::blank(pack, slot);
        for scope in 0..record.scopes() {
            for factor in 0..pack.rubric_of(slot).factors.len() {
                read.set_answer(scope, factor, record.answer(scope, factor).clone());
            }
        }
        read.evidence.clone_from(&record.evidence);
        read.facts.clone_from(&record.facts);
        Rc::new(read)
    };
    Assessment {
        fictional: assessment.fictional,
        organisation: assessment.organisation.clone(),
        eligibility: assessment.eligibility.clone(),
        items: pack.items().map(item).collect(),
        figures: assessment.figures.clone(),
        evidence: assessment.evidence.clone(),
        ..Assessment::blank(pack)
    }
}
