//! Reading packs that are not of this build, with the one checker: a part of its own, because a page that uses the kit's
//! own criteria never needs it.

use super::Shelf;
use crate::browser::host;
use crate::criteria::{Fault, FaultCode, Index, IndexEntry, Pack, PackFiles, read_kept_pack, read_pack_file};
use crate::ui::app::{Part, Workspace, given, load};
use crate::ui::frame::WORKSPACE;
use std::pin::Pin;

/// A pack that is on its way.
pub type Fetching = Pin<Box<dyn Future<Output = Result<Pack, Vec<Fault>>>>>;

/// What lies in the part.
pub struct Checker {
    /// A pack of the host, fetched as it lies there now.
    pub hosted: fn(Shelf, IndexEntry) -> Fetching,
    /// What can be had of an index of the host that has faults, and these.
    pub index: fn(&str) -> (Option<Index>, Vec<Fault>),
    /// A pack from one file: its name and its text.
    pub file: fn(&str, &str) -> Result<Pack, Vec<Fault>>,
    /// The frame whose criteria they are.
    pub frame: &'static Workspace,
}

pub static CHECKER: Checker = Checker {
    hosted: |shelf, entry| Box::pin(async move { shelf.fetched(&entry).await }),
    index: Index::salvaged,
    file: read_kept_pack,
    frame: &WORKSPACE,
};

/// The checker; where it cannot be fetched, `file` counts as one that cannot be had.
pub(super) async fn checker(file: &str) -> Result<&'static Checker, Vec<Fault>> {
    let there = load(Part::Checker).await.ok().and_then(|()| given(Part::Checker));
    there.ok_or_else(|| vec![missing(file)])
}

/// The languages asked for beside a pack's structure.
const LANGUAGES: [&str; 2] = ["zh", "en"];

impl Shelf {
    async fn fetched(&self, entry: &IndexEntry) -> Result<Pack, Vec<Fault>> {
        let pack = match &entry.file {
            Some(file) => {
                let text = host::text(&["criteria/", file].concat()).await;
                read_pack_file(file, &text.ok_or_else(|| vec![missing(file)])?)?
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
        let Some(base) = files.base() else { return Pack::load(&files) };
        // Only what stands before it, so that no two packs wait for each other.
        let offered = self.0.index.borrow().as_ref().is_some_and(|index| index.before(&base, id).is_some());
        if offered {
            Box::pin(self.hosted(&base)).await;
        }
        // A base that the host does not offer, or not without fault, may be one of the kit's own.
        if self.library().base(&base).is_none() && base != id {
            self.built(&base).await;
        }
        Pack::load_on(&files, self.library().base(&base).map(|base| &**base))
    }
}

fn missing(file: &str) -> Fault {
    Fault::new(FaultCode::FileMissing, file, "")
}
