//! What a word looks like, whatever it means.

/// What a word looks like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    /// All its letters are capitals.
    pub(crate) capitals: bool,
    /// Two to six capitals, with at most a small plural or suffix letter behind: `UWV`, `WW`, `IOAW`.
    pub(crate) abbreviation: bool,
    /// Figures alone: "2nd" is a place in a row, not a number.
    pub(crate) figures: bool,
}

impl Shape {
    pub(super) fn of(word: &str) -> Self {
        Shape {
            capitals: word.chars().all(|c| c.is_uppercase() || c == '-' || c == '\''),
            abbreviation: is_abbreviation(word),
            figures: word.starts_with(char::is_numeric) && !word.chars().any(char::is_alphabetic),
        }
    }

    /// What at least one of two words looks like.
    pub(super) fn or(self, other: Self) -> Self {
        Shape {
            capitals: self.capitals || other.capitals,
            abbreviation: self.abbreviation || other.abbreviation,
            figures: self.figures || other.figures,
        }
    }
}

fn is_abbreviation(word: &str) -> bool {
    let head = abbreviation(word);
    (2..=6).contains(&head.chars().count()) && head.chars().all(char::is_uppercase)
}

/// The abbreviation in a word such as `WW-uitkering`.
pub(crate) fn abbreviation(word: &str) -> &str {
    word.split('-').next().unwrap_or(word)
}
