//! Days of the road and last days of improvement actions as a calendar (RFC 5545), for Outlook, WPS and phones.
//!
//! Written here and not by a crate: what is needed are twenty lines, and those that exist take the time of writing and
//! identifiers from clock and chance, while the same assessment must give the same bytes. Days are whole-day events,
//! because office calendars leave out tasks (`VTODO`) when they import.

use super::plain::legal;
use crate::assessment::{Assessment, ImprovementAction, ProfileText, Progress};
use crate::criteria::Pack;
use crate::date::Date;
use crate::language::{Language, codes, fill};
use crate::report::say;
use chrono::Datelike;
use sha2::{Digest, Sha256};

/// Octets a line may have without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// The text of the finished file. Written on the draft date; without one on a day that is always the same.
pub(super) fn write(pack: &Pack, assessment: &Assessment, language: Language, draft_date: Option<Date>) -> String {
    let words = language.words();
    let mut calendar = Calendar {
        out: String::new(),
        stamp: draft_date.map_or_else(|| "19700101".to_owned(), compact) + "T000000Z",
        whose: whose(assessment),
    };
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//award-kit//award-kit//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    let name = assessment.organisation.text(ProfileText::Name);
    calendar.line("X-WR-CALNAME", &escaped([pack.words(language.tag()).short(), " ", name].concat().trim_end()));
    if let Some(day) = assessment.eligibility.application_date {
        calendar.event(&Event {
            id: "application",
            day,
            summary: words.calendar_application(),
            description: "",
            cancelled: false,
        });
    }
    for (at, (stage, record)) in pack.structure().stages.iter().zip(&assessment.road.stages).enumerate() {
        if let Some(day) = record.day {
            let name = pack.words(language.tag()).stage(stage);
            calendar.event(&Event {
                id: &["stage-", stage].concat(),
                day,
                summary: &fill(words.calendar_stage(), &[("n", &(at + 1).to_string()), ("stage", name)]),
                description: &record.note,
                cancelled: false,
            });
        }
    }
    for (at, action) in assessment.improvement.actions.iter().enumerate() {
        if let Some(day) = action.due {
            let title = say::action_title(language, at, &action.title);
            calendar.event(&Event {
                id: &action.id,
                day,
                summary: &fill(words.calendar_action(), &[("action", &title)]),
                description: &description(pack, language, action),
                cancelled: action.progress == Progress::Dropped,
            });
        }
    }
    calendar.line("END", "VCALENDAR");
    calendar.out
}

/// Status, item, owner and note of an action, a line each.
fn description(pack: &Pack, language: Language, action: &ImprovementAction) -> String {
    let words = language.words();
    let mut lines = vec![fill(
        words.calendar_progress(),
        &[("progress", words.by_code(&codes::PROGRESS, action.progress.word()))],
    )];
    if let Some(slot) = pack.item_slot(&action.item) {
        lines.push(say::item_name(pack, language, slot));
    }
    if !action.owner.trim().is_empty() {
        lines.push(fill(words.calendar_owner(), &[("owner", action.owner.trim())]));
    }
    lines.extend(action.note.lines().map(String::from));
    lines.join("\n")
}

/// Sixteen digits that stand for the organisation, so that calendars of two organisations do not overwrite each other.
fn whose(assessment: &Assessment) -> String {
    let organisation = &assessment.organisation;
    let code = organisation.text(ProfileText::CreditCode).trim();
    let known = if code.is_empty() { organisation.text(ProfileText::Name).trim() } else { code };
    let digits = Sha256::digest(known.as_bytes()).into_iter().take(8).flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

struct Event<'a> {
    id: &'a str,
    day: Date,
    summary: &'a str,
    description: &'a str,
    cancelled: bool,
}

struct Calendar {
    out: String,
    stamp: String,
    whose: String,
}

impl Calendar {
    fn event(&mut self, event: &Event<'_>) {
        self.line("BEGIN", "VEVENT");
        let id: String = event
            .id
            .chars()
            .map(|character| if character.is_ascii_alphanumeric() { character } else { '-' })
            .collect();
        // Ids that differ in other characters only stay apart.
        let id = if *id == *event.id { id } else { [&id, "-", &hex(event.id)].concat() };
        self.line("UID", &[&id, ".", &self.whose, "@award-kit"].concat());
        self.line("DTSTAMP", &self.stamp.clone());
        self.line("DTSTART;VALUE=DATE", &compact(event.day));
        if let Some(next) = event.day.succ_opt() {
            self.line("DTEND;VALUE=DATE", &compact(next));
        }
        self.line("SUMMARY", &escaped(event.summary));
        if !event.description.is_empty() {
            self.line("DESCRIPTION", &escaped(event.description));
        }
        self.line("TRANSP", "TRANSPARENT");
        if event.cancelled {
            self.line("STATUS", "CANCELLED");
        }
        self.line("END", "VEVENT");
    }

    /// A property, folded where it is longer than a line may be: never inside a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if character.len_utf8() > room {
                self.out.push_str("\r\n ");
                room = LINE - 1;
            }
            self.out.push(character);
            room -= character.len_utf8();
        }
        self.out.push_str("\r\n");
    }
}

fn hex(id: &str) -> String {
    let digest = Sha256::digest(id.as_bytes());
    let digits = digest.into_iter().take(4).flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// A day as calendars write it: `20161202`.
fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            other => out.push(legal(other)),
        }
    }
    out
}
