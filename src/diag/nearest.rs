//! "Did you mean ...?"

/// Letters of a name that count: nobody writes longer ones by hand.
const LETTERS: usize = 64;

/// The candidate nearest to `word`, if one is near enough to be worth naming (Levenshtein distance at
/// most a third of the word's length, at least 1). Of equals the first in order.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(LETTERS).collect();
    let mut best = None;
    // One more than the distance at which a candidate is nearer than the best.
    let mut below = (word.len() / 3).max(1) + 1;
    let mut letters = Vec::with_capacity(LETTERS);
    for candidate in candidates {
        letters.clear();
        letters.extend(candidate.chars().take(LETTERS));
        if let Some(distance) = distance_below(below, &word, &letters) {
            (best, below) = (Some(candidate), distance);
        }
    }
    best
}

/// The Levenshtein distance, if it is less than `limit`. Where thousands of names are wrong, each is held against
/// thousands that look alike: what the two have in common at both ends is left aside, which is most of it.
fn distance_below(limit: usize, one: &[char], two: &[char]) -> Option<usize> {
    if one.len().abs_diff(two.len()) >= limit {
        return None;
    }
    let before = one.iter().zip(two).take_while(|(a, b)| a == b).count();
    let (one, two) = (&one[before..], &two[before..]);
    let after = one.iter().rev().zip(two.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, two) = (&one[..one.len() - after], &two[..two.len() - after]);
    let mut row: Vec<usize> = (0..=one.len()).collect();
    for (i, c) in two.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, w) in one.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(c != w)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    Some(row[one.len()]).filter(|distance| *distance < limit)
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
        assert_eq!(
            nearest("fact-12x", ["fact-1", "fact-125", "fact-12", "fact-12x-"]),
            Some("fact-125"),
            "of equals the first"
        );
        assert_eq!(nearest("fact-12x", ["fact-125", "fact-12x"]), Some("fact-12x"), "the same is nearest");
        assert_eq!(nearest("", ["a", "bc"]), Some("a"));
    }
}
