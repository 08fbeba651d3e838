//! Every place of a guide that leads outside it.

use jiff::civil::Date;

use super::super::{text, walk};
use crate::model::{Contacts, FactKind, Inline, InlineKind, Library, Municipality, Period, Target, Value};
use crate::source::Span;

/// A place that leads to a web address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) struct Link {
    /// The address, without the part of the page.
    pub(in super::super) address: String,
    /// Where it is written, or what it is made from.
    pub(in super::super) span: Span,
    /// Whether it is made from something else, so that nobody can write another address here.
    pub(in super::super) made: bool,
}

/// All links that readers can meet on a day or later, each once, sorted by address and place. What is over by
/// then is left out: its links may have died with it.
pub(super) fn links(library: &Library, date: Date) -> Vec<Link> {
    let mut gathered = Gathered(Vec::new());
    let present = |rule: &crate::model::Rule| rule.validity.until.is_none_or(|until| date <= until);
    for (_, text) in library.rules.iter().filter(|rule| present(rule)).flat_map(|rule| rule.texts.iter()) {
        walk::rule_text(text, &mut |inline| gathered.inline(inline));
    }
    for municipality in &library.municipalities {
        let overlays = municipality.overlays.iter().filter(|(rule, _)| present(&library.rules[rule.get()]));
        for (_, text) in overlays.flat_map(|(_, overlay)| overlay.texts.iter()) {
            walk::rule_text(text, &mut |inline| gathered.inline(inline));
        }
        gathered.municipality(municipality);
    }
    let labels = text::labels(library);
    for (_, segment) in labels.iter().flatten().flat_map(|label| label.texts.iter()) {
        walk::inlines(&segment.inlines, &mut |inline| gathered.inline(inline));
    }
    gathered.facts(library, date);
    for law in library.laws.iter().filter(|law| !law.bwb.is_empty()) {
        gathered.add(&format!("https://wetten.overheid.nl/{}", law.bwb), law.span, true);
    }
    let Gathered(mut links) = gathered;
    links.sort_unstable();
    links.dedup();
    links
}

struct Gathered(Vec<Link>);

impl Gathered {
    fn add(&mut self, address: &str, span: Span, made: bool) {
        let address = address.split('#').next().unwrap_or_default();
        let scheme = address.split_once("://").map(|(scheme, _)| scheme);
        if scheme.is_some_and(|s| s.eq_ignore_ascii_case("http") || s.eq_ignore_ascii_case("https")) {
            self.0.push(Link { address: address.to_owned(), span, made });
        }
    }

    fn inline(&mut self, inline: &Inline) {
        if let InlineKind::Link(target, _) = &inline.kind
            && let Target::External(to) = &**target
        {
            self.add(to, inline.span, false);
        }
    }

    /// The model keeps no places of these addresses: the finding names the file.
    fn municipality(&mut self, municipality: &Municipality) {
        let Contacts { website, form, hours, .. } = &municipality.contacts;
        let support = municipality.support.iter().filter_map(|support| support.website.as_ref());
        let ombudsman = municipality.ombudsman.iter().filter_map(|ombudsman| ombudsman.website.as_ref());
        for address in website.iter().chain(form).chain(support).chain(ombudsman) {
            self.add(address, municipality.span, false);
        }
        for segment in hours.iter().flat_map(|(_, lines)| lines) {
            walk::inlines(&segment.inlines, &mut |inline| self.inline(inline));
        }
    }

    fn facts(&mut self, library: &Library, date: Date) {
        // The contacts are facts too, and have been gathered with the municipality.
        let wanted = |fact: &crate::model::Fact| fact.kind == FactKind::Url && !fact.is_contact();
        for fact in library.facts.iter().filter(|fact| wanted(fact)) {
            if let crate::model::Figures::Dated(periods) = &fact.figures {
                self.periods(periods, date);
            }
        }
        for (fact, own) in library.municipalities.iter().flat_map(|municipality| &municipality.facts) {
            if wanted(&library.facts[fact.get()]) {
                self.periods(&own.periods, date);
            }
        }
    }

    fn periods(&mut self, periods: &[Period], date: Date) {
        for (i, period) in periods.iter().enumerate() {
            let replaced = periods.get(i + 1).is_some_and(|next| next.from <= date);
            let over = replaced || period.until.is_some_and(|until| until < date);
            if let Value::Plain(address) = &period.value
                && !over
            {
                self.add(address, period.span, false);
            }
        }
    }
}
