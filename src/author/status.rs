//! What is missing, stale, made by a machine or not recorded, with the old and the new source text.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::standing::{Judged, Standing, judge};
use crate::load::{Derived, Earlier, Survey, earlier_texts, excerpt};
use crate::source::{Lines, SourceTree};

/// How the translations and own versions of a guide stand.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// The translations, by language in the order of the guide; without the source language.
    pub languages: Vec<LanguageStatus>,
    /// The municipalities' own versions, against the general rules.
    pub own_versions: OwnVersions,
}

/// Numbers of segments. Each segment is counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Made from the present text.
    pub complete: usize,
    /// Made from a text that has changed since.
    pub stale: usize,
    /// Not there.
    pub missing: usize,
    /// Made by a machine and not read by anybody.
    pub machine: usize,
    /// Of which the lock does not say from what they were made.
    pub unrecorded: usize,
}

/// The translations into one language.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageStatus {
    /// Tag of the language.
    pub language: String,
    /// How many segments stand how.
    pub counts: Counts,
    /// Files in which something is to be done.
    pub files: Vec<FileStatus>,
}

/// The municipalities' own versions.
#[derive(Debug, Clone, Serialize)]
pub struct OwnVersions {
    /// How many segments stand how.
    pub counts: Counts,
    /// Files that were made from a general text that has changed, or of which nothing is recorded.
    pub files: Vec<FileStatus>,
}

/// A file in which something is to be done.
#[derive(Debug, Clone, Serialize)]
pub struct FileStatus {
    /// Its path.
    pub path: String,
    /// Whether the file itself is missing.
    pub absent: bool,
    /// Its segments, without those that are complete.
    pub segments: Vec<SegmentStatus>,
}

/// A segment with which something is to be done.
#[derive(Debug, Clone, Serialize)]
pub struct SegmentStatus {
    /// Its name.
    pub name: String,
    /// `stale`, `missing`, `machine` or `unrecorded`.
    pub standing: &'static str,
    /// The line in which it starts.
    pub line: Option<usize>,
    /// What it says.
    pub text: Option<String>,
    /// What its source said when it was made, where an earlier version of the file shows it.
    pub then: Option<String>,
    /// What its source says now.
    pub now: Option<String>,
}

impl Standing {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Standing::Complete => "complete",
            Standing::Stale => "stale",
            Standing::Missing => "missing",
            Standing::Machine => "machine",
            Standing::Unrecorded => "unrecorded",
        }
    }
}

impl Counts {
    fn add(&mut self, standing: Standing) {
        *match standing {
            Standing::Complete => &mut self.complete,
            Standing::Stale => &mut self.stale,
            Standing::Missing => &mut self.missing,
            Standing::Machine => &mut self.machine,
            Standing::Unrecorded => &mut self.unrecorded,
        } += 1;
    }
}

/// Reports on these languages (tags; all when empty). `version` gives earlier versions of a file, as
/// [`earlier_texts`] asks for them.
#[must_use]
pub fn status(
    tree: &SourceTree,
    survey: &Survey,
    languages: &[String],
    version: &mut dyn FnMut(&str, usize) -> Option<String>,
) -> Status {
    let source = survey.languages.source();
    let wanted = |tag: &str| languages.is_empty() || languages.iter().any(|language| language == tag);
    let chosen: Vec<usize> = survey
        .languages
        .iter()
        .filter(|(language, tag)| *language != source && wanted(tag))
        .map(|(language, _)| language)
        .collect();
    let judged: Vec<(&Derived, Vec<Judged<'_>>)> = survey
        .files
        .iter()
        .map(|derived| {
            let mut judged = judge(derived, survey.lock.get(&derived.path));
            judged.retain(|judged| judged.language.is_none_or(|language| chosen.contains(&language)));
            (derived, judged)
        })
        .collect();
    let texts = earlier_texts(tree, &changed(&judged, tree), version);
    let report = Report { tree, texts, judged };
    let language = |language: usize| {
        let (counts, files) = report.of(Some(language));
        LanguageStatus { language: survey.languages.tag(language).to_owned(), counts, files }
    };
    let (counts, files) = report.of(None);
    Status { languages: chosen.into_iter().map(language).collect(), own_versions: OwnVersions { counts, files } }
}

/// The texts that something stale was made from.
fn changed(judged: &[(&Derived, Vec<Judged<'_>>)], tree: &SourceTree) -> BTreeSet<Earlier> {
    let all = judged.iter().flat_map(|(derived, judged)| judged.iter().map(move |judged| (*derived, judged)));
    all.filter_map(|(derived, judged)| earlier(derived, judged, tree)).collect()
}

fn earlier(derived: &Derived, judged: &Judged<'_>, tree: &SourceTree) -> Option<Earlier> {
    let was = judged.was.filter(|_| judged.standing == Standing::Stale)?;
    let path = judged.base.map_or(derived.from.as_str(), |base| &tree.file(base.span.file).path);
    Some((path.to_owned(), was))
}

struct Report<'a> {
    tree: &'a SourceTree,
    texts: BTreeMap<Earlier, String>,
    judged: Vec<(&'a Derived, Vec<Judged<'a>>)>,
}

impl Report<'_> {
    /// One language, or the own versions.
    fn of(&self, language: Option<usize>) -> (Counts, Vec<FileStatus>) {
        let mut counts = Counts::default();
        let mut files = Vec::new();
        for (derived, judged) in &self.judged {
            let mut segments = Vec::new();
            for judged in judged.iter().filter(|judged| judged.language == language) {
                counts.add(judged.standing);
                if judged.standing != Standing::Complete {
                    segments.push(self.segment(derived, judged));
                }
            }
            if !segments.is_empty() {
                files.push(FileStatus { path: derived.path.clone(), absent: derived.file.is_none(), segments });
            }
        }
        (counts, files)
    }

    fn segment(&self, derived: &Derived, judged: &Judged<'_>) -> SegmentStatus {
        let line = |span: crate::source::Span| {
            let text = self.tree.file(span.file).text().unwrap_or_default();
            Lines::new(text).at(span.start as usize).line
        };
        let then = earlier(derived, judged, self.tree).and_then(|earlier| self.texts.get(&earlier).cloned());
        SegmentStatus {
            name: judged.name.clone(),
            standing: judged.standing.word(),
            line: judged.own.map(line),
            text: judged.own.map(|span| excerpt(self.tree, span)),
            then,
            now: judged.base.map(|base| base.said(self.tree)),
        }
    }
}
