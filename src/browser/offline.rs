//! Whether the kit works without a network, as the script that starts the page notes it at the page's root.

/// Where keeping the kit's files stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offline {
    /// A whole version is kept.
    pub whole: bool,
    /// What hinders the next version, as `sw.js` and `late.js` name it; empty while nothing does. Of the single file there is no next
    /// one, and this is `single`.
    pub hindrance: String,
    /// The file that is concerned, where one is.
    pub file: String,
}

/// How it stands now: three lines, the version that is whole, the hindrance, the file.
pub fn standing() -> Offline {
    let root = gloo::utils::document().document_element();
    let told = root.and_then(|root| root.get_attribute("data-offline")).unwrap_or_default();
    let mut lines = told.split('\n');
    let mut line = || lines.next().unwrap_or_default().to_owned();
    Offline {
        whole: !line().is_empty(),
        hindrance: line(),
        file: line(),
    }
}
