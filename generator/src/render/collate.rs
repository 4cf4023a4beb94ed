//! The order of the Norwegian alphabet: … x y z æ ø å.

use unicode_normalization::UnicodeNormalization;

/// A key that sorts as the text does in a Norwegian list. Case and accents do
/// not count; ä and ö stand with æ and ø, Sámi letters with their Latin kin.
pub(super) fn key(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut key = String::with_capacity(lower.len());
    for c in lower.nfc() {
        match c {
            'æ' | 'ä' => key.push('{'),
            'ø' | 'ö' => key.push('|'),
            'å' => key.push('}'),
            'đ' => key.push('d'),
            'ŋ' => key.push('n'),
            'ŧ' => key.push('t'),
            // What people skip when they look something up: quotes, dots, dashes.
            _ if !c.is_alphanumeric() => key.push(' '),
            _ => key.extend(c.nfd().filter(|it| it.is_alphanumeric())),
        }
    }
    key.trim_start().to_owned()
}

/// The letter a text stands under in A–Å; `#` for digits and the like.
pub(super) fn letter(text: &str) -> String {
    match key(text).chars().next() {
        Some('{') => "Æ".to_owned(),
        Some('|') => "Ø".to_owned(),
        Some('}') => "Å".to_owned(),
        Some(c @ 'a'..='z') => c.to_ascii_uppercase().to_string(),
        _ => "#".to_owned(),
    }
}

/// The letters of A–Å.
pub(super) fn alphabet() -> impl Iterator<Item = String> {
    ('A'..='Z').chain(['Æ', 'Ø', 'Å']).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_letters_come_last_and_accents_do_not_count() {
        let mut words = ["Åpen barnehage", "Ørland", "zumba", "Ære", "Élan", "elg", "«Fri»", "Čáhppes", "aking"];
        words.sort_by_key(|it| key(it));
        assert_eq!(words, ["aking", "Čáhppes", "Élan", "elg", "«Fri»", "zumba", "Ære", "Ørland", "Åpen barnehage"]);
    }

    #[test]
    fn letters() {
        assert_eq!(["Åse", "«dans»", "3-åringer", "Ælva"].map(letter), ["Å", "D", "#", "Æ"]);
    }
}
