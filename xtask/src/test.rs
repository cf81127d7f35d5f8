//! Runs the tests: native, in a browser by wasm-bindgen-test, end to end against the built page, that page in other engines, and
//! under kills and power cuts.

use std::process::Command;
use std::time::Instant;

use crate::command::{Result, run, say};
use crate::wasm_target::{self, TARGET};
use crate::{dist, node, project, setup, sizes, system, tools, torture};

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Native,
    Web,
    EndToEnd,
    Engines,
    Torture,
}

impl Part {
    const ALL: [Self; 5] = [Self::Native, Self::Web, Self::EndToEnd, Self::Engines, Self::Torture];

    fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Web => "web",
            Self::EndToEnd => "e2e",
            Self::Engines => "engines",
            Self::Torture => "torture",
        }
    }

    fn run(self, for_playwright: &[&str]) -> Result {
        match self {
            Self::Native => native(),
            Self::Web => web(),
            Self::EndToEnd => {
                dist::build()?;
                // A page that is too heavy is tried all the same.
                let (sizes, journeys) = (sizes::check(&project::dist()), end_to_end(for_playwright));
                let faults: Vec<String> = [sizes, journeys].into_iter().filter_map(std::result::Result::err).collect();
                if faults.is_empty() { Ok(()) } else { Err(faults.join(" ")) }
            }
            // These two with the page that the end-to-end tests have built.
            Self::Engines => engines(for_playwright),
            Self::Torture => torture::short(),
        }
    }
}

pub fn command(words: &[&str]) -> Result {
    let (words, for_playwright) = match words.iter().position(|word| *word == "--") {
        Some(place) => (&words[..place], &words[place + 1..]),
        None => (words, &words[..0]),
    };
    let parts = match words {
        [] => Part::ALL.to_vec(),
        [word] => Part::ALL.into_iter().filter(|part| part.name() == *word).collect(),
        _ => Vec::new(),
    };
    if parts.is_empty() {
        return Err(format!(
            "`cargo xtask test {}` is none of: test, test native, test web, test e2e, test engines, test torture.",
            words.join(" ")
        ));
    }
    setup::test()?;
    let mut summary = Vec::new();
    let mut failed = Vec::new();
    for part in parts {
        say(&format!("Tests: {}", part.name()));
        let started = Instant::now();
        let result = part.run(for_playwright);
        let seconds = started.elapsed().as_secs();
        match result {
            Ok(()) => summary.push(format!("  {:<8}passed in {seconds} s", part.name())),
            Err(sentence) => {
                summary.push(format!("  {:<8}FAILED after {seconds} s: {sentence}", part.name()));
                failed.push(part.name());
            }
        }
    }
    println!("\nTests\n{}", summary.join("\n"));
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("These tests failed: {}.", failed.join(", ")))
    }
}

fn native() -> Result {
    // Two calls, because one would build the product with the crate features that only this program asks for.
    run(tools::cargo().args(["test", "--workspace", "--exclude", "xtask"]), "The native tests")?;
    run(
        tools::cargo().args(["test", "--quiet", "--package", "xtask"]),
        "The tests of the project's own commands",
    )
}

fn web() -> Result {
    let compiler = wasm_target::ensure()?;
    tools::test_runner()?;
    let driver = tools::find("chromedriver").ok_or("chromedriver is missing; run `cargo xtask setup test`.")?;
    let mut cargo = tools::cargo();
    cargo
        .args(["test", "--package", "award-kit", "--target", TARGET])
        .args(["--no-default-features", "--features", "web", "--test", "web"])
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run(compiler.apply(&mut cargo), "The tests in the browser")
}

/// Playwright starts `cargo xtask serve --no-build` by itself, as its configuration says.
fn end_to_end(arguments: &[&str]) -> Result {
    let browser = system::SHELLS
        .iter()
        .chain(system::BROWSERS)
        .find_map(|name| tools::find(name))
        .ok_or("No Chromium was found; run `cargo xtask setup test`.")?;
    journeys(playwright(arguments).env("CHROMIUM", browser), "The end-to-end tests")
}

/// The journeys in Firefox and WebKit: Playwright runs them, and drives neither.
fn engines(arguments: &[&str]) -> Result {
    if !project::dist().join("index.html").is_file() {
        return Err("There is no built page; run `cargo xtask dist` first.".into());
    }
    let firefox = system::FIREFOX
        .iter()
        .find_map(|name| tools::find(name))
        .ok_or("No Firefox was found; run `cargo xtask setup test`.")?;
    let mut playwright = playwright(&["--config", "engines.config.ts"]);
    journeys(playwright.args(arguments).env("FIREFOX", firefox), "The journeys in other engines")
}

/// Runs Playwright; the sentence of a failure names the tests that failed, which stand far above in its output.
fn journeys(playwright: &mut Command, what: &str) -> Result {
    let list = project::target().join("failures.txt");
    project::write(&list, "")?;
    run(playwright.env("FAILURES", &list), what).map_err(|sentence| {
        let failed = project::read(&list).unwrap_or_default();
        failed.lines().fold(sentence, |sentence, test| format!("{sentence}\n            {test}"))
    })
}

fn playwright(arguments: &[&str]) -> Command {
    let mut playwright = node::program("node");
    playwright
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .args(arguments)
        .current_dir(project::root().join("tests/e2e"));
    playwright
}
