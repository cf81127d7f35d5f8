//! The pages about criteria as an app of its own: what is there, one pack, adapting one, other criteria for an assessment.

use super::kit::{Kit, Notice};
use super::pages::{AdaptPage, CriteriaPage, PackPage, UnderPage};
use super::route::Route;
use super::shelf::Shelf;
use super::shell::notice_bar;
use super::store::Store;
use crate::browser::{page, settings};
use crate::language::Language;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CriteriaAppProps {
    pub language: Language,
}

#[component]
pub fn CriteriaApp(props: &CriteriaAppProps) -> Html {
    html! { <HashRouter><Frame language={props.language} /></HashRouter> }
}

#[component]
fn Frame(props: &CriteriaAppProps) -> Html {
    let shelf = use_memo((), |()| Shelf::default());
    let store = use_memo((), |()| Store::default());
    let library = use_state(|| shelf.library());
    let notice = use_state(|| None::<Notice>);
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    {
        let (shelf, library) = (shelf.clone(), library.setter());
        use_effect_with((), move |()| {
            shelf.listen(Callback::from(move |next| library.set(next)));
            shelf.want_all();
            shelf.start();
        });
    }
    let kit = Kit {
        pack: library.default_pack().expect("the built-in packs pass their checks, which is a test").clone(),
        library: Rc::clone(&library),
        shelf: Shelf::clone(&shelf),
        language: props.language,
        appearance: settings::appearance(),
        store: Store::clone(&store),
        set_language: use_callback((), |_, ()| {}),
        set_appearance: use_callback((), |_, ()| {}),
        notify: {
            let setter = notice.setter();
            use_callback((), move |notice, ()| setter.set(Some(notice)))
        },
    };
    let close = {
        let setter = notice.setter();
        Callback::from(move |_: MouseEvent| setter.set(None))
    };
    let words = kit.words();
    let (title, content) = match &route {
        Route::Criteria => (words.criteria_title.to_owned(), html! { <CriteriaPage /> }),
        Route::Pack { pack } => {
            let name = kit.library.by_key(pack).map(|pack| pack.words(kit.language.tag()).short());
            (
                name.unwrap_or(words.criteria_title).to_owned(),
                html! { <PackPage key={pack.clone()} address={pack.clone()} /> },
            )
        }
        Route::Adapt { draft } => (
            words.adapt_title.to_owned(),
            html! { <AdaptPage key={draft.clone()} address={draft.clone()} /> },
        ),
        Route::Under { id } => (words.under_title.to_owned(), html! { <UnderPage key={id.clone()} id={id.clone()} /> }),
        _ => return Html::default(),
    };
    page::set_title(&[title.as_str(), " · ", words.kit_name].concat());
    html! {
        <ContextProvider<Kit> context={kit.clone()}>
            { content }
            { notice_bar(&kit, notice.as_ref(), close) }
        </ContextProvider<Kit>>
    }
}
