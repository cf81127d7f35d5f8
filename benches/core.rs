//! How long the core takes: `cargo bench` prints the figures, nothing depends on them.

use award_kit::archive::{Dropped, Project, ScoringCopy, gather_files, open_bytes, subject_of, write, write_scoring};
use award_kit::assessment::{Action, Answer, Assessment, Division, FigureChange, FigureSlot, Goal, LegalStatus, OwnIndicator, Percent, ProfileText, text};
use award_kit::criteria::{BUILT_IN, Pack, PackFiles, built_in};
use award_kit::date::parse_date;
use award_kit::eligibility::judge;
#[cfg(feature = "documents")]
use award_kit::export::{self, export};
use award_kit::findings::characters;
use award_kit::indicators::{Direction, Figures, Series, Target, read_number, read_results, statistics};
#[cfg(feature = "documents")]
use award_kit::language::Language;
use award_kit::panel::{Collected, Judgement, Panel, Sheet, read_panel};
use award_kit::red_pen::red_pen;
use award_kit::scoring::{score, suggest};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use std::rc::Rc;

#[path = "../tests/suite/large_pack.rs"]
mod large_pack;

/// How the documents of the benchmarks are wanted.
#[cfg(feature = "documents")]
fn options() -> export::Options<'static> {
    export::Options::new(Language::Zh).dated(parse_date("2016-11-20"))
}

fn main() {
    divan::main();
}

fn beijing() -> Pack {
    built_in("beijing-2016").expect("beijing-2016 loads")
}

fn files() -> &'static PackFiles<'static> {
    &BUILT_IN.iter().find(|pack| pack.id == "beijing-2016").expect("beijing-2016 is built in").files
}

/// About a paragraph, as long as an answer to one factor usually is: some 180 characters.
const PARAGRAPH: &str = "公司由质量部牵头，每季度组织一次过程评审，依据顾客反馈、内部审核和过程能力数据确定改进项目，\
    明确责任部门、完成期限和验收指标；结果经管理评审会确认后纳入年度计划，并在三个生产基地和主要供方推广。近三年共完成改进项目四十六项，\
    一次交验合格率由 97.2% 提高到 98.6%，顾客投诉率下降三成，相关做法已写入企业标准，并在集团内部分享。";

/// An assessment with every text, rating and answer filled.
fn full(pack: &Pack) -> Assessment {
    let mut assessment = Assessment::blank(pack);
    let organisation = Rc::make_mut(&mut assessment.organisation);
    for &field in ProfileText::ALL {
        let words = if field.lines() > 1 { PARAGRAPH } else { "北京虚构仪器有限公司" };
        organisation.set_text(field, text(words));
    }
    organisation.set_text(ProfileText::CreditCode, text("91110108MA0000001D"));
    organisation.registration_date = parse_date("2009-06-18");
    organisation.registration_place = Division::parse("110108");
    organisation.legal_status = Some(LegalStatus::LegalPerson);
    let eligibility = Rc::make_mut(&mut assessment.eligibility);
    eligibility.application_date = parse_date("2016-12-02");
    for condition in &mut eligibility.conditions {
        condition.answer = Answer::Met;
        condition.evidence = text("E-1");
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
        record.remark = text(PARAGRAPH);
        record.evidence = vec![text("E-12 质量管理评审会纪要"); 3];
        record.bands = (0..rubric.factors.len()).map(|factor| Some((slot.0 + factor) % 3 + 2)).collect();
        record.percent = Percent::new(35 + (slot.0 as u8 % 7) * 5, 5);
    }
    assessment
}

#[divan::bench]
fn score_a_full_assessment(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let assessment = full(&pack);
    bencher.bench_local(|| score(black_box(&pack), black_box(&assessment)));
}

#[divan::bench]
fn suggest_all_items(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let assessment = full(&pack);
    bencher.bench_local(|| {
        let suggested = pack
            .items()
            .filter_map(|(slot, _)| suggest(pack.rubric_of(slot), &black_box(&assessment).item(slot).bands, 5));
        suggested.count()
    });
}

/// 60,000 entries of the register, as one file: wanted is less than 0.2 s to read.
fn register() -> String {
    let pack = beijing();
    let mut value: serde_json::Value = serde_json::from_str(&write(&Project::blank(&pack), &pack)).expect("JSON");
    let entry = |at: usize| serde_json::json!({ "number": format!("E-{at:05}"), "title": format!("第 {at} 份") });
    let entries: serde_json::Map<String, serde_json::Value> = (0..60_000).map(|at| (format!("evidence-{at}"), entry(at))).collect();
    value["version"] = "1.2".into();
    value["evidence"] = entries.into();
    value.to_string()
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn read_60_000_entries_of_evidence(bencher: Bencher<'_, '_>) {
    let (pack, text) = (beijing(), register());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| open_bytes(black_box(text.as_bytes())).and_then(|opened| opened.with_pack(&pack)));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn write_60_000_entries_of_evidence(bencher: Bencher<'_, '_>) {
    let (pack, text) = (beijing(), register());
    let project = open_bytes(text.as_bytes()).and_then(|opened| opened.with_pack(&pack)).expect("it opens");
    bencher.bench_local(|| write(black_box(&project), &pack));
}

#[divan::bench]
fn judge_eligibility(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let assessment = full(&pack);
    let today = parse_date("2026-01-15").expect("a day");
    let application = assessment.eligibility.application_date;
    bencher.bench_local(|| judge(black_box(&pack), black_box(&assessment), pack.default_edition(), application, today));
}

#[divan::bench]
fn load_and_check_the_pack(bencher: Bencher<'_, '_>) {
    let files = files();
    let texts: usize = files.texts.iter().map(|(_, text)| text.len()).sum();
    let bytes = BytesCount::new(files.structure.len() + files.sources.len() + texts);
    let base = files.base().and_then(|id| built_in(&id));
    assert!(Pack::load_on(files, base.as_ref()).is_ok());
    bencher.counter(bytes).bench_local(|| Pack::load_on(black_box(files), base.as_ref()));
}

#[divan::bench]
fn check_500_items_5000_prompts(bencher: Bencher<'_, '_>) {
    let large = large_pack::large_pack(500, 5000);
    let texts = [("zh", large.chinese.as_str()), ("en", large.english.as_str())];
    let files = PackFiles {
        structure: &large.structure,
        sources: &large.sources,
        texts: &texts,
    };
    assert!(Pack::load(&files).is_ok());
    let bytes = BytesCount::new(large.structure.len() + large.sources.len() + large.chinese.len() + large.english.len());
    bencher.counter(bytes).bench_local(|| Pack::load(black_box(&files)));
}

#[divan::bench]
fn write_a_full_file(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let project = Project::new(full(&pack));
    let bytes = BytesCount::new(write(&project, &pack).len());
    bencher.counter(bytes).bench_local(|| write(black_box(&project), &pack));
}

#[divan::bench]
fn read_a_full_file(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let written = write(&Project::new(full(&pack)), &pack);
    bencher.counter(BytesCount::new(written.len())).bench_local(|| {
        let opened = open_bytes(black_box(written.as_bytes()));
        opened.and_then(|opened| opened.with_pack(&pack))
    });
}

/// 300 indicators with five years, a target, a benchmark and a rank each: one in three rises, falls or has a target range.
fn indicators() -> Vec<(Series, Series, Direction)> {
    let directions = [Direction::HigherIsBetter, Direction::LowerIsBetter, Direction::Range { low: 40.0, high: 60.0 }];
    let series = |seed: u32, level: f64| {
        let value = |year: u32| Some(level + f64::from(seed * 37 % 11 * year) + f64::from((seed + year) * 29 % 17) / 10.0);
        Series::new(2012, (0..5).map(value)).expect("a series")
    };
    (0..300)
        .map(|seed| (series(seed, 80.0), series(seed + 7, 85.0), directions[seed as usize % 3]))
        .collect()
}

#[divan::bench]
fn all_statistics_of_300_indicators(bencher: Bencher<'_, '_>) {
    let indicators = indicators();
    bencher.bench_local(|| {
        let all = black_box(&indicators).iter().map(|(series, benchmark, direction)| {
            statistics(&Figures {
                series,
                direction: *direction,
                target: Some(Target::Value(90.0)),
                benchmark: Some(benchmark),
                rank: Some((3, 40)),
            })
        });
        all.collect::<Vec<_>>()
    });
}

/// The 77 of the catalogue and 223 of one's own with five years each, in areas of all results items.
fn assessment_of_300_indicators(pack: &Pack) -> Assessment {
    let catalogue = pack.indicators().map(|(slot, _)| FigureSlot::Catalogue(slot));
    let slots: Vec<FigureSlot> = catalogue.chain((0..223).map(FigureSlot::Own)).collect();
    let places: Vec<(String, String)> = pack
        .results_items()
        .flat_map(|item| pack.item(item).areas.iter().map(move |area| (item, area.clone())))
        .map(|(item, area)| (pack.item(item).id.clone(), area))
        .collect();
    let mut actions: Vec<Action> = (0..223)
        .map(|at: usize| {
            let (item, area) = &places[at % places.len()];
            Action::AddOwn(
                award_kit::assessment::Identity::from_bits(0),
                Rc::new(OwnIndicator {
                    item: text(item),
                    area: text(area),
                    ..OwnIndicator::default()
                }),
            )
        })
        .collect();
    for (at, (slot, (series, benchmark, _))) in slots.into_iter().zip(indicators()).enumerate() {
        let mut change = |change| actions.push(Action::Figure(slot, change));
        for &(year, value) in series.known() {
            change(FigureChange::Value { year, value: Some(value) });
        }
        for &(year, value) in benchmark.known() {
            change(FigureChange::BenchmarkValue { year, value: Some(value) });
        }
        change(FigureChange::Target(Some(Goal::Value(90.0))));
        change(FigureChange::Rank(Some((1 + at as u32 % 40, 40))));
    }
    Action::Several(actions).apply(&Assessment::blank(pack))
}

#[divan::bench]
fn everything_300_indicators_say(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let assessment = assessment_of_300_indicators(&pack);
    let results = read_results(&pack, &assessment);
    assert_eq!(results.indicators.iter().filter(|reading| reading.has_figure()).count(), 300);
    bencher.bench_local(|| read_results(black_box(&pack), black_box(&assessment)));
}

/// The worked sample, as it is opened from its file.
#[cfg(feature = "documents")]
#[divan::bench]
fn write_the_workbook_of_the_sample(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let sample = include_bytes!("../assets/samples/manufacturing.zh.json");
    let project = open_bytes(sample).and_then(|opened| opened.with_pack(&pack)).expect("the sample opens");
    bencher.bench_local(|| export(black_box(&project), &pack, export::Target::Xlsx, &options()));
}

/// With 300 charts.
#[cfg(feature = "documents")]
#[divan::bench]
fn write_the_workbook_of_300_indicators(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let project = Project::new(assessment_of_300_indicators(&pack));
    bencher.bench_local(|| export(black_box(&project), &pack, export::Target::Xlsx, &options()));
}

#[divan::bench]
fn read_1500_numbers(bencher: Bencher<'_, '_>) {
    let texts: Vec<String> = (0..1500_u32)
        .map(|at| ["1,234.5万", "12.3%", "１２３", "98.6"][at as usize % 4].to_string())
        .collect();
    bencher.bench_local(|| black_box(&texts).iter().filter(|text| read_number(text, &["%"]).is_ok()).count());
}

/// A panel of assessors who all rated every item, with ratings that differ.
fn panel_of(pack: &Pack, assessors: usize) -> Panel {
    let subject = subject_of(pack, &Assessment::blank(pack));
    let blank = Sheet::blank(pack, subject.clone(), "", &[]);
    // Every rating of an item once, shared by those who gave it.
    let judgements: Vec<Vec<Rc<Judgement>>> = pack
        .items()
        .map(|(slot, _)| {
            let rating = |steps: u8| {
                Rc::new(Judgement {
                    percent: Percent::new(steps * 5, 5),
                    ..Judgement::blank(pack, slot)
                })
            };
            (0..=20).map(rating).collect()
        })
        .collect();
    let mut panel = Panel::new(pack, subject);
    for at in 0..assessors {
        let mut sheet = blank.clone();
        sheet.assessor = text(format!("{at:04}"));
        for (item, judgement) in sheet.judgements.iter_mut().enumerate() {
            *judgement = judgements[item][(item * 7 + at * 13 + at * item % 5) % 11 + 5].clone();
        }
        panel.sheets.push(Collected {
            file: text("a.json"),
            hash: text(format!("sha256:{}", at * 7919 % 1009)),
            sheet: Rc::new(sheet),
        });
    }
    panel
}

#[divan::bench]
fn read_a_panel_of_50_assessors(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let panel = panel_of(&pack, 50);
    bencher.bench_local(|| read_panel(black_box(&pack), black_box(&panel)));
}

#[divan::bench]
fn read_a_panel_of_1000_assessors_and_500_items(bencher: Bencher<'_, '_>) {
    let large = large_pack::large_pack(500, 5000);
    let texts = [("zh", large.chinese.as_str()), ("en", large.english.as_str())];
    let files = PackFiles {
        structure: &large.structure,
        sources: &large.sources,
        texts: &texts,
    };
    let pack = Pack::load(&files).expect("a pack");
    let panel = panel_of(&pack, 1000);
    bencher.bench_local(|| read_panel(black_box(&pack), black_box(&panel)));
}

/// 50 files of a workshop as they come back: read, sorted out and told.
#[divan::bench]
fn gather_50_files(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let sheets = panel_of(&pack, 50).sheets;
    let copy = ScoringCopy::for_assessor(&pack, &Project::new(full(&pack)), "", &[]);
    let files: Vec<String> = sheets
        .iter()
        .map(|collected| {
            let copy = ScoringCopy {
                sheet: Sheet::clone(&collected.sheet),
                ..copy.handed_back()
            };
            write_scoring(&copy, &pack)
        })
        .collect();
    let dropped: Vec<Dropped<'_>> = files
        .iter()
        .map(|file| Dropped {
            name: "a.json",
            bytes: file.as_bytes(),
        })
        .collect();
    assert_eq!(gather_files(&pack, None, &[], &dropped).gathered.sheets.len(), 50);
    bencher.bench_local(|| gather_files(black_box(&pack), None, &[], black_box(&dropped)));
}

/// A report of some 30,000 characters: wanted is less than 20 ms.
#[divan::bench]
fn red_pen_over_a_full_report(bencher: Bencher<'_, '_>) {
    let pack = beijing();
    let sample = include_bytes!("../assets/samples/manufacturing.zh.json");
    let project = open_bytes(sample).and_then(|opened| opened.with_pack(&pack)).expect("the sample opens");
    let mut assessment = project.assessment;
    for (item, _) in pack.items() {
        let record = Rc::make_mut(&mut assessment.items[item.0]);
        for factor in 0..record.bands.len() {
            let twice = [&**record.answer(0, factor), "\n", record.answer(0, (factor + 1) % record.bands.len())].concat();
            record.set_answer(0, factor, text(twice));
        }
    }
    let written: usize = assessment.items.iter().flat_map(|item| item.answers()).map(|answer| characters(answer)).sum();
    assert!(written > 28_000, "{written}");
    bencher.bench_local(|| red_pen(black_box(&pack), black_box(&assessment)));
}
