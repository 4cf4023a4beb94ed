//! Words that carry no meaning of their own, in bokmål and nynorsk.

/// Folded. «hjelp» and «tilbud» are here because every record is that.
const STOP_WORDS: &str = "\
a alle alt andre at av bare ble bli blir blitt da de deg dei deim deira dem den denne der dere deres det dette di din \
disse ditt du dykk eg ei ein eit eller en er et etter for fra ga ha had hadde han hans har hennar hennes her hjelp ho \
hos hun hva hvem hver hvis hvor hvordan i ikke ikkje inn ja jeg kan kor korleis kva kvar kven kvifor man me med meg men \
mer mi min mitt mot mye na nar no noe noen nokon noko nokre o og om opp oss over pa sa samme seg si sin sitt ska skal \
som ta til tilbud tilbod um under ut var ved vi vil vore vart vera vere vert";

/// The stop words as numbers, ascending.
const NUMBERS: [u64; count()] = numbers();

const fn count() -> usize {
    let (mut n, mut at) = (1, 0);
    while at < STOP_WORDS.len() {
        n += (STOP_WORDS.as_bytes()[at] == b' ') as usize;
        at += 1;
    }
    n
}

const fn numbers() -> [u64; count()] {
    let mut numbers = [0; count()];
    let (mut n, mut at) = (0, 0);
    while at < STOP_WORDS.len() {
        match STOP_WORDS.as_bytes()[at] {
            b' ' => n += 1,
            letter => numbers[n] = add(numbers[n], letter),
        }
        at += 1;
    }
    // Sorts by insertion.
    let mut sorted = 1;
    while sorted < numbers.len() {
        let mut at = sorted;
        while at > 0 && numbers[at - 1] > numbers[at] {
            (numbers[at - 1], numbers[at]) = (numbers[at], numbers[at - 1]);
            at -= 1;
        }
        sorted += 1;
    }
    numbers
}

/// A word of at most eight letters is a number of as many bytes.
const fn add(number: u64, letter: u8) -> u64 {
    number << 8 | letter as u64
}

/// Whether a folded word says nothing about what is sought.
pub fn is_stop_word(folded: &str) -> bool {
    folded.len() <= 8 && NUMBERS.binary_search(&folded.bytes().fold(0, add)).is_ok()
}
