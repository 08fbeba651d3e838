//! Which source segments each translation was made from.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

/// Fingerprint of a source segment: the first 64 bits of BLAKE3 over its text with every run of white
/// space as one space. Facts stand in the text by name, so a changed amount leaves it as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// The fingerprint of a source text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        let mut first = [0; 8];
        first.copy_from_slice(&blake3::hash(words.as_bytes()).as_bytes()[..8]);
        Fingerprint(u64::from_be_bytes(first))
    }

    /// Reads sixteen hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 16).then_some(())?;
        u64::from_str_radix(text, 16).ok().map(Fingerprint)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Who made a translation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Provenance {
    /// A person.
    #[default]
    Human,
    /// A machine; who read it afterwards, and when.
    Machine(Option<(String, Date)>),
}

/// What is known of one translated segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedSegment {
    /// The source segment it was made from.
    pub source: Fingerprint,
    /// Who made it.
    pub provenance: Provenance,
}

/// What is known of one file: a translation, a municipality's own version, or YAML with texts in languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileLock {
    /// The newest entry in the history of the rule, or of the own version, when the file was accepted.
    pub history: Option<Date>,
    /// Single segments by name: `title`, `answer`, `proof`, `consequence`, `examples.<id>.situation`, ...;
    /// in YAML with the language in front: `en.vermogen.explanation`.
    pub fields: BTreeMap<String, LockedSegment>,
    /// Segments of lists in order: `steps`, `body`.
    pub lists: BTreeMap<String, Vec<LockedSegment>>,
}

/// `translations.lock`: path of a file to what is known of it.
pub type Lock = BTreeMap<String, FileLock>;

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn white_space_does_not_count_and_words_do() {
        let one = Fingerprint::of("U koopt een auto.");
        assert_eq!(one, Fingerprint::of("  U koopt\r\n een  auto.\n"));
        assert_ne!(one, Fingerprint::of("U koopt een fiets."));
        assert_eq!(Fingerprint::parse(&one.to_string()), Some(one));
        assert_eq!(Fingerprint::parse("12"), None);
    }
}
