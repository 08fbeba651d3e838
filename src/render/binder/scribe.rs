//! Texts as data for paper: letters in pieces that a right-to-left page can set, values of facts filled in,
//! links with their addresses.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use super::faces::Faces;
use super::view::{Block, BlockText, Link, Picture, Run, SheetLink, TermMark, Text, WordNote};
use crate::locale::{Catalog, Direction};
use crate::model::{BlockKind, Fact, Inline, InlineKind, Ix, ListItem, Media, NoteKind, Segment, Target, Term};
use crate::render::bidi::{Piece, pieces};
use crate::render::html::FactTexts;
use crate::resolve::{Edition, Note, Shown, ShownBlock};
use crate::source::Span;

/// U+200F, a letter without width that runs from right to left.
const RIGHT_TO_LEFT_MARK: &str = "\u{200f}";
/// Stands for a character that no face has.
const NO_GLYPH: char = '\u{25a1}';
/// Words longer than this may be broken anywhere: nobody writes them, but they must not leave the page.
const LONGEST_WORD: usize = 36;

/// What is gathered while a document is written.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Words of the glossary on the sheet at hand, in order of appearance.
    pub(super) terms: RefCell<Vec<Ix<Term>>>,
    /// Which of them a language has shown.
    met: RefCell<BTreeSet<(usize, Ix<Term>)>>,
    /// Images that the document shows.
    pub(super) media: RefCell<BTreeSet<Ix<Media>>>,
    /// Characters that no face has, where each stands first.
    pub(super) unknown: RefCell<BTreeSet<(char, Option<Span>)>>,
}

impl Gathered {
    /// A new sheet begins.
    pub(super) fn begin_sheet(&self) {
        self.terms.borrow_mut().clear();
        self.met.borrow_mut().clear();
    }
}

/// Writes the texts of one edition.
pub(super) struct Scribe<'a> {
    pub(super) edition: Edition<'a>,
    pub(super) catalogs: &'a [Catalog],
    /// Facts in the edition's language, and in the source language for texts that are not translated.
    pub(super) facts: [&'a FactTexts; 2],
    pub(super) faces: &'a Faces,
    pub(super) gathered: &'a Gathered,
    /// The edition's address on the web, ending in `/`.
    pub(super) address: String,
    /// The language beside this one: a text that is missing here need not stand there twice.
    pub(super) beside: Option<usize>,
    /// Where the text at hand stands.
    pub(super) at: Cell<Option<Span>>,
    /// Whether words of the glossary are marked.
    pub(super) marks: Cell<bool>,
}

impl<'a> Scribe<'a> {
    pub(super) fn catalog(&self) -> &'a Catalog {
        &self.catalogs[self.edition.language]
    }

    /// A text with what the reader must know about it.
    pub(super) fn text(&self, shown: Shown<'_>) -> Text {
        let beside = shown.language != self.edition.language && self.beside == Some(shown.language);
        let (lang, note) = self.about(shown.language, shown.note);
        let runs = if beside { Vec::new() } else { self.runs(shown.inlines, shown.language) };
        Text { lang, runs, note, note_lang: self.catalog().tag().to_owned(), local: shown.local }
    }

    /// A text that stands in many places: without a remark about its translation, and with words of the
    /// glossary as plain words.
    pub(super) fn label(&self, shown: Shown<'_>) -> Text {
        let (lang, _) = self.about(shown.language, Note::None);
        let runs = self.unmarked(|| self.runs(shown.inlines, shown.language));
        Text { lang, runs, note: None, note_lang: self.catalog().tag().to_owned(), local: shown.local }
    }

    /// Writes something in which words of the glossary are plain words.
    fn unmarked<T>(&self, write: impl FnOnce() -> T) -> T {
        let before = self.marks.replace(false);
        let written = write();
        self.marks.set(before);
        written
    }

    /// A block with what the reader must know about it.
    pub(super) fn block(&self, shown: ShownBlock<'_>) -> BlockText {
        let beside = shown.language != self.edition.language && self.beside == Some(shown.language);
        let (lang, note) = self.about(shown.language, shown.note);
        let block = (!beside).then(|| self.write_block(shown.block, shown.language));
        BlockText { lang, block, note, note_lang: self.catalog().tag().to_owned(), local: shown.local }
    }

    fn about(&self, language: usize, note: Note) -> (String, Option<String>) {
        let note = match note {
            Note::None => None,
            Note::Missing => (language != self.edition.language).then_some("note_missing"),
            Note::Stale => Some("note_stale"),
            Note::Unreviewed => Some("note_machine"),
        };
        (self.catalogs[language].tag().to_owned(), note.map(|id| self.catalog().text(id).to_owned()))
    }

    /// A text of the interface, or a value, in the edition's language.
    pub(super) fn said(&self, text: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        self.letters(text, self.edition.language, &mut runs);
        runs
    }

    /// The value of a fact with its coming change.
    pub(super) fn fact(&self, fact: Ix<Fact>, after: bool) -> Vec<Run> {
        let mut text = String::new();
        self.facts[0].plain(fact, after, &mut text);
        self.said(&text)
    }

    /// A text without markup.
    pub(super) fn plain(&self, shown: Shown<'_>) -> String {
        fn collect(runs: &[Run], out: &mut String) {
            for run in runs {
                match run {
                    Run::Text(text) | Run::Words(text) | Run::Figures(text) => out.push_str(text),
                    Run::Strong(runs) | Run::Emphasis(runs) => collect(runs, out),
                    Run::Link(Link { runs, .. }) | Run::Sheet(SheetLink { runs, .. }) => collect(runs, out),
                    Run::Term(TermMark { runs, .. }) => collect(runs, out),
                    Run::Image(picture) => out.push_str(&picture.alt),
                    Run::Break(()) => out.push(' '),
                }
            }
        }
        let mut out = String::new();
        collect(&self.unmarked(|| self.runs(shown.inlines, shown.language)), &mut out);
        out
    }

    fn runs(&self, inlines: &[Inline], language: usize) -> Vec<Run> {
        let mut runs = Vec::new();
        for inline in inlines {
            self.at.set(Some(inline.span));
            match &inline.kind {
                InlineKind::Text(text) => self.letters(text, language, &mut runs),
                InlineKind::Fact { fact, after } => {
                    let mut text = String::new();
                    self.facts[usize::from(language != self.edition.language)].plain(*fact, *after, &mut text);
                    self.letters(&text, language, &mut runs);
                }
                InlineKind::Strong(inner) => runs.push(Run::Strong(self.runs(inner, language))),
                InlineKind::Emphasis(inner) => runs.push(Run::Emphasis(self.runs(inner, language))),
                InlineKind::Link(target, inner) => self.link(target, self.runs(inner, language), &mut runs),
                InlineKind::Image(media, alt) => {
                    self.gathered.media.borrow_mut().insert(*media);
                    let file = media_file(&self.edition.library.media[media.get()], *media);
                    runs.push(Run::Image(Picture { file, alt: alt.to_string() }));
                }
                InlineKind::Break => runs.push(Run::Break(())),
            }
        }
        runs
    }

    fn link(&self, target: &Target, inner: Vec<Run>, runs: &mut Vec<Run>) {
        match target {
            Target::External(to) => runs.push(Run::Link(Link { to: to.to_string(), runs: inner })),
            Target::Rule(rule, _) if !self.edition.has(*rule) => runs.extend(inner),
            Target::Rule(rule, example) => {
                let rule = &self.edition.library.rules[rule.get()];
                let example = example.and_then(|example| rule.examples.get(example));
                let anchor = example.map(|example| format!("#{}", example.id.value)).unwrap_or_default();
                let to = format!("{}{}/{anchor}", self.address, rule.id);
                runs.push(Run::Sheet(SheetLink { code: rule.sheet.value.clone(), to, runs: inner }));
            }
            Target::Term(_) if !self.marks.get() => runs.extend(inner),
            Target::Term(term) => {
                let mut terms = self.gathered.terms.borrow_mut();
                let place = terms.iter().position(|known| known == term).unwrap_or_else(|| {
                    terms.push(*term);
                    terms.len() - 1
                });
                drop(terms);
                let first = self.gathered.met.borrow_mut().insert((self.edition.language, *term));
                let note = (first && self.beside.is_none()).then(|| self.word(*term));
                runs.push(Run::Term(TermMark { number: place + 1, runs: inner, note }));
            }
        }
    }

    /// A word of the glossary, explained.
    pub(super) fn word(&self, term: Ix<Term>) -> WordNote {
        let library = self.edition.library;
        let source = library.languages.source();
        let term = &library.terms[term.get()];
        let dutch = term.word.get(source).map(Segment::plain).filter(|_| self.edition.language != source);
        WordNote {
            word: self.label(self.edition.label(&term.word)),
            source: dutch,
            explanation: self.label(self.edition.label(&term.explanation)),
        }
    }

    /// Letters, as far as there are faces for them.
    fn letters(&self, text: &str, language: usize, runs: &mut Vec<Run>) {
        let text = self.printable(text);
        if self.catalogs[language].direction() == Direction::Ltr {
            return runs.push(Run::Text(text));
        }
        for piece in pieces(&text) {
            let apart = match piece {
                Piece::Own(text) => {
                    runs.push(Run::Text(text.to_owned()));
                    continue;
                }
                Piece::Words(text) => Run::Words(text.to_owned()),
                // A number that is torn apart at the end of a line is misread.
                Piece::Figures(text) => Run::Figures(text.replace(' ', "\u{a0}")),
            };
            // Typst embeds such a part instead of isolating it, so that two of them would pull what stands
            // between them into their own order; a mark on either side keeps it out.
            let mark = || Run::Text(RIGHT_TO_LEFT_MARK.to_owned());
            runs.extend([mark(), apart, mark()]);
        }
    }

    /// The text with a sign in place of characters that no face has, without invisible characters that turn
    /// the direction around, and with places to break words that nobody writes.
    fn printable(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut unbroken = 0;
        for c in text.chars() {
            if turns_direction(c) {
                continue;
            }
            let c = if c.is_control() { ' ' } else { c };
            unbroken = if c.is_whitespace() { 0 } else { unbroken + 1 };
            if unbroken > LONGEST_WORD {
                out.push('\u{200b}');
                unbroken = 1;
            }
            if is_invisible(c) || self.faces.cover(c) {
                out.push(c);
            } else {
                self.gathered.unknown.borrow_mut().insert((c, self.at.get()));
                out.push(NO_GLYPH);
            }
        }
        out
    }

    fn write_block(&self, block: &crate::model::Block, language: usize) -> Block {
        self.at.set(Some(block.span));
        let blocks =
            |blocks: &[crate::model::Block]| blocks.iter().map(|b| self.write_block(b, language)).collect();
        match &block.kind {
            BlockKind::Heading(level, inner) => Block::Heading { level: *level, runs: self.runs(inner, language) },
            BlockKind::Paragraph(inner) => Block::Paragraph { runs: self.runs(inner, language) },
            BlockKind::List(start, items) => {
                let items = items.iter().map(|ListItem { blocks: inner }| blocks(inner)).collect();
                Block::List { start: *start, items }
            }
            BlockKind::Table(table) => {
                let row = |cells: &Vec<Vec<Inline>>| cells.iter().map(|cell| self.runs(cell, language)).collect();
                Block::Table { head: row(&table.head), rows: table.rows.iter().map(row).collect() }
            }
            BlockKind::Note(kind, inner) => {
                let word = match kind {
                    NoteKind::Note => "callout_note",
                    NoteKind::Tip => "callout_tip",
                    NoteKind::Warning => "callout_warning",
                };
                let label = self.catalogs[language].text(word).to_owned();
                Block::Note { label, blocks: blocks(inner) }
            }
        }
    }
}

/// The name of an image among a document's files.
pub(super) fn media_file(media: &Media, ix: Ix<Media>) -> String {
    format!("media-{}.{}", ix.get(), media.extension)
}

/// Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9, 2): every run is
/// isolated here by its nature, and one of these without its partner would turn the rest of a line around.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that draw nothing and need no glyph.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}')
}
