//! The packs this device keeps: imported ones, and ones that were adapted here.

use super::Shelf;
use super::checker::checker;
use crate::browser::clock;
use crate::browser::packs::{self, KeptPack};
use crate::browser::storage::StorageError;
use crate::criteria::{Origin, Pack, PackReference, write_pack_file};

impl Shelf {
    /// All packs of the device are on the shelf.
    pub(super) async fn device(&self) {
        self.once("device", async {
            for kept in packs::list().await.unwrap_or_default() {
                self.hold(&kept).await;
            }
        })
        .await;
    }

    /// Takes a pack of the device onto the shelf, as far as it is finished.
    async fn hold(&self, kept: &KeptPack) {
        if let Some(file) = &kept.file {
            let pack = match checker(&kept.key).await {
                Ok(checker) => (checker.file)(&kept.key, file),
                Err(faults) => Err(faults),
            };
            self.change(|library| library.offer(Origin::Device, &kept.key, pack));
        }
    }

    /// Keeps a pack on this device; what was kept under the same id and edition is replaced.
    pub async fn keep(&self, pack: &Pack) -> Result<(), StorageError> {
        let kept = KeptPack {
            key: pack.key(),
            file: Some(write_pack_file(pack)),
            draft: None,
            modified: clock::now(),
        };
        packs::save(&kept).await?;
        self.change(|library| library.offer(Origin::Device, &kept.key, Ok(pack.clone())));
        Ok(())
    }

    /// Takes a pack of the device away.
    pub async fn remove(&self, reference: &PackReference) -> Result<(), StorageError> {
        packs::remove(&reference.key()).await?;
        self.change(|library| library.remove(reference));
        Ok(())
    }
}
