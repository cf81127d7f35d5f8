//! Addresses: every page has one, it leads back to the page, and whatever else stands there is no page.

use award_kit::ui::{Route, address};
use wasm_bindgen_test::wasm_bindgen_test;

fn there_and_back(route: Route) {
    let address = route.href();
    assert_eq!(Route::at(address.strip_prefix('#').expect("a link within the page")), route, "{address}");
}

#[wasm_bindgen_test]
fn an_address_leads_back_to_its_page() {
    let id = || "18f0a1b2c3".to_owned();
    for route in [
        Route::Home,
        Route::Settings,
        Route::Criteria,
        Route::Training,
        Route::ScoringCopies,
        Route::Pack {
            pack: "beijing-2016@2016".into(),
        },
        Route::Overview { id: id() },
        Route::Organisation { id: id() },
        Route::Room { id: id() },
        Route::Interview {
            id: id(),
            item: "results.products".into(),
        },
        Route::TrainingItem {
            run: "r".into(),
            item: "results.products".into(),
        },
    ] {
        there_and_back(route);
    }
    assert_eq!(Route::Home.href(), "#/");
    assert_eq!(Route::Overview { id: id() }.href(), "#/18f0a1b2c3");
    assert_eq!(Route::Panel { id: id() }.href(), "#/18f0a1b2c3/panel");
}

/// The first download has its few links without the table.
#[wasm_bindgen_test]
fn the_links_of_home_are_those_of_the_table() {
    for (link, route) in [
        (address::HOME.to_owned(), Route::Home),
        (address::SETTINGS.to_owned(), Route::Settings),
        (address::CRITERIA.to_owned(), Route::Criteria),
        (address::SCORING.to_owned(), Route::ScoringCopies),
        (address::TRAINING.to_owned(), Route::Training),
        (address::overview("a b/c"), Route::Overview { id: "a b/c".into() }),
    ] {
        assert_eq!(link, route.href());
    }
    for home in ["", "/", "//"] {
        assert!(address::is_home(home) && Route::at(home) == Route::Home, "{home}");
    }
    assert!(!address::is_home("/settings"));
    for address in ["/x/evidence", "/x/evidence/E-01"] {
        assert_eq!(address::scrolled(address), "/x/evidence");
    }
    assert_eq!(address::scrolled("/x/item/a"), "/x/item/a");
}

#[wasm_bindgen_test]
fn what_a_user_typed_stays_whole_in_an_address() {
    for number in ["E-01", "证据 1/2", "100%", "a#b?c&d", "%2F", "‰"] {
        there_and_back(Route::EvidenceEntry {
            id: "x".into(),
            number: number.into(),
        });
    }
}

#[wasm_bindgen_test]
fn what_is_no_address_of_a_page_is_not_found() {
    for address in ["/nowhere/at/all", "/x/nothing", "/settings/more", "/scoring/a/b/c"] {
        assert_eq!(Route::at(address), Route::NotFound, "{address}");
    }
    // A lone percent sign, typed by hand.
    assert_eq!(
        Route::at("/x/evidence/50%"),
        Route::EvidenceEntry {
            id: "x".into(),
            number: "50%".into()
        }
    );
}

#[wasm_bindgen_test]
fn an_assessment_owns_the_pages_that_begin_with_its_id() {
    assert_eq!(Route::at("/x"), Route::Overview { id: "x".into() });
    assert_eq!(Route::at("/x").assessment(), Some("x"));
    assert_eq!(Route::at("/x/result").assessment(), Some("x"));
    assert_eq!(Route::at("/x/item/leadership.governance").assessment(), Some("x"));
    for address in ["/", "/settings", "/criteria", "/scoring/x", "/training/x", "/adapt/x"] {
        assert_eq!(Route::at(address).assessment(), None, "{address}");
    }
}
