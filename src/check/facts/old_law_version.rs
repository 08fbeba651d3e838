//! `old-law-version`: a version of a law that a newer one has replaced.

use jiff::civil::Date;

use super::super::{Context, Lint, walk};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{InlineKind, Library, Target};

pub(in super::super) struct OldLawVersion;

impl Lint for OldLawVersion {
    fn code(&self) -> Code {
        "old-law-version"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn guide(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let library = context.library();
        let rules = library.rules.iter().flat_map(|rule| &rule.law);
        let facts = library.facts.iter().flat_map(|fact| &fact.source.law);
        let mut cited = Vec::new();
        for reference in rules.chain(facts) {
            let law = &library.laws[reference.law.get()];
            if let Some(version) = &reference.cited {
                cited.push((version.span, law, version.value));
            }
        }
        walk::guide(library, &mut |inline| {
            let InlineKind::Link(target, _) = &inline.kind else { return };
            let Target::External(to) = &**target else { return };
            cited.extend(in_address(library, to).map(|(law, date)| (inline.span, law, date)));
        });
        let old = cited.into_iter().filter(|(_, law, date)| law.version.is_some_and(|newest| *date < newest));
        let report = old.map(|(span, law, date)| {
            let newest = law.version.map(|date| date.to_string()).unwrap_or_default();
            let message =
                format!("this is the {} as it was on {date}; laws.yaml names the version of {newest}", law.id);
            let help = "read the rule against the newer version, then cite that one";
            Diagnostic::warning(self.code(), span, message, help)
        });
        report.collect()
    }
}

/// The law and the version that an address of wetten.overheid.nl or a Juriconnect reference names.
fn in_address<'a>(library: &'a Library, to: &str) -> Option<(&'a crate::model::Law, Date)> {
    let law = library.laws.iter().find(|law| !law.bwb.is_empty() && to.contains(&law.bwb))?;
    let rest = &to[to.find(&law.bwb)? + law.bwb.len()..];
    // `/2025-01-01` in an address, `&g=2025-01-01` in a Juriconnect reference.
    let at = rest.find("g=").map(|i| i + 2).or_else(|| rest.strip_prefix('/').map(|_| 1))?;
    let date = rest.get(at..at + 10)?.parse().ok()?;
    Some((law, date))
}
