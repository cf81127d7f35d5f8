//! The lines of the desk for other programs: JSON with one line a file, and as a table for spreadsheets and databases (RFC 4180, UTF-8
//! with byte-order mark). The columns of both are the members of a line, in their order; in the table lists are JSON.

use super::csv::{Sheet, text};
use crate::desk::Line;
use crate::json::ToJson;
use serde_json::Value;

/// One JSON object a line.
pub fn desk_lines(lines: &[Line]) -> String {
    lines.iter().map(|line| [line.to_json().to_string().as_str(), "\n"].concat()).collect()
}

/// A heading and a line for each file.
pub fn desk_csv(lines: &[Line]) -> String {
    let mut sheet = Sheet::new();
    let heading = members(&Line::default()).into_iter().map(|(name, _)| name);
    sheet.row(&heading.collect::<Vec<String>>());
    for line in lines {
        let cells = members(line).into_iter().map(|(_, value)| cell(&value));
        sheet.row(&cells.collect::<Vec<String>>());
    }
    sheet.out
}

fn members(line: &Line) -> Vec<(String, Value)> {
    match line.to_json() {
        Value::Object(members) => members.into_iter().collect(),
        _ => Vec::new(),
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(written) => text(written),
        other => other.to_string(),
    }
}
