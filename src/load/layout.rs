//! Which file is what, by its path alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::findings::{BAD_ID, EMPTY_TEXT, UNKNOWN_FILE};
use crate::diag::{Diagnostic, Severity};
use crate::source::{FileId, Payload, SourceFile, SourceTree, Span};
use crate::yaml::{Reader, is_id};

/// Endings of files that pages can show.
pub(super) const MEDIA: [&str; 5] = ["svg", "png", "jpg", "jpeg", "webp"];

/// Folders of an edition that are pages of their own, so that no chapter can be called so.
const PAGES: [&str; 11] = [
    "accessibility",
    "binder",
    "card",
    "changes",
    "decisions",
    "help",
    "repayment",
    "report",
    "search",
    "situations",
    "words",
];

fn report_reserved(name: &str, file: FileId, reader: &mut Reader) {
    let help = "choose another name for the folder";
    let message = format!("`{name}` is a page or folder of every site");
    reader.findings.push(Diagnostic::error(BAD_ID, Span::start_of(file), message, help));
}

/// The files of one rule, or of a municipality's own version of it.
#[derive(Debug, Default)]
pub(super) struct RuleFiles {
    pub(super) yaml: Option<FileId>,
    /// By language tag, as the file is named.
    pub(super) texts: BTreeMap<String, FileId>,
}

/// The files of one municipality.
#[derive(Debug, Default)]
pub(super) struct MunicipalityFiles {
    pub(super) yaml: Option<FileId>,
    /// By `chapter/rule`.
    pub(super) overlays: BTreeMap<String, RuleFiles>,
}

/// The files of a guide.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// `site`, `laws`, `facts`, `situations`, `glossary`, and `translations.lock` as `lock`.
    pub(super) tops: BTreeMap<&'static str, FileId>,
    pub(super) chapters: BTreeMap<String, Option<FileId>>,
    /// By `chapter/rule`.
    pub(super) rules: BTreeMap<String, RuleFiles>,
    pub(super) municipalities: BTreeMap<String, MunicipalityFiles>,
    /// By name, without the ending.
    pub(super) decisions: BTreeMap<String, FileId>,
    /// Images, by path.
    pub(super) media: BTreeMap<String, FileId>,
}

const TOPS: [(&str, &str); 6] = [
    ("site.yaml", "site"),
    ("laws.yaml", "laws"),
    ("facts.yaml", "facts"),
    ("situations.yaml", "situations"),
    ("glossary.yaml", "glossary"),
    ("translations.lock", "lock"),
];

/// All of a file that decides what it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shape {
    id: FileId,
    path: Arc<str>,
    empty: bool,
    usable: bool,
}

impl Shape {
    pub(super) fn of(id: FileId, file: &SourceFile) -> Self {
        let empty = matches!(&file.payload, Payload::Text(text) if text.trim_start().is_empty());
        let usable = !matches!(file.payload, Payload::Unusable);
        Shape { id, path: file.path.clone(), empty, usable }
    }
}

impl Layout {
    /// Sorts the files below `content/` by what they are.
    pub(super) fn of(tree: &SourceTree, reader: &mut Reader) -> Self {
        let mut layout = Layout::default();
        for (id, file) in tree.below("content/") {
            let path = file.path.trim_start_matches("content/");
            let Shape { empty, usable, .. } = Shape::of(id, file);
            if empty && path.ends_with(".svg") {
                let help = "put the image here again, or delete the file";
                reader.findings.push(Diagnostic::error(
                    EMPTY_TEXT,
                    Span::start_of(id),
                    "this image is empty",
                    help,
                ));
            }
            if !layout.place(path, id, reader) && usable {
                report_unknown(path, id, reader);
            }
        }
        layout
    }

    /// Files one path; false when nothing reads such a file.
    fn place(&mut self, path: &str, id: FileId, reader: &mut Reader) -> bool {
        let parts: Vec<&str> = path.split('/').collect();
        let extension = path.rsplit_once('.').map_or("", |(_, e)| e);
        if MEDIA.contains(&extension) {
            self.media.insert(format!("content/{path}"), id);
            return true;
        }
        for folder in &parts[..parts.len() - 1] {
            if !is_id(folder) {
                reader.check_id(folder, Span::start_of(id));
                return true;
            }
        }
        match parts.as_slice() {
            [name] => match TOPS.iter().find(|(file, _)| file == name) {
                Some((_, top)) => self.tops.insert(top, id).is_none(),
                None => false,
            },
            ["rules", chapter, ..] if PAGES.contains(chapter) => {
                report_reserved(chapter, id, reader);
                true
            }
            ["decisions", name] => {
                let Some(decision) = name.strip_suffix(".yaml") else {
                    return false;
                };
                reader.check_id(decision, Span::start_of(id));
                self.decisions.insert(decision.to_owned(), id).is_none()
            }
            ["municipalities", "assets", ..] => {
                report_reserved("assets", id, reader);
                true
            }
            ["rules", chapter, "chapter.yaml"] => {
                self.chapters.insert((*chapter).to_owned(), Some(id));
                true
            }
            ["rules", chapter, rule, name] => {
                self.chapters.entry((*chapter).to_owned()).or_default();
                let files = self.rules.entry(format!("{chapter}/{rule}")).or_default();
                files.place(name, id)
            }
            ["municipalities", municipality, rest @ ..] => {
                let files = self.municipalities.entry((*municipality).to_owned()).or_default();
                match rest {
                    ["municipality.yaml"] => {
                        files.yaml = Some(id);
                        true
                    }
                    ["rules", chapter, rule, name] => {
                        files.overlays.entry(format!("{chapter}/{rule}")).or_default().place(name, id)
                    }
                    // Style sheets of design tokens, named in `municipality.yaml`.
                    [name] => name.ends_with(".css") || name.ends_with(".json"),
                    _ => false,
                }
            }
            _ => false,
        }
    }
}

impl MunicipalityFiles {
    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = FileId> + '_ {
        self.yaml.into_iter().chain(self.overlays.values().flat_map(RuleFiles::all))
    }
}

impl RuleFiles {
    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = FileId> + '_ {
        self.yaml.into_iter().chain(self.texts.values().copied())
    }

    fn place(&mut self, name: &str, id: FileId) -> bool {
        if name == "rule.yaml" {
            self.yaml = Some(id);
            return true;
        }
        let Some(tag) = name.strip_suffix(".md") else {
            return false;
        };
        self.texts.insert(tag.to_owned(), id);
        true
    }
}

fn report_unknown(path: &str, id: FileId, reader: &mut Reader) {
    let help = "docs/authoring.md lists the files of a guide; rename it, or move it out of `content/`";
    let message = format!("nothing reads `content/{path}`");
    let content = [".md", ".yaml", ".yml", ".lock"].iter().any(|ending| path.ends_with(ending));
    let mut finding = Diagnostic::error(UNKNOWN_FILE, Span::start_of(id), message, help);
    if !content {
        finding.severity = Severity::Warning;
    }
    reader.findings.push(finding);
}
