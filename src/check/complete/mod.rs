//! Completeness: what a reader needs of every rule.

mod duty_without_term;
mod few_examples;
mod missing_consequence;
mod missing_proof;
mod no_allowed_example;
mod no_contact;
mod no_support;

use super::Lint;

pub(super) const LINTS: &[&dyn Lint] = &[
    &duty_without_term::DutyWithoutTerm,
    &few_examples::FewExamples,
    &missing_consequence::MissingConsequence,
    &missing_proof::MissingProof,
    &no_allowed_example::NoAllowedExample,
    &no_contact::NoContact,
    &no_support::NoSupport,
];
