//! The documentation of the rules is made of what they say of themselves: `docs/red-pen.md` and `docs/red-pen.zh.md`.

use super::samples::marked;
use crate::written_anew;
use award_kit::criteria::Kind;
use award_kit::language::Language;
use std::path::Path;

/// Holds a file to what is made now; `UPDATE_CASES=1` writes it.
fn holds(name: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if written_anew::is_asked() {
        written_anew::write(&path, made);
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, made, "{name}: UPDATE_CASES=1 writes it anew");
}

#[cfg(feature = "cli")]
#[test]
fn the_pages_of_the_rules_are_what_the_rules_say() {
    use award_kit::command::rule_page;
    use award_kit::red_pen::RULES;
    for language in Language::ALL {
        let (name, head) = match language {
            Language::Zh => (
                "docs/red-pen.zh.md",
                "# 红笔规则\n\n本页由规则自身的文字生成（`src/red_pen/rules/`，每条规则一个文件）。`award-kit check FILE` 列出一份自评的命中之处，`award-kit explain CODE` 给出一条规则的说明。\n\n",
            ),
            Language::En => (
                "docs/red-pen.md",
                "# The rules of the red pen\n\nThis page is made of what the rules say of themselves (`src/red_pen/rules/`, a file each). `award-kit check FILE` lists what they mark in an assessment, and\n`award-kit explain CODE` prints the page of one rule.\n\n",
            ),
        };
        let pages = RULES.map(|rule| rule_page(*language, rule)).join("\n");
        holds(name, &[head, &pages].concat());
    }
}

/// Every line was read and judged: an examiner would say it too.
#[test]
fn what_is_marked_in_the_samples_was_read() {
    for kind in Kind::ALL {
        for language in Language::ALL {
            let name = format!("tests/cases/red-pen/{}.{}.txt", kind.word().replace('_', "-"), language.tag());
            holds(&name, &marked(kind, *language));
        }
    }
}
