//! Where things are in this project.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::command::Result;

/// The workspace's folder. Read at run time: with a shared target folder the compiled-in one may be another clone's.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    xtask.parent().unwrap_or(&xtask).to_owned()
}

/// The folder that holds the finished page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder cargo builds in.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A text file's content, or a sentence that names the file.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{} could not be read ({error}).", path.display()))
}

/// A file's bytes, or a sentence that names the file.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} could not be read ({error}).", path.display()))
}

/// Writes a file, or gives a sentence that names it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result {
    fs::write(path, content).map_err(|error| format!("{} could not be written ({error}).", path.display()))
}
