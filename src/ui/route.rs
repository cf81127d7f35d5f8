//! The addresses of the pages, behind the `#`, so that the same files work at any path.

use super::app::Part;
use crate::criteria::{ItemSlot, Pack};

/// The assessment of an address: its first segment, where that is the name `id`.
macro_rules! assessment {
    () => { None };
    ($first:tt $(, $rest:tt)*) => { assessment!(@ $first $first) };
    (@ id $id:tt) => { Some($id.as_str()) };
    (@ $other:tt $same:tt) => { None };
}

/// Makes [`Route`] from its table: a line says the page, the part it lies in, and its address by segments, where a name
/// stands for what the page carries.
macro_rules! routes {
    ($($(#[$told:meta])* $page:ident $({ $($field:ident),+ })? in $part:ident at [$($segment:tt),*];)+) => {
        /// Every page has an address; an assessment's pages carry its id.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Route {
            $($(#[$told])* $page $({ $($field: String),+ })?,)+
            NotFound,
        }

        impl Route {
            /// The part its page lies in.
            pub fn part(&self) -> Part {
                match self {
                    $(Route::$page { .. } => Part::$part,)+
                    Route::NotFound => Part::First,
                }
            }

            /// The page of an address.
            fn of(segments: &[&str]) -> Route {
                match segments {
                    $(&[$($segment),*] => Route::$page $({ $($field: decoded($field)),+ })?,)+
                    _ => Route::NotFound,
                }
            }

            /// The assessment a page belongs to: the one whose id its address begins with.
            #[allow(unused_variables)]
            pub fn assessment(&self) -> Option<&str> {
                match self {
                    $(Route::$page $({ $($field),+ })? => assessment!($($segment),*),)+
                    Route::NotFound => None,
                }
            }

            /// The address by segments.
            fn segments(&self) -> Vec<&str> {
                match self {
                    $(Route::$page $({ $($field),+ })? => vec![$($segment),*],)+
                    // Nothing leads there.
                    Route::NotFound => Vec::new(),
                }
            }
        }
    };
}

// The first line that fits an address counts.
routes! {
    Home in First at [];
    Settings in Application at ["settings"];
    Criteria in Criteria at ["criteria"];
    Pack { pack } in Criteria at ["criteria", pack];
    Adapt { draft } in Adapt at ["adapt", draft];
    ScoringCopies in Scoring at ["scoring"];
    Scoring { key } in Scoring at ["scoring", key];
    ScoringItem { key, item } in Scoring at ["scoring", key, item];
    Desk in Desk at ["desk"];
    Training in Training at ["training"];
    TrainingRun { run } in Scoring at ["training", run];
    TrainingResult { run } in Scoring at ["training", run, "result"];
    TrainingItem { run, item } in Scoring at ["training", run, "item", item];
    Organisation { id } in Application at [id, "organisation"];
    Eligibility { id } in Application at [id, "eligibility"];
    Item { id, item } in Assessment at [id, "item", item];
    Interview { id, item } in Helps at [id, "item", item, "interview"];
    Indicators { id, item } in Figures at [id, "indicators", item];
    Figures { id } in Figures at [id, "figures"];
    Evidence { id } in Work at [id, "evidence"];
    EvidenceEntry { id, number } in Work at [id, "evidence", number];
    Departments { id } in Departments at [id, "departments"];
    Improvement { id } in Work at [id, "improvement"];
    ImprovementAction { id, action } in Work at [id, "improvement", action];
    Result { id } in Application at [id, "result"];
    Compare { id } in Compare at [id, "compare"];
    Versions { id } in Versions at [id, "versions"];
    Version { id, at } in Versions at [id, "versions", at];
    Next { id } in Work at [id, "next"];
    Under { id } in Criteria at [id, "under"];
    Panel { id } in Panel at [id, "panel"];
    Room { id } in Panel at [id, "panel", "room"];
    Road { id } in Work at [id, "road"];
    Report { id } in Work at [id, "report"];
    Draft { id } in Draft at [id, "draft"];
    RedPen { id } in Helps at [id, "red-pen"];
    Overview { id } in Application at [id];
}

fn decoded(segment: &str) -> String {
    // An address that was typed by hand may hold a lone percent sign.
    js_sys::decode_uri_component(segment).map_or_else(|_| segment.to_owned(), String::from)
}

impl Route {
    /// The page of an address, as it stands behind the `#`.
    pub fn at(address: &str) -> Route {
        let segments: Vec<&str> = address.split('/').filter(|segment| !segment.is_empty()).collect();
        Route::of(&segments)
    }

    /// Whether its page speaks of all criteria that are there.
    pub fn is_of_criteria(&self) -> bool {
        matches!(
            self,
            Route::Criteria | Route::Desk | Route::Pack { .. } | Route::Adapt { .. } | Route::Under { .. } | Route::Compare { .. }
        )
    }

    /// The address for a link. The browser follows it by itself, and the app hears of it.
    pub fn href(&self) -> String {
        let mut address = String::from("#");
        for segment in self.segments() {
            address.push('/');
            address.push_str(&String::from(js_sys::encode_uri_component(segment)));
        }
        if address.len() == 1 {
            address.push('/');
        }
        address
    }

    /// The figures of a results item.
    pub fn indicators(id: &str, pack: &Pack, slot: ItemSlot) -> Route {
        Route::Indicators {
            id: id.to_owned(),
            item: pack.item(slot).id.clone(),
        }
    }

    /// The page of the evidence register, with the entry of a number beside it.
    pub fn evidence(id: &str, number: &str) -> Route {
        Route::EvidenceEntry {
            id: id.to_owned(),
            number: number.to_owned(),
        }
    }

    /// The improvement plan with one action beside it.
    pub fn improvement(id: &str, action: &str) -> Route {
        Route::ImprovementAction {
            id: id.to_owned(),
            action: action.to_owned(),
        }
    }

    /// The plain facts of an item.
    pub fn interview(id: &str, pack: &Pack, slot: ItemSlot) -> Route {
        Route::Interview {
            id: id.to_owned(),
            item: pack.item(slot).id.clone(),
        }
    }

    /// The page of an item.
    pub fn item(id: &str, pack: &Pack, slot: ItemSlot) -> Route {
        Route::Item {
            id: id.to_owned(),
            item: pack.item(slot).id.clone(),
        }
    }
}
