//! Starts real web servers on `dist/` with the lines of docs/hosting.md as they stand there, and asks each for every kind
//! of file: what is told there has to be true. A server that is not installed is left out, and that is said.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::command::{Result, say};
use crate::{project, seal};

/// The page with the lines for each server.
const PAGE: &str = "docs/hosting.md";
/// Where the content of `dist/` lies in these lines.
const PLACE: &str = "/srv/www";
/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

const SCRIPTS: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const FRAMES: &str = "frame-ancestors 'none'";

/// A server: the name of its block on the page, the programs it may be, and how it is told to run.
struct Server {
    name: &'static str,
    programs: &'static [&'static str],
    /// The whole configuration around the lines of the page, for a folder and a port.
    configuration: fn(&str, &Path, u16) -> String,
    arguments: fn(&Path) -> Vec<String>,
    /// Encodings of which it sends the copies that lie in `dist/`.
    sends: &'static [&'static str],
}

const SERVERS: [Server; 3] = [
    Server {
        name: "nginx",
        programs: &["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"],
        configuration: nginx,
        arguments: |file| vec!["-c".into(), file.display().to_string()],
        sends: &["gzip"],
    },
    Server {
        name: "apache",
        programs: &["/usr/sbin/apache2"],
        configuration: apache,
        arguments: |file| vec!["-f".into(), file.display().to_string(), "-DFOREGROUND".into()],
        sends: &["br", "gzip"],
    },
    Server {
        name: "lighttpd",
        programs: &["/usr/sbin/lighttpd", "/usr/bin/lighttpd"],
        configuration: lighttpd,
        arguments: |file| vec!["-D".into(), "-f".into(), file.display().to_string()],
        sends: &["br", "gzip"],
    },
];

fn nginx(lines: &str, work: &Path, port: u16) -> String {
    let (beside, inside) = lines.split_once("# inside it").unwrap_or(("", lines));
    let work = work.display();
    let paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {work}/{kind};\n"))
        .concat();
    format!(
        "daemon off;\npid {work}/pid;\nerror_log {work}/log;\nworker_processes 1;\nevents {{}}\nhttp {{\naccess_log off;\n{paths}{beside}\
         server {{\nlisten 127.0.0.1:{port};\nabsolute_redirect off;\n{inside}}}\n}}\n"
    )
}

fn apache(lines: &str, work: &Path, port: u16) -> String {
    let modules: String = ["mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "env"]
        .map(|name| format!("LoadModule {name}_module modules/mod_{name}.so\n"))
        .concat();
    let work = work.display();
    format!(
        "ServerRoot /usr/lib/apache2\nPidFile {work}/pid\nErrorLog {work}/log\nServerName localhost\nListen 127.0.0.1:{port}\n{modules}\
         TypesConfig /etc/mime.types\nDocumentRoot {work}/www\n<IfModule unixd_module>\nUser www-data\nGroup www-data\n</IfModule>\n{lines}"
    )
}

fn lighttpd(lines: &str, work: &Path, port: u16) -> String {
    let work = work.display();
    format!("server.port = {port}\nserver.bind = \"127.0.0.1\"\nserver.document-root = \"{work}/www\"\nserver.errorlog = \"{work}/log\"\n{lines}")
}

pub fn command() -> Result {
    let dist = project::dist();
    if !dist.join("index.html").is_file() {
        return Err(format!("{} holds no page; run `cargo xtask dist` first.", dist.display()));
    }
    let page = project::read(&project::root().join(PAGE))?;
    let mut faults = Vec::new();
    let mut tried = 0;
    for server in SERVERS {
        let Some(program) = server.programs.iter().find(|program| Path::new(program).is_file()) else {
            say(&format!("{} is not installed and was not tried.", server.name));
            continue;
        };
        tried += 1;
        let found = try_server(&server, program, &page, &dist)?;
        say(&format!(
            "{}: {} answers looked at, {} not as {PAGE} says.",
            server.name,
            found.0,
            found.1.len()
        ));
        faults.extend(found.1);
    }
    match (tried, faults.is_empty()) {
        (0, _) => Err("None of nginx, Apache and lighttpd is installed.".to_owned()),
        (_, true) => Ok(()),
        (_, false) => Err(faults.join("\n")),
    }
}

/// A server that runs, and is ended with this value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Asked to end, a server ends the processes it has started as well.
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        let begun = Instant::now();
        while asked.is_ok() && begun.elapsed() < PATIENCE && matches!(self.0.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(50));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How many answers were looked at, and what was not right.
fn try_server(server: &Server, program: &str, page: &str, dist: &Path) -> Result<(usize, Vec<String>)> {
    let work = project::target().join("hosts").join(server.name);
    let fault = |error: std::io::Error| format!("{} could not be prepared ({error}).", work.display());
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(work.join("www/award-kit")).map_err(fault)?;
    let mut files = Vec::new();
    for name in seal::files(dist)?.into_iter().chain(compressed(dist)?) {
        let to = work.join("www/award-kit").join(&name);
        fs::create_dir_all(to.parent().unwrap_or(&work)).map_err(fault)?;
        fs::copy(dist.join(&name), to).map_err(fault)?;
        files.push(name);
    }
    let lines = block(page, server.name).ok_or_else(|| format!("{PAGE} has no lines for {}.", server.name))?;
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map_err(fault)?
        .port();
    let lines = lines.replace(PLACE, &work.join("www").display().to_string());
    let file = work.join("configuration");
    project::write(&file, (server.configuration)(&lines, &work, port))?;
    let child = Command::new(program)
        .args((server.arguments)(&file))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{program} could not be started ({error})."))?;
    let _running = Running(child);
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if begun.elapsed() > PATIENCE {
            let log = fs::read_to_string(work.join("log")).unwrap_or_default();
            return Err(format!("{} does not answer: {log}", server.name));
        }
        thread::sleep(Duration::from_millis(50));
    }
    let mut faults = Vec::new();
    let mut looked_at = 1;
    let slash = ask(port, "/award-kit", "identity")?;
    if !(301..=308).contains(&slash.status) || !slash.header("location").ends_with("/award-kit/") {
        faults.push(format!("{}: /award-kit leads nowhere ({}).", server.name, slash.status));
    }
    for name in files.iter().filter(|name| !name.ends_with(".br") && !name.ends_with(".gz")) {
        for encoding in ["br", "gzip", "identity"] {
            looked_at += 1;
            let address = if name == "index.html" {
                "/award-kit/".to_owned()
            } else {
                format!("/award-kit/{name}")
            };
            let answer = ask(port, &address, encoding)?;
            faults.extend(
                odd(server, dist, name, encoding, &answer)
                    .into_iter()
                    .map(|why| format!("{}: {address} ({encoding}): {why}", server.name)),
            );
        }
    }
    Ok((looked_at, faults))
}

/// The compressed copies of the folder.
fn compressed(dist: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(dist).map_err(|error| format!("{} could not be read ({error}).", dist.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter(|name| name.ends_with(".br") || name.ends_with(".gz")).collect())
}

/// The lines for a server on the page.
fn block<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("```{name}\n"))?;
    Some(rest.split_once("```")?.0)
}

/// What is not right with an answer.
fn odd(server: &Server, dist: &Path, name: &str, encoding: &str, answer: &Answer) -> Vec<String> {
    let mut odd = Vec::new();
    let mut hold = |what: &str, found: &str, wanted: &str| {
        if found != wanted {
            odd.push(format!("{what} is “{found}” and should be “{wanted}”."));
        }
    };
    hold("the status", &answer.status.to_string(), "200");
    let ending = name.rsplit('.').next().unwrap_or_default();
    let wanted = match ending {
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "text/plain",
    };
    hold("the type", answer.header("content-type").split(';').next().unwrap_or_default(), wanted);
    let cache = if seal::is_sealed(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    hold("the cache", answer.header("cache-control"), cache);
    hold(
        "the policy",
        answer.header("content-security-policy"),
        if ending == "js" { SCRIPTS } else { FRAMES },
    );
    hold("X-Content-Type-Options", answer.header("x-content-type-options"), "nosniff");
    hold("Referrer-Policy", answer.header("referrer-policy"), "no-referrer");
    let copy = match encoding {
        "br" => format!("{name}.br"),
        _ => format!("{name}.gz"),
    };
    let sent = fs::read(dist.join(&copy)).ok().filter(|_| server.sends.contains(&encoding));
    if let Some(copy) = sent {
        hold("the encoding", answer.header("content-encoding"), encoding);
        hold("the content", if answer.body == copy { "the copy" } else { "something else" }, "the copy");
    } else if answer.header("content-encoding").is_empty() {
        let whole = fs::read(dist.join(name)).unwrap_or_default();
        hold("the content", if answer.body == whole { "the file" } else { "something else" }, "the file");
    }
    odd
}

struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// Asks by HTTP/1.0, to which no server answers in pieces.
fn ask(port: u16, address: &str, encoding: &str) -> Result<Answer> {
    let fault = |error: std::io::Error| format!("{address} could not be asked for ({error}).");
    let mut stream = TcpStream::connect(("127.0.0.1", port)).map_err(fault)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(fault)?;
    let request = format!("GET {address} HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).map_err(fault)?;
    let mut whole = Vec::new();
    stream.read_to_end(&mut whole).map_err(fault)?;
    read(&whole).ok_or_else(|| format!("{address} has no answer."))
}

fn read(whole: &[u8]) -> Option<Answer> {
    let end = whole.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&whole[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines.filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_owned()))
    });
    Some(Answer {
        status,
        headers: headers.collect(),
        body: whole[end + 4..].to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_server_has_lines_on_the_page() {
        let page = project::read(&project::root().join(PAGE)).expect("the page");
        for server in SERVERS {
            let lines = block(&page, server.name).expect(server.name);
            assert!(lines.contains(PLACE) && lines.contains("/award-kit"), "{}", server.name);
            for header in ["immutable", "no-cache", SCRIPTS, FRAMES, "nosniff", "no-referrer"] {
                assert!(lines.contains(header), "{}: {header}", server.name);
            }
        }
    }

    /// What README shows are the lines that are tried, but for blanks and what is said about them.
    #[test]
    fn the_lines_in_both_readmes_are_those_of_the_page() {
        let lines = |file: &str| {
            let page = project::read(&project::root().join(file)).expect(file);
            let shown = block(&page, "nginx").expect(file).lines().filter(|line| !line.starts_with('#'));
            shown
                .map(|line| line.split_whitespace().collect::<Vec<&str>>().join(" "))
                .collect::<Vec<String>>()
        };
        for file in ["README.md", "README.zh.md"] {
            assert_eq!(lines(file), lines(PAGE), "{file}");
        }
    }

    #[test]
    fn every_server_is_told_the_type_of_the_list_of_licences() {
        let page = project::read(&project::root().join(PAGE)).expect("the page");
        for (server, told) in [
            ("nginx", "text/plain md txt;"),
            ("apache", "AddType text/plain .md .txt"),
            ("lighttpd", "\".txt\" => \"text/plain\""),
        ] {
            assert!(block(&page, server).expect(server).contains(told), "{server}");
        }
    }

    #[test]
    fn an_answer_is_read() {
        let answer = read(b"HTTP/1.1 200 OK\r\nContent-Type: text/css\r\nX:  y \r\n\r\na\r\n\r\nb").expect("an answer");
        assert_eq!((answer.status, answer.header("content-type"), answer.header("x")), (200, "text/css", "y"));
        assert_eq!((answer.header("none"), &*answer.body), ("", &b"a\r\n\r\nb"[..]));
        assert!(read(b"HTTP/1.1 200 OK\r\n").is_none());
    }
}
