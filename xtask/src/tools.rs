//! The two tools that come from crates.io: Trunk, pinned here, and wasm-bindgen in the version of Cargo.lock.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::command::{Result, answer, run, say};
use crate::project;

/// 0.22 asks for a newer compiler than this project does.
const TRUNK: &str = "0.21.14";

/// Installs what is missing of both tools.
pub fn ensure() -> Result {
    if !installed("trunk", TRUNK) {
        install("trunk", TRUNK, &["--no-default-features", "--locked"])?;
    }
    let version = project::wasm_bindgen_version()?;
    if !installed("wasm-bindgen", &version) || !installed("wasm-bindgen-test-runner", &version) {
        // Without --locked: its lock file has named crates that were not there.
        install("wasm-bindgen-cli", &version, &[])?;
    }
    Ok(())
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

fn installed(name: &str, version: &str) -> bool {
    find(name)
        .and_then(|file| answer(file, &["--version"]))
        .is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
}

fn install(package: &str, version: &str, options: &[&str]) -> Result {
    say(&format!("Installing {package} {version} (about 3 minutes, once per machine) …"));
    // The tool is compiled far more often than its speed matters: its own release profile takes three times as long.
    run(
        cargo()
            .args(["install", package, "--version", version, "--force"])
            .args(options)
            .env_remove("CARGO_TARGET_DIR")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0"),
        &format!("Installing {package} {version}"),
    )
}
