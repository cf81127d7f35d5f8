//! The red pen on the command line: `check` lists what it marks, `explain` tells of the rules.

use crate::command_line::{answer, folder, put, refusal};
use crate::samples::BEIJING;
use award_kit::archive::{Project, write};
use award_kit::assessment::{Action, Assessment, Field, text};
use award_kit::criteria::ItemSlot;
use award_kit::red_pen::RULES;

#[test]
fn check_lists_what_is_marked_beside_the_findings() {
    let field = Field::Opportunities(ItemSlot(1));
    let assessment = field.write(text("建议尽快完善。")).apply(&Assessment::blank(&BEIJING));
    let folder = folder("red-pen");
    let file = put(&folder, "one.json", write(&Project::new(assessment.clone()), &BEIJING));
    let told = answer(&["check", &file]);
    let line = "prescription_in_feedback: 4.1.3 组织治理 · 改进机会：“建议”给出了做法；此处写差距及其影响。";
    assert_eq!(told.lines().filter(|told| *told == line).count(), 1, "{told}");
    assert!(told.lines().any(|line| line.starts_with("profile_missing: ")));
    let english = answer(&["check", &file, "--language", "en"]);
    assert!(english.contains("prescription_in_feedback: 4.1.3 "), "{english}");

    let off = Action::RuleOff(text("prescription_in_feedback"), Some(text("内部使用"))).apply(&assessment);
    let file = put(&folder, "off.json", write(&Project::new(off), &BEIJING));
    assert!(!answer(&["check", &file]).contains("prescription_in_feedback"));
}

#[test]
fn explain_lists_all_codes_and_prints_the_page_of_one() {
    for (language, better) in [("zh", "较好的写法"), ("en", "Better")] {
        let all = answer(&["explain", "--language", language]);
        let codes: Vec<&str> = all.lines().filter_map(|line| line.split_once(": ")).map(|(code, _)| code).collect();
        assert_eq!(codes, RULES.map(|rule| rule.code));
        for rule in RULES {
            let page = answer(&["explain", rule.code, "--language", language]);
            let said = |said: award_kit::red_pen::Said| if language == "zh" { said.zh } else { said.en };
            assert!(page.contains(rule.code) && page.contains(better) && page.contains(said(rule.why)), "{page}");
        }
    }
    assert!(refusal(&["explain", "praise"]).contains("praise_without_figure"));
}
