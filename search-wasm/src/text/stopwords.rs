//! Words that carry no meaning of their own, in bokmål and nynorsk.

/// Sorted, folded.
const STOP_WORDS: &[&str] = &[
    "a", "alle", "alt", "andre", "at", "av", "bare", "ble", "bli", "blir", "blitt", "da", "de", "deg", "dei",
    "deim", "deira", "dem", "den", "denne", "der", "dere", "deres", "det", "dette", "di", "din", "disse", "ditt",
    "du", "dykk", "eg", "ei", "ein", "eit", "eller", "en", "er", "et", "etter", "for", "fra", "ga", "ha", "had",
    "hadde", "han", "hans", "har", "hennar", "hennes", "her", "hjelp", "ho", "hos", "hun", "hva", "hvem", "hver",
    "hvis", "hvor", "hvordan", "i", "ikke", "ikkje", "inn", "ja", "jeg", "kan", "kor", "korleis", "kva", "kvar",
    "kven", "kvifor", "man", "me", "med", "meg", "men", "mer", "mi", "min", "mitt", "mot", "mye", "na", "nar",
    "no", "noe", "noen", "noko", "nokon", "nokre", "o", "og", "om", "opp", "oss", "over", "pa", "sa", "samme",
    "seg", "si", "sin", "sitt", "ska", "skal", "som", "ta", "til", "tilbod", "tilbud", "um", "under", "ut", "var",
    "vart", "ved", "vera", "vere", "vert", "vi", "vil", "vore",
];

/// Whether a folded word says nothing about what is sought.
///
/// «hjelp» and «tilbud» are here because every record is that.
pub fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(super::STOP_WORDS.is_sorted());
    }
}
