//! Numbers that look drawn by lot and are the same on every machine: `SplitMix64` (Steele, Lea and
//! Flood 2014). Owned here so that no library's next version changes the corpus.

/// A stream of numbers.
#[derive(Debug, Clone)]
pub struct Random {
    state: u64,
}

impl Random {
    /// The stream of one thing: what is drawn for it does not depend on how many others there are.
    pub fn of(seed: u64, subject: u64, index: usize) -> Self {
        let mut random = Self { state: seed ^ subject.rotate_left(32) };
        random.state = random.number() ^ index as u64;
        random.state = random.number();
        random
    }

    pub fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not with, `end`; 0 when that is empty.
    pub fn below(&mut self, end: usize) -> usize {
        // The high bits of the product: no division, and a bias far below what this needs.
        let product = u128::from(self.number()) * end as u128;
        usize::try_from(product >> 64).expect("it is below `end`")
    }

    /// A number from `least` to `most`, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len())]
    }
}

/// Ranks by a Zipf law: the second is drawn half as often as the first, the third a third.
pub struct Zipf {
    /// How often a rank or one before it is drawn, in parts of the last.
    sums: Vec<f64>,
}

impl Zipf {
    pub fn new(count: u32) -> Self {
        let mut sum = 0.0;
        let sums = (1..=count).map(|rank| {
            sum += 1.0 / f64::from(rank);
            sum
        });
        Self { sums: sums.collect() }
    }

    /// Different ranks from 0, in the order drawn.
    pub fn draw(&self, count: usize, random: &mut Random) -> Vec<usize> {
        const STEPS: u32 = 1 << 24;
        let total = self.sums.last().copied().unwrap_or_default();
        let mut ranks = Vec::with_capacity(count);
        while ranks.len() < count.min(self.sums.len()) {
            let step = u32::try_from(random.below(STEPS as usize)).expect("it is below 2^24");
            let point = total * f64::from(step) / f64::from(STEPS);
            let rank = self.sums.partition_point(|sum| *sum <= point).min(self.sums.len() - 1);
            if !ranks.contains(&rank) {
                ranks.push(rank);
            }
        }
        ranks
    }
}
