//! `fact-due`: a value that usually changes on a day that has passed, and has not been changed.

use jiff::civil::Date;

use super::super::{Context, Lint, walk};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Fact, Figures, InlineKind, Ix, Library, Period, RuleText};
use crate::source::Span;

pub(in super::super) struct FactDue;

impl Lint for FactDue {
    fn code(&self) -> Code {
        "fact-due"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let library = context.library();
        let today = context.subject.date;
        let mut findings = Vec::new();
        for (i, fact) in library.facts.iter().enumerate() {
            let Some(last) = last_expected(fact, today) else { continue };
            let old = periods(library, Ix::new(i), fact).filter(|periods| periods.iter().all(|p| p.from < last));
            let old: Vec<&[Period]> = old.filter(|periods| !periods.is_empty()).collect();
            match &fact.awaiting {
                Some(awaiting) if !old.is_empty() => {
                    findings.extend(silent(library, Ix::new(i), awaiting.value).into_iter().map(|span| {
                        let name = |ix: Ix<Fact>| &library.facts[ix.get()].id.value;
                        let message =
                            format!("the new value of `{}` is not known, and readers are not told", fact.id.value);
                        let help = format!("show `{{{}}}` in this text too", name(awaiting.value));
                        Diagnostic::warning(self.code(), span, message, help).label(awaiting.span, "promised here")
                    }));
                }
                _ => findings.extend(old.iter().filter_map(|periods| periods.last()).map(|period| {
                    let message =
                        format!("`{}` usually changes on {last}: this value is from before", fact.id.value);
                    let help = "look the value up; if it stayed the same, enter it again from that day";
                    Diagnostic::warning(self.code(), period.span, message, help)
                })),
            }
        }
        findings
    }
}

/// The last day up to today on which a change of a fact was expected.
#[must_use]
pub fn last_expected(fact: &Fact, today: Date) -> Option<Date> {
    let on = |year: i16| fact.expected.iter().filter_map(move |(month, day)| Date::new(year, *month, *day).ok());
    on(today.year()).chain(on(today.year() - 1)).filter(|day| *day <= today).max()
}

/// The values of a fact: the national ones, or those of each municipality.
fn periods<'a>(library: &'a Library, ix: Ix<Fact>, fact: &'a Fact) -> impl Iterator<Item = &'a [Period]> {
    let own = match &fact.figures {
        Figures::Dated(periods) => Some(periods.as_slice()),
        Figures::Computed(_) | Figures::Local | Figures::Unusable => None,
    };
    let local = library.municipalities.iter().filter_map(move |municipality| municipality.facts.get(&ix));
    own.into_iter().chain(local.map(|fact| fact.periods.as_slice()))
}

/// The texts that show an old value, or one that is computed from it, without the fact that tells readers how old
/// it is. A municipality's own version is a part of its page: what the general text tells counts for it.
fn silent(library: &Library, fact: Ix<Fact>, told: Ix<Fact>) -> Vec<Span> {
    let old = computed_from(library, fact);
    let quiet = |text: &RuleText| shows(text, &old).filter(|_| shows(text, &[told]).is_none());
    let rules = library.rules.iter().flat_map(|rule| rule.texts.iter()).filter_map(|(_, text)| quiet(text));
    let overlays = library.municipalities.iter().flat_map(|municipality| &municipality.overlays);
    let own = overlays.flat_map(|(ix, overlay)| overlay.texts.iter().map(move |text| (ix, text)));
    let own = own.filter_map(|(ix, (language, text))| {
        let general = library.rules[ix.get()].texts.get(language);
        let told_there = general.is_some_and(|general| shows(general, &[told]).is_some());
        if told_there { None } else { quiet(text) }
    });
    rules.chain(own).collect()
}

/// A fact and all that are computed from it.
fn computed_from(library: &Library, fact: Ix<Fact>) -> Vec<Ix<Fact>> {
    let mut all = vec![fact];
    // A formula may need a formula: until nothing is added any more.
    loop {
        let more = library.facts.iter().enumerate().filter_map(|(i, other)| {
            let Figures::Computed(formula) = &other.figures else { return None };
            let needs = formula.needs().any(|(need, _)| all.contains(&need));
            (needs && !all.contains(&Ix::new(i))).then(|| Ix::new(i))
        });
        let more: Vec<Ix<Fact>> = more.collect();
        if more.is_empty() {
            return all;
        }
        all.extend(more);
    }
}

/// Where a text shows one of some facts first.
fn shows(text: &RuleText, wanted: &[Ix<Fact>]) -> Option<Span> {
    let mut first = None;
    walk::rule_text(text, &mut |inline| {
        if matches!(inline.kind, InlineKind::Fact { fact, .. } if wanted.contains(&fact)) {
            first = first.or(Some(inline.span));
        }
    });
    first
}
