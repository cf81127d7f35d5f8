//! Adapting a pack: every edit, what it touches, and that the result checks; undo, keeping, handing on; and differences
//! that tell everything.

mod again;
mod by_hand;
mod laws;
mod lists;
mod places;
mod succession;

use crate::samples::{BEIJING, DEMO, day};
use award_kit::criteria::{
    Change, Citation, Draft, DraftHistory, Edit, Fault, FaultCode, Kind, NewItem, NewPrompt, NotApplicable, Pack, PackContent, Rounding, Status, Wording,
    differences,
};
use serde_json::{Value, json};

fn citation() -> Wording {
    Wording::new(&[("zh", "在本工具中修改，未注明来源"), ("en", "Changed in the kit, no source given")])
}

fn draft(pack: &Pack) -> Draft {
    Draft::of(pack, &citation())
}

fn after(pack: &Pack, edits: &[Edit]) -> Draft {
    edits.iter().fold(draft(pack), |draft, edit| draft.apply(edit))
}

fn points(item: &str, points: u32) -> Edit {
    Edit::Points { item: item.into(), points }
}

fn both(zh: &str, en: &str) -> Wording {
    Wording::new(&[("zh", zh), ("en", en)])
}

fn new_prompt(name: &str, number: Option<&str>) -> NewPrompt {
    NewPrompt {
        name: name.into(),
        numbered: number.map(|number| (number.into(), both("名称", "Name"))),
        text: both("说明做法。", "State what is done."),
    }
}

fn new_item(category: &str, name: &str, points: u32, bonus: bool) -> Edit {
    Edit::NewItem(NewItem {
        category: category.into(),
        name: name.into(),
        number: "9.9".into(),
        points,
        rubric: "process".into(),
        bonus,
        applies_to: Vec::new(),
        text: both("数字化", "Digital quality"),
        prompt: new_prompt("data", Some("9.9.1")),
    })
}

fn in_edition(edition: &str, condition: &str, on: bool) -> Edit {
    Edit::InEdition {
        edition: edition.into(),
        condition: condition.into(),
        on,
    }
}

fn attribution(figure: &str, text: &str, status: Status) -> Edit {
    Edit::Attribution {
        figure: figure.into(),
        citation: Citation::everywhere(text),
        status,
    }
}

fn told(changes: &[Change]) -> Vec<(&str, &str, &str)> {
    changes
        .iter()
        .map(|change| (change.place.as_str(), change.old.as_str(), change.new.as_str()))
        .collect()
}

/// Edits that belong together, and every place they touch with its old and new value.
type Case = (&'static str, Vec<Edit>, Vec<(&'static str, &'static str, &'static str)>);

fn beijing_cases() -> Vec<Case> {
    let governance = "leadership.governance";
    let text = |language: &str, id: &str, text: &str| Edit::Text {
        language: language.into(),
        id: id.into(),
        text: text.into(),
    };
    let mut all = vec![
        ("nothing", vec![], vec![]),
        (
            "points moved from one item to another",
            vec![points(governance, 40), points("leadership.social-responsibility", 20)],
            vec![
                ("points/leadership.governance", "30", "40"),
                ("points/leadership.social-responsibility", "30", "20"),
            ],
        ),
        (
            "points moved to another category",
            vec![points(governance, 40), points("strategy.development", 30)],
            vec![
                ("category/leadership", "110", "120"),
                ("points/leadership.governance", "30", "40"),
                ("category/strategy", "90", "80"),
                ("points/strategy.development", "40", "30"),
            ],
        ),
        (
            "more points and a new total",
            vec![points(governance, 45), Edit::Total(1015)],
            vec![
                ("total", "1000", "1015"),
                ("maturity/benchmark", "876–1000", "876–1015"),
                ("category/leadership", "110", "125"),
                ("points/leadership.governance", "30", "45"),
            ],
        ),
        (
            "texts in one language",
            vec![text("zh", "item.leadership.governance", "治理"), text("en", "pack.name", "Own award")],
            vec![
                ("text/zh/item.leadership.governance", "组织治理", "治理"),
                ("text/en/pack.name", BEIJING.words("en").name(), "Own award"),
            ],
        ),
        (
            "id and edition",
            vec![Edit::PackId("own-2026".into()), Edit::PackEdition("2026".into())],
            vec![("id", "beijing-2016", "own-2026"), ("edition", "2016", "2026")],
        ),
        (
            "printed numbers",
            vec![
                Edit::Number {
                    id: governance.into(),
                    number: "4.1.5".into(),
                },
                Edit::Number {
                    id: "results".into(),
                    number: "5".into(),
                },
            ],
            vec![("number/leadership.governance", "4.1.3", "4.1.5"), ("number/results", "4.7", "5")],
        ),
        (
            "a condition off, another on",
            vec![in_edition("2016", "three-years", false), in_edition("2016", "lawful-policy", true)],
            vec![("edition/2016/three-years", "on", "off"), ("edition/2016/lawful-policy", "off", "on")],
        ),
        (
            "years of a rule",
            vec![Edit::Years {
                condition: "three-years".into(),
                years: 5,
            }],
            vec![("rule/three-years", "years_since_registration 3", "years_since_registration 5")],
        ),
        (
            "dates of an edition",
            vec![Edit::EditionDates {
                edition: "2014".into(),
                opens: Some(day("2014-10-01")),
                closes: Some(day("2014-11-30")),
            }],
            vec![("edition_dates/2014", dates_of_2014(), "2014-10-01–2014-11-30")],
        ),
        (
            "edition in force",
            vec![Edit::DefaultEdition("session-3".into())],
            vec![("default_edition", "2016", "session-3")],
        ),
        (
            "border of two maturity bands",
            vec![Edit::Maturity {
                band: "sound".into(),
                from: 501,
            }],
            vec![("maturity/effective", "376–475", "376–500"), ("maturity/sound", "476–575", "501–575")],
        ),
        (
            "reference lines moved, added and removed",
            vec![
                Edit::Reference {
                    line: "practitioner-600".into(),
                    points: 650,
                },
                Edit::NewReference {
                    name: "Own line".into(),
                    points: 700,
                    text: both("自设线", "Own line"),
                },
                Edit::RemoveReference("us-500".into()),
            ],
            vec![
                ("reference/practitioner-600", "600", "650"),
                ("reference/us-500", "500", ""),
                ("reference/own-line", "", "700"),
                ("text/zh/reference.own-line", "", "自设线"),
                ("text/en/reference.own-line", "", "Own line"),
            ],
        ),
        (
            "step and the bands that fit it",
            [("10-25", 10), ("30-45", 30), ("50-65", 50), ("70-85", 70), ("90-100", 90)]
                .iter()
                .flat_map(|(band, from)| ["process", "results"].map(|rubric| (rubric, *band, *from)))
                .fold(vec![Edit::Step(10)], |mut edits, (rubric, band, from)| {
                    edits.push(Edit::Band {
                        rubric: rubric.into(),
                        band: band.into(),
                        from,
                    });
                    edits
                }),
            vec![
                ("step", "5", "10"),
                ("rubric/process/0-5", "0–5", "0–0"),
                ("rubric/process/10-25", "10–25", "10–20"),
                ("rubric/process/30-45", "30–45", "30–40"),
                ("rubric/process/50-65", "50–65", "50–60"),
                ("rubric/process/70-85", "70–85", "70–80"),
                ("rubric/results/0-5", "0–5", "0–0"),
                ("rubric/results/10-25", "10–25", "10–20"),
                ("rubric/results/30-45", "30–45", "30–40"),
                ("rubric/results/50-65", "50–65", "50–60"),
                ("rubric/results/70-85", "70–85", "70–80"),
            ],
        ),
        (
            "rounding",
            vec![Edit::Rounding(Rounding::ItemHalfUp)],
            vec![("rounding", "exact", "item_half_up")],
        ),
        (
            "items that do not apply",
            vec![Edit::NotApplicable(NotApplicable::Redistribute)],
            vec![("not_applicable", "reduce", "redistribute")],
        ),
        (
            "length limits",
            vec![Edit::Limit {
                limit: "report".into(),
                characters: 20_000,
            }],
            vec![("limit/report", "30000", "20000")],
        ),
        (
            "facts that are found out, and one that is doubted",
            vec![
                Edit::Fact {
                    fact: "pass-mark".into(),
                    value: Some(650),
                },
                Edit::Fact {
                    fact: "prize".into(),
                    value: None,
                },
            ],
            vec![("fact/prize", "2000000", "null"), ("fact/pass-mark", "null", "650")],
        ),
        (
            "an item becomes a bonus item",
            vec![
                Edit::Bonus {
                    item: governance.into(),
                    bonus: true,
                },
                Edit::Total(970),
            ],
            vec![
                ("total", "1000", "970"),
                ("maturity/benchmark", "876–1000", "876–970"),
                ("category/leadership", "110", "80"),
                ("bonus/leadership.governance", "off", "on"),
            ],
        ),
        (
            "kinds of applicant",
            vec![
                Edit::AppliesTo {
                    item: "resources.technology".into(),
                    prompt: None,
                    kinds: vec![Kind::Manufacturing, Kind::Service],
                },
                Edit::AppliesTo {
                    item: governance.into(),
                    prompt: Some("leader-evaluation".into()),
                    kinds: vec![Kind::PublicWelfare],
                },
            ],
            vec![
                ("applies_to/leadership.governance/leader-evaluation", "", "public_welfare"),
                ("applies_to/resources.technology", "", "manufacturing, service"),
            ],
        ),
        (
            "a new item",
            vec![new_item("leadership", "Digital quality", 10, false), points(governance, 20)],
            vec![
                ("points/leadership.governance", "30", "20"),
                ("item/leadership.digital-quality", "", "on"),
                ("number/leadership.digital-quality", "", "9.9"),
                ("points/leadership.digital-quality", "", "10"),
                ("judged_by/leadership.digital-quality", "", "process"),
                ("prompt/leadership.digital-quality/data", "", "on"),
                ("number/leadership.digital-quality/data", "", "9.9.1"),
                ("text/zh/item.leadership.digital-quality", "", "数字化"),
                ("text/zh/prompt.leadership.digital-quality.data.name", "", "名称"),
                ("text/zh/prompt.leadership.digital-quality.data", "", "说明做法。"),
                ("text/en/item.leadership.digital-quality", "", "Digital quality"),
                ("text/en/prompt.leadership.digital-quality.data.name", "", "Name"),
                ("text/en/prompt.leadership.digital-quality.data", "", "State what is done."),
            ],
        ),
        (
            "a new bonus item named in Chinese",
            vec![new_item("results", "数字化", 30, true)],
            vec![
                ("item/results.item", "", "on"),
                ("number/results.item", "", "9.9"),
                ("points/results.item", "", "30"),
                ("judged_by/results.item", "", "process"),
                ("bonus/results.item", "", "on"),
                ("prompt/results.item/data", "", "on"),
                ("number/results.item/data", "", "9.9.1"),
                ("text/zh/item.results.item", "", "数字化"),
                ("text/zh/prompt.results.item.data.name", "", "名称"),
                ("text/zh/prompt.results.item.data", "", "说明做法。"),
                ("text/en/item.results.item", "", "Digital quality"),
                ("text/en/prompt.results.item.data.name", "", "Name"),
                ("text/en/prompt.results.item.data", "", "State what is done."),
            ],
        ),
        (
            "a prompt added, another removed",
            vec![
                Edit::NewPrompt {
                    item: governance.into(),
                    prompt: new_prompt("Board", None),
                },
                Edit::RemovePrompt {
                    item: governance.into(),
                    prompt: "leader-evaluation".into(),
                },
            ],
            vec![
                ("prompt/leadership.governance/leader-evaluation", "on", ""),
                ("prompt/leadership.governance/board", "", "on"),
                ("text/zh/prompt.leadership.governance.board", "", "说明做法。"),
                ("text/en/prompt.leadership.governance.board", "", "State what is done."),
            ],
        ),
        (
            "a retired item",
            vec![Edit::Retire(governance.into()), points("leadership.senior-leaders", 80)],
            vec![
                ("points/leadership.senior-leaders", "50", "80"),
                ("item/leadership.governance", "on", ""),
                ("points/leadership.governance", "30", ""),
            ],
        ),
        (
            "self-checks",
            vec![
                Edit::LookBack {
                    check: "accident".into(),
                    years: Some(5),
                },
                Edit::LookBack {
                    check: "loss".into(),
                    years: None,
                },
                // A text cannot fill in years that are not there.
                text("zh", "self_check.loss", "无经营亏损"),
                text("en", "self_check.loss", "No operating loss"),
            ],
            vec![
                ("self_check/accident", "3", "5"),
                ("self_check/loss", "3", "null"),
                ("text/zh/self_check.loss", "{years} 年内无经营亏损", "无经营亏损"),
                ("text/en/self_check.loss", "No operating loss in {years} years", "No operating loss"),
            ],
        ),
        (
            "where a figure comes from",
            vec![attribution("total", "市市场监管局：公布的分值表", Status::Published)],
            vec![("source/total", "national-table/unverified/medium", "adapted-1/published")],
        ),
    ];
    all.extend(lists::cases());
    all
}

fn dates_of_2014() -> &'static str {
    let edition = BEIJING.edition_rules(BEIJING.edition_slot("2014").expect("an edition"));
    let day = |day: Option<award_kit::date::Date>| day.map_or_else(String::new, |day| day.to_string());
    match (day(edition.opens), day(edition.closes)) {
        (opens, closes) if opens.is_empty() && closes.is_empty() => "",
        (opens, closes) => Box::leak(format!("{opens}–{closes}").into_boxed_str()),
    }
}

#[test]
fn each_edit_changes_what_it_says_and_nothing_else_and_the_result_checks() {
    for (what, edits, expected) in beijing_cases() {
        let draft = after(&BEIJING, &edits);
        assert_eq!(told(&draft.changes()), expected, "{what}");
        let pack = draft.finish().unwrap_or_else(|faults| panic!("{what}: {faults:#?}"));
        assert_eq!(told(&differences(BEIJING.content(), pack.content())), with_version(&expected, &pack), "{what}");
        let written = draft.write();
        assert_eq!(Draft::read(&written).expect("what was written can be read").write(), written, "{what}");
        let record = pack.structure().adapted.clone().expect("the record of adaptation");
        assert_eq!(record.from, BEIJING.reference(), "{what}");
        assert_eq!(record.changes, draft.changes(), "{what}");
    }
}

/// The places told of a finished pack: those of the draft, and the format's version where that had to be raised.
fn with_version<'a>(expected: &[(&'a str, &'a str, &'a str)], pack: &'a Pack) -> Vec<(&'a str, &'a str, &'a str)> {
    let (before, now) = (BEIJING.structure().version.as_str(), pack.structure().version.as_str());
    let version = (before != now).then_some(("version", before, now));
    let mut all: Vec<_> = version.into_iter().chain(expected.iter().copied()).collect();
    // Told in the order of the file: format, version, id, edition.
    all.sort_by_key(|(place, _, _)| !["version"].contains(place));
    all
}

#[test]
fn a_figure_that_is_changed_gets_a_source_and_back_at_the_originals_value_has_the_originals() {
    let figure = "points/leadership.governance";
    let before = BEIJING.attribution(figure).expect("a source").clone();
    let changed = after(&BEIJING, &[points("leadership.governance", 40)]);
    let now = changed.attribution(figure).expect("a source");
    assert_eq!((now.source.as_str(), now.status, now.confidence), ("adapted-here", Status::Assumed, None));
    assert_eq!(changed.view().words("zh").source("adapted-here"), "在本工具中修改，未注明来源");
    assert_eq!(changed.view().words("en").source("adapted-here"), "Changed in the kit, no source given");
    assert_eq!(changed.changes().last().map(|change| change.source.as_str()), Some("adapted-here"));
    let others = changed.figures().into_iter().filter(|other| other != figure);
    others.for_each(|other| assert_eq!(changed.attribution(&other), BEIJING.attribution(&other), "{other}"));

    let back = changed.apply(&points("leadership.governance", 30));
    assert_eq!(back.attribution(figure), Some(&before));
    assert_eq!(back.write(), draft(&BEIJING).write());
}

#[test]
fn a_rule_stands_behind_its_condition_in_every_edition_and_a_bonus_behind_its_points() {
    let years = after(
        &BEIJING,
        &[Edit::Years {
            condition: "three-years".into(),
            years: 5,
        }],
    );
    for edition in ["2014", "2016"] {
        let figure = format!("edition/{edition}/three-years");
        assert_eq!(years.attribution(&figure).map(|found| found.source.as_str()), Some("adapted-here"), "{figure}");
    }
    assert_eq!(years.attribution("edition/2016/registered"), BEIJING.attribution("edition/2016/registered"));
    let said = years.apply(&attribution("rule/three-years", "通知", Status::Published));
    for edition in ["2014", "2016"] {
        let found = said.attribution(&format!("edition/{edition}/three-years")).expect("a source");
        assert_eq!((found.source.as_str(), found.status), ("adapted-1", Status::Published));
    }
    assert_eq!(said.changes().len(), 1);
    assert_eq!(said.changes()[0].source, "adapted-1");

    let bonus = Edit::Bonus {
        item: "leadership.governance".into(),
        bonus: true,
    };
    let changes = after(&BEIJING, &[bonus]).changes();
    let bonus = changes.iter().find(|change| change.place == "bonus/leadership.governance");
    assert_eq!(bonus.map(|change| change.source.as_str()), Some("adapted-here"));
}

#[test]
fn a_source_that_is_given_stays_with_the_figure_and_the_same_words_are_one_source() {
    let table = "市市场监管局：公布的分值表";
    let governance = "points/leadership.governance";
    let draft = after(
        &BEIJING,
        &[
            points("leadership.governance", 40),
            attribution(governance, table, Status::Published),
            points("leadership.governance", 45),
            points("strategy.development", 35),
            attribution("points/strategy.development", table, Status::Published),
            attribution("fact/prize", "另一份文件", Status::Unverified),
        ],
    );
    assert!(draft.is_attributed(governance) && !draft.is_attributed("total"));
    let of = |figure: &str| draft.attribution(figure).map(|found| (found.source.as_str(), found.status));
    assert_eq!(of(governance), Some(("adapted-1", Status::Published)));
    assert_eq!(of("points/strategy.development"), Some(("adapted-1", Status::Published)));
    assert_eq!(of("fact/prize"), Some(("adapted-2", Status::Unverified)));
    for language in ["zh", "en"] {
        assert_eq!(draft.view().words(language).source("adapted-1"), table);
    }
    // Back at the original's value both figures have their old source, and nothing cites the table any more.
    let back = draft.apply(&points("leadership.governance", 30)).apply(&points("strategy.development", 40));
    assert_eq!(back.attribution(governance), BEIJING.attribution(governance));
    assert!(!back.sources().sources.contains(&"adapted-1".into()));
    assert_eq!(
        told(&back.changes()),
        [("source/fact/prize", "founding-news/published/high", "adapted-2/unverified")]
    );
}

#[test]
fn a_citation_without_words_takes_back_what_was_said() {
    let governance = "points/leadership.governance";
    let changed = after(&BEIJING, &[points("leadership.governance", 40)]);
    let said = changed.apply(&attribution(governance, "公布的分值表", Status::Published));
    assert_eq!(said.apply(&attribution(governance, " ", Status::Published)).write(), changed.write());
    let group = after(&BEIJING, &[attribution("source/fact", "一次说明全部", Status::Unverified)]);
    assert!(
        group
            .figures()
            .iter()
            .filter(|figure| figure.starts_with("fact/"))
            .all(|figure| group.is_attributed(figure))
    );
    assert!(!group.is_attributed(governance));
    assert_eq!(group.attribution("text/zh/pack.name"), None);
    assert_eq!(group.attribution("edition"), None, "the pack's edition is no figure");
}

#[test]
fn one_text_for_all_languages_that_is_a_known_citation_in_one_of_them_is_that_source() {
    let words = BEIJING.words("zh").source("national-table");
    let draft = after(
        &BEIJING,
        &[
            points("leadership.governance", 40),
            attribution("points/leadership.governance", words, Status::Unverified),
        ],
    );
    assert_eq!(
        draft.attribution("points/leadership.governance").map(|found| found.source.as_str()),
        Some("national-table")
    );
    let here = attribution("total", "在本工具中修改，未注明来源", Status::Published);
    let found = draft.apply(&here).attribution("total").cloned().expect("a source");
    assert_eq!((found.source.as_str(), found.status), ("adapted-here", Status::Published));
}

#[test]
fn words_of_a_citation_that_are_typed_on_stay_one_source() {
    let mut draft = after(&BEIJING, &[points("leadership.governance", 40)]);
    for typed in ["市", "市市场", "市市场监管局"] {
        draft = draft.apply(&attribution("points/leadership.governance", typed, Status::Published));
    }
    let own: Vec<&String> = draft.sources().sources.iter().filter(|id| id.starts_with("adapted-")).collect();
    assert_eq!(own, ["adapted-1"]);
    assert_eq!(draft.view().words("en").source("adapted-1"), "市市场监管局");
    let reworded = draft.apply(&Edit::Text {
        language: "en".into(),
        id: "source.adapted-1".into(),
        text: "Market regulator".into(),
    });
    assert_eq!(reworded.view().words("en").source("adapted-1"), "Market regulator");
    assert_eq!(reworded.view().words("zh").source("adapted-1"), "市市场监管局");
}

#[test]
fn a_known_source_can_be_cited_and_one_in_the_same_words_is_that_one() {
    let known = Edit::Attribution {
        figure: "points/leadership.governance".into(),
        citation: Citation::Known("notice-2016".into()),
        status: Status::Published,
    };
    let words = |language| BEIJING.words(language).source("notice-2016");
    let given = Edit::Attribution {
        figure: "points/leadership.governance".into(),
        citation: Citation::Given(both(words("zh"), words("en"))),
        status: Status::Published,
    };
    assert_eq!(after(&BEIJING, std::slice::from_ref(&known)).write(), after(&BEIJING, &[given]).write());
    let draft = after(
        &BEIJING,
        &[known.clone(), points("leadership.governance", 40), points("leadership.governance", 30)],
    );
    assert_eq!(draft.write(), after(&BEIJING, &[known]).write(), "what was said of the original's value holds");
    let unknown = Edit::Attribution {
        figure: "total".into(),
        citation: Citation::Known("no-such-source".into()),
        status: Status::Published,
    };
    assert_eq!(after(&BEIJING, &[unknown]), draft_of_beijing());
}

fn draft_of_beijing() -> Draft {
    draft(&BEIJING)
}

#[test]
fn reasons_stand_beside_their_changes() {
    let place = "points/leadership.governance";
    let reason = |why: &str| Edit::Reason {
        place: place.into(),
        why: why.into(),
    };
    let draft = after(
        &BEIJING,
        &[
            points("leadership.governance", 40),
            points("leadership.social-responsibility", 20),
            reason("主管部门公布"),
        ],
    );
    assert_eq!(draft.reason(place), "主管部门公布");
    let whys: Vec<String> = draft.changes().into_iter().map(|change| change.why).collect();
    assert_eq!(whys, ["主管部门公布", ""]);
    let pack = draft.finish().expect("no faults");
    assert_eq!(pack.structure().adapted.as_ref().expect("a record").changes[0].why, "主管部门公布");
    assert_eq!(draft.apply(&reason("")).reason(place), "");
}

#[test]
fn the_sum_is_shown_while_it_is_typed_and_the_checker_says_what_it_should_be() {
    let draft = after(&BEIJING, &[points("results.products", 50)]);
    let sum = draft.sum();
    assert_eq!((sum.points, sum.total, sum.bonus), (970, 1000, 0));
    let faults = draft.check().expect_err("970 of 1000");
    assert_eq!(codes(&faults), [(FaultCode::PointsDoNotAddUp, "/scoring/total")]);
    assert_eq!(draft.finish().expect_err("970 of 1000"), faults);
    let whole = draft.apply(&Edit::Total(draft.sum().points));
    assert!(whole.check().is_ok());
    let bonus = after(&BEIJING, &[new_item("results", "extra", 30, true)]).sum();
    assert_eq!((bonus.points, bonus.total, bonus.bonus), (1000, 1000, 30));
    let too_much = after(&BEIJING, &[points("results.products", u32::MAX), points("results.customers", u32::MAX)]);
    assert_eq!(too_much.sum().points, u32::MAX);
    assert!(too_much.check().is_err());
}

fn codes(faults: &[Fault]) -> Vec<(FaultCode, &str)> {
    faults.iter().map(|fault| (fault.code, fault.pointer.as_str())).collect()
}

#[test]
fn what_cannot_be_is_left_to_the_checker() {
    let faulty: [(&str, Edit, FaultCode); 7] = [
        ("step that divides nothing", Edit::Step(7), FaultCode::UnusableStep),
        ("step the bands do not fit", Edit::Step(10), FaultCode::UnusableRule),
        ("no step", Edit::Step(0), FaultCode::UnusableStep),
        (
            "years without end",
            Edit::Years {
                condition: "three-years".into(),
                years: 1000,
            },
            FaultCode::UnusableRule,
        ),
        (
            "bands that overlap",
            Edit::Maturity {
                band: "sound".into(),
                from: 100,
            },
            FaultCode::BandOverlap,
        ),
        ("an id in Chinese", Edit::PackId("质量奖".into()), FaultCode::MalformedId),
        ("an edition nobody knows", Edit::DefaultEdition("1999".into()), FaultCode::UnknownId),
    ];
    for (what, edit, code) in faulty {
        let faults = after(&BEIJING, &[edit]).check().expect_err(what);
        assert!(faults.iter().any(|fault| fault.code == code), "{what}: {faults:?}");
    }
}

#[test]
fn an_edit_of_what_is_not_there_changes_nothing() {
    let nothing = "no-such-thing".to_owned();
    let edits = [
        points(&nothing, 5),
        Edit::Number {
            id: nothing.clone(),
            number: "1".into(),
        },
        Edit::Text {
            language: "zh".into(),
            id: nothing.clone(),
            text: "字".into(),
        },
        Edit::Text {
            language: "fr".into(),
            id: "pack.name".into(),
            text: "Prix".into(),
        },
        Edit::Retire(nothing.clone()),
        Edit::Restore(nothing.clone()),
        Edit::Restore("leadership.governance".into()),
        new_item(&nothing, "new", 5, false),
        Edit::NewPrompt {
            item: nothing.clone(),
            prompt: new_prompt("new", None),
        },
        in_edition("2016", &nothing, true),
        in_edition(&nothing, "registered", false),
        in_edition("2016", "registered", true),
        Edit::Years {
            condition: "registered".into(),
            years: 3,
        },
        Edit::RemoveReference(nothing.clone()),
        attribution(&nothing, "通知", Status::Published),
        points("leadership.governance", 30),
    ];
    for edit in edits {
        assert_eq!(after(&BEIJING, std::slice::from_ref(&edit)), draft_of_beijing(), "{edit:?}");
        assert!(DraftHistory::new(draft_of_beijing()).after(&edit).is_none(), "{edit:?}");
    }
}

#[test]
fn ids_of_new_things_are_made_from_their_names_and_never_used_again() {
    let draft = after(&BEIJING, &[Edit::Retire("leadership.governance".into())]);
    let id = |name: &str| draft.new_item_id("leadership", name);
    assert_eq!(id("Digital  quality (2026)!"), "leadership.digital-quality-2026");
    assert_eq!(id("治理"), "leadership.item");
    assert_eq!(id("governance"), "leadership.governance-2", "a retired id is not used again");
    assert_eq!(id("Senior leaders"), "leadership.senior-leaders-2");
    assert_eq!(draft.new_prompt_id("leadership.senior-leaders", "climate"), "climate-2");
    assert_eq!(draft.new_reference_id("US 500"), "us-500-2");
}

#[test]
fn a_retired_item_comes_back_as_it_was_and_a_new_one_leaves_nothing_behind() {
    let whole = draft_of_beijing().write();
    let retired = Edit::Retire("leadership.governance".into());
    let changed = [points("leadership.governance", 40), retired, Edit::Restore("leadership.governance".into())];
    assert_eq!(after(&BEIJING, &changed).write(), whole);
    let new = [new_item("leadership", "new", 10, false), Edit::Retire("leadership.new".into())];
    assert_eq!(after(&BEIJING, &new).write(), whole);
    let condition = [in_edition("2014", "legal-personality", false), in_edition("2014", "legal-personality", true)];
    assert_eq!(after(&BEIJING, &condition).write(), whole);
    let lines = ["practitioner-600", "us-500"].map(|line| Edit::RemoveReference(line.into()));
    assert!(after(&BEIJING, &lines).check().is_ok(), "without any reference line");
}

#[test]
fn a_text_that_was_not_given_is_a_fault_and_not_made_up() {
    let Edit::NewItem(mut item) = new_item("results", "new", 5, true) else {
        panic!("an item")
    };
    item.text = Wording::new(&[("zh", "只有中文")]);
    let faults = after(&BEIJING, &[Edit::NewItem(item)]).check().expect_err("no English name");
    let found: Vec<(FaultCode, &str)> = faults.iter().map(|fault| (fault.code, fault.given.as_str())).collect();
    assert_eq!(found, [(FaultCode::TextMissing, "item.results.new")]);
}

#[test]
fn a_pack_that_was_adapted_can_be_adapted_again() {
    let first = after(
        &BEIJING,
        &[
            Edit::PackId("own".into()),
            Edit::PackEdition("2027".into()),
            points("leadership.governance", 20),
            points("leadership.social-responsibility", 40),
        ],
    );
    let first = first.finish().expect("no faults");
    let again = Draft::of(&first, &citation())
        .apply(&points("leadership.governance", 25))
        .apply(&points("leadership.social-responsibility", 35));
    let second = again.finish().expect("no faults");
    assert_eq!(second.structure().adapted.as_ref().map(|adapted| &adapted.from), Some(&first.reference()));
    assert_eq!(
        second.source_ids().iter().filter(|id| id.starts_with("adapted-here")).count(),
        1,
        "the same words are one source"
    );
    let other = Draft::of(&first, &Wording::everywhere("2027 年修改")).apply(&points("leadership.governance", 25));
    assert_eq!(
        other.attribution("points/leadership.governance").map(|found| found.source.as_str()),
        Some("adapted-here-2")
    );
    assert_eq!(
        other.attribution("points/leadership.social-responsibility").map(|found| found.source.as_str()),
        Some("adapted-here")
    );
}

#[test]
fn an_adapted_pack_is_taken_up_again_against_its_original() {
    let governance = "points/leadership.governance";
    let edits = [
        Edit::PackId("own".into()),
        Edit::PackEdition("2027".into()),
        points("leadership.governance", 20),
        points("leadership.social-responsibility", 40),
        attribution(governance, "公布的分值表", Status::Published),
        attribution("total", "公布的分值表", Status::Published),
        Edit::Reason {
            place: governance.into(),
            why: "主管部门公布".into(),
        },
        new_item("results", "new", 10, true),
    ];
    let before = after(&BEIJING, &edits);
    let pack = before.finish().expect("no faults");
    let other = Wording::everywhere("另一种说法");
    let resumed = Draft::resume(&pack, &BEIJING, &other).expect("made from that original");
    assert_eq!(resumed.changes(), before.changes());
    assert_eq!(resumed.finish().map(|pack| pack.hash().to_owned()), Ok(pack.hash().to_owned()));
    assert_eq!(
        resumed.apply(&points("leadership.governance", 30)).attribution(governance),
        BEIJING.attribution(governance)
    );
    assert!(Draft::resume(&BEIJING, &BEIJING, &other).is_none(), "not adapted");
    assert!(Draft::resume(&pack, &DEMO, &other).is_none(), "another original");
    let mut odd = pack.content().clone();
    odd.sources["sources"].as_array_mut().expect("a list").push(json!("unused"));
    odd.texts.iter_mut().for_each(|(_, texts)| texts["source.unused"] = json!("未引用"));
    let odd = Pack::from_content(odd).expect("no faults");
    assert!(Draft::resume(&odd, &BEIJING, &other).is_none(), "something no edit brings about");
}

#[test]
fn differences_tell_what_no_edit_can_do() {
    let change = |pointer: &str, value: Value| {
        let mut changed = BEIJING.content().clone();
        *changed.structure.pointer_mut(pointer).expect("a place") = value;
        told_owned(&differences(BEIJING.content(), &changed))
    };
    let place = |pointer: &str, value: Value| change(pointer, value).into_iter().map(|(place, _, _)| place).collect::<Vec<String>>();
    assert_eq!(
        change("/categories/0/items/0/orientations", json!(["brand"])),
        [("tags/leadership.senior-leaders".to_owned(), String::new(), "brand".to_owned())]
    );
    assert_eq!(place("/rubrics/0/factors/0/letter", json!("X")), ["factor/process/approach"]);
    assert_eq!(place("/facts/0/unit", json!("years")), ["unit/winners-max"]);
    assert_eq!(place("/format", json!("other")), ["other/pack.json/format"]);
    assert_eq!(place("/size/0/bounds", json!([])), ["size/agriculture"]);
    assert_eq!(place("/scoring", json!(7)), ["other/pack.json/scoring"]);
    let mut turned = BEIJING.content().structure["categories"].clone();
    turned.as_array_mut().expect("a list").reverse();
    let turned = change("/categories", turned);
    assert_eq!(turned.len(), 1);
    assert_eq!(turned[0].0, "order/categories");
    assert!(turned[0].2.starts_with("results, measurement"));
}

fn told_owned(changes: &[Change]) -> Vec<(String, String, String)> {
    told(changes)
        .into_iter()
        .map(|(place, old, new)| (place.into(), old.into(), new.into()))
        .collect()
}

#[test]
fn differences_tell_of_sources_languages_and_layout() {
    let places = |change: &dyn Fn(&mut PackContent)| {
        let mut changed = BEIJING.content().clone();
        change(&mut changed);
        differences(BEIJING.content(), &changed)
            .into_iter()
            .map(|change| change.place)
            .collect::<Vec<String>>()
    };
    let group = places(&|content| content.sources["figures"]["points"]["status"] = json!("published"));
    assert_eq!(group, ["source/points"]);
    let own = places(&|content| content.sources["figures"]["points/results.products"] = json!({ "source": "own-choice", "status": "assumed" }));
    assert_eq!(own, ["source/points/results.products"]);
    let same = places(&|content| content.sources["figures"]["points/results.products"] = content.sources["figures"]["points"].clone());
    assert_eq!(same, ["other/sources.json/points/results.products"]);
    let cited = places(&|content| content.sources["sources"].as_array_mut().expect("a list").push(json!("unused")));
    assert_eq!(cited, ["cited/unused"]);
    let language = places(&|content| content.texts.push(("fr".into(), json!({ "pack.name": "Prix" }))));
    assert_eq!(language, ["language/fr"]);
    let layout = places(&|content| {
        let texts = content.texts[0].1.as_object_mut().expect("texts");
        let (id, text) = texts.iter().next().map(|(id, text)| (id.clone(), text.clone())).expect("a text");
        texts.shift_remove(&id);
        texts.insert(id, text);
    });
    assert_eq!(layout, ["other/text.json"]);
}

#[test]
fn a_draft_that_is_no_draft_is_refused_with_its_faults() {
    for text in [
        "",
        "{",
        "[]",
        "{}",
        "{\"format\":\"award-kit.pack-file\"}",
        "{\"format\":\"award-kit.pack-draft\"}",
    ] {
        assert!(!Draft::read(text).expect_err("no draft").is_empty(), "{text}");
    }
    let cut = draft(&DEMO).write().replace("\"step\":5", "\"step\":\"five\"");
    assert!(Draft::read(&cut).is_err());
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut history = DraftHistory::new(draft(&BEIJING));
    for typed in [4, 45, 450] {
        history = history.after(&points("leadership.governance", typed)).expect("a change");
    }
    history = history.after(&points("strategy.development", 10)).expect("a change");
    let last = history.present().write();
    let once = history.undone().expect("a step back");
    let twice = once.undone().expect("a step back");
    assert_eq!(twice.present().write(), draft(&BEIJING).write());
    assert!(!twice.can_undo() && twice.can_redo());
    let again = twice.redone().and_then(|history| history.redone()).expect("two steps forward");
    assert_eq!(again.present().write(), last);
    assert!(!again.can_redo());
}
