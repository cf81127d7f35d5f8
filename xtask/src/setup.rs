//! What each command needs before it can start. Everything here is quick when nothing is missing.

use std::process::Command;

use crate::command::{Result, answer, run};
use crate::node::Shrinkers;
use crate::wasm_target::Compiler;
use crate::{node, system, tools, wasm_target};

/// What the page is built with.
pub struct Web {
    pub compiler: Compiler,
    /// Nothing where there is no Node.
    pub shrinkers: Option<Shrinkers>,
}

/// Everything `dist` and `serve` need.
pub fn web() -> Result<Web> {
    let compiler = wasm_target::ensure()?;
    fetch()?;
    tools::ensure()?;
    let shrinkers = node::shrinkers()?;
    Ok(Web { compiler, shrinkers })
}

/// Everything the tests need beside what the page needs.
pub fn test() -> Result {
    system::ensure(system::TESTS.iter().chain([&system::NODE]), "3 to 5 minutes")?;
    let version = answer(tools::find("node").unwrap_or_default(), &["--version"]).unwrap_or_default();
    let major: Option<u32> = version.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    if major.is_none_or(|major| major < 20) {
        return Err(format!(
            "The end-to-end tests need Node 20 or newer, and this is \"{version}\"; install one and run the command again."
        ));
    }
    node::end_to_end()
}

/// rustfmt or clippy, which a minimal installation of Rust lacks.
pub fn component(name: &str, program: &str) -> Result {
    if tools::cargo().args([program, "--version"]).output().is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    let rustup = tools::find("rustup").ok_or_else(|| format!("`cargo {program}` is missing; install it from where this machine's Rust came from."))?;
    run(Command::new(rustup).args(["component", "add", name]), &format!("Adding {name} with rustup"))
}

/// Trunk builds offline, so the crates have to be here before it starts.
fn fetch() -> Result {
    run(tools::cargo().args(["fetch", "--quiet"]), "Fetching the crates of Cargo.lock")
}
