//! What a file is that somebody gives back: a part that was handed out, or a whole assessment of the same organisation.

use super::carried::{OtherCriteria, base_criteria, is_of};
use super::hand_out::{HandedOut, handed_out, state};
use super::list::{ListedPart, listed_parts};
use crate::archive::{Project, ReadError, from_value, open_bytes};
use crate::assessment::{Organisation, ProfileText};
use crate::criteria::{Lineage, Pack, PackReference};
use crate::date::Date;
use crate::json::put;

/// A file that can be taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Returned {
    /// The file's name.
    pub file: String,
    pub project: Project,
    /// None for a whole assessment.
    pub part: Option<HandedOut>,
    /// Of a draft that was edited elsewhere, what it and the whole come from.
    pub(super) from: Option<Box<Project>>,
    /// The hash of what it holds.
    pub(super) state: String,
}

/// Why a file is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    Unreadable(ReadError),
    OtherEdition {
        edition: String,
    },
    OtherPack {
        id: String,
    },
    /// Of another organisation, by name; empty where it has none.
    OtherOrganisation {
        name: String,
    },
    /// The same content stands in a file that was given before.
    Repeated {
        file: String,
    },
}

impl NotTaken {
    /// The code looked up for words; a file that cannot be read brings its own.
    pub fn code(&self) -> &'static str {
        match self {
            NotTaken::Unreadable(error) => error.code(),
            NotTaken::OtherEdition { .. } => "other_edition",
            NotTaken::OtherPack { .. } => "other_pack",
            NotTaken::OtherOrganisation { .. } => "other_organisation",
            NotTaken::Repeated { .. } => "repeated",
        }
    }
}

/// Recognises a file that is given back for an assessment, where no other criteria are at hand ([`recognise_under`]).
pub fn recognise(pack: &Pack, whole: &Project, file: &str, bytes: &[u8], before: &[Returned]) -> Result<Returned, NotTaken> {
    let none = OtherCriteria {
        pack: &|_| None,
        lineage: &Lineage::default(),
        language: "",
        carry: None,
    };
    recognise_under(pack, &none, whole, file, bytes, before)
}

/// Recognises a file that is given back for an assessment. `before` are those that were recognised already.
///
/// A part on the list is known by its key. Of what is not, the credit codes tell whether it is of the same organisation;
/// where one has none, the names; where nothing tells them apart, it is taken as one of the same. A part of before the
/// assessment went over to its criteria is carried there.
pub fn recognise_under(pack: &Pack, others: &OtherCriteria<'_>, whole: &Project, file: &str, bytes: &[u8], before: &[Returned]) -> Result<Returned, NotTaken> {
    let opened = open_bytes(bytes).map_err(NotTaken::Unreadable)?;
    let named = opened.pack().clone();
    let refused = |reference: PackReference| match reference.id == pack.id() {
        true => NotTaken::OtherEdition { edition: reference.edition },
        false => NotTaken::OtherPack { id: reference.id },
    };
    let other = match is_of(&named, pack) {
        true => None,
        false => Some((others.pack)(&named).ok_or_else(|| refused(named.clone()))?),
    };
    let own = other.as_deref().unwrap_or(pack);
    let mut project = opened.with_pack(own).map_err(NotTaken::Unreadable)?;
    let state = state(own, &project);
    let under = handed_out(&project).map(|part| base_criteria(&part));
    if other.is_some() || under.as_ref().is_some_and(|under| !is_of(under, pack)) {
        let carried = others.carried(&project, own, pack).map_err(NotTaken::Unreadable)?;
        let unknown = if other.is_some() { named } else { under.unwrap_or(named) };
        project = carried.ok_or_else(|| refused(unknown))?;
    }
    let part = handed_out(&project);
    let listed = part.as_ref().is_some_and(|part| listed_parts(whole).iter().any(|known| known.key == part.key));
    // The department may have changed the name; what counts is whose it was.
    let base = part.as_ref().map(|part| part.base(pack)).transpose().map_err(NotTaken::Unreadable)?;
    let organisation = &base.as_ref().unwrap_or(&project).assessment.organisation;
    if !listed && !is_of_same(organisation, &whole.assessment.organisation) {
        let name = organisation.text(ProfileText::Name).to_string();
        return Err(NotTaken::OtherOrganisation { name });
    }
    let key = |part: &Option<HandedOut>| part.as_ref().map(|part| part.key.clone());
    if let Some(same) = before.iter().find(|known| known.state == state && key(&known.part) == key(&part)) {
        return Err(NotTaken::Repeated { file: same.file.clone() });
    }
    Ok(Returned {
        file: file.to_owned(),
        project,
        part,
        from: None,
        state,
    })
}

/// A draft that was edited elsewhere and comes back, with what it and the whole come from.
pub fn returned_draft(pack: &Pack, file: &str, from: Project, project: Project) -> Returned {
    let state = [&from, &project].map(|side| state(pack, side)).concat();
    Returned {
        file: file.to_owned(),
        project,
        part: None,
        from: Some(Box::new(from)),
        state,
    }
}

fn is_of_same(one: &Organisation, other: &Organisation) -> bool {
    one.is_same_as(other) != Some(false)
}

/// How a part stands to what was taken in of it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// Nothing was, or nobody knows what.
    Nothing,
    /// The very same state was, on that day.
    Same(Option<Date>),
    /// An earlier state was, which this one goes on from.
    Earlier(Option<Date>),
    /// Another state was, and which of the two is later is not known.
    Other(Option<Date>),
}

impl Returned {
    /// What tells it from every other file: the hash of what it holds.
    pub fn id(&self) -> &str {
        &self.state
    }

    /// Whether it is a draft that was edited elsewhere.
    pub fn is_draft(&self) -> bool {
        self.from.is_some()
    }

    /// Why it is not taken, where the same stands among others.
    pub fn repeated(&self, others: &[Returned]) -> Option<NotTaken> {
        let same = others.iter().find(|known| known.state == self.state)?;
        Some(NotTaken::Repeated { file: same.file.clone() })
    }

    fn listed(&self, whole: &Project) -> Option<ListedPart> {
        let key = &self.part.as_ref()?.key;
        listed_parts(whole).into_iter().find(|known| known.key == *key)
    }

    /// How it stands to what the whole has taken in of it before.
    pub fn before(&self, whole: &Project) -> Before {
        let (Some(part), Some(known)) = (&self.part, self.listed(whole)) else {
            return Before::Nothing;
        };
        match known.state.as_str() {
            "" => Before::Nothing,
            state if state == self.state => Before::Same(known.returned),
            state if part.sent.iter().any(|sent| sent == state) => Before::Earlier(known.returned),
            _ => Before::Other(known.returned),
        }
    }

    /// The state both sides come from: that in which it was taken in before, where this one goes on from there, else that
    /// in which it was handed out; none for a whole assessment.
    pub(super) fn base(&self, pack: &Pack, whole: &Project) -> Result<Option<Project>, ReadError> {
        let Some(part) = &self.part else {
            return Ok(self.from.as_deref().cloned());
        };
        let known = self
            .listed(whole)
            .filter(|_| matches!(self.before(whole), Before::Earlier(_) | Before::Same(_)));
        let mut base = part.base.clone();
        for (pointer, value) in known.iter().flat_map(|known| &known.brought) {
            put(&mut base, pointer, Some(value.clone()).filter(|value| !value.is_null()));
        }
        from_value(base, pack).map(Some)
    }
}
