//! How a pack is had: as a file of the build, which is taken as it stands, or from the host, whose packs are checked.

use super::Shelf;
use super::checker::checker;
use crate::browser::host;
use crate::criteria::{DEFAULT_PACK, Fault, FaultCode, Index, IndexEntry, Origin, PAGE_PACKS, Pack, PackFiles, read_checked_pack};

/// The languages asked for beside a pack's structure.
const LANGUAGES: [&str; 2] = ["zh", "en"];

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
    async fn built(&self, id: &str) {
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
            match host::text("criteria/index.json").await.map(|text| Index::read(&text)) {
                Some(Ok(index)) => {
                    self.change(|library| {
                        library.set_default(&index.default);
                        library.set_order(index.packs.iter().map(|entry| entry.id.clone()).collect());
                    });
                    *self.0.index.borrow_mut() = Some(index);
                }
                Some(Err(faults)) => self.change(|library| library.offer(Origin::Host, "index.json", Err(faults))),
                None => {}
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
            let pack = self.fetched(&entry).await;
            self.change(|library| library.offer(Origin::Host, id, pack));
        })
        .await;
    }

    async fn fetched(&self, entry: &IndexEntry) -> Result<Pack, Vec<Fault>> {
        let pack = match &entry.file {
            Some(file) => {
                let text = host::text(&["criteria/", file].concat()).await;
                let text = text.ok_or_else(|| vec![missing(file)])?;
                (checker(file).await?.file)(file, &text)?
            }
            None => self.folder(&entry.id).await?,
        };
        if pack.id() != entry.id {
            return Err(vec![Fault {
                given: pack.id().to_owned(),
                wanted: entry.id.clone(),
                ..Fault::new(FaultCode::UnknownId, "pack.json", "/id")
            }]);
        }
        Ok(pack)
    }

    async fn folder(&self, id: &str) -> Result<Pack, Vec<Fault>> {
        // All four are under way before the first is waited for.
        let names = ["pack.json", "sources.json", "text.zh.json", "text.en.json"];
        let requests = names.map(|name| (name, host::ask(&["criteria/", id, "/", name].concat())));
        let mut faults = Vec::new();
        let mut files = Vec::new();
        for (name, request) in requests {
            match request.text().await {
                Some(text) => files.push(text),
                None => faults.push(missing(name)),
            }
        }
        let [structure, sources, texts @ ..] = files.as_slice() else {
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let texts: Vec<(&str, &str)> = LANGUAGES.into_iter().zip(texts.iter().map(String::as_str)).collect();
        let files = PackFiles {
            structure,
            sources,
            texts: &texts,
        };
        let checker = checker("pack.json").await?;
        let Some(base) = files.base() else { return (checker.folder)(&files, None) };
        // Only what stands before it, so that no two packs wait for each other.
        let offered = self.0.index.borrow().as_ref().is_some_and(|index| index.before(&base, id).is_some());
        if offered {
            Box::pin(self.hosted(&base)).await;
        }
        // A base that the host does not offer, or not without fault, may be one of the kit's own.
        if self.library().base(&base).is_none() && base != id {
            self.built(&base).await;
        }
        (checker.folder)(&files, self.library().base(&base).map(|base| &**base))
    }
}

fn missing(file: &str) -> Fault {
    Fault::new(FaultCode::FileMissing, file, "")
}
