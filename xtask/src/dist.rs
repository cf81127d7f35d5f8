//! Builds the release page into `dist/`: Trunk compiles, shrink makes small, seal names and checks, sizes reports.

use std::time::Instant;

use crate::command::{Result, run, say};
use crate::wasm_target::TARGET;
use crate::{compress, project, seal, setup, shrink, sizes, tools};

pub fn build() -> Result {
    let web = setup::web()?;
    let started = Instant::now();
    let dist = project::dist();
    if !project::target().join(TARGET).exists() {
        say("Building the release page (a few minutes the first time) …");
    }
    let trunk = tools::find("trunk").ok_or("trunk is missing; run `cargo xtask setup web`.")?;
    let mut command = std::process::Command::new(trunk);
    command
        .args(["build", "--release", "--offline", "--dist"])
        .arg(&dist)
        .current_dir(project::root())
        .env("PATH", tools::search_path())
        .env("CARGO_ENCODED_RUSTFLAGS", without_paths())
        // Its minifier cannot read what wasm-bindgen writes and would say so each time; shrink does that work.
        .env("RUST_LOG", "error,trunk=info,trunk::processing::minify=error")
        // Trunk 0.21 refuses the usual value `1` of this variable.
        .env_remove("NO_COLOR");
    run(web.compiler.apply(&mut command), "Building the page with Trunk")?;
    if let Some(shrinkers) = &web.shrinkers {
        shrink::all(&dist, shrinkers)?;
    }
    seal::seal(&dist)?;
    compress::all(&dist)?;
    say(&format!("Built {} in {} s.", dist.display(), started.elapsed().as_secs()));
    sizes::print(&dist)
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
