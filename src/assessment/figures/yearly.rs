//! Things by year, and which years are asked for.

/// Things by year, upwards; a year that has none does not stand here.
#[derive(Debug, Clone, PartialEq)]
pub struct Yearly<T>(Vec<(i32, T)>);

impl<T> Default for Yearly<T> {
    fn default() -> Yearly<T> {
        Yearly(Vec::new())
    }
}

impl<T> Yearly<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// What stands in a year.
    pub fn at(&self, year: i32) -> Option<&T> {
        let at = self.0.binary_search_by_key(&year, |(year, _)| *year).ok()?;
        Some(&self.0[at].1)
    }
    /// Sets a year from 1 to 9999, or takes away what stands there.
    pub fn set(&mut self, year: i32, value: Option<T>) {
        if !(1..=9999).contains(&year) {
            return;
        }
        match (self.0.binary_search_by_key(&year, |(year, _)| *year), value) {
            (Ok(at), Some(value)) => self.0[at].1 = value,
            (Ok(at), None) => drop(self.0.remove(at)),
            (Err(at), Some(value)) => self.0.insert(at, (year, value)),
            (Err(_), None) => {}
        }
    }
    /// Years and what stands in them, upwards.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (i32, &T)> {
        self.0.iter().map(|(year, value)| (*year, value))
    }
}

/// The years asked for: `count` of them from `first` on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    first: i32,
    count: u8,
}

impl Window {
    /// The most years; as many as a series holds.
    pub const MOST: u8 = 20;

    /// 1 to 20 years from one of 1900 to 2100 on; none for others.
    pub fn new(first: i32, count: u8) -> Option<Window> {
        ((1900..=2100).contains(&first) && (1..=Window::MOST).contains(&count)).then_some(Window { first, count })
    }
    pub fn first(self) -> i32 {
        self.first
    }
    pub fn last(self) -> i32 {
        self.first + i32::from(self.count) - 1
    }
    pub fn count(self) -> u8 {
        self.count
    }
    pub fn contains(self, year: i32) -> bool {
        (self.first..=self.last()).contains(&year)
    }
    pub fn years(self) -> impl DoubleEndedIterator<Item = i32> {
        self.first..=self.last()
    }
}
