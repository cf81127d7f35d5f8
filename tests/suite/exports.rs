//! How it leaves without heavy crates: Markdown, a page to print, a table in long form and a calendar. Whatever was written
//! stays text in each of them.

use crate::archive::filled;
use crate::samples::{AWKWARD, BEIJING, DEMO, NEW, assessments, cases, counted, day, percent, slot};
use award_kit::archive::{Project, open_bytes};
use award_kit::assessment::{
    Action, ActionChange, ActionText, Assessment, FigureChange, FigureSlot, Goal, ImprovementAction, ImprovementChange, ItemChange, OwnChange, OwnIndicator,
    OwnText, ProfileText, Progress, Size, text,
};
use award_kit::criteria::Pack;
use award_kit::export::{ExportError, Options, Target, export};
use award_kit::language::Language;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use std::rc::Rc;

const PLAIN: [Target; 3] = [Target::Markdown, Target::Html, Target::Csv];

/// What begins like a formula, and what markup could be made of.
const HOSTILE: &[&str] = &[
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "  =1+1",
    "<script>alert(1)</script>",
    "<!-- 注释",
    "]]>",
    "&#0;&lt;b&gt;",
    "\" onload=\"x",
    "'; } body { display: none",
    "</style><b>",
    "# 标题",
    "- 列表",
    "1. 编号",
    "12) 编号",
    "    代码",
    "\t代码",
    "```",
    "~~~",
    "| a | b |",
    "a|b",
    "**粗** _斜_ `码`",
    "[链接](https://example.org)",
    "![图](x.png)",
    "<https://example.org>",
    "https://example.org www.example.org a@example.org",
    "---",
    "===",
    "> 引用",
    "~~删~~ $x$ :smile:",
    "\\",
    "a\\|b",
    "{page}{organisation}",
    "一,二;三\\n\"四\"",
    "BEGIN:VEVENT\r\nEND:VCALENDAR",
];

fn made(pack: &Pack, assessment: &Assessment, target: Target, language: Language) -> String {
    let options = Options::new(language).dated(Some(day("2016-11-20")));
    let bytes = export(&Project::new(assessment.clone()), pack, target, &options).expect("a document");
    String::from_utf8(bytes).expect("UTF-8")
}

/// An assessment with something everywhere, a figure and a plan.
pub fn planned() -> Assessment {
    let mut assessment = filled(&DEMO);
    let own = OwnIndicator {
        name: text("一次焊接合格率"),
        item: text("outcomes.customers"),
        unit: text("%"),
        ..OwnIndicator::default()
    };
    let figure = |change| Action::Figure(FigureSlot::Own(0), change);
    let action = |at, change| Action::Improve(ImprovementChange::Change(at, change));
    let add = |item: &str, title: &str| {
        Action::Improve(ImprovementChange::Add(
            NEW,
            Rc::new(ImprovementAction {
                item: text(item),
                title: text(title),
                ..ImprovementAction::default()
            }),
        ))
    };
    let first = DEMO.items().next().map(|(_, item)| item.id.clone()).expect("an item");
    let changes = [
        Action::AddOwn(NEW, Rc::new(own)),
        figure(FigureChange::Value {
            year: 2014,
            value: Some(97.25),
        }),
        figure(FigureChange::Value { year: 2015, value: Some(98.0) }),
        figure(FigureChange::Value { year: 2016, value: Some(-0.5) }),
        figure(FigureChange::BenchmarkValue { year: 2016, value: Some(99.0) }),
        figure(FigureChange::Target(Goal::within(98.0, 100.0))),
        figure(FigureChange::Rank(Some((3, 40)))),
        Action::Own(0, OwnChange::Decimals(2)),
        add(&first, "把年度目标分解到班组"),
        action(0, ActionChange::Text(ActionText::Owner, text("质量部；李, 王"))),
        action(
            0,
            ActionChange::Text(
                ActionText::Note,
                text("第一季度试点\n第二季度推开，含所有车间、仓库和外协厂，逐月检查分解到班组的目标是否完成"),
            ),
        ),
        action(0, ActionChange::Start(Some(day("2017-01-04")))),
        action(0, ActionChange::Due(Some(day("2017-06-30")))),
        action(0, ActionChange::Gain(Some(10))),
        action(0, ActionChange::Days(Some(12))),
        action(0, ActionChange::Progress(Progress::Doing)),
        add("", "统一计量口径"),
        action(1, ActionChange::Size(Some(Size::Medium))),
        action(1, ActionChange::Due(Some(day("2016-12-31")))),
        action(1, ActionChange::Progress(Progress::Dropped)),
        Action::Improve(ImprovementChange::Target(slot(&DEMO, &first), Some(percent(70)))),
    ];
    for change in changes {
        assessment = change.apply(&assessment);
    }
    counted(assessment)
}

/// The golden files: what the plan's assessment becomes.
pub fn golden(target: Target) -> String {
    made(&DEMO, &planned(), target, Language::Zh)
}

/// The sample with a text in every kind of place.
fn with(content: &str) -> Assessment {
    let mut assessment = planned();
    let item = DEMO.items().next().map(|(slot, _)| slot).expect("an item");
    let action = |change| Action::Improve(ImprovementChange::Change(0, change));
    for change in [
        Action::Item(
            item,
            ItemChange::Answer {
                scope: 0,
                factor: 1,
                text: text(content),
            },
        ),
        Action::Item(item, ItemChange::AddEvidence(text(content))),
        Action::Item(item, ItemChange::Opportunities(text(content))),
        Action::Profile(ProfileText::Name, text(content)),
        Action::Profile(ProfileText::Customers, text(content)),
        Action::Own(0, OwnChange::Text(OwnText::Name, text(content))),
        Action::Own(0, OwnChange::Text(OwnText::Unit, text(content))),
        action(ActionChange::Text(ActionText::Title, text(content))),
        action(ActionChange::Text(ActionText::Owner, text(content))),
        action(ActionChange::Text(ActionText::Note, text(content))),
    ] {
        assessment = change.apply(&assessment);
    }
    counted(assessment)
}

fn contents() -> Vec<String> {
    let long = "质".repeat(100_000);
    let all = AWKWARD.iter().chain(HOSTILE).map(|content| (*content).to_owned()).chain([long]);
    all.filter(|content| !content.trim().is_empty()).collect()
}

/// A text without white space and with what files cannot hold replaced: what must be found again.
fn bare(text: &str) -> String {
    let kept = text.chars().filter(|character| !character.is_whitespace());
    kept.map(|character| {
        if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') {
            '\u{fffd}'
        } else {
            character
        }
    })
    .collect()
}

fn lines(content: &str) -> impl Iterator<Item = &str> {
    content
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(str::trim_end)
        .filter(|line| !line.trim().is_empty())
}

/// Everything that is text in a page; fails where it is not well formed or holds what is not ours.
fn text_of_page(page: &str) -> String {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    let tree = roxmltree::Document::parse_with_options(page, options).unwrap_or_else(|error| panic!("{error}"));
    const OURS: &[&str] = &[
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "nav",
        "ol",
        "ul",
        "li",
        "a",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "br",
        "table",
        "caption",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "span",
        "div",
        "figure",
        "figcaption",
        "svg",
        "path",
        "text",
        "circle",
        "rect",
        "polygon",
    ];
    let mut found = String::new();
    for node in tree.descendants() {
        if node.is_element() {
            assert!(OURS.contains(&node.tag_name().name()), "<{}>", node.tag_name().name());
            assert!(
                node.attributes()
                    .all(|attribute| !attribute.name().starts_with("on") && attribute.name() != "src")
            );
            let links = node.attributes().filter(|attribute| attribute.name() == "href");
            assert!(
                links
                    .into_iter()
                    .all(|link| ["#h", "#table-", "#figure-", "#evidence-"].iter().any(|place| link.value().starts_with(place)))
            );
        }
        if node.is_comment() {
            panic!("a comment");
        }
        if node.is_text() && node.parent().is_none_or(|parent| parent.tag_name().name() != "style") {
            found.push_str(node.text().unwrap_or_default());
        }
    }
    assert_eq!(page.matches("<style").count(), 1);
    assert_eq!(page.matches("</style").count(), 1);
    found
}

#[test]
fn whatever_was_written_is_text_in_the_page() {
    for content in contents() {
        let page = made(&DEMO, &with(&content), Target::Html, Language::Zh);
        let found = bare(&text_of_page(&page));
        for line in lines(&content) {
            assert!(found.matches(&bare(line)).count() >= 6, "{line:.80}");
        }
    }
}

#[test]
fn the_style_sheet_holds_header_and_page_number_and_nothing_ends_it() {
    let page = made(&DEMO, &with("\"; } * { display: none } </style>"), Target::Html, Language::Zh);
    let sheet = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).expect("a sheet");
    assert!(sheet.contains("counter(page)") && sheet.contains("size: A4") && sheet.contains("table-header-group"));
    assert!(
        sheet.contains("\\22 \\3b  \\7d  \\2a  \\7b  display\\3a  none \\7d  \\3c \\2f style\\3e "),
        "{sheet}"
    );
}

/// Everything that is text in Markdown; fails where anything became markup that is not the document's own.
fn text_of_markdown(content: &str) -> String {
    let mut found = String::new();
    let extensions =
        Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH | Extensions::ENABLE_MATH | Extensions::ENABLE_TASKLISTS | Extensions::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(content, extensions) {
        match event {
            Event::Text(text) => found.push_str(&text),
            Event::Start(tag) => assert!(
                matches!(
                    tag,
                    Tag::Paragraph
                        | Tag::Heading { .. }
                        | Tag::BlockQuote(_)
                        | Tag::List(None)
                        | Tag::Item
                        | Tag::Table(_)
                        | Tag::TableHead
                        | Tag::TableRow
                        | Tag::TableCell
                        | Tag::Strong
                        | Tag::Emphasis
                ),
                "{tag:?}"
            ),
            Event::InlineHtml(tag) => assert_eq!(&*tag, "<br>"),
            Event::End(_) | Event::SoftBreak | Event::Rule => {}
            other => panic!("{other:?}"),
        }
    }
    found
}

#[test]
fn whatever_was_written_is_text_in_markdown() {
    for content in contents() {
        let found = bare(&text_of_markdown(&made(&DEMO, &with(&content), Target::Markdown, Language::Zh)));
        for line in lines(&content) {
            assert!(found.matches(&bare(line)).count() >= 6, "{line:.80}");
        }
    }
}

#[test]
fn every_answer_of_the_samples_stands_in_the_draft_in_order() {
    for language in Language::ALL {
        let path = format!("{}/assets/samples/manufacturing.{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
        let opened = open_bytes(&std::fs::read(path).expect("the sample is there")).expect("it opens");
        let assessment = opened.with_pack(&BEIJING).expect("it fits").assessment;
        for (target, told) in [(Target::Html, text_of_page as fn(&str) -> String), (Target::Markdown, text_of_markdown)] {
            let found = bare(&told(&made(&BEIJING, &assessment, target, *language)));
            let mut from = 0;
            for answer in assessment
                .items
                .iter()
                .flat_map(|item| (0..item.scopes()).flat_map(move |scope| (0..item.bands.len()).map(move |factor| item.answer(scope, factor))))
            {
                for line in lines(answer) {
                    let at = found[from..].find(&bare(line)).unwrap_or_else(|| panic!("{}: {line}", target.name()));
                    from += at;
                }
            }
        }
    }
}

#[cfg(feature = "documents")]
fn table(content: &str) -> Vec<Vec<String>> {
    let content = content.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(content.as_bytes());
    let records = reader.records().map(|record| record.expect("a record of seven fields"));
    records.map(|record| record.iter().map(String::from).collect()).collect()
}

#[cfg(feature = "documents")]
#[test]
fn the_table_reads_back_and_no_text_is_a_formula() {
    for content in contents() {
        let written = made(&DEMO, &with(&content), Target::Csv, Language::Zh);
        let rows = table(&written);
        assert!(rows.iter().all(|row| row.len() == 7));
        for cell in rows.iter().skip(1).flat_map(|row| [&row[1], &row[2], &row[6]]) {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:.80}");
        }
        let named = rows.iter().find(|row| row[0] == "indicator").expect("the indicator");
        assert_eq!(bare(named[2].trim_start_matches('\'')), bare(content.trim_start_matches('\'')), "{content:.80}");
        assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
    }
}

#[test]
fn the_table_holds_scores_and_figures_as_they_are() {
    let written = golden(Target::Csv);
    for row in [
        "indicator,own-1,一次焊接合格率,value,2014,97.25,%",
        "indicator,own-1,一次焊接合格率,value,2016,-0.5,%",
        "indicator,own-1,一次焊接合格率,benchmark,2016,99,%",
        "indicator,own-1,一次焊接合格率,target_low,,98,%",
        "indicator,own-1,一次焊接合格率,rank_of,,40,",
    ] {
        assert!(written.contains(&format!("{row}\r\n")), "{row} is missing");
    }
    let item = &DEMO.items().next().expect("an item").1.id;
    assert!(
        written
            .lines()
            .any(|line| line.starts_with("item,") && line.contains(item.as_str()) && line.ends_with("target,,70,%"))
    );
}

/// The properties of a calendar, unfolded; fails where a line is too long or a character was torn apart.
fn properties(calendar: &str) -> Vec<(String, String)> {
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    let mut unfolded = Vec::<String>::new();
    for line in calendar.strip_suffix("\r\n").expect("a last line").split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(|character| character.is_control() && character != '\t'), "{line:?}");
        match (line.strip_prefix(' '), unfolded.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => unfolded.push(line.to_owned()),
        }
    }
    let split = |line: String| {
        line.split_once(':')
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .expect("name and value")
    };
    unfolded.into_iter().map(split).collect()
}

fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => panic!("a lone backslash"),
            },
            ',' | ';' => panic!("not escaped: {value}"),
            other => out.push(other),
        }
    }
    out
}

#[test]
fn whatever_was_written_is_text_in_the_calendar() {
    for content in contents() {
        let all = properties(&made(&DEMO, &with(&content), Target::Ics, Language::Zh));
        assert_eq!(all.iter().filter(|(name, value)| name == "BEGIN" && value == "VEVENT").count(), 3);
        let texts: Vec<String> = all
            .iter()
            .filter(|(name, _)| matches!(name.as_str(), "SUMMARY" | "DESCRIPTION" | "X-WR-CALNAME"))
            .map(|(_, value)| bare(&unescaped(value)))
            .collect();
        let found = texts.concat();
        for line in lines(&content) {
            assert!(found.matches(&bare(line)).count() >= 4, "{line:.80}");
        }
    }
}

#[test]
fn days_are_whole_day_events_with_identifiers_that_stay() {
    let all = properties(&golden(Target::Ics));
    let values = |name: &str| {
        all.iter()
            .filter(|(found, _)| found == name)
            .map(|(_, value)| value.clone())
            .collect::<Vec<String>>()
    };
    assert_eq!(values("DTSTART;VALUE=DATE"), ["20161202", "20170630", "20161231"]);
    assert_eq!(values("DTEND;VALUE=DATE"), ["20161203", "20170701", "20170101"]);
    assert_eq!(values("STATUS"), ["CANCELLED"], "of the action that was dropped");
    assert!(values("DTSTAMP").iter().all(|stamp| stamp == "20161120T000000Z"));
    let identifiers = values("UID");
    assert!(
        identifiers[1].starts_with("action-1.") && identifiers[1].ends_with("@award-kit"),
        "{identifiers:?}"
    );
    let changed = with("另一个名称");
    let again = properties(&made(&DEMO, &changed, Target::Ics, Language::En));
    let again: Vec<String> = again.iter().filter(|(name, _)| name == "UID").map(|(_, value)| value.clone()).collect();
    assert_eq!(again, identifiers, "another title, name and language keep them");
    let undated = export(&Project::new(planned()), &DEMO, Target::Ics, &Options::new(Language::Zh)).expect("a calendar");
    let undated = String::from_utf8(undated).expect("UTF-8");
    assert!(
        undated.contains("DTSTAMP:19700101T000000Z\r\n") && undated.contains("SEQUENCE:0\r\n"),
        "{undated}"
    );
}

/// What validators of HTML found: widths as attributes of columns, captions between drawing and table; and figures that broke
/// inside where a column was narrow.
#[test]
fn the_page_is_html_as_it_is_today_and_numbers_stay_whole() {
    for language in Language::ALL {
        let (pack, assessment) = crate::documents::sample("service", *language);
        let page = made(&pack, &assessment, Target::Html, *language);
        let tree = page
            .split_once("<!DOCTYPE html>")
            .map(|(_, rest)| roxmltree::Document::parse(rest).expect("well-formed"))
            .expect("a page");
        for node in tree.descendants().filter(|node| node.is_element()) {
            let obsolete = ["width", "align", "valign", "border", "bgcolor"].into_iter().find(|name| {
                !matches!(node.tag_name().namespace(), Some(space) if space.ends_with("svg"))
                    && node.tag_name().name() != "svg"
                    && node.attribute(*name).is_some()
            });
            let drawn = node.ancestors().any(|above| above.tag_name().name() == "svg");
            assert!(drawn || obsolete.is_none(), "{:?} {obsolete:?}", node.tag_name().name());
            if node.tag_name().name() == "figcaption" {
                assert!(
                    node.next_sibling_element().is_none() || node.prev_sibling_element().is_none(),
                    "a caption is first or last"
                );
            }
        }
        let places: Vec<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
        let mut alone = places.clone();
        alone.sort_unstable();
        alone.dedup();
        assert_eq!(alone.len(), places.len(), "no place stands twice");
        for link in tree.descendants().filter_map(|node| node.attribute("href")) {
            assert!(places.contains(&link.trim_start_matches('#')), "{link} leads nowhere");
        }
        assert!(page.contains(".r, .data td, .data th { white-space: nowrap; }") && page.contains("text-indent: 2em"));
    }
}

/// Read by another implementation (crate `icalendar`): at least one component, every event with what RFC 5545 asks for and a
/// reminder a week before; what is done is left out.
#[test]
fn calendars_are_read_by_others_remind_and_leave_out_what_is_done() {
    use icalendar::{Calendar, CalendarComponent, Component};
    for language in Language::ALL {
        let calendar: Calendar = made(&DEMO, &planned(), Target::Ics, *language)
            .parse()
            .expect("another implementation reads it");
        let events: Vec<_> = calendar
            .components
            .iter()
            .map(|component| match component {
                CalendarComponent::Event(event) => event,
                other => panic!("no event: {other:?}"),
            })
            .collect();
        assert_eq!(events.len(), 3);
        for event in &events {
            assert!(event.get_uid().is_some() && event.get_timestamp().is_some() && event.get_start().is_some());
            assert!(event.get_summary().is_some_and(|summary| !summary.is_empty()));
        }
    }
    let text = made(&DEMO, &planned(), Target::Ics, Language::Zh);
    assert_eq!(
        text.matches("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P7D\r\nDESCRIPTION:").count(),
        2,
        "not of what was dropped"
    );
    let mut done = planned();
    let plan = Rc::make_mut(&mut done.improvement);
    for action in &mut plan.actions {
        Rc::make_mut(action).progress = Progress::Done;
    }
    let told = made(&DEMO, &done, Target::Ics, Language::Zh);
    assert_eq!(told.matches("BEGIN:VEVENT").count(), 1, "the day of application alone");
}

#[test]
fn where_no_day_is_set_there_is_no_calendar_and_the_zip_goes_without() {
    let blank = Project::new(Assessment::blank(&DEMO));
    let options = Options::new(Language::Zh);
    assert_eq!(export(&blank, &DEMO, Target::Ics, &options), Err(ExportError::NoDays));
    assert!(export(&blank, &DEMO, Target::Zip, &options).is_ok());
}

/// Calendars take what they know already only from a file with a higher number, or a later one of the same number.
#[test]
fn a_calendar_that_is_written_again_goes_before_the_one_before() {
    let written = |day_written: Option<&str>, moment: Option<i64>| {
        let options = Options::new(Language::Zh).dated(day_written.map(day)).at(moment);
        let calendar = export(&Project::new(planned()), &DEMO, Target::Ics, &options).expect("a calendar");
        let all = properties(&String::from_utf8(calendar).expect("UTF-8"));
        let values = |name: &str| -> Vec<String> { all.iter().filter(|(found, _)| found == name).map(|(_, value)| value.clone()).collect() };
        let [sequence, stamp, modified] = ["SEQUENCE", "DTSTAMP", "LAST-MODIFIED"].map(values);
        assert_eq!(stamp, modified);
        assert_eq!((sequence.len(), stamp.len()), (3, 3), "every event has them");
        (
            sequence[0].parse::<i32>().expect("a number that calendars read"),
            stamp[0].clone(),
            values("UID"),
        )
    };
    // Seconds since the beginning of 2000.
    let table = [
        (None, None, 0, "19700101T000000Z"),
        (Some("1999-12-31"), None, 0, "19991231T000000Z"),
        (Some("2016-11-20"), None, 532_915_200, "20161120T000000Z"),
        (Some("2016-11-20"), Some(1_479_634_200), 532_949_400, "20161120T093000Z"),
        (Some("2016-11-20"), Some(1_479_634_201), 532_949_401, "20161120T093001Z"),
        (Some("2016-11-21"), None, 533_001_600, "20161121T000000Z"),
        (Some("2067-12-31"), None, 2_145_830_400, "20671231T000000Z"),
    ];
    let mut before = None;
    for (on, moment, sequence, stamp) in table {
        let (number, at, identifiers) = written(on, moment);
        assert_eq!((number, at.as_str()), (sequence, stamp), "{on:?} {moment:?}");
        assert_eq!(*before.get_or_insert(identifiers.clone()), identifiers, "identifiers stay");
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn any_assessment_becomes_every_format_and_the_same_bytes_again(assessment in assessments(&DEMO)) {
        text_of_page(&made(&DEMO, &assessment, Target::Html, Language::En));
        text_of_markdown(&made(&DEMO, &assessment, Target::Markdown, Language::En));
        let calendar = export(&Project::new(assessment.clone()), &DEMO, Target::Ics, &Options::new(Language::En));
        match calendar {
            Ok(calendar) => { properties(&String::from_utf8(calendar).expect("UTF-8")); }
            Err(refused) => prop_assert_eq!(refused, ExportError::NoDays),
        }
        for target in PLAIN {
            prop_assert_eq!(made(&DEMO, &assessment, target, Language::Zh), made(&DEMO, &assessment, target, Language::Zh));
        }
    }
}

#[test]
fn every_colour_a_chart_is_drawn_in_follows_the_appearance_of_the_page() {
    let style = include_str!("../../src/ui/parts/document.css");
    let page = golden(Target::Html) + &made(&BEIJING, &crate::documents::with_figures(), Target::Html, Language::Zh);
    let drawn: Vec<&str> = page
        .split("<svg")
        .skip(1)
        .filter_map(|rest| rest.split_once("</svg>"))
        .map(|(svg, _)| svg)
        .collect();
    assert!(!drawn.is_empty());
    for attribute in ["stroke", "fill"] {
        for colour in drawn
            .iter()
            .flat_map(|svg| svg.split([' ', '/', '>']))
            .filter(|piece| piece.starts_with(&format!("{attribute}=\"#")))
        {
            let selector = format!(".paper [{colour}] {{ {attribute}: var(--");
            assert!(style.contains(&selector), "{selector}");
        }
    }
}
