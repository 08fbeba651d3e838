//! What a code means, at length: the texts of docs/findings/, which the program carries with it.

use include_dir::{Dir, include_dir};

use super::{Severity, plain};

static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/findings");

/// The page that is made of the texts. Only named here: a new text makes this page change, and that makes the
/// compiler look at the folder again.
const _: &str = include_str!("../../docs/findings.md");

/// How every text says why a finding matters.
const WHY: &str = "Why it matters: ";

/// A code, explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: &'static str,
    /// How grave such a finding is, or is most often.
    pub severity: Severity,
    /// What it means: the first sentence, in Markdown.
    pub title: &'static str,
    /// Why it matters, in Markdown: it goes on from these words, so it begins with a small letter.
    pub why: &'static str,
    /// Everything, in Markdown: severity, meaning, why it matters, wrong and right.
    pub text: &'static str,
}

/// What this code means; nothing for a code that does not exist.
#[must_use]
pub fn explanation(code: &str) -> Option<Explanation> {
    let file = TEXTS.get_file(format!("{code}.md")).filter(|_| is_code(code))?;
    let code = file.path().file_stem()?.to_str()?;
    Some(Explanation::of(code, file.contents_utf8()?))
}

/// All codes, explained, in alphabetical order.
#[must_use]
pub fn explanations() -> Vec<Explanation> {
    let names = TEXTS.files().filter_map(|file| file.path().file_stem()?.to_str());
    let mut all: Vec<Explanation> = names.filter_map(explanation).collect();
    all.sort_unstable_by_key(|explanation| explanation.code);
    all
}

/// The introduction is a file too, but its name begins with a sign that no code has.
fn is_code(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl Explanation {
    fn of(code: &'static str, text: &'static str) -> Self {
        let marked = text.strip_prefix("**").and_then(|rest| rest.split_once("**"));
        let (word, rest) = marked.unwrap_or(("Error.", text));
        let severity = match word.trim_end_matches('.') {
            "Warning" => Severity::Warning,
            "Hint" => Severity::Hint,
            _ => Severity::Error,
        };
        let first = paragraph(rest);
        // "**Error** for some files; otherwise warning. What it means.": the first sentence is about the severity.
        let meaning = if word.ends_with('.') { first } else { first[sentence(first).len()..].trim_start() };
        let why = text.split("\n\n").find_map(|part| part.strip_prefix(WHY)).unwrap_or_default();
        Explanation { code, severity, title: sentence(meaning), why: paragraph(why), text }
    }

    /// The meaning in one sentence, without Markdown.
    #[must_use]
    pub fn plain_title(&self) -> String {
        plain::line(self.title)
    }

    /// Why it matters, without Markdown.
    #[must_use]
    pub fn plain_why(&self) -> String {
        plain::line(self.why)
    }

    /// Everything, as plain text with lines of at most `width` characters (examples aside).
    #[must_use]
    pub fn plain_text(&self, width: usize) -> String {
        plain::page(self.text, width)
    }
}

fn paragraph(text: &'static str) -> &'static str {
    text.trim_start().split("\n\n").next().unwrap_or_default().trim_end()
}

/// The first sentence: up to a full stop and a space, or everything. A full stop inside code ends nothing.
fn sentence(text: &'static str) -> &'static str {
    let mut code = false;
    for (at, c) in text.char_indices() {
        match c {
            '`' => code = !code,
            '.' if !code && text[at + 1..].starts_with(char::is_whitespace) => return &text[..=at],
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart() {
        let found = explanation("unknown-fact").expect("a code");
        assert_eq!((found.code, found.severity), ("unknown-fact", Severity::Error));
        assert_eq!(
            found.title,
            "A text, a formula, `within` or a municipality names a fact that is not in facts.yaml."
        );
        assert_eq!(found.why, "readers would see an empty place instead of an amount.");
        assert!(found.text.contains("gift-limt"));
        let found = explanation("unknown-file").expect("a code");
        assert!(found.title.starts_with("A file in `content/` has a name"), "{}", found.title);
        assert_eq!(explanation("message-missing").map(|e| e.severity), Some(Severity::Warning));
    }

    #[test]
    fn what_is_no_code_has_no_explanation() {
        for name in ["", "_intro", "unknown-fac", "Unknown-fact", "../findings", "unknown-fact.md", "a\u{1b}[1m"] {
            assert_eq!(explanation(name), None, "{name:?}");
        }
    }

    #[test]
    fn sentences_end_where_they_end() {
        assert_eq!(sentence("A `kind. of` x.y thing. More."), "A `kind. of` x.y thing.");
        assert_eq!(sentence("No end"), "No end");
        assert_eq!(sentence("One."), "One.");
    }
}
