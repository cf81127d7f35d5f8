//! The project's own commands, run as `cargo xtask …`.
//!
//! Each command lives in a file of its own; this one reads the command line and hands over.

mod bindings;
mod budget;
mod command;
mod compile;
mod compress;
mod dist;
mod documents;
mod grouping;
mod hosts;
mod index;
mod inline;
mod joining;
mod licences;
mod lint;
mod loads;
mod node;
mod page;
mod parts;
mod paths;
mod programs;
mod project;
mod room_table;
mod rooms;
mod seal;
mod sections;
mod serve;
mod setup;
mod shrink;
mod single;
mod sizes;
mod system;
mod test;
mod tools;
mod torture;
mod tree;
mod validators;
mod versions;
mod wasm_target;
mod without_rustup;

use std::path::Path;
use std::process::ExitCode;

use command::{Result, say};

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--under /a/b/] [--no-build]
                        build the release page and serve it on http://127.0.0.1:8080
  test [native|web|e2e|engines|torture] [-- ARGS]
                        run every test, or one part; ARGS go to Playwright
  torture kill|power|windows|full [--rounds N] [--seed N]
                        kill the browser, cut its power, or open several windows, while the built page is typed into
  dist                  build the release page into dist/ and print its sizes
  hosts                 try dist/ on the web servers that are installed, with the lines of docs/hosting.md
  lint [texts]          who imports whom, what documents name; then rustfmt and clippy, native and wasm, warnings denied
  setup [web|test]      install what is missing; the other commands do this by themselves
  seal DIR              content-hashed names, page checks and compressed copies for a built page
  single                the page of dist/ anew as the one file award-kit.html, with the packs and samples that lie there now
  sizes [DIR | --check] the sizes of a built page and its budgets; --check fails where one is not held

The first run on a machine installs the tools that are missing and says what and for how long.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("error: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result {
    match words {
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        ["setup"] => setup::web()
            .and_then(|()| setup::test())
            .and_then(|()| tools::test_runner())
            .map(|()| say("Nothing is missing.")),
        ["setup", "web"] => setup::web().map(|()| say("Nothing is missing to build the page.")),
        ["setup", "test"] => setup::test()
            .and_then(|()| tools::test_runner())
            .map(|()| say("Nothing is missing to run the tests.")),
        ["dist"] => dist::build(),
        ["seal", directory] => seal::seal(Path::new(directory)).and_then(|()| compress::all(Path::new(directory))),
        ["single"] => single::command(),
        ["sizes"] => sizes::print(&project::dist()),
        ["sizes", "--check"] => sizes::check(&project::dist()),
        ["sizes", directory] => sizes::print(Path::new(directory)),
        ["serve", options @ ..] => serve::command(options),
        ["test", options @ ..] => test::command(options),
        ["torture", options @ ..] => torture::command(options),
        ["hosts"] => hosts::command(),
        ["lint"] => lint::command(),
        ["lint", "texts"] => lint::texts(),
        _ => Err(format!("`cargo xtask {}` is not a command.\n\n{USAGE}", words.join(" "))),
    }
}
