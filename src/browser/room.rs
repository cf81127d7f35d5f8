//! How much room this page's storage takes, of how much, and what takes it.

use super::attachments;
use super::database::{JOURNAL, Keys, PANELS, RECEIVED, RECORDS, SCORING, StorageError, TRAINING, VERSION_CONTENTS, reading};
use super::rows::content_of;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// From which part of the room on it is said that it is nearly full.
const NEARLY: f64 = 0.8;

/// Bytes used, of those the browser gives this page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    pub used: f64,
    pub quota: f64,
}

impl Room {
    pub fn is_nearly_full(&self) -> bool {
        self.quota > 0.0 && self.used >= NEARLY * self.quota
    }
    /// Per cent used, whole.
    pub fn percent(&self) -> u32 {
        (self.used / self.quota * 100.0) as u32
    }
}

/// The room as the browser tells it; none where it does not.
pub async fn room() -> Option<Room> {
    let manager = gloo::utils::window().navigator().storage();
    let estimate = JsFuture::from(manager.estimate().ok()?).await.ok()?;
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    Some(Room {
        used: number("usage")?,
        quota: number("quota")?,
    })
}

/// What takes it, in bytes as far as they can be told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Taken {
    /// The assessments themselves.
    pub assessments: f64,
    pub versions: f64,
    pub evidence: f64,
    /// Panels, scoring copies, training.
    pub panels: f64,
}

pub async fn taken() -> Result<Taken, StorageError> {
    let evidence = attachments::sizes().await?.values().sum::<u64>() as f64;
    Ok(Taken {
        assessments: sum(&[RECORDS, JOURNAL]).await?,
        versions: sum(&[VERSION_CONTENTS]).await?,
        evidence,
        panels: sum(&[PANELS, SCORING, RECEIVED, TRAINING]).await?,
    })
}

async fn sum(stores: &[&str]) -> Result<f64, StorageError> {
    let mut all = 0.0;
    for store in stores {
        let values = reading(store).await?.all(store, Keys::All).await?;
        all += values.iter().map(|value| size(&value)).sum::<f64>();
    }
    Ok(all)
}

fn size(value: &JsValue) -> f64 {
    let text = value.as_string().or_else(|| content_of(value));
    match (text, value.dyn_ref::<Uint8Array>(), value.dyn_ref::<Blob>()) {
        (Some(text), ..) => text.len() as f64,
        (_, Some(bytes), _) => f64::from(bytes.length()),
        (.., Some(blob)) => blob.size(),
        _ => 0.0,
    }
}
