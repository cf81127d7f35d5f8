//! The files of a pack as the tests change them: each change by JSON pointer, each reading by the one checker.

use award_kit::criteria::{BUILT_IN, Fault, FaultCode, Pack, PackFiles};
use serde_json::Value;
use std::path::Path;

/// The files of a pack, open to be broken. Text files that are absent are not handed over.
#[derive(Clone)]
pub struct Files {
    pub structure: String,
    pub sources: String,
    pub chinese: Option<String>,
    pub english: Option<String>,
}

impl Files {
    pub fn demo() -> Files {
        let files = &BUILT_IN.iter().find(|pack| pack.id == "demo-mini").expect("demo-mini is built in").files;
        let text = |language: &str| files.texts.iter().find(|(tag, _)| *tag == language).map(|(_, text)| String::from(*text));
        Files {
            structure: files.structure.into(),
            sources: files.sources.into(),
            chinese: text("zh"),
            english: text("en"),
        }
    }

    /// The files of a folder.
    pub fn of_folder(folder: &Path) -> Files {
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        Files {
            structure: read("pack.json"),
            sources: read("sources.json"),
            chinese: Some(read("text.zh.json")),
            english: Some(read("text.en.json")),
        }
    }

    pub fn load(&self) -> Result<Pack, Vec<Fault>> {
        let texts = [("zh", &self.chinese), ("en", &self.english)];
        let texts: Vec<(&str, &str)> = texts.into_iter().filter_map(|(tag, text)| Some((tag, text.as_deref()?))).collect();
        Pack::load(&PackFiles {
            structure: &self.structure,
            sources: &self.sources,
            texts: &texts,
        })
    }

    /// The faults as code, file and pointer.
    pub fn faults(&self) -> Vec<(FaultCode, String, String)> {
        let faults = self.load().err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.code, fault.file, fault.pointer)).collect()
    }

    pub fn edit(mut self, file: &str, change: impl FnOnce(&mut Value)) -> Files {
        let text = match file {
            "pack.json" => &mut self.structure,
            "sources.json" => &mut self.sources,
            "text.zh.json" => self.chinese.as_mut().expect("there is a Chinese text"),
            _ => self.english.as_mut().expect("there is an English text"),
        };
        let mut value: Value = serde_json::from_str(text).expect("the file is JSON");
        change(&mut value);
        *text = value.to_string();
        self
    }

    /// Sets an existing or new member (or list element) of a file.
    pub fn set(self, file: &str, pointer: &str, new: Value) -> Files {
        self.edit(file, |value| {
            let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
            match value.pointer_mut(parent) {
                Some(Value::Object(members)) => drop(members.insert(key.into(), new)),
                Some(Value::Array(list)) => list[key.parse::<usize>().expect("a position")] = new,
                other => panic!("{pointer} in {other:?}"),
            }
        })
    }

    pub fn remove(self, file: &str, pointer: &str) -> Files {
        self.edit(file, |value| {
            let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
            match value.pointer_mut(parent) {
                Some(Value::Object(members)) => drop(members.shift_remove(key).expect("the member is there")),
                Some(Value::Array(list)) => drop(list.remove(key.parse().expect("a position"))),
                other => panic!("{pointer} in {other:?}"),
            }
        })
    }
}
