//! Markdown of our own texts as plain text that reads well on a terminal.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// How far examples stand in.
const INDENT: &str = "    ";

/// A text of one paragraph as one line.
pub(super) fn line(markdown: &str) -> String {
    page(markdown, usize::MAX).trim_end().to_owned()
}

/// A text with lines of at most `width` characters; code keeps its lines and stands in.
pub(super) fn page(markdown: &str, width: usize) -> String {
    let mut page = Page { width, ..Page::default() };
    let mut table: Option<Range<usize>> = None;
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match (&event, &table) {
            (Event::Start(Tag::Table(_)), _) => table = Some(range),
            (Event::End(TagEnd::Table), Some(lines)) => {
                page.indented(&markdown[lines.clone()]);
                table = None;
            }
            (_, Some(_)) => {}
            _ => page.event(event),
        }
    }
    page.text
}

/// A page while it is written.
#[derive(Default)]
struct Page {
    width: usize,
    text: String,
    /// The words of the paragraph that is open.
    words: String,
    code: Option<String>,
    /// The lists that are open: the number of the next item, if it has one.
    lists: Vec<Option<u64>>,
    /// What stands before the first line of the item that just began.
    bullet: String,
    links: Vec<(String, usize)>,
}

impl Page {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.words.push_str(&text),
            },
            Event::Code(text) => self.words.push_str(&format!("`{text}`")),
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Rule => self.block("---"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.code = Some(String::new()),
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => {
                self.bullet = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
            }
            Tag::Link { dest_url, .. } => self.links.push((dest_url.into_string(), self.words.len())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Item => self.flush(),
            TagEnd::Heading(_) => {
                let rule = "-".repeat(self.words.chars().count().min(self.width));
                self.flush();
                self.text.truncate(self.text.trim_end().len());
                self.text.push_str(&format!("\n{rule}\n\n"));
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.indented(&code);
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                if self.lists.is_empty() && !self.text.ends_with("\n\n") {
                    self.text.push('\n');
                }
            }
            TagEnd::Link => self.link(),
            _ => {}
        }
    }

    /// The address behind the words of a link, unless these are the address.
    fn link(&mut self) {
        let Some((address, from)) = self.links.pop() else { return };
        if self.words.get(from..).is_some_and(|words| words != address) {
            self.words.push_str(&format!(" ({address})"));
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if !words.trim().is_empty() {
            self.block(&words);
        }
    }

    fn block(&mut self, words: &str) {
        let depth = "  ".repeat(self.lists.len().saturating_sub(1));
        let first = format!("{depth}{}", std::mem::take(&mut self.bullet));
        let next = if self.lists.is_empty() { String::new() } else { format!("{depth}  ") };
        let first = if first.is_empty() { next.clone() } else { first };
        self.text.push_str(&wrapped(words, self.width, &first, &next));
        self.text.push_str(if self.lists.is_empty() { "\n\n" } else { "\n" });
    }

    fn indented(&mut self, lines: &str) {
        self.flush();
        for line in lines.trim_end().lines() {
            let line = format!("{INDENT}{line}");
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
        self.text.push('\n');
    }
}

/// Words in lines of at most `width` characters (a longer word has a line of its own).
pub(super) fn wrapped(words: &str, width: usize, first: &str, next: &str) -> String {
    let mut text = first.to_owned();
    let mut length = first.chars().count();
    let mut fresh = true;
    for word in words.split_whitespace() {
        let long = word.chars().count();
        if !fresh && length.saturating_add(long + 1) > width {
            text.push('\n');
            text.push_str(next);
            length = next.chars().count();
            fresh = true;
        }
        if !fresh {
            text.push(' ');
            length += 1;
        }
        text.push_str(word);
        length += long;
        fresh = false;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_reads_well() {
        let markdown = "# Een *kop*\n\n**Fout.** Een `woord` en nog een, zie [daar](a.md#b) en <https://x.nl/>.\n\n\
                        - een\n- twee\n\n```yaml\na:\n\n  b: 1\n```\n\nSlot.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let wanted = "Een kop\n-------\n\nFout. Een `woord` en nog een, zie daar\n(a.md#b) en https://x.nl/.\n\n\
                      - een\n- twee\n\n    a:\n\n      b: 1\n\nSlot.\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n\n";
        assert_eq!(page(markdown, 40), wanted);
        assert_eq!(line("Een **woord**\nen meer. "), "Een woord en meer.");
    }

    #[test]
    fn long_words_stay_whole() {
        assert_eq!(wrapped("aaaa bb cc dddddddd", 5, "", "  "), "aaaa\n  bb\n  cc\n  dddddddd");
        assert_eq!(wrapped("", 5, "", ""), "");
    }
}
