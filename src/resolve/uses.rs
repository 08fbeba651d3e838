//! Which facts a text uses.

use jiff::civil::Date;

use super::edition::RuleEdition;
use super::findings::{fact_without_value, formula_without_result};
use super::timeline::Facts;
use crate::diag::Diagnostic;
use crate::model::{
    Block, Decision, Fact, Figures, Inline, InlineKind, Ix, Library, Municipality, PerLanguage, RuleText, Within,
    each_inline,
};
use crate::source::Span;

/// Calls `found` for every fact in running text.
fn inlines(list: &[Inline], found: &mut impl FnMut(Ix<Fact>, Span)) {
    each_inline(list, &mut |inline| {
        if let InlineKind::Fact { fact, .. } = &inline.kind {
            found(*fact, inline.span);
        }
    });
}

/// Calls `found` for every fact in a block.
fn block(block: &Block, found: &mut impl FnMut(Ix<Fact>, Span)) {
    block.runs().into_iter().for_each(|run| inlines(run, found));
}

/// The facts on a rule's page, in order of appearance, each once.
pub(super) fn of_rule(edition: &RuleEdition<'_>) -> Vec<Ix<Fact>> {
    let mut facts = Vec::new();
    let mut found = |fact, _| {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    };
    inlines(edition.answer.inlines, &mut found);
    for example in &edition.examples {
        inlines(example.situation.inlines, &mut found);
        inlines(example.meaning.inlines, &mut found);
        if let Some(Within::Fact(fact)) = example.within {
            found(fact, edition.rule.span);
        }
    }
    let texts = edition.steps.iter().chain(&edition.proof).chain(&edition.consequence);
    texts.for_each(|shown| inlines(shown.inlines, &mut found));
    edition.body.iter().for_each(|shown| block(shown.block, &mut found));
    facts
}

/// `has` says whether an example is there on the day.
fn of_text(text: &RuleText, has: impl Fn(&str) -> bool, found: &mut impl FnMut(Ix<Fact>, Span)) {
    let present = text.examples.iter().filter(|(id, _)| has(id)).map(|(_, example)| example);
    let examples = present.flat_map(|example| example.situation.iter().chain(&example.meaning));
    let single = text.answer.iter().chain(&text.proof).chain(&text.consequence);
    single.chain(examples).chain(&text.steps).for_each(|segment| inlines(&segment.inlines, found));
    text.body.iter().for_each(|b| block(b, found));
}

/// Reports every use of a fact that has no value on the day, for one municipality.
#[must_use]
pub fn check_facts(
    library: &Library,
    municipality: Option<&Municipality>,
    date: Date,
    facts: &Facts,
) -> Vec<Diagnostic> {
    // What is written wrongly, or not given at all, has been reported where that should be mended.
    let reported = |fact: &Ix<Fact>| match library.facts[fact.get()].figures {
        Figures::Unusable => true,
        Figures::Local => {
            let given = municipality.and_then(|municipality| municipality.facts.get(fact));
            let given = given.is_some_and(|own| !own.periods.is_empty());
            municipality.is_some() && !given && !library.facts[fact.get()].label.is_empty()
        }
        Figures::Dated(_) | Figures::Computed(_) => false,
    };
    let missing: Vec<Ix<Fact>> = facts.missing().filter(|fact| !reported(fact)).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    // A formula whose facts all have values is itself what has to be mended, not each of its uses.
    let (formulas, missing): (Vec<_>, Vec<_>) = missing.into_iter().partition(|fact| {
        let figures = &library.facts[fact.get()].figures;
        matches!(figures, Figures::Computed(formula) if formula.needs().all(|(need, _)| facts.get(need).is_some()))
    });
    for fact in formulas.into_iter().map(|ix| &library.facts[ix.get()]) {
        if let Figures::Computed(formula) = &fact.figures {
            findings.push(formula_without_result(formula.span, &fact.id.value, date));
        }
    }
    let mut found = |fact: Ix<Fact>, span: Span| {
        if missing.contains(&fact) {
            let id = &library.facts[fact.get()].id;
            let own = municipality.and_then(|m| Some((m.name.as_str(), m.facts.get(&fact)?.span)));
            // The contacts of a municipality are facts without a line of their own.
            let built_in = municipality.filter(|_| library.facts[fact.get()].label.is_empty());
            let place = own.map_or(built_in.map_or(id.span, |m| m.span), |(_, span)| span);
            let name = municipality.filter(|_| library.facts[fact.get()].figures == Figures::Local);
            findings.push(fact_without_value(span, &id.value, date, name.map(|m| m.name.as_str()), place));
        }
    };
    for (i, rule) in library.rules.iter().enumerate().filter(|(_, rule)| rule.validity.holds_on(date)) {
        let present: Vec<_> = rule.examples.iter().filter(|example| example.validity.holds_on(date)).collect();
        let has = |id: &str| present.iter().any(|example| example.id.value == id);
        let overlay = municipality.and_then(|municipality| municipality.overlays.get(&Ix::new(i)));
        let texts = rule.texts.iter().chain(overlay.iter().flat_map(|overlay| overlay.texts.iter()));
        texts.for_each(|(_, text)| of_text(text, has, &mut found));
        if let Some(fact) = &rule.decided_within {
            found(fact.value, fact.span);
        }
        let changed = overlay.iter().flat_map(|overlay| overlay.examples.iter()).filter(|(id, _)| has(id));
        let changed = changed.filter_map(|(_, (_, within))| within.as_ref());
        for within in present.iter().filter_map(|example| example.within.as_ref()).chain(changed) {
            if let Within::Fact(fact) = within.value {
                found(fact, within.span);
            }
        }
        let own = overlay.iter().flat_map(|overlay| &overlay.history);
        let notes = rule.history.iter().chain(own).flat_map(|entry| entry.note.iter());
        notes.for_each(|(_, segment)| inlines(&segment.inlines, &mut found));
    }
    of_shared_texts(library, municipality, &mut found);
    findings
}

fn of_decision(decision: &Decision, found: &mut impl FnMut(Ix<Fact>, Span)) {
    let questions = decision.questions.iter().flat_map(|question| {
        let answers = question.answers.iter().map(|answer| &answer.text);
        [&question.text, &question.about].into_iter().chain(answers)
    });
    let ends = decision.ends.iter().flat_map(|end| [&end.title, &end.action, &end.counts_from]);
    let texts = questions.chain(ends).chain([&decision.introduction]).flat_map(PerLanguage::iter);
    texts.for_each(|(_, segment)| inlines(&segment.inlines, found));
    for within in decision.ends.iter().filter_map(|end| end.within.as_ref()) {
        if let Within::Fact(fact) = within.value {
            found(fact, within.span);
        }
    }
}

/// Texts that stand on many pages: of the site, chapters, glossary and the municipality.
fn of_shared_texts(
    library: &Library,
    municipality: Option<&Municipality>,
    found: &mut impl FnMut(Ix<Fact>, Span),
) {
    let site = &library.site;
    let shared = [&site.title, &site.description, &site.notice].into_iter();
    let chapters = library.chapters.iter().map(|chapter| &chapter.introduction);
    let terms = library.terms.iter().map(|term| &term.explanation);
    let card = site.card.iter().map(|line| &line.text);
    for texts in shared.chain(chapters).chain(terms).chain(card) {
        texts.iter().for_each(|(_, segment)| inlines(&segment.inlines, found));
    }
    if let Some(table) = &site.repayment {
        let texts = [&table.introduction, &table.warning].into_iter().flat_map(PerLanguage::iter);
        texts.for_each(|(_, segment)| inlines(&segment.inlines, found));
        table.of.iter().chain([&table.share]).for_each(|fact| found(fact.value, fact.span));
    }
    library.decisions.iter().for_each(|decision| of_decision(decision, found));
    if let Some(municipality) = municipality {
        let about =
            municipality.support.iter().flat_map(|support| support.about.iter()).map(|(_, segment)| segment);
        let hours = municipality.contacts.hours.iter().flat_map(|(_, lines)| lines);
        about.chain(hours).for_each(|segment| inlines(&segment.inlines, found));
    }
}
