//! One received file: opened where it is locked, unpacked where it is a bundle, read under its criteria and told as a line.
//!
//! Whatever is wrong with a file becomes its line; nothing here fails.

use super::document;
use super::shingles::Shingles;
use super::table::Draft;
use crate::archive::{self, Opened, Project, ReadError, as_utf8};
use crate::assessment::{ProfileText, bare_code, sha256};
use crate::criteria::{Pack, PackReference};
use crate::date::Date;
use crate::desk::{AlteredLine, CategoryLine, Given, LengthLine, Line, ReasonLine, State};
use crate::eligibility::{CreditCode, Eligibility, Outcome, judge};
use crate::export::bundle::{Altered, BundledFile, Listed, inspect_bundle, is_bundle};
use crate::findings::{findings, grouped, lengths};
use crate::language::{Language, codes, fill};
use crate::lock::{self, LockError};
use crate::overview::Weight;
use crate::receipt::{Receipt, receipt};
use crate::report::say;
use crate::scoring::score;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The most passphrases that are tried on a file: each takes part of a second on purpose.
pub const PASSPHRASES: usize = 20;

/// What all files are read with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The criteria at hand; of one id and edition the first.
    pub packs: &'a [Pack],
    /// Tried on locked files, in this order.
    pub passphrases: &'a [&'a str],
    /// Decides which dates lie in the future.
    pub today: Date,
    /// Of sentences and places.
    pub language: Language,
}

/// Why there is a line without anything in it: a code and its sentence, and the criteria that are not here.
struct Problem(&'static str, String, PackReference);

impl Problem {
    fn new(code: &'static str, sentence: String) -> Problem {
        Problem(code, sentence, PackReference::default())
    }
}

/// What came with an assessment.
#[derive(Default)]
struct Around {
    files: Option<Vec<BundledFile>>,
    altered: Vec<Altered>,
    unlisted: Vec<String>,
    receipt: Option<String>,
}

impl<'a> Desk<'a> {
    /// Reads a file. `file` is its name as it is told.
    pub fn read(&self, file: &str, bytes: &[u8]) -> Draft {
        let locked = lock::is_locked(bytes);
        let mut draft = match self.opened(bytes).and_then(|opened| self.content(file, &opened)) {
            Ok(draft) => draft,
            Err(Problem(code, sentence, criteria)) => Draft {
                line: Line {
                    pack: criteria.id,
                    pack_edition: criteria.edition,
                    pack_hash: criteria.hash,
                    ..Line::unreadable(file, code, sentence)
                },
                ..Draft::default()
            },
        };
        draft.line.sha256 = sha256(bytes);
        draft.line.locked = locked;
        draft
    }

    /// The criteria of an id and an edition.
    pub fn pack(&self, named: &PackReference) -> Option<&'a Pack> {
        self.packs.iter().find(|pack| pack.id() == named.id && pack.edition() == named.edition)
    }

    /// The assessment's own file out of a file that was received.
    pub fn content_of(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let opened = self.opened(bytes).ok()?;
        if is_bundle(&opened) {
            return inspect_bundle(&opened).ok().map(|inspected| inspected.bundle.project);
        }
        Some(as_utf8(&opened).unwrap_or_else(|| opened.into_owned()))
    }

    /// A file that could not even be had, with the code and the sentence that says why.
    pub fn absent(file: &str, problem: &str, sentence: String) -> Draft {
        Draft {
            line: Line::unreadable(file, problem, sentence),
            ..Draft::default()
        }
    }

    /// The bytes, of a locked file those that were locked.
    fn opened<'b>(&self, bytes: &'b [u8]) -> Result<Cow<'b, [u8]>, Problem> {
        if !lock::is_locked(bytes) {
            return Ok(Cow::Borrowed(bytes));
        }
        let mut last = None;
        for passphrase in self.passphrases.iter().take(PASSPHRASES) {
            match lock::unlock(bytes, passphrase) {
                Ok(content) => return Ok(Cow::Owned(content)),
                Err(LockError::WrongPassphrase) => last = Some(LockError::WrongPassphrase),
                // No passphrase will help.
                Err(error) => return Err(Problem::new(error.code(), error.sentence(self.language))),
            }
        }
        Err(match last {
            Some(error) => Problem::new(error.code(), error.sentence(self.language)),
            None => self.problem("desk_locked"),
        })
    }

    fn content(&self, file: &str, bytes: &[u8]) -> Result<Draft, Problem> {
        let (project, around, given) = if is_bundle(bytes) {
            match inspect_bundle(bytes) {
                Ok(inspected) => {
                    let around = Around {
                        files: Some(inspected.bundle.files),
                        altered: inspected.altered,
                        unlisted: inspected.unlisted,
                        receipt: inspected.receipt,
                    };
                    (Cow::Owned(inspected.bundle.project), around, Given::Bundle)
                }
                Err(error) => {
                    return match document::receipt_of(bytes) {
                        Some(Some(receipt)) => Ok(Draft {
                            line: document::line(file, receipt),
                            ..Draft::default()
                        }),
                        Some(None) => Err(self.problem("desk_no_receipt")),
                        None => Err(Problem::new(error.code(), error.sentence(self.language))),
                    };
                }
            }
        } else {
            let decoded = as_utf8(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned);
            (decoded, Around::default(), Given::Assessment)
        };
        let unread = |error: ReadError| Problem::new(error.code(), say::read_error(self.language, &error));
        let opened = archive::open_bytes(&project).map_err(unread)?;
        let named = opened.pack().clone();
        let pack = self.pack(&named).ok_or_else(|| {
            let (id, edition) = (named.id.clone(), named.edition.clone());
            Problem(
                "unknown_pack",
                say::read_error(self.language, &ReadError::UnknownPack { id, edition }),
                named.clone(),
            )
        })?;
        let hash = named.hash.clone();
        let differs = Opened::criteria_changed(&opened, pack);
        let project = opened.with_pack(pack).map_err(unread)?;
        let mut line = self.line(file, pack, &project);
        line.given = Some(given);
        line.pack_hash = hash;
        line.pack_differs = Some(differs);
        self.around(&mut line, pack, &project, around);
        Ok(Draft {
            line,
            shingles: Shingles::of(pack, &project.assessment, self.language),
        })
    }

    /// What the assessment itself says.
    fn line(&self, file: &str, pack: &Pack, project: &Project) -> Line {
        let assessment = &project.assessment;
        let (organisation, record) = (&assessment.organisation, &assessment.eligibility);
        let eligibility = judge(pack, assessment, record.edition, record.application_date, self.today);
        let found = findings(pack, assessment, &eligibility);
        let weighing = |weight: Weight| found.iter().filter(|finding| Weight::of(finding) == weight).count();
        let score = score(pack, assessment);
        let code = bare_code(organisation.text(ProfileText::CreditCode));
        let limits = &pack.structure().limits;
        let length = lengths(pack, assessment).into_iter().map(|length| LengthLine {
            limit: limits[length.limit].id.clone(),
            written: length.written,
            allowed: length.allowed,
        });
        let categories = score.categories.iter().map(|found| CategoryLine {
            id: pack.category(found.category).id.clone(),
            number: pack.category(found.category).number.to_string(),
            points: found.tally.points.to_f64(),
            max: found.tally.max.to_f64(),
        });
        let files: BTreeSet<&str> = assessment
            .evidence
            .entries
            .iter()
            .filter_map(|entry| Some(&*entry.file.as_ref()?.sha256))
            .collect();
        let mut line = Line::unreadable(file, "", String::new());
        line.state = State::Read;
        line.organisation = organisation.text(ProfileText::Name).trim().to_owned();
        line.credit_code_fits = (!code.is_empty()).then(|| CreditCode::parse(&code).is_ok());
        line.credit_code = code;
        line.kind = organisation.kind;
        line.pack = pack.id().to_owned();
        line.pack_edition = pack.edition().to_owned();
        line.conditions = pack.edition_rules(record.edition).id.clone();
        line.application_date = record.application_date.map(|day| day.to_string());
        line.verdict = eligibility.verdict.code().to_owned();
        line.reasons = self.reasons(pack, &eligibility);
        line.first_eligible_on = eligibility.first_eligible_on.map(|day| day.to_string());
        line.missing = Some(grouped(&found).len());
        line.lengths = length.collect();
        line.total = Some(score.total.points.to_f64());
        line.total_max = Some(score.total.max.to_f64());
        line.total_high = Some(score.range.1.to_f64());
        line.unrated = Some(score.unrated);
        line.categories = categories.collect();
        line.serious = Some(weighing(Weight::Serious));
        line.lacking = Some(weighing(Weight::Missing));
        line.doubts = Some(weighing(Weight::Doubt));
        line.evidence_entries = Some(assessment.evidence.entries.len());
        line.evidence_files = Some(files.len());
        line.receipt = receipt(pack, assessment).to_string();
        line
    }

    fn reasons(&self, pack: &Pack, eligibility: &Eligibility) -> Vec<ReasonLine> {
        let open = eligibility.conditions.iter().filter(|judged| judged.outcome != Outcome::Met);
        let reason = open.map(|judged| ReasonLine {
            condition: pack.condition(judged.condition).id.clone(),
            outcome: judged.outcome.code().to_owned(),
            reason: judged.reason.code().to_owned(),
            text: say::reason(self.language, judged.reason),
        });
        reason.collect()
    }

    /// What stands beside the assessment in a bundle, and how it fits.
    fn around(&self, line: &mut Line, pack: &Pack, project: &Project, around: Around) {
        let entries = project.assessment.evidence.entries.iter();
        let named: BTreeSet<&str> = entries.filter_map(|entry| Some(&*entry.file.as_ref()?.sha256)).collect();
        if let Some(files) = &around.files {
            let present: BTreeSet<&str> = files.iter().map(|file| file.sha256.as_str()).filter(|hash| named.contains(hash)).collect();
            line.evidence_present = Some(present.len());
        }
        line.altered = around.altered.iter().map(|altered| self.altered(altered)).collect();
        line.unlisted = around.unlisted;
        line.receipt_given = around.receipt.unwrap_or_default();
        // Under criteria with another content an assessment may hold less than it was made with.
        if line.receipt_given != line.receipt && !line.receipt_given.is_empty() && line.pack_differs == Some(false) {
            line.altered.push(self.other_receipt(&line.receipt_given, &receipt(pack, &project.assessment)));
        }
        if !line.altered.is_empty() {
            line.state = State::Altered;
        }
    }

    fn altered(&self, altered: &Altered) -> AlteredLine {
        let of = match altered.of {
            Listed::Assessment => "assessment",
            Listed::Document => "document",
            Listed::Evidence => "evidence",
            Listed::Version => "version",
        };
        let words = self.language.words();
        let text = match altered.missing {
            true => words.desk_altered_missing(),
            false => words.desk_altered_changed(),
        };
        let name = say::on_one_line(self.language, &altered.name);
        AlteredLine {
            name: altered.name.clone(),
            of: of.to_owned(),
            missing: altered.missing,
            parts: Vec::new(),
            text: fill(text, &[("name", &name), ("what", words.by_code(&codes::ALTERED, of))]),
        }
    }

    /// The content is not that of the receipt that was packed.
    fn other_receipt(&self, given: &str, made: &Receipt) -> AlteredLine {
        let words = self.language.words();
        let given = Receipt::parse(given).ok();
        let parts = given.map(|given| made.differing(&given)).unwrap_or_default();
        let names: Vec<&str> = parts.iter().map(|part| words.by_code(&codes::RECEIPT_PART, part.code())).collect();
        let text = match (given, names.is_empty()) {
            (None, _) => words.desk_receipt_unreadable().to_owned(),
            (Some(_), true) => words.desk_receipt_differs().to_owned(),
            (Some(_), false) => fill(words.desk_receipt_differs_in(), &[("parts", &names.join(words.term_list()))]),
        };
        AlteredLine {
            name: String::new(),
            of: "receipt".to_owned(),
            missing: false,
            parts: parts.iter().map(|part| part.code().to_owned()).collect(),
            text,
        }
    }

    fn problem(&self, code: &'static str) -> Problem {
        Problem::new(code, self.language.words().by_code(&codes::ERROR, code).to_owned())
    }
}
