//! The days the work goes towards, and how far away they are. Only days somebody has set or published; none is made up.

use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::date::Date;
use crate::order;

/// What happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The application date of the assessment.
    Application,
    /// The last day on which the edition takes applications.
    Closes,
    /// A stage of the road that is not done, by its position.
    Stage(usize),
}

/// One day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    pub event: Event,
    pub day: Date,
    /// Days from today: 0 today, below 0 when it is over. Of a worked sample: from its application date.
    pub days: i64,
}

/// All days that are known, the next one first and then those that are over, the latest first.
///
/// Once the first stage (the application) is done, its date and the end of the window count no more. On 2016-11-20 a window to
/// 2016-12-02 closes in 12 days.
pub fn ahead(pack: &Pack, assessment: &Assessment, today: Date) -> Vec<Ahead> {
    let today = assessment.present_day(today);
    let record = &assessment.eligibility;
    let applied = assessment.road.stages.first().is_some_and(|stage| stage.done);
    let closes = pack.edition_rules(record.edition).closes;
    let open = [(Event::Application, record.application_date), (Event::Closes, closes)];
    let open = open.into_iter().filter(|_| !applied);
    let stages = assessment.road.stages.iter().enumerate().filter(|(_, stage)| !stage.done);
    let stages = stages.map(|(at, stage)| (Event::Stage(at), stage.day));
    let known = open.chain(stages).filter_map(|(event, day)| {
        let day = day?;
        Some(Ahead {
            event,
            day,
            days: days_between(today, day),
        })
    });
    let mut known: Vec<Ahead> = known.collect();
    order::sort_by_key(&mut known, |ahead| (ahead.days < 0, ahead.days.abs()));
    known
}

/// Days from one day to another; below 0 backwards. From 2016-11-20 to 2016-12-02 it is 12.
pub fn days_between(from: Date, to: Date) -> i64 {
    to.signed_duration_since(from).num_days()
}
