//! Several assessors: what their ratings say, how their files are gathered, and what they agree on.

mod consensus;
mod files;
mod gathering;
pub mod people;
mod statistics;
mod training;
