//! Why a file or criteria could not be read: a part of its own, because hardly anybody ever has to be told.

use super::WORKSPACE;
use crate::archive::ReadError;
use crate::criteria::Fault;
use crate::language::Language;
use crate::report::say;
use crate::ui::app::Workspace;

/// What lies in the part.
pub struct Troubles {
    pub read_error: fn(Language, &ReadError) -> String,
    pub fault: fn(Language, &Fault) -> String,
    /// The frame that tells it.
    pub frame: &'static Workspace,
}

pub static TROUBLES: Troubles = Troubles {
    read_error: say::read_error,
    fault: say::fault,
    frame: &WORKSPACE,
};
