//! A later draft against an earlier one, as Word shows it: rejecting all of it gives the earlier texts, accepting all of it the later ones.

use crate::command_line::{answer, folder, put};
use crate::documents::sample;
use crate::export::part;
use crate::samples::{DEMO, cases, writing};
use award_kit::archive::{Project, open_bytes, write};
use award_kit::assessment::{Assessment, Field, ProfileText, text};
use award_kit::export::{Revision, tracked};
use award_kit::language::Language;
use award_kit::report::{carried, marked_fields, text_of};
use award_kit::returned::{Reading, read_draft};
use proptest::collection::vec;
use proptest::prelude::*;
use std::fs;

fn revision() -> Revision {
    Revision {
        author: "王芳 <&\"".to_owned(),
        date: Some(crate::samples::day("2016-11-20")),
    }
}

fn with(assessment: &Assessment, texts: &[(prop::sample::Index, String)]) -> Assessment {
    let fields = marked_fields(&DEMO);
    texts.iter().fold(assessment.clone(), |now, (at, told)| {
        fields[at.index(fields.len())].write(text(told)).apply(&now)
    })
}

/// A text and what became of it: pieces kept, put in and left out.
fn rewritten() -> impl Strategy<Value = (String, String)> {
    let piece = prop_oneof![writing().prop_map(|text| text.to_string()), "[一-九a-c，。 \t\n]{1,12}"];
    vec((piece, 0..3_u8), 0..8).prop_map(|pieces| {
        let side = |without: u8| {
            pieces
                .iter()
                .filter(|(_, way)| *way != without)
                .map(|(piece, _)| piece.as_str())
                .collect::<String>()
        };
        (side(1), side(2))
    })
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn rejecting_gives_the_earlier_text_and_accepting_the_later_one(changes in vec((any::<prop::sample::Index>(), rewritten()), 0..10), zh in any::<bool>()) {
        let side = |of: fn(&(String, String)) -> &String| changes.iter().map(|(at, both)| (*at, of(both).clone())).collect::<Vec<_>>();
        let blank = Assessment::blank(&DEMO);
        let (before, after) = (with(&blank, &side(|both| &both.0)), with(&blank, &side(|both| &both.1)));
        let language = if zh { Language::Zh } else { Language::En };
        let bytes = tracked(&DEMO, &before, &after, revision(), language).expect("a document");
        roxmltree::Document::parse(&part(&bytes, "word/document.xml")).expect("well-formed XML");
        prop_assert_eq!(&bytes, &tracked(&DEMO, &before, &after, revision(), language).expect("a document"));
        let draft = read_draft(&DEMO, &Project::new(after.clone()), &bytes).expect("a draft");
        for field in marked_fields(&DEMO) {
            let [was, is] = [&before, &after].map(|of| carried(&text_of(of, field)));
            match draft.passages.iter().find(|passage| passage.field == field) {
                Some(passage) => prop_assert_eq!([passage.text(Reading::Agreed), passage.text(Reading::Proposed)], [&*was, &*is], "{:?}", field),
                None => prop_assert_eq!([was, is], ["", ""].map(str::to_owned)),
            }
        }
        prop_assert_eq!(&draft.strays, &[]);
    }
}

#[test]
fn the_command_writes_words_with_author_and_day_and_nothing_where_nothing_changed() {
    let folder = folder("tracked");
    let (pack, before) = sample("manufacturing", Language::Zh);
    let told = text_of(&before, Field::Profile(ProfileText::Environment)).to_string();
    let first = told.chars().next().expect("a text");
    let changed = [told.replacen(first, "新", 1), "\n新增的一段".to_owned()].concat();
    let after = Field::Profile(ProfileText::Environment).write(text(&changed)).apply(&before);
    let [before, after] = [("before.json", &before), ("after.json", &after)].map(|(name, of)| put(&folder, name, write(&Project::new(of.clone()), &pack)));
    let out = folder.join("out.docx").display().to_string();
    answer(&[
        "compare",
        &before,
        &after,
        "-o",
        &out,
        "--tracked",
        "--author",
        "王芳",
        "--draft-date",
        "2016-11-20",
    ]);
    let document = part(&fs::read(&out).expect("a file"), "word/document.xml");
    let changes: Vec<&str> = document
        .match_indices("w:author=\"王芳\" w:date=\"2016-11-20T00:00:00Z\"")
        .map(|(at, _)| &document[at..at + 10])
        .collect();
    // A deletion, an insertion in its place, the end of a paragraph and the paragraph behind it.
    assert_eq!(changes.len(), 4);
    assert!(document.contains(&format!("<w:delText xml:space=\"preserve\">{first}</w:delText>")));
    assert!(document.contains("<w:t xml:space=\"preserve\">新增的一段</w:t>"));
    let opened = open_bytes(&fs::read(&after).expect("a file"))
        .expect("an assessment")
        .with_pack(&pack)
        .expect("of the pack");
    let found = read_draft(&pack, &opened, &fs::read(&out).expect("a file")).expect("a draft");
    assert_eq!(found.passages.iter().map(|passage| passage.proposals.len()).sum::<usize>(), 4);
    answer(&["compare", &after, &after, "-o", &out, "--tracked"]);
    let document = part(&fs::read(&out).expect("a file"), "word/document.xml");
    assert!(!document.contains("<w:ins ") && !document.contains("<w:del "));
}
