//! Cuts the page's program into the module that comes first and the parts that are loaded when they are asked for, and
//! writes the script that loads them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use wasm_split_cli_support::{Options, transform};

use crate::command::Result;
use crate::{project, sections};

/// The script that loads the parts; the first module imports from it.
pub const LOADER: &str = "parts.js";
/// What the splitter puts before the file names of what parts have for themselves.
const OWN: &str = "split_";

/// Which files a part consists of, by the splitter's names.
type Files = HashMap<String, Vec<String>>;

/// Splits `program`, puts the files of the parts and their loader into `folder` and gives the first module.
pub fn split(program: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let link_name = format!("./{LOADER}");
    let main = folder.join("unbound.wasm");
    let mut options = Options::new(program);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &link_name;
    options.target.web();
    let files = transform(options)
        .map_err(|error| format!("The page's program could not be split into parts ({error:#})."))?
        .prefetch_map;
    let names = telling_names(&files);
    for (old, new) in &names {
        let path = folder.join(format!("{old}.wasm"));
        project::write(&folder.join(new), sections::without_names(&project::read_bytes(&path)?)?)?;
        remove(&path)?;
    }
    // The splitter's own loader knows no way round a wrong type of the file and cannot fetch without compiling.
    project::write(&folder.join(LOADER), loader(&files, &names))?;
    let content = project::read_bytes(&main)?;
    remove(&main)?;
    Ok(content)
}

fn remove(path: &Path) -> Result {
    fs::remove_file(path).map_err(|error| format!("{} could not be removed ({error}).", path.display()))
}

/// The splitter numbers what several parts share; here a file is named after the parts it belongs to.
fn telling_names(files: &Files) -> BTreeMap<&str, String> {
    let mut sharers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (part, files) in files {
        for file in files {
            sharers.entry(file).or_default().insert(part);
        }
    }
    let name = |file: &str, parts: BTreeSet<&str>| match file.strip_prefix(OWN) {
        Some(part) => format!("part_{part}.wasm"),
        None if parts.len() == files.len() => "shared_by_all.wasm".to_owned(),
        None => format!("shared_{}.wasm", parts.into_iter().collect::<Vec<_>>().join("_")),
    };
    sharers.into_iter().map(|(file, parts)| (file, name(file, parts))).collect()
}

fn loader(files: &Files, names: &BTreeMap<&str, String>) -> String {
    let parts: BTreeMap<&String, &Vec<String>> = files.iter().collect();
    let mut addresses: Vec<&String> = names.values().collect();
    addresses.sort();
    let addresses = addresses.iter().map(|name| format!("\"{name}\": new URL(\"./{name}\", import.meta.url)"));
    let members = parts.iter().map(|(part, files)| {
        let list = |own| {
            let mut list: Vec<String> = files
                .iter()
                .filter(|file| file.starts_with(OWN) == own)
                .map(|file| format!("\"{}\"", names[file.as_str()]))
                .collect();
            list.sort();
            list.join(", ")
        };
        format!("{part}: [[{}], [{}]]", list(false), list(true))
    });
    let loaders = parts.keys().map(|part| format!("export const __wasm_split_load_{part} = loader(\"{part}\");"));
    include_str!("parts.js")
        .replace("/*FILES*/", &lines(addresses))
        .replace("/*PARTS*/", &lines(members))
        .replace("/*LOADERS*/", &loaders.collect::<Vec<_>>().join("\n"))
}

fn lines(members: impl Iterator<Item = String>) -> String {
    members.map(|member| format!("\n  {member},")).collect::<String>() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let part = |name: &str, files: &[&str]| (name.to_owned(), files.iter().map(|file| (*file).to_owned()).collect());
        HashMap::from([
            part("panel", &["chunk_4", "chunk_2", "split_panel"]),
            part("figures", &["chunk_4", "chunk_2", "split_figures"]),
            part("criteria", &["chunk_2"]),
        ])
    }

    #[test]
    fn files_are_named_after_the_parts_they_belong_to() {
        let files = files();
        let names = telling_names(&files);
        let expected = [
            ("chunk_2", "shared_by_all.wasm"),
            ("chunk_4", "shared_figures_panel.wasm"),
            ("split_figures", "part_figures.wasm"),
            ("split_panel", "part_panel.wasm"),
        ];
        assert_eq!(names.iter().map(|(old, new)| (*old, new.as_str())).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_loader_knows_every_file_and_answers_for_every_part() {
        let files = files();
        let script = loader(&files, &telling_names(&files));
        for line in [
            "  \"part_figures.wasm\": new URL(\"./part_figures.wasm\", import.meta.url),",
            "  \"shared_by_all.wasm\": new URL(\"./shared_by_all.wasm\", import.meta.url),",
            "  criteria: [[\"shared_by_all.wasm\"], []],",
            "  panel: [[\"shared_by_all.wasm\", \"shared_figures_panel.wasm\"], [\"part_panel.wasm\"]],",
            "export const __wasm_split_load_criteria = loader(\"criteria\");",
        ] {
            assert!(script.lines().any(|found| found == line), "{line} is missing in:\n{script}");
        }
        assert!(!script.contains("/*"), "a place was not filled in:\n{script}");
    }
}
