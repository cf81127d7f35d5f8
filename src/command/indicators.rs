//! The figures for other programs: every statistic, finding and hint as JSON.

use super::answers::text;
use crate::assessment::{Assessment, FigureSlot, Percent};
use crate::criteria::Pack;
use crate::indicators::{
    Comparison, Course, Evidence, FactorHint, FigureFinding, Hint, IndicatorReading, ItemReading, Judgement, Level, Results, Standing, Statistics, Subject,
    read_results,
};
use crate::language::Language;
use crate::report::say;
use serde_json::{Map, Value, json};

/// The figures: `indicators[]` with `id`, `own`, `item`, `area`, `applies`, `computed`, `values` (by year, null where missing), `level`
/// (`target`, `benchmark`, `rank`), `slope` (Theil-Sen, in the unit per year), `mann_kendall` (`s`, `p` two-sided; null below three
/// years), `trend` (`judgement`, `evidence`), `growth` (compound yearly rate, a share), `gap` (to the benchmark in the last common
/// year, above zero is better), `gap_year`, `standing` then (`leads`, `level`, `behind`), `gap_course` (`gaining`, `losing`, `holding`, `too_short`) and `findings[]` (`code`, `year`, `text`); `findings[]` about inputs alone, with `input`; `items[]` with
/// `areas[]` (`id`, `figure`, `trend`, `comparison`, `indicators`), `coverage` (numbers of areas) and `hint` (`factors[]` with
/// `factor`, `band`, `reason`, `text`; `low`, `high` in per cent; null where the figures cannot tell). Indicators without anything entered do not stand there.
pub(super) fn indicators(pack: &Pack, assessment: &Assessment, language: Language) -> String {
    let results = read_results(pack, assessment);
    let answer = Answer { pack, assessment, language };
    let entered = |reading: &&IndicatorReading| {
        let record = assessment.figures.record(reading.slot);
        record.is_some_and(|record| !record.is_blank())
    };
    let all: Vec<Value> = results
        .indicators
        .iter()
        .filter(entered)
        .map(|reading| answer.indicator(reading, &results.findings))
        .collect();
    let of_inputs: Vec<Value> = results.findings.iter().filter_map(|finding| answer.of_input(finding)).collect();
    let items: Vec<Value> = results.items.iter().map(|item| answer.item(item, &results)).collect();
    text(json!({ "indicators": all, "findings": of_inputs, "items": items }))
}

struct Answer<'a> {
    pack: &'a Pack,
    assessment: &'a Assessment,
    language: Language,
}

impl Answer<'_> {
    fn id(&self, slot: FigureSlot) -> String {
        match slot {
            FigureSlot::Catalogue(slot) => self.pack.indicator(slot).id.clone(),
            FigureSlot::Own(at) => self.assessment.figures.own.get(at).map_or_else(String::new, |own| String::from(&*own.id)),
        }
    }

    fn indicator(&self, reading: &IndicatorReading, findings: &[FigureFinding]) -> Value {
        let place = reading.place.map(|(slot, area)| {
            let item = self.pack.item(slot);
            (item.id.as_str(), item.areas[area].as_str())
        });
        let values: Map<String, Value> = reading.series.years().map(|(year, value)| (year.to_string(), value.into())).collect();
        let found = reading.statistics.as_ref();
        let own = findings.iter().filter(|finding| finding.subject == Subject::Indicator(reading.slot));
        let findings: Vec<Value> = own
            .map(|finding| json!({ "code": finding.doubt.code(), "year": finding.year, "text": self.sentence(finding) }))
            .collect();
        let beside = found.and_then(|found| found.comparison.as_ref()).filter(|_| reading.direction.is_some());
        json!({
            "id": self.id(reading.slot),
            "own": matches!(reading.slot, FigureSlot::Own(_)),
            "item": place.map(|place| place.0),
            "area": place.map(|place| place.1),
            "applies": reading.applies,
            "computed": reading.computed,
            "values": values,
            "level": found.map(|found| level(found, reading.direction.is_some())),
            "slope": found.and_then(|found| found.trend.line).map(|line| line.slope),
            "mann_kendall": found.and_then(|found| found.trend.kendall).map(|test| json!({ "s": test.s(), "p": test.p() })),
            "trend": found.filter(|_| reading.direction.is_some()).map(trend),
            "growth": found.and_then(|found| found.since_first?.yearly),
            "gap": beside.and_then(|beside| beside.gaps.last()).map(|(_, gap)| *gap),
            "gap_year": beside.map(Comparison::year),
            "standing": beside.map(|beside| standing(beside.latest)),
            "gap_course": beside.map(|beside| course(beside.course)),
            "findings": findings,
        })
    }

    fn sentence(&self, finding: &FigureFinding) -> String {
        say::figure_finding(self.pack, self.assessment, self.language, finding)
    }

    fn of_input(&self, finding: &FigureFinding) -> Option<Value> {
        let Subject::Input(slot) = finding.subject else { return None };
        let (code, input) = (finding.doubt.code(), &self.pack.input(slot).id);
        Some(json!({ "code": code, "input": input, "year": finding.year, "text": self.sentence(finding) }))
    }

    fn item(&self, reading: &ItemReading, results: &Results) -> Value {
        let item = self.pack.item(reading.item);
        let count = |has: &dyn Fn(&crate::indicators::AreaReading) -> bool| reading.areas.iter().filter(|area| has(area)).count();
        let areas = reading.areas.iter().map(|area| {
            let members = area.indicators.iter().map(|&at| &results.indicators[at]).filter(|reading| reading.has_figure());
            json!({
                "id": item.areas[area.area],
                "figure": area.figure,
                "trend": area.trend,
                "comparison": area.comparison,
                "indicators": members.map(|reading| self.id(reading.slot)).collect::<Vec<String>>(),
            })
        });
        json!({
            "id": item.id,
            "areas": areas.collect::<Vec<Value>>(),
            "coverage": {
                "areas": reading.areas.len(),
                "figure": count(&|area| area.figure),
                "trend": count(&|area| area.trend),
                "comparison": count(&|area| area.comparison),
            },
            "hint": reading.hint.as_ref().map(|hint| self.hint(reading, hint)),
        })
    }

    fn hint(&self, reading: &ItemReading, hint: &Hint) -> Value {
        let rubric = self.pack.rubric_of(reading.item);
        let factor = |found: &FactorHint| {
            json!({
                "factor": rubric.factors[found.factor].id,
                "band": found.band.map(|band| &rubric.bands[band].id),
                "reason": found.reason.code(),
                "text": say::hint(self.language, found.reason),
            })
        };
        let factors: Vec<Value> = hint.factors.iter().map(factor).collect();
        let (low, high) = hint.range.unzip();
        json!({ "factors": factors, "low": low.map(Percent::value), "high": high.map(Percent::value) })
    }
}

/// Where the last value stands; the benchmark's in the last year that both have. Nulls where nothing is judged.
fn level(found: &Statistics, judged: bool) -> Value {
    let one = |level: Option<Level>| {
        level
            .filter(|_| judged)
            .map(|level| json!({ "gap": level.gap, "relative": level.relative, "attainment": level.attainment, "met": level.met }))
    };
    let rank = found.placement.and_then(Result::ok);
    json!({
        "target": one(found.target),
        "benchmark": one(found.benchmark),
        "rank": rank.map(|place| json!({ "percentile": place.percentile, "top": place.top })),
    })
}

fn standing(found: Standing) -> &'static str {
    match found {
        Standing::Leads => "leads",
        Standing::Level => "level",
        Standing::Behind => "behind",
    }
}

fn course(found: Course) -> &'static str {
    match found {
        Course::Gaining => "gaining",
        Course::Losing => "losing",
        Course::Holding => "holding",
        Course::TooShort => "too_short",
    }
}

fn trend(found: &Statistics) -> Value {
    let judgement = match found.trend.judgement {
        Judgement::Improving => "improving",
        Judgement::Worsening => "worsening",
        Judgement::Flat => "flat",
        Judgement::Mixed => "mixed",
        Judgement::TooShort => "too_short",
    };
    let evidence = match found.trend.evidence {
        Evidence::None => "none",
        Evidence::Weak => "weak",
        Evidence::Firm => "firm",
    };
    json!({ "judgement": judgement, "evidence": evidence })
}
