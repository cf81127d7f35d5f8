//! Part 5, below the table: what the total means, what it is read against, and the remarks on the ratings.

use super::document::ParagraphStyle;
use super::draft::Draft;
use super::say;
use super::score_table::percent;
use crate::language::fill;
use crate::scoring::Score;

/// The meaning of the total once everything is rated, and the lines it is read against.
pub(super) fn reading(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    let lines = &draft.pack.structure().scoring.reference_lines;
    let whole = score.total.points.hundredths() / 100;
    let bands = &draft.pack.structure().maturity;
    let band = bands.iter().find(|band| whole <= u64::from(band.to)).filter(|_| score.is_complete());
    if band.is_none() && lines.is_empty() && draft.assessment.reference_points.is_none() {
        return;
    }
    draft.heading(2, words.report_score_reading());
    if let Some(band) = band {
        let text = fill(
            words.report_score_maturity(),
            &[
                ("points", &score.total.points.to_string()),
                ("from", &band.from.to_string()),
                ("to", &band.to.to_string()),
                ("meaning", draft.pack_words.maturity(&band.id)),
                ("status", draft.status(&format!("maturity/{}", band.id))),
            ],
        );
        draft.paragraphs(ParagraphStyle::Body, &text);
    }
    draft.paragraphs(ParagraphStyle::Label, words.report_score_lines());
    if let Some(points) = draft.assessment.reference_points {
        draft.paragraphs(ParagraphStyle::Entry, &fill(words.report_score_own_line(), &[("points", &points.to_string())]));
    }
    for line in lines {
        let status = draft.status(&format!("reference/{}", line.id));
        let text = fill(words.report_status(), &[("text", draft.pack_words.reference(&line.id)), ("status", status)]);
        draft.paragraphs(ParagraphStyle::Entry, &text);
    }
}

/// Why the ratings are what they are, where somebody said so.
pub(super) fn remarks(draft: &mut Draft<'_>, score: &Score) {
    let words = draft.words;
    let pack = draft.pack;
    let remarked: Vec<_> = pack
        .items()
        .map(|(slot, _)| slot)
        .filter(|&slot| !draft.assessment.item(slot).remark.trim().is_empty())
        .collect();
    if remarked.is_empty() {
        return;
    }
    draft.heading(2, words.report_score_remarks());
    for slot in remarked {
        let record = draft.assessment.item(slot).clone();
        let percent = percent(draft, &score.items[slot.0]);
        let label = fill(
            words.report_score_remark(),
            &[("item", &say::item_name(pack, draft.language, slot)), ("percent", &percent)],
        );
        draft.labelled(&label, ParagraphStyle::Body, &record.remark);
    }
}
