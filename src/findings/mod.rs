//! What is missing or contradictory in an assessment before it becomes a submission. A finding never blocks anything.

mod evidence;
mod figures;
mod finding;
mod improvement;
mod length;

pub use evidence::{EvidenceFinding, evidence as evidence_findings};
pub use figures::FigureDoubts;
pub use finding::{Finding, Place, ProfilePart, findings, findings_with};
pub use length::{Length, characters, lengths};
