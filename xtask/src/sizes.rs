//! The size table of a built page: what every file weighs raw, with gzip and with brotli, and the first download beside
//! its budget.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::command::Result;
use crate::{page, project, seal};

/// Bytes the first download may have, compressed with brotli.
const BUDGET: usize = 120_000;

#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

pub fn print(dist: &Path) -> Result {
    let first = first_download(dist)?;
    let mut first_rows = Vec::new();
    let mut other_rows = Vec::new();
    for name in seal::files(dist)? {
        let weight = weigh(&project::read_bytes(&dist.join(&name))?);
        let rows = if first.contains(&name) { &mut first_rows } else { &mut other_rows };
        rows.push((name, weight));
    }
    let total = sum(&first_rows);
    table("first download", first_rows, total);
    if !other_rows.is_empty() {
        let total = sum(&other_rows);
        table("on demand", other_rows, total);
    }
    let difference = BUDGET.abs_diff(total.brotli);
    let verdict = if total.brotli <= BUDGET { "under" } else { "OVER" };
    println!(
        "First download {} of {BUDGET} bytes (brotli): {difference} bytes {verdict} the budget.",
        total.brotli
    );
    Ok(())
}

/// The page, what it loads, and what those scripts name in turn. What is only named in a `<meta>` waits until asked for, and
/// what the service worker keeps comes when the page is there.
fn first_download(dist: &Path) -> Result<BTreeSet<String>> {
    let names = seal::files(dist)?;
    let mut found = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = page::loaded(&project::read(&dist.join("index.html"))?);
    while let Some(name) = waiting.pop() {
        if !names.contains(&name) || !found.insert(name.clone()) || !(name.ends_with(".js") || name.ends_with(".css")) {
            continue;
        }
        let text = project::read(&dist.join(&name))?;
        let named = names.iter().filter(|other| *other != seal::SERVICE_WORKER && seal::mentions(&text, other));
        waiting.extend(named.cloned());
    }
    Ok(found)
}

fn weigh(content: &[u8]) -> Weight {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail; were it to, the size would read 0.
    let gzip = gzip.write_all(content).and_then(|()| gzip.finish()).unwrap_or_default().len();
    let mut packed = Vec::new();
    let brotli = brotli::CompressorReader::new(content, 1 << 16, 11, 22)
        .read_to_end(&mut packed)
        .unwrap_or_default();
    Weight {
        raw: content.len(),
        gzip,
        brotli,
    }
}

fn sum(rows: &[(String, Weight)]) -> Weight {
    rows.iter().fold(Weight::default(), |total, (_, weight)| Weight {
        raw: total.raw + weight.raw,
        gzip: total.gzip + weight.gzip,
        brotli: total.brotli + weight.brotli,
    })
}

fn table(title: &str, rows: Vec<(String, Weight)>, total: Weight) {
    println!("{title:<44}{:>12}{:>12}{:>12}", "raw", "gzip -9", "brotli 11");
    for (name, weight) in rows {
        line(&format!("  {name}"), weight);
    }
    line("  together", total);
    println!();
}

fn line(name: &str, weight: Weight) {
    println!("{name:<44}{:>12}{:>12}{:>12}", weight.raw, weight.gzip, weight.brotli);
}
