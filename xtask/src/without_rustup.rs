//! The wasm target where rustup is missing or cannot reach its server: from Debian's packages.
//!
//! Debian has a compiler and its library's source, but no library built for the browser. Building an empty crate makes
//! one; its parts, laid into the compiler's own folder together with a linker, are the target.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Result, run, say};
use crate::wasm_target::{self, TARGET};
use crate::{project, system};

const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const LINKER: &str = "/usr/bin/lld-22";
const LIBRARIES: &str = "/usr/lib/rustlib";

const EMPTY_CRATE: &str = "[package]\nname = \"empty\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n[workspace]\n";

/// Debian's compiler, when it has the target already.
pub fn prepared() -> Option<PathBuf> {
    let rustc = PathBuf::from(RUSTC);
    (rustc.is_file() && wasm_target::has_target(&rustc)).then_some(rustc)
}

/// Installs Debian's compiler and gives it the target.
pub fn prepare() -> Result<PathBuf> {
    let source = Path::new(LIBRARIES).join("src/rust/library/Cargo.toml");
    if ![Path::new(RUSTC), Path::new(CARGO), Path::new(LINKER), &source]
        .iter()
        .all(|file| file.exists())
    {
        system::install(PACKAGES, "about a minute")?;
    }
    say(&format!("Building the standard library for {TARGET} (about 2 minutes, once per machine) …"));
    let work = env::temp_dir().join(format!("award-kit-standard-library-{}", std::process::id()));
    let fault = |error| format!("{} could not be prepared ({error}).", work.display());
    fs::create_dir_all(&work).map_err(fault)?;
    project::write(&work.join("Cargo.toml"), EMPTY_CRATE)?;
    project::write(&work.join("lib.rs"), "")?;
    build(&work)?;
    lay(&work.join("target").join(TARGET).join("release/deps"))
        .map_err(|error| format!("The target could not be laid into {LIBRARIES} ({error}); run this command once as root."))?;
    fs::remove_dir_all(&work).map_err(fault)?;
    prepared().ok_or_else(|| format!("{RUSTC} still has no target {TARGET}; install it by hand and run the command again."))
}

fn build(work: &Path) -> Result {
    let mut cargo = Command::new(CARGO);
    cargo
        .args([
            "build",
            "--release",
            "--quiet",
            "--target",
            TARGET,
            "-Z",
            "build-std=std,panic_abort,panic_unwind,test",
        ])
        .current_dir(work)
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        // Link-time optimisation reads the bitcode.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", work.join("target"));
    run(&mut cargo, "Building the standard library")
}

/// Copies the library's parts and names the linker where the compiler looks for both.
fn lay(parts: &Path) -> std::io::Result<()> {
    let library = Path::new(LIBRARIES).join(TARGET).join("lib");
    fs::create_dir_all(&library)?;
    for part in fs::read_dir(parts)?.flatten() {
        let name = part.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(part.path(), library.join(name))?;
        }
    }
    let programs = Path::new(LIBRARIES).join(format!("{}-unknown-linux-gnu/bin", env::consts::ARCH));
    fs::create_dir_all(&programs)?;
    fs::copy(LINKER, programs.join("rust-lld")).map(drop)
}
