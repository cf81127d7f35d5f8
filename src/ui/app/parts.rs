//! The parts of the kit: code that is no part of the first download, loaded when a page of it is asked for.
//!
//! Which page lies in which part is the table of [`Route`](crate::ui::route::Route). A part is a function that gives
//! what lies in it; `wasm_split` cuts the program there (feature `split`), and without that feature everything is there
//! from the beginning. Memory, context and thread-locals are those of the one program.

use crate::browser::{parts, styles};
use crate::criteria::Kind;
use crate::ui::kit::Kit;
use crate::ui::route::Route;
use crate::ui::screen::Screen;
use crate::ui::store::Snapshot;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// A group of pages that comes at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Home and settings: the first download.
    First,
    /// The frame around all other pages, and those an application is written with day by day.
    Assessment,
    /// Figures, evidence, and the work around them.
    Figures,
    /// The draft submission, and two assessments side by side.
    Documents,
    /// The panel, and what assessors do.
    Panel,
    /// What the criteria say, adapting them, going over to others.
    Criteria,
}

impl Part {
    /// Its name in the files of the built page.
    pub fn name(self) -> &'static str {
        match self {
            Part::First => "first",
            Part::Assessment => "assessment",
            Part::Figures => "figures",
            Part::Documents => "documents",
            Part::Panel => "panel",
            Part::Criteria => "criteria",
        }
    }
}

/// What lies in [`Part::Assessment`].
pub struct Workspace {
    /// The frame with the page of an address.
    pub frame: fn(&Route) -> Html,
    /// Takes in something the user asked for on the home page, and goes to it.
    pub arrive: fn(Arrival, &Screen),
    /// Lets go of the open assessment, and calls back once everything is kept.
    pub leave: fn(Callback<()>),
    /// Forgets the open assessment, because everything was erased.
    pub forget: fn(),
}

/// What can be asked for on the home page.
pub enum Arrival {
    Blank,
    File(File),
    Sample(Kind),
    /// The backup file of an assessment by its id.
    Backup(String),
}

/// What lies in a part of pages.
pub struct Pages {
    /// The page of an address; none where it is not of this part or not there.
    pub draw: fn(&Route, Option<&Snapshot>, &Kit) -> Option<Html>,
    /// The frame they are drawn in, which therefore is no second time in their part.
    pub frame: &'static Workspace,
}

/// That a part could not be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Missing {
        Missing
    }
}

#[derive(Clone, Copy)]
enum Content {
    Workspace(&'static Workspace),
    Pages(&'static Pages),
}

thread_local! {
    static THERE: RefCell<Vec<(Part, Content)>> = const { RefCell::new(Vec::new()) };
}

/// The functions at which the program is cut, and the one that calls them.
macro_rules! parts {
    ($($part:ident: $name:ident gives $content:ident of $there:expr;)+) => {
        $(#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($name, fallible))]
        fn $name() -> Result<&'static $content, Missing> {
            Ok(&$there)
        })+

        async fn content(part: Part) -> Result<Content, Missing> {
            match part {
                $(Part::$part => {
                    #[cfg(feature = "split")]
                    let content = $name().await?;
                    #[cfg(not(feature = "split"))]
                    let content = $name()?;
                    Ok(Content::$content(content))
                })+
                Part::First => Err(Missing),
            }
        }
    };
}

parts! {
    Assessment: assessment gives Workspace of crate::ui::frame::WORKSPACE;
    Figures: figures gives Pages of crate::ui::frame::FIGURES;
    Documents: documents gives Pages of crate::ui::frame::DOCUMENTS;
    Panel: panel gives Pages of crate::ui::frame::PANEL;
    Criteria: criteria gives Pages of crate::ui::frame::CRITERIA;
}

fn there(part: Part) -> Option<Content> {
    THERE.with_borrow(|there| there.iter().find(|(other, _)| *other == part).map(|(_, content)| *content))
}

/// The frame, once it is there.
pub fn workspace() -> Option<&'static Workspace> {
    match there(Part::Assessment)? {
        Content::Workspace(workspace) => Some(workspace),
        Content::Pages(_) => None,
    }
}

/// The pages of a part, once they are there.
pub fn pages(part: Part) -> Option<&'static Pages> {
    match there(part)? {
        Content::Pages(pages) => Some(pages),
        Content::Workspace(_) => None,
    }
}

/// Loads a part with its styles; at once where it is there.
pub async fn load(part: Part) -> Result<(), Missing> {
    if part == Part::First || there(part).is_some() {
        return Ok(());
    }
    // The styles of a part of pages go on from those of the frame.
    let styles = [Part::Assessment, part].map(|part| styles::begin(part.name()));
    let content = content(part).await?;
    for there in styles {
        there.await;
    }
    arrived(part, content);
    if let Content::Pages(pages) = content {
        arrived(Part::Assessment, Content::Workspace(pages.frame));
    }
    Ok(())
}

fn arrived(part: Part, content: Content) {
    if there(part).is_none() {
        THERE.with_borrow_mut(|there| there.push((part, content)));
    }
}

/// Has a part fetched that will probably be wanted; it is neither compiled nor run.
pub fn fetch_ahead(part: Part) {
    if there(part).is_none() {
        parts::fetch_ahead(part.name());
    }
}

/// Where a part stands.
#[derive(Clone, PartialEq)]
pub enum Standing {
    There,
    Coming,
    /// It could not be fetched; calling this tries again.
    Missing(Callback<MouseEvent>),
}

/// Asks for a part and tells where it stands.
#[hook]
pub fn use_part(part: Part) -> Standing {
    let tries = use_state(|| 0_u32);
    let missing = use_state(|| None::<Part>);
    let redraw = use_force_update();
    {
        let missing = missing.setter();
        use_effect_with((part, *tries), move |&(part, _)| {
            if part != Part::First && there(part).is_none() {
                spawn_local(async move {
                    match load(part).await {
                        Ok(()) => redraw.force_update(),
                        Err(Missing) => missing.set(Some(part)),
                    }
                });
            }
        });
    }
    if part == Part::First || there(part).is_some() {
        return Standing::There;
    }
    if *missing != Some(part) {
        return Standing::Coming;
    }
    Standing::Missing(Callback::from(move |_| {
        missing.set(None);
        tries.set(*tries + 1);
    }))
}
