//! Lays compressed copies beside the files whose content belongs to the build, for hosts that send what lies there. What
//! a host's people may edit, the packs and samples in folders, has none: a copy of what it was before would be sent.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::command::Result;
use crate::{project, seal};

const BROTLI: &str = "br";
const GZIP: &str = "gz";
/// Types that become smaller.
const TYPES: &[&str] = &["html", "js", "css", "wasm", "json", "svg", "webmanifest"];

pub fn all(dist: &Path) -> Result {
    for name in seal::files(dist)?.iter().filter(|name| has_copies(name)) {
        let content = project::read_bytes(&dist.join(name))?;
        for (ending, copy) in [(BROTLI, brotli(&content)?), (GZIP, gzip(&content)?)] {
            project::write(&dist.join(format!("{name}.{ending}")), copy)?;
        }
    }
    Ok(())
}

/// Whether a file is the compressed copy of another one.
pub fn is_copy(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| [BROTLI, GZIP].contains(&ending))
}

fn has_copies(name: &str) -> bool {
    !name.contains('/') && name.rsplit_once('.').is_some_and(|(_, ending)| TYPES.contains(&ending))
}

/// The content at brotli's highest level.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    kept(content, BROTLI, |content| {
        let mut packed = Vec::new();
        brotli::CompressorReader::new(content, 1 << 16, 11, 22).read_to_end(&mut packed)?;
        Ok(packed)
    })
}

/// The content at gzip's highest level.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    kept(content, GZIP, |content| {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(content)?;
        gzip.finish()
    })
}

/// What was compressed once is kept by its content: the highest levels take seconds for a module.
fn kept(content: &[u8], ending: &str, pack: impl Fn(&[u8]) -> std::io::Result<Vec<u8>>) -> Result<Vec<u8>> {
    let folder = project::target().join("compressed");
    let done = folder.join(format!("{}.{ending}", seal::digest(content)));
    if done.exists() {
        return project::read_bytes(&done);
    }
    let packed = pack(content).map_err(|error| format!("{} bytes could not be compressed ({error}).", content.len()))?;
    let fault = |error| format!("{} could not be kept ({error}).", done.display());
    fs::create_dir_all(&folder).map_err(fault)?;
    let unfinished = folder.join(format!("{}.{ending}.{}", seal::digest(content), std::process::id()));
    project::write(&unfinished, &packed)?;
    fs::rename(&unfinished, &done).map_err(fault)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_the_build_has_copies_and_what_a_host_may_edit_has_none() {
        let dist = std::env::temp_dir().join(format!("xtask-compress-{}", std::process::id()));
        fs::create_dir_all(dist.join("criteria")).unwrap();
        let content = "a{color:red}".repeat(50);
        for name in ["kit.css", "criteria/pack.json", "picture.png"] {
            fs::write(dist.join(name), &content).unwrap();
        }
        all(&dist).unwrap();
        let mut packed = Vec::new();
        brotli::Decompressor::new(fs::File::open(dist.join("kit.css.br")).unwrap(), 4096)
            .read_to_end(&mut packed)
            .unwrap();
        assert_eq!(packed, content.as_bytes());
        let mut packed = String::new();
        flate2::read::GzDecoder::new(fs::File::open(dist.join("kit.css.gz")).unwrap())
            .read_to_string(&mut packed)
            .unwrap();
        assert_eq!(packed, content);
        for name in ["criteria/pack.json.br", "picture.png.gz"] {
            assert!(!dist.join(name).exists(), "{name}");
        }
        assert_eq!(seal::files(&dist).unwrap(), ["criteria/pack.json", "kit.css", "picture.png"]);
        fs::remove_dir_all(dist).unwrap();
    }
}
