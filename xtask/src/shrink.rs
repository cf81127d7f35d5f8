//! Makes the modules, scripts and styles of the page small. Every module's result is kept, so that an unchanged one is not
//! done again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use crate::command::{Result, run, say};
use crate::node::Shrinkers;
use crate::versions::BINARYEN;
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
const ESBUILD: &[&str] = &["--minify", "--target=es2022", "--log-level=warning"];
/// wasm-bindgen names the script of the parts once for each of them.
const BUNDLE: &[&str] = &["--bundle", "--format=esm", "--log-override:duplicate-object-key=silent"];
/// What nobody waits for is no part of the script that starts the page.
const LATE: &str = "--external:*/late.js";
/// wasm-opt works on one core.
const AT_ONCE: usize = 2;

/// Shrinks every module, two at a time, the largest first.
pub fn modules(mut modules: Vec<PathBuf>, shrinkers: &Shrinkers) -> Result {
    modules.sort_by_key(|path| fs::metadata(path).map_or(0, |about| about.len()));
    let waiting = Mutex::new(modules);
    let work = || -> Result {
        loop {
            let next = waiting.lock().ok().and_then(|mut waiting| waiting.pop());
            let Some(path) = next else { return Ok(()) };
            module(&path, shrinkers)?;
        }
    };
    thread::scope(|scope| {
        let started: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(work)).collect();
        started
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or_else(|_| Err("Shrinking ended in a panic; see above.".to_owned())))
    })
}

fn module(path: &Path, shrinkers: &Shrinkers) -> Result {
    let kept = project::target().join("shrunk");
    fs::create_dir_all(&kept).map_err(|error| format!("{} could not be made ({error}).", kept.display()))?;
    let input = project::read_bytes(path)?;
    let key = [input.as_slice(), BINARYEN.as_bytes(), WASM_OPT.join(" ").as_bytes()].concat();
    let done = kept.join(seal::digest(&key));
    if !done.exists() {
        let file = path.file_name().unwrap_or_default().display();
        say(&format!("Shrinking {file} ({} kB) with {} …", input.len() / 1000, BINARYEN));
        let unfinished = done.with_extension("unfinished");
        let mut wasm_opt = shrinkers.wasm_opt();
        wasm_opt.args(WASM_OPT).arg(path).arg("--output").arg(&unfinished);
        run(&mut wasm_opt, &format!("Shrinking {file}"))?;
        fs::rename(&unfinished, &done).map_err(|error| format!("{} could not be kept ({error}).", done.display()))?;
    }
    project::write(path, project::read_bytes(&done)?)
}

/// Writes one script that does the work of `start` and of all it imports.
pub fn script(start: &Path, bundle: &Path, shrinkers: &Shrinkers) -> Result {
    esbuild(start, bundle, &[BUNDLE, &[LATE]].concat(), shrinkers)
}

/// Writes a script of the finished page with what it imports, be it at once or late.
pub fn whole_script(start: &Path, bundle: &Path, shrinkers: &Shrinkers) -> Result {
    esbuild(start, bundle, BUNDLE, shrinkers)
}

/// Writes the script that stands in the page, by itself.
pub fn head(from: &Path, to: &Path, shrinkers: &Shrinkers) -> Result {
    esbuild(from, to, &[], shrinkers)
}

pub fn style(path: &Path, shrinkers: &Shrinkers) -> Result {
    esbuild(path, path, &["--allow-overwrite"], shrinkers)
}

fn esbuild(from: &Path, to: &Path, options: &[&str], shrinkers: &Shrinkers) -> Result {
    let mut esbuild = shrinkers.esbuild();
    esbuild.args(ESBUILD).args(options).arg(from).arg(format!("--outfile={}", to.display()));
    run(&mut esbuild, &format!("Making {} small", from.display()))
}
