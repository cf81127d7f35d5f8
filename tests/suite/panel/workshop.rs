//! A workshop of six from the first copy to the last document: two by file, one by sheet, one by paper, one by code, one who left half-way;
//! without names. Every comment is accounted for.

use crate::samples::{BEIJING, percent};
use crate::workbook_panel::manufacturing;
use award_kit::archive::{Dropped, Project, ScoringCopy, gather_files, subject_of, write_scoring};
use award_kit::assessment::{Action, ItemChange, text};
use award_kit::criteria::ItemSlot;
use award_kit::export::{Options as Wanted, PanelShown, Target, export, rating_sheet};
use award_kit::language::Language;
use award_kit::panel::sentences::{Outcome, Sentence, Visit, comments, left};
use award_kit::panel::{Panel, PanelAction, Sheet, SheetChange, Standing, agreed_ratings, read_code, read_shown, write_code};
use award_kit::report::{Options, feedback_of_panel, minute, say, visits};
use award_kit::worker::sheets_of;

const NAMES: [&str; 6] = ["赵一鸣", "钱二", "孙三立", "李思", "周五一", "吴六"];

/// Ratings that lie apart, differently for each assessor; the last leaves after eleven items.
fn rated(mut sheet: Sheet, assessor: usize, items: usize) -> Sheet {
    for item in 0..items {
        let rating = 35 + 5 * ((item * 3 + assessor * (1 + item % 4)) % 9) as u8;
        sheet = sheet.changed(ItemSlot(item), &SheetChange::Item(ItemChange::Percent(Some(percent(rating)))));
    }
    sheet
}

fn commented(mut sheet: Sheet, assessor: usize) -> Sheet {
    for (item, strengths, opportunities) in [
        (0, "方法有文件，职责清楚。", "过程监控覆盖面窄；没有与标杆对比"),
        (5, "展开到全部部门", ["评价周期偏长", "评价的周期偏长。"][assessor % 2]),
    ] {
        let changes = [ItemChange::Strengths(text(strengths)), ItemChange::Opportunities(text(opportunities))];
        for change in changes {
            sheet = sheet.changed(ItemSlot(item), &SheetChange::Item(change));
        }
    }
    sheet
}

/// Everybody's ratings as they come in: files by name.
fn files(project: &Project) -> Vec<(String, Vec<u8>)> {
    let pack = &*BEIJING;
    let sheet = |at: usize, items: usize| rated(ScoringCopy::for_assessor(pack, project, NAMES[at], &[]).sheet, at, items);
    let by_file = |sheet: Sheet| write_scoring(&ScoringCopy::of_sheet(sheet.handed_back()), pack).into_bytes();
    let subject = subject_of(pack, &project.assessment);
    let mut files = vec![
        ("赵一鸣.json".to_owned(), by_file(commented(sheet(0, 23), 0))),
        ("钱二.json".to_owned(), by_file(commented(sheet(1, 23), 1))),
    ];
    // By sheet: filled, saved and dropped like a file.
    let table = rating_sheet(&commented(sheet(2, 23), 2), pack, Language::Zh).expect("a workbook");
    let (copies, refused) = sheets_of(pack, &subject, "第三份.xlsx", &table, Language::Zh).expect("ratings");
    assert!(refused.is_empty() && copies.len() == 1, "{refused:?}");
    files.extend(copies.iter().map(|(name, copy)| (name.clone(), write_scoring(copy, pack).into_bytes())));
    // From paper: typed in on the page, which makes the same file.
    files.push(("李思（录入）.json".to_owned(), by_file(commented(sheet(3, 23), 3))));
    // By code: told by telephone, ratings alone.
    let code = write_code(pack, &sheet(4, 23)).join(" ");
    let coded = read_code(pack, &code).expect("a code");
    let mut typed = Sheet::blank(pack, subject, NAMES[4], &[]);
    for (item, percent) in coded.percents.iter().enumerate() {
        typed = typed.changed(ItemSlot(item), &SheetChange::Item(ItemChange::Percent(*percent)));
    }
    files.push(("周五一（录入）.json".to_owned(), by_file(typed)));
    files.push(("吴六.json".to_owned(), by_file(commented(sheet(5, 11), 5))));
    files
}

/// Uses every group of comments; the last of each item is set aside with a reason.
fn settled(mut panel: Panel) -> Panel {
    for item in [0, 5].map(ItemSlot) {
        let groups = comments(&panel, item, &say::cues(&BEIJING, 0));
        let last = groups.len() - 1;
        for (at, group) in groups.iter().enumerate() {
            let before = panel.sentences_of(item);
            let sources: Vec<_> = group.said.iter().map(|said| said.source.clone()).collect();
            let after = if at == last {
                before.setting_aside(group.side, &sources, &text("在4.6评价"))
            } else {
                before.with(Sentence {
                    side: group.side,
                    text: group.said[0].source.text.clone(),
                    from: sources,
                })
            };
            panel = PanelAction::Sentences(item, after).apply(&BEIJING, &panel).expect("it is open");
        }
    }
    panel
}

#[test]
fn six_assessors_come_to_a_consensus_and_its_documents_without_a_name() {
    let (pack, assessment) = manufacturing();
    let project = Project::new(assessment.clone());
    let files = files(&project);
    let dropped: Vec<Dropped<'_>> = files.iter().map(|(name, bytes)| Dropped { name, bytes }).collect();
    let subject = subject_of(&pack, &assessment);
    let mut gathered = gather_files(&pack, Some(&subject), &[], &dropped).gathered;
    assert!(gathered.ask(&NAMES, &[]).is_empty());
    assert_eq!(gathered.sheets.len(), 6);
    let codes: Vec<&str> = gathered.problems.iter().map(|problem| problem.code()).collect();
    assert_eq!(codes, ["half_done"]);

    let mut panel = PanelAction::Sheets(gathered.sheets)
        .apply(&pack, &Panel::new(&pack, subject))
        .expect("not open yet");
    let before = left(&pack, &panel);
    // Five wrote two sentences of opportunities and one of strengths on the first item, and one of each on the sixth.
    assert_eq!(before, 5 * 5);
    panel = PanelAction::Open.apply(&pack, &panel).expect("there are scores");
    panel = settled(panel);
    assert_eq!(left(&pack, &panel), 0);
    let outcomes: Vec<Outcome> = [0, 5]
        .into_iter()
        .flat_map(|item| comments(&panel, ItemSlot(item), &say::cues(&pack, 0)))
        .flat_map(|group| group.said)
        .map(|said| said.outcome)
        .collect();
    let used = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Used(_))).count();
    let aside = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Aside(_))).count();
    assert_eq!((used + aside, used > 0, aside > 0), (before, true, true));

    let reading = read_shown(&pack, &panel, true);
    assert!(!reading.lettered, "one left half-way");
    assert!(reading.correlation_of_all.is_some_and(|found| found.ratings == 5 * 23 + 11));
    for item in &reading.items {
        panel = PanelAction::Agree(item.item, item.proposal).apply(&pack, &panel).expect("it is open");
        assert!(matches!(panel.standing(&pack, item.item), Standing::Agreed(_)));
    }
    let visit = Visit {
        item: ItemSlot(5),
        question: text("核对评价记录"),
        who: text("组长"),
        place: text("质量管理部"),
        evidence: text("E-12"),
    };
    panel = PanelAction::Visits(vec![visit]).apply(&pack, &panel).expect("it is open");

    let taken: Action = agreed_ratings(&pack, &panel, &assessment).expect("something to take over");
    let after = taken.apply(&assessment);
    for language in Language::ALL {
        let told = minute(&pack, &panel, *language, true).plain_text();
        let feedback = feedback_of_panel(&pack, &after, *language, &Options::default(), Some(&panel)).plain_text();
        for held in ["方法有文件，职责清楚。", "过程监控覆盖面窄；"] {
            assert!(told.contains(held) && feedback.contains(held.trim_end_matches('；')), "{held}: {told}");
        }
        assert!(told.contains("在4.6评价") && told.contains(language.words().minute_comments_done()), "{told}");
        assert!(visits(&pack, &panel, *language).plain_text().contains("核对评价记录"));
        let shown = PanelShown {
            panel: &panel,
            anonymous: true,
        };
        let workbook = export(
            &Project::new(after.clone()),
            &pack,
            Target::Xlsx,
            &Wanted::new(*language).with_panel(Some(shown)),
        );
        let texts = crate::workbook::Reading::of(&workbook.expect("a workbook")).texts().join("\n");
        for name in NAMES {
            assert!(!told.contains(name) && !texts.contains(name), "{name}");
        }
    }
}
