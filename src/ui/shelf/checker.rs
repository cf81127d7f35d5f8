//! Reading packs that are not of this build, with the one checker: a part of its own, because a page that uses the kit's
//! own criteria never needs it.

use crate::criteria::{Fault, FaultCode, Pack, PackFiles, read_pack_file};
use crate::ui::app::{Framed, Part, Workspace, given, load};
use crate::ui::frame::WORKSPACE;

/// What lies in the part.
pub struct Checker {
    /// A pack from the files of its folder, over its base.
    pub folder: fn(&PackFiles<'_>, Option<&Pack>) -> Result<Pack, Vec<Fault>>,
    /// A pack from one file: its name and its text.
    pub file: fn(&str, &str) -> Result<Pack, Vec<Fault>>,
    /// The frame whose criteria they are.
    frame: &'static Workspace,
}

pub static CHECKER: Checker = Checker {
    folder: Pack::load_on,
    file: read_pack_file,
    frame: &WORKSPACE,
};

impl Framed for Checker {
    fn frame(&'static self) -> &'static Workspace {
        self.frame
    }
}

/// The checker; where it cannot be fetched, `file` counts as one that cannot be had.
pub(super) async fn checker(file: &str) -> Result<&'static Checker, Vec<Fault>> {
    let there = load(Part::Checker).await.ok().and_then(|()| given(Part::Checker));
    there.ok_or_else(|| vec![Fault::new(FaultCode::FileMissing, file, "")])
}
