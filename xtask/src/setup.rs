//! What each command needs before it can start. Everything here is quick when nothing is missing.

use std::process::Command;

use crate::command::{Result, answer, run, say};
use crate::{node, system, tools, validators, wasm_target};

/// Everything `dist` and `serve` need.
pub fn web() -> Result {
    wasm_target::ensure()?;
    node::shrinkers().map(drop)
}

/// Everything the tests need beside what the page needs.
pub fn test() -> Result {
    system::ensure(system::TESTS.iter().chain([&system::NODE]), "3 to 5 minutes")?;
    // Not every Debian has it.
    if let Err(sentence) = system::ensure([&system::SHELL], "half a minute") {
        say(&format!("{sentence} The end-to-end tests run in Chromium itself, which takes longer."));
    }
    let version = answer(tools::find("node").unwrap_or_default(), &["--version"]).unwrap_or_default();
    let major: Option<u32> = version.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    if major.is_none_or(|major| major < 20) {
        return Err(format!(
            "The end-to-end tests need Node 20 or newer, and this is \"{version}\"; install one and run the command again."
        ));
    }
    validators::ensure()?;
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
