//! Opening hours as people write them: «mandag–fredag 08.00–15.30; lør 10-14».

use std::fmt;

/// Days with the same hours, in the words and the form that files have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidHours {
    /// Days, or words for several.
    pub dager: Vec<&'static str>,
    /// Opens, such as `08:00`.
    pub fra: String,
    /// Closes.
    pub til: String,
}

impl fmt::Display for SaidHours {
    /// As a line of a file.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{{dager: [{}], fra: \"{}\", til: \"{}\"}}", self.dager.join(", "), self.fra, self.til)
    }
}

/// The week, and what each day is called and shortened to, in both written forms of Norwegian.
const DAYS: [(&str, &[&str]); 7] = [
    ("mandag", &["mandager", "man", "ma", "måndag", "måndagar", "mån", "må"]),
    ("tirsdag", &["tirsdager", "tirs", "tir", "ti", "tysdag", "tysdagar", "tys", "ty"]),
    ("onsdag", &["onsdager", "onsdagar", "ons", "on"]),
    ("torsdag", &["torsdager", "torsdagar", "tors", "tor", "to"]),
    ("fredag", &["fredager", "fredagar", "fre", "fr"]),
    ("lørdag", &["lørdager", "lør", "lø", "laurdag", "laurdagar", "lau", "la"]),
    ("søndag", &["søndager", "søn", "sø", "søndagar", "sundag", "sundagar", "sun", "su"]),
];

/// Words for several days.
const SEVERAL: [(&str, &[&str]); 3] = [
    ("hverdager", &["hverdag", "kvardag", "kvardagar"]),
    ("helg", &["helger", "helgen", "helga", "helgene"]),
    ("alle-dager", &["daglig", "dagleg"]),
];

/// Longest text, in bytes, that is taken for opening hours.
const LONGEST: usize = 2_000;

/// What `text` says; `None` when it says anything else.
pub fn said_hours(text: &str) -> Option<Vec<SaidHours>> {
    if text.len() > LONGEST {
        return None;
    }
    let lines = text.split([';', '\n']).map(str::trim).filter(|it| !it.is_empty());
    lines.map(line).collect::<Option<Vec<_>>>().filter(|it| !it.is_empty())
}

fn line(line: &str) -> Option<SaidHours> {
    let line = even(line);
    let (days, times) = line.rsplit_once(' ')?;
    let days = days.trim().trim_end_matches(" kl.").trim_end_matches(" kl").trim_end_matches(':');
    let (fra, til) = times.split_once('–')?;
    Some(SaidHours { dager: all_days(days)?, fra: time(fra)?, til: time(til)? })
}

/// The days in a text such as «man-fre» or «tirsdag og torsdag», in the words of files.
pub fn said_days(text: &str) -> Option<Vec<&'static str>> {
    (text.len() <= LONGEST).then(|| all_days(&even(text))).flatten()
}

/// Small letters, and one kind of dash.
fn even(text: &str) -> String {
    let text = text.to_lowercase().replace(" - ", "–").replace(" – ", "–").replace('-', "–");
    text.replace("alle–dager", "alle-dager").replace("alle dager", "alle-dager")
}

fn all_days(days: &str) -> Option<Vec<&'static str>> {
    let words = days.split([',', ' ']).filter(|it| !it.is_empty() && *it != "og");
    words.map(day_words).collect::<Option<Vec<_>>>().map(|it| it.concat()).filter(|it| !it.is_empty())
}

fn time(written: &str) -> Option<String> {
    let (hour, minute) = written.split_once([':', '.']).unwrap_or((written, "00"));
    let number = |it: &str| it.parse::<u8>().ok().filter(|_| it.len() <= 2);
    (number(hour)? <= 24 && number(minute)? < 60).then(|| format!("{hour:0>2}:{minute:0>2}"))
}

/// A day, a word for several, or «mandag–fredag».
fn day_words(written: &str) -> Option<Vec<&'static str>> {
    let find = |list: &[(&'static str, &[&str])], word: &str| {
        let word = word.trim_end_matches('.');
        list.iter().position(|(name, also)| *name == word || also.contains(&word))
    };
    if let Some(at) = find(&SEVERAL, written) {
        return Some(vec![SEVERAL[at].0]);
    }
    if let Some(at) = find(&DAYS, written) {
        return Some(vec![DAYS[at].0]);
    }
    let (first, last) = written.split_once('–')?;
    let (first, last) = (find(&DAYS, first)?, find(&DAYS, last)?);
    (first < last).then(|| DAYS[first..=last].iter().map(|it| it.0).collect())
}
