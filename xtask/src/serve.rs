//! Serves `dist/` on this machine only.
//!
//! `tower-http` over `hyper`, because both are well kept and know types, ranges and paths that try to leave the folder;
//! the smaller `tiny_http` has had no release for years.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use hyper::header::{CACHE_CONTROL, HeaderValue, LOCATION, X_CONTENT_TYPE_OPTIONS};
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::services::fs::ServeFileSystemResponseBody as Body;

use crate::command::{Result, say};
use crate::{dist, project, seal};

const USUAL_PORT: u16 = 8080;

struct Options {
    port: u16,
    /// Where the page lies below the server's root; begins and ends with a slash.
    under: String,
    build: bool,
}

pub fn command(words: &[&str]) -> Result {
    let options = read(words)?;
    if options.build {
        dist::build()?;
    }
    let folder = project::dist();
    if !folder.join("index.html").is_file() {
        return Err(format!(
            "{} holds no page; leave out --no-build, or run `cargo xtask dist` first.",
            folder.display()
        ));
    }
    tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .map_err(|error| format!("The server could not be started ({error})."))?
        .block_on(serve(&folder, &options))
}

fn read(words: &[&str]) -> Result<Options> {
    let mut options = Options {
        port: USUAL_PORT,
        under: "/".to_owned(),
        build: true,
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--no-build" => options.build = false,
            "--port" => {
                let number = words.next().copied().unwrap_or_default();
                options.port = number
                    .parse()
                    .map_err(|_| format!("--port needs a number from 1 to 65535, not \"{number}\"."))?;
            }
            "--under" => {
                let path = words.next().copied().unwrap_or_default().trim_matches('/');
                options.under = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
            }
            other => {
                return Err(format!(
                    "`cargo xtask serve` has no option \"{other}\"; it has --port N, --under /a/b/ and --no-build."
                ));
            }
        }
    }
    Ok(options)
}

async fn serve(folder: &Path, options: &Options) -> Result {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| format!("Port {} cannot be used ({error}); choose another with --port N.", options.port))?;
    say(&format!(
        "Serving {} on http://{address}{} – stop with Ctrl-C.",
        folder.display(),
        options.under
    ));
    let files = files(folder);
    loop {
        let Ok((connection, _)) = listener.accept().await else { continue };
        let (files, under) = (files.clone(), options.under.clone());
        let service = hyper::service::service_fn(move |request| respond(files.clone(), under.clone(), request));
        // A browser that hangs up in the middle is none of the server's business.
        tokio::spawn(async move {
            drop(
                hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(connection), service)
                    .await,
            );
        });
    }
}

/// The folder as any good host sends it: what lies there compressed goes out so to whoever takes it.
fn files(folder: &Path) -> ServeDir {
    ServeDir::new(folder).precompressed_br().precompressed_gzip()
}

/// Whatever cannot be read is not found; a reader has no use for more.
async fn respond<B: Send + 'static>(mut files: ServeDir, under: String, mut request: Request<B>) -> std::result::Result<Response<Body>, Infallible> {
    let path = request.uri().path().to_owned();
    // Without the last slash the page's relative addresses would miss the folder.
    if format!("{path}/") == under {
        return Ok(empty(StatusCode::PERMANENT_REDIRECT, HeaderValue::from_str(&under).ok()));
    }
    let inner = path.strip_prefix(&under).and_then(|inner| format!("/{inner}").parse().ok());
    let Some(inner) = inner else { return Ok(empty(StatusCode::NOT_FOUND, None)) };
    *request.uri_mut() = inner;
    let mut response = files.try_call(request).await.unwrap_or_else(|_| empty(StatusCode::NOT_FOUND, None));
    let keeping = if seal::is_sealed(&path) && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(keeping));
    response.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Ok(response)
}

fn empty(status: StatusCode, location: Option<HeaderValue>) -> Response<Body> {
    let mut response = Response::new(Body::default());
    *response.status_mut() = status;
    if let Some(location) = location {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

#[cfg(test)]
mod tests {
    use std::fs;

    use hyper::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY};

    use super::*;

    const MODULE: &str = "app_bg-0123456789ab.wasm";

    fn answered(path: &str, accepted: &str) -> Response<Body> {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}-{}", std::process::id(), accepted.len()));
        fs::create_dir_all(folder.join("criteria")).unwrap();
        for name in ["index.html", MODULE] {
            for ending in ["", ".br", ".gz"] {
                fs::write(folder.join(format!("{name}{ending}")), format!("content{ending}")).unwrap();
            }
        }
        fs::write(folder.join("criteria/index.json"), "{}").unwrap();
        let request = Request::get(path).header(ACCEPT_ENCODING, accepted).body(()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(respond(files(&folder), "/a/".to_owned(), request)).unwrap()
    }

    fn header(response: &Response<Body>, name: hyper::header::HeaderName) -> &str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn what_lies_there_compressed_goes_out_so_with_the_type_of_the_file() {
        for (accepted, sent) in [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", "")] {
            let response = answered(&format!("/a/{MODULE}"), accepted);
            assert_eq!(header(&response, CONTENT_ENCODING), sent);
            assert_eq!(header(&response, CONTENT_TYPE), "application/wasm");
            assert_eq!(header(&response, VARY), "accept-encoding");
        }
        let response = answered("/a/", "br");
        assert_eq!((header(&response, CONTENT_ENCODING), header(&response, CONTENT_TYPE)), ("br", "text/html"));
        let response = answered("/a/criteria/index.json", "br");
        assert_eq!((header(&response, CONTENT_ENCODING), header(&response, CONTENT_TYPE)), ("", "application/json"));
    }

    #[test]
    fn what_is_named_by_its_content_may_be_kept_and_nothing_else() {
        for (path, keeping) in [
            (format!("/a/{MODULE}"), "public, max-age=31536000, immutable"),
            ("/a/".to_owned(), "no-cache"),
            ("/a/criteria/index.json".to_owned(), "no-cache"),
            ("/a/gone-0123456789ab.js".to_owned(), "no-cache"),
        ] {
            assert_eq!(header(&answered(&path, "br, gzip"), CACHE_CONTROL), keeping, "{path}");
        }
    }
}
