//! The size table of a built page: what every file weighs raw, with gzip and with brotli, what comes when, and the budgets.

use std::path::Path;

use crate::command::Result;
use crate::loads::Loads;
use crate::{budget, compress, project};

#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the tables of files and of budgets.
pub fn print(dist: &Path) -> Result {
    let loads = Loads::of(dist)?;
    let mut groups = [("first download", Vec::new()), ("for an item", Vec::new()), ("on demand", Vec::new())];
    for name in &loads.all {
        let content = project::read_bytes(&dist.join(name))?;
        let weight = Weight {
            raw: content.len(),
            gzip: compress::gzip(&content)?.len(),
            brotli: compress::brotli(&content)?.len(),
        };
        let group = match (loads.first.contains(name), loads.item.contains(name)) {
            (true, _) => 0,
            (_, true) => 1,
            _ => 2,
        };
        groups[group].1.push((name.as_str(), weight));
    }
    for (title, rows) in groups {
        table(title, &rows);
    }
    budget::print(dist, &loads).map(drop)
}

/// Prints the budgets, and fails where one is not held.
pub fn check(dist: &Path) -> Result {
    let exceeded = budget::print(dist, &Loads::of(dist)?)?;
    if exceeded.is_empty() {
        return Ok(());
    }
    Err(format!("The page is heavier than what was reached before: {}.", exceeded.join("; ")))
}

fn table(title: &str, rows: &[(&str, Weight)]) {
    println!("{title:<66}{:>10}{:>10}{:>10}", "raw", "gzip -9", "brotli 11");
    for (name, weight) in rows {
        line(&format!("  {name}"), *weight);
    }
    let total = rows.iter().fold(Weight::default(), |total, (_, weight)| Weight {
        raw: total.raw + weight.raw,
        gzip: total.gzip + weight.gzip,
        brotli: total.brotli + weight.brotli,
    });
    line("  together", total);
    println!();
}

fn line(name: &str, weight: Weight) {
    println!("{name:<66}{:>10}{:>10}{:>10}", weight.raw, weight.gzip, weight.brotli);
}
