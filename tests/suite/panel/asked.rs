//! Files of which somebody has to say whether they count.

use super::people::{bytes, filled_by, gathered, judged};
use crate::samples::DEMO;
use award_kit::archive::{Dropped, gather_files, subject_of};
use award_kit::criteria::ItemSlot;
use award_kit::panel::{Collected, Gathered, Question};

fn came(files: &[(&str, Vec<u8>)], before: &[Collected]) -> Gathered {
    let files: Vec<Dropped<'_>> = files.iter().map(|(name, bytes)| Dropped { name, bytes }).collect();
    gather_files(&DEMO, Some(&subject_of(&DEMO, &judged())), before, &files).gathered
}

fn counted(gathered: &Gathered) -> Vec<&str> {
    gathered.sheets.iter().map(|sheet| &*sheet.sheet.assessor).collect()
}

#[test]
fn who_is_on_no_list_is_asked_for_and_does_not_count_until_then() {
    let files = [
        ("a.json", bytes(&filled_by("José", &[Some(40); 3]))),
        ("b.json", bytes(&filled_by("钱", &[Some(45); 3]))),
        ("c.json", bytes(&filled_by("路人", &[Some(50); 3]))),
    ];
    let mut all = came(&files, &[]);
    // A name is one however its marks are written.
    let questions = all.ask(&["Jose\u{301}", "钱", "孙"], &[]);
    assert_eq!(counted(&all), ["José", "钱"]);
    let [Question::NotListed(asked)] = questions.as_slice() else {
        panic!("{questions:?}")
    };
    assert_eq!((&*asked.sheet.assessor, &*asked.file), ("路人", "c.json"));

    // Somebody on the list may have used another name.
    let as_sun = award_kit::panel::counting(&all.sheets, asked, " 孙 ");
    assert_eq!(as_sun.iter().map(|sheet| &*sheet.sheet.assessor).collect::<Vec<&str>>(), ["José", "钱", "孙"]);
    let as_qian = award_kit::panel::counting(&all.sheets, asked, "钱");
    assert_eq!((as_qian.len(), &*as_qian[1].file), (2, "c.json"));

    // Once counted, it is not asked again; and without a list nobody is.
    let mut again = came(&files, std::slice::from_ref(asked));
    assert!(again.ask(&["José", "钱", "孙"], std::slice::from_ref(asked)).is_empty());
    assert_eq!(counted(&again), ["José", "路人", "钱"]);
    let mut open = came(&files, &[]);
    assert!(open.ask(&[], &[]).is_empty());
    assert_eq!(open.sheets.len(), 3);
}

#[test]
fn two_of_one_assessor_that_differ_are_shown_side_by_side_and_neither_counts_until_one_is_chosen() {
    let first = ("first.json", bytes(&filled_by("赵", &[Some(40), Some(50), Some(60)])));
    let altered = ("altered.json", bytes(&filled_by("赵", &[Some(40), Some(70), Some(60)])));
    let mut all = came(&[first.clone(), altered.clone()], &[]);
    let questions = all.ask(&[], &[]);
    assert!(all.sheets.is_empty() && all.problems.is_empty(), "{all:?}");
    let [question @ Question::Twice(..)] = questions.as_slice() else {
        panic!("{questions:?}")
    };
    assert_eq!(question.differing(), [ItemSlot(1)]);
    let mut files: Vec<&str> = question.choices().iter().map(|sheet| &*sheet.file).collect();
    files.sort_unstable();
    assert_eq!(files, ["altered.json", "first.json"]);

    // What counted before goes on counting, whichever of the two is fuller.
    let before = came(std::slice::from_ref(&first), &[]).sheets;
    let mut later = came(std::slice::from_ref(&altered), &before);
    assert_eq!(later.ask(&[], &before).len(), 1);
    assert_eq!(later.sheets, before);
}

#[test]
fn a_later_one_and_the_same_one_again_need_no_question() {
    let first = filled_by("赵", &[Some(40); 3]);
    let mut all = came(
        &[
            ("1.json", bytes(&first)),
            ("1 (1).json", bytes(&first)),
            ("2.json", bytes(&first.handed_back())),
        ],
        &[],
    );
    assert!(all.ask(&["赵"], &[]).is_empty());
    assert_eq!(counted(&all), ["赵"]);
    // On the command line, where nobody can be asked, the fuller one counts and that is said.
    let told = gathered(&[
        ("few.json", bytes(&filled_by("赵", &[Some(40), None, None]))),
        ("more.json", bytes(&filled_by("赵", &[Some(40), Some(45), None]))),
    ]);
    assert_eq!(told.gathered.doubles.len(), 1);
    assert!(told.gathered.problems.iter().any(|problem| problem.code() == "uncertain"));
}
