//! What the panel agrees on: scores locked when consensus opens, the median as the start, a reason for what differs.

mod action;
mod agreement;
mod ratings;
mod record;

pub use action::{PanelAction, Refused};
pub use agreement::{Agreement, Standing, Treatment, Why, standing, treatment};
pub use ratings::agreed_ratings;
pub use record::{Panel, REFERENCE_TOLERANCE, Reopening, Signature};
