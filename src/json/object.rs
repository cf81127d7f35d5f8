//! An object and its members.

use super::place::{Place, Stands, Step};
use super::typed::{Absent, Notes};
use super::{FromJson, push};
use serde_json::{Map, Value};
use std::rc::Rc;

/// As many members as most types have.
const USUAL: usize = 12;

/// An object that is read member by member. When it is dropped, the members nobody asked for are noted as unknown.
#[derive(Debug)]
pub struct Object<'a> {
    /// None where something else stands there.
    members: Option<&'a Map<String, Value>>,
    pointer: Rc<str>,
    notes: &'a Notes,
    known: Vec<&'static str>,
}

impl<'a> Object<'a> {
    pub(super) fn new(members: Option<&'a Map<String, Value>>, pointer: Rc<str>, notes: &'a Notes) -> Object<'a> {
        Object {
            members,
            pointer,
            notes,
            known: Vec::with_capacity(USUAL),
        }
    }

    /// A member's value.
    pub fn member<T: FromJson>(&mut self, name: &'static str) -> T {
        T::from_json(self.place(name))
    }

    /// A member's value, or its default where it is not there: for members that came with a later minor version.
    pub fn member_or_default<T: FromJson + Default>(&mut self, name: &'static str) -> T {
        self.place(name).if_there().map(T::from_json).unwrap_or_default()
    }

    /// A member's place.
    pub fn place(&mut self, name: &'static str) -> Place<'a> {
        self.known.push(name);
        let stands = match self.members {
            Some(members) => match members.get(name) {
                Some(value) => Stands::Value(value),
                None if self.notes.absent == Absent::Wrong => Stands::Missing,
                None => Stands::Nothing,
            },
            None => Stands::Nothing,
        };
        Place::below(&self.pointer, Step::Member(name), stands, self.notes)
    }

    /// Takes the rest as it is: nothing more is asked, and nothing is noted as unknown.
    pub fn leave(mut self) {
        self.members = None;
    }
}

impl Drop for Object<'_> {
    fn drop(&mut self) {
        for name in self.members.into_iter().flat_map(Map::keys) {
            if !self.known.contains(&name.as_str()) {
                self.notes.unknown(push(&self.pointer, name));
            }
        }
    }
}
