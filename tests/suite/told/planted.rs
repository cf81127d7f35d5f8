//! The runner itself: what is planted in a document is told with its line, and what is written anew is what comes of the cases.

use super::run::run;
use super::scoring::tell;

const SOUND: &str = "# Scores

```facts
criteria: beijing-2016
```

## One item

Half of 50 points and a little.

```facts
4.1.2: 55%
```

```expected
4.1.2 Role of senior leaders: 27.5 / 50, band 50–65
Process items: 27.5 / 600
Results items: 0 / 400
Total: 27.5 / 1000
Items not rated: 22; the total can still be 27.5 to 977.5
```

## A row a case

Two items.

| item | rating | **Total** |
|---|---|---|
| 4.1.2 | 55% | 27.5 / 1000 |
| 4.4.3 Financial resources | 55% | 8.25 / 1000 |
";

fn told(content: &str) -> Vec<String> {
    run(content, tell)
        .wrong
        .into_iter()
        .map(|wrong| format!("{}: {}", wrong.at + 1, wrong.what))
        .collect()
}

#[test]
fn a_sound_document_holds_and_is_written_as_it_is() {
    assert_eq!(told(SOUND), Vec::<String>::new());
    assert_eq!(run(SOUND, tell).written, SOUND);
}

#[test]
fn a_wrong_expectation_is_told_with_both_and_written_right() {
    // What stands in the sound document, what is planted for it, and what is told of that.
    let table = [
        (
            "Total: 27.5 / 1000",
            "Total: 28 / 1000",
            ["16: expected", "Total: 28 / 1000", "Total: 27.5 / 1000"],
        ),
        ("Results items: 0 / 400\n", "", ["16: expected", "it comes to", "Results items: 0 / 400"]),
        (
            "Total: 27.5",
            "One line more: 1\nTotal: 27.5",
            ["16: expected", "One line more: 1", "it comes to"],
        ),
        ("| 27.5 / 1000 |", "| 28 / 1000 |", ["29: Total", "“28 / 1000”", "“27.5 / 1000”"]),
        ("| 4.1.2 | 55% |", "| 4.1.2 | 50% |", ["29: Total", "“27.5 / 1000”", "“25 / 1000”"]),
    ];
    for (sound, planted, wanted) in table {
        assert_eq!(SOUND.matches(sound).count(), 1, "{sound}");
        let content = SOUND.replace(sound, planted);
        let found = told(&content);
        let [found] = &found[..] else { panic!("{planted}: {found:?}") };
        assert!(wanted.iter().all(|part| found.contains(part)), "{planted}: {found}");
        let written = run(&content, tell).written;
        assert_eq!(told(&written), Vec::<String>::new(), "{planted}");
    }
}

#[test]
fn what_is_not_understood_is_told_where_it_stands() {
    let table = [
        ("```expected", "```expects", "15: a block of an unknown kind “expects”"),
        ("4.1.2: 55%", "4.1.9: 55%", "12: 4.1.9: 55%: this fact is not understood"),
        ("4.1.2: 55%", "4.1.2: 57%", "12: 4.1.2: 57%: no rating in steps of 5 %"),
        ("4.1.2: 55%", "4.1.2 at 55%", "12: “4.1.2 at 55%” is no fact: name, colon, value"),
        ("4.1.2: 55%", "4.1.2: 55%\n```\n\n```text\nSomething.", "15: a block “text” says nothing here"),
        (
            "criteria: beijing-2016",
            "criteria: beijing-2016\nlanguage: fr",
            "5: language: fr: “fr” is no language",
        ),
        (
            "criteria: beijing-2016",
            "criteria: beijing-2016\nplace: 110108",
            "5: place: 110108: no case understands this fact",
        ),
        ("criteria: beijing-2016", "criteria: nowhere", "4: criteria: nowhere: no pack of `criteria/`"),
        ("| item | rating |", "| item | grade |", "29: grade: 55%: this fact is not understood"),
        ("| **Total** |", "| Total |", "27: the table of “A row a case” expects nothing"),
        ("Two items.\n\n", "", "23: “A row a case” says nothing of why it comes out so"),
        ("| **Total** |", "| **Sum** |", "29: nothing is told of “Sum”"),
        (
            "| 4.1.2 | 55% | 27.5 / 1000 |",
            "| 4.1.2 | 55% |",
            "29: the row has 2 cells, its table 3 columns",
        ),
        (
            "| item | rating |",
            "```expected\nTotal: 1\n```\n\n| item | rating |",
            "31: a case has an `expected` block or a table",
        ),
        (
            "## A row a case",
            "## Nothing\n\nProse.\n\n## A row a case",
            "23: “Nothing” expects nothing: an `expected` block is missing",
        ),
    ];
    for (sound, planted, wanted) in table {
        assert_eq!(SOUND.matches(sound).count(), 1, "{sound}");
        let found = told(&SOUND.replace(sound, planted));
        assert!(found.first().is_some_and(|first| first.starts_with(wanted)), "{planted}: {found:?}");
    }
}

#[test]
fn a_document_without_a_case_and_a_block_that_stays_open_are_told() {
    let head = SOUND.split("## ").next().expect("a head");
    assert_eq!(told(head), ["1: the document has no case"]);
    assert_eq!(
        told(SOUND.trim_end_matches(|sign| sign != '`').trim_end_matches('`')),
        ["15: the block is never closed"]
    );
    let twice = SOUND.replace("\n## A row", "\n```expected\n```\n\n## A row");
    assert_eq!(told(&twice), ["7: “One item” has several `expected` blocks"]);
}
