//! A text field: what is typed reaches the document, whole and once, and the document never overwrites what is typed.

use crate::page::{at_once, change, composition, find, hide, next_turn_comes_after, place, read, rest, until, write};
use crate::store::{name, named, opened, pack};
use award_kit::assessment::{Action, Field, ProfileText, text};
use award_kit::browser::settings::Appearance;
use award_kit::language::Language;
use award_kit::ui::{KeptInput, Kit, Screen, Shelf, Snapshot, Store, TextField, Written};
use std::cell::Cell;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Longer than a field waits before it commits.
const LONG: i32 = 600;

#[derive(Properties, PartialEq, Clone)]
struct FormProps {
    store: Store,
    shelf: Shelf,
    lines: u8,
    /// What of the profile the field shows.
    #[prop_or(ProfileText::Name)]
    of: ProfileText,
    /// Something that is slow to draw stands beside the field.
    #[prop_or_default]
    slow: bool,
}

thread_local! {
    /// What the framework has told of last.
    static TOLD: Cell<Option<ProfileText>> = const { Cell::new(None) };
}

/// One field over the open assessment, as the organisation page has it.
#[component]
fn Form(props: &FormProps) -> Html {
    let snapshot = use_state(|| props.store.snapshot());
    {
        let (store, snapshot) = (props.store.clone(), snapshot.setter());
        use_effect_with((), move |()| store.listen(Callback::from(move |next: Option<Snapshot>| snapshot.set(next))));
    }
    let screen = Screen {
        language: Language::Zh,
        appearance: Appearance::Device,
        set_language: Callback::noop(),
        set_appearance: Callback::noop(),
        notify: Callback::noop(),
        notice: None,
        close_notice: Callback::noop(),
    };
    let kit = Kit::new(&screen, &props.shelf, &props.store, pack());
    let Some(open) = &*snapshot else { return Html::default() };
    let value = open.assessment.organisation.text(props.of).clone();
    html! {
        <ContextProvider<Kit> context={kit}>
            <TextField id="field" slot={Field::Profile(props.of)} {value} lines={props.lines} />
            if props.slow { <Slow of={props.of} /> }
        </ContextProvider<Kit>>
    }
}

#[derive(Properties, PartialEq)]
struct SlowProps {
    of: ProfileText,
}

/// Takes so long to draw that the framework lets events through before it tells of what has been drawn.
#[component]
fn Slow(props: &SlowProps) -> Html {
    use_effect_with(props.of, |of| TOLD.set(Some(*of)));
    let begun = js_sys::Date::now();
    while js_sys::Date::now() < begun + 40.0 {}
    Html::default()
}

struct Shown {
    store: Store,
    place: Element,
    field: HtmlElement,
    app: yew::AppHandle<Form>,
}

async fn shown(lines: u8) -> Shown {
    let (store, _) = opened().await;
    let place = place();
    let props = FormProps {
        store: store.clone(),
        shelf: Shelf::default(),
        lines,
        of: ProfileText::Name,
        slow: false,
    };
    let app = yew::Renderer::<Form>::with_root_and_props(place.clone(), props).render();
    until("the field is drawn", || place.query_selector("#field").is_ok_and(|field| field.is_some())).await;
    let field = find(&place, "#field");
    field.focus().expect("the field takes the focus");
    Shown { store, place, field, app }
}

impl Shown {
    /// Takes the field off the page.
    fn leave(self) -> Store {
        self.app.destroy();
        self.place.remove();
        self.store
    }
}

#[wasm_bindgen_test]
async fn one_line_is_an_input_and_more_are_a_text_area() {
    for (lines, tag) in [(1, "INPUT"), (4, "TEXTAREA")] {
        let shown = shown(lines).await;
        assert_eq!(shown.field.tag_name(), tag);
        shown.leave();
    }
}

#[wasm_bindgen_test]
async fn typing_is_committed_after_a_rest_without_leaving_the_field() {
    for lines in [1, 4] {
        let shown = shown(lines).await;
        for typed in ["质", "质量", "质量奖"] {
            write(&shown.field, typed, false);
        }
        assert_eq!(name(&shown.store), "");
        until("the text is committed", || name(&shown.store) == "质量奖").await;
        assert_eq!(read(&shown.field), "质量奖");
        shown.leave();
    }
}

#[wasm_bindgen_test]
async fn typing_without_a_rest_is_committed_all_the_same() {
    let shown = shown(4).await;
    let mut typed = String::new();
    for _ in 0..20 {
        typed.push('字');
        write(&shown.field, &typed, false);
        rest(60).await;
        assert_eq!(read(&shown.field), typed);
    }
    assert!(!name(&shown.store).is_empty(), "nothing is committed after more than a second of typing");
    until("all of it is committed", || name(&shown.store) == typed).await;
    shown.leave();
}

#[wasm_bindgen_test]
async fn leaving_the_field_commits_at_once() {
    let shown = shown(1).await;
    write(&shown.field, "typed", false);
    shown.field.blur().expect("the focus can go");
    assert_eq!(name(&shown.store), "typed");
    shown.leave();
}

#[wasm_bindgen_test]
async fn a_field_that_goes_commits_at_once() {
    for lines in [1, 4] {
        let shown = shown(lines).await;
        write(&shown.field, "typed", false);
        assert_eq!(name(&shown.leave()), "typed");
    }
}

#[wasm_bindgen_test]
async fn a_hidden_page_commits_at_once() {
    let shown = shown(4).await;
    write(&shown.field, "typed", false);
    hide(true);
    hide(false);
    assert_eq!(name(&shown.store), "typed");
    shown.leave();
}

#[wasm_bindgen_test]
async fn nothing_is_committed_while_an_input_method_composes() {
    for lines in [1, 4] {
        let shown = shown(lines).await;
        write(&shown.field, "前", false);
        composition(&shown.field, "start");
        for typed in ["前z", "前zhi", "前zhi liang"] {
            write(&shown.field, typed, true);
        }
        rest(LONG).await;
        assert_eq!(name(&shown.store), "");
        assert_eq!(read(&shown.field), "前zhi liang");
        write(&shown.field, "前质量", true);
        composition(&shown.field, "end");
        until("the word is committed", || name(&shown.store) == "前质量").await;
        assert_eq!(read(&shown.field), "前质量");
        shown.leave();
    }
}

#[wasm_bindgen_test]
async fn a_change_of_the_document_does_not_disturb_a_composition() {
    let shown = shown(4).await;
    composition(&shown.field, "start");
    write(&shown.field, "zhi", true);
    shown.store.dispatch(Action::ReferencePoints(Some(50)));
    shown.store.dispatch(named("from elsewhere"));
    rest(LONG).await;
    assert_eq!(read(&shown.field), "zhi");
    write(&shown.field, "质", true);
    composition(&shown.field, "end");
    until("the word is committed", || name(&shown.store) == "质").await;
    shown.leave();
}

#[wasm_bindgen_test]
async fn leaving_the_field_in_the_middle_of_a_composition_commits_what_it_shows() {
    let shown = shown(1).await;
    composition(&shown.field, "start");
    write(&shown.field, "zhi liang", true);
    shown.field.blur().expect("the focus can go");
    assert_eq!(name(&shown.store), "zhi liang");
    shown.leave();
}

#[wasm_bindgen_test]
async fn words_composed_one_after_the_other_stand_there_once() {
    let shown = shown(4).await;
    let mut whole = String::new();
    for word in ["质", "量", "管", "理", "体", "系"] {
        composition(&shown.field, "start");
        write(&shown.field, &format!("{whole}x"), true);
        whole.push_str(word);
        write(&shown.field, &whole, true);
        composition(&shown.field, "end");
        rest(120).await;
        assert_eq!(read(&shown.field), whole);
    }
    until("all words are committed", || name(&shown.store) == whole).await;
    assert_eq!(read(&shown.field), whole);
    shown.leave();
}

#[wasm_bindgen_test]
async fn the_document_does_not_overwrite_what_is_being_typed() {
    let shown = shown(1).await;
    write(&shown.field, "typed", false);
    shown.store.dispatch(named("from elsewhere"));
    rest(0).await;
    assert_eq!(read(&shown.field), "typed");
    until("what was typed is committed", || name(&shown.store) == "typed").await;
    assert_eq!(read(&shown.field), "typed");
    shown.leave();
}

#[wasm_bindgen_test]
async fn a_change_of_the_document_is_shown_where_nothing_is_typed() {
    for lines in [1, 4] {
        let shown = shown(lines).await;
        shown.store.dispatch(named("from elsewhere"));
        until("the new value is shown", || read(&shown.field) == "from elsewhere").await;
        write(&shown.field, "typed", false);
        shown.field.blur().expect("the focus can go");
        shown.store.undo();
        until("undo is shown", || read(&shown.field) != "typed").await;
        shown.leave();
    }
}

#[wasm_bindgen_test]
async fn strange_characters_reach_the_document_as_they_are() {
    let shown = shown(4).await;
    let strange = "tab\tline\n\u{1}\u{202e}rtl\u{202c} e\u{301} 😀👩‍👩‍👧 <b>&amp;";
    write(&shown.field, strange, false);
    shown.field.blur().expect("the focus can go");
    assert_eq!(name(&shown.store), strange);
    shown.leave();
}

#[wasm_bindgen_test]
async fn a_field_emptied_is_empty_in_the_document() {
    let shown = shown(1).await;
    shown.store.dispatch(Action::Profile(ProfileText::Name, text("there")));
    until("the value is shown", || read(&shown.field) == "there").await;
    write(&shown.field, "", false);
    until("the emptiness is committed", || name(&shown.store).is_empty()).await;
    shown.leave();
}

/// A form that is slow to draw over two texts of the profile that are there.
async fn slow_form(lines: u8) -> (FormProps, Element, yew::AppHandle<Form>) {
    let (store, _) = opened().await;
    store.dispatch(named("the name"));
    store.dispatch(Action::Profile(ProfileText::Challenges, text("the challenges")));
    TOLD.set(None);
    let props = FormProps {
        store,
        shelf: Shelf::default(),
        lines,
        of: ProfileText::Name,
        slow: true,
    };
    let place = place();
    let app = yew::Renderer::<Form>::with_root_and_props(place.clone(), props.clone()).render();
    at_once("the field is drawn", || place.query_selector("#field").is_ok_and(|field| field.is_some())).await;
    (props, place, app)
}

fn of(props: &FormProps, text: ProfileText) -> String {
    let open = props.store.snapshot().expect("an assessment is open");
    open.assessment.organisation.text(text).to_string()
}

#[wasm_bindgen_test]
async fn a_field_shows_what_there_is_before_the_framework_tells_of_it() {
    for lines in [1, 4] {
        let (props, place, app) = slow_form(lines).await;
        assert_eq!(TOLD.get(), None, "the framework has told of it already");
        let field = find(&place, "#field");
        assert_eq!(read(&field), "the name");
        write(&field, "the name, and more", false);
        until("what was typed is committed", || name(&props.store) == "the name, and more").await;
        assert_eq!(read(&field), "the name, and more");
        app.destroy();
        place.remove();
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_into_a_field_that_was_another_one_a_moment_ago_is_of_that_one_alone() {
    for lines in [1, 4] {
        let (mut props, place, mut app) = slow_form(lines).await;
        until("the framework has told of it", || TOLD.get() == Some(ProfileText::Name)).await;
        // And of all else.
        rest(50).await;
        // Begun here and not committed when the other one comes.
        write(&find(&place, "#field"), "the name, and more", false);
        props.of = ProfileText::Challenges;
        app.update(props.clone());
        at_once("the other one is drawn", || read(&find(&place, "#field")) == "the challenges").await;
        assert_eq!(TOLD.get(), Some(ProfileText::Name), "the framework has told of it already");
        write(&find(&place, "#field"), "the challenges, and more", false);
        until("both are committed", || of(&props, ProfileText::Challenges) == "the challenges, and more").await;
        assert_eq!(name(&props.store), "the name, and more");
        assert_eq!(read(&find(&place, "#field")), "the challenges, and more");
        app.destroy();
        place.remove();
    }
}

thread_local! {
    /// The day that the form keeps.
    static DAY: Cell<u32> = const { Cell::new(0) };
}

/// A day of February that is kept as soon as the field tells it, on a page that is slow to draw.
#[component]
fn Day() -> Html {
    let day = use_state(|| 1_u32);
    let onchange = {
        let day = day.clone();
        Callback::from(move |event: Event| {
            let written = read(&event.target_unchecked_into::<Element>());
            let told = written.rsplit('-').next().and_then(|day| day.parse().ok()).unwrap_or(0);
            DAY.set(told);
            day.set(told);
        })
    };
    let begun = js_sys::Date::now();
    while js_sys::Date::now() < begun + 40.0 {}
    html! { <KeptInput id="day" written={Written::Day} value={format!("2019-02-{:02}", *day)} {onchange} /> }
}

#[wasm_bindgen_test]
async fn a_day_written_right_after_another_one_was_kept_is_not_lost() {
    let place = place();
    let app = yew::Renderer::<Day>::with_root(place.clone()).render();
    until("the field is drawn", || place.query_selector("#day").is_ok_and(|field| field.is_some())).await;
    rest(100).await;
    let field = find(&place, "#day");
    let usual = next_turn_comes_after(200);
    change(&field, "2019-02-27");
    until("the first day is kept", || DAY.get() == 27).await;
    change(&field, "2019-02-28");
    until("the second day is kept", || DAY.get() == 28).await;
    usual.call0(&usual).expect("it becomes as usual");
    assert_eq!(read(&field), "2019-02-28");
    app.destroy();
    place.remove();
}
