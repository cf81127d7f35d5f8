//! What is missing or contradictory in an assessment before it becomes a submission. A finding never blocks anything.

mod claim;
mod claims;
mod evidence;
mod figures;
mod finding;
mod group;
mod improvement;
mod length;
mod profile;
mod wordings;

pub(crate) use claims::sentences;
pub use claims::{Claims, claims};
pub use evidence::{EvidenceFinding, evidence as evidence_findings};
pub use figures::FigureDoubts;
pub use finding::{Finding, Place, ProfilePart, findings, findings_with};
pub use group::{Group, grouped};
pub use length::{Length, characters, lengths};
pub use profile::{ProfileDoubt, quantity_doubt, text_doubt};
pub use wordings::{name_beside, place_of};
