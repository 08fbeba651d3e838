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
#[derive(Default)]
pub(super) struct Parsed<'a> {
    pub(super) tops: BTreeMap<&'static str, (FileId, Arc<Node>)>,
    pub(super) lock: Arc<Lock>,
    pub(super) chapters: BTreeMap<&'a str, (FileId, Arc<Node>)>,
    pub(super) rules: BTreeMap<&'a str, (FileId, Arc<Node>)>,
    pub(super) unread: BTreeSet<&'static str>,
}

impl<'a> Parsed<'a> {
    pub(super) fn of(tree: &SourceTree, layout: &'a Layout, memory: &mut Memory, reader: &mut Reader) -> Self {
        let mut parsed = Parsed::default();
        parsed.read_tops(tree, layout, memory, reader);
        if !layout.tops.contains_key("site") {
            let help = "run this in the folder that holds `content/`, or name that folder";
            let message = "there is no guide here: `content/site.yaml` is missing";
            reader.findings.push(Diagnostic::error(NO_CONTENT, None, message, help));
        }
        let chapters = layout.chapters.iter().filter_map(|(id, file)| Some((id.as_str(), (*file)?)));
        let rules = layout.rules.iter().filter_map(|(id, files)| Some((id.as_str(), files.yaml?)));
        let (chapters, rules): (Vec<_>, Vec<_>) = (chapters.collect(), rules.collect());
        if memory.nodes.len() > chapters.len() + rules.len() {
            let there: BTreeSet<FileId> = chapters.iter().chain(&rules).map(|(_, id)| *id).collect();
            memory.nodes.retain(|id, _| there.contains(id));
        }
        parsed.chapters = parse_all(tree, &chapters, &mut memory.nodes, reader);
        parsed.rules = parse_all(tree, &rules, &mut memory.nodes, reader);
        parsed
    }

    /// Reads the files at the top of `content/`. Those that hold something that cannot be read are noted.
    fn read_tops(&mut self, tree: &SourceTree, layout: &Layout, memory: &mut Memory, reader: &mut Reader) {
        let (mut before, mut lock) = (std::mem::take(&mut memory.tops), memory.lock.take());
        for (top, id) in &layout.tops {
            let Some(text) = tree.file(*id).text() else {
                self.unread.insert(*top);
                continue;
            };
            let yaml = YamlText { file: *id, text, offset: 0 };
            let files = || Files::of(tree, [*id]);
            let (found, is_there) = if *top == "lock" {
                let known = lock.take().filter(|kept| kept.is_of(tree, [*id]));
                let kept = known.unwrap_or_else(|| Kept::make(files(), |reader| read_lock(yaml, reader)));
                self.lock = kept.made.clone().unwrap_or_default();
                let kept = memory.lock.insert(kept);
                (&kept.findings, kept.made.is_some())
            } else {
                let known = before.remove(id).filter(|kept| kept.is_of(tree, [*id]));
                let parse = if *top == "site" { yaml::parse } else { yaml::parse_or_empty };
                let parse = |reader: &mut Reader| parse(yaml, &mut reader.findings).map(Arc::new);
                let kept = known.unwrap_or_else(|| Kept::make(files(), parse));
                self.tops.extend(kept.made.clone().map(|node| (*top, (*id, node))));
                let kept = memory.tops.entry(*id).insert_entry(kept).into_mut();
                (&kept.findings, kept.made.is_some())
            };
            reader.findings.extend(found.iter().cloned());
            if !is_there && !found.is_empty() {
                self.unread.insert(*top);
            }
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

fn read_lock(yaml: YamlText<'_>, reader: &mut Reader) -> Option<Arc<Lock>> {
    let conflict = lock::conflict(yaml.text, yaml.file);
    if conflict.is_some() {
        reader.findings.extend(conflict);
        return None;
    }
    lock::read(yaml, reader).map(Arc::new)
}

pub(super) fn parse_file(tree: &SourceTree, id: FileId, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let text = tree.file(id).text()?;
    yaml::parse(YamlText { file: id, text, offset: 0 }, findings)
}

type Nodes = BTreeMap<FileId, Kept<Option<Arc<Node>>>>;

/// Parses the files that were not parsed before.
fn parse_all<'a>(
    tree: &SourceTree,
    files: &[(&'a str, FileId)],
    nodes: &mut Nodes,
    reader: &mut Reader,
) -> BTreeMap<&'a str, (FileId, Arc<Node>)> {
    let parse = |(_, id): &(&str, FileId)| {
        let make = |reader: &mut Reader| parse_file(tree, *id, &mut reader.findings).map(Arc::new);
        (*id, Kept::make(Files::of(tree, [*id]), make))
    };
    let changed = files.par_iter().filter(|(_, id)| !nodes.get(id).is_some_and(|kept| kept.is_of(tree, [*id])));
    let parsed: Vec<_> = changed.map(parse).collect();
    nodes.extend(parsed);
    let kept = files.iter().filter_map(|(name, id)| Some((*name, *id, nodes.get(id)?)));
    let kept = kept.inspect(|(.., kept)| reader.findings.extend(kept.findings.iter().cloned()));
    kept.filter_map(|(name, id, kept)| Some((name, (id, kept.made.clone()?)))).collect()
}
