//! Findings that were there already, so that a guide can begin clean and fail on new ones alone.

use std::collections::BTreeMap;

use super::Diagnostic;
use super::fingerprint::{Key, key};
use crate::source::SourceTree;

/// The first line of the file.
const HEAD: &str = "# wegwijs baseline 1";

/// What stands before the number of the form in the first line of any version's file.
const HEAD_OF_ANY: &str = "# wegwijs baseline";

/// Stands for the path of a finding about the project as a whole.
const PROJECT: &str = ".";

/// Known findings, each with how often it occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<Key, usize>,
}

/// Findings, held against a baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Not in the baseline, or more often than there.
    pub new: Vec<Diagnostic>,
    /// In the baseline.
    pub known: Vec<Diagnostic>,
    /// How many of the baseline do not occur any more.
    pub gone: usize,
}

impl Baseline {
    /// The baseline that knows exactly these findings.
    #[must_use]
    pub fn of(findings: &[Diagnostic], tree: &SourceTree) -> Self {
        let mut known = BTreeMap::new();
        for finding in findings {
            *known.entry(key(finding, tree)).or_default() += 1;
        }
        Baseline { known }
    }

    /// How many findings it knows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Whether it knows none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Its file: a line for each finding, sorted, so that two changes of it can be merged line by line.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEAD}\n");
        for ((path, code, fingerprint), count) in &self.known {
            let path = if path.is_empty() { PROJECT.to_owned() } else { escaped(path) };
            text.push_str(&format!("{path} {code} {fingerprint} {count}\n"));
        }
        text
    }

    /// Reads its file. The order of lines does not matter; of two lines about one finding the higher count holds, as
    /// a merge can leave both.
    ///
    /// # Errors
    /// The line (from 1) that is wrong, and why.
    pub fn parse(text: &str) -> Result<Self, (usize, String)> {
        let mut known: BTreeMap<Key, usize> = BTreeMap::new();
        for (line, number) in text.trim_start_matches('\u{feff}').lines().zip(1..) {
            let line = line.trim();
            if line.starts_with(HEAD_OF_ANY) && line != HEAD {
                return Err((number, format!("this form is not known; this wegwijs reads `{HEAD}`")));
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (key, count) = entry(line).map_err(|why| (number, why))?;
            let known = known.entry(key).or_default();
            *known = count.max(*known);
        }
        Ok(Baseline { known })
    }

    /// Parts findings into new and known ones, in their order. Of more equal ones than it knows, the last are new.
    #[must_use]
    pub fn split(&self, findings: Vec<Diagnostic>, tree: &SourceTree) -> Split {
        let mut left = self.known.clone();
        let is_known = |finding: &Diagnostic| match left.get_mut(&key(finding, tree)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        };
        let (known, new) = findings.into_iter().partition(is_known);
        Split { new, known, gone: Baseline { known: left }.len() }
    }
}

/// One line of the file.
fn entry(line: &str) -> Result<(Key, usize), String> {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark)) {
        return Err("a merge left its marks here; keep the lines of both sides and delete the marks".to_owned());
    }
    let parts: Vec<&str> = line.split_whitespace().collect();
    let [path, code, fingerprint, count] = parts[..] else {
        return Err("a line is: path, code, fingerprint and count, with spaces between them".to_owned());
    };
    let path = if path == PROJECT { Some(String::new()) } else { unescaped(path) };
    let path = path.ok_or("the path is not UTF-8, or `%` stands in it without two hexadecimal digits")?;
    if !code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err("the second word is not a code".to_owned());
    }
    let hexadecimal = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    if fingerprint.len() != 16 || !fingerprint.bytes().all(hexadecimal) {
        return Err("the third word is not a fingerprint of 16 hexadecimal digits".to_owned());
    }
    let count = count.parse().ok().filter(|count| *count > 0);
    let count = count.ok_or("the last word is not a count of 1 or more")?;
    Ok(((path, code.to_owned(), fingerprint.to_owned()), count))
}

/// A path without what would end it, hide it or be a remark.
fn escaped(path: &str) -> String {
    let mut text = String::new();
    for c in path.chars() {
        if c.is_whitespace() || c.is_control() || matches!(c, '%' | '#' | '\u{feff}') || path == PROJECT {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| text.push_str(&format!("%{byte:02X}")));
        } else {
            text.push(c);
        }
    }
    text
}

fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend_from_slice(parts.next().unwrap_or_default().as_bytes());
    for part in parts {
        let digits = part.get(..2).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}
