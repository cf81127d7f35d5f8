//! A panel as it may be shown where names are not: nothing in it, neither an order nor a number, says who an assessor is.

use super::Panel;
use super::reading::{Comment, PanelReading, read_panel};
use crate::assessment::Text;
use crate::criteria::Pack;
use crate::order;

/// Reads a panel as it is shown: with names, or without.
pub fn read_shown(pack: &Pack, panel: &Panel, anonymous: bool) -> PanelReading {
    let reading = read_panel(pack, panel);
    if anonymous { reading.without_names() } else { reading }
}

impl PanelReading {
    /// The same without a name, a file or a count by assessor, and in an order that does not follow from the names.
    ///
    /// Where all rated the same items, assessors stand in the order of their letters. Where one rated fewer than another, a letter
    /// would give away who that was, because the room knows who left early or was asked for less: there is no letter then, the
    /// ratings of an item stand upwards, comments in the order of their words, and shifts in the order of their size.
    pub fn without_names(mut self) -> PanelReading {
        let rated = |assessor: usize| self.items.iter().map(move |item| item.ratings.iter().any(|rating| rating.assessor == assessor));
        let lettered = (1..self.assessors.len()).all(|assessor| rated(assessor).eq(rated(0)));
        let mut sequence: Vec<usize> = (0..self.assessors.len()).collect();
        if lettered {
            order::sort_by_key(&mut sequence, |at| (self.assessors[*at].letter.len(), self.assessors[*at].letter.clone()));
        } else {
            let shift = |at: &usize| self.assessors[*at].shift.map_or(f64::INFINITY, |shift| -shift.mean);
            order::sort_by(&mut sequence, |one, other| shift(one).total_cmp(&shift(other)));
        }
        let mut places = vec![0; sequence.len()];
        for (place, at) in sequence.iter().enumerate() {
            places[*at] = place;
        }
        self.assessors = sequence.iter().map(|at| self.assessors[*at].clone()).collect();
        for assessor in &mut self.assessors {
            (assessor.name, assessor.file) = (Text::default(), Text::default());
            (assessor.rated, assessor.assigned) = (0, 0);
            if !lettered {
                assessor.letter = String::new();
                // Over how many items it is taken tells who rated fewer.
                assessor.shift.iter_mut().for_each(|shift| shift.items = 0);
            }
        }
        for item in &mut self.items {
            if lettered {
                item.ratings.iter_mut().for_each(|rating| rating.assessor = places[rating.assessor]);
                item.comments.iter_mut().for_each(|comment| comment.assessor = places[comment.assessor]);
                order::sort_by_key(&mut item.ratings, |rating| rating.assessor);
                order::sort_by_key(&mut item.comments, |comment| comment.assessor);
            } else {
                order::sort_by_key(&mut item.ratings, |rating| (rating.percent, rating.confidence));
                let words = |comment: &Comment| (comment.strengths.clone(), comment.opportunities.clone(), comment.remark.clone());
                order::sort_by_key(&mut item.comments, words);
                item.ratings.iter_mut().enumerate().for_each(|(place, rating)| rating.assessor = place);
                item.comments.iter_mut().enumerate().for_each(|(place, comment)| comment.assessor = place);
            }
        }
        self.lettered = lettered;
        self
    }
}
