//! How near some ratings come to their references.

use super::record::ItemOffset;

/// Ratings against their references, in a few numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accuracy {
    /// Items with both a reference and a rating; at least 1.
    pub compared: usize,
    /// The mean of (own − reference) in percentage points: above 0 lenient, below 0 harsh.
    pub bias: f64,
    /// The sample standard deviation of (own − reference) in percentage points: how steady the trainee is, whatever the
    /// bias. None for a single item.
    pub consistency: Option<f64>,
    /// Items at most one step of the criteria away.
    pub within_step: usize,
    /// Items in the band of the reference.
    pub within_band: usize,
}

/// None without an item. Off by +5, −10, 0 and +5 points the bias is 0 and the consistency √(150 ÷ 3) = 7.07.
pub fn accuracy<'a>(items: impl IntoIterator<Item = &'a ItemOffset>) -> Option<Accuracy> {
    let (mut count, mut sum, mut squares) = (0_i64, 0_i64, 0_i64);
    let (mut within_step, mut within_band) = (0, 0);
    for item in items {
        let offset = i64::from(item.offset());
        count += 1;
        sum += offset;
        squares += offset * offset;
        within_step += usize::from(offset.abs() <= i64::from(item.step));
        within_band += usize::from(item.same_band);
    }
    if count == 0 {
        return None;
    }
    let scatter = count * squares - sum * sum;
    let degrees = count * (count - 1);
    Some(Accuracy {
        compared: count as usize,
        bias: sum as f64 / count as f64,
        consistency: (degrees > 0).then(|| (scatter as f64 / degrees as f64).sqrt()),
        within_step,
        within_band,
    })
}
