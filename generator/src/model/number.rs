//! Numbers as Norwegians read them.

/// A written whole or decimal number with its whole part in groups of three, from five digits on: «1 250 000», «9500».
///
/// Between the groups stands a space that does not break (U+00A0), as Språkrådet wants it.
pub fn grouped(number: &str) -> String {
    let sign = usize::from(number.starts_with('-'));
    let end = number[sign..].find(|it: char| !it.is_ascii_digit()).map_or(number.len(), |it| sign + it);
    let whole = &number[sign..end];
    if whole.len() < 5 {
        return number.to_owned();
    }
    let mut written = number[..sign].to_owned();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            written.push('\u{a0}');
        }
        written.push(digit);
    }
    written + &number[end..]
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn groups_of_three_from_five_digits() {
        let cases = [
            ("0", "0"),
            ("9500", "9500"),
            ("12500", "12\u{a0}500"),
            ("-125000,5", "-125\u{a0}000,5"),
            ("1250000", "1\u{a0}250\u{a0}000"),
            ("2500,25", "2500,25"),
            ("", ""),
        ];
        for (number, written) in cases {
            assert_eq!(grouped(number), written);
        }
    }
}
