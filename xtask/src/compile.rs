//! Compiles the programs of the page for the browser.

use std::path::PathBuf;
use std::thread;
use std::time::Instant;

use crate::command::{Result, run, say};
use crate::index::Program;
use crate::wasm_target::{Compiler, TARGET};
use crate::{project, tools};

/// Address space the page begins with, 32 MB; a browser gives memory to what of it is used. Growing page by page while criteria and assessment
/// are read is some hundred steps, and in a browser without room for a growing memory each of them copies everything.
const MEMORY: &str = "-Clink-args=--initial-memory=33554432";
/// Added to the features of the page's program, so that its parts are cut off.
const SPLIT: &str = "split";

/// Compiles every program and gives the modules in the same order. They share no feature, so each is built in a folder
/// of its own, and all of them at once: the kit itself and linking it keep one core busy each time.
pub fn all(programs: &[&Program], compiler: &Compiler) -> Result<Vec<Vec<u8>>> {
    if programs.iter().any(|program| !module(program, compiler).exists()) {
        say("Compiling the page and the document worker (2 to 4 minutes the first time) …");
    }
    thread::scope(|scope| {
        let started: Vec<_> = programs.iter().map(|program| scope.spawn(|| one(program, compiler))).collect();
        started
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| Err("Compiling ended in a panic; see above.".to_owned())))
            .collect()
    })
}

fn one(program: &Program, compiler: &Compiler) -> Result<Vec<u8>> {
    let Program { name, features, is_worker } = program;
    let started = Instant::now();
    let mut cargo = tools::cargo();
    compiler
        .apply(&mut cargo)
        .args(["rustc", "--release", "--target", TARGET, "--package", "award-kit", "--bin", name])
        .args(["--no-default-features", "--features"])
        .arg(if *is_worker { features.clone() } else { format!("{features},{SPLIT}") })
        .arg("--target-dir")
        .arg(folder(program, compiler))
        .env("CARGO_ENCODED_RUSTFLAGS", without_paths());
    if *is_worker {
        // Two cargos at once would write into each other's lines: one shows how far it is, the other only what went wrong.
        cargo.arg("--quiet");
    } else {
        // The splitter follows relocations. Given here and not among the flags of all crates: those stay the same for every program.
        cargo.args(["--", "-Clink-args=--emit-relocs", MEMORY]);
    }
    run(&mut cargo, &format!("Compiling the program {name}"))?;
    let seconds = started.elapsed().as_secs();
    if seconds > 0 {
        say(&format!("Compiled the program {name} in {seconds} s."));
    }
    project::read_bytes(&module(program, compiler))
}

/// Where cargo puts the module.
fn module(program: &Program, compiler: &Compiler) -> PathBuf {
    folder(program, compiler).join(TARGET).join("release").join(format!("{}.wasm", program.name))
}

fn folder(program: &Program, compiler: &Compiler) -> PathBuf {
    let folder = compiler.folder();
    if program.is_worker { folder.join(&program.name) } else { folder }
}

/// Compiler options that keep this machine's folders out of the page, so that two machines can build the same bytes.
fn without_paths() -> String {
    let folders = [
        (tools::cargo_home().join("registry/src"), "crates"),
        (project::target(), "target"),
        (project::root(), "kit"),
    ];
    folders
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .join("\x1f")
}
