//! rustfmt and clippy over everything, for this machine and for the browser, with warnings denied; before them, in a second, who imports whom and
//! what the documents name.

use crate::command::{Result, run, say};
use crate::wasm_target::{self, Compiler, TARGET};
use crate::{documents, rooms, setup, tools};

/// What needs no compiler.
pub fn texts() -> Result {
    say("rooms: who imports whom");
    rooms::check()?;
    say("documents: what they name");
    documents::check()
}

/// The browser builds of the product: the page with its tests, the same in parts, and the worker.
const BROWSER: &[&[&str]] = &[
    &["--features", "web", "--lib", "--bins", "--test", "web"],
    &["--features", "split", "--lib", "--bins"],
    &["--features", "worker", "--lib", "--bins"],
];

pub fn command() -> Result {
    texts()?;
    setup::component("rustfmt", "fmt")?;
    setup::component("clippy", "clippy")?;
    let compiler = wasm_target::ensure()?;
    say("rustfmt");
    run(tools::cargo().args(["fmt", "--all", "--check"]), "rustfmt (`cargo fmt --all` mends it)")?;
    say("clippy, native");
    run(
        tools::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
        "clippy",
    )?;
    if matches!(compiler, Compiler::Distribution(_)) {
        say("clippy for the browser is left out: rustup's clippy cannot read what the distribution's compiler builds.");
        return Ok(());
    }
    for build in BROWSER {
        say(&format!("clippy, browser, {}", build[1]));
        let mut cargo = tools::cargo();
        cargo.args(["clippy", "--package", "award-kit", "--target", TARGET, "--no-default-features"]);
        run(cargo.args(*build).args(["--", "-D", "warnings"]), "clippy for the browser")?;
    }
    Ok(())
}
