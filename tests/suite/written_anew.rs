//! Checked-in files that are written anew with `UPDATE_CASES=1`.

use std::fs;
use std::path::Path;

/// Whether they are to be written.
pub fn is_asked() -> bool {
    std::env::var_os("UPDATE_CASES").is_some()
}

/// How the name of a file begins that is not whole yet.
pub const UNFINISHED: &str = ".unfinished-";

/// Writes one, where it says something else, in one step: tests run beside each other, and none may read the half of a file.
pub fn write(path: &Path, content: &str) {
    if fs::read_to_string(path).is_ok_and(|kept| kept == content) {
        return;
    }
    let (folder, name) = (path.parent().expect("a folder"), path.file_name().expect("a name"));
    let unfinished = folder.join([UNFINISHED, &name.to_string_lossy()].concat());
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&unfinished, content));
    let moved = written.and_then(|()| fs::rename(&unfinished, path));
    moved.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

#[test]
fn a_file_is_written_whole_and_leaves_nothing_beside_it() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("written-anew");
    let _ = fs::remove_dir_all(&folder);
    let path = folder.join("deep/case.txt");
    for content in ["first", "second", "second"] {
        write(&path, content);
        assert_eq!(fs::read_to_string(&path).expect("a file"), content);
    }
    assert_eq!(fs::read_dir(folder.join("deep")).expect("a folder").count(), 1);
}
