//! Kills, power cuts and several windows against the built page while it is typed into: what is called saved must be there afterwards.

use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::command::{Result, run, say};
use crate::{node, project, system, tools};

/// Where the page is served meanwhile.
const PORT: u16 = 8098;

/// `torture kill|power|windows|full [--rounds N] [--seed N]`.
pub fn command(words: &[&str]) -> Result {
    let usage = || "Usage: cargo xtask torture kill|power|windows|full [--rounds N] [--seed N], after `cargo xtask dist`.".to_owned();
    let [what @ ("kill" | "power" | "windows" | "full"), options @ ..] = words else {
        return Err(usage());
    };
    let (mut rounds, mut seed) = (10, None);
    for option in options.chunks(2) {
        let [name, value] = option else { return Err(usage()) };
        let value: u32 = value.parse().map_err(|_| usage())?;
        match *name {
            "--rounds" => rounds = value,
            "--seed" => seed = Some(value),
            _ => return Err(usage()),
        }
    }
    let backends: &[&str] = if matches!(*what, "power" | "full") { &BACKENDS } else { &BACKENDS[..1] };
    served(|| backends.iter().try_for_each(|backend| rounds_of(what, backend, rounds, PROMISED, seed)))
}

/// What Chromium keeps IndexedDB in: the one of profiles there are, and the one of new profiles.
const BACKENDS: [&str; 2] = ["leveldb", "sqlite"];

/// How many milliseconds of typing may be gone.
const PROMISED: u32 = 50;
/// The same as part of the tests, on a machine that may be busy: there it is told, and what was called saved is held to.
const IN_TESTS: u32 = 2_000;

/// A short round of everything, as part of the tests. Power cuts are left out, and that is said, where this machine does
/// not let a file system be mounted.
pub fn short() -> Result {
    served(|| {
        rounds_of("kill", "leveldb", 10, IN_TESTS, None)?;
        rounds_of("windows", "leveldb", 3, IN_TESTS, None)?;
        if !can_mount() {
            say("Power cuts are left out: they need root and a loop device, to mount a file system for the browser's profile.");
            return Ok(());
        }
        BACKENDS.iter().try_for_each(|backend| rounds_of("power", backend, 3, IN_TESTS, None))
    })
}

fn can_mount() -> bool {
    let quiet = |command: &mut Command| {
        command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    let device = Path::new("/dev/loop-control").exists() && quiet(Command::new("losetup").arg("--find"));
    device && tools::find("mkfs.ext4").is_some() && quiet(Command::new("unshare").args(["--mount", "true"]))
}

fn rounds_of(what: &str, backend: &str, rounds: u32, allowed: u32, seed: Option<u32>) -> Result {
    let browser = system::BROWSERS.iter().find_map(|name| tools::find(name));
    let browser = browser.ok_or("No Chromium was found; run `cargo xtask setup test`.")?;
    let mut script = node::program("node");
    script
        .arg("torture.mjs")
        .args([&format!("http://127.0.0.1:{PORT}/"), what, &rounds.to_string(), backend, &allowed.to_string()])
        .args(seed.map(|seed| seed.to_string()))
        .current_dir(project::root().join("tests/e2e"))
        .env("CHROMIUM", browser);
    run(&mut script, &format!("{rounds} rounds of {what} ({backend})"))
}

/// The built page, served until it is let go of.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn served(work: impl FnOnce() -> Result) -> Result {
    let itself = std::env::current_exe().map_err(|error| format!("This program cannot find itself: {error}"))?;
    let server = Command::new(itself)
        .args(["serve", "--no-build", "--port", &PORT.to_string()])
        .stdout(Stdio::null())
        .spawn();
    let _served = Served(server.map_err(|error| format!("The page cannot be served: {error}"))?);
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", PORT)).is_err() {
        if begun.elapsed() > Duration::from_secs(30) {
            return Err("The page is not served after 30 seconds; run `cargo xtask dist` first.".into());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    work()
}
