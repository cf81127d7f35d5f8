//! Several assessors: what their ratings say, how their files are gathered, and what they agree on.

mod statistics;
