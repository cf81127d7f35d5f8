//! Cuts the page's program into the module that comes first and the parts that are loaded when they are asked for, and
//! writes the script that loads them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use wasm_split_cli_support::{Options, transform};

use crate::command::Result;
use crate::grouping::{self, Group};
use crate::{joining, project, sections};

/// The script that loads the parts; the first module imports from it.
const LOADER: &str = "parts.js";
/// The part everything inside the frame stands on, which is waited for before anything can be written.
const FRAME: &str = "assessment";
/// A file of more parts than this is not named after them.
const NAMED: u32 = 2;

/// Splits `program`, puts the files of the parts and their loader into `folder` and gives the first module.
pub fn split(program: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let link_name = format!("./{LOADER}");
    let main = folder.join("unbound.wasm");
    let mut options = Options::new(program);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &link_name;
    options.target.web();
    let split = transform(options).map_err(|error| format!("The page's program could not be split into parts ({error:#})."))?;
    let parts = Parts::new(&split.prefetch_map);
    let take = |name: &str| take(&folder.join(format!("{name}.wasm")));
    let pieces: Vec<Vec<u8>> = parts.pieces.keys().map(|name| take(name)).collect::<Result<_>>()?;
    let sizes: Vec<usize> = pieces.iter().map(Vec::len).collect();
    let files = parts.files(&sizes);
    for (name, group) in &files {
        let made_of: Vec<&[u8]> = group.pieces.iter().map(|&place| pieces[place].as_slice()).collect();
        project::write(&folder.join(name), joining::join(&made_of)?)?;
    }
    // The splitter's own loader knows no way round a wrong type of the file and cannot fetch without compiling.
    project::write(&folder.join(LOADER), parts.loader(&files))?;
    take_named(&main)
}

/// Takes a module away from where it lies, without the names in it.
fn take(path: &Path) -> Result<Vec<u8>> {
    sections::without_names(&take_named(path)?)
}

fn take_named(path: &Path) -> Result<Vec<u8>> {
    let content = project::read_bytes(path)?;
    fs::remove_file(path).map_err(|error| format!("{} could not be removed ({error}).", path.display()))?;
    Ok(content)
}

/// The parts by name, and the pieces the splitter made, by its names and with the parts that need them.
struct Parts<'a> {
    names: Vec<&'a str>,
    pieces: BTreeMap<&'a str, u64>,
}

impl<'a> Parts<'a> {
    fn new(needed: &'a HashMap<String, Vec<String>>) -> Self {
        let names: Vec<&str> = needed.keys().map(String::as_str).collect::<BTreeSet<_>>().into_iter().collect();
        let mut pieces = BTreeMap::new();
        for (place, part) in names.iter().enumerate() {
            for piece in &needed[*part] {
                *pieces.entry(piece.as_str()).or_default() |= 1 << place;
            }
        }
        Self { names, pieces }
    }

    /// The files by name, each made of pieces of these sizes.
    fn files(&self, sizes: &[usize]) -> BTreeMap<String, Group> {
        let pieces: Vec<(u64, usize)> = self.pieces.values().copied().zip(sizes.iter().copied()).collect();
        let mut files = BTreeMap::new();
        let mut unnamed = 0;
        let frame = self.names.iter().position(|name| *name == FRAME).map_or(0, |place| 1 << place);
        for group in grouping::group(&pieces, frame) {
            let names = self.of(group.parts);
            let name = match group.parts.count_ones() {
                1 => format!("part_{}.wasm", names.concat()),
                all if all as usize == self.names.len() => "shared_by_all.wasm".to_owned(),
                several if several <= NAMED => format!("shared_{}.wasm", names.join("_")),
                _ => {
                    unnamed += 1;
                    format!("shared_{unnamed}.wasm")
                }
            };
            files.insert(name, group);
        }
        files
    }

    fn of(&self, parts: u64) -> Vec<&str> {
        let with = |place: &usize| parts >> place & 1 == 1;
        (0..self.names.len()).filter(with).map(|place| self.names[place]).collect()
    }

    fn loader(&self, files: &BTreeMap<String, Group>) -> String {
        let names = files.keys().map(|name| format!("\"{name}\""));
        let members = self.names.iter().enumerate().map(|(place, part)| {
            let of_part = files.values().enumerate().filter(|(_, group)| group.parts >> place & 1 == 1);
            let places: Vec<String> = of_part.map(|(file, _)| file.to_string()).collect();
            format!("{part}: [{}]", places.join(", "))
        });
        include_str!("parts.js")
            .replace("/*FILES*/", &lines(names))
            .replace("/*PARTS*/", &lines(members))
    }
}

fn lines(members: impl Iterator<Item = String>) -> String {
    members.map(|member| format!("\n  {member},")).collect::<String>() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needed() -> HashMap<String, Vec<String>> {
        let part = |name: &str, pieces: &[&str]| (name.to_owned(), pieces.iter().map(|piece| (*piece).to_owned()).collect());
        HashMap::from([
            part("panel", &["chunk_4", "chunk_2", "split_panel"]),
            part("figures", &["chunk_4", "chunk_2", "split_figures"]),
            part("criteria", &["chunk_2"]),
        ])
    }

    /// Of chunk_2, chunk_4, split_figures and split_panel.
    const SIZES: [usize; 4] = [50_000, 40_000, 70_000, 80_000];

    #[test]
    fn files_are_named_after_the_parts_they_belong_to() {
        let needed = needed();
        let files = Parts::new(&needed).files(&SIZES);
        let names: Vec<(&str, &[usize])> = files.iter().map(|(name, group)| (name.as_str(), group.pieces.as_slice())).collect();
        let expected: [(&str, &[usize]); 4] = [
            ("part_figures.wasm", &[2]),
            ("part_panel.wasm", &[3]),
            ("shared_by_all.wasm", &[0]),
            ("shared_figures_panel.wasm", &[1]),
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn the_loader_knows_every_file_and_answers_for_every_part() {
        let needed = needed();
        let parts = Parts::new(&needed);
        let script = parts.loader(&parts.files(&SIZES));
        for line in [
            "  \"part_figures.wasm\",",
            "  \"shared_by_all.wasm\",",
            "  criteria: [2],",
            "  panel: [1, 2, 3],",
        ] {
            assert!(script.lines().any(|found| found == line), "{line} is missing in:\n{script}");
        }
        // Where there is no esbuild to join the scripts, one that mentions another back could not be named by its content.
        assert!(!script.contains(".js"), "another script is mentioned:\n{script}");
        assert!(!script.contains("/*"), "a place was not filled in:\n{script}");
    }
}
