//! Words in pictures: how much room they take, and lines that fit.
//!
//! A picture does not know which font it is shown in. Widths are estimates on the safe side of the sans-serifs that
//! systems have.

/// Size of the words, in the units of pictures; the style sheet says the same.
const SIZE: f64 = 14.0;
/// Most lines of a name.
const MOST_LINES: usize = 2;
const CUT: char = '…';

/// The width of `words` at most.
pub fn width(words: &str) -> f64 {
    words.chars().map(of).sum::<f64>() * SIZE
}

/// The width of a letter at most, in parts of the size.
fn of(letter: char) -> f64 {
    match letter {
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' => 0.33,
        'f' | 'r' | 't' | '-' | '(' | ')' | '/' | '«' | '»' => 0.48,
        'm' | 'w' | 'æ' | 'M' | 'W' | 'Æ' | '%' | '@' | '—' | '…' => 1.0,
        'A'..='Z' | 'Å' | 'Ø' => 0.8,
        'a'..='z' | '0'..='9' | 'å' | 'ø' | '–' => 0.62,
        _ if letter.is_ascii() || letter < '\u{250}' => 0.85,
        // Other scripts, and signs as wide as two letters.
        _ => 1.1,
    }
}

/// `name` in lines of at most `most`; what does not fit in two is cut, which an ellipsis shows.
pub(super) fn wrapped(name: &str, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in name.split_whitespace().flat_map(|it| pieces(it, most)) {
        let line = lines.last_mut().expect("there is always one");
        let longer = format!("{line} {word}");
        if line.is_empty() {
            *line = word;
        } else if width(&longer) <= most {
            *line = longer;
        } else {
            lines.push(word);
        }
    }
    if lines.len() > MOST_LINES {
        let rest = lines.split_off(MOST_LINES - 1).join(" ");
        lines.push(cut(&rest, most));
    }
    lines
}

/// A word in pieces that fit in a line; one that has to be broken gets a hyphen there.
fn pieces(word: &str, most: f64) -> Vec<String> {
    if width(word) <= most {
        return vec![word.to_owned()];
    }
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for letter in word.chars() {
        if width(&format!("{piece}{letter}-")) > most && !piece.is_empty() {
            let hyphen = if piece.ends_with(['-', '/']) { "" } else { "-" };
            pieces.push(std::mem::take(&mut piece) + hyphen);
        }
        piece.push(letter);
    }
    pieces.push(piece);
    pieces
}

fn cut(words: &str, most: f64) -> String {
    let mut kept = String::new();
    for letter in words.chars() {
        if width(&format!("{kept}{letter}{CUT}")) > most {
            break;
        }
        kept.push(letter);
    }
    format!("{}{CUT}", kept.trim_end())
}
