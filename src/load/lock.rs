//! `translations.lock`: from which source segments each translation was made.
//!
//! ```yaml
//! version: 1
//! files:
//!   content/rules/possessions/car/en.md:
//!     title: 1f0c9a2b3c4d5e6f
//!     examples.other-car.meaning: 77aa9a2b3c4d5e6f machine
//!     body:
//!       - 0a0b0c0d0e0f1011
//!       - 1a1b1c1d1e1f2021 machine reviewed-by language-desk 2026-10-01
//! ```

use super::findings::BAD_VALUE;
use crate::diag::Diagnostic;
use crate::model::{FileLock, Fingerprint, Lock, LockedSegment, Provenance};
use crate::yaml::Reader;
use crate::yaml::{Node, NodeKind};

/// Writes a lock: sorted, a segment a line, so that two people's changes seldom meet in one line.
#[must_use]
pub fn write(lock: &Lock) -> String {
    let mut text = String::from(
        "# Written by wegwijs: from which source texts each translation was made. Do not edit by hand.\n\
         version: 1\nfiles:\n",
    );
    for (path, file) in lock {
        text.push_str(&format!("  {path}:\n"));
        for (name, segment) in &file.fields {
            text.push_str(&format!("    {name}: {}\n", entry(segment)));
        }
        for (name, segments) in &file.lists {
            text.push_str(&format!("    {name}:\n"));
            for segment in segments {
                text.push_str(&format!("      - {}\n", entry(segment)));
            }
        }
    }
    text
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

/// Reads the lock.
pub(super) fn lock(node: &Node, reader: &mut Reader) -> Lock {
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
        if let NodeKind::List(items) = &node.kind {
            let segments = items.iter().filter_map(|item| segment(item, reader)).collect();
            file.lists.insert(key.text.clone(), segments);
        } else if let Some(segment) = segment(node, reader) {
            file.fields.insert(key.text.clone(), segment);
        }
    }
    file
}

fn segment(node: &Node, reader: &mut Reader) -> Option<LockedSegment> {
    let text = reader.text(node)?;
    let parts: Vec<&str> = text.split_whitespace().collect();
    let provenance = match parts.get(1..).unwrap_or_default() {
        [] | ["human"] => Some(Provenance::Human),
        ["machine"] => Some(Provenance::Machine(None)),
        ["machine", "reviewed-by", role, on] => {
            on.parse().ok().map(|on| Provenance::Machine(Some(((*role).to_owned(), on))))
        }
        _ => None,
    };
    let source = parts.first().and_then(|first| Fingerprint::parse(first));
    let (Some(source), Some(provenance)) = (source, provenance) else {
        let help = "this file is written by the program: take the broken entry out, it will be written again";
        reader.findings.push(Diagnostic::error(BAD_VALUE, node.span, "this is not an entry of the lock", help));
        return None;
    };
    Some(LockedSegment { source, provenance })
}
