//! What an assessment was compared with last, kept beside it, so that it is there again when the page is come back to.

use super::database::{Keys, RECEIVED, StorageError, Transaction, reading, writing};
use std::rc::Rc;

/// What an assessment is compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum Compared {
    /// A file that was opened, by its name, with its text.
    File { name: Rc<str>, content: Rc<str> },
    /// Another assessment of this device, by its id.
    Device(Rc<str>),
    /// An earlier version of itself, by the moment that names it.
    Version(f64),
    /// Its own targets.
    Targets,
}

impl Compared {
    /// The kind on a line; of a file its name on the next, then its text.
    fn write(&self) -> String {
        match self {
            Compared::File { name, content } => ["file\n", &name.replace('\n', " "), "\n", content].concat(),
            Compared::Device(id) => ["device\n", id].concat(),
            Compared::Version(at) => format!("version\n{at}"),
            Compared::Targets => "targets\n".to_owned(),
        }
    }
    fn read(record: &str) -> Option<Compared> {
        match record.split_once('\n')? {
            ("file", rest) => {
                let (name, content) = rest.split_once('\n')?;
                Some(Compared::File {
                    name: name.into(),
                    content: content.into(),
                })
            }
            ("device", id) => Some(Compared::Device(id.into())),
            ("version", at) => Some(Compared::Version(at.parse().ok()?)),
            ("targets", _) => Some(Compared::Targets),
            _ => None,
        }
    }
}

/// Outside of the keys of assessors' files, which begin with the id and a slash.
fn key(id: &str) -> String {
    ["compared:", id].concat()
}

/// What an assessment was compared with last; none where it was not.
pub async fn load(id: &str) -> Result<Option<Compared>, StorageError> {
    let value = reading(RECEIVED).await?.get(RECEIVED, &key(id)).await?;
    Ok(value.and_then(|value| Compared::read(&value.as_string()?)))
}

/// Keeps what an assessment is compared with; none forgets it.
pub async fn keep(id: &str, compared: Option<&Compared>) -> Result<(), StorageError> {
    let transaction = writing(&[RECEIVED]).await?;
    match compared {
        Some(compared) => transaction.put(RECEIVED, &key(id), &compared.write().into()).await?,
        None => remove_with(&transaction, id).await?,
    }
    transaction.committed().await
}

/// Forgets it together with its assessment.
pub(super) async fn remove_with(transaction: &Transaction, id: &str) -> Result<(), StorageError> {
    transaction.delete(RECEIVED, Keys::One(&key(id))).await
}
