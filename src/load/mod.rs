//! **load** owns how authors write things down: YAML, Markdown, front matter, references by name.
//!
//! It must not know which value holds today, nor how anything is shown. Steps: sort the files by path
//! (`layout`), parse the YAML that names things and gather all names (`names`), read every file against
//! those names in parallel, line translations up with their source (`align`), and hand out one
//! [`Library`] that is valid by construction. Whatever is wrong is reported beside it, all of it.

mod align;
mod chain;
mod decision;
mod derived;
mod drift;
mod earlier;
mod extra;
mod facts;
mod findings;
mod fingerprint;
mod formula;
mod inline;
mod labels;
mod laws;
mod layout;
mod lock;
mod lock_lines;
mod markdown;
mod memory;
mod municipality;
mod names;
mod overlay;
mod parsed;
mod rule;
mod rule_text;
mod sheets;
mod site;
mod survey;
mod texts;
mod tokens;

use std::sync::Arc;

use rayon::prelude::*;

use self::findings::MISSING_FILE;
use self::layout::{Layout, RuleFiles};
use self::memory::{Files, Ground, Making};
use self::names::{BUILT_IN_FACTS, Names};
use self::parsed::{Parsed, parse_file};
use self::rule_text::Completeness;
use self::texts::Place;
use crate::diag::{Diagnostic, Warned};
use crate::model::{Chapter, Fact, FileLock, Ix, Law, Library, Media, Record, Rule, Situation, Term};
use crate::source::{FileId, Payload, SourceFile, SourceTree, Span};
use crate::yaml::{Key, Node, NodeKind, Reader};

pub use align::{align, state};
pub use derived::{Base, Derived, Pair, Pairs};
pub use earlier::{Earlier, earlier_texts};
pub(crate) use findings::CODES;
pub use lock::{LOCK, Sides, sides as lock_sides, write as write_lock};
pub use memory::Memory;
pub use survey::{Survey, excerpt};

/// Reads a whole guide. There is no library when `content/site.yaml` is missing or unreadable.
#[must_use]
pub fn load(tree: &SourceTree) -> Warned<Option<Library>> {
    load_again(tree, &mut Memory::default())
}

/// Reads a guide that was read before: only what changed since, as far as nothing else depends on it. The result is
/// that of [`load`].
#[must_use]
pub fn load_again(tree: &SourceTree, memory: &mut Memory) -> Warned<Option<Library>> {
    read(tree, memory, |_, library| library)
}

/// Reads a whole guide as a translator sees it: every file that was made from another, and what the lock says.
#[must_use]
pub fn survey(tree: &SourceTree) -> Warned<Option<Survey>> {
    read(tree, &mut Memory::default(), |loader, library| loader.survey(library))
}

fn read<T>(
    tree: &SourceTree,
    memory: &mut Memory,
    make: impl FnOnce(Loader<'_>, Library) -> T,
) -> Warned<Option<T>> {
    let mut reader = Reader::default();
    for trouble in tree.troubles() {
        let file = tree.find(&trouble.path).map(|(id, _)| id);
        reader.findings.push(findings::trouble(trouble, file));
    }
    let layout = memory.layout(tree, &mut reader);
    let parsed = Parsed::of(tree, &layout, memory, &mut reader);
    let loader = Loader::new(tree, &layout, &parsed, &mut reader);
    memory.stand_on(loader.ground());
    let library = loader.library(memory, &mut reader);
    Warned { value: library.map(|library| make(loader, library)), findings: reader.findings }
}

/// Runs `work` for every item in parallel and keeps results and findings in the items' order.
fn each<T: Sync, R: Send>(
    items: &[T],
    reader: &mut Reader,
    work: impl Fn(usize, &T, &mut Reader) -> R + Sync,
) -> Vec<R> {
    let run = |(i, item): (usize, &T)| {
        let mut own = Reader::default();
        let result = work(i, item, &mut own);
        (result, own.findings)
    };
    let results: Vec<(R, Vec<Diagnostic>)> = items.par_iter().enumerate().map(run).collect();
    results
        .into_iter()
        .map(|(result, findings)| {
            reader.findings.extend(findings);
            result
        })
        .collect()
}

/// Everything that reading one file against all names needs.
struct Loader<'a> {
    tree: &'a SourceTree,
    layout: &'a Layout,
    parsed: &'a Parsed<'a>,
    names: Arc<Names>,
}

impl<'a> Loader<'a> {
    fn new(tree: &'a SourceTree, layout: &'a Layout, parsed: &'a Parsed<'a>, reader: &mut Reader) -> Self {
        let languages = site::languages(parsed.tops.get("site").map(|(_, node)| &**node), reader);
        let mut facts = parsed.keys("facts");
        facts.retain(|id| !BUILT_IN_FACTS.contains(&id.as_str()));
        facts.extend(BUILT_IN_FACTS.map(str::to_owned));
        facts.sort_unstable();
        let examples =
            parsed.rules.iter().map(|(id, (_, node))| ((*id).to_owned(), example_names(node))).collect();
        let names = Names {
            languages,
            facts,
            laws: parsed.keys("laws"),
            situations: parsed.keys("situations"),
            terms: parsed.keys("glossary"),
            chapters: layout.chapters.keys().cloned().collect(),
            rules: layout.rules.keys().cloned().collect(),
            examples,
            media: layout.media.keys().cloned().collect(),
            unread: parsed.unread.clone(),
        };
        Loader { tree, layout, parsed, names: Arc::new(names) }
    }

    fn place(&self, file: FileId) -> Place<'_> {
        let path = &self.tree.file(file).path;
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        Place { names: &self.names, file, folder }
    }

    /// What every rule and municipality is read against.
    fn ground(&self) -> Ground {
        let tops = ["facts", "lock"].into_iter().filter_map(|top| self.layout.tops.get(top).copied());
        let is_tokens = |path: &str| path.ends_with(".css") || path.ends_with(".json");
        let below = self.tree.below("content/municipalities/");
        let tokens = below.filter(|(_, file)| is_tokens(&file.path)).map(|(id, _)| id);
        Ground { names: Arc::clone(&self.names), files: Files::of(self.tree, tops.chain(tokens)) }
    }

    fn library(&self, memory: &mut Memory, reader: &mut Reader) -> Option<Library> {
        let (file, node) = self.parsed.tops.get("site")?;
        let site = site::site(node, self.place(*file), reader);
        let mut facts = self.facts(reader);
        chain::check_formulas(&mut facts, &mut reader.findings);
        let laws: Vec<Law> =
            self.top("laws", reader, |_, key, node, place, reader| laws::law(key, node, place, reader));
        let situations: Vec<Situation> = self
            .top("situations", reader, |i, key, node, place, reader| site::situation(key, node, i, place, reader));
        let terms: Vec<Term> =
            self.top("glossary", reader, |_, key, node, place, reader| site::term(key, node, place, reader));
        let mut chapters = self.chapters(reader);
        let rules = self.rules(&facts, memory, reader);
        sheets::check_sheets(&rules, &chapters, reader);
        for (i, rule) in rules.iter().enumerate() {
            chapters[rule.chapter.get()].rules.push(Ix::new(i));
        }
        for chapter in &mut chapters {
            chapter.rules.sort_by_key(|rule| sheets::sheet_order(&rules[rule.get()]));
        }
        let decisions = self.decisions(&facts, reader);
        let municipalities = self.municipalities(&facts, memory, reader);
        let site = site.inspect(|site| extra::check_kinds(site, &facts, reader));
        let mut library = Library {
            site: site?,
            languages: self.names.languages.clone(),
            laws,
            facts,
            situations,
            terms,
            chapters,
            rules,
            decisions,
            municipalities,
            media: self.media(),
        };
        self.mark(labels::shared(&mut library));
        self.mark_drift(&mut library);
        Some(library)
    }

    /// The entries of a top-level file in the order of their names.
    fn top<T>(
        &self,
        top: &str,
        reader: &mut Reader,
        read: impl Fn(usize, &Key, &Node, Place<'_>, &mut Reader) -> T,
    ) -> Vec<T> {
        let Some((file, node)) = self.parsed.tops.get(top) else {
            return Vec::new();
        };
        let place = self.place(*file);
        if reader.map(node).is_none() {
            return Vec::new();
        }
        let entries = self.parsed.entries(top);
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by(|a, b| entries[*a].0.text.cmp(&entries[*b].0.text));
        order.into_iter().map(|i| read(i, &entries[i].0, &entries[i].1, place, reader)).collect()
    }

    fn facts(&self, reader: &mut Reader) -> Vec<Fact> {
        let mut facts: Vec<Fact> = self.top("facts", reader, |_, key, node, place, reader| {
            if BUILT_IN_FACTS.contains(&key.text.as_str()) {
                let help = "choose another name: this one stands for the municipality's own contacts";
                let message = format!("`{}` is always there", key.text);
                reader.findings.push(Diagnostic::error(findings::BAD_ID, key.span, message, help));
            }
            facts::fact(key, node, place, reader)
        });
        facts.retain(|fact| !BUILT_IN_FACTS.contains(&fact.id.value.as_str()));
        if let Some((site, _)) = self.parsed.tops.get("site") {
            facts.extend(BUILT_IN_FACTS.map(|id| facts::built_in(id, Span::start_of(*site))));
        }
        facts.sort_by(|a, b| a.id.value.cmp(&b.id.value));
        facts
    }

    fn chapters(&self, reader: &mut Reader) -> Vec<Chapter> {
        let ids: Vec<&String> = self.layout.chapters.keys().collect();
        each(&ids, reader, |_, id, reader| match self.parsed.chapters.get(id.as_str()) {
            Some((file, node)) => site::chapter(id, node, self.place(*file), reader),
            None => {
                let first = self.layout.rules.iter().find(|(rule, _)| rule.starts_with(&format!("{id}/")));
                let file = first.and_then(|(_, files)| files.yaml.or(files.texts.values().next().copied()));
                if self.layout.chapters[*id].is_none() {
                    let message = format!("`content/rules/{id}/chapter.yaml` is missing");
                    let help = "add it with order, letter, title and introduction";
                    reader.findings.push(Diagnostic::error(MISSING_FILE, file.map(Span::start_of), message, help));
                }
                let span = file.map_or(Span::start_of(self.parsed.tops["site"].0), Span::start_of);
                site::chapter(
                    id,
                    &Node { span, kind: NodeKind::Map(Vec::new()) },
                    self.names_only(),
                    &mut Reader::default(),
                )
            }
        })
    }

    fn names_only(&self) -> Place<'_> {
        Place { names: &self.names, file: self.parsed.tops["site"].0, folder: "" }
    }

    fn rules(&self, facts: &[Fact], memory: &mut Memory, reader: &mut Reader) -> Vec<Arc<Rule>> {
        let items: Vec<(&String, &RuleFiles)> = self.layout.rules.iter().collect();
        let making = Making { tree: self.tree, items: &items, of: RuleFiles::all };
        making.each_once(&mut memory.rules, reader, |id, files, reader| {
            let mut rule = self.rule(id, files, facts, reader);
            self.mark(labels::of_rule(&mut rule));
            Arc::new(rule)
        })
    }

    fn rule(&self, id: &str, files: &RuleFiles, facts: &[Fact], reader: &mut Reader) -> Rule {
        let chapter_id = id.split('/').next().unwrap_or_default();
        let chapter = self.names.chapters.binary_search_by(|c| c.as_str().cmp(chapter_id)).unwrap_or_default();
        let any = files.yaml.or(files.texts.values().next().copied()).unwrap_or(self.parsed.tops["site"].0);
        let mut rule = match (self.parsed.rules.get(id), files.yaml) {
            (Some((file, node)), _) => rule::rule(id, Ix::new(chapter), node, self.place(*file), reader),
            (None, yaml) => {
                if yaml.is_none() {
                    let message = format!("`content/rules/{id}/rule.yaml` is missing");
                    let help = "add it: kind, sheet, examples, review; docs/authoring.md shows one";
                    reader.findings.push(Diagnostic::error(MISSING_FILE, Span::start_of(any), message, help));
                }
                rule::empty(id, Ix::new(chapter), Span::start_of(any))
            }
        };
        overlay::check_terms(&rule, facts, reader);
        let languages = &self.names.languages;
        let source = languages.tag(languages.source());
        if !files.texts.contains_key(source) {
            let message = format!("`content/rules/{id}/{source}.md` is missing: the text in the source language");
            reader.findings.push(Diagnostic::error(
                MISSING_FILE,
                rule.span,
                message,
                "write it first; translations come after",
            ));
        }
        rule.texts = self.texts(id, files, Completeness::Whole, reader);
        rule
    }

    /// The texts of a rule or an overlay in all languages, lined up with the source language.
    fn texts(
        &self,
        rule: &str,
        files: &RuleFiles,
        source_completeness: Completeness,
        reader: &mut Reader,
    ) -> crate::model::PerLanguage<crate::model::RuleText> {
        let languages = &self.names.languages;
        // Without a readable rule.yaml nothing is known of its examples, and nothing is said of them.
        let examples = self.names.examples.get(rule).map(Vec::as_slice);
        let mut texts = crate::model::PerLanguage::none();
        for (tag, id) in &files.texts {
            let Some(language) = languages.find(tag) else {
                overlay::report_language(tag, *id, reader);
                continue;
            };
            let whole = language == languages.source();
            let completeness = if whole { source_completeness } else { Completeness::Parts };
            if let Some(text) = self.tree.file(*id).text() {
                let text = rule_text::rule_text(text, self.place(*id), examples, completeness, reader);
                texts.set(language, text);
            }
        }
        let Some(source) = texts.get(languages.source()).map(|source| align::Prints::of(source, &self.names))
        else {
            return texts;
        };
        let empty = FileLock::default();
        for (tag, id) in &files.texts {
            let language = languages.find(tag).filter(|language| *language != languages.source());
            if let Some(text) = language.and_then(|language| texts.get_mut(language)) {
                let lock = self.parsed.lock.get(&*self.tree.file(*id).path).unwrap_or(&empty);
                let unrecorded = align::mark(text, &source, lock);
                // Of a lock that could not be read nobody can say what it says nothing of.
                let unread = self.names.unread.contains("lock");
                let unrecorded = if unread { Vec::new() } else { unrecorded };
                text.record = Record { history: lock.history, unrecorded };
            }
        }
        texts
    }

    fn media(&self) -> Vec<Media> {
        let media = self.layout.media.iter().map(|(path, id)| media(path, self.tree.file(*id)));
        media.collect()
    }
}

fn media(path: &str, file: &SourceFile) -> Media {
    let bytes = match &file.payload {
        Payload::Bytes(bytes) => bytes.clone(),
        Payload::Text(text) => text.as_bytes().into(),
        Payload::Unusable => [].into(),
    };
    let extension = path.rsplit_once('.').map_or("", |(_, e)| e).to_owned();
    Media { path: path.to_owned(), extension, bytes }
}

fn example_names(rule: &Node) -> Vec<String> {
    let NodeKind::Map(entries) = &rule.kind else {
        return Vec::new();
    };
    let examples = entries.iter().find(|(key, _)| key.text == "examples").map(|(_, node)| &node.kind);
    let Some(NodeKind::Map(examples)) = examples else {
        return Vec::new();
    };
    examples.iter().map(|(key, _)| key.text.clone()).collect()
}
