//! The tables "The rooms of `src/`" in ARCHITECTURE.md: which rooms there are, in which hall, and whom each may import.
//!
//! A row is `| name | what it answers | imports | … |`. Imports are names with commas between, `–` for none, or `all above`, also `all above but a, b`.

use std::collections::BTreeSet;

use crate::command::Result;

/// The document that holds the tables, and the heading they stand below.
pub const DOCUMENT: &str = "ARCHITECTURE.md";
const SECTION: &str = "## The rooms of `src/`";
/// What stands for every room of the rows above, and what leaves some of them out.
const ALL: &str = "all above";
const BUT: &str = " but ";

/// Rooms of a kind, by the headings of their tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hall {
    Core,
    Words,
    Around,
}

const HALLS: [(&str, Hall); 3] = [("The core", Hall::Core), ("Words and files", Hall::Words), ("Around them", Hall::Around)];

/// A row.
#[derive(Debug)]
pub struct Room {
    pub name: String,
    pub hall: Hall,
    pub imports: BTreeSet<String>,
}

/// The rows of the tables, in their order.
pub fn rooms(document: &str) -> Result<Vec<Room>> {
    let section = document
        .split(SECTION)
        .nth(1)
        .ok_or_else(|| format!("{DOCUMENT} has no section \"{SECTION}\"."))?;
    let section = section.split("\n## ").next().unwrap_or(section);
    let mut rooms: Vec<Room> = Vec::new();
    let mut hall = None;
    for line in section.lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            hall = HALLS.iter().find(|(name, _)| *name == heading).map(|(_, hall)| *hall);
        } else if line.starts_with("| `") {
            let room = row(line, hall, &rooms).map_err(|why| format!("{DOCUMENT}, \"{line}\": {why}"))?;
            rooms.push(room);
        }
    }
    match rooms.is_empty() {
        true => Err(format!("{DOCUMENT} has no rows below \"{SECTION}\".")),
        false => Ok(rooms),
    }
}

/// Reads `| name | what it answers | imports | … |`.
fn row(line: &str, hall: Option<Hall>, above: &[Room]) -> Result<Room> {
    let halls = || HALLS.map(|(name, _)| name).join("\", \"");
    let hall = hall.ok_or_else(|| format!("a row stands under one of \"{}\".", halls()))?;
    let cells: Vec<&str> = line.split(" | ").collect();
    let &[name, _, imports, ..] = cells.as_slice() else {
        return Err("a row has a name, what it answers, and imports.".to_owned());
    };
    let name = name.trim_matches(['|', ' ', '`']).trim_end_matches('/').to_owned();
    let imports = imports.trim_matches(['|', ' ']);
    let imports = match imports.strip_prefix(ALL) {
        Some(rest) => {
            let left_out = list(rest.strip_prefix(BUT).unwrap_or_default(), above)?;
            above.iter().map(|room| room.name.clone()).filter(|name| !left_out.contains(name)).collect()
        }
        None => list(imports.trim_matches('–'), above)?,
    };
    let too_high = |room: &&Room| hall == Hall::Core && room.hall != Hall::Core && imports.contains(&room.name);
    if let Some(room) = above.iter().find(too_high) {
        return Err(format!("a room of the core imports rooms of the core alone, and {} is none.", room.name));
    }
    Ok(Room { name, hall, imports })
}

/// Names of rooms above, with commas between.
fn list(names: &str, above: &[Room]) -> Result<BTreeSet<String>> {
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    let known = |name: &str| match above.iter().any(|room| room.name == name) {
        true => Ok(name.to_owned()),
        false => Err(format!("`{name}` is no room of the rows above.")),
    };
    names.map(known).collect()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    pub const TABLE: &str = "# A\n\n## The rooms of `src/`\n\n### The core\n\n| room | answers | imports | must not know |\n|---|---|---|---|\n\
        | `date` | days | – | – |\n| `criteria/` | what | date | answers |\n\n### Words and files\n\n| room | answers | imports | must not know |\n\
        |---|---|---|---|\n| `language/` | how | – | the core |\n| `report/` | told | all above | files |\n\n### Around them\n\n\
        | `command/` | answers | all above but language | printing |\n| `ui/` | screens | all above but command | – |\n| `bin/` | programs | ui | – |\n\n## Next\n";

    #[test]
    fn a_table_that_lets_a_circle_be_or_the_core_look_up_is_refused() {
        let cases = [
            (TABLE.replace("| days | – |", "| days | criteria |"), "`criteria` is no room of the rows above"),
            (TABLE.replace("### The core", "### The middle"), "a row stands under one of"),
            (TABLE.replace("## The rooms", "## Rooms"), "has no section"),
        ];
        for (table, expected) in cases {
            let refused = rooms(&table).unwrap_err();
            assert!(refused.contains(expected), "{refused}");
        }
        let mixed = TABLE.replace("### Around them", "### The core").replace("all above but language", "report");
        assert!(rooms(&mixed).unwrap_err().contains("report is none"));
    }
}
