//! What was promised: which texts must be there in the end.

use super::world::MS;
use std::collections::{BTreeMap, BTreeSet};

/// A text, by its number; it is written as `<17>`.
pub type Token = u32;

struct Typed {
    token: Token,
    window: u32,
    at: u64,
    /// The assessment it was typed into.
    into: String,
}

#[derive(Default)]
pub struct Oracle {
    typed: Vec<Typed>,
    /// What is on the screen of each window because it was typed there.
    live: BTreeMap<u32, BTreeSet<Token>>,
    promised: BTreeMap<Token, &'static str>,
    /// What somebody took away, or a damaged record took along.
    released: BTreeSet<Token>,
}

impl Oracle {
    pub fn typed(&mut self, window: u32, into: &str, at: u64) -> Token {
        let token = self.typed.len() as Token;
        self.typed.push(Typed {
            token,
            window,
            at,
            into: into.to_owned(),
        });
        self.live.entry(window).or_default().insert(token);
        token
    }
    /// A window has another assessment open.
    pub fn left(&mut self, window: u32) {
        self.live.remove(&window);
    }
    /// A window went on under another id with what it has.
    pub fn renamed(&mut self, window: u32, from: &str, to: &str) {
        for typed in self.typed.iter_mut().filter(|typed| typed.window == window && typed.into == from) {
            to.clone_into(&mut typed.into);
        }
    }
    /// A window shows that all it has is saved.
    pub fn called_saved(&mut self, window: u32) {
        for token in self.live.get(&window).into_iter().flatten() {
            self.promised.entry(*token).or_insert("it was called saved");
        }
    }
    pub fn release(&mut self, tokens: impl IntoIterator<Item = Token>) {
        for token in tokens {
            self.released.insert(token);
            self.live.values_mut().for_each(|live| live.retain(|other| *other != token));
        }
    }
    /// A window ends: what was typed into it long enough ago is in the journal, unless that could not be written from some moment on.
    pub fn ends(&mut self, window: u32, at: u64, waiting: &BTreeMap<(u32, String), u64>) {
        for typed in self.typed.iter().filter(|typed| typed.window == window) {
            let since = [&*typed.into, ""].map(|record| waiting.get(&(window, record.to_owned())).copied());
            let until = since.into_iter().flatten().fold(at, u64::min);
            if typed.at + 50 * MS < until {
                self.promised.entry(typed.token).or_insert("it was typed more than 50 ms before");
            }
        }
        self.live.remove(&window);
    }
    /// What was promised and is not among the texts that are there.
    pub fn missing(&self, there: &BTreeSet<Token>) -> Vec<String> {
        let promised = self
            .promised
            .iter()
            .filter(|(token, _)| !there.contains(token) && !self.released.contains(token));
        promised.map(|(token, why)| format!("<{token}> is lost, although {why}")).collect()
    }
}

/// The texts in something written.
pub fn tokens(written: &str) -> BTreeSet<Token> {
    let number = |rest: &str| rest.split_once('>')?.0.parse().ok();
    written.split('<').skip(1).filter_map(number).collect()
}
