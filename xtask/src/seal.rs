//! Seals a built page: what the first paint needs is written into it, what else lies at its top gets a name that carries a
//! hash of its content, whatever mentions it follows, the service worker learns the list of files, and the page is checked
//! against its own policy.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::command::Result;
use crate::{compress, inline, licences, page, project};

const PAGE: &str = "index.html";
/// A service worker keeps its address for ever, or browsers would go on with the old one.
pub const SERVICE_WORKER: &str = "sw.js";
/// What gets a name by its content. The same endings stand in sw.js, and in README for hosts.
const SEALED: &[&str] = &["js", "wasm", "css", "json"];
const FILES_PLACE: &str = "/*FILES*/{}";
const VERSION_PLACE: &str = "__VERSION__";
/// The folders of what a host may change, which have no hash in the list of the service worker. They stand in sw.js as well.
const OF_HOST: &[&str] = &["criteria/", "samples/", "training/"];
/// Of the rest beside what is sealed, what the page asks for by itself.
const WITH_PAGE: &[&str] = &["svg", "png", "webmanifest"];

pub fn seal(dist: &Path) -> Result {
    let page = dist.join(PAGE);
    check(&page)?;
    inline::write_in(dist, &page)?;
    rename_by_content(dist)?;
    inline::allow(&page)?;
    check(&page)?;
    fill_service_worker(dist)
}

fn check(page: &Path) -> Result {
    let faults = page::faults(&project::read(page)?);
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!("{} cannot be served as it is: {}.", page.display(), faults.join("; ")))
}

/// All files below the folder but compressed copies, as sorted relative names with `/`.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut waiting = vec![String::new()];
    while let Some(prefix) = waiting.pop() {
        let path = folder.join(&prefix);
        let fault = |error| format!("{} could not be read ({error}).", path.display());
        for entry in fs::read_dir(&path).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                waiting.push(format!("{name}/"));
            } else if !compress::is_copy(&name) {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

/// How many hexadecimal digits of it stand in a name: two contents of one file share them once in 2^48, and every digit more is
/// paid for with each mention in the first download. The same number stands in sw.js, and in README for hosts.
const NAME_DIGITS: usize = 12;

/// The first 16 hexadecimal digits of the content's SHA-256.
pub fn digest(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether `text` mentions the file `name`, and not merely a longer name that contains it.
pub fn mentions(text: &str, name: &str) -> bool {
    positions(text, name).next().is_some()
}

/// Files nobody mentions by a changing name first, then whatever mentions them, the page last.
fn rename_by_content(dist: &Path) -> Result {
    let mut waiting: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for name in files(dist)? {
        if name == PAGE || is_renamed(&name) {
            let content = project::read_bytes(&dist.join(&name))?;
            waiting.insert(name, content);
        }
    }
    while !waiting.is_empty() {
        let leaf = waiting
            .iter()
            .find(|(name, content)| !waiting.keys().any(|other| other != *name && mentions_in(content, name, other)))
            .map(|(name, _)| name.clone())
            .ok_or_else(|| {
                let names: Vec<&str> = waiting.keys().map(String::as_str).collect();
                format!(
                    "These files of {} mention each other, so none can be named by its content: {}.",
                    dist.display(),
                    names.join(", ")
                )
            })?;
        let content = waiting.remove(&leaf).unwrap_or_default();
        let old = dist.join(&leaf);
        if leaf == PAGE {
            project::write(&old, content)?;
            continue;
        }
        let sealed = sealed_name(&leaf, &content);
        for (name, other) in &mut waiting {
            if mentions_in(other, name, &leaf) {
                *other = replace(&String::from_utf8_lossy(other), &leaf, &sealed).into_bytes();
            }
        }
        project::write(&dist.join(&sealed), content)?;
        fs::remove_file(&old).map_err(|error| format!("{} could not be removed ({error}).", old.display()))?;
    }
    Ok(())
}

/// What lies at the top of the folder and has no address of its own to keep: scripts, modules, styles, packs.
fn is_renamed(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| SEALED.contains(&ending)) && !name.contains('/') && name != SERVICE_WORKER && !is_sealed(name)
}

/// Whether the name carries a hash of the content, so that what it names never changes.
pub fn is_sealed(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    SEALED.contains(&ending)
        && stem
            .rsplit_once('-')
            .is_some_and(|(_, end)| end.len() == NAME_DIGITS && end.bytes().all(is_digit))
}

fn sealed_name(name: &str, content: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{ending}", &digest(content)[..NAME_DIGITS])
}

fn mentions_in(content: &[u8], file: &str, name: &str) -> bool {
    !file.ends_with(".wasm") && mentions(&String::from_utf8_lossy(content), name)
}

fn replace(text: &str, name: &str, new: &str) -> String {
    let mut result = String::with_capacity(text.len() + new.len());
    let mut end = 0;
    for start in positions(text, name) {
        result.push_str(&text[end..start]);
        result.push_str(new);
        end = start + name.len();
    }
    result.push_str(&text[end..]);
    result
}

fn positions<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    text.match_indices(name).map(|(start, _)| start).filter(move |&start| {
        let bytes = text.as_bytes();
        let before = start.checked_sub(1).and_then(|index| bytes.get(index));
        let after = bytes.get(start + name.len());
        !before.is_some_and(in_name) && !after.is_some_and(in_name)
    })
}

/// Gives the service worker the list of what the kit needs, and a version that changes when any of it does.
fn fill_service_worker(dist: &Path) -> Result {
    let path = dist.join(SERVICE_WORKER);
    if !path.exists() {
        return Ok(());
    }
    let script = project::read(&path)?;
    if !script.contains(FILES_PLACE) && !script.contains(VERSION_PLACE) {
        return Ok(());
    }
    let mut list = Vec::new();
    for name in files(dist)?.into_iter().filter(|name| is_kept(name)) {
        let hash = if is_of_host(&name) {
            String::new()
        } else {
            BASE64_STANDARD.encode(Sha256::digest(project::read_bytes(&dist.join(&name))?))
        };
        // The page is asked for by the address of its folder.
        list.push(format!("\"{}\":\"{hash}\"", address(if name == PAGE { "" } else { &name })));
    }
    let list = list.join(",");
    // The worker's own text counts too, because another one may keep something else of the same files.
    let version = digest(format!("{script}{list}").as_bytes());
    let filled = script.replace(FILES_PLACE, &format!("{{{list}}}")).replace(VERSION_PLACE, &version);
    project::write(&path, filled)
}

/// A file's address from the folder of the page. What would end it, or the text of the script it stands in, is written as `%` with two
/// digits a byte; a host may call its own files what it likes.
fn address(name: &str) -> String {
    let mut address = "./".to_owned();
    for character in name.chars() {
        if character.is_control() || matches!(character, '%' | '#' | '?' | '"' | '\\') {
            let bytes = character.to_string().into_bytes();
            bytes.iter().for_each(|byte| address.push_str(&format!("%{byte:02X}")));
        } else {
            address.push(character);
        }
    }
    address
}

/// Whether the kit works without a network only if this file is kept. Notes for people who look into the folder are not asked
/// for by any page, and hosts that do not serve their type must not keep the kit from being whole.
fn is_kept(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match is_of_host(name) {
        true => ending == "json",
        false => name == PAGE || is_sealed(name) || name == licences::FILE || (WITH_PAGE.contains(&ending) && !name.contains('/')),
    }
}

fn is_of_host(name: &str) -> bool {
    OF_HOST.iter().any(|folder| name.starts_with(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<meta http-equiv=\"Content-Security-Policy\" \
        content=\"default-src 'none'; script-src 'self'; style-src 'self'\">\
        <meta name=\"pack.one\" content=\"./pack.one.json\"><meta name=\"styles-figures\" content=\"./figures.css\">\
        <meta name=\"document-worker\" content=\"./worker_loader.js\"><link rel=stylesheet href=./kit.css>\
        <script src=./theme.js></script><link rel=modulepreload href=./app.js><script type=module src=./boot.js></script>";

    fn built_page(name: &str) -> std::path::PathBuf {
        let dist = std::env::temp_dir().join(format!("xtask-seal-{}-{name}", std::process::id()));
        fs::create_dir_all(dist.join("samples")).unwrap();
        for (file, content) in [
            (PAGE, HTML),
            ("kit.css", "a > b {}\n"),
            ("theme.js", "if (1 < 2) start('./app.js');\n"),
            ("figures.css", "b{}"),
            ("pack.one.json", "{}"),
            ("boot.js", "import init from './app.js'; await init();"),
            ("app.js", "new URL('app_bg.wasm', import.meta.url)"),
            ("app_bg.wasm", "\0asm boot.js"),
            ("worker_loader.js", "import init from './worker.js';await init();"),
            ("worker.js", "new URL('worker_bg.wasm', import.meta.url)"),
            ("worker_bg.wasm", "\0asm"),
            ("samples/one.json", "{}"),
            (SERVICE_WORKER, "const FILES = /*FILES*/{}; const VERSION = '__VERSION__';"),
        ] {
            fs::write(dist.join(file), content).unwrap();
        }
        dist
    }

    #[test]
    fn files_of_a_host_stand_in_the_list_whatever_they_are_called() {
        let dist = built_page("names");
        let names = [
            ("样例 一.json", "样例 一.json"),
            ("a\"b.json", "a%22b.json"),
            ("50%#1?.json", "50%25%231%3F.json"),
            ("tab\tline\n.json", "tab%09line%0A.json"),
            ("back\\slash.json", "back%5Cslash.json"),
        ];
        for (name, _) in names {
            fs::write(dist.join("samples").join(name), "{}").unwrap();
        }
        seal(&dist).unwrap();
        let script = fs::read_to_string(dist.join(SERVICE_WORKER)).unwrap();
        let list = script.split_once('{').unwrap().1.split_once('}').unwrap().0;
        for (name, address) in names {
            assert!(list.split(',').any(|entry| entry == format!("\"./samples/{address}\":\"\"")), "{name}: {list}");
        }
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn every_mention_follows_the_new_name() {
        let dist = built_page("mentions");
        seal(&dist).unwrap();
        let names = files(&dist).unwrap();
        let text = |start: &str| {
            let name = names.iter().find(|name| name.starts_with(start)).unwrap();
            fs::read_to_string(dist.join(name)).unwrap()
        };
        let html = text(PAGE);
        for (start, holder) in [
            ("figures-", &html),
            ("pack.one-", &html),
            ("boot-", &html),
            ("app-", &html),
            ("worker_loader-", &html),
            ("app-", &text("boot-")),
            ("app_bg-", &text("app-")),
            ("worker-", &text("worker_loader-")),
            ("worker_bg-", &text("worker-")),
        ] {
            let name = names.iter().find(|name| name.starts_with(start)).unwrap();
            assert!(mentions(holder, name), "{name} is not in {holder}");
        }
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn what_the_first_paint_needs_stands_in_the_page_and_is_allowed_as_it_stands_there() {
        let dist = built_page("inline");
        seal(&dist).unwrap();
        let html = fs::read_to_string(dist.join(PAGE)).unwrap();
        let names = files(&dist).unwrap();
        let app = names.iter().find(|name| name.starts_with("app-")).unwrap();
        let script = format!("if (1 < 2) start('./{app}');");
        let style = "a > b {}";
        for written in [format!("<script>{script}</script>"), format!("<style>{style}</style>")] {
            assert!(html.contains(&written), "{written} is not in {html}");
        }
        for source in [page::source_of(&script), page::source_of(style)] {
            assert!(html.contains(&source), "{source} is not in {html}");
        }
        assert!(!names.iter().any(|name| name.starts_with("kit") || name.starts_with("theme")), "{names:?}");
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_style_that_would_end_its_element_is_refused() {
        let dist = built_page("markup");
        fs::write(dist.join("kit.css"), "a::after { content: '</style>'; }").unwrap();
        assert!(seal(&dist).unwrap_err().contains("kit.css"));
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn sealing_twice_changes_nothing() {
        let dist = built_page("twice");
        let state = || {
            files(&dist)
                .unwrap()
                .into_iter()
                .map(|name| (fs::read(dist.join(&name)).unwrap(), name))
                .collect::<Vec<_>>()
        };
        seal(&dist).unwrap();
        let once = state();
        seal(&dist).unwrap();
        assert_eq!(once, state());
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn the_service_worker_gets_what_the_kit_needs_with_hashes_of_what_no_host_changes() {
        let dist = built_page("worker");
        for (name, content) in [
            ("icon.svg", "<svg/>"),
            ("criteria/index.json", "{}"),
            ("criteria/README.md", "#"),
            ("notes.txt", "of a host"),
            (licences::FILE, "yew 0.22.1"),
        ] {
            fs::create_dir_all(dist.join("criteria")).unwrap();
            fs::write(dist.join(name), content).unwrap();
        }
        seal(&dist).unwrap();
        let script = fs::read_to_string(dist.join(SERVICE_WORKER)).unwrap();
        assert!(!script.contains(VERSION_PLACE) && !script.contains(FILES_PLACE));
        for name in files(&dist).unwrap() {
            let hash = BASE64_STANDARD.encode(Sha256::digest(fs::read(dist.join(&name)).unwrap()));
            let listed = match name.as_str() {
                SERVICE_WORKER | "criteria/README.md" | "notes.txt" => {
                    assert!(!script.contains(&name), "{name}");
                    continue;
                }
                PAGE => format!("\"./\":\"{hash}\""),
                "criteria/index.json" | "samples/one.json" => format!("\"./{name}\":\"\""),
                _ => format!("\"./{name}\":\"{hash}\""),
            };
            assert!(script.contains(&listed), "{listed} is not in {script}");
        }
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn what_a_host_changes_makes_no_new_version_and_all_else_does() {
        let version = |name: &str, change: &dyn Fn(&Path)| {
            let dist = built_page(name);
            change(&dist);
            seal(&dist).unwrap();
            let script = fs::read_to_string(dist.join(SERVICE_WORKER)).unwrap();
            fs::remove_dir_all(dist).unwrap();
            script.rsplit("VERSION = ").next().unwrap()[..18].to_owned()
        };
        let first = version("first", &|_| {});
        assert_eq!(first, version("again", &|_| {}));
        assert_eq!(
            first,
            version("edited", &|dist| fs::write(dist.join("samples/one.json"), "{\"a\": 1}").unwrap())
        );
        for name in ["app_bg.wasm", "figures.css", "pack.one.json", SERVICE_WORKER] {
            let changed = version(name, &|dist| {
                let more = [fs::read(dist.join(name)).unwrap(), b" ".to_vec()].concat();
                fs::write(dist.join(name), more).unwrap();
            });
            assert_ne!(first, changed, "{name}");
        }
    }

    #[test]
    fn a_longer_name_is_not_a_mention() {
        assert!(mentions("import './app.js';", "app.js"));
        assert!(!mentions("import './my-app.js';", "app.js"));
        assert!(!mentions("see app.json", "app.js"));
    }
}
