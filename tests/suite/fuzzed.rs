//! The seeds of the fuzzer, and what once was found with them, run in every test run; and a short round of changes to them.
//! Longer rounds: `FUZZ_SECONDS=60 cargo test --release --test suite fuzzed`, or `cargo fuzz` (see `fuzz/README.md`).

#[path = "../../fuzz/bodies/mod.rs"]
mod bodies;

use crate::memory::peak;
use bodies::{ALL, mutation};
use cpu_time::ThreadTime;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

/// The longest a single input may take, in a build without optimisation beside other tests.
const LONGEST: Duration = Duration::from_secs(10);
/// The most bytes a single input may have held at once.
const MOST_HELD: usize = 512_000_000;
/// The largest input.
const MOST: usize = 300_000;

fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{target} has seeds");
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).expect("a seed");
        (path, bytes)
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn every_seed_of_every_target_is_run() {
    for (target, body) in ALL {
        for (path, bytes) in seeds(target) {
            let begun = ThreadTime::now();
            let ((), held) = peak(|| body(&bytes));
            assert!(begun.elapsed() < LONGEST, "{}: {:?}", path.display(), begun.elapsed());
            assert!(held < MOST_HELD, "{}: {held} bytes", path.display());
        }
    }
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds")).expect("a folder");
    assert_eq!(folders.count(), ALL.len(), "a folder of seeds belongs to a target");
}

/// A change that fails is left in a file, whose name is told, to become a seed.
#[test]
fn changed_seeds_of_every_target_are_run() {
    let seconds = env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let only = env::var("FUZZ_TARGET").ok();
    let first: u32 = env::var("FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let kept = env::temp_dir().join("award-kit-fuzzed");
    for (target, body) in ALL.into_iter().filter(|(target, _)| only.as_ref().is_none_or(|only| only == target)) {
        let seeds = seeds(target);
        let begun = Instant::now();
        let mut pool: Vec<Vec<u8>> = seeds.into_iter().map(|(_, bytes)| bytes).collect();
        let (mut count, mut most) = (0, 0);
        let goes_on = |count: u32| seconds.map_or(count < 60, |seconds| begun.elapsed() < Duration::from_secs(seconds));
        while goes_on(count) {
            let seed = first.wrapping_add(count);
            let from = &pool[count as usize % pool.len()];
            let changed = mutation::formed(from, MOST, seed).unwrap_or_else(|| mutation::bytes(from, seed));
            let started = ThreadTime::now();
            let (outcome, held) = peak(|| std::panic::catch_unwind(|| body(&changed)));
            most = most.max(held);
            if outcome.is_err() || started.elapsed() > LONGEST || held > MOST_HELD {
                fs::create_dir_all(&kept).expect("a folder");
                let path = kept.join(format!("{target}-{seed}"));
                fs::write(&path, &changed).expect("a file");
                panic!("{target}: {} after {:?}, with {held} bytes", path.display(), started.elapsed());
            }
            // A change of a change reaches further, as long as it stays small.
            if count % 3 == 0 && changed.len() < 20_000 && pool.len() < 300 {
                pool.push(changed);
            }
            count += 1;
        }
        println!("{target}: {count} inputs in {:?}, at most {most} bytes", begun.elapsed());
    }
}
