//! What others send: parts of departments, scoring copies, bundles, locked files.

use super::assessments::{PACK, is_kept, read, refused};
use super::told;
use award_kit::archive::{Dropped, ReadError, gather_files, open_scoring, write_scoring};
use award_kit::criteria::Lineage;
use award_kit::date::Date;
use award_kit::export::bundle::{MAX_BUNDLE_BYTES, read_bundle};
use award_kit::language::Language;
use award_kit::lock::{LockError, is_locked, unlock};
use award_kit::merge::{Choice, NotTaken, OtherCriteria, Settling, recognise_under, round};
use award_kit::panel::{Panel, Subject, read_panel};
use award_kit::report::say;
use serde_json::Value;
use std::hint::black_box;

/// A file that comes back, and the whole it comes back to: `{whole, part}`, each a file.
pub fn part(bytes: &[u8]) {
    let Ok(seed) = serde_json::from_slice::<Value>(bytes) else { return };
    let file = |name: &str| Some(seed.get(name)?.to_string().into_bytes());
    let (Some(whole), Some(part)) = (file("whole"), file("part")) else { return };
    let Ok(whole) = read(&whole) else { return };
    let others = OtherCriteria {
        pack: &|_| None,
        lineage: &Lineage::default(),
        language: "zh",
        carry: None,
    };
    let returned = match recognise_under(&PACK, &others, &whole, "部门.json", &part, &[]) {
        Ok(returned) => returned,
        Err(NotTaken::Unreadable(error)) => return refused(&error),
        Err(other) => return drop(black_box(other)),
    };
    let settling = Settling {
        ours: "汇总",
        choose: &|_, conflict| if conflict.can_be_joined() { Choice::Both } else { Choice::Ours },
    };
    let round = round(&PACK, &whole, &[returned], Date::default(), &settling);
    is_kept(&round.result);
}

/// Bytes as a scoring copy, which are gathered for a panel.
pub fn scoring(bytes: &[u8]) {
    let known = |error: &ReadError| refused(error);
    match open_scoring(bytes).and_then(|opened| opened.with_pack(&PACK)) {
        Ok(copy) => {
            let written = write_scoring(&copy, &PACK);
            let again = open_scoring(written.as_bytes()).and_then(|opened| opened.with_pack(&PACK));
            assert_eq!(again.map(|again| write_scoring(&again, &PACK)), Ok(written));
        }
        Err(error) => known(&error),
    }
    let files = [Dropped { name: "甲.json", bytes }, Dropped { name: "乙.json", bytes }];
    let gathering = gather_files(&PACK, None, &[], &files);
    for problem in &gathering.gathered.problems {
        told(&say::gathered(Language::Zh, problem));
    }
    for unread in &gathering.unreadable {
        told(&say::unreadable(Language::En, unread));
    }
    let subject = gathering.gathered.subject.clone();
    let subject = subject.unwrap_or_else(|| Subject::of(&award_kit::assessment::Assessment::blank(&PACK), ""));
    let mut panel = Panel::new(&PACK, subject);
    panel.sheets.clone_from(&gathering.gathered.sheets);
    black_box(read_panel(&PACK, &panel));
}

/// Bytes as a bundle: never more comes out than the limit, and the assessment in it is read or refused.
pub fn bundle(bytes: &[u8]) {
    match read_bundle(bytes) {
        Ok(bundle) => {
            let unpacked: u64 = bundle.files.iter().map(|file| file.bytes.len() as u64).sum();
            assert!(unpacked + bundle.project.len() as u64 <= MAX_BUNDLE_BYTES);
            match read(&bundle.project) {
                Ok(project) => is_kept(&project),
                Err(error) => refused(&error),
            }
        }
        Err(error) => Language::ALL.iter().for_each(|language| told(&error.sentence(*language))),
    }
}

/// Bytes as a locked file, where the work it asks for is small: the seeds are locked with 2 to the power 1.
pub fn locked(bytes: &[u8]) {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let work = text.lines().nth(1).and_then(|line| line.rsplit(' ').next()?.parse::<u8>().ok());
    let binary = bytes.starts_with(b"age-encryption.org/");
    if !is_locked(bytes) || !binary || work.is_some_and(|work| (5..=18).contains(&work)) {
        return;
    }
    match unlock(bytes, "fuzz") {
        Ok(content) => drop(black_box(content)),
        Err(error) => {
            assert!(LockError::CODES.contains(&error.code()));
            told(&error.sentence(Language::Zh));
        }
    }
}
