//! Two wordings of one text that were both kept: found wherever they stand, told until somebody decides, and in no document that is handed in.

use crate::documents::{as_text, sample};
use crate::samples::{day, slot};
use award_kit::assessment::{
    Action, ActionText, Assessment, EntryText, Field, FigureSlot, FigureText, Identity, IncidentChange, IncidentText, OwnIndicator, OwnText, ProfileText,
    UnitChange, UnitText, side_by_side, text, wordings,
};
use award_kit::criteria::{ConditionSlot, IndicatorSlot, Pack, SelfCheckSlot};
use award_kit::eligibility::judge;
use award_kit::findings::{Finding, findings};
use award_kit::language::Language;
use award_kit::report::{self, asked_before, clean_submission, say, submission};
use std::rc::Rc;

const ONE: &str = "独一写法甲";
const OTHER: &str = "独一写法乙";

fn found(pack: &Pack, assessment: &Assessment) -> Vec<Finding> {
    let judged = judge(
        pack,
        assessment,
        assessment.eligibility.edition,
        assessment.eligibility.application_date,
        day("2016-11-20"),
    );
    let all = findings(pack, assessment, &judged);
    all.into_iter().filter(|finding| finding.code() == "undecided").collect()
}

/// Every kind of field, with what the finding names.
fn fields(pack: &Pack) -> Vec<(Field, &'static str)> {
    let item = slot(pack, "leadership.senior-leaders");
    vec![
        (Field::Profile(ProfileText::Name), "组织名称"),
        (Field::Profile(ProfileText::RegisteredAddress), "地址"),
        (Field::Unit(0, UnitText::Activity), ""),
        (Field::ConditionEvidence(ConditionSlot(0)), ""),
        (Field::SelfCheckNote(SelfCheckSlot(0)), ""),
        (Field::Answer { item, scope: 0, factor: 0 }, "4.1.2"),
        (Field::Answer { item, scope: 1, factor: 1 }, "4.1.2"),
        (Field::Strengths(item), "4.1.2"),
        (Field::Opportunities(item), "4.1.2"),
        (Field::Remark(item), "4.1.2"),
        (Field::Figure(FigureSlot::Catalogue(IndicatorSlot(0)), FigureText::BenchmarkName), ""),
        (Field::Figure(FigureSlot::Catalogue(IndicatorSlot(0)), FigureText::Gap(2014)), ""),
        (Field::Own(0, OwnText::Formula), "返修率"),
        (Field::Register(0, EntryText::Owner), "E-01"),
        (Field::Improvement(0, ActionText::Note), "改进计划"),
        (Field::StageNote(0), "申报流程"),
        (Field::Incident(0, IncidentText::What), "申报流程"),
    ]
}

#[test]
fn what_is_undecided_is_told_wherever_it_stands_and_handed_in_nowhere() {
    let (pack, sampled) = sample("service", Language::Zh);
    let own = OwnIndicator {
        name: text("返修率"),
        ..OwnIndicator::default()
    };
    let begun = [
        Action::AddOwn(Identity::from_bits(3), Rc::new(own)),
        Action::Unit(UnitChange::Add(Identity::from_bits(1))),
        Action::Incident(IncidentChange::Add(Identity::from_bits(2), None)),
    ];
    let sampled = begun.iter().fold(sampled, |assessment, action| action.apply(&assessment));
    assert_eq!(found(&pack, &sampled), []);
    for (field, named) in fields(&pack) {
        for has_lines in [true, false] {
            let both = side_by_side(&[("总部", ONE), ("质量部", OTHER)], has_lines);
            let assessment = field.write(text(&both)).apply(&sampled);
            let told = found(&pack, &assessment);
            assert_eq!(told.len(), 1, "{field:?}: {told:?}");
            for &language in Language::ALL {
                let sentence = say::finding(&pack, language, &told[0]);
                assert!(
                    sentence.contains("总部") && sentence.contains("质量部") && !sentence.contains('{'),
                    "{sentence}"
                );
            }
            let sentence = say::finding(&pack, Language::Zh, &told[0]);
            assert!(sentence.contains(named), "{field:?}: {sentence}");
            assert_eq!(asked_before(told.clone()).len(), 1, "it is asked before something is handed in");

            let options = report::Options {
                draft_date: None,
                section: None,
            };
            let clean = as_text(&clean_submission(&pack, &assessment, Language::Zh, &options));
            assert!(!clean.contains(ONE) && !clean.contains(OTHER), "{field:?}");
            let decided = field.write(text(ONE)).apply(&assessment);
            assert_eq!(found(&pack, &decided), [], "{field:?}");
        }
    }
}

#[test]
fn the_working_draft_shows_both_and_a_heading_in_brackets_is_no_wording() {
    let (pack, sampled) = sample("service", Language::Zh);
    let item = slot(&pack, "leadership.senior-leaders");
    let field = Field::Answer { item, scope: 0, factor: 0 };
    let both = side_by_side(&[("总部", ONE), ("质量部", OTHER)], true);
    let options = report::Options {
        draft_date: None,
        section: None,
    };
    let draft = submission(&pack, &field.write(text(&both)).apply(&sampled), Language::Zh, &options);
    let draft = as_text(&draft);
    assert!(draft.contains(ONE) && draft.contains(OTHER));
    let titled = "【做法】\n每季度评审\n\n【成效】\n合格率上升";
    assert_eq!(wordings(titled), None);
    let assessment = field.write(text(titled)).apply(&sampled);
    assert_eq!(found(&pack, &assessment), []);
    assert!(as_text(&clean_submission(&pack, &assessment, Language::Zh, &options)).contains("合格率上升"));
}
