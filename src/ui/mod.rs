//! The screens: the store behind them, routes, fields, parts, charts and pages.

mod app;
mod charts;
mod fields;
mod keeping;
mod kit;
mod pages;
mod parts;
mod route;
mod shelf;
mod shell;
mod store;

pub use app::{App, AppProps, FirstPages, FurtherPages, Pages, mount};
pub use fields::TextField;
pub use kit::{Kit, use_kit};
pub use shelf::Shelf;
pub use store::{SaveState, Snapshot, Store};
