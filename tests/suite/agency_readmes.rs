//! What an agency reads of the criteria's files says the same in both languages: the same parts, the same examples, the same names.

use std::collections::BTreeSet;
use std::fs;

/// Levels of the headings, examples without what stands behind `#`, and the names and versions in backticks that belong to no language.
fn told(file: &str) -> (Vec<usize>, Vec<String>, BTreeSet<String>) {
    let text = fs::read_to_string(file).expect(file);
    let (mut levels, mut examples, mut prose) = (Vec::new(), Vec::new(), String::new());
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("```") {
            inside = !inside;
            if inside {
                examples.push(String::new());
            }
        } else if inside {
            let shown = line.split(" #").next().unwrap_or_default().trim_end();
            let example = examples.last_mut().expect("an example has begun");
            example.push_str(shown);
            example.push('\n');
        } else {
            if line.starts_with('#') {
                levels.push(line.chars().take_while(|sign| *sign == '#').count());
            }
            prose.push_str(line);
            prose.push('\n');
        }
    }
    let is_name = |code: &&str| {
        code.chars()
            .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "_-./\"".contains(sign))
    };
    let codes = prose.split('`').skip(1).step_by(2).filter(is_name).filter(|code| !code.contains('/'));
    (levels, examples, codes.map(|code| code.trim_matches('"').to_owned()).collect())
}

#[test]
fn what_an_agency_reads_is_the_same_in_both_languages() {
    let (en, zh) = (told("criteria/README.md"), told("criteria/README.zh.md"));
    assert!(en.0.len() > 15 && en.1.len() > 3 && en.2.len() > 100, "it is read");
    assert_eq!(en.0, zh.0, "headings");
    assert_eq!(en.1, zh.1, "examples");
    assert_eq!(
        en.2.symmetric_difference(&zh.2).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "names in one of them only"
    );
}
