//! Types that are read from JSON, and the plain ones.

use super::Place;

/// A type that is read from what stands at a place; anything amiss is noted there.
pub trait FromJson: Sized {
    fn from_json(place: Place<'_>) -> Self;
}

impl FromJson for String {
    fn from_json(place: Place<'_>) -> String {
        place.text()
    }
}

impl FromJson for bool {
    fn from_json(place: Place<'_>) -> bool {
        place.flag()
    }
}

impl FromJson for u8 {
    fn from_json(place: Place<'_>) -> u8 {
        place.whole(u8::MAX.into()) as u8
    }
}

impl FromJson for u32 {
    fn from_json(place: Place<'_>) -> u32 {
        place.whole(u32::MAX.into()) as u32
    }
}

impl FromJson for u64 {
    fn from_json(place: Place<'_>) -> u64 {
        place.whole(u64::MAX)
    }
}

impl FromJson for usize {
    fn from_json(place: Place<'_>) -> usize {
        place.whole(usize::MAX as u64) as usize
    }
}

impl FromJson for i64 {
    fn from_json(place: Place<'_>) -> i64 {
        place.integer()
    }
}

impl FromJson for f64 {
    fn from_json(place: Place<'_>) -> f64 {
        place.number()
    }
}

/// None where nothing or null stands there.
impl<T: FromJson> FromJson for Option<T> {
    fn from_json(place: Place<'_>) -> Option<T> {
        place.if_any().map(T::from_json)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(place: Place<'_>) -> Vec<T> {
        let mut all = Vec::new();
        for element in place.list() {
            all.push(T::from_json(element));
        }
        all
    }
}
