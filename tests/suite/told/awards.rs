//! The award a case is about, and what people call its parts: by number, by name in either language, or by id.

use super::given::{Fact, Given, means};
use super::markdown::Wrong;
use award_kit::assessment::FigureSlot;
use award_kit::criteria::{ItemSlot, Kind, Pack, built_in};
use award_kit::indicators::Subject;
use award_kit::language::Language;
use award_kit::report::say;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

/// The pack that `criteria` names.
pub fn award(given: &mut Given) -> Result<Arc<Pack>, Wrong> {
    let fact = given
        .take(["criteria", "准则"])
        .ok_or_else(|| Wrong::at(0, "no facts say which criteria the cases are of: `criteria: beijing-2016`"))?;
    static READ: LazyLock<Mutex<BTreeMap<String, Arc<Pack>>>> = LazyLock::new(Mutex::default);
    let mut read = READ.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(pack) = read.get(&fact.value) {
        return Ok(pack.clone());
    }
    let pack = Arc::new(built_in(&fact.value).ok_or_else(|| fact.wrong("no pack of `criteria/`"))?);
    read.insert(fact.value, pack.clone());
    Ok(pack)
}

/// A name of the pack in every language.
pub fn names(pack: &Pack, name: impl Fn(award_kit::criteria::Words<'_>) -> &str) -> Vec<String> {
    Language::ALL.iter().map(|language| name(pack.words(language.tag())).to_owned()).collect()
}

/// Whether what is written is an id or one of the names.
pub fn is(written: &str, id: &str, names: &[String]) -> bool {
    let all: Vec<&str> = names.iter().map(String::as_str).chain([id]).collect();
    means(written, &all)
}

/// The item of a number (`4.1.2`), a name, both, or an id.
pub fn item(pack: &Pack, written: &str) -> Option<ItemSlot> {
    let mut all = pack.items();
    all.find(|(slot, item)| {
        let mut called: Vec<String> = Language::ALL
            .iter()
            .flat_map(|language| [pack.words(language.tag()).item(&item.id).to_owned(), say::item_name(pack, *language, *slot)])
            .collect();
        called.push(item.number.clone());
        is(written, &item.id, &called)
    })
    .map(|(slot, _)| slot)
}

/// The indicator or the quantity of a name or an id.
pub fn figure(pack: &Pack, written: &str) -> Option<Subject> {
    let indicator = pack
        .indicators()
        .find(|(_, indicator)| is(written, &indicator.id, &names(pack, |words| words.indicator(&indicator.id))))
        .map(|(slot, _)| Subject::Indicator(FigureSlot::Catalogue(slot)));
    let input = || {
        let found = pack
            .inputs()
            .find(|(_, input)| is(written, &input.id, &names(pack, |words| words.input(&input.id))));
        found.map(|(slot, _)| Subject::Input(slot))
    };
    indicator.or_else(input)
}

/// The name of a figure and its unit, as pages tell them.
pub fn figure_name(pack: &Pack, language: Language, subject: Subject) -> (String, String) {
    let words = pack.words(language.tag());
    match subject {
        Subject::Indicator(FigureSlot::Catalogue(slot)) => {
            let indicator = pack.indicator(slot);
            (words.indicator(&indicator.id).to_owned(), words.unit(&indicator.unit).trim().to_owned())
        }
        Subject::Indicator(FigureSlot::Own(at)) => (format!("{}", at + 1), String::new()),
        Subject::Input(slot) => {
            let input = pack.input(slot);
            (words.input(&input.id).to_owned(), words.unit(&input.unit).trim().to_owned())
        }
    }
}

/// The kind of applicant.
pub fn kind(fact: &Fact) -> Result<Kind, Wrong> {
    let choices = Kind::ALL.map(|kind| (kind, vec![kind.word(), say::kind(Language::En, kind), say::kind(Language::Zh, kind)]));
    fact.choice(&choices)
}

/// One of two texts by language.
pub fn either(language: Language, en: &'static str, zh: &'static str) -> &'static str {
    match language {
        Language::En => en,
        Language::Zh => zh,
    }
}
