//! The YAML files that name things, parsed once.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::findings::NO_CONTENT;
use super::layout::Layout;
use super::lock;
use crate::diag::Diagnostic;
use crate::model::Lock;
use crate::source::{FileId, SourceTree};
use crate::yaml::{self, Key, Node, NodeKind, Reader, YamlText};

/// The YAML files that name things, parsed once.
pub(super) struct Parsed {
    pub(super) tops: BTreeMap<&'static str, (FileId, Node)>,
    pub(super) lock: Lock,
    pub(super) chapters: BTreeMap<String, (FileId, Node)>,
    pub(super) rules: BTreeMap<String, (FileId, Node)>,
    pub(super) unread: BTreeSet<&'static str>,
}

impl Parsed {
    pub(super) fn of(tree: &SourceTree, layout: &Layout, reader: &mut Reader) -> Self {
        let mut tops = BTreeMap::new();
        let mut unread = BTreeSet::new();
        let mut lock = None;
        for (top, id) in &layout.tops {
            let Some(text) = tree.file(*id).text() else {
                unread.insert(*top);
                continue;
            };
            let before = reader.findings.len();
            if *top == "lock"
                && let Some(conflict) = lock::conflict(text, *id)
            {
                reader.findings.push(conflict);
                unread.insert(*top);
                continue;
            }
            let yaml = YamlText { file: *id, text, offset: 0 };
            if *top == "lock" {
                lock = lock::read(yaml, reader);
                if lock.is_none() && reader.findings.len() > before {
                    unread.insert(*top);
                }
                continue;
            }
            let parse = if *top == "site" { yaml::parse } else { yaml::parse_or_empty };
            if let Some(node) = parse(yaml, &mut reader.findings) {
                tops.insert(*top, (*id, node));
            } else if reader.findings.len() > before {
                unread.insert(*top);
            }
        }
        if !layout.tops.contains_key("site") {
            let help = "run this in the folder that holds `content/`, or name that folder";
            let message = "there is no guide here: `content/site.yaml` is missing";
            reader.findings.push(Diagnostic::error(NO_CONTENT, None, message, help));
        }
        let chapters: Vec<_> = layout.chapters.iter().filter_map(|(id, file)| Some((id, (*file)?))).collect();
        let rules: Vec<_> = layout.rules.iter().filter_map(|(id, files)| Some((id, files.yaml?))).collect();
        Parsed {
            tops,
            lock: lock.unwrap_or_default(),
            chapters: parse_all(tree, &chapters, reader),
            rules: parse_all(tree, &rules, reader),
            unread,
        }
    }

    pub(super) fn entries(&self, top: &str) -> &[(Key, Node)] {
        match self.tops.get(top).map(|(_, node)| &node.kind) {
            Some(NodeKind::Map(entries)) => entries,
            _ => &[],
        }
    }

    pub(super) fn keys(&self, top: &str) -> Vec<String> {
        let mut keys: Vec<String> = self.entries(top).iter().map(|(key, _)| key.text.clone()).collect();
        keys.sort_unstable();
        keys
    }
}

pub(super) fn parse_file(tree: &SourceTree, id: FileId, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let text = tree.file(id).text()?;
    yaml::parse(YamlText { file: id, text, offset: 0 }, findings)
}

fn parse_all(
    tree: &SourceTree,
    files: &[(&String, FileId)],
    reader: &mut Reader,
) -> BTreeMap<String, (FileId, Node)> {
    let parse = |(name, id): &(&String, FileId)| {
        let mut findings = Vec::new();
        let node = parse_file(tree, *id, &mut findings).map(|node| ((*name).clone(), (*id, node)));
        (node, findings)
    };
    let results: Vec<_> = files.par_iter().map(parse).collect();
    let mut nodes = BTreeMap::new();
    for (node, findings) in results {
        reader.findings.extend(findings);
        nodes.extend(node);
    }
    nodes
}
