//! Where the names of ratings stand above the ladder, so that none covers another.

/// A name to be placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Where it belongs, from the left.
    pub at: f64,
    pub width: f64,
}

/// Where a name stands: its middle, and its row, counted upwards from the ladder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub middle: f64,
    pub row: usize,
}

/// Places for the marks in their order: each as near to where it belongs as `from` and `to` allow, in the lowest row in which it touches
/// none before it.
pub fn places(marks: &[Mark], from: f64, to: f64) -> Vec<Place> {
    let mut placed: Vec<(Place, f64)> = Vec::with_capacity(marks.len());
    for mark in marks {
        let half = mark.width / 2.0;
        let middle = mark.at.min(to - half).max(from + half);
        let touches = |row: usize| {
            placed
                .iter()
                .any(|(place, width)| place.row == row && (place.middle - middle).abs() < (width + mark.width) / 2.0)
        };
        let row = (0..).find(|row| !touches(*row)).unwrap_or(0);
        placed.push((Place { middle, row }, mark.width));
    }
    placed.into_iter().map(|(place, _)| place).collect()
}
