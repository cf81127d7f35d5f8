//! What is missing or contradictory in an assessment before it becomes a submission. A finding never blocks anything.

mod evidence;
mod finding;
mod length;

pub use evidence::EvidenceFinding;
pub use finding::{Finding, Place, ProfilePart, findings};
pub use length::{Length, characters, lengths};
