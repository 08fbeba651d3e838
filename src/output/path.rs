//! Paths of files to be made: checked once.

use std::borrow::Borrow;
use std::fmt;

/// A relative path with forward slashes: lower-case letters, digits, `-`, `_` and `.`; no empty part, no
/// part that starts with a dot or ends with one, and no name that Windows keeps for itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OutPath(String);

/// Names that are devices on Windows, whatever their ending.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

impl OutPath {
    /// Checks a path.
    #[must_use]
    pub fn new(path: impl Into<String>) -> Option<Self> {
        let path = path.into();
        let good = path.len() <= 240 && path.split('/').all(good_part);
        good.then_some(OutPath(path))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn good_part(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default();
    let device = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let numbered = matches!(device, "com" | "lpt");
    let reserved = RESERVED.contains(&device) && (numbered == (stem.len() == device.len() + 1));
    !part.is_empty()
        && !part.starts_with('.')
        && !part.ends_with('.')
        && !reserved
        && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b))
}

impl Borrow<str> for OutPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::OutPath;

    #[test]
    fn only_paths_that_work_everywhere() {
        for good in ["index.html", "duinrode/ar/possessions/car/index.html", "company/x", "console.txt"] {
            assert!(OutPath::new(good).is_some(), "{good}");
        }
        for bad in [
            "", "/x", "a//b", "../x", "a/../b", "A.html", "x y", "aux", "con.html", "com1", "lpt9.txt", ".git/x",
            "x.",
        ] {
            assert!(OutPath::new(bad).is_none(), "{bad}");
        }
    }
}
