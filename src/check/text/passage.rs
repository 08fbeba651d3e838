//! A text without its markup, and where each of its letters stands in the file.

use std::ops::Range;

use super::cut::{self, Sentence, Word};
use super::lexicon::{List, Lists, Start};
use super::shape::Shape;
use super::vocabulary::Vocabulary;
use crate::model::{Fact, Inline, InlineKind, Ix, Target};
use crate::source::Span;

/// What a text is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Title of a rule or chapter.
    Title,
    /// The answer in a sentence or two.
    Answer,
    /// What happens, in an example.
    Situation,
    /// What that means.
    Meaning,
    /// A step, a proof, a consequence, an introduction, a note: running text in sentences.
    Running,
    /// A heading.
    Heading,
    /// A paragraph of a body.
    Paragraph,
    /// A paragraph in a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A name in a few words, such as that of a fact or a situation.
    Label,
    /// An official word that is explained.
    Term,
}

impl Part {
    /// Whether it is written in sentences, which formulas of readability count.
    pub(crate) fn is_prose(self) -> bool {
        !matches!(self, Part::Title | Part::Heading | Part::Cell | Part::Label | Part::Term)
    }
}

/// A link in a passage.
#[derive(Debug)]
pub(crate) struct Linked<'a> {
    /// Its words.
    pub(crate) range: Range<usize>,
    /// Where it leads.
    pub(crate) target: &'a Target,
}

/// A text without its markup. A fact stands in it as one capital letter: a word whose letters nobody counts.
#[derive(Debug)]
pub(crate) struct Passage<'a> {
    pub(crate) part: Part,
    /// The whole text in the file.
    pub(crate) span: Span,
    pub(crate) text: String,
    pub(crate) links: Vec<Linked<'a>>,
    /// Where facts stand.
    pub(crate) facts: Vec<(usize, Ix<Fact>)>,
    pub(crate) words: Vec<Word>,
    pub(crate) sentences: Vec<Sentence>,
    /// What at least one of its words looks like.
    pub(crate) shape: Shape,
    /// The lists that at least one of its words stands in.
    pub(super) lists: Lists,
    /// Where phrases of lists may begin: the number of the word, in order.
    pub(super) starts: Vec<(u32, Start)>,
    /// The words in the form in which lists hold them.
    pub(super) normal: String,
    /// Where in `text` each piece starts, and where the piece stands.
    pub(super) pieces: Vec<(usize, Span)>,
}

/// The letter that stands for a fact.
pub(super) const FACT: char = 'X';

impl<'a> Passage<'a> {
    pub(super) fn of(part: Part, inlines: &'a [Inline], span: Span, vocabulary: &mut Vocabulary<'_>) -> Self {
        let letters: usize = inlines.iter().map(|inline| (inline.span.end - inline.span.start) as usize).sum();
        let mut passage = Passage {
            part,
            span,
            text: String::with_capacity(letters),
            links: Vec::new(),
            facts: Vec::new(),
            words: Vec::with_capacity(letters / 5),
            sentences: Vec::new(),
            shape: Shape::default(),
            lists: Lists::default(),
            starts: Vec::new(),
            normal: String::with_capacity(letters),
            pieces: Vec::with_capacity(inlines.len()),
        };
        passage.write(inlines);
        cut::cut(&mut passage, vocabulary);
        passage
    }

    fn write(&mut self, inlines: &'a [Inline]) {
        for Inline { kind, span } in inlines {
            let start = self.text.len();
            match kind {
                InlineKind::Text(text) => {
                    self.pieces.push((start, *span));
                    self.text.push_str(text);
                }
                InlineKind::Fact { fact, .. } => {
                    self.pieces.push((start, *span));
                    self.facts.push((start, *fact));
                    self.text.push(FACT);
                }
                InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => self.write(inner),
                InlineKind::Link(target, inner) => {
                    self.write(inner);
                    self.links.push(Linked { range: start..self.text.len(), target });
                }
                // The words for an image are judged by lints of their own; between two texts it is a break.
                InlineKind::Image(..) | InlineKind::Break => {
                    self.pieces.push((start, *span));
                    self.text.push('\n');
                }
            }
        }
    }

    /// Whether a word of it stands in a list. Most passages have none of most lists, and need not be gone through.
    pub(crate) fn has(&self, list: List) -> bool {
        self.lists.has(list)
    }

    /// The phrases that may begin at a word.
    pub(super) fn starts(&self, word: usize) -> impl Iterator<Item = Start> {
        let first = self.starts.partition_point(|(at, _)| (*at as usize) < word);
        self.starts[first..].iter().take_while(move |(at, _)| *at as usize == word).map(|(_, start)| *start)
    }

    /// The word in the form in which lists hold it.
    pub(crate) fn normal(&self, word: &Word) -> &str {
        &self.normal[word.normal.0 as usize..word.normal.1 as usize]
    }

    /// The word as it is written.
    pub(crate) fn word(&self, word: &Word) -> &str {
        &self.text[word.range()]
    }

    /// The words of a sentence.
    pub(crate) fn words_of(&self, sentence: &Sentence) -> &[Word] {
        &self.words[sentence.words.clone()]
    }

    /// Whether a fact stands at a place.
    pub(crate) fn is_fact(&self, at: usize) -> bool {
        self.facts.binary_search_by_key(&at, |(start, _)| *start).is_ok()
    }

    /// The link that a range lies in.
    pub(crate) fn link_at(&self, range: &Range<usize>) -> Option<&Linked<'a>> {
        // Links follow each other and never lie in each other.
        let first = self.links.partition_point(|link| link.range.end < range.end);
        self.links.get(first).filter(|link| link.range.start <= range.start)
    }

    /// The range of some words in a row.
    pub(crate) fn range(&self, words: Range<usize>) -> Range<usize> {
        let first = self.words.get(words.start).map_or(0, |word| word.start as usize);
        let last = words.end.checked_sub(1).and_then(|last| self.words.get(last));
        first..last.map_or(first, |word| word.end as usize)
    }
}
