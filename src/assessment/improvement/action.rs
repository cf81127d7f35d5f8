//! One improvement action.

use crate::assessment::record::Text;
use crate::date::Date;

/// What is to be done so that an item gets better.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImprovementAction {
    /// Its name in the file and in calendars; never changes.
    pub id: Text,
    pub title: Text,
    /// Id of the item it is for; empty, or one the pack does not have: none, and no points are expected of it.
    pub item: Text,
    /// Who sees to it.
    pub owner: Text,
    pub start: Option<Date>,
    pub due: Option<Date>,
    pub progress: Progress,
    /// Person-days; goes before the size.
    pub days: Option<u32>,
    pub size: Option<Size>,
    /// What the item is expected to gain, in percent points from 0 to 100.
    pub gain: Option<u8>,
    pub note: Text,
}

impl ImprovementAction {
    /// Whether it is still to be done: open or being done.
    pub fn is_live(&self) -> bool {
        matches!(self.progress, Progress::Open | Progress::Doing)
    }
    /// The effort in person-days: as given, else what its size stands for; none where neither is known, and where it is 0.
    pub fn effort(&self) -> Option<u32> {
        self.days.or(self.size.map(Size::days)).filter(|days| *days > 0)
    }
    /// Whether it is still to be done although its last day lies before `today`.
    pub fn is_late(&self, today: Date) -> bool {
        self.is_live() && self.due.is_some_and(|due| due < today)
    }
}

/// How far an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Progress {
    #[default]
    Open,
    Doing,
    Done,
    /// Given up; kept, so that it is known why.
    Dropped,
}

impl Progress {
    /// All of them, in their order.
    pub const ALL: [Progress; 4] = [Progress::Open, Progress::Doing, Progress::Done, Progress::Dropped];

    /// The word in the file, also looked up for words.
    pub fn word(self) -> &'static str {
        match self {
            Progress::Open => "open",
            Progress::Doing => "doing",
            Progress::Done => "done",
            Progress::Dropped => "dropped",
        }
    }
}

/// A rough effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    Small,
    Medium,
    Large,
}

impl Size {
    /// All sizes, upwards.
    pub const ALL: [Size; 3] = [Size::Small, Size::Medium, Size::Large];

    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Size::Small => "S",
            Size::Medium => "M",
            Size::Large => "L",
        }
    }
    /// The person-days it stands for when actions are ranked: a week, a month, a quarter of one person's work. Our own
    /// assumption; person-days that are given go before it.
    pub fn days(self) -> u32 {
        match self {
            Size::Small => 5,
            Size::Medium => 20,
            Size::Large => 60,
        }
    }
}
