//! What the page may weigh, and how many requests it may take. Times depend on the machine and are measured elsewhere.

use std::fs;
use std::path::Path;

use crate::command::Result;
use crate::loads::{Files, Loads};
use crate::{compress, project, single};

struct Budget {
    name: &'static str,
    unit: &'static str,
    /// What was set out for.
    budget: usize,
    /// What is reached, and must not be exceeded from here on. Where it is above the budget, that is still missed.
    held: usize,
}

/// Bytes are compressed with brotli, but those of the single file, which nobody sends.
const BUDGETS: [Budget; 6] = [
    Budget {
        name: "first download, until the first heading of the empty home page",
        unit: "bytes",
        budget: 100_000,
        held: 100_000,
    },
    Budget {
        name: "until an item can be typed into, home not visited before",
        unit: "bytes",
        budget: 280_000,
        held: 338_000,
    },
    Budget {
        name: "the largest further part from there",
        unit: "bytes",
        budget: 120_000,
        held: 230_000,
    },
    Budget {
        name: "all code together without that of documents",
        unit: "bytes",
        budget: 900_000,
        held: 1_682_000,
    },
    Budget {
        name: "files until the first heading",
        unit: "requests",
        budget: 8,
        held: 8,
    },
    Budget {
        name: "everything as one file, as it lies on a stick",
        unit: "bytes",
        budget: 5_500_000,
        held: 5_500_000,
    },
];

/// Prints what each part brings and what becomes of the budgets; gives the sentences of those that do not hold.
pub fn print(dist: &Path, loads: &Loads) -> Result<Vec<String>> {
    let weight = |files: &Files| -> Result<usize> {
        files
            .iter()
            .try_fold(0, |sum, name| Ok(sum + compress::brotli(&project::read_bytes(&dist.join(name))?)?.len()))
    };
    println!("{:<66}{:>10}{:>10}", "a further part, from an item's page", "files", "brotli 11");
    let mut largest = 0;
    for (part, files) in &loads.further {
        let bytes = weight(files)?;
        largest = largest.max(bytes);
        println!("  {part:<64}{:>10}{bytes:>10}", files.len());
    }
    // Where Node is missing there is none.
    let single = fs::metadata(dist.join(single::NAME)).map_or(0, |about| about.len() as usize);
    let reached = [
        weight(&loads.first)?,
        weight(&loads.item)?,
        largest,
        weight(&loads.code)?,
        loads.first.len(),
        single,
    ];
    println!("\n{:<66}{:>10}{:>10}{:>10}", "budgets", "reached", "budget", "held");
    for (budget, reached) in BUDGETS.iter().zip(reached) {
        let over = if reached > budget.budget { "  OVER" } else { "" };
        println!(
            "  {:<64}{reached:>10}{:>10}{:>10} {}{over}",
            budget.name, budget.budget, budget.held, budget.unit
        );
    }
    Ok(exceeded(&BUDGETS, reached))
}

fn exceeded(budgets: &[Budget], reached: impl IntoIterator<Item = usize>) -> Vec<String> {
    budgets
        .iter()
        .zip(reached)
        .filter(|(budget, reached)| *reached > budget.held)
        .map(|(Budget { name, unit, held, .. }, reached)| format!("{name}: {reached} {unit}, held at {held}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_may_be_missed_but_what_was_reached_is_held() {
        let budget = |held| Budget {
            name: "all",
            unit: "bytes",
            budget: 100,
            held,
        };
        let sentences = exceeded(&[budget(100), budget(120), budget(120)], [101, 120, 121]);
        assert_eq!(sentences, ["all: 101 bytes, held at 100", "all: 121 bytes, held at 120"]);
    }

    #[test]
    fn what_is_held_is_never_looser_without_being_told() {
        // A held value above the budget is printed as OVER; one below it would fail where the budget is kept.
        assert!(BUDGETS.iter().all(|budget| budget.held >= budget.budget));
    }
}
