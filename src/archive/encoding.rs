//! In which encoding a file of the kit was saved again: editors of office computers write UTF-16 and GB 18030 where UTF-8 was.
//! Only what is one of the kit's files once it is decoded counts; everything else stays what it was.

/// What stands in every file of the kit, as the beginning of what `format` says.
const OURS: &str = "\"award-kit.";

/// The encoding of bytes that are not UTF-8, by its name in the Encoding Standard; none where they are UTF-8.
pub fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] | [b'{', 0, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] | [0, b'{', ..] => Some("utf-16be"),
        _ if std::str::from_utf8(bytes).is_ok() => None,
        _ => Some("gb18030"),
    }
}

/// Whether text that was decoded is a whole file of the kit, so that nothing else is taken for one.
pub fn is_ours(decoded: &str) -> bool {
    let text = decoded.trim_start_matches('\u{feff}').trim();
    text.starts_with('{') && text.ends_with('}') && text.contains(OURS)
}

/// The bytes as UTF-8, where they are one of the kit's files in another encoding.
#[cfg(feature = "documents")]
pub fn as_utf8(bytes: &[u8]) -> Option<Vec<u8>> {
    let encoding = encoding_rs::Encoding::for_label(other_encoding(bytes)?.as_bytes())?;
    let decoded = encoding.decode_with_bom_removal(bytes).0;
    let is_whole = !decoded.contains('\u{fffd}');
    (is_whole && is_ours(&decoded)).then(|| decoded.into_owned().into_bytes())
}
