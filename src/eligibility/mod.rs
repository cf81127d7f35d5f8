//! May we apply: one edition's conditions judged three-valued, with every reason, and what the credit code and the
//! dates say beside it.

mod credit_code;
mod doubt;
mod size;
mod verdict;
mod years;

pub use credit_code::{Body, CodeFault, CreditCode};
pub use doubt::{Doubt, doubts, read_code};
pub use size::{SizeClass, size_class};
pub use verdict::{ConditionResult, Eligibility, Outcome, Reason, Verdict, judge};
pub use years::{Elapsed, anniversary, elapsed, look_back};
