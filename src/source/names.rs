//! Names that do not work everywhere: a guide is copied to other machines, and its files are named in a site.

use super::trouble::TroubleKind;

/// Letters of a path below the project folder: Windows takes 260 with everything before it.
const PATH: usize = 200;

/// Devices on Windows, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// What is wrong with a path whose last part is `name`.
pub(super) fn trouble(path: &str, name: &str) -> Option<TroubleKind> {
    if is_reserved(name) {
        return Some(TroubleKind::NotOnWindows);
    }
    let letters = path.chars().count();
    (letters > PATH).then_some(TroubleKind::LongPath { letters, limit: PATH })
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let number =
        |rest: &str| matches!(rest.chars().next(), Some('0'..='9' | '¹' | '²' | '³')) && rest.chars().count() == 1;
    let numbered = ["com", "lpt"].iter().any(|device| stem.strip_prefix(device).is_some_and(number));
    DEVICES.contains(&stem.as_str())
        || numbered
        || name.ends_with(['.', ' '])
        || name.contains(|c: char| c < ' ' || r#"<>:"/\|?*"#.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_ends_and_signs() {
        for bad in [
            "con",
            "Aux.svg",
            "nul .md",
            "com1.png",
            "LPT9",
            "com².svg",
            "x.",
            "x ",
            "a:b.svg",
            "a\\b",
            "a?",
            "\u{7}",
        ] {
            assert!(is_reserved(bad), "{bad:?}");
        }
        for good in ["conx", "com", "com10", "lpt", "console.md", "a b.svg", ".x", "nulla.svg", "ü.svg"] {
            assert!(!is_reserved(good), "{good:?}");
        }
    }
}
