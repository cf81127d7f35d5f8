//! Days of the road and last days of improvement actions as a calendar (RFC 5545), for Outlook, WPS and phones.
//!
//! Written here and not by a crate: what is needed are twenty lines, and those that exist take the time of writing and
//! identifiers from clock and chance, while the same assessment must give the same bytes. Days are whole-day events,
//! because office calendars leave out tasks (`VTODO`) when they import.
//!
//! A calendar that is imported again moves what it knows: an event keeps its `UID`, and the later file has the higher `SEQUENCE`
//! (RFC 5545, 3.8.7.4), which is the moment of writing in seconds since 2000: nothing of earlier files has to be known for it.

use super::options::Options;
use super::plain::legal;
use crate::assessment::{Assessment, ImprovementAction, ProfileText, Progress, bare_code};
use crate::criteria::Pack;
use crate::date::Date;
use crate::language::{Language, codes, fill};
use crate::report::say;
use chrono::{DateTime, Datelike, NaiveTime, Timelike, Utc};
use sha2::{Digest, Sha256};

/// Octets a line may have without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// Seconds from 1970 to 2000: from there the number of a file counts, so that it stays below 2³¹ until 2068.
const SINCE_2000: i64 = 946_684_800;

/// The text of the finished file. Written at the moment that is given, else on the draft date; without either on a day that is
/// always the same. None where there is no day to tell: a calendar has at least one component (RFC 5545, 3.6).
pub(super) fn write(pack: &Pack, assessment: &Assessment, options: &Options<'_>) -> Option<String> {
    let language = options.language;
    let words = language.words();
    let midnight = |day: Date| day.and_time(NaiveTime::MIN).and_utc();
    let moment = options.moment.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let moment = moment.or(options.draft_date.map(midnight)).unwrap_or_default();
    let mut calendar = Calendar {
        out: String::new(),
        stamp: stamp(moment),
        sequence: (moment.timestamp() - SINCE_2000).clamp(0, i32::MAX.into()),
        whose: whose(assessment),
        any: false,
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
    // What is done needs no reminding; what was dropped is taken back from calendars that have it.
    let open = |action: &ImprovementAction| action.progress != Progress::Done;
    for (at, action) in assessment.improvement.actions.iter().enumerate().filter(|(_, action)| open(action)) {
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
    calendar.any.then_some(calendar.out)
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
    let code = bare_code(organisation.text(ProfileText::CreditCode));
    let known = if code.is_empty() {
        organisation.text(ProfileText::Name).trim()
    } else {
        &code
    };
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
    /// When the file is written (`20161120T093000Z`); as nobody knows when an event was changed, this is that too.
    stamp: String,
    sequence: i64,
    whose: String,
    /// Whether it holds a day.
    any: bool,
}

impl Calendar {
    fn event(&mut self, event: &Event<'_>) {
        self.any = true;
        self.line("BEGIN", "VEVENT");
        let id: String = event
            .id
            .chars()
            .map(|character| if character.is_ascii_alphanumeric() { character } else { '-' })
            .collect();
        // Ids that differ in other characters only stay apart.
        let id = if *id == *event.id { id } else { [&id, "-", &hex(event.id)].concat() };
        self.line("UID", &[&id, ".", &self.whose, "@award-kit"].concat());
        let stamp = self.stamp.clone();
        self.line("DTSTAMP", &stamp);
        self.line("LAST-MODIFIED", &stamp);
        self.line("SEQUENCE", &self.sequence.to_string());
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
        } else {
            // A week before: office calendars remind of whole days a quarter of an hour before midnight, if at all.
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.line("TRIGGER", "-P7D");
            self.line("DESCRIPTION", &escaped(event.summary));
            self.line("END", "VALARM");
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

/// A moment as calendars write it, in UTC: `20161120T093000Z`.
fn stamp(moment: DateTime<Utc>) -> String {
    let (day, time) = (moment.date_naive(), moment.time());
    format!("{}T{:02}{:02}{:02}Z", compact(day), time.hour(), time.minute(), time.second())
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
