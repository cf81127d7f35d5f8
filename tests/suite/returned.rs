//! Drafts that come back: what was edited in the controls of an exported draft comes back as exactly that, and nothing else does.

use crate::documents::sample;
use crate::export::part;
use crate::samples::{DEMO, after, cases, day, slot, writing};
use award_kit::archive::Project;
use award_kit::assessment::{Assessment, Field, ProfileText, Text, text};
use award_kit::criteria::Pack;
use award_kit::export::{Options, Target, export};
use award_kit::language::Language;
use award_kit::merge::{Choice, NOT_PLACED, Sides, merge, set_aside};
use award_kit::report::{carried, hashed, marked_fields, place_of, text_of};
use award_kit::returned::{By, Draft, Passage, Reading, Standing, read_draft, sides};
use proptest::collection::vec;
use proptest::prelude::*;
use std::io::{Cursor, Read, Write};

/// The draft of an assessment as a Word document.
pub fn draft_of(pack: &Pack, assessment: &Assessment, language: Language) -> Vec<u8> {
    let options = Options::new(language).dated(Some(day("2016-11-20")));
    export(&Project::new(assessment.clone()), pack, Target::Docx, &options).expect("a document")
}

/// The same file with one part otherwise, and others beside it.
pub fn with_parts(bytes: &[u8], changes: &[(&str, String)]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let name = entry.name().to_owned();
        if changes.iter().all(|(changed, _)| *changed != name) {
            let mut content = Vec::new();
            entry.read_to_end(&mut content).expect("its content");
            writer.start_file(name, options).expect("a place");
            writer.write_all(&content).expect("written");
        }
    }
    for (name, content) in changes {
        writer.start_file(*name, options).expect("a place");
        writer.write_all(content.as_bytes()).expect("written");
    }
    writer.finish().expect("a file").into_inner()
}

/// The text of the document, changed.
fn edited(bytes: &[u8], edit: impl FnOnce(String) -> String) -> Vec<u8> {
    let document = edit(part(bytes, "word/document.xml"));
    with_parts(bytes, &[("word/document.xml", document)])
}

/// What the tag of a field's control begins with.
fn tag(pack: &Pack, field: Field) -> String {
    format!(r#"<w:tag w:val="_AK_{}_"#, hashed(&place_of(pack, field).expect("a marked place")))
}

/// Where the content of a field's control stands in the document.
fn content(document: &str, pack: &Pack, field: Field) -> Option<std::ops::Range<usize>> {
    let tag = document.find(&tag(pack, field))?;
    let begins = tag + document[tag..].find("<w:sdtContent>")? + "<w:sdtContent>".len();
    let ends = begins + document[begins..].find("</w:sdtContent>")?;
    Some(begins..ends)
}

/// The document with other markup in a field's control.
fn filled(document: &str, pack: &Pack, field: Field, markup: &str) -> String {
    let place = content(document, pack, field).unwrap_or_else(|| panic!("{field:?} has a control"));
    [&document[..place.start], markup, &document[place.end..]].concat()
}

/// How an editor writes a line feed, and whether it cuts runs.
#[derive(Debug, Clone, Copy)]
struct Hand {
    breaks: bool,
    cuts: usize,
}

fn hands() -> impl Strategy<Value = Hand> {
    (any::<bool>(), 1..9_usize).prop_map(|(breaks, cuts)| Hand { breaks, cuts })
}

/// Paragraphs as an editor writes them.
fn typed(text: &str, hand: Hand) -> String {
    let run = |text: &str| {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        format!(r#"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escaped}</w:t></w:r>"#)
    };
    let line = |line: &str| {
        let pieces = line.split('\t').map(|piece| {
            let signs: Vec<char> = piece.chars().collect();
            signs.chunks(hand.cuts).map(|signs| run(&signs.iter().collect::<String>())).collect::<String>()
        });
        pieces.collect::<Vec<String>>().join("<w:r><w:tab/></w:r>")
    };
    let lines: Vec<String> = text.split('\n').map(line).collect();
    if hand.breaks {
        format!("<w:p>{}</w:p>", lines.join("<w:r><w:br/></w:r>"))
    } else {
        lines
            .iter()
            .map(|line| format!("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>{line}</w:p>"))
            .collect()
    }
}

fn passage(draft: &Draft, field: Field) -> &Passage {
    draft
        .passages
        .iter()
        .find(|passage| passage.field == field)
        .unwrap_or_else(|| panic!("{field:?} is there"))
}

/// The fields that have a control in the draft.
fn controlled(pack: &Pack, bytes: &[u8]) -> Vec<Field> {
    let document = part(bytes, "word/document.xml");
    marked_fields(pack)
        .into_iter()
        .filter(|field| content(&document, pack, *field).is_some())
        .collect()
}

/// The assessment with other texts.
fn with_texts<'a>(assessment: &Assessment, texts: impl IntoIterator<Item = &'a (Field, String)>) -> Assessment {
    texts
        .into_iter()
        .fold(assessment.clone(), |now, (field, told)| field.write(text(told)).apply(&now))
}

/// What comes of a draft that is taken with every conflict settled in one way.
fn taken(pack: &Pack, project: &Project, draft: &Draft, reading: Reading, choice: Choice) -> (Project, usize) {
    let [base, theirs] = sides(pack, project, draft, reading, "copy").expect("two sides");
    let merged = merge(pack, Some(&base), project, &theirs);
    let names = Sides { ours: "whole", theirs: "copy" };
    let choices = vec![choice; merged.conflicts.len()];
    (merged.settled(pack, &choices, names).expect("a result"), merged.conflicts.len())
}

/// Two entries of evidence, and a text that may name them.
fn registered() -> Assessment {
    after(&DEMO, &["E01", "QA-2"].map(|number| crate::pinned::entry(number, "手册")))
}

fn naming() -> impl Strategy<Value = Text> {
    let references = prop::sample::select(
        &[
            "E01",
            "〔证2〕",
            "（见证据 1、2）",
            "Ｅ０１",
            "QA—2",
            "[QA-2]",
            "E01、QA-2",
            "〔证9〕",
            "\t",
            "\n",
            "（",
            "<a>",
        ][..],
    );
    vec(prop_oneof![writing(), references.prop_map(text)], 0..6).prop_map(|parts| text(parts.concat()))
}

/// Texts of a few fields.
fn some_texts() -> impl Strategy<Value = Vec<(prop::sample::Index, String)>> {
    vec((any::<prop::sample::Index>(), writing().prop_map(|text| carried(&text))), 0..6)
}

proptest! {
    #![proptest_config(cases(48))]

    /// The law: random edits in the controls come back as exactly those edits.
    #[test]
    fn what_was_edited_in_controls_comes_back_as_exactly_that(was in vec((any::<prop::sample::Index>(), naming()), 0..12), edits in some_texts(), hand in hands(), zh in any::<bool>()) {
        let language = if zh { Language::Zh } else { Language::En };
        let fields = marked_fields(&DEMO);
        let was: Vec<(Field, String)> = was.iter().map(|(at, text)| (fields[at.index(fields.len())], text.to_string())).collect();
        let assessment = with_texts(&registered(), &was);
        let project = Project::new(assessment.clone());
        let bytes = draft_of(&DEMO, &assessment, language);
        let open = controlled(&DEMO, &bytes);
        prop_assert!(was.iter().all(|(field, _)| carried(&text_of(&assessment, *field)).is_empty() || open.contains(field)));
        let mut edits: Vec<(Field, String)> = edits.iter().map(|(at, text)| (open[at.index(open.len())], text.clone())).collect();
        edits.dedup_by_key(|edit| edit.0);
        let returned = edited(&bytes, |document| edits.iter().fold(document, |document, (field, text)| filled(&document, &DEMO, *field, &typed(text, hand))));
        let draft = read_draft(&DEMO, &project, &returned).expect("a draft");
        prop_assert_eq!(&draft.strays, &[]);
        prop_assert_eq!((draft.absent, draft.passages.len()), (0, open.len()));
        let expected = with_texts(&assessment, &edits);
        for passage in &draft.passages {
            prop_assert_eq!(passage.by, By::Control);
            let (now, then) = (carried(&text_of(&assessment, passage.field)), carried(&text_of(&expected, passage.field)));
            prop_assert_eq!(passage.text(Reading::Agreed), &then, "{:?}", passage.field);
            let standing = if now == then { Standing::Same } else { Standing::There };
            prop_assert_eq!(passage.standing(&assessment, Reading::Agreed), standing);
        }
        let (result, conflicts) = taken(&DEMO, &project, &draft, Reading::Agreed, Choice::Both);
        prop_assert_eq!(conflicts, 0);
        for field in fields {
            let (told, then) = (text_of(&result.assessment, field), text_of(&expected, field));
            // What was not edited stays to the letter, also what a document cannot carry.
            let was_edited = edits.iter().any(|(edited, _)| *edited == field) && carried(&text_of(&assessment, field)) != *then;
            prop_assert_eq!(&*told, if was_edited { &*then } else { &*text_of(&assessment, field) }, "{:?}", field);
        }
    }

    /// What changed here and there meanwhile is told apart, and nothing of either side is lost.
    #[test]
    fn what_changed_on_both_sides_is_a_conflict_and_neither_is_lost(there in some_texts(), here in some_texts(), hand in hands()) {
        let (pack, assessment) = (&*DEMO, with_texts(&Assessment::blank(&DEMO), &[(Field::Profile(ProfileText::Name), "甲".to_owned())]));
        let bytes = draft_of(pack, &assessment, Language::Zh);
        let open = controlled(pack, &bytes);
        let fields = |texts: &[(prop::sample::Index, String)]| {
            let mut texts: Vec<(Field, String)> = texts.iter().map(|(at, text)| (open[at.index(open.len().min(8))], text.clone())).collect();
            texts.dedup_by_key(|edit| edit.0);
            texts
        };
        let (there, here) = (fields(&there), fields(&here));
        let now = Project::new(with_texts(&assessment, &here));
        let theirs = with_texts(&assessment, &there);
        let returned = edited(&bytes, |document| there.iter().fold(document, |document, (field, text)| filled(&document, pack, *field, &typed(text, hand))));
        let draft = read_draft(pack, &now, &returned).expect("a draft");
        for passage in &draft.passages {
            let [was, one, other] = [&assessment, &now.assessment, &theirs].map(|of| carried(&text_of(of, passage.field)));
            let expected = match (one == was, other == was) {
                _ if one == other => Standing::Same,
                (true, _) => Standing::There,
                (_, true) => Standing::Here,
                _ => Standing::Both,
            };
            prop_assert_eq!(passage.standing(&now.assessment, Reading::Agreed), expected, "{:?}", passage.field);
            for (choice, kept) in [(Choice::Ours, &one), (Choice::Theirs, &other)] {
                let (result, _) = taken(pack, &now, &draft, Reading::Agreed, choice);
                let told = text_of(&result.assessment, passage.field);
                match expected {
                    Standing::There => prop_assert_eq!(&*told, &*other),
                    Standing::Here | Standing::Same => prop_assert_eq!(carried(&told), one.clone()),
                    // Where one holds the other, that is both.
                    Standing::Both => prop_assert!(*told == **kept || told.contains(&*one) && told.contains(&*other), "{told:?} {one:?} {other:?}"),
                }
            }
        }
    }
}

/// The sample with a text in every kind of place.
fn manufacturing() -> (Pack, Assessment) {
    sample("manufacturing", Language::Zh)
}

#[test]
fn a_draft_that_nobody_touched_changes_nothing() {
    for name in crate::documents::SAMPLES {
        for language in Language::ALL {
            let (pack, assessment) = sample(name, *language);
            let draft = read_draft(&pack, &Project::new(assessment.clone()), &draft_of(&pack, &assessment, *language)).expect("a draft");
            assert_eq!(draft.strays, [], "{name}");
            let changed = draft
                .passages
                .iter()
                .filter(|passage| passage.standing(&assessment, Reading::Agreed) != Standing::Same);
            assert_eq!(changed.count(), 0, "{name}");
            assert_eq!(draft.absent, 0);
        }
    }
}

/// Takes away all marks: the controls, and where asked the bookmarks and the record.
fn without_marks(bytes: &[u8], bookmarks: bool, record: bool) -> Vec<u8> {
    let document = part(bytes, "word/document.xml");
    let mut out = String::new();
    let mut rest = document.as_str();
    while let Some(at) = rest.find("<w:sdt><w:sdtPr><w:alias") {
        out.push_str(&rest[..at]);
        let begins = at + rest[at..].find("<w:sdtContent>").expect("content") + "<w:sdtContent>".len();
        let ends = begins + rest[begins..].find("</w:sdtContent></w:sdt>").expect("an end");
        out.push_str(&rest[begins..ends]);
        rest = &rest[ends + "</w:sdtContent></w:sdt>".len()..];
    }
    out.push_str(rest);
    let mut changes = vec![("word/document.xml", if bookmarks { out.replace("_AK_", "_gone_") } else { out })];
    if record {
        changes.push(("customXml/item1.xml", "<other/>".to_owned()));
    }
    with_parts(bytes, &changes)
}

#[test]
fn a_draft_without_controls_comes_back_by_bookmarks_then_by_headings() {
    let (pack, assessment) = manufacturing();
    let governance = Field::Answer {
        item: slot(&pack, "leadership.governance"),
        scope: 0,
        factor: 0,
    };
    let told = text_of(&assessment, governance).to_string();
    assert!(!told.is_empty());
    let name = Field::Profile(ProfileText::Environment);
    let edits = [
        (governance, format!("{told}\n新增一段。\n\n（一）全角　与\t制表")),
        (name, "我们在北京。".to_owned()),
    ];
    let hand = Hand { breaks: false, cuts: 4 };
    let whole = draft_of(&pack, &assessment, Language::Zh);
    let project = Project::new(assessment.clone());
    let all = read_draft(&pack, &project, &whole).expect("a draft").passages;
    for (bookmarks, record, by) in [(false, false, By::Bookmark), (true, false, By::Heading), (true, true, By::Heading)] {
        let bytes = edited(&whole, |document| {
            edits.iter().fold(document, |document, (field, text)| {
                let place = content(&document, &pack, *field).expect("a control");
                let mark = document[place.clone()].find("<w:bookmarkStart").expect("a bookmark") + place.start;
                let start = &document[mark..mark + document[mark..].find('>').expect("its end") + 1];
                let end = document[place.clone()].find("<w:bookmarkEnd").expect("an end") + place.start;
                let end = &document[end..end + document[end..].find('>').expect("its end") + 1];
                // As Word keeps a bookmark around what is written in it.
                let typed = typed(text, hand).replacen("<w:r>", &[start, "<w:r>"].concat(), 1);
                let last = typed.rfind("</w:p>").expect("a paragraph");
                filled(&document, &pack, *field, &[&typed[..last], end, &typed[last..]].concat())
            })
        });
        let bytes = without_marks(&bytes, bookmarks, record);
        let draft = read_draft(&pack, &project, &bytes).expect("a draft");
        assert_eq!(draft.strays, [], "{by:?}");
        let expected = with_texts(&assessment, &edits);
        for passage in &draft.passages {
            assert_eq!(passage.by, by);
            let (told, then) = (passage.text(Reading::Agreed), carried(&text_of(&expected, passage.field)));
            assert_eq!(told, then, "{by:?} {}", passage.place);
            let standing = match edits.iter().any(|(field, _)| *field == passage.field) {
                false => Standing::Same,
                true if record => Standing::Both,
                true => Standing::There,
            };
            assert_eq!(passage.standing(&assessment, Reading::Agreed), standing, "{by:?} {}", passage.place);
        }
        // What is empty has no line to be found by.
        for known in &all {
            let is_there = draft.passages.iter().any(|passage| passage.field == known.field);
            assert!(is_there || known.texts[0].is_empty(), "{by:?} {}", known.place);
        }
    }
}

#[test]
fn what_is_only_proposed_is_not_taken_unless_asked_for_and_comments_are_told() {
    let (pack, assessment) = manufacturing();
    let field = Field::Answer {
        item: slot(&pack, "leadership.governance"),
        scope: 0,
        factor: 0,
    };
    let assessment = with_texts(&assessment, &[(field, "甲乙丙\n丁".to_owned())]);
    let by = r#"w:id="9" w:author="王芳" w:date="2016-11-02T08:00:00Z""#;
    let run = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#);
    let markup = format!(
        "<w:p><w:commentRangeStart w:id=\"5\"/>{}<w:del {by}><w:r><w:delText>乙</w:delText></w:r></w:del>{}<w:ins {by}>{}</w:ins><w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r></w:p>\
         <w:p><w:pPr><w:rPr><w:ins {by}/></w:rPr></w:pPr><w:ins {by}>{}</w:ins></w:p><w:p>{}</w:p>",
        run("甲"),
        run("丙"),
        run("（新）"),
        run("整段新增"),
        run("丁"),
    );
    let comments = r#"<w:comments xmlns:w="x"><w:comment w:id="5" w:author="李强" w:date="2016-11-03T08:00:00Z"><w:p><w:r><w:t>请补充数据</w:t></w:r></w:p><w:p><w:r><w:t>三年</w:t></w:r></w:p></w:comment><w:comment w:id="6" w:author="李强"><w:p><w:r><w:t>别处</w:t></w:r></w:p></w:comment></w:comments>"#;
    let bytes = edited(&draft_of(&pack, &assessment, Language::Zh), |document| filled(&document, &pack, field, &markup));
    let bytes = with_parts(&bytes, &[("word/comments.xml", comments.to_owned())]);
    let project = Project::new(assessment.clone());
    let draft = read_draft(&pack, &project, &bytes).expect("a draft");
    let found = passage(&draft, field);
    assert_eq!(found.texts, ["甲乙丙\n丁".to_owned(), "甲丙（新）\n整段新增\n丁".to_owned()]);
    assert_eq!(found.standing(&assessment, Reading::Agreed), Standing::Same);
    assert_eq!(found.standing(&assessment, Reading::Proposed), Standing::There);
    let proposed: Vec<(&str, &str)> = found.proposals.iter().map(|one| (&*one.text, &*one.author)).collect();
    assert_eq!(proposed, [("乙", "王芳"), ("（新）", "王芳"), ("整段新增", "王芳"), ("\n", "王芳")]);
    assert_eq!(
        found.comments.iter().map(|note| (&*note.author, &*note.text)).collect::<Vec<_>>(),
        [("李强", "请补充数据\n三年")]
    );
    assert_eq!(draft.comments.iter().map(|note| &*note.text).collect::<Vec<_>>(), ["别处"]);
    let (result, conflicts) = taken(&pack, &project, &draft, Reading::Agreed, Choice::Both);
    assert_eq!((conflicts, &result.assessment), (0, &assessment));
    let (result, _) = taken(&pack, &project, &draft, Reading::Proposed, Choice::Both);
    assert_eq!(&*text_of(&result.assessment, field), "甲丙（新）\n整段新增\n丁");
}

#[test]
fn what_belongs_nowhere_is_set_aside_and_the_kits_own_words_are_not() {
    let (pack, assessment) = manufacturing();
    let project = Project::new(assessment.clone());
    let whole = draft_of(&pack, &assessment, Language::Zh);
    let run = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let bytes = edited(&whole, |document| {
        // At the very end of the document, behind the kit's own last words.
        let end = document.rfind("<w:sectPr").expect("the last section");
        [
            &document[..end],
            &run("写在最后的话 <w:t/>".replace("<w:t/>", "&lt;&amp;").as_str()),
            &run("第二行"),
            &document[end..],
        ]
        .concat()
    });
    let draft = read_draft(&pack, &project, &bytes).expect("a draft");
    assert_eq!(
        draft.strays.iter().map(|stray| &*stray.texts[0]).collect::<Vec<_>>(),
        ["写在最后的话 <&\n第二行"]
    );
    let (result, _) = taken(&pack, &project, &draft, Reading::Agreed, Choice::Both);
    let aside = set_aside(&result);
    let told: Vec<(&str, &str, &str)> = aside
        .iter()
        .map(|one| (&*one.pointer, &*one.from, one.value.as_str().expect("a text")))
        .collect();
    assert_eq!(told, [(NOT_PLACED, "copy", "写在最后的话 <&\n第二行")]);
    assert_eq!(result.assessment, assessment);
    // A draft of before the assessment went on: the kit's own words of then are none of a person.
    let item = slot(&pack, "leadership.governance");
    let later = with_texts(
        &assessment,
        &[
            (Field::Strengths(item), "新的优势".to_owned()),
            (Field::Profile(ProfileText::Name), "新名称".to_owned()),
        ],
    );
    let draft = read_draft(&pack, &Project::new(later.clone()), &whole).expect("a draft");
    assert_eq!(draft.strays, []);
    assert_eq!(passage(&draft, Field::Strengths(item)).standing(&later, Reading::Agreed), Standing::Here);
}

#[test]
fn a_copied_control_an_emptied_one_and_a_deleted_one_lose_nothing() {
    let (pack, assessment) = manufacturing();
    let project = Project::new(assessment.clone());
    let item = slot(&pack, "leadership.governance");
    let (copied, emptied, gone) = (Field::Answer { item, scope: 0, factor: 0 }, Field::Strengths(item), Field::Opportunities(item));
    let whole = draft_of(&pack, &assessment, Language::Zh);
    let bytes = edited(&whole, |document| {
        let whole_of = |document: &str, field| {
            let place = content(document, &pack, field).expect("a control");
            let begins = document[..place.start].rfind("<w:sdt>").expect("its beginning");
            begins..place.end + "</w:sdtContent></w:sdt>".len()
        };
        let place = whole_of(&document, gone);
        let document = [&document[..place.start], &document[place.end..]].concat();
        // As Word shows an empty one.
        let hint = r#"<w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>单击或点击此处输入文字。</w:t></w:r></w:p>"#;
        let document = filled(&document, &pack, emptied, hint);
        let mark = document.find(&tag(&pack, emptied)).expect("its tag");
        let document = [&document[..mark], "<w:showingPlcHdr/>", &document[mark..]].concat();
        let place = whole_of(&document, copied);
        let copy = filled(&document[place.clone()], &pack, copied, "<w:p><w:r><w:t>另一种写法</w:t></w:r></w:p>");
        [&document[..place.end], &copy, &document[place.end..]].concat()
    });
    let draft = read_draft(&pack, &project, &bytes).expect("a draft");
    assert_eq!(passage(&draft, copied).standing(&assessment, Reading::Agreed), Standing::Same);
    assert_eq!(draft.strays.iter().map(|stray| &*stray.texts[0]).collect::<Vec<_>>(), ["另一种写法"]);
    assert_eq!(passage(&draft, emptied).text(Reading::Agreed), "");
    assert_eq!(draft.absent, 1);
    let (result, _) = taken(&pack, &project, &draft, Reading::Agreed, Choice::Both);
    assert_eq!(&*text_of(&result.assessment, emptied), "");
    assert_eq!(text_of(&result.assessment, gone), text_of(&assessment, gone));
}

/// Some editors leave the look of an empty control, and that it is empty, on what is typed into it.
#[test]
fn what_is_typed_into_an_empty_control_is_read_whatever_it_looks_like() {
    let (pack, assessment) = (&*DEMO, Assessment::blank(&DEMO));
    let field = Field::Profile(ProfileText::Environment);
    let hint = |text: &str| format!(r#"<w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"#);
    for (text, expected) in [("新写的一段", "新写的一段"), ("Click or tap here to enter text.", ""), ("（可在此填写）", "")] {
        let bytes = edited(&draft_of(pack, &assessment, Language::Zh), |document| {
            filled(&document, pack, field, &hint(text))
        });
        let draft = read_draft(pack, &Project::new(assessment.clone()), &bytes).expect("a draft");
        assert_eq!(passage(&draft, field).text(Reading::Agreed), expected);
    }
}

/// The document as LibreOffice saves it again; none where it is not installed.
fn saved_again(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(["returned-", name].concat());
    std::fs::create_dir_all(folder.join("out")).expect("a folder");
    let (file, saved) = (folder.join("draft.docx"), folder.join("out/draft.docx"));
    let _ = std::fs::remove_file(&saved);
    std::fs::write(&file, bytes).expect("the file is written");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let outdir = folder.join("out").display().to_string();
    let convert = [
        profile.as_str(),
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        &outdir,
        &file.display().to_string(),
    ]
    .map(str::to_owned);
    let Ok(mut running) = std::process::Command::new("soffice").args(&convert).stdout(std::process::Stdio::null()).spawn() else {
        let needed = std::env::var_os("CI").is_some() || std::env::var_os("AWARD_KIT_FULL_TESTS").is_some();
        assert!(!needed, "LibreOffice is needed for this test and not installed");
        println!("left out: LibreOffice is not installed");
        return None;
    };
    let begun = std::time::Instant::now();
    while running.try_wait().expect("a state").is_none() {
        if begun.elapsed().as_secs() > 180 {
            let _ = running.kill();
            panic!("LibreOffice has not ended");
        }
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    Some(std::fs::read(&saved).expect("LibreOffice has saved it"))
}

/// The law once more, after LibreOffice has saved the draft: a few texts of the awkward kind, written before it is saved.
#[test]
fn what_was_edited_comes_back_also_from_libreoffice() {
    for (at, (name, language)) in [("manufacturing", Language::Zh), ("service", Language::En)].into_iter().enumerate() {
        let (pack, assessment) = sample(name, language);
        let answers = marked_fields(&pack).into_iter().filter(|field| matches!(field, Field::Answer { .. }));
        let pinned: Vec<(Field, String)> = answers
            .skip(at)
            .step_by(9)
            .map(|field| (field, [&*text_of(&assessment, field), "\n见 E-06、〔证7〕，（E-01、2）。"].concat()))
            .collect();
        let assessment = with_texts(&assessment, &pinned);
        let project = Project::new(assessment.clone());
        let whole = draft_of(&pack, &assessment, language);
        let open = controlled(&pack, &whole);
        let texts = [
            "改过的一段，全角　空格与\t制表。\n\n（一）第二行 <&>\n  前后有空格  ",
            "One line",
            "",
            "“引号”——1. 不是列表\n• 也不是",
            "\n首行为空",
        ];
        let edits: Vec<(Field, String)> = (0..25)
            .map(|step| (open[(step * 7 + at) % open.len()], texts[step % texts.len()].to_owned()))
            .collect();
        let returned = edited(&whole, |document| {
            edits.iter().enumerate().fold(document, |document, (at, (field, text))| {
                filled(&document, &pack, *field, &typed(text, Hand { breaks: at % 3 == 0, cuts: 5 }))
            })
        });
        let Some(saved) = saved_again(&returned, name) else { return };
        let draft = read_draft(&pack, &project, &saved).expect("a draft");
        let expected = with_texts(&assessment, &edits);
        for passage in &draft.passages {
            let (now, then) = (carried(&text_of(&assessment, passage.field)), carried(&text_of(&expected, passage.field)));
            assert_eq!(passage.text(Reading::Agreed), then, "{} {:?}", passage.place, passage.by);
            let standing = if now == then { Standing::Same } else { Standing::There };
            assert_eq!(passage.standing(&assessment, Reading::Agreed), standing, "{}", passage.place);
        }
        assert_eq!(draft.strays, [], "{name}");
        assert_eq!((draft.passages.len(), draft.absent), (open.len(), 0));
    }
}
