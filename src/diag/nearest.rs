//! "Did you mean ...?"

/// The candidate nearest to `word`, if one is near enough to be worth naming (Levenshtein distance at
/// most a third of the word's length, at least 1). Of equals the first in order.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(64).collect();
    let limit = (word.len() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(word: &[char], candidate: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (i, c) in candidate.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, w) in word.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(c != *w)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[word.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn names_only_what_is_near() {
        let keys = ["answer", "title", "proof"];
        assert_eq!(nearest("anwser", keys), Some("answer"));
        assert_eq!(nearest("titel", keys), None, "two changes in five letters");
        assert_eq!(nearest("tittle", keys), Some("title"));
        assert_eq!(nearest("situations", keys), None);
    }
}
