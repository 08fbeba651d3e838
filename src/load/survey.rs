//! A guide as a translator sees it: every file that was made from another, beside what it was made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::derived::{Base, Derived, Pair};
use super::labels::{self, Label};
use super::layout::RuleFiles;
use super::{Loader, align};
use crate::model::{HistoryEntry, Languages, Library, Lock, PerLanguage, RuleText};
use crate::source::SourceTree;

/// What was made from what in a guide, and what the lock says of it.
#[derive(Debug, Clone)]
pub struct Survey {
    /// The languages of the guide.
    pub languages: Languages,
    /// `translations.lock`; empty where it could not be read.
    pub lock: Lock,
    /// Every file that was made from another, or ought to be, in order of path.
    pub files: Vec<Derived>,
}

impl Loader<'_> {
    /// Sets the states of the texts that stand in YAML by what the lock says of them.
    pub(super) fn mark(&self, labels: Vec<Label<'_>>) {
        if self.parsed.lock.is_empty() {
            return;
        }
        let languages = &self.names.languages;
        for label in labels {
            let Some(at) = label.texts.iter().position(|(language, _)| *language == languages.source()) else {
                continue;
            };
            let Some(lock) = self.parsed.lock.get(&*self.tree.file(label.texts[at].1.span.file).path) else {
                continue;
            };
            let source = Base::segment(label.texts[at].1, &self.names);
            for (language, text) in label.texts.into_iter().filter(|(_, text)| text.span != source.span) {
                if let Some(locked) = lock.fields.get(&format!("{}.{}", languages.tag(language), label.name)) {
                    text.state = align::state(locked, Some(source.print));
                }
            }
        }
    }

    /// Everything that was made from something else.
    pub(super) fn survey(self, mut library: Library) -> Survey {
        let mut files: BTreeMap<String, Derived> = BTreeMap::new();
        for rule in &library.rules {
            if let Some(own) = self.layout.rules.get(&rule.id) {
                let folder = format!("content/rules/{}", rule.id);
                self.translations(&folder, (own, &rule.texts), &rule.history, &mut files);
            }
        }
        for municipality in &library.municipalities {
            let Some(own) = self.layout.municipalities.get(&municipality.id) else { continue };
            for (ix, overlay) in &municipality.overlays {
                let rule = &library.rules[ix.get()];
                let Some(own) = own.overlays.get(&rule.id) else { continue };
                let folder = format!("content/municipalities/{}/rules/{}", municipality.id, rule.id);
                self.translations(&folder, (own, &overlay.texts), &overlay.history, &mut files);
                let versions = self.own_version(own, overlay, rule).into_iter();
                files.extend(versions.map(|derived| (derived.path.clone(), derived)));
            }
        }
        self.survey_labels(labels::shared(&mut library), &mut files);
        for rule in &mut library.rules {
            self.survey_labels(labels::of_rule(Arc::make_mut(rule)), &mut files);
        }
        for municipality in &mut library.municipalities {
            self.survey_labels(labels::of_municipality(Arc::make_mut(municipality)), &mut files);
        }
        files.retain(|_, derived| !derived.fields.is_empty() || !derived.lists.is_empty());
        Survey {
            languages: self.names.languages.clone(),
            lock: Lock::clone(&self.parsed.lock),
            files: files.into_values().collect(),
        }
    }

    /// The translations of one rule or own version, those that are missing among them.
    fn translations(
        &self,
        folder: &str,
        (own, texts): (&RuleFiles, &PerLanguage<RuleText>),
        history: &[HistoryEntry],
        files: &mut BTreeMap<String, Derived>,
    ) {
        let languages = &self.names.languages;
        let Some(source) = texts.get(languages.source()) else { return };
        let nothing = RuleText::default();
        for (language, tag) in languages.iter().filter(|(language, _)| *language != languages.source()) {
            let path = format!("{folder}/{tag}.md");
            let text = texts.get(language).unwrap_or(&nothing);
            let from = format!("{folder}/{}.md", languages.tag(languages.source()));
            let new = Derived::new(path.clone(), own.texts.get(tag).copied(), from, history);
            files.insert(path, new.translation(text, source, language, &self.names));
        }
    }

    fn survey_labels(&self, labels: Vec<Label<'_>>, files: &mut BTreeMap<String, Derived>) {
        let languages = &self.names.languages;
        for label in labels {
            let source = label.texts.iter().find(|(language, _)| *language == languages.source());
            let Some(base) = source.map(|(_, text)| Base::segment(text, &self.names)) else { continue };
            let file = base.span.file;
            let path = self.tree.file(file).path.to_string();
            let new = || Derived::new(path.clone(), Some(file), path.clone(), &[]);
            let derived = files.entry(path.clone()).or_insert_with(new);
            for (language, tag) in languages.iter().filter(|(language, _)| *language != languages.source()) {
                let own = label.texts.iter().find(|(l, _)| *l == language).map(|(_, text)| text.span);
                // One text for all languages is not a translation.
                if own != Some(base.span) {
                    let name = format!("{tag}.{}", label.name);
                    derived.fields.push(Pair { name, language: Some(language), own, base: Some(base.clone()) });
                }
            }
        }
    }
}

/// What stands at a place, on one line and without the quotes of YAML.
#[must_use]
pub fn excerpt(tree: &SourceTree, span: crate::source::Span) -> String {
    let text = tree.file(span.file).text().unwrap_or_default();
    one_line(text.get(span.start as usize..span.end as usize).unwrap_or_default())
}

/// A text on one line and without the quotes of YAML.
pub(super) fn one_line(text: &str) -> String {
    let text = text.trim();
    let quoted = |quote| text.len() > 1 && text.starts_with(quote) && text.ends_with(quote);
    let bare = if quoted('"') || quoted('\'') { &text[1..text.len() - 1] } else { text };
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}
