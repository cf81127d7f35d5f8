//! The steps that undo and redo lead through, as they are kept when an assessment is left, so that they are there when it
//! is come back to.

use super::Project;
use super::fingerprint::fingerprint;
use super::journal::{Written, changes, replay};
use super::read::open;
use super::write::write;
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::json::parse;
use serde_json::{Map, Value};

/// Steps from one state, in both directions. Each leads from the state the one before it led to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Steps {
    /// The [`fingerprint`] of the file of the state they lead from.
    pub from: String,
    /// What is undone next stands last.
    pub back: Vec<Written>,
    /// What is redone next stands last.
    pub forth: Vec<Written>,
}

impl Steps {
    /// None where the text is none that [`Steps::write`] made.
    pub fn read(content: &str) -> Option<Steps> {
        let value = parse(content).ok()?.value;
        let list = |name: &str| value.get(name)?.as_array()?.iter().map(written).collect::<Option<Vec<Written>>>();
        Some(Steps {
            from: value.get("from")?.as_str()?.to_owned(),
            back: list("back")?,
            forth: list("forth")?,
        })
    }

    pub fn write(&self) -> String {
        let list = |steps: &[Written]| Value::Array(steps.iter().map(to_value).collect());
        let mut value = Map::new();
        value.insert("from".into(), Value::String(self.from.clone()));
        value.insert("back".into(), list(&self.back));
        value.insert("forth".into(), list(&self.forth));
        Value::Object(value).to_string()
    }

    /// Lets go of the steps that are farthest away, until what is left takes at most that many bytes.
    pub fn shortened(mut self, most: usize) -> Steps {
        for steps in [&mut self.back, &mut self.forth] {
            let mut room = most / 2;
            let kept = steps.iter().rev().take_while(|step| {
                let size = size(step);
                let fits = size <= room;
                room = room.saturating_sub(size);
                fits
            });
            let gone = steps.len() - kept.count();
            steps.drain(..gone);
        }
        self
    }
}

fn size(step: &Written) -> usize {
    match step {
        Written::Whole(content) => content.len(),
        Written::Changes(places) => places.iter().map(|(place, there)| place.len() + there.to_string().len()).sum(),
    }
}

fn written(value: &Value) -> Option<Written> {
    match value {
        Value::Object(places) => Some(Written::Changes(places.clone())),
        Value::String(content) => Some(Written::Whole(content.clone())),
        _ => None,
    }
}

fn to_value(step: &Written) -> Value {
    match step {
        Written::Changes(places) => Value::Object(places.clone()),
        Written::Whole(content) => Value::String(content.clone()),
    }
}

/// The [`fingerprint`] of the file of a state.
pub fn state(project: &Project, pack: &Pack) -> String {
    fingerprint(write(project, pack).as_bytes())
}

/// The step from one state to another of the same criteria; `project` is what stands beside them.
pub fn step(from: &Assessment, to: &Assessment, project: &Project, pack: &Pack) -> Written {
    let to = Project {
        assessment: to.clone(),
        ..project.clone()
    };
    Written::Changes(changes(from, &to, pack))
}

/// The state a step leads to from another one, both of the same criteria; none where it does not lead anywhere.
pub fn stepped(from: &Project, step: &Written, pack: &Pack) -> Option<Project> {
    let content = match step {
        Written::Changes(places) => replay(&write(from, pack), places)?,
        Written::Whole(content) => content.clone(),
    };
    open(&content).ok()?.with_pack(pack).ok()
}
