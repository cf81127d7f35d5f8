//! Chance that follows from a seed (SplitMix64, Steele, Lea and Flood 2014).

#[derive(Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Chance {
        Chance(seed)
    }
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
    /// From 0 to below a number.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }
    /// From one number to another, both among them.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to - from + 1)
    }
    pub fn one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }
}
