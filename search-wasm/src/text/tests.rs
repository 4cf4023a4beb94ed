//! What must meet, and what must not.

use super::*;
use crate::prelude::*;

fn key(word: &str) -> String {
    let mut spelling = String::new();
    Tokens::new(word).next(&mut spelling);
    Stemmer::new().key(&fold(&spelling))
}

fn words(text: &str) -> Vec<String> {
    let mut tokens = Tokens::new(text);
    let mut word = String::new();
    let mut words = Vec::new();
    while tokens.next(&mut word).is_some() {
        words.push(word.clone());
    }
    words
}

/// Every line is one word, inflected, misspelt without æøå or in nynorsk.
const SAME: &str = "\
barnehage barnehagen barnehager barnehagene barnehagar barnehagane barnehages
skole skolen skoler skolene skule skulen skular skulane
ungdomsskole ungdomsskule ungdomsskular
bok boka boken bøker bøkene boker
lærebok lærebøker
øye øyet øyne øynene auge auga
helsestasjon helsestasjonen helsestasjoner helsestasjonar helsestasjonane
tjeneste tjenesten tjenester teneste tenesta tenester tenestene
barnevernstjeneste barnevernsteneste barnevernstenesta
søknad søknaden søknader søknadar soknad soeknad
åpen åpent åpne open ope apen aapen
læring laering laring
kommune kommunen kommuner kommunane kommunens
venn venner venn ven vener vennene
barn barnet barna born
tilbud tilbudet tilbod tilboda
veiledning veiledningen rettleiing rettleiinga
syk syke sjuk sjuke
lærer læreren lærere lærerne lærarar lærarane
senter senteret sentre sentrene
klubb klubben klubber klubbar
kurs kurset kursene kursa
middel midler midlene
mor moren mødre mora
vold volden vald
ensom ensomhet einsam
hjem hjemmet heim heimen
selvmord sjølvmord
pårørende pårørande";

#[test]
fn inflections_and_both_norwegians_meet() {
    for line in SAME.lines() {
        let keys: Vec<String> = Split::new(line, b' ').map(key).collect();
        assert!(keys.windows(2).all(|it| it[0] == it[1]), "{line}: {keys:?}");
    }
}

#[test]
fn other_words_stay_apart() {
    for pair in ["skole skulder", "skole skulk", "rus russ", "barn barnevern", "hus husk", "mat matte", "kur kurs"] {
        let keys: Vec<String> = Split::new(pair, b' ').map(key).collect();
        assert_ne!(keys[0], keys[1], "{pair}");
    }
}

#[test]
fn words_are_split_as_people_read_them() {
    assert_eq!(words("Pedagogisk-psykologisk tjeneste (PPT)"), ["pedagogisk", "psykologisk", "tjeneste", "ppt"]);
    assert_eq!(words("E-post, § 11-6 og 116 117!"), ["epost", "11-6", "og", "116", "117"]);
    assert_eq!(words("13–15 år"), ["13-15", "år"]);
    assert_eq!(words("ÅPENT 😀 Čáhci Đ ŊÁ"), ["åpent", "čáhci", "đ", "ŋá"]);
    assert_eq!(words("a\u{30A}pen e\u{301}n"), ["åpen", "én"]);
    assert!(words("«»–…!? \u{202E}").is_empty());
}

#[test]
fn a_word_is_at_the_place_that_is_given() {
    let text = "Åpen barnehage på Løkka";
    let mut tokens = Tokens::new(text);
    let mut word = String::new();
    while let Some(span) = tokens.next(&mut word) {
        assert_eq!(words(&text[span]), [word.clone()]);
    }
}

#[test]
fn only_words_of_the_lexicon_part_a_compound() {
    let stemmer = Stemmer::new();
    let forms = ["helse", "stasjon", "barn", "barnevern", "vern", "tjeneste", "ring", "and", "ungdom", "klubb"];
    let lexicon = Lexicon::new(&stemmer, forms.iter().map(|it| (*it).to_owned()).collect());
    let split = |word: &str| lexicon.split(&stemmer, word).join("+");
    assert_eq!(split("helsestasjonen"), "helse+stasjonen");
    assert_eq!(split("barnevernstjenesten"), "barnevern+tjenesten");
    assert_eq!(split("ungdomsklubber"), "ungdom+klubber");
    assert_eq!(split("trening"), "");
    assert_eq!(split("helsesykepleier"), "");
}

#[test]
fn stop_words_are_known_in_both_norwegians() {
    for word in ["jeg", "eg", "ikke", "ikkje", "til", "hjelp"] {
        assert!(is_stop_word(word), "{word}");
    }
    assert!(!is_stop_word("skole") && !is_stop_word(""));
}

#[test]
fn a_father_is_not_what_you_get() {
    assert_ne!(key("far"), key("får"));
    assert_eq!(key("får"), key("få"));
}
