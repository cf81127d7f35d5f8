//! A draft as JSON, for the command line and for the page.

use super::passages::By;
use super::{Draft, Passage, Reading, Standing};
use crate::archive::Project;
use crate::criteria::Pack;
use crate::language::Language;
use crate::manuscript::{Note, Proposal, Way};
use crate::report::{say, text_of};
use serde_json::{Value, json};

/// `changes[]` in reading order: each text that stands otherwise in the document than in the assessment, or that something is proposed for or said of –
/// `{place, name, by, standing, ours, theirs, proposed, proposals[], comments[]}`, where `by` is `control`, `bookmark` or `heading`, `standing` one of
/// `changed_there`, `changed_here`, `conflict` and `unchanged`, `theirs` the text as it is taken and `proposed` the one with all that is only proposed
/// (null where nothing is); `not_placed[] {near, text, proposals[]}`, `comments[]` on none of the texts, and the counts `unchanged`, `absent` and `proposals`.
pub fn told(pack: &Pack, project: &Project, draft: &Draft, reading: Reading, language: Language) -> Value {
    let standing = |passage: &Passage| passage.standing(&project.assessment, reading);
    let is_told = |passage: &&Passage| standing(passage) != Standing::Same || !passage.proposals.is_empty() || !passage.comments.is_empty();
    let name = |place: &str| say::file_place(pack, language, place, &[]);
    let changes = draft.passages.iter().filter(is_told).map(|passage| {
        json!({
            "place": passage.place,
            "name": name(&passage.place),
            "by": match passage.by {
                By::Control => "control",
                By::Bookmark => "bookmark",
                By::Heading => "heading",
            },
            "standing": standing(passage).word(),
            "ours": &*text_of(&project.assessment, passage.field),
            "theirs": passage.text(reading),
            "proposed": (!passage.proposals.is_empty()).then_some(&passage.texts[1]),
            "proposals": passage.proposals.iter().map(proposal).collect::<Vec<Value>>(),
            "comments": passage.comments.iter().map(comment).collect::<Vec<Value>>(),
        })
    });
    let strays = draft.strays.iter().map(|stray| {
        let near = if stray.near.starts_with('/') { name(&stray.near) } else { stray.near.clone() };
        json!({
            "near": near,
            "text": stray.texts[reading as usize],
            "proposals": stray.proposals.iter().map(proposal).collect::<Vec<Value>>(),
        })
    });
    let of_passages = draft.passages.iter().map(|passage| passage.proposals.len());
    let of_strays = draft.strays.iter().map(|stray| stray.proposals.len());
    json!({
        "changes": changes.collect::<Vec<Value>>(),
        "not_placed": strays.collect::<Vec<Value>>(),
        "comments": draft.comments.iter().map(comment).collect::<Vec<Value>>(),
        "unchanged": draft.passages.iter().filter(|passage| standing(passage) == Standing::Same).count(),
        "absent": draft.absent,
        "proposals": of_passages.chain(of_strays).sum::<usize>(),
    })
}

fn proposal(proposal: &Proposal) -> Value {
    let way = match proposal.way {
        Way::In => "insert",
        Way::Out => "delete",
    };
    json!({ "way": way, "author": proposal.author, "date": proposal.date, "text": proposal.text })
}

fn comment(note: &Note) -> Value {
    json!({ "author": note.author, "date": note.date, "text": note.text })
}
