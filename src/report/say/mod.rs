//! The core's codes as sentences of one language: the same words on the screen, in the document and on the command
//! line. Pure functions; values that come from a file are shortened and kept on one line.

mod carrying;
mod counting;
mod departments;
mod desk;
mod differences;
mod evidence;
mod field_place;
mod figures;
mod file_place;
mod file_value;
mod indicators;
mod interview;
mod judgement;
mod panel;
mod place;
mod place_value;
mod quoting;
mod red_pen;
mod tables;
mod terms;
mod training;
mod trouble;

pub use carrying::{carry_kind, carry_same, proposal, proposal_details};
pub use counting::{fractional_maximum, not_applicable, what_counts};
pub use departments::{brought, items_named, not_taken, taken_before};
pub use desk::{desk_code, desk_counts, desk_criteria, desk_kind, desk_lengths, desk_organisation, desk_remarks, desk_state, desk_verdict};
pub use differences::{gained, gains, reservations, sides, text_place, totals};
pub use evidence::{claims, confidentiality, evidence_kind, file_size, referrer};
pub use field_place::field_place;
pub use figures::{figure_label, figure_value, rule, window};
pub use file_place::file_place;
pub use file_value::file_value;
pub use indicators::{figure_finding, figure_number, figure_typed, hint, indicator_name, standing_told};
pub use interview::InterviewTeller;
pub(super) use interview::sentences;
pub use judgement::{date, doubt, elapsed, look_back, outcome, reason, verdict, verdict_notes};
pub use panel::{agreement, assessor, confidence, gathered, refused, shift, treatment, unreadable, why};
pub use place::place;
pub use place_value::place_value;
pub use quoting::on_one_line;
pub use red_pen::{red_pen_hit, red_pen_line, said, weight};
pub use tables::{origin, taken, whose};
pub use terms::{action_size, body, figure_kind, item_name, kind, legal_status, profile_label, region, rounding, self_check, size_class, status};
pub use training::{bias, consistency, signed};
pub use trouble::{action_name, action_title, fault, finding, profile_doubt, read_error, receipt_slip, unit_name};
