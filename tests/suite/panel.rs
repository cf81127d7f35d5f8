//! Several assessors: what their ratings say, how their files are gathered, and what they agree on.

mod anonymous;
mod asked;
mod code;
mod consensus;
mod files;
mod gathering;
pub mod people;
mod room;
mod sentences;
mod statistics;
mod training;
mod training_cases;
mod training_group;
mod training_missed;
mod workshop;
