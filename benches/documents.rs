//! How long documents take and what they need: `cargo bench --bench documents` prints figures and peak memory; nothing
//! depends on them. Measured is what the worker does: from the record to the finished bytes.

use award_kit::archive::{Project, open_bytes};
use award_kit::assessment::{Assessment, FigureRecord, Goal, Percent, ProfileText, Window, Yearly, text};
use award_kit::criteria::{Pack, built_in};
use award_kit::export::{Options, Target, Variant, export};
use award_kit::language::Language;
use award_kit::report::{Block, Options as TellOptions, submission};
use divan::{AllocProfiler, Bencher, black_box};
use std::rc::Rc;

#[global_allocator]
static MEMORY: AllocProfiler = AllocProfiler::system();

/// Some 90 characters.
const PARAGRAPH: &str = "公司由质量部牵头，每季度组织一次过程评审，依据顾客反馈、内部审核和过程能力数据确定改进项目，明确责任部门、完成期限和验收指标；\
    结果经管理评审会确认后纳入年度计划，并在三个生产基地推广。";
/// Charts of indicators; the radar of the categories comes on top.
const CHARTS: usize = 30;

fn beijing() -> Pack {
    built_in("beijing-2016").expect("beijing-2016 loads")
}

/// Every answer written, more than 30,000 characters in all, 30 indicators over 18 years, inputs over 560, everything rated.
fn full(pack: &Pack) -> Project {
    let mut assessment = Assessment::blank(pack);
    let organisation = Rc::make_mut(&mut assessment.organisation);
    for &field in ProfileText::ALL {
        organisation.set_text(field, text(if field.lines() > 1 { PARAGRAPH } else { "北京虚构仪器有限公司" }));
    }
    for (slot, _) in pack.items() {
        let rubric = pack.rubric_of(slot);
        let record = Rc::make_mut(&mut assessment.items[slot.0]);
        for scope in 0..record.scopes() {
            for factor in 0..rubric.factors.len() {
                record.set_answer(scope, factor, text(PARAGRAPH));
            }
        }
        record.strengths = text(PARAGRAPH);
        record.opportunities = text(PARAGRAPH);
        record.evidence = (0..3).map(|at| text(format!("E-{} 评审记录", slot.0 * 3 + at))).collect();
        record.percent = Percent::new(55, pack.structure().scoring.step);
        record.bands = vec![Some(3); rubric.factors.len()];
    }
    let figures = Rc::make_mut(&mut assessment.figures);
    figures.window = Window::new(1998, 18);
    // Inputs over many years fill a table for every ten of them.
    for input in figures.inputs.iter_mut().take(10) {
        let input = Rc::make_mut(input);
        (1456..2016).for_each(|year| input.set(year, Some(f64::from(year) * 10.0)));
    }
    let step = figures.indicators.len() / CHARTS;
    for record in figures.indicators.iter_mut().step_by(step.max(1)).take(CHARTS) {
        let mut values = Yearly::default();
        (1998..2016).for_each(|year| values.set(year, Some(f64::from(year - 1950) * 1.5)));
        *record = Rc::new(FigureRecord {
            values,
            target: Some(Goal::Value(98.5)),
            evidence: text("E-3"),
            ..FigureRecord::default()
        });
    }
    Project::new(assessment)
}

/// Says once what the draft holds.
fn say_what_it_holds(project: &Project, pack: &Pack) {
    let document = submission(pack, &project.assessment, Language::Zh, &TellOptions::default());
    let count = |wanted: fn(&Block) -> bool| document.blocks.iter().filter(|block| wanted(block)).count();
    let characters: usize = project
        .assessment
        .items
        .iter()
        .flat_map(|item| item.answers())
        .map(|answer| answer.chars().count())
        .sum();
    println!(
        "the draft: {characters} characters of answers, {} tables with captions, {} of labels, {} charts",
        count(|block| matches!(block, Block::Table(_))),
        count(|block| matches!(block, Block::KeyValues(_))),
        count(|block| matches!(block, Block::Chart(_))),
    );
}

#[divan::bench]
fn tell_the_draft(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let project = full(&pack);
    bencher.bench_local(|| submission(&pack, black_box(&project.assessment), Language::Zh, &TellOptions::default()));
}

#[divan::bench(args = [Target::Docx, Target::Feedback])]
fn write_as(bencher: Bencher<'_, '_>, target: &Target) {
    let pack = beijing();
    let project = full(&pack);
    bencher.bench_local(|| export(black_box(&project), &pack, *target, &Options::new(Language::Zh)));
}

/// A worked sample as it would be handed in, with its figures, charts, references to evidence and register.
#[divan::bench(args = [Language::Zh, Language::En])]
fn hand_in_the_manufacturing_sample(bencher: Bencher<'_, '_>, language: &Language) {
    let pack = beijing();
    let file: &[u8] = match language {
        Language::Zh => include_bytes!("../assets/samples/manufacturing.zh.json"),
        Language::En => include_bytes!("../assets/samples/manufacturing.en.json"),
    };
    let project = open_bytes(file).expect("the sample opens").with_pack(&pack).expect("it fits its pack");
    let options = Options::new(*language).told_as(Variant::Submission);
    bencher.bench_local(|| export(black_box(&project), &pack, Target::Docx, &options));
}

fn main() {
    let pack = beijing();
    say_what_it_holds(&full(&pack), &pack);
    divan::main();
}
