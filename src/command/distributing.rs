//! Score cards for other programs: the card of an assessment, and what many of them come to.

use super::answers::text;
use super::{Call, Failure, desking, files, packs};
use crate::benchmark::{Cell, LEAST, LeftOut, Merged, Publication, ScoreCard, Why, merge};
use crate::criteria::{Kind, Pack, built_in};
use crate::date::Date;
use crate::eligibility::SizeClass;
use crate::language::fill;
use crate::report::say;
use chrono::Datelike;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The largest file that is looked into, in bytes; a card is far smaller.
const MOST_BYTES: u64 = 1_000_000;

/// Writes the anonymous score card of an assessment.
pub(super) fn card(file: &Path, pack: Option<&Path>, output: &Path, call: Call<'_>, today: Date) -> Result<String, Failure> {
    let (project, pack) = files::assessment(file, pack, call)?;
    let year = u32::try_from(today.year()).unwrap_or_default();
    let card = ScoreCard::of(&pack, &project.assessment, year).map_err(|why| Failure(say::no_card(call.language, why)))?;
    files::write(output, file, card.write().as_bytes(), call)?;
    Ok(String::new())
}

/// Merges cards into a file to be published: `pack`, `files`, `counted`, `cells[]` and `withheld[]` each `{kind, size, n, text}`, and
/// `left_out[] {file, reason, other, text}`. `n` of a cell that is told is what the file tells; that of one withheld is its own and for
/// whoever merges alone. `reason` is `other_pack`, `repeated` or the code of what is wrong; `other` is the file with the same content.
pub(super) fn merged(paths: &[PathBuf], pack: Option<&Path>, output: &Path, again: bool, call: Call<'_>) -> Result<String, Failure> {
    let language = call.language;
    let mut received = desking::received(paths, Some(output), call)?;
    received.sort_by(|one, other| one.name.cmp(&other.name));
    let names: Vec<&str> = received.iter().map(|one| one.name.as_str()).collect();
    let contents: Vec<String> = received
        .iter()
        .map(|one| Ok(String::from_utf8_lossy(&files::whole(&one.path, MOST_BYTES, language).unwrap_or_default()).into_owned()))
        .collect::<Result<_, Failure>>()?;
    let cards: Vec<&str> = contents.iter().map(String::as_str).collect();
    let Some(pack) = criteria(&cards, pack, call)? else {
        let first = cards
            .first()
            .and_then(|card| ScoreCard::read(card).err())
            .and_then(|faults| faults.into_iter().next());
        let first = first.map(|fault| {
            say::left_out(
                language,
                &LeftOut {
                    at: 0,
                    why: Why::Unreadable(fault),
                },
                &names,
            )
        });
        let text = language.words().benchmark_no_cards();
        return Err(Failure(fill(text, &[("first", &first.unwrap_or_default())]).trim_end().to_owned()));
    };
    let merged = merge(&pack, &cards);
    let Some(publication) = &merged.publication else {
        let first = merged.left_out.first().map(|out| say::left_out(language, out, &names)).unwrap_or_default();
        let values = [("n", &*merged.counted.to_string()), ("least", &LEAST.to_string()), ("first", &first)];
        return Err(Failure(fill(language.words().benchmark_too_few(), &values).trim_end().to_owned()));
    };
    let written = publication.write();
    if !again && would_tell_a_few(output, publication) {
        let file = output.display().to_string();
        return Err(Failure(fill(language.words().benchmark_again(), &[("file", &file)])));
    }
    files::put(output, written.as_bytes(), language)?;
    Ok(answer(&pack, &merged, publication, &names, call))
}

/// Whether another distribution of the same criteria lies there: two that differ by a few cards would tell these.
fn would_tell_a_few(output: &Path, publication: &Publication) -> bool {
    let before = fs::read_to_string(output).ok().and_then(|text| Publication::read(&text).ok());
    before.is_some_and(|before| before.pack.key() == publication.pack.key() && before != *publication)
}

/// The criteria asked for, else the built-in ones that the first card names which can be read.
fn criteria(cards: &[&str], pack: Option<&Path>, call: Call<'_>) -> Result<Option<Pack>, Failure> {
    let language = call.language;
    if let Some(path) = pack {
        return packs::pack(path, language).map(Some);
    }
    let Some(card) = cards.iter().find_map(|card| ScoreCard::read(card).ok()) else {
        return Ok(None);
    };
    let values = [("id", card.pack.id.as_str()), ("edition", card.pack.edition.as_str())];
    let known = built_in(&card.pack.id).filter(|pack| pack.edition() == card.pack.edition);
    known.map(Some).ok_or_else(|| Failure::of(language, "pack_not_built_in", &values))
}

fn answer(pack: &Pack, merged: &Merged, publication: &Publication, names: &[&str], call: Call<'_>) -> String {
    let language = call.language;
    let cell = |cell: Cell, n: usize| {
        json!({
            "kind": cell.kind.map(Kind::word),
            "size": cell.size.map(SizeClass::word),
            "n": n,
            "text": say::cell(language, cell),
        })
    };
    let left = |out: &LeftOut| {
        let (reason, other) = match &out.why {
            Why::Unreadable(fault) | Why::Misfit(fault) => (fault.code.code(), None),
            Why::OtherPack { .. } => ("other_pack", None),
            Why::Repeated(other) => ("repeated", names.get(*other)),
        };
        json!({ "file": names.get(out.at), "reason": reason, "other": other, "text": say::left_out(language, out, names) })
    };
    text(json!({
        "pack": { "id": pack.id(), "edition": pack.edition(), "hash": pack.hash() },
        "files": names.len(),
        "counted": merged.counted,
        "cells": publication.cells.iter().map(|told| cell(told.cell, told.n as usize)).collect::<Vec<Value>>(),
        "withheld": merged.withheld.iter().map(|(of, n)| cell(*of, *n)).collect::<Vec<Value>>(),
        "left_out": merged.left_out.iter().map(left).collect::<Vec<Value>>(),
    }))
}
