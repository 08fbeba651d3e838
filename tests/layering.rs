//! Reads `src/` and fails where a room knows another that it must not know. The table is the one in
//! docs/architecture.md.

use std::fs;
use std::path::{Path, PathBuf};

/// Room, and the rooms it may name beside itself.
const MAY: [(&str, &[&str]); 17] = [
    ("source", &[]),
    ("diag", &["source"]),
    ("yaml", &["source", "diag"]),
    ("model", &["source", "diag"]),
    ("load", &["source", "diag", "yaml", "model"]),
    ("locale", &["source", "diag", "yaml", "model"]),
    ("theme", &["source", "diag", "yaml", "model"]),
    ("check", &["source", "diag", "model", "locale", "theme"]),
    ("survey", &["source", "diag", "model", "locale", "check"]),
    ("resolve", &["source", "diag", "model"]),
    ("render", &["source", "diag", "model", "resolve", "locale", "theme", "output", "survey"]),
    ("output", &[]),
    ("author", &["source", "diag", "model", "load"]),
    ("cli", &["source", "diag", "output", "render", "author", "live"]),
    ("binding", &["source", "diag", "model", "locale", "output", "render", "resolve"]),
    ("live", &["source", "diag", "model", "load", "locale", "theme", "check", "output", "render", "resolve"]),
    (
        "lib",
        &[
            "source", "diag", "model", "load", "locale", "theme", "check", "survey", "resolve", "render",
            "output", "cli", "yaml", "binding", "live", "author",
        ],
    ),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the crate") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The rooms named on a line as `crate::<room>` (comments aside).
fn named(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    let parts = code.split("crate::").skip(1);
    parts
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect()
}

fn violations(room: &str, allowed: &[&str], text: &str) -> Vec<(usize, String)> {
    let rooms: Vec<&str> = MAY.iter().map(|(room, _)| *room).collect();
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for name in named(line) {
            if rooms.contains(&name) && name != room && !allowed.contains(&name) {
                found.push((number + 1, name.to_owned()));
            }
        }
        if line.contains("super::super::super::super") {
            found.push((number + 1, "four steps up: name the room instead".to_owned()));
        }
    }
    found
}

#[test]
fn rooms_know_only_whom_they_may() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    assert!(all.len() > 40, "the source was found");
    let mut faults = Vec::new();
    for path in all {
        let below = path.strip_prefix(&src).expect("below src");
        let first = below.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
        let room = first.trim_end_matches(".rs");
        if room == "main" {
            continue;
        }
        let (_, allowed) =
            MAY.iter().find(|(name, _)| *name == room).unwrap_or_else(|| panic!("{room} is not in the table"));
        let text = fs::read_to_string(&path).expect("a source file");
        for (line, name) in violations(room, allowed, &text) {
            faults.push(format!("src/{}:{line}: {room} must not know {name}", below.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_forbidden_import_is_found() {
    let text = "use crate::model::Rule;\n// crate::cli is only named\nuse crate::render::Addresses;\n";
    assert_eq!(violations("resolve", &["model"], text), [(3, "render".to_owned())]);
}

#[test]
fn the_table_has_no_way_back() {
    // Rows may only allow rooms that, followed on, never lead back.
    fn reaches(from: &str, to: &str, depth: usize) -> bool {
        let (_, allowed) = MAY.iter().find(|(room, _)| *room == from).expect("a room");
        depth < MAY.len() && allowed.iter().any(|room| *room == to || reaches(room, to, depth + 1))
    }
    for (room, _) in MAY.iter().filter(|(room, _)| *room != "lib") {
        assert!(!reaches(room, room, 0), "{room} leads back to itself");
    }
}

/// What reaches the network, or listens to it.
const NETWORK: [&str; 7] = ["std::net", "tokio::", "hyper::", "hyper_util::", "ureq::", "rustls::", "notify::"];

fn uses_network(text: &str) -> Option<usize> {
    let code =
        |line: &str| NETWORK.iter().any(|name| line.split("//").next().is_some_and(|code| code.contains(name)));
    text.lines().position(code).map(|at| at + 1)
}

#[test]
fn only_cli_knows_the_network() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    let (mut faults, mut known) = (Vec::new(), 0);
    for path in all {
        let text = fs::read_to_string(&path).expect("a source file");
        let below = path.strip_prefix(&src).expect("below src");
        let Some(line) = uses_network(&text) else { continue };
        let may = below.starts_with("cli/external") || below.starts_with("cli/serve");
        known += usize::from(may);
        faults.extend((!may).then(|| format!("src/{}:{line} uses the network", below.display())));
    }
    assert!(known > 2 && faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_network_is_seen() {
    assert_eq!(uses_network("use std::fs;\n// std::net\nuse std::net::TcpStream;\n"), Some(3));
    assert_eq!(uses_network("// tokio::net is not used here\n"), None);
}
