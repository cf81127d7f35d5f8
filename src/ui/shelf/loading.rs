//! How a pack is had: as a file of the build, which is taken as it stands, or from the host by the part that checks.

use super::Shelf;
use super::checker::checker;
use crate::browser::host;
use crate::criteria::{DEFAULT_PACK, INDEX_FILE, Index, Origin, PAGE_PACKS, read_checked_pack};

impl Shelf {
    /// The pack of new assessments is there, if it can be had at all.
    pub(super) async fn first(&self) {
        self.once("first", async {
            self.built(DEFAULT_PACK).await;
            if self.library().base(DEFAULT_PACK).is_some() {
                return;
            }
            self.index().await;
            // Also a host whose index cannot be read may have the kit's folders.
            self.0.index.borrow_mut().get_or_insert_with(Index::of_kit);
            self.hosted(DEFAULT_PACK).await;
        })
        .await;
    }

    /// One of the kit's own packs.
    pub(super) async fn of_kit(&self, id: &str) {
        match id {
            DEFAULT_PACK => self.first().await,
            _ => self.built(id).await,
        }
    }

    /// A pack as the build has laid it beside the page. What cannot be read is of another build, or is no such file;
    /// nothing is said of it, as the host's folder holds the same.
    pub(super) async fn built(&self, id: &str) {
        if !PAGE_PACKS.contains(&id) {
            return;
        }
        self.once(&["built ", id].concat(), async {
            let text = host::built(&["pack.", id].concat()).await;
            if let Some(pack) = text.and_then(|text| read_checked_pack(&text)).filter(|pack| pack.id() == id) {
                self.change(|library| library.offer(Origin::BuiltIn, id, Ok(pack)));
            }
        })
        .await;
    }

    /// What the host offers is known, or that it offers nothing.
    pub(super) async fn index(&self) {
        self.once("index", async {
            // A host that cannot be reached says nothing about its files.
            let Some(text) = host::ask("criteria/index.json").answer().await else {
                return;
            };
            let (index, faults) = match Index::sound(&text) {
                Some(index) => (Some(index), Vec::new()),
                // Whatever is wrong with it, the part that checks says so and takes what is sound.
                None => match checker(INDEX_FILE).await {
                    Ok(checker) => (checker.index)(&text),
                    Err(faults) => (None, faults),
                },
            };
            if !faults.is_empty() {
                self.change(|library| library.offer(Origin::Host, INDEX_FILE, Err(faults)));
            }
            if let Some(index) = index {
                self.change(|library| {
                    library.set_default(&index.default);
                    library.set_order(index.packs.iter().map(|entry| entry.id.clone()).collect());
                });
                *self.0.index.borrow_mut() = Some(index);
            }
        })
        .await;
    }

    /// A pack as the host has it now, if it offers one of this id.
    pub(super) async fn hosted(&self, id: &str) {
        let Some(entry) = self.0.index.borrow().as_ref().and_then(|index| index.entry(id).cloned()) else {
            return;
        };
        self.once(&["host ", id].concat(), async {
            let pack = match checker(id).await {
                Ok(checker) => (checker.hosted)(self.clone(), entry).await,
                Err(faults) => Err(faults),
            };
            self.change(|library| library.offer(Origin::Host, id, pack));
        })
        .await;
    }
}
