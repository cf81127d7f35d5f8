//! What can be written on the command line.

use crate::assessment::Window;
use crate::criteria::Kind;
use crate::date::{Date, parse_date};
use crate::export::{MOST_MINUTES, STYLE_NAMES, StyleSet, Target, Variant};
use crate::language::Language;
use crate::report::Section;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Self-assessment kit for the Beijing Municipal People's Government Quality Management Award.
#[derive(Debug, Parser)]
#[command(name = "award-kit", version, arg_required_else_help = false)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,

    /// Criteria pack: a folder, a file, or the id of a built-in pack [default: the one the file names]
    #[arg(long, global = true, value_name = "PATH")]
    pub pack: Option<PathBuf>,

    /// Language of sentences and of exported documents
    #[arg(long, global = true, default_value = "zh", value_parser = languages())]
    pub language: Language,

    /// File with the passphrase: locked files are opened with it, and what is written under a name ending in `.age` is locked
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Prints a blank assessment file
    New,
    /// Prints the score of an assessment as JSON
    Score { file: PathBuf },
    /// Prints what the figures of an assessment say, as JSON: statistics, findings, coverage and hints
    Indicators { file: PathBuf },
    /// Prints the fact questions of an assessment and what the answers come to, as JSON: bands with their reasons, a range, beginnings of paragraphs
    Interview {
        file: PathBuf,
        /// Only one item, by its id
        #[arg(long, value_name = "ID")]
        item: Option<String>,
    },
    /// Prints whether the organisation may apply, as JSON
    Eligibility {
        file: PathBuf,
        /// The application date, YYYY-MM-DD [default: the one in the file]
        #[arg(long, value_name = "DATE", value_parser = date)]
        on: Option<Date>,
        /// Edition of the conditions [default: the one in the file]
        #[arg(long, value_name = "ID")]
        edition: Option<String>,
    },
    /// Prints the errors of a pack or of a folder of packs, or the findings of an assessment and what the red pen marks in its texts, one a line
    Check {
        path: PathBuf,
        /// First corrects what is certain in the files of criteria: quotation marks, colons, commas and digits of a Chinese keyboard, a comma too many or too few, UTF-16 and GBK, numbers written as texts
        #[arg(long)]
        fix: bool,
    },
    /// Prints what a rule of the red pen marks and why, with a bad and a better example; without a code, every code with its title
    Explain { code: Option<String> },
    /// Prints what differs between two packs, as JSON
    Diff {
        /// The pack before: its folder or file, or the id of a built-in pack
        from: PathBuf,
        /// The pack after
        to: PathBuf,
        /// Writes a table to be published instead: Markdown where the name ends in `.md`, a page where it ends in `.html`, Word otherwise
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Makes a criteria pack from another one
    Pack {
        #[command(subcommand)]
        what: PackCommand,
    },
    /// Writes a draft submission or the assessment file
    Export {
        file: PathBuf,
        /// What to write
        #[arg(long, value_parser = targets())]
        to: Target,
        /// Where to write it
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The day printed on the draft, YYYY-MM-DD
        #[arg(long, value_name = "DATE", value_parser = date)]
        draft_date: Option<Date>,
        /// With --to zip: the folder of the evidence files; they are found by their content
        #[arg(long, value_name = "DIR")]
        evidence: Option<PathBuf>,
        /// Only one part of the submission
        #[arg(long, value_name = "NAME", value_parser = sections())]
        section: Option<Section>,
        /// The working draft; the clean submission that is handed in, with what it lacks on standard error, as JSON; the outline of a defence; or what to have ready for a site review
        #[arg(long, default_value = "draft", value_parser = variants())]
        variant: Variant,
        /// With --variant defence or site-review: how many minutes it takes [default: 40 and 360]
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=MOST_MINUTES.into()))]
        minutes: Option<u32>,
        /// How Word documents look
        #[arg(long, value_name = "NAME", default_value = "plain", value_parser = styles())]
        style: &'static StyleSet,
        /// The authority's own template, .docx: its placeholders are filled and its styles used
        #[arg(long, value_name = "FILE")]
        template: Option<PathBuf>,
        /// With --to xlsx or zip: the record of the panel, which becomes a sheet of the workbook
        #[arg(long, value_name = "FILE")]
        panel: Option<PathBuf>,
        /// With --panel: assessors by letter
        #[arg(long, requires = "panel")]
        anonymous: bool,
    },
    /// Changes an assessment to the pack that --pack names, and prints what became of its answers, as JSON
    Carry {
        file: PathBuf,
        /// The pack of the file, where it is not built in: a folder or an id
        #[arg(long, value_name = "PATH")]
        from: Option<PathBuf>,
        /// Where to write the assessment [default: nowhere]
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Prints how an assessment stands under its own pack and under others, as JSON
    Under {
        file: PathBuf,
        /// The other packs: folders or ids
        #[arg(required = true, value_name = "PACK")]
        packs: Vec<PathBuf>,
    },
    /// Takes an earlier report apart, .docx or text, and prints where each passage of it belongs, as JSON
    Split {
        report: PathBuf,
        /// Where to write an assessment with what is certain [default: nowhere]
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
        /// With --output: also what is only likely
        #[arg(long, requires = "output")]
        likely: bool,
        /// The unit of figures beside which none stands, such as 万元 or "10,000 yuan"; once for each unit that is asked for
        #[arg(long, value_name = "UNIT")]
        unit: Vec<String>,
    },
    /// Reads a draft that was edited in Word, WPS or LibreOffice, and prints what it would change, as JSON
    ImportDraft {
        file: PathBuf,
        /// The draft as it came back: .docx
        draft: PathBuf,
        /// Where to write the assessment with what changed in the draft alone; of what changed on both sides it keeps both versions [default: nowhere]
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
        /// Takes changes that are only proposed (tracked) as well
        #[arg(long)]
        proposed: bool,
    },
    /// Writes the workbook in which figures are collected, with those of an assessment where one is given
    Template {
        file: Option<PathBuf>,
        /// Where to write it
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The years, such as 2014-2016 [default: those of the assessment, else the last three]
        #[arg(long, value_name = "FIRST-LAST", value_parser = years)]
        years: Option<Window>,
        /// Kind of applicant whose indicators are listed [default: that of the assessment, else all]
        #[arg(long, value_parser = kinds())]
        kind: Option<Kind>,
    },
    /// Imports figures from a workbook or delimited text, and prints what was imported and what was not, as JSON
    Import {
        file: PathBuf,
        /// The table: .xlsx, .xls, .ods or .csv
        table: PathBuf,
        /// Where to write the assessment
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The sheet to read [default: all that hold figures]
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        /// Replaces values that are there already
        #[arg(long)]
        replace: bool,
        /// The unit of figures beside which none stands, such as 万元 or "10,000 yuan"; once for each unit that is asked for
        #[arg(long, value_name = "UNIT")]
        unit: Vec<String>,
        /// The figures are those of the whole organisation, though a title names a part of it
        #[arg(long)]
        whole: bool,
    },
    /// Writes a copy of an assessment for one assessor to score, without anybody's judgement in it; to OUT.xlsx a sheet to fill instead, to
    /// OUT.docx a paper worksheet
    ScoringCopy {
        file: PathBuf,
        /// Name or alias of the assessor
        #[arg(long, value_name = "NAME")]
        assessor: String,
        /// Ids of the items asked for, separated by commas [default: all that apply]
        #[arg(long, value_name = "IDS", value_delimiter = ',')]
        items: Vec<String>,
        /// For a trainee: also without the facts of the interview, which are part of the reference of a training case
        #[arg(long)]
        training: bool,
        /// Where to write it
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    /// Prints what several assessors' files say together, as JSON: spread, agreement, start of the consensus, interval
    Panel {
        /// Scoring copies, and assessments in which assessors worked; with --assessment also sheets of ratings (.xlsx, .xls, .ods, .csv); or
        /// the record of a panel
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The assessment that is judged [default: the one most files are of]
        #[arg(long, value_name = "FILE")]
        assessment: Option<PathBuf>,
        /// The range up to which ratings need no discussion, in percentage points
        #[arg(long, value_name = "POINTS", value_parser = clap::value_parser!(u8).range(0..=100))]
        tolerance: Option<u8>,
        /// Where to write the record of the panel [default: nowhere]
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Writes the minutes of a panel as a Word document
    Minute {
        /// The record of the panel
        file: PathBuf,
        /// Assessors by letter instead of by name
        #[arg(long)]
        anonymous: bool,
        /// Where to write it
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    /// Writes the site review checklist of a panel as a Word document, by place and by person
    SiteVisits {
        /// The record of the panel
        file: PathBuf,
        /// Where to write it
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    /// Prints the training records of several trainees side by side, as JSON: deviations by item, mean shifts, where the group diverges
    Training {
        /// Records of trainees
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// How far deviations may lie apart before the group diverges, in percentage points [default: 20]
        #[arg(long, value_name = "POINTS", value_parser = clap::value_parser!(u8).range(0..=100))]
        tolerance: Option<u8>,
    },
    /// Prints how a trainee's copy of a training case compares with its reference, as JSON: deviations, and the rule missed where one is too large
    TrainingResult {
        /// The case: an assessment file with ratings, bands, reasons and facts
        case: PathBuf,
        /// The trainee's scoring copy of it
        copy: PathBuf,
        /// The deviation up to which nothing is explained, in percentage points [default: one step of the criteria]
        #[arg(long, value_name = "POINTS", value_parser = clap::value_parser!(u8).range(0..=100))]
        tolerance: Option<u8>,
    },
    /// Writes the certificate of a training record as a Word document: the kit's own record, not an official certificate
    Certificate {
        /// The record of a trainee
        file: PathBuf,
        /// Where to write it
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    /// Prints the notes of an assessment, as JSON
    Notes { file: PathBuf },
    /// Writes a part of an assessment for a department to fill: some items with their indicators
    HandOut {
        file: PathBuf,
        /// The department
        #[arg(long, value_name = "NAME")]
        department: String,
        /// Ids of the items, separated by commas
        #[arg(long, value_name = "IDS", value_delimiter = ',', required = true)]
        items: Vec<String>,
        /// The last day on which it is in time, YYYY-MM-DD [default: none]
        #[arg(long, value_name = "DATE", value_parser = date)]
        deadline: Option<Date>,
        /// What is to be done with it, which the department reads above its items [default: nothing]
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        instruction: String,
        /// Where to write it
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    /// Merges two states of an assessment, and prints what was taken and what both changed differently, as JSON
    Merge {
        /// Our state
        ours: PathBuf,
        /// The other one, such as a part that comes back from a department
        theirs: PathBuf,
        /// The state both come from [default: what the part says it began with, else none]
        #[arg(long, value_name = "FILE")]
        base: Option<PathBuf>,
        /// Where to write the merged assessment; of what differs it keeps both versions
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    /// Prints what was gained and lost from one assessment to another, item by item, as JSON
    Compare {
        /// The earlier assessment, a target profile or another organisation's
        before: PathBuf,
        /// The assessment compared with it; its criteria count
        after: PathBuf,
        /// Writes a document instead: Markdown where the name ends in `.md`, Word otherwise
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
        /// With --output: the draft of the second in Word, with what changed as insertions and deletions
        #[arg(long, requires = "output")]
        tracked: bool,
        /// With --tracked: whose changes they are [default: the organisation's name]
        #[arg(long, value_name = "NAME", requires = "tracked")]
        author: Option<String>,
        /// With --tracked: the day of the changes and of the draft, YYYY-MM-DD [default: none]
        #[arg(long, value_name = "DATE", requires = "tracked", value_parser = date)]
        draft_date: Option<Date>,
    },
    /// Reads received drafts (assessment files and bundles, also locked ones) and prints a line for each, with what they have in common
    Desk {
        /// Folders, or files
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Where to write the lines as a workbook, .xlsx, or as a list to print, .html [default: nowhere]
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
        /// How the lines are printed
        #[arg(long, value_name = "FORM", default_value = "json")]
        to: LinesAs,
    },
    /// Writes the anonymous score card of an assessment: percentages, kind, sector, size class, criteria and year, and nothing else
    ScoreCard {
        file: PathBuf,
        #[arg(short, long, value_name = "CARD")]
        output: PathBuf,
    },
    /// Merges score cards into a file of quartiles to be published beside the criteria, and prints what is in it and what was left out, as JSON
    Benchmark {
        /// Folders, or files
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Where to write the file
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// Replaces another distribution of the same criteria; the difference of the two may tell what a few cards hold
        #[arg(long)]
        again: bool,
    },
    /// Tells whether bundles, assessment files, Word documents and the receipt on a paper belong together, as JSON; status 1 where they do not
    Verify {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The receipt as printed on the paper
        #[arg(long, value_name = "CODE")]
        receipt: Option<String>,
    },
    /// Prints the JSON Schema of a file format
    Schema { of: SchemaOf },
}

#[derive(Debug, Subcommand)]
pub(super) enum PackCommand {
    /// Writes a folder with the files of a pack, whole and with its worked cases, and prints what is still to be corrected, as check does
    New {
        /// The pack to begin with: its folder or file, or the id of a built-in pack
        #[arg(long, value_name = "PACK")]
        from: PathBuf,
        /// The id of the new pack [default: that of the other one]
        #[arg(long, value_name = "ID")]
        id: Option<String>,
        /// The edition of the new pack [default: that of the other one]
        #[arg(long, value_name = "EDITION")]
        edition: Option<String>,
        /// The folder to write, which is not there yet or empty
        #[arg(short, long, value_name = "FOLDER")]
        output: PathBuf,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum SchemaOf {
    Assessment,
    Pack,
    Scoring,
    Panel,
    Training,
    Desk,
}

/// How the lines of the desk are printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LinesAs {
    /// One object, with counts and all lines
    Json,
    /// An object a line
    Jsonl,
    /// A table with a heading
    Csv,
}

fn languages() -> impl TypedValueParser<Value = Language> {
    let tags = Language::ALL.iter().map(|language| language.tag());
    PossibleValuesParser::new(tags).map(|tag| Language::from_tag(&tag).unwrap_or(Language::Zh))
}

fn targets() -> impl TypedValueParser<Value = Target> {
    PossibleValuesParser::new(Target::ALL.map(Target::name)).map(|name| Target::from_name(&name).unwrap_or(Target::Json))
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::word)).map(|word| Kind::ALL.into_iter().find(|kind| kind.word() == word).unwrap_or(Kind::Manufacturing))
}

fn years(written: &str) -> Result<Window, String> {
    let ends = written
        .split_once('-')
        .and_then(|(first, last)| Some((first.parse().ok()?, last.parse::<i32>().ok()?)));
    let window = ends.and_then(|(first, last)| Window::new(first, u8::try_from(last - first + 1).ok()?));
    window.ok_or_else(|| "not years, written 2014-2016, 20 at most".to_owned())
}

fn sections() -> impl TypedValueParser<Value = Section> {
    PossibleValuesParser::new(Section::ALL.map(Section::name)).try_map(|name| Section::from_name(&name).ok_or("no such part"))
}

fn variants() -> impl TypedValueParser<Value = Variant> {
    PossibleValuesParser::new(Variant::ALL.map(Variant::name)).map(|name| Variant::from_name(&name).unwrap_or_default())
}

fn styles() -> impl TypedValueParser<Value = &'static StyleSet> {
    PossibleValuesParser::new(STYLE_NAMES).map(|name| StyleSet::from_name(&name).unwrap_or(StyleSet::PLAIN))
}

fn date(written: &str) -> Result<Date, String> {
    parse_date(written).ok_or_else(|| "not a day that exists, written YYYY-MM-DD".to_owned())
}
