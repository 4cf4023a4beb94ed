//! Words that are nearly spelt like another.
//!
//! A bounded edit distance over all words, most of which the set of their
//! letters rules out: some hundred nanoseconds for each that is left, and a
//! tenth of the code of a Levenshtein automaton.

const LONGEST: usize = 48;

/// The edits that a word of this length may be off by: none under four
/// letters, one from four, two from eight.
pub(super) fn allowed_edits(length: usize) -> u8 {
    match length {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Whether words with these letters can be within `most` edits: every edit
/// brings at most one letter that the other lacks. With `as_prefix` the word
/// may go on, with any letters.
pub(super) fn may_be_near(asked: u32, letters: u32, most: u8, as_prefix: bool) -> bool {
    let most = u32::from(most);
    (asked & !letters).count_ones() <= most && (as_prefix || (letters & !asked).count_ones() <= most)
}

/// Edits between two words when at most `most`; a transposition is one.
///
/// With `as_prefix`, `word` may go on after what was asked for.
pub(super) fn edits(asked: &str, word: &str, most: u8, as_prefix: bool) -> Option<u8> {
    let (asked, word) = (asked.as_bytes(), word.as_bytes());
    let (short, long) = (asked.len(), word.len());
    if short > LONGEST || short > long + most as usize || (!as_prefix && long > short + most as usize) {
        return None;
    }
    // Letters further on than this can't be within reach.
    let word = &word[..long.min(short + most as usize)];
    let mut rows = [[0u8; LONGEST + 4]; 3];
    for (at, cell) in rows[0].iter_mut().enumerate() {
        *cell = at as u8;
    }
    for i in 1..=short {
        let [before, above, row] = &mut rows_at(&mut rows, i);
        if fill(row, above, before, asked, word, (i, most as usize)) > most {
            return None;
        }
    }
    let last = &rows[short % 3][..=word.len()];
    let best = if as_prefix { last.iter().copied().min() } else { last.last().copied() };
    best.filter(|&it| it <= most)
}

type Row = [u8; LONGEST + 4];

/// The rows two before, one before and at `i`.
fn rows_at(rows: &mut [Row; 3], i: usize) -> [&mut Row; 3] {
    let [a, b, c] = rows;
    match i % 3 {
        0 => [b, c, a],
        1 => [c, a, b],
        _ => [a, b, c],
    }
}

/// Fills row `i` of the distance table, as far from the diagonal as `most` edits
/// can lead, and returns its least value.
fn fill(row: &mut Row, above: &Row, before: &Row, asked: &[u8], word: &[u8], (i, most): (usize, usize)) -> u8 {
    *row = [LONGEST as u8; LONGEST + 4];
    row[0] = i as u8;
    let mut least = row[0];
    for j in i.saturating_sub(most).max(1)..=word.len().min(i + most) {
        let same = asked[i - 1] == word[j - 1];
        let mut cost = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + u8::from(!same));
        if i > 1 && j > 1 && asked[i - 1] == word[j - 2] && asked[i - 2] == word[j - 1] {
            cost = cost.min(before[j - 2] + 1);
        }
        row[j] = cost;
        least = least.min(cost);
    }
    least
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn a_transposition_is_one_edit() {
        assert_eq!(edits("barnehgae", "barnehage", 2, false), Some(1));
        assert_eq!(edits("mobing", "mobbing", 1, false), Some(1));
        assert_eq!(edits("psyklog", "psykolog", 1, false), Some(1));
        assert_eq!(edits("kafe", "kafe", 1, false), Some(0));
    }

    #[test]
    fn more_edits_than_allowed_are_none() {
        assert_eq!(edits("mobing", "mobilitet", 1, false), None);
        assert_eq!(edits("helse", "hjelp", 1, false), None);
    }

    #[test]
    fn a_beginning_may_be_off_too() {
        assert_eq!(edits("barnverns", "barnevernstjeneste", 1, true), Some(1));
        assert_eq!(edits("barnverns", "barnevernstjeneste", 1, false), None);
    }

    #[test]
    fn any_lengths_are_fine() {
        let long = std::string::String::from_utf8(std::vec![b'a'; 500]).unwrap();
        assert_eq!(edits(&long, "a", 2, true), None);
        assert_eq!(edits("", &long, 0, true), Some(0));
        assert_eq!(edits("ab", "", 2, false), Some(2));
    }
}
