//! Findings as they are remembered from one build to the next of the same guide: what had to be said once has to be
//! said again, also when nothing else is done.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Diagnostic, Fix, Label, Severity, explanation};
use crate::source::{SourceTree, Span};

/// A finding by names that mean the same in another process.
#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    code: Cow<'a, str>,
    severity: Cow<'a, str>,
    place: Option<Place<'a>>,
    message: Cow<'a, str>,
    labels: Vec<(Place<'a>, Cow<'a, str>)>,
    help: Cow<'a, str>,
    fix: Option<(Place<'a>, Cow<'a, str>)>,
}

/// A path, the first byte, and one past the last.
#[derive(Serialize, Deserialize)]
struct Place<'a>(Cow<'a, str>, u32, u32);

const SEVERITIES: [(&str, Severity); 3] =
    [("hint", Severity::Hint), ("warning", Severity::Warning), ("error", Severity::Error)];

/// Findings as text, for [`recalled`]. `tree` is the one that their spans point into.
#[must_use]
pub fn remembered(findings: &[Diagnostic], tree: &SourceTree) -> String {
    let kept: Vec<Kept<'_>> = findings.iter().map(|finding| Kept::of(finding, tree)).collect();
    // Only a map with keys that are no texts could fail, and there is none.
    serde_json::to_string(&kept).unwrap_or_default()
}

/// The findings that [`remembered`] wrote down, in the same guide; nothing if the text was not written by it, or of
/// another guide or by another program.
#[must_use]
pub fn recalled(text: &str, tree: &SourceTree) -> Option<Vec<Diagnostic>> {
    let kept: Vec<Kept<'_>> = serde_json::from_str(text).ok()?;
    kept.into_iter().map(|kept| kept.finding(tree)).collect()
}

impl<'a> Kept<'a> {
    fn of(finding: &'a Diagnostic, tree: &'a SourceTree) -> Self {
        let place = |span: Span| Place((&*tree.file(span.file).path).into(), span.start, span.end);
        let Diagnostic { code, span, message, labels, help, fix, .. } = finding;
        let severity = SEVERITIES.iter().find(|(_, known)| *known == finding.severity);
        Kept {
            code: (*code).into(),
            severity: severity.map_or("", |(word, _)| word).into(),
            place: span.map(place),
            message: message.into(),
            labels: labels.iter().map(|label| (place(label.span), (&label.text).into())).collect(),
            help: help.into(),
            fix: fix.as_ref().map(|fix| (place(fix.span), (&fix.text).into())),
        }
    }

    fn finding(self, tree: &SourceTree) -> Option<Diagnostic> {
        let labels = self.labels.into_iter();
        let labels = labels.map(|(place, text)| Some(Label { span: place.span(tree)?, text: text.into_owned() }));
        Some(Diagnostic {
            code: explanation(&self.code)?.code,
            severity: SEVERITIES.iter().find(|(word, _)| *word == self.severity)?.1,
            span: match self.place {
                Some(place) => Some(place.span(tree)?),
                None => None,
            },
            message: self.message.into_owned(),
            labels: labels.collect::<Option<_>>()?,
            help: self.help.into_owned(),
            fix: match self.fix {
                Some((place, text)) => Some(Box::new(Fix { span: place.span(tree)?, text: text.into_owned() })),
                None => None,
            },
        })
    }
}

impl Place<'_> {
    fn span(&self, tree: &SourceTree) -> Option<Span> {
        let (file, found) = tree.find(&self.0)?;
        // A file that is no text has findings at its very start.
        let inside = (self.1, self.2) == (0, 0) || found.text()?.get(self.1 as usize..self.2 as usize).is_some();
        inside.then_some(Span { file, start: self.1, end: self.2 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_told_again_to_the_letter() {
        let tree =
            SourceTree::from_texts([("content/site.yaml", "title: één\n"), ("content/facts.yaml", "a: 1\n")]);
        let at = |path: &str, start, end| Span::new(tree.find(path).expect("a file").0, start, end);
        let (site, facts) = (at("content/site.yaml", 7, 12), at("content/facts.yaml", 0, 1));
        let fix = Fix { span: site, text: "\"één\"".to_owned() };
        let all = [
            Diagnostic::warning("hard-word", site, "a \"hard\" word", "write\nanother")
                .label(facts, "as here")
                .fixed_by(fix),
            Diagnostic::error("no-content", None, "there is nothing", "write something"),
        ];
        let text = remembered(&all, &tree);
        assert_eq!(recalled(&text, &tree).as_deref(), Some(&all[..]));
        let other =
            SourceTree::from_texts([("content/site.yaml", "title: e\n"), ("content/facts.yaml", "a: 1\n")]);
        assert_eq!(recalled(&text, &other), None, "a place that is not there");
        let split = text.replace(",7,12]", ",7,8]");
        assert_ne!(split, text);
        assert_eq!(recalled(&split, &tree), None, "a place inside a letter");
        assert_eq!(recalled(&text.replace("hard-word", "some-word"), &tree), None, "a code of another program");
        assert_eq!(recalled("[", &tree), None);
    }
}
