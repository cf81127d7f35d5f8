//! How an assessment stands under other packs, reckoned one pack after the other: carrying the answers to eight packs in one
//! go would be a task in which nothing answers.

use super::project_of;
use crate::assessment::Assessment;
use crate::browser::clock;
use crate::comparison::{Standing, standing_under};
use crate::criteria::{Lineage, Pack};
use crate::ui::kit::Kit;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What has been reckoned of one assessment. The packs are told by where they lie, as one that arrives anew is another.
#[derive(Clone, Default)]
pub struct Reckoned {
    assessment: Option<Rc<Assessment>>,
    standings: Vec<(Rc<Pack>, Rc<Standing>)>,
}

impl Reckoned {
    pub fn of(&self, pack: &Rc<Pack>) -> Option<&Standing> {
        let found = self.standings.iter().find(|(known, _)| Rc::ptr_eq(known, pack));
        found.map(|(_, standing)| &**standing)
    }

    fn is_of(&self, assessment: &Rc<Assessment>) -> bool {
        self.assessment.as_ref().is_some_and(|own| Rc::ptr_eq(own, assessment))
    }
}

/// What is there of them so far; more comes from turn to turn, and each drawing shows it.
#[hook]
pub fn use_reckoned(kit: &Kit, assessment: &Rc<Assessment>, lineage: Option<&Rc<Lineage>>, others: &[Rc<Pack>]) -> Reckoned {
    let reckoned = use_state(Reckoned::default);
    let known = Some(&*reckoned).filter(|known| known.is_of(assessment)).cloned().unwrap_or_default();
    {
        let (kit, assessment, lineage) = (kit.clone(), assessment.clone(), lineage.cloned());
        let others = others.to_vec();
        let (setter, mut known) = (reckoned.setter(), known.clone());
        let packs: Vec<usize> = others.iter().chain([&kit.pack]).map(|pack| Rc::as_ptr(pack) as usize).collect();
        use_effect_with((packs, Rc::as_ptr(&assessment) as usize, lineage.is_some()), move |_| {
            let left = Rc::new(Cell::new(false));
            let gone = left.clone();
            spawn_local(async move {
                let Some(lineage) = lineage else { return };
                known.assessment = Some(assessment.clone());
                for other in others {
                    if known.of(&other).is_some() {
                        continue;
                    }
                    clock::breath().await;
                    let Some(project) = project_of(&kit, &assessment).filter(|_| !gone.get()) else {
                        return;
                    };
                    // A project that the kit has read or made can be carried.
                    if let Ok(standing) = standing_under(&project, &kit.pack, &other, &lineage, clock::today()) {
                        known.standings.push((other, Rc::new(standing)));
                        setter.set(known.clone());
                    }
                }
            });
            move || left.set(true)
        });
    }
    known
}
