//! «Mente du …»: the nearest of the words that would have been right.

use super::Text;

/// The candidate nearest to `word`, when it is near enough to be what was meant:
/// at most a third of the word's letters (and at least one) may differ.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let limit = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|it| (strsim::osa_distance(&word, &it.to_lowercase()), it))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, it)| it)
}

/// The sentence that offers `candidate`.
pub fn did_you_mean(candidate: &str) -> Text {
    Text::new(format!("mente du `{candidate}`?"), format!("did you mean `{candidate}`?"))
}
