//! Sets of ages in whole years.

use crate::model::Alder;

/// Ages from 0 to [`Alder::MAX`] as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgeSet(
    // One bit a year; 121 of 128 bits are used.
    u128,
);

impl AgeSet {
    /// No age.
    pub const NONE: AgeSet = AgeSet(0);

    /// The years from `from` to `to`, both included.
    pub fn range(from: u8, to: u8) -> AgeSet {
        let upto =
            |it: u8| if it >= Alder::MAX { (1 << (u32::from(Alder::MAX) + 1)) - 1 } else { (1_u128 << (it + 1)) - 1 };
        let below = if from == 0 { 0 } else { upto(from - 1) };
        AgeSet(upto(to) & !below)
    }

    /// The years of `alder`, open ends filled in.
    pub fn of(alder: Alder) -> AgeSet {
        let (from, to) = alder.bounds();
        AgeSet::range(from, to)
    }

    /// All years in either.
    pub fn union(self, other: AgeSet) -> AgeSet {
        AgeSet(self.0 | other.0)
    }

    /// The years in both.
    pub fn meet(self, other: AgeSet) -> AgeSet {
        AgeSet(self.0 & other.0)
    }

    /// The years in `self` that are not in `other`.
    pub fn minus(self, other: AgeSet) -> AgeSet {
        AgeSet(self.0 & !other.0)
    }

    /// Whether it holds no year.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The runs of years without a break, youngest first, both ends included.
    pub fn runs(self) -> Vec<(u8, u8)> {
        let mut runs: Vec<(u8, u8)> = Vec::new();
        for age in (0..=Alder::MAX).filter(|it| self.0 >> it & 1 == 1) {
            match runs.last_mut() {
                Some((_, to)) if *to + 1 == age => *to = age,
                _ => runs.push((age, age)),
            }
        }
        runs
    }
}

impl FromIterator<AgeSet> for AgeSet {
    fn from_iter<I: IntoIterator<Item = AgeSet>>(sets: I) -> AgeSet {
        sets.into_iter().fold(AgeSet::NONE, AgeSet::union)
    }
}
