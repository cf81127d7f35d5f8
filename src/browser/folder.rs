//! A folder of the user's own on this device, where the browser lets pages write into one (File System Access API): chosen
//! once, kept as a handle, and asked for leave again where the browser wants that.

use super::attachments;
use super::database::{FOLDER, Keys, StorageError, reading, writing};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Where the handle lies. What was written stands under the ids of assessments.
const HANDLE: &str = "/handle";

/// Name, size in bytes and moment of the last change of a file, which its content does not change without.
type FileState = (String, f64, f64);

thread_local! {
    static HASHES: RefCell<Vec<(FileState, String)>> = const { RefCell::new(Vec::new()) };
}

/// A folder that was chosen.
#[derive(Clone)]
pub struct Folder(JsValue);

/// What was last written of an assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Name of the file.
    pub name: String,
    /// Its text, as it was written.
    pub content: String,
    /// When, in milliseconds since 1970.
    pub at: f64,
}

/// What came of choosing a folder.
pub enum Choice {
    Chosen(Folder),
    /// The user thought better of it.
    Cancelled,
    Refused,
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    Reflect::get(of, &name.into()).ok()?.as_string()
}

/// Calls a method that gives a promise, and waits for it.
async fn call(of: &JsValue, method: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &method.into())?.dyn_into()?;
    let promise: Promise = method.apply(of, &given.iter().collect::<Array>())?.dyn_into()?;
    JsFuture::from(promise).await
}

fn options(name: &str, value: impl Into<JsValue>) -> JsValue {
    let options = Object::new();
    let _ = Reflect::set(&options, &name.into(), &value.into());
    options.into()
}

fn is_called(error: &JsValue, name: &str) -> bool {
    text(error, "name").as_deref() == Some(name)
}

/// Whether this browser lets pages write into a folder.
pub fn is_offered() -> bool {
    Reflect::get(&gloo::utils::window(), &"showDirectoryPicker".into()).is_ok_and(|picker| picker.is_function())
}

/// Lets the user choose a folder.
pub async fn choose() -> Choice {
    let wish = options("mode", "readwrite");
    let _ = Reflect::set(&wish, &"id".into(), &"award-kit".into());
    match call(&gloo::utils::window(), "showDirectoryPicker", &[wish]).await {
        Ok(handle) => Choice::Chosen(Folder(handle)),
        Err(error) if is_called(&error, "AbortError") => Choice::Cancelled,
        Err(_) => Choice::Refused,
    }
}

/// The folder that was chosen; none where none was.
pub async fn kept() -> Result<Option<Folder>, StorageError> {
    Ok(reading(FOLDER).await?.get(FOLDER, HANDLE).await?.map(Folder))
}

/// Keeps a folder for the next time. What was written into the one before says nothing of it.
pub async fn keep(folder: &Folder) -> Result<(), StorageError> {
    let transaction = writing(&[FOLDER]).await?;
    transaction.delete(FOLDER, Keys::Beginning("")).await?;
    transaction.put(FOLDER, HANDLE, &folder.0).await?;
    transaction.committed().await
}

/// Writes into no folder any more. What lies in it stays.
pub async fn forget() -> Result<(), StorageError> {
    let transaction = writing(&[FOLDER]).await?;
    transaction.delete(FOLDER, Keys::Beginning("")).await?;
    transaction.committed().await
}

/// What was last written of an assessment; none where nothing was.
pub async fn written(id: &str) -> Result<Option<Written>, StorageError> {
    let kept = reading(FOLDER).await?.get(FOLDER, id).await?;
    Ok(kept.and_then(|kept| {
        Some(Written {
            name: text(&kept, "name")?,
            content: text(&kept, "content")?,
            at: Reflect::get(&kept, &"at".into()).ok()?.as_f64()?,
        })
    }))
}

/// Notes what was written of an assessment.
pub async fn note(id: &str, written: &Written) -> Result<(), StorageError> {
    let value = Object::new();
    let members: [(&str, JsValue); 3] = [
        ("name", (&*written.name).into()),
        ("content", (&*written.content).into()),
        ("at", written.at.into()),
    ];
    for (name, member) in members {
        let _ = Reflect::set(&value, &name.into(), &member);
    }
    let transaction = writing(&[FOLDER]).await?;
    transaction.put(FOLDER, id, &value).await?;
    transaction.committed().await
}

impl Folder {
    /// Its name, without what leads to it: browsers do not tell more.
    pub fn name(&self) -> String {
        text(&self.0, "name").unwrap_or_default()
    }

    /// Whether it may be written into without asking.
    pub async fn is_open(&self) -> bool {
        let state = call(&self.0, "queryPermission", &[options("mode", "readwrite")]).await;
        state.is_ok_and(|state| state.as_string().as_deref() == Some("granted"))
    }

    /// Asks for leave to write into it; only after something the user did.
    pub async fn ask(&self) -> bool {
        let state = call(&self.0, "requestPermission", &[options("mode", "readwrite")]).await;
        state.is_ok_and(|state| state.as_string().as_deref() == Some("granted"))
    }

    /// A folder in it, made where there is none.
    async fn inner(&self, name: &str) -> Result<Folder, JsValue> {
        call(&self.0, "getDirectoryHandle", &[name.into(), options("create", true)]).await.map(Folder)
    }

    /// The file of a name; none where there is none.
    async fn file(&self, name: &str) -> Result<Option<File>, JsValue> {
        match call(&self.0, "getFileHandle", &[name.into()]).await {
            Ok(handle) => call(&handle, "getFile", &[]).await?.dyn_into().map(Some),
            Err(error) if is_called(&error, "NotFoundError") => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The text of a file in it; none where there is none.
    pub async fn read(&self, name: &str) -> Result<Option<String>, JsValue> {
        match self.file(name).await? {
            Some(file) => Ok(JsFuture::from(file.text()).await?.as_string()),
            None => Ok(None),
        }
    }

    /// The SHA-256 of a file in a folder of it; none where there is none. It is made again only for a file that was changed since.
    pub async fn hash_in(&self, folder: &str, name: &str) -> Result<Option<String>, JsValue> {
        let Some(file) = self.inner(folder).await?.file(name).await? else {
            return Ok(None);
        };
        let state = (name.to_owned(), file.size(), file.last_modified());
        if let Some(hash) = HASHES.with_borrow(|known| known.iter().find_map(|(of, hash)| (*of == state).then(|| hash.clone()))) {
            return Ok(Some(hash));
        }
        let hash = attachments::hash_of(&file).await?;
        HASHES.with_borrow_mut(|known| {
            known.retain(|((of, ..), _)| *of != state.0);
            known.push((state, hash.clone()));
        });
        Ok(Some(hash))
    }

    /// Writes a file. It takes the place of the one before only when it is there as a whole.
    pub async fn write(&self, name: &str, content: &JsValue) -> Result<(), JsValue> {
        let handle = call(&self.0, "getFileHandle", &[name.into(), options("create", true)]).await?;
        let stream = call(&handle, "createWritable", &[]).await?;
        match call(&stream, "write", std::slice::from_ref(content)).await {
            Ok(_) => call(&stream, "close", &[]).await.map(drop),
            Err(error) => {
                let _ = call(&stream, "abort", &[]).await;
                Err(error)
            }
        }
    }

    /// Writes a file into a folder of it.
    pub async fn write_in(&self, folder: &str, name: &str, content: &JsValue) -> Result<(), JsValue> {
        self.inner(folder).await?.write(name, content).await
    }
}
