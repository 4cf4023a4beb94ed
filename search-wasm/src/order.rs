//! The one sort of the crate: the standard library's are faster, but come anew
//! for every type and together weigh more than all the rest.

use crate::prelude::*;

/// The numbers under `n` in the order that `less` gives; equals stay as they
/// are. Merges runs that double in length.
pub(crate) fn order(n: usize, less: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut from: Vec<u32> = (0..n as u32).collect();
    let mut to = from.clone();
    let mut run = 1;
    while run < n {
        let mut start = 0;
        while start < n {
            merge(&from, &mut to, start, run, less);
            start += 2 * run;
        }
        core::mem::swap(&mut from, &mut to);
        run *= 2;
    }
    from
}

/// Merges the run at `start` with the one after it.
fn merge(from: &[u32], to: &mut [u32], start: usize, run: usize, less: &dyn Fn(u32, u32) -> bool) {
    let middle = from.len().min(start + run);
    let end = from.len().min(start + 2 * run);
    let (mut a, mut b) = (start, middle);
    for slot in to[start..end].iter_mut() {
        let take_second = a == middle || b < end && less(from[b], from[a]);
        let taken = if take_second { &mut b } else { &mut a };
        *slot = from[*taken];
        *taken += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn it_sorts_and_keeps_equals_in_place() {
        let words = ["c", "a", "b", "a", "c", "b", "a"];
        let sorted = order(words.len(), &|a, b| words[a as usize] < words[b as usize]);
        assert_eq!(sorted, [1, 3, 6, 2, 5, 0, 4]);
        assert!(order(0, &|_, _| false).is_empty());
    }
}
