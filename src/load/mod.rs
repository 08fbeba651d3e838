//! **load** owns how authors write things down: YAML, Markdown, front matter, references by name.
//!
//! It must not know which value holds today, nor how anything is shown. Steps: sort the files by path
//! (`layout`), parse the YAML that names things and gather all names (`names`), read every file against
//! those names in parallel, line translations up with their source (`align`), and hand out one
//! [`Library`] that is valid by construction. Whatever is wrong is reported beside it, all of it.

mod align;
mod facts;
mod findings;
mod fingerprint;
mod formula;
mod inline;
mod laws;
mod layout;
mod lock;
mod markdown;
mod municipality;
mod names;
mod overlay;
mod rule;
mod rule_text;
mod site;
mod texts;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use self::findings::{DUPLICATE_SHEET, MISSING_FILE, NO_CONTENT};
use self::layout::{Layout, RuleFiles};
use self::names::{BUILT_IN_FACTS, Names};
use self::rule_text::Completeness;
use self::texts::Place;
use crate::diag::{Diagnostic, Warned};
use crate::model::{Chapter, Fact, FileLock, Ix, Law, Library, Lock, Media, Municipality, Rule, Situation, Term};
use crate::source::{FileId, Payload, SourceFile, SourceTree, Span};
use crate::yaml::{self, Key, Node, NodeKind, Reader, YamlText};

pub(crate) use findings::CODES;
pub use lock::write as write_lock;

/// Reads a whole guide. There is no library when `content/site.yaml` is missing or unreadable.
#[must_use]
pub fn load(tree: &SourceTree) -> Warned<Option<Library>> {
    let mut reader = Reader::default();
    for trouble in tree.troubles() {
        let file = tree.find(&trouble.path).map(|(id, _)| id);
        reader.findings.push(findings::trouble(trouble, file));
    }
    let layout = Layout::of(tree, &mut reader);
    let parsed = Parsed::of(tree, &layout, &mut reader);
    let library = Loader::new(tree, &layout, &parsed, &mut reader).library(&mut reader);
    Warned { value: library, findings: reader.findings }
}

/// The lock that says: every translation there is was made from the source text as it is now.
///
/// Overlays are locked against the same municipality's source text. Texts that cannot be read are left out.
#[must_use]
pub fn present_lock(tree: &SourceTree) -> Lock {
    let mut reader = Reader::default();
    let layout = Layout::of(tree, &mut reader);
    let parsed = Parsed::of(tree, &layout, &mut reader);
    if !parsed.tops.contains_key("site") {
        return Lock::new();
    }
    let loader = Loader::new(tree, &layout, &parsed, &mut reader);
    let overlays = layout.municipalities.values().flat_map(|files| &files.overlays);
    let mut lock = Lock::new();
    for (rule, files) in layout.rules.iter().chain(overlays) {
        let texts = loader.texts(rule, files, Completeness::Parts, &mut reader);
        let languages = &loader.names.languages;
        let Some(source) = texts.get(languages.source()) else { continue };
        for (tag, id) in &files.texts {
            let language = languages.find(tag).filter(|language| *language != languages.source());
            if let Some(text) = language.and_then(|language| texts.get(language)) {
                lock.insert(tree.file(*id).path.clone(), align::present(text, source, &loader.names));
            }
        }
    }
    lock
}

/// The YAML files that name things, parsed once.
struct Parsed {
    tops: BTreeMap<&'static str, (FileId, Node)>,
    chapters: BTreeMap<String, (FileId, Node)>,
    rules: BTreeMap<String, (FileId, Node)>,
    unread: BTreeSet<&'static str>,
}

impl Parsed {
    fn of(tree: &SourceTree, layout: &Layout, reader: &mut Reader) -> Self {
        let mut tops = BTreeMap::new();
        let mut unread = BTreeSet::new();
        for (top, id) in &layout.tops {
            let Some(text) = tree.file(*id).text() else {
                unread.insert(*top);
                continue;
            };
            let before = reader.findings.len();
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
        Parsed {
            tops,
            chapters: parse_all(tree, &chapters, reader),
            rules: parse_all(tree, &rules, reader),
            unread,
        }
    }

    fn entries(&self, top: &str) -> &[(Key, Node)] {
        match self.tops.get(top).map(|(_, node)| &node.kind) {
            Some(NodeKind::Map(entries)) => entries,
            _ => &[],
        }
    }

    fn keys(&self, top: &str) -> Vec<String> {
        let mut keys: Vec<String> = self.entries(top).iter().map(|(key, _)| key.text.clone()).collect();
        keys.sort_unstable();
        keys
    }
}

fn parse_file(tree: &SourceTree, id: FileId, findings: &mut Vec<Diagnostic>) -> Option<Node> {
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
    parsed: &'a Parsed,
    names: Names,
    lock: Lock,
}

impl<'a> Loader<'a> {
    fn new(tree: &'a SourceTree, layout: &'a Layout, parsed: &'a Parsed, reader: &mut Reader) -> Self {
        let languages = site::languages(parsed.tops.get("site").map(|(_, node)| node), reader);
        let mut facts = parsed.keys("facts");
        facts.retain(|id| !BUILT_IN_FACTS.contains(&id.as_str()));
        facts.extend(BUILT_IN_FACTS.map(str::to_owned));
        facts.sort_unstable();
        let examples = parsed.rules.iter().map(|(id, (_, node))| (id.clone(), example_names(node))).collect();
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
        let lock = parsed.tops.get("lock").map(|(_, node)| lock::lock(node, reader)).unwrap_or_default();
        Loader { tree, layout, parsed, names, lock }
    }

    fn place(&self, file: FileId) -> Place<'_> {
        let path = &self.tree.file(file).path;
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        Place { names: &self.names, file, folder }
    }

    fn library(&self, reader: &mut Reader) -> Option<Library> {
        let (file, node) = self.parsed.tops.get("site")?;
        let site = site::site(node, self.place(*file), reader);
        let mut facts = self.facts(reader);
        facts::check_formulas(&mut facts, &mut reader.findings);
        let laws: Vec<Law> =
            self.top("laws", reader, |_, key, node, place, reader| laws::law(key, node, place, reader));
        let situations: Vec<Situation> = self
            .top("situations", reader, |i, key, node, place, reader| site::situation(key, node, i, place, reader));
        let terms: Vec<Term> =
            self.top("glossary", reader, |_, key, node, place, reader| site::term(key, node, place, reader));
        let mut chapters = self.chapters(reader);
        let rules = self.rules(&facts, reader);
        check_sheets(&rules, &chapters, reader);
        for (i, rule) in rules.iter().enumerate() {
            chapters[rule.chapter.get()].rules.push(Ix::new(i));
        }
        for chapter in &mut chapters {
            chapter.rules.sort_by_key(|rule| sheet_order(&rules[rule.get()]));
        }
        let municipalities = self.municipalities(&facts, reader);
        Some(Library {
            site: site?,
            languages: self.names.languages.clone(),
            laws,
            facts,
            situations,
            terms,
            chapters,
            rules,
            municipalities,
            media: self.media(),
        })
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
        each(&ids, reader, |_, id, reader| match self.parsed.chapters.get(*id) {
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

    fn rules(&self, facts: &[Fact], reader: &mut Reader) -> Vec<Rule> {
        let items: Vec<(&String, &RuleFiles)> = self.layout.rules.iter().collect();
        each(&items, reader, |_, (id, files), reader| self.rule(id, files, facts, reader))
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
        overlay::check_terms(&rule.examples, facts, reader);
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
        let Some(source) = texts.get(languages.source()).cloned() else {
            return texts;
        };
        let empty = FileLock::default();
        for (tag, id) in &files.texts {
            let language = languages.find(tag).filter(|language| *language != languages.source());
            if let Some(text) = language.and_then(|language| texts.get_mut(language)) {
                let lock = self.lock.get(&self.tree.file(*id).path).unwrap_or(&empty);
                align::mark(text, &source, lock, &self.names);
            }
        }
        texts
    }

    fn municipalities(&self, facts: &[Fact], reader: &mut Reader) -> Vec<Municipality> {
        let items: Vec<_> = self.layout.municipalities.iter().collect();
        let read = each(&items, reader, |_, (id, files), reader| {
            let Some(file) = files.yaml else {
                overlay::report_no_municipality(id, files, reader);
                return None;
            };
            let node = parse_file(self.tree, file, &mut reader.findings)?;
            let mut found = municipality::municipality(id, &node, self.place(file), (facts, self.tree), reader);
            for (rule, files) in &files.overlays {
                if let Some((ix, overlay)) = self.overlay(rule, files, facts, reader) {
                    found.overlays.insert(ix, overlay);
                }
            }
            Some(found)
        });
        read.into_iter().flatten().collect()
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

/// Sheet codes in the order people expect: B3 before B10.
fn sheet_order(rule: &Rule) -> (String, u32, String) {
    let code = &rule.sheet.value;
    let digits = code.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &code[..code.len() - digits.len()];
    (letters.to_owned(), digits.parse().unwrap_or(0), rule.id.clone())
}

fn check_sheets(rules: &[Rule], chapters: &[Chapter], reader: &mut Reader) {
    let mut letters: BTreeMap<&str, &Chapter> = BTreeMap::new();
    for chapter in chapters.iter().filter(|chapter| !chapter.letter.value.is_empty()) {
        if let Some(first) = letters.insert(&chapter.letter.value, chapter) {
            let message = format!("two chapters have the letter `{}`", chapter.letter.value);
            let finding = Diagnostic::error(
                DUPLICATE_SHEET,
                chapter.letter.span,
                message,
                "give one of them another letter",
            );
            reader.findings.push(finding.label(first.letter.span, "first here"));
        }
    }
    let mut seen: BTreeMap<&str, &Rule> = BTreeMap::new();
    for rule in rules.iter().filter(|rule| !rule.sheet.value.is_empty()) {
        let sheet = &rule.sheet;
        let letter = &chapters[rule.chapter.get()].letter.value;
        let own = sheet.value.trim_end_matches(|c: char| c.is_ascii_digit());
        if !letter.is_empty() && own != letter {
            let help = format!("sheets of this chapter start with `{letter}`, the letter in chapter.yaml");
            let message = format!("sheet `{}` does not belong to this chapter", sheet.value);
            reader.findings.push(Diagnostic::error(findings::BAD_VALUE, sheet.span, message, help));
        }
        if let Some(first) = seen.insert(&sheet.value, rule) {
            let message = format!("two rules have sheet `{}`", sheet.value);
            let help = "give one of them the next free number; a sheet code that is in use stays";
            let finding = Diagnostic::error(DUPLICATE_SHEET, sheet.span, message, help);
            reader.findings.push(finding.label(first.sheet.span, "first here"));
        }
    }
}
