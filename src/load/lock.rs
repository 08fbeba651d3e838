//! `translations.lock`: from which source segments each translation was made.
//!
//! ```yaml
//! version: 1
//! files:
//!   content/rules/possessions/car/en.md:
//!     history: 2026-01-01
//!     title: 1f0c9a2b3c4d5e6f
//!     examples.other-car.meaning: 77aa9a2b3c4d5e6f machine
//!     body:
//!       - 0a0b0c0d0e0f1011
//!       - 1a1b1c1d1e1f2021 machine reviewed-by language-desk 2026-10-01
//! ```

use super::findings::{BAD_VALUE, LOCK_CONFLICT};
use super::lock_lines;
use crate::diag::Diagnostic;
use crate::model::{FileLock, Fingerprint, Lock, LockedSegment, Provenance};
use crate::source::{FileId, SourceTree, Span};
use crate::yaml::{self, Node, NodeKind, Reader, YamlText};

/// Where the lock stands.
pub const LOCK: &str = "content/translations.lock";

/// How every lock that the program writes begins.
pub(super) const HEADER: &str = "# Written by wegwijs: from which source texts each translation was made. \
                                 Do not edit by hand.\nversion: 1\nfiles:\n";

/// Writes a lock: sorted, a segment a line, so that two people's changes seldom meet in one line.
#[must_use]
pub fn write(lock: &Lock) -> String {
    let mut text = String::from(HEADER);
    for (path, file) in lock {
        text.push_str(&format!("  {}:\n", key(path)));
        if let Some(on) = file.history {
            text.push_str(&format!("    {HISTORY}: {on}\n"));
        }
        for (name, segment) in &file.fields {
            text.push_str(&format!("    {}: {}\n", key(name), entry(segment)));
        }
        for (name, segments) in &file.lists {
            text.push_str(&format!("    {}:\n", key(name)));
            for segment in segments {
                text.push_str(&format!("      - {}\n", entry(segment)));
            }
        }
    }
    text
}

/// The key of a file's newest history entry. No segment has this name.
pub(super) const HISTORY: &str = "history";

/// A key as YAML, quoted where it holds more than names of segments and files usually do.
fn key(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "./_-".contains(c);
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(plain) {
        return name.to_owned();
    }
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

fn entry(segment: &LockedSegment) -> String {
    let source = segment.source;
    match &segment.provenance {
        // Quoted: sixteen digits alone would be a number to other readers of YAML.
        Provenance::Human => format!("\"{source}\""),
        Provenance::Machine(None) => format!("{source} machine"),
        Provenance::Machine(Some((role, on))) => format!("{source} machine reviewed-by {role} {on}"),
    }
}

/// Reads a lock. Nothing when it is no YAML.
pub(super) fn read(yaml: YamlText<'_>, reader: &mut Reader) -> Option<Lock> {
    if let Some(lock) = lock_lines::read(yaml.text) {
        return Some(lock);
    }
    let node = yaml::parse_or_empty(yaml, &mut reader.findings)?;
    Some(lock(&node, reader))
}

fn lock(node: &Node, reader: &mut Reader) -> Lock {
    let mut lock = Lock::new();
    let Some(mut fields) = reader.fields(node, "translations.lock") else {
        return lock;
    };
    if let Some(node) = fields.need("version", reader) {
        reader.choice(node, &[("1", ())]);
    }
    let files = fields.take("files").and_then(|node| reader.map(node)).unwrap_or_default();
    for (key, node) in files {
        lock.insert(key.text.clone(), file(node, reader));
    }
    fields.finish(reader);
    lock
}

fn file(node: &Node, reader: &mut Reader) -> FileLock {
    let mut file = FileLock::default();
    for (key, node) in reader.map(node).unwrap_or_default() {
        if key.text == HISTORY {
            file.history = reader.date(node);
        } else if let NodeKind::List(items) = &node.kind {
            let segments = items.iter().filter_map(|item| segment(item, reader)).collect();
            file.lists.insert(key.text.clone(), segments);
        } else if let Some(segment) = segment(node, reader) {
            file.fields.insert(key.text.clone(), segment);
        }
    }
    file
}

fn segment(node: &Node, reader: &mut Reader) -> Option<LockedSegment> {
    let segment = entry_of(reader.text(node)?);
    if segment.is_none() {
        let help = "this file is written by the program: take the broken entry out, it will be written again";
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, "this is not an entry of the lock", help));
    }
    segment
}

/// A segment from its entry.
pub(super) fn entry_of(text: &str) -> Option<LockedSegment> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let provenance = match parts.get(1..).unwrap_or_default() {
        [] | ["human"] => Some(Provenance::Human),
        ["machine"] => Some(Provenance::Machine(None)),
        ["machine", "reviewed-by", role, on] => {
            on.parse().ok().map(|on| Provenance::Machine(Some(((*role).to_owned(), on))))
        }
        _ => None,
    };
    let source = Fingerprint::parse(parts.first()?)?;
    Some(LockedSegment { source, provenance: provenance? })
}

/// Reads a text as YAML.
///
/// # Errors
/// With what is wrong with it.
pub(super) fn through_yaml(text: &str, file: FileId) -> Result<Lock, Vec<Diagnostic>> {
    let mut reader = Reader::default();
    let node = yaml::parse(YamlText { file, text, offset: 0 }, &mut reader.findings);
    let lock = node.map(|node| lock(&node, &mut reader)).unwrap_or_default();
    if reader.findings.is_empty() { Ok(lock) } else { Err(reader.findings) }
}

/// A lock as the two sides of a merge have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sides {
    /// What stands before `=======`.
    pub ours: Lock,
    /// What stands after it.
    pub theirs: Lock,
}

/// The marks that git puts around the two sides of a conflict, and around what both were made from.
const OURS: &str = "<<<<<<<";
const BEFORE: &str = "|||||||";
const THEIRS: &str = "=======";
const END: &str = ">>>>>>>";

/// The line's mark, if it is one: seven characters, and then nothing or a space.
fn mark(line: &str) -> Option<&str> {
    let mark = line.trim_end().split(' ').next()?;
    [OURS, BEFORE, THEIRS, END].contains(&mark).then_some(mark)
}

/// Reports a lock in which git left a conflict.
pub(super) fn conflict(text: &str, file: FileId) -> Option<Diagnostic> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if mark(line).is_some() {
            let span = Span::new(file, start, start + line.trim_end().len());
            let message = "git could not merge this file: two people recorded translations";
            let help = "run `wegwijs translate merge`: it keeps what both recorded; do not edit this file by hand";
            return Some(Diagnostic::error(LOCK_CONFLICT, span, message, help));
        }
        start += line.len();
    }
    None
}

/// Both sides of a lock in which git left a conflict; nothing if there is none. Findings say what is wrong
/// with either side, without a place: the sides are no files.
#[must_use]
pub fn sides(tree: &SourceTree) -> Option<Result<Sides, Vec<Diagnostic>>> {
    let (file, source) = tree.find(LOCK)?;
    let text = source.text()?;
    conflict(text, file)?;
    let (mut ours, mut theirs) = (String::new(), String::new());
    let mut part = None;
    for line in text.split_inclusive('\n') {
        if let Some(mark) = mark(line) {
            part = Some(mark).filter(|mark| *mark != END);
            continue;
        }
        if part.is_none_or(|part| part == OURS) {
            ours.push_str(line);
        }
        if part.is_none_or(|part| part == THEIRS) {
            theirs.push_str(line);
        }
    }
    let sides =
        through_yaml(&ours, file).and_then(|ours| Ok(Sides { ours, theirs: through_yaml(&theirs, file)? }));
    let placeless = |finding: Diagnostic| Diagnostic { span: None, labels: Vec::new(), ..finding };
    Some(sides.map_err(|findings| findings.into_iter().map(placeless).collect()))
}
