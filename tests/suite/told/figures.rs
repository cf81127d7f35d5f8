//! What do the figures say: a table of indicators over the years, and level, trend, comparison and what looks wrong.

use super::awards::{award, either, figure, figure_name, kind};
use super::given::{Fact, Given, means};
use super::markdown::Wrong;
use super::run::Told;
use crate::samples::after;
use award_kit::assessment::{Action, FigureChange, FigureText, Goal, Origin, Quantity, Whose, Window, text};
use award_kit::criteria::Pack;
use award_kit::indicators::{Glance, IndicatorReading, Mark, Subject, read_results};
use award_kit::language::Language;
use award_kit::report::say;

pub fn tell(given: &mut Given) -> Result<Told, Wrong> {
    let pack = award(given)?;
    let mut actions = Vec::new();
    if let Some(fact) = given.take(["kind", "组织类型"]) {
        actions.push(Action::Kind(Some(kind(&fact)?)));
    }
    if let Some(fact) = given.take(["years", "年份"]) {
        actions.push(Action::Years(Some(window(&fact)?)));
    }
    let profile = [
        (Quantity::Revenue, ["revenue of the profile", "组织概况中的营业收入"]),
        (Quantity::Staff, ["staff of the profile", "组织概况中的从业人员"]),
    ];
    for (quantity, names) in profile {
        if let Some(fact) = given.take(names) {
            actions.push(Action::Quantity(quantity, Some(fact.number()?)));
        }
    }
    let (entered, subjects) = entered(&pack, given)?;
    actions.extend(entered);
    let assessment = after(&pack, &actions);
    let results = read_results(&pack, &assessment);
    let (language, words) = (given.language, given.language.words());
    let mut told = Told::default();
    for subject in subjects {
        let Subject::Indicator(slot) = subject else { continue };
        let Some(reading) = results.indicators.iter().find(|reading| reading.slot == slot && reading.has_figure()) else {
            continue;
        };
        let (name, unit) = figure_name(&pack, language, subject);
        if reading.computed {
            let values = reading
                .series
                .known()
                .iter()
                .map(|(year, value)| format!("{year}: {value:.3} {unit}"))
                .collect::<Vec<_>>();
            told.line(name.clone(), values.join(words.term_list()));
        }
        told.line(name, at_a_glance(language, reading));
        let glance = reading.glance();
        for (name, mark) in [words.figures_level(), words.figures_trend(), words.figures_comparison()]
            .into_iter()
            .zip(marks(language, reading, glance))
        {
            told.also(name, mark);
        }
    }
    for finding in &results.findings {
        told.code(finding.doubt.code());
        told.line(
            either(language, "To check", "请核对"),
            say::figure_finding(&pack, &assessment, language, finding),
        );
    }
    if results.findings.is_empty() {
        told.line(either(language, "To check", "请核对"), words.figures_none());
    }
    Ok(told)
}

/// Years from one to another: `2011–2015`.
fn window(fact: &Fact) -> Result<Window, Wrong> {
    let ends: Vec<i32> = fact.value.split(['-', '–', '—']).filter_map(|year| year.trim().parse().ok()).collect();
    let window = match ends.as_slice() {
        [first, last] if last >= first => u8::try_from(last - first + 1).ok().and_then(|count| Window::new(*first, count)),
        _ => None,
    };
    window.ok_or_else(|| fact.wrong("no years as 2011–2015"))
}

/// What is entered: rows of tables, or one row among the facts. With what they are about, in their order.
pub fn entered(pack: &Pack, given: &mut Given) -> Result<(Vec<Action>, Vec<Subject>), Wrong> {
    let (mut actions, mut subjects) = (Vec::new(), Vec::new());
    let mut enter = |cells: &[Fact]| -> Result<(), Wrong> {
        let Some((name, rest)) = cells.split_first() else { return Ok(()) };
        let subject = figure(pack, &name.value).ok_or_else(|| name.wrong("no indicator and no quantity of these criteria"))?;
        subjects.push(subject);
        for cell in rest.iter().filter(|cell| !cell.value.is_empty()) {
            actions.extend(change(subject, cell)?);
        }
        Ok(())
    };
    for table in given.tables() {
        let mut rows = table.rows.into_iter();
        let (_, heads) = rows.next().ok_or_else(|| Wrong::at(table.at, "the table is empty"))?;
        for (at, cells) in rows {
            if cells.len() > heads.len() {
                return Err(Wrong::at(at, "the row has more cells than its table headings"));
            }
            let cells = heads.iter().zip(cells).map(|(head, cell)| Fact {
                name: head.clone(),
                value: cell,
                at,
                nearness: 2,
            });
            enter(&cells.collect::<Vec<Fact>>())?;
        }
    }
    if let Some(name) = given.take(["indicator", "指标"]) {
        let cells: Vec<Fact> = [name].into_iter().chain(given.rest()).collect();
        enter(&cells)?;
    }
    Ok((actions, subjects))
}

/// What a cell below a heading changes.
fn change(subject: Subject, cell: &Fact) -> Result<Vec<Action>, Wrong> {
    let (head, year) = with_year(&cell.name);
    let is = |names: &[&str]| means(head, names);
    if let (Subject::Input(input), "", Some(year)) = (subject, head, year) {
        return Ok(vec![Action::Input {
            input,
            year,
            value: Some(cell.number()?),
        }]);
    }
    let Subject::Indicator(slot) = subject else {
        return Err(cell.wrong("a quantity has values by year alone"));
    };
    let text_of = |field| FigureChange::Text(field, text(&cell.value));
    let changes = match year {
        Some(year) if head.is_empty() => vec![FigureChange::Value {
            year,
            value: Some(cell.number()?),
        }],
        Some(year) if is(&["benchmark", "对比值"]) => vec![FigureChange::BenchmarkValue {
            year,
            value: Some(cell.number()?),
        }],
        Some(year) if is(&["why no", "缺数原因"]) => vec![text_of(FigureText::Gap(year))],
        None if is(&["target", "目标值"]) => vec![FigureChange::Target(Some(goal(cell)?))],
        None if is(&["benchmark of", "对比对象"]) => vec![FigureChange::BenchmarkWhose(Some(Whose::Competitor)), text_of(FigureText::BenchmarkName)],
        None if is(&["rank", "排名"]) => vec![FigureChange::Rank(Some(rank(cell)?))],
        None if is(&["origins", "数据来源"]) => origins(cell)?,
        None if is(&["evidence", "证据"]) => vec![text_of(FigureText::Evidence)],
        None if is(&["computed", "按公式计算"]) => vec![FigureChange::Computed(cell.choice(&[(true, vec!["yes", "是"]), (false, vec!["no", "否"])])?)],
        _ => return Err(cell.wrong("this column is not understood")),
    };
    Ok(changes.into_iter().map(|change| Action::Figure(slot, change)).collect())
}

/// What a heading says beside a year: `benchmark 2014`, `2014年对比值`, `2014`.
fn with_year(head: &str) -> (&str, Option<i32>) {
    let plain = head.trim().trim_end_matches('年');
    let front = plain.get(..4).and_then(|year| year.parse().ok());
    let behind = || plain.len().checked_sub(4).and_then(|at| plain.get(at..)).and_then(|year| year.parse().ok());
    match front {
        Some(year) => (plain[4..].trim().trim_start_matches('年').trim(), Some(year)),
        None => match behind() {
            Some(year) => (plain[..plain.len() - 4].trim(), Some(year)),
            None => (head.trim(), None),
        },
    }
}

/// `90`, or `40 to 55` and `40 至 55`.
fn goal(cell: &Fact) -> Result<Goal, Wrong> {
    let ends = cell.value.split_once(" to ").or_else(|| cell.value.split_once('至'));
    let Some((low, high)) = ends else { return Ok(Goal::Value(cell.number()?)) };
    let end = |end: &str| end.trim().parse::<f64>().ok();
    let goal = end(low).zip(end(high)).and_then(|(low, high)| Goal::within(low, high));
    goal.ok_or_else(|| cell.wrong("no range as 40 to 55"))
}

/// `3 of 40`, `3/40`.
fn rank(cell: &Fact) -> Result<(u32, u32), Wrong> {
    let parts = cell.value.split_once(" of ").or_else(|| cell.value.split_once('/'));
    let number = |part: &str| part.trim().parse().ok();
    let rank = parts.and_then(|(place, of)| number(place).zip(number(of)));
    rank.ok_or_else(|| cell.wrong("no rank as 3 of 40"))
}

fn origins(cell: &Fact) -> Result<Vec<FigureChange>, Wrong> {
    let choices: Vec<_> = Origin::ALL
        .iter()
        .map(|origin| (*origin, vec![say::origin(Language::En, *origin), say::origin(Language::Zh, *origin)]))
        .collect();
    let parts = cell.value.split([',', '、']).map(|part| Fact {
        value: part.trim().to_owned(),
        ..cell.clone()
    });
    parts.map(|part| Ok(FigureChange::Origin(part.choice(&choices)?, true))).collect()
}

/// Level, trend and comparison in the words of the overview.
fn marks(language: Language, reading: &IndicatorReading, glance: Glance) -> [String; 3] {
    let words = language.words();
    let level = match glance.level {
        Mark::Good => words.figures_level_good(),
        Mark::Poor => words.figures_level_poor(),
        _ => words.figures_level_missing(),
    };
    let trend = match glance.trend {
        Mark::Good => words.figures_trend_good(),
        Mark::Even => words.figures_trend_even(),
        Mark::Poor => words.figures_trend_poor(),
        Mark::Unclear => words.figures_trend_unclear(),
        Mark::Missing => words.figures_trend_missing(),
    };
    let comparison = match glance.comparison {
        Mark::Good => words.figures_comparison_good(),
        Mark::Even => words.figures_comparison_even(),
        Mark::Poor => words.figures_comparison_poor(),
        Mark::Unclear => words.figures_comparison_unclear(),
        Mark::Missing => words.figures_comparison_missing(),
    };
    [level.to_owned(), trend.to_owned(), say::standing_told(language, reading, comparison)]
}

fn at_a_glance(language: Language, reading: &IndicatorReading) -> String {
    let words = language.words();
    let names = [words.figures_level(), words.figures_trend(), words.figures_comparison()];
    let colon = either(language, ": ", "：");
    let told: Vec<String> = names
        .into_iter()
        .zip(marks(language, reading, reading.glance()))
        .map(|(name, mark)| [name, colon, &mark].concat())
        .collect();
    told.join(either(language, "; ", "；"))
}
