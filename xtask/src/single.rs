//! Lays the finished page into one file, which is opened from a folder or a USB stick: scripts and styles stand in it and are
//! allowed by their hashes, all else packed for single.js, which answers with it what the page would ask its host for.

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::command::{Result, say};
use crate::node::{self, Shrinkers};
use crate::page::{self, Kind};
use crate::{compress, inline, project, seal, shrink};

/// The file, beside the page it is made of.
pub const NAME: &str = "award-kit.html";

/// Nothing runs but what stands in the file, and no request leaves it. Workers are made of what lies in it.
const POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; style-src ; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'";
/// What the page may ask for once it runs. The same endings stand in single.js.
const TAKEN: &[&str] = &[".wasm", ".json", ".txt"];
/// What scripts name and never ask for here: keeping the files of a host.
const NEVER_ASKED: &[&str] = &[seal::SERVICE_WORKER];

pub fn command() -> Result {
    let shrinkers = node::shrinkers()?.ok_or("Without Node the scripts stay several files, and one file cannot be made of them.")?;
    let dist = project::dist();
    build(&dist, &shrinkers)?;
    say(&format!("Built {}.", dist.join(NAME).display()));
    Ok(())
}

/// Makes the file of what lies in the folder of the page.
pub fn build(dist: &Path, shrinkers: &Shrinkers) -> Result {
    let html = project::read(&dist.join("index.html"))?;
    let start = start(&html).ok_or("The page has no script that starts it.")?;
    let work = project::target().join("page");
    let [script, answers] = ["single-start.js", "single.js"].map(|name| work.join(name));
    shrink::whole_script(&dist.join(start), &script, shrinkers)?;
    project::write(&work.join("answers.js"), include_str!("single.js"))?;
    shrink::head(&work.join("answers.js"), &answers, shrinkers)?;
    let file = laid_together(dist, &html, &[&project::read(&answers)?, &project::read(&script)?])?;
    project::write(&dist.join(NAME), file)
}

/// The script that starts the page.
fn start(html: &str) -> Option<String> {
    let tags = page::tags(html);
    let script = tags.iter().find(|tag| tag.name == "script" && tag.get("type") == Some("module"))?;
    Some(script.get("src")?.trim_start_matches("./").to_owned())
}

/// The page as one file: `scripts` are the one that answers and the one that starts.
fn laid_together(dist: &Path, html: &str, scripts: &[&str; 2]) -> Result<String> {
    let [answers, start] = scripts.map(str::trim);
    let worker = page::named(html, "document-worker").unwrap_or_default();
    let mut styles = String::new();
    let mut page = String::new();
    let mut end = 0;
    for tag in page::tags(html) {
        let is = |attribute: &str, value: &str| tag.get(attribute) == Some(value);
        let written = match tag.name.as_str() {
            "html" => html[tag.place.clone()].replacen("<html", "<html data-single", 1),
            "meta" if tag.get("http-equiv").is_some() => format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"),
            "meta" if tag.get("name").is_some_and(|name| name.starts_with("styles-")) => {
                styles.push_str(project::read(&dist.join(file(tag.get("content"))))?.trim());
                String::new()
            }
            "link" if is("rel", "icon") => {
                let icon = BASE64_STANDARD.encode(project::read_bytes(&dist.join(file(tag.get("href"))))?);
                format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" type=\"image/svg+xml\">")
            }
            // What hosts and installed pages need.
            "link" if ["manifest", "preload", "modulepreload", "apple-touch-icon"].iter().any(|of| is("rel", of)) => String::new(),
            "script" if is("type", "module") => format!("<style>{styles}</style><script>{answers}</script><script type=\"module\">{start}"),
            _ => continue,
        };
        page.push_str(&html[end..tag.place.start]);
        page.push_str(&written);
        end = tag.place.end;
    }
    page.push_str(&html[end..]);
    let worker_script = match worker.is_empty() {
        true => String::new(),
        false => project::read(&dist.join(&worker))?,
    };
    let inside: BTreeSet<String> = seal::files(dist)?
        .into_iter()
        .filter(|name| *name == worker || TAKEN.iter().any(|ending| name.ends_with(ending)))
        .collect();
    let page = inline::allowed(page);
    let faults = faults(&page, &[answers, start, &worker_script], &inside);
    if !faults.is_empty() {
        return Err(format!("{NAME} would not be whole: {}.", faults.join("; ")));
    }
    let mut laid = String::new();
    for name in &inside {
        let content = match *name == worker {
            true => worker_script.clone(),
            false => BASE64_STANDARD.encode(compress::gzip(&project::read_bytes(&dist.join(name))?)?),
        };
        let name = name.replace('&', "&amp;").replace('"', "&quot;");
        laid.push_str(&format!("<script type=\"{}\" id=\"{name}\">{content}</script>\n", page::DATA));
    }
    Ok(page.replacen("</body>", &format!("{laid}</body>"), 1))
}

fn file(address: Option<&str>) -> &str {
    address.unwrap_or_default().trim_start_matches("./")
}

/// Every reason why this page would ask for something that does not lie in the file.
fn faults(page: &str, scripts: &[&str], inside: &BTreeSet<String>) -> Vec<String> {
    let stays = |address: &str| ["data:", "#"].iter().any(|begin| address.starts_with(begin));
    let mut faults = page::faults_but(page, |address| (!stays(address)).then_some("leads out of the file"));
    let mut asked: Vec<&str> = Vec::new();
    let tags = page::tags(page);
    asked.extend(tags.iter().filter_map(|tag| tag.get("content")?.strip_prefix("./")));
    for script in scripts {
        if inline::holds_markup(script, Kind::Script) {
            faults.push("a script holds markup".to_owned());
        }
        if imports(script) {
            faults.push("a script imports another one".to_owned());
        }
        asked.extend(files_named(script));
    }
    for (_, style) in page::written(page).iter().filter(|(kind, _)| *kind == Kind::Style) {
        let leads_out = style.split("url(").skip(1).any(|address| !stays(address.trim_start_matches(['"', '\''])));
        if leads_out || style.contains("@import") {
            faults.push("a style asks for a file".to_owned());
        }
    }
    asked.retain(|name| !inside.contains(*name) && !NEVER_ASKED.contains(name));
    faults.extend(asked.iter().map(|name| format!("{name} is asked for and does not lie in it")));
    faults
}

fn imports(script: &str) -> bool {
    let in_word = |byte: u8| byte.is_ascii_alphanumeric() || b"_$.\"'".contains(&byte);
    let begins = |at: usize| at.checked_sub(1).is_none_or(|before| !in_word(script.as_bytes()[before]));
    ["import(", "import\"", "from\""]
        .iter()
        .any(|word| script.match_indices(word).any(|(at, _)| begins(at)))
}

/// What stands in quotes and looks like the name of a file of the page; the name of a member is none.
fn files_named(script: &str) -> impl Iterator<Item = &str> {
    const ENDINGS: [&str; 6] = [".js", ".css", ".wasm", ".json", ".html", ".svg"];
    let pieces: Vec<&str> = script.split(['"', '\'', '`']).collect();
    let after: Vec<&str> = pieces.iter().skip(1).copied().chain([""]).collect();
    let is_name = |text: &str| {
        let stem = ENDINGS.iter().find_map(|ending| text.strip_suffix(ending));
        stem.is_some_and(|stem| !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./:".contains(&byte)))
    };
    let named = pieces
        .into_iter()
        .zip(after)
        .filter(move |(text, after)| is_name(text) && !after.starts_with(':'));
    named.map(|(text, _)| text.trim_start_matches("./"))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;
    use std::path::PathBuf;

    use super::*;

    const PAGE: &str = "<!doctype html><html lang=\"zh-CN\"><head>\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'\">\
        <meta name=\"document-worker\" content=\"./worker-1.js\"><meta name=\"pack.one\" content=\"./pack.one-1.json\">\
        <link rel=\"icon\" href=\"./icon.svg\"><link rel=\"manifest\" href=\"./kit.webmanifest\"><style>a{}</style>\
        <meta name=\"styles-item\" content=\"./item-1.css\"><link rel=\"preload\" href=\"./app-1.wasm\" as=\"fetch\">\
        <script type=\"module\" src=\"./app-1.js\"></script></head><body><p></p></body></html>";
    const START: &str = "a={\"./app_bg.js\":b};load(\"import\");await init(\"./app-1.wasm\");navigator.serviceWorker.register(\"./sw.js\")";

    /// A finished page, with one file written otherwise.
    fn built_page(name: &str, other: (&str, &str)) -> PathBuf {
        let dist = std::env::temp_dir().join(format!("xtask-single-{}-{name}", std::process::id()));
        fs::create_dir_all(dist.join("criteria/one")).unwrap();
        for (file, content) in [
            ("index.html", PAGE),
            ("app-1.wasm", "\0asm first"),
            ("worker-1.js", "await init(\"./worker-1.wasm\")"),
            ("worker-1.wasm", "\0asm worker"),
            ("pack.one-1.json", "{}"),
            ("item-1.css", "b{}"),
            ("icon.svg", "<svg/>"),
            ("kit.webmanifest", "{}"),
            ("criteria/one/pack.json", "{\"id\": \"one\"}"),
            ("criteria/README.md", "#"),
            ("sw.js", "self"),
            other,
        ] {
            fs::write(dist.join(file), content).unwrap();
        }
        dist
    }

    fn made_of(name: &str, other: (&str, &str), start: &str) -> Result<String> {
        let dist = built_page(name, other);
        let html = fs::read_to_string(dist.join("index.html")).unwrap();
        let made = laid_together(&dist, &html, &["globalThis.fetch=0;", start]);
        fs::remove_dir_all(dist).unwrap();
        made
    }

    #[test]
    fn all_that_is_asked_for_lies_in_the_file() {
        let file = made_of("whole", ("sw.js", ""), START).unwrap();
        let laid: Vec<(String, String)> = page::tags(&file)
            .iter()
            .filter(|tag| tag.get("type") == Some(page::DATA))
            .map(|tag| {
                (
                    tag.get("id").unwrap().to_owned(),
                    file[tag.place.end..].split("</script>").next().unwrap().to_owned(),
                )
            })
            .collect();
        let names: Vec<&str> = laid.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["app-1.wasm", "criteria/one/pack.json", "pack.one-1.json", "worker-1.js", "worker-1.wasm"]
        );
        for (name, content) in [("app-1.wasm", "\0asm first"), ("criteria/one/pack.json", "{\"id\": \"one\"}")] {
            let (_, packed) = laid.iter().find(|(known, _)| known == name).unwrap();
            let mut unpacked = String::new();
            let bytes = BASE64_STANDARD.decode(packed).unwrap();
            flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut unpacked).unwrap();
            assert_eq!(unpacked, content);
        }
        // The worker's script is taken as it is.
        assert_eq!(laid[3].1, "await init(\"./worker-1.wasm\")");
    }

    #[test]
    fn nothing_runs_but_what_is_allowed_by_its_hash() {
        let file = made_of("policy", ("sw.js", ""), START).unwrap();
        let written = page::written(&file);
        assert_eq!(
            written.iter().map(|(_, content)| content.as_str()).collect::<Vec<_>>(),
            ["a{}", "b{}", "globalThis.fetch=0;", START]
        );
        let tags = page::tags(&file);
        let policy = tags.iter().find(|tag| tag.get("http-equiv").is_some()).unwrap().get("content").unwrap();
        let sources = |directive: &str| -> BTreeSet<String> {
            let found = policy.split(';').map(str::trim).find_map(|one| one.strip_prefix(directive)).unwrap();
            found.split_whitespace().map(str::to_owned).collect()
        };
        let hashes = |kind: Kind| written.iter().filter(move |(of, _)| *of == kind).map(|(_, content)| page::source_of(content));
        assert_eq!(sources("script-src"), hashes(Kind::Script).chain(["'wasm-unsafe-eval'".to_owned()]).collect());
        assert_eq!(sources("style-src"), hashes(Kind::Style).collect());
        assert_eq!(sources("default-src"), BTreeSet::from(["'none'".to_owned()]));
        assert!(!policy.contains("connect-src") && !policy.contains("'self'"), "{policy}");
    }

    #[test]
    fn whatever_leads_out_of_the_file_is_refused() {
        let planted = |markup: &str| PAGE.replace("<p></p>", markup);
        for (other, start, told) in [
            (
                ("index.html", planted("<img src=\"./picture.svg\">").as_str()),
                START,
                "<img src=\"./picture.svg\"> leads out of the file",
            ),
            (
                ("index.html", planted("<script src=\"https://host/a.js\"></script>").as_str()),
                START,
                "leads out of the file",
            ),
            (
                ("index.html", planted("<meta name=\"more\" content=\"./gone-1.json\">").as_str()),
                START,
                "gone-1.json is asked for and does not lie in it",
            ),
            (("index.html", planted("<p style=\"color:red\">").as_str()), START, "<p> has a style attribute"),
            (("item-1.css", "b{background:url(./picture.svg)}"), START, "a style asks for a file"),
            (("item-1.css", "@import \"./more.css\";"), START, "a style asks for a file"),
            (
                ("sw.js", ""),
                "await init(\"./other-2.wasm\")",
                "other-2.wasm is asked for and does not lie in it",
            ),
            (
                ("sw.js", ""),
                "fetch(\"https://host/a.json\")",
                "https://host/a.json is asked for and does not lie in it",
            ),
            (("sw.js", ""), "a();import(\"./more.js\")", "a script imports another one"),
            (("sw.js", ""), "import{a}from\"./more.js\"", "a script imports another one"),
            (
                ("worker-1.js", "importScripts(\"./more.js\")"),
                START,
                "more.js is asked for and does not lie in it",
            ),
            (("sw.js", ""), "a=\"</script>\"", "a script holds markup"),
        ] {
            let sentence = made_of("planted", other, start).unwrap_err();
            assert!(sentence.contains(told), "{told}: {sentence}");
        }
    }
}
