//! How `cases.json` is read. Every member must be there unless it is an option.

use super::{Cases, TotalCase, VerdictCase, YearsCase};
use crate::assessment::{Answer, LegalStatus};
use crate::criteria::{Fault, FaultCode, Kind, not_json};
use crate::date::{Date, parse_date};
use crate::eligibility::Verdict;
use crate::json::{self, Absent, ById, FromJson, Object, Place};
use crate::scoring::Points;
use serde_json::Value;

/// The name of the file.
pub const FILE: &str = "cases.json";

/// What the file says of itself.
const FORMAT: &str = "award-kit.cases";

/// The file as it is written.
struct CasesFile {
    header: [String; 2],
    cases: Cases,
}

impl FromJson for CasesFile {
    fn from_json(place: Place<'_>) -> CasesFile {
        let mut file = place.object();
        CasesFile {
            header: [file.member("format"), file.member("version")],
            cases: Cases {
                years: file.member_or_default("years"),
                verdicts: file.member_or_default("verdicts"),
                totals: file.member_or_default("totals"),
            },
        }
    }
}

impl FromJson for YearsCase {
    fn from_json(place: Place<'_>) -> YearsCase {
        let mut case = place.object();
        YearsCase {
            edition: case.member_or_default("edition"),
            registered: case.place("registered").read(parse_date, "YYYY-MM-DD").unwrap_or_default(),
            from: day(&mut case, "from"),
        }
    }
}

/// A day that need not be there.
fn day(case: &mut Object<'_>, name: &'static str) -> Option<Date> {
    case.place(name).if_any()?.read(parse_date, "YYYY-MM-DD")
}

impl FromJson for VerdictCase {
    fn from_json(place: Place<'_>) -> VerdictCase {
        let mut case = place.object();
        let answers: ById<Answer> = case.member_or_default("answers");
        VerdictCase {
            edition: case.member_or_default("edition"),
            registered: day(&mut case, "registered"),
            place: case.member_or_default("place"),
            legal_status: case.place("legal_status").if_any().map(LegalStatus::from_json),
            applies: day(&mut case, "applies"),
            answers: answers.0,
            others: case.place("others").if_any().map(Answer::from_json),
            verdict: case.place("verdict").choice(&Verdict::ALL.map(|verdict| (verdict.code(), verdict))),
        }
    }
}

impl FromJson for TotalCase {
    fn from_json(place: Place<'_>) -> TotalCase {
        let mut case = place.object();
        let kinds = Kind::ALL.map(|kind| (kind.word(), kind));
        let ratings: ById<u8> = case.member_or_default("ratings");
        TotalCase {
            kind: case.place("kind").if_any().map(|place| place.choice(&kinds)),
            ratings: ratings.0,
            others: case.member_or_default("others"),
            total: points(case.place("total")),
        }
    }
}

/// Points as they are written: 542 or 27.5, in hundredths.
fn points(place: Place<'_>) -> Points {
    let hundredths = place.number() * 100.0;
    Points::of_hundredths(if (0.0..1e12).contains(&hundredths) { hundredths.round() as u64 } else { 0 })
}

/// Reads the file; all faults are collected.
pub fn read_cases(text: &str) -> Result<Cases, Vec<Fault>> {
    let parsed = json::parse(text).map_err(|at| vec![not_json(FILE, (at.line, at.column), "")])?;
    let repeated = parsed.repeated.iter().map(|pointer| Fault::new(FaultCode::RepeatedField, FILE, pointer));
    read(&parsed.value, repeated.collect())
}

/// Reads the cases that travel with a pack; none where there are none. All faults are collected, with their places in
/// `cases.json`.
pub fn cases_of(value: &Value) -> Result<Cases, Vec<Fault>> {
    if value.is_null() { Ok(Cases::default()) } else { read(value, Vec::new()) }
}

fn read(value: &Value, mut faults: Vec<Fault>) -> Result<Cases, Vec<Fault>> {
    let typed = json::typed::<CasesFile>(value, Absent::Wrong);
    for wrong in typed.wrong {
        faults.push(Fault {
            given: wrong.given,
            wanted: wrong.wanted,
            ..Fault::new(FaultCode::WrongKind, FILE, &wrong.pointer)
        });
    }
    faults.extend(typed.unknown.iter().map(|pointer| Fault::new(FaultCode::UnknownField, FILE, pointer)));
    let Some(CasesFile { header, cases }) = typed.content else {
        return Err(faults);
    };
    if header[0] != FORMAT || !header[1].starts_with("1.") {
        faults.push(Fault {
            given: header.join(" "),
            wanted: [FORMAT, "1.x"].join(" "),
            ..Fault::new(FaultCode::UnknownFormat, FILE, "/format")
        });
    }
    if faults.is_empty() { Ok(cases) } else { Err(faults) }
}
