//! How long the core takes: `cargo bench` prints the figures, nothing depends on them.

use award_kit::archive::{Project, open_bytes, write};
use award_kit::assessment::{Answer, Assessment, Division, LegalStatus, Percent, ProfileText, text};
use award_kit::criteria::{BUILT_IN, Pack, PackFiles, built_in};
use award_kit::date::parse_date;
use award_kit::eligibility::judge;
use award_kit::scoring::{score, suggest};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use std::rc::Rc;

fn main() {
    divan::main();
}

fn beijing() -> Pack {
    built_in("beijing-2016").expect("beijing-2016 loads")
}

fn files() -> &'static PackFiles<'static> {
    &BUILT_IN.iter().find(|(id, _)| *id == "beijing-2016").expect("beijing-2016 is built in").1
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
    bencher.counter(bytes).bench_local(|| Pack::load(black_box(files)));
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
