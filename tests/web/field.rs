//! A text field: what is typed reaches the document, whole and once, and the document never overwrites what is typed.

use crate::page::{composition, find, hide, place, read, rest, until, write};
use crate::store::{name, named, opened, pack};
use award_kit::assessment::{Action, Field, ProfileText, text};
use award_kit::browser::settings::Appearance;
use award_kit::language::Language;
use award_kit::ui::{Kit, Screen, Shelf, Snapshot, Store, TextField};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Longer than a field waits before it commits.
const LONG: i32 = 600;

#[derive(Properties, PartialEq)]
struct FormProps {
    store: Store,
    shelf: Shelf,
    lines: u8,
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
    let value = open.assessment.organisation.text(ProfileText::Name).clone();
    html! {
        <ContextProvider<Kit> context={kit}>
            <TextField id="field" slot={Field::Profile(ProfileText::Name)} {value} lines={props.lines} />
        </ContextProvider<Kit>>
    }
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
