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
        let (mut a, mut b, mut end) = (0, 0, 0);
        let mut middle = 0;
        for (at, slot) in to.iter_mut().enumerate() {
            if at == end {
                (a, b) = (at, n.min(at + run));
                (middle, end) = (b, n.min(at + 2 * run));
            }
            let take_second = a == middle || b < end && less(from[b], from[a]);
            let taken = if take_second { &mut b } else { &mut a };
            *slot = from[*taken];
            *taken += 1;
        }
        core::mem::swap(&mut from, &mut to);
        run *= 2;
    }
    from
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
