//! Indicators by name, with unit and digits, and numbers as a document writes them.

use crate::assessment::FigureSlot;
use crate::criteria::InputSlot;
use crate::language::{fill, in_groups};
use crate::report::draft::Draft;
use crate::report::say;

/// What an indicator is called and how its values are written.
pub struct Named {
    pub name: String,
    /// In words; empty where there is none.
    pub unit: String,
    pub decimals: u8,
}

impl Named {
    pub fn of(draft: &Draft<'_>, slot: FigureSlot) -> Named {
        match slot {
            FigureSlot::Catalogue(slot) => {
                let indicator = draft.pack.indicator(slot);
                Named {
                    name: draft.pack_words.indicator(&indicator.id).to_owned(),
                    unit: draft.pack_words.unit(&indicator.unit).to_owned(),
                    decimals: indicator.decimals,
                }
            }
            FigureSlot::Own(at) => draft.assessment.figures.own.get(at).map_or_else(
                || Named {
                    name: String::new(),
                    unit: String::new(),
                    decimals: 0,
                },
                |own| Named {
                    name: own.name.trim().to_owned(),
                    unit: own.unit.trim().to_owned(),
                    decimals: own.decimals,
                },
            ),
        }
    }
    pub fn of_input(draft: &Draft<'_>, slot: InputSlot, unit: &str) -> Named {
        Named {
            name: draft.pack_words.input(&draft.pack.input(slot).id).to_owned(),
            unit: draft.pack_words.unit(unit).to_owned(),
            decimals: 0,
        }
    }
    /// `一次交验合格率（%）`.
    pub fn with_unit(&self, draft: &Draft<'_>) -> String {
        if self.unit.is_empty() {
            self.name.clone()
        } else {
            fill(draft.words.report_status(), &[("text", &self.name), ("status", &self.unit)])
        }
    }
    pub fn number(&self, value: f64) -> String {
        amount(value, self.decimals)
    }
    /// A difference with its sign: `+1.5`, `−0.3`.
    pub fn difference(&self, value: f64) -> String {
        let sign = if value < 0.0 { "−" } else { "+" };
        [sign, &self.number(value.abs())].concat()
    }
}

/// A number with its digits, in groups of three: `61,200`, `1,234.5`.
pub fn amount(value: f64, decimals: u8) -> String {
    in_groups(&say::figure_number(value, decimals))
}
