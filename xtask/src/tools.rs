//! Where this machine's programs are, and the one tool that comes from crates.io: what runs the tests in the browser.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::command::{Result, answer, run, say};
use crate::project;
use crate::versions::WASM_BINDGEN;

const TEST_RUNNER: &str = "wasm-bindgen-test-runner";

/// Installs what runs the tests in the browser.
pub fn test_runner() -> Result {
    if find(TEST_RUNNER)
        .and_then(|file| answer(file, &["--version"]))
        .is_some_and(|text| text.split_whitespace().nth(1) == Some(WASM_BINDGEN))
    {
        return Ok(());
    }
    say(&format!("Installing {TEST_RUNNER} {WASM_BINDGEN} (about 2 minutes, once per machine) …"));
    // Without --locked: its lock file has named crates that were not there. It is compiled far more often than its speed
    // matters: its own release profile takes three times as long.
    run(
        cargo()
            .args(["install", "wasm-bindgen-cli", "--bin", TEST_RUNNER, "--version", WASM_BINDGEN, "--force"])
            .env_remove("CARGO_TARGET_DIR")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0"),
        &format!("Installing {TEST_RUNNER} {WASM_BINDGEN}"),
    )
}

/// The folder for what this project installs per machine and cargo does not.
pub fn kept() -> PathBuf {
    cargo_home().join("award-kit-tools")
}

/// PATH with the folders of cargo's tools in front and of the running cargo behind, so that all are found when the shell's
/// PATH lacks them.
pub fn search_path() -> OsString {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let installed = env::var_os("CARGO_INSTALL_ROOT").map(|root| PathBuf::from(root).join("bin"));
    let running = env::var_os("CARGO").and_then(|cargo| Some(PathBuf::from(cargo).parent()?.to_owned()));
    let front = installed.into_iter().chain([cargo_home().join("bin")]);
    env::join_paths(front.chain(env::split_paths(&inherited)).chain(running)).unwrap_or(inherited)
}

/// The first file of that name on the search path.
pub fn find(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&search_path()).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(project::root()).env("PATH", search_path());
    cargo
}

/// Cargo's folder of this user.
pub fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME").map_or_else(|| env::home_dir().unwrap_or_default().join(".cargo"), PathBuf::from)
}
