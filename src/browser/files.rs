//! Files in and out: reading what the user picked or dropped, offering bytes as a download.

use crate::archive::{MAX_BYTES, ReadError, is_ours, other_encoding};
use crate::lock;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, TextDecoder, TextDecoderOptions, Url};

/// The bytes of a file; one that is too large is not read at all.
pub async fn read(file: &File) -> Result<Vec<u8>, ReadError> {
    if file.size() > MAX_BYTES as f64 {
        return Err(ReadError::TooLarge { bytes: file.size() as u64 });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadError::NoContent)?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    Ok(decoded(&bytes).unwrap_or(bytes))
}

/// The bytes as UTF-8, where they are one of the kit's files that an editor saved in another encoding.
fn decoded(bytes: &[u8]) -> Option<Vec<u8>> {
    let strict = TextDecoderOptions::new();
    strict.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(other_encoding(bytes)?, &strict).ok()?;
    let text = decoder.decode_with_u8_array(bytes).ok()?;
    is_ours(&text).then(|| text.into_bytes())
}

/// Whether a file begins as a zip does.
pub async fn is_zip(file: &File) -> bool {
    start(file).await.starts_with(b"PK\x03\x04")
}

/// Whether a file is locked with a passphrase or a key.
pub async fn is_locked(file: &File) -> bool {
    lock::is_locked(&start(file).await)
}

/// The first bytes of a file; none where it cannot be read, which whoever reads it all says.
async fn start(file: &File) -> Vec<u8> {
    let Ok(start) = file.slice_with_f64_and_f64(0.0, lock::PEEK as f64) else {
        return Vec::new();
    };
    let read = JsFuture::from(start.array_buffer()).await;
    read.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec()).unwrap_or_default()
}

/// The one piece the worker made, as a file of that name.
pub fn named(parts: Vec<JsValue>, name: &str) -> Option<File> {
    File::new_with_u8_array_sequence(&parts.into_iter().collect::<js_sys::Array>(), name).ok()
}

/// Offers bytes under a name.
pub fn download(bytes: &[u8], name: &str, media_type: &str) -> Result<(), JsValue> {
    download_parts(vec![js_sys::Uint8Array::from(bytes).into()], name, media_type)
}

/// Offers what the worker made in pieces under a name.
pub fn download_parts(parts: Vec<JsValue>, name: &str, media_type: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts: js_sys::Array = parts.into_iter().collect();
    download_blob(&Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?, name)
}

/// Offers a file under a name.
pub fn download_blob(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = gloo::utils::document().create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // The browser has taken the address over by the time the click returns; a minute is for slow downloads.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
