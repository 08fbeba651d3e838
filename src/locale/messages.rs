//! `interface.ftl`: interface texts in Fluent, with what is missing filled in.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use unic_langid::LanguageIdentifier;

use super::findings;
use crate::diag::Diagnostic;
use crate::source::{FileId, SourceTree, Span, settled};

/// The language whose built-in file has every message: the reference for what a language must have.
const REFERENCE: &str = "nl";

/// A value put into a message.
#[derive(Debug, Clone, Copy)]
pub enum Argument<'a> {
    /// Text.
    Text(&'a str),
    /// A number, which also chooses the plural form.
    Number(f64),
}

/// The messages of one language.
pub(super) struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, ready to be shown.
    pub(super) fixed: BTreeMap<String, String>,
}

impl Messages {
    /// Reads the messages of `tag`; `trees` are the user's files (completed) and the built-in ones.
    pub(super) fn read(
        tag: &str,
        source: &str,
        trees: (&SourceTree, &SourceTree),
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let (tree, built_in) = trees;
        let path = format!("locales/{tag}/interface.ftl");
        let Some((file, own)) = tree.find(&path) else {
            findings.push(findings::locale_missing(&path));
            return None;
        };
        let own = resource(own.text()?, |start, what| {
            findings.push(findings::message_syntax(Span::new(file, start, start), what));
        });
        // What the own file lacks: from the built-in file of the language, the source language, the reference.
        let mut resources = vec![own];
        let more = |tree: &SourceTree, tag: &str| {
            let (_, file) = tree.find(&format!("locales/{tag}/interface.ftl"))?;
            Some(resource(file.text()?, |_, _| {}))
        };
        resources.extend(more(built_in, tag));
        let own_count = resources.len();
        let others = [more(tree, source), more(built_in, source), more(built_in, REFERENCE)];
        resources.extend(others.into_iter().flatten());
        report_missing(&resources, own_count, file, findings);
        Some(Self::join(tag, resources))
    }

    fn join(tag: &str, resources: Vec<FluentResource>) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Values are isolated by the renderer, with elements instead of control characters.
        bundle.set_use_isolating(false);
        let ids: BTreeSet<String> = resources.iter().flat_map(fixed_ids).collect();
        for resource in resources {
            // Of two messages with one name the first stays; the errors about the second are expected.
            let _ = bundle.add_resource(resource);
        }
        let mut messages = Messages { bundle, fixed: BTreeMap::new() };
        messages.fixed = ids.into_iter().map(|id| (id.clone(), messages.say(&id, None, &[]))).collect();
        messages
    }

    /// A message, or one of its attributes if it has it, with values filled in.
    pub(super) fn say(&self, id: &str, attribute: Option<&str>, arguments: &[(&str, Argument<'_>)]) -> String {
        let Some(message) = self.bundle.get_message(id) else {
            return id.to_owned();
        };
        let special = attribute.and_then(|name| message.get_attribute(name)).map(|a| a.value());
        let Some(pattern) = special.or_else(|| message.value()) else {
            return id.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, argument) in arguments {
            let value = match argument {
                Argument::Text(text) => FluentValue::from(*text),
                Argument::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        settled(&self.bundle.format_pattern(pattern, Some(&values), &mut errors)).into_owned()
    }
}

fn resource(text: &str, mut report: impl FnMut(usize, &str)) -> FluentResource {
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => resource,
        // The sound messages are kept, the others reported.
        Err((resource, errors)) => {
            for error in errors {
                // The parser stops after the white space behind the fault: go back to what was written.
                report(text[..error.pos.start.min(text.len())].trim_end().len(), &error.kind.to_string());
            }
            resource
        }
    }
}

fn report_missing(resources: &[FluentResource], own_count: usize, file: FileId, findings: &mut Vec<Diagnostic>) {
    let own: BTreeSet<&str> = resources[..own_count].iter().flat_map(message_ids).collect();
    let Some(reference) = resources.last() else {
        return;
    };
    // References to laws are shown in the source language everywhere, as they stand in letters; the report for
    // the people who keep the guide is in that language too.
    let elsewhere = |id: &str| id.starts_with("law_") || id.starts_with("report_");
    let missing: Vec<&str> =
        message_ids(reference).filter(|id| !elsewhere(id)).filter(|id| !own.contains(id)).collect();
    if !missing.is_empty() {
        findings.push(findings::messages_missing(Span::start_of(file), &missing));
    }
}

fn message_ids(resource: &FluentResource) -> impl Iterator<Item = &str> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name),
        _ => None,
    })
}

/// Messages that need no values.
fn fixed_ids(resource: &FluentResource) -> Vec<String> {
    let fixed = |pattern: &Pattern<&str>| {
        pattern.elements.iter().all(|element| match element {
            PatternElement::TextElement { .. } => true,
            PatternElement::Placeable { expression } => {
                matches!(expression, Expression::Inline(InlineExpression::StringLiteral { .. }))
            }
        })
    };
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    });
    messages.filter(|(_, pattern)| fixed(pattern)).map(|(id, _)| id.to_owned()).collect()
}
