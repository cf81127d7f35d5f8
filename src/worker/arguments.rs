//! What comes along with a task: texts and bytes by their place, and the two every document is made from.

use crate::archive::{PanelRecord, Project, ReadError, open, open_panel};
use crate::criteria::{Pack, read_kept_pack};
use crate::date::{Date, parse_date};
use crate::language::Language;
use crate::report::say;

/// One argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    Text(String),
    Bytes(Vec<u8>),
}

/// The arguments of a task. One that is not there is an empty text, or no bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arguments(pub Vec<Given>);

impl Arguments {
    /// The text at a place.
    pub fn text(&self, at: usize) -> &str {
        match self.0.get(at) {
            Some(Given::Text(text)) => text,
            _ => "",
        }
    }
    /// The bytes at a place.
    pub fn bytes(&self, at: usize) -> &[u8] {
        match self.0.get(at) {
            Some(Given::Bytes(bytes)) => bytes,
            _ => &[],
        }
    }
    /// What stands at a place, of a text its UTF-8.
    pub(super) fn content(&self, at: usize) -> &[u8] {
        match self.0.get(at) {
            Some(Given::Text(text)) => text.as_bytes(),
            _ => self.bytes(at),
        }
    }
    /// The criteria that stand as one file at a place.
    pub(super) fn pack(&self, at: usize, language: Language) -> Result<Pack, String> {
        let first = |faults: Vec<crate::criteria::Fault>| faults.first().map_or_else(String::new, |fault| say::fault(language, fault));
        read_kept_pack("", self.text(at)).map_err(first)
    }
    /// The assessment whose file stands at a place, under its criteria.
    pub(super) fn project(&self, at: usize, pack: &Pack, language: Language) -> Result<Project, String> {
        let unread = |error: ReadError| say::read_error(language, &error);
        open(self.text(at)).map_err(unread)?.with_pack(pack).map_err(unread)
    }
    /// The record of a panel that stands at a place, under its criteria; none where nothing stands there.
    pub(super) fn panel(&self, at: usize, pack: &Pack, language: Language) -> Result<Option<PanelRecord>, String> {
        let unread = |error: ReadError| say::read_error(language, &error);
        match self.text(at) {
            "" => Ok(None),
            text => Ok(Some(open_panel(text.as_bytes()).map_err(unread)?.with_pack(pack).map_err(unread)?)),
        }
    }
    /// The day at a place, and the moment in seconds since 1970 where one stands behind it: `2016-11-20 1479634200`.
    pub(super) fn written(&self, at: usize) -> (Option<Date>, Option<i64>) {
        let (day, moment) = self.text(at).split_once(' ').unwrap_or((self.text(at), ""));
        (parse_date(day), moment.parse().ok())
    }
    /// Whether assessors are to stand there by letter.
    pub(super) fn is_anonymous(&self, at: usize) -> bool {
        self.text(at) == "anonymous"
    }
}
