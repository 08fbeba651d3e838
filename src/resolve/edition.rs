//! An edition: municipality × language × date.

use jiff::civil::Date;

use super::fallback::{Choice, Note, Shown, ShownBlock, Versions};
use super::timeline::Facts;
use super::uses;
use crate::model::{
    Chapter, Example, Fact, Ix, Library, Municipality, Outcome, Overlay, PerLanguage, Route, Rule, RuleText,
    Segment, Within,
};

/// The guide for one municipality, in one language, on one day.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The whole guide.
    pub library: &'a Library,
    /// The municipality; nothing for a guide without municipalities.
    pub municipality: Option<&'a Municipality>,
    /// The reader's language.
    pub language: usize,
    /// The day.
    pub date: Date,
    /// Facts for this municipality on this day.
    pub facts: &'a Facts,
}

/// A rule in an edition: nothing left to look up.
#[derive(Debug, Clone)]
pub struct RuleEdition<'a> {
    /// Which rule.
    pub ix: Ix<Rule>,
    /// The rule.
    pub rule: &'a Rule,
    /// Title.
    pub title: Shown<'a>,
    /// The answer.
    pub answer: Shown<'a>,
    /// Examples, in order.
    pub examples: Vec<ExampleEdition<'a>>,
    /// Steps.
    pub steps: Vec<Shown<'a>>,
    /// What to keep.
    pub proof: Option<Shown<'a>>,
    /// What happens if not.
    pub consequence: Option<Shown<'a>>,
    /// Explanation.
    pub body: Vec<ShownBlock<'a>>,
    /// How to do it.
    pub routes: &'a [Route],
    /// Whether nothing of it is translated: one notice for the page then, instead of one per text.
    pub untranslated: bool,
    /// Facts on the page, in order of appearance, each once.
    pub facts: Vec<Ix<Fact>>,
    /// The last day on which what holds here changed.
    pub changed_on: Date,
    /// The last day on which anything the reader sees here changed: the day above, or a later one on which
    /// a coming change was announced or the municipality's contacts changed.
    pub version: Date,
}

/// A rule in an edition as lists show it: what it asks and says, and its examples.
#[derive(Debug, Clone)]
pub struct ListedRule<'a> {
    /// Which rule.
    pub ix: Ix<Rule>,
    /// The rule.
    pub rule: &'a Rule,
    /// Title.
    pub title: Shown<'a>,
    /// The answer.
    pub answer: Shown<'a>,
    /// Examples, in order.
    pub examples: Vec<ExampleEdition<'a>>,
    /// Whether nothing of it is translated.
    pub untranslated: bool,
}

/// An example in an edition.
#[derive(Debug, Clone)]
pub struct ExampleEdition<'a> {
    /// The example.
    pub example: &'a Example,
    /// What it means here.
    pub outcome: Outcome,
    /// By when, here.
    pub within: Option<Within>,
    /// What happens.
    pub situation: Shown<'a>,
    /// What that means.
    pub meaning: Shown<'a>,
}

impl RuleEdition<'_> {
    /// The term for the rule as a whole: only where everything that must be told has the same one. With
    /// different terms each example has its own, or a reader would take one for all.
    #[must_use]
    pub fn common_within(&self) -> Option<Within> {
        let told = |outcome| matches!(outcome, Outcome::ReportNow | Outcome::ReportFirst);
        let mut terms = self.examples.iter().filter(|example| told(example.outcome));
        let first = terms.next()?;
        terms.all(|example| example.within == first.within).then_some(first.within).flatten()
    }
}

impl<'a> Edition<'a> {
    /// A text that the whole guide shares, such as a chapter's title.
    #[must_use]
    pub fn label(&self, texts: &'a PerLanguage<Segment>) -> Shown<'a> {
        let source = self.library.languages.source();
        if let Some(segment) = texts.get(self.language) {
            return shown(segment, self.language, Note::from(segment.state));
        }
        match texts.get(source) {
            Some(segment) => shown(segment, source, Note::Missing),
            None => self.empty(),
        }
    }

    /// Lines of text that the whole guide shares, such as opening hours.
    #[must_use]
    pub fn lines(&self, texts: &'a PerLanguage<Vec<Segment>>) -> Vec<Shown<'a>> {
        let source = self.library.languages.source();
        let all = |segments: &'a Vec<Segment>, language, note| {
            let note = |segment: &Segment| if note == Note::None { Note::from(segment.state) } else { note };
            segments.iter().map(|segment| shown(segment, language, note(segment))).collect()
        };
        match (texts.get(self.language), texts.get(source)) {
            (Some(own), _) => all(own, self.language, Note::None),
            (None, Some(other)) => all(other, source, Note::Missing),
            (None, None) => Vec::new(),
        }
    }

    /// No text at all.
    fn empty(&self) -> Shown<'a> {
        Shown { inlines: &[], language: self.language, note: Note::None, local: false }
    }

    /// Whether the guide has a rule on this day.
    #[must_use]
    pub fn has(&self, rule: Ix<Rule>) -> bool {
        self.library.rules[rule.get()].validity.holds_on(self.date)
    }

    /// Chapters that have rules on this day, by their order.
    #[must_use]
    pub fn chapters(&self) -> Vec<Ix<Chapter>> {
        let chapters = &self.library.chapters;
        let mut order: Vec<Ix<Chapter>> = (0..chapters.len()).map(Ix::new).collect();
        order.retain(|chapter| !self.rules_of(*chapter).is_empty());
        order.sort_by_key(|ix| (chapters[ix.get()].order, chapters[ix.get()].id.as_str()));
        order
    }

    /// The rules of a chapter that the guide has on this day, in the order of their sheets.
    #[must_use]
    pub fn rules_of(&self, chapter: Ix<Chapter>) -> Vec<Ix<Rule>> {
        let rules = self.library.chapters[chapter.get()].rules.iter().copied();
        rules.filter(|rule| self.has(*rule)).collect()
    }

    /// The rules that the guide has on this day as a reader goes through them: by chapter, then by sheet.
    #[must_use]
    pub fn rules(&self) -> Vec<Ix<Rule>> {
        self.chapters().into_iter().flat_map(|chapter| self.rules_of(chapter)).collect()
    }

    /// The overlay of this municipality on a rule.
    #[must_use]
    pub fn overlay(&self, rule: Ix<Rule>) -> Option<&'a Overlay> {
        self.municipality.and_then(|municipality| municipality.overlays.get(&rule))
    }

    fn choice(&self, ix: Ix<Rule>) -> Choice<'a> {
        let source = self.library.languages.source();
        let versions = |texts: &'a PerLanguage<RuleText>| Versions {
            own: texts.get(self.language),
            source: texts.get(source),
        };
        let base = versions(&self.library.rules[ix.get()].texts);
        let overlay = self.overlay(ix).map(|overlay| versions(&overlay.texts)).unwrap_or_default();
        Choice { overlay, base, language: self.language, source }
    }

    /// Title and answer alone, for lists of rules.
    #[must_use]
    pub fn heading(&self, ix: Ix<Rule>) -> (Shown<'a>, Shown<'a>) {
        let choice = self.choice(ix);
        let title = choice.segment(|text| text.title.as_ref()).unwrap_or(self.empty());
        let answer = choice.segment(|text| text.answer.as_ref()).unwrap_or(self.empty());
        (self.quiet(title), self.quiet(answer))
    }

    /// The source text counts as translated for readers of the source language.
    fn quiet(&self, shown: Shown<'a>) -> Shown<'a> {
        let note =
            if shown.language == self.language && shown.note == Note::Missing { Note::None } else { shown.note };
        Shown { note, ..shown }
    }

    /// A rule, complete.
    #[must_use]
    pub fn rule(&self, ix: Ix<Rule>) -> RuleEdition<'a> {
        let mut edition = self.page(ix);
        edition.changed_on = self.changed_on(&edition);
        edition.version = self.version(&edition);
        edition
    }

    /// What happens in an example, by its position, also on days on which the rule does not have it.
    #[must_use]
    pub fn situation(&self, ix: Ix<Rule>, example: usize) -> Shown<'a> {
        let example = self.library.rules[ix.get()].examples.get(example);
        let id = example.map_or("", |example| example.id.value.as_str());
        let found = self.choice(ix).segment(|text| text.examples.get(id)?.situation.as_ref());
        self.quiet(found.unwrap_or(self.empty()))
    }

    /// A rule as lists show it.
    #[must_use]
    pub fn listed(&self, ix: Ix<Rule>) -> ListedRule<'a> {
        let rule: &Rule = &self.library.rules[ix.get()];
        let choice = self.choice(ix);
        let overlay = self.overlay(ix);
        let untranslated = choice.is_untranslated();
        let finish = |shown| self.finish(shown, untranslated);
        let (title, answer) = self.heading(ix);
        let present = rule.examples.iter().filter(|example| example.validity.holds_on(self.date));
        let examples = present.map(|example| self.example(example, &choice, overlay, finish)).collect();
        ListedRule { ix, rule, title: finish(title), answer: finish(answer), examples, untranslated }
    }

    /// Of a page on which nothing is translated one remark says so, and none at each text.
    fn finish(&self, shown: Shown<'a>, untranslated: bool) -> Shown<'a> {
        let shown = self.quiet(shown);
        if untranslated { Shown { note: Note::None, ..shown } } else { shown }
    }

    /// How to do what a rule asks.
    #[must_use]
    pub fn routes(&self, ix: Ix<Rule>) -> &'a [Route] {
        let own = self.overlay(ix).and_then(|overlay| overlay.routes.as_deref());
        own.unwrap_or(&self.library.rules[ix.get()].routes)
    }

    /// A rule without the days on which it changed.
    pub(super) fn page(&self, ix: Ix<Rule>) -> RuleEdition<'a> {
        let ListedRule { rule, title, answer, examples, untranslated, .. } = self.listed(ix);
        let choice = self.choice(ix);
        let finish = |shown| self.finish(shown, untranslated);
        let part = |part: fn(&RuleText) -> Option<&Segment>| choice.segment(part).map(finish);
        let body = choice.body().into_iter().map(|block| {
            let quiet = untranslated || (block.language == self.language && block.note == Note::Missing);
            if quiet { ShownBlock { note: Note::None, ..block } } else { block }
        });
        let mut edition = RuleEdition {
            ix,
            rule,
            title,
            answer,
            examples,
            steps: choice.steps().into_iter().map(finish).collect(),
            proof: part(|text| text.proof.as_ref()),
            consequence: part(|text| text.consequence.as_ref()),
            body: body.collect(),
            routes: self.routes(ix),
            untranslated,
            facts: Vec::new(),
            changed_on: rule.review.on.value,
            version: rule.review.on.value,
        };
        edition.facts = uses::of_rule(&edition);
        edition
    }

    /// What an example means here.
    pub(super) fn outcome(&self, rule: Ix<Rule>, example: &Example) -> Outcome {
        let changed = self.overlay(rule).and_then(|overlay| overlay.examples.get(&example.id.value));
        changed.and_then(|(outcome, _)| *outcome).unwrap_or(example.outcome)
    }

    fn example(
        &self,
        example: &'a Example,
        choice: &Choice<'a>,
        overlay: Option<&'a Overlay>,
        finish: impl Fn(Shown<'a>) -> Shown<'a>,
    ) -> ExampleEdition<'a> {
        let id = &example.id.value;
        let changed = overlay.and_then(|overlay| overlay.examples.get(id));
        let outcome = changed.and_then(|(outcome, _)| *outcome);
        let within = changed.and_then(|(_, within)| within.as_ref()).or(example.within.as_ref());
        let situation = choice.segment(|text| text.examples.get(id)?.situation.as_ref());
        let meaning = choice.segment(|text| text.examples.get(id)?.meaning.as_ref());
        let mut meaning = meaning.map_or(self.empty(), &finish);
        // Another outcome is a difference too, even under the same words.
        meaning.local |= outcome.is_some();
        ExampleEdition {
            example,
            outcome: outcome.unwrap_or(example.outcome),
            within: within.map(|within| within.value),
            situation: situation.map_or(self.empty(), &finish),
            meaning,
        }
    }
}

fn shown(segment: &Segment, language: usize, note: Note) -> Shown<'_> {
    Shown { inlines: &segment.inlines, language, note, local: false }
}
