//! Minutes shared out over the segments of a meeting, and the table that tells them.

use super::document::{Alignment, Row, Weight};
use super::draft::Draft;

/// One segment of a meeting.
pub(super) struct Segment {
    pub title: String,
    /// Its share relative to the others.
    pub weight: u64,
    /// What stands in further columns.
    pub more: Vec<String>,
}

/// Minutes by weight, by largest remainder; of equal remainders the earlier segment's comes first. They add up to the minutes given;
/// where no segment weighs anything, the first has them all.
///
/// 10 minutes by 3, 3 and 1 are 4.28…, 4.28… and 1.42…: rounded down 4, 4 and 1, and the minute left goes to the third.
pub(super) fn shared(minutes: u32, weights: &[u64]) -> Vec<u32> {
    let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    let mut shares: Vec<u32> = Vec::with_capacity(weights.len());
    let mut remainders: Vec<(usize, u128)> = Vec::with_capacity(weights.len());
    for (at, weight) in weights.iter().enumerate() {
        let share = u128::from(minutes) * u128::from(*weight);
        // A share of the minutes is no more than all of them.
        shares.push(share.checked_div(whole).and_then(|share| u32::try_from(share).ok()).unwrap_or_default());
        remainders.push((at, share.checked_rem(whole).unwrap_or_default()));
    }
    let mut left = minutes - shares.iter().sum::<u32>();
    if whole == 0 {
        if let Some(first) = shares.first_mut() {
            *first = left;
        }
        return shares;
    }
    // A stable order, so that of equal ones the earlier stays first; fewer minutes are left than there are remainders.
    crate::order::sort_by_key(&mut remainders, |(_, remainder)| std::cmp::Reverse(*remainder));
    for (at, _) in remainders {
        if let Some(share) = shares.get_mut(at).filter(|_| left > 0) {
            *share += 1;
            left -= 1;
        }
    }
    shares
}

/// The segments with their minutes and from when to when, from the beginning on, and the sum below; gives the minutes.
pub(super) fn write(draft: &mut Draft<'_>, caption: &str, minutes: u32, segments: &[Segment], more: &[(&str, u32, Alignment)]) -> Vec<u32> {
    let words = draft.words;
    let weights: Vec<u64> = segments.iter().map(|segment| segment.weight).collect();
    let shares = shared(minutes, &weights);
    let mut begun = 0;
    let mut rows: Vec<Row> = Vec::with_capacity(segments.len() + 1);
    for (segment, share) in segments.iter().zip(&shares) {
        let ended = begun + share;
        let span = match share {
            0 => words.none().to_owned(),
            _ => draft.language.range(&begun.to_string(), &ended.to_string()),
        };
        begun = ended;
        let mut cells = vec![segment.title.clone(), share.to_string(), span];
        cells.extend(segment.more.iter().cloned());
        rows.push(Row { weight: Weight::Plain, cells });
    }
    let mut sum = vec![words.timetable_total().to_owned(), shares.iter().sum::<u32>().to_string()];
    sum.resize(more.len() + 3, String::new());
    rows.push(Row {
        weight: Weight::Total,
        cells: sum,
    });
    let mut columns = vec![
        (words.timetable_segment(), 30, Alignment::Start),
        (words.timetable_minutes(), 10, Alignment::End),
        (words.timetable_from_to(), 14, Alignment::Centre),
    ];
    columns.extend(more.iter().copied());
    draft.table(caption, &columns, rows);
    shares
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn minutes_are_shared_out_whole_and_add_up() {
        assert_eq!(shared(10, &[3, 3, 1]), [4, 4, 2]);
        assert_eq!(shared(40, &[5000, 10000, 10000, 9000, 13000, 10000, 40000, 3000, 5000]).iter().sum::<u32>(), 40);
        assert_eq!(shared(1, &[1, 1, 1]), [1, 0, 0]);
        assert_eq!(shared(7, &[0, 0]), [7, 0]);
        assert_eq!(shared(0, &[2, 1]), [0, 0]);
        assert_eq!(shared(600, &[u64::MAX, u64::MAX]), [300, 300]);
        assert!(shared(40, &[]).is_empty());
        for minutes in 1..200 {
            let shares = shared(minutes, &[110, 90, 90, 130, 100, 80, 400]);
            assert_eq!(shares.iter().sum::<u32>(), minutes);
            // Nobody is more than a minute away from the exact share.
            assert!(
                shares
                    .iter()
                    .zip([110, 90, 90, 130, 100, 80, 400])
                    .all(|(share, weight)| (share * 1000).abs_diff(minutes * weight) < 1000)
            );
        }
    }
}
