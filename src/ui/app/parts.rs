//! The parts of the kit: code that is no part of the first download, loaded when a page of it is asked for.
//!
//! Which page lies in which part is the table of [`Route`](crate::ui::route::Route). A part is a function that gives
//! what lies in it; `wasm_split` cuts the program there (feature `split`), and without that feature everything is there
//! from the beginning. Memory, context and thread-locals are those of the one program.

use crate::archive::journal::Entry;
use crate::archive::versions::Occasion;
use crate::browser::storage::{StorageError, Stored};
use crate::browser::{page, parts, styles};
use crate::criteria::Kind;
use crate::language::Words;
use crate::merge::Carry;
use crate::saving::{Copies, Join};
use crate::ui::finder::{self, Finder};
use crate::ui::frame::{self, Troubles};
use crate::ui::kit::Kit;
use crate::ui::merging;
use crate::ui::noting::{self, NoteMarks};
use crate::ui::pages::{self, Imports};
use crate::ui::parts::{self as shared, Locks};
use crate::ui::route::Route;
use crate::ui::screen::Screen;
use crate::ui::shelf::{self, Checker};
use crate::ui::shell::{self, Missings, Returning};
use crate::ui::store::{Former, Snapshot, Store, Trail};
use crate::ui::way_back::{self, Keeping};
use js_sys::Promise;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// Code that comes at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Home: the first download.
    First,
    /// The frame around all other pages, and the page of an item. It gives a [`Workspace`].
    Assessment,
    /// What is asked for on the home page: new, a file, a sample, a backup. It gives [`Arrivals`].
    Arrivals,
    /// What the rail says is missing. It gives [`Missings`].
    Findings,
    /// Why a file or criteria could not be read, in words. It gives [`Troubles`].
    Trouble,
    /// What stands over a part that was handed out, to give it back. It gives [`Returning`].
    Returning,
    /// Reading criteria that are not of the kit's own build. It gives a [`Checker`].
    Checker,
    /// Profile, eligibility and result, and the settings. This part and all further ones give [`Pages`].
    Application,
    /// The figures and what they say.
    Figures,
    /// Figures from a table. It gives [`Imports`].
    Import,
    /// Evidence, improvement, the road to the award.
    Work,
    /// What is handed out to departments, and taken back.
    Departments,
    /// The draft submission.
    Draft,
    /// Two assessments side by side.
    Compare,
    /// The panel and its room.
    Panel,
    /// What assessors do, and trainees with a case.
    Scoring,
    /// The training as a whole.
    Training,
    /// What the criteria say, and going over to others.
    Criteria,
    /// Changing a copy of the criteria.
    Adapt,
    /// What was received, in a table.
    Desk,
    /// What is rarely needed of merging: carrying to other criteria what comes back from before the assessment was, and making
    /// one of what two windows wrote. It gives [`Merging`].
    Merging,
    /// Keeping earlier versions and the steps of undo. It gives a [`WayBack`].
    WayBack,
    /// The list of earlier versions, and one of them to look at.
    Versions,
    /// Asking for a passphrase. It gives [`Locks`].
    Passphrase,
    /// What helps to write and to rate: the plain facts of an item, and what the red pen marks, also on the pages of an item and the draft.
    Helps,
    /// Finding and going there. It gives a [`Finder`].
    Finder,
    /// The notes beside answers and figures. It gives [`NoteMarks`].
    Notes,
}

/// What lies in [`Part::Assessment`].
pub struct Workspace {
    /// Begins with what the page of an address needs; done when it can be drawn with everything, or should not wait longer.
    pub ahead: fn(&str) -> Promise,
    /// The frame with the page of an address.
    pub draw: fn(&str) -> Html,
    /// Lets go of the open assessment, and calls back once everything is kept.
    pub leave: fn(Callback<()>),
    /// Forgets the open assessment, because everything was erased.
    pub forget: fn(),
    /// What a failure of storage means and what to do now.
    pub trouble: fn(&Words, StorageError) -> &'static str,
    /// Itself, as every part names it.
    pub frame: &'static Workspace,
}

/// The record with what was typed after it, if anything was, and what is a version of its own.
pub type Recovering = Pin<Box<dyn Future<Output = Result<(Option<String>, Vec<Entry>), StorageError>>>>;

/// What lies in [`Part::Arrivals`].
pub struct Arrivals {
    /// Does what was asked for. The callback is told once the list of assessments has changed.
    pub arrive: fn(Arrival, &Screen, Callback<()>),
    /// Saves the ordinary backup of the open assessment.
    pub back_up: fn(&Kit),
    /// Puts together what is kept of an assessment and what windows that are gone have typed into it.
    pub recover: fn(String, Option<Stored>) -> Recovering,
    /// Keeps what other windows have typed and no record holds.
    pub keep_copies: fn(Copies, &Screen),
    /// The frame everything arrives in.
    pub frame: &'static Workspace,
}

/// What lies in [`Part::Merging`].
pub struct Merging {
    pub carry: Carry,
    pub join: Join,
    /// The same of a record beside the assessments, as text.
    pub records: fn(&str, &str, &str) -> Option<String>,
    /// Has a draft that was edited in a word processor taken apart, and lays it beside the files that came back to an assessment.
    pub lay_draft: fn(&Kit, &str, File, &Callback<()>),
    /// What is told of such a draft, by the ids of the assessment and of the file.
    pub draft_told: fn(&Kit, &str, &str) -> Html,
    /// The frame of what asks for it.
    pub frame: &'static Workspace,
}

/// What lies in [`Part::WayBack`].
pub struct WayBack {
    /// Keeps an assessment as it stood as an earlier version, under a name or none.
    pub keep: fn(Former, Occasion, String) -> Keeping,
    /// Puts down what undo and redo lead through.
    pub put_down: fn(&Trail<'_>),
    /// Gives the store the steps back that the assessment of that id was left with.
    pub recall: fn(&Store, String),
    /// Sees to it that what was kept is in the second place, too.
    pub saved: fn(&Store),
    /// What is to be said of the backups of what is open, in a word or two; nothing where all is well.
    pub mark: fn(&'static Words, &Snapshot) -> String,
    /// The frame of what it is for.
    pub frame: &'static Workspace,
}

/// What can be asked for on the home page.
pub enum Arrival {
    /// Nothing yet: what is done when nobody waits. What belongs to no assessment any more is cleared away, and whether the host's criteria
    /// are sound is asked.
    Nothing,
    Blank,
    File(File),
    Sample(Kind),
    /// The backup file of an assessment by its id.
    Backup(String),
    /// Saying which assessments are no longer here although nobody has removed them.
    Lost,
    /// Another name, a copy or a locked backup of an assessment by its id and the name it goes by.
    Manage(String, String),
    /// Putting an assessment into the recycle bin, by its id; its name is told.
    Erase(String, String),
    /// What lies in the recycle bin.
    Bin,
}

/// What lies in a part of pages.
pub struct Pages {
    /// The page of an address; none where it is not of this part or not there.
    pub draw: fn(&Route, Option<&Snapshot>, &Kit) -> Option<Html>,
    /// The frame they are drawn in.
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

/// What a part gives, with the frame it is for.
type Content = Result<(&'static dyn Any, &'static Workspace), Missing>;

thread_local! {
    static THERE: RefCell<Vec<(Part, &'static dyn Any)>> = const { RefCell::new(Vec::new()) };
}

/// The functions at which the program is cut, and the one that calls them. Whatever a part gives names the frame, which
/// therefore comes with it and is no second time in its files. The name of a function is that of its part in
/// the files of the built page.
macro_rules! parts {
    ($($part:ident: $name:ident gives $what:ty as $there:expr;)+) => {
        $(#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($name, fallible))]
        fn $name() -> Content {
            let content: &'static $what = &$there;
            Ok((content, content.frame))
        })+

        /// Boxed, so that waiting for it is written once and not for every part.
        fn content(part: Part) -> Pin<Box<dyn Future<Output = Content>>> {
            match part {
                $(Part::$part => {
                    #[cfg(feature = "split")]
                    let coming = $name();
                    #[cfg(not(feature = "split"))]
                    let coming = std::future::ready($name());
                    Box::pin(coming)
                })+
                Part::First => Box::pin(std::future::ready(Err(Missing))),
            }
        }

        impl Part {
            /// Its name in the files of the built page.
            pub fn name(self) -> &'static str {
                match self {
                    $(Part::$part => stringify!($name),)+
                    Part::First => "app",
                }
            }
        }
    };
}

parts! {
    Assessment: assessment gives Workspace as frame::WORKSPACE;
    Arrivals: arrivals gives Arrivals as frame::ARRIVALS;
    Findings: findings gives Missings as shell::MISSINGS;
    Trouble: trouble gives Troubles as frame::TROUBLES;
    Returning: returning gives Returning as shell::RETURNING;
    Checker: checker gives Checker as shelf::CHECKER;
    Application: application gives Pages as frame::APPLICATION;
    Figures: figures gives Pages as frame::FIGURES;
    Import: import gives Imports as pages::IMPORTS;
    Work: work gives Pages as frame::WORK;
    Departments: departments gives Pages as frame::DEPARTMENTS;
    Draft: draft gives Pages as frame::DRAFT;
    Compare: compare gives Pages as frame::COMPARE;
    Panel: panel gives Pages as frame::PANEL;
    Scoring: scoring gives Pages as frame::SCORING;
    Training: training gives Pages as frame::TRAINING;
    Criteria: criteria gives Pages as frame::CRITERIA;
    Adapt: adapt gives Pages as frame::ADAPT;
    Desk: desk gives Pages as frame::DESK;
    Merging: merging gives Merging as merging::MERGING;
    WayBack: way_back gives WayBack as way_back::WAY_BACK;
    Versions: versions gives Pages as frame::VERSIONS;
    Passphrase: passphrase gives Locks as shared::LOCKS;
    Helps: helps gives Pages as frame::HELPS;
    Finder: finder gives Finder as finder::FINDER;
    Notes: notes gives NoteMarks as noting::NOTE_MARKS;
}

fn is_there(part: Part) -> bool {
    part == Part::First || THERE.with_borrow(|there| there.iter().any(|(other, _)| *other == part))
}

/// What a part gives, once it is there.
pub fn given<T: 'static>(part: Part) -> Option<&'static T> {
    THERE.with_borrow(|there| there.iter().find(|(other, _)| *other == part)?.1.downcast_ref())
}

/// The frame, once it is there.
pub fn workspace() -> Option<&'static Workspace> {
    given(Part::Assessment)
}

/// Loads a part with its styles; at once where it is there.
pub async fn load(part: Part) -> Result<(), Missing> {
    if is_there(part) {
        return Ok(());
    }
    // The styles of a part of pages go on from those of the frame.
    let styles = [Part::Assessment, part].map(|part| styles::begin(part.name()));
    let (content, frame) = content(part).await?;
    for there in styles {
        there.await;
    }
    for (part, content) in [(part, content), (Part::Assessment, frame)] {
        if !is_there(part) {
            THERE.with_borrow_mut(|there| there.push((part, content)));
        }
    }
    Ok(())
}

/// Has a part fetched that will probably be wanted; it is neither compiled nor run.
pub fn fetch_ahead(part: Part) {
    if !is_there(part) {
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
            // What an earlier try came to is no answer to this one.
            let asked = Rc::new(Cell::new(true));
            if !is_there(part) {
                let (asked, missing) = (asked.clone(), missing.clone());
                spawn_local(async move {
                    match load(part).await {
                        Ok(()) => redraw.force_update(),
                        Err(Missing) if asked.get() => missing.set(Some(part)),
                        Err(Missing) => {}
                    }
                });
            }
            move || {
                asked.set(false);
                missing.set(None);
            }
        });
    }
    if is_there(part) {
        return Standing::There;
    }
    if *missing != Some(part) {
        return Standing::Coming;
    }
    Standing::Missing(Callback::from(move |_| tries.set(*tries + 1)))
}

/// Asks for a part once the browser has nothing more pressing to do, and draws again when it is there.
#[hook]
pub fn use_part_when_idle(part: Part) {
    let redraw = use_force_update();
    use_effect_with(part, move |&part| {
        if !is_there(part) {
            page::when_idle(move || {
                spawn_local(async move {
                    // What cannot be had now is asked for again with the next page.
                    if load(part).await.is_ok() {
                        redraw.force_update();
                    }
                });
            });
        }
    });
}
