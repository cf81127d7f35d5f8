//! `award-kit import-draft`, run as a program: what an edited draft would change, and the assessment with it.

use crate::command_line::{answer, folder, json_answer, put, refusal};
use crate::export::part;
use crate::returned::with_parts;
use serde_json::{Value, json};
use std::fs;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/manufacturing.zh.json");

fn read(path: &str) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON")
}

#[test]
fn a_draft_goes_out_is_edited_and_comes_back() {
    let folder = folder("import-draft");
    let path = |name: &str| folder.join(name).display().to_string();
    let (draft, out) = (path("draft.docx"), path("out.json"));
    answer(&["export", SAMPLE, "--to", "docx", "-o", &draft]);
    let unedited = json_answer(&["import-draft", SAMPLE, &draft]);
    assert_eq!((&unedited["changes"], &unedited["not_placed"]), (&json!([]), &json!([])));
    assert!(unedited["unchanged"].as_u64() > Some(100), "{}", unedited["unchanged"]);
    // One text is edited there, one here, one on both sides.
    let before = read(SAMPLE);
    let text_at = |file: &Value, pointer: &str| file.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let places = ["/organisation/environment", "/organisation/relationships", "/organisation/competition"];
    let [there, _, both] = places.map(|place| text_at(&before, place).expect("a text"));
    let first = |text: &str| text.lines().next().expect("a line").to_owned();
    let bytes = fs::read(&draft).expect("the draft");
    let mut document = part(&bytes, "word/document.xml");
    for (text, new) in [(&there, "改于文档"), (&both, "文档的写法")] {
        assert_eq!(document.matches(&first(text)).count(), 1);
        document = document.replace(&first(text), new);
    }
    let edited = put(&folder, "市场部.docx", with_parts(&bytes, &[("word/document.xml", document)]));
    let mut now = before.clone();
    now["organisation"]["relationships"] = json!("改于本机");
    now["organisation"]["competition"] = json!("本机的写法");
    let now = put(&folder, "now.json", now.to_string());
    let told = json_answer(&["import-draft", &now, &edited, "-o", &out]);
    let standings: Vec<Value> = told["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .map(|change| json!([change["place"], change["standing"], change["by"]]))
        .collect();
    let expected = [
        json!([places[0], "changed_there", "control"]),
        json!([places[1], "changed_here", "control"]),
        json!([places[2], "conflict", "control"]),
    ];
    assert_eq!(standings, expected);
    assert_eq!(told["conflicts"][0]["pointer"], places[2]);
    let result = read(&out);
    assert_eq!(text_at(&result, places[0]).expect("a text"), there.replace(&first(&there), "改于文档"));
    assert_eq!(text_at(&result, places[1]).as_deref(), Some("改于本机"));
    let kept = text_at(&result, places[2]).expect("a text");
    assert!(kept.contains("本机的写法") && kept.contains("文档的写法") && kept.contains("市场部"), "{kept}");
    // What the draft says nothing of is as it was.
    for (member, value) in before.as_object().expect("a file") {
        if !["organisation", "pack"].contains(&member.as_str()) {
            assert_eq!(result[member], *value, "{member}");
        }
    }
    // Without a place to write nothing is written, and nothing of the file changes.
    assert_eq!(json_answer(&["import-draft", &now, &edited])["written"], json!(false));
}

#[test]
fn what_is_no_draft_is_refused_with_a_sentence_and_nothing_is_written() {
    let folder = folder("import-draft-refused");
    let out = folder.join("out.json").display().to_string();
    let draft = folder.join("draft.docx").display().to_string();
    answer(&["export", SAMPLE, "--to", "docx", "-o", &draft]);
    let bytes = fs::read(&draft).expect("the draft");
    let cut = put(&folder, "cut.docx", &bytes[..bytes.len() / 2]);
    let text = put(&folder, "text.docx", "只是文字");
    let binary = put(&folder, "old.doc", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    let bomb = put(&folder, "bomb.docx", with_parts(&bytes, &[("word/document.xml", " ".repeat(60_000_000))]));
    let long = [
        "<w:document><w:body><w:p><w:r><w:t>",
        &"长".repeat(400_001),
        "</w:t></w:r></w:p></w:body></w:document>",
    ]
    .concat();
    let long = put(&folder, "long.docx", with_parts(&bytes, &[("word/document.xml", long)]));
    for file in [&cut, &text, &binary, &bomb, &long] {
        let sentence = refusal(&["import-draft", SAMPLE, file, "-o", &out]);
        assert!(sentence.chars().count() > 10 && sentence.lines().count() == 1, "{file}: {sentence}");
    }
    assert!(!fs::exists(&out).expect("the folder"));
}

#[test]
fn a_hostile_draft_neither_breaks_the_reader_nor_loses_text() {
    let folder = folder("import-draft-hostile");
    let draft = folder.join("draft.docx").display().to_string();
    answer(&["export", SAMPLE, "--to", "docx", "-o", &draft]);
    let bytes = fs::read(&draft).expect("the draft");
    let document = part(&bytes, "word/document.xml");
    let deep = ["<w:sdt><w:sdtPr><w:tag w:val=\"_AK_0123456789abcdef_0123456789abcdef\"/></w:sdtPr><w:sdtContent>"; 2000].concat();
    let shapes = [
        // Controls and bookmarks that never end, in each other, of places nobody knows.
        [&deep, "<w:p><w:r><w:t>深处的话</w:t></w:r></w:p>"].concat(),
        "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"_AK_ffffffffffffffff_ffffffffffffffff\"/><w:r><w:t>深处的话</w:t></w:r></w:p>".to_owned(),
        // Marks that end what never began.
        "</w:sdt></w:ins></w:del></w:p></w:tbl><w:p><w:r><w:t>深处的话</w:t></w:r></w:p>".to_owned(),
        "<w:tbl><w:tr><w:tc><w:p><w:ins><w:ins><w:r><w:t>深处</w:t></w:r></w:ins></w:ins><w:r><w:t>深处的话</w:t></w:r></w:p>".to_owned(),
    ];
    for shape in shapes {
        let body = document.find("<w:body>").expect("a body") + "<w:body>".len();
        let hostile = [&document[..body], &shape, &document[body..]].concat();
        let file = put(&folder, "hostile.docx", with_parts(&bytes, &[("word/document.xml", hostile)]));
        let told = json_answer(&["import-draft", SAMPLE, &file]);
        assert!(told["not_placed"].to_string().contains("深处的话"), "{shape:.80}: {}", told["not_placed"]);
    }
}
