//! What the tests are made from: the built-in packs, dates and ratings in short form, and arbitrary assessments.

use award_kit::assessment::{Action, Answer, Assessment, Division, ItemChange, LegalStatus, Percent, ProfileText, Quantity};
use award_kit::assessment::{ActionChange, ActionText, ImprovementAction, ImprovementChange, Progress, Size, StageChange};
use award_kit::assessment::{Confidentiality, EntryText, EvidenceEntry, EvidenceFile, EvidenceKind, RegisterChange};
use award_kit::assessment::{Fact, FigureChange, FigureSlot, FigureText, Goal, Origin, OwnChange, OwnIndicator, OwnText, Whose, Window};
use award_kit::assessment::{Identity, IncidentChange, IncidentKind, IncidentText, UnitChange, UnitText};
use award_kit::assessment::{Note, NoteChange, NotePlace};
use award_kit::assessment::{SelfCheckAnswer, Text, text};
use award_kit::criteria::{Aim, IndicatorSlot, InputSlot, Kind};
use award_kit::criteria::{ConditionSlot, EditionSlot, ItemSlot, Pack, SelfCheckSlot, built_in};
use award_kit::date::Date;
use award_kit::date::parse_date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::rc::Rc;
use std::sync::LazyLock;

pub static BEIJING: LazyLock<Pack> = LazyLock::new(|| built_in("beijing-2016").expect("beijing-2016 loads"));
pub static NATIONAL: LazyLock<Pack> = LazyLock::new(|| built_in("gbt-19580-2012").expect("gbt-19580-2012 loads"));
pub static DEMO: LazyLock<Pack> = LazyLock::new(|| built_in("demo-mini").expect("demo-mini loads"));

/// What is added takes this name, or one that follows from it.
pub const NEW: Identity = Identity::from_bits(0);

/// A few dozen cases: enough for these laws, and quick; as many as `PROPTEST_CASES` says where it is set. Failures are
/// printed, not kept in files.
pub fn cases(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|asked| asked.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

pub fn day(written: &str) -> Date {
    parse_date(written).unwrap_or_else(|| panic!("{written} is a day"))
}

/// A rating in steps of 5, which both packs have.
pub fn percent(value: u8) -> Percent {
    Percent::new(value, 5).unwrap_or_else(|| panic!("{value} is a rating"))
}

pub fn slot(pack: &Pack, item: &str) -> ItemSlot {
    pack.item_slot(item).unwrap_or_else(|| panic!("{item} is an item"))
}

/// A blank assessment after some actions.
pub fn after<'a>(pack: &Pack, actions: impl IntoIterator<Item = &'a Action>) -> Assessment {
    actions.into_iter().fold(Assessment::blank(pack), |before, action| action.apply(&before))
}

/// With the ids that a kit which counts gave: `own-1`, `action-1`, `incident-1`, `unit-1`, and numbers as the keys of evidence. Notes came
/// later and never counted.
pub fn counted(mut assessment: Assessment) -> Assessment {
    for (at, own) in Rc::make_mut(&mut assessment.figures).own.iter_mut().enumerate() {
        Rc::make_mut(own).id = text(format!("own-{}", at + 1));
    }
    for (at, action) in Rc::make_mut(&mut assessment.improvement).actions.iter_mut().enumerate() {
        Rc::make_mut(action).id = text(format!("action-{}", at + 1));
    }
    for (at, incident) in Rc::make_mut(&mut assessment.road).incidents.iter_mut().enumerate() {
        Rc::make_mut(incident).id = text(format!("incident-{}", at + 1));
    }
    for (at, unit) in Rc::make_mut(&mut assessment.organisation).units.iter_mut().enumerate() {
        Rc::make_mut(unit).id = text(format!("unit-{}", at + 1));
    }
    for entry in &mut Rc::make_mut(&mut assessment.evidence).entries {
        let entry = Rc::make_mut(entry);
        entry.key = entry.number.clone();
    }
    assessment
}

/// An assessment with one rating for each item, in the order of the pack.
pub fn rated(pack: &Pack, ratings: &[Option<u8>]) -> Assessment {
    assert_eq!(ratings.len(), pack.items().len());
    let mut assessment = Assessment::blank(pack);
    for (item, rating) in assessment.items.iter_mut().zip(ratings) {
        Rc::make_mut(item).percent = rating.map(percent);
    }
    assessment
}

/// One rating, or none, for every item of a pack.
pub fn ratings(pack: &'static Pack) -> impl Strategy<Value = Vec<Option<u8>>> {
    vec(option::of((0..=20_u8).prop_map(|steps| steps * 5)), pack.items().len())
}

/// Texts that have broken programs: emoji of several code points, marks of writing direction, control characters,
/// a byte-order mark, line separators, decomposed letters, quotation marks and escapes.
pub const AWKWARD: &[&str] = &[
    "",
    " ",
    "\u{0}",
    "\u{1b}[31m\u{7}\u{7f}",
    "一\r\n二\n三\r四\t五",
    "👩‍🏭👨‍👩‍👧‍👦🇨🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "\u{202e}右至左\u{202c}\u{200f}\u{2066}a\u{2069}",
    "\u{feff}质量",
    "\u{2028}\u{2029}\u{85}",
    "e\u{301}\u{300}\u{200d}",
    "\"\\/\\u0000</script>&amp;",
    "=1+1",
    "𠮷\u{10ffff}\u{e000}\u{fffe}",
    "null",
];

pub fn writing() -> impl Strategy<Value = Text> {
    let anything = vec(any::<char>(), 0..24).prop_map(|characters| characters.into_iter().collect::<String>());
    let awkward = select(AWKWARD).prop_map(String::from);
    prop_oneof![
        anything.clone(),
        awkward.clone(),
        (awkward, anything).prop_map(|(first, second)| first + &second)
    ]
    .prop_map(text)
}

/// Any day a file can hold: years 1 to 9999.
pub fn days() -> impl Strategy<Value = Date> {
    (1..=3_652_059_i32).prop_map(|day| Date::from_num_days_from_ce_opt(day).expect("a day of the calendar"))
}

/// Days between 2005 and 2020, where the rules bite.
pub fn recent_days() -> impl Strategy<Value = Date> {
    (731_946..=737_790_i32).prop_map(|day| Date::from_num_days_from_ce_opt(day).expect("a day of the calendar"))
}

pub fn places() -> impl Strategy<Value = Division> {
    (100_000..=999_999_u32).prop_map(|code| Division::parse(&code.to_string()).expect("six digits"))
}

fn position(length: usize) -> impl Strategy<Value = usize> + Clone {
    0..length
}

fn item_changes(pack: &'static Pack) -> impl Strategy<Value = Action> {
    position(pack.items().len()).prop_flat_map(move |at| {
        let item = ItemSlot(at);
        let rubric = pack.rubric_of(item);
        let factor = position(rubric.factors.len());
        let scope = position(pack.item(item).prompts.len() + 1);
        let step = pack.structure().scoring.step;
        let change = prop_oneof![
            3 => (scope, factor.clone(), writing()).prop_map(|(scope, factor, text)| ItemChange::Answer { scope, factor, text }),
            1 => writing().prop_map(ItemChange::Strengths),
            1 => writing().prop_map(ItemChange::Opportunities),
            1 => writing().prop_map(ItemChange::Remark),
            2 => writing().prop_map(ItemChange::AddEvidence),
            1 => references().prop_map(ItemChange::AddEvidence),
            1 => (0..4_usize).prop_map(ItemChange::RemoveEvidence),
            2 => (factor, option::of(position(rubric.bands.len()))).prop_map(|(factor, band)| ItemChange::Band { factor, band }),
            2 => (select(&["method", "since", "owner", "other"][..]), option::of(facts())).prop_map(|(id, fact)| ItemChange::Fact(text(id), fact)),
            2 => option::of(0..=100 / step).prop_map(move |steps| ItemChange::Percent(steps.and_then(|steps| Percent::new(steps * step, step)))),
        ];
        change.prop_map(move |change| Action::Item(item, change))
    })
}

/// Any answer of the interview, sensible or not.
fn facts() -> impl Strategy<Value = Fact> {
    prop_oneof![
        2 => writing().prop_map(Fact::Word),
        2 => prop_oneof![any::<i64>(), 1990..2030_i64].prop_map(Fact::Number),
        2 => vec(writing(), 0..3).prop_map(Fact::Words),
        1 => Just(Fact::Word(text(Fact::NONE))),
    ]
}

/// Any number a cell can hold: whole and broken ones, small and large.
fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![(-1000..1000_i32).prop_map(f64::from), any::<f64>(), -1e6..1e6_f64]
}

fn goals() -> impl Strategy<Value = Option<Goal>> {
    prop_oneof![
        Just(None),
        numbers().prop_map(|value| Some(Goal::Value(value))),
        (numbers(), numbers()).prop_map(|(low, high)| Goal::within(low, high))
    ]
}

/// Identities as two places draw them.
fn drawn() -> impl Strategy<Value = Identity> {
    any::<u64>().prop_map(Identity::from_bits)
}

/// Ids an entry brings: mostly none, those of kits that counted, which two places give alike, and anything else.
fn ids(stem: &'static str) -> impl Strategy<Value = Text> {
    prop_oneof![
        3 => Just(text("")),
        2 => (1..4_u8).prop_map(move |count| text(format!("{stem}{count}"))),
        1 => writing(),
    ]
}

/// Any change of figures: of the catalogue, where the pack has one, and of one's own.
fn figure_actions(pack: &'static Pack) -> BoxedStrategy<Action> {
    let own = (0..3_usize).prop_map(FigureSlot::Own);
    let slot = match pack.indicators().len() {
        0 => own.boxed(),
        count => prop_oneof![3 => (0..count).prop_map(|at| FigureSlot::Catalogue(IndicatorSlot(at))), 1 => own].boxed(),
    };
    let year = || 2010..2020_i32;
    let change = prop_oneof![
        3 => (year(), option::of(numbers())).prop_map(|(year, value)| FigureChange::Value { year, value }),
        1 => any::<bool>().prop_map(FigureChange::Computed),
        1 => goals().prop_map(FigureChange::Target),
        1 => option::of(select(&Whose::ALL[..])).prop_map(FigureChange::BenchmarkWhose),
        1 => (year(), option::of(numbers())).prop_map(|(year, value)| FigureChange::BenchmarkValue { year, value }),
        1 => option::of((any::<u32>(), any::<u32>())).prop_map(FigureChange::Rank),
        1 => (select(&Origin::ALL[..]), any::<bool>()).prop_map(|(origin, on)| FigureChange::Origin(origin, on)),
        1 => option::of(numbers()).prop_map(FigureChange::Projected),
        1 => (year(), writing()).prop_map(|(year, text)| FigureChange::Text(FigureText::Gap(year), text)),
        1 => writing().prop_map(|text| FigureChange::Text(FigureText::BenchmarkName, text)),
        1 => writing().prop_map(|text| FigureChange::Text(FigureText::Evidence, text)),
    ];
    let own_change = prop_oneof![
        (writing(), writing()).prop_map(|(item, area)| OwnChange::Place(item, area)),
        select(&Aim::ALL[..]).prop_map(OwnChange::Direction),
        any::<u8>().prop_map(OwnChange::Decimals),
        (option::of(numbers()), option::of(numbers())).prop_map(|(low, high)| OwnChange::Bounds(low, high)),
        writing().prop_map(|text| OwnChange::Text(OwnText::Name, text)),
    ];
    let single = prop_oneof![
        6 => (slot, change).prop_map(|(slot, change)| Action::Figure(slot, change)),
        1 => option::of((1990..2100_i32, any::<u8>())).prop_map(|years| Action::Years(years.and_then(|(first, count)| Window::new(first, count)))),
        1 => (drawn(), ids("own-"), writing()).prop_map(|(drawn, id, name)| Action::AddOwn(drawn, Rc::new(OwnIndicator { id, name, ..OwnIndicator::default() }))),
        1 => (0..3_usize, own_change).prop_map(|(at, change)| Action::Own(at, change)),
        1 => (0..3_usize).prop_map(Action::RemoveOwn),
    ];
    let single = match pack.inputs().len() {
        0 => single.boxed(),
        count => {
            let input = (0..count, year(), option::of(numbers()));
            prop_oneof![4 => single, 1 => input.prop_map(|(at, year, value)| Action::Input { input: InputSlot(at), year, value })].boxed()
        }
    };
    prop_oneof![5 => single.clone(), 1 => vec(single, 0..4).prop_map(Action::Several)].boxed()
}

/// Numbers an entry may be asked to have: some that are none, and few enough to meet.
pub fn numbers_of_evidence() -> impl Strategy<Value = Text> {
    prop_oneof![
        8 => (0..12_u32).prop_map(|count| text(format!("E{count:02}"))),
        2 => select(&["E-01", "附件3", "A", "12", "", "E 1", "Q.7", "E1\u{202e}"][..]).prop_map(text),
    ]
}

/// Any file an entry may name.
pub fn attached_files() -> impl Strategy<Value = EvidenceFile> {
    (writing(), any::<u64>(), writing(), 0..4_u8).prop_map(|(name, size, media_type, content)| EvidenceFile {
        name,
        size,
        media_type,
        sha256: text(format!("{content:064x}")),
    })
}

/// Any change of the evidence register.
pub fn register_changes() -> impl Strategy<Value = RegisterChange> {
    let at = || 0..6_usize;
    let key = prop_oneof![2 => Just(text("")), 1 => numbers_of_evidence()];
    let entry = (drawn(), key, numbers_of_evidence(), writing(), option::of(attached_files()));
    let fields = [EntryText::Title, EntryText::Owner, EntryText::Place];
    prop_oneof![
        6 => entry.prop_map(|(drawn, key, number, title, file)| RegisterChange::Add(drawn, Rc::new(EvidenceEntry { key, number, title, file, ..EvidenceEntry::default() }))),
        3 => (at(), select(fields.to_vec()), writing()).prop_map(|(at, field, text)| RegisterChange::Text(at, field, text)),
        1 => (at(), select(EvidenceKind::ALL)).prop_map(|(at, kind)| RegisterChange::Kind(at, kind)),
        1 => (at(), option::of(days())).prop_map(|(at, day)| RegisterChange::Date(at, day)),
        1 => (at(), option::of(days())).prop_map(|(at, day)| RegisterChange::ValidUntil(at, day)),
        1 => (at(), select(Confidentiality::ALL.to_vec())).prop_map(|(at, known)| RegisterChange::Confidentiality(at, known)),
        1 => (at(), option::of(attached_files())).prop_map(|(at, file)| RegisterChange::File(at, file)),
        3 => (at(), numbers_of_evidence()).prop_map(|(at, number)| RegisterChange::Renumber(at, number)),
        2 => at().prop_map(RegisterChange::Remove),
    ]
}

/// A reference that may name entries.
pub fn references() -> impl Strategy<Value = Text> {
    (vec(
        prop_oneof![writing(), numbers_of_evidence(), Just(text(" ")), Just(text("见")), Just(text("、"))],
        0..6,
    ))
    .prop_map(|parts| text(parts.concat()))
}

/// Any change of the improvement plan.
fn improvement_actions(pack: &'static Pack) -> impl Strategy<Value = Action> {
    let step = pack.structure().scoring.step;
    let items: Vec<Text> = pack.items().map(|(_, item)| text(&item.id)).collect();
    let item = || prop_oneof![4 => select(items.clone()), 1 => writing()];
    let change = prop_oneof![
        item().prop_map(ActionChange::Item),
        option::of(days()).prop_map(ActionChange::Start),
        option::of(recent_days()).prop_map(ActionChange::Due),
        select(&Progress::ALL[..]).prop_map(ActionChange::Progress),
        option::of(any::<u32>()).prop_map(ActionChange::Days),
        option::of(select(&Size::ALL[..])).prop_map(ActionChange::Size),
        option::of(any::<u8>()).prop_map(ActionChange::Gain),
        writing().prop_map(|text| ActionChange::Text(ActionText::Title, text)),
        writing().prop_map(|text| ActionChange::Text(ActionText::Owner, text)),
        writing().prop_map(|text| ActionChange::Text(ActionText::Note, text)),
    ];
    let target = (position(pack.items().len()), option::of(0..=100 / step));
    prop_oneof![
        2 => (drawn(), ids("action-"), writing(), item()).prop_map(|(drawn, id, title, item)| ImprovementChange::Add(drawn, Rc::new(ImprovementAction { id, title, item, ..ImprovementAction::default() }))),
        4 => (0..3_usize, change).prop_map(|(at, change)| ImprovementChange::Change(at, change)),
        1 => (0..3_usize).prop_map(ImprovementChange::Remove),
        1 => target.prop_map(move |(at, steps)| ImprovementChange::Target(ItemSlot(at), steps.and_then(|steps| Percent::new(steps * step, step)))),
    ]
    .prop_map(Action::Improve)
}

/// Any change of a stage of the road.
fn stage_actions(pack: &'static Pack) -> impl Strategy<Value = Action> {
    let change = prop_oneof![
        option::of(days()).prop_map(StageChange::Day),
        any::<bool>().prop_map(StageChange::Done),
        writing().prop_map(StageChange::Note),
    ];
    (0..pack.structure().stages.len() + 1, change).prop_map(|(at, change)| Action::Stage(at, change))
}

/// Any change of the incident log.
fn incident_actions() -> impl Strategy<Value = Action> {
    let at = || 0..3_usize;
    prop_oneof![
        2 => (drawn(), option::of(days())).prop_map(|(drawn, day)| IncidentChange::Add(drawn, day)),
        1 => at().prop_map(IncidentChange::Remove),
        1 => (at(), option::of(days())).prop_map(|(at, day)| IncidentChange::Day(at, day)),
        1 => (at(), option::of(select(&IncidentKind::ALL[..]))).prop_map(|(at, kind)| IncidentChange::Kind(at, kind)),
        1 => (at(), option::of(any::<bool>())).prop_map(|(at, reported)| IncidentChange::Reported(at, reported)),
        1 => (at(), writing()).prop_map(|(at, text)| IncidentChange::Text(at, IncidentText::What, text)),
        1 => (at(), writing()).prop_map(|(at, text)| IncidentChange::Text(at, IncidentText::Note, text)),
    ]
    .prop_map(Action::Incident)
}

/// A rule of the red pen turned off or on, also one that no kit has yet.
fn rule_actions() -> impl Strategy<Value = Action> {
    let code = prop_oneof![3 => select(&["long_sentence", "two_values", "zz_newer"][..]).prop_map(text), 1 => writing()];
    (code, option::of(writing())).prop_map(|(code, reason)| Action::RuleOff(code, reason))
}

/// Any change of the controlled units.
fn unit_actions() -> impl Strategy<Value = Action> {
    let at = || 0..3_usize;
    prop_oneof![
        2 => drawn().prop_map(UnitChange::Add),
        1 => at().prop_map(UnitChange::Remove),
        1 => (at(), option::of(any::<bool>())).prop_map(|(at, in_scope)| UnitChange::InScope(at, in_scope)),
        3 => (at(), select(&UnitText::ALL[..]), writing()).prop_map(|(at, field, text)| UnitChange::Text(at, field, text)),
    ]
    .prop_map(Action::Unit)
}

/// Whatever a note can be about, also what the pack does not have.
pub fn note_places(pack: &'static Pack) -> impl Strategy<Value = NotePlace> {
    let items: Vec<Text> = pack.items().map(|(_, item)| text(&item.id)).chain([text("practice.gone")]).collect();
    let prompts = pack.items().flat_map(|(_, item)| &item.prompts).map(|prompt| text(&prompt.id));
    let prompts: Vec<Text> = prompts.chain([text(""), text("gone/~")]).collect();
    let factors = pack.items().flat_map(|(slot, _)| &pack.rubric_of(slot).factors).map(|factor| text(&factor.id));
    let factors: Vec<Text> = factors.collect();
    let indicators = pack.indicators().map(|(_, indicator)| text(&indicator.id));
    let indicators: Vec<Text> = indicators.chain([text("gone")]).collect();
    let item = || select(items.clone());
    let indicator = prop_oneof![3 => (select(indicators), Just(false)), 1 => ((1..4_u8).prop_map(|count| text(format!("own-{count}"))), Just(true))];
    prop_oneof![
        item().prop_map(NotePlace::Item),
        (item(), select(prompts), select(factors)).prop_map(|(item, prompt, factor)| NotePlace::Answer { item, prompt, factor }),
        item().prop_map(NotePlace::Strengths),
        item().prop_map(NotePlace::Opportunities),
        item().prop_map(NotePlace::Remark),
        (indicator, option::of(2010..2020_i32)).prop_map(|((indicator, own), year)| NotePlace::Figure { indicator, own, year }),
    ]
}

/// Any note that somebody writes.
pub fn notes(pack: &'static Pack) -> impl Strategy<Value = Note> {
    (note_places(pack), writing(), option::of(days()), writing(), any::<bool>()).prop_map(|(place, author, day, words, done)| Note {
        id: text(""),
        place,
        author,
        day,
        text: words,
        done,
    })
}

/// Any change of the notes.
fn note_actions(pack: &'static Pack) -> impl Strategy<Value = Action> {
    let at = || 0..3_usize;
    prop_oneof![
        3 => (drawn(), notes(pack)).prop_map(|(drawn, note)| NoteChange::Add(drawn, Rc::new(note))),
        2 => (at(), writing()).prop_map(|(at, text)| NoteChange::Text(at, text)),
        2 => (at(), any::<bool>()).prop_map(|(at, done)| NoteChange::Done(at, done)),
        1 => at().prop_map(NoteChange::Remove),
    ]
    .prop_map(Action::Note)
}

/// Any action that a person can take in an assessment of a pack.
pub fn actions(pack: &'static Pack) -> impl Strategy<Value = Action> {
    let rules = &pack.structure().eligibility;
    let condition = (0..rules.conditions.len()).prop_map(ConditionSlot);
    let check = (0..rules.self_checks.len()).prop_map(SelfCheckSlot);
    prop_oneof![
        3 => (select(ProfileText::ALL), writing()).prop_map(|(field, text)| Action::Profile(field, text)),
        1 => option::of(select(&[Kind::Manufacturing, Kind::Service, Kind::PublicWelfare][..])).prop_map(Action::Kind),
        1 => option::of(select(&LEGAL_STATUSES[..])).prop_map(Action::LegalStatus),
        1 => option::of(days()).prop_map(Action::RegistrationDate),
        1 => option::of(places()).prop_map(Action::RegistrationPlace),
        1 => option::of(writing()).prop_map(Action::Sector),
        1 => (select(&[Quantity::Staff, Quantity::Revenue, Quantity::Assets][..]), option::of(any::<u64>())).prop_map(|(quantity, value)| Action::Quantity(quantity, value)),
        1 => (0..rules.editions.len()).prop_map(|at| Action::Edition(EditionSlot(at))),
        1 => option::of(days()).prop_map(Action::ApplicationDate),
        1 => (condition.clone(), select(&ANSWERS[..])).prop_map(|(slot, answer)| Action::Condition(slot, answer)),
        1 => (condition, writing()).prop_map(|(slot, text)| Action::ConditionEvidence(slot, text)),
        1 => (check.clone(), select(&SELF_CHECK_ANSWERS[..])).prop_map(|(slot, answer)| Action::SelfCheck(slot, answer)),
        1 => (check, writing()).prop_map(|(slot, text)| Action::SelfCheckNote(slot, text)),
        1 => option::of(any::<u32>()).prop_map(Action::ReferencePoints),
        12 => item_changes(pack),
        12 => figure_actions(pack),
        6 => register_changes().prop_map(Action::Register),
        6 => improvement_actions(pack),
        2 => stage_actions(pack),
        2 => incident_actions(),
        2 => unit_actions(),
        1 => rule_actions(),
        3 => note_actions(pack),
    ]
}

pub const LEGAL_STATUSES: [LegalStatus; 3] = [LegalStatus::LegalPerson, LegalStatus::UnitOfLegalPerson, LegalStatus::NotLegalPerson];
pub const ANSWERS: [Answer; 3] = [Answer::Undecided, Answer::Met, Answer::NotMet];
pub const SELF_CHECK_ANSWERS: [SelfCheckAnswer; 3] = [SelfCheckAnswer::Unanswered, SelfCheckAnswer::Clear, SelfCheckAnswer::Applies];

/// Any assessment a person can arrive at.
pub fn assessments(pack: &'static Pack) -> impl Strategy<Value = Assessment> {
    (vec(actions(pack), 0..40), any::<bool>()).prop_map(|(actions, fictional)| {
        let mut assessment = after(pack, &actions);
        assessment.fictional = fictional;
        assessment
    })
}
