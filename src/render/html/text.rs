//! Texts as HTML and as plain text.

use std::fmt::Write;

use super::assets::Assets;
use super::escape;
use super::facts::FactTexts;
use super::terms::TermsUsed;
use crate::locale::{Catalog, Direction};
use crate::model::{Block, BlockKind, Inline, InlineKind, Library, ListItem, NoteKind, Table, Target};
use crate::render::bidi::{Piece, has_latin, pieces};

/// What texts of one language need on one page.
#[derive(Clone, Copy)]
pub(super) struct TextWriter<'a> {
    pub(super) library: &'a Library,
    pub(super) facts: &'a FactTexts,
    pub(super) assets: &'a Assets,
    /// The day of the edition: a link to a rule that the guide does not have then is plain words.
    pub(super) date: jiff::civil::Date,
    /// The way from the page to the edition's home; nothing where links inside the guide cannot be made.
    pub(super) home: Option<&'a str>,
    /// The words that the page has marked, where it marks each once.
    pub(super) terms: Option<&'a TermsUsed>,
    /// The edition's address without its scheme, to be printed after links inside the guide.
    pub(super) print_base: &'a str,
    /// The way from the page to the top of the site.
    pub(super) root: &'a str,
    /// The text's own language, for the words around tables and notes.
    pub(super) catalog: &'a Catalog,
}

/// Most texts are shorter, so that their letters are never moved while they are written.
const LINE: usize = 192;

impl TextWriter<'_> {
    /// Running text as HTML.
    pub(super) fn inlines(&self, inlines: &[Inline]) -> String {
        let mut out = String::with_capacity(LINE);
        self.write_inlines(inlines, &mut out);
        out
    }

    /// Running text without markup.
    pub(super) fn plain(&self, inlines: &[Inline]) -> String {
        self.facts.words(inlines)
    }

    fn write_inlines(&self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.letters(text, out),
                InlineKind::Fact { fact, after } => self.facts.html(*fact, *after, out),
                InlineKind::Strong(inner) => self.wrapped("strong", inner, out),
                InlineKind::Emphasis(inner) => self.wrapped("em", inner, out),
                InlineKind::Link(target, inner) => self.link(target, inner, out),
                InlineKind::Image(media, alt) => {
                    let _ = write!(out, "<img src=\"{}", self.root);
                    self.assets.write_image(*media, out);
                    out.push_str(" alt=\"");
                    escape::html(alt, out);
                    out.push_str("\" loading=\"lazy\">");
                }
                InlineKind::Break => out.push_str("<br>"),
            }
        }
    }

    fn wrapped(&self, tag: &str, inner: &[Inline], out: &mut String) {
        let _ = write!(out, "<{tag}>");
        self.write_inlines(inner, out);
        let _ = write!(out, "</{tag}>");
    }

    fn link(&self, target: &Target, inner: &[Inline], out: &mut String) {
        match (target, self.home) {
            (Target::External(to), _) => {
                out.push_str("<a href=\"");
                escape::html(to, out);
                out.push_str("\">");
            }
            (Target::Rule(rule, _), _) if !self.library.rules[rule.get()].validity.holds_on(self.date) => {
                return self.write_inlines(inner, out);
            }
            (Target::Rule(rule, example), Some(home)) => {
                let rule = &self.library.rules[rule.get()];
                let _ = write!(out, "<a href=\"{home}{}/", rule.id);
                let example = example.and_then(|example| rule.examples.get(example));
                if let Some(example) = example.filter(|example| example.validity.holds_on(self.date)) {
                    let _ = write!(out, "#{}", example.id.value);
                }
                let _ = write!(out, "\" data-print=\"{}{}/\">", self.print_base, rule.id);
            }
            (Target::Term(term), Some(home)) => {
                let number = match self.terms.map(|used| used.first_use(*term)) {
                    Some(None) => return self.write_inlines(inner, out),
                    Some(Some(number)) => format!(" data-n=\"{number}\""),
                    None => String::new(),
                };
                let id = &self.library.terms[term.get()].id;
                let _ = write!(out, "<a class=\"term\" href=\"{home}words/#{id}\"{number}>");
            }
            (_, None) => return self.write_inlines(inner, out),
        }
        self.write_inlines(inner, out);
        out.push_str("</a>");
    }

    /// Letters. In a text that runs from right to left, Latin words are isolated and marked as Dutch: there
    /// they are the names that stand in Dutch letters.
    fn letters(&self, text: &str, out: &mut String) {
        if self.catalog.direction() == Direction::Ltr || !has_latin(text) {
            return escape::html(text, out);
        }
        let source = self.library.languages.tag(self.library.languages.source());
        for piece in pieces(text) {
            match piece {
                Piece::Own(text) | Piece::Figures(text) => escape::html(text, out),
                Piece::Words(words) => {
                    let _ = write!(out, "<span lang=\"{source}\" dir=\"ltr\">");
                    escape::html(words, out);
                    out.push_str("</span>");
                }
            }
        }
    }

    /// A block as HTML. Headings are one level lower than written: the page has a heading above them.
    pub(super) fn block(&self, block: &Block) -> String {
        let mut out = String::with_capacity(2 * LINE);
        self.write_block(block, &mut out);
        out
    }

    fn write_block(&self, block: &Block, out: &mut String) {
        match &block.kind {
            BlockKind::Heading(level, inner) => {
                let tag = format!("h{}", level + 1);
                self.wrapped(&tag, inner, out);
            }
            BlockKind::Paragraph(inner) => self.wrapped("p", inner, out),
            BlockKind::List(number, items) => self.list(*number, items, out),
            BlockKind::Table(table) => self.table(table, out),
            BlockKind::Note(kind, blocks) => {
                let word = match kind {
                    NoteKind::Note => "note",
                    NoteKind::Tip => "tip",
                    NoteKind::Warning => "warning",
                };
                // Not an `aside`: a note belongs to the text, and a landmark inside a section is a fault.
                let _ = write!(out, "<div class=\"note note-{word}\"><p><strong>");
                escape::html(self.catalog.text(&format!("callout_{word}")), out);
                out.push_str("</strong></p>");
                blocks.iter().for_each(|block| self.write_block(block, out));
                out.push_str("</div>");
            }
        }
    }

    fn list(&self, number: Option<u64>, items: &[ListItem], out: &mut String) {
        let tag = if number.is_some() { "ol" } else { "ul" };
        let _ = write!(out, "<{tag}");
        if let Some(start) = number.filter(|start| *start != 1) {
            let _ = write!(out, " start=\"{start}\"");
        }
        out.push('>');
        for item in items {
            out.push_str("<li>");
            match item.blocks.as_slice() {
                [Block { kind: BlockKind::Paragraph(inner), .. }] => self.write_inlines(inner, out),
                blocks => blocks.iter().for_each(|block| self.write_block(block, out)),
            }
            out.push_str("</li>");
        }
        let _ = write!(out, "</{tag}>");
    }

    fn table(&self, table: &Table, out: &mut String) {
        out.push_str("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        escape::html(self.catalog.text("table_label"), out);
        out.push_str("\"><table><thead><tr>");
        for cell in &table.head {
            out.push_str("<th scope=\"col\">");
            self.write_inlines(cell, out);
            out.push_str("</th>");
        }
        out.push_str("</tr></thead><tbody>");
        for row in &table.rows {
            out.push_str("<tr>");
            for cell in row {
                self.wrapped("td", cell, out);
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody></table></div>");
    }
}
