//! The screens: the store behind them, routes, fields, parts, charts and pages.

pub mod address;
mod app;
mod charts;
mod fields;
mod finder;
mod frame;
mod keeping;
mod kit;
mod merging;
mod noting;
mod pages;
mod parts;
mod route;
mod screen;
mod shelf;
mod shell;
mod store;
mod way_back;

pub use app::{App, mount};
pub use fields::{KeptInput, TextField, Written};
pub use kit::{Kit, use_kit};
pub use route::Route;
pub use screen::Screen;
pub use shelf::Shelf;
pub use store::{SaveState, Snapshot, Store};
