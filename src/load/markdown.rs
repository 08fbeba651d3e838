//! CommonMark to the small typed tree of the model, with byte ranges.
//!
//! What the tree has no place for (raw HTML, code, rules, footnotes) is a finding, never dropped.

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::findings::{HEADING_LEVEL, IMAGE_WITHOUT_ALT, NESTING, RAW_HTML, TABLE_HEADER, UNSUPPORTED_MARKDOWN};
use super::inline::{self, Line, Origin};
use crate::diag::{Code, Diagnostic};
use crate::model::{Block, BlockKind, Inline, InlineKind, ListItem, NoteKind, Table};
use crate::source::{Span, settled};
use crate::yaml::Reader;

/// Lists in notes in lists: more than a reader can follow.
const MAX_DEPTH: usize = 8;

/// Parses a body.
pub(super) fn blocks(text: &str, origin: Origin<'_>, reader: &mut Reader) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_GFM;
    let mut builder = Builder { text, origin, reader, stack: vec![Frame::new(Open::Root, 0)], last_heading: 1 };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        if !builder.event(event, range.start, range.end) {
            break;
        }
    }
    let mut root = builder.stack.swap_remove(0);
    root.fit();
    root.blocks
}

/// Parses a text that can only be running text, such as an answer.
pub(super) fn inlines(text: &str, origin: Origin<'_>, reader: &mut Reader) -> Vec<Inline> {
    if is_letters(text) {
        let mut line = Line::default();
        inline::facts(text.trim_end(), 0, origin, reader, &mut line);
        return line.take();
    }
    let before = reader.findings.len();
    let mut blocks = blocks(text.trim_end(), origin, reader);
    if let [Block { kind: BlockKind::Paragraph(_), .. }] = blocks.as_slice()
        && let Some(Block { kind: BlockKind::Paragraph(inlines), .. }) = blocks.pop()
    {
        return inlines;
    }
    if reader.findings.len() == before {
        let help = "write one paragraph here; headings, lists and tables belong in the text below the `---`";
        reader.findings.push(Diagnostic::error(
            UNSUPPORTED_MARKDOWN,
            origin.span,
            "only running text is possible here",
            help,
        ));
    }
    Vec::new()
}

/// Whether Markdown has nothing to say about a text: one line that starts with a letter and has no sign that could be
/// markup. Most answers, examples and steps are so, and they are half of a guide.
fn is_letters(text: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || b" .,;:?!'\"()/%+-{}".contains(&byte);
    text.bytes().next().is_some_and(|first| first.is_ascii_alphabetic() || !first.is_ascii())
        && text.bytes().all(plain)
}

/// What is open while events come in.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Open {
    Root,
    Paragraph,
    Heading(u8),
    List(Option<u64>),
    Item,
    Note(NoteKind),
    Table,
    TableHead,
    TableRow,
    Cell,
    Strong,
    Emphasis,
    Link,
    Image,
    /// Something that was refused: its inside is read, to find faults, and left out.
    Refused,
}

struct Frame {
    open: Open,
    start: usize,
    line: Line,
    blocks: Vec<Block>,
    items: Vec<ListItem>,
    cells: Vec<Vec<Inline>>,
    table: Table,
    to: String,
}

impl Frame {
    fn new(open: Open, start: usize) -> Self {
        let table = Table { head: Vec::new(), rows: Vec::new() };
        Frame {
            open,
            start,
            line: Line::default(),
            blocks: Vec::new(),
            items: Vec::new(),
            cells: Vec::new(),
            table,
            to: String::new(),
        }
    }

    /// Gives back the room that lists grew into: texts stay for the whole build, and most lists have one piece.
    fn fit(&mut self) {
        self.blocks.shrink_to_fit();
        self.items.shrink_to_fit();
        self.cells.shrink_to_fit();
        self.table.rows.shrink_to_fit();
    }
}

struct Builder<'a, 'r> {
    text: &'a str,
    origin: Origin<'a>,
    reader: &'r mut Reader,
    stack: Vec<Frame>,
    last_heading: u8,
}

impl<'a> Builder<'a, '_> {
    /// Takes one event; false when it makes no sense to go on.
    fn event(&mut self, event: Event<'a>, start: usize, end: usize) -> bool {
        match event {
            Event::Start(tag) => return self.start(tag, start, end),
            Event::End(tag) => self.end(tag, end),
            Event::Text(text) => self.letters(&text, start, end),
            Event::SoftBreak => self.space(start, end),
            Event::HardBreak => {
                let span = self.origin.place(start, end);
                self.top().line.push(Inline { kind: InlineKind::Break, span });
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                let help = "write it in Markdown; a `<` as such is written `\\<`";
                self.report(RAW_HTML, (start, end), "raw HTML is not used in texts", help);
            }
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.unsupported(start, end, "code", "leave out the backticks");
            }
            Event::Rule => self.unsupported(start, end, "a line across the page", "use a heading"),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                self.unsupported(start, end, "this", "write it as plain text");
            }
        }
        true
    }

    fn top(&mut self) -> &mut Frame {
        // The root frame is never popped: `end` is called once per `start`.
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    fn letters(&mut self, text: &str, start: usize, end: usize) {
        let origin = self.origin;
        let verbatim = self.text.get(start..end) == Some(text);
        let escaped = text.starts_with('{') && start > 0 && self.text.as_bytes()[start - 1] == b'\\';
        let mut out = std::mem::take(&mut self.top().line);
        if !verbatim {
            // Written with an entity: letters only, so that `&#123;` cannot start a fact.
            out.letters(&settled(text), origin.place(start, end));
        } else if escaped {
            out.letters("{", origin.place(start, start + 1));
            inline::facts(&text[1..], start + 1, origin, self.reader, &mut out);
        } else {
            inline::facts(text, start, origin, self.reader, &mut out);
        }
        self.top().line = out;
    }

    /// The end of a line inside a paragraph.
    fn space(&mut self, start: usize, end: usize) {
        let place = self.origin.place(start, end);
        self.top().line.letters(" ", place);
    }

    fn start(&mut self, tag: Tag<'a>, start: usize, end: usize) -> bool {
        if self.stack.len() > MAX_DEPTH * 2 {
            let help = "write it flatter: a list in a list is the most a reader can follow";
            self.report(NESTING, (start, start + 1), "nested too deep", help);
            return false;
        }
        let mut to = String::new();
        let open = match tag {
            Tag::Paragraph => Open::Paragraph,
            Tag::Heading { level, .. } => Open::Heading(self.heading(level, start, end)),
            Tag::List(number) => Open::List(number),
            Tag::Item => Open::Item,
            Tag::BlockQuote(kind) => Open::Note(note(kind)),
            Tag::Table(_) => Open::Table,
            Tag::TableHead => Open::TableHead,
            Tag::TableRow => Open::TableRow,
            Tag::TableCell => Open::Cell,
            Tag::Strong => Open::Strong,
            Tag::Emphasis => Open::Emphasis,
            Tag::Link { dest_url, .. } => {
                to = dest_url.into_string();
                Open::Link
            }
            Tag::Image { dest_url, .. } => {
                to = dest_url.into_string();
                Open::Image
            }
            // Its content arrives as `Event::Html`, which is reported there.
            Tag::HtmlBlock => Open::Refused,
            Tag::CodeBlock(_) => {
                let help = "leave out the backticks, and the spaces before the line";
                let line = self.text[start..].find('\n').map_or(end, |at| start + at);
                self.unsupported(start, line.min(end), "a code block", help);
                Open::Refused
            }
            _ => {
                self.unsupported(start, end, "this kind of block", "write paragraphs, lists, tables, notes");
                Open::Refused
            }
        };
        if matches!(open, Open::Paragraph | Open::Heading(_) | Open::List(_) | Open::Note(_) | Open::Table) {
            self.flush();
        }
        self.stack.push(Frame { to, ..Frame::new(open, start) });
        true
    }

    /// Running text directly inside a list item becomes a paragraph.
    fn flush(&mut self) {
        let inlines = self.top().line.take();
        if let (Some(first), Some(last)) = (inlines.first(), inlines.last()) {
            let span = Span { end: last.span.end.max(first.span.start), ..first.span };
            self.top().blocks.push(Block { kind: BlockKind::Paragraph(inlines), span });
        }
    }

    fn heading(&mut self, level: HeadingLevel, start: usize, end: usize) -> u8 {
        let level = level as u8;
        if !(2..=3).contains(&level) {
            let help = "headings start with `##`, and with `###` one level lower";
            self.report(HEADING_LEVEL, (start, end), &format!("a heading of level {level}"), help);
        } else if level > self.last_heading + 1 {
            let help = "use `##` here, or put a `##` heading before it";
            self.report(HEADING_LEVEL, (start, end), "this heading skips a level", help);
        }
        self.last_heading = level.clamp(2, 3);
        self.last_heading
    }

    fn end(&mut self, tag: TagEnd, end: usize) {
        if self.stack.len() < 2 {
            return;
        }
        if matches!(tag, TagEnd::Item | TagEnd::BlockQuote(_)) {
            self.flush();
        }
        let Some(mut frame) = self.stack.pop() else {
            return;
        };
        frame.fit();
        let inlines = frame.line.take();
        let span = self.origin.place(frame.start, self.trimmed(frame.start, end));
        match frame.open {
            Open::Root | Open::Refused => {}
            Open::Paragraph => self.block(BlockKind::Paragraph(inlines), span),
            Open::Heading(level) => self.block(BlockKind::Heading(level, inlines), span),
            Open::List(number) => self.block(BlockKind::List(number, frame.items), span),
            Open::Note(kind) => self.block(BlockKind::Note(kind, frame.blocks), span),
            Open::Table => self.block(BlockKind::Table(frame.table), span),
            Open::Item => self.top().items.push(ListItem { blocks: frame.blocks }),
            Open::TableHead => self.table_head(frame.cells, span),
            Open::TableRow => self.top().table.rows.push(frame.cells),
            Open::Cell => self.top().cells.push(inlines),
            Open::Strong => self.inline(InlineKind::Strong(inlines.into()), span),
            Open::Emphasis => self.inline(InlineKind::Emphasis(inlines.into()), span),
            Open::Link => self.link(&frame.to, inlines, span),
            Open::Image => self.image(&frame.to, &inlines, span),
        }
    }

    /// The end of a block without the white space after it.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        self.text.get(start..end).map_or(end, |text| start + text.trim_end().len())
    }

    fn block(&mut self, kind: BlockKind, span: Span) {
        self.top().blocks.push(Block { kind, span });
    }

    fn inline(&mut self, kind: InlineKind, span: Span) {
        self.top().line.push(Inline { kind, span });
    }

    fn table_head(&mut self, cells: Vec<Vec<Inline>>, span: Span) {
        if cells.iter().any(Vec::is_empty) {
            let help = "give every column a heading, also the first";
            self.reader.findings.push(Diagnostic::error(TABLE_HEADER, span, "a column without a heading", help));
        }
        self.top().table.head = cells;
    }

    fn link(&mut self, to: &str, inner: Vec<Inline>, span: Span) {
        match inline::target(to, span, self.origin.names, self.reader) {
            Some(_) if inner.is_empty() => {
                let help = "write the words of the link between the square brackets";
                let finding = Diagnostic::error(super::findings::EMPTY_TEXT, span, "a link without words", help);
                self.reader.findings.push(finding);
            }
            Some(target) => self.inline(InlineKind::Link(Box::new(target), inner.into()), span),
            None => inner.into_iter().for_each(|inline| self.top().line.push(inline)),
        }
    }

    fn image(&mut self, to: &str, inner: &[Inline], span: Span) {
        let mut alt = String::new();
        for inline in inner {
            if let InlineKind::Text(text) = &inline.kind {
                alt.push_str(text);
            }
        }
        if alt.trim().is_empty() {
            let help = "say in a few words what the picture shows: ![a car with a Dutch number plate](car.svg)";
            let message = "an image without a text for those who cannot see it";
            self.reader.findings.push(Diagnostic::error(IMAGE_WITHOUT_ALT, span, message, help));
        } else if let Some(media) = inline::image(to, span, self.origin, self.reader) {
            self.inline(InlineKind::Image(media, inline::visible(&alt).into()), span);
        }
    }

    fn unsupported(&mut self, start: usize, end: usize, what: &str, help: &str) {
        self.report(UNSUPPORTED_MARKDOWN, (start, end), &format!("{what} is not used in texts"), help);
    }

    fn report(&mut self, code: Code, (start, end): (usize, usize), message: &str, help: &str) {
        let span = self.origin.place(start, self.trimmed(start, end));
        self.reader.findings.push(Diagnostic::error(code, span, message, help));
    }
}

fn note(kind: Option<BlockQuoteKind>) -> NoteKind {
    match kind {
        Some(BlockQuoteKind::Tip) => NoteKind::Tip,
        Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution) => NoteKind::Warning,
        Some(BlockQuoteKind::Note | BlockQuoteKind::Important) | None => NoteKind::Note,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::load::names::Names;
    use crate::model::Languages;
    use crate::source::SourceTree;

    fn names() -> Names {
        Names {
            languages: Languages::new(vec!["nl".to_owned()], 0),
            facts: vec!["car-limit".to_owned()],
            laws: Vec::new(),
            situations: Vec::new(),
            terms: Vec::new(),
            chapters: Vec::new(),
            rules: Vec::new(),
            examples: std::collections::BTreeMap::new(),
            media: Vec::new(),
            unread: std::collections::BTreeSet::new(),
        }
    }

    proptest! {
        /// What is not parsed because it is letters alone is what a parser makes of it.
        #[test]
        fn letters_are_what_a_parser_reads(text in "[a-zA-Zé1-9 ][a-z0-9é ٥.,;:?!'\"()/%+*#_{}-]{0,12}(\\{car-limit(:after)?\\})?[a-z .-]{0,8}") {
            prop_assume!(is_letters(&text));
            let names = names();
            let tree = SourceTree::from_texts([("content/x.md", "")]);
            let file = tree.find("content/x.md").expect("the file").0;
            let span = Span::new(file, 0, text.len());
            let origin = Origin { names: &names, file, folder: "content", base: Some(0), span };
            let (mut quick, mut parsed) = (Reader::default(), Reader::default());
            let own = inlines(&text, origin, &mut quick);
            let mut all = blocks(text.trim_end(), origin, &mut parsed);
            let said = |reader: &Reader| reader.findings.iter().map(|f| format!("{f:?}")).collect::<Vec<_>>();
            prop_assert_eq!(said(&quick), said(&parsed));
            match all.pop() {
                Some(Block { kind: BlockKind::Paragraph(letters), .. }) => prop_assert_eq!(own, letters),
                other => prop_assert!(own.is_empty(), "{:?} {:?}", own, other),
            }
            prop_assert!(all.is_empty());
        }
    }
}
