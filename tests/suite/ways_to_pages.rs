//! Every page of an assessment is reached and looked at: read from the table of addresses and from the lists no compiler leads to.

use std::fs;
use std::path::Path;

fn source(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).unwrap_or_else(|| panic!("no {start}")).1;
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}")).0
}

/// Pages of an assessment, with what of their address follows its id: words in quotes, and names of what a page carries.
fn pages(table: &str) -> Vec<(&str, Vec<&str>)> {
    let lines = table.lines().filter_map(|line| line.trim().strip_suffix("];")?.split_once(" at ["));
    lines
        .filter_map(|(page, address)| {
            let mut segments = address.split(", ");
            let name = page.split(' ').next()?;
            (segments.next() == Some("id")).then(|| (name, segments.collect()))
        })
        .collect()
}

/// Pages the finder does not lead to by their name, and why.
const NOT_IN_THE_FINDER: &[(&str, &str)] = &[
    ("Item", "items are found by their own names"),
    ("Interview", "it is opened from its item"),
    ("Indicators", "indicators are found by their own names"),
    ("EvidenceEntry", "entries are found by their own names"),
    ("ImprovementAction", "one action of a page that is there"),
    ("Version", "one version of a page that is there"),
];

/// Pages that are not looked at in every width and appearance, and why.
const NOT_LOOKED_AT: &[(&str, &str)] = &[
    ("ImprovementAction", "the improvement plan with one action beside it"),
    ("Version", "it needs a version kept before: tests/e2e/versions.spec.ts"),
    ("Room", "it is for the projector: tests/e2e/panel.spec.ts"),
];

/// The pages without a way, and the exceptions that are none.
fn compare(pages: &[(&str, Vec<&str>)], exceptions: &[(&str, &str)], is_named: impl Fn(&str, &[&str]) -> bool, place: &str) {
    for (page, address) in pages {
        let is_exception = exceptions.iter().any(|(named, _)| named == page);
        assert_ne!(is_named(page, address), is_exception, "{page}: either in {place} or an exception with a reason");
    }
    for (named, _) in exceptions {
        assert!(pages.iter().any(|(page, _)| page == named), "{named} is no page");
    }
}

#[test]
fn every_page_of_an_assessment_is_in_the_foot_in_the_finder_and_among_those_that_are_looked_at() {
    let route = source("src/ui/route.rs");
    let pages = pages(between(&route, "\nroutes! {", "\n}"));
    assert!(pages.len() > 20, "{pages:?}");
    let named_in = |text: String| move |page: &str, _: &[&str]| text.contains(&format!("Route::{page} {{"));
    compare(&pages, &[], named_in(source("src/ui/shell/foot.rs")), "src/ui/shell/foot.rs");
    let finder = source("src/ui/finder/entries.rs");
    let finder = between(&finder, "\nfn pages(", "\n}").to_owned();
    compare(&pages, NOT_IN_THE_FINDER, named_in(finder), "src/ui/finder/entries.rs");

    let spec = source("tests/e2e/pages.spec.ts");
    let inside = between(&spec, "const INSIDE", "\n];");
    let written: Vec<Vec<&str>> = inside
        .split(['\'', '`'])
        .map(|text| text.strip_prefix("/${id}/").unwrap_or(text))
        .map(|text| if text == "overview" { Vec::new() } else { text.split('/').collect() })
        .collect();
    let fits = |address: &[&str], written: &[&str]| {
        let mut both = address.iter().zip(written);
        address.len() == written.len() && both.all(|(asked, there)| asked.strip_prefix('"').is_none_or(|word| word.strip_suffix('"') == Some(*there)))
    };
    let looked_at = |_: &str, address: &[&str]| written.iter().any(|written| fits(address, written));
    compare(&pages, NOT_LOOKED_AT, looked_at, "INSIDE of tests/e2e/pages.spec.ts");
}
