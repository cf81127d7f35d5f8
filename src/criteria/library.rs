//! The packs that are there: the kit's own, offered by the host, kept on the device. More than one may have the
//! same id; then the device's goes before the host's, and the host's before the built-in one.

use super::fault::Fault;
use super::index::INDEX_FILE;
use super::pack::Pack;
use super::reference::PackReference;
use std::rc::Rc;

/// Where a pack comes from; the later one goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Part of the kit.
    BuiltIn,
    /// Offered beside the page.
    Host,
    /// Kept on this device: imported, or adapted here.
    Device,
}

/// A pack with where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    pub origin: Origin,
    pub pack: Rc<Pack>,
}

/// A pack that was offered and cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub origin: Origin,
    /// Its id, or the name of the file.
    pub name: String,
    pub faults: Vec<Fault>,
}

/// Every pack that is there, and what was refused.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Library {
    /// The one that goes first stands first; among equals in the order of ids, then in the order of arrival.
    held: Vec<Held>,
    refused: Vec<Refused>,
    /// Ids in the order in which packs of one origin stand, whenever they arrive.
    order: Vec<String>,
    /// Id of the pack a new assessment is made with.
    default: String,
    /// Whether more packs were asked for and are on their way.
    awaits: bool,
}

impl Library {
    /// A library with these packs of the kit, the default one by id.
    pub fn of_kit(packs: Vec<Rc<Pack>>, default: &str) -> Library {
        let held = packs.into_iter().map(|pack| Held { origin: Origin::BuiltIn, pack });
        Library {
            held: held.collect(),
            default: default.to_owned(),
            ..Library::default()
        }
    }

    /// Takes in a pack, in place of one of the same origin, id and edition; or notes why it cannot be used.
    pub fn offer(&mut self, origin: Origin, name: &str, pack: Result<Pack, Vec<Fault>>) {
        self.refused.retain(|refused| refused.origin != origin || refused.name != name);
        match pack {
            Ok(pack) => {
                let same = |held: &Held| held.origin == origin && held.pack.id() == pack.id() && held.pack.edition() == pack.edition();
                self.held.retain(|held| !same(held));
                let place = |id: &str| self.order.iter().position(|other| other == id).unwrap_or(self.order.len());
                let own = place(pack.id());
                let at = self
                    .held
                    .partition_point(|held| held.origin > origin || held.origin == origin && place(held.pack.id()) <= own);
                let pack = Rc::new(pack);
                self.held.insert(at, Held { origin, pack });
            }
            Err(faults) => self.refused.push(Refused {
                origin,
                name: name.to_owned(),
                faults,
            }),
        }
    }

    /// Takes out a pack of the device.
    pub fn remove(&mut self, reference: &PackReference) {
        self.held.retain(|held| held.origin != Origin::Device || held.pack.reference() != *reference);
    }

    /// Names the pack a new assessment is made with.
    pub fn set_default(&mut self, id: &str) {
        self.default = id.to_owned();
    }

    /// Names the order in which packs of the same origin stand, for those that arrive from now on: hosts are asked for
    /// several at once, and the quickest answer is not the first of the list.
    pub fn set_order(&mut self, ids: Vec<String>) {
        self.order = ids;
    }

    /// Notes whether more packs were asked for and are on their way.
    pub fn set_awaits(&mut self, awaits: bool) {
        self.awaits = awaits;
    }

    /// Whether more packs are on their way; until then nobody can say that one cannot be had.
    pub fn awaits(&self) -> bool {
        self.awaits
    }

    /// The id named as the one a new assessment is made with.
    pub fn default_id(&self) -> &str {
        &self.default
    }

    /// All packs, those that go first first.
    pub fn held(&self) -> &[Held] {
        &self.held
    }
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// The pack of an id that others build on: the host's before the kit's, and none of this device, which other people
    /// do not have.
    pub fn base(&self, id: &str) -> Option<&Rc<Pack>> {
        let shared = self.held.iter().filter(|held| held.origin != Origin::Device);
        shared.map(|held| &held.pack).find(|pack| pack.id() == id)
    }
    /// The pack of an id that goes first.
    pub fn pack(&self, id: &str) -> Option<&Rc<Pack>> {
        self.held.iter().map(|held| &held.pack).find(|pack| pack.id() == id)
    }
    /// The pack of an id and an edition that goes first.
    pub fn edition(&self, id: &str, edition: &str) -> Option<&Rc<Pack>> {
        let mut packs = self.held.iter().map(|held| &held.pack);
        packs.find(|pack| pack.id() == id && pack.edition() == edition)
    }
    /// The pack of an id and an edition in one word ([`Pack::key`]).
    pub fn by_key(&self, key: &str) -> Option<&Rc<Pack>> {
        let (id, edition) = key.split_once('@')?;
        self.edition(id, edition)
    }
    /// The pack a new assessment is made with: the one named, else the kit's own.
    pub fn default_pack(&self) -> Option<&Rc<Pack>> {
        let own = || self.held.iter().rev().map(|held| &held.pack).next();
        self.pack(&self.default).or_else(own)
    }
    /// Packs of the same id in another edition.
    pub fn other_editions<'a>(&'a self, pack: &'a Pack) -> impl Iterator<Item = &'a Rc<Pack>> {
        let packs = self.held.iter().map(|held| &held.pack);
        packs.filter(|other| other.id() == pack.id() && other.edition() != pack.edition())
    }
    /// The pack that new assessments of the same award are made with, where that is another one than this: a new session is
    /// there.
    pub fn newer_session(&self, pack: &Pack) -> Option<&Rc<Pack>> {
        let named = self.pack(&self.default).filter(|named| named.key() != pack.key())?;
        is_of_one_award(named, pack).then_some(named)
    }
    /// Whether new assessments are made for the award this pack is of, so that a new session of it takes the place of the
    /// default.
    pub fn is_of_default_award(&self, pack: &Pack) -> bool {
        self.pack(&self.default).is_some_and(|named| is_of_one_award(named, pack))
    }

    /// Whether an assessment is worked at under a pack of the kit because the host's could not be used: its own files had
    /// faults, or the file that names them could not be read.
    pub fn has_fallen_back(&self, pack: &Pack) -> bool {
        let of_kit = self.held.iter().any(|held| held.origin == Origin::BuiltIn && std::ptr::eq(&*held.pack, pack));
        let about = |refused: &Refused| refused.origin == Origin::Host && (refused.name == pack.id() || refused.name == INDEX_FILE);
        of_kit && self.refused.iter().any(about)
    }

    /// Whether a pack is hidden by one of the same id and edition that goes before it.
    pub fn is_hidden(&self, held: &Held) -> bool {
        let first = self.edition(held.pack.id(), held.pack.edition());
        first.is_some_and(|first| !Rc::ptr_eq(first, &held.pack))
    }
}

/// One award has one name, whatever its packs and editions are called.
fn is_of_one_award(one: &Pack, other: &Pack) -> bool {
    let same = |language: &str| one.words(language).name() == other.words(language).name();
    other.languages().next().is_some_and(same)
}
