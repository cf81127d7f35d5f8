//! Makes the modules and scripts of a built page small, and keeps every result so that an unchanged file is not done again.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::{Result, run, say};
use crate::node::{self, Shrinkers};
use crate::{project, seal};

/// The features that today's compiler uses and every supported browser has. Never `--all-features`: it writes a file
/// that browsers refuse.
const WASM_OPT: &[&str] = &[
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];
const ESBUILD: &[&str] = &["--minify", "--format=esm", "--target=es2022", "--log-level=warning"];

/// Shrinks every module and the script that wasm-bindgen wrote for it.
pub fn all(dist: &Path, shrinkers: &Shrinkers) -> Result {
    let modules = seal::files(dist)?;
    for (module, stem) in modules.iter().filter_map(|name| Some((name, name.strip_suffix("_bg.wasm")?))) {
        let path = dist.join(module);
        one(&path, node::BINARYEN, WASM_OPT, |unfinished| {
            let mut wasm_opt = shrinkers.wasm_opt();
            wasm_opt.args(WASM_OPT).arg(&path).arg("--output").arg(unfinished);
            wasm_opt
        })?;
        let path = dist.join(format!("{stem}.js"));
        one(&path, node::ESBUILD, ESBUILD, |unfinished| {
            let mut esbuild = shrinkers.esbuild();
            esbuild.args(ESBUILD).arg(&path).arg(format!("--outfile={}", unfinished.display()));
            esbuild
        })?;
    }
    Ok(())
}

fn one(path: &Path, program: &str, options: &[&str], command: impl Fn(&Path) -> Command) -> Result {
    let kept = project::target().join("shrunk");
    fs::create_dir_all(&kept).map_err(|error| format!("{} could not be made ({error}).", kept.display()))?;
    let input = project::read_bytes(path)?;
    let key = [input.as_slice(), program.as_bytes(), options.join(" ").as_bytes()].concat();
    let done = kept.join(seal::digest(&key));
    if !done.exists() {
        let file = path.file_name().unwrap_or_default().display();
        say(&format!("Shrinking {file} ({} kB) with {program} …", input.len() / 1000));
        let unfinished = done.with_extension("unfinished");
        run(&mut command(&unfinished), &format!("Shrinking {file}"))?;
        fs::rename(&unfinished, &done).map_err(|error| format!("{} could not be kept ({error}).", done.display()))?;
    }
    project::write(path, project::read_bytes(&done)?)
}
