//! The compiler for the browser: the ordinary one with its wasm target, or the distribution's where rustup cannot help.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Result, answer, run, say};
use crate::{project, tools, without_rustup};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Which compiler builds for the browser.
pub enum Compiler {
    Ordinary,
    /// The distribution's, found here.
    Distribution(PathBuf),
}

impl Compiler {
    /// Makes a command that calls cargo use this compiler.
    pub fn apply<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        match self {
            Self::Ordinary => command,
            Self::Distribution(rustc) => command.env("RUSTC", rustc).env("CARGO_TARGET_DIR", self.folder()),
        }
    }

    /// Where it builds. Another compiler version has a target folder of its own, lest the two undo each other's work.
    pub fn folder(&self) -> PathBuf {
        match self {
            Self::Ordinary => project::target(),
            Self::Distribution(_) => project::target().join("without-rustup"),
        }
    }
}

/// Adds the wasm target where it is missing.
pub fn ensure() -> Result<Compiler> {
    if has_target(&tools::find("rustc").unwrap_or_else(|| "rustc".into())) {
        return Ok(Compiler::Ordinary);
    }
    if let Some(rustc) = without_rustup::prepared() {
        return Ok(Compiler::Distribution(rustc));
    }
    if let Some(rustup) = tools::find("rustup") {
        say(&format!("Adding the target {TARGET} with rustup (a few seconds, once per machine) …"));
        let purpose = format!("Adding the target {TARGET} with rustup");
        match run(Command::new(rustup).args(["target", "add", TARGET]), &purpose) {
            Ok(()) => return Ok(Compiler::Ordinary),
            Err(sentence) => say(&sentence),
        }
    }
    without_rustup::prepare().map(Compiler::Distribution)
}

/// Whether this compiler has a standard library for the browser.
pub fn has_target(rustc: &Path) -> bool {
    let Some(folder) = answer(rustc, &["--print", "target-libdir", "--target", TARGET]) else {
        return false;
    };
    std::fs::read_dir(folder).is_ok_and(|files| {
        files.flatten().any(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            name.starts_with("libstd-") && name.ends_with(".rlib")
        })
    })
}
