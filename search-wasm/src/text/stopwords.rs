//! Words that carry no meaning of their own, in bokmål and nynorsk.

use super::split::Split;

/// Folded. «hjelp» and «tilbud» are here because every record is that.
const STOP_WORDS: &str = "\
a alle alt andre at av bare ble bli blir blitt da de deg dei deim deira dem den denne der dere deres det dette di din \
disse ditt du dykk eg ei ein eit eller en er et etter for fra ga ha had hadde han hans har hennar hennes her hjelp ho \
hos hun hva hvem hver hvis hvor hvordan i ikke ikkje inn ja jeg kan kor korleis kva kvar kven kvifor man me med meg men \
mer mi min mitt mot mye na nar no noe noen nokon noko nokre o og om opp oss over pa sa samme seg si sin sitt ska skal \
som ta til tilbud tilbod um under ut var ved vi vil vore vart vera vere vert";

/// Whether a folded word says nothing about what is sought.
pub fn is_stop_word(folded: &str) -> bool {
    Split::new(STOP_WORDS, b' ').any(|it| it == folded)
}
