//! What of a built page is loaded when: at once, for an item of an assessment, with a part, for documents. Read from the
//! page and from the list of parts in its script.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::command::Result;
use crate::{page, project, seal, single};

/// The part that draws the frame and an item, as the program names it.
const FRAME: &str = "assessment";
/// The criteria of a new assessment, as the page names them in a `<meta>`.
const PACK: &str = "pack.beijing-2016";

pub type Files = BTreeSet<String>;

pub struct Loads {
    /// All that lies there, but the same once more as one file.
    pub all: Vec<String>,
    /// The page, what it loads, and what those scripts name in turn.
    pub first: Files,
    /// All that comes until an item can be typed into, when it is the first page that is asked for.
    pub item: Files,
    /// What each further part brings to an item's page.
    pub further: BTreeMap<String, Files>,
    /// All code but the service worker's and that of the documents.
    pub code: Files,
}

impl Loads {
    pub fn of(dist: &Path) -> Result<Self> {
        let mut all = seal::files(dist)?;
        all.retain(|name| name != single::NAME);
        let html = project::read(&dist.join("index.html"))?;
        let mut scripts = String::new();
        for name in all.iter().filter(|name| name.ends_with(".js") && !name.contains('/')) {
            scripts.push_str(&project::read(&dist.join(name))?);
        }
        let named = |meta: &str| page::named(&html, meta).filter(|name| all.contains(name));
        let mut parts = parts(&scripts);
        for (part, files) in &mut parts {
            files.extend(named(&format!("styles-{part}")));
        }
        let late: Files = parts.values().flatten().cloned().collect();
        let first = closure(dist, &all, page::loaded(&html), &late)?
            .into_iter()
            .chain(["index.html".to_owned()])
            .collect();
        let worker = closure(dist, &all, named("document-worker").into_iter().collect(), &late)?;
        let mut item: Files = union(&first, parts.get(FRAME));
        item.extend(named(PACK));
        let further = parts
            .iter()
            .filter(|(part, _)| *part != FRAME)
            .map(|(part, files)| (part.clone(), files.difference(&item).cloned().collect()))
            .collect();
        let is_code = |name: &&String| [".js", ".wasm"].iter().any(|ending| name.ends_with(ending));
        let code = all
            .iter()
            .filter(is_code)
            .filter(|name| *name != seal::SERVICE_WORKER && !worker.contains(*name))
            .cloned()
            .collect();
        Ok(Self {
            all,
            first,
            item,
            further,
            code,
        })
    }
}

fn union(files: &Files, more: Option<&Files>) -> Files {
    files.iter().chain(more.into_iter().flatten()).cloned().collect()
}

/// How the script begins that comes when the program has begun, and that nothing waits for.
const LATE: &str = "late-";

/// These files and what their scripts and styles name in turn, but not what comes with a part or once the program has begun, and
/// not the service worker.
fn closure(dist: &Path, all: &[String], names: Vec<String>, late: &Files) -> Result<Files> {
    let mut found = Files::new();
    let mut waiting = names;
    while let Some(name) = waiting.pop() {
        if !all.contains(&name) || !found.insert(name.clone()) || !(name.ends_with(".js") || name.ends_with(".css")) {
            continue;
        }
        let text = project::read(&dist.join(&name))?;
        let named = all
            .iter()
            .filter(|other| *other != seal::SERVICE_WORKER && !other.starts_with(LATE) && !late.contains(*other) && seal::mentions(&text, other));
        waiting.extend(named.cloned());
    }
    Ok(found)
}

/// The files of each part, as the loader's script lists them: one list of modules, and by the name of each part the places there.
fn parts(script: &str) -> BTreeMap<String, Files> {
    let dense: String = script.split_whitespace().collect();
    let lists = || {
        dense
            .match_indices('[')
            .filter_map(|(start, _)| Some((&dense[..start], dense[start + 1..].split_once(']')?.0)))
    };
    let modules = lists().map(|(_, list)| list.split('"').skip(1).step_by(2).collect::<Vec<_>>());
    let of_modules = |names: &Vec<&str>| !names.is_empty() && names.iter().all(|name| name.ends_with(".wasm"));
    let Some(modules) = modules.filter(of_modules).max_by_key(Vec::len) else {
        return BTreeMap::new();
    };
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let named = lists().filter_map(|(before, places)| {
        let before = before.strip_suffix(':')?;
        let name = &before[before.trim_end_matches(is_name).len()..];
        let places: Option<Files> = places
            .split(',')
            .filter(|place| !place.is_empty())
            .map(|place| modules.get(place.parse::<usize>().ok()?).map(|name| (*name).to_owned()))
            .collect();
        Some((name.to_owned(), places.filter(|files| !files.is_empty())?))
    });
    named.collect()
}

#[cfg(test)]
pub mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    /// A sealed page of two parts and a document worker.
    pub fn built_page(name: &str) -> PathBuf {
        let dist = std::env::temp_dir().join(format!("xtask-loads-{}-{name}", std::process::id()));
        fs::create_dir_all(dist.join("criteria")).unwrap();
        for (file, content) in [
            (
                "index.html",
                "<meta name=document-worker content=./worker_loader.js><meta name=pack.beijing-2016 content=./pack.beijing-2016.json>\
                 <meta name=styles-assessment content=./assessment.css><meta name=styles-figures content=./figures.css>\
                 <link rel=icon href=./icon.svg><script type=module src=./app.js></script>",
            ),
            (
                "app.js",
                "new URL('app_bg.wasm'); const F = [\"part_assessment.wasm\", \"part_figures.wasm\", \"shared_by_all.wasm\",\n\
                 \"shared_figures_work.wasm\",]; const P = {assessment: [0, 2],\n figures: [1, 2, 3],};",
            ),
            ("app_bg.wasm", "first"),
            ("shared_by_all.wasm", "shared"),
            ("shared_figures_work.wasm", "shared too"),
            ("part_assessment.wasm", "frame"),
            ("part_figures.wasm", "figures"),
            ("assessment.css", "a{}"),
            ("figures.css", "b{}"),
            ("pack.beijing-2016.json", "{}"),
            ("worker_loader.js", "import './worker_bg.wasm'"),
            ("worker_bg.wasm", "worker"),
            ("icon.svg", "<svg/>"),
            ("sw.js", "['./app.js']"),
            ("criteria/index.json", "{}"),
        ] {
            fs::write(dist.join(file), content).unwrap();
        }
        dist
    }

    fn set(names: &[&str]) -> Files {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn files_come_at_once_with_an_item_or_with_a_further_part() {
        let dist = built_page("when");
        let loads = Loads::of(&dist).unwrap();
        let first = ["index.html", "app.js", "app_bg.wasm", "icon.svg"];
        let frame = ["shared_by_all.wasm", "part_assessment.wasm", "assessment.css", "pack.beijing-2016.json"];
        assert_eq!(loads.first, set(&first));
        assert_eq!(loads.item, set(&[first.as_slice(), frame.as_slice()].concat()));
        let figures = set(&["shared_figures_work.wasm", "part_figures.wasm", "figures.css"]);
        assert_eq!(loads.further, BTreeMap::from([("figures".to_owned(), figures)]));
        let code = [
            "app.js",
            "app_bg.wasm",
            "part_assessment.wasm",
            "part_figures.wasm",
            "shared_by_all.wasm",
            "shared_figures_work.wasm",
        ];
        assert_eq!(loads.code, set(&code));
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn the_list_of_parts_reads_the_same_when_it_was_made_small() {
        let small = "const a={other:[\"x\"]},c=[\"p-2.wasm\",\"q-3.wasm\",\"s-1.wasm\"],b={assessment:[0,2],figures:[1],beyond:[3]};";
        let expected = BTreeMap::from([
            ("assessment".to_owned(), set(&["s-1.wasm", "p-2.wasm"])),
            ("figures".to_owned(), set(&["q-3.wasm"])),
        ]);
        assert_eq!(parts(small), expected);
        assert_eq!(parts(&small.replace(':', ": ").replace("],", "],\n  ")), expected);
    }
}
