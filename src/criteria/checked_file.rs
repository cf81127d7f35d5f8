//! A pack as the build lays it beside the page: whole, with its base under it, checked, and its content hash written
//! down, so that the page takes it as it is. Written by a test from the folders of `criteria/`; a pack from anywhere
//! else goes through the checker ([`super::read_pack_file`]).

use super::content::PackContent;
use super::pack::Pack;
use crate::json;
use serde_json::{Map, Value};

const FORMAT: &str = "award-kit.checked-pack";

/// The version is the whole of it: files and page are of one build, and a file of another one is not read.
const VERSION: &str = "1.0";

/// Ids of the packs that lie beside the page in this form, bases before what builds on them. They are the kit's own;
/// the page fetches every other one from the host's `criteria/`.
pub const PAGE_PACKS: [&str; 2] = ["gbt-19580-2012", super::DEFAULT_PACK];

/// The file name of a pack in this form.
pub fn checked_file(id: &str) -> String {
    ["pack.", id, ".json"].concat()
}

/// A checked pack in this form: JSON without white space. Texts with figures in them stand there as they are written and,
/// under `filled`, as they are shown. Text ids stand once for all languages, which saves a tenth of
/// the compressed file; none where the languages of the pack have their texts in different orders.
pub fn write_checked_pack(pack: &Pack) -> Option<String> {
    let content = pack.content();
    let mut texts = Map::new();
    let mut ids: Option<Vec<&String>> = None;
    for (language, of_language) in &content.texts {
        let of_language = of_language.as_object()?;
        let own: Vec<&String> = of_language.keys().collect();
        if ids.get_or_insert_with(|| own.clone()) != &own {
            return None;
        }
        json::set(&mut texts, language, of_language.values().cloned().collect());
    }
    let mut file = Map::new();
    json::set(&mut file, "format", FORMAT.into());
    json::set(&mut file, "version", VERSION.into());
    json::set(&mut file, "hash", pack.hash().into());
    json::set(&mut file, "pack", content.structure.clone());
    json::set(&mut file, "sources", content.sources.clone());
    json::set(&mut file, "ids", ids?.into_iter().cloned().collect());
    json::set(&mut file, "texts", Value::Object(texts));
    json::set(&mut file, "filled", pack.view().filled.clone());
    Some(Value::Object(file).to_string())
}

/// Takes a pack in this form without checking, merging or hashing anything; none where the text is not one, or one of
/// another build. Only for files of the kit's own build.
pub fn read_checked_pack(text: &str) -> Option<Pack> {
    let Value::Object(mut file) = json::parse(text).ok()?.value else {
        return None;
    };
    let mut says = |member: &str, word: &str| file.remove(member).is_some_and(|value| value == word);
    if !says("format", FORMAT) || !says("version", VERSION) {
        return None;
    }
    let (Value::String(hash), Value::Array(ids), Value::Object(texts)) = (file.remove("hash")?, file.remove("ids")?, file.remove("texts")?) else {
        return None;
    };
    let mut of_languages = Vec::new();
    for (language, texts) in texts {
        let Value::Array(texts) = texts else { return None };
        if texts.len() != ids.len() {
            return None;
        }
        let named = ids.iter().zip(texts).filter_map(|(id, text)| Some((id.as_str()?.to_owned(), text)));
        of_languages.push((language, Value::Object(named.collect())));
    }
    let content = PackContent {
        structure: file.remove("pack")?,
        sources: file.remove("sources")?,
        texts: of_languages,
        cases: Value::Null,
    };
    Pack::taken(content, file.remove("filled")?, hash)
}
