//! How the text of a place stands to what went out and to what the assessment holds now, and the two sides that merging makes one of.

use super::{Draft, Passage, Reading};
use crate::archive::{Project, ReadError};
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::merge::{NOT_PLACED, put_aside};
use crate::report::{carried, hashed, text_of};

/// How a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The same on both sides.
    Same,
    /// Changed in the document alone: it can be taken.
    There,
    /// Changed in the assessment alone, since the document went out.
    Here,
    /// Changed on both sides, or nothing says what went out.
    Both,
}

impl Standing {
    /// Its word for the command line.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Same => "unchanged",
            Standing::There => "changed_there",
            Standing::Here => "changed_here",
            Standing::Both => "conflict",
        }
    }
}

impl Passage {
    /// How it stands in a reading.
    pub fn standing(&self, assessment: &Assessment, reading: Reading) -> Standing {
        let (ours, theirs) = (carried(&text_of(assessment, self.field)), self.text(reading));
        if ours == theirs {
            return Standing::Same;
        }
        let is_out = |text: &str| self.out.as_ref().is_some_and(|out| hashed(text).starts_with(&**out));
        match (is_out(&ours), is_out(theirs)) {
            (true, _) => Standing::There,
            (_, true) => Standing::Here,
            // What nothing was written in gives way, whatever went out.
            _ if self.out.is_none() && ours.is_empty() => Standing::There,
            _ => Standing::Both,
        }
    }
}

/// What both sides come from, and the side of the document, for [`crate::merge::merge`]: all that the document says nothing of is as it is
/// now. Texts that belong nowhere are set aside on the side of the document, as from `whose`.
pub fn sides(pack: &Pack, project: &Project, draft: &Draft, reading: Reading, whose: &str) -> Result<[Project; 2], ReadError> {
    let (mut base, mut theirs) = (project.clone(), project.clone());
    for passage in &draft.passages {
        let text = passage.text(reading);
        let write = |to: &mut Assessment, text: &str| *to = passage.field.write(text.into()).apply(to);
        match passage.standing(&project.assessment, reading) {
            Standing::Same | Standing::Here => {}
            Standing::There => write(&mut theirs.assessment, text),
            Standing::Both => {
                // Of what went out only its hash is known: a text that is neither side's.
                let out = passage.out.as_deref().unwrap_or_default();
                write(&mut base.assessment, &["\u{fffd}", out].concat());
                write(&mut theirs.assessment, text);
            }
        }
    }
    for stray in &draft.strays {
        let text = &stray.texts[reading as usize];
        if !text.trim().is_empty() {
            theirs = put_aside(pack, &theirs, NOT_PLACED, whose, text)?;
        }
    }
    Ok([base, theirs])
}
