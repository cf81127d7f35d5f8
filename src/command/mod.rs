//! The command line: the same core for other programs and for scripts.
//!
//! Answers go to standard output, errors in one sentence to standard error. Exit status 0: done; 1: a pack has faults, or files do
//! not belong together; 2: it could not be done. Nothing here prints or ends the process, so that a test can call it.

mod answers;
mod arguments;
mod bundling;
mod carrying;
mod cases;
mod chance;
mod comparing;
mod desking;
mod differing;
mod distributing;
mod explaining;
mod exporting;
mod files;
mod indicators;
mod interview;
mod making;
mod mending;
mod merging;
mod packs;
mod panel;
mod passphrase;
mod returning;
mod splitting;
mod tables;
mod training;
mod verifying;

pub use explaining::page as rule_page;

use crate::archive::{self, Project};
use crate::criteria::{DEFAULT_PACK, Pack};
use crate::date::Date;
use crate::eligibility::judge;
use crate::findings::findings;
use crate::language::{Language, codes, fill};
use crate::merge::Wanted;
use crate::red_pen::red_pen;
use crate::report::say;
use crate::scoring::score;
use arguments::{Arguments, Command, SchemaOf};
use clap::Parser;
use passphrase::Passphrase;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

/// What a call leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// For standard output.
    pub output: String,
    /// For standard error: why it could not be done, or a line for each file that is not quite what it was; mostly empty.
    pub error: String,
    pub status: u8,
}

/// Why a call could not be done: one sentence in the language asked for.
struct Failure(String);

/// What holds for everything a call does.
#[derive(Clone, Copy)]
struct Call<'a> {
    language: Language,
    /// What locked files are opened and locked with.
    passphrase: Option<&'a Passphrase>,
    /// What is to be told although all went well.
    notes: &'a RefCell<BTreeSet<String>>,
}

/// Runs one call. `arguments` begin with the program's name; `today` decides which dates lie in the future.
pub fn run<I>(arguments: I, today: Date) -> Finished
where
    I: IntoIterator<Item = OsString>,
{
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let notes = RefCell::default();
    match perform(&arguments, today, &notes) {
        Ok((output, status)) => Finished {
            output,
            error: notes.into_inner().into_iter().collect::<Vec<String>>().join("\n"),
            status,
        },
        Err(Failure(error)) => Finished {
            output: String::new(),
            error,
            status: 2,
        },
    }
}

/// Help and version are answers; anything else is a wrong call, told in one line.
fn usage(error: &clap::Error) -> Finished {
    let text = error.render().to_string();
    if error.use_stderr() {
        let sentence = text.split("\n\nUsage:").next().unwrap_or_default();
        let sentence = sentence.split("\n\nFor more information").next().unwrap_or_default();
        Finished {
            output: String::new(),
            error: sentence.split_whitespace().collect::<Vec<&str>>().join(" "),
            status: 2,
        }
    } else {
        Finished {
            output: text,
            error: String::new(),
            status: 0,
        }
    }
}

fn perform(arguments: &Arguments, today: Date, notes: &RefCell<BTreeSet<String>>) -> Result<(String, u8), Failure> {
    let language = arguments.language;
    let passphrase = arguments.passphrase_file.as_deref().map(|file| Passphrase::read(file, language)).transpose()?;
    let call = Call {
        language,
        passphrase: passphrase.as_ref(),
        notes,
    };
    let pack = arguments.pack.as_deref();
    let done = |output| Ok((output, 0));
    match &arguments.command {
        Command::New => {
            let pack = packs::pack(pack.unwrap_or(Path::new(DEFAULT_PACK)), language)?;
            done(archive::write(&Project::blank(&pack), &pack))
        }
        Command::Score { file } => {
            let (project, pack) = files::assessment(file, pack, call)?;
            done(answers::score(&pack, &score(&pack, &project.assessment)))
        }
        Command::Indicators { file } => {
            let (project, pack) = files::assessment(file, pack, call)?;
            done(indicators::indicators(&pack, &project.assessment, language))
        }
        Command::Interview { file, item } => {
            let (project, of_file) = files::assessment(file, pack, call)?;
            done(interview::interview(&of_file, pack, &project.assessment, item.as_deref(), call, today)?)
        }
        Command::Notes { file } => {
            let (project, pack) = files::assessment(file, pack, call)?;
            done(answers::notes(&pack, &project.assessment, language))
        }
        Command::Eligibility { file, on, edition } => {
            let (project, pack) = files::assessment(file, pack, call)?;
            let record = &project.assessment.eligibility;
            let edition = match edition {
                Some(id) => pack.edition_slot(id).ok_or_else(|| no_edition(&pack, id, language))?,
                None => record.edition,
            };
            let eligibility = judge(&pack, &project.assessment, edition, on.or(record.application_date), today);
            done(answers::eligibility(&pack, &eligibility, language))
        }
        Command::Explain { code } => done(explaining::explain(code.as_deref(), call)?),
        Command::Check { path, fix } => {
            let mended = if *fix { Some(mended(path, call.language)?) } else { None };
            let (found, status) = check(path, pack, call, today)?;
            Ok(([mended.unwrap_or_default(), found].concat(), status))
        }
        Command::Diff { from, to, output } => {
            let packs = (packs::pack(from, language)?, packs::pack(to, language)?);
            match output {
                Some(output) => done(differing::document(&packs.0, &packs.1, to, output, call)?),
                None => done(answers::differences(&packs.0, &packs.1, language)),
            }
        }
        Command::Pack { what } => done(making::make(what, language)?),
        Command::Export {
            file,
            to,
            output,
            draft_date,
            evidence,
            section,
            variant,
            minutes,
            style,
            template,
            panel,
            anonymous,
        } => {
            let wanted = exporting::Wanted {
                file,
                to: *to,
                output,
                draft_date: *draft_date,
                evidence: evidence.as_deref(),
                section: *section,
                variant: *variant,
                minutes: *minutes,
                style,
                template: template.as_deref(),
                panel: panel.as_deref(),
                anonymous: *anonymous,
            };
            done(exporting::export_file(&wanted, pack, call, today)?)
        }
        Command::Carry { file, from, output } => {
            let to = pack.ok_or_else(|| Failure::of(language, "carry_where", &[]))?;
            done(carrying::carry(file, from.as_deref(), to, output.as_deref(), call)?)
        }
        Command::Under { file, packs } => done(carrying::under(file, pack, packs, call, today)?),
        Command::Split { report, output, likely, unit } => done(splitting::split_report(report, pack, output.as_deref(), *likely, unit, call)?),
        Command::ImportDraft { file, draft, output, proposed } => done(returning::import_draft(file, draft, pack, output.as_deref(), *proposed, call)?),
        Command::Template { file, output, years, kind } => done(tables::template(file.as_deref(), pack, output, *years, *kind, call, today)?),
        Command::Import {
            file,
            table,
            output,
            sheet,
            replace,
            unit,
            whole,
        } => {
            let asked = tables::Asked {
                sheet: sheet.as_deref(),
                replace: *replace,
                units: unit,
                whole: *whole,
            };
            done(tables::import(file, pack, table, output, &asked, call)?)
        }
        Command::ScoringCopy {
            file,
            assessor,
            items,
            training,
            output,
        } => {
            let asked = panel::CopyAsked {
                assessor,
                items,
                training: *training,
            };
            done(panel::scoring_copy(file, pack, &asked, output, call)?)
        }
        Command::Panel {
            files,
            assessment,
            tolerance,
            output,
        } => {
            let asked = panel::Asked {
                files,
                assessment: assessment.as_deref(),
                tolerance: *tolerance,
                output: output.as_deref(),
            };
            done(panel::panel(&asked, pack, call)?)
        }
        Command::Minute { file, anonymous, output } => done(panel::minute(file, pack, *anonymous, output, call)?),
        Command::SiteVisits { file, output } => done(panel::visits(file, pack, output, call)?),
        Command::Training { files, tolerance } => done(training::group(files, *tolerance, call)?),
        Command::TrainingResult { case, copy, tolerance } => done(training::result(case, copy, pack, *tolerance, call, today)?),
        Command::Certificate { file, output } => done(training::certificate(file, pack, output, call)?),
        Command::HandOut {
            file,
            department,
            items,
            deadline,
            instruction,
            output,
        } => {
            let wanted = Wanted {
                deadline: *deadline,
                instruction: instruction.clone(),
            };
            done(merging::hand_out(file, pack, (department, &wanted), items, output, call)?)
        }
        Command::Merge { ours, theirs, base, output } => done(merging::merge(ours, theirs, base.as_deref(), pack, output, call)?),
        Command::Compare {
            before,
            after,
            output,
            tracked,
            author,
            draft_date,
        } => {
            let tracked = tracked.then(|| comparing::Tracked {
                author: author.as_deref(),
                date: *draft_date,
            });
            done(comparing::compare(before, after, pack, output.as_deref(), tracked.as_ref(), call)?)
        }
        Command::Desk { paths, output, to } => done(desking::desk(paths, pack, output.as_deref(), *to, call, today)?),
        Command::ScoreCard { file, output } => done(distributing::card(file, pack, output, call, today)?),
        Command::Benchmark { paths, output, again } => done(distributing::merged(paths, pack, output, *again, call)?),
        Command::Verify { files, receipt } => verifying::verify(files, receipt.as_deref(), pack, call, today),
        Command::Schema { of } => {
            let schema = match of {
                SchemaOf::Assessment => schemars::schema_for!(archive::AssessmentFile).to_value(),
                SchemaOf::Scoring => schemars::schema_for!(archive::ScoringFile).to_value(),
                SchemaOf::Panel => schemars::schema_for!(archive::PanelFile).to_value(),
                SchemaOf::Training => schemars::schema_for!(archive::TrainingFile).to_value(),
                SchemaOf::Desk => schemars::schema_for!(crate::desk::Line).to_value(),
                SchemaOf::Pack => on_a_base_too(schemars::schema_for!(crate::criteria::Structure).to_value()),
            };
            done(format!("{schema:#}\n"))
        }
    }
}

/// The schema of a whole pack, widened for one that builds on another: with a `base`, only its own name must stand.
fn on_a_base_too(mut schema: Value) -> Value {
    let whole = schema["required"].take();
    schema["required"] = json!(["format", "version", "id", "edition"]);
    schema["properties"]["base"] = json!({ "type": "string", "description": "Id of the pack this one builds on." });
    schema["anyOf"] = json!([{ "required": whole }, { "required": ["base"] }]);
    schema
}

/// Faults of a pack or a folder of packs (status 1 where there are any), or findings of an assessment and what the red pen marks in it,
/// a line each.
fn check(path: &Path, pack: Option<&Path>, call: Call<'_>, today: Date) -> Result<(String, u8), Failure> {
    let language = call.language;
    if let Some(faults) = packs::faults(path, language)? {
        let lines = faults.iter().map(|fault| format!("{}: {}\n", fault.code.name(), say::fault(language, fault)));
        let cases = cases::broken(path, language)?;
        let cases: Vec<String> = cases.iter().map(|told| format!("case_broken: {told}\n")).collect();
        let status = u8::from(!faults.is_empty() || !cases.is_empty());
        return Ok((lines.chain(cases).collect(), status));
    }
    let (project, pack) = files::assessment(path, pack, call)?;
    let record = &project.assessment.eligibility;
    let eligibility = judge(&pack, &project.assessment, record.edition, record.application_date, today);
    let found = findings(&pack, &project.assessment, &eligibility);
    let findings = found
        .iter()
        .map(|finding| format!("{}: {}\n", finding.code(), say::finding(&pack, language, finding)));
    let assessment = &project.assessment;
    let hits = red_pen(&pack, assessment);
    let marked = hits
        .iter()
        .map(|hit| format!("{}: {}\n", hit.rule.code, say::red_pen_line(&pack, assessment, language, hit)));
    Ok((findings.chain(marked).collect(), 0))
}

/// What was mended of a pack or a folder of packs; nothing else is ever written over.
fn mended(path: &Path, language: Language) -> Result<String, Failure> {
    let file = path.display().to_string();
    mending::mend(path, language)?.ok_or_else(|| Failure::of(language, "fix_packs_only", &[("file", &file)]))
}

fn no_edition(pack: &Pack, id: &str, language: Language) -> Failure {
    let known: Vec<&str> = pack.structure().eligibility.editions.iter().map(|edition| edition.id.as_str()).collect();
    Failure::of(language, "no_edition", &[("id", id), ("known", &known.join(language.words().term_list()))])
}

impl Failure {
    /// The sentence of an error code.
    fn of(language: Language, code: &str, values: &[(&str, &str)]) -> Failure {
        let values: Vec<(&str, String)> = values.iter().map(|(name, value)| (*name, say::on_one_line(language, value))).collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Failure(fill(language.words().by_code(&codes::ERROR, code), &values))
    }
}
