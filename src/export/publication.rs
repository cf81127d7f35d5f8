//! A new session as files for its host: the pack as one file and the index that names it, packed so that they lie in their places when
//! they are unpacked beside the page.

use super::ExportError;
use super::bundle::packed;
use crate::criteria::{INDEX_FILE, Index, IndexEntry, Pack, write_pack_file};

/// The folder of the criteria beside the page.
const FOLDER: &str = "criteria/";

/// The zip with the pack, and with what the host offers once it is there; where it is to be the default, named as that.
pub fn publication(pack: &Pack, index: Index, is_default: bool) -> Result<Vec<u8>, ExportError> {
    let file = [pack.id(), ".pack.json"].concat();
    let entry = IndexEntry {
        id: pack.id().to_owned(),
        file: Some(file.clone()),
        hash: Some(pack.hash().to_owned()),
    };
    let index = index.with(entry, is_default).write();
    let content = write_pack_file(pack);
    let placed = |name: &str| [FOLDER, name].concat();
    packed(&[(placed(&file), content.as_bytes()), (placed(INDEX_FILE), index.as_bytes())])
}
