//! Nynorsk spellings turned into bokmål ones, inside compounds too, so that
//! one key serves both. All in folded letters.

use super::{find, join};
use crate::prelude::*;
/// Pairs of (nynorsk, bokmål) that replace each other anywhere in a word.
const ANYWHERE: &[(&str, &str)] = &[
    ("tenest", "tjenest"),
    ("tilbod", "tilbud"),
    ("rettleiing", "veiledning"),
    ("rettleiar", "veileder"),
    ("rettlei", "veiled"),
    ("vegleiing", "veiledning"),
    ("utgreiing", "utredning"),
    ("tilvising", "henvisning"),
    ("sjukepleiar", "sykepleier"),
    ("sjuk", "syk"),
    ("heimeb", "hjemmeb"),
    ("heim", "hjem"),
    ("sjolv", "selv"),
    ("vidareg", "videreg"),
    ("vidare", "videre"),
    ("avlasting", "avlastning"),
    ("lakjar", "lege"),
    ("radgjev", "radgiv"),
    ("radgiv", "radgiv"),
    ("sysken", "sosken"),
    ("kjensl", "folels"),
    ("flykting", "flyktning"),
    ("verksemd", "virksomhet"),
    ("bustad", "bolig"),
    ("framand", "fremmed"),
    ("samlivsbrot", "samlivsbrudd"),
    ("kjarast", "kjarest"),
    ("tryggleik", "trygghet"),
    ("moglegheit", "mulighet"),
    ("medverknad", "medvirkning"),
    ("forstyrring", "forstyrrels"),
    ("nedsetjing", "nedsettels"),
    ("parorande", "parorende"),
    ("gaande", "gaende"),
    ("oppsokjande", "oppsokende"),
    ("eteforst", "spiseforst"),
    ("jamaldring", "jevnaldrend"),
    ("ungdomane", "ungdommene"),
    ("ombod", "ombud"),
    ("opphald", "opphold"),
    ("utval", "utvalg"),
];

/// The same at the beginning of a word only.
const AT_START: &[(&str, &str)] = &[
    ("vald", "vold"),
    ("spel", "spill"),
    ("vaksne", "voksne"),
    ("vaksen", "voksen"),
    ("lidi", "lidels"),
];

/// Whole words.
const WHOLE: &[(&str, &str)] = &[
    ("gut", "gutt"),
    ("gutane", "guttene"),
    ("open", "apen"),
    ("opent", "apen"),
    ("ope", "apen"),
    ("opne", "apen"),
    ("apent", "apen"),
    ("apne", "apen"),
    ("auge", "oye"),
    ("auga", "oye"),
    ("augo", "oye"),
    ("veke", "uke"),
    ("vekene", "uke"),
    ("saman", "sammen"),
    ("aleine", "alene"),
    ("einsam", "ensom"),
    ("dotter", "datter"),
    ("syster", "soster"),
    ("noreg", "norge"),
    ("mogleg", "mulig"),
    ("sommar", "sommer"),
    ("redsel", "redd"),
    ("leksjar", "lekse"),
    ("liding", "lidelse"),
    ("snakka", "snakke"),
    ("krev", "krever"),
    ("samisk", "samisk"),
    ("brot", "brudd"),
    ("tankar", "tanker"),
];

/// `word` (folded) in bokmål spelling where nynorsk differs.
pub(super) fn to_bokmal(word: String) -> String {
    if let Some(&(_, nb)) = WHOLE.iter().find(|(nn, _)| *nn == word) {
        return nb.to_owned();
    }
    let mut word = word;
    for &(nn, nb) in AT_START {
        if let Some(rest) = word.strip_prefix(nn) {
            word = join(&[nb, rest]);
        }
    }
    for &(nn, nb) in ANYWHERE {
        if let Some(at) = find(&word, nn) {
            word = replaced(&word, at, nn.len(), nb);
        }
    }
    skule(word)
}

/// «skule» but not «skulder», «skulke», «skulptur» or «skulle».
fn skule(word: String) -> String {
    let Some(at) = find(&word, "skul") else { return word };
    match word.as_bytes().get(at + 4) {
        Some(b'd' | b'k' | b'p' | b't' | b'l' | b'u') => word,
        _ => replaced(&word, at, 4, "skol"),
    }
}

/// `word` with `new` in place of the `length` bytes at `at`.
fn replaced(word: &str, at: usize, length: usize, new: &str) -> String {
    let (head, rest) = word.split_at_checked(at).unwrap_or((word, ""));
    join(&[head, new, rest.get(length..).unwrap_or("")])
}
