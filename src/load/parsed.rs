//! The YAML files that name things, parsed once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::findings::NO_CONTENT;
use super::layout::Layout;
use super::lock;
use super::memory::{Files, Kept, Memory};
use crate::diag::Diagnostic;
use crate::model::Lock;
use crate::source::{FileId, SourceTree};
use crate::yaml::{self, Key, Node, NodeKind, Reader, YamlText};

/// The YAML files that name things, parsed once.
pub(super) struct Parsed {
    pub(super) tops: BTreeMap<&'static str, (FileId, Node)>,
    pub(super) lock: Arc<Lock>,
    pub(super) chapters: BTreeMap<String, (FileId, Arc<Node>)>,
    pub(super) rules: BTreeMap<String, (FileId, Arc<Node>)>,
    pub(super) unread: BTreeSet<&'static str>,
}

impl Parsed {
    pub(super) fn of(tree: &SourceTree, layout: &Layout, memory: &mut Memory, reader: &mut Reader) -> Self {
        let mut tops = BTreeMap::new();
        let mut unread = BTreeSet::new();
        for (top, id) in &layout.tops {
            let Some(text) = tree.file(*id).text() else {
                unread.insert(*top);
                continue;
            };
            let before = reader.findings.len();
            if *top == "lock" {
                let kept = Kept::or_make(memory.lock.as_ref(), Files::of(tree, [*id]), |reader| {
                    let conflict = lock::conflict(text, *id);
                    if conflict.is_some() {
                        reader.findings.extend(conflict);
                        return None;
                    }
                    lock::read(YamlText { file: *id, text, offset: 0 }, reader).map(Arc::new)
                });
                reader.findings.extend(kept.findings.iter().cloned());
                if kept.made.is_none() && reader.findings.len() > before {
                    unread.insert(*top);
                }
                memory.lock = Some(kept);
                continue;
            }
            let yaml = YamlText { file: *id, text, offset: 0 };
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
        if !layout.tops.contains_key("lock") {
            memory.lock = None;
        }
        let mut nodes = BTreeMap::new();
        let chapters = parse_all(tree, &chapters, (&memory.nodes, &mut nodes), reader);
        let rules = parse_all(tree, &rules, (&memory.nodes, &mut nodes), reader);
        memory.nodes = nodes;
        let lock = memory.lock.as_ref().and_then(|kept| kept.made.clone()).unwrap_or_default();
        Parsed { tops, lock, chapters, rules, unread }
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

type Nodes = BTreeMap<FileId, Kept<Option<Arc<Node>>>>;

fn parse_all(
    tree: &SourceTree,
    files: &[(&String, FileId)],
    (before, now): (&Nodes, &mut Nodes),
    reader: &mut Reader,
) -> BTreeMap<String, (FileId, Arc<Node>)> {
    let parse = |(_, id): &(&String, FileId)| {
        Kept::or_make(before.get(id), Files::of(tree, [*id]), |reader| {
            parse_file(tree, *id, &mut reader.findings).map(Arc::new)
        })
    };
    let parsed: Vec<_> = files.par_iter().map(parse).collect();
    let mut nodes = BTreeMap::new();
    for ((name, id), kept) in files.iter().zip(parsed) {
        reader.findings.extend(kept.findings.iter().cloned());
        nodes.extend(kept.made.clone().map(|node| ((*name).clone(), (*id, node))));
        now.insert(*id, kept);
    }
    nodes
}
