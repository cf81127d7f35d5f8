//! Independent validators of Office files, from PyPI: an environment of their own, as `tests/validators/requirements.txt` says.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{Result, run, say};
use crate::{project, system, tools};

const REQUIRED: &str = include_str!("../../tests/validators/requirements.txt");
/// A list of what is installed lies in the environment once all of it is.
const STAMP: &str = "installed.txt";

/// The environment's folder; `tests/suite/validators.rs` looks for it at the same place.
fn home() -> PathBuf {
    tools::kept().join("validators")
}

/// Installs them where they are missing or others are wanted.
pub fn ensure() -> Result {
    system::ensure([&system::PYTHON], "half a minute")?;
    let home = home();
    if project::read(&home.join(STAMP)).is_ok_and(|installed| installed == REQUIRED) {
        return Ok(());
    }
    say("Installing validators of Office files from PyPI (about 20 seconds, once per machine) …");
    let python = tools::find("python3").ok_or("python3 is missing; install it and run the command again.")?;
    run(
        Command::new(python).args(["-m", "venv", "--clear"]).arg(&home),
        "Making an environment for the validators",
    )?;
    let list = project::root().join("tests/validators/requirements.txt");
    run(
        Command::new(home.join("bin/python"))
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"])
            .arg(list),
        "Installing the validators",
    )?;
    project::write(&home.join(STAMP), REQUIRED)
}
