//! More ways of breaking a pack: the members of format 1.1, texts that are more than text, and what would otherwise
//! slip through to a screen.

use crate::faults::{Broken, rename};
use crate::large_pack::large_pack;
use crate::pack_files::Files;
use award_kit::criteria::FaultCode::{self, *};
use award_kit::criteria::{MAX_BYTES, Pack, PackFiles};
use serde_json::{Value, json};

const PACK: &str = "pack.json";
const SOURCES: &str = "sources.json";
const ZH: &str = "text.zh.json";
const EN: &str = "text.en.json";

/// A change of the structure alone, at one pointer.
type Change = (&'static str, &'static str, Value);

/// By one change of `pack.json` to one fault.
fn single() -> Vec<(&'static str, Vec<Change>, FaultCode, &'static str)> {
    let set = |pointer, value| vec![(PACK, pointer, value)];
    let adapted = |pointer: &str, value: Value| {
        let hash = ["sha256:", &"0f".repeat(32)].concat();
        let mut adapted = json!({
            "from": { "id": "demo-mini", "edition": "demo", "hash": hash },
            "changes": [{ "place": "points/practice.direction", "old": "30", "new": "40", "why": "", "source": "" }],
        });
        *adapted.pointer_mut(pointer).expect("a member") = value;
        vec![(PACK, "/adapted", adapted)]
    };
    vec![
        ("base that is a number", set("/base", json!(5)), WrongKind, "/base"),
        ("base that is not there", set("/base", json!("no-such-pack")), UnknownBase, "/base"),
        ("version without minor", set("/version", json!("1")), UnknownFormat, "/version"),
        ("version of letters", set("/version", json!("1.x")), UnknownFormat, "/version"),
        ("edition of nothing", set("/edition", json!(" ")), UnusableRule, "/edition"),
        ("edition with markup", set("/edition", json!("2016<br>")), TextNotPlain, "/edition"),
        (
            "bonus that is a number",
            set("/categories/0/items/1/bonus", json!(5)),
            WrongKind,
            "/categories/0/items/1/bonus",
        ),
        (
            "bonus item in a sum",
            set("/categories/0/items/1/bonus", json!(true)),
            PointsDoNotAddUp,
            "/categories/0/points",
        ),
        (
            "unknown use of points",
            set("/scoring/not_applicable", json!("keep")),
            WrongKind,
            "/scoring/not_applicable",
        ),
        (
            "unknown kind of applicant",
            set("/categories/0/items/0/applies_to", json!(["army"])),
            WrongKind,
            "/categories/0/items/0/applies_to/0",
        ),
        (
            "kind of applicant twice",
            set("/categories/0/items/0/applies_to", json!(["service", "service"])),
            DuplicateId,
            "/categories/0/items/0/applies_to/1",
        ),
        (
            "kind of applicant twice at a prompt",
            set("/categories/1/items/0/prompts/1/applies_to", json!(["service", "manufacturing", "service"])),
            DuplicateId,
            "/categories/1/items/0/prompts/1/applies_to/2",
        ),
        (
            "orientation twice",
            set("/categories/0/items/1/orientations", json!(["innovation", "innovation"])),
            DuplicateId,
            "/categories/0/items/1/orientations/1",
        ),
        (
            "retired item that is there",
            set("/retired", json!(["practice.direction"])),
            DuplicateId,
            "/retired/0",
        ),
        (
            "retired item twice",
            set("/retired", json!(["practice.old", "practice.old"])),
            DuplicateId,
            "/retired/1",
        ),
        ("retired item without category", set("/retired", json!(["old"])), MalformedId, "/retired/0"),
        (
            "letter that is blank",
            set("/rubrics/0/factors/1/letter", json!("")),
            UnusableRule,
            "/rubrics/0/factors/1/letter",
        ),
        (
            "letter that is a word",
            set("/rubrics/0/factors/1/letter", json!("Dep")),
            UnusableRule,
            "/rubrics/0/factors/1/letter",
        ),
        (
            "number of a category that is blank",
            set("/categories/0/number", json!("")),
            UnusableRule,
            "/categories/0/number",
        ),
        (
            "number of an item with an address",
            set("/categories/0/items/0/number", json!("www.example.org")),
            TextNotPlain,
            "/categories/0/items/0/number",
        ),
        (
            "number of a prompt that is blank",
            set("/categories/0/items/0/prompts/0/number", json!("\u{3000}")),
            UnusableRule,
            "/categories/0/items/0/prompts/0/number",
        ),
        (
            "medium below small",
            set("/size/0/bounds/0/medium", json!(9)),
            UnusableRule,
            "/size/0/bounds/0/medium",
        ),
        (
            "large below medium",
            set("/size/0/bounds/0/large", json!(99)),
            UnusableRule,
            "/size/0/bounds/0/large",
        ),
        ("sector without bounds", set("/size/0/bounds", json!([])), UnusableRule, "/size/0/bounds"),
        (
            "length limit of nothing",
            set("/limits/1/characters", json!(0)),
            UnusableRule,
            "/limits/1/characters",
        ),
        (
            "self-check of no years",
            set("/eligibility/self_checks/0/look_back_years", json!(0)),
            UnusableRule,
            "/eligibility/self_checks/0/look_back_years",
        ),
        (
            "veto of no years",
            set("/eligibility/conditions/2/rule", json!({ "kind": "free_of", "years": 0 })),
            UnusableRule,
            "/eligibility/conditions/2/rule/years",
        ),
        (
            "day that does not exist",
            set("/eligibility/editions/0/opens", json!("2026-02-29")),
            WrongKind,
            "/eligibility/editions/0/opens",
        ),
        ("original with a capital", adapted("/from/id", json!("Demo")), MalformedId, "/adapted/from/id"),
        (
            "original without edition",
            adapted("/from/edition", json!("")),
            UnusableRule,
            "/adapted/from/edition",
        ),
        (
            "original without hash",
            adapted("/from/hash", json!("sha256:0f")),
            UnusableRule,
            "/adapted/from/hash",
        ),
        (
            "change without place",
            adapted("/changes/0/place", json!("")),
            UnusableRule,
            "/adapted/changes/0/place",
        ),
        (
            "change with markup",
            adapted("/changes/0/new", json!("<b>40</b>")),
            TextNotPlain,
            "/adapted/changes/0/new",
        ),
        (
            "change for a link",
            adapted("/changes/0/source", json!("https://example.org")),
            TextNotPlain,
            "/adapted/changes/0/source",
        ),
    ]
}

/// Leaves out the texts whose ids begin so.
fn without(start: &'static str) -> impl FnOnce(&mut Value) {
    move |texts| texts.as_object_mut().expect("texts are an object").retain(|id, _| !id.starts_with(start))
}

pub fn broken_by_format_1_1() -> Vec<Broken> {
    let demo = Files::demo;
    let mut all: Vec<Broken> = single()
        .into_iter()
        .map(|(what, changes, code, pointer)| Broken {
            what,
            files: changes
                .into_iter()
                .fold(demo(), |files, (file, pointer, value)| files.set(file, pointer, value)),
            faults: vec![(code, PACK, pointer)],
        })
        .collect();
    let mut broken = |what, files, faults: &[(FaultCode, &'static str, &'static str)]| {
        all.push(Broken {
            what,
            files,
            faults: faults.to_vec(),
        });
    };
    let english = demo().english.map(|text| text + &" ".repeat(MAX_BYTES));
    broken("text of 10 MB", Files { english, ..demo() }, &[(TooLarge, EN, "")]);
    let renamed = |from: &'static str, to: &'static str| demo().edit(ZH, rename(from, to)).edit(EN, rename(from, to));
    broken(
        "prompt with a full stop",
        renamed("direction.goals", "direction.goals.all").set(PACK, "/categories/0/items/0/prompts/0/id", json!("goals.all")),
        &[(MalformedId, PACK, "/categories/0/items/0/prompts/0")],
    );
    broken(
        "item with two full stops",
        renamed("outcomes.customers", "outcomes.customers.all").set(PACK, "/categories/1/items/0/id", json!("outcomes.customers.all")),
        &[(MalformedId, PACK, "/categories/1/items/0/id")],
    );
    broken(
        "unit with a capital",
        renamed("unit.organisations", "unit.Organisations").set(PACK, "/facts/0/unit", json!("Organisations")),
        &[(MalformedId, PACK, "/facts/0/unit")],
    );
    broken(
        "edition that closes before it opens",
        demo()
            .set(PACK, "/eligibility/editions/0/opens", json!("2026-03-02"))
            .set(PACK, "/eligibility/editions/0/closes", json!("2026-03-01"))
            .set(SOURCES, "/figures/edition_dates", json!({ "source": "demo", "status": "assumed" })),
        &[(UnusableRule, PACK, "/eligibility/editions/0/closes")],
    );
    broken(
        "rubric without bands",
        demo()
            .set(PACK, "/rubrics/0/bands", json!([]))
            .edit(ZH, without("band.process."))
            .edit(EN, without("band.process.")),
        &[(BandGap, PACK, "/rubrics/0/bands")],
    );
    broken(
        "rubric without factors",
        ["band.process.", "factor.process."]
            .into_iter()
            .fold(demo(), |files, start| files.edit(ZH, without(start)).edit(EN, without(start)))
            .set(PACK, "/rubrics/0/factors", json!([]))
            .set(PACK, "/rubrics/0/limits", json!([])),
        &[(UnusableRule, PACK, "/rubrics/0/factors")],
    );
    broken(
        "category without items",
        demo()
            .edit(PACK, |pack| {
                pack["categories"]
                    .as_array_mut()
                    .expect("categories")
                    .push(json!({ "id": "empty", "number": "3", "points": 0, "items": [] }))
            })
            .set(ZH, "/category.empty", json!("空"))
            .set(EN, "/category.empty", json!("Empty")),
        &[(UnusableRule, PACK, "/categories/2/items")],
    );
    broken(
        "item without points",
        demo()
            .set(PACK, "/categories/0/items/0/points", json!(0))
            .set(PACK, "/categories/0/items/1/points", json!(70)),
        &[(UnusableRule, PACK, "/categories/0/items/0/points")],
    );
    broken(
        "points that overflow",
        demo()
            .set(PACK, "/categories/0/items/0/points", json!(u32::MAX))
            .set(PACK, "/categories/0/items/1/points", json!(u32::MAX))
            .set(PACK, "/categories/0/points", json!(u32::MAX)),
        &[
            (PointsDoNotAddUp, PACK, "/scoring/total"),
            (PointsDoNotAddUp, PACK, "/categories/0/points"),
            (UnusableRule, PACK, "/categories/0/items/0/points"),
            (UnusableRule, PACK, "/categories/0/items/1/points"),
        ],
    );
    let only_service = |files: Files, pointer: &str| files.set(PACK, &format!("{pointer}/applies_to"), json!(["service"]));
    broken(
        "category of which nothing is left to share out to",
        only_service(
            demo().set(PACK, "/scoring/not_applicable", json!("redistribute_in_category")),
            "/categories/1/items/0",
        ),
        &[(UnusableRule, PACK, "/categories/1/items"), (UnusableRule, PACK, "/categories/1/items")],
    );
    broken(
        "category of which only a bonus item is left",
        demo()
            .set(PACK, "/scoring/not_applicable", json!("redistribute_in_category"))
            .set(PACK, "/categories/0/items/1/bonus", json!(true))
            .set(PACK, "/categories/0/items/0/points", json!(70))
            .set(PACK, "/categories/0/items/0/applies_to", json!(["service", "manufacturing"])),
        &[(UnusableRule, PACK, "/categories/0/items")],
    );
    for rule in ["reduce", "redistribute"] {
        let items = ["/categories/0/items/0", "/categories/0/items/1", "/categories/1/items/0"];
        broken(
            "kind of applicant to whom nothing applies",
            items.into_iter().fold(demo().set(PACK, "/scoring/not_applicable", json!(rule)), only_service),
            &[(UnusableRule, PACK, "/categories"), (UnusableRule, PACK, "/categories")],
        );
    }
    broken(
        "text with a script",
        demo().set(EN, "/pack.name", json!("<script>a()</script>")),
        &[(TextNotPlain, EN, "/pack.name")],
    );
    broken(
        "unknown text with a link",
        demo().set(ZH, "/link", json!("//example.org/a")),
        &[(TextUnknown, ZH, "/link"), (TextNotPlain, ZH, "/link")],
    );
    all
}

#[test]
fn a_category_may_lack_items_for_a_kind_where_points_are_shared_out_over_the_whole_pack() {
    for rule in ["reduce", "redistribute"] {
        let files = Files::demo().set(PACK, "/scoring/not_applicable", json!(rule));
        let files = files.set(PACK, "/categories/1/items/0/applies_to", json!(["service"]));
        assert_eq!(files.faults(), [], "{rule}");
    }
}

#[test]
fn bonus_items_are_in_no_sum_and_may_stand_in_a_category_of_their_own() {
    let bonus = json!({ "id": "extra.one", "number": "3.1", "points": 9, "rubric": "process", "orientations": [], "bonus": true, "applies_to": ["service"], "prompts": [] });
    let extra = json!({ "id": "extra", "number": "3", "points": 0, "items": [bonus] });
    let mut files = Files::demo()
        .set(PACK, "/scoring/not_applicable", json!("redistribute_in_category"))
        .edit(PACK, |pack| pack["categories"].as_array_mut().expect("categories").push(extra));
    for file in [ZH, EN] {
        files = files.set(file, "/category.extra", json!("加分")).set(file, "/item.extra.one", json!("加分项"));
    }
    assert_eq!(files.faults(), []);
}

#[test]
fn a_text_is_refused_for_markup_addresses_and_characters_that_steer_the_line() {
    let refused = [
        ("a<b>c", "<b"),
        ("</td>", "</"),
        ("<!-- a", "<!"),
        ("<?xml", "<?"),
        ("见 http://example.org", "://"),
        ("ftp://a", "://"),
        ("//example.org", "//"),
        ("JavaScript:a()", "javascript:"),
        ("vbscript:a", "vbscript:"),
        ("data:text/html,a", "data:"),
        ("（DATA:,a）", "data:"),
        ("WWW.example.org", "www."),
        ("一\t二", "U+0009"),
        ("一\r\n二", "U+000D"),
        ("a\u{0}", "U+0000"),
        ("a\u{7f}", "U+007F"),
        ("a\u{85}", "U+0085"),
        ("a\u{61c}b", "U+061C"),
        ("质\u{202e}量", "U+202E"),
        ("\u{200f}a", "U+200F"),
        ("a\u{2069}", "U+2069"),
        ("一\u{2028}二", "U+2028"),
        ("\u{fffd}\u{fffd}", "U+FFFD"),
    ];
    for (text, told) in refused {
        let faults = Files::demo().set(EN, "/pack.name", json!(text)).load().expect_err(text);
        let found: Vec<(FaultCode, &str, &str)> = faults.iter().map(|fault| (fault.code, fault.pointer.as_str(), fault.given.as_str())).collect();
        assert_eq!(found, [(TextNotPlain, "/pack.name", told)], "{text:?}");
    }
}

#[test]
fn a_text_may_compare_quote_and_break_lines() {
    let plain = [
        "X < 300, Y<1000 and a < b",
        "小于<300 人，≤ 5 %，<中型>",
        "A -> B; <- C; a <= b; 1<2",
        "Data: at least 3 years; data:3 years; metadata:no",
        "and/or, 24/7, km // h",
        "JavaScript, www, http",
        "第一行\n第二行",
        "\"引用\" & } { \\ ' ` %",
        "👩\u{200d}🏭 café e\u{301}　全角空格",
    ];
    for text in plain {
        assert_eq!(Files::demo().set(EN, "/pack.name", json!(text)).faults(), [], "{text:?}");
    }
}

#[test]
fn a_pack_may_have_more_languages_but_each_by_its_tag() {
    let demo = Files::demo();
    let (zh, en) = (demo.chinese.unwrap_or_default(), demo.english.unwrap_or_default());
    let faults = |tag: &str| {
        let files = PackFiles {
            structure: &demo.structure,
            sources: &demo.sources,
            texts: &[("zh", &zh), ("en", &en), (tag, &en)],
        };
        let faults = Pack::load(&files).err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.code, fault.file)).collect::<Vec<_>>()
    };
    for tag in ["fr", "zh-Hant", "zh-Hant-HK"] {
        assert_eq!(faults(tag), [], "{tag}");
    }
    for tag in ["", "<b>", "../fr", "zh_Hant", "zh-"] {
        assert_eq!(faults(tag), [(MalformedId, format!("text.{tag}.json"))], "{tag}");
    }
}

fn large(items: usize, prompts: usize) -> Files {
    let large = large_pack(items, prompts);
    Files {
        structure: large.structure,
        sources: large.sources,
        chinese: Some(large.chinese),
        english: Some(large.english),
    }
}

/// A large pack with more factors in its rubric.
fn with_factors(files: Files, more: usize) -> Files {
    let ids: Vec<String> = (0..more).map(|at| format!("more-{at}")).collect();
    let texts = |texts: &mut Value| {
        for id in &ids {
            for key in ["factor.process.F", "factor.process.F.hint", "band.process.0-45.F", "band.process.50-100.F"] {
                texts[key.replace('F', id)] = json!("要素");
            }
        }
    };
    let factors = |pack: &mut Value| {
        let factors = pack["rubrics"][0]["factors"].as_array_mut().expect("factors");
        factors.extend(ids.iter().map(|id| json!({ "id": id, "letter": "M" })));
    };
    files.edit(PACK, factors).edit(ZH, texts).edit(EN, texts)
}

#[test]
fn a_pack_of_500_items_and_5000_prompts_has_no_fault() {
    assert_eq!(large(500, 5_000).faults(), []);
}

#[test]
fn a_pack_with_more_factors_than_letters_or_more_answers_than_a_device_holds_is_refused() {
    let given = |files: Files| {
        let faults = files.load().err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.code, fault.pointer, fault.given)).collect::<Vec<_>>()
    };
    let fault = |pointer: &str, given: &str| vec![(UnusableRule, pointer.to_owned(), given.to_owned())];
    assert_eq!(given(with_factors(large(2, 2), 22)), []);
    assert_eq!(given(with_factors(large(2, 2), 23)), fault("/rubrics/0/factors", "27"));
    assert_eq!(given(with_factors(large(2, 7_690), 22)), []);
    assert_eq!(given(with_factors(large(2, 7_691), 22)), fault("/categories", "200018"));
}
