//! A pack far larger than any award's, made in memory: for the benchmark of the checker and for its limits. Benchmarks
//! and browser tests read this file too, so it asks for nothing but JSON.

use serde_json::{Map, Value, json};

/// The files of a pack as text.
pub struct LargePack {
    pub structure: String,
    pub sources: String,
    pub chinese: String,
    pub english: String,
}

const KINDS: [&str; 3] = ["manufacturing", "service", "public_welfare"];
const FACTORS: [&str; 4] = ["approach", "deployment", "learning", "integration"];
const PROMPT: &str = "说明如何收集、分析和使用相关信息，由谁负责、多久一次，覆盖哪些部门和场所，以及近三年据此作了哪些改进。";

/// A whole pack of so many items, 50 in a category, and so many prompts, shared out evenly; every item has a source
/// entry of its own, every prompt a name and a question in both languages.
pub fn large_pack(items: usize, prompts: usize) -> LargePack {
    let mut texts = texts_of_the_rest();
    let mut figures = Map::new();
    let attribution = || json!({ "source": "notice", "status": "assumed", "confidence": "low" });
    for group in ["total", "step", "rounding", "points", "rubric", "maturity", "orientation", "edition"] {
        figures.insert(group.into(), attribution());
    }
    let mut categories: Vec<Value> = Vec::new();
    for at in 0..items.div_ceil(50) {
        let id = format!("category-{at}");
        texts.push((format!("category.{id}"), "类别名称"));
        let within: Vec<Value> = (at * 50..items.min(at * 50 + 50))
            .map(|item| item_of(&id, item, prompts / items + usize::from(item < prompts % items), &mut texts))
            .collect();
        for item in &within {
            figures.insert(format!("points/{}", item["id"].as_str().unwrap_or_default()), attribution());
        }
        categories.push(json!({ "id": id, "number": format!("4.{at}"), "points": 2 * within.len(), "items": within }));
    }
    let structure = json!({
        "format": "award-kit.pack", "version": "1.1", "id": "large", "edition": "1",
        "scoring": { "total": 2 * items, "step": 5, "rounding": "exact", "not_applicable": "redistribute_in_category", "reference_lines": [] },
        "maturity": [{ "id": "all", "from": 0, "to": 2 * items }],
        "orientations": (0..20).map(|at| format!("orientation-{at}")).collect::<Vec<String>>(),
        "rubrics": [{
            "id": "process",
            "factors": FACTORS.map(|factor| json!({ "id": factor, "letter": factor[..1].to_uppercase() })),
            "bands": [{ "id": "0-45", "from": 0, "to": 45 }, { "id": "50-100", "from": 50, "to": 100 }],
            "limits": [],
        }],
        "categories": categories,
        "retired": (0..items).map(|at| format!("category-0.old-{at}")).collect::<Vec<String>>(),
        "eligibility": {
            "default": "only", "conditions": [{ "id": "registered", "rule": { "kind": "registered_in", "division": "11" } }],
            "editions": [{ "id": "only", "conditions": ["registered"] }], "self_checks": [],
        },
        "size": [], "stages": [], "facts": [], "limits": [],
    });
    let texts: Map<String, Value> = texts.into_iter().map(|(id, text)| (id, text.into())).collect();
    let texts = Value::Object(texts).to_string();
    LargePack {
        structure: structure.to_string(),
        sources: json!({ "sources": ["notice"], "figures": figures }).to_string(),
        chinese: texts.clone(),
        english: texts,
    }
}

fn item_of(category: &str, at: usize, prompts: usize, texts: &mut Vec<(String, &'static str)>) -> Value {
    let id = format!("{category}.item-{at}");
    texts.push((format!("item.{id}"), "条目名称"));
    let prompts: Vec<Value> = (0..prompts)
        .map(|at| {
            texts.push((format!("prompt.{id}.prompt-{at}"), PROMPT));
            texts.push((format!("prompt.{id}.prompt-{at}.name"), "要点名称"));
            json!({ "id": format!("prompt-{at}"), "number": at.to_string(), "orientations": [format!("orientation-{}", at % 20)] })
        })
        .collect();
    // Two items of three are for everybody.
    let meant_for = if at.is_multiple_of(3) { &KINDS[at % 2..=at % 2] } else { &[] };
    json!({
        "id": id, "number": format!("4.{at}"), "points": 2, "rubric": "process", "orientations": [format!("orientation-{}", at % 20)],
        "applies_to": meant_for, "prompts": prompts,
    })
}

fn texts_of_the_rest() -> Vec<(String, &'static str)> {
    let mut texts: Vec<(String, &'static str)> = ["pack.name", "pack.short", "pack.edition", "pack.points_note", "pack.disclaimer"]
        .into_iter()
        .chain([
            "rubric.process",
            "maturity.all",
            "edition.only",
            "condition.registered",
            "condition.registered.hint",
            "source.notice",
        ])
        .map(|id| (id.to_owned(), "大准则包的文字"))
        .collect();
    for factor in FACTORS {
        texts.push((format!("factor.process.{factor}"), "要素"));
        texts.push((format!("factor.process.{factor}.hint"), PROMPT));
        for band in ["0-45", "50-100"] {
            texts.push((format!("band.process.{band}.{factor}"), "区间说明"));
        }
    }
    texts.extend((0..20).map(|at| (format!("orientation.orientation-{at}"), "导向")));
    texts
}
