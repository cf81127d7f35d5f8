//! Part 3: eligibility and compliance: edition, day, verdict, every condition with its reason and source, the
//! statement on compliance, and the self-check list, which is other places' practice and says so.

use super::document::{Alignment, KeyValue, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::say;
use crate::assessment::{Field, ProfileText};
use crate::criteria::{Rule, SelfCheckSlot};
use crate::eligibility::{Eligibility, Outcome};
use crate::language::fill;

pub(super) fn write(draft: &mut Draft<'_>, eligibility: &Eligibility) {
    let words = draft.words;
    draft.heading(1, words.report_eligibility());
    verdict(draft, eligibility);
    draft.heading(2, words.report_eligibility_conditions());
    conditions(draft, eligibility);
    let counts_years = |slot| matches!(draft.pack.condition(slot).rule, Rule::YearsSinceRegistration { .. });
    if eligibility.conditions.iter().any(|condition| counts_years(condition.condition)) {
        draft.paragraphs(ParagraphStyle::Note, words.report_eligibility_reckoning());
    }
    if !eligibility.doubts.is_empty() {
        draft.heading(2, words.report_eligibility_doubts());
        for doubt in &eligibility.doubts {
            draft.paragraphs(ParagraphStyle::Entry, &say::doubt(draft.language, doubt));
        }
    }
    compliance(draft);
    self_checks(draft);
}

/// What the organisation says of its own compliance.
fn compliance(draft: &mut Draft<'_>) {
    draft.heading(2, say::profile_label(draft.language, ProfileText::Compliance.key()));
    draft.written(Field::Profile(ProfileText::Compliance));
}

fn verdict(draft: &mut Draft<'_>, eligibility: &Eligibility) {
    let (words, language) = (draft.words, draft.language);
    let count = |outcome| eligibility.count(outcome).to_string();
    let counts = fill(
        words.report_eligibility_counts(),
        &[
            ("verdict", say::verdict(language, eligibility.verdict)),
            ("all", &eligibility.conditions.len().to_string()),
            ("met", &count(Outcome::Met)),
            ("not_met", &count(Outcome::NotMet)),
            ("undecided", &count(Outcome::Undecided)),
        ],
    );
    let notes = say::verdict_notes(language, eligibility);
    let result = std::iter::once(counts).chain(notes).collect::<Vec<String>>().join("\n");
    let edition = draft.pack_words.edition(&draft.pack.edition_rules(eligibility.edition).id);
    let day = draft.assessment.eligibility.application_date.map(|day| say::date(language, day));
    let pair = |label: &str, value| KeyValue {
        label: label.to_owned(),
        value,
        written: None,
    };
    draft.key_values(vec![
        pair(words.report_eligibility_edition(), Some(edition.to_owned())),
        pair(words.report_eligibility_application_date(), day),
        pair(words.report_eligibility_result(), Some(result)),
    ]);
}

fn conditions(draft: &mut Draft<'_>, eligibility: &Eligibility) {
    let words = draft.words;
    let edition = &draft.pack.edition_rules(eligibility.edition).id;
    let rows = eligibility.conditions.iter().map(|judged| {
        let id = &draft.pack.condition(judged.condition).id;
        let reason = say::reason(draft.language, judged.reason);
        let evidence = draft.assessment.eligibility.conditions[judged.condition.0].evidence.trim();
        Row {
            weight: Weight::Plain,
            cells: vec![
                draft.pack_words.condition(id).to_owned(),
                say::outcome(draft.language, judged.outcome).to_owned(),
                format!("{reason}\n{evidence}"),
                draft.source_and_status(&format!("edition/{edition}/{id}")),
            ],
        }
    });
    let rows = rows.collect();
    let columns = [
        (words.report_eligibility_condition(), 23, Alignment::Start),
        (words.report_eligibility_outcome(), 14, Alignment::Centre),
        (words.report_eligibility_reason(), 38, Alignment::Start),
        (words.report_eligibility_source(), 25, Alignment::Start),
    ];
    draft.table(words.report_eligibility_conditions(), &columns, rows);
}

fn self_checks(draft: &mut Draft<'_>) {
    let words = draft.words;
    let checks = &draft.pack.structure().eligibility.self_checks;
    let Some(first) = checks.first() else { return };
    draft.heading(2, words.report_eligibility_self_checks());
    if let Some(attribution) = draft.pack.attribution(&format!("self_check/{}", first.id)) {
        let note = fill(
            words.report_eligibility_self_checks_note(),
            &[
                ("source", draft.pack_words.source(&attribution.source)),
                ("status", say::status(draft.language, attribution.status)),
            ],
        );
        draft.paragraphs(ParagraphStyle::Note, &note);
    }
    let rows = (0..checks.len()).map(|at| {
        let record = &draft.assessment.eligibility.self_checks[at];
        Row {
            weight: Weight::Plain,
            cells: vec![
                draft.pack_words.self_check(&draft.pack.self_check(SelfCheckSlot(at)).id).to_owned(),
                say::self_check(draft.language, record.answer).to_owned(),
                record.note.trim().to_owned(),
            ],
        }
    });
    let rows = rows.collect();
    let columns = [
        (words.report_eligibility_self_check(), 42, Alignment::Start),
        (words.report_eligibility_answer(), 14, Alignment::Centre),
        (words.report_eligibility_note(), 44, Alignment::Start),
    ];
    draft.table(words.report_eligibility_self_checks(), &columns, rows);
}
