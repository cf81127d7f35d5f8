//! Another assessment beside the open one: read under the criteria of the open one, wherever it comes from.

use crate::archive::{Opened, Plan, Project, ReadError, carry, plan};
use crate::criteria::{Lineage, Pack};
use crate::scoring::{Tally, score};

/// Another assessment in the slots of the open one's criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Brought {
    pub project: Project,
    /// What carrying it did; none where it was made with the same criteria.
    pub carried: Option<Carried>,
}

/// How another assessment came to these criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// Its total under the criteria it was made with.
    pub own: Tally,
    /// What became of its answers, every proposal accepted.
    pub plan: Plan,
}

/// An assessment that was opened, under the criteria `own`. `theirs` are the criteria it names, which may be the same.
pub fn brought(opened: Opened, own: &Pack, theirs: &Pack, lineage: &Lineage, language: &str) -> Result<Brought, ReadError> {
    if opened.pack().key() == own.key() {
        let project = opened.with_pack(own)?;
        return Ok(Brought { project, carried: None });
    }
    let project = opened.with_pack(theirs)?;
    let total = score(theirs, &project.assessment).total;
    let plan = plan(&project, theirs, own, lineage, language)?;
    Ok(Brought {
        project: carry(&project, theirs, own, &plan)?,
        carried: Some(Carried { own: total, plan }),
    })
}
