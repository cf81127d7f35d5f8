//! wasm-bindgen, called as a library: the script between a module and the browser.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::command::Result;
use crate::project;

/// What begins the names of closures in the module; they carry hashes and are called by the script alone.
const CLOSURE: &str = "wasm_bindgen__convert__";

/// Where the script finds the loader of the parts, what the splitter calls the function for a part there, and what module and script call
/// the loader; there the functions have the names of the parts.
const LOADER_ADDRESS: &str = "./parts.js";
const LOADS: &str = "__wasm_split_load_";
const LOADER_NAME: &str = "parts";

/// Puts `<name>_bg.wasm` and `<name>.js` into `folder`. A module that stands under parts keeps what they import from it.
pub fn write(program: &[u8], name: &str, has_parts: bool, folder: &Path) -> Result {
    let fault = |error| format!("wasm-bindgen could not read the program {name} ({error:#}).");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(name, program.to_vec())
        .typescript(false)
        .remove_name_section(true)
        .keep_lld_exports(has_parts);
    let mut output = bindgen.web(true).and_then(Bindgen::generate_output).map_err(fault)?;
    // Module and script call each other by hundreds of names with hashes, which no compression shortens; parts use none of them.
    let mut short = ShortNames::default();
    let module = output.wasm_mut();
    let script = format!("./{name}_bg.js");
    for import in module.imports.iter_mut().filter(|import| import.module == script) {
        import.name = short.of(&import.name);
    }
    for export in module.exports.iter_mut().filter(|export| export.name.starts_with(CLOSURE)) {
        export.name = short.of(&export.name);
    }
    // The loader's file gets another name by its content, the module does not learn of it.
    let mut has_loader = false;
    for import in module.imports.iter_mut().filter(|import| import.module == LOADER_ADDRESS) {
        has_loader = true;
        import.module = LOADER_NAME.to_owned();
        import.name = import.name.replacen(LOADS, "", 1);
    }
    output.emit(folder).map_err(fault)?;
    let path = folder.join(format!("{name}.js"));
    let mut script = short.put_into(&project::read(&path)?)?;
    if has_loader {
        script = with_loader(&script)?;
    }
    project::write(&path, script)
}

/// The script with the loader as one object; wasm-bindgen imports its script anew for every part.
fn with_loader(script: &str) -> Result<String> {
    let is_import = |line: &str| line.starts_with("import * as import") && line.ends_with(&format!("from \"{LOADER_ADDRESS}\""));
    let key = format!("\"{LOADER_ADDRESS}\": import");
    let (mut imports, mut keys, mut lines) = (0, 0, Vec::new());
    for line in script.lines() {
        if is_import(line) {
            imports += 1;
            if imports == 1 {
                lines.push(format!("import {{ LOADERS }} from \"{LOADER_ADDRESS}\""));
            }
        } else if line.trim_start().starts_with(&key) {
            keys += 1;
            if keys == 1 {
                lines.push(format!("\"{LOADER_NAME}\": LOADERS,"));
            }
        } else {
            lines.push(line.to_owned());
        }
    }
    match imports > 0 && imports == keys {
        true => Ok(lines.join("\n")),
        false => Err(format!(
            "The script of wasm-bindgen imports {LOADER_ADDRESS} {imports} times and passes it on {keys} times; look into xtask/src/bindings.rs."
        )),
    }
}

/// Short names for long ones.
#[derive(Default)]
struct ShortNames(HashMap<String, String>);

impl ShortNames {
    fn of(&mut self, long: &str) -> String {
        let short = format!("_{}", self.0.len());
        self.0.entry(long.to_owned()).or_insert(short).clone()
    }

    /// The script with the short names.
    fn put_into(&self, script: &str) -> Result<String> {
        let mut result = String::with_capacity(script.len());
        let mut found = HashSet::new();
        for piece in words(script) {
            let short = self.0.get(piece);
            found.extend(short.map(|_| piece));
            result.push_str(short.map_or(piece, String::as_str));
        }
        match self.0.keys().find(|long| !found.contains(long.as_str())) {
            None => Ok(result),
            Some(long) => Err(format!("The script of wasm-bindgen does not mention {long}; look into xtask/src/bindings.rs.")),
        }
    }
}

/// The text in pieces: words as JavaScript has them, and what stands between.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let in_word = |letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter);
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = rest.chars().next().map(in_word)?;
        let end = rest.find(|letter| in_word(letter) != is_word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> ShortNames {
        let mut short = ShortNames::default();
        assert_eq!(short.of("__wbg_log_1f"), "_0");
        assert_eq!(short.of("__wbg_log"), "_1");
        assert_eq!(short.of("__wbg_log_1f"), "_0");
        short
    }

    #[test]
    fn whole_names_are_shortened_and_nothing_else() {
        let script = "const a = {__wbg_log_1f: function(){ b.__wbg_log(x); }, __wbg_log_2: 1}; // 质";
        let expected = "const a = {_0: function(){ b._1(x); }, __wbg_log_2: 1}; // 质";
        assert_eq!(names().put_into(script).unwrap(), expected);
    }

    #[test]
    fn a_name_that_is_missing_is_refused() {
        let sentence = names().put_into("{__wbg_log: 1}").unwrap_err();
        assert!(sentence.contains("__wbg_log_1f"), "{sentence}");
    }

    #[test]
    fn the_loader_is_imported_once_and_passed_on_by_its_name() {
        let script = "import * as import1 from \"./parts.js\"\nimport * as import2 from \"./parts.js\"\nimport { a } from \"./other.js\"\nreturn {\n    \"./parts.js\": import1,\n    \"./parts.js\": import2,\n};";
        let expected = "import { LOADERS } from \"./parts.js\"\nimport { a } from \"./other.js\"\nreturn {\n\"parts\": LOADERS,\n};";
        assert_eq!(with_loader(script).unwrap(), expected);
        for odd in ["", "import * as import1 from \"./parts.js\"", "\"./parts.js\": import1,"] {
            assert!(with_loader(odd).is_err(), "{odd}");
        }
    }
}
