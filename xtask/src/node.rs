//! What comes from npm: wasm-opt and esbuild to shrink the page; Playwright, axe and a WebSocket for the end-to-end tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::{Result, run, say};
use crate::versions::{BINARYEN, ESBUILD};
use crate::{project, system, tools};

/// The programs that shrink the page, installed.
pub struct Shrinkers {
    modules: PathBuf,
}

impl Shrinkers {
    pub fn wasm_opt(&self) -> Command {
        self.script("binaryen/bin/wasm-opt")
    }

    pub fn esbuild(&self) -> Command {
        self.script("esbuild/bin/esbuild")
    }

    fn script(&self, path: &str) -> Command {
        let mut node = program("node");
        node.arg(self.modules.join(path));
        node
    }
}

/// Installs the shrinkers; nothing where that cannot be done, for the page works without them.
pub fn shrinkers() -> Result<Option<Shrinkers>> {
    if !system::NODE.is_met() && system::may_install() {
        system::ensure([&system::NODE], "about 2 minutes")?;
    }
    if !system::NODE.is_met() {
        say("Node is not installed, so wasm-opt and esbuild are left out: the page works but is about a third bigger.");
        return Ok(None);
    }
    let packages = [BINARYEN, ESBUILD];
    let home = tools::kept().join(packages.join("-"));
    if !home.is_dir() {
        say(&format!(
            "Installing {} with npm (about 10 seconds, once per machine) …",
            packages.join(" and ")
        ));
        if let Err(sentence) = install(&packages, &home) {
            say(&format!("{sentence} They are left out this time: the page works but is about a third bigger."));
            return Ok(None);
        }
    }
    Ok(Some(Shrinkers {
        modules: home.join("node_modules"),
    }))
}

/// Installs Playwright and axe in tests/e2e, as its lock file says.
pub fn end_to_end() -> Result {
    let folder = project::root().join("tests/e2e");
    let lock = project::read(&folder.join("package-lock.json"))?;
    let marker = folder.join("node_modules/.installed-from");
    if fs::read_to_string(&marker).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say("Installing Playwright and axe with npm (about 10 seconds, once per clone) …");
    run(npm().args(["ci", "--ignore-scripts"]).current_dir(&folder), "npm ci in tests/e2e")?;
    project::write(&marker, lock)
}

/// A program of Node's, with the search path of this project.
pub fn program(name: &str) -> Command {
    let mut program = Command::new(tools::find(name).unwrap_or_else(|| name.into()));
    program.env("PATH", tools::search_path());
    program
}

fn npm() -> Command {
    let mut npm = program("npm");
    npm.args(["--loglevel=error", "--no-audit", "--no-fund"]);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    npm
}

/// Installs beside the final place and renames, so that a broken download leaves nothing that looks finished.
fn install(packages: &[&str], home: &Path) -> Result {
    let fault = |error| format!("{} could not be prepared ({error}).", home.display());
    let unfinished = home.with_file_name(format!("unfinished-{}", std::process::id()));
    fs::create_dir_all(&unfinished).map_err(fault)?;
    let mut npm = npm();
    npm.args(["install", "--no-save", "--no-package-lock", "--ignore-scripts", "--fetch-retries=1", "--prefix"])
        .arg(&unfinished);
    run(npm.args(packages).current_dir(&unfinished), "npm install")?;
    // npm counts esbuild's own program as optional and is content without it.
    let shrinkers = Shrinkers {
        modules: unfinished.join("node_modules"),
    };
    for mut program in [shrinkers.wasm_opt(), shrinkers.esbuild()] {
        run(program.arg("--version").stdout(Stdio::null()), "A first try of what npm installed")?;
    }
    fs::rename(&unfinished, home).map_err(fault)
}
