//! The draft submission: what it can be written as, what is missing with jumps to the fields, lengths against the limits,
//! and the preview, which is also what is printed.

mod export;
mod marked;
mod missing;

use crate::assessment::Assessment;
use crate::browser::clock;
use crate::eligibility::judge;
use crate::export::{STYLE_NAMES, Variant};
use crate::findings::{findings, grouped};
use crate::language::{Language, fill};
use crate::report::{Options, Section, asked_before, submission};
use crate::ui::kit::use_kit;
use crate::ui::parts::{about_points, long_document};
use export::{Making, export};
use marked::Marked;
use missing::{findings_list, lengths_table};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DraftPageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
}

/// How the document is wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Wanted {
    language: Language,
    /// One part alone; none for all of it.
    section: Option<Section>,
    variant: Variant,
    /// Minutes of the meeting an outline is for; none for the default.
    minutes: Option<u32>,
    /// The name of a style set.
    style: &'static str,
    /// Whether what can be opened again is locked with a passphrase.
    locked: bool,
    /// Whether earlier versions go into the bundle.
    with_versions: bool,
}

#[component]
pub fn DraftPage(props: &DraftPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let wanted = use_state(|| Wanted {
        language: kit.language,
        section: None,
        variant: Variant::Draft,
        minutes: None,
        style: STYLE_NAMES[0],
        locked: false,
        with_versions: false,
    });
    let making = use_state(|| None::<Making>);
    let found = {
        let kit = kit.clone();
        use_memo((props.assessment.clone(), wanted.variant), move |(assessment, variant)| {
            let record = &assessment.eligibility;
            let eligibility = judge(&kit.pack, assessment, record.edition, record.application_date, clock::today());
            let found = findings(&kit.pack, assessment, &eligibility);
            if *variant == Variant::Submission { asked_before(found) } else { found }
        })
    };
    let document = {
        let kit = kit.clone();
        use_memo(
            (props.assessment.clone(), wanted.language, wanted.section),
            move |(assessment, language, section)| {
                let options = Options {
                    draft_date: Some(clock::today()),
                    section: *section,
                };
                submission(&kit.pack, assessment, *language, &options)
            },
        )
    };
    let note = match wanted.variant {
        Variant::Draft => kit.pack_words().disclaimer().to_owned(),
        Variant::Submission => words.draft_clean_note().to_owned(),
        Variant::Defence | Variant::SiteReview => words.draft_outline_note().to_owned(),
    };
    html! {
        <main class="page wide draft"><div class="stack">
            <div class="stack-s"><h1>{ words.draft_title() }</h1>{ about_points(&kit) }<p class="small">{ note }</p></div>
            <section class="sheet stack-s" aria-labelledby="export">
                <h2 id="export">{ words.draft_export() }</h2>
                { export(&kit, &wanted, &making) }
            </section>
            <section class="sheet stack-s" aria-labelledby="missing">
                <h2 id="missing">{ if found.is_empty() { words.draft_complete().to_owned() } else { fill(words.draft_findings(), &[("n", &grouped(&found).len().to_string())]) } }</h2>
                { lengths_table(&kit, &props.assessment) }
                <Marked assessment={props.assessment.clone()} id={props.id.clone()} />
                if !found.is_empty() { { findings_list(&kit, &props.assessment, &props.id, &found) } }
                <p class="small muted">{ if wanted.variant == Variant::Submission { words.draft_asked_note() } else { words.draft_findings_note() } }</p>
            </section>
            <section class="stack-s printed" aria-labelledby="preview"><h2 id="preview">{ words.draft_preview() }</h2>{ long_document(&document, words.not_written()) }</section>
        </div></main>
    }
}
