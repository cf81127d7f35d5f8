//! What the rail says is missing: a part of its own, because finding it reads the figures and the rules for applying.

use crate::assessment::{Assessment, FigureBook};
use crate::browser::clock;
use crate::criteria::{Kind, Pack};
use crate::eligibility::{Outcome, Verdict, judge};
use crate::findings::{FigureDoubts, Finding, findings_with, grouped};
use crate::language::{Words, fill};
use crate::ui::app::Workspace;
use crate::ui::frame::WORKSPACE;
use crate::ui::kit::Kit;
use std::cell::RefCell;
use std::rc::Rc;

/// What lies in the part.
pub struct Missings {
    pub of: fn(&Kit, &Assessment) -> Missing,
    /// The frame whose rail it is.
    pub frame: &'static Workspace,
}

pub static MISSINGS: Missings = Missings {
    of: missing,
    frame: &WORKSPACE,
};

/// The ends of three lines of the rail.
#[derive(Default)]
pub struct Missing {
    pub profile: String,
    pub eligibility: String,
    pub draft: String,
}

/// What was found in the figures, kept as long as they are the same: reading them all takes longer than a keystroke may.
struct Doubted {
    pack: Rc<Pack>,
    figures: Rc<FigureBook>,
    kind: Option<Kind>,
    doubts: FigureDoubts,
}

thread_local! {
    static DOUBTED: RefCell<Option<Doubted>> = const { RefCell::new(None) };
}

impl Doubted {
    fn of(pack: &Rc<Pack>, assessment: &Assessment) -> Doubted {
        Doubted {
            pack: pack.clone(),
            figures: assessment.figures.clone(),
            kind: assessment.organisation.kind,
            doubts: FigureDoubts::of(pack, assessment),
        }
    }
    fn fits(&self, pack: &Rc<Pack>, assessment: &Assessment) -> bool {
        Rc::ptr_eq(&self.pack, pack) && Rc::ptr_eq(&self.figures, &assessment.figures) && self.kind == assessment.organisation.kind
    }
}

fn missing(kit: &Kit, assessment: &Assessment) -> Missing {
    let words = kit.words();
    let record = &assessment.eligibility;
    let eligibility = judge(&kit.pack, assessment, record.edition, record.application_date, clock::today());
    let found = DOUBTED.with_borrow_mut(|doubted| {
        let known = doubted.take().filter(|known| known.fits(&kit.pack, assessment));
        let known = doubted.insert(known.unwrap_or_else(|| Doubted::of(&kit.pack, assessment)));
        findings_with(&kit.pack, assessment, &eligibility, &known.doubts)
    });
    Missing {
        profile: counted(
            words,
            found
                .iter()
                .filter(|finding| matches!(finding, Finding::ProfileMissing(_) | Finding::UnitIncomplete { .. }))
                .count(),
        ),
        eligibility: match eligibility.verdict {
            Verdict::Eligible if eligibility.is_outside_window() => words.rail_outside_window().to_owned(),
            Verdict::Eligible => words.rail_eligible().to_owned(),
            Verdict::NotEligible => words.rail_not_eligible().to_owned(),
            Verdict::Undecided => fill(words.rail_undecided(), &[("n", &eligibility.count(Outcome::Undecided).to_string())]),
        },
        draft: counted(words, grouped(&found).len()),
    }
}

fn counted(words: &Words, missing: usize) -> String {
    match missing {
        0 => words.rail_complete().to_owned(),
        n => fill(words.rail_missing(), &[("n", &n.to_string())]),
    }
}
