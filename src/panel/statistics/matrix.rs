//! The ratings of a panel: items by assessors, with gaps.

/// Whole percentages 0 to 100, a row for every item and a column for every assessor; none where one gave no rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    assessors: usize,
    cells: Vec<Option<u8>>,
}

impl Ratings {
    /// No rating yet.
    pub fn blank(items: usize, assessors: usize) -> Ratings {
        Ratings {
            assessors,
            cells: vec![None; items * assessors],
        }
    }

    /// From rows of equal length, an item each; a shorter row has gaps at its end.
    pub fn of_rows<R: AsRef<[Option<u8>]>>(rows: &[R]) -> Ratings {
        let assessors = rows.iter().map(|row| row.as_ref().len()).max().unwrap_or(0);
        let mut all = Ratings::blank(rows.len(), assessors);
        for (item, row) in rows.iter().enumerate() {
            for (assessor, rating) in row.as_ref().iter().enumerate() {
                all.set(item, assessor, *rating);
            }
        }
        all
    }

    /// Puts one rating in; more than 100 counts as 100.
    pub fn set(&mut self, item: usize, assessor: usize, rating: Option<u8>) {
        self.cells[item * self.assessors + assessor] = rating.map(|rating| rating.min(100));
    }
    /// The number of items.
    pub fn items(&self) -> usize {
        self.cells.len().checked_div(self.assessors).unwrap_or(0)
    }
    /// The number of assessors, those without a rating among them.
    pub fn assessors(&self) -> usize {
        self.assessors
    }
    /// Every assessor's rating of an item.
    pub fn of_item(&self, item: usize) -> &[Option<u8>] {
        &self.cells[item * self.assessors..(item + 1) * self.assessors]
    }
    /// The ratings there are of an item.
    pub fn given(&self, item: usize) -> impl Iterator<Item = u8> + '_ {
        self.of_item(item).iter().copied().flatten()
    }
    /// How many ratings an assessor gave.
    pub fn count_of(&self, assessor: usize) -> usize {
        (0..self.items()).filter(|item| self.of_item(*item)[assessor].is_some()).count()
    }
}

/// Number, sum and sum of squares of some ratings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sums {
    pub count: u64,
    pub sum: u64,
    pub squares: u64,
}

impl Sums {
    pub fn of(ratings: impl Iterator<Item = u8>) -> Sums {
        let mut sums = Sums::default();
        ratings.for_each(|rating| sums.add(rating));
        sums
    }
    pub fn add(&mut self, rating: u8) {
        let rating = u64::from(rating);
        self.count += 1;
        self.sum += rating;
        self.squares += rating * rating;
    }
    pub fn join(&mut self, other: Sums) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares += other.squares;
    }
    /// `n Σx² − (Σx)²`: n times the sum of squared distances from the mean; half the sum of squared differences of all
    /// ordered pairs. Of 40, 50 and 60 it is 3 × 7700 − 150² = 600.
    pub fn scatter(self) -> u64 {
        (self.count * self.squares).saturating_sub(self.sum * self.sum)
    }
    pub fn mean(self) -> Option<f64> {
        (self.count > 0).then(|| self.sum as f64 / self.count as f64)
    }
}
