//! What storage and the journal hold of an assessment that is opened, and what becomes of what windows that are gone have typed
//! into it: put into it where it goes on from the record, else kept as an assessment of its own, so that nothing typed is
//! lost.

use super::device::Device;
use super::open::Open;
use super::record::{Saving, Stored, load, save};
use super::{Record, StorageError, journal};
use crate::archive::journal::{Entry, Gathered, gather};
use crate::archive::{Project, open};
use crate::criteria::Pack;
use futures_util::future::join;
use std::rc::Rc;

/// What is there of an assessment.
pub struct Found {
    /// The full record; none where only the journal knows of it.
    pub stored: Option<Stored>,
    /// The record with what was typed after it before a window ended; none where nothing was.
    pub recovered: Option<String>,
    /// What other windows have typed and no record holds.
    pub others: Vec<Entry>,
}

impl Found {
    pub fn content(&self) -> &str {
        let record = self.stored.as_ref().map(|stored| &*stored.content);
        self.recovered.as_deref().or(record).unwrap_or_default()
    }
    pub fn record(&self) -> Record {
        let record = |stored: &Stored| Record {
            revision: stored.revision,
            at: stored.at,
        };
        self.stored.as_ref().map(record).unwrap_or_default()
    }
    /// Whether a later record was there and was damaged.
    pub fn is_damaged(&self) -> bool {
        self.stored.as_ref().is_some_and(|stored| stored.damaged > 0)
    }
}

/// The record with what was typed after it, if anything was, and what is a version of its own.
pub type Recovered = Result<(Option<String>, Vec<Entry>), StorageError>;

/// What is there of the assessment of an id; none where nothing is. `recover` is [`recover`], or nothing where its code cannot
/// be had: the journal then keeps what it holds, and it becomes a copy another time.
pub async fn found<D: Device>(
    device: &D,
    id: &str,
    recover: impl AsyncFnOnce(String, Option<Stored>) -> Option<Recovered>,
) -> Result<Option<Found>, StorageError> {
    // Both at once: whoever opens it waits for the slower of them, not for one after the other.
    let (stored, left) = join(load(device, id), journal::has_left(device, id)).await;
    let stored = stored?;
    let (mut recovered, mut others) = (None, Vec::new());
    if left? && let Some(there) = recover(id.to_owned(), stored.clone()).await {
        (recovered, others) = there?;
    }
    let found = Found { stored, recovered, others };
    Ok((found.stored.is_some() || found.recovered.is_some()).then_some(found))
}

/// Gathers what windows that are gone have typed. What the content holds is cut from the journal with the next full record.
pub async fn recover<D: Device>(device: &D, id: &str, stored: Option<Stored>) -> Recovered {
    let entries = journal::entries(device, id).await?;
    let (record, revision, by) = match stored {
        Some(stored) => (Some(stored.content), stored.revision, stored.by),
        None => Default::default(),
    };
    let gathered = gather(record.as_deref(), revision, &by, entries);
    let window = device.window();
    gathered.taken.iter().for_each(|entry| window.take(id, entry));
    let Gathered { content, others, .. } = gathered;
    Ok((content, others))
}

/// What other windows have typed into an assessment and no record holds.
pub struct Copies {
    pub id: String,
    pub pack: Rc<Pack>,
    /// The record they wrote beside.
    pub record: Option<String>,
    pub others: Vec<Entry>,
}

impl Copies {
    fn project(&self, entry: &Entry) -> Option<Project> {
        let content = entry.replayed(self.record.as_deref())?;
        open(&content).ok()?.with_pack(&self.pack).ok()
    }
}

/// Keeps each under an id of its own, with `what` beside its name in the list, and tells how many were. The journal lets go of
/// what is kept, and of nothing else: what the opened assessment holds may be in no record yet. An entry that cannot be read stays.
pub async fn keep_copies<D: Device>(device: &D, copies: &Copies, what: &str) -> usize {
    let mut kept = Vec::new();
    for entry in &copies.others {
        if let Some(project) = copies.project(entry)
            && keep_beside(device, copies.pack.clone(), project, what).await.is_ok()
        {
            // The next full record lets go of it, too, should it not be done now.
            device.window().take(&copies.id, entry);
            kept.push(entry.mark.clone());
        }
    }
    let count = kept.len();
    if count > 0 {
        journal::let_go(device, &copies.id, kept);
    }
    count
}

/// Keeps a project under an id of its own without opening it; `what` stands beside its name in the list.
pub async fn keep_beside<D: Device>(device: &D, pack: Rc<Pack>, project: Project, what: &str) -> Result<(), StorageError> {
    let mut copy = Open::new(&device.new_id(), pack, project, Record::default(), true);
    let content = copy.begin_saving();
    let mut card = copy.card(device.now());
    card.name = [&card.name, " · ", what].concat();
    let saving = Saving {
        card: &card,
        content: &content,
        base: 0,
        mark: &device.window().next_mark(),
    };
    save(device, &saving).await.map(drop)
}
