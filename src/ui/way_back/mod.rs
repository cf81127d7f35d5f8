//! The way back from what was done: earlier versions of the open assessment are kept, and the steps of undo outlive its
//! being left. A part that comes when the browser is idle.

mod steps;

use super::app::WayBack;
use super::frame::WORKSPACE;
use super::store::Former;
use crate::archive::versions::Occasion;
use crate::browser::storage::StorageError;
use crate::browser::versions::{self, Version};
use std::pin::Pin;

pub static WAY_BACK: WayBack = WayBack {
    keep,
    put_down: steps::put_down,
    recall: steps::recall,
    frame: &WORKSPACE,
};

/// The keeping of a version, which is waited for.
pub type Keeping = Pin<Box<dyn Future<Output = Result<(), StorageError>>>>;

fn keep(former: Former, occasion: Occasion, name: String) -> Keeping {
    Box::pin(async move {
        let Former { card, content, files } = former;
        let version = Version::of(&card, occasion, &name, files);
        versions::keep(&card.id, &version, &content).await
    })
}
