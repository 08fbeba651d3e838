//! All texts of a guide, page by page: what one author writes in one file and language.

use super::measure::Counts;
use super::passage::{Part, Passage};
use super::vocabulary::Vocabulary;
use crate::model::{
    Block, BlockKind, Decision, HistoryEntry, Inline, Ix, Library, Municipality, Overlay, PerLanguage, Rule,
    RuleText, Segment, Target, Term,
};
use crate::source::Span;

/// The texts of one page in one language.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    /// The language.
    pub(crate) language: usize,
    /// The rule that the page is about; nothing for texts that the whole guide shares.
    pub(crate) rule: Option<RulePage<'a>>,
    /// The texts, in the order of the file.
    pub(crate) passages: Vec<Passage<'a>>,
    /// Words of the glossary that the page links to or explains.
    pub(crate) terms: Vec<Ix<Term>>,
    /// What its prose counts.
    pub(crate) counts: Counts,
}

/// A rule's page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RulePage<'a> {
    /// What is written of it in the page's language.
    pub(crate) text: &'a RuleText,
    /// The municipality, when this is its own version.
    pub(crate) overlay: Option<&'a Overlay>,
}

impl<'a> Page<'a> {
    /// The whole rule, not a municipality's version of some parts of it.
    pub(crate) fn whole_rule(&self) -> Option<RulePage<'a>> {
        self.rule.filter(|page| page.overlay.is_none())
    }
}

/// A text per language that stands in YAML.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Label<'a> {
    /// What it is on its page.
    pub(crate) part: Part,
    /// The text in each language.
    pub(crate) texts: &'a PerLanguage<Segment>,
    /// The word of the glossary that it explains.
    pub(crate) term: Option<Ix<Term>>,
}

/// Every text per language that stands in YAML, grouped by what it belongs to. Names of laws are left out: they
/// are official.
pub(crate) fn labels(library: &Library) -> Vec<Vec<Label<'_>>> {
    let site = &library.site;
    let mut groups = vec![vec![
        label(Part::Title, &site.title),
        label(Part::Running, &site.description),
        label(Part::Running, &site.notice),
    ]];
    let chapters = library.chapters.iter();
    groups.extend(chapters.map(|c| vec![label(Part::Title, &c.title), label(Part::Running, &c.introduction)]));
    groups[0].extend(site.card.iter().map(|line| label(Part::Running, &line.text)));
    groups[0].extend(
        site.repayment
            .iter()
            .flat_map(|table| [label(Part::Running, &table.introduction), label(Part::Running, &table.warning)]),
    );
    groups.extend(library.decisions.iter().map(decision));
    groups.extend(library.situations.iter().map(|situation| vec![label(Part::Label, &situation.label)]));
    groups.extend(library.terms.iter().enumerate().map(|(i, term)| {
        let of = Some(Ix::new(i));
        vec![
            Label { term: of, ..label(Part::Term, &term.word) },
            Label { term: of, ..label(Part::Running, &term.explanation) },
        ]
    }));
    groups.extend(library.facts.iter().map(|fact| vec![label(Part::Label, &fact.label)]));
    groups.extend(library.municipalities.iter().map(|own| municipality(own)));
    groups.extend(library.rules.iter().map(|rule| notes(&rule.history)));
    let overlays = library.municipalities.iter().flat_map(|municipality| municipality.overlays.values());
    groups.extend(overlays.map(|overlay| notes(&overlay.history)));
    groups
}

fn label(part: Part, texts: &PerLanguage<Segment>) -> Label<'_> {
    Label { part, texts, term: None }
}

fn municipality(municipality: &Municipality) -> Vec<Label<'_>> {
    let support = municipality.support.iter().map(|support| label(Part::Running, &support.about));
    std::iter::once(label(Part::Label, &municipality.organisation)).chain(support).collect()
}

fn decision(decision: &Decision) -> Vec<Label<'_>> {
    let mut all = vec![label(Part::Title, &decision.title), label(Part::Running, &decision.introduction)];
    for question in &decision.questions {
        all.extend([label(Part::Heading, &question.text), label(Part::Running, &question.about)]);
        all.extend(question.answers.iter().map(|answer| label(Part::Item, &answer.text)));
    }
    for end in &decision.ends {
        all.push(label(Part::Heading, &end.title));
        all.extend([label(Part::Running, &end.action), label(Part::Running, &end.counts_from)]);
    }
    all
}

fn notes(history: &[HistoryEntry]) -> Vec<Label<'_>> {
    history.iter().map(|entry| label(Part::Running, &entry.note)).collect()
}

/// What a page is made of, before its texts are cut.
#[derive(Debug, Clone)]
pub(crate) struct Draft<'a> {
    language: usize,
    /// The rule, when it is the whole of one.
    rule: Option<Ix<Rule>>,
    of: DraftOf<'a>,
}

#[derive(Debug, Clone)]
enum DraftOf<'a> {
    Rule(RulePage<'a>),
    Labels(Vec<Label<'a>>),
}

/// Every page of a guide in every language, without its texts: they are cut when the page's turn comes, so that a
/// large guide is never held in words all at once.
pub(crate) fn drafts(library: &Library) -> Vec<Draft<'_>> {
    let mut drafts = Vec::new();
    for (i, rule) in library.rules.iter().enumerate() {
        let of_rule = |(language, text)| Draft { rule: Some(Ix::new(i)), ..rule_draft(language, text, None) };
        drafts.extend(rule.texts.iter().map(of_rule));
    }
    for municipality in &library.municipalities {
        for overlay in municipality.overlays.values() {
            let texts = overlay.texts.iter();
            drafts.extend(texts.map(|(language, text)| rule_draft(language, text, Some(overlay))));
        }
    }
    let languages: Vec<usize> = library.languages.iter().map(|(language, _)| language).collect();
    for group in labels(library) {
        drafts.extend(languages.iter().map(|language| Draft {
            language: *language,
            rule: None,
            of: DraftOf::Labels(group.clone()),
        }));
    }
    drafts
}

/// The page of one rule, or of a municipality's version of it.
pub(crate) fn rule_draft<'a>(language: usize, text: &'a RuleText, overlay: Option<&'a Overlay>) -> Draft<'a> {
    Draft { language, rule: None, of: DraftOf::Rule(RulePage { text, overlay }) }
}

impl<'a> Draft<'a> {
    /// The rule and the language, when it is the whole of one.
    pub(crate) fn rule(&self) -> Option<(Ix<Rule>, usize)> {
        self.rule.map(|rule| (rule, self.language))
    }

    /// The page, its texts cut into words.
    /// `vocabularies` has the languages of the guide in their order.
    pub(crate) fn page(&self, library: &Library, vocabularies: &mut [Vocabulary<'_>]) -> Page<'a> {
        let vocabulary = &mut vocabularies[self.language];
        let mut page = Page {
            language: self.language,
            rule: None,
            passages: Vec::new(),
            terms: Vec::new(),
            counts: Counts::default(),
        };
        match &self.of {
            DraftOf::Rule(rule) => {
                page.rule = Some(*rule);
                page.add_text(rule.text, vocabulary);
            }
            DraftOf::Labels(labels) => {
                let source = library.languages.source();
                for label in labels {
                    page.add_label(label, source, vocabulary);
                }
            }
        }
        let linked =
            page.passages.iter().flat_map(|passage| &passage.links).filter_map(|link| match link.target {
                Target::Term(term) => Some(*term),
                Target::Rule(..) | Target::External(_) => None,
            });
        let linked: Vec<Ix<Term>> = linked.collect();
        page.terms.extend(linked);
        page.counts = page.count();
        page
    }
}

/// A mean of a few sentences says nothing about a page.
const LEAST_SENTENCES: usize = 8;

impl<'a> Page<'a> {
    fn count(&self) -> Counts {
        let mut counts = Counts::default();
        for passage in self.passages.iter().filter(|passage| passage.part.is_prose()) {
            counts.add(Counts::of(passage));
        }
        counts
    }

    /// The counts of a rule's page; nothing for a page that is too short to be judged as a whole.
    pub(crate) fn judged(&self) -> Option<Counts> {
        self.whole_rule()?;
        (self.counts.sentences >= LEAST_SENTENCES).then_some(self.counts)
    }

    fn add_label(&mut self, label: &Label<'a>, source: usize, vocabulary: &mut Vocabulary<'_>) {
        let Some(segment) = label.texts.get(self.language) else { return };
        // One text for all languages is judged once, as the source language.
        let same =
            self.language != source && label.texts.get(source).is_some_and(|other| other.span == segment.span);
        if !same {
            self.add(label.part, segment, vocabulary);
            self.terms.extend(label.term);
        }
    }

    fn add(&mut self, part: Part, segment: &'a Segment, vocabulary: &mut Vocabulary<'_>) {
        self.passages.push(Passage::of(part, &segment.inlines, segment.span, vocabulary));
    }

    fn add_text(&mut self, text: &'a RuleText, vocabulary: &mut Vocabulary<'_>) {
        for (part, segment) in [(Part::Title, &text.title), (Part::Answer, &text.answer)] {
            segment.iter().for_each(|segment| self.add(part, segment, vocabulary));
        }
        for example in text.examples.values() {
            for (part, segment) in [(Part::Situation, &example.situation), (Part::Meaning, &example.meaning)] {
                segment.iter().for_each(|segment| self.add(part, segment, vocabulary));
            }
        }
        for segment in text.steps.iter().chain(&text.proof).chain(&text.consequence) {
            self.add(Part::Running, segment, vocabulary);
        }
        text.body.iter().for_each(|block| self.add_block(block, Part::Paragraph, vocabulary));
    }

    fn add_block(&mut self, block: &'a Block, paragraph: Part, vocabulary: &mut Vocabulary<'_>) {
        let mut push = |part, inlines: &'a [Inline], span: Span| {
            self.passages.push(Passage::of(part, inlines, span, vocabulary));
        };
        match &block.kind {
            BlockKind::Heading(_, inner) => push(Part::Heading, inner, block.span),
            BlockKind::Paragraph(inner) => push(paragraph, inner, block.span),
            BlockKind::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    push(Part::Cell, cell, cell.first().map_or(block.span, |first| first.span));
                }
            }
            BlockKind::List(_, items) => {
                let blocks = items.iter().flat_map(|item| &item.blocks);
                blocks.for_each(|block| self.add_block(block, Part::Item, vocabulary));
            }
            BlockKind::Note(_, blocks) => {
                blocks.iter().for_each(|block| self.add_block(block, paragraph, vocabulary))
            }
        }
    }
}
