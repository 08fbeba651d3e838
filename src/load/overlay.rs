//! What a municipality does differently, and what can be wrong between files.

use std::sync::Arc;

use super::findings::{BAD_VALUE, MISSING_FILE, OVERLAY_WITHOUT_BASE, OVERLAY_WITHOUT_SOURCE, UNKNOWN_LANGUAGE};
use super::layout::{MunicipalityFiles, RuleFiles};
use super::memory::{Making, Memory};
use super::rule_text::Completeness;
use super::{Loader, labels, municipality, parse_file, rule};
use crate::diag::Diagnostic;
use crate::model::{Fact, Figures, Ix, Municipality, Overlay, PerLanguage, Rule, RuleText, Within};
use crate::source::{FileId, Span};
use crate::yaml::Reader;

impl Loader<'_> {
    /// All municipalities.
    pub(super) fn municipalities(
        &self,
        facts: &[Fact],
        memory: &mut Memory,
        reader: &mut Reader,
    ) -> Vec<Arc<Municipality>> {
        let items: Vec<(&String, &MunicipalityFiles)> = self.layout.municipalities.iter().collect();
        let making = Making { tree: self.tree, items: &items, of: MunicipalityFiles::all };
        let read = making.each_once(&mut memory.municipalities, reader, |id, files, reader| {
            let mut municipality = self.municipality(id, files, facts, reader)?;
            self.mark(labels::of_municipality(&mut municipality));
            Some(Arc::new(municipality))
        });
        read.into_iter().flatten().collect()
    }

    fn municipality(
        &self,
        id: &str,
        files: &MunicipalityFiles,
        facts: &[Fact],
        reader: &mut Reader,
    ) -> Option<Municipality> {
        let Some(file) = files.yaml else {
            report_no_municipality(id, files, reader);
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
    }

    /// One overlay of one municipality.
    fn overlay(
        &self,
        id: &str,
        files: &RuleFiles,
        facts: &[Fact],
        reader: &mut Reader,
    ) -> Option<(Ix<Rule>, Overlay)> {
        let any = files.yaml.or(files.texts.values().next().copied())?;
        let Some(ix) = self.names.rule(id) else {
            let message = format!("there is no rule `{id}` that this could be a version of");
            let help = "the folders are named as below content/rules";
            reader.findings.push(Diagnostic::error(OVERLAY_WITHOUT_BASE, Span::start_of(any), message, help));
            return None;
        };
        let known = self.names.examples.get(id).map(Vec::as_slice);
        let node = files.yaml.and_then(|file| Some((file, parse_file(self.tree, file, &mut reader.findings)?)));
        let mut overlay = node
            .map_or_else(Overlay::default, |(file, node)| rule::overlay(&node, self.place(file), known, reader));
        for (_, within) in overlay.examples.values() {
            if let Some(within) = within {
                check_term(within.value, within.span, facts, reader);
            }
        }
        overlay.texts = self.texts(id, files, Completeness::Parts, reader);
        self.report_translation_alone(&overlay.texts, reader);
        Some((ix, overlay))
    }
}

impl Loader<'_> {
    /// Reports what a municipality says in a translation but not in the source language: the two would
    /// contradict each other.
    fn report_translation_alone(&self, texts: &PerLanguage<RuleText>, reader: &mut Reader) {
        let source = self.names.languages.source();
        let nothing = RuleText::default();
        let own = texts.get(source).unwrap_or(&nothing);
        for (_, text) in texts.iter().filter(|(language, _)| *language != source) {
            let pairs = [
                (&text.title, &own.title),
                (&text.answer, &own.answer),
                (&text.proof, &own.proof),
                (&text.consequence, &own.consequence),
            ];
            let single = pairs.into_iter().filter(|(_, own)| own.is_none()).filter_map(|(text, _)| text.as_ref());
            let examples = text.examples.iter().flat_map(|(id, example)| {
                let own = own.examples.get(id);
                let own = (own.and_then(|own| own.situation.as_ref()), own.and_then(|own| own.meaning.as_ref()));
                let situation = example.situation.as_ref().filter(|_| own.0.is_none());
                situation.into_iter().chain(example.meaning.as_ref().filter(|_| own.1.is_none()))
            });
            let steps = text.steps.first().filter(|_| own.steps.is_empty());
            let spans = single.chain(examples).chain(steps).map(|segment| segment.span);
            let body = text.body.first().filter(|_| own.body.is_empty()).map(|block| block.span);
            for span in spans.chain(body) {
                let help = "write it in the source language too: that text decides";
                let message = "the municipality says this in a translation only";
                reader.findings.push(Diagnostic::error(OVERLAY_WITHOUT_SOURCE, span, message, help));
            }
        }
    }
}

/// Reports terms that are not a length of time.
pub(super) fn check_terms(rule: &Rule, facts: &[Fact], reader: &mut Reader) {
    for within in rule.examples.iter().filter_map(|example| example.within.as_ref()) {
        check_term(within.value, within.span, facts, reader);
    }
    if let Some(fact) = &rule.decided_within {
        check_term(Within::Fact(fact.value), fact.span, facts, reader);
    }
}

/// Reports a term that is not a length of time.
pub(super) fn check_term(within: Within, span: Span, facts: &[Fact], reader: &mut Reader) {
    let Within::Fact(ix) = within else { return };
    let fact = &facts[ix.get()];
    if !fact.kind.is_duration() && fact.figures != Figures::Unusable {
        let message = format!("`{}` is not a length of time", fact.id.value);
        let help = "a term is a fact of kind days, weeks, months or years; `within` may also be `at-once` or `letter-date`";
        reader.findings.push(Diagnostic::error(BAD_VALUE, span, message, help));
    }
}

/// Reports a text in a language that the guide does not have.
pub(super) fn report_language(tag: &str, file: FileId, reader: &mut Reader) {
    let message = format!("`{tag}` is not a language of this guide, so nobody will read this text");
    let help = format!("add `{tag}` to `languages` in content/site.yaml, or rename the file");
    reader.findings.push(Diagnostic::warning(UNKNOWN_LANGUAGE, Span::start_of(file), message, help));
}

/// Reports a folder below `municipalities/` without its main file.
fn report_no_municipality(id: &str, files: &MunicipalityFiles, reader: &mut Reader) {
    let overlays = files.overlays.values();
    let any = overlays.flat_map(|f| f.yaml.into_iter().chain(f.texts.values().copied())).next();
    let message = format!("`content/municipalities/{id}/municipality.yaml` is missing");
    let help = "add it with name, organisation, contacts, support and facts";
    reader.findings.push(Diagnostic::error(MISSING_FILE, any.map(Span::start_of), message, help));
}
