//! The interview compiled into native programs. Beside the page it lies with the criteria, as its files.

use super::definition::{Interview, InterviewFiles};

const FILES: InterviewFiles<'static> = InterviewFiles {
    structure: include_str!("../../../criteria/gbt-19580-2012/interview.json"),
    texts: &[
        ("zh", include_str!("../../../criteria/gbt-19580-2012/interview.zh.json")),
        ("en", include_str!("../../../criteria/gbt-19580-2012/interview.en.json")),
    ],
};

/// The kit's own interview, which belongs to the national items. That it loads and passes the check is a test.
pub fn interview_built_in() -> Option<Interview> {
    Interview::load(&FILES).ok()
}
