//! Builds the release page into `dist/`: compiles, cuts into parts, makes small, and lays together what index.html asks
//! for. Then seal names and checks, single lays all of it into one file, and sizes reports.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use crate::command::{Result, say};
use crate::index::{self, Index, Link, Program};
use crate::node::{self, Shrinkers};
use crate::{bindings, compile, compress, licences, parts, project, seal, shrink, single, sizes, wasm_target};

/// Starts the page. Written by hand, for Trunk's page as well.
const START: &str = "boot.js";
/// Is written into the page, where every byte of it is waited for.
const HEAD: &str = "theme.js";

pub fn build() -> Result {
    let started = Instant::now();
    let index = Index::read(&project::root().join("index.html"))?;
    let compiler = wasm_target::ensure()?;
    let programs: Vec<&Program> = index.programs().collect();
    let (compiled, shrinkers) = thread::scope(|scope| {
        let shrinkers = scope.spawn(node::shrinkers);
        (compile::all(&programs, &compiler), shrinkers.join())
    });
    let (compiled, shrinkers) = (compiled?, shrinkers.unwrap_or(Ok(None))?);
    let work = project::target().join("page");
    empty(&work)?;
    let built: Vec<Built> = programs
        .iter()
        .copied()
        .zip(compiled)
        .map(|(program, content)| Built::new(program, &content, &index, &work))
        .collect::<Result<_>>()?;
    if let Some(shrinkers) = &shrinkers {
        shrink::modules(built.iter().map(Built::modules).collect::<Result<Vec<_>>>()?.concat(), shrinkers)?;
    }
    let dist = project::dist();
    empty(&dist)?;
    lay(&index, &built, &dist, shrinkers.as_ref())?;
    licences::write(&programs, &dist)?;
    seal::seal(&dist)?;
    compress::all(&dist)?;
    if let Some(shrinkers) = &shrinkers {
        single::build(&dist, shrinkers)?;
    }
    say(&format!("Built {} in {} s.", dist.display(), started.elapsed().as_secs()));
    sizes::print(&dist)
}

/// A program with its scripts, in a folder of its own.
struct Built<'a> {
    program: &'a Program,
    folder: PathBuf,
    /// The script that starts it.
    start: String,
}

impl<'a> Built<'a> {
    fn new(program: &'a Program, content: &[u8], index: &Index, work: &Path) -> Result<Self> {
        let Program { name, is_worker, .. } = program;
        let folder = work.join(name);
        empty(&folder)?;
        if *is_worker {
            bindings::write(content, name, false, &folder)?;
            let start = format!("{name}_loader.js");
            project::write(
                &folder.join(&start),
                format!("import init from \"./{name}.js\";\nawait init({{ module_or_path: \"./{name}_bg.wasm\" }});\n"),
            )?;
            return Ok(Self { program, folder, start });
        }
        bindings::write(&parts::split(content, &folder)?, name, true, &folder)?;
        let start = index
            .copies()
            .find(|file| file_name(file) == START)
            .ok_or_else(|| format!("index.html copies no {START}, which starts the page."))?;
        copy(&project::root().join(start), &folder.join(START))?;
        Ok(Self {
            program,
            folder,
            start: START.to_owned(),
        })
    }

    fn modules(&self) -> Result<Vec<PathBuf>> {
        let names = seal::files(&self.folder)?;
        Ok(names.iter().filter(|name| name.ends_with(".wasm")).map(|name| self.folder.join(name)).collect())
    }

    /// Puts the program into the page and gives the name of the script that starts it: with esbuild the only one.
    fn lay(&self, dist: &Path, shrinkers: Option<&Shrinkers>) -> Result<String> {
        let Some(shrinkers) = shrinkers else {
            copy(&self.folder, dist)?;
            return Ok(self.start.clone());
        };
        for module in self.modules()? {
            copy(&module, &dist.join(module.file_name().unwrap_or_default()))?;
        }
        let script = if self.program.is_worker {
            self.start.clone()
        } else {
            format!("{}.js", self.program.name)
        };
        shrink::script(&self.folder.join(&self.start), &dist.join(&script), shrinkers)?;
        Ok(script)
    }
}

/// Lays all that index.html asks for into the folder of the page.
fn lay(index: &Index, built: &[Built], dist: &Path, shrinkers: Option<&Shrinkers>) -> Result {
    let mut start = START.to_owned();
    for program in built {
        let script = program.lay(dist, shrinkers)?;
        if !program.program.is_worker {
            start = script;
        }
    }
    for path in index.copies().filter(|path| file_name(path) != START) {
        let (from, to) = (project::root().join(path), dist.join(file_name(path)));
        match shrinkers {
            Some(shrinkers) if file_name(path) == HEAD => shrink::head(&from, &to, shrinkers)?,
            _ => copy(&from, &to)?,
        }
    }
    for (name, content) in styles(index)? {
        let path = dist.join(name);
        project::write(&path, content)?;
        if let Some(shrinkers) = shrinkers {
            shrink::style(&path, shrinkers)?;
        }
    }
    project::write(&dist.join("index.html"), index.page(&start))
}

/// The stylesheets, each joined from its files in the order of their links.
fn styles(index: &Index) -> Result<Vec<(String, String)>> {
    let mut styles: Vec<(String, String)> = Vec::new();
    for link in index.links() {
        if let Link::Style { file, part } = link {
            let name = index::style_name(part.as_deref());
            let content = project::read(&project::root().join(file))?;
            match styles.iter_mut().find(|(known, _)| *known == name) {
                Some((_, joined)) => joined.push_str(&content),
                None => styles.push((name, content)),
            }
        }
    }
    Ok(styles)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// An empty folder at `path`, whatever was there.
fn empty(path: &Path) -> Result {
    let fault = |error| format!("{} could not be emptied ({error}).", path.display());
    if path.exists() {
        fs::remove_dir_all(path).map_err(fault)?;
    }
    fs::create_dir_all(path).map_err(fault)
}

/// Copies a file, or what a folder holds, over what is there.
fn copy(from: &Path, to: &Path) -> Result {
    let fault = |error| format!("{} could not be copied to {} ({error}).", from.display(), to.display());
    if !from.is_dir() {
        return fs::copy(from, to).map(drop).map_err(fault);
    }
    fs::create_dir_all(to).map_err(fault)?;
    for entry in fs::read_dir(from).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}
