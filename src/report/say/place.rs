//! The places two packs differ in, by name: `points/leadership.governance` is `条款分值 4.1.3 组织治理`.

use super::quoting::shortened;
use super::terms::figure_kind;
use crate::criteria::{PackView, Words};
use crate::language::{Language, codes, fill};
use serde_json::Value;

/// The longest wording a prompt without a number is named by, in characters.
const PROMPT: usize = 24;

/// A place of a change, with the names of what it is about. They are looked up in the packs in turn, so that what is new
/// and what is gone both have theirs.
pub fn place(language: Language, place: &str, packs: &[PackView<'_>]) -> String {
    let namer = Namer { language, packs };
    let (kind, rest) = place.split_once('/').unwrap_or((place, ""));
    let ids: Vec<&str> = rest.split('/').collect();
    let code = match (kind, ids.as_slice()) {
        ("edition", [""]) => "edition",
        ("edition", [_]) => "edition_of_conditions",
        ("edition", _) => "edition_condition",
        ("rubric", [_, _]) => "band",
        _ => kind,
    };
    let text = language.words().by_code(&codes::PLACE, code);
    if kind == "text" {
        let (tag, id) = rest.split_once('/').unwrap_or_default();
        return fill(text, &[("language", language_name(language, tag)), ("name", &namer.text(id))]);
    }
    fill(text, &[("name", &namer.name(kind, rest, &ids))])
}

/// A language by name, by its tag where it has none here.
pub(super) fn language_name(language: Language, tag: &str) -> &str {
    match tag {
        "zh" => language.words().changed_language_zh(),
        "en" => language.words().changed_language_en(),
        other => other,
    }
}

/// Looks names up in some packs.
#[derive(Clone, Copy)]
pub(super) struct Namer<'a> {
    pub language: Language,
    pub packs: &'a [PackView<'a>],
}

impl<'a> Namer<'a> {
    /// The first wording that one of the packs has; the id where none has any.
    pub fn word(self, id: &str, word: &dyn Fn(Words<'a>) -> &'a str) -> String {
        let mut found = self.packs.iter().map(|pack| word(pack.words(self.language.tag())));
        found.find(|text| !text.is_empty()).unwrap_or(id).to_owned()
    }

    /// Something in the first pack that has it.
    pub fn find(self, find: &dyn Fn(PackView<'a>) -> Option<&'a Value>) -> Option<&'a Value> {
        self.packs.iter().copied().find_map(find)
    }

    /// The name of what a place is about.
    fn name(self, kind: &str, rest: &str, ids: &[&str]) -> String {
        let pair = |outer: String, inner: String| fill(self.language.words().term_within(), &[("whole", &outer), ("part", &inner)]);
        match (kind, ids) {
            (_, [""]) => String::new(),
            ("source", _) if rest.contains('/') || matches!(rest, "total" | "step" | "rounding") => place(self.language, rest, self.packs),
            ("source", _) => match figure_kind(self.language, rest) {
                "" => rest.to_owned(),
                group => group.to_owned(),
            },
            ("category", [id]) => self.category(id),
            ("item" | "points" | "judged_by" | "tags" | "applies_to" | "bonus" | "number" | "prompt", [id, inner @ ..]) => match inner {
                [prompt] => pair(self.numbered(id), self.prompt(id, prompt)),
                _ => self.numbered(id),
            },
            ("reference", [id]) => self.word(id, &|words| words.reference(id)),
            ("maturity", [id]) => self.word(id, &|words| words.maturity(id)),
            ("orientation", [id]) => self.word(id, &|words| words.orientation(id)),
            ("rubric", [id]) => self.word(id, &|words| words.rubric(id)),
            ("rubric", [id, band]) => pair(self.word(id, &|words| words.rubric(id)), super::figures::band(self.language, band)),
            ("factor" | "rubric_limit", [id, factor]) => pair(self.word(id, &|words| words.rubric(id)), self.word(factor, &|words| words.factor(id, factor))),
            ("rule", [id]) => self.word(id, &|words| words.condition(id)),
            ("edition", [edition, condition]) => pair(
                self.word(edition, &|words| words.edition(edition)),
                self.word(condition, &|words| words.condition(condition)),
            ),
            ("edition" | "edition_dates", [id]) => self.word(id, &|words| words.edition(id)),
            ("self_check", [id]) => self.word(id, &|words| words.self_check(id)),
            ("size", [id]) => self.word(id, &|words| words.sector(id)),
            ("stage", [id]) => self.word(id, &|words| words.stage(id)),
            ("fact" | "unit", [id]) => self.word(id, &|words| words.fact(id)),
            ("limit", [id]) => self.word(id, &|words| words.limit(id)),
            ("idea", [id]) => self.word(id, &|words| words.idea(id)),
            ("area", [item, area]) => pair(self.numbered(item), self.word(area, &|words| words.area(item, area))),
            ("input", [id]) => self.word(id, &|words| words.input(id)),
            ("indicator", [id]) => self.word(id, &|words| words.indicator(id)),
            ("identity", [id]) => self.word(id, &|words| words.identity(id)),
            ("missing", [id]) => self.word(id, &|words| words.missing(id)),
            ("cited", [id]) => self.word(id, &|words| words.source(id)),
            ("language", [tag]) => language_name(self.language, tag).to_owned(),
            ("order", path) => self.list(rest, path),
            _ => rest.to_owned(),
        }
    }

    /// A list by its path, with what it belongs to before it.
    fn list(self, rest: &str, path: &[&str]) -> String {
        let words = self.language.words();
        let Some((last, before)) = path.split_last() else { return rest.to_owned() };
        let of_rubric = matches!((before, *last), (["rubrics", _], "limits"));
        let code = ["list.", if of_rubric { "rubric_limits" } else { last }].concat();
        if !words.has_code(&codes::PLACE, &code) {
            return rest.to_owned();
        }
        let name = words.by_code(&codes::PLACE, &code).to_owned();
        let whole = match before {
            ["categories", category] => self.category(category),
            ["categories", _, "items", item] => self.numbered(item),
            ["eligibility", "editions", edition] => self.word(edition, &|words| words.edition(edition)),
            ["rubrics", rubric] => self.word(rubric, &|words| words.rubric(rubric)),
            _ => return name,
        };
        fill(words.term_within(), &[("whole", &whole), ("part", &name)])
    }

    /// Something in the list of an order, by its id.
    pub fn in_list(self, path: &str, id: &str) -> String {
        let path: Vec<&str> = path.split('/').collect();
        match path.as_slice() {
            ["categories"] => self.category(id),
            ["categories", _, "items"] => self.numbered(id),
            ["categories", _, "items", item, "prompts"] => self.prompt(item, id),
            ["categories", _, "items", item, "areas"] => self.word(id, &|words| words.area(item, id)),
            ["retired"] => self.numbered(id),
            ["rubrics"] => self.word(id, &|words| words.rubric(id)),
            ["rubrics", rubric, "factors" | "limits"] => self.word(id, &|words| words.factor(rubric, id)),
            ["rubrics", _, "bands"] => super::figures::band(self.language, id),
            ["maturity"] => self.word(id, &|words| words.maturity(id)),
            ["eligibility", "conditions"] | ["eligibility", "editions", _, "conditions"] => self.word(id, &|words| words.condition(id)),
            ["eligibility", "editions"] => self.word(id, &|words| words.edition(id)),
            ["eligibility", "self_checks"] => self.word(id, &|words| words.self_check(id)),
            ["scoring", "reference_lines"] => self.word(id, &|words| words.reference(id)),
            ["stages"] => self.word(id, &|words| words.stage(id)),
            ["facts"] => self.word(id, &|words| words.fact(id)),
            ["limits"] => self.word(id, &|words| words.limit(id)),
            ["orientations"] => self.word(id, &|words| words.orientation(id)),
            ["ideas"] => self.word(id, &|words| words.idea(id)),
            ["missing"] => self.word(id, &|words| words.missing(id)),
            ["size"] => self.word(id, &|words| words.sector(id)),
            ["inputs"] => self.word(id, &|words| words.input(id)),
            ["indicators"] => self.word(id, &|words| words.indicator(id)),
            ["identities"] => self.word(id, &|words| words.identity(id)),
            _ => id.to_owned(),
        }
    }

    /// A category or item as it is cited: `4.1.2 高层领导的作用`.
    fn numbered(self, id: &str) -> String {
        match self.find(&|pack| pack.item(id)) {
            Some(item) => self.with_number(Some(item), &self.word(id, &|words| words.item(id))),
            None => self.category(id),
        }
    }

    fn category(self, id: &str) -> String {
        let category = self.find(&|pack| pack.at(&["categories", id]));
        self.with_number(category, &self.word(id, &|words| words.category(id)))
    }

    /// A prompt by number and name, or by how it begins.
    fn prompt(self, item: &str, prompt: &str) -> String {
        let found = self.find(&|pack| {
            let prompts = pack.item(item)?.get("prompts")?.as_array()?;
            prompts.iter().find(|known| known.get("id").and_then(Value::as_str) == Some(prompt))
        });
        match found.and_then(|found| found.get("number")) {
            Some(Value::String(_)) => self.with_number(found, &self.word(prompt, &|words| words.prompt_name(item, prompt))),
            _ => shortened(self.language, &self.word(prompt, &|words| words.prompt(item, prompt)), PROMPT),
        }
    }

    fn with_number(self, thing: Option<&Value>, name: &str) -> String {
        match thing.and_then(|thing| thing.get("number")).and_then(Value::as_str) {
            Some(number) if !number.is_empty() => fill(self.language.words().term_numbered(), &[("number", number), ("name", name)]),
            _ => name.to_owned(),
        }
    }

    /// What a text is about, by its id.
    fn text(self, id: &str) -> String {
        let (kind, rest) = id.split_once('.').unwrap_or((id, ""));
        let plain = rest.strip_suffix(".hint").or_else(|| rest.strip_suffix(".note")).unwrap_or(rest);
        let place = |parts: &[&str]| place(self.language, &parts.join("/"), self.packs);
        let split = |list: &str| {
            let mut found = self.packs.iter().flat_map(|pack| pack.ids(&[list]));
            found.find_map(|id| Some((id, plain.strip_prefix(id)?.strip_prefix('.')?)))
        };
        match kind {
            "pack" => self.language.words().by_code(&codes::PLACE, id).to_owned(),
            "category" => self.category(rest),
            "item" | "reference" | "maturity" | "orientation" | "rubric" | "fact" | "limit" | "missing" | "input" | "identity" => place(&[kind, rest]),
            "edition" | "stage" | "self_check" | "idea" => place(&[kind, plain]),
            "condition" => self.word(plain, &|words| words.condition(plain)),
            "indicator" => place(&[kind, rest.strip_suffix(".formula").unwrap_or(rest)]),
            "sector" => place(&["size", rest]),
            "unit" => self.word(rest, &|words| words.unit(rest)),
            "source" => place(&["cited", rest]),
            "prompt" => match self.packs.iter().find_map(|pack| pack.split_item(rest)) {
                Some((item, prompt)) => place(&["prompt", item, prompt.strip_suffix(".name").unwrap_or(prompt)]),
                None => rest.to_owned(),
            },
            "area" => match self.packs.iter().find_map(|pack| pack.split_item(rest)) {
                Some((item, area)) => place(&[kind, item, area]),
                None => rest.to_owned(),
            },
            "factor" => split("rubrics").map_or_else(|| rest.to_owned(), |(rubric, factor)| place(&["factor", rubric, factor])),
            "band" => match split("rubrics").and_then(|(rubric, rest)| Some((rubric, rest.rsplit_once('.')?.0))) {
                Some((rubric, band)) => place(&["rubric", rubric, band]),
                None => rest.to_owned(),
            },
            _ => id.to_owned(),
        }
    }
}
